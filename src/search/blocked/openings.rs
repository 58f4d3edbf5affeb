//! What would open a role that cannot be reached: the smallest changes, each proved by searching again.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use rayon::prelude::*;

use crate::graph::{Graph, HoldingIx, RegionIx, RoleIx, SkillIx};
use crate::profile::Profile;
use crate::search::find::{Least, Reached, leads, least};
use crate::search::problem::whole;
use crate::search::{Choices, Limits, Problem, Rules};
use crate::units::Money;
use crate::wages::PayBook;

/// The longest time to a target that is looked at for an opening, in months.
const LONGEST: u32 = 480;
/// The highest level of a skill.
const EXPERT: u8 = 5;

/// A change that opens a role, by itself or with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// The fewest study hours a week beside a job.
    StudyHours(u32),
    /// To be free to stop working.
    MayStopWorking,
    /// The shortest longest time, in months.
    Months(u32),
    /// The smallest budget.
    Budget(Money),
    /// To study where the campus is, or online if the program were taught so.
    Elsewhere,
    /// To live in one of these regions.
    Region(Vec<RegionIx>),
    /// A skill at the lowest level that does.
    Skill(SkillIx, u8),
    /// An award or credential in hand.
    Holding(HoldingIx),
}

/// A person as they are, or changed.
#[derive(Debug, Clone)]
struct Person<'a> {
    graph: &'a Graph,
    profile: Profile,
    pay: PayBook,
    rules: Rules,
    limits: Limits,
    choices: &'a Choices,
    target: RoleIx,
}

/// A limit that may be lifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Study hours a week beside a job.
    StudyHours,
    /// Working may not stop.
    MayStopWorking,
    /// The longest time.
    Months,
    /// The budget.
    Budget,
    /// Programs are taught elsewhere.
    Elsewhere,
}

/// What a search says of a door.
enum Settled<T> {
    /// It is open, by this.
    Open(T),
    /// It is shut.
    Shut,
    /// The search was given up.
    No,
}

impl<T> Settled<T> {
    fn map<U>(self, made: impl FnOnce(T) -> U) -> Settled<U> {
        match self {
            Self::Open(by) => Settled::Open(made(by)),
            Self::Shut => Settled::Shut,
            Self::No => Settled::No,
        }
    }
}

const LIMITS: [Limit; 5] =
    [Limit::StudyHours, Limit::MayStopWorking, Limit::Months, Limit::Budget, Limit::Elsewhere];

