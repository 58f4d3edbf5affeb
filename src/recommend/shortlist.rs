//! The best destinations in figures alone: what many people at once are told, without the words of a report.

use super::{Scored, Settings, paid_at_desk, voice};
use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::rank::{Place, Scorer, place};
use crate::search::{Target, Value, best};
use crate::units::Money;
use crate::wages::PayBooks;

/// A person's best destinations.
#[derive(Debug, Clone)]
pub struct Shortlist {
    /// The role of taking no step.
    pub stay: Option<RoleIx>,
    /// Its net earnings before the horizon.
    pub stay_net: Option<Money>,
    /// The best destinations, best first, each by its best pathway.
    pub best: Vec<Listed>,
    /// How many roles were not settled.
    pub unsettled: usize,
}

/// A destination by its best pathway.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The role.
    pub role: RoleIx,
    /// The pathway's id.
    pub id: String,
    /// The pathway in a line.
    pub line: String,
    /// Its score.
    pub score: f64,
    /// Months to the role.
    pub months: u32,
    /// What it costs, as far as known.
    pub cost: Money,
    /// Whether all of it is known.
    pub cost_known: bool,
    /// Pay minus costs and upkeep before the horizon.
    pub net_earnings: Option<Money>,
    /// The same over staying.
    pub gain: Option<Money>,
    /// Product of the known rates.
    pub chance: f64,
    /// Whether every rate is known.
    pub chance_complete: bool,
    /// Share of the role's skills had today.
    pub fit: Option<f64>,
}

/// The best destinations of a person, as many as the settings list: the same, in the same order, with the same figures as
/// those of a report.
#[must_use]
pub fn shortlist(graph: &Graph, pay: &PayBooks<'_>, profile: &Profile, settings: &Settings) -> Shortlist {
    paid_at_desk(graph, profile, &pay.of(profile), settings, |desk, problem| {
        let targets = desk.targets();
        let places: Vec<Place> =
            targets.iter().map(|role| place(graph, &graph.roles[role.at()], &desk.today)).collect();
        let scorers: Vec<_> = places
            .iter()
            .map(|place| {
                let scorer = Scorer::new(place, &desk.scale, &desk.weights);
                move |value: &Value, priced: bool| scorer.score(value, priced)
            })
            .collect();
        let aims: Vec<Target<'_>> =
            targets.iter().zip(&scorers).map(|(role, score)| Target { role: *role, score }).collect();
        let searched = best(problem, &aims, settings.top);
        let mut best: Vec<(Scored<'_>, Option<f64>)> = searched
            .found
            .iter()
            .map(|(at, pathway)| (desk.scored_at(&places[*at], pathway), places[*at].fit))
            .collect();
        best.sort_by(|(a, _), (b, _)| a.cmp_to(b, graph));
        let listed = best.into_iter().take(settings.top).map(|(scored, fit)| {
            let (pathway, value) = (scored.pathway, &scored.pathway.value);
            Listed {
                role: pathway.target,
                id: voice::id(graph, pathway),
                line: desk.voice().line(pathway),
                score: scored.score.score,
                months: value.months,
                cost: value.cost,
                cost_known: pathway.unpriced.is_empty(),
                net_earnings: value.net,
                gain: value.net.zip(desk.scale.stay).map(|(net, stay)| net - stay),
                chance: value.chance,
                chance_complete: pathway.unrated.is_empty(),
                fit,
            }
        });
        let listed = listed.collect();
        Shortlist { stay: desk.stay.0, stay_net: desk.stay.2, best: listed, unsettled: searched.unsettled }
    })
}
