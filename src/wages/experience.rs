//! From experience to a place in the distribution: the percentile regressed on years in the field and in the role.

use super::surface::{Row, least_squares, terms};
use crate::graph::{ExperienceCell, Graph};

/// Percentiles (low, middle, high) by whole years in the field and in the role.
///
/// Method: ordinary least squares of each percentile on [`terms`] over the graph's experience cells, evaluated at
/// whole years, kept from falling as experience grows, and read straight between them. Percentile on experience, not
/// the other way round: the inverse explodes at both ends.
#[derive(Debug, Clone)]
pub struct Places {
    /// One row per year in the field, one column per year in the role.
    years: Vec<Vec<[f64; 3]>>,
}

impl Places {
    /// Fits the graph's experience cells; with too few of them everyone stands in the middle.
    #[must_use]
    pub fn fit(graph: &Graph) -> Self {
        let cap = cap_years(graph);
        let curves = [0, 1, 2].map(|which| Curve::fit(&graph.experience, which));
        let mut years = vec![vec![[50.0; 3]; cap + 1]; cap + 1];
        for field in 0..=cap {
            for role in 0..=cap {
                for which in 0..3 {
                    let mut place = curves[which].at(field, role);
                    if field > 0 {
                        place = place.max(years[field - 1][role][which]);
                    }
                    if role > 0 {
                        place = place.max(years[field][role - 1][which]);
                    }
                    if which > 0 {
                        place = place.max(years[field][role][which - 1]);
                    }
                    years[field][role][which] = place;
                }
            }
        }
        Self { years }
    }

    /// Percentiles after so many months; flat beyond the cap. A person's months in the role count as months in the
    /// field too.
    #[must_use]
    pub fn at(&self, field: u32, role: u32) -> [f64; 3] {
        let cap = self.years.len() - 1;
        let split = |months: u32| {
            let year = (months / 12) as usize;
            if year >= cap { (cap, cap, 0.0) } else { (year, year + 1, f64::from(months % 12) / 12.0) }
        };
        let (f0, f1, f) = split(field.max(role));
        let (r0, r1, r) = split(role);
        std::array::from_fn(|which| {
            let at = |field: usize, role: usize| self.years[field][role][which];
            let start = at(f0, r0) * (1.0 - r) + at(f0, r1) * r;
            let end = at(f1, r0) * (1.0 - r) + at(f1, r1) * r;
            start * (1.0 - f) + end * f
        })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 1 to 60")]
fn cap_years(graph: &Graph) -> usize {
    graph.method.experience_cap_years.known().expect("the check proved it known") as usize
}

/// A fitted percentile, tabulated at whole years on demand.
struct Curve {
    by: Option<[f64; 7]>,
}

impl Curve {
    fn fit(cells: &[ExperienceCell], which: usize) -> Self {
        let row = |cell: &ExperienceCell| Row {
            terms: terms(cell.field_years, cell.role_years),
            value: cell.percentiles[which],
            weight: 1.0,
        };
        let rows: Vec<Row<7>> = cells.iter().map(row).collect();
        Self { by: if rows.len() > 7 { least_squares(&rows) } else { None } }
    }

    /// The percentile at whole years, rounded to a thousandth so that it is the same on every processor.
    #[expect(clippy::cast_precision_loss, reason = "years are small")]
    fn at(&self, field: usize, role: usize) -> f64 {
        let Some(by) = &self.by else { return 50.0 };
        let terms = terms(field.max(role) as f64, role as f64);
        let predicted: f64 = terms.iter().zip(by).map(|(term, by)| term * by).sum();
        (predicted.clamp(0.0, 100.0) * 1000.0).round() / 1000.0
    }
}
