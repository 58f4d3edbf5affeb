//! Bands that hold eight of ten people held out: calibrated by person, and tried on later years.

use std::collections::{BTreeMap, BTreeSet};

use super::evaluate::{Panel, market_of, third};
use super::kinds::KINDS;
use super::measure::{Goal, Measure, percent};
use super::people::{Market, PersonYear, median, pairs, weighted_quantile};
use super::standing::{FOLLOWED, Standings};
use crate::graph::{Change, Direction, End, Ends};
use crate::wages::surface::{Row, least_squares};

/// Something held out: who, after how many years, and how far it came out from what was expected, in log odds.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    person: u32,
    kind: usize,
    /// What changed; none where one's own pay is not known.
    after: Option<Change>,
    /// Years of experience where one's own pay is not known, else years since.
    years: f64,
    year: u32,
    away: f64,
}

impl Case {
    /// Whether it is measured: own pay known, or work of the field.
    fn is_measured(&self, panel: &Panel<'_>) -> bool {
        self.after.is_some() || panel.is_of_the_field(self.kind)
    }

    /// The change of what the occupation pays.
    fn pays(&self) -> Direction {
        self.after.map_or(Direction::Same, |change| change.pays)
    }
}

/// Edges of the groups of years that have a width of their own: of experience, and since one's own pay was known.
const EXPERIENCE: [f64; 5] = [1.0, 3.0, 6.0, 10.0, 15.0];
const SINCE: [f64; 5] = [2.0, 3.0, 5.0, 7.0, 10.0];
/// Fewer cases than this have no width of their own.
const LEAST: usize = 60;
/// Coverage of fewer cases than this is not told.
const TOLD: usize = 200;
/// A kind of which fewer people than this were seen has no narrower bands than all.
const PEOPLE: usize = 50;

fn group(case: &Case) -> usize {
    let edges = if case.after.is_some() { SINCE } else { EXPERIENCE };
    edges.partition_point(|edge| *edge <= case.years)
}

/// How wide bands are.
#[derive(Debug, Clone, Default)]
pub struct Bands {
    /// By kind, where one's own pay is not known.
    pub unknown: BTreeMap<usize, Ends>,
    /// By what changed, where it is.
    pub known: BTreeMap<Change, Ends>,
    /// By kind and by what the occupation pays beside that of today.
    pub scale: BTreeMap<(usize, Direction), f64>,
}

impl Bands {
    /// That hold eight in ten of some cases.
    #[must_use]
    pub fn of(cases: &[Case]) -> Self {
        let mut unknown: BTreeMap<usize, Vec<&Case>> = BTreeMap::new();
        let mut known: BTreeMap<Change, Vec<&Case>> = BTreeMap::new();
        for case in cases {
            match case.after {
                None => unknown.entry(case.kind).or_default().push(case),
                Some(change) => known.entry(change).or_default().push(case),
            }
        }
        let ends = |by_years| Ends { by_years, wider: 1.0 };
        let unknown = unknown.into_iter().map(|(kind, cases)| (kind, ends(smooth(&by_years(&cases)))));
        let known =
            known.into_iter().map(|(change, cases)| (change, ends(widening(change, by_years(&cases)))));
        let mut bands = Self { unknown: unknown.collect(), known: known.collect(), scale: BTreeMap::new() };
        let mut scaled: BTreeMap<(usize, Direction), Vec<&Case>> = BTreeMap::new();
        for case in cases.iter().filter(|case| case.after.is_some()) {
            scaled.entry((case.kind, case.pays())).or_default().push(case);
        }
        for (key, cases) in scaled {
            let people: BTreeSet<u32> = cases.iter().map(|case| case.person).collect();
            let narrowest = if people.len() < PEOPLE { 100 } else { 50 };
            bands.scale.insert(key, bands.needed(cases.into_iter(), narrowest..250));
        }
        bands
    }

    /// The ends of a case's band.
    fn ends(&self, case: &Case) -> Option<[f64; 2]> {
        Some(match case.after {
            None => self.unknown.get(&case.kind)?.widened(case.years),
            Some(change) => {
                let scale = self.scale.get(&(case.kind, case.pays())).copied().unwrap_or(1.0);
                self.known.get(&change)?.widened(case.years).map(|end| end * scale)
            }
        })
    }

