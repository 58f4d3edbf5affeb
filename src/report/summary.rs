//! What a cohort comes to: counts and medians only, nothing that tells of a group of fewer than ten.

use serde::Serialize;

use super::GraphStamp;

/// `careerpath.cohort-summary/1`. A count that is none is hidden: it, or what is left without it, is of fewer than
/// [`Self::least`] people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CohortSummary {
    /// `careerpath.cohort-summary/1`.
    pub format: &'static str,
    /// The graph.
    pub graph: GraphStamp,
    /// The month called today.
    pub today: String,
    /// The smallest group that is told.
    pub least: u64,
    /// People scored; none where they are fewer than that.
    pub people: Option<u64>,
    /// Rows rejected.
    pub rejected: u64,
    /// People who reach a role that they want, or any.
    pub reached: Option<u64>,
    /// People who reach none.
    pub reached_none: Option<u64>,
    /// Net earnings over those of staying, of the best pathway; none where too few know theirs.
    pub gain: Option<Spread>,
    /// By when the best destination begins.
    pub by_when: Vec<Counted>,
    /// The best destinations of enough people, most frequent first.
    pub destinations: Vec<DestinationCount>,
    /// How many more there are whose people are hidden.
    pub hidden_destinations: usize,
    /// What keeps the rest from what they want.
    pub blocked: BlockedCount,
    /// Kinds of people.
    pub kinds: Kinds,
}

/// A quarter of the people are at or below `low`, half at or below `median`, a quarter at or above `high`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    /// The lower quartile.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub high: f64,
}

/// Something with how many people it is true of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Counted {
    /// What.
    pub what: String,
    /// How many; none where that is hidden.
    pub people: Option<u64>,
}

/// A role that is the best destination of some.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DestinationCount {
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// How many.
    pub people: u64,
    /// Months to it.
    pub months: Option<Spread>,
    /// What it costs, as far as known.
    pub cost: Option<Spread>,
    /// Net earnings over those of staying.
    pub gain: Option<Spread>,
}

/// What keeps people from what they want.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BlockedCount {
    /// Of how many of them, evenly spaced, that is told; none where they are too few.
    pub looked_at: Option<u64>,
    /// How many there are; none where that is hidden.
    pub among: Option<u64>,
    /// The roles that they want and cannot reach, most frequent first.
    pub wanted: Vec<Counted>,
    /// What stands in the way of a step that they would need.
    pub bars: Vec<Counted>,
    /// What alone would open a wanted role, most helpful first.
    pub openings: Vec<OpeningCount>,
}

/// A change that would open a role that some people want.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpeningCount {
    /// What would change.
    pub what: String,
    /// For how many it opens a wanted role; none where that is hidden.
    pub people: Option<u64>,
    /// By how much, where it is a limit.
    pub amount: Option<Spread>,
}

/// Kinds of people, found in what they told.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Kinds {
    /// How many people were looked at, evenly spaced; none where they are too few.
    pub looked_at: Option<u64>,
    /// How well the kinds are told apart, from -1 to 1; none where there are no kinds.
    pub silhouette: Option<f64>,
    /// The kinds, largest first.
    pub kinds: Vec<Kind>,
}

/// A kind of people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Kind {
    /// How many of those looked at.
    pub people: u64,
    /// What sets them apart, most telling first.
    pub apart: Vec<Apart>,
    /// How many of them reach a role that they want, or any; none where that is hidden.
    pub reached: Option<u64>,
    /// Net earnings over those of staying.
    pub gain: Option<Spread>,
    /// The destination that most of them have as their best; none where it is that of too few.
    pub destination: Option<String>,
}

/// Something that sets a kind apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Apart {
    /// What.
    pub what: &'static str,
    /// Its mean in the kind, to a tenth.
    pub here: f64,
    /// Its mean in all, to a tenth.
    pub all: f64,
}

/// `careerpath.what-if/1`: a cohort beside itself in a graph that is changed. Counts are hidden as in a summary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatIf {
    /// `careerpath.what-if/1`.
    pub format: &'static str,
    /// What is changed.
    pub title: String,
    /// People scored; none where they are too few.
    pub people: Option<u64>,
    /// How many have higher net earnings over those of staying.
    pub gain: Option<u64>,
    /// How many have lower ones.
    pub lose: Option<u64>,
    /// How many reach something who did not.
    pub newly: Option<u64>,
    /// How many reach nothing who did.
    pub no_longer: Option<u64>,
    /// How many reach their best destination sooner.
    pub sooner: Option<u64>,
    /// By how much those gain who do.
    pub of_those_who_gain: Option<Spread>,
    /// The mean change of all, between the ends of an 80 % interval: low, mean, high.
    pub mean: Option<[f64; 3]>,
    /// Best destinations of more or fewer people: before and after.
    pub destinations: Vec<Shift>,
    /// Who gains, by schooling: how many there are, and how many of them gain.
    pub schooling: Vec<Shift>,
}

/// Two counts of one thing; none where they are hidden.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shift {
    /// What.
    pub what: String,
    /// The first.
    pub before: Option<u64>,
    /// The second.
    pub after: Option<u64>,
}

/// `careerpath.additions/1`: what a program could add, most helpful first; what helps fewer than ten is left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Additions {
    /// `careerpath.additions/1`.
    pub format: &'static str,
    /// How many people were scored.
    pub people: u64,
    /// How many of them, evenly spaced, it was tried on.
    pub tried_on: u64,
    /// How many things were tried.
    pub tried: usize,
    /// What helps.
    pub additions: Vec<Addition>,
}

/// Something that a program could add.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Addition {
    /// What.
    pub what: String,
    /// How many of those tried gain; none where that is hidden.
    pub people: Option<u64>,
    /// The change of all of them in net earnings over ten years.
    pub change: Spread,
    /// Its mean.
    pub mean: f64,
}
