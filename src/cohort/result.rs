//! The rows of the result: what stands in each column, whatever format it is written in.

use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::recommend::{Listed, Shortlist, YEARS};
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
const OF_EACH: [(&str, Holds); 24] = [
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
    ("first_step", Holds::Text),
    ("first_month", Holds::Text),
    ("study_at", Holds::Text),
    ("pay_year_1", Holds::Money),
    ("pay_year_1_low", Holds::Money),
    ("pay_year_1_high", Holds::Money),
    ("pay_year_3", Holds::Money),
    ("pay_year_3_low", Holds::Money),
    ("pay_year_3_high", Holds::Money),
    ("pay_year_10", Holds::Money),
    ("pay_year_10_low", Holds::Money),
    ("pay_year_10_high", Holds::Money),
    ("pathway_id", Holds::Text),
];
/// What is told of staying, of why a wanted role is not reached, and of what was taken with less than certainty.
const OF_PERSON: [(&str, Holds); 6] = [
    ("region", Holds::Text),
    ("pay_now", Holds::Money),
    ("stay_role", Holds::Text),
    ("stay_net_earnings", Holds::Money),
    ("why_not", Holds::Text),
    ("assumed", Holds::Text),
];

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
        Layout::Long => {
            let first = all(&[id, ("rank", Holds::Whole), outcome], "");
            first.into_iter().chain(all(&OF_EACH, "")).chain(all(&OF_PERSON, "")).collect()
        }
        Layout::Wide(top) => {
            let each = (1..=top).flat_map(|rank| all(&OF_EACH, &format!("_{rank}")));
            all(&[id, outcome], "").into_iter().chain(all(&OF_PERSON, "")).chain(each).collect()
        }
    }
}

/// What a row tells of a person beside the destinations.
pub(super) struct Beside<'p> {
    pub id: &'p str,
    pub person: &'p Profile,
    pub why_not: &'p str,
    pub assumed: &'p str,
}

/// A person's rows, with as many cells each as there are columns.
pub(super) fn rows(graph: &Graph, list: &Shortlist, beside: &Beside<'_>, layout: Layout) -> Vec<Vec<Cell>> {
    let id = || Cell::Text(beside.id.to_owned());
    let outcome = || Cell::Text(list.reach.key().to_owned());
    let of_person = || {
        let role = list.stay.map_or(Cell::Nothing, |role| Cell::Text(name(graph, role)));
        let region = Cell::Text(graph.regions.get(beside.person.region).title.clone());
        let (why_not, assumed) = (text(beside.why_not), text(beside.assumed));
        [region, money(list.pay_now), role, money(list.stay_net), why_not, assumed]
    };
    let each = |best: Option<&Listed>| match best {
        Some(best) => of_each(graph, best),
        None => vec![Cell::Nothing; OF_EACH.len()],
    };
    match layout {
        Layout::Long => {
            let row = |rank: usize, best: Option<&Listed>| {
                let first = [id(), Cell::Number(rank.to_string()), outcome()];
                first.into_iter().chain(each(best)).chain(of_person()).collect()
            };
            if list.best.is_empty() {
                return vec![row(0, None)];
            }
            (1..).zip(&list.best).map(|(rank, best)| row(rank, Some(best))).collect()
        }
        Layout::Wide(top) => {
            let best = (0..top).flat_map(|rank| each(list.best.get(rank)));
            vec![[id(), outcome()].into_iter().chain(of_person()).chain(best).collect()]
        }
    }
}

fn text(told: &str) -> Cell {
    if told.is_empty() { Cell::Nothing } else { Cell::Text(told.to_owned()) }
}

fn name(graph: &Graph, role: RoleIx) -> String {
    graph.roles[role.at()].names.id.clone()
}

fn money(amount: Option<Money>) -> Cell {
    amount.map_or(Cell::Nothing, |money| Cell::Number(format!("{:.2}", money.units())))
}

fn of_each(graph: &Graph, best: &Listed) -> Vec<Cell> {
    let (step, month) = match &best.first {
        Some((step, month)) => (text(step), Cell::Text(month.to_string())),
        None => (Cell::Nothing, Cell::Nothing),
    };
    let mut cells = vec![
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
        step,
        month,
        best.study_at.as_deref().map_or(Cell::Nothing, text),
    ];
    for year in YEARS {
        let wage = best.wages.iter().find(|wage| wage.year == year);
        cells.extend([
            money(wage.and_then(|wage| wage.mid)),
            money(wage.and_then(|wage| wage.low)),
            money(wage.and_then(|wage| wage.high)),
        ]);
    }
    cells.push(Cell::Text(best.id.clone()));
    cells
}
