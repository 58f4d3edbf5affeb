//! `careerpath cohort`: many people in, their best destinations or the reason why not out.

mod inputs;
mod invented;
mod others;
mod progress;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::Args;
use indicatif::HumanDuration;

use super::person::{month, today};
use super::threads::at_once;
use super::{Ending, LARGEST, deliver, files, told};
use crate::cohort::{
    self, COLUMNS, Came, Checked, Ended, Far, Layout, Order, Summed, Tally, beside, standard,
};
use crate::finding::{Fault, Finding, visible};
use crate::graph::Graph;
use crate::recommend::Settings;
use crate::render;
use crate::units::CalendarMonth;
use crate::wages::PayBooks;
use inputs::{called, inputs, settled};
use invented::invented;
use progress::{Progress, teller};

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub struct Arguments {
    /// People, one a row: CSV, a workbook (.xlsx) or JSON lines, patterns such as 'in/*.csv', or - for standard input; gzip and zstd
    /// are unpacked.
    /// Parquet and Arrow too, where the program was built with `--features columnar`.
    #[arg(value_name = "FILE", required_unless_present_any = NO_PEOPLE)]
    files: Vec<PathBuf>,
    /// Where to write the result: CSV, or what the name ends in: .xlsx, .jsonl, or .parquet and .arrow with `--features columnar`.
    #[arg(short, long, value_name = "FILE", required_unless_present_any = NO_RESULT)]
    output: Option<PathBuf>,
    /// Where to write what is amiss with rows; without it beside the result, as OUTPUT.rejects.csv.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// The sheet of a workbook to read, by its name; without it the first.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Data folder [default: the United States, built in].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// A wanted role of rows that name none, by id or any title; may be given more than once.
    #[arg(long, value_name = "ROLE")]
    target: Vec<String>,
    /// How many destinations to list for each person.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=100))]
    top: u16,
    /// How many threads score; without it as many as the machine runs at once. The result does not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    threads: Option<u16>,
    /// Go on with a run that was not finished.
    #[arg(long)]
    resume: bool,
    /// Where to write what the cohort comes to: text, or a page or JSON where the name ends in .html or .json; - prints it. Groups of fewer
    /// than ten people are not told.
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    /// Score the cohort also as if the graph were changed so, and tell who gains; may be given more than once.
    #[arg(long, value_name = "PATCH.json")]
    what_if: Vec<PathBuf>,
    /// Try each skill and each credential or award in the hands of the cohort, and tell which gains it most.
    #[arg(long)]
    search_additions: bool,
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
    /// A row for each destination of a person, instead of one row with them side by side.
    #[arg(long)]
    long: bool,
    /// Other names of columns: a JSON object from the names in the files to those of the template.
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// Meanings of texts, as --review writes them, filled in: a JSON object of columns, each from a text to the id or the words that it
    /// stands for; "" where it counts for nothing.
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// Write each text that is not known for certain with what it most likely means, to be filled in for --map, and score nothing.
    #[arg(long, value_name = "FILE")]
    review: Option<PathBuf>,
    /// Check every row, tell what is amiss, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write the columns a row may have, with an example, and what each holds.
    #[arg(long)]
    template: bool,
    /// Write the JSON Schema of a row.
    #[arg(long)]
    schema: bool,
    /// Generate N test people instead of scoring.
    #[arg(long, value_name = "N", conflicts_with = "files")]
    generate: Option<u64>,
    /// Random seed of test people.
    #[arg(long, value_name = "S", default_value_t = 1, requires = "generate")]
    seed: u64,
    /// Where the invented people live: a region, and those within it; without it, one that the seed draws.
    #[arg(long, value_name = "REGION", requires = "generate")]
    around: Option<String>,
    /// Percentage of corrupted test rows.
    #[arg(long, value_name = "PERCENT", default_value_t = 0, requires = "generate",
          value_parser = clap::value_parser!(u64).range(0..=100))]
    spoilt: u64,
}

/// What needs neither people nor a result.
const NO_PEOPLE: [&str; 3] = ["template", "schema", "generate"];
/// What needs no result.
const NO_RESULT: [&str; 5] = ["template", "schema", "generate", "dry_run", "review"];

