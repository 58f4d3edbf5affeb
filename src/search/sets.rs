//! The sets of steps to one target within a size, and the soonest pathway of each.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;

use super::plan::{CourseSet, Lister, Quick, Recall, StepSet, Supports, Take, spend};
use super::problem::{JobIx, Problem, StepIx, job_of};
use super::reach::{AtBest, Reach};
use super::timeline::{Board, Clock, Earliest, NEVER, Orders, Visit, earliest};
use super::value::Before;
use super::{Size, Stop};
use crate::graph::{Node, RoleIx};

/// The work that reducing the requirements of a set counts for.
pub(super) const SET_WORK: u64 = 5;

/// A listed set.
#[derive(Debug)]
pub(super) struct Listed {
    pub set: StepSet,
    /// No list of it begins the target or a job on the way sooner.
    pub earliest: Earliest,
    /// The month in which its soonest pathway begins the target.
    pub soonest: u32,
    /// A pathway of it that begins the target in this month or later is superfluous, because fewer of its steps lead there as
    /// soon.
    pub superfluous_from: u32,
}

/// The sets to one target within a size that have a pathway which is not superfluous.
#[derive(Debug, Default)]
pub(super) struct Sets {
    pub list: Vec<Listed>,
}

/// What is asked of one person again and again: which jobs a target cannot do without, and what supports a step.
pub(super) struct Lists<'p, 'a> {
    problem: &'p Problem<'a>,
    supports: Supports,
    /// With no job on the way, worked out when first asked for; with all; and with some.
    none: OnceCell<Reach<'p, 'a>>,
    all: Reach<'p, 'a>,
    /// Per target: the best that could be, whatever the size.
    targets: Vec<OnceCell<AtBest>>,
    /// Per job: the soonest month in which it could serve on the way.
    serve: OnceCell<Vec<u32>>,
    with: RefCell<HashMap<Vec<JobIx>, Reach<'p, 'a>, Quick>>,
}

impl<'p, 'a> Lists<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        Self {
            problem,
            supports: Supports::default(),
            all: Reach::with_all(problem),
            none: OnceCell::new(),
            targets: problem.hires.iter().map(|_| OnceCell::new()).collect(),
            serve: OnceCell::new(),
            with: RefCell::default(),
        }
    }

    /// Whether a target could be reached within the limits whatever the size.
    pub fn may_reach(&self, target: RoleIx) -> bool {
        self.at_best(target).months != NEVER
    }

    /// The best that could be of a target, whatever the size.
    fn at_best(&self, target: RoleIx) -> AtBest {
        *self.targets[target.at()].get_or_init(|| self.all.target(target))
    }

    /// The best that could be of a target with some jobs on the way, whatever the size.
    pub fn least(&self, target: RoleIx, jobs: &[JobIx]) -> AtBest {
        let serve = self.serve.get_or_init(|| self.all.serve_from());
        let serve = jobs.iter().map(|job| serve[usize::from(*job)]).max().unwrap_or(0);
        let begin = if serve == NEVER { NEVER } else { self.problem.begins_after(target, serve) };
        let best = self.at_best(target);
        AtBest { months: best.months.max(begin), ..best }
    }

    /// The same with no more than some jobs on the way, all of which can be held.
    pub fn least_with(&self, target: RoleIx, jobs: &[JobIx]) -> AtBest {
        let mut with = self.with.borrow_mut();
        if !with.contains_key(jobs) {
            let none = self.none.get_or_init(|| Reach::new(self.problem));
            with.insert(jobs.to_vec(), none.with(jobs));
        }
        let reach = &with[jobs];
        let best = reach.target(target);
        let all_begin = jobs.iter().all(|job| reach.begins(*job) != NEVER);
        AtBest { months: if all_begin { best.months } else { NEVER }, ..best }
    }

    /// Some jobs, each with the month in which it begins at the soonest, whatever the size.
    pub fn begun(&self, jobs: impl Iterator<Item = JobIx>) -> Before {
        Before::new(jobs.map(|job| (job, self.all.begins(job))))
    }

    /// The month in which a course is finished at the soonest, whatever the size; `NEVER` where not within the limits.
    pub fn finishes(&self, course: u16) -> u32 {
        self.all.finishes(course)
    }

    /// Whether a job on the way could begin within the limits.
    pub fn may_begin(&self, job: JobIx) -> bool {
        self.all.begins(job) != NEVER
    }

    /// The jobs that may stand on the way to a target, so many at a time.
    pub fn ways(&self, target: RoleIx, jobs: usize) -> Vec<Vec<JobIx>> {
        let named: Vec<JobIx> =
            self.problem.may_be_before(target).filter(|job| self.may_begin(*job)).collect();
        match jobs {
            0 => vec![Vec::new()],
            1 => named.iter().map(|job| vec![*job]).collect(),
            _ => {
                let pairs = named.iter().enumerate();
                pairs
                    .flat_map(|(at, one)| named[at + 1..].iter().map(move |other| vec![*one, *other]))
                    .collect()
            }
        }
    }

    /// Lists the sets of at most so many courses with some jobs on the way.
    ///
    /// # Errors
    /// Where there were more to look at than `work` allows.
    pub fn tell(
        &self,
        target: RoleIx,
        way: &[JobIx],
        most: usize,
        work: &Cell<u64>,
        visit: &mut dyn Take,
    ) -> Result<(), Stop> {
        let mut lister = Lister { problem: self.problem, recall: self, asked: Vec::new() };
        lister.list(target, way, most, work, visit).ok_or(Stop::Work)?;
        if work.get() == 0 { Err(Stop::Work) } else { Ok(()) }
    }

    /// The sets of a size that are of none before it; with `any`, no more once there is one.
    ///
    /// # Errors
    /// Where there were more to look at than `work` allows.
    pub fn list(
        &self,
        target: RoleIx,
        (size, before): (Size, Option<Size>),
        any: bool,
        work: &Cell<u64>,
    ) -> Result<Sets, Stop> {
        let mut sets = Sets::default();
        for (jobs, least) in size.besides(before) {
            for way in self.ways(target, jobs) {
                let first = self.least(target, &way).months;
                if first > self.problem.limits.max_months {
                    continue;
                }
                let low = self.least_with(target, &way).months;
                let low = low.max(first);
                if low > self.problem.limits.max_months {
                    continue;
                }
                let mut growing =
                    Growing { lists: self, target, way: &way, low, least, sets: &mut sets, work };
                self.tell(target, &way, size.courses, work, &mut growing)?;
                if any && !sets.list.is_empty() {
                    return Ok(sets);
                }
            }
        }
        Ok(sets)
    }

    /// Whether a set has every step insisted on; the interim job may be entered besides.
    pub fn meets_choices(&self, target: RoleIx, jobs: &[JobIx], courses: &CourseSet) -> bool {
        let problem = self.problem;
        problem.choices.require.iter().all(|node| match node {
            Node::Role(role) if *role == target => true,
            Node::Role(role) => jobs.contains(&job_of(*role)) || problem.interim == Some(job_of(*role)),
            course => courses.iter().any(|at| problem.start.courses[usize::from(at)].node == *course),
        })
    }
}

