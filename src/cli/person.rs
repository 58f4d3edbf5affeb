//! Whom a verb is about: the profile, its graph, what matters most, and when.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::files;
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::Graph;
use crate::profile::{Criterion, Preset, Profile};
use crate::recommend::Settings;
use crate::search::Choices;
use crate::units::CalendarMonth;
use crate::words::Language;

#[derive(Debug, Args)]
pub struct Person {
    /// A profile, or - for standard input.
    #[arg(value_name = "PROFILE.json")]
    profile: PathBuf,
    /// Data folder [default: built in, the one that knows the profile's region].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// What matters most.
    #[arg(long, value_enum)]
    preset: Option<PresetName>,
    /// A weight of your own, such as chance=0.5; may be given more than once.
    #[arg(long, value_name = "CRITERION=WEIGHT", value_parser = weight)]
    weight: Vec<(Criterion, f64)>,
    /// A role, credential or program that no pathway may have; may be given more than once.
    #[arg(long, value_name = "NODE")]
    exclude: Vec<String>,
    /// A role, credential or program that every pathway must have; may be given more than once.
    #[arg(long, value_name = "NODE")]
    require: Vec<String>,
    /// Time horizon in months.
    #[arg(long, value_name = "MONTHS", value_parser = clap::value_parser!(u32).range(12..=480))]
    horizon: Option<u32>,
    /// The month called today, such as 2026-11; without it the calendar's.
    #[arg(long, value_name = "YEAR-MONTH", value_parser = month)]
    today: Option<CalendarMonth>,
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

pub fn month(text: &str) -> Result<CalendarMonth, String> {
    CalendarMonth::parse(text).ok_or_else(|| "write it as year-month, such as 2026-11".to_owned())
}

impl Person {
    /// The graph, the profile with the preset and the weights of the command line in place, and its settings.
    pub fn read(
        &self,
        language: Language,
        texts: &mut Vec<Text>,
    ) -> Result<(Graph, Profile, Settings), Vec<Finding>> {
        let (graph, mut profile) = files::profile(&self.profile, self.graph.as_deref(), texts)?;
        if let Some(preset) = self.preset {
            profile.preset = match preset {
                PresetName::Balanced => Preset::Balanced,
                PresetName::Pay => Preset::Pay,
                PresetName::Soonest => Preset::Soonest,
                PresetName::Cheapest => Preset::Cheapest,
                PresetName::Surest => Preset::Surest,
            };
        }
        for (criterion, value) in &self.weight {
            profile.weights.retain(|(named, _)| named != criterion);
            profile.weights.push((*criterion, *value));
        }
        if crate::rank::Weights::of(&profile).all().iter().all(|weight| *weight == 0.0) {
            return Err(vec![Finding::whole("--weight", Fault::NoWeight)]);
        }
        let mut findings = Vec::new();
        let mut nodes = |argument, words: &[String]| {
            files::nodes(&graph, argument, words).unwrap_or_else(|more| {
                findings.extend(more);
                Vec::new()
            })
        };
        let choices = Choices {
            exclude: nodes("--exclude", &self.exclude),
            require: nodes("--require", &self.require),
        };
        if choices.require.iter().any(|node| choices.exclude.contains(node)) {
            let fault = Fault::Conflict {
                what: "a step is both left out and insisted on",
                mend: "name it in one of --exclude and --require",
            };
            findings.push(Finding::whole("--require", fault));
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let settings =
            Settings { today: self.today.unwrap_or_else(today), choices, language, ..Settings::default() };
        let horizon = self.horizon.unwrap_or(settings.horizon);
        Ok((graph, profile, Settings { horizon, ..settings }))
    }
}

/// The month of the calendar.
pub fn today() -> CalendarMonth {
    let now = jiff::Zoned::now();
    let year = u32::try_from(now.year()).unwrap_or(2026);
    let month = u32::try_from(now.month()).unwrap_or(1);
    CalendarMonth::new(year, month).unwrap_or(Settings::default().today)
}
