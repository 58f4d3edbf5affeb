//! Plain text: what a person reads on one screen.

use std::fmt::Write;

use super::Look;
use super::sentences::{self, Labelled, Sentences};
use crate::report::{BlockedRole, Destination, PathwayReport, Pinned, Report};
use crate::units::CalendarMonth;
use crate::words::Language;

const INDENT: &str = "   ";
/// What stands in the margin besides dates.
const LABELS: [&str; 17] = [
    "openings",
    "where",
    "sums",
    "beside",
    "premia",
    "choices",
    "why",
    "employers",
    "kept",
    "unknown",
    "figures",
    "or",
    "opens",
    "year",
    "pay",
    "staying",
    "nominal",
];
/// Columns of a date, where those of a language are no longer.
const DATE: usize = 9;
/// Columns of a year's pay.
const COLUMN: usize = 13;

/// Writes a report as text.
#[must_use]
pub fn text(report: &Report, look: Look) -> String {
    let says = Sentences::of(report);
    let mut page = Page { says, look, margin: margin(says.language), out: String::new() };
    page.head();
    for pinned in &report.pinned {
        page.pinned(pinned);
    }
    let wanted = report.destinations.iter().take_while(|found| found.wanted).count();
    for (at, destination) in report.destinations.iter().enumerate() {
        if at == wanted {
            page.all_blocked();
        }
        if report.stay.below == at {
            page.stay_row();
        }
        if let Some(part) = page.says.part(at) {
            page.line("");
            page.line(&part);
        }
        page.destination(destination);
    }
    if wanted == report.destinations.len() {
        page.all_blocked();
    }
    if report.stay.below >= report.destinations.len() {
        page.stay_row();
    }
    if let Some(folded) = page.says.folded() {
        page.line("");
        page.paragraph(&folded);
    }
    if let Some(lost) = page.says.lost() {
        page.line("");
        page.paragraph(&lost);
    }
    page.line("");
    for told in page.says.last() {
        page.paragraph(&told);
    }
    page.out
}

/// Writes one destination of a report with all that is known of it; nothing where there is none of that rank.
#[must_use]
pub fn route_text(report: &Report, rank: usize, look: Look) -> Option<String> {
    let says = Sentences::of(report);
    let destination = report.destinations.iter().find(|found| found.rank == rank)?;
    let mut page = Page { says, look, margin: margin(says.language), out: String::new() };
    page.head();
    page.destination(destination);
    Some(page.out)
}

/// Writes the sources of a report: who says so, when, and where it can be read.
#[must_use]
pub fn sources_text(report: &Report, look: Look) -> String {
    let mut out = String::new();
    for source in &report.sources {
        look.wrap(&mut out, &look.strong(&source.id), "", "");
        let told = format!("{}, {}, {} · {}", source.publisher, source.title, source.period, source.licence);
        look.wrap(&mut out, &told, "  ", "  ");
        let _ = writeln!(out, "  {}", source.address);
    }
    out
}

/// Columns of the margin: of its longest word and a space.
fn margin(language: Language) -> usize {
    let labels = LABELS.map(|key| language.word(&format!("label-{key}")).chars().count());
    let held = language.say("label-held", [("held", "80".into())]).chars().count();
    let months = (1..=12).filter_map(|month| CalendarMonth::new(2030, month));
    let dates = months.map(|month| language.month(month).chars().count());
    labels.into_iter().chain([held, DATE]).chain(dates).max().unwrap_or(0) + 1
}

struct Page<'r> {
    says: Sentences<'r>,
    look: Look,
    margin: usize,
    out: String,
}

