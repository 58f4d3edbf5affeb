//! What each step takes at least, were steps never in each other's way: AND is the worst, OR the best of its parts.

use std::cmp::Ordering;
use std::collections::VecDeque;

use super::chance::Chance;
use super::clock::NEVER;
use super::item::{Item, item, narrow};
use super::need::Need;
use super::problem::Problem;

/// Lower bounds on reaching a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Floor {
    /// No earlier month in which a course is finished or a role begun; `NEVER` where it cannot be.
    pub end: u32,
    /// No smaller known cost in cents, its own among it.
    pub cost: i64,
    /// No greater chance, its own among it.
    pub chance: Chance,
    /// No earlier end with every course taken beside a job.
    pub paid_end: u32,
    /// No fewer months without pay where it ends before that.
    pub unpaid: u32,
}

impl Floor {
    /// Nothing is needed.
    pub const FREE: Self = Self { end: 0, cost: 0, chance: Chance::SURE, paid_end: 0, unpaid: NEVER };
    /// It cannot be.
    pub const SHUT: Self =
        Self { end: NEVER, cost: i64::MAX, chance: Chance::NONE, paid_end: NEVER, unpaid: NEVER };

    /// Both are asked for.
    pub fn and(self, other: Self) -> Self {
        Self {
            end: self.end.max(other.end),
            cost: self.cost.max(other.cost),
            chance: self.chance.min(other.chance),
            // before the later of both, that one is not paid throughout
            paid_end: self.paid_end.max(other.paid_end),
            unpaid: match self.paid_end.cmp(&other.paid_end) {
                Ordering::Less => other.unpaid,
                Ordering::Equal => self.unpaid.max(other.unpaid),
                Ordering::Greater => self.unpaid,
            },
        }
    }

    /// Either will do.
    pub fn or(self, other: Self) -> Self {
        Self {
            end: self.end.min(other.end),
            cost: self.cost.min(other.cost),
            chance: self.chance.max(other.chance),
            paid_end: self.paid_end.min(other.paid_end),
            unpaid: self.unpaid.min(other.unpaid),
        }
    }

    /// So many months later.
    pub const fn later(self, months: u32) -> Self {
        let (end, paid_end) = (self.end.saturating_add(months), self.paid_end.saturating_add(months));
        Self { end, paid_end, ..self }
    }

    /// No fewer months without pay where it ends by a month; `NEVER` where it cannot.
    pub const fn unpaid_by(self, month: u32) -> u32 {
        if month < self.paid_end { self.unpaid } else { 0 }
    }
}

/// The floors of all steps of a problem, those of posts and then those of courses, with some roles on the way: every step
/// is reachable through those roles and any course only.
#[derive(Debug, Clone)]
pub(super) struct Floors(Vec<Floor>);

impl Floors {
    /// With no role on the way.
    pub fn of_courses(problem: &Problem<'_>) -> Self {
        let mut floors = Self(vec![Floor::SHUT; problem.posts.len() + problem.courses.len()]);
        let courses = (0..problem.courses.len()).map(|at| Item::Course(narrow(at)));
        floors.settle(problem, &[], courses);
        floors
    }

    /// With some roles on the way, all at once.
    pub fn of_all(problem: &Problem<'_>, posts: &[usize]) -> Self {
        let mut floors = Self::of_courses(problem);
        floors.settle(problem, posts, posts.iter().map(|post| item(*post)));
        floors
    }

    /// With a role more than those that these floors are for, which are all of `posts` but it.
    pub fn with(&self, problem: &Problem<'_>, posts: &[usize], post: usize) -> Self {
        let mut floors = self.clone();
        floors.settle(problem, posts, [item(post)].into_iter());
        floors
    }

    /// The floor of a step; it cannot be where it is a role that is not on the way.
    pub fn of(&self, problem: &Problem<'_>, step: Item) -> Floor {
        self.0[problem.place(step)]
    }

