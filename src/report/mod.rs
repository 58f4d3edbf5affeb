//! The report: what every front door shows, stores or exports, as `careerpath.report/1`.

mod blocked;
mod choices;
mod comparison;
mod explanation;
mod firmness;
mod map;
mod moved;
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
    /// Always `careerpath.report/1`.
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
    /// Reachable roles, best first.
    pub destinations: Vec<Destination>,
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
    /// The role held today.
    pub current: Option<String>,
    /// Months worked per role.
    pub experience: Vec<(String, u32)>,
    /// Study hours a week beside a job.
    pub study_hours_per_week: u32,
    /// Whether a job may be given up for study.
    pub may_stop_working: bool,
    /// The most that may be spent.
    pub budget: Option<Money>,
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
    /// The most roles entered in a pathway.
    pub max_roles: usize,
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
    /// The role held, or entered at once without a job; none where none is open.
    pub role: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Pay minus upkeep before the horizon.
    pub net_earnings: Option<Money>,
    /// Pay year by year.
    pub wages: Vec<Wage>,
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

/// A pathway.
#[derive(Debug, Clone, Serialize)]
pub struct PathwayReport {
    /// Its steps as one word, the same for the same steps in the same months.
    pub id: String,
    /// The one-line pathway.
    pub line: String,
    /// What sets it apart from the best, in words; none for the best itself.
    pub apart: Option<String>,
    /// Others with the same milestones that nothing beats: their ids.
    pub variants: Vec<String>,
    /// The sum of contributions.
    pub score: f64,
    /// What the score is made of.
    pub criteria: Vec<CriterionReport>,
    /// Months to the target.
    pub months: u32,
    /// What it costs, as far as known.
    pub cost: Money,
    /// Whether all of the cost is known.
    pub cost_known: bool,
    /// Pay minus costs and upkeep before the horizon.
    pub net_earnings: Option<Money>,
    /// The same at the discount rate; ranks nothing.
    pub present_value: Option<Money>,
    /// Net earnings over staying.
    pub gain: Option<Money>,
    /// Product of the known completion and pass rates: at most this, where some are not known.
    pub chance: f64,
    /// Whether every rate is known.
    pub chance_complete: bool,
    /// Steps in order.
    pub timeline: Vec<StepReport>,
    /// Jobs in order.
    pub jobs: Vec<JobReport>,
    /// Pay year by year.
    pub wages: Vec<Wage>,
    /// What is told to move pay in its jobs.
    pub premia: Vec<PremiumReport>,
    /// What each finished step is worth by itself.
    pub kept_if_stopped: Vec<Kept>,
    /// What is unknown or imputed, in words.
    pub unknown: Vec<String>,
    /// Ids of the sources of its figures and rules.
    pub sources: Vec<String>,
}

/// A criterion of a pathway.
#[derive(Debug, Clone, Serialize)]
pub struct CriterionReport {
    /// Its id.
    pub id: &'static str,
    /// Its value.
    pub value: Option<f64>,
    /// The value's unit.
    pub unit: String,
    /// From -1 to 1.
    pub utility: Option<f64>,
    /// The weight in force.
    pub weight: f64,
    /// Weight times utility.
    pub contribution: f64,
    /// Whether it is known.
    pub known: bool,
}

/// A step.
#[derive(Debug, Clone, Serialize)]
pub struct StepReport {
    /// `study`, `earn` or `enter`.
    pub kind: &'static str,
    /// Id of the program, credential or role.
    pub node: String,
    /// Its title.
    pub title: String,
    /// `full_time`, `alongside` or `enter`.
    pub mode: &'static str,
    /// Month in which it starts, from today.
    pub start_month: u32,
    /// Month in which a course is finished or a role begins.
    pub end_month: u32,
    /// What it costs; none where not known in full.
    pub cost: Option<Money>,
    /// What it is for, in words.
    pub because: Vec<String>,
}

/// A job.
#[derive(Debug, Clone, Serialize)]
pub struct JobReport {
    /// Role id.
    pub role: String,
    /// First month in it.
    pub begin_month: u32,
    /// First month no longer in it; none where held to the end.
    pub end_month: Option<u32>,
}

/// What is kept if a pathway is given up after a step.
#[derive(Debug, Clone, Serialize)]
pub struct Kept {
    /// Month in which the step is finished.
    pub month: u32,
    /// The step.
    pub after: String,
    /// Awards and credentials in hand that were not there before it.
    pub holdings: Vec<String>,
    /// Listed roles open then that were not open before it.
    pub opens: Vec<String>,
}
