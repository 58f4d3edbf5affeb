//! Whether the steps of a set could all be used, before any of them is put on the clock.

use super::clock::NEVER;
use super::floor::floors;
use super::item::{Item, item};
use super::problem::Problem;

/// Whether each step of a set could be used: a role by months, or one role beside a course that is not only there
/// to open that role.
pub(super) fn can_be_used(problem: &Problem<'_>, never_beside: &[bool], target: usize, set: &[Item]) -> bool {
    let target = item(target);
    let feeds = |from: Item, to: Item| problem.feeds(from, to);
    let mut beside = None;
    for step in set {
        if set.iter().chain([&target]).any(|to| to != step && feeds(*step, *to)) {
            continue;
        }
        let Item::Post(post) = *step else { return false };
        if beside.is_some() || never_beside[post as usize] {
            return false;
        }
        beside = Some(*step);
    }
    let Some(beside) = beside else { return true };
    let mut reached = vec![target];
    let mut next = 0;
    while let Some(to) = reached.get(next).copied() {
        next += 1;
        for from in set {
            if *from != beside && !reached.contains(from) && feeds(*from, to) {
                if matches!(from, Item::Course(_)) {
                    return true;
                }
                reached.push(*from);
            }
        }
    }
    false
}

/// Whether each course of a set could be missed by some step: one that could not start without it even though all
/// that must come before that step is done. The set's last step is the target.
pub(super) fn needed_somewhere(problem: &Problem<'_>, whole: &[Item]) -> bool {
    let without = |left_out: usize| -> Vec<bool> {
        let rest: Vec<Item> =
            whole.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, step)| *step).collect();
        let mut shut: Vec<bool> = floors(problem, &rest).iter().map(|floor| floor.end == NEVER).collect();
        shut.insert(left_out, true);
        shut
    };
    // row a, column b: with a left out, b can never be done, so a comes before b
    let before: Vec<Vec<bool>> = (0..whole.len()).map(without).collect();
    (0..whole.len() - 1).all(|at| {
        let Item::Course(_) = whole[at] else { return true };
        (0..whole.len()).filter(|to| *to != at && problem.feeds(whole[at], whole[*to])).any(|to| {
            let done = |step: usize| step != at && step != to && before[step][to];
            let courses: Vec<Item> =
                (0..whole.len()).filter(|step| done(*step)).map(|step| whole[step]).collect();
            !problem.met_by_courses(whole[to], &courses)
        })
    })
}
