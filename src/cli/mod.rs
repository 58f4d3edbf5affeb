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

/// Three ways to start.
const WAYS: &str = "Three ways to start:\n  careerpath ask                                  answer questions, see routes\n  careerpath serve --data desk                    counsel clients in a browser\n  careerpath cohort people.csv -o scored.csv      score many people at once";
/// How it ends.
const ENDINGS: &str = "Exit codes: 0 success; 1 no result, or problems found; 2 could not run.";

/// Step-by-step routes into health information jobs: when each step starts, what it costs, what it pays.
#[derive(Debug, Parser)]
#[command(name = "careerpath", version, max_term_width = 100, before_help = WAYS, after_help = ENDINGS)]
struct Arguments {
    #[command(flatten)]
    shown: Shown,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Turn a profile into ranked pathways.
    #[command(
        after_help = "Examples:\n  careerpath recommend me.json\n  careerpath recommend me.json --target \"medical coder\" -o plan.html"
    )]
    Recommend(recommend::Arguments),
    /// Answer a questionnaire: a profile to keep, and its ranked pathways.
    #[command(after_help = "Examples:\n  careerpath ask\n  careerpath ask --quick -o me.json")]
    Ask(ask::Arguments),
    /// Explain one role: what each step is for and what was left out, or why it is closed and what would open it.
    #[command(
        after_help = "Examples:\n  careerpath explain me.json --role hospital-coder\n  careerpath explain me.json --role \"HIM director\" -o why.html"
    )]
    Explain(explain::Arguments),
    /// Put roles side by side: match, gaps skill by skill, months, cost and ten years of pay.
    #[command(
        after_help = "Examples:\n  careerpath compare me.json hospital-coder cancer-registrar\n  careerpath compare me.json coder biller -o both.html"
    )]
    Compare(compare::Arguments),
    /// Draw the career map (SVG, HTML, DOT and more).
    #[command(
        after_help = "Examples:\n  careerpath map -o map.svg\n  careerpath map --profile me.json -o map.html"
    )]
    Map(map::Arguments),
    /// Score many people at once: a table in, a table out, a reason for every row that cannot be scored.
    #[command(
        after_help = "Examples:\n  careerpath cohort people.csv -o scored.csv --summary -\n  careerpath cohort export.xlsx --sheet Fall -o scored.xlsx"
    )]
    Cohort(cohort::Arguments),
    /// Serve the counsellors' desk to browsers on this machine.
    #[command(
        after_help = "Examples:\n  careerpath serve --data desk\n  careerpath serve --data desk --addr 0.0.0.0:8443 --tls-cert cert.pem --tls-key key.pem"
    )]
    Serve(serve::Arguments),
    /// Verify the audit log of the desk.
    #[command(after_help = "Examples:\n  careerpath audit verify --data desk")]
    Audit(keeping::Audit),
    /// Back up everything that the desk keeps; it may be running meanwhile.
    #[command(after_help = "Examples:\n  careerpath backup --data desk -o desk.backup")]
    Backup(keeping::Backup),
    /// Restore a backup of the desk.
    #[command(after_help = "Examples:\n  careerpath restore desk.backup --data desk")]
    Restore(keeping::Restore),
    /// Validate data files and profiles.
    #[command(after_help = "Examples:\n  careerpath check me.json\n  careerpath check graphs/us-him")]
    Check(check::Arguments),
    /// Find roles by any title or alias.
    #[command(
        after_help = "Examples:\n  careerpath roles coder\n  careerpath roles \"medical records tech\""
    )]
    Roles(find::Arguments),
    /// Find credentials by any title or alias.
    #[command(after_help = "Examples:\n  careerpath credentials coding\n  careerpath credentials rhit")]
    Credentials(find::Arguments),
    /// Find programs by any title or alias.
    #[command(
        after_help = "Examples:\n  careerpath programs certificate\n  careerpath programs \"health information\""
    )]
    Programs(find::Arguments),
    /// Find awards, such as degrees, certificates and licences, by any title or alias.
    #[command(after_help = "Examples:\n  careerpath awards associate\n  careerpath awards nurse")]
    Awards(find::Arguments),
    /// Find skills by any title or alias.
    #[command(after_help = "Examples:\n  careerpath skills coding\n  careerpath skills sql")]
    Skills(find::Arguments),
    /// Find regions by any name of a place.
    #[command(after_help = "Examples:\n  careerpath regions 92401\n  careerpath regions \"Inland Empire\"")]
    Regions(find::Arguments),
    /// Find schools: what they teach, how far they are, what they charge.
    #[command(
        after_help = "Examples:\n  careerpath schools --near 92401 --field coding-certificate\n  careerpath schools \"great falls\""
    )]
    Schools(schools::Arguments),
    /// Show what a job title is read as, and what such jobs usually pay.
    #[command(
        after_help = "Examples:\n  careerpath jobs \"store manager\"\n  careerpath jobs LPN --region Ohio"
    )]
    Jobs(jobs::Arguments),
    /// Show what a role pays in a region; test the pay model on data it has not seen.
    #[command(
        after_help = "Examples:\n  careerpath wages show hospital-coder \"Tampa, FL\"\n  careerpath wages show him-manager-small Texas --experience 10,3"
    )]
    Wages(wages::Arguments),
    /// Make tables of a graph again from what offices publish.
    Data(data::Arguments),
    /// Write completions for a shell.
    #[command(after_help = "Examples:\n  careerpath completions bash\n  careerpath completions fish")]
    Completions(shell::Shells),
    /// Write a manual page.
    #[command(after_help = "Examples:\n  careerpath man")]
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// The words of a command as a shell parts them.
    fn words(line: &str) -> Vec<String> {
        let quoted = line.split('"').enumerate();
        let parts = quoted.flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        });
        parts.collect()
    }

    #[test]
    fn every_verb_shows_examples_that_are_read() {
        let mut shown = 0;
        let command = Arguments::command();
        for verb in command.get_subcommands().filter(|verb| verb.get_name() != "data") {
            let told = verb.get_after_help().map(ToString::to_string).unwrap_or_default();
            let examples: Vec<&str> = told.lines().skip(1).collect();
            assert!(!examples.is_empty(), "{} shows none", verb.get_name());
            for example in examples {
                let read = Arguments::try_parse_from(words(example));
                assert!(
                    read.is_ok(),
                    "{example}: {}",
                    read.err().map(|error| error.to_string()).unwrap_or_default()
                );
                shown += 1;
            }
        }
        assert!(shown > 30, "{shown}");
        let ways = WAYS.lines().skip(1).map(|line| line.split("   ").next().unwrap_or_default());
        assert!(ways.map(words).all(|way| Arguments::try_parse_from(way).is_ok()));
    }
}
