//! Results as drawn on a terminal: the ranking with bars of pay, one destination with its pay year by year beside staying
//! and a calendar of its steps.

use std::fmt::Write;

use super::Look;
use super::sentences::Sentences;
use crate::report::{Destination, PathwayReport, Report, StepReport, Wage};
use crate::units::Money;

/// Columns of a bar of pay at most.
const BAR: usize = 40;
/// Columns of two dates and the word between them.
const DATES: usize = 24;
/// Columns of an amount, and of a year.
const AMOUNT: usize = 13;
const YEAR: usize = 5;

/// Draws the destinations in order, each with the pay of the last year as a bar on one scale, and staying as a line on it.
#[must_use]
pub fn ranking_screen(report: &Report, look: Look) -> String {
    let says = Sentences::of(report);
    let mut out = String::new();
    look.title(&mut out, &format!("{} · {}", says.word("screen-ranking"), says.title()));
    let last = |wages: &[Wage]| wages.last().and_then(|wage| wage.mid);
    let stay = last(&report.stay.wages);
    let best = |destination: &Destination| destination.pathways.first().and_then(|path| last(&path.wages));
    let most = report.destinations.iter().filter_map(best).chain(stay).max().unwrap_or(Money::ZERO);
    let wide = BAR.min(look.width - AMOUNT - 6);
    let scale = Scale { from: 0.0, to: most.units(), wide };
    for (at, destination) in report.destinations.iter().enumerate() {
        if report.stay.below == at {
            look.wrap(&mut out, &says.stay_scored(), " =  ", "    ");
        }
        let Some(path) = destination.pathways.first() else { continue };
        if let Some(part) = says.part(at) {
            look.wrap(&mut out, &part, "", "");
        }
        let title = look.strong(&destination.title);
        look.wrap(&mut out, &title, &format!("{:>2}  ", destination.rank), "    ");
        let pay = best(destination);
        let bar = pay.map_or_else(
            || says.word("screen-no-pay"),
            |pay| format!("{} {}", scale.bar(pay, stay), says.money(Some(pay))),
        );
        let _ = writeln!(out, "    {bar}");
        let row = says.say(
            "screen-row",
            [
                ("months", says.language.months(path.months.into()).into()),
                ("cost", says.cost(path).into()),
                ("gain", says.gain(path).into()),
            ],
        );
        look.wrap(&mut out, &row, "    ", "    ");
    }
    if report.stay.below >= report.destinations.len() {
        look.wrap(&mut out, &says.stay_scored(), " =  ", "    ");
    }
    if let Some(folded) = says.folded() {
        look.wrap(&mut out, &folded, "    ", "    ");
    }
    if says.is_nothing() {
        let _ = writeln!(out, "{}", says.word("none-found"));
    }
    let year = report.stay.wages.len();
    let key = [("year", year.into()), ("stay", says.money(stay).into())];
    look.wrap(&mut out, &says.say("screen-key", key), "", "  ");
    for told in &report.blocked {
        let closed = says.say("closed", [("title", told.title.as_str().into())]);
        look.wrap(&mut out, &closed, " -  ", "    ");
    }
    out
}

/// Draws a destination: its steps on a calendar, its pay year by year beside staying, and what else is known.
#[must_use]
pub fn destination_screen(report: &Report, destination: &Destination, look: Look) -> String {
    let says = Sentences::of(report);
    let mut out = String::new();
    look.title(&mut out, &destination.title);
    look.wrap(&mut out, &destination.about, "  ", "  ");
    let Some(path) = destination.pathways.first() else { return out };
    look.wrap(&mut out, &path.line, "  ", "    ");
    let _ = writeln!(out, "\n{}", look.strong(&says.word("screen-calendar")));
    calendar(&mut out, says, path, look);
    let _ = writeln!(out, "\n{}", look.strong(&says.word("screen-trajectory")));
    trajectory(&mut out, says, path, look);
    let _ = writeln!(out, "\n{}", look.strong(&says.word("screen-more")));
    for (label, text) in says.reasons(destination, path) {
        let first = format!("  {label:<12} ");
        let rest = " ".repeat(first.chars().count());
        look.wrap(&mut out, &text, &first, &rest);
    }
    out
}

