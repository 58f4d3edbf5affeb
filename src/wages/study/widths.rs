//! Bands that hold eight of ten people held out: calibrated by person, and tried on later years.

use std::collections::BTreeMap;

use super::measure::{CASES, Goal, Measure, percent};
use super::people::{Market, PersonYear, apart, median, pairs, placed, stood, weighted_quantile};
use super::typical::{FOLLOWED, keeps};
use crate::graph::{End, Ends, Kept};
use crate::seeded::fold;
use crate::wages::surface::Surface;

/// Something held out: who, after how many years, and how far it came out from what was expected, in log odds.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    person: u32,
    years: f64,
    year: u32,
    away: f64,
}

/// What a band is for, with the edges of the years that have a width of their own.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    name: &'static str,
    edges: &'static [f64],
}

/// People whose own pay is not known, by years in the field; those whose own pay is, by years since.
pub const KINDS: [Kind; 2] = [
    Kind { name: "own pay not known", edges: &[1.0, 3.0, 6.0, 10.0, 15.0] },
    Kind { name: "own pay known", edges: &[2.0, 3.0, 4.0, 6.0, 9.0] },
];

impl Kind {
    fn group(&self, case: &Case) -> usize {
        self.edges.partition_point(|edge| *edge <= case.years)
    }

    /// Per group of years: how far from what was expected a tenth of people stand below, and a tenth above; each person as
    /// heavy as another (split conformal; Lei et al. 2018).
    fn ends<'c>(&self, cases: impl Iterator<Item = &'c Case> + Clone) -> Vec<End> {
        let mut counts: BTreeMap<(usize, u32), f64> = BTreeMap::new();
        cases.clone().for_each(|case| *counts.entry((self.group(case), case.person)).or_default() += 1.0);
        let mut groups: BTreeMap<usize, Vec<(f64, &Case)>> = BTreeMap::new();
        for case in cases {
            let group = self.group(case);
            groups.entry(group).or_default().push((1.0 / counts[&(group, case.person)], case));
        }
        let end = |seen: Vec<(f64, &Case)>| {
            let all: f64 = seen.iter().map(|(weight, _)| weight).sum();
            let years = seen.iter().map(|(weight, case)| weight * case.years).sum::<f64>() / all;
            let away: Vec<(f64, f64)> = seen.iter().map(|(weight, case)| (case.away, *weight)).collect();
            let [low, high] = [0.1, 0.9].map(|share| weighted_quantile(away.clone(), share));
            Some(End { years, low: low?.min(0.0), high: high?.max(0.0) })
        };
        groups.into_values().filter_map(end).collect()
    }
}

fn ends(by_years: Vec<End>) -> Ends {
    Ends { by_years, wider: 1.0, held: 0.0, held_later: 0.0, cases: 0 }
}

/// How many cases of how many lie between the ends made so much wider.
fn held<'c>(ends: &Ends, cases: impl Iterator<Item = &'c Case>, wider: f64) -> (usize, usize) {
    cases.fold((0, 0), |(inside, all), case| {
        let [low, high] = ends.at(case.years);
        (inside + usize::from((low * wider..=high * wider).contains(&case.away)), all + 1)
    })
}

/// The cases of people whose own pay is not known, then of those whose own pay is, against what others tell.
fn cases(years: &[&PersonYear], market: &Market, surface: &Surface, keeps: &Kept) -> [Vec<Case>; 2] {
    let unknown = |year: &&PersonYear| {
        let away = apart(year, market, surface)?;
        Some(Case { person: year.person, years: year.field, year: year.year, away })
    };
    let known = |(earlier, later): (&PersonYear, &PersonYear)| {
        let years = f64::from(later.year - earlier.year);
        let share = keeps.share(years, earlier.occupation != later.occupation);
        let expected = share * stood(earlier, later, market, surface)?;
        let away = apart(later, market, surface)? - expected;
        Some(Case { person: later.person, years, year: later.year, away })
    };
    [
        years.iter().filter_map(unknown).collect(),
        pairs(years, FOLLOWED).into_iter().filter_map(known).collect(),
    ]
}

/// People in three parts.
fn third(people: &[PersonYear], seed: u64, which: u64) -> Vec<&PersonYear> {
    people.iter().filter(|year| fold(seed, u64::from(year.person), 3) == which % 3).collect()
}

/// Cases of some people against what others tell; nothing where those do not tell.
fn against(fitted: &[&PersonYear], told: &[&[&PersonYear]]) -> Option<Vec<[Vec<Case>; 2]>> {
    let market = Market::of(fitted);
    let (_, surface) = placed(fitted, &market)?;
    let keeps = keeps(fitted, &market, &surface);
    Some(told.iter().map(|people| cases(people, &market, &surface, &keeps)).collect())
}

