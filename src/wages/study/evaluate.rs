//! Measures the pay model on what was held out, beside simpler ones.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cell, left_out};
use super::measure::{Goal, Measure, off, percent};
use super::people::{PersonYear, median, quantile};
use super::split::fold;
use super::typical::{AHEAD, own, place};
use super::widths::bands;
use super::years::{Foretold, History, Vintage};
use crate::wages::gaps::Level;

/// What the raw files hold.
#[derive(Debug, Default)]
pub struct Raw {
    /// Published cells of states and areas.
    pub cells: Vec<Cell>,
    /// National medians by year.
    pub vintages: Vec<Vintage>,
    /// The panel.
    pub people: Vec<PersonYear>,
}

/// Every measure, in the order of the table. The same seed holds out the same.
#[must_use]
pub fn evaluate(raw: &Raw, seed: u64) -> Vec<Measure> {
    let mut measures = place(&raw.people, seed);
    measures.extend(missing(&raw.cells, seed));
    measures.extend(own(&raw.people, seed));
    measures.extend(bands(&raw.people, seed));
    measures.extend(growth(raw));
    measures
}

/// The group within which the width of a band is measured: health information technologists are jobs of many kinds.
#[must_use]
pub fn width_group(code: &str) -> String {
    if code == "29-9021" { code.to_owned() } else { code.get(..2).unwrap_or(code).to_owned() }
}

fn missing(cells: &[Cell], seed: u64) -> Vec<Measure> {
    const FOLDS: usize = 10;
    let fold_of = |at: usize| usize::try_from(fold(seed, at as u64, FOLDS as u64)).unwrap_or(0);
    let predicted = left_out(cells, FOLDS, fold_of);
    let mut measures = Vec::new();
    for (level, name, goal) in [(Level::State, "states", 7.0), (Level::Area, "areas", 5.6)] {
        let of = || cells.iter().zip(&predicted).filter(move |(cell, _)| cell.level() == level);
        let ours = median(of().map(|(cell, (mean, _))| off(mean - cell.ratio)).collect());
        let national = median(of().map(|(cell, _)| off(-cell.ratio)).collect());
        if let (Some(ours), Some(national)) = (ours, national) {
            measures.push(Measure {
                what: format!("pay where none is published, {name}: median error"),
                unit: "%",
                cases: of().count(),
                ours,
                goal: Goal::AtMost(goal),
                rivals: vec![("national median", national)],
            });
        }
    }
    // how many expected errors off each cell is, and how many the other folds of its group would allow
    let missed = |at: usize| {
        let (cell, (mean, variance)) = (&cells[at], predicted[at]);
        (mean - cell.ratio).abs() / (variance + cell.error * cell.error).sqrt().max(1e-3)
    };
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        groups.entry(width_group(&cell.code)).or_default().push(at);
    }
    for (group, members) in groups {
        let inside = (0..FOLDS).map(|out| {
            let mut others: Vec<f64> =
                members.iter().filter(|at| fold_of(**at) != out).map(|at| missed(*at)).collect();
            others.sort_by(f64::total_cmp);
            let width = if others.is_empty() { 0.0 } else { quantile(&others, 0.8) };
            members.iter().filter(|at| fold_of(**at) == out && missed(**at) <= width).count()
        });
        let ours = percent((inside.sum(), members.len()));
        measures.push(Measure {
            what: format!("80 % band where none is published, codes {group}: coverage"),
            unit: "%",
            cases: members.len(),
            ours,
            goal: Goal::Within(75.0, 85.0),
            rivals: Vec::new(),
        });
    }
    measures
}

fn growth(raw: &Raw) -> Vec<Measure> {
    let history = History::of(&raw.vintages);
    let detailed: BTreeSet<&str> =
        raw.vintages.iter().filter(|v| v.group == "detailed").map(|v| v.code.as_str()).collect();
    let codes: Vec<&str> = detailed.into_iter().collect();
    let measure = |ahead: u32| {
        let (ours, cases) = history.error(&codes, ahead, Foretold::GroupDrift)?;
        let rival = |by| history.error(&codes, ahead, by).map_or(f64::NAN, |(error, _)| error);
        Some(Measure {
            what: format!("an occupation's pay in {ahead} years' time: median error"),
            unit: "%",
            cases,
            ours,
            goal: Goal::Best,
            rivals: vec![("no change", rival(Foretold::NoChange)), ("own trend", rival(Foretold::OwnTrend))],
        })
    };
    AHEAD.into_iter().filter_map(measure).collect()
}
