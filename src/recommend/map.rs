//! What leads to what, from the requirements, with where a person stands in it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Settings, recommend_by};
use crate::eligibility::{Standing, holds};
use crate::graph::{Graph, HoldingIx, Node, Requirement};
use crate::profile::Profile;
use crate::report::{Edge, GraphStamp, Map, Point, PointKind, State};
use crate::search::{Find, Limits, could_be_had};
use crate::units::Education;

/// What may stand on a map: a step, or a level of schooling or skill that something asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spot<'g> {
    Step(Node),
    Asked(&'g Requirement),
}

/// The map of a graph, about nobody.
#[must_use]
pub fn map(graph: &Graph) -> Map {
    Sketch::of(graph).drawn(&BTreeMap::new(), &BTreeSet::new())
}

/// The map of a graph for a person: what is open, what can be reached and what is closed, and the best pathway to a wanted
/// role, or to any where none is wanted.
#[must_use]
pub fn map_for(finder: &dyn Find, graph: &Graph, profile: &Profile, settings: &Settings) -> Map {
    let everything = Profile { targets: Vec::new(), ..profile.clone() };
    let all = Settings { top: graph.roles.len(), alternatives: usize::MAX, ..settings.clone() };
    let report = recommend_by(finder, graph, &everything, &all);
    let wanted: Vec<&str> =
        profile.targets.iter().map(|role| graph.roles[role.at()].names.id.as_str()).collect();
    let destinations = &report.destinations;
    let chosen = destinations.iter().find(|found| wanted.is_empty() || wanted.contains(&found.role.as_str()));
    let steps = chosen.and_then(|found| found.pathways.first()).map(|path| &path.timeline);
    let chosen: BTreeSet<&str> = steps.into_iter().flatten().map(|step| step.node.as_str()).collect();
    let paths = destinations.iter().flat_map(|found| &found.pathways);
    // those with the same milestones are told by their ids alone: step@month, one after another
    let taken: BTreeSet<&str> = paths
        .flat_map(|path| path.variants.iter().chain([&path.id]))
        .flat_map(|id| id.split('~').filter_map(|step| step.split('@').next()))
        .collect();
    let unsettled: BTreeSet<&str> = report.unsettled.iter().map(|role| role.role.as_str()).collect();
    let today = Standing::today(graph, profile);
    let limits = Limits::of(profile, &settings.rules());
    let possible = could_be_had(graph, profile, &limits);
    let state = |node: Node| {
        let id = graph.names(node).id.as_str();
        let gives = graph.gives(node);
        let in_hand = !gives.is_empty() && gives.iter().all(|holding| today.holdings[holding.at()]);
        let settled = match node {
            Node::Role(_) => !unsettled.contains(id),
            Node::Credential(_) | Node::Program(_) => unsettled.is_empty(),
        };
        match node {
            Node::Role(role) if profile.current == Some(role) => State::Held,
            _ if in_hand => State::Held,
            _ if !possible.contains(&node) => State::Blocked,
            _ if holds(graph.requirement(node), &today) => State::Open,
            _ if taken.contains(id) => State::Reachable,
            _ if !settled => State::Unsettled,
            Node::Role(_) => State::Blocked,
            Node::Credential(_) | Node::Program(_) => State::Aside,
        }
    };
    let mut sketch = Sketch::of(graph);
    sketch.stamp = report.graph;
    let mut states: BTreeMap<Spot<'_>, State> =
        sketch.steps.iter().map(|node| (Spot::Step(*node), state(*node))).collect();
    for (leaf, bringers) in &sketch.asked {
        let best = bringers.iter().map(|node| states[&Spot::Step(*node)]).min().unwrap_or(State::Blocked);
        let state = if holds(leaf, &today) { State::Held } else { best.max(State::Reachable) };
        states.insert(Spot::Asked(leaf), state);
    }
    sketch.drawn(&states, &chosen)
}

