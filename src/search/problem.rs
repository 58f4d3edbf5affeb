//! A person in a graph, compiled for searching: what is open today is settled, the rest is numbered.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::chains::{helpers, users_first};
use super::courses::{Course, credential_course, offered, program_course, upkeep, whole};
use super::gates::{Gates, Leaves};
use super::item::{Item, item, narrow};
use super::limits::Limits;
use super::members::MOST;
use super::need::{Facts, Need};
use super::twins::twins;
use super::{Choices, MOST_CHOICES, MOST_STEPS, Rules};
use crate::eligibility::{Standing, proficient_months};
use crate::graph::{CredentialIx, Graph, Node, ProgramIx, RoleIx};
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
    pub rank: u32,
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
    /// For every two steps, posts then courses: whether the first could help the second.
    feeds: Vec<bool>,
    /// For every two steps: the leaves of the second's need that the first brings or works for.
    gives: Vec<Leaves>,
    /// Per step: its need.
    gates: Vec<Gates>,
    /// Per step, per place of a course: the leaves of its need that this course, those after it and the job of today
    /// bring in time.
    to_come: Vec<Vec<Leaves>>,
    /// Per step, posts then courses: the courses that may help it, directly or through others.
    helpers: Vec<Bits>,
    /// Per step, posts then courses: the end of the courses that it could help.
    fed_until: Vec<usize>,
    /// Per step, per leaf of its need: the steps that bring it or work for it.
    bringers: Vec<Vec<Vec<Item>>>,
    /// Per step: those whose needs it brings some leaf of, or works for.
    helped: Vec<Vec<Item>>,
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
        let ranks = ranks(graph);
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
                rank: ranks[&Node::Role(ix)],
            })
            .collect();
        let mut courses = Vec::new();
        for (at, program) in (0..).map(ProgramIx).zip(&graph.programs) {
            if offered(graph, program, profile, &limits) {
                let rank = ranks[&Node::Program(at)];
                courses.push(program_course(graph, at, profile, &limits, &mut facts, rank));
            }
        }
        for (at, _) in (0..).map(CredentialIx).zip(&graph.credentials) {
            courses.push(credential_course(
                graph,
                at,
                profile,
                &limits,
                &mut facts,
                ranks[&Node::Credential(at)],
            ));
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
            feeds: Vec::new(),
            gives: Vec::new(),
            gates: Vec::new(),
            to_come: Vec::new(),
            helpers: Vec::new(),
            fed_until: Vec::new(),
            bringers: Vec::new(),
            helped: Vec::new(),
            twins: Vec::new(),
            proficient: proficient_months(graph),
            field_before: profile.months_in_field(),
            upkeep_today,
        };
        if !problem.too_large() {
            super::implied::keep_news(&mut problem);
            users_first(&mut problem);
            problem.settle_feeds();
        }
        problem
    }

    /// Whether there is too much to search among: more steps, or choices of roles on the way, than can be gone through.
    #[must_use]
    pub fn too_large(&self) -> bool {
        let listed = self.graph.roles.iter().filter(|role| role.listed).count();
        let mut choices = vec![1usize];
        for size in 1..self.rules.max_roles.max(1) {
            // one more role: so many ways of the last size, times what is left, over the size
            let last = choices[size - 1];
            choices.push(last.saturating_mul(listed.saturating_sub(size - 1)) / size);
        }
        let choices = choices.into_iter().fold(0, usize::saturating_add);
        self.posts.len() + self.courses.len() > MOST_STEPS || choices > MOST_CHOICES
    }

    /// Whether one step could help to meet the need of another.
    pub(super) fn feeds(&self, from: Item, to: Item) -> bool {
        let steps = self.posts.len() + self.courses.len();
        self.feeds[self.place(from) * steps + self.place(to)]
    }

    /// The place of a step among posts, then courses.
    pub(super) fn place(&self, step: Item) -> usize {
        match step {
            Item::Post(post) => usize::from(post),
            Item::Course(course) => self.posts.len() + usize::from(course),
        }
    }

    /// Settles for every two steps whether one could help the other.
    fn settle_feeds(&mut self) {
        let count = |n: usize| 0..u16::try_from(n).expect("the check counted");
        let posts = count(self.posts.len()).map(Item::Post);
        let steps: Vec<Item> = posts.chain(count(self.courses.len()).map(Item::Course)).collect();
        let every = steps.iter().flat_map(|from| steps.iter().map(|to| self.could_feed(*from, *to)));
        self.feeds = every.collect();
        self.helpers = helpers(self, &steps);
        let end = |step: &Item| {
            let courses = (1..).zip(&steps[self.posts.len()..]);
            courses.filter(|(_, course)| self.feeds(*step, **course)).map(|(end, _)| end).last().unwrap_or(0)
        };
        self.fed_until = steps.iter().map(end).collect();
        self.twins = twins(&self.courses);
        // nothing stands in for what is insisted on
        for (twins, course) in self.twins.iter_mut().zip(&self.courses) {
            if self.choices.require.contains(&course.node) {
                twins.clear();
            }
        }
        self.gates = steps.iter().map(|step| Gates::of(self.need(*step))).collect();
        let every = steps.iter().flat_map(|from| steps.iter().map(|to| self.leaves_from(*from, *to)));
        self.gives = every.collect();
        let leaf = |to: &Item, at: usize| {
            let from = steps.iter().copied();
            from.filter(|from| self.gives(*from, *to) & (1 << at) != 0).collect()
        };
        let leaves = |to: &Item| (0..self.gates(*to).leaves.len()).map(|at| leaf(to, at)).collect();
        self.bringers = steps.iter().map(leaves).collect();
        let helped = |from: &Item| {
            let to = steps.iter().copied();
            to.filter(|to| self.gives(*from, *to) != 0).collect()
        };
        self.helped = steps.iter().map(helped).collect();
        let to_come = |to: &Item| {
            let today = self.current().map_or(0, |post| self.gives(item(post), *to));
            let mut sums = vec![today; self.courses.len() + 1];
            for at in (0..self.courses.len()).rev() {
                sums[at] = sums[at + 1] | self.gives(Item::Course(narrow(at)), *to);
            }
            sums
        };
        self.to_come = steps.iter().map(to_come).collect();
    }

    /// Whether one step could help to meet the need of another, as the needs have it: by what is not always so before it.
    pub(super) fn could_feed(&self, from: Item, to: Item) -> bool {
        let news = match from {
            Item::Post(post) => &self.posts[usize::from(post)].news,
            Item::Course(course) => &self.courses[usize::from(course)].news,
        };
        self.need(to).mentions(&|leaf| meets(from, news, leaf))
    }

    /// The need of a step.
    pub(super) fn need(&self, of: Item) -> &Need {
        match of {
            Item::Post(post) => &self.posts[post as usize].need,
            Item::Course(course) => &self.courses[course as usize].need,
        }
    }

    /// The courses that may help a step, directly or by helping another course that does.
    pub(super) fn helpers(&self, of: Item) -> &Bits {
        &self.helpers[self.place(of)]
    }

    /// The end of the courses that a step could help.
    pub(super) fn fed_until(&self, step: Item) -> usize {
        self.fed_until[self.place(step)]
    }

    /// The courses that may stand in for one.
    pub(super) fn twins(&self, of: u16) -> &[u16] {
        &self.twins[usize::from(of)]
    }

    /// The leaves of the second's need that the first brings or works for.
    fn leaves_from(&self, from: Item, to: Item) -> Leaves {
        let facts = match from {
            Item::Post(post) => &self.posts[usize::from(post)].facts,
            Item::Course(course) => &self.courses[usize::from(course)].facts,
        };
        let leaves = &self.gates(to).leaves;
        let met = leaves.iter().enumerate().filter(|(_, leaf)| meets(from, facts, leaf));
        met.map(|(at, _)| 1 << at).sum()
    }

    /// The leaves of the second's need that the first brings or works for.
    pub(super) fn gives(&self, from: Item, to: Item) -> Leaves {
        let steps = self.posts.len() + self.courses.len();
        self.gives[self.place(from) * steps + self.place(to)]
    }

    /// The steps that bring a leaf of a step's need, or work for it.
    pub(super) fn bringers(&self, of: Item, leaf: usize) -> &[Item] {
        &self.bringers[self.place(of)][leaf]
    }

    /// The steps whose needs a step brings some leaf of, or works for.
    pub(super) fn helped(&self, by: Item) -> &[Item] {
        &self.helped[self.place(by)]
    }

    /// The need of a step.
    pub(super) fn gates(&self, of: Item) -> &Gates {
        &self.gates[self.place(of)]
    }

    /// The leaves of a step's need that the job of today and courses from a place on bring in time.
    pub(super) fn to_come(&self, of: Item, from: usize) -> Leaves {
        self.to_come[self.place(of)][from.min(self.courses.len())]
    }

    /// The role held today, as a place in `posts`.
    pub(super) fn current(&self) -> Option<usize> {
        self.profile.current.map(RoleIx::at)
    }
}

/// Whether a step that brings some facts meets a leaf, or works for it.
fn meets(step: Item, facts: &Bits, leaf: &Need) -> bool {
    match (leaf, step) {
        (Need::Fact(fact), _) => facts.contains(*fact),
        (Need::Months { roles, .. }, Item::Post(post)) => roles.contains(usize::from(post)),
        _ => false,
    }
}

/// The place of every node in the order of all ids, kinds apart where ids are the same.
fn ranks(graph: &Graph) -> BTreeMap<Node, u32> {
    let mut nodes: Vec<Node> = graph.nodes().collect();
    nodes.sort_by(|a, b| graph.names(*a).id.cmp(&graph.names(*b).id).then(a.cmp(b)));
    nodes.into_iter().zip(0..).collect()
}
