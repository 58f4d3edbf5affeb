//! A list on the clock, written as a pathway.

use super::timeline::{Clock, NEVER, Placed, Who};
use super::value::{Earned, Judge};
use super::{Job, Outcome, Pathway, Step, Value};
use crate::graph::Node;
use crate::units::Money;

/// What stands in a pathway's order of writing: two lists with the same keys are one pathway.
pub(super) type Written = Vec<(u32, u32, bool, u32, super::Mode)>;

/// The order in which the steps of a list are written.
fn order(judge: &Judge<'_, '_, '_>, clock: &Clock) -> Vec<usize> {
    let mut order: Vec<usize> = (0..clock.placed().len()).collect();
    order.sort_by_key(|at| judge.written(&clock.placed()[*at]));
    order
}

/// The keys of a list's steps as written.
pub(super) fn written(judge: &Judge<'_, '_, '_>, clock: &Clock) -> Written {
    let mut keys: Written = clock.placed().iter().map(|step| judge.written(step)).collect();
    keys.sort_unstable();
    keys
}

/// A list as a pathway, with all that is told of it.
pub(super) fn pathway(
    judge: &Judge<'_, '_, '_>,
    clock: &Clock,
    value: Value,
    earned: Option<Earned>,
) -> Pathway {
    let (problem, set) = (judge.board.problem, judge.board.set);
    let order = order(judge, clock);
    let place = |listed: usize| order.iter().position(|at| *at == listed).expect("every step is written");
    let step = |at: &usize| {
        let placed: &Placed = &clock.placed()[*at];
        let (node, cost) = match placed.who {
            Who::Course(course) => {
                let course = usize::from(set.courses[usize::from(course)]);
                (problem.start.courses[course].node, problem.terms[course].cost)
            }
            Who::Job(job) => {
                let job = set.jobs[usize::from(job)];
                (Node::Role(problem.role(job).expect("only roles are entered")), 0)
            }
        };
        let cost = Money::from_cents(cost);
        Step { start: placed.start, end: placed.end, node, mode: placed.mode, cost }
    };
    let needed = |at: &usize| {
        let mut places: Vec<usize> = clock.needed_by(judge.board, *at).into_iter().map(place).collect();
        places.sort_unstable();
        places
    };
    Pathway {
        target: set.target,
        interim: clock.interim,
        steps: order.iter().map(step).collect(),
        needed_by: order.iter().map(needed).collect(),
        jobs: jobs(judge, clock),
        value,
        finished: earned.map(|earned| Money::from_cents(earned.finished)),
        waiting: Money::from_cents(earned.map_or(0, |earned| earned.waiting)),
        outcomes: earned.map_or_else(Vec::new, |earned| outcomes(judge, clock, earned, &place)),
    }
}

/// The jobs held on a list.
fn jobs(judge: &Judge<'_, '_, '_>, clock: &Clock) -> Vec<Job> {
    let (problem, set) = (judge.board.problem, judge.board.set);
    let jobs = clock.spells().iter().map(|spell| Job {
        role: problem.role(set.jobs[usize::from(spell.job)]),
        begin: spell.begin,
        end: (spell.end != NEVER).then_some(spell.end),
    });
    jobs.filter(|job| job.end != Some(job.begin)).collect()
}

fn outcomes(
    judge: &Judge<'_, '_, '_>,
    clock: &Clock,
    earned: Earned,
    place: &impl Fn(usize) -> usize,
) -> Vec<Outcome> {
    let (stops, all) = judge.stops(clock, earned.finished);
    let stopped = stops.into_iter().map(|stop| Outcome {
        stopped_at: Some(place(stop.at)),
        month: stop.month,
        probability: stop.probability,
        net: Money::from_cents(stop.net),
        jobs: jobs(judge, &judge.after(clock, stop.at)),
    });
    let month = clock.placed()[clock.placed().len() - 1].end;
    let net = Money::from_cents(earned.finished);
    let finished = Outcome { stopped_at: None, month, probability: all, net, jobs: jobs(judge, clock) };
    stopped.chain(std::iter::once(finished)).collect()
}