/// A row a step: its months on a line from today to the target, and what it is.
fn calendar(out: &mut String, says: Sentences<'_>, path: &PathwayReport, look: Look) {
    let wide = BAR.min(look.width - DATES - 4);
    let scale = Scale { from: 0.0, to: f64::from(path.months.max(1)), wide };
    for step in &path.timeline {
        let (from, to) = (scale.place(f64::from(step.start_month)), scale.place(f64::from(step.end_month)));
        let mut line = vec![' '; wide + 1];
        if step.kind == "enter" {
            line[from..to].fill('·');
            line[to] = '▶';
        } else {
            line[from..to.max(from + 1)].fill('█');
        }
        let line: String = line.into_iter().collect();
        let _ = writeln!(out, "  {} {}", line, dates(says, step));
        look.wrap(out, &says.step(step), "    ", "      ");
    }
    look.wrap(out, &says.word("screen-calendar-key"), "  ", "    ");
}

fn dates(says: Sentences<'_>, step: &StepReport) -> String {
    let (from, to) = (says.date(step.start_month), says.date(step.end_month));
    if step.start_month == step.end_month {
        return from;
    }
    says.say("screen-to", [("from", from.into()), ("to", to.into())])
}

/// A row a year: the band with its middle, and staying, on one scale.
fn trajectory(out: &mut String, says: Sentences<'_>, path: &PathwayReport, look: Look) {
    let stay = &says.report.stay.wages;
    let told = path.wages.iter().chain(stay).flat_map(|wage| [wage.low, wage.mid, wage.high]);
    let (low, high) = told.flatten().fold((None, None), |(low, high): (Option<Money>, _), pay| {
        (Some(low.map_or(pay, |low| low.min(pay))), high.max(Some(pay)))
    });
    let (Some(low), Some(high)) = (low, high) else {
        let _ = writeln!(out, "  {}", says.word("screen-no-pay"));
        return;
    };
    let wide = BAR.min(look.width - AMOUNT - YEAR - 4);
    let scale = Scale { from: low.units(), to: high.units(), wide };
    for (at, wage) in path.wages.iter().enumerate() {
        let amount = says.paid().mid(Some(wage));
        let line = scale.band(wage, stay.get(at));
        let _ = writeln!(out, "  {:>2}  {amount:<AMOUNT$} {line}", wage.year);
    }
    look.wrap(out, &says.word("screen-trajectory-key"), "  ", "    ");
    if path.wages.iter().any(|wage| (1..12).contains(&wage.months_worked)) {
        let _ = writeln!(out, "  * {}", says.word("screen-part"));
    }
}

/// Values laid out on a line of so many columns.
struct Scale {
    from: f64,
    to: f64,
    wide: usize,
}

impl Scale {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "columns"
    )]
    fn place(&self, value: f64) -> usize {
        let range = (self.to - self.from).max(f64::MIN_POSITIVE);
        let share = ((value - self.from) / range).clamp(0.0, 1.0);
        (share * self.wide as f64).round() as usize
    }

    /// A bar up to an amount, with a line where another stands.
    fn bar(&self, pay: Money, beside: Option<Money>) -> String {
        let mut line = vec![' '; self.wide + 1];
        line[..self.place(pay.units())].fill('█');
        if let Some(beside) = beside {
            line[self.place(beside.units())] = '│';
        }
        line.into_iter().collect()
    }

    /// A year's band with its middle, and the middle of another year.
    fn band(&self, wage: &Wage, beside: Option<&Wage>) -> String {
        let mut line = vec![' '; self.wide + 1];
        if let (Some(low), Some(high)) = (wage.low, wage.high) {
            let (low, high) = (self.place(low.units()), self.place(high.units()));
            line[low..=high].fill('─');
            line[low] = '├';
            line[high] = '┤';
        }
        if let Some(stay) = beside.filter(|stay| stay.months_worked > 0).and_then(|stay| stay.mid) {
            line[self.place(stay.units())] = '○';
        }
        if let Some(mid) = wage.mid.filter(|_| wage.months_worked > 0) {
            line[self.place(mid.units())] = '●';
        }
        line.into_iter().collect::<String>().trim_end().to_owned()
    }
}
