//! Where people stand in their occupation's pay by years in the field and in the job.

use linfa::Dataset;
use linfa::prelude::Fit;
use linfa_linear::LinearRegression;
use ndarray::{Array1, Array2};

use crate::graph::Typical;

/// Terms of the regression: one, then x, √x, x² of the years in the field and of those in the job.
#[must_use]
pub fn terms(field: f64, job: f64) -> [f64; 7] {
    [1.0, field, field.sqrt(), field * field, job, job.sqrt(), job * job]
}

/// A row of a regression: terms, the value and how often it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<const N: usize> {
    /// The terms.
    pub terms: [f64; N],
    /// The value.
    pub value: f64,
    /// How often it counts.
    pub weight: f64,
}

/// Coefficients of values on terms by least squares; nothing where the rows do not tell.
///
/// A row counts as often as its weight says: it and its value are multiplied by the weight's root.
#[must_use]
pub fn least_squares<const N: usize>(rows: &[Row<N>]) -> Option<[f64; N]> {
    let records =
        Array2::from_shape_fn((rows.len(), N), |(row, term)| rows[row].terms[term] * rows[row].weight.sqrt());
    let targets: Array1<f64> = rows.iter().map(|row| row.value * row.weight.sqrt()).collect();
    let regression = LinearRegression::default().with_intercept(false);
    let fitted = regression.fit(&Dataset::new(records, targets)).ok()?;
    let found = fitted.params();
    let told = found.len() == N && found.iter().all(|term| term.is_finite());
    told.then(|| std::array::from_fn(|term| found[term]))
}

/// A group of people with about as many years in the field and in the job.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Their mean years in the field.
    pub field: f64,
    /// Their mean years in the job.
    pub job: f64,
    /// The percentile of their occupation's pay above and below which half of them stand.
    pub median: f64,
    /// How many person-years they are.
    pub people: f64,
}

/// The regression of the median percentile on experience through some groups, up to so many years; nothing where they do
/// not tell.
///
/// Method: least squares of the groups' medians on [`terms`], each as often as it has people. Percentile on experience, not
/// the other way round: the inverse explodes at both ends.
#[must_use]
pub fn typical(groups: &[Group], years: usize) -> Option<Typical> {
    let row = |group: &Group| Row {
        terms: terms(group.field, group.job),
        value: group.median,
        weight: group.people,
    };
    let terms = least_squares(&groups.iter().map(row).collect::<Vec<_>>())?;
    let medians = || groups.iter().map(|group| group.median);
    let (least, most) = (medians().min_by(f64::total_cmp)?, medians().max_by(f64::total_cmp)?);
    Some(Typical { terms, least, most, years, off: 0.0 })
}

/// The median percentile by whole years in the field and in the job.
#[derive(Debug, Clone, PartialEq)]
pub struct Surface(Vec<Vec<f64>>);

impl Surface {
    /// Tells a regression year by year, kept within the medians seen and from falling as either kind of years grows.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "years are few")]
    pub fn of(typical: &Typical) -> Self {
        let (cap, least) = (typical.years, typical.least);
        let mut years = vec![vec![least; cap + 1]; cap + 1];
        for field in 0..=cap {
            for job in 0..=cap {
                let terms = terms(field.max(job) as f64, job as f64);
                let place: f64 = terms.iter().zip(typical.terms).map(|(term, by)| term * by).sum();
                let earlier = if field > 0 { years[field - 1][job] } else { least };
                let newer = if job > 0 { years[field][job - 1] } else { least };
                years[field][job] = place.min(typical.most).max(earlier).max(newer);
            }
        }
        Self(years)
    }

    /// The median percentile after so many years; straight between whole years, flat beyond the last.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "years"
    )]
    pub fn at(&self, field: f64, job: f64) -> f64 {
        let cap = self.0.len() - 1;
        let split = |years: f64| {
            let years = years.clamp(0.0, cap as f64);
            let below = (years as usize).min(cap);
            (below, (below + 1).min(cap), years - below as f64)
        };
        let ((f0, f1, f), (j0, j1, j)) = (split(field.max(job)), split(job));
        let along = |row: usize| (self.0[row][j1] - self.0[row][j0]).mul_add(j, self.0[row][j0]);
        (along(f1) - along(f0)).mul_add(f, along(f0))
    }
}
