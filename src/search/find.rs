//! Finds, for each target, every pathway that nothing beats: sizes by need, set by set, list by list.

use std::cell::Cell;

use super::front::{Front, Survey, beaten_by};
use super::plan::{StepSet, spend};
use super::sets::{Lists, Sets};
use super::timeline::{Board, Clock, Orders, Visit};
use super::value::{Before, Ceiling, Earned, Judge, Ledger, Most};
use super::written::{Written, pathway, written};
use super::{Effort, Found, Limits, Pathway, Problem, Stop, Value};
use crate::graph::RoleIx;
use crate::units::Money;

/// Something that finds, for each target, every pathway to it that no other beats.
pub trait Find: Sync {
    /// What [`search`] finds, in the same order.
    fn find(&self, problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<Found>;
}

/// One target after the other.
#[derive(Debug, Clone, Copy)]
pub struct Fresh;

impl Find for Fresh {
    fn find(&self, problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<Found> {
        search(problem, targets)
    }
}

/// Finds every pathway to each target that no other to the same target beats, in order of months, cost and steps.
#[must_use]
pub fn search(problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<Found> {
    if problem.is_too_large() {
        let effort = Effort { stopped: Some(Stop::Steps), ..Effort::default() };
        return vec![Found { effort, ..Found::default() }; targets.len()];
    }
    let kit = Kit::new(problem);
    targets.iter().map(|target| Hunt::new(&kit, *target).run().0).collect()
}

/// Finds every pathway to one target that no other beats, with those that were looked at besides.
#[must_use]
pub fn survey(problem: &Problem<'_>, target: RoleIx) -> Survey {
    if problem.is_too_large() {
        return Survey { kept: Vec::new(), left: Vec::new(), stopped: Some(Stop::Steps) };
    }
    let kit = Kit::new(problem);
    let mut hunt = Hunt::new(&kit, target);
    hunt.remembers = true;
    let (found, left) = hunt.run();
    let left = left.into_iter().map(|path| {
        let by = beaten_by(&found.pathways, &path.value);
        (path, by)
    });
    Survey { left: left.collect(), kept: found.pathways, stopped: found.effort.stopped }
}

/// What a pathway is to ask for as little as may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Least {
    /// Any will do.
    Any,
    /// Months to the target.
    Months,
    /// What all its steps cost.
    Cost,
}

/// What some pathway asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reached {
    pub months: u32,
    pub cost: Money,
}

/// Whether a target's steps lead there within the limits, whatever the size of a pathway.
pub(super) fn leads(problem: &Problem<'_>, target: RoleIx) -> bool {
    problem.may_be_target(target) && !problem.is_too_large() && Lists::new(problem).may_reach(target)
}

/// The pathway of any size that asks for least, where there is one, or why that was not settled. From one to the next within what asks for
/// less, until there is none: more money and more time never lose a pathway.
pub(super) fn least(problem: &Problem<'_>, target: RoleIx, of: Least) -> Result<Option<Reached>, Stop> {
    let mut best = first(problem, target, of)?;
    while let Some(found) = best.filter(|_| of != Least::Any) {
        let limits = match of {
            Least::Cost => Limits { budget: Some(found.cost - Money::from_cents(1)), ..problem.limits },
            Least::Any | Least::Months => Limits { max_months: found.months - 1, ..problem.limits },
        };
        if limits.budget.is_some_and(|budget| budget < Money::ZERO) {
            break;
        }
        let (graph, profile) = (problem.graph, problem.profile);
        let within = Problem::choosing(graph, profile, problem.pay, problem.rules, limits, &problem.choices);
        match first(&within, target, of)? {
            Some(less) => best = Some(less),
            None => break,
        }
    }
    Ok(best)
}

/// The pathway of the first size that has one which asks for least, or why that was not settled.
fn first(problem: &Problem<'_>, target: RoleIx, of: Least) -> Result<Option<Reached>, Stop> {
    if problem.is_too_large() {
        return Err(Stop::Steps);
    }
    if !problem.may_be_target(target) {
        return Ok(None);
    }
    let lists = Lists::new(problem);
    if !lists.may_reach(target) {
        return Ok(None);
    }
    let (work, mut before) = (Cell::new(problem.rules.max_work), None);
    for size in problem.rules.sizes() {
        work.set(problem.rules.work_on(before, work.get()));
        let sets = lists.list(target, (size, before), of == Least::Any, &work)?;
        let reached = sets.list.iter().map(|listed| Reached {
            months: listed.soonest,
            cost: Money::from_cents(listed.set.cost(problem)),
        });
        let least = reached.min_by_key(|reached| match of {
            Least::Cost => (reached.cost, reached.months),
            Least::Any | Least::Months => (Money::ZERO, reached.months),
        });
        if least.is_some() {
            return Ok(least);
        }
        before = Some(size);
    }
    Ok(None)
}

/// What is worked out once for one person.
pub(super) struct Kit<'p, 'a> {
    pub problem: &'p Problem<'a>,
    pub ledger: Ledger<'p, 'a>,
    pub ceiling: Ceiling<'p, 'a>,
    pub lists: Lists<'p, 'a>,
}

impl<'p, 'a> Kit<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        Self {
            problem,
            ledger: Ledger::new(problem),
            ceiling: Ceiling::new(problem),
            lists: Lists::new(problem),
        }
    }
}

