//! What: from the target backwards, every set of steps of which each may be needed.
//!
//! A step is used only if some later step could not start without it, so it lies in one of the smallest ways to meet
//! that step's requirement. Choosing one such way for every step, from the target (and from one role taken for its
//! pay beside a course) backwards, therefore meets every pathway's set of steps; which of the sets are pathways is
//! for the clock to say.

use std::collections::BTreeSet;

use super::item::{Item, narrow};
use super::need::Need;
use super::problem::Problem;

/// A set of steps without the target, in order.
pub(super) type Set = Vec<Item>;

/// One way to meet a need, as reasons: a smaller way has fewer of them.
type Way = Vec<Reason>;

/// A reason for which a need's leaf is met.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// A course.
    Course(u16),
    /// Months in these roles; the number tells the leaf.
    Work(usize, Vec<u16>),
    /// Waiting in the job of today; the number tells the leaf.
    Wait(usize),
}

/// The ways of every step on the way to one target.
pub(super) struct Planner<'p, 'a> {
    problem: &'p Problem<'a>,
    target: usize,
    posts: Vec<Option<Vec<Set>>>,
    courses: Vec<Option<Vec<Set>>>,
}

impl<'p, 'a> Planner<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>, target: usize) -> Self {
        let posts = vec![None; problem.posts.len()];
        let courses = vec![None; problem.courses.len()];
        Self { problem, target, posts, courses }
    }

    /// Whether a role may be entered on the way.
    pub fn may_step_on(&self, post: usize) -> bool {
        post != self.target && self.problem.graph.roles[post].listed
    }

    /// The smallest ways to meet a step's need, as the steps they take; one empty way where nothing is needed.
    pub fn ways(&mut self, step: Item) -> &[Set] {
        let problem = self.problem;
        let (known, need) = match step {
            Item::Post(at) => (&self.posts[at as usize], &problem.posts[at as usize].need),
            Item::Course(at) => (&self.courses[at as usize], &problem.courses[at as usize].need),
        };
        if known.is_none() {
            let sets = Self::steps_of(step, self.smallest(self.reasons(need, &mut 0)));
            match step {
                Item::Post(at) => self.posts[at as usize] = Some(sets),
                Item::Course(at) => self.courses[at as usize] = Some(sets),
            }
        }
        match step {
            Item::Post(at) => self.posts[at as usize].as_ref(),
            Item::Course(at) => self.courses[at as usize].as_ref(),
        }
        .expect("filled in above")
    }

    /// The sets of steps that ways take, each once; a step is no way to itself.
    fn steps_of(of: Item, ways: Vec<Way>) -> Vec<Set> {
        let mut sets: BTreeSet<Set> = BTreeSet::new();
        for way in ways {
            let mut steps: Set = Vec::new();
            for reason in way {
                match reason {
                    Reason::Course(at) => steps.push(Item::Course(at)),
                    Reason::Work(_, posts) => steps.extend(posts.into_iter().map(Item::Post)),
                    Reason::Wait(_) => {}
                }
            }
            steps.sort_unstable();
            steps.dedup();
            if !steps.contains(&of) {
                sets.insert(steps);
            }
        }
        sets.into_iter().collect()
    }

    /// The ways to meet a need.
    fn reasons(&self, need: &Need, leaf: &mut usize) -> Vec<Way> {
        match need {
            Need::Met => vec![Vec::new()],
            Need::All(parts) => {
                let parts: Vec<Vec<Way>> = parts.iter().map(|part| self.reasons(part, leaf)).collect();
                self.every(&parts)
            }
            Need::Any(parts) => parts.iter().flat_map(|part| self.reasons(part, leaf)).collect(),
            Need::AtLeast(n, parts) => {
                let parts: Vec<Vec<Way>> = parts.iter().map(|part| self.reasons(part, leaf)).collect();
                let mut ways = Vec::new();
                for chosen in choices(parts.len(), *n) {
                    let chosen: Vec<Vec<Way>> = chosen.iter().map(|at| parts[*at].clone()).collect();
                    ways.extend(self.every(&chosen));
                }
                ways
            }
            Need::Fact(fact) => {
                *leaf += 1;
                self.fact(*fact, *leaf)
            }
            Need::Months { roles, .. } => {
                *leaf += 1;
                self.work(roles, *leaf)
            }
        }
    }

    /// One way out of each, together.
    fn every(&self, parts: &[Vec<Way>]) -> Vec<Way> {
        let mut together: Vec<Way> = vec![Vec::new()];
        for part in parts {
            let mut longer = Vec::with_capacity(together.len() * part.len());
            for start in &together {
                for way in part {
                    let mut joined = start.clone();
                    joined.extend(way.iter().cloned());
                    joined.sort();
                    joined.dedup();
                    longer.push(joined);
                }
            }
            together = self.smallest(longer);
        }
        together
    }

    fn fact(&self, fact: usize, leaf: usize) -> Vec<Way> {
        let problem = self.problem;
        let mut ways: Vec<Way> = (0..)
            .zip(&problem.courses)
            .filter(|(_, course)| course.news.contains(fact))
            .map(|(at, _)| vec![Reason::Course(at)])
            .collect();
        for (post, data) in problem.posts.iter().enumerate().filter(|(_, post)| post.facts.contains(fact)) {
            if self.may_step_on(post) && data.news.contains(fact) {
                ways.push(vec![Reason::Work(leaf, vec![narrow(post)])]);
            }
            if problem.current() == Some(post) {
                ways.push(vec![Reason::Wait(leaf)]);
            }
        }
        ways
    }

    fn work(&self, roles: &[usize], leaf: usize) -> Vec<Way> {
        let stones: Vec<u16> =
            roles.iter().filter(|post| self.may_step_on(**post)).map(|post| narrow(*post)).collect();
        let mut ways = Vec::new();
        for size in 1..self.problem.rules.max_roles {
            for chosen in choices(stones.len(), size) {
                ways.push(vec![Reason::Work(leaf, chosen.iter().map(|at| stones[*at]).collect())]);
            }
        }
        if self.problem.current().is_some_and(|post| roles.contains(&post)) {
            ways.push(vec![Reason::Wait(leaf)]);
        }
        ways
    }

    /// Drops ways that hold another way, and those that could never fit the sizes.
    fn smallest(&self, mut ways: Vec<Way>) -> Vec<Way> {
        let rules = &self.problem.rules;
        ways.retain(|way| {
            let courses = way.iter().filter(|reason| matches!(reason, Reason::Course(_))).count();
            let mut posts: Vec<u16> = way
                .iter()
                .flat_map(|reason| if let Reason::Work(_, posts) = reason { posts.as_slice() } else { &[] })
                .copied()
                .collect();
            posts.sort_unstable();
            posts.dedup();
            courses <= rules.max_courses && posts.len() < rules.max_roles.max(1)
        });
        ways.sort_by(|a, b| a.len().cmp(&b.len()).then(a.cmp(b)));
        ways.dedup();
        let mut kept: Vec<Way> = Vec::new();
        for way in ways {
            if !kept.iter().any(|smaller| smaller.iter().all(|reason| way.contains(reason))) {
                kept.push(way);
            }
        }
        kept
    }
}

/// Every choice of `n` out of `count` places, in order.
pub(super) fn choices(count: usize, n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    if n > count {
        return Vec::new();
    }
    let mut all = Vec::new();
    for last in n - 1..count {
        for mut start in choices(last, n - 1) {
            start.push(last);
            all.push(start);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::choices;

    #[test]
    fn choices_are_every_subset_once() {
        assert_eq!(choices(3, 2), [[0, 1], [0, 2], [1, 2]]);
        assert_eq!(choices(2, 3), Vec::<Vec<usize>>::new());
        assert_eq!(choices(5, 3).len(), 10);
    }
}
