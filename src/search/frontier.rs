//! What nothing beats.

use std::cmp::Ordering;

use super::{Pathway, Step, Stop, Value};
use crate::graph::Node;

/// Whether one value beats another: no worse on months, cost, net earnings and chance, and better on one. Where net
/// earnings are known on one side only, neither beats the other; unknown on both, the other three decide.
#[must_use]
pub fn beats(one: &Value, other: &Value) -> bool {
    no_worse(one, other) && !no_worse(other, one)
}

/// No worse on all four; false where net earnings are known on one side only.
fn no_worse(one: &Value, other: &Value) -> bool {
    one.net.is_some() == other.net.is_some()
        && one.months <= other.months
        && one.cost <= other.cost
        && one.net >= other.net
        && one.chance >= other.chance
}

/// The written order of two lists of steps: by start month, then entries first, then id, then mode. It is the last
/// word where all else is equal.
pub(super) fn written_order(one: &[Step], other: &[Step], rank: &impl Fn(Node) -> u32) -> Ordering {
    let key = |step: &Step| (step.start, !matches!(step.node, Node::Role(_)), rank(step.node), step.mode);
    one.iter().map(key).cmp(other.iter().map(key))
}

/// A growing set of pathways to one target of which none beats another.
#[derive(Debug, Clone, Default)]
pub struct Frontier {
    /// In order of months.
    kept: Vec<Pathway>,
    /// What was looked at and is beaten, where that is asked for.
    left: Option<Vec<Pathway>>,
}

/// What nothing beats, and what was looked at besides.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// In order of months, cost and steps.
    pub kept: Vec<Pathway>,
    /// Each with the place in `kept` of the first that beats it, or is its equal and comes first.
    pub left: Vec<(Pathway, usize)>,
    /// Why it was given up, where it was: what is kept may be beaten by something not looked at.
    pub stopped: Option<Stop>,
}

impl Frontier {
    /// One that also remembers what it leaves out.
    pub(super) fn remembering() -> Self {
        Self { left: Some(Vec::new()), ..Self::default() }
    }

    /// Whether it remembers what it leaves out.
    pub(super) const fn remembers(&self) -> bool {
        self.left.is_some()
    }

    /// What is kept and what is left out.
    pub(super) fn into_survey(mut self, rank: &impl Fn(Node) -> u32) -> Survey {
        let left = self.left.take().unwrap_or_default();
        let kept = self.into_sorted(rank);
        let beaten = |path: Pathway| {
            let by = kept.iter().position(|kept| no_worse(&kept.value, &path.value));
            (path, by.expect("what beat it is kept or was beaten in turn"))
        };
        Survey { left: left.into_iter().map(beaten).collect(), kept, stopped: None }
    }

    /// Everything kept so far, in order of months.
    pub(super) fn kept(&self) -> &[Pathway] {
        &self.kept
    }

    /// Adds a pathway unless something kept beats it or is its equal and comes first; drops what it beats.
    pub(super) fn add(&mut self, found: Pathway, rank: &impl Fn(Node) -> u32) {
        let first = |one: &Pathway, other: &Pathway| {
            let unknown = |path: &Pathway| (!path.value.rated, !path.unpriced.is_empty());
            unknown(one).cmp(&unknown(other)).then_with(|| written_order(&one.steps, &other.steps, rank))
        };
        for kept in &self.kept {
            if no_worse(&kept.value, &found.value)
                && (!no_worse(&found.value, &kept.value) || first(kept, &found).is_le())
            {
                // the same steps in the same months are the same pathway
                let same = kept.steps == found.steps;
                self.left.iter_mut().filter(|_| !same).for_each(|left| left.push(found.clone()));
                return;
            }
        }
        let beaten = |kept: &mut Pathway| no_worse(&found.value, &kept.value);
        match &mut self.left {
            None => self.kept.retain_mut(|kept| !beaten(kept)),
            Some(left) => left.extend(self.kept.extract_if(.., beaten)),
        }
        let place = self.kept.partition_point(|kept| kept.value.months <= found.value.months);
        self.kept.insert(place, found);
    }

    /// What is kept, in order of months, cost and steps.
    pub(super) fn into_sorted(mut self, rank: &impl Fn(Node) -> u32) -> Vec<Pathway> {
        self.kept.sort_by(|a, b| {
            (a.value.months, a.value.cost)
                .cmp(&(b.value.months, b.value.cost))
                .then_with(|| written_order(&a.steps, &b.steps, rank))
        });
        self.kept
    }
}
