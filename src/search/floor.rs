//! What each step takes at least, were steps never in each other's way: AND is the worst, OR the best of its parts.

use super::clock::NEVER;
use super::item::Item;
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
    pub chance: f64,
}

impl Floor {
    /// Nothing is needed.
    pub const FREE: Self = Self { end: 0, cost: 0, chance: 1.0 };
    /// It cannot be.
    pub const SHUT: Self = Self { end: NEVER, cost: i64::MAX, chance: 0.0 };

    /// Both are asked for.
    pub fn and(self, other: Self) -> Self {
        Self {
            end: self.end.max(other.end),
            cost: self.cost.max(other.cost),
            chance: self.chance.min(other.chance),
        }
    }

    /// Either will do.
    pub fn or(self, other: Self) -> Self {
        Self {
            end: self.end.min(other.end),
            cost: self.cost.min(other.cost),
            chance: self.chance.max(other.chance),
        }
    }

    /// So many months later.
    const fn later(self, months: u32) -> Self {
        Self { end: self.end.saturating_add(months), ..self }
    }
}

/// The floors of a set of steps, each reachable through the others only.
pub(super) fn floors(problem: &Problem<'_>, set: &[Item]) -> Vec<Floor> {
    let mut floors = vec![Floor::SHUT; set.len()];
    loop {
        let mut changed = false;
        for at in 0..set.len() {
            let better = match set[at] {
                Item::Post(post) => {
                    let post = &problem.posts[post as usize];
                    of_need(problem, set, &floors, &post.need).later(post.hire)
                }
                Item::Course(course) => {
                    let course = &problem.courses[course as usize];
                    let ready = of_need(problem, set, &floors, &course.need);
                    Floor {
                        end: ready.end.saturating_add(course.shortest()),
                        cost: ready.cost.saturating_add(course.cost_at_least),
                        chance: ready.chance * course.rate.unwrap_or(1.0),
                    }
                }
            };
            if better != floors[at] {
                floors[at] = better;
                changed = true;
            }
        }
        if !changed {
            return floors;
        }
    }
}

/// The floor of meeting a need through a set of steps.
pub(super) fn of_need(problem: &Problem<'_>, set: &[Item], floors: &[Floor], need: &Need) -> Floor {
    match need {
        Need::Met => Floor::FREE,
        Need::All(parts) => {
            parts.iter().map(|part| of_need(problem, set, floors, part)).fold(Floor::FREE, Floor::and)
        }
        Need::Any(parts) => {
            parts.iter().map(|part| of_need(problem, set, floors, part)).fold(Floor::SHUT, Floor::or)
        }
        Need::AtLeast(n, parts) => {
            let parts: Vec<Floor> = parts.iter().map(|part| of_need(problem, set, floors, part)).collect();
            nth(*n, &parts)
        }
        Need::Fact(fact) => {
            let given = set.iter().zip(floors).filter_map(|(step, floor)| match step {
                Item::Course(course) => {
                    problem.courses[*course as usize].facts.contains(*fact).then_some(*floor)
                }
                Item::Post(post) => {
                    let post = &problem.posts[*post as usize];
                    let missing = problem.proficient.saturating_sub(post.before);
                    post.facts.contains(*fact).then(|| floor.later(missing))
                }
            });
            let waited = problem.current().filter(|post| problem.posts[*post].facts.contains(*fact));
            let waited = waited
                .map(|post| Floor::FREE.later(problem.proficient.saturating_sub(problem.posts[post].before)));
            given.chain(waited).fold(Floor::SHUT, Floor::or)
        }
        Need::Months { needs, before, roles } => {
            let begun = set.iter().zip(floors).filter_map(|(step, floor)| match step {
                Item::Post(post) => roles.contains(usize::from(*post)).then_some(*floor),
                Item::Course(_) => None,
            });
            let waited = problem.current().filter(|post| roles.contains(*post)).map(|_| Floor::FREE);
            begun.chain(waited).fold(Floor::SHUT, Floor::or).later(needs.saturating_sub(*before))
        }
    }
}

/// The n-th best of each bound by itself.
fn nth(n: usize, parts: &[Floor]) -> Floor {
    let Some(at) = n.checked_sub(1) else { return Floor::FREE };
    let mut ends: Vec<u32> = parts.iter().map(|part| part.end).collect();
    let mut costs: Vec<i64> = parts.iter().map(|part| part.cost).collect();
    let mut chances: Vec<f64> = parts.iter().map(|part| part.chance).collect();
    ends.sort_unstable();
    costs.sort_unstable();
    chances.sort_by(|a, b| b.total_cmp(a));
    Floor { end: ends[at], cost: costs[at], chance: chances[at] }
}
