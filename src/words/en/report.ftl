# A report, a role explained, and roles side by side, whatever they are laid out as.

title = Career pathways for { $region }
person-holds = holds { $names }
person-works = works as { $role }
person-no-job = no job today
taken-for = “{ $said }” is read as: { $title }.
taken-as = { $title }: “{ $said }”.
taken-for-unknown = Which occupation “{ $said }” is was not found, so nothing is taken from it but its months and pay.
background-licence = Nobody may have such a job without it, so this is taken as held: { $name }.
background-brings = Taken from what such jobs do (O*NET ratings, imputed; say otherwise under skills): { $skills }.
background-none = No skill is taken from it: tell the skills that you have.
person-distance = studies at a distance alone
person-may-stop = may stop working
person-may-not-stop = may not stop working
at-most = at most { $what }
staying = If you change nothing: { $stay }.
staying-role = { $title }: { $money } over { $years } years
staying-open = { $title }, the best-paid job that you could start today: { $money } over { $years } years
staying-none = no role is open to you today
none-found = No pathway was found.
none-found-try = A larger budget, more time, more study hours or being free to stop working may open one; a wanted role that is closed tells what exactly opens it.
pinned = Pinned: { $title }
score = score { $score }
part-of-year = part of the year
closed = { $title }: no pathway within your limits

## Words in the margin.

label-sums = Summary
label-beside = Beside
label-premia = Bonus
label-choices = Choices
label-why = Why
label-employers = Employers
label-kept = Stopping
label-unknown = Not sure
label-figures = Sources
label-or = Or
label-opens = Opens
label-year = Year
label-pay = Pay
label-held = { $held } of 100
label-staying = Staying
label-nominal = Nominal

## A pathway.

best-anyway = this is the best without your choices too
not-comparable = its earnings cannot be compared
best-without = the best without your choices is { $line }: { $how } (score { $score })
costs = costs { $money }
pays-less = on average pays { $money } less than staying
pays-less-start = on average pays { $money } less than starting now
pays-more = on average pays { $money } more than staying
pays-more-start = on average pays { $money } more than starting now
gain-not-known = gain not known
chance-is = { $percent } % finish all of it
chance-chosen = { $percent } % are chosen for every post in it
sums = { $months }; { $cost }; { $gain }; { $chance }
step-enter = apply to start as { $title } in { $date }
step-alongside = { $title }, beside your job, to { $date }
step-full-time = { $title }, full time, to { $date }
no-pay = no pay
band = { $low }k-{ $high }k
premia = { $premia }; included in the range, not in the median
premium = with { $what } pay is { $range } times as much ({ $basis }, { $period })
range = { $low } to { $high }
or-else = { $apart }: { $line } ({ $sums })
prefer = prefer { $what }
kept = if you stop after { $after }, you can still go on to { $opens }
same-milestones = { $n } more with the same milestones
more-unbeaten = { $n ->
    [one] { $n } other good way: --alternatives N lists it
   *[other] { $n } other good ways: --alternatives N lists them
}
and-also = and { $what }
weight-shared = { $criteria } not known, left out of the score
fit-today = you have { $percent } % of its skills today

## Staying, warnings, competition.

if-finished = { $average } ({ $finished } if you finish)
gain-more = { $money } more
gain-less = { $money } less
chance-sure = no exam or course in it; being hired is taken for granted
stay-row = Stay as { $title }
start-row = Start now as { $title }, in { $months }
stay-row-none = Change nothing
part-wanted-next = What you want: next moves
part-wanted-goal = What you want: later goals
part-wanted-unknown = What you want: what it earns is not known
part-next = Next moves
part-goal = Later goals
part-below_staying = Ranked after staying
part-below_staying-start = Ranked after starting now
part-unknown = What they earn is not known
folded = { $n } more pay over { $percent } % less than staying.
folded-start = { $n } more pay over { $percent } % less than starting now.
folded-least = { $n } more pay over { $percent } % less than staying; least so: { $least }.
folded-least-start = { $n } more pay over { $percent } % less than starting now; least so: { $least }.
folded-one-step = { $title } in { $months }, { $money } less
folded-one = { $title } in { $months }, first { $step }, { $money } less
warn-prefers = preferred besides: { $what }
warn-low_readiness = you would have { $percent } % of its skills
warn-learned = learned on the job: you would bring { $percent } % of its skills
warn-few_openings = only about { $n } openings a year in { $region }
warn-heavy_hours = { $n } hours a week beside the job, which is much
warn-beside_job = { $n } hours a week beside the job
label-openings = Openings
openings = about { $n } a year in { $region }, in the whole occupation { $occupation }
openings-share = about { $n } a year in { $region }: { $percent } % of the whole occupation { $occupation }
openings-graduates = { $openings }; { $n } graduates a year of the fields that lead there, { $each } for each opening; others apply too
openings-no-graduates = { $openings }; no school there has graduates of the fields that lead there; others apply too
few-openings = Only about { $n } posts of its occupation open in a year in { $region }.
step-offered = { $percent } % of those who qualify get such a post (our judgement)
imputed-chances = chances of { $names } are taken from others of their kind or judged
imputed-costs = costs of { $names } are taken from others of their kind
ready-for = { $n } of { $all } levels of its skills ({ $skills })
ready-lacks = { $what }, of which you have { $has }
only-by-size = its steps lead there, but there are more of them than a pathway may have; more money or time does not help
opens-unsettled = not settled whether these help: { $what }
limit-study_hours = more hours for study
limit-may_stop_working = being free to stop working
limit-months = more time
limit-budget = a larger budget
limit-delivery = studying elsewhere
superfluous = fewer of its steps lead there just as soon
only-prepared = { $way }: the issuer would let you sit; we think you need a course first
person-aid = { $money } of aid a year
row-finished = Over staying, if finished

