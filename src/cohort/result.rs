//! The rows of the result: what stands in each column, whatever format it is written in.

use crate::graph::{Graph, RoleIx};
use crate::recommend::{Listed, Shortlist};
use crate::units::Money;

/// What a cell of the result holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing, or nothing that is known.
    Nothing,
    Text(String),
    /// A number as it is written.
    Number(String),
    Flag(bool),
}

/// How the result is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A row a person and destination, best first; one row with rank 0 where none was found.
    Long,
    /// A row a person, with so many destinations side by side.
    Wide(usize),
}

/// What is told of a destination, in the order of its columns.
const OF_EACH: [&str; 13] = [
    "role",
    "title",
    "pathway",
    "score",
    "months",
    "cost",
    "cost_known",
    "net_earnings",
    "gain",
    "chance_at_most",
    "chance_known",
    "fit",
    "pathway_id",
];

/// The names of the columns, with the graph's currency where they hold money.
pub(super) fn names(graph: &Graph, layout: Layout) -> Vec<String> {
    let currency = graph.currency.key();
    let money = |name: &str| match name {
        "cost" | "net_earnings" | "gain" => format!("{name}_{currency}"),
        plain => plain.to_owned(),
    };
    let person = |names: [&str; 2]| names.map(str::to_owned).into_iter();
    let stay = ["stay_role".to_owned(), format!("stay_net_earnings_{currency}")];
    match layout {
        Layout::Long => person(["id", "rank"])
            .chain(["outcome".to_owned()])
            .chain(OF_EACH.map(money))
            .chain(stay)
            .collect(),
        Layout::Wide(top) => {
            let each = (1..=top).flat_map(|rank| OF_EACH.map(|name| format!("{}_{rank}", money(name))));
            person(["id", "outcome"]).chain(stay).chain(each).collect()
        }
    }
}

/// A person's rows, with as many cells each as there are columns.
pub(super) fn rows(graph: &Graph, id: &str, list: &Shortlist, layout: Layout) -> Vec<Vec<Cell>> {
    let id = || Cell::Text(id.to_owned());
    let outcome = || Cell::Text(outcome(list).to_owned());
    let stay = || {
        let role = list.stay.map_or(Cell::Nothing, |role| Cell::Text(name(graph, role)));
        [role, money(list.stay_net)]
    };
    let each = |best: Option<&Listed>| match best {
        Some(best) => of_each(graph, best),
        None => vec![Cell::Nothing; OF_EACH.len()],
    };
    match layout {
        Layout::Long => {
            let row = |rank: usize, best: Option<&Listed>| {
                let first = [id(), Cell::Number(rank.to_string()), outcome()];
                first.into_iter().chain(each(best)).chain(stay()).collect()
            };
            if list.best.is_empty() {
                return vec![row(0, None)];
            }
            (1..).zip(&list.best).map(|(rank, best)| row(rank, Some(best))).collect()
        }
        Layout::Wide(top) => {
            let best = (0..top).flat_map(|rank| each(list.best.get(rank)));
            vec![[id(), outcome()].into_iter().chain(stay()).chain(best).collect()]
        }
    }
}

/// Whether anything was found, and if not whether all was looked at.
pub(super) const fn outcome(list: &Shortlist) -> &'static str {
    match (list.best.is_empty(), list.unsettled) {
        (false, _) => "reached",
        (true, 0) => "none",
        (true, _) => "not_settled",
    }
}

fn name(graph: &Graph, role: RoleIx) -> String {
    graph.roles[role.at()].names.id.clone()
}

fn money(amount: Option<Money>) -> Cell {
    amount.map_or(Cell::Nothing, |money| Cell::Number(format!("{:.2}", money.units())))
}

fn of_each(graph: &Graph, best: &Listed) -> Vec<Cell> {
    vec![
        Cell::Text(name(graph, best.role)),
        Cell::Text(graph.roles[best.role.at()].names.title.clone()),
        Cell::Text(best.line.clone()),
        Cell::Number(format!("{:.6}", best.score)),
        Cell::Number(best.months.to_string()),
        money(Some(best.cost)),
        Cell::Flag(best.cost_known),
        money(best.net_earnings),
        money(best.gain),
        Cell::Number(format!("{:.4}", best.chance)),
        Cell::Flag(best.chance_complete),
        best.fit.map_or(Cell::Nothing, |fit| Cell::Number(format!("{fit:.4}"))),
        Cell::Text(best.id.clone()),
    ]
}
