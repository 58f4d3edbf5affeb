//! Some roles side by side, as `careerpath.comparison/1`.

use serde::Serialize;

use super::{
    Against, Bands, BlockedRole, ChoicesEcho, GraphStamp, PathwayReport, ProfileEcho, SettingsEcho, Stay,
};
use crate::provenance::Source;

/// Some roles side by side, with staying as the baseline.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// Always `careerpath.comparison/1`.
    pub format: &'static str,
    /// The graph it was made from.
    pub graph: GraphStamp,
    /// The profile as checked.
    pub profile: ProfileEcho,
    /// The settings in force.
    pub settings: SettingsEcho,
    /// What the bands of pay are worth.
    pub bands: Bands,
    /// What was left out and insisted on; none where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<ChoicesEcho>,
    /// What comes of taking no step.
    pub stay: Stay,
    /// The roles, in the order asked for.
    pub roles: Vec<ComparedRole>,
    /// Every source cited, in order of id.
    pub sources: Vec<Source>,
    /// What a reader must know besides.
    pub notes: Vec<String>,
}

/// One of the roles.
#[derive(Debug, Clone, Serialize)]
pub struct ComparedRole {
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// What a person in it does.
    pub about: String,
    /// Share of its skills had today.
    pub fit: Option<f64>,
    /// Its skills, each with the level had today.
    pub skills: Vec<SkillGap>,
    /// RIASEC letters of its occupation.
    pub interests: String,
    /// Place of projected growth on the graph's scale.
    pub demand: Option<f64>,
    /// What the choices cost here, beside the best pathway without them; none where nothing was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// The best pathway to it, where there is one.
    pub pathway: Option<PathwayReport>,
    /// Why there is none, where that is settled.
    pub blocked: Option<BlockedRole>,
    /// Why not everything was looked at, where it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsettled: Option<String>,
}

/// A skill of a role: levels 0 none, 1 aware, 2 guided, 3 independent, 4 skilled, 5 expert.
#[derive(Debug, Clone, Serialize)]
pub struct SkillGap {
    /// Skill id.
    pub skill: String,
    /// Skill title.
    pub title: String,
    /// The level had today.
    pub have: u8,
    /// The level that the role works at.
    pub need: u8,
}
