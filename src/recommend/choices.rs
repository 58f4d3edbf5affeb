//! What choices cost: the answer with them beside the answer without.

use super::{Desk, Ranked, Scored, Settings, at_desk, voice};
use crate::graph::{Graph, Node, RoleIx};
use crate::profile::Profile;
use crate::report::{Against, ChoicesEcho, Pinned};
use crate::search::{Choices, Find, Found, Problem, survey};

/// The best pathways without choices, to measure the choices against.
pub(super) struct Free {
    found: Vec<(RoleIx, Found)>,
}

impl Free {
    /// Whether a role can be reached without choices.
    pub(super) fn reaches(&self, role: RoleIx) -> bool {
        self.found.iter().any(|(known, found)| *known == role && !found.pathways.is_empty())
    }
}

impl Desk<'_> {
    /// The answer without choices; nothing where nothing is chosen.
    pub(super) fn free(&self, finder: &dyn Find, targets: &[RoleIx]) -> Option<Free> {
        if !self.settings.choices.any() {
            return None;
        }
        let rules = self.settings.rules();
        let problem = Problem::new(self.graph, self.profile, self.pay, rules, self.limits);
        let found = finder.find(&problem, targets);
        Some(Free { found: targets.iter().copied().zip(found).collect() })
    }

    /// What the choices cost for a destination.
    pub(super) fn against_free(&self, ranked: &Ranked<'_>, free: &Free) -> Option<Against> {
        let (_, found) = free.found.iter().find(|(role, _)| *role == ranked.role)?;
        let without = self.ranked(ranked.role, &found.pathways, found.size);
        Some(self.against(ranked.best(), without.pathways.first()?))
    }

    /// What was chosen, and which roles that loses.
    pub(super) fn choices_echo(&self, free: &Free, reached: &[RoleIx]) -> ChoicesEcho {
        let ids = |nodes: &[Node]| nodes.iter().map(|node| self.graph.names(*node).id.clone()).collect();
        let lost =
            free.found.iter().filter(|(role, found)| !found.pathways.is_empty() && !reached.contains(role));
        let named = lost.map(|(role, _)| {
            let names = &self.graph.roles[role.at()].names;
            (names.id.clone(), self.voice().title(names).to_owned())
        });
        ChoicesEcho {
            exclude: ids(&self.settings.choices.exclude),
            require: ids(&self.settings.choices.require),
            lost: named.collect(),
        }
    }

    fn against(&self, chosen: &Scored<'_>, best: &Scored<'_>) -> Against {
        let (one, other) = (&chosen.pathway.value, &best.pathway.value);
        Against {
            id: voice::id(self.graph, best.pathway),
            line: self.voice().line(best.pathway),
            score: best.score.score - chosen.score.score,
            months: i64::from(one.months) - i64::from(other.months),
            cost: one.cost - other.cost,
            net_earnings: other.net.zip(one.net).map(|(best, chosen)| best - chosen),
        }
    }
}

/// A pathway by its id, whatever beats it, beside the best to the same role.
///
/// # Errors
/// The ids of the pathways found to the role that the id ends in, where it is none of them; none where it ends in no role.
pub fn pinned(
    graph: &Graph,
    profile: &Profile,
    settings: &Settings,
    id: &str,
) -> Result<Pinned, Vec<String>> {
    let last = id.rsplit('~').next().and_then(|step| step.split('@').next()).unwrap_or_default();
    let role = graph.role(last).ok_or_else(Vec::new)?;
    let free = Settings { choices: Choices::default(), ..settings.clone() };
    at_desk(graph, profile, &free, |desk, problem| {
        let found = survey(problem, role);
        let every = || found.kept.iter().chain(found.left.iter().map(|(path, _)| path));
        let chosen = every().find(|path| voice::id(graph, path) == id);
        let Some(chosen) = chosen else { return Err(every().map(|path| voice::id(graph, path)).collect()) };
        let chosen = desk.scored(role, chosen);
        let ranked = desk.ranked(role, &found.kept, None);
        Ok(Pinned {
            role: graph.roles[role.at()].names.id.clone(),
            title: desk.voice().role_title(role).to_owned(),
            pathway: desk.pathway(chosen.pathway, &chosen.score),
            against: desk.against(&chosen, ranked.best()),
        })
    })
}
