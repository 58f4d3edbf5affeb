//! `careerpath recommend`: a profile in, ranked pathways out.

use clap::Args;

use super::listing::Listing;
use super::person::Person;
use super::shown::Shown;
use super::threads::Threads;
use super::{Ending, answer, files};
use crate::document::Text;
use crate::finding::Finding;
use crate::recommend::{pinned, recommend_by};
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
    #[command(flatten)]
    listing: Listing,
}

/// Recommends and writes the result.
pub fn run(arguments: &Arguments, shown: Shown) -> Ending {
    let mut texts = Vec::new();
    let report = report(arguments, shown, &mut texts);
    let listing = &arguments.listing;
    answer(report, &texts, listing.output(), |report| listing.written(report, shown))
}

/// The report, with the wanted roles of the command line and what is pinned.
fn report(arguments: &Arguments, shown: Shown, texts: &mut Vec<Text>) -> Result<Report, Vec<Finding>> {
    let (graph, mut profile, settings) = arguments.person.read(shown.language(), texts)?;
    if !arguments.target.is_empty() {
        profile.targets = files::roles(&graph, "--target", &arguments.target)?;
        profile.targets.sort_unstable();
    }
    let mut settings = arguments.listing.settings(settings);
    settings.nominal = arguments.nominal;
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
