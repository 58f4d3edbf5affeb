//! `careerpath cohort`: many people in, their best destinations or the reason why not out.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use super::person::{month, today};
use super::threads::at_once;
use super::{Ending, deliver, files, told};
use crate::cohort::{self, COLUMNS, Came, Checked, Ended, Layout, Order, beside};
use crate::finding::{Fault, Finding, nearest};
use crate::graph::Graph;
use crate::recommend::Settings;
use crate::units::CalendarMonth;
use crate::wages::PayBooks;

/// From one plain line of progress to the next.
const BETWEEN: Duration = Duration::from_secs(5);

#[derive(Debug, Args)]
pub struct Arguments {
    /// People, one a row: CSV or JSON lines, patterns such as 'in/*.csv', or - for standard input; gzip and zstd are unpacked.
    #[arg(value_name = "FILE", required_unless_present_any = NO_PEOPLE)]
    files: Vec<PathBuf>,
    /// Where to write the result: CSV, or JSON lines where the name ends in .jsonl.
    #[arg(short, long, value_name = "FILE", required_unless_present_any = NO_RESULT)]
    output: Option<PathBuf>,
    /// Where to write what is amiss with rows; without it beside the result, as OUTPUT.rejects.csv.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// A graph's folder; without it the United States.
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// A wanted role of rows that name none, by id or any title; may be given more than once.
    #[arg(long, value_name = "ROLE")]
    target: Vec<String>,
    /// How many destinations to list for each person.
    #[arg(long, value_name = "N", default_value_t = 3)]
    top: usize,
    /// How many threads score; without it as many as the machine runs at once. The result does not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    threads: Option<u16>,
    /// Go on with a run that was not finished.
    #[arg(long)]
    resume: bool,
    /// Give up after so many rejected rows.
    #[arg(long, value_name = "N")]
    max_rejects: Option<u64>,
    /// Read no more than so many rows.
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// The month called today, such as 2026-11; without it the calendar's.
    #[arg(long, value_name = "YEAR-MONTH", value_parser = month)]
    today: Option<CalendarMonth>,
    /// How to tell how far it is.
    #[arg(long, value_enum, default_value_t = Progress::Auto)]
    progress: Progress,
    /// One row a person, with the destinations side by side, instead of a row each.
    #[arg(long)]
    wide: bool,
    /// Other names of columns: a JSON object from the names in the files to those of the template.
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// Check every row, tell what is amiss, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write the columns a row may have, with an example, and what each holds.
    #[arg(long)]
    template: bool,
    /// Write the JSON Schema of a row.
    #[arg(long)]
    schema: bool,
}

