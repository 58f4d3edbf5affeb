//! A person in a graph, compiled for searching: what is open today is settled, the rest is numbered.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::chains::users_first;
use super::courses::{Course, credential_course, offered, program_course, upkeep, whole};
use super::feeding::{Feeding, Steps};
use super::gates::{Gates, Leaves};
use super::item::Item;
use super::limits::Limits;
use super::members::MOST;
use super::need::{Facts, Need};
use super::twins::{drop_beaten, twins};
use super::{Choices, MOST_CHOICES, MOST_FLOORS, MOST_STEPS, Rules};
use crate::eligibility::{Standing, proficient_months};
use crate::graph::{CredentialIx, Graph, Node, RoleIx};
use crate::profile::Profile;
use crate::wages::PayBook;

/// A role as the search sees it.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub need: Need,
    pub hire: u32,
    pub before: u32,
    /// Facts that proficiency in it brings.
    pub facts: Bits,
    /// Those of them that are not always true before it is entered.
    pub news: Bits,
}

/// A person in a graph with pay, rules and limits.
#[derive(Debug, Clone)]
pub struct Problem<'a> {
    /// The graph.
    pub graph: &'a Graph,
    /// The person.
    pub profile: &'a Profile,
    /// Pay in the person's region.
    pub pay: &'a PayBook,
    /// Sizes and horizon.
    pub rules: Rules,
    /// The limits in force.
    pub limits: Limits,
    /// What is left out and insisted on.
    pub choices: Choices,
    pub(super) posts: Vec<Post>,
    pub(super) courses: Vec<Course>,
    /// How many facts are numbered.
    pub(super) facts: usize,
    feeding: Feeding,
    /// Per course: those that may stand in for it.
    twins: Vec<Vec<u16>>,
    pub(super) proficient: u32,
    pub(super) field_before: u32,
    /// Upkeep of credentials held today: amount and period.
    pub(super) upkeep_today: Vec<(Option<i64>, u32)>,
}

impl<'a> Problem<'a> {
    /// Compiles a person in a graph.
    ///
    /// # Panics
    /// If the rules let a pathway have more than 16 steps.
    #[must_use]
    pub fn new(
        graph: &'a Graph,
        profile: &'a Profile,
        pay: &'a PayBook,
        rules: Rules,
        limits: Limits,
    ) -> Self {
        Self::choosing(graph, profile, pay, rules, limits, &Choices::default())
    }

    /// Compiles a person in a graph with some steps left out and some insisted on.
    ///
    /// # Panics
    /// If the rules let a pathway have more than 16 steps.
    #[must_use]
    pub fn choosing(
        graph: &'a Graph,
        profile: &'a Profile,
        pay: &'a PayBook,
        rules: Rules,
        limits: Limits,
        choices: &Choices,
    ) -> Self {
        assert!(rules.max_roles.max(1) + rules.max_courses <= MOST, "a pathway has at most {MOST} steps");
        let today = Standing::today(graph, profile);
        let mut facts = Facts { today: &today, numbers: BTreeMap::new() };
        let mut posts: Vec<Post> = (0..)
            .map(RoleIx)
            .zip(&graph.roles)
            .map(|(ix, role)| Post {
                need: if choices.exclude.contains(&Node::Role(ix)) {
                    Need::Any(Vec::new())
                } else {
                    facts.need(&role.entry.value)
                },
                hire: whole(role.hire_months.known()),
                before: today.months[ix.at()],
                facts: Bits::default(),
                news: Bits::default(),
            })
            .collect();
        let programs = offered(graph, profile, &limits).into_iter();
        let mut courses: Vec<Course> =
            programs.map(|at| program_course(graph, at, profile, &limits, &mut facts)).collect();
        for (at, _) in (0..).map(CredentialIx).zip(&graph.credentials) {
            courses.push(credential_course(graph, at, profile, &limits, &mut facts));
        }
        for course in &mut courses {
            course.alongside = course.alongside.filter(|months| *months <= limits.max_months);
        }
        courses.retain(|course| {
            let held = course.gives.iter().all(|holding| today.holdings[holding.at()]);
            let possible = course.full_time.or(course.alongside).is_some();
            let wanted = !choices.exclude.contains(&course.node);
            wanted
                && possible
                && !held
                && limits.budget.is_none_or(|budget| course.cost_at_least <= budget.cents())
        });
        drop_beaten(&mut courses, &choices.require);
        for (key, number) in &facts.numbers {
            let leaf = key.leaf();
            for course in &mut courses {
                if course.gives.iter().any(|holding| graph.holding_meets(*holding, &leaf)) {
                    course.facts.insert(*number);
                }
            }
            for (role, post) in (0..).map(RoleIx).zip(&mut posts) {
                if graph.role_meets(role, &leaf) {
                    post.facts.insert(*number);
                }
            }
        }
        let upkeep_today = graph
            .credentials
            .iter()
            .enumerate()
            .filter(|(at, _)| today.holdings[graph.awards.len() + at])
            .flat_map(|(_, credential)| upkeep(credential))
            .collect();
        let mut problem = Self {
            graph,
            profile,
            pay,
            rules,
            limits,
            choices: choices.clone(),
            posts,
            courses,
            facts: facts.numbers.len(),
            feeding: Feeding::default(),
            twins: Vec::new(),
            proficient: proficient_months(graph),
            field_before: profile.months_in_field(),
            upkeep_today,
        };
        if !problem.too_large() {
            super::implied::keep_news(&mut problem);
            users_first(&mut problem);
            problem.settle();
        }
        problem
    }

