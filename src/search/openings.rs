//! What would open a role that cannot be reached: the smallest changes, each proved by searching again.

use super::alone::Alone;
use super::courses::whole;
use super::{Choices, Limits, Pathway, Problem, Rules, hunt_one};
use crate::graph::{Graph, HoldingIx, Node, RegionIx, RoleIx, SkillIx};
use crate::profile::Profile;
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
enum Limit {
    StudyHours,
    MayStopWorking,
    Months,
    Budget,
    Elsewhere,
}

const LIMITS: [Limit; 5] =
    [Limit::StudyHours, Limit::MayStopWorking, Limit::Months, Limit::Budget, Limit::Elsewhere];

impl Person<'_> {
    /// The same with other limits.
    fn within(&self, limits: Limits) -> Self {
        Self { limits, ..self.clone() }
    }

    /// Any pathway; nothing where there is none.
    fn any(&self) -> Option<Pathway> {
        let alone = Alone::of(self.graph, &self.profile, &self.limits);
        if alone.end(Node::Role(self.target)) > self.limits.max_months {
            return None;
        }
        let problem =
            Problem::choosing(self.graph, &self.profile, &self.pay, self.rules, self.limits, self.choices);
        if problem.too_large() {
            return None;
        }
        hunt_one(&problem, self.target, |hunt| hunt.stop_at_first().run().0.pop())
    }

    fn reaches(&self) -> bool {
        self.any().is_some()
    }

    /// The pathway that asks for least: from one to the next within what is asked for less, until there is none. More time
    /// and more money never lose a pathway.
    fn least(&self, less: impl Fn(&Pathway) -> Option<Limits>) -> Option<Pathway> {
        let mut found = self.any()?;
        while let Some(other) = less(&found).and_then(|less| self.within(less).any()) {
            found = other;
        }
        Some(found)
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

    /// With a limit lifted no more than the target asks for; nothing where lifting it does not open the target.
    fn lifted(&self, limit: Limit) -> Option<(Opening, Self)> {
        let free = self.free(limit)?;
        match limit {
            Limit::StudyHours => {
                // more hours may, rarely, lose a role: each is tried
                let more = self.limits.study_hours + 1..=free.limits.study_hours;
                let mut with = more.map(|study_hours| self.within(Limits { study_hours, ..self.limits }));
                let enough = with.find(Self::reaches)?;
                Some((Opening::StudyHours(enough.limits.study_hours), enough))
            }
            Limit::MayStopWorking => free.reaches().then_some((Opening::MayStopWorking, free)),
            Limit::Elsewhere => free.reaches().then_some((Opening::Elsewhere, free)),
            Limit::Months => {
                let sooner = |path: &Pathway| {
                    Some(Limits { max_months: path.value.months.checked_sub(1)?, ..free.limits })
                };
                let max_months = free.least(sooner)?.value.months;
                Some((Opening::Months(max_months), self.within(Limits { max_months, ..self.limits })))
            }
            Limit::Budget => {
                let cheaper = |path: &Pathway| {
                    let less = path.value.cost - Money::from_cents(1);
                    (less >= Money::ZERO).then_some(Limits { budget: Some(less), ..free.limits })
                };
                let budget = free.least(cheaper)?.value.cost;
                let limits = Limits { budget: Some(budget), ..self.limits };
                Some((Opening::Budget(budget), self.within(limits)))
            }
        }
    }

    /// The regions next to the root, other than the person's own, in which the target can be reached.
    fn regions(&self) -> Vec<RegionIx> {
        let regions = &self.graph.regions;
        let states = regions.all().filter(|(at, region)| {
            region.parent.is_some_and(|root| regions.get(root).parent.is_none())
                && !regions.holds(*at, self.profile.region)
        });
        let reached = states.filter(|(at, _)| {
            let profile = Profile { region: *at, ..self.profile.clone() };
            let pay = PayBook::of(self.graph, &profile);
            Self { profile, pay, ..self.clone() }.reaches()
        });
        reached.map(|(at, _)| at).collect()
    }

    /// What is in hand that opens the target: one skill each at the lowest level, one holding each.
    fn in_hand(&self) -> Vec<Opening> {
        let with = |profile: Profile| Self { profile, ..self.clone() };
        let skills = (0..).map(SkillIx).take(self.graph.skills.len()).filter_map(|skill| {
            let mut levels = self.profile.level(skill) + 1..=EXPERT;
            let level = levels.find(|level| with(self.profile.with_skill(skill, *level)).reaches())?;
            Some(Opening::Skill(skill, level))
        });
        let holdings = (0..).map(HoldingIx).take(self.graph.holdings());
        let holdings = holdings.filter(|holding| {
            !self.profile.holdings.contains(holding)
                && with(self.profile.with(self.graph, *holding)).reaches()
        });
        skills.chain(holdings.map(Opening::Holding)).collect()
    }

    /// Pairs of limits that open the target together, each lifted no more than needed with the other as it is.
    fn pairs(&self) -> Vec<[Opening; 2]> {
        let mut pairs = Vec::new();
        for (at, first) in LIMITS.into_iter().enumerate() {
            for second in &LIMITS[at + 1..] {
                let Some(free) = self.free(*second) else { continue };
                let Some((one, _)) = free.lifted(first) else { continue };
                let lifted = self.with(&one).lifted(*second);
                pairs.extend(lifted.map(|(other, _)| [one, other]));
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
    let mut single: Vec<Opening> =
        LIMITS.into_iter().filter_map(|limit| person.lifted(limit).map(|(opening, _)| opening)).collect();
    let regions = person.regions();
    if !regions.is_empty() {
        single.push(Opening::Region(regions));
    }
    single.extend(person.in_hand());
    let pairs = if single.is_empty() { person.pairs() } else { Vec::new() };
    Openings { single, pairs }
}

/// Hours a week beyond which more study hours change nothing.
fn full_time_hours(graph: &Graph) -> u32 {
    whole(graph.method.full_time_hours.known())
}
