//! Sets of steps kept from one person to the next.
//!
//! Which sets lead to a target depends on the courses that are before a person and on what the requirements of the steps looked
//! at can see of the person, not on pay, budget, hours and exact months: these are left to each person's own search, which
//! sees every set that others alike in the rest could use. People with the same courses before them are a *start class*. In it
//! requirements of one shape have one number; supports are kept by that number, and sets by the numbers of all steps that
//! were asked for.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use super::plan::{CourseSet, Lister, Quick, Recall, Supports, Take};
use super::problem::{JobIx, Problem, Shape, StepIx};
use super::{Limits, Size};
use crate::graph::{Node, RoleIx};

/// The most classes kept, and how much of each: all of them take some 100 MB.
const MOST_CLASSES: NonZeroUsize = NonZeroUsize::new(32).expect("it is more than none");
const MOST_LISTED: usize = 50_000;

/// Start classes of people in one graph, with what was listed for each.
#[derive(Debug)]
pub struct StartClasses(Mutex<LruCache<Vec<Node>, Arc<Class>>>);

impl Default for StartClasses {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST_CLASSES)))
    }
}

/// A target with jobs on the way, the job of today or the interim job, and the most courses.
type Asked = (RoleIx, Vec<JobIx>, Option<JobIx>, usize);

/// The courses of a set of the first size, by their number in the class; places that are free hold the highest number.
type Few = [u16; Size::FIRST];

/// All sets that were asked for; none where there were too many to look at.
type Known = Option<Arc<[Few]>>;

/// What was listed, with the numbers of the steps that decide it.
#[derive(Debug)]
struct Listed {
    by: Vec<(StepIx, u32)>,
    sets: Known,
}

/// One start class.
#[derive(Debug, Default)]
struct Class {
    /// The numbers of shapes.
    shapes: Mutex<HashMap<Shape, u32, Quick>>,
    supports: Supports,
    listed: Mutex<Lists>,
}

/// What was listed in a class, and how often.
#[derive(Debug, Default)]
struct Lists {
    by_asked: HashMap<Asked, Vec<Listed>, Quick>,
    count: usize,
}

impl Class {
    /// Keeps what was listed. Where there is too much, all before it is forgotten: it can be listed again.
    fn keep(&self, asked: Asked, listed: Listed) {
        let mut lists = lock(&self.listed);
        if lists.count == MOST_LISTED {
            *lists = Lists::default();
            self.supports.forget();
        }
        lists.by_asked.entry(asked).or_default().push(listed);
        lists.count += 1;
    }
}

impl StartClasses {
    fn class(&self, courses: Vec<Node>) -> Arc<Class> {
        Arc::clone(lock(&self.0).get_or_insert(courses, Arc::default))
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
    /// Per job, then per course: the number of its shape.
    numbers: Vec<OnceCell<u32>>,
}

impl<'a> ClassSets<'a> {
    pub fn new(classes: &StartClasses, problem: &Problem<'a>) -> Self {
        let (graph, profile) = (problem.graph, problem.profile);
        let limits = Limits::none(profile);
        let free = Problem::choosing(graph, profile, problem.pay, problem.rules, limits, &problem.choices);
        let courses: Vec<Node> = free.courses.iter().map(|course| course.node).collect();
        let mut theirs = (0..).zip(&problem.courses).peekable();
        // both are in the same order
        let own = courses.iter().map(|node| theirs.next_if(|(_, course)| course.node == *node));
        let own = own.map(|course| course.map(|(at, _)| at)).collect();
        let numbers = vec![OnceCell::new(); free.posts.len() + free.courses.len()];
        Self { class: classes.class(courses), free, own, numbers }
    }

    /// The sets of the first size that lead to a target with some jobs on the way; nothing where there were too many to look
    /// at.
    pub fn list(&self, target: RoleIx, way: &[JobIx], size: Size) -> Known {
        let asked = (target, way.to_vec(), self.free.base(), size.courses);
        let alike = |listed: &&Listed| listed.by.iter().all(|(step, number)| self.number(*step) == *number);
        let known = lock(&self.class.listed)
            .by_asked
            .get(&asked)
            .and_then(|all| all.iter().find(alike))
            .map(|known| known.sets.clone());
        if let Some(sets) = known {
            return sets;
        }
        let work = Cell::new(self.free.rules.max_work);
        let mut all = All(Vec::new());
        let mut lister = Lister { problem: &self.free, recall: self, asked: Vec::new() };
        let told = lister.list(target, way, size.courses, &work, &mut all);
        let sets: Known = told.map(|()| all.0.into());
        let by = lister.asked.into_iter().map(|step| (step, self.number(step))).collect();
        self.class.keep(asked, Listed { by, sets: sets.clone() });
        sets
    }

    /// A set of the class in the numbers of the person's own problem; nothing where one of its courses is closed.
    pub fn own(&self, few: Few) -> Option<CourseSet> {
        let courses = few.iter().take_while(|course| **course != FREE);
        courses
            .into_iter()
            .try_fold(CourseSet::EMPTY, |own, course| own.with(self.own[usize::from(*course)]?))
    }
}

impl Recall for ClassSets<'_> {
    fn supports(&self) -> &Supports {
        &self.class.supports
    }

    fn number(&self, step: StepIx) -> u32 {
        let at = match step {
            StepIx::Job(job) => usize::from(job),
            StepIx::Course(course) => self.free.posts.len() + usize::from(course),
        };
        *self.numbers[at].get_or_init(|| {
            let mut shapes = lock(&self.class.shapes);
            let next = u32::try_from(shapes.len()).expect("fewer than there is room for");
            *shapes.entry(self.free.shape(step)).or_insert(next)
        })
    }

    /// What others had listed before must not spare work, lest it end elsewhere for them.
    fn is_free(&self) -> bool {
        false
    }
}

/// Takes every set of the first size.
struct All(Vec<Few>);

/// A free place of a set.
const FREE: u16 = u16::MAX;

impl Take for All {
    fn take(&mut self, courses: CourseSet, _: u32) {
        let mut few = [FREE; Size::FIRST];
        for (place, course) in few.iter_mut().zip(courses.iter()) {
            *place = course;
        }
        self.0.push(few);
    }
}
