//! Bands that hold eight of ten people held out: calibrated by person, and tried on later years.

use std::collections::BTreeMap;

use super::measure::{CASES, Goal, Measure, percent};
use super::people::{Market, PersonYear, apart, median, pairs, stood, surface, weighted_quantile};
use super::split::fold;
use super::typical::{CAP, FOLLOWED, Keeps};
use crate::wages::surface::Surface;

/// Edges of the bands of experience that have a width of their own.
const WIDTHS: [f64; 6] = [0.0, 1.0, 3.0, 6.0, 10.0, 15.0];
/// Edges of the years ahead that have a width of their own.
const AHEADS: [u32; 6] = [1, 2, 3, 4, 6, 9];

/// Something held out: who, in which group, and how far it came out from what was expected, in log odds.
#[derive(Debug, Clone, Copy)]
struct Case {
    person: u32,
    group: usize,
    year: u32,
    away: f64,
}

/// Per group: how far from what was expected a tenth of people stand below, and a tenth above; each person as heavy as
/// another (split conformal; Lei et al. 2018).
#[derive(Debug, Clone)]
struct Ends(BTreeMap<usize, [f64; 2]>);

impl Ends {
    fn of<'c>(cases: impl Iterator<Item = &'c Case> + Clone) -> Self {
        let mut counts: BTreeMap<(usize, u32), f64> = BTreeMap::new();
        cases.clone().for_each(|case| *counts.entry((case.group, case.person)).or_default() += 1.0);
        let mut groups: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
        for case in cases {
            let weight = 1.0 / counts[&(case.group, case.person)];
            groups.entry(case.group).or_default().push((case.away, weight));
        }
        let ends = |seen: Vec<(f64, f64)>| {
            Some([weighted_quantile(seen.clone(), 0.1)?, weighted_quantile(seen, 0.9)?])
        };
        Self(groups.into_iter().filter_map(|(group, seen)| Some((group, ends(seen)?))).collect())
    }

    /// Whether a case lies within its group's ends, made so much wider; nothing for a group that was not seen.
    fn hold(&self, case: &Case, wider: f64) -> Option<bool> {
        let [low, high] = self.0.get(&case.group)?;
        Some((low * wider..=high * wider).contains(&case.away))
    }

    /// The share of cases within, in percent, by group.
    fn coverage<'c>(
        &self,
        cases: impl Iterator<Item = &'c Case>,
        wider: f64,
    ) -> BTreeMap<usize, (usize, usize)> {
        let mut groups: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for case in cases {
            if let Some(inside) = self.hold(case, wider) {
                let group = groups.entry(case.group).or_default();
                group.0 += usize::from(inside);
                group.1 += 1;
            }
        }
        groups
    }
}

/// The cases of people whose own pay is not known, then of those whose own pay is, against what others tell.
fn cases(years: &[&PersonYear], market: &Market, surface: &Surface, keeps: &Keeps) -> [Vec<Case>; 2] {
    let unknown = |year: &&PersonYear| {
        let group = WIDTHS.partition_point(|edge| *edge <= year.field);
        Some(Case { person: year.person, group, year: year.year, away: apart(year, market, surface)? })
    };
    let known = |(earlier, later): (&PersonYear, &PersonYear)| {
        let ahead = later.year - earlier.year;
        let group = AHEADS.partition_point(|edge| *edge <= ahead);
        let share = keeps.share(ahead, earlier.occupation != later.occupation)?;
        let expected = share * stood(earlier, later, market, surface)?;
        let away = apart(later, market, surface)? - expected;
        Some(Case { person: later.person, group, year: later.year, away })
    };
    [
        years.iter().filter_map(unknown).collect(),
        pairs(years, FOLLOWED).into_iter().filter_map(known).collect(),
    ]
}

