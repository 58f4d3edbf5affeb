//! The profile that answers make, as a file that can be read and changed by hand.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::profile::Preset;
use crate::units::{Currency, Education};

/// What was told so far.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub region: String,
    pub education: Option<Education>,
    pub awards: Vec<String>,
    pub credentials: Vec<String>,
    pub experience: Vec<Job>,
    pub targets: Vec<String>,
    pub skills: BTreeMap<String, u8>,
    pub interests: Vec<String>,
    pub hours: Option<u32>,
    pub stop: bool,
    pub may_move: bool,
    pub distance_only: bool,
    pub budget: Option<f64>,
    pub aid: Option<f64>,
    pub months: Option<u32>,
    pub preset: Option<Preset>,
}

/// A job told.
#[derive(Debug, Clone)]
pub struct Job {
    pub called: Called,
    pub months: u32,
    pub current: bool,
    pub pay: Option<f64>,
}

/// Which job.
#[derive(Debug, Clone)]
pub enum Called {
    /// A role of the graph, by its id.
    Role(String),
    /// A job from outside it, in own words, with the code of its occupation.
    Outside { title: String, occupation: String },
}

impl Job {
    /// The role's id, where it is one.
    pub fn role(&self) -> Option<&str> {
        match &self.called {
            Called::Role(role) => Some(role),
            Called::Outside { .. } => None,
        }
    }
}

#[derive(Serialize)]
struct Written<'t> {
    format: &'static str,
    region: &'t str,
    education: Education,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    awards: &'t [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    credentials: &'t [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    experience: Vec<WrittenJob<'t>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    skills: &'t BTreeMap<String, u8>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    interests: &'t [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    study_hours_per_week: Option<u32>,
    may_stop_working: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    may_move: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    distance_only: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    budget_usd: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    budget_cad: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aid_usd_per_year: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aid_cad_per_year: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_months: Option<u32>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    targets: &'t [String],
    preset: Preset,
}

#[derive(Serialize)]
struct WrittenJob<'t> {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occupation: Option<&'t str>,
    months: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    current: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay_usd_per_year: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay_cad_per_year: Option<f64>,
}

impl Told {
    /// The role of today, by id.
    pub fn current_role(&self) -> Option<String> {
        self.experience.iter().find(|job| job.current)?.role().map(str::to_owned)
    }

    /// Whether a job of today is told.
    pub fn is_employed(&self) -> bool {
        self.experience.iter().any(|job| job.current)
    }

    /// The profile as `careerpath.profile/1`; nothing before place and schooling are told.
    pub fn written(&self, currency: Currency) -> Option<String> {
        let of = |amount: Option<f64>, own: Currency| amount.filter(|_| own == currency);
        let job = |job: &'_ Job| -> (Option<f64>, Option<f64>) {
            (of(job.pay, Currency::Usd), of(job.pay, Currency::Cad))
        };
        let experience = self.experience.iter().map(|told| {
            let (usd, cad) = job(told);
            let (title, occupation) = match &told.called {
                Called::Role(_) => (None, None),
                Called::Outside { title, occupation } => (Some(title.as_str()), Some(occupation.as_str())),
            };
            WrittenJob {
                role: told.role(),
                title,
                occupation,
                months: told.months,
                current: told.current,
                pay_usd_per_year: usd,
                pay_cad_per_year: cad,
            }
        });
        let written = Written {
            format: "careerpath.profile/1",
            region: &self.region,
            education: self.education?,
            awards: &self.awards,
            credentials: &self.credentials,
            experience: experience.collect(),
            skills: &self.skills,
            interests: &self.interests,
            study_hours_per_week: self.hours,
            may_stop_working: self.stop,
            may_move: self.may_move,
            distance_only: self.distance_only,
            budget_usd: of(self.budget, Currency::Usd),
            budget_cad: of(self.budget, Currency::Cad),
            aid_usd_per_year: of(self.aid, Currency::Usd),
            aid_cad_per_year: of(self.aid, Currency::Cad),
            max_months: self.months,
            targets: &self.targets,
            preset: self.preset.unwrap_or_default(),
        };
        let mut text = serde_json::to_string_pretty(&written).ok()?;
        text.push('\n');
        Some(text)
    }
}
