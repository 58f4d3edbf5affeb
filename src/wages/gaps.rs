//! Pay where none is published: what an occupation's other regions and a region's other occupations say together.
//!
//! Method: the log of a cell's median over the national median of its occupation is taken as a Gaussian field over regions
//! and occupations. Two cells of one region, or of a region and its state, vary together by how near their occupations
//! are: any two, two of a major group, two of a minor group, or one and the same. Those covariances are estimated by
//! moments from the published cells (empirical Bayes; Morris 1983), nested so that nearer never means less, and a missing
//! cell is the best linear prediction from the published cells of its region and its state.

use linfa_linalg::cholesky::SolveC;
use ndarray::{Array1, Array2};

use crate::graph::{Gaps, Own, Shared};

fn of(shared: &Shared, one: &str, other: &str) -> f64 {
    match Near::of(one, other) {
        Near::Any => shared.any,
        Near::Major => shared.major,
        Near::Minor => shared.minor,
        Near::Same => shared.same,
    }
}

/// How near two occupation codes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// Nothing in common.
    Any,
    /// One major group.
    Major,
    /// One minor group.
    Minor,
    /// The same code.
    Same,
}

impl Near {
    /// How near two codes of the form `29-2072` are.
    #[must_use]
    pub fn of(one: &str, other: &str) -> Self {
        let same = |length: usize| one.get(..length).is_some_and(|start| other.starts_with(start));
        if one == other {
            Self::Same
        } else if same(4) {
            Self::Minor
        } else if same(2) {
            Self::Major
        } else {
            Self::Any
        }
    }
}

/// Whether a cell is of a state or of an area within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A state or territory.
    State,
    /// An area within a state.
    Area,
}

/// A published cell of a region or of its state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known<'a> {
    /// The occupation's code.
    pub code: &'a str,
    /// Whether it is of the state.
    pub level: Level,
    /// Log of its median over the national median.
    pub ratio: f64,
}

fn own<'g>(gaps: &'g Gaps, code: &str) -> Option<&'g Own> {
    gaps.occupations.iter().find(|own| own.code == code)
}

/// The variation shared by two different cells of a region and its state.
fn covariance(gaps: &Gaps, (one, at): (&str, Level), (other, there): (&str, Level)) -> f64 {
    let shared = match (at, there) {
        (Level::State, Level::State) => &gaps.state,
        (Level::Area, Level::Area) => &gaps.area,
        (Level::State, Level::Area) | (Level::Area, Level::State) => &gaps.between,
    };
    of(shared, one, other)
}

/// The log ratio expected of a cell from those known of its region and its state, with the variance of what would be
/// published there; nothing for an occupation that was never seen, and where the covariances are none.
#[must_use]
pub fn predict(gaps: &Gaps, known: &[Known<'_>], code: &str, level: Level) -> Option<(f64, f64)> {
    let cell = own(gaps, code)?;
    let scaled = cell.loading * cell.loading;
    let (mean, variance) = (cell.mean[level as usize], cell.variance[level as usize]);
    let noise = gaps.error[level as usize].powi(2);
    let known: Vec<(&Known<'_>, &Own)> =
        known.iter().filter_map(|known| Some((known, own(gaps, known.code)?))).collect();
    if known.is_empty() {
        return Some((mean, variance.mul_add(scaled, noise)));
    }
    let mut between = Array2::from_shape_fn((known.len(), known.len()), |(row, column)| {
        let ((one, own), (other, _)) = (known[row], known[column]);
        if row == column {
            let at = one.level as usize;
            own.variance[at] + (gaps.error[at] / own.loading).powi(2)
        } else {
            covariance(gaps, (one.code, one.level), (other.code, other.level))
        }
    });
    let with = Array2::from_shape_fn((known.len(), 1), |(row, _)| {
        let (cell, _) = known[row];
        covariance(gaps, (cell.code, cell.level), (code, level))
    });
    let away = known.iter().map(|(cell, own)| (cell.ratio - own.mean[cell.level as usize]) / own.loading);
    let away = Array1::from_iter(away);
    let weights = between.solvec(&with).ok()?;
    let weights = weights.column(0);
    let left = (variance - weights.dot(&with.column(0))).max(0.0);
    Some((cell.loading.mul_add(weights.dot(&away), mean), left.mul_add(scaled, noise)))
}