/// How many of the people held out the bands hold.
#[must_use]
pub fn bands(people: &[PersonYear], seed: u64) -> Vec<Measure> {
    // a third to fit, a third to calibrate, a third to measure, in turn
    let third = |which: u64| -> Vec<&PersonYear> {
        people.iter().filter(|year| fold(seed, u64::from(year.person), 3) == which % 3).collect()
    };
    let mut inside: [BTreeMap<usize, (usize, usize)>; 2] = Default::default();
    let mut later = [Vec::new(), Vec::new()];
    for turn in 0..3 {
        let fitted = third(turn);
        let market = Market::of(&fitted);
        let Some(surface) = surface(&fitted, &market, CAP) else { continue };
        let keeps = Keeps::of(&fitted, &market, &surface);
        let calibrated = cases(&third(turn + 1), &market, &surface, &keeps);
        let held = cases(&third(turn + 2), &market, &surface, &keeps);
        for which in 0..2 {
            let ends = Ends::of(calibrated[which].iter());
            for (group, (within, all)) in ends.coverage(held[which].iter(), 1.0) {
                let told = inside[which].entry(group).or_default();
                told.0 += within;
                told.1 += all;
            }
            later[which].push(after_the_last_origin(&calibrated[which], &held[which]));
        }
    }
    let names = ["own pay not known", "own pay known"];
    (0..2).flat_map(|which| measures_of(names[which], &inside[which], &later[which])).collect()
}

/// The years up to which bands are calibrated when they are tried on later ones.
const ORIGINS: [u32; 4] = [73, 75, 78, 80];
/// The year after which they are measured at last.
const LAST: u32 = 82;

/// Cases within bands calibrated on the past and tried on what came after the last origin: as they are, and widened by what
/// the earlier origins would have needed.
fn after_the_last_origin(calibrated: &[Case], held: &[Case]) -> [(usize, usize); 2] {
    let past = |until: u32| calibrated.iter().filter(move |case| case.year <= until);
    let total = |ends: &Ends, cases: &[&Case], wider: f64| {
        let groups = ends.coverage(cases.iter().copied(), wider);
        groups.into_values().fold((0, 0), |sum, group| (sum.0 + group.0, sum.1 + group.1))
    };
    let needed = ORIGINS.iter().filter_map(|origin| {
        let ends = Ends::of(past(*origin));
        let next: Vec<&Case> =
            calibrated.iter().filter(|case| (origin + 1..=LAST).contains(&case.year)).collect();
        (100..200)
            .map(|wider| f64::from(wider) / 100.0)
            .find(|wider| percent(total(&ends, &next, *wider)) >= 80.0)
    });
    let wider = median(needed.collect()).unwrap_or(1.0);
    let ends = Ends::of(past(LAST));
    let next: Vec<&Case> = held.iter().filter(|case| case.year > LAST).collect();
    [1.0, wider].map(|wider| total(&ends, &next, wider))
}

fn measures_of(
    name: &str,
    inside: &BTreeMap<usize, (usize, usize)>,
    later: &[[(usize, usize); 2]],
) -> Vec<Measure> {
    let sum = |groups: &mut dyn Iterator<Item = (usize, usize)>| {
        groups.fold((0, 0), |sum, group| (sum.0 + group.0, sum.1 + group.1))
    };
    let all = sum(&mut inside.values().copied());
    let told = inside.values().filter(|(_, all)| *all >= CASES).copied();
    let far = |coverage: f64| (coverage - 80.0).abs();
    let worst = told.max_by(|a, b| far(percent(*a)).total_cmp(&far(percent(*b)))).unwrap_or_default();
    let [plain, widened] = [0, 1].map(|which| sum(&mut later.iter().map(|turn| turn[which])));
    let measure = |what: String, ours: (usize, usize), rivals| Measure {
        what,
        unit: "%",
        cases: ours.1,
        ours: percent(ours),
        goal: Goal::Within(75.0, 85.0),
        rivals,
    };
    vec![
        measure(format!("80 % band, {name}: coverage"), all, Vec::new()),
        measure(format!("80 % band, {name}: coverage, furthest group"), worst, Vec::new()),
        measure(
            format!("80 % band, {name}: coverage of later years"),
            widened,
            vec![("not widened", percent(plain))],
        ),
    ]
}
