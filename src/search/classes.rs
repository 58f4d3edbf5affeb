//! Sets of steps kept from one person to the next of the same start class.
//!
//! Which sets lead to a target depends on what the requirements can see of a person alone: what holds today, the job held,
//! which programs are near. People alike in that are a *start class*. Pay, budget, hours and exact months are left to each
//! person's own search, which sees every set of the class.

use std::cell::Cell;
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use super::plan::{CourseSet, Lister, Quick, Take};
use super::problem::{JobIx, Problem, Shape};
use super::{Limits, Size};
use crate::graph::{Node, RoleIx};

/// The most classes kept: some 100 MB.
const MOST: NonZeroUsize = NonZeroUsize::new(1_000).expect("it is more than none");

/// Start classes of people in one graph, with what was listed for each.
#[derive(Debug)]
pub struct StartClasses(Mutex<LruCache<Shape, Arc<Class>>>);

impl Default for StartClasses {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

/// A target with jobs on the way and the most courses.
type Asked = (RoleIx, Vec<JobIx>, usize);

/// All sets that were asked for; none where there were too many to look at.
type Known = Option<Arc<[CourseSet]>>;

/// One start class.
#[derive(Debug)]
struct Class {
    /// Its courses, by their number in its sets.
    courses: Vec<Node>,
    /// What was listed so far.
    listed: Mutex<HashMap<Asked, Known, Quick>>,
}

impl StartClasses {
    fn class(&self, shape: Shape, problem: &Problem<'_>) -> Arc<Class> {
        let mut classes = lock(&self.0);
        let new = || {
            let courses = problem.courses.iter().map(|course| course.node).collect();
            Arc::new(Class { courses, listed: Mutex::default() })
        };
        Arc::clone(classes.get_or_insert(shape, new))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The sets of one person's start class.
pub(super) struct ClassSets<'a> {
    class: Arc<Class>,
    /// The person without limits: all that others of the same class could do.
    free: Problem<'a>,
    /// Per course of the class: its number in the person's own problem; none where it is closed to the person.
    own: Vec<Option<u16>>,
}

impl<'a> ClassSets<'a> {
    pub fn new(classes: &StartClasses, problem: &Problem<'a>) -> Self {
        let (graph, profile) = (problem.graph, problem.profile);
        let limits = Limits::none(profile);
        let free = Problem::choosing(graph, profile, problem.pay, problem.rules, limits, &problem.choices);
        let class = classes.class(free.shape(), &free);
        let mut theirs = (0..).zip(&problem.courses).peekable();
        // both are in the same order
        let own = class.courses.iter().map(|node| theirs.next_if(|(_, course)| course.node == *node));
        let own = own.map(|course| course.map(|(at, _)| at)).collect();
        Self { class, free, own }
    }

    /// The sets that lead to a target with some jobs on the way, in the numbers of the class; nothing where there were too
    /// many to look at.
    pub fn list(&self, target: RoleIx, way: &[JobIx], size: Size) -> Known {
        let key = (target, way.to_vec(), size.courses);
        if let Some(known) = lock(&self.class.listed).get(&key) {
            return known.clone();
        }
        let work = Cell::new(self.free.rules.max_work);
        let mut all = All(Vec::new());
        // a lister of its own: what others had listed before must not spare it work, lest it end elsewhere for them
        let told = Lister::new(&self.free).list(target, way, size.courses, &work, &mut all);
        let sets: Known = told.map(|()| all.0.into());
        lock(&self.class.listed).insert(key, sets.clone());
        sets
    }

    /// A set of the class in the numbers of the person's own problem; nothing where one of its courses is closed.
    pub fn own(&self, set: &CourseSet) -> Option<CourseSet> {
        set.iter().try_fold(CourseSet::EMPTY, |own, course| own.with(self.own[usize::from(course)]?))
    }
}

/// Takes every set.
struct All(Vec<CourseSet>);

impl Take for All {
    fn take(&mut self, courses: CourseSet, _: u32) {
        self.0.push(courses);
    }
}
