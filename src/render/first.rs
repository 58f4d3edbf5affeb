//! The first screen of a result: who one is, what comes of changing nothing, where one could get, how the first route starts,
//! and what to ask next; in 24 rows of 80 columns.

use std::fmt::Write;

use super::Look;
use super::chart::shortened;
use super::sentences::Sentences;
use crate::report::{Destination, PathwayReport, Report, StepReport, Unsettled, Wage};
use crate::units::Money;

/// Rows of a terminal as they have always been.
const ROWS: usize = 24;
/// Rows of the person, and of the steps of the first route, at most.
const PERSON: usize = 2;
const STEPS: usize = 5;
/// Sign in the place of a rank at the row of staying.
const STAY: &str = "=";
/// Rows of what is closed or not settled, at most.
const CLOSED: usize = 4;
/// Destinations fewer than which leave room for what loses least.
const FEW: usize = 2;
/// Columns of a rank before a title, of a bar, and of a title at the least.
const RANK: usize = 4;
const BAR: usize = 6;
const TITLE: usize = 8;
/// Columns of a title that leave room for more cells.
const ROOMY: usize = 26;
/// Columns below which cells stand closer to each other, and the chance is left out.
const NARROW: usize = 70;
/// Which cell is the chance.
const CHANCE: usize = 2;
/// Which cell is pay.
const PAY: usize = 3;
/// How many cells there are, the last of them where there is room.
const CELLS: usize = 6;

