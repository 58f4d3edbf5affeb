//! The rows of the result and of the rejects, as CSV.

use super::cells::harmless;
use super::records::Record;
use super::row::Reject;
use crate::graph::Graph;
use crate::recommend::{Listed, Shortlist};
use crate::units::Money;

/// The header of the result: a row a person and destination, best first; one row with rank 0 where none was found.
#[must_use]
pub fn out_header(graph: &Graph) -> Vec<u8> {
    let currency = graph.currency.key();
    line(&[
        "id".to_owned(),
        "rank".to_owned(),
        "outcome".to_owned(),
        "role".to_owned(),
        "title".to_owned(),
        "pathway".to_owned(),
        "score".to_owned(),
        "months".to_owned(),
        format!("cost_{currency}"),
        "cost_known".to_owned(),
        format!("net_earnings_{currency}"),
        format!("gain_{currency}"),
        "chance_at_most".to_owned(),
        "chance_known".to_owned(),
        "fit".to_owned(),
        "stay_role".to_owned(),
        format!("stay_net_earnings_{currency}"),
        "pathway_id".to_owned(),
    ])
}

/// The header of the rejects: a row for each thing amiss.
#[must_use]
pub fn rejects_header() -> Vec<u8> {
    line(&["line", "offset", "column", "code", "reason", "original"].map(str::to_owned))
}

/// A person's rows.
pub(super) fn rows(graph: &Graph, id: &str, list: &Shortlist) -> Vec<u8> {
    let mut out = Vec::new();
    if list.best.is_empty() {
        out.extend(row(graph, id, 0, None, list));
    }
    for (rank, best) in (1..).zip(&list.best) {
        out.extend(row(graph, id, rank, Some(best), list));
    }
    out
}

fn row(graph: &Graph, id: &str, rank: usize, best: Option<&Listed>, list: &Shortlist) -> Vec<u8> {
    let money =
        |amount: Option<Money>| amount.map_or_else(String::new, |money| format!("{:.2}", money.units()));
    let outcome = match (best, list.unsettled) {
        (Some(_), _) => "reached",
        (None, 0) => "none",
        (None, _) => "not_settled",
    };
    let role = |at: crate::graph::RoleIx| graph.roles[at.at()].names.id.clone();
    let of = |told: &dyn Fn(&Listed) -> String| best.map_or_else(String::new, told);
    line(&[
        id.to_owned(),
        rank.to_string(),
        outcome.to_owned(),
        of(&|best| role(best.role)),
        of(&|best| graph.roles[best.role.at()].names.title.clone()),
        of(&|best| best.line.clone()),
        of(&|best| format!("{:.6}", best.score)),
        of(&|best| best.months.to_string()),
        of(&|best| money(Some(best.cost))),
        of(&|best| best.cost_known.to_string()),
        of(&|best| money(best.net_earnings)),
        of(&|best| money(best.gain)),
        of(&|best| format!("{:.4}", best.chance)),
        of(&|best| best.chance_complete.to_string()),
        of(&|best| best.fit.map_or_else(String::new, |fit| format!("{fit:.4}"))),
        list.stay.map_or_else(String::new, role),
        money(list.stay_net),
        of(&|best| best.id.clone()),
    ])
}

/// What is amiss with a record, a row each, with the record as it was.
pub(super) fn rejected(record: &Record, amiss: &[Reject]) -> Vec<u8> {
    let original = String::from_utf8_lossy(&record.bytes);
    let row = |reject: &Reject| {
        line(&[
            record.line.to_string(),
            record.offset.to_string(),
            reject.column.clone(),
            reject.code.to_owned(),
            reject.reason.clone(),
            original.to_string(),
        ])
    };
    amiss.iter().flat_map(row).collect()
}

/// A line of CSV whose text no spreadsheet runs.
fn line(cells: &[String]) -> Vec<u8> {
    let mut out = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        let cell = harmless(cell);
        if cell.contains([',', '"', '\n', '\r']) {
            out.push(b'"');
            out.extend(cell.replace('"', "\"\"").into_bytes());
            out.push(b'"');
        } else {
            out.extend(cell.as_bytes());
        }
    }
    out.push(b'\n');
    out
}
