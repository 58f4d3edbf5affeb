//! What a search reads of a person, and nothing else: people of one class have the same pathways.

use crate::eligibility::{Standing, holds};
use crate::graph::{Graph, HoldingIx, RegionIx, Requirement, RoleIx};
use crate::profile::Profile;
use crate::search::{Choices, Limits};
use crate::units::Money;

/// The conditions on schooling and skill that requirements of a graph name, each once.
#[derive(Debug)]
pub(super) struct Conditions(Vec<Requirement>);

impl Conditions {
    pub fn of(graph: &Graph) -> Self {
        // holdings and months are told by a class as they are
        Self(graph.levels_asked(graph.nodes()).into_iter().cloned().collect())
    }

    /// Which of them hold, one bit each.
    fn met(&self, standing: &Standing) -> Box<[u64]> {
        let bits = |some: &[Requirement]| {
            let met = some.iter().zip(0..).filter(|(condition, _)| holds(condition, standing));
            met.map(|(_, at)| 1_u64 << at).sum()
        };
        self.0.chunks(64).map(bits).collect()
    }
}

/// A start class: where, with what, how long at work at what pay, with how much time for study, and what is chosen. Budget and longest
/// time are not of it: they take away from what is found and change nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Class {
    region: RegionIx,
    anywhere: bool,
    holdings: Box<[HoldingIx]>,
    /// Roles with months worked in them.
    experience: Box<[(RoleIx, u32)]>,
    current: Option<(RoleIx, Option<Money>)>,
    met: Box<[u64]>,
    study_hours: u32,
    may_stop_working: bool,
    /// The longest time to a target that is looked at.
    longest: u32,
    /// What is left out and insisted on.
    choices: Choices,
}

impl Class {
    pub fn of(
        graph: &Graph,
        conditions: &Conditions,
        profile: &Profile,
        limits: &Limits,
        longest: u32,
        choices: &Choices,
    ) -> Self {
        let worked = profile.experience.iter().filter(|worked| worked.months > 0);
        Self {
            region: profile.region,
            anywhere: limits.anywhere,
            holdings: profile.holdings.as_slice().into(),
            experience: worked.map(|worked| (worked.role, worked.months)).collect(),
            current: profile.current.map(|role| (role, profile.current_pay)),
            met: conditions.met(&Standing::today(graph, profile)),
            study_hours: limits.study_hours,
            may_stop_working: limits.may_stop_working,
            longest,
            choices: choices.clone(),
        }
    }
}
