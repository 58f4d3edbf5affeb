//! `careerpath roles|credentials|programs|regions`: ids by any title or alias.

use std::borrow::Cow;
use std::path::PathBuf;

use clap::Args;

use super::{Ending, deliver, files, told};
use crate::graph::{Graph, Names, PlaceRead, Regions};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Any words: a title, an alias, what somebody says they do. Without words, all.
    words: Vec<String>,
    /// A graph's folder; without it every shipped graph.
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
        for names in names(graph, kind) {
            if let Some(score) = crate::graph::likeness(&words, &names) {
                found.push((score, &graph.id, names));
            }
        }
    }
    if kind == Kind::Regions && !words.is_empty() {
        // what a place is read as comes first
        for graph in &graphs {
            let read =
                match graph.regions.find(&words).map_or_else(|| graph.read_place(&words), PlaceRead::One) {
                    PlaceRead::One(region) => vec![region],
                    PlaceRead::Several(regions) => regions,
                    PlaceRead::Unknown => Vec::new(),
                };
            for (at, region) in read.into_iter().enumerate() {
                let names = Regions::names_of(graph.regions.get(region));
                found.retain(|(_, _, known)| known.id != names.id);
                found.push((u32::MAX - u32::try_from(at).unwrap_or(u32::MAX), &graph.id, Cow::Owned(names)));
            }
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1, &a.2.id).cmp(&(b.1, &b.2.id))));
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

fn names(graph: &Graph, kind: Kind) -> Vec<Cow<'_, Names>> {
    match kind {
        Kind::Roles => {
            let listed = graph.roles.iter().filter(|role| role.listed);
            listed.map(|role| Cow::Borrowed(&role.names)).collect()
        }
        Kind::Credentials => {
            graph.credentials.iter().map(|credential| Cow::Borrowed(&credential.names)).collect()
        }
        Kind::Programs => graph.programs.iter().map(|program| Cow::Borrowed(&program.names)).collect(),
        Kind::Regions => {
            graph.regions.all().map(|(_, region)| Cow::Owned(Regions::names_of(region))).collect()
        }
    }
}
