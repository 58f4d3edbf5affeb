//! `careerpath recommend`: a profile in, ranked pathways out.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::person::Person;
use super::threads::Threads;
use super::{Ending, answer, files};
use crate::document::Text;
use crate::finding::Finding;
use crate::recommend::{pinned, recommend_by};
use crate::render;
use crate::report::Report;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    person: Person,
    /// A wanted role, by id or any title; may be given more than once.
    #[arg(long, value_name = "ROLE")]
    target: Vec<String>,
    /// A pathway to keep in the answer whatever beats it, by the id of an earlier answer; may be given more than once.
    #[arg(long, value_name = "ID")]
    pin: Vec<String>,
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
    Md,
}

/// Recommends and writes the result.
pub fn run(arguments: &Arguments) -> Ending {
    let mut texts = Vec::new();
    let report = report(arguments, &mut texts);
    answer(report, &texts, arguments.output.as_deref(), |report, bold| {
        let written = match arguments.format {
            Format::Text => render::text(report, bold),
            Format::Json => render::json(report),
            Format::Csv => render::csv(report),
            Format::Md => render::markdown(report),
        };
        let answered = !report.destinations.is_empty() || !report.pinned.is_empty();
        (written, if answered { Ending::Answered } else { Ending::Nothing })
    })
}

/// The report, with the wanted roles of the command line and what is pinned.
fn report(arguments: &Arguments, texts: &mut Vec<Text>) -> Result<Report, Vec<Finding>> {
    let (graph, mut profile, mut settings) = arguments.person.read(texts)?;
    if !arguments.target.is_empty() {
        profile.targets = files::roles(&graph, "--target", &arguments.target)?;
        profile.targets.sort_unstable();
    }
    settings.nominal = arguments.nominal;
    settings.top = arguments.top.unwrap_or(settings.top);
    settings.alternatives = arguments.alternatives.unwrap_or(settings.alternatives);
    let (mut kept, mut findings) = (Vec::new(), Vec::new());
    for id in &arguments.pin {
        match pinned(&graph, &profile, &settings, id) {
            Ok(pinned) => kept.push(pinned),
            Err(ids) => findings.push(files::no_pathway("--pin", id, &ids)),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let mut report = recommend_by(&Threads::all(), &graph, &profile, &settings);
    report.pinned = kept;
    Ok(report)
}
