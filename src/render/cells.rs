//! What several formats put into a cell or at the end of a page.

use crate::report::{GraphStamp, PathwayReport};
use crate::units::Currency;
use crate::words::Language;

/// The chance of a pathway: a number, at most a number, or that it is not known.
pub(super) fn chance(path: &PathwayReport, language: Language) -> String {
    let rated = path.criteria.iter().any(|part| part.id == "chance" && part.known);
    match (rated, path.chance_complete, language.decimal(path.chance, 2)) {
        (false, ..) => language.word("is-not-known"),
        (true, false, chance) => language.say("is-at-most", [("chance", chance.into())]),
        (true, true, chance) => chance,
    }
}

/// What a pathway costs, or what it costs at least.
pub(super) fn cost(path: &PathwayReport, language: Language, currency: Currency) -> String {
    match (path.cost_known, language.money(Some(path.cost), currency)) {
        (true, cost) => cost,
        (false, cost) => language.say("cost-or-more", [("money", cost.into())]),
    }
}

/// A pathway's line without the word for today.
pub(super) fn line(line: &str, language: Language) -> String {
    line.trim_start_matches(&format!("{} ~ ", language.word("line-now"))).to_owned()
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
