//! What is written of jobs outside the graph.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The file's one object.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenOutside {
    pub sources: WrittenSources,
    /// The time that the pay speaks of.
    pub pay_period: String,
    /// Occupations whose people have one of the graph's roles, each with the graph's own code for it.
    #[serde(default)]
    pub of_roles: BTreeMap<String, String>,
    /// Occupations that nobody may work in without a licence, each with the award that stands for it.
    #[serde(default)]
    pub licences: BTreeMap<String, String>,
    /// How much a list of titles counts for, from 0 to 1.
    pub weights: BTreeMap<String, f64>,
    /// Titles of nobody who has a job.
    #[serde(default)]
    pub no_job: Vec<String>,
    /// Titles that tell no occupation.
    #[serde(default)]
    pub too_general: Vec<String>,
    /// Words before a title that are none of it.
    #[serde(default)]
    pub begin: Vec<String>,
    /// Words from which on the rest is none of it.
    #[serde(default)]
    pub cut: Vec<String>,
    /// Words that may be left out.
    #[serde(default)]
    pub drop: Vec<String>,
    #[serde(default)]
    pub short_forms: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub by_hand: Vec<WrittenTitle>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenSources {
    pub titles: Vec<String>,
    pub pay: String,
    #[serde(default)]
    pub backgrounds: Option<String>,
}

/// A title whose occupations the lists miss or mislead on, the likeliest first.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenTitle {
    pub title: String,
    pub occupations: Vec<String>,
}

/// A row of `titles.csv`.
#[derive(Debug, Clone, Deserialize)]
pub struct TitleRow {
    pub occupation: String,
    pub title: String,
    /// The lists that have it, joined by `+`.
    lists: String,
}

impl TitleRow {
    /// The lists that have the title.
    pub fn lists(&self) -> impl Iterator<Item = &str> {
        self.lists.split('+')
    }

    /// Tells whether it is the occupation's own title.
    pub fn is_own(&self) -> bool {
        self.lists().any(|list| list == "title")
    }
}

/// A row of `outside_pay.csv`.
#[derive(Debug, Clone, Deserialize)]
pub struct PayRow {
    pub region: String,
    pub employment: Option<f64>,
    pub basis: crate::provenance::Basis,
    pub p10: Option<f64>,
    pub p25: Option<f64>,
    pub p50: Option<f64>,
    pub p75: Option<f64>,
    pub p90: Option<f64>,
}

/// A row of `backgrounds.csv`.
#[derive(Debug, Clone, Deserialize)]
pub struct BackgroundRow {
    pub skill: String,
    pub level: u8,
}

impl PayRow {
    /// Yearly amounts at the published percentiles.
    pub const fn yearly(&self) -> [Option<f64>; 5] {
        [self.p10, self.p25, self.p50, self.p75, self.p90]
    }
}
