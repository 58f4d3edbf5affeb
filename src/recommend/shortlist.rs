//! The best destinations in figures alone: what many people at once are told, without the words of a report.

use super::{Settings, at_desk, voice};
use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::search::Find;
use crate::units::Money;

/// A person's best destinations.
#[derive(Debug, Clone)]
pub struct Shortlist {
    /// The role of taking no step.
    pub stay: Option<RoleIx>,
    /// Its net earnings before the horizon.
    pub stay_net: Option<Money>,
    /// The best destinations, best first, each by its best pathway.
    pub best: Vec<Listed>,
    /// How many roles can be reached.
    pub reachable: usize,
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
pub fn shortlist(finder: &dyn Find, graph: &Graph, profile: &Profile, settings: &Settings) -> Shortlist {
    at_desk(graph, profile, settings, |desk, problem| {
        let targets = desk.targets();
        let searched = finder.find(problem, &targets);
        let unsettled = searched.iter().filter(|(_, effort)| effort.stopped.is_some()).count();
        let found = || targets.iter().zip(&searched).filter(|(_, (paths, _))| !paths.is_empty());
        let mut best: Vec<_> = found()
            .filter_map(|(role, (paths, _))| {
                let place = crate::rank::place(graph, &graph.roles[role.at()], &desk.today);
                let scored = paths.iter().map(|path| desk.scored_at(&place, path));
                Some((*role, scored.min_by(|a, b| a.cmp_to(b, graph))?, place.fit))
            })
            .collect();
        best.sort_by(|(_, a, _), (_, b, _)| a.cmp_to(b, graph));
        let reachable = best.len();
        let listed = best.into_iter().take(settings.top).map(|(role, scored, fit)| {
            let value = &scored.pathway.value;
            Listed {
                role,
                id: voice::id(graph, scored.pathway),
                line: desk.voice().line(scored.pathway),
                score: scored.score.score,
                months: value.months,
                cost: value.cost,
                cost_known: scored.pathway.unpriced.is_empty(),
                net_earnings: value.net,
                gain: value.net.zip(desk.scale.stay).map(|(net, stay)| net - stay),
                chance: value.chance,
                chance_complete: scored.pathway.unrated.is_empty(),
                fit,
            }
        });
        Shortlist { stay: desk.stay.0, stay_net: desk.stay.2, best: listed.collect(), reachable, unsettled }
    })
}
