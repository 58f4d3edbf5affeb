//! Writes what is on the clock as a pathway.

use super::clock::{Clock, NEVER};
use super::item::{Item, role_ix};
use super::worth::Worth;
use super::{Job, Pathway, Step, Value};
use crate::graph::Node;
use crate::units::Money;

/// Writes the steps in order of start month, entries first, then id, with what needs what.
pub(super) fn written(clock: &Clock<'_, '_>, value: Value, worth: &Worth) -> Pathway {
    let problem = clock.problem;
    let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); clock.placed.len()];
    let mut replay = Clock::new(problem);
    for (at, placed) in clock.placed.iter().enumerate() {
        replay.place(placed.item, placed.mode, NEVER, 0).expect("it was placed before");
        for needed in replay.needed(at) {
            needed_by[needed].push(at);
        }
    }
    let steps: Vec<Step> = clock
        .placed
        .iter()
        .map(|placed| {
            let (node, cost) = match placed.item {
                Item::Post(post) => (Node::Role(role_ix(usize::from(post))), Some(Money::ZERO)),
                Item::Course(at) => {
                    let course = &problem.courses[at as usize];
                    (course.node, course.cost.map(Money::from_cents))
                }
            };
            Step { start: placed.start, end: placed.end, node, mode: placed.mode, cost }
        })
        .collect();
    let mut order: Vec<usize> = (0..steps.len()).collect();
    order.sort_by_key(|at| {
        let step = &steps[*at];
        (step.start, !matches!(step.node, Node::Role(_)), problem.graph.rank(step.node))
    });
    let place_of = |old: usize| order.iter().position(|at| *at == old).expect("an order of all");
    let later = |at: &usize| {
        let mut later: Vec<usize> = needed_by[*at].iter().map(|old| place_of(*old)).collect();
        later.sort_unstable();
        later
    };
    let jobs = clock.work.iter().filter(|stretch| stretch.end > stretch.begin).map(|stretch| Job {
        role: role_ix(stretch.post),
        begin: stretch.begin,
        end: (stretch.end != NEVER).then_some(stretch.end),
    });
    Pathway {
        target: role_ix(clock.work.last().expect("the target is on the clock").post),
        needed_by: order.iter().map(later).collect(),
        steps: order.iter().map(|at| steps[*at]).collect(),
        jobs: jobs.collect(),
        value,
        unpriced: worth.unpriced.clone(),
        unrated: worth.unrated.clone(),
    }
}
