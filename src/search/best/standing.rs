//! How the targets stand while they are looked through: the best pathway of each so far, and what a list must promise to be of
//! use.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use super::Target;
use crate::search::Value;
use crate::search::find::Kit;
use crate::search::front::Front;
use crate::search::plan::{CourseSet, Quick, StepSet};
use crate::search::problem::JobIx;
use crate::search::timeline::Clock;
use crate::search::value::Earned;
use crate::search::written::Written;
use crate::units::Money;

/// Where a destination stands among others: wanted, then gains, then losses, then what it nets unknown; by score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rank {
    pub group: u8,
    pub score: f64,
}

impl Rank {
    pub fn new(is_wanted: bool, gains: Option<bool>, score: f64) -> Self {
        let group = match (is_wanted, gains) {
            (true, Some(_)) => 0,
            (true, None) => 1,
            (false, Some(true)) => 2,
            (false, Some(false)) => 3,
            (false, None) => 4,
        };
        Self { group, score }
    }

    /// Less where it stands before another.
    pub fn order(&self, other: &Self) -> Ordering {
        self.group.cmp(&other.group).then(other.score.total_cmp(&self.score))
    }
}

/// The sets to a target with some jobs on the way.
pub(super) struct Group {
    /// The target's place.
    pub at: usize,
    pub way: Vec<JobIx>,
    /// The jobs of every set but the target: those on the way, then that of today or the interim job.
    pub jobs: Vec<JobIx>,
    pub is_paid: bool,
    /// The chance to be offered each job that is entered.
    pub offered: Vec<f64>,
    /// No pathway begins the target sooner, nor costs less.
    pub months: u32,
    pub cost: i64,
    /// Sets of fewer courses were looked at in a smaller size.
    pub least: usize,
    pub score: f64,
}

/// A list of the best score so far.
pub(super) struct Incumbent {
    pub set: Rc<StepSet>,
    pub clock: Clock,
    pub written: Written,
    pub earned: Option<Earned>,
}

/// What is known of a target.
pub(super) struct State {
    /// The work that may still be done on it.
    pub work: u64,
    pub stopped: bool,
    /// Whether some pathway might net more than staying.
    pub may_gain: bool,
    /// The best score so far, and whether of known net earnings.
    pub score: Option<f64>,
    pub is_paid: bool,
    /// The unbeaten lists of that score, of equally few months and cost: where a weight is nothing, one may beat another.
    pub ties: Front<Incumbent>,
    /// Where the soonest pathway of some steps begins the target; `NEVER` where there is none.
    pub soonest: HashMap<(Vec<JobIx>, CourseSet), u32, Quick>,
}

impl State {
    /// Of a target not looked at yet, with so much work to do on it.
    pub fn new(work: u64) -> Self {
        Self {
            work,
            stopped: false,
            may_gain: false,
            score: None,
            is_paid: true,
            ties: Front::default(),
            soonest: HashMap::default(),
        }
    }
}

/// The targets of one person, and how they stand.
pub(super) struct Standing<'b, 'p, 'a> {
    pub kit: &'b Kit<'p, 'a>,
    pub targets: &'b [Target<'b>],
    pub stay: Option<Money>,
    pub top: usize,
    pub states: Vec<State>,
    /// The targets reached so far, best first.
    pub ranks: Vec<(Rank, usize)>,
}

impl Standing<'_, '_, '_> {
    /// No list of a group that begins no sooner, costs no less and is no likelier has a better value on any criterion.
    pub fn most(&self, group: &Group, months: u32, cost: i64, chance: f64) -> Value {
        let jobs = (&group.jobs[..], self.targets[group.at].role);
        self.kit.bound(jobs, group.is_paid, months, cost, chance)
    }

    /// Where a target would stand by a pathway of a score. It counts as a gain if some pathway to it might be one.
    pub fn rank(&self, at: usize, is_paid: bool, score: f64) -> Rank {
        let gains = is_paid.then(|| self.states[at].may_gain);
        Rank::new(self.targets[at].is_wanted, gains, score)
    }

    /// Where the last of the best few stands so far.
    pub fn bar(&self) -> Option<Rank> {
        (self.ranks.len() >= self.top).then(|| self.ranks[self.top - 1].0)
    }

    /// The least score with which a list to a target is of any use.
    pub fn least_score(&self, at: usize, is_paid: bool) -> f64 {
        let state = &self.states[at];
        let own = state.score.filter(|_| state.is_paid == is_paid).unwrap_or(f64::NEG_INFINITY);
        let Some(bar) = self.bar().filter(|_| !self.targets[at].is_wanted) else { return own };
        match self.rank(at, is_paid, own).group.cmp(&bar.group) {
            Ordering::Less => own,
            Ordering::Equal => own.max(bar.score),
            Ordering::Greater => f64::INFINITY,
        }
    }

    /// Keeps a list of the best score of its target so far; `is_better` where it is alone in that.
    pub fn keep(&mut self, at: usize, value: Value, score: f64, is_better: bool, list: Incumbent) {
        let gains = value.net.zip(self.stay).map(|(net, stay)| net >= stay);
        let rank = Rank::new(self.targets[at].is_wanted, gains, score);
        let state = &mut self.states[at];
        if is_better {
            state.ties = Front::default();
        }
        (state.score, state.is_paid) = (Some(score), list.set.is_paid);
        state.ties.add(value, list);
        self.ranks.retain(|(_, known)| *known != at);
        let place = self.ranks.partition_point(|(better, _)| better.order(&rank) != Ordering::Greater);
        self.ranks.insert(place, (rank, at));
    }
}
