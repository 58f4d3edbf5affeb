//! Every step by itself: the month it could be done by if nothing else took time or money, and what stands in its way.
//!
//! No pathway does a step sooner, so that what cannot be had here cannot be had at all.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::eligibility::{Standing, holds};
use crate::graph::{Graph, HoldingIx, Node, ProgramIx, Requirement, RoleIx, SkillLevels};
use crate::profile::Profile;
use crate::search::Limits;
use crate::search::problem::{Terms, known, programs_near, search_months, terms, unary};
use crate::search::timeline::NEVER;
use crate::units::Money;

/// What stands in the way of a step, whatever else is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// It is not taught where the person lives.
    NotOffered,
    /// It costs so much, which is over the budget.
    Budget(Money),
    /// It cannot be had before this month, which is longer than there is time.
    Months(u32),
    /// It cannot be taken beside a job, or no hours a week are left for that, and the job may not be given up.
    KeepsJob,
}

/// The steps that could be had within the limits if nothing else took time or money: no pathway takes any other.
#[must_use]
pub fn could_be_had(graph: &Graph, profile: &Profile, limits: &Limits) -> BTreeSet<Node> {
    let alone = Alone::of(graph, profile, limits);
    graph.nodes().filter(|node| alone.end(*node) <= limits.max_months).collect()
}

/// Each step by itself.
#[derive(Debug)]
pub(super) struct Alone<'a> {
    graph: &'a Graph,
    profile: &'a Profile,
    pub limits: &'a Limits,
    pub today: Standing,
    /// Per node: the month by which it could be done; `NEVER` where it cannot.
    ends: BTreeMap<Node, u32>,
    /// Per holding: the courses that give it.
    givers: Vec<Vec<Node>>,
    /// Those of them that nothing but what they ask for stands in the way of.
    open: Vec<Vec<Node>>,
    /// The programs that are taught where the person lives.
    near: BTreeSet<ProgramIx>,
}

impl<'a> Alone<'a> {
    /// Looks at every step of a graph for a person.
    pub fn of(graph: &'a Graph, profile: &'a Profile, limits: &'a Limits) -> Self {
        let nothing = vec![Vec::new(); graph.holdings()];
        let mut alone = Self {
            graph,
            profile,
            limits,
            today: Standing::today(graph, profile),
            ends: BTreeMap::new(),
            givers: nothing.clone(),
            open: nothing,
            near: programs_near(graph, profile, limits).into_iter().collect(),
        };
        let mut lengths = Vec::new();
        for node in graph.nodes() {
            let length = alone.length(node);
            for holding in graph.gives(node) {
                alone.givers[holding.at()].push(node);
                if length.is_some() {
                    alone.open[holding.at()].push(node);
                }
            }
            lengths.extend(length.map(|length| (node, length)));
        }
        loop {
            let mut changed = false;
            for (node, length) in &lengths {
                let end = alone.ready(&alone.asked(*node)).saturating_add(*length);
                if end < alone.end(*node) {
                    alone.ends.insert(*node, end);
                    changed = true;
                }
            }
            if !changed {
                return alone;
            }
        }
    }

    /// The month by which a step could be done; `NEVER` where it cannot.
    pub fn end(&self, node: Node) -> u32 {
        self.ends.get(&node).copied().unwrap_or(NEVER)
    }

    /// The months that a step takes; nothing where something stands in its way.
    fn length(&self, node: Node) -> Option<u32> {
        match node {
            Node::Role(role) => Some(self.search(role)),
            Node::Program(at) if !self.near.contains(&at) => None,
            Node::Program(_) | Node::Credential(_) => {
                let terms = self.terms(node)?;
                self.course_bars(node, &terms).is_empty().then(|| terms.shortest())
            }
        }
    }

    /// The month from which a requirement could hold; `NEVER` where it never could.
    pub fn ready(&self, requirement: &Requirement) -> u32 {
        match requirement {
            Requirement::All(parts) => parts.iter().map(|part| self.ready(part)).max().unwrap_or(0),
            Requirement::Any(parts) => parts.iter().map(|part| self.ready(part)).min().unwrap_or(NEVER),
            Requirement::AtLeast { n, of } => {
                let mut months: Vec<u32> = of.iter().map(|part| self.ready(part)).collect();
                months.sort_unstable();
                n.checked_sub(1).map_or(0, |last| months.get(last).copied().unwrap_or(NEVER))
            }
            leaf if holds(leaf, &self.today) => 0,
            Requirement::Ready { points, of } => self.points_by(*points, of, requirement),
            leaf => {
                let open = self.bringing(leaf, &self.open).into_iter();
                open.map(|way| self.by(way, leaf)).min().unwrap_or(NEVER)
            }
        }
    }

