//! `careerpath recommend`: a profile in, ranked pathways out.

use std::io::IsTerminal;

use clap::Args;

use super::listing::Listing;
use super::person::Person;
use super::screen::{Screen, browse};
use super::shown::Shown;
use super::threads::Threads;
use super::{Ending, answer, files, told};
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::Graph;
use crate::profile::Profile;
use crate::recommend::{Settings, pinned, recommend_by};
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
    /// Show pay in money of the day too, as pay has been growing; it does not affect ranking.
    #[arg(long)]
    nominal: bool,
    /// Look at the result step by step, at a terminal: what matters most, one destination, two side by side.
    #[arg(long, conflicts_with_all = ["format", "output", "pin"])]
    screen: bool,
    #[command(flatten)]
    listing: Listing,
}

/// Recommends and writes the result.
pub fn run(arguments: &Arguments, shown: Shown) -> Ending {
    let mut texts = Vec::new();
    if arguments.screen {
        return on_screen(arguments, shown).unwrap_or_else(|findings| {
            told::findings(&findings, &[]);
            Ending::CouldNotRun
        });
    }
    let report = report(arguments, shown, &mut texts);
    let listing = &arguments.listing;
    answer(report, &texts, listing.output(), |report| listing.written(report, shown))
}

/// Shows the result step by step.
fn on_screen(arguments: &Arguments, shown: Shown) -> Result<Ending, Vec<Finding>> {
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        let fault = Fault::Conflict {
            what: "the result can be looked at step by step only at a terminal",
            mend: "leave out --screen, or name a file for the profile and write to no pipe",
        };
        return Err(vec![Finding::whole("--screen", fault)]);
    }
    shown.settle_prompts();
    let (graph, profile, settings) = wanted(arguments, shown, &mut Vec::new())?;
    browse(Screen::new(&graph, profile, settings), shown)?;
    Ok(Ending::Answered)
}

/// The graph, the profile with the wanted roles of the command line, and the settings.
fn wanted(
    arguments: &Arguments,
    shown: Shown,
    texts: &mut Vec<Text>,
) -> Result<(Graph, Profile, Settings), Vec<Finding>> {
    let (graph, mut profile, settings) = arguments.person.read(shown.language(), texts)?;
    if !arguments.target.is_empty() {
        profile.targets = files::roles(&graph, "--target", &arguments.target)?;
        profile.targets.sort_unstable();
    }
    let settings = Settings { nominal: arguments.nominal, ..arguments.listing.settings(settings) };
    Ok((graph, profile, settings))
}

/// The report, with the wanted roles of the command line and what is pinned.
fn report(arguments: &Arguments, shown: Shown, texts: &mut Vec<Text>) -> Result<Report, Vec<Finding>> {
    let (graph, profile, settings) = wanted(arguments, shown, texts)?;
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
    arguments.listing.check(&report).map_err(|finding| vec![finding])?;
    report.pinned = kept;
    Ok(report)
}
