//! Answers kept, so that many people can be answered in the time of a few.
//!
//! What nothing beats for a person depends on their start class alone, and on what is chosen. Budget and longest time only take away from it:
//! whatever beats a pathway costs no more and takes no longer, so it keeps to every limit that the pathway keeps to.
//! A library therefore searches each class and target once, without those limits, and answers each person with what
//! keeps to theirs: the same pathways that a search of their own would find.

mod class;

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use lru::LruCache;

use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::search::{Choices, Effort, Find, Limits, Pathway, Problem, Rules, search};
use crate::wages::PayBook;
use class::{Class, Conditions};

/// What was found for a class and a target.
type Found = (Vec<Pathway>, Effort);

/// Per role of the graph: what nothing beats on the way to it, once it is looked for.
type Shelf = Vec<OnceLock<Found>>;

/// Pathways by start class and target, found when first asked for and forgotten when long not asked for. It can be shared
/// between threads; what it answers does not depend on what it holds.
#[derive(Debug)]
pub struct Library<'g> {
    graph: &'g Graph,
    rules: Rules,
    conditions: Conditions,
    room: usize,
    shelves: Mutex<Shelves>,
}

/// Shelves with how many pathways stand on them.
#[derive(Debug)]
struct Shelves {
    by_class: LruCache<Class, Arc<Shelf>>,
    pathways: usize,
}

/// What a library answers for one target.
#[derive(Debug, Clone)]
pub struct Answer {
    from: From,
    role: RoleIx,
    limits: Limits,
}

#[derive(Debug, Clone)]
enum From {
    /// What a shelf has within the limits.
    Shelf(Arc<Shelf>),
    /// A search of its own, where the shelf's was given up.
    Search(Arc<Found>),
}

impl Answer {
    /// Every pathway that no other beats, in order of months, cost and steps.
    pub fn pathways(&self) -> impl Iterator<Item = &Pathway> {
        let limits = self.limits;
        self.found().0.iter().filter(move |path| {
            let value = &path.value;
            value.months <= limits.max_months && limits.budget.is_none_or(|budget| value.cost <= budget)
        })
    }

    /// What the search behind it did.
    #[must_use]
    pub fn effort(&self) -> Effort {
        self.found().1
    }

    fn found(&self) -> &Found {
        match &self.from {
            From::Shelf(shelf) => shelf[self.role.at()].get().expect("filled before it is given away"),
            From::Search(found) => found,
        }
    }
}

impl<'g> Library<'g> {
    /// How many pathways one holds unless told otherwise: some 100 MB.
    pub const ROOM: usize = 150_000;

    /// An empty library that holds at most about so many pathways.
    #[must_use]
    pub fn new(graph: &'g Graph, rules: Rules, room: usize) -> Self {
        Self {
            graph,
            rules,
            conditions: Conditions::of(graph),
            room,
            shelves: Mutex::new(Shelves { by_class: LruCache::unbounded(), pathways: 0 }),
        }
    }

    /// What nothing beats for a person on the way to each target, in the order of the targets.
    #[must_use]
    pub fn answers(
        &self,
        profile: &Profile,
        limits: Limits,
        choices: &Choices,
        targets: &[RoleIx],
    ) -> Vec<Answer> {
        if targets.is_empty() {
            return Vec::new();
        }
        let wide = Limits { budget: None, max_months: limits.max_months.max(self.rules.horizon), ..limits };
        let class = Class::of(self.graph, &self.conditions, profile, &limits, wide.max_months, choices);
        let shelf = self.shelf(&class);
        let missing: Vec<RoleIx> =
            targets.iter().copied().filter(|role| shelf[role.at()].get().is_none()).collect();
        if !missing.is_empty() {
            let found = self.search(profile, wide, choices, &missing);
            self.put(&class, &shelf, missing.into_iter().zip(found));
        }
        let answer = |role: RoleIx| {
            let given_up =
                shelf[role.at()].get().is_some_and(|found| found.1.stopped.is_some()) && limits != wide;
            let from = if given_up {
                From::Search(Arc::new(self.search(profile, limits, choices, &[role]).remove(0)))
            } else {
                From::Shelf(Arc::clone(&shelf))
            };
            Answer { from, role, limits }
        };
        targets.iter().copied().map(answer).collect()
    }

    /// How many answers and pathways it holds.
    #[must_use]
    pub fn held(&self) -> usize {
        self.lock().pathways
    }

    fn search(&self, profile: &Profile, limits: Limits, choices: &Choices, targets: &[RoleIx]) -> Vec<Found> {
        let pay = PayBook::of(self.graph, profile);
        search(&Problem::choosing(self.graph, profile, &pay, self.rules, limits, choices), targets)
    }

    /// The shelf of a class, empty where it is new.
    fn shelf(&self, class: &Class) -> Arc<Shelf> {
        let mut shelves = self.lock();
        if let Some(shelf) = shelves.by_class.get(class) {
            return Arc::clone(shelf);
        }
        let shelf: Arc<Shelf> = Arc::new(self.graph.roles.iter().map(|_| OnceLock::new()).collect());
        shelves.pathways += room_of(&shelf);
        shelves.by_class.put(class.clone(), Arc::clone(&shelf));
        shelf
    }

    /// Puts on a shelf what was found, and forgets classes long not asked for until there is room again.
    fn put(&self, class: &Class, shelf: &Arc<Shelf>, found: impl Iterator<Item = (RoleIx, Found)>) {
        let mut shelves = self.lock();
        let mut more = 0;
        for (role, found) in found {
            let size = size(&found);
            // another thread may have been there first, with the same
            more += if shelf[role.at()].set(found).is_ok() { size } else { 0 };
        }
        let stands = shelves.by_class.peek(class).is_some_and(|known| Arc::ptr_eq(known, shelf));
        shelves.pathways += if stands { more } else { 0 };
        while shelves.pathways > self.room {
            let Some((_, shelf)) = shelves.by_class.pop_lru() else { break };
            shelves.pathways -=
                room_of(&shelf) + shelf.iter().filter_map(OnceLock::get).map(size).sum::<usize>();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Shelves> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a shelf counts for while nothing stands on it: as much memory as so many pathways.
const fn room_of(shelf: &Shelf) -> usize {
    shelf.len().div_ceil(8)
}

/// What an answer counts for: its pathways, and one for itself.
const fn size(found: &Found) -> usize {
    found.0.len() + 1
}

impl Find for Library<'_> {
    fn find(&self, problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<(Vec<Pathway>, Effort)> {
        // what it holds is for its own graph and rules
        if !std::ptr::eq(problem.graph, self.graph) || problem.rules != self.rules {
            return search(problem, targets);
        }
        let answers = self.answers(problem.profile, problem.limits, &problem.choices, targets);
        answers.iter().map(|answer| (answer.pathways().cloned().collect(), answer.effort())).collect()
    }
}
