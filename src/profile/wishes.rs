//! What a person values: criteria and presets of their weights.

use serde::{Deserialize, Serialize};

/// What a pathway is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Gain in net earnings over staying.
    Earnings,
    /// Months to the target.
    Months,
    /// What the steps cost.
    Cost,
    /// Chance of finishing every step at the first attempt.
    Chance,
    /// Skills the person has today against those of the role.
    Fit,
    /// Projected growth of the role's occupation.
    Demand,
}

impl Criterion {
    /// Its id in files and flags.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Earnings => "earnings",
            Self::Months => "months",
            Self::Cost => "cost",
            Self::Chance => "chance",
            Self::Fit => "fit",
            Self::Demand => "demand",
        }
    }
}

/// A named set of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// A bit of everything.
    #[default]
    Balanced,
    /// Earnings above all.
    Pay,
    /// The target as early as possible.
    Soonest,
    /// As little money up front as possible.
    Cheapest,
    /// As little risk of failing a step as possible.
    Surest,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Balanced, Self::Pay, Self::Soonest, Self::Cheapest, Self::Surest];

    /// Its id in files and flags.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Balanced => "balanced",
            Self::Pay => "pay",
            Self::Soonest => "soonest",
            Self::Cheapest => "cheapest",
            Self::Surest => "surest",
        }
    }
}