/// Scores and writes the result.
pub fn run(arguments: &Arguments) -> Ending {
    if arguments.template {
        for column in COLUMNS {
            let needed = if column.needed { " (needed)" } else { "" };
            anstream::eprintln!("{:<22} {}{needed}", column.name, column.about);
        }
        let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        let examples: Vec<&str> = COLUMNS.iter().map(|column| column.example).collect();
        let rows = format!("{}\n{}\n", names.join(","), examples.join(","));
        return deliver(&rows, arguments.output.as_deref(), Ending::Answered);
    }
    if arguments.schema {
        return deliver(&cohort::schema(), arguments.output.as_deref(), Ending::Answered);
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
        None => Graph::shipped(LARGEST).expect("it ships")?,
    };
    let of_graph: Vec<PathBuf> = texts.iter().map(|text| PathBuf::from(&text.name)).collect();
    if let Some(rows) = arguments.generate {
        if let Some(path) =
            arguments.output.as_deref().filter(|out| of_graph.iter().any(|own| files::same(own, out)))
        {
            let (what, mend) = ("it would be written over, and is a file of the graph", "name another file");
            let fault = Fault::Conflict { what, mend };
            return Err(vec![Finding::whole(&path.display().to_string(), fault)]);
        }
        return invented(arguments, &graph, rows);
    }
    let settings = Settings {
        top: usize::from(arguments.top),
        today: arguments.today.unwrap_or_else(today),
        ..Settings::default()
    };
    let pay = PayBooks::new(&graph, PayBooks::ROOM);
    let out = arguments.output.clone().unwrap_or_default();
    let named = inputs(&arguments.files)?;
    // it is read more than once, and a run that is taken up must tell it from another
    let writes_rows = !arguments.dry_run && arguments.review.is_none();
    let kept = (writes_rows && named.iter().any(|path| standard(path))).then(|| beside(&out, "stdin"));
    let keeps_people = arguments.search_additions || !arguments.what_if.is_empty();
    let order = Order {
        targets: files::roles(&graph, "--target", &arguments.target)?,
        graph: &graph,
        pay: &pay,
        settings,
        inputs: match &kept {
            Some(kept) => named.iter().map(|path| if standard(path) { kept } else { path }.clone()).collect(),
            None => named,
        },
        called: called(arguments.columns.as_deref())?,
        sheet: arguments.sheet.clone(),
        settled: settled(arguments.map.as_deref())?,
        layout: if arguments.long { Layout::Long } else { Layout::Wide(usize::from(arguments.top)) },
        rejects: arguments.rejects.clone().unwrap_or_else(|| beside(&out, "rejects.csv")),
        summed: match (arguments.search_additions, arguments.summary.is_some() || keeps_people) {
            (true, _) => Summed::WithRows,
            (false, true) => Summed::Yes,
            (false, false) => Summed::No,
        },
        keeps_people,
        resume: arguments.resume,
        limit: arguments.limit,
        max_rejects: arguments.max_rejects,
        threads: arguments.threads.map_or_else(at_once, usize::from),
        out,
    };
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        // whoever asks twice does not wait: a run can be taken up whatever ends it
        if asked.swap(true, Ordering::Relaxed) {
            std::process::exit(2);
        }
    })
    .map_err(|error| vec![Finding::whole("Ctrl-C", Fault::Unreadable(error.to_string()))])?;
    let mut tell = teller(arguments.progress);
    let others = arguments.columns.iter().chain(&arguments.map).chain(&arguments.what_if).chain(&of_graph);
    let read: Vec<&Path> = others.map(PathBuf::as_path).collect();
    let summary = arguments.summary.as_deref().filter(|path| path.as_os_str() != "-");
    if writes_rows {
        order.clear(&read, summary.as_slice())?;
    }
    if let Some(path) = &arguments.review {
        let unsure = order.unsure(&stop)?;
        anstream::eprintln!("{} texts are not known for certain", unsure.len());
        return Ok(deliver(&cohort::review(&unsure), Some(path), Ending::Answered));
    }
    if arguments.dry_run {
        let checked = order.check(&stop, &mut tell)?;
        let takes = if stop.load(Ordering::Relaxed) { None } else { order.takes(&checked)? };
        return Ok(told_of(&checked, takes, order.threads));
    }
    let patches = others::patches(arguments)?;
    let Some(kept) = kept else { return scored_all(arguments, &order, &patches, &stop, &mut tell) };
    let ending = match cohort::keep_standard(&kept, &stop) {
        Ok(true) => scored_all(arguments, &order, &patches, &stop, &mut tell),
        Ok(false) => {
            anstream::eprintln!("stopped before all of standard input was there: nothing is scored");
            Ok(Ending::CouldNotRun)
        }
        Err(error) => {
            Err(vec![Finding::whole(&kept.display().to_string(), Fault::Unwritable(error.to_string()))])
        }
    };
    let _ = std::fs::remove_file(&kept);
    ending
}