    /// How many cases of how many lie within their bands made so much wider.
    fn held<'c>(&self, cases: impl Iterator<Item = &'c Case>, wider: f64) -> (usize, usize) {
        cases.fold((0, 0), |(inside, all), case| {
            let Some([low, high]) = self.ends(case) else { return (inside, all) };
            (inside + usize::from((low * wider..=high * wider).contains(&case.away)), all + 1)
        })
    }

    /// How much wider, in hundredths tried from the narrowest, bands must be to hold eight in ten.
    fn needed<'c>(&self, cases: impl Iterator<Item = &'c Case>, tried: std::ops::Range<u32>) -> f64 {
        let mut needed: Vec<f64> = cases
            .filter_map(|case| {
                let [low, high] = self.ends(case)?;
                let end = if case.away < 0.0 { low } else { high };
                Some(if case.away == 0.0 { 0.0 } else { case.away / end })
            })
            .filter(|needed| !needed.is_nan())
            .collect();
        needed.sort_by(f64::total_cmp);
        let wider =
            if needed.is_empty() { 1.0 } else { needed[(needed.len() * 4 / 5).min(needed.len() - 1)] };
        let hundredths = (wider * 100.0).ceil().clamp(f64::from(tried.start), f64::from(tried.end));
        hundredths / 100.0
    }
}

/// Per group of years: how far from what was expected a tenth of people stand below, and a tenth above; each person as
/// heavy as another (split conformal; Lei et al. 2018).
fn by_years(cases: &[&Case]) -> Vec<End> {
    let mut counts: BTreeMap<(usize, u32), f64> = BTreeMap::new();
    for case in cases {
        *counts.entry((group(case), case.person)).or_default() += 1.0;
    }
    let mut groups: BTreeMap<usize, Vec<(f64, &Case)>> = BTreeMap::new();
    for case in cases {
        let group = group(case);
        groups.entry(group).or_default().push((1.0 / counts[&(group, case.person)], case));
    }
    let few = groups.values().all(|seen| seen.len() < LEAST);
    let end = |seen: Vec<(f64, &Case)>| {
        let all: f64 = seen.iter().map(|(weight, _)| weight).sum();
        let years = seen.iter().map(|(weight, case)| weight * case.years).sum::<f64>() / all;
        let away: Vec<(f64, f64)> = seen.iter().map(|(weight, case)| (case.away, *weight)).collect();
        let [low, high] = [0.1, 0.9].map(|share| weighted_quantile(away.clone(), share));
        Some(End { years, low: low?.min(0.0), high: high?.max(0.0) })
    };
    groups.into_values().filter(|seen| few || seen.len() >= LEAST).filter_map(end).collect()
}

/// A straight line through ends, from the first years to the last: what is between single groups is noise.
fn smooth(by_years: &[End]) -> Vec<End> {
    let line = |of: fn(&End) -> f64| {
        let rows = by_years.iter().map(|end| Row { terms: [1.0, end.years], value: of(end), weight: 1.0 });
        least_squares(&rows.collect::<Vec<_>>())
    };
    let (Some(low), Some(high)) = (line(|end| end.low), line(|end| end.high)) else {
        return by_years.to_vec();
    };
    let at = |end: &End| {
        let on = |[base, slope]: [f64; 2]| slope.mul_add(end.years, base);
        End { years: end.years, low: on(low).min(0.0), high: on(high).max(0.0) }
    };
    [by_years.first(), by_years.last()].into_iter().flatten().map(at).collect()
}

/// Ends that come no nearer in a later year; of today's job, whose pay of today is told, from none on.
fn widening(change: Change, mut by_years: Vec<End>) -> Vec<End> {
    if change == Change::NONE {
        by_years.insert(0, End { years: 0.0, low: 0.0, high: 0.0 });
    }
    for at in 1..by_years.len() {
        by_years[at].low = by_years[at].low.min(by_years[at - 1].low);
        by_years[at].high = by_years[at].high.max(by_years[at - 1].high);
    }
    by_years
}

