//! Makes the table of moves from raw files: moves of a panel's people between occupations and between major groups, and what
//! résumés tell of a few occupations.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::MoveRow;
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::Graph;
use crate::table::{Extra, Row, rows};

/// The raw files within their folder: codes of the panel's occupations, moves between them, between major groups, résumés.
pub const RAW: [&str; 4] = [
    "experience/census2010_occupations.csv",
    "moves/nlsy97_occupation_moves.csv",
    "moves/nlsy97_major_group_moves.csv",
    "moves/resume_moves_2002_2015.csv",
];
/// Ids of the sources, as a graph names them.
const PANEL: &str = "nlsy97-1997-2022";
const RESUMES: &str = "resume-moves-2002-2015";
/// Fewer moves than this say nothing.
const LEAST: u32 = 10;
/// Codes of today by those of 2010, where an occupation was parted or renamed.
const RENAMED: [(&str, &str); 10] = [
    ("29-2072", "29-2071"),
    ("29-9021", "29-2071"),
    ("15-1211", "15-1121"),
    ("15-1232", "15-115"),
    ("15-1231", "15-115"),
    ("15-1242", "15-1141"),
    ("15-1244", "15-1142"),
    ("15-1251", "15-1131"),
    ("15-1252", "15-113"),
    ("15-1253", "15-113"),
];

#[derive(Debug, Deserialize)]
struct OccupationRow {
    occ2010: u32,
    soc2010: String,
}

#[derive(Debug, Deserialize)]
struct PairRow {
    from_census2010: u32,
    to_census2010: u32,
    moves: u32,
    persons: u32,
    share_of_leavers: f64,
    mean_log_wage_change: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct MajorRow {
    from_soc_major: String,
    to_soc_major: String,
    person_years: u32,
    mean_log_wage_change: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct ResumeRow {
    from_soc2010: String,
    to_soc2010: String,
    share_of_leavers: f64,
}

/// The table as it is to be written.
#[derive(Debug)]
pub struct Collected {
    /// `moves.csv`.
    pub table: String,
    /// How many rows it has.
    pub rows: usize,
}

/// Makes the table for a graph from the files of [`RAW`].
///
/// # Errors
///
/// All that is wrong with the files.
pub fn collect(graph: &Graph, raw: &[Text; 4]) -> Result<Collected, Vec<Finding>> {
    let [occupations, pairs, majors, resumes] = raw;
    let mut findings = Vec::new();
    let codes: Vec<Row<OccupationRow>> =
        rows(occupations, &["occ2010", "soc2010"], Extra::Skipped, &mut findings);
    let codes: BTreeMap<u32, String> =
        codes.into_iter().map(|row| (row.value.occ2010, start(&row.value.soc2010).to_owned())).collect();
    let columns =
        ["from_census2010", "to_census2010", "moves", "persons", "share_of_leavers", "mean_log_wage_change"];
    let pairs: Vec<Row<PairRow>> = rows(pairs, &columns, Extra::Skipped, &mut findings);
    let columns = ["from_soc_major", "to_soc_major", "person_years", "mean_log_wage_change"];
    let majors: Vec<Row<MajorRow>> = rows(majors, &columns, Extra::Skipped, &mut findings);
    let columns = ["from_soc2010", "to_soc2010", "share_of_leavers"];
    let resumes: Vec<Row<ResumeRow>> = rows(resumes, &columns, Extra::Skipped, &mut findings);
    for source in [PANEL, RESUMES] {
        if graph.sources.iter().all(|known| known.id != source) {
            let near = None;
            let fault = Fault::UnknownId { kind: "source", id: source.to_owned(), near };
            findings.push(Finding::whole("sources.json", fault));
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let mut table: BTreeMap<(String, String), MoveRow> = BTreeMap::new();
    let mut add = |row: MoveRow| {
        // under the codes of today too
        for from in today(graph, &row.from) {
            for to in today(graph, &row.to).into_iter().filter(|to| *to != from) {
                let told = MoveRow { from: from.clone(), to: to.clone(), source: row.source.clone(), ..row };
                table.insert((from.clone(), to), told);
            }
        }
    };
    // pay is in money of the day: what those who stayed in the group saw is taken off
    let stayed: BTreeMap<String, f64> = majors
        .iter()
        .filter(|row| row.value.from_soc_major == row.value.to_soc_major)
        .filter_map(|row| Some((row.value.from_soc_major.clone(), row.value.mean_log_wage_change?)))
        .collect();
    let over_staying =
        |major: &str, change: Option<f64>| Some((1e3 * (change? - stayed.get(major)?)).round() / 1e3);
    let row_major = |code: &str| code.get(..2).unwrap_or_default().to_owned();
    for Row { value: row, .. } in pairs.into_iter().filter(|row| row.value.persons >= LEAST) {
        let (Some(from), Some(to)) = (codes.get(&row.from_census2010), codes.get(&row.to_census2010)) else {
            continue;
        };
        add(MoveRow {
            from: from.clone(),
            to: to.clone(),
            of_leavers: row.share_of_leavers,
            pay: over_staying(&row_major(from), row.mean_log_wage_change),
            seen: Some(row.moves),
            source: PANEL.to_owned(),
        });
    }
    let mut left: BTreeMap<String, u32> = BTreeMap::new();
    let crossing = |row: &&Row<MajorRow>| row.value.from_soc_major != row.value.to_soc_major;
    for row in majors.iter().filter(crossing) {
        *left.entry(row.value.from_soc_major.clone()).or_default() += row.value.person_years;
    }
    for row in majors.iter().filter(crossing).filter(|row| row.value.person_years >= LEAST) {
        let (row, all) = (&row.value, left[&row.value.from_soc_major]);
        add(MoveRow {
            from: row.from_soc_major.clone(),
            to: row.to_soc_major.clone(),
            of_leavers: (f64::from(row.person_years) / f64::from(all) * 1e4).round() / 1e4,
            pay: over_staying(&row.from_soc_major, row.mean_log_wage_change),
            seen: Some(row.person_years),
            source: PANEL.to_owned(),
        });
    }
    for Row { value: row, .. } in resumes {
        add(MoveRow {
            from: row.from_soc2010,
            to: row.to_soc2010,
            of_leavers: row.share_of_leavers,
            pay: None,
            seen: None,
            source: RESUMES.to_owned(),
        });
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in table.values() {
        writer.serialize(row).expect("memory takes all");
    }
    let bytes = writer.into_inner().expect("memory takes all");
    Ok(Collected { rows: table.len(), table: String::from_utf8(bytes).expect("it was text") })
}

/// Cuts a code of the panel to what all codes of its occupation start with: `43-601` of 43-6010, `15-113` of 15-113X.
fn start(code: &str) -> &str {
    let end = code.trim_end_matches(['0', 'X']).len();
    &code[..end.max(code.find('-').map_or(code.len(), |dash| dash + 2))]
}

/// The start of a code itself, or the graph's codes of today for what it was in 2010.
fn today(graph: &Graph, start: &str) -> Vec<String> {
    let renamed = RENAMED.iter().filter(|(now, then)| *then == start && graph.occupation(now).is_some());
    std::iter::once(start).chain(renamed.map(|(now, _)| *now)).map(str::to_owned).collect()
}