/// What needs neither people nor a result.
const NO_PEOPLE: [&str; 2] = ["template", "schema"];
/// What needs no result.
const NO_RESULT: [&str; 3] = ["template", "schema", "dry_run"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Progress {
    /// A bar at a terminal, plain lines elsewhere.
    Auto,
    Bar,
    Plain,
    None,
}

/// Scores and writes the result.
pub fn run(arguments: &Arguments) -> Ending {
    if arguments.template {
        for column in COLUMNS {
            let needed = if column.needed { " (needed)" } else { "" };
            anstream::eprintln!("{:<22} {}{needed}", column.name, column.about);
        }
        let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        let examples: Vec<&str> = COLUMNS.iter().map(|column| column.example).collect();
        return deliver(&format!("{}\n{}\n", names.join(","), examples.join(",")), None, Ending::Answered);
    }
    if arguments.schema {
        return deliver(&cohort::schema(), None, Ending::Answered);
    }
    match scored(arguments) {
        Ok(ending) => ending,
        Err(findings) => {
            told::findings(&findings, &[]);
            Ending::CouldNotRun
        }
    }
}

fn scored(arguments: &Arguments) -> Result<Ending, Vec<Finding>> {
    let mut texts = Vec::new();
    let graph = match &arguments.graph {
        Some(folder) => files::graph(Some(folder), None, &mut texts)?,
        None => Graph::shipped(super::LARGEST).expect("it ships")?,
    };
    let settings =
        Settings { top: arguments.top, today: arguments.today.unwrap_or_else(today), ..Settings::default() };
    let pay = PayBooks::new(&graph, PayBooks::ROOM);
    let out = arguments.output.clone().unwrap_or_default();
    let order = Order {
        targets: files::roles(&graph, "--target", &arguments.target)?,
        graph: &graph,
        pay: &pay,
        settings,
        inputs: inputs(&arguments.files)?,
        called: called(arguments.columns.as_deref())?,
        layout: if arguments.wide { Layout::Wide(arguments.top) } else { Layout::Long },
        rejects: arguments.rejects.clone().unwrap_or_else(|| beside(&out, "rejects.csv")),
        resume: arguments.resume,
        limit: arguments.limit,
        max_rejects: arguments.max_rejects,
        threads: arguments.threads.map_or_else(at_once, usize::from),
        out,
    };
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    ctrlc::set_handler(move || asked.store(true, Ordering::Relaxed))
        .map_err(|error| vec![Finding::whole("Ctrl-C", Fault::Unreadable(error.to_string()))])?;
    let mut tell = teller(arguments.progress);
    if arguments.dry_run {
        return order.check(&stop, &mut tell).map(|checked| told_of(&checked));
    }
    order.run(&stop, &mut tell).map(|came| ended(arguments, came))
}

/// The files that are named, with the patterns among them filled in.
fn inputs(named: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<Finding>> {
    let (mut found, mut findings) = (Vec::new(), Vec::new());
    for path in named {
        let pattern = path.display().to_string();
        if !pattern.contains(['*', '?', '[']) || path.exists() {
            found.push(path.clone());
            continue;
        }
        let matching = glob::glob(&pattern).map(|paths| paths.filter_map(Result::ok).collect::<Vec<_>>());
        match matching {
            Ok(paths) if !paths.is_empty() => found.extend(paths),
            Ok(_) => {
                findings.push(Finding::whole(&pattern, Fault::Unreadable("no file is called so".to_owned())))
            }
            Err(error) => findings.push(Finding::whole(&pattern, Fault::Unreadable(error.to_string()))),
        }
    }
    if findings.is_empty() { Ok(found) } else { Err(findings) }
}

/// Other names of columns from a file.
fn called(path: Option<&Path>) -> Result<Vec<(String, String)>, Vec<Finding>> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let text = files::read(path, files::PROFILE_MB).map_err(|finding| vec![finding])?;
    let read: Result<BTreeMap<String, String>, _> = serde_json::from_slice(&text.bytes);
    let map = read.map_err(|error| {
        let detail = format!("it is no object of names: {error}");
        vec![Finding::whole(&text.name, Fault::WrongType { detail })]
    })?;
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    let unknown = map.values().filter(|ours| !names.contains(&ours.as_str()));
    let findings: Vec<Finding> = unknown
        .map(|ours| {
            let near = nearest(ours, names.iter().copied());
            let expected =
                near.map_or_else(|| names.iter().map(|name| (*name).to_owned()).collect(), |near| vec![near]);
            Finding::whole(&text.name, Fault::UnknownKey { key: ours.clone(), expected })
        })
        .collect();
    if findings.is_empty() { Ok(map.into_iter().collect()) } else { Err(findings) }
}

/// Tells what a check came to.
fn told_of(checked: &Checked) -> Ending {
    for tally in &checked.tallies {
        let (file, line, reason) = &tally.first;
        let column = if tally.column.is_empty() { "row" } else { &tally.column };
        anstream::println!("{:>8}  {column}: {}", tally.rows, tally.code);
        anstream::println!("          first in {file}, line {line}: {reason}");
    }
    let (good, rejected) = (checked.good, checked.rejected);
    anstream::eprintln!(
        "{} rows: {good} can be scored, {rejected} would be rejected; nothing is written",
        good + rejected
    );
    if rejected == 0 && good > 0 { Ending::Answered } else { Ending::Nothing }
}

/// What tells how many rows are done: a bar, plain lines now and then, or nothing.
fn teller(progress: Progress) -> impl FnMut(u64, u64) {
    let terminal = std::io::stderr().is_terminal();
    let bar = matches!(progress, Progress::Bar) || progress == Progress::Auto && terminal;
    let plain = matches!(progress, Progress::Plain) || progress == Progress::Auto && !terminal;
    let bar = bar.then(|| {
        let style = ProgressStyle::with_template("{spinner} {human_pos} rows, {per_sec}, {elapsed} {msg}");
        ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
    });
    let (begin, mut last) = (Instant::now(), Instant::now());
    move |good, rejected| {
        if let Some(bar) = &bar {
            bar.set_position(good + rejected);
            bar.set_message(format!("{rejected} rejected"));
        } else if plain && last.elapsed() >= BETWEEN {
            last = Instant::now();
            let seconds = begin.elapsed().as_secs();
            anstream::eprintln!("{} rows, {rejected} rejected, {seconds} s", good + rejected);
        }
    }
}

/// Tells what a run came to.
fn ended(arguments: &Arguments, came: Came) -> Ending {
    let (good, rejected) = (came.good, came.rejected);
    let total = good + rejected;
    match came.ended {
        Ended::Whole => {
            let out = arguments.output.as_deref().unwrap_or(std::path::Path::new("-")).display();
            anstream::eprintln!("{total} rows: {good} scored, {rejected} rejected; the result is in {out}");
            if good > 0 { Ending::Answered } else { Ending::Nothing }
        }
        Ended::Stopped => {
            anstream::eprintln!("stopped after {total} rows: {good} scored, {rejected} rejected");
            anstream::eprintln!("hint: the same command with --resume goes on");
            Ending::CouldNotRun
        }
        Ended::TooMany => {
            anstream::eprintln!("given up after {total} rows: {rejected} are rejected");
            anstream::eprintln!(
                "hint: look at the rejects; the same command with --resume and a larger --max-rejects goes on"
            );
            Ending::Nothing
        }
    }
}
