//! Courses that can stand in for one another: in a set where nobody can tell them apart, the better one is enough.
//!
//! A course and its stand-in ask for the same, take as long and cost as much to keep. If none of the facts in which
//! they differ is asked for by a step of a set, every pathway with the one is, with the other in its months, a
//! pathway too: no dearer, no less sure, and first in total order where it is neither cheaper nor surer.

use super::courses::Course;
use super::item::{Item, narrow};
use super::members::Members;
use crate::graph::Node;

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
    let surer = one.rate > other.rate;
    one.rank != other.rank
        && one.priced()
        && other.priced()
        && one.cost <= other.cost
        && (surer || one.cost < other.cost || one.rank < other.rank)
        && one.need == other.need
        && one.full_time == other.full_time
        && one.alongside == other.alongside
        && one.follows_job == other.follows_job
        && one.upkeep == other.upkeep
        && as_sure(courses, one, other)
}

/// Whether pathways with one course are as sure as those with the other in its place.
fn as_sure(courses: &[Course], one: &Course, other: &Course) -> bool {
    let between = |course: &Course| {
        course.rate.is_some()
            && course.rank > one.rank.min(other.rank)
            && course.rank < one.rank.max(other.rank)
    };
    // rates are multiplied in the order of ids, so equal ones must stand in one place for equal bits
    match (one.rate, other.rate) {
        (Some(a), Some(b)) if a.total_cmp(&b).is_eq() => !courses.iter().any(between),
        (Some(a), Some(b)) => a > b * (1.0 + 1e-9),
        (a, b) => a.is_none() && b.is_none() && one.has_rate == other.has_rate,
    }
}

/// Drops every course that another which gives the same may stand in for: of many schools for one award, those that no
/// other beats are left. What is insisted on stays.
pub(super) fn drop_beaten(courses: &mut Vec<Course>, keep: &[Node]) {
    let beaten = |course: &Course| {
        let better = |one: &Course| one.gives == course.gives && stands_in(courses, one, course);
        !keep.contains(&course.node) && courses.iter().any(better)
    };
    let mut beaten: Vec<bool> = courses.iter().map(beaten).rev().collect();
    courses.retain(|_| !beaten.pop().expect("one for each"));
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
