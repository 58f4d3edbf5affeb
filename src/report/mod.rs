//! The report: what every front door shows, stores or exports, as `careerpath.report/2`.

mod blocked;
mod choices;
mod comparison;
mod explanation;
mod firmness;
mod map;
mod moved;
mod pathway;
mod study;
mod summary;

use std::collections::BTreeMap;

use serde::Serialize;

pub use blocked::{BarReport, BlockedRole, OpeningReport, ReasonReport, WayReport};
pub use choices::{Against, ChoicesEcho, Pinned};
pub use comparison::{ComparedRole, Comparison, SkillGap};
pub use explanation::{Explanation, LeftOut, Needed, Reached, Use};
pub use firmness::{Draws, FigureTurn, Firmness, Ranges, WeightTurn, WeightTurns};
pub use map::{Edge, Map, Point, PointKind, State};
pub use moved::{Because, Moved, Stood};
pub use pathway::{
    CriterionReport, JobReport, Kept, MoveReport, OutcomeReport, PathwayReport, SizeReport, StepReport,
};
pub use study::{SchoolReport, Study};
pub use summary::{
    Addition, Additions, Apart, BlockedCount, CohortSummary, Counted, DestinationCount, Kind, Kinds,
    OpeningCount, Shift, Spread, WhatIf,
};

use crate::provenance::{Basis, Source};
use crate::units::{Currency, Money};
use crate::words::Language;

/// A whole report.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Always `careerpath.report/2`.
    pub format: &'static str,
    /// The graph it was made from.
    pub graph: GraphStamp,
    /// The profile as checked.
    pub profile: ProfileEcho,
    /// The short names of all roles, programs, awards and credentials, by id.
    #[serde(skip)]
    pub names: BTreeMap<String, String>,
    /// The settings in force.
    pub settings: SettingsEcho,
    /// What the bands of pay are worth.
    pub bands: Bands,
    /// What was left out and insisted on; none where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<ChoicesEcho>,
    /// Pathways kept whatever beats them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<Pinned>,
    /// What comes of taking no step.
    pub stay: Stay,
    /// Reachable roles in the order in which they are told (section 5 of the model): wanted ones, others above the row of
    /// staying, others below it, those whose net earnings are not known.
    pub destinations: Vec<Destination>,
    /// Where their programs can be studied, in order of the program's id; empty where the graph tells of no schools.
    pub studies: Vec<Study>,
    /// What pays so much less than staying that it is told in one line; none where nothing does.
    pub folded: Option<Folded>,
    /// How firm the first place is; none where there is no second role.
    pub firmness: Option<Firmness>,
    /// How many reachable roles there are in all.
    pub reachable: usize,
    /// Wanted roles that cannot be reached.
    pub blocked: Vec<BlockedRole>,
    /// Roles whose search was given up: what is listed of them may be beaten, and one that is not listed may be reachable.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsettled: Vec<Unsettled>,
    /// Every source cited, in order of id.
    pub sources: Vec<Source>,
    /// What a reader must know besides.
    pub notes: Vec<String>,
}

/// A role whose search was given up because the graph is too large or too involved for it.
#[derive(Debug, Clone, Serialize)]
pub struct Unsettled {
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// Why not everything was looked at.
    pub why: String,
}

/// Which graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GraphStamp {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its digest.
    pub digest: String,
    /// The currency of every amount, such as `USD`.
    pub currency: Currency,
    /// The year whose money amounts are in.
    pub base_year: u32,
}

/// The profile as checked, with ids and names.
#[derive(Debug, Clone, Serialize)]
pub struct ProfileEcho {
    /// Region id.
    pub region: String,
    /// Region title.
    pub region_title: String,
    /// Highest schooling.
    pub education: String,
    /// Awards and credentials held.
    pub holdings: Vec<String>,
    /// That of them which is taken to be held because nobody may have the job of today without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The role held today.
    pub current: Option<String>,
    /// What the job of today is called, where it is outside the graph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<OutsideEcho>,
    /// Jobs before today that are outside the graph.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<OutsideEcho>,
    /// Levels of skills that jobs outside the graph bring, where nothing is told of them; imputed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub background: Vec<(String, u8)>,
    /// Months worked per role.
    pub experience: Vec<(String, u32)>,
    /// Study hours a week beside a job.
    pub study_hours_per_week: u32,
    /// Whether a job may be given up for study.
    pub may_stop_working: bool,
    /// The most that may be spent.
    pub budget: Option<Money>,
    /// Grants and benefits, a year of tuition.
    pub aid_per_year: Money,
    /// Whether the person may move for a campus.
    pub may_move: bool,
    /// Whether the person studies at a distance alone.
    pub distance_only: bool,
    /// The longest time to the target.
    pub max_months: u32,
    /// Wanted roles; empty is any.
    pub targets: Vec<String>,
}