/// What stands for a pathway while the front grows.
pub(super) struct Kept {
    /// The place of its set.
    at: usize,
    clock: Clock,
    written: Written,
    earned: Option<Earned>,
}

/// The search for one target.
struct Hunt<'k, 'p, 'a> {
    kit: &'k Kit<'p, 'a>,
    target: RoleIx,
    effort: Effort,
    remembers: bool,
}

impl<'k, 'p, 'a> Hunt<'k, 'p, 'a> {
    fn new(kit: &'k Kit<'p, 'a>, target: RoleIx) -> Self {
        Self { kit, target, effort: Effort::default(), remembers: false }
    }

    /// What nothing beats, and what was looked at besides where that is remembered.
    fn run(mut self) -> (Found, Vec<Pathway>) {
        let problem = self.kit.problem;
        let nothing = |effort| (Found { effort, ..Found::default() }, Vec::new());
        if !problem.may_be_target(self.target) || !self.kit.lists.may_reach(self.target) {
            return nothing(self.effort);
        }
        let (work, mut before) = (Cell::new(problem.rules.max_work), None);
        for size in problem.rules.sizes() {
            work.set(problem.rules.work_on(before, work.get()));
            let sets = match self.kit.lists.list(self.target, (size, before), false, &work) {
                Ok(sets) => sets,
                Err(stop) => {
                    self.effort.stopped = Some(stop);
                    return nothing(self.effort);
                }
            };
            self.effort.sets += sets.list.len() as u64;
            let (pathways, left) = self.front(&sets, &work);
            if !pathways.is_empty() || self.effort.stopped.is_some() {
                let size = (!pathways.is_empty()).then_some(size);
                return (Found { pathways, size, effort: self.effort }, left);
            }
            before = Some(size);
        }
        nothing(self.effort)
    }

    /// The front of some sets, known and unknown net earnings apart.
    fn front(&mut self, sets: &Sets, work: &Cell<u64>) -> (Vec<Pathway>, Vec<Pathway>) {
        let problem = self.kit.problem;
        let mut grow = Grow {
            kit: self.kit,
            sets,
            at: 0,
            jobs: Before::new(std::iter::empty()),
            front: Front::default(),
            superfluous_from: 0,
            left: self.remembers.then(Vec::new),
            lists: 0,
            work,
        };
        let mut order: Vec<usize> = (0..sets.list.len()).collect();
        // the soonest, cheapest and likeliest first, so that the rest is soon beaten
        order.sort_by(|one, other| {
            let key = |at: usize| (sets.list[at].earliest.target, sets.list[at].set.cost(problem));
            let chance = |at: usize| sets.list[at].set.chance;
            key(*one).cmp(&key(*other)).then(chance(*other).total_cmp(&chance(*one)))
        });
        for at in order {
            let listed = &sets.list[at];
            grow.jobs = Before::of(problem, &listed.set.jobs[..listed.set.on_the_way], &listed.earliest);
            if grow.front.beats(&grow.kit.most(&listed.set, grow.jobs, listed.earliest.target)) {
                continue;
            }
            grow.superfluous_from = listed.superfluous_from;
            grow.at = at;
            let board = Board { problem, set: &listed.set };
            Orders::new(board, &mut grow, listed.earliest.target).run();
            if work.get() == 0 {
                self.effort.stopped = Some(Stop::Work);
                break;
            }
        }
        self.effort.lists += grow.lists;
        let left = grow.left.take().unwrap_or_default();
        let mut kept: Vec<(Written, Pathway)> = std::mem::take(&mut grow.front)
            .into_kept()
            .into_iter()
            .map(|(value, kept)| {
                let set = &sets.list[kept.at].set;
                let judge = Judge { board: Board { problem, set }, ledger: &self.kit.ledger };
                (kept.written, pathway(&judge, &kept.clock, value, kept.earned))
            })
            .collect();
        kept.sort_by(|(one, first), (other, second)| {
            let key = |path: &Pathway| (path.value.months, path.value.cost);
            key(first).cmp(&key(second)).then_with(|| one.cmp(other))
        });
        (kept.into_iter().map(|(_, path)| path).collect(), left)
    }
}

