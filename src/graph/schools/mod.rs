//! Schools and what they teach: offerings of the graph's kinds of programs, with place, price and how they are taught.
//!
//! The tables are read when first asked for. A school's price is a year's tuition and fees as it publishes them.

mod collect;
mod file;
mod reach;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

pub use collect::{Collected, Sources, collect};
pub use file::{RULES, TABLES, Taught};
pub use reach::{How, Price, Reached, Study, StudyFrom};

use super::packed::Table;
use super::{Graph, ProgramIx, RegionIx};
use crate::finding::{Fault, Finding, nearest};
use crate::provenance::SourceIx;
use file::{CENTRES, CentreRow, OFFERINGS, OfferingRow, Prices, SCHOOLS, SchoolRow, YesNo};

/// A school.
#[derive(Debug, Clone)]
pub struct School {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// The smallest region that it is in.
    pub region: RegionIx,
    /// Latitude and longitude in degrees.
    pub point: Option<[f64; 2]>,
    /// Who runs it, in the words of the tuition table.
    pub sector: String,
    /// Its address on the web.
    pub web: String,
    /// How it teaches undergraduates, and graduates.
    pub taught: [Taught; 2],
    /// Tuition and fees of a year, for the state's residents and for all others.
    pub per_year: [Option<f64>; 2],
    /// What residents of its district pay, of what the state's pay.
    pub district: Option<f64>,
    /// What graduates pay, of what undergraduates pay.
    pub graduate_ratio: Option<f64>,
    /// Share of all its students who finish: told, not used.
    pub completion: Option<f64>,
    /// Who tells this, and of its awards.
    pub source: SourceIx,
}

/// A program of a school.
#[derive(Debug, Clone)]
pub struct Offering {
    /// The school, by its place in the list.
    pub school: usize,
    /// Whether it is of just the kind, so that its price is the step's; else it leads to the same award.
    pub is_kind: bool,
    /// Whether what the school publishes is what this program costs.
    pub is_priced: bool,
    /// Awards given in the last year told of; none where that is not told.
    pub awards: Option<u32>,
    /// Price of the whole program, where the school charges by program.
    pub total: Option<f64>,
    /// As of when it is known to be accredited; none where that is not known.
    pub accredited: Option<String>,
    /// What those who finished earned.
    pub earned: Option<Earned>,
}

/// Median yearly earnings of those who finished a program.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Earned {
    /// One year after.
    pub after_1: Option<f64>,
    /// Four years after.
    pub after_4: Option<f64>,
    /// How many finished.
    pub of: Option<u32>,
    /// Who tells this.
    pub source: SourceIx,
}

/// The schools of a graph.
#[derive(Debug, Clone)]
pub struct Schools {
    tables: [Option<Table>; 3],
    read: OnceLock<Read>,
    /// Per region: what its people reach of each program, on a campus too, and at a distance alone.
    near: Vec<[OnceLock<Vec<reach::Near>>; 2]>,
}

/// The tables as read.
#[derive(Debug, Clone, Default)]
struct Read {
    schools: Vec<School>,
    /// Per program, in order of school.
    offerings: Vec<Vec<Offering>>,
    centres: BTreeMap<RegionIx, ([f64; 2], bool)>,
}

impl Schools {
    /// Of its tables, for a graph of so many regions.
    pub(super) fn new(tables: [Option<Table>; 3], regions: usize) -> Self {
        Self { tables, read: OnceLock::new(), near: vec![[const { OnceLock::new() }; 2]; regions] }
    }

    fn rows<T: serde::de::DeserializeOwned>(
        &self,
        at: usize,
        columns: &[&str],
        findings: &mut Vec<Finding>,
        amiss: impl Fn(&T) -> Option<Fault>,
    ) -> Vec<T> {
        self.tables[at].as_ref().map_or_else(Vec::new, |table| table.rows(columns, findings, amiss))
    }

