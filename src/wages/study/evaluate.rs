//! Measures the pay model on what was held out, beside simpler ones.

use std::collections::BTreeSet;

use super::cells::Cell;
use super::measure::{Goal, Measure};
use super::missing;
use super::people::PersonYear;
use super::shapes::shapes;
use super::typical::{AHEAD, own, place};
use super::widths;
use super::years::{Foretold, History, Vintage};

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
    measures.extend(missing::measures(&missing::held_out(&raw.cells, seed)));
    measures.extend(shapes(&raw.cells));
    measures.extend(own(&raw.people, seed));
    measures.extend(widths::measures(&widths::bands(&raw.people, seed)));
    measures.extend(growth(raw));
    measures
}

/// How well group drift foretells every occupation's pay.
#[must_use]
pub fn growth(raw: &Raw) -> Vec<Measure> {
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
