//! What several formats put into a cell or at the end of a page.

use crate::report::{GraphStamp, PathwayReport};
use crate::units::Currency;
use crate::words::{ARROW, Language};

/// How many in 100 finish a pathway.
pub(super) fn chance(path: &PathwayReport, language: Language) -> String {
    language.decimal(100.0 * path.chance, 0)
}

/// What a pathway costs.
pub(super) fn cost(path: &PathwayReport, language: Language, currency: Currency) -> String {
    language.money(Some(path.cost), currency)
}

/// A pathway's line without the word for today.
pub(super) fn line(line: &str, language: Language) -> String {
    line.trim_start_matches(&format!("{}{ARROW}", language.word("line-now"))).to_owned()
}

/// Which graph something was made from.
pub(super) fn stamp(graph: &GraphStamp, language: Language) -> String {
    let filled = [
        ("id", graph.id.as_str().into()),
        ("version", graph.version.as_str().into()),
        ("digest", graph.digest.as_str().into()),
    ];
    language.say("graph-short", filled)
}