/// Draws the first screen of a report.
#[must_use]
pub fn first_screen(report: &Report, look: Look) -> String {
    let says = Sentences::of(report);
    let mut head = Vec::new();
    head.push(look.strong(&shortened(&says.title(), look.width)));
    head.extend(person(says, look));
    head.extend(says.unread().into_iter().flat_map(|told| wrapped(&told, look, "", "  ")));
    head.push(String::new());
    head.extend(wrapped(&nothing_changed(says), look, "", "  "));
    head.push(String::new());
    let mut foot = starts(says, look);
    foot.extend(close_call(says).into_iter().flat_map(|told| wrapped(&told, look, "", "  ")));
    foot.extend(wrapped(
        &says.word(match (report.destinations.is_empty(), report.reachable) {
            (true, 0) => "first-next-none",
            (true, _) => "first-next-all",
            (false, _) => "first-next",
        }),
        look,
        "",
        "  ",
    ));
    let room = ROWS.saturating_sub(head.len() + foot.len() + 1);
    let mut out = String::new();
    for line in head.into_iter().chain(table(says, look, room)).chain([String::new()]).chain(foot) {
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// Writes who one is, in as many rows as there are for it.
fn person(says: Sentences<'_>, look: Look) -> Vec<String> {
    let mut lines = wrapped(&says.person(), look, "", "");
    if lines.len() > PERSON {
        lines.truncate(PERSON);
        let last = lines[PERSON - 1].trim_end_matches([' ', '·']).to_owned();
        lines[PERSON - 1] = shortened(&format!("{last} …"), look.width);
    }
    lines
}

/// Lines of a text, the first after one indent and the others after another.
fn wrapped(text: &str, look: Look, first: &str, rest: &str) -> Vec<String> {
    let mut out = String::new();
    look.wrap(&mut out, text, first, rest);
    out.lines().map(str::to_owned).collect()
}

/// Says what is paid if nothing is changed: in the first whole year and in the last.
fn nothing_changed(says: Sentences<'_>) -> String {
    let stay = &says.report.stay;
    let Some(title) = &stay.title else { return says.word("first-stay-none") };
    let whole = |wage: &&Wage| wage.months_worked == 12 && wage.mid.is_some();
    let pair = stay.wages.iter().find(whole).zip(stay.wages.iter().rev().find(whole));
    let Some((first, last)) = pair else {
        return says.say("first-stay-unknown", [("title", title.as_str().into())]);
    };
    let filled = [
        ("title", title.as_str().into()),
        ("first", says.money(first.mid).into()),
        ("year", first.year.into()),
        ("last", says.money(last.mid).into()),
        ("later", last.year.into()),
    ];
    let key = match (is_wanted_now(says.report), stay.is_start) {
        (true, _) => "first-start-wanted",
        (false, true) => "first-start",
        (false, false) => "first-stay",
    };
    says.say(key, filled)
}

/// Whether the job that somebody without one may begin now is one that they want.
fn is_wanted_now(report: &Report) -> bool {
    let stay = &report.stay;
    stay.is_start && stay.role.as_ref().is_some_and(|role| report.profile.targets.contains(role))
}

/// A row of the table.
#[derive(Clone)]
struct Row {
    rank: String,
    title: String,
    /// What stands in its place where there is no room for it.
    short: String,
    /// Ready in, what one pays, the chance of finishing, pay in the last year, what is gained on average and if finished.
    cells: [String; CELLS],
    bar: f64,
    is_strong: bool,
}

/// The destinations that there is room for, under a header, part by part, with staying among them.
fn table(says: Sentences<'_>, look: Look, room: usize) -> Vec<String> {
    let report = says.report;
    if says.is_nothing() {
        return wrapped(
            &format!("{} {}", says.word("none-found"), says.word("none-found-try")),
            look,
            "",
            "",
        );
    }
    let last =
        |wages: &[Wage]| wages.last().filter(|wage| wage.months_worked == 12).and_then(|wage| wage.mid);
    let paid = report.destinations.iter().filter_map(|found| last(&found.pathways.first()?.wages));
    let most = paid.chain(last(&report.stay.wages)).max().unwrap_or(Money::ZERO).units().max(1.0);
    let share = |pay: Option<Money>| pay.map_or(0.0, |pay| pay.units() / most);
    let soonest = report.destinations.iter().filter_map(|found| Some(found.pathways.first()?.months)).min();
    let stay = Row {
        rank: STAY.into(),
        title: says.stay_row(),
        short: says.stay_row(),
        cells: [
            String::new(),
            String::new(),
            String::new(),
            says.money(last(&report.stay.wages)),
            String::new(),
            String::new(),
        ],
        bar: share(last(&report.stay.wages)),
        is_strong: is_wanted_now(report),
    };
    let row = |found: &Destination, path: &PathwayReport| Row {
        rank: found.rank.to_string(),
        title: found.title.clone(),
        short: says.name(&found.role).to_owned(),
        cells: [
            format!(
                "{}{}",
                duration(says, path.months),
                if Some(path.months) == soonest { "*" } else { " " }
            ),
            says.money(Some(path.cost)),
            if path.chance < 1.0 { format!("{} %", says.percent(path.chance)) } else { String::new() },
            says.money(last(&path.wages)),
            gain(says, path.expected_gain),
            if path.gain_if_finished == path.expected_gain {
                String::new()
            } else {
                gain(says, path.gain_if_finished)
            },
        ],
        bar: share(last(&path.wages)),
        is_strong: found.wanted,
    };
    let mut lines: Vec<(Option<String>, Row)> = Vec::new();
    for (at, found) in report.destinations.iter().enumerate() {
        if report.stay.below == at {
            lines.push((None, stay.clone()));
        }
        let Some(path) = found.pathways.first() else { continue };
        lines.push((says.part(at), row(found, path)));
    }
    if report.stay.below >= report.destinations.len() {
        lines.push((None, stay));
    }
    let blocked = report.blocked.iter().map(|blocked| ("first-closed", &blocked.title));
    let (asked, others): (Vec<&Unsettled>, Vec<&Unsettled>) =
        report.unsettled.iter().partition(|role| report.profile.targets.contains(&role.role));
    let asked = asked.into_iter().map(|role| ("first-unsettled", &role.title));
    let titles: Vec<&str> = others.iter().map(|role| says.name(&role.role)).collect();
    // what nobody asked for takes no more than a row
    let others = titles.join(", ");
    let others = (!titles.is_empty()).then_some(("first-unsettled-others", &others));
    let closed: Vec<String> = blocked
        .chain(asked)
        .take(CLOSED)
        .chain(others)
        .map(|(key, title)| {
            shortened(&format!(" -  {}", says.say(key, [("title", title.as_str().into())])), look.width)
        })
        .collect();
    let mut left = room.saturating_sub(2 + closed.len());
    lines.retain(|(part, _)| {
        let rows = 1 + usize::from(part.is_some());
        let fits = rows <= left;
        left = if fits { left - rows } else { 0 };
        fits
    });
    let rows: Vec<&Row> = lines.iter().map(|(_, row)| row).collect();
    let layout = Layout::of(says, look, &rows);
    let mut out = vec![layout.header()];
    for (part, row) in &lines {
        out.extend(part.clone());
        out.push(layout.row(row, look));
    }
    out.extend(closed);
    // where hardly anything pays more than staying, what loses least
    let few = report.destinations.len() < FEW;
    out.extend(says.folded().filter(|_| few).into_iter().flat_map(|told| wrapped(&told, look, "", "  ")));
    let shown = lines.iter().filter(|(_, row)| row.rank != STAY).count();
    let filled = [("shown", shown.into()), ("all", report.reachable.max(shown).into())];
    out.push(shortened(&says.say("first-shown", filled), look.width));
    out
}

/// How long something takes, short.
fn duration(says: Sentences<'_>, months: u32) -> String {
    match (months / 12, months % 12) {
        (0, months) => says.language.months(months.into()),
        (years, 0) => says.say("first-years", [("years", years.into())]),
        (years, months) => says.say("first-both", [("years", years.into()), ("months", months.into())]),
    }
}

/// An amount over staying, with its sign.
fn gain(says: Sentences<'_>, gain: Option<Money>) -> String {
    match gain {
        Some(gain) if gain < Money::ZERO => format!("−{}", says.money(Some(-gain))),
        Some(gain) => format!("+{}", says.money(Some(gain))),
        None => "?".to_owned(),
    }
}

/// Which columns there is room for, and how wide they are.
struct Layout {
    heads: [String; CELLS],
    widths: [usize; CELLS],
    /// Columns between them.
    gap: usize,
    title: usize,
    /// Whether there is room for the chance, for bars, and for what is earned if finished.
    has_chance: bool,
    has_bar: bool,
    has_finished: bool,
}

impl Layout {
    fn of(says: Sentences<'_>, look: Look, rows: &[&Row]) -> Self {
        let years = says.report.settings.horizon_months / 12;
        let year = || [("year", years.into())];
        let long = says.say("first-head-pay", year());
        let short = says.say("first-head-pay-short", year());
        let mut heads = [
            says.word("first-head-ready"),
            says.word("first-head-cost"),
            says.word("first-head-chance"),
            short,
            says.say("first-head-gain", [("years", years.into())]),
            says.word("first-head-finished"),
        ];
        let widths = |bar: bool| -> [usize; CELLS] {
            std::array::from_fn(|at| {
                let cells = rows.iter().map(|row| row.cells[at].chars().count());
                // a long head of pay stands over its bar too
                let head = if bar && at == PAY {
                    long.chars().count().saturating_sub(BAR + 1)
                } else {
                    heads[at].chars().count()
                };
                cells.chain([head]).max().unwrap_or(0)
            })
        };
        let has_chance = look.width >= NARROW;
        let gap = if has_chance { 2 } else { 1 };
        let needed = |bar: bool, finished: bool| {
            let widths = widths(bar);
            let shown = (0..CELLS).filter(|at| shows(*at, has_chance, finished));
            let cells: usize = shown.map(|at| widths[at] + gap).sum();
            RANK + cells + usize::from(bar) * (BAR + 1)
        };
        let wanted = rows.iter().map(|row| row.title.chars().count()).max().unwrap_or(0).max(TITLE);
        let fits = |bar, finished| needed(bar, finished) + wanted.min(ROOMY) <= look.width;
        let (has_bar, has_finished) = [(true, true), (true, false), (false, false)]
            .into_iter()
            .find(|(bar, done)| fits(*bar, *done))
            .unwrap_or((false, false));
        let title = (look.width - needed(has_bar, has_finished).min(look.width - TITLE)).min(wanted);
        let widths = widths(has_bar);
        if has_bar {
            heads[PAY] = long;
        }
        Self { heads, widths, gap, title, has_chance, has_bar, has_finished }
    }

    /// The columns after the title, with a bar after pay; without one the cell of pay stands over it too.
    fn cells(&self, cells: &[String; CELLS], bar: Option<&str>) -> String {
        let mut out = String::new();
        for (at, cell) in
            cells.iter().enumerate().filter(|(at, _)| shows(*at, self.has_chance, self.has_finished))
        {
            let has_bar = at == PAY && self.has_bar;
            let over = if has_bar && bar.is_none() { BAR + 1 } else { 0 };
            let room = (self.widths[at] + over).saturating_sub(cell.chars().count());
            let _ = write!(out, "{}{cell}", " ".repeat(self.gap + room));
            if let (true, Some(bar)) = (has_bar, bar) {
                let _ = write!(out, " {bar:<BAR$}");
            }
        }
        out
    }

    fn header(&self) -> String {
        format!("{}{}", " ".repeat(RANK + self.title), self.cells(&self.heads, None))
    }

    fn row(&self, row: &Row, look: Look) -> String {
        let is_long = row.title.chars().count() > self.title;
        let title = shortened(if is_long { &row.short } else { &row.title }, self.title);
        let gap = " ".repeat(self.title - title.chars().count());
        let title = if row.is_strong { look.strong(&title) } else { title };
        format!("{:>2}  {title}{gap}{}", row.rank, self.cells(&row.cells, Some(&bar(row.bar))))
    }
}

/// Whether a cell is shown where there is room for the chance and for what is earned if finished.
const fn shows(at: usize, has_chance: bool, has_finished: bool) -> bool {
    match at {
        CHANCE => has_chance,
        last if last + 1 == CELLS => has_finished,
        _ => true,
    }
}

/// A bar in eighths of a column.
fn bar(share: f64) -> String {
    const PARTS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "columns"
    )]
    let eighths = (share.clamp(0.0, 1.0) * (8 * BAR) as f64).round() as usize;
    let mut bar = "█".repeat(eighths / 8);
    if !eighths.is_multiple_of(8) {
        bar.push(PARTS[eighths % 8]);
    }
    bar
}

