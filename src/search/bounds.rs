//! What the search takes for granted of a pathway before it looks at it: each bound that leaves something out unseen.

use std::cell::Cell;

use super::Problem;
use super::find::Kit;
use super::plan::{CourseSet, StepSet, Take};
use super::problem::{JobIx, job_of};
use super::timeline::earliest;
use super::value::Before;
use crate::graph::{Node, RoleIx};
use crate::units::Money;

/// The steps of a pathway, in no order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// The target.
    pub target: RoleIx,
    /// The jobs on the way with the months in which they begin, without the interim job where it is entered first.
    pub jobs: Vec<(RoleIx, u32)>,
    /// Programs and credentials.
    pub courses: Vec<Node>,
    /// Months before the target in which no job is held.
    pub unpaid: u32,
    /// Net earnings if everything comes about, where they are known.
    pub finished: Option<Money>,
}

/// Bounds on the pathways of some steps; none of them is ever passed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The soonest month of the target: with all steps of the graph, with these jobs on the way, with these steps alone.
    pub soonest: [u32; 3],
    /// The least that is paid for all steps.
    pub cost: Money,
    /// How likely they are at the most.
    pub chance: f64,
    /// The most that is netted on average if the target begins in a month or later, whenever the other jobs begin, with
    /// their months known, by the months without pay, and by what is netted if everything comes about; none where it is not
    /// known.
    pub net: Option<[Money; 4]>,
    /// Whether the steps are among the sets that are gone through.
    pub is_listed: bool,
}

/// The bounds on pathways with some steps, none where one of them is closed to the person; `begin` is the month from which on
/// the target is held.
#[must_use]
pub fn bounds(problem: &Problem<'_>, steps: &Steps, begin: u32) -> Option<Bounds> {
    let kit = Kit::new(problem);
    let place = |node: &Node| {
        let known = (0..).zip(&problem.start.courses).find(|(_, course)| course.node == *node);
        known.filter(|(at, _)| problem.is_open(*at))
    };
    let mut courses = steps.courses.iter().map(|node| place(node).map(|(at, _)| at));
    let courses = courses.try_fold(CourseSet::EMPTY, |set, course| set.with(course?))?;
    let mut entered: Vec<(JobIx, u32)> =
        steps.jobs.iter().map(|(role, month)| (job_of(*role), *month)).collect();
    entered.sort_unstable();
    let jobs: Vec<JobIx> = entered.iter().map(|(job, _)| *job).collect();
    let all = kit.lists.least(steps.target, &jobs);
    let with = kit.lists.least_with(steps.target, &jobs);
    let set = StepSet::new(problem, steps.target, &jobs, courses);
    let earliest = earliest(problem, steps.target, &jobs, &courses);
    let any = Before::of(problem, &jobs, &earliest);
    let mut known = any;
    for (at, (_, month)) in entered.iter().enumerate() {
        known.begin(&set, at, *month);
    }
    let net = |jobs: Before| kit.most(&set, jobs, begin).net;
    let paid = kit.ceiling.from(any, steps.target, earliest.target);
    let months = (begin, steps.unpaid);
    let by_months = kit.bound(Some(&paid), months, set.cost(problem), set.chance).net;
    let if_finished = |net: Money| Money::from_cents(kit.ceiling.net_if(&paid, net.cents(), set.chance));
    let mut seen = Seen { courses, is_listed: false };
    let (size, work) = (courses.len().max(problem.rules.first_size().courses), Cell::new(u64::MAX));
    kit.lists.tell(steps.target, &jobs, size, &work, &mut seen).ok()?;
    Some(Bounds {
        soonest: [all.months, with.months, earliest.target],
        cost: Money::from_cents(all.cost.max(with.cost)),
        chance: all.chance.min(with.chance) * problem.offered(&jobs, steps.target),
        net: net(any)
            .zip(net(known))
            .zip(by_months.zip(steps.finished))
            .map(|((any, known), (by_months, finished))| [any, known, by_months, if_finished(finished)]),
        is_listed: seen.is_listed,
    })
}

/// Looks for a set among those that are told.
struct Seen {
    courses: CourseSet,
    is_listed: bool,
}

impl Take for Seen {
    fn take(&mut self, courses: CourseSet, _: u32) {
        self.is_listed |= courses == self.courses;
    }
}
