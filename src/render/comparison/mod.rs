//! Roles side by side as text: a column for staying and one for each role, as many at a time as fit.

mod page;
mod rows;

use std::fmt::Write;

pub use page::comparison_page;

use super::{Look, cells};
use crate::report::{ComparedRole, Comparison};
use crate::words::Language;
use rows::Row;

/// Columns for what a row tells, and for each role.
const LABEL: usize = 14;
const COLUMN: usize = 16;

/// Writes a comparison as text.
#[must_use]
pub fn comparison_text(comparison: &Comparison, look: Look) -> String {
    let language = comparison.settings.language;
    let mut page = Page { comparison, language, look, out: String::new() };
    let region = comparison.profile.region_title.as_str();
    look.title(&mut page.out, &language.say("compared", [("region", region.into())]));
    let beside = ((look.width - LABEL) / COLUMN).saturating_sub(1).max(1);
    for some in comparison.roles.chunks(beside) {
        page.sums(some);
        page.skills(some);
    }
    for role in &comparison.roles {
        page.way(role);
    }
    page.foot();
    page.out
}

struct Page<'c> {
    comparison: &'c Comparison,
    language: Language,
    look: Look,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.look.wrap(&mut self.out, text, "", "  ");
    }

    /// A row of cells, each wrapped in its column, after a label so wide; nothing where all are empty.
    fn row(&mut self, row: &Row, width: usize) {
        if row.cells.iter().all(String::is_empty) {
            return;
        }
        let wrapped = |text: &str, width: usize| -> Vec<String> {
            textwrap::wrap(text, width - 1).into_iter().map(std::borrow::Cow::into_owned).collect()
        };
        let label = wrapped(&row.label, width);
        let cells: Vec<Vec<String>> = row.cells.iter().map(|cell| wrapped(cell, COLUMN)).collect();
        let lines = cells.iter().map(Vec::len).chain([label.len()]).max().unwrap_or(0);
        let at = |lines: &[String], line: usize| lines.get(line).cloned().unwrap_or_default();
        for line in 0..lines {
            let mut columns = format!("{:<width$}", at(&label, line));
            for cell in &cells {
                let _ = write!(columns, "{:<COLUMN$}", at(cell, line));
            }
            self.line(&columns);
        }
    }

    /// What staying and each role come to.
    fn sums(&mut self, roles: &[ComparedRole]) {
        self.line("");
        self.row(&Row { label: String::new(), cells: rows::titles(self.comparison, roles) }, LABEL);
        self.line(&"-".repeat(LABEL + COLUMN * (1 + roles.len())));
        let (sums, part) = rows::sums(self.comparison, roles);
        for row in &sums {
            self.row(row, LABEL);
        }
        if part {
            self.line(&format!("* {}", self.language.word("part-of-year")));
        }
    }

    /// The skills, under the columns of the roles: the label takes that of staying.
    fn skills(&mut self, roles: &[ComparedRole]) {
        self.line("");
        self.line(&self.language.word("skill-levels"));
        for row in rows::skills(roles) {
            self.row(&row, LABEL + COLUMN);
        }
    }

    fn way(&mut self, role: &ComparedRole) {
        self.line("");
        self.look.title(&mut self.out, &role.title);
        for told in rows::way(self.comparison, role) {
            self.look.wrap(&mut self.out, &told, "  ", "  ");
        }
    }

    fn foot(&mut self) {
        self.line("");
        for told in rows::foot(self.comparison) {
            self.paragraph(&told);
        }
        self.paragraph(&cells::stamp(&self.comparison.graph, self.language));
    }
}