impl<'r> Page<'r> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// A paragraph whose lines after the first hang.
    fn paragraph(&mut self, text: &str) {
        self.look.wrap(&mut self.out, text, "", "  ");
    }

    /// Paragraphs, each after a label in the margin.
    fn labelled(&mut self, told: &[Labelled]) {
        let margin = self.margin;
        for (label, text) in told {
            let first = format!("{INDENT}{label:<margin$}");
            let rest = " ".repeat(first.chars().count());
            self.look.wrap(&mut self.out, text, &first, &rest);
        }
    }

    fn head(&mut self) {
        self.look.title(&mut self.out, &self.says.title());
        let told = [Some(self.says.person()), self.says.background(), Some(self.says.staying())];
        for told in told.into_iter().flatten() {
            self.look.wrap(&mut self.out, &told, "", "");
        }
        if self.says.is_nothing() {
            self.line("");
            self.line(&self.says.word("none-found"));
            let try_this = self.says.word("none-found-try");
            self.look.wrap(&mut self.out, &try_this, "", "");
        }
    }

    fn pinned(&mut self, pinned: &Pinned) {
        self.line("");
        let title = self.says.say("pinned", [("title", pinned.title.as_str().into())]);
        self.line(&self.look.strong(&title));
        self.pathway(&pinned.pathway);
        let beside = self.says.against(&pinned.pathway, &pinned.against);
        self.labelled(&[(self.says.word("label-beside"), beside)]);
    }

    fn destination(&mut self, destination: &'r Destination) {
        let Some(best) = destination.pathways.first() else { return };
        self.line("");
        let score = self.says.language.decimal(best.score, 2);
        let score = self.says.say("score", [("score", score.into())]);
        let taken = 5 + destination.title.chars().count() + score.chars().count();
        let title = self.look.strong(&destination.title);
        let rank = format!("{:>2}  ", destination.rank);
        match self.look.width.checked_sub(taken) {
            Some(gap) => self.line(&format!("{rank}{title} {}{score}", " ".repeat(gap))),
            None => self.look.wrap(&mut self.out, &format!("{title} · {score}"), &rank, "    "),
        }
        if let Some(few) = self.says.few_openings(destination) {
            self.look.wrap(&mut self.out, &few, INDENT, "      ");
        }
        self.pathway(best);
        self.labelled(&self.says.reasons(destination, best));
    }

    /// The row of staying among the destinations.
    fn stay_row(&mut self) {
        self.line("");
        let (row, score) = (self.says.stay_row(), self.says.report.stay.score);
        let score = self.says.say("score", [("score", self.says.language.decimal(score, 2).into())]);
        let taken = 5 + row.chars().count() + score.chars().count();
        let strong = self.look.strong(&row);
        match self.look.width.checked_sub(taken) {
            Some(gap) => self.line(&format!(" =  {strong} {}{score}", " ".repeat(gap))),
            None => self.look.wrap(&mut self.out, &format!("{strong} · {score}"), " =  ", "    "),
        }
    }

    /// A pathway's line, sums, steps and pay.
    fn pathway(&mut self, path: &PathwayReport) {
        self.look.wrap(&mut self.out, &path.line, INDENT, "      ");
        self.labelled(&self.says.steps(path));
        let margin = self.margin;
        let columns = self.look.width.saturating_sub(INDENT.len() + margin) / COLUMN;
        let mut part = false;
        for (label, cells) in self.says.pay(path, columns) {
            let mut row = format!("{INDENT}{label:<margin$}");
            for cell in cells {
                part |= cell.contains('*');
                let _ = write!(row, "{cell:<COLUMN$}");
            }
            self.line(&row);
        }
        if part {
            self.labelled(&[(String::new(), format!("* {}", self.says.word("part-of-year")))]);
        }
    }

    /// The wanted roles that cannot be reached.
    fn all_blocked(&mut self) {
        for blocked in &self.says.report.blocked {
            self.blocked(blocked);
        }
    }

    fn blocked(&mut self, blocked: &BlockedRole) {
        self.line("");
        let title = self.look.strong(&blocked.title);
        let closed = self.says.say("closed", [("title", title.into())]);
        self.look.wrap(&mut self.out, &closed, " -  ", "    ");
        self.labelled(&sentences::blocked(blocked, self.says.language));
    }
}