/// The settings in force.
#[derive(Debug, Clone, Serialize)]
pub struct SettingsEcho {
    /// The month called today.
    pub today: String,
    /// Months over which money is counted.
    pub horizon_months: u32,
    /// The most jobs on the way.
    pub max_jobs: usize,
    /// The most courses in a pathway.
    pub max_courses: usize,
    /// The preset; `own` where some weight is the person's own.
    pub preset: &'static str,
    /// Weights, adding up to 1.
    pub weights: Vec<(&'static str, f64)>,
    /// The rate of the present value.
    pub discount_rate: f64,
    /// The language of every word.
    pub language: Language,
    /// The scale of pay: median yearly pay of all workers, and the region it is of.
    pub all_workers: Option<(Money, String)>,
}

/// What the bands of pay are worth.
#[derive(Debug, Clone, Serialize)]
pub struct Bands {
    /// How many of 100 people they are made to hold.
    pub made_for: u32,
    /// How many of 100 people held out they held, in years later than those they were fitted on.
    pub held: f64,
    /// The same of people who changed their occupation; none where the person's own pay is not known.
    pub held_after_change: Option<f64>,
    /// How many person-years that is measured on.
    pub cases: usize,
    /// Whom it is measured on.
    pub people: String,
    /// Whether the person's own pay is known, as it was of them.
    pub own_pay_known: bool,
    /// Id of the source.
    pub source: String,
}

/// What comes of taking no step.
#[derive(Debug, Clone, Serialize)]
pub struct Stay {
    /// The role held, or entered at once without a job; none for a job outside the graph, or where none is open.
    pub role: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Whether there is no job today: the role is one to start in now.
    pub is_start: bool,
    /// Months until it begins.
    pub months: u32,
    /// How many destinations stand above it.
    pub below: usize,
    /// What it scores as a row of the ranking.
    pub score: f64,
    /// What the score is made of.
    pub criteria: Vec<CriterionReport>,
    /// Pay minus upkeep before the horizon.
    pub net_earnings: Option<Money>,
    /// Pay year by year.
    pub wages: Vec<Wage>,
}

/// A job outside the graph.
#[derive(Debug, Clone, Serialize)]
pub struct OutsideEcho {
    /// What the person calls it.
    pub title: String,
    /// The code of its occupation, where it is known.
    pub occupation: Option<String>,
    /// The title of that occupation.
    pub occupation_title: Option<String>,
    /// Whether the occupation was read from the title.
    pub is_read: bool,
    /// Months in it so far.
    pub months: u32,
}

/// Destinations that pay so much less than staying that they are told in one line.
#[derive(Debug, Clone, Serialize)]
pub struct Folded {
    /// How many.
    pub count: usize,
    /// Of `stay`: they lose more than this share of it.
    pub share: f64,
    /// Those that lose least, where few others are listed.
    pub least: Vec<FoldedRole>,
}

/// One of them.
#[derive(Debug, Clone, Serialize)]
pub struct FoldedRole {
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// Months to it.
    pub months: u32,
    /// Id of the first step.
    pub first_step: String,
    /// How much less it pays than staying, on average.
    pub loss: Money,
}

/// In which part of the ranking a destination is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A next move.
    Next,
    /// A later goal.
    Goal,
    /// Below the row of staying.
    BelowStaying,
    /// What it nets is not known.
    Unknown,
}

/// Openings and graduates a year.
#[derive(Debug, Clone, Serialize)]
pub struct CompetitionReport {
    /// The occupation they are of as a whole.
    pub occupation: String,
    /// Openings a year, of an occupation found in all industries the share in the graph's field.
    pub openings_a_year: Option<f64>,
    /// Openings a year in the whole occupation.
    pub openings_of_occupation: Option<f64>,
    /// The share of its jobs in the graph's field; none where all are taken to be.
    pub field_share: Option<f64>,
    /// Graduates a year of the fields that lead there.
    pub graduates_a_year: Option<f64>,
    /// The region they are of.
    pub region: String,
    /// Its title.
    #[serde(skip)]
    pub region_title: String,
    /// The time they speak of.
    pub period: String,
    /// How they came to be known.
    pub basis: Basis,
    /// Id of the source.
    pub source: String,
}

