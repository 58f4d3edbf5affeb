//! The jobs that may stand on the way to a target: those that a months-condition names, in any branch, of the target, of a
//! course that gives something asked for, of a job or a course so found, and so on (section 3 of the model).

use std::collections::BTreeSet;

use super::{Graph, Node, Requirement, RoleIx, Tree};

/// The conditions that a requirement names.
fn conditions(tree: &Tree, found: &mut Vec<usize>) {
    match tree {
        Tree::All(parts) | Tree::Any(parts) | Tree::AtLeast(_, parts) => {
            for part in parts {
                conditions(part, found);
            }
        }
        Tree::Condition(number) => found.push(*number as usize),
    }
}

/// The roles that may stand on the way to a target, in order.
pub(super) fn named(graph: &Graph, target: RoleIx) -> BTreeSet<RoleIx> {
    let mut roles = BTreeSet::new();
    let mut seen = BTreeSet::from([Node::Role(target)]);
    let mut asked = BTreeSet::new();
    let mut open = vec![Node::Role(target)];
    while let Some(node) = open.pop() {
        let mut numbers = Vec::new();
        conditions(graph.tree(node), &mut numbers);
        for number in numbers.into_iter().filter(|number| asked.insert(*number)) {
            let condition = &graph.conditions()[number];
            if let Requirement::Months { roles: listed, .. } = &condition.asked {
                roles.extend(listed);
                open.extend(listed.iter().map(|role| Node::Role(*role)).filter(|node| seen.insert(*node)));
            } else {
                let courses = condition.by.iter().filter(|node| !matches!(node, Node::Role(_)));
                open.extend(courses.filter(|node| seen.insert(**node)));
            }
        }
    }
    roles
}
