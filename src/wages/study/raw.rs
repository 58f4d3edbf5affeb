//! The statistics offices' and the panel's own files, read as they come.

use serde::Deserialize;
use std::collections::BTreeMap;

use serde::de::{Deserializer, Error};

use super::cells::Cell;
use super::evaluate::Raw;
use super::graduates;
use super::panels;
use super::years::Vintage;
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::table::{Extra, Row, row_finding, rows};

/// The raw files within their folder: the tables of regions, the yearly tables, the occupations of the panel of today's
/// people, its three parts, the panel of women of another time, and what graduates earned.
pub const FILES: [&str; 8] = [
    "wages/oews_2025_him_national_state_metro.csv",
    "wages/oews_national_2010_2025_long.csv",
    "experience/census2010_occupations.csv",
    "experience/nlsy97_panel_1of3.csv",
    "experience/nlsy97_panel_2of3.csv",
    "experience/nlsy97_panel_3of3.csv",
    "experience/nlswork.csv",
    "programs/scorecard_fields_5107_5127_2026.csv",
];

/// Reads all of them, in the order of [`FILES`].
#[must_use]
pub fn read(files: &[Text; 8], findings: &mut Vec<Finding>) -> Raw {
    let [areas, years, occupations, one, two, three, women, earned] = files;
    let vintages = vintages(years, findings);
    let occupations = panels::occupations(occupations, findings);
    let curves = panels::curves(&occupations, &vintages);
    let (people, earners) = panels::people(&[one, two, three], &occupations, &curves, findings);
    Raw {
        cells: cells(areas, findings),
        people,
        curves,
        earners,
        graduates: graduates::graduates(earned, findings),
        women: panels::women(women, findings),
        vintages,
    }
}

/// A figure of a published table, or what stands in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// It is given.
    Known(f64),
    /// It is at or above the highest that is told (`#`).
    TopCoded,
    /// It is withheld (`*`, `**`, `~`).
    Suppressed,
    /// There is none (empty, `-`).
    Absent,
}

impl Mark {
    /// The figure where it is given.
    #[must_use]
    pub const fn known(self) -> Option<f64> {
        match self {
            Self::Known(value) => Some(value),
            Self::TopCoded | Self::Suppressed | Self::Absent => None,
        }
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        match written.trim() {
            "" | "-" => Ok(Self::Absent),
            "#" => Ok(Self::TopCoded),
            "*" | "**" | "~" => Ok(Self::Suppressed),
            number => match number.replace(',', "").parse::<f64>() {
                Ok(value) if value.is_finite() => Ok(Self::Known(value)),
                _ => Err(D::Error::custom(format!("`{number}` is neither a number nor one of # * ** ~ -"))),
            },
        }
    }
}

#[derive(Debug, Deserialize)]
struct AreaRow {
    level: String,
    area_code: String,
    state_fips: String,
    occ_code: String,
    mean_prse: Mark,
    a_pct10: Mark,
    a_pct25: Mark,
    a_median: Mark,
    a_pct75: Mark,
    a_pct90: Mark,
}

impl AreaRow {
    /// Logs of the percentiles that are given.
    fn percentiles(&self) -> [Option<f64>; 5] {
        let given = [self.a_pct10, self.a_pct25, self.a_median, self.a_pct75, self.a_pct90];
        given.map(|mark| mark.known().filter(|yearly| *yearly > 0.0).map(f64::ln))
    }
}

/// Reads the cells of states and areas against the national medians in the same file.
///
/// A cell whose median is not given is no cell; one without a standard error counts as off by a tenth.
#[must_use]
pub fn cells(file: &Text, findings: &mut Vec<Finding>) -> Vec<Cell> {
    let columns = [
        "level",
        "area_code",
        "state_fips",
        "occ_code",
        "mean_prse",
        "a_pct10",
        "a_pct25",
        "a_median",
        "a_pct75",
        "a_pct90",
    ];
    let read: Vec<Row<AreaRow>> = rows(file, &columns, Extra::Skipped, findings);
    // the first of two counts
    let nation = read.iter().rev().map(|row| &row.value).filter(|row| row.level == "national");
    let nation = nation.map(|row| (row.occ_code.as_str(), row.percentiles()));
    let national: BTreeMap<&str, [Option<f64>; 5]> = nation.collect();
    let mut cells = Vec::new();
    for Row { value: row, at } in &read {
        if row.level == "national" {
            continue;
        }
        let mut tell = |place: &str, detail: String| {
            findings.push(row_finding(&file.name, *at, place, Fault::WrongType { detail }));
        };
        let area = match row.level.as_str() {
            "state" => None,
            "metro_nonmetro" => Some(row.area_code.clone()),
            other => {
                tell("level", format!("`{other}` is none of national, state, metro_nonmetro"));
                continue;
            }
        };
        let Some(median) = row.a_median.known() else { continue };
        let Some((national, of)) = national.get(row.occ_code.as_str()).and_then(|of| Some((*of, of[2]?)))
        else {
            tell("occ_code", format!("no national median of {} in this file", row.occ_code));
            continue;
        };
        if median <= 0.0 {
            tell("a_median", format!("{median} is no yearly pay"));
            continue;
        }
        let error = row.mean_prse.known().map_or(0.1, |percent| percent / 100.0);
        let (state, code) = (row.state_fips.clone(), row.occ_code.clone());
        let (ratio, percentiles) = (median.ln() - of, row.percentiles());
        cells.push(Cell { state, area, code, ratio, error, percentiles, national });
    }
    cells
}

#[derive(Debug, Deserialize)]
struct VintageRow {
    year: u32,
    occ_code: String,
    o_group: String,
    a_pct10: Mark,
    a_pct25: Mark,
    a_median: Mark,
    a_pct75: Mark,
    a_pct90: Mark,
}

/// Reads the national pay of each year.
#[must_use]
pub fn vintages(file: &Text, findings: &mut Vec<Finding>) -> Vec<Vintage> {
    let columns = ["year", "occ_code", "o_group", "a_pct10", "a_pct25", "a_median", "a_pct75", "a_pct90"];
    let read: Vec<Row<VintageRow>> = rows(file, &columns, Extra::Skipped, findings);
    let vintage = |Row { value: row, .. }: Row<VintageRow>| {
        let median = row.a_median.known().filter(|median| *median > 0.0)?;
        let given = [row.a_pct10, row.a_pct25, row.a_median, row.a_pct75, row.a_pct90];
        let percentiles = given.map(|mark| mark.known().filter(|yearly| *yearly > 0.0));
        Some(Vintage {
            year: row.year,
            code: row.occ_code,
            group: row.o_group,
            pay: median.ln(),
            percentiles,
        })
    };
    read.into_iter().filter_map(vintage).collect()
}
