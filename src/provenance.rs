//! Where a figure comes from: its source, period, region and basis, and the states of not knowing.

use serde::{Deserialize, Serialize};

/// How a figure came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A statistic.
    Observed,
    /// An issuer's or a school's own figure or rule.
    Published,
    /// Our model, from observed figures.
    Imputed,
    /// A stated judgement.
    Assumed,
}

impl Basis {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Published => "published",
            Self::Imputed => "imputed",
            Self::Assumed => "assumed",
        }
    }
}

/// Why a figure is missing; three different states, none of which is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nobody publishes it, or it was not found.
    NotAvailable,
    /// It exists and its publisher withholds it.
    Suppressed,
    /// Only a figure too old to stand for today is known.
    Stale,
}

impl Missing {
    /// The words for it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotAvailable => "not available",
            Self::Suppressed => "suppressed by its publisher",
            Self::Stale => "known only for a time long past",
        }
    }
}

/// A place where figures and rules come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Short name by which figures cite it.
    pub id: String,
    /// What the page, table or file is called.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where it can be read; empty for our own judgement.
    pub address: String,
    /// The time it speaks of or was read.
    pub period: String,
    /// Terms of use, as far as known.
    pub licence: String,
}

impl Source {
    /// The addresses it can be read at, one by one.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.address
            .split([' ', ';'])
            .filter(|part| part.starts_with("https://") || part.starts_with("http://"))
    }
}

/// Index of a source in its graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIx(pub u32);

/// A value with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited<T> {
    /// The value itself.
    pub value: T,
    /// Where it was read.
    pub source: SourceIx,
    /// How it came to be.
    pub basis: Basis,
    /// The time it speaks of.
    pub period: String,
    /// The region it speaks of, by id.
    pub region: String,
    /// A remark for readers; often empty.
    pub note: String,
}

/// A number that ranks, the range it comes from, or why it is missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A known number with the range of the sources (equal ends where they agree).
    Known {
        /// The number used.
        value: f64,
        /// The lowest that a source gives.
        low: f64,
        /// The highest that a source gives.
        high: f64,
    },
    /// Not known, and why.
    Missing(Missing),
}

/// A cited number in a stated unit.
pub type Figure = Cited<Amount>;

impl Figure {
    /// The number used, if known.
    #[must_use]
    pub const fn known(&self) -> Option<f64> {
        match self.value {
            Amount::Known { value, .. } => Some(value),
            Amount::Missing(_) => None,
        }
    }
}
