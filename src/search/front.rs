//! What nothing beats.

use super::{Pathway, Stop, Value};

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

/// A growing set of things to one target of which none beats another; `T` is what stands for a pathway.
#[derive(Debug, Clone)]
pub struct Front<T> {
    kept: Vec<(Value, T)>,
}

impl<T> Default for Front<T> {
    fn default() -> Self {
        Self { kept: Vec::new() }
    }
}

/// What nothing beats, and what was looked at besides.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// In order of months, cost and steps.
    pub kept: Vec<Pathway>,
    /// Each with the place in `kept` of the first that beats it, or is its equal and comes first; none where fewer of the
    /// same steps lead there as soon.
    pub left: Vec<(Pathway, Option<usize>)>,
    /// Why it was given up, where it was: what is kept may be beaten by something not looked at.
    pub stopped: Option<Stop>,
}

impl<T> Front<T> {
    /// Everything kept so far.
    #[must_use]
    pub fn kept(&self) -> &[(Value, T)] {
        &self.kept
    }

    /// Whether something kept beats a value, whatever else is equal.
    #[must_use]
    pub fn beats(&self, value: &Value) -> bool {
        self.kept.iter().any(|(kept, _)| beats(kept, value))
    }

    /// Whether a value would be kept, or one that is its equal in all but the order of writing: `first` tells whether it is
    /// written before the one kept.
    pub fn would_keep(&self, value: &Value, first: impl Fn(&T) -> bool) -> bool {
        !self
            .kept
            .iter()
            .any(|(kept, thing)| no_worse(kept, value) && (!no_worse(value, kept) || !first(thing)))
    }

    /// Adds what would be kept; drops what it beats or comes before. What is dropped is given back.
    pub fn add(&mut self, value: Value, thing: T) -> Vec<(Value, T)> {
        let dropped = self.kept.extract_if(.., |(kept, _)| no_worse(&value, kept)).collect();
        self.kept.push((value, thing));
        dropped
    }

    /// What is kept, in no order.
    #[must_use]
    pub fn into_kept(self) -> Vec<(Value, T)> {
        self.kept
    }
}

/// The place of the first of some pathways that is no worse than another.
pub(super) fn beaten_by(kept: &[Pathway], value: &Value) -> Option<usize> {
    kept.iter().position(|kept| no_worse(&kept.value, value))
}
