//! The best destinations of one person: what many people at once are told.
//!
//! Sets of steps are taken in groups, one for each target and jobs on the way. Of all groups, sets and lists the one that could
//! score most is opened first; what could not be among the best is left out unseen. Roles that are wanted are looked for in all
//! sizes, others in the first alone.

mod groups;
mod grow;
mod open;
mod queue;
mod standing;

use std::cell::Cell;
use std::rc::Rc;

use open::Open;
use queue::{Candidate, Queue, Waiting};
use standing::{Group, Standing, State};

use super::classes::{ClassSets, StartClass};
use super::find::Kit;
use super::timeline::Board;
use super::value::Judge;
use super::written::pathway;
use super::{Pathway, Problem, Size, Value};
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

/// Finds the best few destinations of a person, each by its best pathway. `stay` is what staying nets.
#[must_use]
pub fn best(
    problem: &Problem<'_>,
    targets: &[Target<'_>],
    stay: Option<Money>,
    top: usize,
    class: &StartClass,
) -> Best {
    if problem.is_too_large() {
        return Best { unsettled: (0..targets.len()).collect(), ..Best::default() };
    }
    let (kit, sets) = (Kit::new(problem), ClassSets::new(class, problem));
    let mut unsettled = Vec::new();
    loop {
        let run = run((&kit, &sets), targets, stay, top, &unsettled);
        let given_up: Vec<usize> = (0..targets.len()).filter(|at| run.standing.states[*at].stopped).collect();
        // what was found of it may have kept others out
        let again = given_up.iter().any(|at| run.standing.states[*at].score.is_some());
        unsettled.extend(given_up);
        if !again {
            unsettled.sort_unstable();
            return Best { found: run.write_found(), unsettled };
        }
    }
}

/// Goes through the targets, but for those that cannot be settled.
fn run<'b, 'p, 'a>(
    (kit, sets): (&'b Kit<'p, 'a>, &'b ClassSets<'p, 'a>),
    targets: &'b [Target<'b>],
    stay: Option<Money>,
    top: usize,
    unsettled: &[usize],
) -> Run<'b, 'p, 'a> {
    let problem = kit.problem;
    let states = targets.iter().map(|_| State::new(problem.rules.max_work)).collect();
    let standing = Standing { kit, targets, stay, top, states, ranks: Vec::new() };
    let mut run = Run { sets, standing };
    let may_be = |at: &usize| {
        let role = targets[*at].role;
        !unsettled.contains(at) && problem.may_be_target(role) && kit.lists.may_reach(role)
    };
    let (wanted, others): (Vec<usize>, Vec<usize>) =
        (0..targets.len()).filter(may_be).partition(|at| targets[*at].is_wanted);
    for at in wanted {
        run.search_wanted(at);
    }
    run.search_others(&others);
    run
}

/// One run through the targets of a person.
struct Run<'b, 'p, 'a> {
    sets: &'b ClassSets<'p, 'a>,
    standing: Standing<'b, 'p, 'a>,
}

impl<'b> Run<'b, '_, '_> {
    /// Looks for a wanted role in one size after the other.
    fn search_wanted(&mut self, at: usize) {
        let rules = self.standing.kit.problem.rules;
        let mut before = None;
        for size in rules.sizes() {
            let state = &mut self.standing.states[at];
            state.work = rules.work_on(before, state.work);
            let groups = self.list_groups(at, size, before);
            self.search(groups, size);
            if self.standing.states[at].score.is_some() || self.standing.states[at].stopped {
                return;
            }
            before = Some(size);
        }
    }

    /// Looks for other roles in the first size.
    fn search_others(&mut self, targets: &[usize]) {
        let size = self.standing.kit.problem.rules.first_size();
        let groups = targets.iter().flat_map(|at| self.list_groups(*at, size, None)).collect();
        self.search(groups, size);
    }

    /// Looks through groups for the best list of each target, the most promising of all that is left first: a group, one of
    /// its sets, the lists of a set.
    fn search(&mut self, groups: Vec<Group<'b>>, size: Size) {
        let mut queue = Queue::default();
        for group in groups {
            queue.add(self.standing.rank(&group, group.score), Rc::new(group), Candidate::Sets);
        }
        while let Some(Waiting { rank, group, candidate, .. }) = queue.take() {
            if self.standing.is_beyond(&rank) {
                // so is all that promises less
                break;
            }
            if !self.standing.may_add(&group, rank.score) {
                continue;
            }
            let work = Cell::new(self.standing.states[group.at].work);
            let standing = &mut self.standing;
            let mut open = Open { standing, group: &group, queue: &mut queue, class: self.sets, work: &work };
            match candidate {
                Candidate::Sets => open.look_ahead(size),
                Candidate::Listed => open.list(size),
                Candidate::Left(sets) => open.date(sets),
                Candidate::Lists(dated) => open.look_through(&dated),
            }
            let state = &mut self.standing.states[group.at];
            state.work = work.get();
            if state.work == 0 {
                state.stopped = true;
                self.standing.ranks.retain(|(_, at)| *at != group.at);
            }
        }
    }

    /// Writes the best pathway of each target that has one.
    fn write_found(self) -> Vec<(usize, Pathway)> {
        let mut best = Vec::new();
        for (at, state) in self.standing.states.into_iter().enumerate().filter(|(_, state)| !state.stopped) {
            let ties = state.ties.into_kept().into_iter();
            if let Some((value, first)) = ties.min_by(|(_, one), (_, other)| one.written.cmp(&other.written))
            {
                let board = Board { problem: self.standing.kit.problem, set: &first.set };
                let judge = Judge { board, ledger: &self.standing.kit.ledger };
                best.push((at, pathway(&judge, &first.clock, value, first.earned)));
            }
        }
        best
    }
}
