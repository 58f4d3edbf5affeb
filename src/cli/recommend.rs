//! `careerpath recommend`: a profile in, ranked pathways out.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::person::Person;
use super::{Ending, deliver, files, told};
use crate::document::Text;
use crate::finding::Finding;
use crate::graph::Graph;
use crate::profile::Profile;
use crate::recommend::recommend;
use crate::render;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    person: Person,
    /// A wanted role, by id or any title; may be given more than once.
    #[arg(long, value_name = "ROLE")]
    target: Vec<String>,
    /// Show pay in money of the day too, as pay has been growing; it ranks nothing.
    #[arg(long)]
    nominal: bool,
    /// How many destinations to show.
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// How many pathways to show for each.
    #[arg(long, value_name = "N")]
    alternatives: Option<usize>,
    /// How to write the result.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where to write the result; without it standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
}

/// Recommends and writes the result.
pub fn run(arguments: &Arguments) -> Ending {
    let mut texts = Vec::new();
    let (graph, profile) = match inputs(arguments, &mut texts) {
        Ok(inputs) => inputs,
        Err(findings) => {
            told::findings(&findings, &texts);
            return Ending::CouldNotRun;
        }
    };
    let mut settings = arguments.person.settings();
    settings.nominal = arguments.nominal;
    settings.top = arguments.top.unwrap_or(settings.top);
    settings.alternatives = arguments.alternatives.unwrap_or(settings.alternatives);
    let report = recommend(&graph, &profile, &settings);
    let colour = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
    let bold = arguments.output.is_none() && colour && std::io::stdout().is_terminal();
    let written = match arguments.format {
        Format::Text => render::text(&report, bold),
        Format::Json => render::json(&report),
        Format::Csv => render::csv(&report),
    };
    let ending = if report.destinations.is_empty() { Ending::Nothing } else { Ending::Answered };
    deliver(&written, arguments.output.as_deref(), ending)
}

/// The graph and the profile, with the wanted roles of the command line in place.
fn inputs(arguments: &Arguments, texts: &mut Vec<Text>) -> Result<(Graph, Profile), Vec<Finding>> {
    let (graph, mut profile) = arguments.person.read(texts)?;
    if !arguments.target.is_empty() {
        profile.targets = files::roles(&graph, "--target", &arguments.target)?;
    }
    Ok((graph, profile))
}
