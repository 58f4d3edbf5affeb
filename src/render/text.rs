//! Plain text, 80 columns wide: what a person reads on one screen.

use std::fmt::Write;

use super::sentences::{self, Labelled, Sentences};
use crate::report::{BlockedRole, Destination, PathwayReport, Pinned, Report};

const WIDTH: usize = 80;
const INDENT: &str = "   ";

/// Writes a report as text; titles are bold where `bold` is set.
#[must_use]
pub fn text(report: &Report, bold: bool) -> String {
    let mut page = Page { says: Sentences { report }, bold, out: String::new() };
    page.head();
    for pinned in &report.pinned {
        page.pinned(pinned);
    }
    for destination in &report.destinations {
        page.destination(destination);
    }
    if let Some(lost) = page.says.lost() {
        page.line("");
        page.paragraph(&lost);
    }
    for blocked in &report.blocked {
        page.blocked(blocked);
    }
    page.line("");
    for told in page.says.last() {
        page.paragraph(&told);
    }
    page.out
}

struct Page<'r> {
    says: Sentences<'r>,
    bold: bool,
    out: String,
}

impl<'r> Page<'r> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// A paragraph whose lines after the first hang.
    fn paragraph(&mut self, text: &str) {
        for line in textwrap::wrap(text, textwrap::Options::new(WIDTH).subsequent_indent("  ")) {
            self.line(&line);
        }
    }

    /// Paragraphs, each after a label in the margin.
    fn labelled(&mut self, told: &[Labelled]) {
        for (label, text) in told {
            let first = format!("{INDENT}{label:<10}");
            let rest = " ".repeat(first.len());
            let options = textwrap::Options::new(WIDTH).initial_indent(&first).subsequent_indent(&rest);
            for line in textwrap::wrap(text, options.break_words(false)) {
                self.line(&line);
            }
        }
    }

    fn strong(&self, text: &str) -> String {
        if self.bold { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn head(&mut self) {
        for line in textwrap::wrap(&self.says.title(), WIDTH) {
            let title = self.strong(&line);
            self.line(&title);
        }
        for told in [self.says.person(), self.says.staying()] {
            for line in textwrap::wrap(&told, WIDTH) {
                self.line(&line);
            }
        }
        if self.says.report.destinations.is_empty() {
            self.line("");
            self.line("No pathway was found.");
        }
    }

    fn pinned(&mut self, pinned: &Pinned) {
        self.line("");
        let title = self.strong(&format!("Pinned: {}", pinned.title));
        self.line(&title);
        self.pathway(&pinned.pathway);
        let beside = self.says.against(&pinned.pathway, &pinned.against);
        self.labelled(&[("Beside".to_owned(), beside)]);
    }

    fn destination(&mut self, destination: &'r Destination) {
        let Some(best) = destination.pathways.first() else { return };
        self.line("");
        let title = self.strong(&destination.title);
        let score = format!("score {:.2}", best.score);
        let gap = WIDTH.saturating_sub(4 + destination.title.chars().count() + score.len()).max(1);
        self.line(&format!("{:>2}  {title}{}{score}", destination.rank, " ".repeat(gap)));
        self.pathway(best);
        self.labelled(&self.says.reasons(destination, best));
    }

    /// A pathway's line, sums, steps and pay.
    fn pathway(&mut self, path: &PathwayReport) {
        let options = textwrap::Options::new(WIDTH).initial_indent(INDENT).subsequent_indent("      ");
        for line in textwrap::wrap(&path.line, options) {
            self.line(&line);
        }
        self.labelled(&self.says.steps(path));
        let mut part = false;
        for (label, cells) in self.says.pay(path) {
            let mut row = format!("{INDENT}{label:<10}");
            for cell in cells {
                part |= cell.contains('*');
                write!(row, "{cell:<13}").expect("writing to memory");
            }
            self.line(&row);
        }
        if part {
            self.labelled(&[(String::new(), "* part of the year".to_owned())]);
        }
    }

    fn blocked(&mut self, blocked: &BlockedRole) {
        self.line("");
        let title = self.strong(&blocked.title);
        self.line(&format!(" -  {title}: no pathway within your limits"));
        self.labelled(&sentences::blocked(blocked));
    }
}
