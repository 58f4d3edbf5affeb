//! How pay varies over regions and occupations.

use serde::{Deserialize, Serialize};

use super::{Tell, within};
use crate::finding::Fault;

/// How pay varies over regions and occupations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// The tables it was fitted on, by the graph's source id.
    pub source: String,
    /// How cells vary together.
    pub gaps: Gaps,
    /// The width of an 80 % band by the codes it is for.
    pub widths: Vec<Width>,
    /// Median absolute error in percent, held out: of states, of areas.
    pub off: [f64; 2],
    /// The same of a percentile told by the nation's ratio to the median.
    pub off_percentiles: f64,
}

/// How wide a band must be that holds eight in ten cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Width {
    /// The start of the codes it is for, or a whole one; the longest that fits counts.
    pub codes: String,
    /// Expected errors on each side.
    pub errors: f64,
    /// Cells held out that it held, of 100.
    pub held: f64,
    /// How many cells that is measured on.
    pub cases: usize,
}

/// Covariances of cells: logs of their medians over the national median of their occupation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gaps {
    /// Of two cells of one state.
    pub state: Shared,
    /// Of two cells of one area.
    pub area: Shared,
    /// Of a cell of an area and one of its state.
    pub between: Shared,
    /// Relative standard error of a cell of a state and of an area.
    pub error: [f64; 2],
    /// Per occupation, by code.
    pub occupations: Vec<Own>,
}

/// Variation shared by two cells, by how near their occupations are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

/// What is known of an occupation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

impl Places {
    /// Expected errors on each side of an 80 % band for a code; nothing where none is told.
    #[must_use]
    pub fn width(&self, code: &str) -> Option<&Width> {
        let fits = self.widths.iter().filter(|width| code.starts_with(&width.codes));
        fits.max_by_key(|width| width.codes.len())
    }
}

impl Places {
    pub(super) fn proof(&self, tell: &mut Tell<'_>) {
        let gaps = &self.gaps;
        for (pointer, shared) in
            [("/gaps/state", gaps.state), ("/gaps/area", gaps.area), ("/gaps/between", gaps.between)]
        {
            let nearer = [0.0, shared.any, shared.major, shared.minor, shared.same];
            within(tell, pointer, nearer, 0.0, 10.0);
            if !nearer.is_sorted() {
                tell(pointer, Fault::Disordered { what: "any, major, minor, same" });
            }
        }
        within(tell, "/gaps/error", gaps.error, 0.0, 1.0);
        for (at, own) in gaps.occupations.iter().enumerate() {
            let pointer = format!("/gaps/occupations/{at}");
            within(tell, &pointer, [own.loading], 0.1, 10.0);
            within(tell, &pointer, own.mean, -2.0, 2.0);
            within(tell, &pointer, own.variance, 0.0, 10.0);
        }
        within(tell, "/widths", self.widths.iter().map(|width| width.errors), 0.0, 10.0);
    }
}