    /// Reads all tables, to tell what is amiss with them.
    pub(super) fn check(&self, graph: &Graph) -> Vec<Finding> {
        let mut findings = Vec::new();
        let unknown = |kind, id: &str, near| Some(Fault::UnknownId { kind, id: id.to_owned(), near });
        let region = |id: &str| {
            let near = || nearest(id, graph.regions.all().map(|(_, region)| region.id.as_str()));
            if graph.regions.find(id).is_none() { unknown("region", id, near()) } else { None }
        };
        let source = |id: &str| {
            let near = || nearest(id, graph.sources.iter().map(|source| source.id.as_str()));
            if graph.find_source(id).is_some() { None } else { unknown("source", id, near()) }
        };
        let outside = |value: Option<f64>, low: f64, high: f64| {
            value.filter(|value| !(low..=high).contains(value)).map(|value| Fault::OutOfRange {
                value,
                low,
                high,
            })
        };
        let schools = self.rows(0, &SCHOOLS, &mut findings, |row: &SchoolRow| {
            let priced =
                outside(row.in_state, 0.0, 200_000.0).or_else(|| outside(row.out_of_state, 0.0, 200_000.0));
            let shares = outside(row.completion, 0.0, 1.0).or_else(|| outside(row.district, 0.0, 1.0));
            let places = outside(row.latitude, -90.0, 90.0).or_else(|| outside(row.longitude, -180.0, 180.0));
            region(&row.region)
                .or_else(|| source(&row.source))
                .or(priced)
                .or(shares)
                .or(places)
                .or_else(|| outside(row.graduate_ratio, 0.0, 5.0))
        });
        let ids: BTreeSet<&str> = schools.iter().map(|school| school.school.as_str()).collect();
        self.rows(1, &OFFERINGS, &mut findings, |row: &OfferingRow| {
            let is_known = ids.contains(row.school.as_str());
            let program = graph.programs.iter().any(|program| program.names.id == row.program);
            match (program, is_known) {
                (false, _) => {
                    let ids = graph.programs.iter().map(|program| program.names.id.as_str());
                    unknown("program", &row.program, nearest(&row.program, ids))
                }
                (true, false) => unknown("school", &row.school, None),
                (true, true) if row.earned_1.or(row.earned_4).is_some() => source(&row.earned_source),
                (true, true) => outside(row.total, 0.0, 500_000.0),
            }
        });
        self.rows(2, &CENTRES, &mut findings, |row: &CentreRow| {
            region(&row.region).or_else(|| outside(Some(row.latitude), -90.0, 90.0))
        });
        findings
    }

    fn read(&self, graph: &Graph) -> &Read {
        self.read.get_or_init(|| {
            let told = &mut Vec::new();
            let rows = self.rows(0, &SCHOOLS, told, |_: &SchoolRow| None);
            let schools: Vec<School> = rows.into_iter().filter_map(|row| school(graph, row)).collect();
            let at: BTreeMap<&str, usize> =
                schools.iter().enumerate().map(|(at, school)| (school.id.as_str(), at)).collect();
            let mut offerings = vec![Vec::new(); graph.programs.len()];
            for row in self.rows(1, &OFFERINGS, told, |_: &OfferingRow| None) {
                let program = graph.programs.iter().position(|program| program.names.id == row.program);
                if let (Some(program), Some(school)) = (program, at.get(row.school.as_str())) {
                    offerings[program].push(offering(graph, &row, *school));
                }
            }
            let centres = self.rows(2, &CENTRES, told, |_: &CentreRow| None).into_iter().filter_map(|row| {
                let region = graph.regions.find(&row.region)?;
                Some((region, ([row.latitude, row.longitude], row.measured == YesNo::Yes)))
            });
            let centres = centres.collect();
            Read { schools, offerings, centres }
        })
    }
}

fn school(graph: &Graph, row: SchoolRow) -> Option<School> {
    Some(School {
        region: graph.regions.find(&row.region)?,
        point: row.latitude.zip(row.longitude).map(|(latitude, longitude)| [latitude, longitude]),
        taught: [row.undergraduate, row.graduate],
        per_year: [row.in_state, row.out_of_state],
        id: row.school,
        name: row.name,
        town: row.town,
        sector: row.sector,
        web: row.web,
        district: row.district,
        graduate_ratio: row.graduate_ratio,
        completion: row.completion,
        source: graph.find_source(&row.source)?,
    })
}

fn offering(graph: &Graph, row: &OfferingRow, school: usize) -> Offering {
    let is_told = row.earned_1.is_some() || row.earned_4.is_some();
    let source = graph.find_source(&row.earned_source).filter(|_| is_told);
    Offering {
        school,
        is_kind: row.prices != Prices::No,
        is_priced: row.prices != Prices::Unknown,
        awards: row.awards,
        total: row.total,
        accredited: Some(row.accredited.clone()).filter(|as_of| !as_of.is_empty()),
        earned: source.map(|source| Earned {
            after_1: row.earned_1,
            after_4: row.earned_4,
            of: row.earned_of,
            source,
        }),
    }
}

impl Graph {
    /// The offerings of a program, in order of school; none where the graph tells of no schools.
    #[must_use]
    pub fn offerings(&self, program: ProgramIx) -> &[Offering] {
        self.schools.as_ref().map_or(&[], |schools| &schools.read(self).offerings[program.at()])
    }

    /// The school of an offering.
    ///
    /// # Panics
    /// Where the graph tells of no schools, so that there is no offering.
    #[must_use]
    pub fn school_of(&self, offering: &Offering) -> &School {
        let schools = self.schools.as_ref().expect("an offering is of a school");
        &schools.read(self).schools[offering.school]
    }
}
