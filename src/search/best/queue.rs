//! What is still to be looked at, the most promising first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::standing::{Group, Rank};
use crate::search::plan::{CourseSet, StepSet};
use crate::search::value::Before;

/// Something that may hold pathways, looked at step by step.
pub(super) enum Candidate {
    /// The sets of a group, not listed yet.
    Group(Rc<Group>),
    /// A set, its requirements not reduced yet.
    Set(Rc<Group>, CourseSet),
    /// The lists of a set.
    Lists(Rc<Group>, Lists),
}

/// A set with its requirements reduced.
pub(super) struct Lists {
    pub set: Rc<StepSet>,
    /// No list begins a job before the target, nor the target, sooner.
    pub jobs: Before,
    pub soonest: u32,
}

impl Candidate {
    /// The group that it belongs to.
    pub fn group(&self) -> &Rc<Group> {
        match self {
            Self::Group(group) | Self::Set(group, _) | Self::Lists(group, _) => group,
        }
    }
}

/// Candidates by where the best of what they hold could stand at the most; of those that could stand alike, the last that came.
#[derive(Default)]
pub(super) struct Queue {
    waiting: BinaryHeap<Waiting>,
    came: u32,
}

struct Waiting {
    rank: Rank,
    number: u32,
    candidate: Candidate,
}

impl Queue {
    /// Adds one.
    pub fn add(&mut self, rank: Rank, candidate: Candidate) {
        self.came += 1;
        self.waiting.push(Waiting { rank, number: self.came, candidate });
    }

    /// Takes the most promising out.
    pub fn take(&mut self) -> Option<(Rank, Candidate)> {
        self.waiting.pop().map(|waiting| (waiting.rank, waiting.candidate))
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
