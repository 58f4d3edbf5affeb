//! What is still to be looked at, the most promising first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::standing::{Group, Rank};
use crate::search::plan::{CourseSet, StepSet};
use crate::search::value::Before;

/// Something of a group that may hold pathways.
pub(super) enum Candidate {
    /// All its sets, not listed yet.
    Sets,
    /// One of its sets, the requirements not reduced yet.
    Set(CourseSet),
    /// The lists of a set.
    Lists(Reduced),
}

/// A set with its requirements reduced.
pub(super) struct Reduced {
    pub set: Rc<StepSet>,
    /// No list begins a job before the target, nor the target, sooner.
    pub jobs: Before,
    pub soonest: u32,
}

/// Candidates by where the best of what they hold could stand at the most; of those that could stand alike, the last that came.
#[derive(Default)]
pub(super) struct Queue {
    waiting: BinaryHeap<Waiting>,
    came: u32,
}

/// A candidate of a group in its place.
pub(super) struct Waiting {
    pub rank: Rank,
    number: u32,
    pub group: Rc<Group>,
    pub candidate: Candidate,
}

impl Queue {
    /// Adds a candidate of a group.
    pub fn add(&mut self, rank: Rank, group: Rc<Group>, candidate: Candidate) {
        self.came += 1;
        self.waiting.push(Waiting { rank, number: self.came, group, candidate });
    }

    /// Takes the most promising out.
    pub fn take(&mut self) -> Option<Waiting> {
        self.waiting.pop()
    }
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        other.rank.order(&self.rank).then(self.number.cmp(&other.number))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}