/// How the first route starts: its first steps with their months, and what to know of each in a line.
fn starts(says: Sentences<'_>, look: Look) -> Vec<String> {
    let Some(found) = says.report.destinations.first() else { return Vec::new() };
    let Some(path) = found.pathways.first() else { return Vec::new() };
    let title = [("rank", found.rank.into()), ("title", found.title.as_str().into())];
    let mut lines = vec![look.strong(&shortened(&says.say("first-route", title), look.width))];
    let columns =
        path.timeline.iter().map(|step| says.date(step.start_month).chars().count()).max().unwrap_or(0);
    let dated =
        |month: u32, told: &str| shortened(&format!("  {:<columns$} {told}", says.date(month)), look.width);
    let rest = " ".repeat(columns + 3);
    let mut free = 0;
    for step in &path.timeline {
        let mut told = Vec::new();
        if step.start_month > free {
            told.extend(between(says, path, free, step.start_month).map(|work| dated(free, &work)));
        }
        told.push(dated(step.start_month, &done(says, step)));
        if let Some(warning) = step.warnings.first() {
            told.push(shortened(&format!("{rest}! {}", says.warning(warning)), look.width));
        }
        if lines.len() + told.len() > STEPS + 1 {
            break;
        }
        free = free.max(step.end_month);
        lines.extend(told);
    }
    lines
}

