//! `careerpath recommend`: a profile in, ranked pathways out.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Ending, deliver, files, told};
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::Graph;
use crate::profile::{Criterion, Preset, Profile};
use crate::recommend::{Settings, recommend};
use crate::render;
use crate::units::CalendarMonth;

#[derive(Debug, Args)]
pub struct Arguments {
    /// A profile, or - for standard input.
    #[arg(value_name = "PROFILE.json")]
    profile: PathBuf,
    /// A graph's folder; without it the shipped graph that knows the profile's region.
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
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
    /// What matters most.
    #[arg(long, value_enum)]
    preset: Option<PresetName>,
    /// A weight of your own, such as chance=0.5; may be given more than once.
    #[arg(long, value_name = "CRITERION=WEIGHT", value_parser = weight)]
    weight: Vec<(Criterion, f64)>,
    /// Months over which money is counted.
    #[arg(long, value_name = "MONTHS", value_parser = clap::value_parser!(u32).range(12..=480))]
    horizon: Option<u32>,
    /// The month called today, such as 2026-11; without it the calendar's.
    #[arg(long, value_name = "YEAR-MONTH", value_parser = month)]
    today: Option<CalendarMonth>,
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PresetName {
    Balanced,
    Pay,
    Soonest,
    Cheapest,
    Surest,
}

fn weight(text: &str) -> Result<(Criterion, f64), String> {
    let usage = "write it as criterion=weight, such as chance=0.5";
    let (name, value) = text.split_once('=').ok_or(usage)?;
    let known = crate::rank::CRITERIA.iter().map(|entry| entry.criterion);
    let ids: Vec<&str> = known.clone().map(Criterion::id).collect();
    let found = known.into_iter().find(|criterion| criterion.id() == name);
    let criterion = found.ok_or_else(|| format!("no criterion `{name}`; there are {}", ids.join(", ")))?;
    let value: f64 = value.parse().map_err(|_| usage.to_owned())?;
    if (0.0..=1000.0).contains(&value) { Ok((criterion, value)) } else { Err("weights are 0 to 1000".into()) }
}

fn month(text: &str) -> Result<CalendarMonth, String> {
    CalendarMonth::parse(text).ok_or_else(|| "write it as year-month, such as 2026-11".to_owned())
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
    let mut settings = Settings { today: arguments.today.unwrap_or_else(calendar), ..Settings::default() };
    settings.nominal = arguments.nominal;
    settings.horizon = arguments.horizon.unwrap_or(settings.horizon);
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

fn inputs(arguments: &Arguments, texts: &mut Vec<Text>) -> Result<(Graph, Profile), Vec<Finding>> {
    let file = files::read(&arguments.profile, files::PROFILE_MB).map_err(|finding| vec![finding])?;
    texts.push(file.clone());
    let graph = files::graph(arguments.graph.as_deref(), Some(&file), texts)?;
    let mut profile = Profile::check(&file, &graph)?;
    if !arguments.target.is_empty() {
        profile.targets.clear();
        let mut findings = Vec::new();
        for word in &arguments.target {
            match files::role(&graph, "--target", word) {
                Ok(role) => profile.targets.push(role),
                Err(finding) => findings.push(finding),
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        profile.targets.sort_unstable();
        profile.targets.dedup();
    }
    if let Some(preset) = arguments.preset {
        profile.preset = match preset {
            PresetName::Balanced => Preset::Balanced,
            PresetName::Pay => Preset::Pay,
            PresetName::Soonest => Preset::Soonest,
            PresetName::Cheapest => Preset::Cheapest,
            PresetName::Surest => Preset::Surest,
        };
    }
    for (criterion, value) in &arguments.weight {
        profile.weights.retain(|(named, _)| named != criterion);
        profile.weights.push((*criterion, *value));
    }
    if crate::rank::Weights::of(&profile).all().iter().all(|weight| *weight == 0.0) {
        return Err(vec![Finding::whole("--weight", Fault::NoWeight)]);
    }
    Ok((graph, profile))
}

fn calendar() -> CalendarMonth {
    let now = jiff::Zoned::now();
    let year = u32::try_from(now.year()).unwrap_or(2026);
    let month = u32::try_from(now.month()).unwrap_or(1);
    CalendarMonth::new(year, month).unwrap_or(Settings::default().today)
}
