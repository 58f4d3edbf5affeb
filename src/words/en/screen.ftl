# Results on the screen.

screen-ranking = Where you could go
screen-key = Pay in year { $year } of a pathway; │ is staying, { $stay }.
screen-no-pay = pay not known
screen-row = { $months }, { $cost }, { $gain }
screen-trajectory = Pay year by year
screen-trajectory-key = ├─●─┤ the middle and the band of people with that experience; ○ staying
screen-part = part of the year
screen-calendar = Steps
screen-calendar-key = █ under way  ▶ the job begins
screen-to = { $from } to { $to }
screen-more = What else is known

screen-what = What now?
screen-open = open: { $title }
screen-matters = what matters most (now: { $preset })
screen-matters-text = What matters most to you?
screen-compare = put two side by side
screen-compare-first = Which one?
screen-compare-second = Beside which?
screen-save = save
screen-save-text = Save it as what?
screen-save-html = a page for the browser and the printer
screen-save-md = notes in Markdown
screen-save-text-file = plain text
screen-save-json = JSON for other programs
screen-saved = Saved in { $file }.
screen-back = back to the list
screen-done = done
