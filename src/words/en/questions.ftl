# The questionnaire: questions, help, what skipping costs, and kind answers to what cannot be taken.

## Ways to answer.

ask-welcome = A few questions about you: about { $minutes } minutes. Nothing leaves this machine.
ask-how = Enter goes on and an empty answer skips. Esc goes back; so does < where you type, and ? explains. Ctrl-C keeps a draft.
ask-resume = There is a draft with { $n } answers. Go on with it?
ask-resume-yes = go on with it
ask-resume-no = start anew
ask-damaged = The draft in { $file } cannot be read; it is kept as { $kept }, and the questions begin anew.
ask-kept = Your answers are kept in { $file }. `{ $command }` at a terminal goes on with them.
ask-unasked = nothing is asked any more; this is not taken
ask-ended = The answers end before the questions do.
ask-saved = Your profile is in { $file }. It is plain text: change what you like and run `careerpath recommend { $file }`.
ask-skip-costs = skip: { $costs }
ask-none = none of these
ask-list-help = ↑↓ move, Enter chooses, typing searches, Esc goes back
ask-back = back
ask-that-is-all = that is all
ask-so-far = So far: { $chosen }
ask-other-country = That is another country: amounts, courses, certificates and jobs are asked again.
ask-cannot-skip = This one is needed: { $help }
ask-no-choice = There is no choice “{ $said }”: answer with a number from 1 to { $most }, or with its words.
ask-no-such = Nothing here is called “{ $said }”.
ask-no-such-near = Nothing here is called “{ $said }”; did you mean “{ $near }”?
ask-no-number = “{ $said }” is not a number that can be read: write { $example }.
ask-range = { $said } is out of range: it may be { $low } to { $high }.
ask-pay-unlikely = “{ $said }” is far from what such a job pays: nine in ten get at least { $low } a year, one in ten at least { $high }. Write the pay of a whole year, or of an hour, such as 19.50/hour.
ask-pay-unit = Is “{ $said }” the pay of an hour? Write { $said }/hour, or the pay of a whole year.
ask-too-long = That is very long: a line of up to 200 letters will do.
ask-first-question = This is the first question.
yes = yes
no = no

## The answers once more.

review = Your answers
review-text = Save them, or change one?
review-save = save
review-change = change: { $question }
review-skipped = skipped

## Questions.

region = Where do you live and want to work?
region-short = Place
region-help = A city, county, state or province; pay and schools are those of that place.
region-unknown = No place is called anything like “{ $said }” here. Name your state or province, or the nearest large city.
region-which = Which of these is it?
region-which-help = Pay is published for these areas; choose the one around you.

education = What is your highest schooling so far?
education-short = Schooling
education-help = What you have finished; a course under way does not count yet.

awards = Which of these have you finished?
awards-short = Courses finished
awards-help = Certificates and degrees in this field open steps that others must study for.
awards-skip = without them, courses you have already done may be proposed again

credentials = Which of these certificates and licences do you hold?
credentials-short = Certificates and licences
credentials-help = Only those in your name and valid today; a nurse's licence or a military course opens steps too.
credentials-skip = without them, exams you have already passed may be proposed again

job-first = What is your job today, or was your last one? Say it in your own words.
job-next = Another job, now or before? Say it in your own words, or leave it empty.
job-short = Jobs
job-help = Such as “I check people in at a clinic”, “medical coder” or “store manager”: any job will do. Months in a job can open the next one.
job-skip = without it no experience counts, and pay is that of a beginner
job-outside = another job: “{ $said }”
job-which = Which of these comes nearest?
job-which-help = What you did matters more than the title.
job-months = How long have you worked as { $role }, in all?
job-months-help = Such as “18 months” or “2 years”. A plain number is months.
job-months-skip = then no experience counts in it
job-now = Is that your job today?
job-now-help = Whoever has a job can study beside it, and staying in it is what everything is compared with.
job-now-outside = Is that your job today?
job-now-outside-help = Staying in it is then what everything is compared with. A job that you no longer have counts for what it taught.
job-today = today
job-pay = What does it pay you, before taxes?
job-pay-help = A year, such as 41500; or an hour, such as 19.50/hour.
job-pay-skip = then your pay is taken to be that of people with your experience
job-pay-usual-help = A year, such as 41500; or an hour, such as 19.50/hour.
job-pay-usual-skip = then what such a job usually pays where you live is taken
job-pay-needed-help = A year, such as 41500; or an hour, such as 19.50/hour. What a change would bring cannot be told without it.

targets = Is there a job you want?
targets-short = Wanted
targets-help = You may name more than one. Leave it empty to see all of them ranked.
targets-skip = then every job of the field is looked at
targets-current = “{ $said }” is your job today: staying in it is shown anyway. Name another, or leave it empty.

