//! Panels of people as their files come: today's people, and women of another time.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::graduates::Earner;
use super::kinds::{ANY_OTHER, is_of_the_field, kind_of};
use super::people::{PersonYear, published_place};
use super::raw::Mark;
use super::years::Vintage;
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::PERCENTILES;
use crate::table::{Extra, Row, row_finding, rows};
use crate::wages::curve::Curve;

/// The classification's code of each occupation of the panel.
pub type Occupations = BTreeMap<u32, String>;

#[derive(Debug, Deserialize)]
struct OccupationRow {
    occ2010: u32,
    soc2010: String,
}

/// Reads the codes of the panel's occupations.
#[must_use]
pub fn occupations(file: &Text, findings: &mut Vec<Finding>) -> Occupations {
    let read: Vec<Row<OccupationRow>> = rows(file, &["occ2010", "soc2010"], Extra::Skipped, findings);
    read.into_iter().map(|Row { value, .. }| (value.occ2010, value.soc2010)).collect()
}

/// The year whose distributions stand for all years; where that has none, the nearest.
const SHAPE_OF: u32 = 2015;

/// The published national distribution of each occupation.
///
/// The panel tells a percentile in the distribution of each year; what a difference of percentiles is worth is told by one
/// year's distribution, for the shape hardly changes.
#[must_use]
pub fn curves(occupations: &Occupations, vintages: &[Vintage]) -> BTreeMap<u32, Curve> {
    let mut nearest: BTreeMap<&str, (u32, [f64; 5])> = BTreeMap::new();
    for vintage in vintages {
        let given: Vec<f64> = vintage.percentiles.into_iter().flatten().collect();
        let Ok(given) = <[f64; 5]>::try_from(given) else { continue };
        let away = vintage.year.abs_diff(SHAPE_OF);
        let found = nearest.get(vintage.code.as_str()).is_none_or(|(best, _)| away < *best);
        if found {
            nearest.insert(&vintage.code, (away, given));
        }
    }
    let curve = |(number, code): (&u32, &String)| {
        let (_, given) = nearest.get(code.as_str())?;
        let points: Vec<(f64, f64)> = PERCENTILES.into_iter().zip(*given).collect();
        Some((*number, Curve::through(&points)?))
    };
    occupations.iter().filter_map(curve).collect()
}

#[derive(Debug, Clone, Deserialize)]
struct PanelRow {
    id: u32,
    year: u32,
    degree: u32,
    enrolled: u32,
    occ2010: u32,
    hours: f64,
    wage: f64,
    exper: f64,
    place: Mark,
    job: u32,
    weight: f64,
}

/// Hours worked in a year from which on somebody counts as working full time all year.
const FULL_TIME: f64 = 1_400.0;
/// The major group of management.
const MANAGEMENT: u32 = 11;

/// Reads the person-years of today's people who work full time and do not study, with how long they have worked in the field
/// and elsewhere before; and the years of all who work in the field at all and do not study.
///
/// Years of work are of 2,000 hours; those between two interviews are of the occupation at the first of them. A row whose
/// place is not told is left out, and so is one without a published distribution.
#[must_use]
pub fn people(
    files: &[&Text],
    occupations: &Occupations,
    curves: &BTreeMap<u32, Curve>,
    findings: &mut Vec<Finding>,
) -> (Vec<PersonYear>, Vec<Earner>) {
    let columns =
        ["id", "year", "degree", "enrolled", "occ2010", "hours", "wage", "exper", "place", "job", "weight"];
    let mut by_person: BTreeMap<u32, Vec<PanelRow>> = BTreeMap::new();
    for file in files {
        let read: Vec<Row<PanelRow>> = rows(file, &columns, Extra::Skipped, findings);
        for Row { value: row, at } in read {
            let limits = [
                ("exper", row.exper, 80.0),
                ("hours", row.hours, 20_000.0),
                ("wage", row.wage, 10_000.0),
                ("weight", row.weight, 1e7),
            ];
            let off = limits.into_iter().find(|(_, value, high)| !(0.0..=*high).contains(value));
            if let Some((place, value, high)) = off {
                let fault = Fault::OutOfRange { value, low: 0.0, high };
                findings.push(row_finding(&file.name, at, place, fault));
            } else if !occupations.contains_key(&row.occ2010) {
                let detail = format!("no occupation {} in the list of occupations", row.occ2010);
                findings.push(row_finding(&file.name, at, "occ2010", Fault::WrongType { detail }));
            } else {
                by_person.entry(row.id).or_default().push(row);
            }
        }
    }
    let (mut years, mut earners) = (Vec::new(), Vec::new());
    for rows in by_person.into_values() {
        years_of(rows, occupations, curves, (&mut years, &mut earners));
    }
    (years, earners)
}

