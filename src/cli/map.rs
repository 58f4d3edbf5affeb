//! `careerpath map`: what leads to what, with where a person stands.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::shown::Shown;
use super::threads::Threads;
use super::{Ending, LARGEST, answer, files};
use crate::document::Text;
use crate::finding::Finding;
use crate::graph::Graph;
use crate::recommend::{Settings, map, map_for};
use crate::render;
use crate::report::Map;
use crate::words::Language;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Data folder [default: built in, the one that knows the profile's region, or the United States].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// A profile, or - for standard input: shows what is open, can be reached or is closed, and the best pathway.
    #[arg(long, value_name = "PROFILE.json")]
    profile: Option<PathBuf>,
    /// The wanted role whose best pathway is shown, by id or any title; without it that of the profile's wanted roles, or the
    /// best of all.
    #[arg(long, value_name = "ROLE", requires = "profile")]
    role: Option<String>,
    /// How to write the result; without it as the name of the output ends, else dot.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where to write the result; without it standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Svg,
    Html,
    Dot,
    Mermaid,
    Graphml,
    Csv,
}

/// Draws and writes the result.
pub fn run(arguments: &Arguments, shown: Shown) -> Ending {
    let mut texts = Vec::new();
    let drawn = drawn(arguments, shown.language(), &mut texts);
    answer(drawn, &texts, arguments.output.as_deref(), |map| {
        let written = match files::format(arguments.format, arguments.output.as_deref(), Format::Dot) {
            Format::Svg => render::map_svg(map),
            Format::Html => render::map_html(map),
            Format::Dot => render::map_dot(map),
            Format::Mermaid => render::map_mermaid(map),
            Format::Graphml => render::map_graphml(map),
            Format::Csv => render::map_csv(map),
        };
        (written, Ending::Answered)
    })
}

fn drawn(arguments: &Arguments, language: Language, texts: &mut Vec<Text>) -> Result<Map, Vec<Finding>> {
    let Some(profile) = &arguments.profile else {
        return match &arguments.graph {
            Some(folder) => Ok(map(&files::graph(Some(folder), None, texts)?, language)),
            None => Ok(map(&Graph::shipped(LARGEST).expect("it ships")?, language)),
        };
    };
    let (graph, mut profile) = files::profile(profile, arguments.graph.as_deref(), texts)?;
    if let Some(role) = &arguments.role {
        profile.targets = vec![files::role(&graph, "--role", role).map_err(|finding| vec![finding])?];
    }
    let settings = Settings { language, ..Settings::default() };
    Ok(map_for(&Threads::all(), &graph, &profile, &settings))
}
