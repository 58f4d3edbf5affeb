//! How well a distribution is told where only some of its percentiles are published.

use super::cells::Cell;
use super::measure::{Goal, Measure, off};
use super::people::median;
use crate::graph::PERCENTILES;
use crate::wages::curve::Curve;

/// The percentiles besides the median.
const OTHERS: [usize; 4] = [0, 1, 3, 4];

/// How far other percentiles are off where only the median is known and the nation's ratios to it are used; and those
/// between P10, P50 and P90 if a curve is laid through these three.
#[must_use]
pub fn shapes(cells: &[Cell]) -> Vec<Measure> {
    let known = |cell: &Cell, which: usize| Some((cell.percentiles[which]?, cell.national[which]?));
    let apart = |cell: &Cell, which: usize| {
        let ((own, national), (median, of)) = (known(cell, which)?, known(cell, 2)?);
        Some(off((own - median) - (national - of)))
    };
    let others: Vec<f64> =
        cells.iter().flat_map(|cell| OTHERS.iter().filter_map(|which| apart(cell, *which))).collect();
    let between: Vec<[f64; 2]> = cells.iter().filter_map(laid).flatten().collect();
    let of = |which: usize| median(between.iter().map(|errors| errors[which]).collect());
    let measure = |what: &str, cases: usize, ours: Option<f64>, goal, rivals| {
        Some(Measure { what: what.to_owned(), unit: "%", cases, ours: ours?, goal, rivals })
    };
    let cases = others.len();
    [
        measure(
            "other percentiles, only the median known: median error",
            cases,
            median(others),
            Goal::AtMost(10.0),
            Vec::new(),
        ),
        of(1).and_then(|straight| {
            measure(
                "P25 and P75 from a curve through P10, P50, P90: median error",
                2 * between.len(),
                of(0),
                Goal::Best,
                vec![("straight lines", straight)],
            )
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How far P25 and P75 are off by a curve through the three others, and by straight lines between them; nothing where one
/// of the five is not given.
fn laid(cell: &Cell) -> Option<[[f64; 2]; 2]> {
    let mut yearly = [0.0; 5];
    for (yearly, log) in yearly.iter_mut().zip(cell.percentiles) {
        *yearly = log?.exp();
    }
    let given: Vec<(f64, f64)> = [0, 2, 4].map(|which| (PERCENTILES[which], yearly[which])).to_vec();
    let curve = Curve::through(&given)?;
    Some([1, 3].map(|which| {
        let share =
            (PERCENTILES[which] - PERCENTILES[which - 1]) / (PERCENTILES[which + 1] - PERCENTILES[which - 1]);
        let straight = (yearly[which + 1] - yearly[which - 1]).mul_add(share, yearly[which - 1]);
        [curve.at(PERCENTILES[which]), straight.ln()].map(|told| off(told - yearly[which].ln()))
    }))
}
