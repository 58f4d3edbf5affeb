//! The table of criteria: what each is measured in and what it weighs in every preset.

use crate::profile::{Criterion, Preset, Profile};

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// What is judged.
    pub criterion: Criterion,
    /// The unit of its value; empty stands for the graph's currency.
    pub unit: &'static str,
    /// Weights in the presets balanced, pay, soonest, cheapest and surest.
    weights: [f64; 5],
}

/// What counts, in the order in which it is told.
pub const CRITERIA: [Entry; 6] = [
    Entry { criterion: Criterion::Earnings, unit: "", weights: [0.45, 0.70, 0.25, 0.25, 0.25] },
    Entry { criterion: Criterion::Months, unit: "months", weights: [0.10, 0.05, 0.40, 0.10, 0.10] },
    Entry { criterion: Criterion::Cost, unit: "", weights: [0.10, 0.05, 0.10, 0.40, 0.10] },
    Entry { criterion: Criterion::Chance, unit: "share", weights: [0.10, 0.05, 0.10, 0.10, 0.40] },
    Entry { criterion: Criterion::Fit, unit: "share", weights: [0.20, 0.10, 0.10, 0.10, 0.10] },
    Entry { criterion: Criterion::Demand, unit: "share", weights: [0.05, 0.05, 0.05, 0.05, 0.05] },
];

/// Weights that add up to 1, in the order of [`CRITERIA`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights([f64; 6]);

impl Weights {
    /// A person's weights: the preset's, with the weights they give themselves in place, scaled to add up to 1.
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        let column = match profile.preset {
            Preset::Balanced => 0,
            Preset::Pay => 1,
            Preset::Soonest => 2,
            Preset::Cheapest => 3,
            Preset::Surest => 4,
        };
        let own = |criterion| profile.weights.iter().find(|(named, _)| *named == criterion).map(|(_, w)| *w);
        let raw = CRITERIA.map(|entry| own(entry.criterion).unwrap_or(entry.weights[column]));
        let sum: f64 = raw.iter().sum();
        Self(if sum > 0.0 { raw.map(|weight| weight / sum) } else { raw })
    }

    /// The same with one criterion at a share of all, the others in their old proportions.
    #[must_use]
    pub fn with_share(&self, criterion: usize, share: f64) -> Self {
        let rest = 1.0 - self.0[criterion];
        let others = if rest > 0.0 { (1.0 - share) / rest } else { 0.0 };
        let mut weights = self.0.map(|weight| weight * others);
        weights[criterion] = share;
        Self(weights)
    }

    /// Each weight so many times as heavy, scaled to add up to 1.
    #[must_use]
    pub fn times(&self, factors: [f64; 6]) -> Self {
        let mut weights = self.0;
        weights.iter_mut().zip(factors).for_each(|(weight, factor)| *weight *= factor);
        let sum: f64 = weights.iter().sum();
        Self(if sum > 0.0 { weights.map(|weight| weight / sum) } else { weights })
    }

    /// The weights in the order of [`CRITERIA`].
    #[must_use]
    pub const fn all(&self) -> &[f64; 6] {
        &self.0
    }

    /// The weights in force where some criteria are not known: theirs is shared out among the known in proportion.
    #[must_use]
    pub fn shared_out(&self, known: [bool; 6]) -> [f64; 6] {
        let kept: f64 = self.0.iter().zip(known).filter(|(_, known)| *known).map(|(weight, _)| weight).sum();
        let mut shared = self.0;
        for (weight, known) in shared.iter_mut().zip(known) {
            *weight = if known && kept > 0.0 { *weight / kept } else { 0.0 };
        }
        shared
    }
}
