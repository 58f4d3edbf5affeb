//! What is kept from one person to the next.
//!
//! Which steps are before somebody, what each asks for and which sets of steps lead to a target does not depend on pay,
//! budget, hours and exact months: these are left to each person's own search, which sees every set that others alike in the
//! rest could use. People of one [`Origin`] are a *start class*. Classes with the same courses before them share an *offer*: in
//! it requirements of one shape have one number; supports are kept by that number, and sets by the numbers of all steps that
//! were asked for.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use lru::LruCache;

use super::plan::{CourseSet, Lister, Quick, Recall, Supports, Take};
use super::problem::{JobIx, Origin, Parts, Problem, Shape, Start, Starting, StepIx};
use super::{Choices, Limits, Rules, Size};
use crate::graph::{Graph, Node, RoleIx};
use crate::profile::Profile;
use crate::wages::PayBook;

/// The most classes and offers kept, and how much of each offer.
const MOST_CLASSES: NonZeroUsize = NonZeroUsize::new(600).expect("it is more than none");
const MOST_OFFERS: NonZeroUsize = NonZeroUsize::new(32).expect("it is more than none");
const MOST_LISTED: usize = 20_000;

/// Start classes of people in one graph, with what was worked out for each.
#[derive(Debug)]
pub struct StartClasses {
    classes: Mutex<LruCache<Origin, Arc<Class>>>,
    offers: Mutex<LruCache<Vec<Node>, Arc<Offer>>>,
    parts: Mutex<Parts>,
}

impl Default for StartClasses {
    fn default() -> Self {
        Self {
            classes: Mutex::new(LruCache::new(MOST_CLASSES)),
            offers: Mutex::new(LruCache::new(MOST_OFFERS)),
            parts: Mutex::default(),
        }
    }
}

/// Some courses of a set of the first size, by their number; places that are free hold the highest number.
pub(super) type Few = [u16; Size::FIRST];

/// A free place of a set.
const FREE: u16 = u16::MAX;

/// The courses of a set.
pub(super) fn courses_of(few: Few) -> impl Iterator<Item = u16> + Clone {
    few.into_iter().take_while(|course| *course != FREE)
}

/// A target with a job on the way, the job of today or the interim job, and the most courses.
type Asked = (RoleIx, Option<JobIx>, Option<JobIx>, usize);

/// Sets that lead to a target with at most one job on the way.
#[derive(Debug)]
pub(super) struct FewSets {
    /// All of them.
    pub all: Box<[Few]>,
    /// The chance of the likeliest, being offered jobs aside.
    pub chance: f64,
}

/// All sets that were asked for; none where there were too many to look at.
type Known = Option<Arc<FewSets>>;

/// A way to a target: with no job on the way, or with one.
#[derive(Debug)]
pub(super) struct Way {
    pub job: Option<JobIx>,
    sets: OnceLock<Known>,
}

/// The ways to each target within the first size, for people with one job of today or interim job.
#[derive(Debug)]
struct Ways {
    base: Option<JobIx>,
    size: Size,
    by_target: Box<[OnceLock<Box<[Way]>>]>,
}

/// What was listed, with the numbers of the steps that decide it.
#[derive(Debug)]
struct Listed {
    by: Vec<(StepIx, u32)>,
    sets: Known,
}

/// Supports and sets kept for people with the same courses before them.
#[derive(Debug, Default)]
struct Offer {
    /// The numbers of shapes.
    shapes: Mutex<HashMap<Shape, u32, Quick>>,
    supports: Supports,
    listed: Mutex<Lists>,
}

/// Sets listed for an offer, and how often that was.
#[derive(Debug, Default)]
struct Lists {
    by_asked: HashMap<Asked, Vec<Listed>, Quick>,
    count: usize,
}

impl Offer {
    /// Keeps what was listed. Where there is too much, all before it is forgotten: it can be listed again.
    fn keep(&self, asked: Asked, listed: Listed) {
        let mut lists = lock(&self.listed);
        if lists.count == MOST_LISTED {
            *lists = Lists::default();
        }
        lists.by_asked.entry(asked).or_default().push(listed);
        lists.count += 1;
    }
}

/// The start class of a person.
#[derive(Debug)]
pub struct StartClass(Arc<Class>);

/// One start class.
#[derive(Debug)]
struct Class {
    start: Arc<Start>,
    offer: Arc<Offer>,
    /// Per job, then per course: the number of its shape.
    numbers: Box<[OnceLock<u32>]>,
    ways: Mutex<Vec<Arc<Ways>>>,
}

impl Class {
    /// What is kept for a job of today or interim job and the first size.
    fn ways(&self, base: Option<JobIx>, size: Size) -> Arc<Ways> {
        let mut all = lock(&self.ways);
        if let Some(known) = all.iter().find(|ways| (ways.base, ways.size) == (base, size)) {
            return Arc::clone(known);
        }
        let by_target = (0..self.start.posts.len()).map(|_| OnceLock::new()).collect();
        let ways = Arc::new(Ways { base, size, by_target });
        all.push(Arc::clone(&ways));
        ways
    }

