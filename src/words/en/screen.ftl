# Results on the screen.

screen-ranking = Where you could go
screen-key = Pay in year { $year } on each pathway; │ marks staying, { $stay }.
screen-no-pay = pay not known
screen-row = { $months }, { $cost }, { $gain }
screen-trajectory = Pay year by year
screen-trajectory-key = ├─●─┤ median and range for people with that experience; ○ staying
screen-part = part of the year
screen-calendar = Steps
screen-calendar-key = █ in progress  ▶ the job begins
screen-to = { $from } to { $to }
screen-more = What else is known

screen-what = What now?
screen-open = open: { $title }
screen-matters = what matters most (now: { $preset })
screen-matters-text = What matters most to you?
screen-compare = compare two jobs
screen-compare-first = Which one?
screen-compare-second = With which?
screen-save = save
screen-save-text = Save it as what?
screen-save-html = a page to view or print
screen-save-md = notes in Markdown
screen-save-text-file = plain text
screen-save-json = JSON for other programs
screen-saved = Saved in { $file }.
screen-back = back to the list
screen-done = done
