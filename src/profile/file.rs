//! A profile as written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::wishes::{Criterion, Preset};
use crate::units::Education;

/// The file's one object.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenProfile {
    pub format: Option<String>,
    pub region: String,
    pub education: Education,
    #[serde(default)]
    pub awards: Vec<String>,
    #[serde(default)]
    pub credentials: Vec<String>,
    #[serde(default)]
    pub experience: Vec<WrittenWork>,
    #[serde(default)]
    pub skills: BTreeMap<String, u8>,
    #[serde(default)]
    pub interests: Vec<String>,
    pub study_hours_per_week: Option<f64>,
    #[serde(default)]
    pub may_stop_working: bool,
    pub budget_usd: Option<f64>,
    pub budget_cad: Option<f64>,
    pub aid_usd_per_year: Option<f64>,
    pub aid_cad_per_year: Option<f64>,
    #[serde(default)]
    pub may_move: bool,
    #[serde(default)]
    pub distance_only: bool,
    pub max_months: Option<f64>,
    #[serde(default)]
    pub targets: Vec<String>,
    #[serde(default)]
    pub preset: Preset,
    #[serde(default)]
    pub weights: BTreeMap<Criterion, f64>,
}

/// One role worked in, or a job from outside the graph by its title.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenWork {
    pub role: Option<String>,
    pub title: Option<String>,
    pub occupation: Option<String>,
    pub months: f64,
    #[serde(default)]
    pub current: bool,
    pub pay_usd_per_year: Option<f64>,
    pub pay_cad_per_year: Option<f64>,
}
