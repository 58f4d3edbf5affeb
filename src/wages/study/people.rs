//! People followed over years: where they stand in their occupation's pay, and how far they keep their place.

use std::collections::BTreeMap;

use crate::graph::Typical;
use crate::wages::curve::{odds, own_odds};
use crate::wages::surface::{Group, Surface, typical};

/// A person in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonYear {
    /// The person's number in the panel.
    pub person: u32,
    /// The calendar year.
    pub year: u32,
    /// The occupation's code in the panel.
    pub occupation: u32,
    /// Years of work in all.
    pub field: f64,
    /// Years in the job.
    pub job: f64,
    /// Log of hourly pay.
    pub pay: f64,
}

/// The pay distribution of each occupation in each four years.
#[derive(Debug)]
pub struct Market(BTreeMap<(u32, u32), Vec<f64>>);

/// Fewer peers than this say nothing of a distribution.
const PEERS: usize = 30;

impl Market {
    /// From some people's years.
    #[must_use]
    pub fn of(years: &[&PersonYear]) -> Self {
        let mut peers: BTreeMap<(u32, u32), Vec<f64>> = BTreeMap::new();
        for year in years {
            peers.entry(Self::key(year)).or_default().push(year.pay);
        }
        peers.retain(|_, pay| pay.len() >= PEERS);
        for pay in peers.values_mut() {
            pay.sort_by(f64::total_cmp);
        }
        Self(peers)
    }

    const fn key(year: &PersonYear) -> (u32, u32) {
        (year.occupation, year.year / 4)
    }

    /// Where a person stands among their peers in percent: those below, and half of those level with them.
    #[must_use]
    pub fn percentile(&self, year: &PersonYear) -> Option<f64> {
        let peers = self.0.get(&Self::key(year))?;
        let below = peers.partition_point(|pay| *pay < year.pay);
        let upto = peers.partition_point(|pay| *pay <= year.pay);
        #[expect(clippy::cast_precision_loss, reason = "a few thousand peers")]
        let place = (below + upto) as f64 / (2 * peers.len()) as f64;
        Some(100.0 * place)
    }

    /// Log pay at a percentile of a person's peers.
    #[must_use]
    pub fn pay(&self, year: &PersonYear, percentile: f64) -> Option<f64> {
        self.0.get(&Self::key(year)).map(|peers| quantile(peers, percentile / 100.0))
    }
}

/// A quantile of sorted values, straight between them.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places"
)]
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    (sorted[above] - sorted[below]).mul_add(place - below as f64, sorted[below])
}

/// The middle of some values; nothing where there are none.
#[must_use]
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    (!values.is_empty()).then(|| quantile(&values, 0.5))
}

/// The value below which so much of the weight lies; nothing where there is none.
#[must_use]
pub fn weighted_quantile(mut values: Vec<(f64, f64)>, share: f64) -> Option<f64> {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: f64 = values.iter().map(|(_, weight)| weight).sum();
    let mut below = 0.0;
    let found = values.iter().find(|(_, weight)| {
        below += weight;
        below >= share * all
    });
    found.or(values.last()).map(|(value, _)| *value)
}

/// Years beyond which pay does not rise with experience.
const CAP: usize = 25;
/// Edges of the groups of people, in years.
const EDGES: [f64; 15] = [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 18.0, 22.0];
/// A smaller group is not used.
const LEAST: usize = 10;

/// The median percentile by experience and tenure of some people in a market, and its surface.
#[must_use]
pub fn placed(years: &[&PersonYear], market: &Market) -> Option<(Typical, Surface)> {
    let group = |years: f64| EDGES.partition_point(|edge| *edge <= years);
    let mut groups: BTreeMap<(usize, usize), Vec<(&PersonYear, f64)>> = BTreeMap::new();
    for year in years {
        if let Some(place) = market.percentile(year) {
            groups.entry((group(year.field), group(year.job))).or_default().push((year, place));
        }
    }
    let told = groups.into_values().filter(|here| here.len() >= LEAST).filter_map(|here| {
        #[expect(clippy::cast_precision_loss, reason = "a few thousand people")]
        let people = here.len() as f64;
        let mean = |of: fn(&PersonYear) -> f64| here.iter().map(|(year, _)| of(year)).sum::<f64>() / people;
        let (field, job) = (mean(|year| year.field), mean(|year| year.job));
        let median = median(here.iter().map(|(_, place)| *place).collect())?;
        Some(Group { field, job, median, people })
    });
    let fitted = typical(&told.collect::<Vec<_>>(), CAP)?;
    let surface = Surface::of(&fitted);
    Some((fitted, surface))
}

/// How far a person stands from the median of people with as much experience, in log odds.
#[must_use]
pub fn apart(year: &PersonYear, market: &Market, surface: &Surface) -> Option<f64> {
    Some(odds(market.percentile(year)?) - odds(surface.at(year.field, year.job)))
}

/// How far a person's pay of an earlier year would stand from that median in the occupation of a later one.
#[must_use]
pub fn stood(earlier: &PersonYear, later: &PersonYear, market: &Market, surface: &Surface) -> Option<f64> {
    let there = PersonYear { occupation: later.occupation, ..earlier.clone() };
    Some(own_odds(market.percentile(&there)?) - odds(surface.at(earlier.field, earlier.job)))
}

/// Every two years of each person, the earlier first, no more than so many apart.
#[must_use]
pub fn pairs<'y>(years: &[&'y PersonYear], most: u32) -> Vec<(&'y PersonYear, &'y PersonYear)> {
    let mut people: BTreeMap<u32, Vec<&PersonYear>> = BTreeMap::new();
    for year in years {
        people.entry(year.person).or_default().push(year);
    }
    let mut pairs = Vec::new();
    for own in people.values_mut() {
        own.sort_by_key(|year| year.year);
        for (at, earlier) in own.iter().enumerate() {
            let later =
                own[at + 1..].iter().filter(|later| (1..=most).contains(&(later.year - earlier.year)));
            pairs.extend(later.map(|later| (*earlier, *later)));
        }
    }
    pairs
}

/// The share of how far people stood apart that is still there, by the least absolute deviations: the weighted median of
/// the ratios of later to earlier, each as heavy as the earlier is far.
#[must_use]
pub fn left(earlier_later: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let ratios = earlier_later.filter(|(earlier, _)| earlier.abs() > 1e-9);
    weighted_quantile(ratios.map(|(earlier, later)| (later / earlier, earlier.abs())).collect(), 0.5)
}