/// The cases of some people against what others tell.
fn cases(panel: &Panel<'_>, years: &[&PersonYear], market: &Market, standings: &Standings) -> Vec<Case> {
    let unknown = years.iter().filter_map(|year| {
        let (away, years) = (standings.apart(year, market)?, standings.experience(year)?);
        Some(Case { person: year.person, kind: year.kind, after: None, years, year: year.year, away })
    });
    let known = pairs(years, FOLLOWED).into_iter().filter_map(|(earlier, later)| {
        let years = f64::from(later.year - earlier.year);
        let change = market.change(earlier, later)?;
        if !panel.is_of_the_field(later.kind) && change != Change::NONE {
            return None;
        }
        let share = standings.kept.share(years, change.near);
        let expected = share * standings.stood(earlier, later, market)?;
        let away = standings.apart_after(later, change.near, market)? - expected;
        let (person, kind, year) = (later.person, later.kind, later.year);
        Some(Case { person, kind, after: Some(change), years, year, away })
    });
    unknown.chain(known).collect()
}

/// The bands that ship: each part of the people against what the others tell, all pooled.
#[must_use]
pub fn fitted(panel: &Panel<'_>) -> Bands {
    let pooled: Vec<Case> = panel
        .parts()
        .iter()
        .flat_map(|held| cases(panel, &held.years, &held.market, &held.standings))
        .collect();
    let mut bands = Bands::of(&pooled);
    let [unknown, known] = wideners(panel, &pooled);
    bands.unknown.values_mut().for_each(|ends| ends.wider = unknown);
    bands.known.values_mut().for_each(|ends| ends.wider = known);
    bands
}

/// How many of the people held out the bands hold: fitted on a third, calibrated on another, measured on the last, in turn.
#[must_use]
pub fn held_out(panel: &Panel<'_>) -> HeldOut {
    let mut told = HeldOut::default();
    for turn in 0..3 {
        let [some, others, last] = [0, 1, 2].map(|more| third(panel.people, panel.seed, turn + more));
        let market = market_of(panel, &some);
        let standings = Standings::of(&some, &market);
        let [calibrated, measured] = [&others, &last].map(|people| cases(panel, people, &market, &standings));
        let bands = Bands::of(&calibrated);
        let wider = wideners(panel, &calibrated);
        for case in measured.iter().filter(|case| case.is_measured(panel)) {
            let (who, wider) = (Who::of(case), wider[usize::from(case.after.is_some())]);
            let held = bands.held([case].into_iter(), wider);
            for part in [Part::Years(group(case)), Part::Kind(case.kind)] {
                add(told.groups.entry((who, part)).or_default(), held);
            }
        }
        // nothing of the later years is known to what is tried on them
        let until: Vec<&PersonYear> = some.iter().copied().filter(|year| year.year <= LAST).collect();
        let standings = Standings::of(&until, &market);
        let [calibrated, measured] = [&others, &last].map(|people| cases(panel, people, &market, &standings));
        let past: Vec<Case> = calibrated.into_iter().filter(|case| case.year <= LAST).collect();
        let wider = wideners(panel, &past);
        let past = Bands::of(&past);
        for case in measured.iter().filter(|case| case.year > LAST && case.is_measured(panel)) {
            let wider = wider[usize::from(case.after.is_some())];
            let later = told.later.entry(Who::of(case).about()).or_default();
            add(&mut later[0], past.held([case].into_iter(), wider));
            add(&mut later[1], past.held([case].into_iter(), 1.0));
        }
    }
    told
}

/// Whom a band is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Their own pay is not known.
    Unknown,
    /// It is, and they stayed in their occupation.
    Stayed,
    /// It is, and they changed to one that pays more, about as much, less.
    Changed(Direction),
}

/// People of a band with something in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Years(usize),
    Kind(usize),
}

impl Who {
    fn of(case: &Case) -> Self {
        match case.after {
            None => Self::Unknown,
            Some(Change { pays: Direction::Same, .. }) => Self::Stayed,
            Some(Change { pays, .. }) => Self::Changed(pays),
        }
    }

    /// Unknown, stayed or changed, whatever the occupation pays.
    const fn about(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Stayed => 1,
            Self::Changed(_) => 2,
        }
    }

    fn told(self) -> &'static str {
        match self {
            Self::Unknown => "own pay not known",
            Self::Stayed => "people who stay in the occupation",
            Self::Changed(Direction::Up) => "people who change occupation (up)",
            Self::Changed(Direction::Down) => "people who change occupation (down)",
            Self::Changed(_) => "people who change occupation (level)",
        }
    }
}

/// How many cases of how many bands held.
#[derive(Debug, Clone, Default)]
pub struct HeldOut {
    groups: BTreeMap<(Who, Part), (usize, usize)>,
    /// Of years later than all that they were calibrated on: widened for it, and not.
    later: BTreeMap<u8, [(usize, usize); 2]>,
}

