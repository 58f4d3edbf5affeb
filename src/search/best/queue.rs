//! What is still to be looked at, the most promising first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::standing::{Group, Rank};
use crate::search::plan::CourseSet;
use crate::search::value::{Before, Most};

/// Something of a group that may hold pathways.
pub(super) enum Candidate {
    /// All its sets, not listed yet.
    Sets,
    /// All its sets, by what each criterion is at best.
    Listed,
    /// Sets of it that are left, the most promising last, not known when they could begin.
    Left(Vec<(f64, CourseSet)>),
    /// The lists of a set.
    Lists(Box<Dated>),
}

/// A set of which it is known when its lists could begin.
pub(super) struct Dated {
    pub courses: CourseSet,
    /// The jobs before the target, no list beginning one sooner.
    pub jobs: Before,
    /// Pay of its lists at the most; none where the pay of some job is not known.
    pub most: Option<Most>,
    /// No list begins the target sooner.
    pub soonest: u32,
    /// Cost in cents.
    pub cost: i64,
    /// The chance that everything comes about.
    pub chance: f64,
}

/// Candidates by where the best of what they hold could stand at the most; of those that could stand alike, the last that came.
#[derive(Default)]
pub(super) struct Queue<'b> {
    waiting: BinaryHeap<Waiting<'b>>,
    came: u32,
}

/// A candidate of a group in its place.
pub(super) struct Waiting<'b> {
    pub rank: Rank,
    number: u32,
    pub group: Rc<Group<'b>>,
    pub candidate: Candidate,
}

impl<'b> Queue<'b> {
    /// Adds a candidate of a group.
    pub fn add(&mut self, rank: Rank, group: Rc<Group<'b>>, candidate: Candidate) {
        self.came += 1;
        self.waiting.push(Waiting { rank, number: self.came, group, candidate });
    }

    /// Takes the most promising out.
    pub fn take(&mut self) -> Option<Waiting<'b>> {
        self.waiting.pop()
    }
}

impl Ord for Waiting<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.rank.order(&self.rank).then(self.number.cmp(&other.number))
    }
}

impl PartialOrd for Waiting<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Waiting<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting<'_> {}