/// What leads to what.
struct Sketch<'g> {
    graph: &'g Graph,
    stamp: GraphStamp,
    /// The steps shown: every credential and program, and the roles that are listed.
    steps: Vec<Node>,
    /// Levels of schooling and skill that something asks for, each with the steps that bring it.
    asked: BTreeMap<&'g Requirement, Vec<Node>>,
    /// Per holding: the steps that give it.
    givers: BTreeMap<HoldingIx, Vec<Node>>,
}

impl<'g> Sketch<'g> {
    fn of(graph: &'g Graph) -> Self {
        let listed = |node: &Node| match node {
            Node::Role(role) => graph.roles[role.at()].listed,
            Node::Credential(_) | Node::Program(_) => true,
        };
        let steps: Vec<Node> = graph.nodes().filter(listed).collect();
        let mut givers = BTreeMap::<HoldingIx, Vec<Node>>::new();
        for node in &steps {
            for holding in graph.gives(*node) {
                givers.entry(holding).or_default().push(*node);
            }
        }
        let brings = |node: &Node, leaf: &Requirement| match node {
            Node::Role(role) => graph.role_meets(*role, leaf),
            Node::Credential(_) | Node::Program(_) => {
                graph.gives(*node).iter().any(|holding| graph.holding_meets(*holding, leaf))
            }
        };
        let bringers = |leaf| (leaf, steps.iter().copied().filter(|node| brings(node, leaf)).collect());
        let asked = graph.levels_asked(steps.iter().copied()).into_iter().map(bringers).collect();
        Self { graph, stamp: super::graph_stamp(graph), asked, givers, steps }
    }

