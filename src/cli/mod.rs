//! The command line: one verb a file, each with its arguments and a `run`.
//!
//! stdout is the result, stderr is for people. Exit code 0: answered; 1: nothing found, or findings; 2: could not run.

mod ask;
mod check;
mod cohort;
mod compare;
mod data;
mod explain;
mod files;
mod find;
mod jobs;
mod keeping;
mod listing;
mod map;
mod person;
mod prompts;
mod recommend;
mod schools;
mod screen;
mod serve;
mod shell;
mod shown;
mod threads;
mod told;
mod wages;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::document::Text;
use crate::finding::{Fault, Finding};
use shown::Shown;

/// Ranked, dated, priced career pathways in health information management.
#[derive(Debug, Parser)]
#[command(name = "careerpath", version, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    shown: Shown,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Turn a profile into ranked pathways.
    Recommend(recommend::Arguments),
    /// Answer a questionnaire: a profile to keep, and its ranked pathways.
    Ask(ask::Arguments),
    /// Explain one role: what each step is for and what was left out, or why it is closed and what would open it.
    Explain(explain::Arguments),
    /// Put roles side by side: match, gaps skill by skill, months, cost and ten years of pay.
    Compare(compare::Arguments),
    /// Draw what leads to what, with where a person stands, for other programs to lay out.
    Map(map::Arguments),
    /// Score many people at once: a table in, a table out, a reason for every row that cannot be scored.
    Cohort(cohort::Arguments),
    /// Serve the counsellors' desk to browsers on this machine.
    Serve(serve::Arguments),
    /// Look through the log of the desk.
    Audit(keeping::Audit),
    /// Write everything that the desk keeps to a file; it may be served meanwhile.
    Backup(keeping::Backup),
    /// Take a backup of the desk back.
    Restore(keeping::Restore),
    /// Tell every finding in graphs and profiles.
    Check(check::Arguments),
    /// Find roles by any title or alias.
    Roles(find::Arguments),
    /// Find credentials by any title or alias.
    Credentials(find::Arguments),
    /// Find programs by any title or alias.
    Programs(find::Arguments),
    /// Find awards, such as degrees, certificates and licences, by any title or alias.
    Awards(find::Arguments),
    /// Find skills by any title or alias.
    Skills(find::Arguments),
    /// Find regions by any name of a place.
    Regions(find::Arguments),
    /// Find schools: what they teach, how far they are, what they charge.
    Schools(schools::Arguments),
    /// Tell what a job title is read as, and what such jobs usually pay.
    Jobs(jobs::Arguments),
    /// Show what a role pays in a region; measure how well pay is told.
    Wages(wages::Arguments),
    /// Make tables of a graph again from what offices publish.
    Data(data::Arguments),
    /// Write completions for a shell.
    Completions(shell::Shells),
    /// Write a manual page.
    Man(shell::Page),
}

/// The graph taken where neither a graph nor a profile is named.
const LARGEST: &str = "us-him";

/// How a verb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Answered,
    Nothing,
    CouldNotRun,
}

/// Writes a result; how it ended, unless it could not be written.
fn deliver(written: &str, output: Option<&Path>, ending: Ending) -> Ending {
    match files::write(written, output) {
        Ok(()) => ending,
        Err(finding) => {
            told::findings(&[finding], &[]);
            Ending::CouldNotRun
        }
    }
}

/// Writes a result, or tells what kept it from being made.
fn answer<T>(
    made: Result<T, Vec<Finding>>,
    texts: &[Text],
    output: Option<&Path>,
    written: impl FnOnce(&T) -> (String, Ending),
) -> Ending {
    if let Some(path) =
        output.filter(|path| texts.iter().any(|read| files::same(path, Path::new(&read.name))))
    {
        let (what, mend) = ("it would be written over, and is read for this", "name another file");
        let finding = Finding::whole(&path.display().to_string(), Fault::Conflict { what, mend });
        told::findings(&[finding], &[]);
        return Ending::CouldNotRun;
    }
    match made {
        Ok(made) => {
            let (text, ending) = written(&made);
            deliver(&text, output, ending)
        }
        Err(findings) => {
            told::findings(&findings, texts);
            Ending::CouldNotRun
        }
    }
}

/// Reads the arguments and runs the verb they name.
#[must_use]
pub fn run() -> ExitCode {
    let Arguments { shown, verb } = Arguments::parse();
    shown.settle();
    let ending = match verb {
        Verb::Recommend(arguments) => recommend::run(&arguments, shown),
        Verb::Ask(arguments) => ask::run(&arguments, shown),
        Verb::Explain(arguments) => explain::run(&arguments, shown),
        Verb::Compare(arguments) => compare::run(&arguments, shown),
        Verb::Map(arguments) => map::run(&arguments, shown),
        Verb::Cohort(arguments) => cohort::run(&arguments),
        Verb::Serve(arguments) => serve::run(&arguments),
        Verb::Audit(arguments) => keeping::audit(&arguments),
        Verb::Backup(arguments) => keeping::back_up(&arguments),
        Verb::Restore(arguments) => keeping::take_back(&arguments),
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Roles(arguments) => find::run(&arguments, find::Kind::Roles),
        Verb::Credentials(arguments) => find::run(&arguments, find::Kind::Credentials),
        Verb::Programs(arguments) => find::run(&arguments, find::Kind::Programs),
        Verb::Awards(arguments) => find::run(&arguments, find::Kind::Awards),
        Verb::Skills(arguments) => find::run(&arguments, find::Kind::Skills),
        Verb::Schools(arguments) => schools::run(&arguments),
        Verb::Data(arguments) => data::run(&arguments),
        Verb::Jobs(arguments) => jobs::run(&arguments),
        Verb::Regions(arguments) => find::run(&arguments, find::Kind::Regions),
        Verb::Wages(arguments) => wages::run(&arguments, shown.look(false)),
        Verb::Completions(arguments) => shell::completions(&arguments),
        Verb::Man(arguments) => shell::manual(&arguments),
    };
    ExitCode::from(match ending {
        Ending::Answered => 0,
        Ending::Nothing => 1,
        Ending::CouldNotRun => 2,
    })
}
