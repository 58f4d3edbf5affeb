//! Why a role cannot be reached: what it asks for that cannot be had within the limits, and what stands in the way.
//!
//! Every step is looked at by itself: the month it could be done by if nothing else took time or money. What cannot be had
//! even so is told as a tree; what can is left out.

use std::collections::BTreeSet;

use super::alone::{Alone, Bar};
use crate::eligibility::{Unmet, unmet};
use crate::graph::{Graph, Node, Requirement, RoleIx};
use crate::profile::Profile;
use crate::search::Limits;
use crate::search::timeline::NEVER;

/// What cannot be had, as a tree. Each step that would bring something is told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// All of these would be needed.
    All(Vec<Reason>),
    /// One of these would do.
    Any(Vec<Reason>),
    /// So many of these would be needed.
    More(usize, Vec<Reason>),
    /// This cannot be had, by any of these steps; those told above are left out.
    Lacks(Unmet, Vec<Way>),
    /// Each part can be had, but no sooner than this month together with being hired.
    Late(u32),
    /// Each part can be had by itself, but not all of them within the limits.
    Together,
}

/// A step that would bring something missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The step.
    pub node: Node,
    /// What stands in the way of the step by itself.
    pub bars: Vec<Bar>,
    /// What it asks for that cannot be had; told only where nothing else stands in the way.
    pub asks: Option<Reason>,
    /// Whether its issuer would let one sit, and only the preparation that we think is needed cannot be had.
    pub only_prepared: bool,
}

/// Why a role cannot be reached.
#[must_use]
pub fn reasons(graph: &Graph, profile: &Profile, limits: &Limits, target: RoleIx) -> Reason {
    let alone = Alone::of(graph, profile, limits);
    let mut teller = Teller { graph, alone: &alone, told: BTreeSet::from([Node::Role(target)]) };
    let entry = alone.asked(Node::Role(target));
    if alone.ready(&entry) > limits.max_months {
        return teller.tell(&entry);
    }
    let soonest = alone.end(Node::Role(target));
    if soonest > limits.max_months { Reason::Late(soonest) } else { Reason::Together }
}

struct Teller<'t> {
    graph: &'t Graph,
    alone: &'t Alone<'t>,
    /// The steps told so far.
    told: BTreeSet<Node>,
}

impl Teller<'_> {
    /// Tells a requirement that cannot be met in time.
    fn tell(&mut self, requirement: &Requirement) -> Reason {
        let most = self.alone.limits.max_months;
        let mut shut = |parts: &[Requirement]| -> Vec<Reason> {
            let shut = parts.iter().filter(|part| self.alone.ready(part) > most);
            shut.map(|part| self.tell(part)).collect()
        };
        match requirement {
            Requirement::All(parts) => match shut(parts) {
                mut parts if parts.len() == 1 => parts.remove(0),
                parts => Reason::All(parts),
            },
            Requirement::Any(parts) => match shut(parts) {
                mut parts if parts.len() == 1 => parts.remove(0),
                parts => Reason::Any(parts),
            },
            Requirement::AtLeast { n, of } => {
                let open = of.iter().filter(|part| self.alone.ready(part) <= most).count();
                Reason::More(n - open, {
                    let shut = of.iter().filter(|part| self.alone.ready(part) > most);
                    shut.map(|part| self.tell(part)).collect()
                })
            }
            leaf => {
                let lacks = unmet(leaf, &self.alone.today).expect("what is met is had today");
                let ways = self.alone.ways(leaf);
                let new: Vec<Node> = ways.into_iter().filter(|node| self.told.insert(*node)).collect();
                Reason::Lacks(lacks, new.into_iter().map(|node| self.way(node, leaf)).collect())
            }
        }
    }

    fn way(&mut self, node: Node, leaf: &Requirement) -> Way {
        let bars = self.alone.bars(node, leaf);
        let asks = self.alone.asked(node);
        let shut = bars.is_empty() && self.alone.ready(&asks) > self.alone.limits.max_months;
        let only_prepared = shut && self.may_sit(node);
        let late = (bars.is_empty() && !shut).then(|| Bar::Months(self.alone.by(node, leaf)));
        let bars = late.filter(|bar| *bar != Bar::Months(NEVER)).into_iter().chain(bars).collect();
        Way { node, bars, asks: shut.then(|| self.tell(&asks)), only_prepared }
    }

    /// Whether the issuer of a credential would let one sit in time.
    fn may_sit(&self, node: Node) -> bool {
        let Node::Credential(credential) = node else { return false };
        let eligibility = &self.graph.credentials[credential.at()].eligibility.value;
        self.alone.ready(eligibility) <= self.alone.limits.max_months
    }
}