impl Recall for Lists<'_, '_> {
    fn supports(&self) -> &Supports {
        &self.supports
    }

    fn number(&self, _: StepIx) -> u32 {
        0
    }

    fn is_free(&self) -> bool {
        true
    }
}

/// Sets with some jobs on the way, taken as they are listed.
struct Growing<'g, 'p, 'a> {
    lists: &'g Lists<'p, 'a>,
    target: RoleIx,
    way: &'g [JobIx],
    /// No pathway with these jobs begins the target sooner.
    low: u32,
    /// Sets of fewer courses were looked at.
    least: usize,
    sets: &'g mut Sets,
    work: &'g Cell<u64>,
}

impl Growing<'_, '_, '_> {
    /// The month from which on pathways with some courses are superfluous, because fewer of their steps lead there as soon;
    /// `NEVER` where there are none.
    fn superfluous_from(&self, courses: &CourseSet) -> u32 {
        let is_paid = self.lists.problem.is_all_paid(self.way, self.target);
        let smaller = self.sets.list.iter().filter(|listed| {
            let jobs = &listed.set.jobs[..listed.set.on_the_way];
            let fewer = jobs.len() < self.way.len() || listed.set.set != *courses;
            fewer
                && listed.set.is_paid(self.lists.problem) == is_paid
                && listed.set.set.is_subset(courses)
                && jobs.iter().all(|job| self.way.contains(job))
        });
        smaller.map(|listed| listed.soonest).min().unwrap_or(NEVER)
    }

    /// No pathway with courses that take so many months begins the target sooner.
    fn low(&self, months: u32) -> u32 {
        self.low.max(self.lists.problem.begins_after(self.target, months))
    }
}

impl Take for Growing<'_, '_, '_> {
    fn may_grow(&mut self, courses: &CourseSet, months: u32) -> bool {
        let low = self.low(months);
        low <= self.lists.problem.limits.max_months && self.superfluous_from(courses) > low
    }

    fn take(&mut self, courses: CourseSet, months: u32) {
        let problem = self.lists.problem;
        let superfluous_from = self.superfluous_from(&courses);
        if courses.len() < self.least
            || superfluous_from <= self.low(months)
            || !self.lists.meets_choices(self.target, self.way, &courses)
        {
            return;
        }
        if spend(self.work, SET_WORK).is_none() {
            return;
        }
        let mut earliest = earliest(problem, self.target, self.way, &courses);
        let low = earliest.target.max(self.low(months));
        earliest.target = low;
        if low > problem.limits.max_months || superfluous_from <= low {
            return;
        }
        let set = StepSet::new(problem, self.target, self.way, courses);
        let board = Board { problem, set: &set };
        let mut visit = Soonest { best: superfluous_from, work: self.work };
        Orders::new(board, &mut visit, low).run();
        if visit.best < superfluous_from {
            self.sets.list.push(Listed { set, earliest, soonest: visit.best, superfluous_from });
        }
    }
}

/// Finds the soonest pathway of a set.
pub(super) struct Soonest<'w> {
    /// The month in which the soonest so far begins the target; only sooner ones are looked for.
    pub best: u32,
    pub work: &'w Cell<u64>,
}

impl Visit for Soonest<'_> {
    fn may_go_on(&mut self, _: Board<'_, '_>, _: &Clock, soonest: u32) -> bool {
        spend(self.work, 1).is_some() && soonest < self.best
    }

    fn take(&mut self, board: Board<'_, '_>, clock: &Clock) {
        let months = clock.target_begins();
        if months < self.best && clock.meets_choices(board) && clock.is_used(board) {
            self.best = months;
        }
    }
}

impl Clock {
    /// Whether a list has the interim job where that is insisted on.
    pub fn meets_choices(&self, board: Board<'_, '_>) -> bool {
        let (problem, set) = (board.problem, board.set);
        let Some(interim) = problem.interim else { return true };
        let insisted =
            problem.choices.require.iter().any(|node| *node == Node::Role(super::problem::job_ix(interim)));
        !insisted || self.interim || set.jobs[..set.on_the_way].contains(&interim)
    }
}
