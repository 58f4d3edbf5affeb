//! Lists the sets of courses that lead to a target with some jobs on the way: regression from the target, one open step at
//! a time.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::CourseSet;
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

/// What supports a step with some jobs held, within a number of courses.
type Key = (Step, Vec<JobIx>, usize);

/// Lists sets for one person; supports are kept from one target to the next.
pub(in crate::search) struct Lister<'p, 'a> {
    problem: &'p Problem<'a>,
    known: HashMap<Key, Rc<[Support]>>,
    /// Per course: the fewest months it takes.
    shortest: Vec<u32>,
}

impl<'p, 'a> Lister<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let shortest = problem.courses.iter().map(super::super::problem::Course::shortest).collect();
        Self { problem, known: HashMap::new(), shortest }
    }

    /// The sets of at most so many courses that lead to a target with some jobs on the way, in order; nothing where there
    /// were more to look at than `work` allows, which is used up by it.
    pub fn list(
        &mut self,
        target: RoleIx,
        jobs: &[JobIx],
        most: usize,
        work: &mut u64,
    ) -> Option<Vec<CourseSet>> {
        let steps: Vec<Step> =
            std::iter::once(job_of(target)).chain(jobs.iter().copied()).map(Step::Job).collect();
        let held: Vec<JobIx> = jobs.iter().copied().chain(self.problem.base()).collect();
        let first = Draft {
            courses: CourseSet::EMPTY,
            open: CourseSet::EMPTY,
            jobs_left: u8::try_from(steps.len()).expect("they are few"),
        };
        let (mut found, mut seen) = (HashSet::new(), HashSet::from([first]));
        let mut drafts = vec![first];
        while let Some(draft) = drafts.pop() {
            *work = work.checked_sub(1)?;
            let (step, rest) = match (draft.jobs_left, draft.open.iter().next()) {
                (0, None) => {
                    found.insert(draft.courses);
                    continue;
                }
                (0, Some(course)) => {
                    (Step::Course(course), Draft { open: draft.open.without(course), ..draft })
                }
                (left, _) => (steps[usize::from(left) - 1], Draft { jobs_left: left - 1, ..draft }),
            };
            let supports = self.supports(step, &held, most, work)?;
            for support in supports.iter() {
                let Some(courses) = rest.courses.union(&support.courses) else { continue };
                if courses.len() > most || !self.fits(&courses) {
                    continue;
                }
                let new = support.courses.iter().filter(|course| !rest.courses.contains(*course));
                let Some(open) = new.into_iter().try_fold(rest.open, |open, course| open.with(course)) else {
                    continue;
                };
                let next = Draft { courses, open, ..rest };
                if seen.insert(next) {
                    drafts.push(next);
                }
            }
        }
        let mut found: Vec<CourseSet> = found.into_iter().collect();
        found.sort_unstable_by_key(|set| (set.len(), *set));
        Some(found)
    }

    fn supports(
        &mut self,
        step: Step,
        held: &[JobIx],
        most: usize,
        work: &mut u64,
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
        let mut finder = Finder::new(problem, &jobs, own, most, *work);
        let found: Rc<[Support]> = finder.find(need)?.into();
        *work = finder.work;
        self.known.insert(key, Rc::clone(&found));
        Some(found)
    }

    /// Whether some courses are within the budget and the longest time, one after the other.
    fn fits(&self, courses: &CourseSet) -> bool {
        let cost: i64 = courses.iter().map(|course| self.problem.courses[usize::from(course)].cost).sum();
        let months: u32 = courses.iter().map(|course| self.shortest[usize::from(course)]).sum();
        self.problem.limits.budget.is_none_or(|budget| cost <= budget.cents())
            && months <= self.problem.limits.max_months
    }
}
