//! Makes the tables of schools from raw files: awards by school and field, the schools themselves, prices, earnings.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::file::{
    CentreRow, FACTS, FIELDS, FactRow, FieldRow, OfferingRow, Prices, SchoolFact, SchoolRow, Taught, YesNo,
};
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::{Graph, Tuition};
use crate::table::{Extra, Row, row_finding, rows};

/// Half of the students and more: the school teaches mostly at a distance.
const MOSTLY: f64 = 0.5;
/// Areas that are no part of a metropolis have longer codes than this; they are too wide to measure miles from.
const METROPOLIS: usize = 5;
/// Colleges that teach the first two years, and a bachelor's or two besides, publish the price of those years alone. It is
/// taken for such where they give more awards below a bachelor's, and it is below this share of what the state's schools of
/// the kind charge (assumed).
const FIRST_YEARS: f64 = 2.0 / 3.0;
/// Who tells of schools and awards, and who of earnings, as a graph's sources name them.
const SOURCES: [&str; 2] = ["ipeds-schools-2024", "scorecard-schools-2026"];

/// The files to collect from: raw ones, and the graph's own rules.
#[derive(Debug)]
pub struct Sources {
    /// Awards by school, field and level.
    pub awards: Text,
    /// The schools.
    pub schools: Text,
    /// Prices of programs, where a school charges by program.
    pub prices: Text,
    /// Earnings of those who finished, by school, field and level.
    pub earnings: Text,
    /// The area of each county.
    pub counties: Text,
    /// The middle of each area.
    pub centres: Text,
    /// Which fields and levels are of which kind of program.
    pub fields: Text,
    /// What is known of single schools besides.
    pub facts: Text,
}

/// The tables as they are to be written.
#[derive(Debug)]
pub struct Collected {
    /// `schools.csv`, `offerings.csv` and `centres.csv`.
    pub tables: [String; 3],
    /// How many rows each has.
    pub rows: [usize; 3],
}

#[derive(Debug, Deserialize)]
struct Award {
    unitid: String,
    cip: String,
    #[serde(rename = "award_level")]
    level: String,
    awards_2023: Option<u32>,
    awards_2024: Option<u32>,
}

#[derive(Debug, Deserialize)]
struct RawSchool {
    unitid: String,
    name: String,
    city: String,
    county_fips: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    sector: String,
    closed: String,
    web: String,
    all_programs_distance: String,
    undergraduate_distance_programs: String,
    graduate_distance_programs: String,
    share_only_distance_2024: Option<f64>,
    tuition_fees_in_state_2023: Option<f64>,
    tuition_fees_out_of_state_2023: Option<f64>,
    in_district_over_in_state_2014: Option<f64>,
    graduate_over_undergraduate_in_state_2014: Option<f64>,
    completion_scorecard: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct RawPrice {
    unitid: String,
    cip: String,
    tuition_fees: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct RawEarnings {
    unitid: String,
    cip4: String,
    credential_level: String,
    completers: Option<u32>,
    earnings_1yr: Option<f64>,
    earnings_4yr: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct County {
    fips: String,
    area: String,
}

#[derive(Debug, Deserialize)]
struct Centre {
    area: String,
    lat: f64,
    lon: f64,
}

/// The level under which the earnings of those who got an award are published.
fn earnings_level(award_level: &str) -> &'static str {
    match award_level {
        "3" => "2",
        "5" => "3",
        "6" => "4",
        "7" => "5",
        "8" => "8",
        "17" | "18" | "19" => "6",
        _ => "1",
    }
}

/// The kinds of programs that an award of a school is of: each by the first row that fits it.
fn kinds<'f>(award: &Award, sector: &str, fields: &'f [Row<FieldRow>]) -> Vec<&'f FieldRow> {
    let has = |list: &str, one: &str| list.split('|').any(|known| known == one);
    let mut kinds: Vec<&FieldRow> = Vec::new();
    for field in fields.iter().map(|row| &row.value) {
        let fits = field.field == award.cip
            && has(&field.levels, &award.level)
            && (field.sectors == "*" || has(&field.sectors, sector));
        if fits && kinds.iter().all(|known| known.program != field.program) {
            kinds.push(field);
        }
    }
    kinds
}

fn read<T: DeserializeOwned>(text: &Text, findings: &mut Vec<Finding>) -> Vec<T> {
    rows::<T>(text, &[], Extra::Skipped, findings).into_iter().map(|row| row.value).collect()
}

fn written<T: Serialize>(rows: &[T]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).expect("rows are of one shape");
    }
    String::from_utf8(writer.into_inner().expect("memory takes all")).expect("it was text")
}