/// A front that grows, list by list.
struct Grow<'g, 'k, 'p, 'a> {
    kit: &'k Kit<'p, 'a>,
    sets: &'g Sets,
    /// The set looked at, and when its jobs could begin.
    at: usize,
    jobs: Before,
    front: Front<Kept>,
    superfluous_from: u32,
    left: Option<Vec<Pathway>>,
    lists: u64,
    work: &'g Cell<u64>,
}

/// A chance to nine places.
fn nine_places(chance: f64) -> f64 {
    (chance * 1e9).round() / 1e9
}

impl Kit<'_, '_> {
    /// No list of a set with its jobs begun so whose target begins in a month or later has a better value on any criterion.
    pub fn most(&self, set: &StepSet, jobs: Before, soonest: u32) -> Value {
        let (cost, chance) = (set.cost(self.problem), set.chance);
        let net = || self.ceiling.net_of(jobs, set.target, (cost, chance), soonest);
        let net = set.is_paid(self.problem).then(|| Money::from_cents(net()));
        Value { months: soonest, cost: Money::from_cents(cost), net, chance: nine_places(chance) }
    }

    /// No list has a better value on any criterion which is paid no more, begins the target no sooner, costs no less and is no
    /// likelier, and has no fewer months without pay before it. Without what it is paid at the most, its net earnings are not known.
    pub fn bound(&self, most: Option<&Most>, (months, unpaid): (u32, u32), cost: i64, chance: f64) -> Value {
        let net = most.map(|most| Money::from_cents(self.ceiling.net(most, cost, chance, months, unpaid)));
        Value { months, cost: Money::from_cents(cost), net, chance: nine_places(chance) }
    }

    /// The value of a whole list, with what it earns where that is known.
    pub fn value(&self, board: Board<'_, '_>, clock: &Clock) -> (Value, Option<Earned>) {
        let set = board.set;
        let earned = set.is_paid(self.problem).then(|| Judge { board, ledger: &self.ledger }.earned(clock));
        let net = earned.map(|earned| earned.expected);
        (self.netting(set, clock.target_begins(), net), earned)
    }

    /// The value of a list of a set that begins the target in a month and nets so much.
    pub fn netting(&self, set: &StepSet, months: u32, net: Option<i64>) -> Value {
        let cost = Money::from_cents(set.cost(self.problem));
        Value { months, cost, net: net.map(Money::from_cents), chance: nine_places(set.chance) }
    }
}

impl Visit for Grow<'_, '_, '_, '_> {
    fn may_go_on(&mut self, board: Board<'_, '_>, clock: &Clock, soonest: u32) -> bool {
        let jobs = self.jobs.entered(board.set, clock);
        spend(self.work, 1).is_some()
            && soonest < self.superfluous_from
            && !self.front.beats(&self.kit.most(board.set, jobs, soonest))
    }

    fn take(&mut self, board: Board<'_, '_>, clock: &Clock) {
        self.lists += 1;
        if clock.target_begins() >= self.superfluous_from || !clock.meets_choices(board) {
            return;
        }
        let (value, earned) = self.kit.value(board, clock);
        let judge = Judge { board, ledger: &self.kit.ledger };
        let keys = written(&judge, clock);
        if self.front.would_keep(&value, |kept| keys < kept.written) {
            if clock.is_used(board) {
                let kept = Kept { at: self.at, clock: *clock, written: keys, earned };
                let dropped = self.front.add(value, kept);
                if let Some(left) = &mut self.left {
                    left.extend(dropped.into_iter().map(|(value, kept)| {
                        let set = &self.sets.list[kept.at].set;
                        let judge = Judge { board: Board { set, ..board }, ledger: &self.kit.ledger };
                        pathway(&judge, &kept.clock, value, kept.earned)
                    }));
                }
            }
        } else if let Some(left) = &mut self.left
            && !self.front.kept().iter().any(|(_, kept)| kept.written == keys)
            && clock.is_used(board)
        {
            left.push(pathway(&judge, clock, value, earned));
        }
    }
}
