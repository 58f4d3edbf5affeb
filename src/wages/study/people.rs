//! People followed over years: where they stand in their occupation's pay, and what changes from one year to another.

use std::collections::BTreeMap;

use crate::graph::{Change, Direction, Nearness};
use crate::wages::curve::{Curve, odds, own_odds};

/// A person in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonYear {
    /// The person's number in the panel.
    pub person: u32,
    /// The calendar year.
    pub year: u32,
    /// The occupation's number in the panel.
    pub occupation: u32,
    /// The major group of occupations.
    pub major: u32,
    /// Which kind of occupation it is, of [`super::kinds::KINDS`].
    pub kind: usize,
    /// Which of the person's employers it is.
    pub employer: u32,
    /// Years of work in occupations such as the graph's.
    pub field: f64,
    /// Years of other work.
    pub elsewhere: f64,
    /// Years in the job.
    pub job: f64,
    /// Log of pay, in the money of the occupation's distribution.
    pub pay: f64,
    /// Log odds of the percentile at which that stands, where it is published; else their peers tell it.
    pub place: Option<f64>,
    /// How many people the person stands for.
    pub weight: f64,
}

impl PersonYear {
    /// Years of work in all.
    #[must_use]
    pub fn worked(&self) -> f64 {
        self.field + self.elsewhere
    }
}

/// The pay distribution of each occupation: as published, or of each four years among peers.
#[derive(Debug, Default)]
pub struct Market {
    published: BTreeMap<u32, Curve>,
    peers: BTreeMap<(u32, u32), Curve>,
}

/// Fewer peers than this say nothing of a distribution.
const PEERS: usize = 30;
/// The percentiles through which the distribution of peers is laid.
const THROUGH: [f64; 9] = [2.5, 5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 97.5];

impl Market {
    /// As published, by occupation.
    #[must_use]
    pub const fn published(curves: BTreeMap<u32, Curve>) -> Self {
        Self { published: curves, peers: BTreeMap::new() }
    }

    /// From some people's years.
    #[must_use]
    pub fn among(years: &[&PersonYear]) -> Self {
        let mut peers: BTreeMap<(u32, u32), Vec<f64>> = BTreeMap::new();
        for year in years {
            peers.entry((year.occupation, year.year / 4)).or_default().push(year.pay);
        }
        peers.retain(|_, pay| pay.len() >= PEERS);
        let curve = |(key, mut pay): (_, Vec<f64>)| {
            pay.sort_by(f64::total_cmp);
            let points = THROUGH.map(|percentile| (percentile, quantile(&pay, percentile / 100.0).exp()));
            Some((key, Curve::through(&points)?))
        };
        Self { published: BTreeMap::new(), peers: peers.into_iter().filter_map(curve).collect() }
    }

    /// The distribution of an occupation in a year.
    #[must_use]
    pub fn curve(&self, occupation: u32, year: u32) -> Option<&Curve> {
        self.published.get(&occupation).or_else(|| self.peers.get(&(occupation, year / 4)))
    }

    /// Where a person stands in a year, in log odds of the percentile.
    #[must_use]
    pub fn place(&self, year: &PersonYear) -> Option<f64> {
        let curve = self.curve(year.occupation, year.year)?;
        Some(
            year.place.unwrap_or_else(|| {
                curve.odds_of(year.pay).clamp(published_place(0.0), published_place(100.0))
            }),
        )
    }

    /// Log pay at some log odds of the percentile in a person's occupation.
    #[must_use]
    pub fn pay(&self, year: &PersonYear, odds: f64) -> Option<f64> {
        Some(self.curve(year.occupation, year.year)?.at_odds(odds))
    }

    /// What changed for a person from one year to a later one.
    #[must_use]
    pub fn change(&self, earlier: &PersonYear, later: &PersonYear) -> Option<Change> {
        let is_same = earlier.occupation == later.occupation;
        let near = match (is_same && earlier.employer == later.employer, earlier.major == later.major) {
            (true, _) => Nearness::Job,
            (_, true) => Nearness::Related,
            (_, false) => Nearness::Other,
        };
        let median = |year: &PersonYear| Some(self.curve(year.occupation, earlier.year)?.at_odds(0.0));
        let pays = if is_same { Direction::Same } else { Direction::of(median(earlier)?, median(later)?) };
        Some(Change { near, pays })
    }

    /// Where a person's pay of an earlier year would stand in the occupation of a later one; in another job no further out
    /// than counts.
    #[must_use]
    pub fn stood(&self, earlier: &PersonYear, later: &PersonYear) -> Option<f64> {
        if earlier.occupation == later.occupation {
            let place = self.place(earlier)?;
            return Some(if earlier.employer == later.employer { place } else { own_odds(place) });
        }
        Some(own_odds(self.curve(later.occupation, earlier.year)?.odds_of(earlier.pay)))
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
/// the ratios of later to earlier, each as heavy as the earlier is far. Of earlier, later and weight.
#[must_use]
pub fn left(seen: impl Iterator<Item = (f64, f64, f64)>) -> Option<f64> {
    let far = seen.filter(|(earlier, ..)| earlier.abs() > 1e-9);
    weighted_quantile(
        far.map(|(earlier, later, weight)| (later / earlier, weight * earlier.abs())).collect(),
        0.5,
    )
}

/// Log odds of a published percentile of a person, kept from the ends, where a tenth is all that is told.
#[must_use]
pub fn published_place(percentile: f64) -> f64 {
    odds(percentile.clamp(0.1, 99.9))
}