/// Collects the tables.
///
/// # Errors
/// What is amiss with a file, every finding at once.
pub fn collect(graph: &Graph, from: &Sources) -> Result<Collected, Vec<Finding>> {
    let mut findings = Vec::new();
    let fields: Vec<Row<FieldRow>> = rows(&from.fields, &FIELDS, Extra::Refused, &mut findings);
    let facts: Vec<Row<FactRow>> = rows(&from.facts, &FACTS, Extra::Refused, &mut findings);
    check(graph, from, &fields, &facts, &mut findings);
    let awards: Vec<Award> = read(&from.awards, &mut findings);
    let schools: Vec<RawSchool> = read(&from.schools, &mut findings);
    let prices: Vec<RawPrice> = read(&from.prices, &mut findings);
    let earnings: Vec<RawEarnings> = read(&from.earnings, &mut findings);
    let counties: Vec<County> = read(&from.counties, &mut findings);
    let centres: Vec<Centre> = read(&from.centres, &mut findings);
    if !findings.is_empty() {
        return Err(findings);
    }
    let is_closed = |school: &RawSchool| {
        !school.closed.is_empty()
            || facts
                .iter()
                .any(|row| row.value.fact == SchoolFact::Closed && row.value.school == school.unitid)
    };
    let open: BTreeMap<&str, &RawSchool> = schools
        .iter()
        .filter(|school| !is_closed(school))
        .map(|school| (school.unitid.as_str(), school))
        .collect();
    let accredited = |school: &str, program: &str| {
        let told = facts.iter().map(|row| &row.value).find(|fact| {
            fact.fact == SchoolFact::Accredited && fact.school == school && fact.program == program
        });
        told.map_or_else(String::new, |fact| fact.as_of.clone())
    };
    let area: BTreeMap<&str, &str> =
        counties.iter().map(|county| (county.fips.as_str(), county.area.as_str())).collect();
    // whether a school gives more awards below a bachelor's than bachelor's
    let gives_less = |school: &str| {
        let of = |levels: &[&str]| -> u32 {
            let own = awards.iter().filter(|award| award.unitid == school);
            own.filter(|award| levels.contains(&award.level.as_str()))
                .filter_map(|award| award.awards_2024)
                .sum()
        };
        of(&["2", "3", "4", "20", "21"]) > of(&["5"])
    };
    let mut offerings: BTreeMap<(&str, &str), OfferingRow> = BTreeMap::new();
    for award in &awards {
        let (last, before) = (award.awards_2024.unwrap_or(0), award.awards_2023.unwrap_or(0));
        let Some(school) = open.get(award.unitid.as_str()).filter(|_| last + before > 0) else { continue };
        for kind in kinds(award, &school.sector, &fields) {
            let (id, program) = (school.unitid.as_str(), kind.program.as_str());
            let row = offerings
                .entry((program, id))
                .or_insert_with(|| offering(program, id, accredited(id, program)));
            row.awards = row.awards.map(|awards| awards + last);
            if kind.prices == YesNo::Yes {
                row.prices = if is_of_first_years(graph, program, school, &area) && gives_less(id) {
                    Prices::Unknown
                } else {
                    Prices::Yes
                };
            }
            if row.total.is_none() && school.tuition_fees_in_state_2023.is_none() {
                let mut own = prices.iter().filter(|price| price.unitid == id && price.cip == award.cip);
                row.total = own.find_map(|price| price.tuition_fees);
            }
            if row.earned_source.is_empty() {
                tell_earnings(row, award, &earnings);
            }
        }
    }
    let taught: BTreeSet<&str> = offerings.keys().map(|(_, school)| *school).collect();
    let mut listed = Vec::new();
    for school in open.values().filter(|school| taught.contains(school.unitid.as_str())) {
        let own = area.get(school.county_fips.as_str());
        if let Some(region) = own.filter(|area| graph.regions.find(area).is_some()) {
            listed.push(row_of(school, (*region).to_owned()));
        }
    }
    let is_listed = |row: &OfferingRow| listed.iter().any(|school| school.school == row.school);
    let offerings: Vec<OfferingRow> = offerings.into_values().filter(is_listed).collect();
    let middles: Vec<CentreRow> = centres.iter().filter_map(|centre| middle(graph, centre)).collect();
    Ok(Collected {
        rows: [listed.len(), offerings.len(), middles.len()],
        tables: [written(&listed), written(&offerings), written(&middles)],
    })
}

/// An offering of which nothing is told yet.
fn offering(program: &str, school: &str, accredited: String) -> OfferingRow {
    OfferingRow {
        program: program.to_owned(),
        school: school.to_owned(),
        prices: Prices::No,
        awards: Some(0),
        total: None,
        accredited,
        earned_1: None,
        earned_4: None,
        earned_of: None,
        earned_source: String::new(),
    }
}

