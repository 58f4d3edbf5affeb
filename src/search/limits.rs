//! The limits that a person sets, and the sizes in which pathways are looked for.

use crate::profile::Profile;
use crate::units::{CalendarMonth, Money};

/// How many jobs on the way and how many courses a pathway may have, the target and the interim job aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Size {
    /// Jobs on the way.
    pub jobs: usize,
    /// Programs studied and credentials earned.
    pub courses: usize,
}

impl Size {
    /// The largest that is ever looked at.
    pub const MOST: Self = Self { jobs: 2, courses: 8 };
    /// Courses of the first size.
    pub(super) const FIRST: usize = 3;

    /// What a size allows besides one that was looked at before it: numbers of jobs on the way, each with the fewest courses
    /// that are new with it.
    pub(super) fn besides(self, before: Option<Self>) -> impl Iterator<Item = (usize, usize)> {
        let least = move |jobs: usize| match before {
            Some(before) if jobs <= before.jobs => before.courses + 1,
            _ => 0,
        };
        (0..=self.jobs).map(move |jobs| (jobs, least(jobs))).filter(move |(_, least)| *least <= self.courses)
    }
}

/// How long money is counted and how large pathways may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Months over which money is counted.
    pub horizon: u32,
    /// The largest size looked at.
    pub most: Size,
    /// The month called today, which exam windows are counted from.
    pub today: CalendarMonth,
    /// The most work on one target. What is not settled by then is told as such.
    pub max_work: u64,
}

impl Rules {
    /// Work on one target that takes about a second; the first size takes a hundredth of it.
    pub const WORK: u64 = 1_000_000;
    /// By how much less work may be done on all larger sizes together, which few need.
    const LARGER: u64 = 8;

    /// The work that may be done on a size after some was done on those before it, of which so much is left.
    #[must_use]
    pub(super) fn work_on(&self, before: Option<Size>, left: u64) -> u64 {
        let is_second = before.is_some_and(|before| before == self.first_size());
        if is_second && self.max_work < u64::MAX { left.min(self.max_work / Self::LARGER) } else { left }
    }

    /// The size that is tried first.
    pub(super) fn first_size(&self) -> Size {
        Size { jobs: self.most.jobs.min(1), courses: self.most.courses.min(Size::FIRST) }
    }

    /// The sizes in the order in which they are tried (section 3 of the model).
    #[must_use]
    pub fn sizes(&self) -> Vec<Size> {
        let (first, most) = (self.first_size(), self.most);
        let courses = most.courses.min(Size::MOST.courses);
        let each = (first.jobs..=most.jobs.min(Size::MOST.jobs))
            .flat_map(|jobs| (first.courses..=courses).map(move |courses| Size { jobs, courses }));
        each.collect()
    }
}

/// Limits that a search may be asked to lift, to see what would open a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most that all steps may cost.
    pub budget: Option<Money>,
    /// The longest time to the target in months.
    pub max_months: u32,
    /// Hours a week for study beside a job.
    pub study_hours: u32,
    /// Whether a job may be given up for study.
    pub may_stop_working: bool,
    /// Whether programs taught on a campus elsewhere count as taught here.
    pub anywhere: bool,
}

impl Limits {
    /// Whether so many cents are within the budget.
    pub(super) fn allows(&self, cost: i64) -> bool {
        self.budget.is_none_or(|budget| cost <= budget.cents())
    }

    /// No limits but those of where somebody may study.
    #[must_use]
    pub(super) const fn none(profile: &Profile) -> Self {
        Self {
            budget: None,
            max_months: Self::LONGEST,
            study_hours: 7 * 24,
            may_stop_working: true,
            anywhere: profile.may_move && !profile.distance_only,
        }
    }

    /// Longer than anything takes.
    const LONGEST: u32 = 100_000;

    /// The limits that a profile sets; without a longest time, the horizon is it.
    #[must_use]
    pub fn of(profile: &Profile, rules: &Rules) -> Self {
        Self {
            budget: profile.budget,
            max_months: profile.max_months.unwrap_or(rules.horizon),
            study_hours: profile.study_hours,
            may_stop_working: profile.may_stop_working,
            anywhere: profile.may_move && !profile.distance_only,
        }
    }
}
