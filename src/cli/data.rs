//! `careerpath data schools`: tables of a graph, made again from what offices publish.

use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use flate2::{Compression, GzBuilder};

use super::{Ending, files, told};
use crate::document::Text;
use crate::finding::{Finding, sorted};
use crate::graph::{Graph, SchoolSources, collect_schools};

/// The largest raw file that is read.
const RAW_MB: u64 = 64;
/// The raw files of schools within their folder.
const RAW: [&str; 6] = [
    "programs/us_him_awards_2020_2024.csv",
    "programs/us_him_institutions_2024.csv",
    "programs/us_program_prices_2023.csv",
    "programs/scorecard_fields_5107_5127_2026.csv",
    "places/counties.csv",
    "places/area_centres.csv",
];
/// The rules of a graph that say what becomes of them.
const RULES: [&str; 2] = ["fields.csv", "school_facts.csv"];
/// The tables that are made.
const MADE: [&str; 3] = ["schools.csv.gz", "offerings.csv.gz", "centres.csv.gz"];

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

/// Makes the tables.
pub fn run(arguments: &Arguments) -> Ending {
    let What::Schools(arguments) = &arguments.what;
    let mut texts = Vec::new();
    match make(arguments, &mut texts) {
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
    // the tables that are to be made are no part of what they are made from
    let of_graph = files::read_graph(&arguments.graph)?;
    let kept: Vec<Text> =
        of_graph.into_iter().filter(|text| MADE.iter().all(|made| !text.name.ends_with(made))).collect();
    let graph = Graph::load(&kept)?;
    let mut findings = Vec::new();
    let wanted = RAW.map(|name| arguments.raw.join(name));
    let rules = RULES.map(|name| arguments.graph.join(name));
    for path in wanted.iter().chain(&rules) {
        match files::read(path, RAW_MB) {
            Ok(text) => texts.push(text),
            Err(finding) => findings.push(finding),
        }
    }
    let [awards, schools, prices, earnings, counties, centres, fields, facts] = texts.as_slice() else {
        return Err(findings);
    };
    let [awards, schools, prices, earnings, counties, centres, fields, facts] =
        [awards, schools, prices, earnings, counties, centres, fields, facts].map(Clone::clone);
    let sources = SchoolSources { awards, schools, prices, earnings, counties, centres, fields, facts };
    let collected = collect_schools(&graph, &sources)?;
    let mut told = String::new();
    for ((name, table), rows) in MADE.iter().zip(&collected.tables).zip(collected.rows) {
        let path = arguments.graph.join(name);
        files::write(packed(table), Some(Path::new(&path))).map_err(|finding| vec![finding])?;
        let _ = writeln!(told, "{}: {rows} rows", path.display());
    }
    Ok(told)
}

/// Packs a table so that the same table gives the same bytes.
fn packed(table: &str) -> Vec<u8> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packer.write_all(table.as_bytes()).expect("memory takes all");
    packer.finish().expect("memory takes all")
}