/// Tells the years of one person.
fn years_of(
    mut rows: Vec<PanelRow>,
    occupations: &Occupations,
    curves: &BTreeMap<u32, Curve>,
    (years, earners): (&mut Vec<PersonYear>, &mut Vec<Earner>),
) {
    rows.sort_by_key(|row| row.year);
    let major = |row: &PanelRow| occupations[&row.occ2010].get(..2).and_then(|major| major.parse().ok());
    let mut began: BTreeMap<u32, u32> = BTreeMap::new();
    let (mut field, mut before) = (0.0, 0.0);
    let mut last_was_field = rows.first().and_then(major).is_some_and(is_of_the_field);
    for row in &rows {
        let Some(major) = major(row) else { continue };
        if last_was_field {
            field += f64::max(row.exper - before, 0.0);
        }
        (before, last_was_field) = (row.exper, is_of_the_field(major));
        field = f64::min(field, row.exper);
        let begin = *began.entry(row.job).or_insert(row.year);
        if row.enrolled == 0 && row.hours > 0.0 && major != MANAGEMENT && last_was_field {
            let PanelRow { degree, hours, wage, weight, .. } = *row;
            earners.push(Earner { degree, field, hours, wage, weight });
        }
        let (Some(kind), Some(place)) = (kind_of(major, row.degree), row.place.known()) else { continue };
        let Some(curve) = curves.get(&row.occ2010).filter(|_| row.enrolled == 0 && row.hours >= FULL_TIME)
        else {
            continue;
        };
        let place = published_place(place);
        years.push(PersonYear {
            person: row.id,
            year: row.year,
            occupation: row.occ2010,
            major,
            kind,
            employer: row.job,
            field,
            elsewhere: row.exper - field,
            job: f64::from(row.year - begin).min(row.exper),
            pay: curve.at_odds(place),
            place: Some(place),
            weight: row.weight,
        });
    }
}

#[derive(Debug, Deserialize)]
struct WomenRow {
    idcode: u32,
    year: u32,
    occ_code: Mark,
    ttl_exp: Mark,
    tenure: Mark,
    ln_wage: Mark,
}

/// Reads the person-years of women of another time; one that lacks its occupation, experience, tenure or pay is left out.
#[must_use]
pub fn women(file: &Text, findings: &mut Vec<Finding>) -> Vec<PersonYear> {
    let columns = ["idcode", "year", "occ_code", "ttl_exp", "tenure", "ln_wage"];
    let read: Vec<Row<WomenRow>> = rows(file, &columns, Extra::Skipped, findings);
    let mut years: Vec<PersonYear> = Vec::new();
    for Row { value: row, at } in read {
        let all = (row.occ_code.known(), row.ttl_exp.known(), row.tenure.known(), row.ln_wage.known());
        let (Some(occupation), Some(worked), Some(job), Some(pay)) = all else { continue };
        if !(0.0..=80.0).contains(&worked) || !(0.0..=80.0).contains(&job) {
            let value = if (0.0..=80.0).contains(&worked) { job } else { worked };
            let fault = Fault::OutOfRange { value, low: 0.0, high: 80.0 };
            findings.push(row_finding(&file.name, at, "years worked", fault));
            continue;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a code of a few digits")]
        let occupation = occupation as u32;
        // an employer goes on where the job is as old as the last interview
        let last = years.last().filter(|last| last.person == row.idcode);
        let employer = last.map_or(1, |last| {
            let goes_on = job + 0.5 >= f64::from(row.year.saturating_sub(last.year));
            last.employer + u32::from(!goes_on)
        });
        years.push(PersonYear {
            person: row.idcode,
            year: row.year,
            occupation,
            major: occupation,
            kind: ANY_OTHER,
            employer,
            // who is with an employer has worked at least as long
            field: worked.max(job),
            elsewhere: 0.0,
            job,
            pay,
            place: None,
            weight: 1.0,
        });
    }
    years
}
