//! `careerpath wages evaluate`: how well the pay model tells what was held out.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{Ending, files, told};
use crate::finding::{Finding, sorted};
use crate::render::{measures_json, measures_text};
use crate::wages::study::evaluate::{Raw, evaluate};
use crate::wages::study::raw;

/// The largest raw file that is read.
const RAW_MB: u64 = 64;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Measure pay by experience, missing regions, own pay, bands and growth on what was held out.
    Evaluate(Evaluate),
}

#[derive(Debug, Args)]
struct Evaluate {
    /// The folder of raw files: `wages/oews_2025_him_national_state_metro.csv`,
    /// `wages/oews_national_2010_2025_long.csv` and `experience/nlswork.csv`.
    #[arg(long, value_name = "DIR")]
    raw: PathBuf,
    /// Decides who is held out.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How the table is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Reads the raw files and tells every measure.
pub fn run(arguments: &Arguments) -> Ending {
    let What::Evaluate(arguments) = &arguments.what;
    let (mut texts, mut findings) = (Vec::new(), Vec::new());
    let mut read =
        |name: &str, findings: &mut Vec<Finding>| match files::read(&arguments.raw.join(name), RAW_MB) {
            Ok(text) => texts.push(text),
            Err(finding) => findings.push(finding),
        };
    read("wages/oews_2025_him_national_state_metro.csv", &mut findings);
    read("wages/oews_national_2010_2025_long.csv", &mut findings);
    read("experience/nlswork.csv", &mut findings);
    let [areas, years, panel] = texts.as_slice() else {
        told::findings(&sorted(findings), &[]);
        return Ending::CouldNotRun;
    };
    let raw = Raw {
        cells: raw::cells(areas, &mut findings),
        vintages: raw::vintages(years, &mut findings),
        people: raw::people(panel, &mut findings),
    };
    if !findings.is_empty() {
        told::findings(&sorted(findings), &texts);
        return Ending::CouldNotRun;
    }
    let measures = evaluate(&raw, arguments.seed);
    match arguments.format {
        Format::Text => anstream::print!("{}", measures_text(&measures)),
        Format::Json => anstream::print!("{}", measures_json(&measures, arguments.seed)),
    }
    Ending::Answered
}