/// What is worked as from one month to another; nothing without a job.
fn between(says: Sentences<'_>, path: &PathwayReport, from: u32, to: u32) -> Option<String> {
    let job =
        path.jobs.iter().find(|job| job.begin_month <= from && job.end_month.is_none_or(|end| from < end))?;
    let title = match &job.role {
        Some(role) => says.name(role),
        None => says.report.stay.title.as_deref()?,
    };
    let key = if job.begin_month == 0 { "first-wait" } else { "first-work" };
    let months = says.language.months((to - from).into());
    Some(says.say(key, [("title", title.into()), ("months", months.into())]))
}

/// A step in a few words: what is done, for how long, at what price.
fn done<'r>(says: Sentences<'r>, step: &'r StepReport) -> String {
    let months = says.language.months((step.end_month - step.start_month).into());
    let key = match (step.kind, step.mode) {
        ("enter", _) => "first-enter",
        ("study", "alongside") => "first-study",
        ("study", _) => "first-study-full",
        (_, "alongside") => "first-earn",
        _ => "first-earn-full",
    };
    let title = if step.kind == "enter" { &step.title } else { says.name(&step.node) };
    let told = says.say(key, [("title", title.into()), ("months", months.into())]);
    if step.cost == Money::ZERO { told } else { format!("{told}, {}", says.money(Some(step.cost))) }
}

/// How close the call is between the first and the rest.
fn close_call(says: Sentences<'_>) -> Option<String> {
    /// The shares of draws from which on the first place is firm, and fairly so.
    const FIRM: [f64; 2] = [0.9, 0.6];
    let firmness = says.report.firmness.as_ref()?;
    let key = match firmness.draws.first {
        share if share >= FIRM[0] => "first-firm",
        share if share >= FIRM[1] => "first-fairly",
        _ => "first-close",
    };
    let percent = says.percent(firmness.draws.first);
    Some(says.say(key, [("title", firmness.title.as_str().into()), ("percent", percent.into())]))
}
