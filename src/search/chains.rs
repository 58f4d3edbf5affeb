//! What may lead to what, through courses: the order in which sets of courses are built up from the target.

use super::bits::Bits;
use super::item::{Item, narrow};
use super::problem::Problem;
use crate::graph::ends_first;

/// Sorts the courses so that whatever course may need one comes before it, those that may need each other together
/// and otherwise by id.
pub(super) fn users_first(problem: &mut Problem<'_>) {
    let mut by_id: Vec<usize> = (0..problem.courses.len()).collect();
    by_id.sort_by_key(|at| problem.courses[*at].rank);
    let course = |at: usize| Item::Course(narrow(by_id[at]));
    let mut order = Vec::with_capacity(by_id.len());
    for mut knot in ends_first(by_id.len(), |from, to| problem.could_feed(course(from), course(to))) {
        knot.sort_unstable();
        order.extend(knot.into_iter().map(|at| by_id[at]));
    }
    problem.courses = order.into_iter().map(|at| problem.courses[at].clone()).collect();
}

/// Per step, posts then courses: the courses that may help it, directly or by helping another that does.
pub(super) fn helpers(problem: &Problem<'_>, steps: &[Item]) -> Vec<Bits> {
    let direct: Vec<Vec<usize>> = steps
        .iter()
        .map(|to| {
            let courses = 0..problem.courses.len();
            courses.filter(|from| problem.feeds(Item::Course(narrow(*from)), *to)).collect()
        })
        .collect();
    let posts = problem.posts.len();
    let all = |start: &Vec<usize>| {
        let mut found: Bits = start.iter().copied().collect();
        let mut next = start.clone();
        while let Some(course) = next.pop() {
            for from in &direct[posts + course] {
                if !found.contains(*from) {
                    found.insert(*from);
                    next.push(*from);
                }
            }
        }
        found
    };
    direct.iter().map(all).collect()
}
