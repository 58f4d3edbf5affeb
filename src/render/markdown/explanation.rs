//! One role explained, as Markdown.

use std::fmt::Write;

use super::super::cells::stamp;
use super::super::explanation::{
    beaten, left_out_of, needed, openings, place, reason, row, title, unsettled, way,
};
use super::escaped;
use crate::report::{BlockedRole, Explanation, Reached, ReasonReport};
use crate::words::Language;

/// Writes an explanation as Markdown: reasons and uses as lists, the score as a table.
#[must_use]
pub fn explanation_markdown(explanation: &Explanation) -> String {
    let language = explanation.settings.language;
    let mut out = format!("# {}\n", escaped(&title(explanation)));
    if let Some(told) = unsettled(explanation) {
        let _ = writeln!(out, "\n{}", escaped(&told));
    }
    if let Some(reached) = &explanation.reached {
        explained(&mut out, reached, language);
    }
    if let Some(blocked) = &explanation.blocked {
        closed(&mut out, blocked, language);
    }
    let _ = writeln!(out, "\n---\n\n{}", escaped(&stamp(&explanation.graph, language)));
    out
}

fn explained(out: &mut String, reached: &Reached, language: Language) {
    let place = place(reached, language);
    let _ = writeln!(out, "\n{}\n\n**{}**", escaped(&place), escaped(&reached.pathway.line));
    if let Some(beaten_by) = &reached.beaten {
        let (heading, told) = (language.word("what-beats"), beaten(beaten_by, language));
        let _ = writeln!(out, "\n## {heading}\n\n{}", escaped(&told));
    }
    let _ = writeln!(out, "\n## {}\n", language.word("what-for"));
    for (at, step) in (1..).zip(&reached.needed) {
        let told = needed(step, at == reached.needed.len(), language);
        let _ = writeln!(out, "{at}. {}", escaped(&told));
    }
    let _ = writeln!(out, "\n## {}\n", language.word("score-of"));
    let heads = ["value", "utility", "weight", "gives"].map(|key| language.word(&format!("column-{key}")));
    let _ = writeln!(out, "| | {} |\n|---|{}", heads.join(" | "), "---:|".repeat(heads.len()));
    for part in &reached.pathway.criteria {
        let cells = row(part, language);
        let _ = writeln!(out, "| {} |", cells.map(|cell| escaped(&cell)).join(" | "));
    }
    if let Some(told) = left_out_of(reached, language) {
        let _ = writeln!(out, "\n## {}\n", escaped(&told));
    }
    for left in &reached.left_out {
        let _ = writeln!(out, "- {}: {}", escaped(&left.line), escaped(&beaten(left, language)));
    }
}

fn closed(out: &mut String, blocked: &BlockedRole, language: Language) {
    let _ = writeln!(out, "\n{}", escaped(&language.word("closed-here")));
    if blocked.by_choices {
        let _ = writeln!(out, "\n{}", escaped(&language.word("only-choices-shut")));
        return;
    }
    let _ = writeln!(out, "\n## {}\n", language.word("why"));
    branch(out, 0, &blocked.reasons, language);
    let _ = writeln!(out, "\n## {}\n", language.word("what-opens"));
    let (lines, note) = openings(blocked, language);
    for told in lines.iter().chain(&note) {
        let _ = writeln!(out, "- {}", escaped(told));
    }
}

/// A reason as an entry of a list, its parts under it.
fn branch(out: &mut String, indent: usize, told: &ReasonReport, language: Language) {
    let (words, parts) = reason(told, language);
    let _ = writeln!(out, "{}- {}", " ".repeat(indent), escaped(&words));
    for part in parts {
        branch(out, indent + 2, part, language);
    }
    if let ReasonReport::Lacks { ways, .. } = told {
        for by in ways {
            let _ = writeln!(out, "{}- {}", " ".repeat(indent + 2), escaped(&way(by, language)));
            if let Some(asks) = &by.asks {
                branch(out, indent + 4, asks, language);
            }
        }
    }
}
