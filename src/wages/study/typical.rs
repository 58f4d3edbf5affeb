//! How well pay is told for people held out: the typical pay by experience, and one's own some years on.

use std::collections::BTreeMap;

use super::measure::{CASES, Goal, Measure, mean, off};
use super::people::{Market, PersonYear, apart, left, median, pairs, placed, stood};
use crate::graph::Kept;
use crate::seeded::fold;
use crate::wages::curve::{odds, percentile_of};
use crate::wages::surface::Surface;

/// Edges of the bands of experience in which people are compared.
const BANDS: [f64; 8] = [0.0, 1.0, 3.0, 6.0, 10.0, 15.0, 20.0, 25.0];
/// The people of one fold and of all others.
fn split(people: &[PersonYear], seed: u64, folds: u64, out: u64) -> (Vec<&PersonYear>, Vec<&PersonYear>) {
    people.iter().partition(|year| fold(seed, u64::from(year.person), folds) != out)
}

/// How far typical pay by experience is off, beside the ladder and the flat median.
#[must_use]
pub fn place(people: &[PersonYear], seed: u64) -> Vec<Measure> {
    let ladder = |year: &PersonYear| match year.field {
        x if x < 2.0 => 10.0,
        x if x < 5.0 => 25.0,
        x if x < 10.0 => 50.0,
        x if x < 20.0 => 75.0,
        _ => 90.0,
    };
    // log of actual over expected pay: ours, ladder, flat; by band of experience
    let mut away: BTreeMap<usize, [Vec<f64>; 3]> = BTreeMap::new();
    for out in 0..2 {
        let (kept, held) = split(people, seed, 2, out);
        let market = Market::of(&kept);
        let Some((_, surface)) = placed(&kept, &market) else { continue };
        for year in held {
            let band = BANDS.partition_point(|edge| *edge <= year.field);
            let places = [surface.at(year.field, year.job), ladder(year), 50.0];
            if band == BANDS.len() {
                continue;
            }
            for (which, place) in places.into_iter().enumerate() {
                if let Some(pay) = market.pay(year, place) {
                    away.entry(band).or_default()[which].push(year.pay - pay);
                }
            }
        }
    }
    let told: Vec<&[Vec<f64>; 3]> = away.values().filter(|band| band[0].len() >= CASES).collect();
    let bias = |which: usize| {
        let biases = told.iter().filter_map(|band| median(band[which].clone()));
        let biases: Vec<f64> = biases.map(off).collect();
        mean(&biases)
    };
    vec![Measure {
        what: "typical pay by experience: mean bias over bands".into(),
        unit: "%",
        cases: told.iter().map(|band| band[0].len()).sum(),
        ours: bias(0),
        goal: Goal::AtMost(2.0),
        rivals: vec![("ladder P10 to P90", bias(1)), ("flat median", bias(2))],
    }]
}

/// Years ahead that are measured.
pub const AHEAD: [u32; 3] = [1, 3, 6];

/// The longest time over which a place is followed.
pub const FOLLOWED: u32 = 12;

/// How far pay is off some years on where one's own pay is known.
#[must_use]
pub fn own(people: &[PersonYear], seed: u64) -> Vec<Measure> {
    let mut errors: BTreeMap<u32, [Vec<f64>; 3]> = BTreeMap::new();
    for out in 0..2 {
        let (kept, held) = split(people, seed, 2, out);
        let market = Market::of(&kept);
        let Some((_, surface)) = placed(&kept, &market) else { continue };
        let keeps = keeps(&kept, &market, &surface);
        for (earlier, later) in pairs(&held, 6) {
            let ahead = later.year - earlier.year;
            let share = keeps.share(f64::from(ahead), earlier.occupation != later.occupation);
            let Some(apart) = stood(earlier, later, &market, &surface) else { continue };
            let typical = surface.at(later.field, later.job);
            let with = |odds: f64| market.pay(later, percentile_of(odds));
            let (Some(ours), Some(unknown)) =
                (with(share.mul_add(apart, odds(typical))), market.pay(later, typical))
            else {
                continue;
            };
            let errors = errors.entry(ahead).or_default();
            for (which, pay) in [ours, earlier.pay, unknown].into_iter().enumerate() {
                errors[which].push((pay - later.pay).abs());
            }
        }
    }
    let measure = |ahead: u32| {
        let errors = errors.get(&ahead)?;
        Some(Measure {
            what: format!("pay in {ahead} years' time, own pay known: mean error of log pay"),
            unit: "log",
            cases: errors[0].len(),
            ours: mean(&errors[0]),
            goal: Goal::Best,
            rivals: vec![("no change", mean(&errors[1])), ("own pay not used", mean(&errors[2]))],
        })
    };
    AHEAD.into_iter().filter_map(measure).collect()
}

/// How much of how far people stand apart is still there after each year, from people followed in a market; never more
/// than the year before, and up to the last year of which enough is seen.
#[must_use]
pub fn keeps(years: &[&PersonYear], market: &Market, surface: &Surface) -> Kept {
    let mut seen: BTreeMap<(bool, u32), Vec<(f64, f64)>> = BTreeMap::new();
    for (earlier, later) in pairs(years, FOLLOWED) {
        if let (Some(before), Some(after)) =
            (stood(earlier, later, market, surface), apart(later, market, surface))
        {
            let key = (earlier.occupation != later.occupation, later.year - earlier.year);
            seen.entry(key).or_default().push((before, after));
        }
    }
    let shares = |moved: bool| {
        let years =
            (1..=FOLLOWED).map_while(|ahead| seen.get(&(moved, ahead)).filter(|seen| seen.len() >= CASES));
        let share = |least: &mut f64, seen: &Vec<(f64, f64)>| {
            *least = left(seen.iter().copied())?.clamp(0.0, *least);
            Some(*least)
        };
        years.scan(1.0, share).collect()
    };
    Kept { same: shares(false), other: shares(true) }
}
