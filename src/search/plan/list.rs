//! Lists the sets of courses that lead to a target with some jobs on the way: regression from the target, one open step at
//! a time.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::CourseSet;
use super::quick::Quick;
use super::serving::Serving;
use super::support::{Finder, Support};
use crate::graph::RoleIx;
use crate::search::problem::{JobIx, Problem, StepIx, job_of};

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
    fn may_grow(&mut self, _courses: &CourseSet, _months: u32) -> bool {
        true
    }

    /// Takes a whole set, whose courses take so many months one after the other at the least.
    fn take(&mut self, courses: CourseSet, months: u32);
}

/// The steps of sets with some jobs on the way.
struct Way {
    held: Vec<JobIx>,
    /// The most courses.
    most: usize,
    /// The target, then the jobs on the way.
    steps: Rc<[StepIx]>,
    /// What supports each course, then each of the steps, where it was asked.
    supports: Vec<Option<Arc<[Support]>>>,
}

/// How many sets without room for more are looked at for the work of one draft.
const FULL_AT_ONCE: usize = 8;

/// A step by a number that its shape has, the jobs held that serve it, and a number of courses.
type Key = (u32, StepIx, Vec<JobIx>, usize);

/// Supports, with the work that finding them took.
type Known = (Arc<[Support]>, u64);

/// The most steps whose supports are kept.
const MOST_SUPPORTED: usize = 10_000;

/// Supports that were found before.
#[derive(Debug, Default)]
pub(in crate::search) struct Supports(Mutex<HashMap<Key, Known, Quick>>);

