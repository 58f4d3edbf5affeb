//! How much of a report is told, as what, and where to.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::shown::Shown;
use super::{Ending, files};
use crate::finding::{Fault, Finding};
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
    /// Tell every destination with all that is known of it, instead of a screen to begin with.
    #[arg(long, conflicts_with = "route")]
    all: bool,
    /// Open one route: the destination of this rank with all that is known of it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    route: Option<u16>,
    /// Tell the sources of the figures: who says so, when, and where it can be read.
    #[arg(long, conflicts_with_all = ["all", "route"])]
    sources: bool,
    /// How to write the result; without it as the name of the output ends, else text.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where to write the result; without it standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Destinations of the first screen, where there is room for them.
const FIRST: usize = 8;

/// The shape of the text.
enum Shape {
    /// A screen to begin with.
    First,
    /// Every destination, whole.
    All,
    /// One of them.
    Route(usize),
    /// Where the figures are from.
    Sources,
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
    /// How the result is written.
    pub fn format(&self) -> Format {
        files::format(self.format, self.output(), Format::Text)
    }

    /// Settings with so much to be listed.
    pub fn settings(&self, settings: Settings) -> Settings {
        let top = match self.text() {
            Shape::First | Shape::Sources => FIRST.max(settings.top),
            Shape::Route(rank) => rank.max(settings.top),
            Shape::All if self.all => usize::MAX,
            Shape::All => settings.top,
        };
        Settings {
            top: self.top.map_or(top, usize::from),
            alternatives: self.alternatives.map_or(settings.alternatives, usize::from),
            ..settings
        }
    }

    /// The shape of the text that is asked for.
    fn text(&self) -> Shape {
        match self.route {
            Some(rank) => Shape::Route(rank.into()),
            None if self.sources => Shape::Sources,
            None if self.all || self.format() != Format::Text || self.output.is_some() => Shape::All,
            None => Shape::First,
        }
    }

    /// Tells a route that is not there.
    ///
    /// # Errors
    ///
    /// A finding on `--route`.
    pub fn check(&self, report: &Report) -> Result<(), Finding> {
        let Some(route) = self.route else { return Ok(()) };
        let ranks = report.destinations.iter().map(|found| found.rank);
        if ranks.clone().any(|rank| rank == usize::from(route)) {
            return Ok(());
        }
        let high = ranks.max().map_or(0.0, |most| f64::from(u32::try_from(most).unwrap_or(u32::MAX)));
        Err(Finding::whole("--route", Fault::OutOfRange { value: route.into(), low: 1.0, high }))
    }

    /// Whether nobody asked for anything but text on a terminal.
    pub fn on_screen(&self) -> bool {
        self.format() == Format::Text && self.output.is_none() && std::io::stdout().is_terminal()
    }

    /// Where to write.
    pub fn output(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// A report as written, and how the verb ends that gives it.
    pub fn written(&self, report: &Report, shown: Shown) -> (String, Ending) {
        let written = match self.format() {
            Format::Text => {
                let look = shown.look(self.output.is_some());
                match self.text() {
                    Shape::First if report.pinned.is_empty() => render::first_screen(report, look),
                    Shape::First | Shape::All => render::text(report, look),
                    Shape::Route(rank) => render::route_text(report, rank, look).unwrap_or_default(),
                    Shape::Sources => render::sources_text(report, look),
                }
            }
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