    /// Whether there are more steps to search among than can be gone through.
    #[must_use]
    pub fn too_large(&self) -> bool {
        self.steps_within_reach() > MOST_STEPS
    }

    /// How many roles and courses there are to search among.
    #[must_use]
    pub const fn steps_within_reach(&self) -> usize {
        self.posts.len() + self.courses.len()
    }

    /// The most roles on the way to a target that are looked at: fewer than the rules allow where there would be too many
    /// choices of them.
    pub(super) fn on_the_way(&self) -> usize {
        let listed = self.graph.roles.iter().filter(|role| role.listed).count();
        let most = MOST_CHOICES.min(MOST_FLOORS / self.steps_within_reach().max(1));
        let (mut all, mut last, mut size) = (1_usize, 1_usize, 0);
        while size + 1 < self.rules.max_roles {
            // one more role: so many choices of the last size, times what is left, over the size
            last = last.saturating_mul(listed.saturating_sub(size)) / (size + 1);
            all = all.saturating_add(last);
            if all > most {
                break;
            }
            size += 1;
        }
        size
    }

    /// Whether one step could help to meet the need of another.
    pub(super) fn feeds(&self, from: Item, to: Item) -> bool {
        self.feeding.feeds(self.place(from), self.place(to))
    }

    /// Whether a role could help to meet the need of some course.
    pub(super) fn helps_courses(&self, post: usize) -> bool {
        self.feeding.fed_until(post) > 0
    }

    /// The place of a step among posts, then courses.
    pub(super) fn place(&self, step: Item) -> usize {
        match step {
            Item::Post(post) => usize::from(post),
            Item::Course(course) => self.posts.len() + usize::from(course),
        }
    }

    /// Settles what the steps bring each other, and what may stand in for what.
    fn settle(&mut self) {
        self.feeding = Feeding::of(self.steps(), self.facts, self.current());
        self.twins = twins(&self.courses);
        // nothing stands in for what is insisted on
        for (twins, course) in self.twins.iter_mut().zip(&self.courses) {
            if self.choices.require.contains(&course.node) {
                twins.clear();
            }
        }
    }

    /// All steps as one list.
    pub(super) fn steps(&self) -> Steps<'_> {
        Steps { posts: &self.posts, courses: &self.courses }
    }

    /// The courses that may help a step, directly or by helping another course that does.
    pub(super) fn helpers(&self, of: Item) -> &Bits {
        self.feeding.helpers(self.place(of))
    }

    /// The end of the courses that a step could help.
    pub(super) fn fed_until(&self, step: Item) -> usize {
        self.feeding.fed_until(self.place(step))
    }

    /// The courses that may stand in for one.
    pub(super) fn twins(&self, of: u16) -> &[u16] {
        &self.twins[usize::from(of)]
    }

    /// The leaves of the second's need that the first brings or works for.
    pub(super) fn gives(&self, from: Item, to: Item) -> Leaves {
        self.feeding.gives(self.place(from), self.place(to))
    }

    /// The steps that bring a leaf of a step's need, or work for it.
    pub(super) fn bringers(&self, of: Item, leaf: usize) -> &[Item] {
        self.feeding.bringers(self.place(of), leaf)
    }

    /// The steps whose needs a step brings some leaf of, or works for.
    pub(super) fn helped(&self, by: Item) -> &[Item] {
        self.feeding.helped(self.place(by))
    }

    /// The need of a step.
    pub(super) fn gates(&self, of: Item) -> &Gates {
        self.feeding.gates(self.place(of))
    }

    /// The leaves of a step's need that the job of today and courses from a place on bring in time.
    pub(super) fn to_come(&self, of: Item, from: usize) -> Leaves {
        self.feeding.to_come(self.place(of), from)
    }

    /// The role held today, as a place in `posts`.
    pub(super) fn current(&self) -> Option<usize> {
        self.profile.current.map(RoleIx::at)
    }
}