/// Tells what those who got an award earned, where that is published.
fn tell_earnings(row: &mut OfferingRow, award: &Award, earnings: &[RawEarnings]) {
    let field = award.cip.replace('.', "");
    let is_of = |earned: &&RawEarnings| {
        earned.unitid == award.unitid
            && field.starts_with(&earned.cip4)
            && earned.credential_level == earnings_level(&award.level)
    };
    let is_told = |earned: &&RawEarnings| earned.earnings_1yr.is_some() || earned.earnings_4yr.is_some();
    let Some(earned) = earnings.iter().find(is_of).filter(is_told) else { return };
    (row.earned_1, row.earned_4, row.earned_of) =
        (earned.earnings_1yr, earned.earnings_4yr, earned.completers);
    SOURCES[1].clone_into(&mut row.earned_source);
}

/// Tells whether a school's price is that of the first years alone, for a program of four.
fn is_of_first_years(graph: &Graph, program: &str, school: &RawSchool, area: &BTreeMap<&str, &str>) -> bool {
    let program = graph.programs.iter().find(|known| known.names.id == program);
    let region = area.get(school.county_fips.as_str()).and_then(|area| graph.regions.find(area));
    let usual =
        program.zip(region).and_then(|(program, region)| graph.tuition_for(program, region)?.1.per_year);
    let is_long = program.is_some_and(|program| match &program.tuition {
        Tuition::Sector { sector, .. } => sector == "public 4-year",
        Tuition::Total(_) => false,
    });
    let price = school.tuition_fees_in_state_2023;
    is_long && price.zip(usual).is_some_and(|(price, usual)| price < FIRST_YEARS * usual)
}

/// Tells of programs and sources in the rules that the graph does not have.
fn check(
    graph: &Graph,
    from: &Sources,
    fields: &[Row<FieldRow>],
    facts: &[Row<FactRow>],
    findings: &mut Vec<Finding>,
) {
    let is_program = |id: &str| graph.programs.iter().any(|program| program.names.id == id);
    let unknown = |kind, id: &str| Fault::UnknownId { kind, id: id.to_owned(), near: None };
    for row in fields.iter().filter(|row| !is_program(&row.value.program)) {
        findings.push(row_finding(&from.fields.name, row.at, "row", unknown("program", &row.value.program)));
    }
    let is_source = |id: &str| graph.find_source(id).is_some();
    for id in SOURCES.into_iter().filter(|id| !is_source(id)) {
        findings.push(Finding::whole("sources.json", unknown("source", id)));
    }
    for row in facts {
        let fact = &row.value;
        let mut tell = |fault| findings.push(row_finding(&from.facts.name, row.at, "row", fault));
        if !fact.program.is_empty() && !is_program(&fact.program) {
            tell(unknown("program", &fact.program));
        }
        if !is_source(&fact.source) {
            tell(unknown("source", &fact.source));
        }
    }
}

fn row_of(school: &RawSchool, region: String) -> SchoolRow {
    let mostly = school.share_only_distance_2024.is_some_and(|share| share >= MOSTLY);
    let taught = |has_some: &str| match has_some {
        _ if school.all_programs_distance == "yes" => Taught::Distance,
        "yes" if mostly => Taught::Distance,
        "yes" => Taught::Some,
        _ => Taught::Campus,
    };
    let web = school.web.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    SchoolRow {
        school: school.unitid.clone(),
        name: school.name.clone(),
        town: school.city.clone(),
        region,
        latitude: school.latitude,
        longitude: school.longitude,
        sector: school.sector.clone(),
        web: web.to_owned(),
        undergraduate: taught(&school.undergraduate_distance_programs),
        graduate: taught(&school.graduate_distance_programs),
        in_state: school.tuition_fees_in_state_2023,
        out_of_state: school.tuition_fees_out_of_state_2023,
        district: school.in_district_over_in_state_2014,
        graduate_ratio: school.graduate_over_undergraduate_in_state_2014,
        completion: school.completion_scorecard,
        source: SOURCES[0].to_owned(),
    }
}

fn middle(graph: &Graph, centre: &Centre) -> Option<CentreRow> {
    graph.regions.find(&centre.area)?;
    let code = centre.area.rsplit('-').next().unwrap_or_default();
    let is_metropolis = code.len() <= METROPOLIS && code.bytes().all(|sign| sign.is_ascii_digit());
    let measured = if is_metropolis { YesNo::Yes } else { YesNo::No };
    Some(CentreRow { region: centre.area.clone(), latitude: centre.lat, longitude: centre.lon, measured })
}
