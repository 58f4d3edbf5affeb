//! Fits what ships: the pay model from all of the raw files, with what it reached on what was held out.

use super::cells;
use super::evaluate::{Raw, growth};
use super::measure::{Measure, percent};
use super::missing::held_out;
use super::people::{Market, placed};
use super::shapes::shapes;
use super::typical::{keeps, place};
use super::widths;
use super::years::History;
use crate::graph::{Drift, End, Ends, Gaps, Growth, PayModel, People, Places, Shared, Typical};

/// The panel, the tables of regions and the yearly tables, as a graph's sources name them.
const SOURCES: [&str; 3] = ["nls-young-women-1968-1988", "oews-2025", "oews-2010-2025"];

/// The model; nothing where the panel does not tell. Without regions it is of people alone.
#[must_use]
pub fn fit(raw: &Raw, seed: u64) -> Option<PayModel> {
    let [people, places, years] = SOURCES;
    Some(PayModel {
        format: PayModel::FORMAT.to_owned(),
        people: fit_people(raw, seed, people)?,
        places: (!raw.cells.is_empty()).then(|| fit_places(raw, seed, places)),
        growth: fit_growth(raw, years),
    })
}

/// To six decimals: the rest is noise, and would not be the same everywhere.
fn short(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// To one decimal, as measures are told.
fn told(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn ours(measures: &[Measure], at: usize) -> f64 {
    measures.get(at).map_or(0.0, |measure| told(measure.ours))
}

fn fit_people(raw: &Raw, seed: u64, source: &str) -> Option<People> {
    let everybody: Vec<_> = raw.people.iter().collect();
    let market = Market::of(&everybody);
    let (typical, surface) = placed(&everybody, &market)?;
    let mut kept = keeps(&everybody, &market, &surface);
    kept.same.iter_mut().chain(&mut kept.other).for_each(|share| *share = short(*share));
    let held = widths::bands(&raw.people, seed);
    let ends = |(ends, held): (Ends, &widths::Held)| Ends {
        by_years: ends.by_years.iter().map(rounded).collect(),
        wider: ends.wider,
        held: told(percent(held.all())),
        held_later: told(percent(held.later)),
        cases: held.later.1,
    };
    let [unknown, known] = widths::fitted(&raw.people, seed);
    Some(People {
        source: source.to_owned(),
        of: "women in the United States, aged 14 to 24 in 1968, followed to 1988".to_owned(),
        person_years: raw.people.len(),
        typical: Typical {
            terms: typical.terms.map(short),
            least: short(typical.least),
            most: short(typical.most),
            years: typical.years,
            off: ours(&place(&raw.people, seed), 0),
        },
        kept,
        unknown: ends((unknown, &held[0])),
        known: ends((known, &held[1])),
    })
}

fn rounded(end: &End) -> End {
    End { years: short(end.years), low: short(end.low), high: short(end.high) }
}

fn fit_places(raw: &Raw, seed: u64, source: &str) -> Places {
    let gaps = cells::fit(&raw.cells.iter().collect::<Vec<_>>());
    let held = held_out(&raw.cells, seed);
    let off = |level: usize| held.errors.get(level).map_or(0.0, |(ours, ..)| told(*ours));
    let shared = |shared: Shared| Shared {
        any: short(shared.any),
        major: short(shared.major),
        minor: short(shared.minor),
        same: short(shared.same),
    };
    let mut widths = held.widths.clone();
    for width in &mut widths {
        width.errors = short(width.errors);
        width.held = told(width.held);
    }
    let mut occupations = gaps.occupations;
    for own in &mut occupations {
        own.loading = short(own.loading);
        own.mean = own.mean.map(short);
        own.variance = own.variance.map(short);
    }
    Places {
        source: source.to_owned(),
        gaps: Gaps {
            state: shared(gaps.state),
            area: shared(gaps.area),
            between: shared(gaps.between),
            error: gaps.error.map(short),
            occupations,
        },
        widths,
        off: [off(0), off(1)],
        off_percentiles: ours(&shapes(&raw.cells), 0),
    }
}

fn fit_growth(raw: &Raw, source: &str) -> Option<Growth> {
    let history = History::of(&raw.vintages);
    let until = raw.vintages.iter().map(|vintage| vintage.year).max()?;
    let mut majors: Vec<&str> = raw
        .vintages
        .iter()
        .filter(|vintage| vintage.group == "major")
        .filter_map(|vintage| vintage.code.get(..3))
        .collect();
    majors.sort_unstable();
    majors.dedup();
    let drift = |codes: &str| {
        let yearly = short(history.growth(&History::major(codes), until)?);
        Some(Drift { codes: codes.to_owned(), yearly })
    };
    let measures = growth(raw);
    Some(Growth {
        source: source.to_owned(),
        until,
        groups: majors.into_iter().filter_map(drift).collect(),
        off: [0, 1, 2].map(|ahead| ours(&measures, ahead)),
    })
}
