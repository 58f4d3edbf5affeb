//! What leads to what, with where a person stands in it.

use super::GraphStamp;
use crate::words::Language;

/// A graph as points and what leads from one to another.
#[derive(Debug, Clone)]
pub struct Map {
    /// The graph it was made from.
    pub graph: GraphStamp,
    /// The language of its titles.
    pub language: Language,
    /// Where the person lives whom it is about; none where it is about nobody.
    pub region: Option<String>,
    /// Roles, credentials, programs, and what requirements ask for besides, in order of layer and id.
    pub points: Vec<Point>,
    /// What leads to what, in order.
    pub edges: Vec<Edge>,
}

/// Something on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Kind and id, unique on the map, such as `role:cancer-registrar`.
    pub key: String,
    /// What it is.
    pub kind: PointKind,
    /// Its title.
    pub title: String,
    /// How many steps lie before it at least, each requirement met at its easiest; none where nothing leads there.
    pub layer: Option<u32>,
    /// Where the person stands; none where the map is about nobody.
    pub state: Option<State>,
    /// Whether the pathway shown takes it.
    pub chosen: bool,
}

/// What a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointKind {
    /// A job.
    Role,
    /// An exam or application.
    Credential,
    /// A course of study.
    Program,
    /// A level of schooling that something asks for.
    Schooling,
    /// A level of a skill that something asks for.
    Skill,
}

impl PointKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Role, Self::Credential, Self::Program, Self::Schooling, Self::Skill];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Credential => "credential",
            Self::Program => "program",
            Self::Schooling => "schooling",
            Self::Skill => "skill",
        }
    }
}

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The job of today, or all that it gives is in hand.
    Held,
    /// It could be started today.
    Open,
    /// A pathway that nothing beats leads to it or takes it.
    Reachable,
    /// It could be had by itself, but no pathway that nothing beats takes it.
    Aside,
    /// Not settled: there was too much to look at.
    Unsettled,
    /// It cannot be had within the limits.
    Blocked,
}

impl State {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Held, Self::Open, Self::Reachable, Self::Aside, Self::Unsettled, Self::Blocked];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Open => "open",
            Self::Reachable => "reachable",
            Self::Aside => "aside",
            Self::Blocked => "blocked",
            Self::Unsettled => "unsettled",
        }
    }
}

/// What leads from one point to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The key of what helps.
    pub from: String,
    /// The key of what asks for it.
    pub to: String,
    /// What it is asked for: `holds`, `months`, `schooling` or `skill`; `gives` to a level of schooling or skill.
    pub why: &'static str,
    /// Whether both ends are on the pathway shown.
    pub chosen: bool,
}
