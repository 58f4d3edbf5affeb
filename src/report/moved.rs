//! What moved between two results, and because of what.

use serde::Serialize;

use super::Report;
use crate::units::Money;

/// Where a destination stands in a result, by its best pathway.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stood {
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// From 1.
    pub rank: usize,
    /// Months to the role.
    pub months: u32,
    /// What it costs, as far as known.
    pub cost: Money,
    /// Pay minus costs and upkeep before the horizon.
    pub net_earnings: Option<Money>,
}

impl Stood {
    /// The destinations of a report, best first.
    #[must_use]
    pub fn of(report: &Report) -> Vec<Self> {
        let one = |found: &super::Destination| {
            let best = found.pathways.first()?;
            Some(Self {
                role: found.role.clone(),
                title: found.title.clone(),
                rank: found.rank,
                months: best.months,
                cost: best.cost,
                net_earnings: best.net_earnings,
            })
        };
        report.destinations.iter().filter_map(one).collect()
    }
}

/// Why something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The graph's figures, or the month, are others.
    Figures,
    /// What the office decided.
    Decisions,
    /// The answer to the question of an id.
    Answer(&'static str),
}

/// What one change moved: every destination that was before or is after it, where anything of it is other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// Why.
    pub because: Because,
    /// Where each stood before, and where it stands after; one of them where it came or went.
    pub each: Vec<(Option<Stood>, Option<Stood>)>,
}

impl Moved {
    /// From where destinations stood to where they stand.
    #[must_use]
    pub fn between(because: Because, before: &[Stood], after: &[Stood]) -> Self {
        let stays = after.iter().map(|now| {
            let was = before.iter().find(|was| was.role == now.role);
            (was.cloned(), Some(now.clone()))
        });
        let gone = before.iter().filter(|was| after.iter().all(|now| now.role != was.role));
        let each = stays.chain(gone.map(|was| (Some(was.clone()), None)));
        Self { because, each: each.filter(|(was, now)| was != now).collect() }
    }
}
