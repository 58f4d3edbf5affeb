//! What must already be so before a step can start, so that the step cannot be what brings it.
//!
//! A fact is implied by a need if every way to meet the need makes it true: the greatest solution of "all parts
//! together, what alternatives have in common", as with dominators in a flow graph.

use super::bits::Bits;
use super::need::Need;
use super::problem::Problem;

/// Takes from every course and role the facts that are always true before it starts: it may still make them true, but
/// nobody needs it for them.
pub(super) fn keep_news(problem: &mut Problem<'_>) {
    let steps = problem.steps();
    let facts = problem.facts;
    let all: Bits = (0..facts).collect();
    let mut implied = Implied {
        problem,
        facts,
        by_fact: steps.by_fact(facts),
        brought: (0..steps.count()).map(|place| steps.facts(place).clone()).collect(),
        before: vec![all; steps.count()],
    };
    loop {
        let next: Vec<Bits> = (0..steps.count()).map(|place| implied.by(steps.need(place))).collect();
        if next == implied.before {
            break;
        }
        implied.before = next;
    }
    let mut before = implied.before.into_iter();
    for post in &mut problem.posts {
        post.news = post.facts.without(&before.next().expect("one for each step"));
    }
    for (course, before) in problem.courses.iter_mut().zip(before) {
        course.news = course.facts.without(&before);
    }
}

struct Implied<'s, 'a> {
    problem: &'s Problem<'a>,
    facts: usize,
    /// Per fact: the places of the steps that bring it.
    by_fact: Vec<Vec<usize>>,
    /// Per step: the facts that it brings.
    brought: Vec<Bits>,
    /// Per step: what is true before it starts.
    before: Vec<Bits>,
}

impl Implied<'_, '_> {
    fn by(&self, need: &Need) -> Bits {
        match need {
            Need::Met => Bits::default(),
            Need::All(parts) => parts.iter().fold(Bits::default(), |mut all, part| {
                all.extend(&self.by(part));
                all
            }),
            Need::Any(parts) => shared(parts.iter().map(|part| self.by(part))),
            Need::AtLeast(n, parts) => {
                let by_part: Vec<Bits> = parts.iter().map(|part| self.by(part)).collect();
                // a fact that at most n - 1 parts lack cannot be missed by n of them
                let lack = |fact: usize| by_part.iter().filter(|part| !part.contains(fact)).count();
                (0..self.facts).filter(|fact| lack(*fact) < (*n).min(parts.len())).collect()
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
    fn before_fact(&self, fact: usize) -> Bits {
        shared(self.by_fact[fact].iter().map(|from| {
            let mut facts = self.brought[*from].clone();
            // the job of today was entered without a word
            if self.problem.current() != Some(*from) {
                facts.extend(&self.before[*from]);
            }
            facts
        }))
    }

    /// What is true once so many more months are worked in some roles.
    fn by_work(&self, more: u32, roles: &Bits) -> Bits {
        let problem = self.problem;
        let here = problem.current().is_some_and(|current| roles.contains(current));
        let held = roles.iter().count().min(problem.rules.max_roles) + usize::from(here);
        let proficient = u64::from(more) >= u64::from(problem.proficient) * held as u64;
        shared(roles.iter().map(|role| {
            let mut facts =
                if problem.current() == Some(role) { Bits::default() } else { self.before[role].clone() };
            if proficient {
                facts.extend(&self.brought[role]);
            }
            facts
        }))
    }
}

/// What all of them have; nothing where there are none.
fn shared(sets: impl Iterator<Item = Bits>) -> Bits {
    let both = |mut one: Bits, other: Bits| {
        one.keep(&other);
        one
    };
    sets.reduce(both).unwrap_or_default()
}
