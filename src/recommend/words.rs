//! Requirements and steps in words.

use crate::graph::{Graph, Node, Requirement};
use crate::search::{Mode, Pathway, Step, Value};
use crate::units::{Money, months};

/// A requirement in words, in full.
pub fn requirement(graph: &Graph, requirement: &Requirement) -> String {
    let joined = |parts: &[Requirement], word: &str| {
        let told: Vec<String> = parts
            .iter()
            .map(|part| {
                let words = self::requirement(graph, part);
                if part.parts().len() > 1 { format!("({words})") } else { words }
            })
            .collect();
        told.join(word)
    };
    match requirement {
        Requirement::All(parts) if parts.is_empty() => "nothing".to_owned(),
        Requirement::All(parts) => joined(parts, " and "),
        Requirement::Any(parts) => joined(parts, " or "),
        Requirement::AtLeast { n, of } => format!("{n} of {}", joined(of, ", ")),
        Requirement::Education(level) => level.to_string(),
        Requirement::Holds(holding) => graph.holding(*holding).names().short.clone(),
        Requirement::Months { months, roles } => {
            let names: Vec<&str> = roles.iter().map(|r| graph.roles[r.at()].names.short.as_str()).collect();
            format!("{months} months as {}", names.join(" or "))
        }
        Requirement::Skill { skill, level } => {
            format!("{} at level {level}", graph.skills[skill.at()].names.title)
        }
    }
}

/// The one-line pathway: `now ~ CCA 4mo $299 ~ Medical coder [4mo] ~ …`. A course tells how long it takes and what it
/// costs; a role tells the month it begins.
pub fn line(graph: &Graph, pathway: &Pathway) -> String {
    let symbol = graph.currency.symbol();
    let mut parts = vec!["now".to_owned()];
    for step in &pathway.steps {
        let name = &graph.names(step.node).short;
        parts.push(match step.node {
            Node::Role(_) => format!("{name} [{}mo]", step.end),
            Node::Credential(_) | Node::Program(_) => course(name, step, symbol),
        });
    }
    parts.join(" ~ ")
}

fn course(name: &str, step: &Step, symbol: &str) -> String {
    let mode = if step.mode == Mode::Alongside { " alongside" } else { "" };
    let length = step.end - step.start;
    let time = if length > 0 { format!(" {length}mo") } else { String::new() };
    let cost = match step.cost {
        None => format!(" {symbol}?"),
        Some(Money::ZERO) => String::new(),
        Some(cost) => format!(" {}", cost.rounded(symbol)),
    };
    format!("{name}{mode}{time}{cost}")
}

/// The word that names the same steps in the same months, whatever the run.
pub fn id(graph: &Graph, pathway: &Pathway) -> String {
    let steps: Vec<String> = pathway
        .steps
        .iter()
        .map(|step| {
            let mode = match step.mode {
                Mode::Enter => "",
                Mode::FullTime => "f",
                Mode::Alongside => "a",
            };
            format!("{}@{}{mode}", graph.names(step.node).id, step.start)
        })
        .collect();
    steps.join("~")
}

/// What one value is better on than another, in words.
pub fn better_on(one: &Value, other: &Value, symbol: &str) -> Vec<String> {
    let mut on = Vec::new();
    if one.months < other.months {
        on.push(format!("{} sooner", months(i64::from(other.months - one.months))));
    }
    if one.cost < other.cost {
        on.push(format!("{} cheaper", (other.cost - one.cost).rounded(symbol)));
    }
    if let (Some(net), Some(less)) = (one.net, other.net)
        && net > less
    {
        let years: Money = net - less;
        on.push(format!("earns {} more", years.rounded(symbol)));
    }
    if one.chance > other.chance {
        on.push(if one.rated {
            format!("chance {:.2} against {:.2}", one.chance, other.chance)
        } else {
            "its chance is not known".to_owned()
        });
    }
    on
}
