//! One role explained, as `careerpath.explanation/1`: what each step is for, what was left out and why, or why there is no
//! pathway.

use serde::Serialize;

use super::{BlockedRole, GraphStamp, PathwayReport, ProfileEcho, SettingsEcho};

/// A role explained for a person.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// Always `careerpath.explanation/1`.
    pub format: &'static str,
    /// The graph it was made from.
    pub graph: GraphStamp,
    /// The profile as checked.
    pub profile: ProfileEcho,
    /// The settings in force.
    pub settings: SettingsEcho,
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// Why the search was given up, where it was: what is told may be beaten by something not looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsettled: Option<String>,
    /// A pathway to it, where there is one.
    pub reached: Option<Reached>,
    /// Why there is none, where there is none.
    pub blocked: Option<BlockedRole>,
}

/// A pathway explained.
#[derive(Debug, Clone, Serialize)]
pub struct Reached {
    /// Its place among those that nothing beats, best first, from 1; none where it is left out.
    pub place: Option<usize>,
    /// How many there are that nothing beats.
    pub pathways_in_all: usize,
    /// The pathway.
    pub pathway: PathwayReport,
    /// What each step is for, in the order of its timeline.
    pub needed: Vec<Needed>,
    /// What beats it, where it is left out.
    pub beaten: Option<LeftOut>,
    /// The best of those that were looked at and are left out.
    pub left_out: Vec<LeftOut>,
    /// How many were looked at and are left out.
    pub left_out_in_all: usize,
}

/// What a step is for.
#[derive(Debug, Clone, Serialize)]
pub struct Needed {
    /// Id of the step.
    pub node: String,
    /// Its short name.
    pub name: String,
    /// The later steps that would not be open without it; none for the target, and for a job held for its pay.
    pub uses: Vec<Use>,
}

/// A later step and what it asks for.
#[derive(Debug, Clone, Serialize)]
pub struct Use {
    /// Id of the later step.
    pub node: String,
    /// Its short name.
    pub name: String,
    /// The conditions that the earlier step meets or works for, in words.
    pub conditions: Vec<String>,
}

/// A pathway that was left out.
#[derive(Debug, Clone, Serialize)]
pub struct LeftOut {
    /// Its id.
    pub id: String,
    /// The one-line pathway.
    pub line: String,
    /// Its score.
    pub score: f64,
    /// The id of one that beats it; none where fewer of its steps lead there as soon.
    pub beaten_by: Option<String>,
    /// That one in a line.
    pub beaten_by_line: Option<String>,
    /// On what, in words; empty where the two are equal and the other comes first.
    pub on: Vec<String>,
}
