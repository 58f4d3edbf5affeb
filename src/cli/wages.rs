//! `careerpath wages show|evaluate|fit`: what a role pays in a region; how well the pay model tells what was held out; the
//! model that a graph ships, fitted again.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use super::{Ending, deliver, files, told};
use crate::finding::{Finding, sorted};
use crate::render::{Look, json, measures_json, measures_text, wages_text};
use crate::wages::shown::Shown;
use crate::wages::study::evaluate::{Raw, evaluate};
use crate::wages::study::fit::fit;
use crate::wages::study::raw;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Show what a role pays in a region, where each figure is from, and the years to come.
    Show(Show),
    /// Measure pay by experience, missing regions, own pay, bands and growth on what was held out.
    Evaluate(Evaluate),
    /// Fit the pay model that a graph ships as its wages.json.
    Fit(Fit),
}

#[derive(Debug, Args)]
struct Fit {
    /// The folder of raw files, as for `evaluate`.
    #[arg(long, value_name = "DIR")]
    raw: PathBuf,
    /// Fit people alone, for a graph of regions that the tables do not tell.
    #[arg(long)]
    people_only: bool,
    /// Decides who is held out.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write to a file instead of the screen.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Evaluate {
    /// The folder of raw files: `wages/oews_2025_him_national_state_metro.csv`,
    /// `wages/oews_national_2010_2025_long.csv`, `experience/census2010_occupations.csv`,
    /// `experience/nlsy97_panel_1of3.csv` to `3of3`, `experience/nlswork.csv` and
    /// `programs/scorecard_fields_5107_5127_2026.csv`.
    #[arg(long, value_name = "DIR")]
    raw: PathBuf,
    /// Decides who is held out.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How the table is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Args)]
struct Show {
    /// The role, by id or any title.
    role: String,
    /// The region, by id or any name.
    region: String,
    /// Years in the field, and in the role after a comma, such as 5 or 5,2.
    #[arg(long, value_name = "YEARS[,YEARS]", default_value = "0", value_parser = experience)]
    experience: [u32; 2],
    /// Show the years to come in money of the day, as pay has been growing.
    #[arg(long)]
    nominal: bool,
    /// Data folder [default: built in, the one that knows the region].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Months in the field and in the role.
fn experience(text: &str) -> Result<[u32; 2], String> {
    let usage = || "write years in the field, and in the role after a comma, such as 5,2".to_owned();
    let months = |years: &str| {
        let years: f64 = years.trim().parse().map_err(|_| usage())?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the range")]
        let months = (12.0 * years).round() as u32;
        if (0.0..=70.0).contains(&years) { Ok(months) } else { Err("years are 0 to 70".to_owned()) }
    };
    let (field, role) = text.split_once(',').unwrap_or((text, "0"));
    let (field, role) = (months(field)?, months(role)?);
    Ok([field.max(role), role])
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Shows, or measures.
pub fn run(arguments: &Arguments, look: Look) -> Ending {
    match &arguments.what {
        What::Show(arguments) => show(arguments, look),
        What::Evaluate(arguments) => measure(arguments),
        What::Fit(arguments) => refit(arguments),
    }
}

fn show(arguments: &Show, look: Look) -> Ending {
    let mut texts = Vec::new();
    let found = files::graphs(arguments.graph.as_deref(), &mut texts).and_then(|graphs| {
        let (graph, region) =
            files::region(&graphs, "region", &arguments.region).map_err(|finding| vec![finding])?;
        let role = files::role(graph, "role", &arguments.role).map_err(|finding| vec![finding])?;
        Ok(Shown::of(graph, role, region, arguments.experience, arguments.nominal))
    });
    match found {
        Ok(shown) => {
            let told = match arguments.format {
                Format::Text => wages_text(&shown, look),
                Format::Json => json(&shown),
            };
            let ending = if shown.from.is_some() { Ending::Answered } else { Ending::Nothing };
            deliver(&told, None, ending)
        }
        Err(findings) => {
            told::findings(&findings, &texts);
            Ending::CouldNotRun
        }
    }
}

/// Reads the raw files; what is wrong with them is told.
fn raw_files(folder: &Path) -> Option<Raw> {
    let (mut texts, mut findings) = (Vec::new(), Vec::new());
    let mut read =
        |name: &str, findings: &mut Vec<Finding>| match files::read(&folder.join(name), files::RAW_MB) {
            Ok(text) => texts.push(text),
            Err(finding) => findings.push(finding),
        };
    for name in raw::FILES {
        read(name, &mut findings);
    }
    let Ok(texts) = <[_; raw::FILES.len()]>::try_from(texts) else {
        told::findings(&sorted(findings), &[]);
        return None;
    };
    let raw = raw::read(&texts, &mut findings);
    if findings.is_empty() {
        return Some(raw);
    }
    told::findings(&sorted(findings), &texts);
    None
}

/// Tells every measure.
fn measure(arguments: &Evaluate) -> Ending {
    let Some(raw) = raw_files(&arguments.raw) else { return Ending::CouldNotRun };
    let measures = evaluate(&raw, arguments.seed);
    let told = match arguments.format {
        Format::Text => measures_text(&measures),
        Format::Json => measures_json(&measures, arguments.seed),
    };
    deliver(&told, None, Ending::Answered)
}

/// Fits the model and writes it.
fn refit(arguments: &Fit) -> Ending {
    let Some(mut raw) = raw_files(&arguments.raw) else { return Ending::CouldNotRun };
    if arguments.people_only {
        raw.cells.clear();
        raw.vintages.clear();
    }
    let Some(model) = fit(&raw, arguments.seed) else {
        anstream::eprintln!("The panel is too small to fit where people stand by experience.");
        return Ending::Nothing;
    };
    deliver(&json(&model), arguments.output.as_deref(), Ending::Answered)
}
