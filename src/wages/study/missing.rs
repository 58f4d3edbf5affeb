//! How well missing cells are told, on those held out, and how wide a band must be to hold eight in ten of them.

use std::collections::BTreeMap;

use super::cells::{Cell, left_out};
use super::measure::{Goal, Measure, off, percent};
use super::people::{median, quantile};
use crate::graph::Width;
use crate::seeded::fold;
use crate::wages::gaps::Level;

/// Parts of the cells, each held out in turn.
const FOLDS: usize = 10;

/// What came of holding out cells.
#[derive(Debug)]
pub struct HeldOut {
    /// Of states, then of areas: median absolute error in percent, that of the national median, and how many cells.
    pub errors: Vec<(f64, f64, usize)>,
    /// By group of codes: the width that all cells need, and how many of each fold the other folds' width held.
    pub widths: Vec<Width>,
}

/// The group within which the width of a band is measured: health information technologists are jobs of many kinds.
fn width_group(code: &str) -> &str {
    if code == "29-9021" { code } else { code.get(..2).unwrap_or(code) }
}

/// Holds out every cell once.
#[must_use]
pub fn held_out(cells: &[Cell], seed: u64) -> HeldOut {
    let fold_of = |at: usize| usize::try_from(fold(seed, at as u64, FOLDS as u64)).unwrap_or(0);
    let predicted = left_out(cells, FOLDS, fold_of);
    let errors = [Level::State, Level::Area].map(|level| {
        let of = || cells.iter().zip(&predicted).filter(move |(cell, _)| cell.level() == level);
        let ours = median(of().map(|(cell, (mean, _))| off(mean - cell.ratio)).collect())?;
        let national = median(of().map(|(cell, _)| off(-cell.ratio)).collect())?;
        Some((ours, national, of().count()))
    });
    // how many expected errors off a cell is
    let missed = |at: usize| {
        let (mean, variance) = predicted[at];
        (mean - cells[at].ratio).abs() / variance.sqrt().max(1e-3)
    };
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        groups.entry(width_group(&cell.code)).or_default().push(at);
    }
    let width = |(codes, members): (&str, Vec<usize>)| {
        let needed = |kept: &dyn Fn(&usize) -> bool| {
            let mut missed: Vec<f64> = members.iter().filter(|at| kept(at)).map(|at| missed(*at)).collect();
            missed.sort_by(f64::total_cmp);
            if missed.is_empty() { 0.0 } else { quantile(&missed, 0.8) }
        };
        let inside = (0..FOLDS).map(|out| {
            let width = needed(&|at| fold_of(*at) != out);
            members.iter().filter(|at| fold_of(**at) == out && missed(**at) <= width).count()
        });
        let held = percent((inside.sum(), members.len()));
        Width { codes: codes.to_owned(), errors: needed(&|_| true), held, cases: members.len() }
    };
    HeldOut {
        errors: errors.into_iter().flatten().collect(),
        widths: groups.into_iter().map(width).collect(),
    }
}

/// The table of it.
#[must_use]
pub fn measures(held: &HeldOut) -> Vec<Measure> {
    let levels = held.errors.iter().zip([("states", 7.0), ("areas", 5.6)]);
    let errors = levels.map(|((ours, national, cases), (name, goal))| Measure {
        what: format!("pay where none is published, {name}: median error"),
        unit: "%",
        cases: *cases,
        ours: *ours,
        goal: Goal::AtMost(goal),
        rivals: vec![("national median", *national)],
    });
    let widths = held.widths.iter().map(|width| Measure {
        what: format!("80 % band where none is published, codes {}: coverage", width.codes),
        unit: "%",
        cases: width.cases,
        ours: width.held,
        goal: Goal::Within(75.0, 85.0),
        rivals: Vec::new(),
    });
    errors.chain(widths).collect()
}
