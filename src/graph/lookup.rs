//! What is looked up for every person, worked out once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::named::named;
use super::titles_like::Likeness;
use super::{Conditions, Graph, Node, ProgramIx, RegionIx, RoleIx};

/// The order of all ids, and which programs are taught where.
#[derive(Debug, Clone, Default)]
pub struct Lookup {
    /// Per node, in the order of [`Graph::nodes`]: its place in the order of ids, kinds apart where ids are the same.
    ranks: Vec<u32>,
    /// Per region: the programs that name it, in order.
    taught: BTreeMap<RegionIx, Vec<ProgramIx>>,
    conditions: Conditions,
    /// Per role: the jobs that may stand on the way to it, worked out when first asked for.
    on_the_way: Vec<OnceLock<Vec<RoleIx>>>,
    /// Listed roles by their names, read when a title is first asked about.
    pub(super) like: OnceLock<Likeness<RoleIx>>,
}

impl Lookup {
    /// Of a graph whose nodes are complete.
    pub fn of(graph: &Graph) -> Self {
        let nodes: Vec<Node> = graph.nodes().collect();
        let mut order: Vec<usize> = (0..nodes.len()).collect();
        order.sort_by(|a, b| {
            let id = |at: &usize| &graph.names(nodes[*at]).id;
            id(a).cmp(id(b)).then(nodes[*a].cmp(&nodes[*b]))
        });
        let mut ranks = vec![0; nodes.len()];
        for (rank, at) in (0..).zip(order) {
            ranks[at] = rank;
        }
        let mut taught: BTreeMap<RegionIx, Vec<ProgramIx>> = BTreeMap::new();
        for (at, program) in (0..).map(ProgramIx).zip(&graph.programs) {
            for region in &program.regions {
                taught.entry(*region).or_default().push(at);
            }
        }
        let on_the_way = vec![OnceLock::new(); graph.roles.len()];
        Self { ranks, taught, conditions: Conditions::of(graph), on_the_way, like: OnceLock::new() }
    }

    pub(super) const fn conditions(&self) -> &Conditions {
        &self.conditions
    }
}

impl Graph {
    /// The place of a node in the order of all ids, kinds apart where ids are the same.
    #[must_use]
    pub fn rank(&self, node: Node) -> u32 {
        self.lookup.ranks[self.place(node)]
    }

    /// The place of a node in the order of [`Graph::nodes`].
    #[must_use]
    pub fn place(&self, node: Node) -> usize {
        let first = match node {
            Node::Role(_) => 0,
            Node::Credential(_) => self.roles.len(),
            Node::Program(_) => self.roles.len() + self.credentials.len(),
        };
        let at = match node {
            Node::Role(role) => role.at(),
            Node::Credential(credential) => credential.at(),
            Node::Program(program) => program.at(),
        };
        first + at
    }

    /// The jobs that may stand on the way to a role, by the graph alone, in order.
    #[must_use]
    pub fn jobs_on_the_way(&self, target: RoleIx) -> &[RoleIx] {
        self.lookup.on_the_way[target.at()].get_or_init(|| named(self, target).into_iter().collect())
    }

    /// The programs taught in a region or in one around it, in order: on a campus only where a school of its area does.
    #[must_use]
    pub fn taught_near(&self, region: RegionIx) -> Vec<ProgramIx> {
        let named = self.regions.upward(region).filter_map(|around| self.lookup.taught.get(&around));
        let mut near: Vec<ProgramIx> = named.flatten().copied().collect();
        near.retain(|program| !self.is_campus_far(*program, region));
        near.sort_unstable();
        near.dedup();
        near
    }
}