/// The bands that ship: each third of the people against what the other two tell, all pooled; with no coverage yet.
#[must_use]
pub fn fitted(people: &[PersonYear], seed: u64) -> [Ends; 2] {
    let mut pooled = [Vec::new(), Vec::new()];
    for out in 0..3 {
        let others: Vec<&PersonYear> =
            people.iter().filter(|year| fold(seed, u64::from(year.person), 3) != out).collect();
        let told = against(&others, &[&third(people, seed, out)]).and_then(|mut told| told.pop());
        for (all, cases) in pooled.iter_mut().zip(told.unwrap_or_default()) {
            all.extend(cases);
        }
    }
    std::array::from_fn(|which| Ends {
        wider: widening(&KINDS[which], &pooled[which]),
        ..ends(KINDS[which].ends(pooled[which].iter()))
    })
}

/// How many of the people held out the bands hold: fitted on a third, calibrated on another, measured on the last, in turn.
#[must_use]
pub fn bands(people: &[PersonYear], seed: u64) -> [Held; 2] {
    let mut told: [Held; 2] = Default::default();
    for turn in 0..3 {
        let [fitted, others, last] = [0, 1, 2].map(|more| third(people, seed, turn + more));
        let Some(cases) = against(&fitted, &[&others, &last]) else { continue };
        for (which, told) in told.iter_mut().enumerate() {
            let kind = &KINDS[which];
            let (calibrated, measured) = (&cases[0][which], &cases[1][which]);
            let ends = ends(kind.ends(calibrated.iter()));
            for case in measured {
                add(
                    told.groups.entry(kind.group(case)).or_default(),
                    held(&ends, std::iter::once(case), 1.0),
                );
            }
            let past = self::ends(kind.ends(calibrated.iter().filter(|case| case.year <= LAST)));
            let wider = widening(kind, calibrated);
            let later = || measured.iter().filter(|case| case.year > LAST);
            add(&mut told.later, held(&past, later(), wider));
            add(&mut told.later_plain, held(&past, later(), 1.0));
        }
    }
    told
}

/// How many cases of how many bands held.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// By group of years.
    groups: BTreeMap<usize, (usize, usize)>,
    /// Of years later than all that they were calibrated on, widened for it.
    pub later: (usize, usize),
    later_plain: (usize, usize),
}

impl Held {
    /// In all.
    #[must_use]
    pub fn all(&self) -> (usize, usize) {
        self.groups.values().fold((0, 0), |sum, group| (sum.0 + group.0, sum.1 + group.1))
    }
}

fn add(sum: &mut (usize, usize), more: (usize, usize)) {
    *sum = (sum.0 + more.0, sum.1 + more.1);
}

/// The years up to which bands are calibrated when they are tried on later ones.
const ORIGINS: [u32; 4] = [73, 75, 78, 80];
/// The year after which they are measured at last.
const LAST: u32 = 82;

/// How much wider bands calibrated on the past must be to hold eight in ten of what came after: the middle of what each
/// origin would have needed.
fn widening(kind: &Kind, cases: &[Case]) -> f64 {
    let needed = ORIGINS.iter().filter_map(|origin| {
        let past = ends(kind.ends(cases.iter().filter(|case| case.year <= *origin)));
        let next: Vec<&Case> = cases.iter().filter(|case| (origin + 1..=LAST).contains(&case.year)).collect();
        (100..200)
            .map(|wider| f64::from(wider) / 100.0)
            .find(|wider| percent(held(&past, next.iter().copied(), *wider)) >= 80.0)
    });
    median(needed.collect()).unwrap_or(1.0)
}

/// The table of what bands held.
#[must_use]
pub fn measures(told: &[Held; 2]) -> Vec<Measure> {
    KINDS.iter().zip(told).flat_map(|(kind, held)| measures_of(kind.name, held)).collect()
}

fn measures_of(name: &str, held: &Held) -> Vec<Measure> {
    let told = held.groups.values().filter(|(_, all)| *all >= CASES).copied();
    let far = |coverage: f64| (coverage - 80.0).abs();
    let worst = told.max_by(|a, b| far(percent(*a)).total_cmp(&far(percent(*b)))).unwrap_or_default();
    let measure = |what: String, ours: (usize, usize), rivals| Measure {
        what,
        unit: "%",
        cases: ours.1,
        ours: percent(ours),
        goal: Goal::Within(75.0, 85.0),
        rivals,
    };
    vec![
        measure(format!("80 % band, {name}: coverage"), held.all(), Vec::new()),
        measure(format!("80 % band, {name}: coverage, furthest group"), worst, Vec::new()),
        measure(
            format!("80 % band, {name}: coverage of later years"),
            held.later,
            vec![("not widened", percent(held.later_plain))],
        ),
    ]
}