## Closed roles.

only-choices = only what you exclude or require closes it
opened-with = { $one } with { $other }
opens-nothing = no single change opens it, and no two limits lifted together
opens-any = any one of: { $changes }

## Where to study.

page-where = Where to study
label-where = Where
study-in-area = { $program }: { $n ->
    [one] one school of your area gives such awards
   *[other] { $n } schools of your area give such awards
}
study-none = { $program }: no school of your area is known to give such awards; those elsewhere
study-usual = the cost is what such schools usually charge in your state
school = { $name } ({ $place }): { $told }
school-priced = the cost is taken from here
school-miles = { $n } miles
school-area = in your area
school-distance = mostly at a distance
school-ask-distance = ask whether it can be studied at a distance
school-year = { $money } a year
school-whole = { $money } in all
school-worked-out = about { $price }, from what undergraduates pay
school-no-price = price not published
school-district = about { $price } for residents of its district, { $money } for others of the state
school-awards = { $n } such awards in its last year
school-accredited = { $by } accredits it (as of { $date })
school-ask-accredited = ask whether { $by } accredits it
school-earned = graduates of the field earned { $money } four years later (of { $n }, those with federal aid)
school-earned-first = graduates of the field earned { $money } one year later (of { $n }, those with federal aid)
school-earned-both = graduates of the field earned { $first } one year and { $money } four years later (of { $n }, those with federal aid)

## How firm the order is.

lost = With your choices these can no longer be reached: { $titles }.
weight-above = if { $criterion } counted for more than { $share } of the score (now { $now }), { $title } would
weight-below = if { $criterion } counted for less than { $share } of the score (now { $now }), { $title } would
turn-cost = cost { $money } more
turn-earnings = earned { $money } less
turn-months = took { $months } more
first-until = { $title } comes first; { $turn }
first-always = { $title } comes first however much any one criterion counts
passed-if = { $first }; { $title } would come first if the leading route { $figures }
draws = { $first }. It stayed first in { $percent } % of { $draws } trials with other figures (pay within { $pay } %, costs { $cost } %, rates { $rate } %, weights { $weight } %).
not-settled = The search did not finish, { $why }: { $titles }. There may be better ways to them than those shown; a smaller budget, less time or a wanted role makes the search smaller.
shown-of = { $shown } of { $all } reachable roles shown; --top N shows more.
graph = Graph { $id } { $version } ({ $digest }), { $currency } of { $year }.
graph-short = Graph { $id } { $version } ({ $digest }).

## One role explained.

explained = { $title } for { $region }
explained-unsettled = The search did not finish, { $why }: there may be better ways. A smaller budget or less time makes it smaller.
place-of = number { $place } of { $all } good ways
place-left-out = not among the { $all } good ways
placed = { $place }; score { $score }
what-beats = What is better
what-for = What each step is for
asks-for = { $step } asks for { $conditions }
step-for = { $step }: { $what }
score-of = What the score is made of
column-value = value
column-utility = utility
column-weight = weight
column-gives = gives
value-not-known = not known
left-out-of = Rejected alternatives: { $shown } of { $all }, the best first
as-good = as good, and first in order
beaten-by = { $line } is better: { $on }
closed-here = No pathway within your limits.
only-choices-shut = Only what you exclude or require closes it.
why = Why
what-opens = What would open it
opens-pair = { $one }, and { $other }
no-opening = no single change, and no two limits lifted together
no-single = (no single change does)
each-alone = (each by itself)
all-of = all of:
one-of = one of:
n-more-of = { $n } more of:
see-above = { $what }: see above
too-late = it cannot begin before month { $month }
not-together = each thing it asks for can be had, but not all within your limits together
by-way = by { $step }: { $bars }
asks-what-cannot = asks for what you cannot have

