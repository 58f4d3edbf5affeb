//! `careerpath jobs`: what a job title is read as, and what such jobs usually pay.

use std::path::PathBuf;

use clap::Args;

use super::{Ending, LARGEST, deliver, files, told};
use crate::finding::Finding;
use crate::graph::{Graph, Held, JobMatch, RegionIx, TitleMatch};
use crate::units::Money;
use crate::words::Language;

#[derive(Debug, Args)]
pub struct Arguments {
    /// A job as people call it.
    #[arg(required = true)]
    words: Vec<String>,
    /// The place whose pay is told; without it the widest.
    #[arg(long, value_name = "PLACE")]
    region: Option<String>,
    /// Data folder [default: built in].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
}

/// Reads a title and tells what it stands for.
pub fn run(arguments: &Arguments) -> Ending {
    match read(arguments) {
        Ok((text, ending)) => deliver(&text, None, ending),
        Err(findings) => {
            told::findings(&findings, &[]);
            Ending::CouldNotRun
        }
    }
}

fn read(arguments: &Arguments) -> Result<(String, Ending), Vec<Finding>> {
    let graphs = files::graphs(arguments.graph.as_deref(), &mut Vec::new())?;
    let (graph, region) = match &arguments.region {
        None => (largest(&graphs), RegionIx(0)),
        Some(name) => files::region(&graphs, "--region", name).map_err(|finding| vec![finding])?,
    };
    let words = arguments.words.join(" ");
    Ok(match graph.read_job(&words, Held::Today) {
        JobMatch::Roles(roles) => {
            let line = |role: &crate::graph::RoleIx| {
                let names = &graph.roles[role.at()].names;
                format!("role        {:<34} {}\n", names.id, names.title)
            };
            (roles.iter().map(line).collect(), Ending::Answered)
        }
        JobMatch::Outside(TitleMatch::Occupations { codes, is_sure }) => {
            let lines: String = codes.iter().map(|code| line(graph, code, region)).collect();
            let ask = if codes.len() > 1 || !is_sure { "which of these is it?\n" } else { "" };
            (format!("{ask}{lines}"), Ending::Answered)
        }
        JobMatch::Outside(TitleMatch::NoJob) => (format!("`{words}` is no job\n"), Ending::Answered),
        JobMatch::Outside(TitleMatch::TooGeneral) => {
            (format!("`{words}` could be any trade: say of what, or where\n"), Ending::Nothing)
        }
        JobMatch::Outside(TitleMatch::Unknown) => {
            (format!("no list of job titles has anything like `{words}`\n"), Ending::Nothing)
        }
    })
}

fn largest(graphs: &[Graph]) -> &Graph {
    graphs.iter().find(|graph| graph.id == LARGEST).unwrap_or(&graphs[0])
}

/// An occupation with what it usually pays.
fn line(graph: &Graph, code: &str, region: RegionIx) -> String {
    let money = |units: f64| Language::En.money(Some(Money::from_units(units)), graph.currency);
    let pay = graph.usual_pay(code, region).map_or_else(
        || "its pay is not published".to_owned(),
        |usual| {
            let [low, median, high] = [usual.low, usual.median, usual.high].map(money);
            format!("half earn {median} a year or more; 8 in 10 from {low} to {high}")
        },
    );
    format!("{code:<11} {} · {pay}\n", graph.occupation_title(code).unwrap_or_default())
}
