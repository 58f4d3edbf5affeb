//! Courses that can stand in for one another: in a set where nobody can tell them apart, the better one is enough.
//!
//! A course and its stand-in ask for the same, take as long and cost as much to keep. If none of the facts in which
//! they differ is asked for by a step of a set, every pathway with the one is, with the other in its months, a
//! pathway too: no dearer, no less sure, and first in total order where it is neither cheaper nor surer.

use super::courses::Course;
use super::item::{Item, narrow};
use super::members::Members;

/// Per course, those that may stand in for it.
pub(super) fn twins(courses: &[Course]) -> Vec<Vec<u16>> {
    let all = |course: &Course| {
        let better = courses.iter().enumerate().filter(|(_, other)| stands_in(courses, other, course));
        better.map(|(at, _)| narrow(at)).collect()
    };
    courses.iter().map(all).collect()
}

/// Whether one course may stand in for another, whatever they bring.
fn stands_in(courses: &[Course], one: &Course, other: &Course) -> bool {
    let between = |course: &Course| {
        course.rate.is_some()
            && course.rank > one.rank.min(other.rank)
            && course.rank < one.rank.max(other.rank)
    };
    // rates are multiplied in the order of ids, so equal ones must stand in one place for equal bits
    let as_sure = match (one.rate, other.rate) {
        (Some(a), Some(b)) if a.total_cmp(&b).is_eq() => !courses.iter().any(between),
        (Some(a), Some(b)) => a > b * (1.0 + 1e-9),
        (a, b) => a.is_none() && b.is_none() && one.has_rate == other.has_rate,
    };
    let surer = one.rate > other.rate;
    one.rank != other.rank
        && as_sure
        && one.priced()
        && other.priced()
        && one.cost <= other.cost
        && (surer || one.cost < other.cost || one.rank < other.rank)
        && one.need == other.need
        && one.full_time == other.full_time
        && one.alongside == other.alongside
        && one.follows_job == other.follows_job
        && one.upkeep == other.upkeep
}

/// Whether some course of a set could be replaced by its twin, so that nothing comes of the set that does not come of
/// another.
pub(super) fn replaceable(members: &Members<'_, '_>) -> bool {
    members.steps[members.roles..].iter().any(|step| match step {
        Item::Course(course) => {
            let problem = members.problem;
            problem.twins(*course).iter().any(|twin| stands_in_here(members, *step, *twin))
        }
        Item::Post(_) => false,
    })
}

/// Whether nobody else in a set can tell a course from its twin, or has what the twin gives.
fn stands_in_here(members: &Members<'_, '_>, of: Item, twin: u16) -> bool {
    let problem = members.problem;
    let gives = &problem.courses[twin as usize].gives;
    members.steps.iter().filter(|step| **step != of).all(|step| {
        let given_twice = match step {
            Item::Course(course) => {
                problem.courses[*course as usize].gives.iter().any(|holding| gives.contains(holding))
            }
            Item::Post(_) => false,
        };
        !given_twice && problem.gives(of, *step) == problem.gives(Item::Course(twin), *step)
    })
}
