//! What graduates of health administration really earned, beside what the model tells of the roles that they go to.
//!
//! The College Scorecard tells the earnings of all who work at all: part of the year, part of the week, in whatever job. The
//! model tells pay of a full year. So its pay is brought to the hours that people as new in the field really work.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::measure::{Goal, Measure};
use super::people::{median, weighted_quantile};
use super::raw::Mark;
use crate::document::Text;
use crate::finding::Finding;
use crate::graph::Graph;
use crate::table::{Extra, Row, rows};
use crate::wages::{Moment, PayBook};

/// A year of somebody who works, be it part of the year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Earner {
    /// The degree held: 0 none, 1 high school, 2 associate, 3 bachelor's.
    pub degree: u32,
    /// Years of work in the field.
    pub field: f64,
    /// Hours in the year.
    pub hours: f64,
    /// Pay of an hour.
    pub wage: f64,
    /// How many people it stands for.
    pub weight: f64,
}

/// Graduates of one school at one level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Graduates {
    level: u32,
    /// Median earnings one and four years on, where they are published.
    earned: [Option<f64>; 2],
}

#[derive(Debug, Deserialize)]
struct GraduatesRow {
    opeid6: String,
    cip4: u32,
    credential_level: u32,
    earnings_1yr: Mark,
    earnings_4yr: Mark,
}

/// The field whose graduates are looked at: health and medical administrative services, which is wider than health
/// information.
const FIELD: u32 = 5107;

/// Reads the earnings of the field's graduates, once for campuses that repeat one figure.
#[must_use]
pub fn graduates(file: &Text, findings: &mut Vec<Finding>) -> Vec<Graduates> {
    let columns = ["opeid6", "cip4", "credential_level", "earnings_1yr", "earnings_4yr"];
    let read: Vec<Row<GraduatesRow>> = rows(file, &columns, Extra::Skipped, findings);
    let mut schools: BTreeMap<(u32, String), Graduates> = BTreeMap::new();
    for Row { value: row, .. } in read.into_iter().filter(|row| row.value.cip4 == FIELD) {
        let earned = [row.earnings_1yr.known(), row.earnings_4yr.known()];
        let graduates = Graduates { level: row.credential_level, earned };
        schools.entry((row.credential_level, row.opeid6)).or_insert(graduates);
    }
    schools.into_values().collect()
}

/// A level: how the Scorecard numbers it, its name, the degrees of the panel's people, and the roles of the United States'
/// graph that its graduates go to.
struct Level {
    number: u32,
    name: &'static str,
    degrees: &'static [u32],
    roles: [&'static str; 4],
}

const LEVELS: [Level; 3] = [
    Level {
        number: 1,
        name: "a certificate",
        degrees: &[0, 1],
        roles: ["medical-secretary", "medical-assistant", "billing-specialist", "physician-office-coder"],
    },
    Level {
        number: 2,
        name: "an associate degree",
        degrees: &[2],
        roles: ["medical-secretary", "medical-assistant", "health-information-technician", "hospital-coder"],
    },
    Level {
        number: 3,
        name: "a bachelor's",
        degrees: &[3],
        roles: [
            "health-data-analyst",
            "data-integrity-analyst",
            "patient-access-supervisor",
            "practice-manager",
        ],
    },
];

/// Years after the degree, and the years in the field of the people whose hours stand for them.
const YEARS: [(u32, [f64; 2]); 2] = [(1, [0.5, 2.0]), (4, [3.0, 5.5])];
/// Hours of a full year.
const FULL_YEAR: f64 = 2_080.0;
/// Hours from which on somebody works full time.
const FULL_TIME: f64 = 1_400.0;

/// What the model pays graduates one and four years on, in percent of what they earned.
#[must_use]
pub fn measures(earners: &[Earner], graduates: &[Graduates]) -> Vec<Measure> {
    let Some(Ok(graph)) = Graph::shipped("us-him") else { return Vec::new() };
    let Some((nation, _)) = graph.regions.all().next() else { return Vec::new() };
    let book = PayBook::new(&graph, nation);
    let measure = |(level, (at, (years, worked))): (&Level, (usize, (u32, [f64; 2])))| {
        let earned: Vec<f64> = graduates
            .iter()
            .filter(|one| one.level == level.number)
            .filter_map(|one| one.earned[at])
            .collect();
        let cases = earned.len();
        let pay = |id: &&str| {
            let pay = book.yearly(graph.role(id)?, Moment::today(12 * years, 12 * years))?;
            Some(pay.units())
        };
        let full: f64 = level.roles.iter().map(pay).sum::<Option<f64>>()? / 4.0;
        let percent = 100.0 * full / median(earned)?;
        Some(Measure {
            what: format!(
                "graduates with {}, {years} years on: our pay for the hours that such people work, of what they earned",
                level.name
            ),
            unit: "%",
            cases,
            ours: percent * share_of_full_time(earners, level.degrees, worked)?,
            goal: Goal::Within(80.0, 120.0),
            rivals: vec![("for a full year", percent)],
        })
    };
    LEVELS
        .iter()
        .flat_map(|level| YEARS.into_iter().enumerate().map(move |at| (level, at)))
        .filter_map(measure)
        .collect()
}

/// What people earn in a year, in the middle, as a share of a full year's pay of those who work full time.
fn share_of_full_time(earners: &[Earner], degrees: &[u32], worked: [f64; 2]) -> Option<f64> {
    let like = || {
        earners
            .iter()
            .filter(|one| degrees.contains(&one.degree) && (worked[0]..worked[1]).contains(&one.field))
    };
    let earned = weighted_quantile(like().map(|one| (one.hours * one.wage, one.weight)).collect(), 0.5)?;
    let full = like().filter(|one| one.hours >= FULL_TIME).map(|one| (FULL_YEAR * one.wage, one.weight));
    Some(earned / weighted_quantile(full.collect(), 0.5)?)
}