skill = { $skill }: where are you?
skill-short = Skills
skill-help = Levels 0 to 5. Between two, take the lower: it is what you can show that counts.
skill-skip = then it is taken from your jobs and courses, or as 0
skill-taken = then it is taken from your job: { $level } (imputed from O*NET)
skill-0 = I have not done this
skill-1 = I know what it is about
skill-2 = I have done it with somebody's help
skill-3 = I do ordinary cases by myself
skill-4 = I do hard cases by myself
skill-5 = others come to me with it

likes = Thirty short lines about what you like: two minutes. Shall we?
likes-short = Likes
likes-help = They show which jobs are like what you enjoy. They are shown beside the ranking and move nothing in it.
interest-R = hands-on work
interest-I = finding things out
interest-A = creating
interest-S = helping people
interest-E = leading and persuading
interest-C = order and figures
likes-skip = then jobs are shown without how they fit your likes
like = How would you like this: { $what }?
like-help = Not whether you can, nor what it pays: whether you would enjoy it.
like-skip = this line then counts as neither yes nor no
like-1 = not at all
like-2 = rather not
like-3 = so-so
like-4 = rather
like-5 = very much
like-r-1 = repair a bicycle or a lock
like-r-2 = set up screens, printers and cables
like-r-3 = build or plant something outdoors
like-r-4 = drive a delivery route
like-r-5 = keep a machine running day after day
like-i-1 = find out why a number in a report is wrong
like-i-2 = read how an illness works in the body
like-i-3 = test an idea step by step
like-i-4 = work on a puzzle that takes all evening
like-i-5 = compare figures to see which treatment did better
like-a-1 = write a story or a song
like-a-2 = draw a poster
like-a-3 = play music or act for others
like-a-4 = take photographs and edit them
like-a-5 = think up a new look for a room
like-s-1 = explain something hard to somebody
like-s-2 = comfort a person who is worried
like-s-3 = teach a class
like-s-4 = help two people settle a quarrel
like-s-5 = show a new colleague around
like-e-1 = lead a team to a goal
like-e-2 = talk people into a plan
like-e-3 = start a small business
like-e-4 = speak for a group in a meeting
like-e-5 = decide who does what by when
like-c-1 = check forms for mistakes
like-c-2 = keep files in exact order
like-c-3 = look things up in a code book and follow it to the letter
like-c-4 = enter figures and see that they add up
like-c-5 = plan a week down to the hour

hours = How many hours a week could you study?
hours-short = Study hours
hours-help = Beside a job and all else, week after week. Ten is usual.
hours-skip = then 10 hours a week are taken

stop = Could you stop working for a time to study?
stop-short = May stop working
stop-help = Without pay for as long as a course takes. Nothing is proposed that would need it if you say no.
stop-skip = then nothing is proposed that needs it

attend = Would you study in person, on a campus near you?
attend-short = Studies in person
attend-help = If not, only what is taught at a distance is proposed, and only schools that teach so are shown.
attend-skip = then campuses near you count too

move = Would you move to study on a campus elsewhere?
move-short = Would move
move-help = Programs taught on a campus far away are proposed only if you say yes.
move-skip = then only what is taught near you or from afar is proposed

budget = How much could you spend on courses and exams in all?
budget-short = Budget
budget-help = After any aid, such as 3000. Empty for no limit.
budget-skip = then nothing is left out for its price

aid = How much help with tuition do you get a year?
aid-short = Aid
aid-help = Grants, benefits and what an employer pays, such as 2500 a year; not loans.
aid-skip = then the whole tuition is counted

time = How long may it take to get there, at most?
time-short = Time
time-help = Such as “24 months” or “3 years”. Empty for up to ten years.
time-skip = then up to ten years

matters = What matters most to you?
matters-short = What matters
matters-help = It decides the order, not what is possible; you can change it on the result.
matters-skip = then all of it counts in the usual proportions
preset-balanced = a bit of everything
preset-pay = pay over ten years
preset-soonest = getting there soon
preset-cheapest = spending little
preset-surest = being sure to make it
preset-own = weights of your own

## Second looks.

doubt-schooling = You finished “{ $award }”, which is { $level }, and named { $said } as your schooling. Which is right?
doubt-schooling-help = Schooling decides which courses and jobs take you.
doubt-schooling-award = I finished it: my schooling is { $level }
doubt-schooling-said = I have not finished it
doubt-likes = You gave nearly all lines the same answer, which tells no likes apart. Would you go through them again?
doubt-likes-help = With differences, the jobs most like you stand out. Without, likes are left out.
doubt-skills = You put yourself at the same high level in every skill. Would you look at them again?
doubt-skills-help = Employers test what is claimed; a level too high makes a pathway look shorter than it is.
doubt-again = go through them again
doubt-keep = leave it so
