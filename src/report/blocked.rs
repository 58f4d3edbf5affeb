//! A wanted role that cannot be reached: why, and what would open it.

use serde::Serialize;

/// A wanted role that cannot be reached.
#[derive(Debug, Clone, Serialize)]
pub struct BlockedRole {
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// Whether only what was left out or insisted on shuts it; then nothing more is told.
    pub by_choices: bool,
    /// What is unmet today, in words.
    pub lacks: Vec<String>,
    /// Why, as a tree: what it asks for that cannot be had, and what stands in the way.
    pub reasons: ReasonReport,
    /// Every smallest single change that opens it.
    pub openings: Vec<OpeningReport>,
    /// Where no single one does: pairs of changes that open it together.
    pub pairs: Vec<[OpeningReport; 2]>,
    /// Changes of which it is not settled whether they open it: kinds of openings.
    pub unsettled: Vec<&'static str>,
    /// Whether its steps lead there, but only in more steps than a pathway may have.
    pub only_by_size: bool,
}

/// What is unmet.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReasonReport {
    /// All of these are missing.
    All {
        /// The parts.
        of: Vec<ReasonReport>,
    },
    /// One of these would do.
    Any {
        /// The parts.
        of: Vec<ReasonReport>,
    },
    /// So many more of these are needed.
    More {
        /// How many.
        n: usize,
        /// Of which.
        of: Vec<ReasonReport>,
    },
    /// This cannot be had within the limits.
    Lacks {
        /// What, in words.
        what: String,
        /// The steps that would bring it, but for those told above.
        ways: Vec<WayReport>,
    },
    /// All that is asked for can be had, but not the role by the longest time to it.
    Late {
        /// The month in which it could begin at the earliest.
        month: u32,
    },
    /// Each part can be had by itself, but not all of them within the limits.
    Together,
}

/// A step that would bring something missing.
#[derive(Debug, Clone, Serialize)]
pub struct WayReport {
    /// Its id.
    pub node: String,
    /// Its short name.
    pub name: String,
    /// What stands in its way, whatever else is done.
    pub bars: Vec<BarReport>,
    /// What it asks for in turn that cannot be had; told only where nothing else stands in its way.
    pub asks: Option<ReasonReport>,
    /// Whether the issuer would let one sit, and only the preparation that we think is needed cannot be had.
    pub only_prepared: bool,
}

/// What stands in the way of a step.
#[derive(Debug, Clone, Serialize)]
pub struct BarReport {
    /// `not_offered`, `budget`, `months` or `keeps_job`.
    pub kind: &'static str,
    /// What it needs, where that is a number.
    pub needs: Option<f64>,
    /// What there is.
    pub has: Option<f64>,
    /// In words.
    pub words: String,
}

/// A change that opens a role.
#[derive(Debug, Clone, Serialize)]
pub struct OpeningReport {
    /// `study_hours`, `may_stop_working`, `months`, `budget`, `delivery`, `region`, `skill` or `holding`.
    pub kind: &'static str,
    /// The change in words.
    pub change: String,
    /// The least value that opens it, where it is a number: hours, months, an amount, a level.
    pub value: Option<f64>,
    /// The regions, the skill or the holding, by id.
    pub ids: Vec<String>,
}
