//! The tables of a graph, row by row: regions, pay, tuition.

use super::checker::Checker;
use super::file::{CompetitionRow, PayRow as WrittenPay, RegionRow, TuitionRow as WrittenTuitionRow};
use super::{
    Competition, CompetitionTable, Method, PayRow, PayTable, Region, RegionIx, Regions, TuitionRow,
    TuitionTable,
};
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::provenance::Basis;
use crate::table::{Extra, Row, row_finding, rows};

pub fn regions(text: &Text, findings: &mut Vec<Finding>) -> Regions {
    let columns = ["id", "parent", "title", "aliases", "figures_from"];
    let read: Vec<Row<RegionRow>> = rows(text, &columns, Extra::Refused, findings);
    let index = |id: &str| read.iter().position(|row| row.value.id == id);
    let mut list = Vec::new();
    for (at, row) in read.iter().enumerate() {
        let mut tell = |fault| {
            findings.push(row_finding(&text.name, row.at, &format!("region {}", row.value.id), fault));
        };
        let mut before = |id: &str| -> Option<RegionIx> {
            let found = index(id).filter(|found| *found < at);
            if found.is_none() {
                let near = crate::finding::nearest(id, read[..at].iter().map(|r| r.value.id.as_str()));
                tell(Fault::UnknownId { kind: "region above this row", id: id.to_owned(), near });
            }
            found.and_then(|found| u32::try_from(found).ok()).map(RegionIx)
        };
        let parent = if at == 0 { None } else { before(&row.value.parent) };
        let figures = if row.value.figures_from.is_empty() { None } else { before(&row.value.figures_from) };
        if let Some(first) = index(&row.value.id).filter(|first| *first < at) {
            tell(Fault::RepeatedId { id: row.value.id.clone(), first_line: read[first].at.line });
        }
        list.push(Region {
            id: row.value.id.clone(),
            title: row.value.title.clone(),
            aliases: row.value.aliases.split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect(),
            parent,
            figures,
        });
    }
    Regions::new(list)
}

/// A table row's region, and a finding where there is none.
pub fn row_region(id: &str, file: &str, at: crate::finding::At, checker: &mut Checker) -> Option<RegionIx> {
    let found = checker.regions.find(id);
    if found.is_none() {
        let near = crate::finding::nearest(id, checker.regions.all().map(|(_, r)| r.id.as_str()));
        let fault = Fault::UnknownId { kind: "region", id: id.to_owned(), near };
        checker.findings.push(row_finding(file, at, "region", fault));
    }
    found
}

pub fn pay(text: &Text, method: &Method, checker: &mut Checker) -> PayTable {
    let columns = [
        "region",
        "occupation",
        "period",
        "unit",
        "source",
        "basis",
        "p10",
        "p25",
        "p50",
        "p75",
        "p90",
        "missing",
    ];
    let read: Vec<Row<WrittenPay>> = rows(text, &columns, Extra::Refused, &mut checker.findings);
    let hours = method.paid_hours_per_year.known().unwrap_or(0.0);
    let mut table = PayTable::default();
    for row in read {
        let written = &row.value;
        let tell = |checker: &mut Checker, fault| {
            let place = format!("{} in {}", written.occupation, written.region);
            checker.findings.push(row_finding(&text.name, row.at, &place, fault));
        };
        let region = row_region(&written.region, &text.name, row.at, checker);
        let occupation = match checker.occupations.get(&written.occupation) {
            Ok(at) => super::OccupationIx(at),
            Err(fault) => {
                tell(checker, fault);
                continue;
            }
        };
        let source = match checker.sources.get(&written.source) {
            Ok(at) => crate::provenance::SourceIx(at),
            Err(_) if written.source.is_empty() => {
                tell(checker, Fault::NoSource);
                continue;
            }
            Err(fault) => {
                tell(checker, fault);
                continue;
            }
        };
        let factor = match written.unit.strip_prefix(checker.currency.key()) {
            Some("_per_year") => 1.0,
            Some("_per_hour") => hours,
            _ => {
                let key = checker.currency.key();
                let expected = format!("{key}_per_year or {key}_per_hour");
                tell(checker, Fault::WrongUnit { found: written.unit.clone(), expected });
                continue;
            }
        };
        let given = [written.p10, written.p25, written.p50, written.p75, written.p90];
        let yearly = given.map(|percentile| percentile.map(|amount| amount * factor));
        for value in yearly.into_iter().flatten().filter(|y| !(1.0..=2_000_000.0).contains(y)) {
            tell(checker, Fault::OutOfRange { value, low: 1.0, high: 2_000_000.0 });
        }
        let known: Vec<f64> = yearly.into_iter().flatten().collect();
        if !known.is_sorted() {
            tell(checker, Fault::Disordered { what: "percentiles" });
        }
        if known.is_empty() == written.missing.is_none() {
            tell(checker, Fault::Undecided);
        }
        let basis = if factor > 1.0 { Basis::Imputed } else { written.basis };
        let row_read =
            PayRow { yearly, period: written.period.clone(), source, basis, missing: written.missing };
        if let Some(region) = region
            && !table.add(occupation, region, row_read)
        {
            let id = format!("{} in {}", written.occupation, written.region);
            tell(checker, Fault::RepeatedId { id, first_line: 0 });
        }
    }
    table
}

