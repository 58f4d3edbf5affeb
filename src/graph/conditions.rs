//! The conditions that requirements name, each once, with the steps that bring what it asks for: worked out once a graph.

use std::collections::BTreeMap;

use super::{Graph, Node, Requirement, SkillLevels};

/// A condition that some requirement names.
#[derive(Debug, Clone)]
pub struct Condition {
    /// A leaf of a requirement, never a group.
    pub asked: Requirement,
    /// The steps that bring it, or help to: courses by finishing them, roles by proficiency or months in them; in order.
    pub by: Vec<Node>,
}

/// A requirement over numbered conditions.
#[derive(Debug, Clone)]
pub enum Tree {
    /// Every one of these.
    All(Vec<Tree>),
    /// At least one of these.
    Any(Vec<Tree>),
    /// At least so many of these.
    AtLeast(usize, Vec<Tree>),
    /// The condition of a number.
    Condition(u32),
}

/// All conditions of a graph, and the requirement of each of its nodes over them.
#[derive(Debug, Clone, Default)]
pub struct Conditions {
    list: Vec<Condition>,
    trees: Vec<Tree>,
}

impl Conditions {
    /// Numbers the conditions of a graph whose nodes are complete.
    pub(super) fn of(graph: &Graph) -> Self {
        let nodes: Vec<Node> = graph.nodes().collect();
        let mut numbers = BTreeMap::new();
        let trees: Vec<Tree> =
            nodes.iter().map(|node| tree(graph.requirement(*node), &mut numbers)).collect();
        let mut list: Vec<Condition> =
            vec![Condition { asked: Requirement::All(Vec::new()), by: Vec::new() }; numbers.len()];
        for (asked, number) in numbers {
            list[number as usize].asked = asked.clone();
        }
        let brought = Brought::of(&list);
        for node in nodes {
            for number in brought.by(graph, node) {
                list[number].by.push(node);
            }
        }
        Self { list, trees }
    }

    /// Every condition, in the order of its number.
    #[must_use]
    pub fn list(&self) -> &[Condition] {
        &self.list
    }
}

impl Graph {
    /// The requirement of a node over numbered conditions.
    #[must_use]
    pub fn tree(&self, node: Node) -> &Tree {
        &self.lookup.conditions().trees[self.place(node)]
    }

    /// Every condition that a requirement names, in the order of its number.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        self.lookup.conditions().list()
    }
}

fn tree<'g>(requirement: &'g Requirement, numbers: &mut BTreeMap<&'g Requirement, u32>) -> Tree {
    let mut each = |parts: &'g [Requirement]| parts.iter().map(|part| tree(part, numbers)).collect();
    match requirement {
        Requirement::All(parts) => Tree::All(each(parts)),
        Requirement::Any(parts) => Tree::Any(each(parts)),
        Requirement::AtLeast { n, of } => Tree::AtLeast(*n, each(of)),
        leaf => {
            let next = u32::try_from(numbers.len()).expect("the check counted");
            Tree::Condition(*numbers.entry(leaf).or_insert(next))
        }
    }
}

/// Conditions by what brings them.
#[derive(Default)]
struct Brought {
    months: BTreeMap<super::RoleIx, Vec<usize>>,
    holds: BTreeMap<super::HoldingIx, Vec<usize>>,
    education: Vec<(crate::units::Education, usize)>,
    /// By skill: the least level that counts, and the condition.
    skills: BTreeMap<super::SkillIx, Vec<(u8, usize)>>,
}

impl Brought {
    fn of(list: &[Condition]) -> Self {
        let mut brought = Self::default();
        for (number, condition) in list.iter().enumerate() {
            match &condition.asked {
                Requirement::Months { roles, .. } => {
                    for role in roles {
                        brought.months.entry(*role).or_default().push(number);
                    }
                }
                Requirement::Holds(holding) => brought.holds.entry(*holding).or_default().push(number),
                Requirement::Education(level) => brought.education.push((*level, number)),
                Requirement::Skill { skill, level } => {
                    brought.skills.entry(*skill).or_default().push((*level, number));
                }
                Requirement::Ready { of, .. } => {
                    for (skill, _) in of.iter().filter(|(_, level)| *level > 0) {
                        brought.skills.entry(*skill).or_default().push((1, number));
                    }
                }
                Requirement::All(_) | Requirement::Any(_) | Requirement::AtLeast { .. } => {}
            }
        }
        brought
    }

    /// The conditions that a node brings or helps to bring, in order.
    fn by(&self, graph: &Graph, node: Node) -> Vec<usize> {
        let mut numbers = Vec::new();
        let mut learn = |levels: &SkillLevels| {
            for (skill, level) in levels {
                let asked = self.skills.get(skill).into_iter().flatten();
                numbers.extend(asked.filter(|(least, _)| least <= level).map(|(_, number)| *number));
            }
        };
        match node {
            Node::Role(role) => {
                learn(&graph.roles[role.at()].skills);
                numbers.extend(self.months.get(&role).into_iter().flatten());
            }
            Node::Credential(_) | Node::Program(_) => {
                let given = graph.gives(node);
                for holding in &given {
                    learn(graph.holding(*holding).skills());
                }
                for holding in given {
                    numbers.extend(self.holds.get(&holding).into_iter().flatten());
                    let schooling = graph.holding(holding).education();
                    let met = self.education.iter().filter(|(level, _)| schooling >= Some(*level));
                    numbers.extend(met.map(|(_, number)| *number));
                }
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}
