//! `careerpath explain`: one role explained for a profile.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::person::Person;
use super::shown::Shown;
use super::{Ending, answer, files};
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::recommend::explain;
use crate::render;
use crate::report::Explanation;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    person: Person,
    /// The role, by id or any title.
    #[arg(long, value_name = "ROLE")]
    role: String,
    /// A pathway to it, by the id that `recommend --format json` or this command gives; without it the best.
    #[arg(long, value_name = "ID")]
    pathway: Option<String>,
    /// How many of the pathways left out to show.
    #[arg(long, value_name = "N", default_value_t = 3)]
    alternatives: usize,
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
    Json,
    Md,
    Html,
}

/// Explains and writes the result.
pub fn run(arguments: &Arguments, shown: Shown) -> Ending {
    let mut texts = Vec::new();
    let explanation = explained(arguments, shown, &mut texts);
    answer(explanation, &texts, arguments.output.as_deref(), |explanation| {
        let written = match files::format(arguments.format, arguments.output.as_deref(), Format::Text) {
            Format::Text => render::explanation_text(explanation, shown.look(arguments.output.is_some())),
            Format::Json => render::json(explanation),
            Format::Md => render::explanation_markdown(explanation),
            Format::Html => render::explanation_page(explanation),
        };
        (written, if explanation.reached.is_some() { Ending::Answered } else { Ending::Nothing })
    })
}

fn explained(
    arguments: &Arguments,
    shown: Shown,
    texts: &mut Vec<Text>,
) -> Result<Explanation, Vec<Finding>> {
    let (graph, profile, mut settings) = arguments.person.read(shown.language(), texts)?;
    let role = files::role(&graph, "--role", &arguments.role).map_err(|finding| vec![finding])?;
    if profile.current == Some(role) {
        let fault = Fault::Conflict {
            what: "this is the role held today",
            mend: "name another role; `recommend` tells what staying gives",
        };
        return Err(vec![Finding::whole("--role", fault)]);
    }
    settings.alternatives = arguments.alternatives;
    explain(&graph, &profile, &settings, role, arguments.pathway.as_deref()).map_err(|ids| {
        vec![files::no_pathway("--pathway", arguments.pathway.as_deref().unwrap_or_default(), &ids)]
    })
}