/// What is warned of at a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Warning {
    /// Most who hire, or who pass, have this too.
    Prefers {
        /// What, in words.
        what: String,
    },
    /// The person has few of the role's skills then.
    LowReadiness {
        /// The share of its skill levels.
        readiness: f64,
        /// Whether the occupation is one that is learned on the job.
        on_the_job: bool,
    },
    /// Few posts open.
    FewOpenings {
        /// Openings a year.
        openings_a_year: f64,
        /// Where.
        region: String,
    },
    /// It takes many hours a week beside a job.
    HeavyHours {
        /// How many.
        hours_a_week: f64,
    },
    /// It takes so many hours a week beside a job.
    BesideJob {
        /// How many.
        hours_a_week: f64,
    },
}

/// A figure of a step that is imputed or assumed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImputedFigure {
    /// Id of the step.
    pub node: String,
    /// `pass_rate`, `completion`, `offered`, `fee`, `tuition` or `upkeep`.
    pub what: &'static str,
    /// The figure used.
    pub value: f64,
    /// The lowest of its kind.
    pub low: f64,
    /// The highest of its kind.
    pub high: f64,
    /// `imputed` or `assumed`.
    pub basis: Basis,
    /// Id of the source.
    pub source: String,
}

/// Pay in one year of the horizon.
#[derive(Debug, Clone, Serialize)]
pub struct Wage {
    /// From 1.
    pub year: u32,
    /// A tenth of people with this experience earn less.
    pub low: Option<Money>,
    /// Half of them earn less.
    pub mid: Option<Money>,
    /// A tenth of them earn more.
    pub high: Option<Money>,
    /// Months of the year worked.
    pub months_worked: u32,
    /// How the figure came to be; none where nobody works.
    pub basis: Option<Basis>,
    /// The region whose figures are used.
    pub region: Option<String>,
    /// The same in money of the day, as the major group's pay has been growing; only where asked for and known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nominal: Option<Nominal>,
}

/// Pay in money of the day; ranks nothing.
#[derive(Debug, Clone, Serialize)]
pub struct Nominal {
    /// A tenth of people with this experience earn less.
    pub low: Option<Money>,
    /// Half of them earn less.
    pub mid: Option<Money>,
    /// A tenth of them earn more.
    pub high: Option<Money>,
}

/// Something the person holds that is told to move pay in a role; the band allows for it, the middle does not move.
#[derive(Debug, Clone, Serialize)]
pub struct PremiumReport {
    /// Role id.
    pub role: String,
    /// What it is.
    pub what: String,
    /// Pay with it over pay without.
    pub value: f64,
    /// The lowest that its source gives.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// How it came to be known.
    pub basis: Basis,
    /// The time it speaks of.
    pub period: String,
    /// Id of its source.
    pub source: String,
}

/// A reachable role.
#[derive(Debug, Clone, Serialize)]
pub struct Destination {
    /// From 1.
    pub rank: usize,
    /// Role id.
    pub role: String,
    /// Role title.
    pub title: String,
    /// Whether the person wants it.
    pub wanted: bool,
    /// In which part it is told.
    pub part: Part,
    /// Whether what its pathways net is known.
    pub net_known: bool,
    /// The size under which it is reached: jobs on the way and courses at most.
    pub size: Option<SizeReport>,
    /// Openings and graduates a year; none where not known.
    pub competition: Option<CompetitionReport>,
    /// What a person in it does.
    pub about: String,
    /// Share of its skills had today.
    pub fit: Option<f64>,
    /// RIASEC letters of its occupation, beside the person's own.
    pub interests: String,
    /// Place of projected growth on the graph's scale.
    pub demand: Option<f64>,
    /// What employers prefer but do not demand, in words.
    pub prefers: Vec<String>,
    /// The best pathway, then its alternatives.
    pub pathways: Vec<PathwayReport>,
    /// How many pathways nothing beats.
    pub pathways_in_all: usize,
    /// What the choices cost here, beside the best pathway without them; none where nothing was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
}
