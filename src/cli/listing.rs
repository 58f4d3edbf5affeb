//! How much of a report is told, as what, and where to.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Ending;
use super::shown::Shown;
use crate::recommend::Settings;
use crate::render;
use crate::report::Report;

#[derive(Debug, Args)]
pub struct Listing {
    /// How many destinations to show.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    top: Option<u16>,
    /// How many pathways to show for each.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    alternatives: Option<u16>,
    /// How to write the result.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Where to write the result; without it standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Csv,
    Md,
    Html,
}

impl Listing {
    /// Settings with so much to be listed.
    pub fn settings(&self, settings: Settings) -> Settings {
        Settings {
            top: self.top.map_or(settings.top, usize::from),
            alternatives: self.alternatives.map_or(settings.alternatives, usize::from),
            ..settings
        }
    }

    /// Whether nobody asked for anything but text on a terminal.
    pub fn on_screen(&self) -> bool {
        self.format == Format::Text && self.output.is_none() && std::io::stdout().is_terminal()
    }

    /// Where to write.
    pub fn output(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// A report as written, and how the verb ends that gives it.
    pub fn written(&self, report: &Report, shown: Shown) -> (String, Ending) {
        let written = match self.format {
            Format::Text => render::text(report, shown.look(self.output.is_some())),
            Format::Json => render::json(report),
            Format::Csv => render::csv(report),
            Format::Md => render::markdown(report),
            Format::Html => render::page(report),
        };
        // whoever wants some roles is answered by one of them
        let wants = !report.profile.targets.is_empty();
        let found = report.destinations.iter().any(|found| found.wanted || !wants);
        let answered = found || !report.pinned.is_empty() || (!wants && report.folded.is_some());
        (written, if answered { Ending::Answered } else { Ending::Nothing })
    }
}
