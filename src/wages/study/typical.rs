//! How well typical pay by experience is told for people held out.

use std::collections::BTreeMap;

use super::evaluate::Panel;
use super::kinds::KINDS;
use super::measure::{Goal, Measure, mean, off};
use super::people::weighted_quantile;
use super::standing::{Standings, TWENTIETHS};
use crate::wages::curve::odds;
use crate::wages::surface::Surface;

/// Edges of the bands of years worked in which people are compared.
const BANDS: [f64; 8] = [0.0, 1.0, 3.0, 6.0, 10.0, 15.0, 20.0, 25.0];
/// A band of fewer person-years is not told.
const LEAST: usize = 200;

/// Log of actual over expected pay with its weight, by band of years worked: by this model, the ladder, the flat median, and
/// what women of another time showed.
type ByBand = BTreeMap<usize, [Vec<(f64, f64)>; 4]>;

/// The percentile that the usual ladder gives somebody.
fn ladder(worked: f64) -> f64 {
    match worked {
        x if x < 2.0 => 10.0,
        x if x < 5.0 => 25.0,
        x if x < 10.0 => 50.0,
        x if x < 20.0 => 75.0,
        _ => 90.0,
    }
}

/// How far typical pay by experience is off: in all kinds of the field together, then in each kind; where an older model of
/// years worked and in the job is given, beside it.
#[must_use]
pub fn place(panel: &Panel<'_>, older: Option<&Surface>) -> Vec<(usize, Measure)> {
    let mut away: Vec<ByBand> = vec![ByBand::new(); KINDS.len() + 1];
    for held in panel.parts() {
        for year in &held.years {
            let worked = year.worked();
            let band = BANDS.partition_point(|edge| *edge <= worked);
            let Some(usual) = held.standings.usual(year).filter(|_| band < BANDS.len()) else { continue };
            let old = older.map_or(0.0, |older| older.at(worked, year.job));
            for (which, place) in [usual, odds(ladder(worked)), 0.0, old].into_iter().enumerate() {
                let Some(pay) = held.market.pay(year, place) else { continue };
                let told = (year.pay - pay, year.weight);
                away[year.kind].entry(band).or_default()[which].push(told);
                let all = if panel.is_of_the_field(year.kind) { KINDS.len() } else { continue };
                away[all].entry(band).or_default()[which].push(told);
            }
        }
    }
    let measure = |(kind, bands): (usize, &ByBand)| {
        let told: Vec<_> = bands.values().filter(|band| band[0].len() >= LEAST).collect();
        let bias = |which: usize| {
            let biases = told.iter().filter_map(|band| weighted_quantile(band[which].clone(), 0.5));
            mean(&biases.map(off).collect::<Vec<_>>())
        };
        let cases: usize = told.iter().map(|band| band[0].len()).sum();
        let of = KINDS.get(kind).map_or("all kinds", |kind| kind.name);
        let mut rivals = vec![("ladder P10 to P90", bias(1)), ("flat median", bias(2))];
        if older.is_some() {
            rivals.push(("women of 1968-88", bias(3)));
        }
        let what = match panel.name {
            Some(name) => format!("typical pay by experience, {name}: mean bias over bands"),
            None => format!("typical pay by experience, {of}: mean bias over bands"),
        };
        let goal = Goal::AtMost(2.0);
        (cases > 0).then(|| (kind, Measure { what, unit: "%", cases, ours: bias(0), goal, rivals }))
    };
    let all = std::iter::once((KINDS.len(), &away[KINDS.len()]));
    all.chain(away[..KINDS.len()].iter().enumerate()).filter_map(measure).collect()
}

/// How far off is what people who are new in an occupation of the field after years elsewhere are paid, where that work
/// counts as fitted, and where all is fitted again with it counting for nothing, or in full.
#[must_use]
pub fn newcomers(panel: &Panel<'_>) -> Option<Measure> {
    let mut away: [Vec<(f64, f64)>; 3] = Default::default();
    for held in panel.parts() {
        let others = panel.others(held);
        let [none, all] =
            [0, TWENTIETHS].map(|count| Standings::counting(&others, &held.market, count..=count));
        let new = held.years.iter().filter(|year| panel.is_of_the_field(year.kind));
        for year in new.filter(|year| year.field < 1.0 && year.elsewhere >= 3.0 && year.job < 1.0) {
            for (away, standings) in away.iter_mut().zip([&held.standings, &none, &all]) {
                let pay = standings.usual(year).and_then(|place| held.market.pay(year, place));
                away.extend(pay.map(|pay| (year.pay - pay, year.weight)));
            }
        }
    }
    let bias = |which: usize| weighted_quantile(away[which].clone(), 0.5).map(off);
    Some(Measure {
        what: "first pay in the field after three years or more elsewhere: bias".into(),
        unit: "%",
        cases: away[0].len(),
        ours: bias(0)?,
        goal: Goal::Best,
        rivals: vec![("elsewhere not counted", bias(1)?), ("elsewhere counted in full", bias(2)?)],
    })
}

/// What an older panel shows of years worked and in the job, for whatever occupation.
#[must_use]
pub fn older(standings: &Standings) -> Option<Surface> {
    standings.typical(super::kinds::ANY_OTHER).map(Surface::of)
}