    /// What a node asks of the person: less in its months and readiness where a job outside the graph is related to it.
    pub fn asked(&self, node: Node) -> Cow<'a, Requirement> {
        let asked = self.graph.requirement(node);
        let Node::Role(role) = node else { return Cow::Borrowed(asked) };
        let related = self.profile.related(self.graph, role);
        if !related.is_any {
            return Cow::Borrowed(asked);
        }
        let share = known(&self.graph.method.related_readiness);
        // what is missing can be waited for in the job of today
        let more = if related.goes_on { self.limits.max_months } else { 0 };
        Cow::Owned(asked.ready_at_most(share).months_less(related.months + more))
    }

    /// The fewest months that being hired takes.
    fn search(&self, role: RoleIx) -> u32 {
        let [experienced, newcomer] = search_months(self.graph, self.profile, role);
        experienced.min(newcomer)
    }

    /// The month by which steps that help bring so many points together.
    fn points_by(&self, points: u32, of: &SkillLevels, leaf: &Requirement) -> u32 {
        let levels = |node: Node| match node {
            Node::Role(role) => unary(of, |skill| level(&self.graph.roles[role.at()].skills, skill)),
            course => self.graph.gives(course).into_iter().fold(0, |have, holding| {
                have | unary(of, |skill| level(self.graph.holding(holding).skills(), skill))
            }),
        };
        let ways = self.bringing(leaf, &self.open).into_iter();
        let mut coming: Vec<(u32, u128)> = ways.map(|way| (self.by(way, leaf), levels(way))).collect();
        coming.retain(|(month, _)| *month != NEVER);
        coming.sort_unstable();
        let mut have = unary(of, |skill| self.today.skills[skill]);
        let enough = coming.into_iter().find(|(_, gives)| {
            have |= gives;
            have.count_ones() >= points
        });
        enough.map_or(NEVER, |(month, _)| month)
    }

    /// The steps that would bring what a leaf asks for: courses, then roles.
    pub fn ways(&self, leaf: &Requirement) -> Vec<Node> {
        self.bringing(leaf, &self.givers)
    }

    /// Those of some courses that give holdings, and of all roles, that would bring what a leaf asks for.
    fn bringing(&self, leaf: &Requirement, givers: &[Vec<Node>]) -> Vec<Node> {
        let holdings = (0..).map(HoldingIx).zip(givers);
        let met = holdings.filter(|(holding, _)| self.graph.holding_meets(*holding, leaf));
        let mut ways: Vec<Node> = met.flat_map(|(_, givers)| givers.iter().copied()).collect();
        ways.sort_unstable();
        ways.dedup();
        let roles = (0..).map(RoleIx).take(self.graph.roles.len());
        ways.extend(roles.filter(|role| self.graph.role_meets(*role, leaf)).map(Node::Role));
        ways
    }

    /// The month by which a step brings what a leaf asks for.
    pub fn by(&self, node: Node, leaf: &Requirement) -> u32 {
        let Node::Role(role) = node else { return self.end(node) };
        let begin = if self.profile.current == Some(role) { 0 } else { self.end(node) };
        begin.saturating_add(self.held_for(role, leaf))
    }

    /// The months that a role has to be held to bring what a leaf asks for.
    fn held_for(&self, role: RoleIx, leaf: &Requirement) -> u32 {
        match leaf {
            Requirement::Months { months, roles } => {
                let has = self.today.worked(roles);
                months.saturating_sub(has)
            }
            _ => self.graph.proficient_months().saturating_sub(self.today.months[role.at()]),
        }
    }

    /// What stands in the way of a step that would bring what a leaf asks for, were all that it asks for met.
    pub fn bars(&self, node: Node, leaf: &Requirement) -> Vec<Bar> {
        match node {
            Node::Role(role) => {
                let current = self.profile.current == Some(role);
                let hire = if current { 0 } else { self.search(role) };
                self.too_long(hire + self.held_for(role, leaf)).into_iter().collect()
            }
            Node::Program(_) | Node::Credential(_) => {
                self.terms(node).map_or(Vec::new(), |terms| self.course_bars(node, &terms))
            }
        }
    }

    fn terms(&self, node: Node) -> Option<Terms> {
        let is_course = !matches!(node, Node::Role(_));
        is_course.then(|| terms(self.graph, node, self.profile, self.limits))
    }

    fn course_bars(&self, node: Node, terms: &Terms) -> Vec<Bar> {
        let away = match node {
            Node::Program(at) => !self.near.contains(&at),
            Node::Role(_) | Node::Credential(_) => false,
        };
        let cost = Money::from_cents(terms.cost);
        let dear = self.limits.budget.is_some_and(|budget| cost > budget);
        let time = match terms.full_time.or(terms.alongside) {
            None => Some(Bar::KeepsJob),
            Some(_) => self.too_long(terms.shortest()),
        };
        let here = away.then_some(Bar::NotOffered);
        here.into_iter().chain(dear.then_some(Bar::Budget(cost))).chain(time).collect()
    }

    fn too_long(&self, months: u32) -> Option<Bar> {
        (months > self.limits.max_months).then_some(Bar::Months(months))
    }
}

fn level(levels: &SkillLevels, skill: usize) -> u8 {
    levels.iter().find(|(known, _)| known.at() == skill).map_or(0, |(_, level)| *level)
}
