//! What must already be so before a step can start, so that the step cannot be what brings it.
//!
//! A fact is implied by a need if every way to meet the need makes it true: the greatest solution of "all parts
//! together, what alternatives have in common", as with dominators in a flow graph.

use std::collections::BTreeSet;

use super::bits::Bits;
use super::need::Need;
use super::problem::Problem;

/// Facts that are true together.
type Facts = BTreeSet<usize>;

/// Takes from every course and role the facts that are always true before it starts: it may still make them true, but
/// nobody needs it for them.
pub(super) fn keep_news(problem: &mut Problem<'_>) {
    let all: Facts = (0..problem.facts).collect();
    let mut courses = vec![all.clone(); problem.courses.len()];
    let mut posts = vec![all; problem.posts.len()];
    loop {
        let implied = Implied { problem, courses: &courses, posts: &posts };
        let next_courses: Vec<Facts> =
            problem.courses.iter().map(|course| implied.by(&course.need)).collect();
        let next_posts: Vec<Facts> = problem.posts.iter().map(|post| implied.by(&post.need)).collect();
        let settled = next_courses == courses && next_posts == posts;
        courses = next_courses;
        posts = next_posts;
        if settled {
            break;
        }
    }
    for (course, before) in problem.courses.iter_mut().zip(&courses) {
        course.news = course.facts.iter().filter(|fact| !before.contains(fact)).collect();
    }
    for (post, before) in problem.posts.iter_mut().zip(&posts) {
        post.news = post.facts.iter().filter(|fact| !before.contains(fact)).collect();
    }
}

struct Implied<'s> {
    problem: &'s Problem<'s>,
    /// What is true before each course and role starts.
    courses: &'s [Facts],
    posts: &'s [Facts],
}

impl Implied<'_> {
    fn by(&self, need: &Need) -> Facts {
        match need {
            Need::Met => Facts::new(),
            Need::All(parts) => parts.iter().flat_map(|part| self.by(part)).collect(),
            Need::Any(parts) => shared(parts.iter().map(|part| self.by(part))),
            Need::AtLeast(n, parts) => {
                let by_part: Vec<Facts> = parts.iter().map(|part| self.by(part)).collect();
                let every: Facts = by_part.iter().flatten().copied().collect();
                // a fact that at most n - 1 parts lack cannot be missed by n of them
                every
                    .into_iter()
                    .filter(|fact| by_part.iter().filter(|part| !part.contains(fact)).count() < *n)
                    .collect()
            }
            Need::Fact(fact) => {
                let mut facts = self.before_fact(*fact);
                facts.insert(*fact);
                facts
            }
            Need::Months { needs, before, roles } => self.by_work(needs - before, roles),
        }
    }

    /// What is true once some course or role has brought a fact.
    fn before_fact(&self, fact: usize) -> Facts {
        let problem = self.problem;
        let with = |brought: &Bits, before: &Facts| before.iter().copied().chain(brought.iter()).collect();
        let studied = problem.courses.iter().zip(self.courses);
        let studied = studied
            .filter(|(course, _)| course.facts.contains(fact))
            .map(|(course, before)| with(&course.facts, before));
        let practised = problem.posts.iter().zip(self.posts).enumerate();
        let practised =
            practised.filter(|(_, (post, _))| post.facts.contains(fact)).map(|(at, (post, before))| {
                if problem.current() == Some(at) {
                    with(&post.facts, &Facts::new())
                } else {
                    with(&post.facts, before)
                }
            });
        shared(studied.chain(practised))
    }

    /// What is true once so many more months are worked in some roles.
    fn by_work(&self, more: u32, roles: &Bits) -> Facts {
        let problem = self.problem;
        let here = problem.current().is_some_and(|current| roles.contains(current));
        let held = roles.iter().count().min(problem.rules.max_roles) + usize::from(here);
        let proficient = u64::from(more) >= u64::from(problem.proficient) * held as u64;
        shared(roles.iter().map(|role| {
            let entered =
                if problem.current() == Some(role) { Facts::new() } else { self.posts[role].clone() };
            let learnt = problem.posts[role].facts.iter().filter(|_| proficient);
            entered.into_iter().chain(learnt).collect()
        }))
    }
}

/// What all of them have; nothing where there are none.
fn shared(sets: impl Iterator<Item = Facts>) -> Facts {
    sets.reduce(|one, other| one.intersection(&other).copied().collect()).unwrap_or_default()
}
