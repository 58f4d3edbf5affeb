//! What a cohort comes to, as text, a page or JSON: the same sections in the same words.

mod additions;
mod page;
mod sections;
mod what_if;

pub use additions::additions_text;
pub use page::summary_page;
use sections::{Section, sections};
use textwrap::{Options, wrap};
pub use what_if::what_if_text;

use crate::report::CohortSummary;

/// The summary as JSON.
#[must_use]
pub fn summary_json(summary: &CohortSummary) -> String {
    let written = serde_json::to_string_pretty(summary).expect("it has no maps but of text");
    format!("{written}\n")
}

/// The summary as text of a width.
#[must_use]
pub fn summary_text(summary: &CohortSummary, width: usize) -> String {
    let mut out = String::new();
    for Section { title, lead, rows, notes } in sections(summary) {
        out.push_str(&title);
        out.push('\n');
        for line in wrap(&lead, Options::new(width).initial_indent("  ").subsequent_indent("  ")) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        let first = rows.iter().map(|row| row[0].chars().count()).max().unwrap_or(0).min(width / 2);
        for row in &rows {
            let rest =
                row[1..].iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join("  ");
            let indent = " ".repeat(first + 4);
            let head = format!("  {:first$}  ", row[0]);
            let lines = wrap(&rest, Options::new(width).initial_indent(&head).subsequent_indent(&indent));
            if lines.is_empty() {
                out.push_str(head.trim_end());
                out.push('\n');
            }
            for line in lines {
                out.push_str(line.trim_end());
                out.push('\n');
            }
        }
        for note in notes {
            for line in wrap(&note, Options::new(width).initial_indent("  ").subsequent_indent("  ")) {
                out.push_str(&line);
                out.push('\n');
            }
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + "\n"
}
