//! Lists the sets of courses that lead to a target with some jobs on the way: regression from the target, one open step at
//! a time.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::CourseSet;
use super::quick::Quick;
use super::support::{Finder, Support};
use crate::graph::RoleIx;
use crate::search::problem::{JobIx, Need, Problem, job_of};

/// A step whose support is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Step {
    Job(JobIx),
    Course(u16),
}

/// A set that grows: its courses, those whose support is still to be chosen, and how many jobs wait for theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Draft {
    courses: CourseSet,
    open: CourseSet,
    jobs_left: u8,
}

impl Draft {
    /// The same with a support; nothing where there is no room for it.
    fn with(&self, support: &Support) -> Option<Self> {
        let courses = self.courses.union(&support.courses)?;
        let new = support.courses.iter().filter(|course| !self.courses.contains(*course));
        let open = new.into_iter().try_fold(self.open, |open, course| open.with(course))?;
        Some(Self { courses, open, ..*self })
    }
}

/// What is done with sets as they are listed.
pub(in crate::search) trait Take {
    /// Whether sets with at least these courses, which take so many months one after the other, are of any use.
    fn may_grow(&mut self, courses: &CourseSet, months: u32) -> bool;

    /// Takes a whole set, whose courses take so many months one after the other at the least.
    fn take(&mut self, courses: CourseSet, months: u32);
}

/// What supports a step with some jobs held, within a number of courses.
type Key = (Step, Vec<JobIx>, usize);

/// Lists sets for one person; supports are kept from one target to the next.
pub(in crate::search) struct Lister<'p, 'a> {
    problem: &'p Problem<'a>,
    known: HashMap<Key, Rc<[Support]>, Quick>,
    /// Per course: the fewest months it takes.
    shortest: Vec<u32>,
}

impl<'p, 'a> Lister<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let shortest = problem.courses.iter().map(super::super::problem::Course::shortest).collect();
        Self { problem, known: HashMap::default(), shortest }
    }

    /// Tells the sets of at most so many courses that lead to a target with some jobs on the way, fewer courses first; what
    /// the visitor turns down, and all that has more courses, is left out. Nothing where there were more to look at than
    /// `work` allows, which is used up by it.
    pub fn list(
        &mut self,
        target: RoleIx,
        jobs: &[JobIx],
        most: usize,
        work: &Cell<u64>,
        visit: &mut dyn Take,
    ) -> Option<()> {
        let steps: Vec<Step> =
            std::iter::once(job_of(target)).chain(jobs.iter().copied()).map(Step::Job).collect();
        let held: Vec<JobIx> = jobs.iter().copied().chain(self.problem.base()).collect();
        let first = Draft {
            courses: CourseSet::EMPTY,
            open: CourseSet::EMPTY,
            jobs_left: u8::try_from(steps.len()).expect("they are few"),
        };
        let mut seen: HashSet<Draft, Quick> = HashSet::default();
        let mut by_size: Vec<Vec<Draft>> = vec![Vec::new(); most + 1];
        by_size[0].push(first);
        for size in 0..=most {
            let mut whole: HashSet<CourseSet, Quick> = HashSet::default();
            while let Some(draft) = by_size[size].pop() {
                spend(work, 1)?;
                let (step, rest) = match (draft.jobs_left, draft.open.iter().next()) {
                    (0, None) => {
                        whole.insert(draft.courses);
                        continue;
                    }
                    (0, Some(course)) => {
                        (Step::Course(course), Draft { open: draft.open.without(course), ..draft })
                    }
                    (left, _) => (steps[usize::from(left) - 1], Draft { jobs_left: left - 1, ..draft }),
                };
                let supports = self.supports(step, &held, most, work)?;
                for support in supports.iter() {
                    let Some(next) = rest.with(support) else { continue };
                    let courses = next.courses.len();
                    let grown = courses > size;
                    if courses > most || !seen.insert(next) || (grown && !self.fits(&next.courses)) {
                        continue;
                    }
                    if !grown || visit.may_grow(&next.courses, self.months(&next.courses)) {
                        by_size[courses].push(next);
                    }
                }
            }
            let mut whole: Vec<CourseSet> = whole.into_iter().collect();
            whole.sort_unstable();
            for courses in whole {
                visit.take(courses, self.months(&courses));
            }
        }
        Some(())
    }

    fn supports(
        &mut self,
        step: Step,
        held: &[JobIx],
        most: usize,
        work: &Cell<u64>,
    ) -> Option<Rc<[Support]>> {
        let key = (step, held.to_vec(), most);
        if let Some(known) = self.known.get(&key) {
            return Some(Rc::clone(known));
        }
        let problem = self.problem;
        let (need, own, jobs): (&Need, Option<u16>, Vec<JobIx>) = match step {
            // months in a job do not open the job itself
            Step::Job(job) => {
                let others = held.iter().copied().filter(|held| *held != job).collect();
                (&problem.posts[usize::from(job)].need, None, others)
            }
            Step::Course(course) => (&problem.courses[usize::from(course)].need, Some(course), held.to_vec()),
        };
        let mut finder = Finder::new(problem, &jobs, own, most, work.get());
        let found: Rc<[Support]> = finder.find(need)?.into();
        work.set(finder.work);
        self.known.insert(key, Rc::clone(&found));
        Some(found)
    }

    /// Months that some courses take one after the other at the least.
    fn months(&self, courses: &CourseSet) -> u32 {
        courses.iter().map(|course| self.shortest[usize::from(course)]).sum()
    }

    /// Whether some courses are within the budget and the longest time, one after the other.
    fn fits(&self, courses: &CourseSet) -> bool {
        let cost: i64 = courses.iter().map(|course| self.problem.courses[usize::from(course)].cost).sum();
        self.problem.limits.budget.is_none_or(|budget| cost <= budget.cents())
            && self.months(courses) <= self.problem.limits.max_months
    }
}

/// Takes so much from the work that may still be done; nothing where no more may.
pub(in crate::search) fn spend(work: &Cell<u64>, much: u64) -> Option<()> {
    let left = work.get().checked_sub(much);
    work.set(left.unwrap_or(0));
    left.map(|_| ())
}
