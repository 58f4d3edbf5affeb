# The page to keep.

page-skip = to the content
page-headline = In plain words
page-best = Best overall for you ({ $preset }): { $title }.
page-best-sums = { $sums }. Money is counted over { $years } years.
page-first-step = The first step: { $step }.
page-trajectory = Pay year by year
page-chart-title = Yearly pay on the way to { $title }, beside staying
page-chart-line = { $title }: { $first } in year { $from }, { $last } in year { $to }, with a band from { $low } to { $high } in year { $to }.
page-chart-stay = Staying: { $first } in year { $from }, { $last } in year { $to }.
page-no-chart = Pay of this pathway is not known, so it is not drawn.
page-legend-pay = median pay on this pathway
page-legend-band = { $made } in 100 people should be within this range (in our test { $held } were)
page-legend-stay = staying: { $title }
page-steps = What to do, and when
page-gantt-title = Steps from { $from } to { $to }
page-gantt-line = { $title }: { $from } to { $to }.
page-costs = What it costs and pays
page-what = what
page-when = when
page-cost = cost
page-all-steps = all steps together
page-pay = pay
page-band = range ({ $held } of 100)
page-staying = staying
page-why = Why, and what else
page-others = What else you could do
page-other = other destinations
page-role = job
page-months = time
page-gain = over staying
page-chance = finish
page-score = score
page-closed = What is closed, and what would open it
page-unknown = What we are not sure of
page-nothing-unknown = No figure of this pathway is missing.
page-more-unbeaten = { $n ->
    [one] { $n } other good way
   *[other] { $n } other good ways
}
page-shown-of = { $shown } of { $all } reachable jobs are on this page.
page-sources = Where the figures are from
page-notes = How to read this
page-made = As of { $month }. This page is complete: it loads nothing and sends nothing.

## The map.

map-title = Career map
map-for = Career map for { $region }
map-desc = { $roles } jobs, { $credentials } certificates and { $programs } programs in { $layers } layers from left to right: what is further right needs more steps before it. The same is in the list below.
map-search = Search
map-search-help = Type part of a name; the rest is dimmed.
map-found = { $n ->
    [one] { $n } has it
   *[other] { $n } have it
}
map-list = Everything on the map
map-legend = Signs
map-kind-role = job
map-kind-credential = certificate
map-kind-program = program
map-kind-schooling = schooling
map-kind-skill = skill
map-state-held = in hand
map-state-open = open today
map-state-reachable = within reach
map-state-aside = possible, but not on a good route
map-state-unsettled = not settled
map-state-blocked = closed within the limits
map-chosen = on the pathway shown
map-layer = { $n ->
    [0] from the start
    [one] after { $n } step
   *[other] after { $n } steps
}
map-nowhere = nothing leads there
map-needs = asks for
map-helps = helps towards
map-details = Choose something on the map to read about it: with the mouse, or with Tab and the arrow keys.
map-why-holds = holding it
map-why-months = months of work
map-why-schooling = schooling
map-why-skill = skill
map-why-gives = gives it
