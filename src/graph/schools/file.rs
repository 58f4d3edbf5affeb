//! The tables of schools as they are written: what is read of a graph, and what is made from raw files.

use serde::{Deserialize, Serialize};

/// The files: schools, what they teach, and the middles of regions.
pub const TABLES: [&str; 3] = ["schools.csv", "offerings.csv", "centres.csv"];
/// The files from which those are made, besides raw ones: fields of study, and what is known of single schools.
pub const RULES: [&str; 2] = ["fields.csv", "school_facts.csv"];

pub const SCHOOLS: [&str; 16] = [
    "school",
    "name",
    "town",
    "region",
    "latitude",
    "longitude",
    "sector",
    "web",
    "undergraduate",
    "graduate",
    "in_state",
    "out_of_state",
    "district",
    "graduate_ratio",
    "completion",
    "source",
];
pub const OFFERINGS: [&str; 10] = [
    "program",
    "school",
    "prices",
    "awards",
    "total",
    "accredited",
    "earned_1",
    "earned_4",
    "earned_of",
    "earned_source",
];
pub const CENTRES: [&str; 4] = ["region", "latitude", "longitude", "measured"];
pub const FIELDS: [&str; 5] = ["field", "levels", "sectors", "program", "prices"];
pub const FACTS: [&str; 5] = ["school", "program", "fact", "as_of", "source"];

/// How far a school teaches to people who live elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taught {
    /// Half of its students or more study only at a distance.
    Distance,
    /// It teaches some programs at a distance; which is not known.
    Some,
    /// It teaches none at a distance.
    Campus,
}

/// Yes or no, as a table says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    Yes,
    No,
}

/// Whether an offering's price is that of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prices {
    /// The school is of just that kind.
    Yes,
    /// It only leads to the same award.
    No,
    /// What the school publishes is not what this program costs.
    Unknown,
}

/// A school.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SchoolRow {
    /// Its id: for the United States the number that IPEDS gives it.
    pub school: String,
    pub name: String,
    pub town: String,
    /// The smallest region of the graph that it is in.
    pub region: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    /// Who runs it, and for how many years people study there, in the words of the tuition table.
    pub sector: String,
    pub web: String,
    /// How it teaches undergraduates, and graduates.
    pub undergraduate: Taught,
    pub graduate: Taught,
    /// Tuition and fees of a year for those who live in the state, in the graph's currency.
    pub in_state: Option<f64>,
    /// The same for all others.
    pub out_of_state: Option<f64>,
    /// What residents of its district pay, of what the state's pay.
    pub district: Option<f64>,
    /// What graduates pay, of what undergraduates pay.
    pub graduate_ratio: Option<f64>,
    /// Share of the school's students who finish.
    pub completion: Option<f64>,
    /// Who tells all of this, and of the awards.
    pub source: String,
}

/// A program of a school.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OfferingRow {
    /// The kind of program in the graph.
    pub program: String,
    pub school: String,
    /// Whether its price is the step's.
    pub prices: Prices,
    /// Awards given in the last year told of.
    pub awards: Option<u32>,
    /// Price of the whole program, where the school charges by program.
    pub total: Option<f64>,
    /// As of when it is known to be accredited; empty where that is not known.
    pub accredited: String,
    /// Median earnings of those who finished, one and four years after, and of how many.
    pub earned_1: Option<f64>,
    pub earned_4: Option<f64>,
    pub earned_of: Option<u32>,
    /// Who tells that; empty where it is not told.
    pub earned_source: String,
}

/// The middle of where a region's people live.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CentreRow {
    pub region: String,
    pub latitude: f64,
    pub longitude: f64,
    /// Whether miles from there tell something: not where the region is wide.
    pub measured: YesNo,
}

/// Which awards of schools are of which kind of program in the graph.
#[derive(Debug, Clone, Deserialize)]
pub struct FieldRow {
    /// The field of study, by the classification's code.
    pub field: String,
    /// Levels of award, parted by `|`.
    pub levels: String,
    /// Kinds of schools, parted by `|`; `*` for all that no row before it names.
    pub sectors: String,
    pub program: String,
    pub prices: YesNo,
}

/// What is known of a school or of one of its programs besides what the raw files tell.
#[derive(Debug, Clone, Deserialize)]
pub struct FactRow {
    pub school: String,
    /// The program; empty for the whole school.
    pub program: String,
    pub fact: SchoolFact,
    pub as_of: String,
    pub source: String,
}

/// The kinds of such facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolFact {
    Closed,
    Accredited,
}
