//! The sets of steps to one target within a size, and the soonest pathway of each.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::plan::{CourseSet, Lister, StepSet};
use super::problem::{JobIx, Problem, job_of, named};
use super::reach::Reach;
use super::timeline::{Board, Clock, NEVER, Orders, Visit, soonest};
use super::{Size, Stop};
use crate::graph::{Node, RoleIx};

/// A listed set.
#[derive(Debug)]
pub(super) struct Listed {
    pub set: StepSet,
    /// No list of it begins the target sooner.
    pub low: u32,
    /// The month in which its soonest pathway begins the target, once asked for; `NEVER` where it has none.
    found: Cell<Option<u32>>,
}

/// The sets to one target within a size.
#[derive(Debug, Default)]
pub(super) struct Sets {
    pub list: Vec<Listed>,
    places: HashMap<(Vec<JobIx>, CourseSet), usize>,
}

/// What is asked of one person again and again: which jobs a target cannot do without, and what supports a step.
pub(super) struct Lists<'p, 'a> {
    problem: &'p Problem<'a>,
    lister: RefCell<Lister<'p, 'a>>,
    /// With all jobs on the way, and with some.
    all: Reach<'p, 'a>,
    with: RefCell<HashMap<Vec<JobIx>, Reach<'p, 'a>>>,
}

impl<'p, 'a> Lists<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        Self {
            problem,
            lister: RefCell::new(Lister::new(problem)),
            all: Reach::new(problem, None),
            with: RefCell::default(),
        }
    }

    /// Whether a target could be reached within the limits whatever the size.
    pub fn may_reach(&self, target: RoleIx) -> bool {
        self.all.soonest(target) != NEVER
    }

    /// Whether a target could be reached with no more than some jobs on the way.
    fn may_reach_with(&self, target: RoleIx, jobs: &[JobIx]) -> bool {
        let mut with = self.with.borrow_mut();
        let reach = with.entry(jobs.to_vec()).or_insert_with(|| Reach::new(self.problem, Some(jobs)));
        reach.soonest(target) != NEVER && jobs.iter().all(|job| reach.begins(*job))
    }

    /// The jobs on the way to a target that a size allows, several or none at a time.
    fn ways(&self, target: RoleIx, jobs: usize) -> Vec<Vec<JobIx>> {
        let problem = self.problem;
        let may = |job: &JobIx| problem.posts[usize::from(*job)].may_be_on_the_way && self.all.begins(*job);
        let named: Vec<JobIx> = named(problem.graph, target)
            .into_iter()
            .map(job_of)
            .filter(|job| *job != job_of(target) && may(job))
            .collect();
        let some: Vec<Vec<JobIx>> = match jobs {
            0 => vec![Vec::new()],
            1 => named.iter().map(|job| vec![*job]).collect(),
            _ => {
                let pairs = named.iter().enumerate();
                pairs.flat_map(|(at, one)| named[at + 1..].iter().map(move |other| vec![*one, *other])).collect()
            }
        };
        some.into_iter().filter(|jobs| self.may_reach_with(target, jobs)).collect()
    }

    /// The sets of a size that are of none before it.
    ///
    /// # Errors
    /// Where there were more to look at than `work` allows.
    pub fn list(&self, target: RoleIx, size: Size, before: Option<Size>, work: &mut u64) -> Result<Sets, Stop> {
        let problem = self.problem;
        let mut sets = Sets::default();
        let least = |jobs: usize| match before {
            // fewer courses with as many jobs were looked at
            Some(before) if jobs <= before.jobs => before.courses + 1,
            _ => 0,
        };
        for jobs in 0..=size.jobs {
            let least = least(jobs);
            if least > size.courses {
                continue;
            }
            for way in self.ways(target, jobs) {
                let listed = self.lister.borrow_mut().list(target, &way, size.courses, work).ok_or(Stop::Work)?;
                for courses in listed.into_iter().filter(|courses| courses.len() >= least) {
                    if !self.meets_choices(&way, &courses) {
                        continue;
                    }
                    *work = work.checked_sub(1).ok_or(Stop::Work)?;
                    let set = StepSet::new(problem, target, &way, courses);
                    let low = soonest(Board { problem, set: &set });
                    if low <= problem.limits.max_months {
                        sets.places.insert((way.clone(), courses), sets.list.len());
                        sets.list.push(Listed { set, low, found: Cell::new(None) });
                    }
                }
            }
        }
        Ok(sets)
    }

    /// Whether a set has every step insisted on; the interim job may be entered besides.
    fn meets_choices(&self, jobs: &[JobIx], courses: &CourseSet) -> bool {
        let problem = self.problem;
        problem.choices.require.iter().all(|node| match node {
            Node::Role(role) => jobs.contains(&job_of(*role)) || problem.interim == Some(job_of(*role)),
            course => courses.iter().any(|at| problem.courses[usize::from(at)].node == *course),
        })
    }
}

impl Sets {
    /// The month in which the soonest pathway of a set begins the target; `NEVER` where it has none.
    pub fn soonest(&self, problem: &Problem<'_>, at: usize) -> u32 {
        let listed = &self.list[at];
        if let Some(known) = listed.found.get() {
            return known;
        }
        let mut visit = Soonest { best: NEVER };
        let board = Board { problem, set: &listed.set };
        Orders { board, visit: &mut visit, soonest: listed.low }.run();
        listed.found.set(Some(visit.best));
        visit.best
    }

    /// The month from which on a pathway of a set is superfluous, because fewer of its steps lead to the target as soon;
    /// `NEVER` where there is none.
    pub fn superfluous_from(&self, problem: &Problem<'_>, at: usize) -> u32 {
        let set = &self.list[at].set;
        let jobs = &set.jobs[..set.on_the_way];
        let mut from = NEVER;
        for chosen in 0_u32..1 << jobs.len() {
            let some: Vec<JobIx> =
                jobs.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0).map(|(_, job)| *job).collect();
            let whole = (some.len() == jobs.len()).then_some(set.set);
            let fewer = set.set.proper_subsets().chain((whole.is_none()).then_some(set.set));
            for courses in fewer {
                let Some(smaller) = self.places.get(&(some.clone(), courses)) else { continue };
                let listed = &self.list[*smaller];
                if listed.set.is_paid == set.is_paid && listed.low < from {
                    from = from.min(self.soonest(problem, *smaller));
                }
            }
        }
        from
    }
}

/// Finds the soonest pathway of a set.
struct Soonest {
    best: u32,
}

impl Visit for Soonest {
    fn may_go_on(&mut self, _: Board<'_, '_>, _: &Clock, soonest: u32) -> bool {
        soonest < self.best
    }

    fn take(&mut self, board: Board<'_, '_>, clock: &Clock) {
        let months = clock.placed()[clock.placed().len() - 1].end;
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
        let insisted = problem.choices.require.iter().any(|node| *node == Node::Role(super::problem::job_ix(interim)));
        !insisted || self.interim || set.jobs[..set.on_the_way].contains(&interim)
    }
}
