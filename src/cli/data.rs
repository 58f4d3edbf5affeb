//! `careerpath data schools|moves`: tables of a graph, made again from what offices publish.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use flate2::{Compression, GzBuilder};

use super::{Ending, files, told};
use crate::document::Text;
use crate::finding::{Finding, sorted};
use crate::graph::{
    Graph, MOVES, MOVES_RAW, SCHOOL_RULES, SCHOOL_TABLES, SchoolSources, collect_moves, collect_schools,
};

/// The raw files of schools within their folder.
const RAW: [&str; 6] = [
    "programs/us_him_awards_2020_2024.csv",
    "programs/us_him_institutions_2024.csv",
    "programs/us_program_prices_2023.csv",
    "programs/scorecard_fields_5107_5127_2026.csv",
    "places/counties.csv",
    "places/area_centres.csv",
];
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make `schools.csv.gz`, `offerings.csv.gz` and `centres.csv.gz` from what IPEDS and the College Scorecard publish, by
    /// the graph's `fields.csv` and `school_facts.csv`.
    Schools(Schools),
    /// Make `moves.csv`, how people move between occupations, from a panel and from résumés.
    Moves(Moves),
}

#[derive(Debug, Args)]
struct Schools {
    /// The folder of raw files: `programs/us_him_awards_2020_2024.csv`, `programs/us_him_institutions_2024.csv`,
    /// `programs/us_program_prices_2023.csv`, `programs/scorecard_fields_5107_5127_2026.csv`, `places/counties.csv` and
    /// `places/area_centres.csv`.
    #[arg(long, value_name = "DIR")]
    raw: PathBuf,
    /// The graph's folder, in which the tables are written.
    #[arg(long, value_name = "DIR")]
    graph: PathBuf,
}

#[derive(Debug, Args)]
struct Moves {
    /// The folder of raw files: `experience/census2010_occupations.csv`, `moves/nlsy97_occupation_moves.csv`,
    /// `moves/nlsy97_major_group_moves.csv` and `moves/resume_moves_2002_2015.csv`.
    #[arg(long, value_name = "DIR")]
    raw: PathBuf,
    /// The graph's folder, in which the table is written.
    #[arg(long, value_name = "DIR")]
    graph: PathBuf,
}

/// Makes the tables.
pub fn run(arguments: &Arguments) -> Ending {
    let mut texts = Vec::new();
    let made = match &arguments.what {
        What::Schools(arguments) => make(arguments, &mut texts),
        What::Moves(arguments) => make_moves(arguments, &mut texts),
    };
    match made {
        Ok(told) => {
            anstream::eprint!("{told}");
            Ending::Answered
        }
        Err(findings) => {
            told::findings(&sorted(findings), &texts);
            Ending::CouldNotRun
        }
    }
}

fn make(arguments: &Schools, texts: &mut Vec<Text>) -> Result<String, Vec<Finding>> {
    let is_made = |name: &str| SCHOOL_TABLES.iter().any(|made| name.ends_with(&packed_name(made)));
    let graph = graph_without(&arguments.graph, is_made)?;
    let raw = RAW.map(|name| arguments.raw.join(name));
    let rules = SCHOOL_RULES.map(|name| arguments.graph.join(name));
    let [awards, schools, prices, earnings, counties, centres, fields, facts] =
        read(raw.iter().chain(&rules), texts)?;
    let sources = SchoolSources { awards, schools, prices, earnings, counties, centres, fields, facts };
    let collected = collect_schools(&graph, &sources)?;
    let mut told = String::new();
    for ((name, table), rows) in SCHOOL_TABLES.iter().zip(&collected.tables).zip(collected.rows) {
        told += &write(&arguments.graph.join(packed_name(name)), packed(table), rows)?;
    }
    Ok(told)
}

fn make_moves(arguments: &Moves, texts: &mut Vec<Text>) -> Result<String, Vec<Finding>> {
    let graph = graph_without(&arguments.graph, |name| name.ends_with(MOVES))?;
    let raw = MOVES_RAW.map(|name| arguments.raw.join(name));
    let collected = collect_moves(&graph, &read(&raw, texts)?)?;
    write(&arguments.graph.join(MOVES), collected.table.into_bytes(), collected.rows)
}

/// Loads a graph without the tables that are to be made: they are no part of what they are made from.
fn graph_without(folder: &Path, is_made: impl Fn(&str) -> bool) -> Result<Graph, Vec<Finding>> {
    let kept = files::read_graph(folder)?.into_iter().filter(|text| !is_made(&text.name));
    Graph::load(&kept.collect::<Vec<_>>())
}

/// Reads files, all or none; those that could be read are kept among the texts.
fn read<'p, const N: usize>(
    paths: impl IntoIterator<Item = &'p PathBuf>,
    texts: &mut Vec<Text>,
) -> Result<[Text; N], Vec<Finding>> {
    let mut findings = Vec::new();
    for path in paths {
        match files::read(path, files::RAW_MB) {
            Ok(text) => texts.push(text),
            Err(finding) => findings.push(finding),
        }
    }
    <[Text; N]>::try_from(texts.clone()).map_err(|_| findings)
}

/// Writes a table and tells how many rows it has.
fn write(path: &Path, bytes: Vec<u8>, rows: usize) -> Result<String, Vec<Finding>> {
    files::write(bytes, Some(path)).map_err(|finding| vec![finding])?;
    Ok(format!("{}: {rows} rows\n", path.display()))
}

/// The name of a table's file once it is packed.
fn packed_name(table: &str) -> String {
    format!("{table}.gz")
}

/// Packs a table so that the same table gives the same bytes.
fn packed(table: &str) -> Vec<u8> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packer.write_all(table.as_bytes()).expect("memory takes all");
    packer.finish().expect("memory takes all")
}