pub fn tuition(text: &Text, checker: &mut Checker) -> TuitionTable {
    let columns = ["region", "sector", "period", "source", "basis", "per_year", "institutions"];
    let read: Vec<Row<WrittenTuitionRow>> = rows(text, &columns, Extra::Refused, &mut checker.findings);
    let mut table = TuitionTable::new();
    for row in read {
        let region = row_region(&row.value.region, &text.name, row.at, checker);
        let place = format!("{} in {}", row.value.sector, row.value.region);
        let mut tell = |fault| checker.findings.push(row_finding(&text.name, row.at, &place, fault));
        if let Some(value) = row.value.per_year.filter(|y| !(0.0..=200_000.0).contains(y)) {
            tell(Fault::OutOfRange { value, low: 0.0, high: 200_000.0 });
        }
        let source = match checker.sources.get(&row.value.source) {
            Ok(at) => crate::provenance::SourceIx(at),
            Err(fault) => {
                tell(if row.value.source.is_empty() { Fault::NoSource } else { fault });
                continue;
            }
        };
        let Some(region) = region else { continue };
        let (per_year, basis) = (row.value.per_year, row.value.basis);
        let entry = TuitionRow { per_year, period: row.value.period.clone(), source, basis };
        if table.insert((row.value.sector.clone(), region), entry).is_some() {
            tell(Fault::RepeatedId { id: place.clone(), first_line: 0 });
        }
    }
    table
}

pub fn competition(text: &Text, checker: &mut Checker) -> CompetitionTable {
    let columns =
        ["region", "occupation", "openings_a_year", "graduates_a_year", "period", "source", "basis"];
    let read: Vec<Row<CompetitionRow>> = rows(text, &columns, Extra::Refused, &mut checker.findings);
    let mut table = CompetitionTable::new();
    for row in read {
        let written = &row.value;
        let region = row_region(&written.region, &text.name, row.at, checker);
        let place = format!("{} in {}", written.occupation, written.region);
        let (occupation, source) =
            (checker.occupations.get(&written.occupation), checker.sources.get(&written.source));
        let mut tell = |fault| checker.findings.push(row_finding(&text.name, row.at, &place, fault));
        let amounts = [written.openings_a_year, written.graduates_a_year];
        for value in amounts.into_iter().flatten().filter(|y| !(0.0..=10_000_000.0).contains(y)) {
            tell(Fault::OutOfRange { value, low: 0.0, high: 10_000_000.0 });
        }
        if amounts == [None, None] {
            tell(Fault::Undecided);
        }
        let (occupation, source) = match (occupation, source) {
            (Ok(occupation), Ok(source)) => (super::OccupationIx(occupation), source),
            (Err(fault), _) | (_, Err(fault)) => {
                tell(fault);
                continue;
            }
        };
        let Some(region) = region else { continue };
        let told = Competition {
            openings: written.openings_a_year,
            graduates: written.graduates_a_year,
            period: written.period.clone(),
            source: crate::provenance::SourceIx(source),
            basis: written.basis,
        };
        if table.insert((occupation, region), told).is_some() {
            tell(Fault::RepeatedId { id: place.clone(), first_line: 0 });
        }
    }
    table
}
