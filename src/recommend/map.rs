//! What leads to what, from the requirements, with where a person stands in it.

use std::collections::{BTreeMap, BTreeSet};

use super::voice::Voice;
use super::{Settings, at_desk, stamp};
use crate::eligibility::{Standing, holds};
use crate::graph::{Graph, HoldingIx, Node, Requirement, RoleIx};
use crate::profile::Profile;
use crate::report::{Edge, Map, Point, PointKind, State};
use crate::search::{Find, Pathway, could_be_had};
use crate::units::Education;
use crate::words::Language;

/// What may stand on a map: a step, or a level of schooling or skill that something asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spot<'g> {
    Step(Node),
    Asked(&'g Requirement),
}

/// The map of a graph, about nobody.
#[must_use]
pub fn map(graph: &Graph, language: Language) -> Map {
    Sketch::of(Voice { graph, language }, &BTreeSet::new()).drawn(&BTreeMap::new(), &Way::default())
}

/// The map of a graph for a person: what is open, what can be reached and what is closed, and the best pathway to a wanted
/// role, or to any where none is wanted.
#[must_use]
pub fn map_for(finder: &dyn Find, graph: &Graph, profile: &Profile, settings: &Settings) -> Map {
    let everything = Profile { targets: Vec::new(), ..profile.clone() };
    at_desk(graph, &everything, settings, |desk, problem| {
        let mut targets = desk.targets();
        targets.extend(profile.targets.iter().filter(|role| Some(**role) != profile.current));
        targets.sort_unstable();
        targets.dedup();
        let searched = finder.find(problem, &targets);
        let found = || targets.iter().zip(&searched);
        let unsettled: BTreeSet<RoleIx> =
            found().filter(|(_, found)| found.effort.stopped.is_some()).map(|(role, _)| *role).collect();
        let nodes = found().flat_map(|(_, found)| &found.pathways).flat_map(|path| &path.steps);
        let taken: BTreeSet<Node> = nodes.map(|step| step.node).collect();
        let wanted = |role: &RoleIx| profile.targets.is_empty() || profile.targets.contains(role);
        let reached = found().filter(|(role, found)| wanted(role) && !found.pathways.is_empty());
        let mut ranked: Vec<_> =
            reached.map(|(role, found)| desk.ranked(*role, &found.pathways, found.size)).collect();
        ranked.sort_by(|a, b| a.best().cmp_to(b.best(), graph));
        let best = ranked.first().map(|first| first.best().pathway);
        let way = best.map_or_else(Way::default, Way::of);
        let possible = could_be_had(graph, profile, &desk.limits);
        let state = |node: Node| {
            let gives = graph.gives(node);
            let in_hand = !gives.is_empty() && gives.iter().all(|holding| desk.today.holdings[holding.at()]);
            let settled = match node {
                Node::Role(role) => !unsettled.contains(&role),
                Node::Credential(_) | Node::Program(_) => unsettled.is_empty(),
            };
            match node {
                Node::Role(role) if profile.current == Some(role) => State::Held,
                _ if in_hand => State::Held,
                _ if !possible.contains(&node) => State::Blocked,
                _ if holds(graph.requirement(node), &desk.today) => State::Open,
                _ if taken.contains(&node) => State::Reachable,
                _ if !settled => State::Unsettled,
                Node::Role(_) => State::Blocked,
                Node::Credential(_) | Node::Program(_) => State::Aside,
            }
        };
        let mut sketch = Sketch::of(desk.voice(), &way.steps);
        sketch.region = Some(desk.voice().region(profile.region).to_owned());
        sketch.drawn(&sketch.states(&desk.today, state), &way)
    })
}

/// The pathway shown: its steps, and which of them help which.
#[derive(Default)]
struct Way {
    steps: BTreeSet<Node>,
    helps: BTreeSet<(Node, Node)>,
}

impl Way {
    fn of(path: &Pathway) -> Self {
        let node = |at: usize| path.steps[at].node;
        let helps = path.needed_by.iter().enumerate();
        Self {
            steps: path.steps.iter().map(|step| step.node).collect(),
            helps: helps.flat_map(|(at, later)| later.iter().map(move |to| (node(at), node(*to)))).collect(),
        }
    }
}

/// What leads to what.
struct Sketch<'g> {
    graph: &'g Graph,
    voice: Voice<'g>,
    /// Where the person lives whom it is about.
    region: Option<String>,
    /// The steps shown: every credential and program, the roles that are listed, and those of the pathway shown.
    steps: Vec<Node>,
    /// Levels of schooling and skill that something asks for, each with the steps that bring it.
    asked: BTreeMap<&'g Requirement, Vec<Node>>,
    /// Per holding: the steps that give it.
    givers: BTreeMap<HoldingIx, Vec<Node>>,
}

