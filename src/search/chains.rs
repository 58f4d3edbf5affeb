//! What may lead to what, through courses: the order in which sets of courses are built up from the target.

use super::problem::Problem;
use crate::graph::ends_first;

/// Sorts the courses so that whatever course may need one comes before it, those that may need each other together
/// and otherwise by id.
pub(super) fn users_first(problem: &mut Problem<'_>) {
    let mut by_id: Vec<usize> = (0..problem.courses.len()).collect();
    by_id.sort_by_key(|at| problem.courses[*at].rank);
    let mut places = vec![0; by_id.len()];
    by_id.iter().enumerate().for_each(|(place, at)| places[*at] = place);
    let leads = problem.steps().course_leads(problem.facts);
    let leads: Vec<Vec<usize>> = by_id
        .iter()
        .map(|at| {
            let mut led: Vec<usize> = leads[*at].iter().map(|to| places[*to]).collect();
            led.sort_unstable();
            led
        })
        .collect();
    let mut order = Vec::with_capacity(by_id.len());
    for mut knot in ends_first(&leads) {
        knot.sort_unstable();
        order.extend(knot.into_iter().map(|at| by_id[at]));
    }
    problem.courses = order.into_iter().map(|at| problem.courses[at].clone()).collect();
}
