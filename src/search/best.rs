//! The best destinations of one person: what many people at once are told.
//!
//! Targets are taken in the order of the most that their sets could score, and sets within a target likewise, until what is
//! left could not be among the best. Roles that are wanted are looked for in all sizes, others in the first alone.

use std::cell::Cell;
use std::cmp::Ordering;

use super::find::Kit;
use super::front::Front;
use super::sets::Sets;
use super::timeline::{Board, Clock, Orders, Visit};
use super::value::{Earned, Judge};
use super::written::{Written, pathway, written};
use super::{Pathway, Problem, Value};
use crate::graph::RoleIx;
use crate::units::Money;

/// A role looked at.
pub struct Target<'s> {
    /// Which.
    pub role: RoleIx,
    /// Whether it is wanted: it stands before all others, and is looked for in every size.
    pub is_wanted: bool,
    /// What a value is worth: it never falls as a criterion gets better.
    pub score: &'s dyn Fn(&Value) -> f64,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Best {
    /// Places of targets, each with its best pathway; among them are all that belong to the best few.
    pub found: Vec<(usize, Pathway)>,
    /// Places of the targets that were not settled.
    pub unsettled: Vec<usize>,
}

/// Where a destination stands among others: wanted, then gains, then losses, then what it nets unknown; by score.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rank {
    group: u8,
    score: f64,
}

impl Rank {
    fn new(target: &Target<'_>, value: &Value, stay: Option<Money>) -> Self {
        let gains = value.net.zip(stay).map(|(net, stay)| net >= stay);
        let group = match (target.is_wanted, gains) {
            (true, Some(_)) => 0,
            (true, None) => 1,
            (false, Some(true)) => 2,
            (false, Some(false)) => 3,
            (false, None) => 4,
        };
        Self { group, score: (target.score)(value) }
    }

    /// Less where it stands before another.
    fn order(&self, other: &Self) -> Ordering {
        self.group.cmp(&other.group).then(other.score.total_cmp(&self.score))
    }
}

/// What a set could be worth at most, and where it stands in its list.
#[derive(Debug, Clone, Copy)]
struct Promise {
    rank: Rank,
    at: usize,
}

/// A target with its sets, the most promising first.
struct Candidate {
    /// The target's place.
    at: usize,
    sets: Sets,
    promises: Vec<Promise>,
}

/// Finds the best few destinations of a person, each by its best pathway. `stay` is what staying nets.
#[must_use]
pub fn best(problem: &Problem<'_>, targets: &[Target<'_>], stay: Option<Money>, top: usize) -> Best {
    if problem.is_too_large() {
        return Best { unsettled: (0..targets.len()).collect(), ..Best::default() };
    }
    let kit = Kit::new(problem);
    let mut best = Best::default();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        match candidate(&kit, at, target, stay) {
            Ok(found) => candidates.extend(found),
            Err(_) => best.unsettled.push(at),
        }
    }
    candidates.sort_by(|one, other| one.promises[0].rank.order(&other.promises[0].rank));
    let mut ranks: Vec<Rank> = Vec::new();
    for candidate in &candidates {
        let bar = (ranks.len() >= top).then(|| ranks[top - 1]);
        if bar.is_some_and(|bar| candidate.promises[0].rank.order(&bar) == Ordering::Greater) {
            // nor could those that promise less
            break;
        }
        let target = &targets[candidate.at];
        let Some(found) = best_of(&kit, target, candidate) else { continue };
        let rank = Rank::new(target, &found.value, stay);
        let place = ranks.partition_point(|better| better.order(&rank) != Ordering::Greater);
        ranks.insert(place, rank);
        best.found.push((candidate.at, found));
    }
    best
}

