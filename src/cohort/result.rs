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
}

/// How the result is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A row a person and destination, best first; one row with rank 0 where none was found.
    Long,
    /// A row a person, with so many destinations side by side.
    Wide(usize),
}

/// A column of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub name: String,
    pub holds: Holds,
}

/// What a column of the result holds, where it is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Whole,
    Number,
    /// A number of the graph's currency.
    Money,
}

/// What is told of a destination, in the order of its columns.
const OF_EACH: [(&str, Holds); 12] = [
    ("role", Holds::Text),
    ("title", Holds::Text),
    ("pathway", Holds::Text),
    ("score", Holds::Number),
    ("months", Holds::Whole),
    ("cost", Holds::Money),
    ("net_earnings", Holds::Money),
    ("expected_gain", Holds::Money),
    ("gain_if_finished", Holds::Money),
    ("chance", Holds::Number),
    ("fit", Holds::Number),
    ("pathway_id", Holds::Text),
];
/// What is told of staying.
const OF_STAY: [(&str, Holds); 2] = [("stay_role", Holds::Text), ("stay_net_earnings", Holds::Money)];

/// What was taken with less than certainty.
const ASSUMED: (&str, Holds) = ("assumed", Holds::Text);

/// The columns, with the graph's currency in their names where they hold money.
pub(super) fn columns(graph: &Graph, layout: Layout) -> Vec<Column> {
    let currency = graph.currency.key();
    let column = |(name, holds): (&str, Holds), rank: &str| {
        let money = if holds == Holds::Money { format!("_{currency}") } else { String::new() };
        Column { name: format!("{name}{money}{rank}"), holds }
    };
    let (id, outcome) = (("id", Holds::Text), ("outcome", Holds::Text));
    let all = |some: &[(&str, Holds)], rank: &str| -> Vec<Column> {
        some.iter().map(|one| column(*one, rank)).collect()
    };
    match layout {
        Layout::Long => [&[id, ("rank", Holds::Whole), outcome][..], &OF_EACH, &OF_STAY, &[ASSUMED]]
            .iter()
            .flat_map(|some| all(some, ""))
            .collect(),
        Layout::Wide(top) => {
            let each = (1..=top).flat_map(|rank| all(&OF_EACH, &format!("_{rank}")));
            let first = all(&[id, outcome], "").into_iter().chain(all(&OF_STAY, ""));
            first.chain(each).chain(all(&[ASSUMED], "")).collect()
        }
    }
}

/// A person's rows, with as many cells each as there are columns.
pub(super) fn rows(
    graph: &Graph,
    id: &str,
    list: &Shortlist,
    assumed: &str,
    layout: Layout,
) -> Vec<Vec<Cell>> {
    let assumed = || if assumed.is_empty() { Cell::Nothing } else { Cell::Text(assumed.to_owned()) };
    let id = || Cell::Text(id.to_owned());
    let outcome = || Cell::Text(list.reach.key().to_owned());
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
                first.into_iter().chain(each(best)).chain(stay()).chain([assumed()]).collect()
            };
            if list.best.is_empty() {
                return vec![row(0, None)];
            }
            (1..).zip(&list.best).map(|(rank, best)| row(rank, Some(best))).collect()
        }
        Layout::Wide(top) => {
            let best = (0..top).flat_map(|rank| each(list.best.get(rank)));
            vec![[id(), outcome()].into_iter().chain(stay()).chain(best).chain([assumed()]).collect()]
        }
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
        money(best.net_earnings),
        money(best.gain),
        money(best.gain_if_finished),
        Cell::Number(format!("{:.4}", best.chance)),
        best.fit.map_or(Cell::Nothing, |fit| Cell::Number(format!("{fit:.4}"))),
        Cell::Text(best.id.clone()),
    ]
}
