//! What leaving out, insisting on and pinning cost, beside the answer without.

use serde::Serialize;

use super::PathwayReport;
use crate::units::Money;

/// What was left out and insisted on.
#[derive(Debug, Clone, Serialize)]
pub struct ChoicesEcho {
    /// Ids of the steps left out.
    pub exclude: Vec<String>,
    /// Ids of the steps insisted on.
    pub require: Vec<String>,
    /// Ids and titles of the roles that could be reached without these choices, and cannot with them.
    pub lost: Vec<(String, String)>,
}

/// A pathway kept whatever beats it.
#[derive(Debug, Clone, Serialize)]
pub struct Pinned {
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// The pathway.
    pub pathway: PathwayReport,
    /// The best pathway to the role beside it.
    pub against: Against,
}

/// The best pathway without a choice, and what the choice costs beside it. A loss is positive, a gain negative.
#[derive(Debug, Clone, Serialize)]
pub struct Against {
    /// Id of the best pathway without.
    pub id: String,
    /// That one in a line.
    pub line: String,
    /// By how much its score is higher.
    pub score: f64,
    /// How many months sooner it is.
    pub months: i64,
    /// How much cheaper it is.
    pub cost: Money,
    /// How much more it earns; none where not known of both.
    pub net_earnings: Option<Money>,
}
