//! Requirements as a person meets them: what holds today is settled, and so is what can never be.

use super::start::Starting;
use crate::graph::{Condition, Graph, Node, Requirement, RoleIx, SkillLevels, Tree};
use crate::profile::Related;

/// A requirement with what holds today settled.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::search) enum Need {
    /// It holds today, and goes on to.
    Met,
    /// It can never hold.
    Never,
    /// Every one of these.
    All(Vec<Need>),
    /// At least one of these.
    Any(Vec<Need>),
    /// At least so many of these.
    AtLeast(usize, Vec<Need>),
    /// A fact that a course, or proficiency in a job, brings: the number of its condition.
    Fact(usize),
    /// Months in the roles of a condition, more than today.
    Months {
        /// The number of the condition.
        condition: usize,
        /// Whether months in the job outside the graph count too.
        outside: bool,
    },
    /// So many points of the skills of a condition.
    Ready {
        /// The number of the condition.
        condition: usize,
        /// How many points.
        points: u32,
    },
}

impl Need {
    /// All of some, settled where that can be.
    fn all(parts: Vec<Self>) -> Self {
        if parts.contains(&Self::Never) {
            return Self::Never;
        }
        let mut parts: Vec<Self> = parts.into_iter().filter(|part| *part != Self::Met).collect();
        match parts.len() {
            0 => Self::Met,
            1 => parts.remove(0),
            _ => Self::All(parts),
        }
    }

    /// One of some, settled where that can be.
    fn any(parts: Vec<Self>) -> Self {
        if parts.contains(&Self::Met) {
            return Self::Met;
        }
        let mut parts: Vec<Self> = parts.into_iter().filter(|part| *part != Self::Never).collect();
        match parts.len() {
            0 => Self::Never,
            1 => parts.remove(0),
            _ => Self::Any(parts),
        }
    }

    /// So many of some, settled where that can be.
    fn at_least(n: usize, parts: Vec<Self>) -> Self {
        let met = parts.iter().filter(|part| **part == Self::Met).count();
        let left: Vec<Self> =
            parts.into_iter().filter(|part| !matches!(part, Self::Met | Self::Never)).collect();
        match n.saturating_sub(met) {
            0 => Self::Met,
            n if n > left.len() => Self::Never,
            1 => Self::any(left),
            n if n == left.len() => Self::all(left),
            n => Self::AtLeast(n, left),
        }
    }
}

/// Compiles the requirements of nodes for a person.
pub(super) struct Compiler<'c> {
    pub starting: &'c Starting<'c>,
    /// Per condition: whether it holds today.
    pub met: &'c [bool],
}

impl<'c> Compiler<'c> {
    /// The requirement of a node, with what jobs outside the graph count for it.
    pub fn need(&self, node: Node, related: Related) -> Need {
        self.tree(self.starting.graph.tree(node), related)
    }

    /// The conditions that do not hold today, by number.
    pub fn unmet(&self) -> impl Iterator<Item = (usize, &'c Condition)> + '_ {
        let all = self.starting.graph.conditions().iter().enumerate();
        all.filter(|(number, _)| !self.met[*number])
    }

    /// Whether a role may ever be worked in from today on: held today, or entered.
    fn may_be_held(&self, role: RoleIx) -> bool {
        self.starting.profile.current == Some(role) || self.starting.graph.roles[role.at()].listed
    }

    fn tree(&self, tree: &Tree, related: Related) -> Need {
        let each = |parts: &[Tree]| parts.iter().map(|part| self.tree(part, related)).collect();
        match tree {
            Tree::All(parts) => Need::all(each(parts)),
            Tree::Any(parts) => Need::any(each(parts)),
            Tree::AtLeast(n, parts) => Need::at_least(*n, each(parts)),
            Tree::Condition(number) => self.leaf(*number as usize, related),
        }
    }

    fn leaf(&self, condition: usize, related: Related) -> Need {
        if self.met[condition] {
            return Need::Met;
        }
        let (graph, today) = (self.starting.graph, &self.starting.today);
        match &graph.conditions()[condition].asked {
            Requirement::Months { months, roles } => {
                let outside = related.goes_on;
                let is_full = today.worked(roles) + related.months >= *months;
                let possible = outside || roles.iter().any(|role| self.may_be_held(*role));
                match (is_full, possible) {
                    (true, _) => Need::Met,
                    (_, false) => Need::Never,
                    _ => Need::Months { condition, outside },
                }
            }
            Requirement::Ready { points, of } => {
                let most = if related.is_any { points_for_related(graph, of) } else { *points };
                let points = most.min(*points);
                let has = unary(of, |skill| today.skills[skill]).count_ones();
                if has >= points { Need::Met } else { Need::Ready { condition, points } }
            }
            _ => Need::Fact(condition),
        }
    }
}

/// The most points that readiness asks of people from a related occupation.
fn points_for_related(graph: &Graph, of: &SkillLevels) -> u32 {
    let share = graph.method.related_readiness.known().expect("the check proved it known");
    match Requirement::ready(share, of) {
        Requirement::Ready { points, .. } => points,
        _ => 0,
    }
}

/// Levels of some skills in unary: for each skill as many bits as are asked, the lowest of them set. How many are set in
/// several of these joined is how many points they have together.
pub(in crate::search) fn unary(of: &SkillLevels, level: impl Fn(usize) -> u8) -> u128 {
    let (mut bits, mut at) = (0, 0);
    for (skill, asked) in of {
        for point in 0..*asked {
            if point < level(skill.at()) {
                bits |= 1 << at;
            }
            at += 1;
        }
    }
    bits
}
