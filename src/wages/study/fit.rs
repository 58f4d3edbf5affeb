//! Fits what ships: the pay model from all of the raw files, with what it reached on what was held out.

use super::cells;
use super::evaluate::{Panel, Raw, growth};
use super::kinds::KINDS;
use super::measure::Measure;
use super::missing::held_out;
use super::shapes::shapes;
use super::typical::place;
use super::widths;
use super::years::History;
use crate::graph::{
    Coverage, Coverages, Direction, Drift, End, Ends, Gaps, Growth, Moved, OccupationKind, PayModel, People,
    Places, Shared, Typical,
};

/// The panel, the tables of regions and the yearly tables, as a graph's sources name them.
const SOURCES: [&str; 3] = ["nlsy97-1997-2022", "oews-2025", "oews-2010-2025"];

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
    let panel = Panel::today(raw, seed);
    let standings = panel.whole();
    let off = place(&panel, None);
    let bands = widths::fitted(&panel);
    let kind = |(at, kind): (usize, &super::kinds::Kind)| {
        let typical = standings.typical(at)?;
        let off = off.iter().find(|(of, _)| *of == at).map_or(0.0, |(_, measure)| told(measure.ours));
        let scale = [Direction::Same, Direction::Up, Direction::Level, Direction::Down];
        Some(OccupationKind {
            name: kind.name.to_owned(),
            codes: kind.codes.iter().map(|code| (*code).to_owned()).collect(),
            typical: Typical {
                elsewhere: short(typical.elsewhere),
                terms: typical.terms.map(short),
                least: short(typical.least),
                most: short(typical.most),
                off,
                ..typical.clone()
            },
            unknown: rounded(bands.unknown.get(&at)?),
            scale: scale.map(|pays| bands.scale.get(&(at, pays)).copied().unwrap_or(1.0)),
        })
    };
    let mut kept = standings.kept.clone();
    for share in [&mut kept.job, &mut kept.related, &mut kept.other].into_iter().flatten() {
        *share = short(*share);
    }
    let coverage =
        |(held, held_later, cases)| Coverage { held: told(held), held_later: told(held_later), cases };
    let [unknown, stayed, changed] = widths::held_out(&panel).told().map(coverage);
    Some(People {
        source: source.to_owned(),
        of: "people in the United States, born 1980 to 1984, followed from 1997 to 2022".to_owned(),
        person_years: raw.people.len(),
        kinds: KINDS.iter().enumerate().map(kind).collect::<Option<_>>()?,
        kept,
        known: bands.known.iter().map(|(after, ends)| Moved { after: *after, ends: rounded(ends) }).collect(),
        held: Coverages { unknown, stayed, changed },
    })
}

fn rounded(ends: &Ends) -> Ends {
    let end = |end: &End| End { years: short(end.years), low: short(end.low), high: short(end.high) };
    Ends { by_years: ends.by_years.iter().map(end).collect(), wider: ends.wider }
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
