//! Fitting where people stand by experience and how much of their distance from it they keep.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::kinds::{ANY_OTHER, KINDS};
use super::measure::CASES;
use super::people::{Market, PersonYear, left, pairs, weighted_quantile};
use crate::graph::{Kept, Nearness, Typical};
use crate::wages::surface::{Group, Surface, typical};

/// Years beyond which pay does not rise with experience.
const CAP: usize = 25;
/// Edges of the groups of people, in years of experience and in the job.
const EXPERIENCE: [f64; 15] =
    [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 18.0, 22.0];
const JOB: [f64; 6] = [0.5, 1.5, 2.5, 4.5, 7.5, 11.5];
/// A smaller group is not used.
const LEAST: usize = 30;
/// What a year of other work may count for, in twentieths of a year.
pub const TWENTIETHS: u32 = 20;
/// The longest time over which a place is followed.
pub const FOLLOWED: u32 = 12;

/// How far somebody stood from the usual, and stands later, with the weight of it.
type Followed = (f64, f64, f64);

/// Where people stand, by kind of occupation.
#[derive(Debug, Clone)]
pub struct Standings {
    kinds: Vec<Option<(Typical, Surface)>>,
    /// How much of their distance from it they keep.
    pub kept: Kept,
}

impl Standings {
    /// Of some people in a market.
    #[must_use]
    pub fn of(years: &[&PersonYear], market: &Market) -> Self {
        Self::counting(years, market, 0..=TWENTIETHS)
    }

    /// The same where a year of other work counts for one of some twentieths of a year.
    #[must_use]
    pub fn counting(years: &[&PersonYear], market: &Market, elsewhere: RangeInclusive<u32>) -> Self {
        let kinds = (0..KINDS.len()).map(|kind| {
            let members: Vec<Member> = years
                .iter()
                .filter(|year| year.kind == kind)
                .filter_map(|year| Member::of(year, market))
                .collect();
            // in any other kind all work counts alike: the panel does not tell what is like it
            let tried = if kind == ANY_OTHER { TWENTIETHS..=TWENTIETHS } else { elsewhere.clone() };
            let found = tried.filter_map(|twentieths| {
                let fitted = fit(&members, f64::from(twentieths) / f64::from(TWENTIETHS))?;
                let surface = Surface::of(&fitted);
                Some((missed(&members, &fitted, &surface), fitted, surface))
            });
            found
                .min_by(|one, other| one.0.total_cmp(&other.0))
                .map(|(_, typical, surface)| (typical, surface))
        });
        let none = Kept { job: Vec::new(), related: Vec::new(), other: Vec::new() };
        let mut standings = Self { kinds: kinds.collect(), kept: none };
        standings.kept = standings.keeps(years, market);
        standings
    }

    /// The regression of a kind; nothing where nobody of it was seen.
    #[must_use]
    pub fn typical(&self, kind: usize) -> Option<&Typical> {
        self.kinds[kind].as_ref().map(|(typical, _)| typical)
    }

    /// Years of experience that count for a person in a year: other work as far as it counts.
    #[must_use]
    pub fn experience(&self, year: &PersonYear) -> Option<f64> {
        Some(self.typical(year.kind)?.elsewhere.mul_add(year.elsewhere, year.field))
    }

    /// What is usual for people with as much experience, in log odds of the percentile.
    #[must_use]
    pub fn usual(&self, year: &PersonYear) -> Option<f64> {
        let (_, surface) = self.kinds[year.kind].as_ref()?;
        Some(surface.at(self.experience(year)?, year.job))
    }

    /// The same after some change, of somebody whose own pay is known: in the same job it comes a year late.
    #[must_use]
    pub fn usual_after(&self, year: &PersonYear, near: Nearness) -> Option<f64> {
        if near != Nearness::Job {
            return self.usual(year);
        }
        let (_, surface) = self.kinds[year.kind].as_ref()?;
        Some(surface.at((self.experience(year)? - 1.0).max(0.0), (year.job - 1.0).max(0.0)))
    }