    /// Lowers the floors of some steps, and of those that they help, until nothing changes. Each waits its turn once, so
    /// that it is looked at no more often than there are steps before it.
    fn settle(&mut self, problem: &Problem<'_>, posts: &[usize], some: impl Iterator<Item = Item>) {
        let mut next: VecDeque<Item> = some.collect();
        let mut waits = vec![false; self.0.len()];
        for step in &next {
            waits[problem.place(*step)] = true;
        }
        while let Some(step) = next.pop_front() {
            waits[problem.place(step)] = false;
            let ready = self.ready(problem, step);
            let better = match step {
                Item::Post(post) => ready.later(problem.posts[usize::from(post)].hire),
                Item::Course(course) => {
                    let course = &problem.courses[usize::from(course)];
                    Floor {
                        end: ready.end.saturating_add(course.shortest()),
                        cost: ready.cost.saturating_add(course.cost_at_least),
                        chance: ready.chance.times(course.rate.unwrap_or(1.0)),
                        paid_end: ready.paid_end.saturating_add(course.alongside.unwrap_or(NEVER)),
                        unpaid: ready.unpaid.min(course.full_time.unwrap_or(NEVER)),
                    }
                }
            };
            let known = &mut self.0[problem.place(step)];
            // it may rise as other bounds fall; the least ever told holds, and so this ends
            let better = Floor { unpaid: better.unpaid.min(known.unpaid), ..better };
            if better != *known {
                *known = better;
                let taken = |to: &&Item| match to {
                    Item::Post(post) => posts.contains(&usize::from(*post)),
                    Item::Course(_) => true,
                };
                for to in problem.helped(step).iter().filter(taken) {
                    if !std::mem::replace(&mut waits[problem.place(*to)], true) {
                        next.push_back(*to);
                    }
                }
            }
        }
    }

    /// The floor of meeting the need of a step.
    pub fn ready(&self, problem: &Problem<'_>, of: Item) -> Floor {
        let leaf = |at: usize, leaf: &Need| {
            let brought = problem.bringers(of, at).iter().map(|step| {
                let floor = self.of(problem, *step);
                match (leaf, step) {
                    (Need::Fact(_), Item::Post(post)) => floor.later(missing(problem, usize::from(*post))),
                    _ => floor,
                }
            });
            let here = problem.current().filter(|post| problem.gives(item(*post), of) & (1 << at) != 0);
            let waited = here.map(|post| match leaf {
                Need::Fact(_) => Floor::FREE.later(missing(problem, post)),
                _ => Floor::FREE,
            });
            let floor = brought.chain(waited).fold(Floor::SHUT, Floor::or);
            match leaf {
                Need::Months { needs, before, .. } => floor.later(needs.saturating_sub(*before)),
                _ => floor,
            }
        };
        problem.gates(of).floor(leaf)
    }
}

/// The months left to be proficient in a role.
fn missing(problem: &Problem<'_>, post: usize) -> u32 {
    problem.proficient.saturating_sub(problem.posts[post].before)
}

/// The n-th best of each bound by itself.
pub(super) fn nth(n: usize, parts: &[Floor]) -> Floor {
    let Some(at) = n.checked_sub(1) else { return Floor::FREE };
    let mut ends: Vec<u32> = parts.iter().map(|part| part.end).collect();
    let mut costs: Vec<i64> = parts.iter().map(|part| part.cost).collect();
    let mut chances: Vec<Chance> = parts.iter().map(|part| part.chance).collect();
    ends.sort_unstable();
    costs.sort_unstable();
    chances.sort_by(|a, b| b.value.total_cmp(&a.value));
    let alike = chances.iter().filter(|chance| chance.value.total_cmp(&chances[at].value).is_eq());
    let chance = alike.fold(chances[at], |chance, other| chance.max(*other));
    let mut paid_ends: Vec<u32> = parts.iter().map(|part| part.paid_end).collect();
    paid_ends.sort_unstable();
    let unpaid = parts.iter().map(|part| part.unpaid).min().unwrap_or(NEVER);
    Floor { end: ends[at], cost: costs[at], chance, paid_end: paid_ends[at], unpaid }
}