    /// Every edge between two spots, with what is asked for.
    fn edges(&self) -> Vec<(Spot<'g>, Spot<'g>, &'static str)> {
        let graph = self.graph;
        let mut edges = Vec::new();
        for to in self.steps.iter().copied() {
            graph.requirement(to).leaves(&mut |leaf| match leaf {
                Requirement::Holds(holding) => {
                    let from = self.givers.get(holding).into_iter().flatten();
                    edges.extend(from.map(|from| (Spot::Step(*from), Spot::Step(to), "holds")));
                }
                Requirement::Months { roles, .. } => {
                    let from = roles.iter().filter(|role| graph.roles[role.at()].listed);
                    let from = from.map(|role| Node::Role(*role));
                    edges.extend(from.map(|from| (Spot::Step(from), Spot::Step(to), "months")));
                }
                Requirement::Education(_) => edges.push((Spot::Asked(leaf), Spot::Step(to), "schooling")),
                Requirement::Skill { .. } => edges.push((Spot::Asked(leaf), Spot::Step(to), "skill")),
                Requirement::All(_) | Requirement::Any(_) | Requirement::AtLeast { .. } => {}
            });
        }
        for (leaf, bringers) in &self.asked {
            edges.extend(bringers.iter().map(|from| (Spot::Step(*from), Spot::Asked(leaf), "gives")));
        }
        edges.retain(|(from, to, _)| from != to);
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    /// The fewest steps before each spot, requirements met at their easiest: the most of all parts, the least of any.
    fn layers(&self) -> BTreeMap<Spot<'g>, u32> {
        let graph = self.graph;
        let mut layers: BTreeMap<Spot<'g>, u32> = BTreeMap::new();
        loop {
            let before = layers.clone();
            let after = |node: Node| before.get(&Spot::Step(node)).map(|layer| layer + 1);
            for (leaf, bringers) in &self.asked {
                // whatever asks for no more than school may be met from the start
                let free = matches!(leaf, Requirement::Education(level) if *level <= Education::HighSchool);
                let least = bringers.iter().filter_map(|node| after(*node)).min();
                if let Some(layer) = if free { Some(0) } else { least } {
                    layers.insert(Spot::Asked(leaf), layer);
                }
            }
            let leaf = |leaf: &'g Requirement| match leaf {
                Requirement::Holds(holding) => {
                    let givers = self.givers.get(holding).into_iter().flatten();
                    givers.filter_map(|node| after(*node)).min()
                }
                Requirement::Months { roles, .. } => {
                    roles.iter().filter_map(|role| after(Node::Role(*role))).min()
                }
                asked => before.get(&Spot::Asked(asked)).copied(),
            };
            for node in &self.steps {
                if let Some(layer) = layer(graph.requirement(*node), &leaf) {
                    layers.insert(Spot::Step(*node), layer);
                }
            }
            if layers == before {
                return layers;
            }
        }
    }

    fn drawn(&self, states: &BTreeMap<Spot<'g>, State>, chosen: &BTreeSet<&str>) -> Map {
        let graph = self.graph;
        let layers = self.layers();
        let on_way = |spot: &Spot<'_>| match spot {
            Spot::Step(node) => chosen.contains(graph.names(*node).id.as_str()),
            Spot::Asked(_) => false,
        };
        let spots =
            self.steps.iter().copied().map(Spot::Step).chain(self.asked.keys().map(|leaf| Spot::Asked(leaf)));
        let mut points: Vec<Point> = spots
            .map(|spot| Point {
                key: self.key(spot),
                kind: kind(spot),
                title: self.title(spot),
                layer: layers.get(&spot).copied(),
                state: states.get(&spot).copied(),
                chosen: on_way(&spot),
            })
            .collect();
        points.sort_by(|a, b| {
            let layer = |point: &Point| point.layer.unwrap_or(u32::MAX);
            layer(a).cmp(&layer(b)).then_with(|| a.key.cmp(&b.key))
        });
        let mut edges: Vec<Edge> = self
            .edges()
            .into_iter()
            .map(|(from, to, why)| Edge {
                from: self.key(from),
                to: self.key(to),
                why,
                chosen: on_way(&from) && on_way(&to),
            })
            .collect();
        edges.sort();
        Map { graph: self.stamp.clone(), personal: !states.is_empty(), points, edges }
    }

    fn key(&self, spot: Spot<'_>) -> String {
        let word = kind(spot).word();
        match spot {
            Spot::Step(node) => format!("{word}:{}", self.graph.names(node).id),
            Spot::Asked(Requirement::Skill { skill, level }) => {
                format!("{word}:{}:{level}", self.graph.skills[skill.at()].names.id)
            }
            Spot::Asked(Requirement::Education(level)) => format!("{word}:{}", level.key()),
            Spot::Asked(_) => word.to_owned(),
        }
    }

    fn title(&self, spot: Spot<'_>) -> String {
        match spot {
            Spot::Step(node) => self.graph.names(node).title.clone(),
            Spot::Asked(Requirement::Skill { skill, level }) => {
                format!("{} at level {level}", self.graph.skills[skill.at()].names.title)
            }
            Spot::Asked(Requirement::Education(level)) => level.to_string(),
            Spot::Asked(_) => String::new(),
        }
    }
}

const fn kind(spot: Spot<'_>) -> PointKind {
    match spot {
        Spot::Step(Node::Role(_)) => PointKind::Role,
        Spot::Step(Node::Credential(_)) => PointKind::Credential,
        Spot::Step(Node::Program(_)) => PointKind::Program,
        Spot::Asked(Requirement::Education(_)) => PointKind::Schooling,
        Spot::Asked(_) => PointKind::Skill,
    }
}

/// The layer of a requirement from those of its leaves; nothing where it cannot be met.
fn layer<'g>(requirement: &'g Requirement, leaf: &impl Fn(&'g Requirement) -> Option<u32>) -> Option<u32> {
    match requirement {
        Requirement::All(parts) => {
            parts.iter().map(|part| layer(part, leaf)).try_fold(0, |most, part| Some(most.max(part?)))
        }
        Requirement::Any(parts) => parts.iter().filter_map(|part| layer(part, leaf)).min(),
        Requirement::AtLeast { n, of } => {
            let mut layers: Vec<u32> = of.iter().filter_map(|part| layer(part, leaf)).collect();
            layers.sort_unstable();
            n.checked_sub(1).map_or(Some(0), |last| layers.get(last).copied())
        }
        one => leaf(one),
    }
}
