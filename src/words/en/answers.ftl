# What the engine tells: requirements, reasons, steps, notes.

or = or
and = and
nothing = nothing
some-of = { $n } of { $parts }
more-of = { $n } more of: { $parts }
months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
months-as = { $months } as { $roles }
months-more-as = { $n ->
    [one] { $n } more month as { $roles }
   *[other] { $n } more months as { $roles }
}
skill-level = { $skill } at level { $level }
months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec

education-none = no diploma
education-high_school = a high-school diploma
education-certificate = a postsecondary certificate
education-associate = an associate degree (two-year diploma)
education-bachelor = a bachelor's degree
education-master = a master's degree
education-doctorate = a doctorate

basis-observed = observed
basis-published = published
basis-imputed = imputed
basis-assumed = assumed

criterion-earnings = earnings
criterion-months = months
criterion-cost = cost
criterion-chance = chance
criterion-fit = fit
criterion-demand = demand

## The pathway in a line.

line-now = now
line-role = { $name } (month { $n })
line-alongside = beside the job

## What one pathway is better at than another.

sooner = { $months } sooner
later = { $months } later
cheaper = { $money } cheaper
dearer = { $money } dearer
earns-more = earns { $money } more
earns-less = earns { $money } less
chance-against = { $one } % finish, not { $other } %
earnings-not-known = what it earns is not known
earnings-known = what it earns is known
best-soonest = soonest, { $months } less
best-cheapest = cheapest, { $money } less
best-earnings = earns most, { $money } more
best-chance = surest: { $one } % finish, not { $other } %
best-no-degree = no degree
best-no-stop = no time without a job to study

## Steps.

needed-for = required for { $step }
the-target = the target
pay-while-studying = pay while studying

## What is not known.

unknown-pay = pay of { $role } is not known here
imputed-pay = pay of { $role } imputed from { $from }
imputed-off = pay of { $role } imputed from { $from }, give or take { $percent } %
assumed-cost = cost of { $program } assumed: { $why }
assumed-rule = { $step }: our judgement, { $why }
from-others = { $n } other figures of { $region }
from-others-and = { $n } other figures of { $region } and { $state }
from-wider = { $from }, for a wider group of occupations

## Why a role is closed, and what opens it.

lacks-today = today you lack { $what }
bar-not-offered = not taught where you live
bar-budget = costs { $cost }, your budget is { $budget }
bar-months = not before month { $month }, your limit is { $months }
bar-keeps-job = cannot be done beside a job with your hours, and you may not stop working
opens-hours = { $n ->
    [one] { $n } study hour a week beside a job
   *[other] { $n } study hours a week beside a job
}
opens-stop = being free to stop working to study
opens-months = { $months } to get there
opens-budget = a budget of { $budget } ({ $more } more)
opens-elsewhere = studying where the campus is, or the same program online
opens-living = living in { $places }
opens-living-more = living in { $places } or one of { $n } more
opens-having = having { $holding }

## Why not everything was looked at.

stop-work = there was too much to look at
stop-steps = there are more than { $n } steps within reach

## Notes.

note-scale = The scale of pay is that of { $used }: none is published for { $own }.
note-no-scale = Median pay of all workers is not known here: gain and cost do not count.
note-bands-own = { $made } in 100 people should earn within the range of pay; in our test on later years of people whose pay was known, { $held } did who stayed in their occupation and { $changed } who changed it ({ $people }).
note-bands = { $made } in 100 people should earn within the range of pay; in our test on people whose pay was not known and on later years, { $held } did ({ $people }).
note-nominal = Money of the day grows as pay of the occupation's major group did in the years up to { $until }; tried on later years, such a forecast was off by { $one } %, { $three } % and { $six } % after 1, 3 and 6 years. Beyond that it is not shown, and it does not affect the ranking.
note-no-nominal = How pay grows over the years is not known here: money of the day is not shown.
note-own-pay = The pay you gave, { $pay }, counts in every later year, by less each year: after six years { $percent } % of its distance from the usual is left in the same job, { $related } % in a job like it, and { $changed } % in any other occupation.
note-own-pay-unlike = Your pay lies outside of what is taken for the role you hold: is it the pay of a whole year, and is it the right role?
