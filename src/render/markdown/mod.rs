//! Markdown, for notes and pages.

mod explanation;

pub use explanation::explanation_markdown;

use std::fmt::Write;

use super::sentences::{self, Labelled, Sentences};
use crate::report::{PathwayReport, Report};

/// Years of pay shown.
const COLUMNS: usize = 5;

/// Writes a report as Markdown: a heading for each destination, its steps and reasons as a list, its pay as a table.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let says = Sentences::of(report);
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n\n{}\n", escaped(&says.title()), escaped(&says.person()));
    if let Some(background) = says.background() {
        let _ = writeln!(out, "{}\n", escaped(&background));
    }
    let _ = writeln!(out, "{}", escaped(&says.staying()));
    if says.is_nothing() {
        let _ = writeln!(out, "\n{} {}", says.word("none-found"), says.word("none-found-try"));
    }
    for pinned in &report.pinned {
        let title = says.say("pinned", [("title", pinned.title.as_str().into())]);
        let _ = writeln!(out, "\n## {}", escaped(&title));
        pathway(&mut out, says, &pinned.pathway);
        list(&mut out, &[(says.word("label-beside"), says.against(&pinned.pathway, &pinned.against))]);
    }
    for (at, destination) in report.destinations.iter().enumerate() {
        let Some(best) = destination.pathways.first() else { continue };
        if report.stay.below == at {
            let _ = writeln!(out, "\n## {}", escaped(&says.stay_scored()));
        }
        if let Some(part) = says.part(at) {
            let _ = writeln!(out, "\n*{}*", escaped(&part));
        }
        let (rank, title) = (destination.rank, escaped(&destination.title));
        let score = says.language.decimal(best.score, 2);
        let score = says.say("score", [("score", score.into())]);
        let _ = writeln!(out, "\n## {rank}. {title} ({score})");
        if let Some(few) = says.few_openings(destination) {
            let _ = writeln!(out, "\n{}", escaped(&few));
        }
        pathway(&mut out, says, best);
        list(&mut out, &says.reasons(destination, best));
    }
    if report.stay.below >= report.destinations.len() {
        let _ = writeln!(out, "\n## {}", escaped(&says.stay_scored()));
    }
    if let Some(folded) = says.folded() {
        let _ = writeln!(out, "\n{}", escaped(&folded));
    }
    for blocked in &report.blocked {
        let closed = says.say("closed", [("title", blocked.title.as_str().into())]);
        let _ = writeln!(out, "\n## {}\n", escaped(&closed));
        list(&mut out, &sentences::blocked(blocked, says.language));
    }
    out.push_str("\n---\n");
    for told in says.lost().into_iter().chain(says.last()) {
        let _ = writeln!(out, "\n{}", escaped(&told));
    }
    out
}

/// A pathway's line, sums, steps and pay.
fn pathway(out: &mut String, says: Sentences<'_>, path: &PathwayReport) {
    let _ = writeln!(out, "\n**{}**\n", escaped(&path.line));
    list(out, &says.steps(path));
    out.push('\n');
    let mut part = false;
    for (at, (label, cells)) in says.pay(path, COLUMNS).iter().enumerate() {
        part |= cells.iter().any(|cell| cell.contains('*'));
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        let _ = writeln!(out, "| {label} | {} |", cells.join(" | "));
        if at == 0 {
            let _ = writeln!(out, "|---|{}", "---:|".repeat(cells.len()));
        }
    }
    if part {
        let _ = writeln!(out, "\n\\* {}\n", says.word("part-of-year"));
    } else {
        out.push('\n');
    }
}

fn list(out: &mut String, told: &[Labelled]) {
    for (label, text) in told {
        let label = if label.is_empty() { String::new() } else { format!("**{label}** ") };
        let _ = writeln!(out, "- {label}{}", escaped(text));
    }
}

/// Text in which no sign means anything.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
