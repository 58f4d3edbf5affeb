//! `careerpath compare`: some roles side by side for a profile.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::person::Person;
use super::shown::Shown;
use super::threads::Threads;
use super::{Ending, answer, files};
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::recommend::compare;
use crate::render;
use crate::report::Comparison;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    person: Person,
    /// The roles, by id or any title, in the order to show them.
    #[arg(value_name = "ROLE", required = true)]
    roles: Vec<String>,
    /// How to write the result; without it as the name of the output ends, else text.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where to write the result; without it standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Html,
    Json,
}

/// Compares and writes the result.
pub fn run(arguments: &Arguments, shown: Shown) -> Ending {
    let mut texts = Vec::new();
    let comparison = compared(arguments, shown, &mut texts);
    answer(comparison, &texts, arguments.output.as_deref(), |comparison| {
        let written = match files::format(arguments.format, arguments.output.as_deref(), Format::Text) {
            Format::Text => render::comparison_text(comparison, shown.look(arguments.output.is_some())),
            Format::Html => render::comparison_page(comparison),
            Format::Json => render::json(comparison),
        };
        let reached = comparison.roles.iter().any(|role| role.pathway.is_some());
        (written, if reached { Ending::Answered } else { Ending::Nothing })
    })
}

fn compared(arguments: &Arguments, shown: Shown, texts: &mut Vec<Text>) -> Result<Comparison, Vec<Finding>> {
    let (graph, profile, settings) = arguments.person.read(shown.language(), texts)?;
    let roles = files::roles(&graph, "ROLE", &arguments.roles)?;
    if profile.current.is_some_and(|current| roles.contains(&current)) {
        let fault = Fault::Conflict {
            what: "the role held today is among them",
            mend: "leave it out: what it gives is the column `stay`",
        };
        return Err(vec![Finding::whole("ROLE", fault)]);
    }
    Ok(compare(&Threads::all(), &graph, &profile, &settings, &roles))
}
