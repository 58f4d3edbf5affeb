//! A graph as written: the types of its JSON and CSV files, field by field as graphs/README.md tells them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::node::{Delivery, Training};
use crate::provenance::{Basis, Missing};
use crate::units::{Currency, Education};

/// A number with unit and source, a range, or why it is missing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenFigure {
    #[serde(default)]
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub missing: Option<Missing>,
    pub unit: String,
    #[serde(default)]
    pub source: String,
    pub basis: Basis,
    pub period: String,
    pub region: Option<String>,
    /// The imputation that stands in for it where it is missing.
    pub kind: Option<String>,
    #[serde(default)]
    pub note: String,
}

/// A requirement; exactly one form may be filled in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenRequirement {
    pub all: Option<Vec<WrittenRequirement>>,
    pub any: Option<Vec<WrittenRequirement>>,
    pub at_least: Option<WrittenAtLeast>,
    pub education: Option<Education>,
    pub holds: Option<String>,
    pub months: Option<u32>,
    pub r#in: Option<Vec<String>>,
    pub skill: Option<String>,
    pub level: Option<u8>,
    pub ready: Option<f64>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenAtLeast {
    pub n: usize,
    pub of: Vec<WrittenRequirement>,
}

/// A requirement with where it is told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenRule {
    pub requirement: WrittenRequirement,
    #[serde(default)]
    pub source: String,
    pub basis: Basis,
    pub period: String,
    pub region: Option<String>,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenHeader {
    pub format: String,
    pub id: String,
    pub version: String,
    pub title: String,
    pub currency: Currency,
    pub base_year: u32,
    pub method: WrittenMethod,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenMethod {
    pub full_time_hours: WrittenFigure,
    pub proficient_months: WrittenFigure,
    pub paid_hours_per_year: WrittenFigure,
    pub demand_floor: WrittenFigure,
    pub demand_ceiling: WrittenFigure,
    pub imputed_spread: WrittenFigure,
    pub readiness: WrittenFigure,
    pub related_readiness: WrittenFigure,
    pub newcomer_months: WrittenFigure,
    pub outside_hire_months: WrittenFigure,
    pub fold: WrittenFigure,
    pub few_openings: WrittenFigure,
    pub next_months: WrittenFigure,
    pub low_readiness: WrittenFigure,
    pub heavy_hours: WrittenFigure,
}

/// A figure that stands in for those of its kind that nobody publishes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenImputation {
    pub id: String,
    pub what: String,
    pub figure: WrittenFigure,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenSource {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub address: String,
    pub period: String,
    pub licence: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenSkill {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub anchors: Option<[String; 3]>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenAward {
    pub id: String,
    pub title: String,
    pub short: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub education: Education,
    #[serde(default)]
    pub skills: BTreeMap<String, u8>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenFee {
    pub what: String,
    pub amount: WrittenFigure,
    /// True where every sitting costs it again.
    #[serde(default)]
    pub each_sitting: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenUpkeep {
    pub what: String,
    pub every_months: u32,
    pub amount: WrittenFigure,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCredential {
    pub id: String,
    pub title: String,
    pub short: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub issuer: String,
    pub eligibility: WrittenRule,
    pub prepared: Option<WrittenRule>,
    pub windows: Option<WrittenWindows>,
    #[serde(default)]
    pub prefers: Vec<WrittenRule>,
    pub study_hours: WrittenFigure,
    pub fees: Vec<WrittenFee>,
    #[serde(default)]
    pub upkeep: Vec<WrittenUpkeep>,
    pub pass_rate: Option<WrittenFigure>,
    #[serde(default)]
    pub skills: BTreeMap<String, u8>,
}

/// The calendar months in which an exam is held.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenWindows {
    pub months: Vec<u32>,
    #[serde(default)]
    pub source: String,
    pub basis: Basis,
    pub period: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrittenMode {
    FullTime,
    Alongside,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenTuition {
    pub sector: Option<String>,
    pub years: Option<f64>,
    #[serde(default)]
    pub assumed: String,
    pub total: Option<WrittenFigure>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenProgram {
    pub id: String,
    pub title: String,
    pub short: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub provider: String,
    #[serde(default)]
    pub accreditation: String,
    pub awards: Vec<String>,
    pub admission: WrittenRule,
    pub study_hours: WrittenFigure,
    pub min_months: WrittenFigure,
    pub modes: Vec<WrittenMode>,
    pub delivery: Delivery,
    pub regions: Vec<String>,
    pub tuition: WrittenTuition,
    #[serde(default)]
    pub fees: Vec<WrittenFee>,
    pub completion: WrittenFigure,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenPlace {
    pub from: f64,
    pub to: f64,
    #[serde(default)]
    pub source: String,
    pub basis: Basis,
    pub period: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenRole {
    pub id: String,
    pub title: String,
    pub short: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub about: String,
    pub occupation: String,
    pub place: WrittenPlace,
    pub entry: WrittenRule,
    #[serde(default)]
    pub prefers: Vec<WrittenRule>,
    pub skills: BTreeMap<String, u8>,
    pub skills_basis: Basis,
    pub hire_months: WrittenFigure,
    pub newcomer_hire_months: Option<WrittenFigure>,
    pub offered: Option<WrittenFigure>,
    #[serde(default)]
    pub related: Vec<WrittenRelated>,
    pub interests: Option<WrittenInterests>,
    #[serde(default = "yes")]
    pub listed: bool,
}

/// Occupations outside the graph whose people come into a role.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenRelated {
    pub codes: Vec<String>,
    #[serde(default)]
    pub source: String,
    pub basis: Basis,
    pub period: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenInterests {
    pub letters: String,
    #[serde(default)]
    pub source: String,
}

const fn yes() -> bool {
    true
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenOccupation {
    pub code: String,
    pub title: String,
    pub wider: Option<String>,
    pub growth: WrittenFigure,
    #[serde(default)]
    pub entry_education: String,
    pub training: Option<Training>,
    pub field_share: Option<WrittenFigure>,
    #[serde(default)]
    pub premia: Vec<WrittenPremium>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenPremium {
    pub what: String,
    #[serde(default)]
    pub holds: Vec<String>,
    #[serde(default)]
    pub r#in: Vec<String>,
    pub ratio: WrittenFigure,
}

/// A stated fact: a figure or rule that a source tells, with the nodes whose requirements carry it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenFact {
    pub subject: String,
    pub measure: String,
    pub figure: Option<WrittenFigure>,
    pub text: Option<WrittenStatement>,
    #[serde(default)]
    pub carried_by: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenStatement {
    pub says: String,
    pub source: String,
    pub period: String,
    pub region: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct RegionRow {
    pub id: String,
    pub parent: String,
    pub title: String,
    pub aliases: String,
    pub figures_from: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct PayRow {
    pub region: String,
    pub occupation: String,
    pub period: String,
    pub unit: String,
    pub source: String,
    pub basis: Basis,
    pub p10: Option<f64>,
    pub p25: Option<f64>,
    pub p50: Option<f64>,
    pub p75: Option<f64>,
    pub p90: Option<f64>,
    pub missing: Option<Missing>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct TuitionRow {
    pub region: String,
    pub sector: String,
    pub period: String,
    pub source: String,
    pub basis: Basis,
    pub per_year: Option<f64>,
    #[expect(dead_code, reason = "told to readers of the file, not used")]
    pub institutions: Option<u32>,
}

/// A row of `competition.csv`.
#[derive(Debug, Clone, Deserialize)]
pub struct CompetitionRow {
    pub region: String,
    pub occupation: String,
    pub openings_a_year: Option<f64>,
    pub graduates_a_year: Option<f64>,
    pub period: String,
    pub source: String,
    pub basis: Basis,
}

/// A row of `words.csv`.
#[derive(Debug, Clone, Deserialize)]
pub struct WordsRow {
    pub text: String,
    pub fr: String,
    pub es: String,
}