impl HeldOut {
    /// In all, of people of whom something holds.
    fn all(&self, is_asked: impl Fn(Who) -> bool) -> (usize, usize) {
        let asked =
            self.groups.iter().filter(|((who, part), _)| matches!(part, Part::Kind(_)) && is_asked(*who));
        asked.fold((0, 0), |sum, (_, more)| (sum.0 + more.0, sum.1 + more.1))
    }

    /// In the years calibrated on and in later ones, and the cases of these: own pay unknown, stayed, changed.
    #[must_use]
    pub fn told(&self) -> [(f64, f64, usize); 3] {
        [0, 1, 2].map(|about| {
            let later = self.later.get(&about).copied().unwrap_or_default()[0];
            (percent(self.all(|who| who.about() == about)), percent(later), later.1)
        })
    }
}

fn add(sum: &mut (usize, usize), more: (usize, usize)) {
    *sum = (sum.0 + more.0, sum.1 + more.1);
}

/// The years up to which bands are calibrated when they are tried on later ones.
const ORIGINS: [u32; 3] = [2008, 2011, 2014];
/// The year after which they are measured at last.
const LAST: u32 = 2017;

/// How much wider bands calibrated on the past must be to hold eight in ten of what came after: the middle of what each
/// origin would have needed; where one's own pay is not known, and where it is.
fn wideners(panel: &Panel<'_>, cases: &[Case]) -> [f64; 2] {
    [false, true].map(|known| {
        let of = || cases.iter().filter(move |case| case.after.is_some() == known && case.is_measured(panel));
        let needed = ORIGINS.iter().map(|origin| {
            let past: Vec<Case> = of().filter(|case| case.year <= *origin).copied().collect();
            let next = of().filter(|case| (origin + 1..=LAST).contains(&case.year));
            Bands::of(&past).needed(next, 100..200)
        });
        median(needed.collect()).unwrap_or(1.0)
    })
}

/// The table of what bands held.
#[must_use]
pub fn measures(held: &HeldOut) -> Vec<Measure> {
    let measure = |what: String, ours: (usize, usize), rivals| Measure {
        what,
        unit: "%",
        cases: ours.1,
        ours: percent(ours),
        goal: Goal::Within(75.0, 85.0),
        rivals,
    };
    let every = [
        Who::Unknown,
        Who::Stayed,
        Who::Changed(Direction::Up),
        Who::Changed(Direction::Level),
        Who::Changed(Direction::Down),
    ];
    let far = |coverage: f64| (coverage - 80.0).abs();
    let mut measures = Vec::new();
    for who in every {
        measures.push(measure(
            format!("80 % band, {}: coverage", who.told()),
            held.all(|of| of == who),
            Vec::new(),
        ));
        for (name, is_asked) in [("years", true), ("kind", false)] {
            let parts = held.groups.iter().filter(|((of, part), (_, all))| {
                *of == who && matches!(part, Part::Years(_)) == is_asked && *all >= TOLD
            });
            let furthest = parts.max_by(|one, other| far(percent(*one.1)).total_cmp(&far(percent(*other.1))));
            let Some(((_, part), ours)) = furthest else { continue };
            let part = match part {
                Part::Kind(kind) => KINDS[*kind].name.to_owned(),
                Part::Years(at) => years_told(who, *at),
            };
            let what = format!("80 % band, {}: coverage, furthest {name} ({part})", who.told());
            measures.push(measure(what, *ours, Vec::new()));
        }
    }
    let later = ["own pay not known", "people who stay in the occupation", "people who change occupation"];
    for (about, name) in (0..).zip(later) {
        let [wider, plain] = held.later.get(&about).copied().unwrap_or_default();
        let what = format!("80 % band, {name}: coverage of later years");
        measures.push(measure(what, wider, vec![("not widened", percent(plain))]));
    }
    measures
}

/// A group of years in words.
fn years_told(who: Who, at: usize) -> String {
    let edges = if who == Who::Unknown { EXPERIENCE } else { SINCE };
    match (at.checked_sub(1).map(|before| edges[before]), edges.get(at)) {
        (None, Some(to)) => format!("under {to}"),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (from, None) => format!("{} and more", from.unwrap_or_default()),
    }
}
