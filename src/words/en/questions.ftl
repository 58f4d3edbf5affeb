# The questionnaire: questions, help, what skipping costs, and kind answers to what cannot be taken.

## Ways to answer.

ask-welcome = A few questions about you: about { $minutes } minutes. Nothing leaves this computer.
ask-how = Enter: next, or skip. Esc or <: back. ?: help. Ctrl-C: save and quit.
ask-resume = Continue your draft ({ $n } answers)?
ask-resume-yes = continue
ask-resume-no = start over
ask-damaged = The draft in { $file } cannot be read. It is kept as { $kept }, and the questions start over.
ask-kept = Your answers are saved in { $file }. To continue, run `{ $command }` in a terminal.
ask-unasked = no questions are left; this line is ignored
ask-ended = The answers end before the last question.
ask-saved = Your profile is saved in { $file }. It is plain text: edit it as you like, then run `careerpath recommend { $file }`.
ask-skip-costs = skip: { $costs }
ask-none = none of these
ask-list-help = ↑↓: move. Enter: choose. Type to search. Esc: back.
ask-back = back
ask-that-is-all = that is all
ask-so-far = So far: { $chosen }
ask-other-country = That is another country: amounts, courses, certificates and jobs are asked again.
ask-cannot-skip = An answer is needed here. { $help }
ask-no-choice = “{ $said }” is not one of the choices: answer with a number from 1 to { $most }, or with the words.
ask-no-such = Nothing here matches “{ $said }”.
ask-no-such-near = Nothing here matches “{ $said }”; did you mean “{ $near }”?
ask-no-number = “{ $said }” is not a number that we can read: write { $example }.
ask-range = { $said } is out of range: give a number from { $low } to { $high }.
ask-pay-unlikely = “{ $said }” is far from what such a job pays: nine in ten get at least { $low } a year, one in ten at least { $high }. Give the pay for a whole year, or for an hour, such as 19.50/hour.
ask-pay-unit = Is “{ $said }” pay per hour? Write { $said }/hour, or give the pay for a whole year.
ask-too-long = That is too long: use at most 200 characters.
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
region-help = A city, county, state or province. Pay and schools are those of that place.
region-unknown = We do not know a place called “{ $said }”. Name your state or province, or the nearest large city.
region-which = Which of these is it?
region-which-help = Pay is published for these areas; choose the one you live in or near.

education = What is your highest schooling so far?
education-short = Schooling
education-help = What you have completed; a course in progress does not count yet.

awards = Which of these have you finished?
awards-short = Courses finished
awards-help = A certificate or degree in this field saves you steps that others must study for.
awards-skip = none of these, or not now (we may suggest courses you have already done)

credentials = Which of these certificates and licences do you hold?
credentials-short = Certificates and licences
credentials-help = Only those in your name and valid today. A nursing licence or a military course counts too.
credentials-skip = none of these, or not now (we may suggest exams you have already passed)

job-first = What is your job today, or what was your last one? Say it in your own words.
job-next = Another job, now or before? Say it in your own words, or leave it empty.
job-short = Jobs
job-help = Such as “I check people in at a clinic”, “medical coder” or “store manager”: any job will do. Months in a job can open the next one.
job-skip = no work experience counts, and pay is that of a beginner
job-outside = another job: “{ $said }”
job-which = Which of these comes nearest?
job-which-help = What you did matters more than the title.
job-months = How long have you worked in this job, in total: { $role }?
job-months-help = Such as “18 months” or “2 years”. A number alone means months.
job-months-skip = no experience in this job counts
job-now = Is that your job today?
job-now-help = You can study while you keep a job, and everything is compared with staying in it.
job-now-outside = Is that your job today?
job-now-outside-help = If so, everything is compared with staying in it. A past job counts for what it taught you.
job-today = today
job-pay = What does it pay you, before taxes?
job-pay-help = Per year, such as 41500, or per hour, such as 19.50/hour.
job-pay-skip = we assume the usual pay for your experience
job-pay-usual-help = Per year, such as 41500, or per hour, such as 19.50/hour.
job-pay-usual-skip = we assume the usual pay for this job where you live
job-pay-needed-help = This job is outside health information. Tell us what it pays and we will compare: per year, such as 41500, or per hour, such as 19.50/hour.

