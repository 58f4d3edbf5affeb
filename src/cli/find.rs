//! `careerpath roles|credentials|programs|awards|skills|regions`: ids by any title or alias.

use std::borrow::Cow;
use std::path::PathBuf;

use clap::Args;

use super::{Ending, LARGEST, deliver, files, told};
use crate::graph::{Graph, Names, Regions};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Any words: a title, an alias, what somebody says they do. Without words, all.
    words: Vec<String>,
    /// Data folder [default: built in].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// How many to show for words.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    top: u16,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Roles,
    Credentials,
    Programs,
    Awards,
    Skills,
    Regions,
}

/// Finds and lists.
pub fn run(arguments: &Arguments, kind: Kind) -> Ending {
    let graphs = match files::graphs(arguments.graph.as_deref(), &mut Vec::new()) {
        Ok(graphs) => graphs,
        Err(findings) => {
            told::findings(&findings, &[]);
            return Ending::CouldNotRun;
        }
    };
    let words = arguments.words.join(" ");
    let mut found: Vec<(u32, &str, Cow<'_, Names>)> = Vec::new();
    for graph in &graphs {
        if kind == Kind::Roles && !words.is_empty() {
            // how like a title a role is, is told among the roles of its own graph alone
            for (at, (_, role)) in (1..).zip(graph.roles_like(&words)) {
                found.push((u32::MAX / 2 - at, &graph.id, Cow::Borrowed(&graph.roles[role.at()].names)));
            }
            continue;
        }
        for names in names(graph, kind) {
            if let Some(score) = crate::graph::likeness(&words, &names) {
                found.push((score, &graph.id, names));
            }
        }
    }
    if !words.is_empty() {
        // what the words are read as comes first
        for graph in &graphs {
            for (at, names) in (0..).zip(read(graph, kind, &words)) {
                found.retain(|(_, _, known)| known.id != names.id);
                found.push((u32::MAX - at, &graph.id, names));
            }
        }
    }
    // of equals those of the larger country
    found.sort_by(|(one, a, names), (other, b, others)| {
        other.cmp(one).then((*a != LARGEST, &names.id).cmp(&(*b != LARGEST, &others.id)))
    });
    if !words.is_empty() {
        found.truncate(usize::from(arguments.top));
    }
    let line = |(_, graph, names): &(u32, &str, Cow<'_, Names>)| {
        format!("{graph:<12} {:<34} {}\n", names.id, names.title)
    };
    let told: String = found.iter().map(line).collect();
    if found.is_empty() {
        anstream::eprintln!("nothing is called anything like `{words}`");
        anstream::eprintln!("hint: run it without words to list them all");
        Ending::Nothing
    } else {
        deliver(&told, None, Ending::Answered)
    }
}

/// Reads what some words are the name of.
fn read<'g>(graph: &'g Graph, kind: Kind, words: &str) -> Vec<Cow<'g, Names>> {
    match kind {
        Kind::Regions => {
            let regions = graph.read_place(words).regions().into_iter();
            let names = regions.map(|region| Regions::names_of(graph.regions.get(region)));
            names.map(Cow::Owned).collect()
        }
        Kind::Roles => {
            let named = graph.role_named(words).map(|role| Cow::Borrowed(&graph.roles[role.at()].names));
            named.into_iter().collect()
        }
        Kind::Credentials | Kind::Awards => {
            let is_award = kind == Kind::Awards;
            let found = if is_award { graph.award_called(words) } else { graph.credential_called(words) };
            let sure = found.filter(|found| found.is_sure);
            sure.map(|found| Cow::Borrowed(graph.holding(found.value).names())).into_iter().collect()
        }
        Kind::Skills => {
            let found = graph.skill_called(words).filter(|found| found.is_sure);
            found.map(|found| Cow::Borrowed(&graph.skills[found.value.at()].names)).into_iter().collect()
        }
        Kind::Programs => Vec::new(),
    }
}

fn names(graph: &Graph, kind: Kind) -> Vec<Cow<'_, Names>> {
    match kind {
        Kind::Roles => {
            let listed = graph.roles.iter().filter(|role| role.listed);
            listed.map(|role| Cow::Borrowed(&role.names)).collect()
        }
        Kind::Credentials => {
            graph.credentials.iter().map(|credential| Cow::Borrowed(&credential.names)).collect()
        }
        Kind::Awards => graph.awards.iter().map(|award| Cow::Borrowed(&award.names)).collect(),
        Kind::Skills => graph.skills.iter().map(|skill| Cow::Borrowed(&skill.names)).collect(),
        Kind::Programs => graph.programs.iter().map(|program| Cow::Borrowed(&program.names)).collect(),
        Kind::Regions => {
            graph.regions.all().map(|(_, region)| Cow::Owned(Regions::names_of(region))).collect()
        }
    }
}
