//! What leads to what, and what nobody can reach: both follow from the requirements alone.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Graph, Node, Requirement, RoleIx, SkillIx};
use crate::units::Education;

/// Groups the places of a list that tells for each where it leads, so that whatever a place leads to comes before it or in
/// its own group; those of a group lead to each other.
#[must_use]
pub fn ends_first(leads: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut edges = DiGraph::<usize, ()>::new();
    let nodes: Vec<NodeIndex> = (0..leads.len()).map(|at| edges.add_node(at)).collect();
    for (from, led) in leads.iter().enumerate() {
        for to in led.iter().filter(|to| **to != from) {
            edges.add_edge(nodes[from], nodes[*to], ());
        }
    }
    // what it gives is in the reverse of a topological order
    let groups = tarjan_scc(&edges).into_iter();
    groups.map(|group| group.into_iter().map(|node| edges[node]).collect()).collect()
}

/// A condition that some requirements name, by its number.
type Named = usize;

/// A requirement over numbered conditions.
enum Need {
    All(Vec<Need>),
    Any(Vec<Need>),
    AtLeast(usize, Vec<Need>),
    Named(Named),
}

impl Need {
    /// Whether it can be met where some conditions can.
    fn met(&self, open: &[bool]) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.met(open)),
            Self::Any(parts) => parts.iter().any(|part| part.met(open)),
            Self::AtLeast(n, parts) => parts.iter().filter(|part| part.met(open)).count() >= *n,
            Self::Named(named) => open[*named],
        }
    }
}

/// The conditions that requirements name, each once, with who brings and who asks for it: a graph of two kinds of points,
/// so that many schools and many who ask for their award are not joined one by one.
#[derive(Default)]
struct Conditions<'g> {
    numbers: BTreeMap<&'g Requirement, Named>,
    /// Per condition: whether anybody may have it from the start.
    free: Vec<bool>,
    /// Per condition: the nodes that ask for it.
    askers: Vec<Vec<usize>>,
    education: BTreeMap<Education, Named>,
    holds: BTreeMap<usize, Named>,
    skills: BTreeMap<SkillIx, Vec<(u8, Named)>>,
    months: BTreeMap<RoleIx, Vec<Named>>,
    /// Awards that no program gives: holdings that somebody may come with.
    untaught: BTreeSet<usize>,
}

impl<'g> Conditions<'g> {
    /// The requirement of a node over numbered conditions.
    fn need(&mut self, requirement: &'g Requirement, asker: usize) -> Need {
        let mut all = |parts: &'g [Requirement]| parts.iter().map(|part| self.need(part, asker)).collect();
        match requirement {
            Requirement::All(parts) => Need::All(all(parts)),
            Requirement::Any(parts) => Need::Any(all(parts)),
            Requirement::AtLeast { n, of } => Need::AtLeast(*n, all(of)),
            leaf => {
                let named = self.named(leaf);
                self.askers[named].push(asker);
                Need::Named(named)
            }
        }
    }

    fn named(&mut self, leaf: &'g Requirement) -> Named {
        let next = self.free.len();
        let named = *self.numbers.entry(leaf).or_insert(next);
        if named < next {
            return named;
        }
        // schooling may be of any level
        self.free.push(match leaf {
            // schooling may be of any level, and people come with skills; what no program gives is had or not
            Requirement::Education(_) | Requirement::Skill { level: 0, .. } | Requirement::Ready { .. } => {
                true
            }
            Requirement::Holds(holding) => self.untaught.contains(&holding.at()),
            _ => false,
        });
        self.askers.push(Vec::new());
        match leaf {
            Requirement::Education(level) => drop(self.education.insert(*level, named)),
            Requirement::Holds(holding) => drop(self.holds.insert(holding.at(), named)),
            Requirement::Skill { skill, level } => {
                self.skills.entry(*skill).or_default().push((*level, named));
            }
            Requirement::Months { roles, .. } => {
                for role in roles {
                    self.months.entry(*role).or_default().push(named);
                }
            }
            Requirement::Ready { .. }
            | Requirement::All(_)
            | Requirement::Any(_)
            | Requirement::AtLeast { .. } => {}
        }
        named
    }

