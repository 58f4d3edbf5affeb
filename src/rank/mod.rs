//! Scores: fixed scales, stated weights, and contributions that add up, so that every place in a list can be explained.
//!
//! [`CRITERIA`] is the one table of what counts. Feasible and desirable stay two things: fit is a criterion of its own
//! and never enters pay.

mod criteria;
mod firm;

pub use criteria::{CRITERIA, Entry, Weights};
pub use firm::{Turn, Weighed, turn};

use crate::eligibility::Standing;
use crate::graph::{Graph, Role};
use crate::search::Value;
use crate::units::Money;

/// The fixed scales of a person's utilities, so that adding a pathway never reorders the others.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// Median yearly pay of all workers in the region.
    pub all_workers: Option<Money>,
    /// Months over which money is counted.
    pub horizon: u32,
    /// Net earnings of staying.
    pub stay: Option<Money>,
}

/// What a destination is worth by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Share of the role's skills that the person has today.
    pub fit: Option<f64>,
    /// Place of projected growth on the graph's scale.
    pub demand: Option<f64>,
}

/// One criterion of a scored pathway.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Which row of the table.
    pub entry: Entry,
    /// Its value in the entry's unit; none where not known.
    pub value: Option<f64>,
    /// From -1 to 1; none where not known.
    pub utility: Option<f64>,
    /// The weight in force.
    pub weight: f64,
    /// Weight times utility.
    pub contribution: f64,
}

/// A score with its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The sum of the contributions.
    pub score: f64,
    /// In the order of [`CRITERIA`].
    pub parts: Vec<Part>,
}

/// How a role suits a person and how sought it is. Fit is the sum of the lesser of have and need over the role's skills
/// today, over the sum of need; demand is projected growth on the graph's scale from 0 to 1.
#[must_use]
pub fn place(graph: &Graph, role: &Role, today: &Standing) -> Place {
    let needed: u32 = role.skills.iter().map(|(_, level)| u32::from(*level)).sum();
    let had: u32 =
        role.skills.iter().map(|(skill, level)| u32::from((*level).min(today.skills[skill.at()]))).sum();
    let method = &graph.method;
    let (floor, ceiling) = (method.demand_floor.known(), method.demand_ceiling.known());
    let growth = graph.occupations[role.occupation.at()].growth.known();
    let demand = match (growth, floor, ceiling) {
        (Some(growth), Some(floor), Some(ceiling)) if ceiling > floor => {
            Some(((growth - floor) / (ceiling - floor)).clamp(0.0, 1.0))
        }
        _ => None,
    };
    Place { fit: (needed > 0).then(|| f64::from(had) / f64::from(needed)), demand }
}

/// What a pathway is by each criterion, and of what use that is from -1 to 1, in the order of [`CRITERIA`]; none where it is
/// not known.
fn utilities(value: &Value, place: &Place, scale: &Scale) -> [(Option<f64>, Option<f64>); 6] {
    let median = scale.all_workers.map(Money::units);
    let gain = value.net.zip(scale.stay).map(|(net, stay)| (net - stay).units());
    let cost = value.cost.units();
    let earned = gain.zip(median).map(|(gain, median)| {
        let scale = 2.0 * median;
        if gain > 0.0 { gain / (gain + scale) } else { (gain / scale).max(-1.0) }
    });
    let months = f64::from(value.months);
    [
        (gain, earned),
        (Some(months), Some(1.0 - months / f64::from(scale.horizon))),
        (Some(cost), median.map(|median| median / (median + cost))),
        (Some(value.chance), Some(value.chance)),
        (place.fit, place.fit),
        (place.demand, place.demand),
    ]
}

/// Scores a pathway: weight times utility, summed over what is known.
#[must_use]
pub fn score(value: &Value, place: &Place, scale: &Scale, weights: &Weights) -> Score {
    let useful = utilities(value, place, scale);
    let in_force = weights.shared_out(useful.map(|(_, utility)| utility.is_some()));
    let parts: Vec<Part> = CRITERIA
        .into_iter()
        .zip(useful)
        .zip(in_force)
        .map(|((entry, (value, utility)), weight)| Part {
            entry,
            value,
            utility,
            weight,
            contribution: weight * utility.unwrap_or(0.0),
        })
        .collect();
    Score { score: nine_places(parts.iter().map(|part| part.contribution).sum()), parts }
}

/// A score to nine places, as it is compared.
fn nine_places(score: f64) -> f64 {
    (score * 1e9).round() / 1e9
}

/// Scores many pathways to one role for one person, without their parts.
#[derive(Debug, Clone)]
pub struct Scorer {
    place: Place,
    scale: Scale,
    /// The weights in force where net earnings are not known, and where they are.
    in_force: [[f64; 6]; 2],
}

impl Scorer {
    /// For a role and a person.
    #[must_use]
    pub fn new(place: &Place, scale: &Scale, weights: &Weights) -> Self {
        let scaled = scale.all_workers.is_some();
        let known = |net: bool| {
            let earnings = net && scaled && scale.stay.is_some();
            [earnings, true, scaled, true, place.fit.is_some(), place.demand.is_some()]
        };
        let in_force = [false, true].map(|net| weights.shared_out(known(net)));
        Self { place: *place, scale: *scale, in_force }
    }

    /// The score that [`score`] tells.
    #[must_use]
    pub fn score(&self, value: &Value) -> f64 {
        let useful = utilities(value, &self.place, &self.scale);
        let in_force = &self.in_force[usize::from(value.net.is_some())];
        let parts = in_force.iter().zip(useful).map(|(weight, (_, utility))| weight * utility.unwrap_or(0.0));
        nine_places(parts.sum())
    }
}
