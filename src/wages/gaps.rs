//! Pay where none is published: what an occupation's other regions and a region's other occupations say together.
//!
//! Method: the log of a cell's median over the national median of its occupation is taken as a Gaussian field over regions
//! and occupations. Two cells of one region, or of a region and its state, vary together by how near their occupations
//! are: any two, two of a major group, two of a minor group, or one and the same. Those covariances are estimated by
//! moments from the published cells (empirical Bayes; Morris 1983), nested so that nearer never means less, and a missing
//! cell is the best linear prediction from the published cells of its region and its state.

use linfa_linalg::cholesky::SolveC;
use ndarray::{Array1, Array2};

/// Variation shared by two cells, by how near their occupations are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Shared {
    /// Any two occupations.
    pub any: f64,
    /// Two of one major group (`29-`).
    pub major: f64,
    /// Two of one minor group (`29-2`).
    pub minor: f64,
    /// The same occupation.
    pub same: f64,
}

impl Shared {
    fn of(&self, one: &str, other: &str) -> f64 {
        match Near::of(one, other) {
            Near::Any => self.any,
            Near::Major => self.major,
            Near::Minor => self.minor,
            Near::Same => self.same,
        }
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

/// What is known of an occupation.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// Its code.
    pub code: String,
    /// How strongly it moves with the others.
    pub loading: f64,
    /// Mean log ratio of its state and its area cells to the national median.
    pub mean: [f64; 2],
    /// Variance of its state and its area cells around that, in units of the loading.
    pub variance: [f64; 2],
}

/// How pay varies over regions and occupations.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaps {
    /// Within a state, within an area, and between an area and its state.
    pub shared: [Shared; 3],
    /// Per occupation, by code.
    pub occupations: Vec<Own>,
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
    /// Relative standard error of the figure.
    pub error: f64,
}

impl Gaps {
    fn own(&self, code: &str) -> Option<&Own> {
        self.occupations.iter().find(|own| own.code == code)
    }

    /// The variation shared by two different cells of a region and its state.
    fn covariance(&self, (one, at): (&str, Level), (other, there): (&str, Level)) -> f64 {
        let shared = match (at, there) {
            (Level::State, Level::State) => &self.shared[0],
            (Level::Area, Level::Area) => &self.shared[1],
            (Level::State, Level::Area) | (Level::Area, Level::State) => &self.shared[2],
        };
        shared.of(one, other)
    }

    /// The log ratio expected of a cell from those known of its region and its state, with its variance; nothing for an
    /// occupation that was never seen.
    #[must_use]
    pub fn predict(&self, known: &[Known<'_>], code: &str, level: Level) -> Option<(f64, f64)> {
        let own = self.own(code)?;
        let scaled = own.loading * own.loading;
        let (mean, variance) = (own.mean[level as usize], own.variance[level as usize]);
        let known: Vec<(&Known<'_>, &Own)> =
            known.iter().filter_map(|cell| Some((cell, self.own(cell.code)?))).collect();
        if known.is_empty() {
            return Some((mean, variance * scaled));
        }
        let mut between = Array2::from_shape_fn((known.len(), known.len()), |(row, column)| {
            let ((one, own), (other, _)) = (known[row], known[column]);
            if row == column {
                own.variance[one.level as usize] + (one.error / own.loading).powi(2)
            } else {
                self.covariance((one.code, one.level), (other.code, other.level))
            }
        });
        let with = Array2::from_shape_fn((known.len(), 1), |(row, _)| {
            let (cell, _) = known[row];
            self.covariance((cell.code, cell.level), (code, level))
        });
        let away = known.iter().map(|(cell, own)| (cell.ratio - own.mean[cell.level as usize]) / own.loading);
        let away = Array1::from_iter(away);
        let weights = between.solvec(&with).expect("it is a sum of covariances");
        let weights = weights.column(0);
        let left = (variance - weights.dot(&with.column(0))).max(0.0);
        Some((own.loading.mul_add(weights.dot(&away), mean), left * scaled))
    }
}