    /// How far a person stands from that.
    #[must_use]
    pub fn apart_after(&self, year: &PersonYear, near: Nearness, market: &Market) -> Option<f64> {
        Some(market.place(year)? - self.usual_after(year, near)?)
    }

    /// How far a person stands from the usual.
    #[must_use]
    pub fn apart(&self, year: &PersonYear, market: &Market) -> Option<f64> {
        Some(market.place(year)? - self.usual(year)?)
    }

    /// How far a person's pay of an earlier year would stand, in the occupation of a later one, from what was usual then.
    #[must_use]
    pub fn stood(&self, earlier: &PersonYear, later: &PersonYear, market: &Market) -> Option<f64> {
        Some(market.stood(earlier, later)? - self.usual(earlier)?)
    }

    /// How much of that is still there after each year, by how near the later job is; never more than the year before, and
    /// up to the last year of which enough is seen.
    fn keeps(&self, years: &[&PersonYear], market: &Market) -> Kept {
        let mut seen: BTreeMap<(Nearness, u32), Vec<Followed>> = BTreeMap::new();
        for (earlier, later) in pairs(years, FOLLOWED) {
            let told = || {
                let near = market.change(earlier, later)?.near;
                let before = self.stood(earlier, later, market)?;
                Some((near, before, self.apart_after(later, near, market)?))
            };
            if let Some((near, before, after)) = told() {
                let seen = seen.entry((near, later.year - earlier.year)).or_default();
                seen.push((before, after, later.weight));
            }
        }
        let shares = |near: Nearness| {
            let years =
                (1..=FOLLOWED).map_while(|ahead| seen.get(&(near, ahead)).filter(|seen| seen.len() >= CASES));
            let share = |least: &mut f64, seen: &Vec<Followed>| {
                *least = left(seen.iter().copied())?.clamp(0.0, *least);
                Some(*least)
            };
            years.scan(1.0, share).collect()
        };
        Kept {
            job: shares(Nearness::Job),
            related: shares(Nearness::Related),
            other: shares(Nearness::Other),
        }
    }
}

/// What is fitted of a person in a year.
#[derive(Debug, Clone, Copy)]
struct Member {
    field: f64,
    elsewhere: f64,
    job: f64,
    place: f64,
    weight: f64,
}

impl Member {
    fn of(year: &PersonYear, market: &Market) -> Option<Self> {
        let PersonYear { field, elsewhere, job, weight, .. } = *year;
        Some(Self { field, elsewhere, job, place: market.place(year)?, weight })
    }

    fn experience(&self, elsewhere: f64) -> f64 {
        elsewhere.mul_add(self.elsewhere, self.field)
    }
}

/// The regression through groups of people where a year of other work counts for so much.
fn fit(members: &[Member], elsewhere: f64) -> Option<Typical> {
    let mut groups: BTreeMap<(usize, usize), Vec<&Member>> = BTreeMap::new();
    for member in members {
        let experience = EXPERIENCE.partition_point(|edge| *edge <= member.experience(elsewhere));
        let job = JOB.partition_point(|edge| *edge <= member.job);
        groups.entry((experience, job)).or_default().push(member);
    }
    let told = groups.into_values().filter(|here| here.len() >= LEAST).filter_map(|here| {
        let weight: f64 = here.iter().map(|member| member.weight).sum();
        let mean = |of: &dyn Fn(&Member) -> f64| {
            here.iter().map(|member| member.weight * of(member)).sum::<f64>() / weight
        };
        let places = here.iter().map(|member| (member.place, member.weight)).collect();
        Some(Group {
            experience: mean(&|member| member.experience(elsewhere)),
            job: mean(&|member| member.job),
            median: weighted_quantile(places, 0.5)?,
            weight,
        })
    });
    let fitted = typical(&told.collect::<Vec<_>>(), elsewhere, CAP)?;
    Some(Typical { person_years: members.len(), ..fitted })
}

/// How far people stand from a regression, in all.
fn missed(members: &[Member], typical: &Typical, surface: &Surface) -> f64 {
    let away = |member: &Member| {
        let usual = surface.at(member.experience(typical.elsewhere), member.job);
        member.weight * (member.place - usual).abs()
    };
    members.iter().map(away).sum()
}