/// Scores everything, writes what is asked for, and tells what it came to.
fn scored_all(
    arguments: &Arguments,
    order: &Order<'_>,
    patches: &[(String, Graph)],
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Far),
) -> Result<Ending, Vec<Finding>> {
    let came = order.run(stop, tell)?;
    if let (Some(path), Some(summary)) = (&arguments.summary, &came.summary) {
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        let written = match ending.to_str() {
            Some("json") => render::summary_json(summary),
            Some("html" | "htm") => render::summary_page(summary),
            _ => render::summary_text(summary, 80),
        };
        let file = Some(path.as_path()).filter(|path| path.as_os_str() != "-");
        files::write(&written, file).map_err(|finding| vec![finding])?;
    }
    let ending = ended(arguments, &came, &order.rejects);
    if came.ended == Ended::Whole && order.keeps_people {
        let more = others::told(arguments, order, patches, stop, tell);
        // what is kept of people goes, whatever came of it
        let _ = std::fs::remove_file(order.people_kept());
        more?;
    }
    Ok(ending)
}

/// Tells what a check came to, and how long scoring takes.
fn told_of(checked: &Checked, takes: Option<Duration>, threads: usize) -> Ending {
    let kind = |tally: &Tally| {
        let (file, line, reason) = &tally.first;
        let column = if tally.column.is_empty() { "row" } else { &tally.column };
        let (rows, code) = (tally.rows, tally.code);
        let first = format!("first in {file}, line {line}: {reason}");
        format!("{rows:>8}  {column}: {code}\n          {}\n", visible(&first))
    };
    let told: String = checked.tallies.iter().map(kind).collect();
    let (good, rejected) = (checked.good, checked.rejected);
    anstream::eprintln!(
        "{} rows: {good} can be scored, {rejected} would be rejected; nothing is written",
        good + rejected
    );
    if let Some(takes) = takes {
        let threads = if threads == 1 { "one thread".to_owned() } else { format!("{threads} threads") };
        let takes = match takes.as_secs() {
            0 => "less than a second".to_owned(),
            _ => format!("some {}", HumanDuration(takes)),
        };
        anstream::eprintln!("estimated time: {takes} with {threads}");
    }
    deliver(&told, None, if rejected == 0 && good > 0 { Ending::Answered } else { Ending::Nothing })
}

/// Tells what a run came to.
fn ended(arguments: &Arguments, came: &Came, rejects: &Path) -> Ending {
    let (good, rejected) = (came.good, came.rejected);
    let total = good + rejected;
    match came.ended {
        Ended::Whole => {
            let out = arguments.output.as_deref().unwrap_or(std::path::Path::new("-")).display();
            anstream::eprintln!("{total} rows: {good} scored, {rejected} rejected; the result is in {out}");
            if rejected > 0 {
                anstream::eprintln!("why rows were rejected is in {}", rejects.display());
            }
            if came.blank > 0 {
                let blank = if came.blank == 1 {
                    "one row has nothing in it".to_owned()
                } else {
                    format!("{} rows have nothing in them", came.blank)
                };
                anstream::eprintln!("{blank}");
            }
            if !came.ignored.is_empty() {
                anstream::eprintln!(
                    "columns that are not read: {} (name them by --columns if one of ours is meant)",
                    visible(&came.ignored.join(", "))
                );
            }
            if good > 0 && rejected == 0 { Ending::Answered } else { Ending::Nothing }
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