impl Supports {
    /// Keeps what was found. Where there is too much, all before it is forgotten: it can be found again.
    fn keep(&self, key: Key, known: Known) {
        let mut all = self.known();
        if all.len() == MOST_SUPPORTED {
            all.clear();
        }
        all.insert(key, known);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Key, Known, Quick>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the lister of one person knows of others.
pub(in crate::search) trait Recall {
    /// Where supports are kept.
    fn supports(&self) -> &Supports;

    /// The number of a step's shape: those of one number have the same supports.
    fn number(&self, step: StepIx) -> u32;

    /// Whether what is known costs no work. Where it does, what is listed does not depend on what was listed before.
    fn is_free(&self) -> bool;
}

/// Lists sets for one person.
pub(in crate::search) struct Lister<'p, 'a> {
    pub problem: &'p Problem<'a>,
    pub recall: &'p dyn Recall,
    /// The steps whose supports were asked: they decide what is listed.
    pub asked: Vec<StepIx>,
}

impl Lister<'_, '_> {
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
        let steps: Rc<[StepIx]> =
            std::iter::once(job_of(target)).chain(jobs.iter().copied()).map(StepIx::Job).collect();
        let mut way = Way {
            held: jobs.iter().copied().chain(self.problem.base()).collect(),
            most,
            supports: vec![None; self.problem.terms.len() + steps.len()],
            steps,
        };
        let first = Draft {
            courses: CourseSet::EMPTY,
            open: CourseSet::EMPTY,
            jobs_left: u8::try_from(way.steps.len()).expect("they are few"),
        };
        let (mut seen, mut full) =
            (HashSet::<Draft, Quick>::default(), HashSet::<CourseSet, Quick>::default());
        let mut by_size: Vec<Vec<Draft>> = vec![Vec::new(); most + 1];
        by_size[0].push(first);
        for size in 0..=most {
            let mut whole: HashSet<CourseSet, Quick> = HashSet::default();
            if size == most {
                // there is no room for more: each step has a support among them, or the set is none
                for courses in std::mem::take(&mut full) {
                    if self.fits(&courses)
                        && visit.may_grow(&courses, self.months(&courses))
                        && self.is_closed(&courses, &mut way, work)?
                    {
                        whole.insert(courses);
                    }
                }
            }
            while let Some(draft) = by_size[size].pop() {
                spend(work, 1)?;
                let (step, rest) = match (draft.jobs_left, draft.open.split_first()) {
                    (0, None) => {
                        whole.insert(draft.courses);
                        continue;
                    }
                    // the target once all else is chosen
                    (0 | 1, Some((course, open))) => (StepIx::Course(course), Draft { open, ..draft }),
                    (left, _) => (way.steps[usize::from(left) - 1], Draft { jobs_left: left - 1, ..draft }),
                };
                let supports = self.supports_on(step, &mut way, work)?;
                let met: Vec<&Support> = if step == way.steps[0] {
                    supports.iter().filter(|support| support.courses.is_subset(&draft.courses)).collect()
                } else {
                    Vec::new()
                };
                for support in supports.iter() {
                    if size + draft.courses.new_in(&support.courses) > most {
                        continue;
                    }
                    if met.iter().any(|met| met.waits & !support.waits == 0)
                        && !support.courses.is_subset(&draft.courses)
                    {
                        // what it adds would serve nothing: all is finished when the target is applied for
                        continue;
                    }
                    let Some(next) = rest.with(support) else { continue };
                    let courses = next.courses.len();
                    let grown = courses > size;
                    if courses == most && grown {
                        if full.insert(next.courses) && full.len() % FULL_AT_ONCE == 0 {
                            spend(work, 1)?;
                        }
                        continue;
                    }
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
                if self.may_serve(&mut way, &courses, work)? {
                    visit.take(courses, self.months(&courses));
                }
            }
        }
        Some(())
    }

    /// Whether some courses have a support for each of themselves and of the way's jobs.
    fn is_closed(&mut self, courses: &CourseSet, way: &mut Way, work: &Cell<u64>) -> Option<bool> {
        for step in courses.iter().map(StepIx::Course).chain(Rc::clone(&way.steps).iter().copied()) {
            let supports = self.supports_on(step, way, work)?;
            let has = |support: &Support| support.courses.is_subset(courses);
            if !supports.iter().any(has) {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Whether every course of a set can be of use.
    fn may_serve(&mut self, way: &mut Way, courses: &CourseSet, work: &Cell<u64>) -> Option<bool> {
        if courses.len() > Serving::MOST {
            return Some(true);
        }
        let steps = Rc::clone(&way.steps);
        let mut supports = Vec::new();
        for step in courses.iter().map(StepIx::Course).chain(steps.iter().rev().copied()) {
            supports.push(self.supports_on(step, way, work)?);
        }
        Some(Serving::new(courses, &supports).is_possible())
    }

    /// What supports a step on a way, asked once.
    fn supports_on(&mut self, step: StepIx, way: &mut Way, work: &Cell<u64>) -> Option<Arc<[Support]>> {
        let at = match step {
            StepIx::Course(course) => usize::from(course),
            job @ StepIx::Job(_) => {
                let at = way.steps.iter().position(|step| *step == job).expect("it is one of the way's");
                self.problem.terms.len() + at
            }
        };
        if let Some(known) = &way.supports[at] {
            return Some(Arc::clone(known));
        }
        let found = self.supports(step, &way.held, way.most, work)?;
        way.supports[at] = Some(Arc::clone(&found));
        Some(found)
    }

    fn supports(
        &mut self,
        step: StepIx,
        held: &[JobIx],
        most: usize,
        work: &Cell<u64>,
    ) -> Option<Arc<[Support]>> {
        self.asked.push(step);
        let problem = self.problem;
        let need = problem.start.need(step);
        // months in a job do not open the job itself
        let others = held.iter().copied().filter(|held| step != StepIx::Job(*held));
        let jobs: Vec<JobIx> = others.filter(|job| problem.serves(*job, need)).collect();
        let key = (self.recall.number(step), step, jobs, most);
        let known = self.recall.supports().known().get(&key).cloned();
        if let Some((known, took)) = known {
            if !self.recall.is_free() {
                spend(work, took)?;
            }
            return Some(known);
        }
        let own = match step {
            StepIx::Job(_) => None,
            StepIx::Course(course) => Some(course),
        };
        let mut finder = Finder::new(problem, &key.2, own, most, work.get());
        let found: Option<Arc<[Support]>> = finder.find(need).map(Into::into);
        let took = work.get() - finder.work;
        work.set(found.as_ref().map_or(0, |_| finder.work));
        let found = found?;
        self.recall.supports().keep(key, (Arc::clone(&found), took));
        Some(found)
    }

    fn months(&self, courses: &CourseSet) -> u32 {
        self.problem.study_months(courses.iter())
    }

    fn fits(&self, courses: &CourseSet) -> bool {
        self.problem.fits(courses.iter())
    }
}

/// Takes so much from the work that may still be done; nothing where no more may.
pub(in crate::search) fn spend(work: &Cell<u64>, much: u64) -> Option<()> {
    let left = work.get().checked_sub(much);
    work.set(left.unwrap_or(0));
    left.map(|_| ())
}