## Roles side by side.

compared = Roles side by side for { $region }
compared-stay = stay: { $title }
stay = stay
is-closed = closed
is-unsettled = not settled
row-match = Match today
row-months = Months to it
row-cost = Cost
row-chance = Finish, %
row-pay = Pay, year { $year }
row-years = { $n } years
row-gain = Over staying, on average
row-score = Score
row-outlook = Outlook
percent = { $n } %
skill-levels = Skill: level it needs (yours)
unknown-are = Not sure: { $what }
figures-are = Sources: { $sources }
without-choices = Without your choices: { $line } (score { $score })
compared-unsettled = The search did not finish, { $why }: there may be better ways.
compared-closed = No pathway within your limits: { $why }.
explain-tells = { $lacks }; `careerpath explain` tells what would open it
your-choices = Your choices: { $choices }.
left-out = excluded { $ids }
insisted-on = required { $ids }
compared-key = Pay is the median and the range for people with that experience, after the best pathway; levels of skill: 0 none, 1 aware, 2 guided, 3 independent, 4 skilled, 5 expert.

## How people move.

label-moves = Others
moved-occupation = of 100 people who left work such as { $from } for another occupation, { $n } went to work such as { $to }
moved-group = of 100 people who left { $from } for another kind of work, { $n } went to { $to }; too few people were seen to tell single occupations apart
moved-pay = { $line }; their pay { $rose ->
    [yes] rose
   *[no] fell
} by { $percent } % on average beside that of those who stayed
moved-few = under 1
major-11 = management
major-13 = business and financial work
major-15 = computing and mathematics
major-17 = architecture and engineering
major-19 = science
major-21 = community and social services
major-23 = legal work
major-25 = education and libraries
major-27 = arts, sport and media
major-29 = health care practice and its technical jobs
major-31 = health care support
major-33 = protective services
major-35 = food service
major-37 = cleaning and grounds
major-39 = personal care and service
major-41 = sales
major-43 = office and administrative support
major-45 = farming, fishing and forestry
major-47 = construction and extraction
major-49 = installation, maintenance and repair
major-51 = production
major-53 = transport and moving of goods
major-55 = the armed forces

## The first screen.

first-unread = “{ $said }” was not read as any job, so only its months and pay count. `careerpath jobs WORDS` shows what is read; plainer words help.
first-stay = If you change nothing: { $title }, { $first } in year { $year }, { $last } in year { $later }.
first-start = If you start now as { $title }, the best-paid job open to you: { $first } in year { $year }, { $last } in year { $later }.
first-start-wanted = What you want is open to you now: start as { $title }, { $first } in year { $year }, { $last } in year { $later }.
first-stay-unknown = If you change nothing: { $title }; what it pays is not known.
first-stay-none = If you change nothing: no job and no pay.
first-years = { $years } y
first-both = { $years } y { $months } m
first-head-ready = Ready in
first-head-cost = You pay
first-head-pay = Pay in year { $year }
first-head-pay-short = Year { $year }
first-head-gain = Gain, { $years } y
first-head-finished = If finished
first-closed = { $title }: not within your limits; --all says what would open it
first-unsettled = { $title }: not settled; --all says why
first-unsettled-others = Not settled, and not asked for: { $title }; see --all
first-head-chance = Chance
first-shown = { $shown } of { $all } jobs within reach: what you want, then by score. * soonest
first-work = Work as { $title }: { $months }
first-wait = Go on as { $title }: { $months }
first-fairly = Close call? A little: { $title } stayed first in { $percent } of 100 trials with other figures.
first-route = Route { $rank } starts like this ({ $title })
first-enter = Look for a job as { $title }: about { $months }
first-study = { $title }, while working: { $months }
first-study-full = { $title }, full time: { $months }
first-earn = Prepare for { $title }, while working: { $months }
first-earn-full = Prepare for { $title }, full time: { $months }
first-firm = Close call? No: { $title } stayed first in { $percent } of 100 trials with other figures.
first-close = Close call? Yes: { $title } stayed first in only { $percent } of 100 trials with other figures.
first-next = Next: --route 1 for a whole route, --all for every job, --sources for sources
first-next-all = Next: --all for every job and why others are not reached, --sources for sources
first-next-none = Next: --all tells why each is not reached.