    /// The conditions that finishing or working in a node brings or works for.
    fn brought(&self, graph: &Graph, node: Node) -> Vec<Named> {
        let mut brought = Vec::new();
        let mut learn = |levels: &super::SkillLevels| {
            for (skill, level) in levels {
                let asked = self.skills.get(skill).into_iter().flatten();
                brought.extend(asked.filter(|(asked, _)| asked <= level).map(|(_, named)| *named));
            }
        };
        match node {
            Node::Role(role) => {
                learn(&graph.roles[role.at()].skills);
                brought.extend(self.months.get(&role).into_iter().flatten());
            }
            Node::Credential(_) | Node::Program(_) => {
                let given = graph.gives(node);
                for holding in &given {
                    learn(graph.holding(*holding).skills());
                }
                for holding in given {
                    brought.extend(self.holds.get(&holding.at()));
                    if let Some(level) = graph.holding(holding).education() {
                        brought.extend(self.education.range(..=level).map(|(_, named)| *named));
                    }
                }
            }
        }
        brought
    }
}

/// The nodes that nobody can ever reach from any schooling, with no limit on time or money: what they ask for is
/// given by nothing that can itself be reached. Then the groups among them whose members all wait for each other. Both in
/// order of node.
#[must_use]
pub fn unreachable(graph: &Graph) -> (Vec<Node>, Vec<Vec<Node>>) {
    let nodes: Vec<Node> = graph.nodes().collect();
    let taught: BTreeSet<usize> =
        graph.programs.iter().flat_map(|program| &program.awards).map(|award| award.at()).collect();
    let untaught = (0..graph.awards.len()).filter(|award| !taught.contains(award)).collect();
    let mut conditions = Conditions { untaught, ..Conditions::default() };
    let needs: Vec<Need> =
        nodes.iter().enumerate().map(|(at, node)| conditions.need(graph.requirement(*node), at)).collect();
    let mut met = conditions.free.clone();
    let mut reached: Vec<bool> = needs.iter().map(|need| need.met(&met)).collect();
    let mut next: Vec<usize> = (0..nodes.len()).filter(|at| reached[*at]).collect();
    while let Some(at) = next.pop() {
        for named in conditions.brought(graph, nodes[at]) {
            if std::mem::replace(&mut met[named], true) {
                continue;
            }
            for asker in &conditions.askers[named] {
                if !reached[*asker] && needs[*asker].met(&met) {
                    reached[*asker] = true;
                    next.push(*asker);
                }
            }
        }
    }
    let stuck: Vec<usize> = (0..nodes.len()).filter(|at| !reached[*at]).collect();
    let circles = circles(&conditions, &stuck, |at| conditions.brought(graph, nodes[at]));
    let named = |some: Vec<usize>| some.into_iter().map(|at| nodes[at]).collect();
    (named(stuck), circles.into_iter().map(named).collect())
}

/// Groups among some nodes whose members all wait for each other, each in order.
fn circles(
    conditions: &Conditions<'_>,
    some: &[usize],
    brought: impl Fn(usize) -> Vec<Named>,
) -> Vec<Vec<usize>> {
    let mut edges = DiGraph::<Option<usize>, ()>::new();
    let points: Vec<NodeIndex> = conditions.free.iter().map(|_| edges.add_node(None)).collect();
    let places: BTreeMap<usize, NodeIndex> = some.iter().map(|at| (*at, edges.add_node(Some(*at)))).collect();
    for (at, place) in &places {
        for named in brought(*at) {
            edges.add_edge(*place, points[named], ());
        }
    }
    for (askers, point) in conditions.askers.iter().zip(&points) {
        for place in askers.iter().filter_map(|asker| places.get(asker)) {
            edges.add_edge(*point, *place, ());
        }
    }
    let members = |group: Vec<NodeIndex>| {
        let mut members: Vec<usize> = group.into_iter().filter_map(|point| edges[point]).collect();
        members.sort_unstable();
        members
    };
    let mut circles: Vec<Vec<usize>> =
        tarjan_scc(&edges).into_iter().map(members).filter(|group| group.len() > 1).collect();
    circles.sort();
    circles
}