impl<'g> Sketch<'g> {
    fn of(voice: Voice<'g>, way: &BTreeSet<Node>) -> Self {
        let graph = voice.graph;
        let listed = |node: &Node| match node {
            Node::Role(role) => graph.roles[role.at()].listed || way.contains(node),
            Node::Credential(_) | Node::Program(_) => true,
        };
        let steps: Vec<Node> = graph.nodes().filter(listed).collect();
        let mut givers = BTreeMap::<HoldingIx, Vec<Node>>::new();
        for node in &steps {
            for holding in graph.gives(*node) {
                givers.entry(holding).or_default().push(*node);
            }
        }
        let bringers = |leaf| {
            let brings = steps.iter().copied().filter(|node| brings(graph, *node, leaf));
            (leaf, brings.collect())
        };
        let asked = graph.levels_asked(steps.iter().copied()).into_iter().map(bringers).collect();
        Self { graph, voice, region: None, steps, asked, givers }
    }

    /// Where a person stands with each spot, from where they stand with each step.
    fn states(&self, today: &Standing, state: impl Fn(Node) -> State) -> BTreeMap<Spot<'g>, State> {
        let mut states: BTreeMap<Spot<'g>, State> =
            self.steps.iter().map(|node| (Spot::Step(*node), state(*node))).collect();
        for (leaf, bringers) in &self.asked {
            let best = bringers.iter().map(|node| states[&Spot::Step(*node)]).min().unwrap_or(State::Blocked);
            let state = if holds(leaf, today) { State::Held } else { best.max(State::Reachable) };
            states.insert(Spot::Asked(leaf), state);
        }
        states
    }

    /// Whether the pathway shown goes from one spot to another.
    fn on_way(&self, way: &Way, from: Spot<'_>, to: Spot<'_>) -> bool {
        match (from, to) {
            (Spot::Step(one), Spot::Step(other)) => way.helps.contains(&(one, other)),
            (Spot::Step(one), Spot::Asked(leaf)) => {
                brings(self.graph, one, leaf)
                    && way.helps.iter().any(|(from, to)| *from == one && self.asks(*to, leaf))
            }
            (Spot::Asked(leaf), Spot::Step(other)) => {
                self.asks(other, leaf)
                    && way.helps.iter().any(|(from, to)| *to == other && brings(self.graph, *from, leaf))
            }
            (Spot::Asked(_), Spot::Asked(_)) => false,
        }
    }

    fn asks(&self, node: Node, condition: &Requirement) -> bool {
        let mut asks = false;
        self.graph.requirement(node).leaves(&mut |leaf| asks |= leaf == condition);
        asks
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
                    let from = roles.iter().map(|role| Node::Role(*role));
                    let from = from.filter(|role| self.steps.binary_search(role).is_ok());
                    edges.extend(from.map(|from| (Spot::Step(from), Spot::Step(to), "months")));
                }
                Requirement::Education(_) => edges.push((Spot::Asked(leaf), Spot::Step(to), "schooling")),
                Requirement::Skill { .. } => edges.push((Spot::Asked(leaf), Spot::Step(to), "skill")),
                Requirement::Ready { .. }
                | Requirement::All(_)
                | Requirement::Any(_)
                | Requirement::AtLeast { .. } => {}
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
                // people come with skills
                Requirement::Ready { .. } => Some(0),
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

    fn drawn(&self, states: &BTreeMap<Spot<'g>, State>, way: &Way) -> Map {
        let layers = self.layers();
        let edges = self.edges();
        let on_way: BTreeSet<(Spot<'g>, Spot<'g>)> = edges
            .iter()
            .map(|(from, to, _)| (*from, *to))
            .filter(|(from, to)| self.on_way(way, *from, *to))
            .collect();
        let passed = |spot: &Spot<'_>| match spot {
            Spot::Step(node) => way.steps.contains(node),
            Spot::Asked(_) => on_way.iter().any(|(_, to)| to == spot),
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
                chosen: passed(&spot),
            })
            .collect();
        points.sort_by(|a, b| {
            let layer = |point: &Point| point.layer.unwrap_or(u32::MAX);
            layer(a).cmp(&layer(b)).then_with(|| a.key.cmp(&b.key))
        });
        let mut edges: Vec<Edge> = edges
            .into_iter()
            .map(|(from, to, why)| Edge {
                from: self.key(from),
                to: self.key(to),
                why,
                chosen: on_way.contains(&(from, to)),
            })
            .collect();
        edges.sort();
        Map {
            graph: stamp(self.graph),
            language: self.voice.language,
            region: self.region.clone(),
            points,
            edges,
        }
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
            Spot::Step(node) => self.voice.title(self.graph.names(node)).to_owned(),
            Spot::Asked(Requirement::Skill { skill, level }) => self.voice.skill(*skill, *level),
            Spot::Asked(Requirement::Education(level)) => self.voice.education(*level),
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

/// Whether a step meets a condition, or works for it.
pub(super) fn brings(graph: &Graph, step: Node, leaf: &Requirement) -> bool {
    let by_work = matches!(step, Node::Role(role) if graph.role_meets(role, leaf));
    by_work || graph.gives(step).into_iter().any(|holding| graph.holding_meets(holding, leaf))
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