/// A target with its sets, where it has any that may be a pathway's.
fn candidate(
    kit: &Kit<'_, '_>,
    at: usize,
    target: &Target<'_>,
    stay: Option<Money>,
) -> Result<Option<Candidate>, super::Stop> {
    let problem = kit.problem;
    if !problem.may_be_target(target.role) || !kit.lists.may_reach(target.role) {
        return Ok(None);
    }
    let (work, mut before) = (Cell::new(problem.rules.max_work), None);
    for size in problem.rules.sizes() {
        work.set(problem.rules.work_on(before, work.get()));
        let sets = kit.lists.list(target.role, size, before, &work)?;
        let last = !target.is_wanted || size == problem.rules.most;
        if !sets.list.is_empty() {
            let promise = |at: usize| {
                let listed = &sets.list[at];
                Promise { rank: Rank::new(target, &kit.most(&listed.set, listed.low), stay), at }
            };
            let mut promises: Vec<Promise> = (0..sets.list.len()).map(promise).collect();
            promises.sort_by(|one, other| one.rank.order(&other.rank).then(one.at.cmp(&other.at)));
            return Ok(Some(Candidate { at, sets, promises }));
        }
        if last {
            break;
        }
        before = Some(size);
    }
    Ok(None)
}

/// The best pathway to a target; of known net earnings, where there is one.
fn best_of(kit: &Kit<'_, '_>, target: &Target<'_>, candidate: &Candidate) -> Option<Pathway> {
    let problem = kit.problem;
    let mut grow = Grow { kit, target, at: 0, superfluous_from: 0, score: None, ties: Front::default() };
    for paid in [true, false] {
        let sets = &candidate.sets;
        let mut order: Vec<(f64, usize)> = (0..sets.list.len())
            .filter(|at| sets.list[*at].set.is_paid == paid)
            .map(|at| ((target.score)(&kit.most(&sets.list[at].set, sets.list[at].low)), at))
            .collect();
        order.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        for (score, at) in order {
            if grow.score.is_some_and(|best| score < best) {
                break;
            }
            let listed = &sets.list[at];
            grow.at = at;
            grow.superfluous_from = listed.superfluous_from;
            let board = Board { problem, set: &listed.set };
            Orders { board, visit: &mut grow, soonest: listed.low }.run();
        }
        let first = std::mem::take(&mut grow.ties)
            .into_kept()
            .into_iter()
            .min_by(|(_, one), (_, other)| one.written.cmp(&other.written));
        if let Some((value, best)) = first {
            let board = Board { problem, set: &sets.list[best.at].set };
            let judge = Judge { board, ledger: &kit.ledger };
            return Some(pathway(&judge, &best.clock, value, best.earned));
        }
    }
    None
}

/// A list of the best score so far.
struct Incumbent {
    at: usize,
    clock: Clock,
    written: Written,
    earned: Option<Earned>,
}

/// Looks for the best list of a target.
struct Grow<'g, 'p, 'a> {
    kit: &'g Kit<'p, 'a>,
    target: &'g Target<'g>,
    at: usize,
    superfluous_from: u32,
    /// The best score so far.
    score: Option<f64>,
    /// The unbeaten lists of that score, of equally few months and cost: where a weight is nothing, one may beat another.
    ties: Front<Incumbent>,
}

impl Visit for Grow<'_, '_, '_> {
    fn may_go_on(&mut self, board: Board<'_, '_>, _: &Clock, soonest: u32) -> bool {
        soonest < self.superfluous_from
            && self.score.is_none_or(|best| (self.target.score)(&self.kit.most(board.set, soonest)) >= best)
    }

    fn take(&mut self, board: Board<'_, '_>, clock: &Clock) {
        if clock.target_begins() >= self.superfluous_from || !clock.meets_choices(board) {
            return;
        }
        let (value, earned) = self.kit.value(board, clock);
        let judge = Judge { board, ledger: &self.kit.ledger };
        let (score, keys) = ((self.target.score)(&value), written(&judge, clock));
        let key = |value: &Value| (value.months, value.cost);
        let order = self.ties.kept().first().map_or(Ordering::Less, |(tied, _)| {
            let best = self.score.unwrap_or(f64::NEG_INFINITY);
            best.total_cmp(&score).then(key(&value).cmp(&key(tied)))
        });
        let keeps = match order {
            Ordering::Less => true,
            Ordering::Equal => self.ties.would_keep(&value, |tied| keys < tied.written),
            Ordering::Greater => false,
        };
        if keeps && clock.is_used(board) {
            if order == Ordering::Less {
                self.ties = Front::default();
            }
            self.score = Some(score);
            self.ties.add(value, Incumbent { at: self.at, clock: *clock, written: keys, earned });
        }
    }
}