targets = Is there a job you want?
targets-short = Wanted jobs
targets-help = You may name more than one. Leave it empty to see all of them ranked.
targets-skip = we look at every job in the field
targets-current = “{ $said }” is your job today: staying in it is shown anyway. Name another, or leave it empty.

skill = { $skill }: how much can you do?
skill-short = Skills
skill-help = Levels 0 to 5. If unsure, choose the lower: what counts is what you can show.
skill-skip = we take it from your jobs and courses, or as 0
skill-taken = we take it from your job: { $level } (estimated from O*NET)
skill-0 = I have not done this
skill-1 = I know what it is about
skill-2 = I have done it with help
skill-3 = I do ordinary cases on my own
skill-4 = I do hard cases on my own
skill-5 = others ask me for help with it

likes = Thirty short questions about what you like: two minutes. Answer them now?
likes-short = Likes
likes-help = They show which jobs fit what you enjoy. They do not change the ranking.
interest-R = hands-on work
interest-I = finding things out
interest-A = creating
interest-S = helping people
interest-E = leading and persuading
interest-C = order and figures
likes-skip = we cannot show how jobs fit what you like
like = Would you like to { $what }?
like-help = Not whether you can do it or what it pays: only whether you would enjoy it.
like-skip = this question counts as neither yes nor no
like-1 = strongly dislike
like-2 = dislike
like-3 = unsure
like-4 = like
like-5 = strongly like
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
hours-help = On top of a job and everything else, every week. Ten is usual.
hours-skip = we assume 10 hours a week

stop = Could you stop working for a time to study?
stop-short = May stop working
stop-help = Without pay for as long as a course takes. If you say no, we suggest nothing that needs it.
stop-skip = we suggest nothing that needs it

attend = Would you study in person, on a campus near you?
attend-short = Studies in person
attend-help = If not, we suggest only distance learning, and only schools that offer it.
attend-skip = campuses near you are included

move = Would you move to study on a campus elsewhere?
move-short = Would move
move-help = We suggest programs on a campus far away only if you say yes.
move-skip = only campuses near you and distance learning

budget = How much could you spend on courses and exams in total?
budget-short = Budget
budget-help = After any aid, such as 3000. Leave it empty for no limit.
budget-skip = no price limit

aid = How much help with tuition do you get a year?
aid-short = Aid
aid-help = Grants, benefits and what an employer pays, such as 2500 a year; not loans.
aid-skip = no aid: the full tuition counts

time = How long can it take to get there, at most?
time-short = Time
time-help = Such as “24 months” or “3 years”. Leave it empty for up to ten years.
time-skip = up to ten years

matters = What matters most to you?
matters-short = What matters
matters-help = It sets the order, not what is possible. You can change it in the results.
matters-skip = everything counts in the usual proportions
preset-balanced = a bit of everything
preset-pay = pay over ten years
preset-soonest = getting there soon
preset-cheapest = spending little
preset-surest = being sure to make it
preset-own = your own weights

## Second looks.

doubt-schooling = You finished “{ $award }”, which is { $level }, but named { $said } as your schooling. Which is right?
doubt-schooling-help = Your schooling decides which courses and jobs accept you.
doubt-schooling-award = I finished it: my schooling is { $level }
doubt-schooling-said = I have not finished it
doubt-likes = You gave nearly every question the same answer, so we cannot see what you like. Go through them again?
doubt-likes-help = With different answers, the jobs that fit you best stand out. Otherwise likes are left out.
doubt-skills = You gave yourself the same high level in every skill. Go through them again?
doubt-skills-help = Employers test what you claim; a level that is too high makes a pathway look shorter than it is.
doubt-again = go through them again
doubt-keep = keep my answers
