//! What leads to what, and what nobody can reach: both follow from the requirements alone.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{Graph, Node, Requirement};

/// The requirement edges: an edge runs from what is asked for to what asks for it.
#[derive(Debug, Clone, Default)]
pub struct Leads {
    edges: DiGraph<Node, ()>,
    index: Vec<(Node, NodeIndex)>,
}

/// Groups the numbers below `count` so that whatever a number leads to comes before it or in its own group; those of a
/// group lead to each other.
#[must_use]
pub fn ends_first(count: usize, leads: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut edges = DiGraph::<usize, ()>::new();
    let nodes: Vec<NodeIndex> = (0..count).map(|at| edges.add_node(at)).collect();
    for from in 0..count {
        for to in (0..count).filter(|to| *to != from && leads(from, *to)) {
            edges.add_edge(nodes[from], nodes[to], ());
        }
    }
    // what it gives is in the reverse of a topological order
    let groups = tarjan_scc(&edges).into_iter();
    groups.map(|group| group.into_iter().map(|node| edges[node]).collect()).collect()
}

impl Leads {
    /// Derives the edges from a graph's requirements.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let mut edges = DiGraph::new();
        let index: Vec<(Node, NodeIndex)> = graph.nodes().map(|node| (node, edges.add_node(node))).collect();
        for (node, at) in &index {
            for (other, from) in &index {
                if other != node && feeds(graph, *other, graph.requirement(*node)) {
                    edges.add_edge(*from, *at, ());
                }
            }
        }
        Self { edges, index }
    }

    /// Everything whose requirement a node can help to meet, in order of node.
    #[must_use]
    pub fn from(&self, node: Node) -> Vec<Node> {
        let Some((_, at)) = self.index.iter().find(|(known, _)| *known == node) else { return Vec::new() };
        let mut led: Vec<Node> = self.edges.edges(*at).map(|edge| self.edges[edge.target()]).collect();
        led.sort_unstable();
        led.dedup();
        led
    }

    /// Groups among `nodes` whose members all wait for each other, each in order of node.
    #[must_use]
    pub fn circles(&self, nodes: &[Node]) -> Vec<Vec<Node>> {
        let within = self.edges.filter_map(|_, node| nodes.contains(node).then_some(*node), |_, ()| Some(()));
        let mut circles: Vec<Vec<Node>> = tarjan_scc(&within)
            .into_iter()
            .filter(|group| group.len() > 1)
            .map(|group| {
                let mut nodes: Vec<Node> = group.into_iter().map(|at| within[at]).collect();
                nodes.sort_unstable();
                nodes
            })
            .collect();
        circles.sort();
        circles
    }
}

/// Whether finishing or working in a node can help to meet a requirement.
fn feeds(graph: &Graph, node: Node, requirement: &Requirement) -> bool {
    let mut feeds = false;
    requirement.leaves(&mut |leaf| {
        feeds |= match leaf {
            Requirement::Education(level) => {
                graph.gives(node).iter().any(|h| graph.holding(*h).education().is_some_and(|e| e >= *level))
            }
            Requirement::Holds(holding) => graph.gives(node).contains(holding),
            Requirement::Months { roles, .. } => matches!(node, Node::Role(role) if roles.contains(&role)),
            Requirement::Skill { skill, level } => {
                let has =
                    |levels: &super::SkillLevels| levels.iter().any(|(s, have)| s == skill && have >= level);
                match node {
                    Node::Role(role) => has(&graph.roles[role.at()].skills),
                    _ => graph.gives(node).iter().any(|h| has(graph.holding(*h).skills())),
                }
            }
            Requirement::All(_) | Requirement::Any(_) | Requirement::AtLeast { .. } => false,
        };
    });
    feeds
}

/// The nodes that nobody can ever reach from any schooling, with no limit on time or money: what they ask for is
/// given by nothing that can itself be reached.
#[must_use]
pub fn unreachable(graph: &Graph) -> Vec<Node> {
    let mut open: Vec<Node> = Vec::new();
    loop {
        let before = open.len();
        for node in graph.nodes() {
            if !open.contains(&node) && attainable(graph, &open, graph.requirement(node)) {
                open.push(node);
            }
        }
        if open.len() == before {
            return graph.nodes().filter(|node| !open.contains(node)).collect();
        }
    }
}

fn attainable(graph: &Graph, open: &[Node], requirement: &Requirement) -> bool {
    match requirement {
        Requirement::All(parts) => parts.iter().all(|part| attainable(graph, open, part)),
        Requirement::Any(parts) => parts.iter().any(|part| attainable(graph, open, part)),
        Requirement::AtLeast { n, of } => {
            of.iter().filter(|part| attainable(graph, open, part)).count() >= *n
        }
        Requirement::Education(_) | Requirement::Skill { level: 0, .. } => true,
        leaf => open.iter().any(|node| feeds(graph, *node, leaf)),
    }
}
