//! One measured figure beside its goal and its rivals.

use serde::Serialize;

/// What a measure should be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// No more than this.
    AtMost(f64),
    /// From the one to the other.
    Within(f64, f64),
    /// No more than the best rival.
    Best,
}

/// One measured figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// What is measured.
    pub what: String,
    /// The unit of all its figures.
    pub unit: &'static str,
    /// How many held-out cases it is from.
    pub cases: usize,
    /// This model's figure.
    pub ours: f64,
    /// What it should be.
    pub goal: Goal,
    /// The same of simpler models.
    pub rivals: Vec<(&'static str, f64)>,
}

impl Measure {
    /// Whether the goal is met.
    #[must_use]
    pub fn met(&self) -> bool {
        match self.goal {
            Goal::AtMost(most) => self.ours <= most,
            Goal::Within(low, high) => (low..=high).contains(&self.ours),
            Goal::Best => self.rivals.iter().all(|(_, rival)| self.ours <= *rival),
        }
    }
}

/// The mean of some values; 0 of none.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts")]
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// How far off pay is in percent if its log is off by so much.
#[must_use]
pub fn off(log: f64) -> f64 {
    100.0 * (log.exp() - 1.0).abs()
}

/// So many of all, in percent.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts")]
pub fn percent((some, all): (usize, usize)) -> f64 {
    100.0 * some as f64 / all.max(1) as f64
}

/// Fewer held-out cases than this are not told.
pub const CASES: usize = 50;