    fn number(&self, step: StepIx) -> u32 {
        *self.numbers[step.place(self.start.posts.len())].get_or_init(|| {
            let mut shapes = lock(&self.offer.shapes);
            let next = u32::try_from(shapes.len()).expect("fewer than there is room for");
            *shapes.entry(self.start.shape(step)).or_insert(next)
        })
    }
}

impl StartClasses {
    /// Compiles a person in the graph of these classes, and tells which they are in.
    #[must_use]
    pub fn problem<'a>(
        &self,
        graph: &'a Graph,
        profile: &'a Profile,
        pay: &'a PayBook,
        rules: Rules,
        limits: Limits,
        choices: &Choices,
    ) -> (Problem<'a>, StartClass) {
        let starting = Starting::new(graph, profile, limits, choices);
        let class = self.class(&starting);
        (Problem::compile(starting, Arc::clone(&class.start), pay, rules), StartClass(class))
    }

    fn class(&self, starting: &Starting<'_>) -> Arc<Class> {
        let origin = starting.origin();
        if let Some(known) = lock(&self.classes).get(&origin) {
            return Arc::clone(known);
        }
        let mut start = starting.start();
        start.share(&mut lock(&self.parts));
        let start = Arc::new(start);
        let courses = start.courses.iter().map(|course| course.node).collect();
        let offer = Arc::clone(lock(&self.offers).get_or_insert(courses, Arc::default));
        let numbers = (0..start.posts.len() + start.courses.len()).map(|_| OnceLock::new()).collect();
        let class = Arc::new(Class { start, offer, numbers, ways: Mutex::default() });
        lock(&self.classes).put(origin, Arc::clone(&class));
        class
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The sets of one person's start class.
pub(super) struct ClassSets<'p, 'a> {
    class: Arc<Class>,
    ways: Arc<Ways>,
    problem: &'p Problem<'a>,
    /// The person without limits: all that others of the same class could do.
    free: OnceCell<Problem<'a>>,
}

impl<'p, 'a> ClassSets<'p, 'a> {
    pub fn new(class: &StartClass, problem: &'p Problem<'a>) -> Self {
        let class = Arc::clone(&class.0);
        let ways = class.ways(problem.base(), problem.rules.first_size());
        Self { class, ways, problem, free: OnceCell::new() }
    }

    /// The ways to a target within the first size.
    pub fn ways(&self, target: RoleIx) -> &[Way] {
        self.ways.by_target[target.at()].get_or_init(|| {
            let named = self.problem.may_be_before(target).filter(|_| self.ways.size.jobs > 0);
            let jobs = std::iter::once(None).chain(named.map(Some));
            jobs.map(|job| Way { job, sets: OnceLock::new() }).collect()
        })
    }

    /// The sets of a way to a target; nothing where there were too many to look at.
    pub fn sets<'s>(&'s self, target: RoleIx, way: &'s Way) -> Option<&'s FewSets> {
        let known = way.sets.get_or_init(|| {
            let asked = (target, way.job, self.ways.base, self.ways.size.courses);
            self.known(&asked).unwrap_or_else(|| self.look(asked))
        });
        known.as_deref()
    }

    /// What was listed for others to whom the steps that were asked for are alike.
    fn known(&self, asked: &Asked) -> Option<Known> {
        let alike =
            |listed: &&Listed| listed.by.iter().all(|(step, number)| self.class.number(*step) == *number);
        let lists = lock(&self.class.offer.listed);
        Some(lists.by_asked.get(asked)?.iter().find(alike)?.sets.clone())
    }

    fn look(&self, asked: Asked) -> Known {
        let free = self.free.get_or_init(|| self.problem.without_limits());
        let (target, way, _, courses) = asked;
        let work = Cell::new(free.rules.max_work);
        let mut all = All(Vec::new());
        let mut lister = Lister { problem: free, recall: self, asked: Vec::new() };
        let told = lister.list(target, way.as_slice(), courses, &work, &mut all);
        let sets: Known = told.map(|()| Arc::new(self.of(all.0)));
        let by = lister.asked.into_iter().map(|step| (step, self.class.number(step))).collect();
        self.class.offer.keep(asked, Listed { by, sets: sets.clone() });
        sets
    }

    fn of(&self, all: Vec<Few>) -> FewSets {
        let chance = |course: u16| self.class.start.courses[usize::from(course)].chance;
        let likeliest = all.iter().map(|few| courses_of(*few).map(chance).product()).fold(0.0, f64::max);
        FewSets { all: all.into(), chance: likeliest }
    }
}

impl Recall for ClassSets<'_, '_> {
    fn supports(&self) -> &Supports {
        &self.class.offer.supports
    }

    fn number(&self, step: StepIx) -> u32 {
        self.class.number(step)
    }

    /// What others had listed before must not spare work, lest it end elsewhere for them.
    fn is_free(&self) -> bool {
        false
    }
}

/// Takes every set of the first size.
struct All(Vec<Few>);

fn few(courses: &CourseSet) -> Few {
    let mut few = [FREE; Size::FIRST];
    few.iter_mut().zip(courses.iter()).for_each(|(place, course)| *place = course);
    few
}

impl Take for All {
    fn take(&mut self, courses: CourseSet, _: u32) {
        self.0.push(few(&courses));
    }
}