impl Person<'_> {
    /// The same with other limits.
    fn within(&self, limits: Limits) -> Self {
        Self { limits, ..self.clone() }
    }

    /// The pathway that asks for least within the limits.
    fn least(&self, of: Least) -> Settled<Reached> {
        let (graph, limits) = (self.graph, self.limits);
        let problem = Problem::choosing(graph, &self.profile, &self.pay, self.rules, limits, self.choices);
        match least(&problem, self.target, of) {
            Err(_) => Settled::No,
            Ok(None) => Settled::Shut,
            Ok(Some(reached)) => Settled::Open(reached),
        }
    }

    fn reaches(&self) -> Settled<Reached> {
        self.least(Least::Any)
    }

    /// Free of a limit; nothing where it is no limit.
    fn free(&self, limit: Limit) -> Option<Self> {
        let mut limits = self.limits;
        match limit {
            Limit::StudyHours => limits.study_hours = limits.study_hours.max(full_time_hours(self.graph)),
            Limit::MayStopWorking => limits.may_stop_working = true,
            Limit::Months => limits.max_months = limits.max_months.max(LONGEST),
            Limit::Budget => limits.budget = None,
            Limit::Elsewhere => limits.anywhere = true,
        }
        (limits != self.limits).then(|| self.within(limits))
    }

    /// With a limit lifted no more than the target asks for; nothing where it is no limit.
    fn lifted(&self, limit: Limit) -> Option<Settled<(Opening, Self)>> {
        let free = self.free(limit)?;
        Some(match limit {
            Limit::StudyHours => {
                // more hours may, rarely, lose a role: each is tried
                let more: Vec<u32> = (self.limits.study_hours + 1..=free.limits.study_hours).collect();
                let with = |study_hours: u32| self.within(Limits { study_hours, ..self.limits });
                let unsettled = AtomicBool::new(false);
                let opens = |hours: &&u32| {
                    let settled = with(**hours).reaches();
                    unsettled.fetch_or(matches!(settled, Settled::No), Relaxed);
                    matches!(settled, Settled::Open(_))
                };
                match more.par_iter().find_first(opens) {
                    Some(hours) => Settled::Open((Opening::StudyHours(*hours), with(*hours))),
                    None if unsettled.into_inner() => Settled::No,
                    None => Settled::Shut,
                }
            }
            Limit::MayStopWorking => free.reaches().map(|_| (Opening::MayStopWorking, free)),
            Limit::Elsewhere => free.reaches().map(|_| (Opening::Elsewhere, free)),
            Limit::Months => free.least(Least::Months).map(|reached| {
                let max_months = reached.months;
                (Opening::Months(max_months), self.within(Limits { max_months, ..self.limits }))
            }),
            Limit::Budget => free.least(Least::Cost).map(|reached| {
                let limits = Limits { budget: Some(reached.cost), ..self.limits };
                (Opening::Budget(reached.cost), self.within(limits))
            }),
        })
    }

    /// Whether, without budget and longest time, its steps lead there but no pathway of any size does.
    fn is_out_of_reach_for_size(&self) -> bool {
        let limits = Limits { budget: None, max_months: self.limits.max_months.max(LONGEST), ..self.limits };
        let (graph, profile) = (self.graph, &self.profile);
        let problem = Problem::choosing(graph, profile, &self.pay, self.rules, limits, self.choices);
        leads(&problem, self.target) && least(&problem, self.target, Least::Any) == Ok(None)
    }

    /// The regions next to the root, other than the person's own, in which the target can be reached.
    fn regions(&self) -> Vec<RegionIx> {
        let regions = &self.graph.regions;
        let states = regions.all().filter(|(at, region)| {
            region.parent.is_some_and(|root| regions.get(root).parent.is_none())
                && !regions.holds(*at, self.profile.region)
        });
        let states: Vec<RegionIx> = states.map(|(at, _)| at).collect();
        let reached = states.into_par_iter().filter(|at| {
            let profile = Profile { region: *at, ..self.profile.clone() };
            let pay = PayBook::of(self.graph, &profile);
            matches!(Self { profile, pay, ..self.clone() }.reaches(), Settled::Open(_))
        });
        reached.collect()
    }

    /// What is in hand that opens the target: one skill each at the lowest level, one holding each that can be earned.
    fn in_hand(&self) -> Vec<Opening> {
        let opens = |profile: Profile| matches!(Self { profile, ..self.clone() }.reaches(), Settled::Open(_));
        let skills: Vec<SkillIx> = (0..).map(SkillIx).take(self.graph.skills.len()).collect();
        let skills = skills.into_par_iter().filter_map(|skill| {
            let with = |level: u8| opens(self.profile.with_skill(skill, level));
            let mut levels = self.profile.level(skill) + 1..=EXPERT;
            // what the highest level does not open no lower one does
            let level = if with(EXPERT) { levels.find(|level| with(*level)) } else { None };
            level.map(|level| Opening::Skill(skill, level))
        });
        let holdings: Vec<HoldingIx> = (0..).map(HoldingIx).take(self.graph.holdings()).collect();
        let holdings = holdings.into_par_iter().filter(|holding| {
            self.graph.is_earned(*holding)
                && !self.profile.holdings.contains(holding)
                && opens(self.profile.with(self.graph, *holding))
        });
        skills.chain(holdings.map(Opening::Holding)).collect()
    }

    /// Pairs of limits that open the target together, each lifted no more than needed with the other as it is.
    fn pairs(&self) -> Vec<[Opening; 2]> {
        let mut pairs = Vec::new();
        for (at, first) in LIMITS.into_iter().enumerate() {
            for second in &LIMITS[at + 1..] {
                let Some(free) = self.free(*second) else { continue };
                let Some(Settled::Open((one, _))) = free.lifted(first) else { continue };
                if let Some(Settled::Open((other, _))) = self.with(&one).lifted(*second) {
                    pairs.push([one, other]);
                }
            }
        }
        pairs
    }

    /// With a limit as an opening says.
    fn with(&self, opening: &Opening) -> Self {
        let mut limits = self.limits;
        match opening {
            Opening::StudyHours(hours) => limits.study_hours = *hours,
            Opening::MayStopWorking => limits.may_stop_working = true,
            Opening::Months(months) => limits.max_months = *months,
            Opening::Budget(budget) => limits.budget = Some(*budget),
            Opening::Elsewhere => limits.anywhere = true,
            Opening::Region(_) | Opening::Skill(..) | Opening::Holding(_) => {}
        }
        self.within(limits)
    }
}

/// What would open a role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Openings {
    /// Every smallest single change, in the order of [`Opening`].
    pub single: Vec<Opening>,
    /// Where no single one does: pairs of limits, each lifted no more than needed with the other as it is.
    pub pairs: Vec<[Opening; 2]>,
    /// Limits of which it is not settled whether lifting them opens it.
    pub unsettled: Vec<Limit>,
    /// Whether its steps lead there, but in no size of a pathway, without budget and longest time either: no larger budget
    /// helps then.
    pub only_by_size: bool,
}

/// Finds what would open a role that a person cannot reach.
#[must_use]
pub fn openings(
    graph: &Graph,
    profile: &Profile,
    pay: &PayBook,
    rules: Rules,
    choices: &Choices,
    target: RoleIx,
) -> Openings {
    let limits = Limits::of(profile, &rules);
    let person = Person { graph, profile: profile.clone(), pay: pay.clone(), rules, limits, choices, target };
    let mut found = Openings { only_by_size: person.is_out_of_reach_for_size(), ..Openings::default() };
    for limit in LIMITS {
        match person.lifted(limit) {
            Some(Settled::Open((opening, _))) => found.single.push(opening),
            Some(Settled::No) => found.unsettled.push(limit),
            Some(Settled::Shut) | None => {}
        }
    }
    let regions = person.regions();
    if !regions.is_empty() {
        found.single.push(Opening::Region(regions));
    }
    found.single.extend(person.in_hand());
    if found.single.is_empty() && !found.only_by_size {
        found.pairs = person.pairs();
    }
    found
}

/// Hours a week beyond which more study hours change nothing.
fn full_time_hours(graph: &Graph) -> u32 {
    whole(&graph.method.full_time_hours)
}
