//! Where people stand in their occupation's pay by years of experience and in the job.

use linfa::Dataset;
use linfa::prelude::Fit;
use linfa_linear::LinearRegression;
use ndarray::{Array1, Array2};

use super::curve::{odds, percentile_of};
use crate::graph::Typical;

/// Terms of the regression: one, then √x, x, x² of the years of experience, then √x, x of those in the job.
#[must_use]
pub fn terms(experience: f64, job: f64) -> [f64; 6] {
    [1.0, experience.sqrt(), experience, experience * experience, job.sqrt(), job]
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

/// A group of people with about as many years of experience and in the job.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Their mean years of experience.
    pub experience: f64,
    /// Their mean years in the job.
    pub job: f64,
    /// The log odds of the percentile of their occupation's pay above and below which half of them stand.
    pub median: f64,
    /// How much they weigh.
    pub weight: f64,
}

/// The regression of the median on experience through some groups, up to so many years, where a year of other work counts
/// for `elsewhere`; nothing where they do not tell.
///
/// Method: least squares of the log odds of the groups' median percentiles on [`terms`], each as heavy as its people. In log
/// odds, in which log pay is about straight, an error counts for about as much pay wherever people stand. Percentile on
/// experience, not the other way round: the inverse explodes at both ends. Years in the job count only where pay rises with
/// them.
#[must_use]
pub fn typical(groups: &[Group], elsewhere: f64, years: usize) -> Option<Typical> {
    let fit = |with_job: bool| -> Option<[f64; 6]> {
        let terms_of = |group: &Group| terms(group.experience, group.job);
        if with_job {
            return least_squares(&rows(groups, terms_of));
        }
        let [one, root, years, square] = least_squares(&rows(groups, |group| {
            let [one, root, years, square, ..] = terms_of(group);
            [one, root, years, square]
        }))?;
        Some([one, root, years, square, 0.0, 0.0])
    };
    let all = fit(true)?;
    let in_job = |years: u32| all[4].mul_add(f64::from(years).sqrt(), all[5] * f64::from(years));
    let terms = if (0..10).all(|year| in_job(year) <= in_job(year + 1)) { all } else { fit(false)? };
    let medians = || groups.iter().map(|group| group.median);
    let (least, most) = (medians().min_by(f64::total_cmp)?, medians().max_by(f64::total_cmp)?);
    let (least, most) = (percentile_of(least), percentile_of(most));
    Some(Typical { elsewhere, terms, least, most, years, off: 0.0, person_years: 0 })
}

fn rows<const N: usize>(groups: &[Group], terms: impl Fn(&Group) -> [f64; N]) -> Vec<Row<N>> {
    groups
        .iter()
        .map(|group| Row { terms: terms(group), value: group.median, weight: group.weight })
        .collect()
}

/// The log odds of the median percentile by half years of experience and in the job.
#[derive(Debug, Clone, PartialEq)]
pub struct Surface(Vec<Vec<f64>>);

/// Points a year.
const A_YEAR: usize = 2;

impl Surface {
    /// Tells a regression point by point, kept within the medians seen and from falling as either kind of years grows.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "years are few")]
    pub fn of(typical: &Typical) -> Self {
        let last = typical.years * A_YEAR;
        let (least, most) = (odds(typical.least), odds(typical.most));
        let mut points = vec![vec![least; last + 1]; last + 1];
        let years = |point: usize| point as f64 / A_YEAR as f64;
        for experience in 0..=last {
            for job in 0..=last {
                let terms = terms(years(experience.max(job)), years(job));
                let place: f64 = terms.iter().zip(typical.terms).map(|(term, by)| term * by).sum();
                let earlier = if experience > 0 { points[experience - 1][job] } else { least };
                let newer = if job > 0 { points[experience][job - 1] } else { least };
                points[experience][job] = place.min(most).max(earlier).max(newer);
            }
        }
        Self(points)
    }

    /// The log odds of the median percentile after so many years; straight between the points, flat beyond the last.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "years"
    )]
    pub fn at(&self, experience: f64, job: f64) -> f64 {
        let last = self.0.len() - 1;
        let split = |years: f64| {
            let points = (years * A_YEAR as f64).clamp(0.0, last as f64);
            let below = (points as usize).min(last);
            (below, (below + 1).min(last), points - below as f64)
        };
        let ((e0, e1, e), (j0, j1, j)) = (split(experience.max(job)), split(job));
        let along = |row: usize| (self.0[row][j1] - self.0[row][j0]).mul_add(j, self.0[row][j0]);
        (along(e1) - along(e0)).mul_add(e, along(e0))
    }
}
