//! A pathway with its steps, jobs, pay and what is to be known of it.

use serde::Serialize;

use super::{ImputedFigure, PremiumReport, Wage, Warning};
use crate::graph::Grain;
use crate::units::Money;

/// A size of pathways.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SizeReport {
    /// The most jobs on the way.
    pub jobs: usize,
    /// The most courses.
    pub courses: usize,
}

/// What comes of a pathway.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeReport {
    /// The step that fails, by its place in the timeline; none where all come about.
    pub stopped_at: Option<usize>,
    /// The month in which that is known.
    pub month: u32,
    /// How likely it is.
    pub probability: f64,
    /// What is netted before the horizon.
    pub net: Money,
    /// The jobs held then.
    pub jobs: Vec<JobReport>,
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
    /// What it costs.
    pub cost: Money,
    /// Pay minus costs and upkeep before the horizon, on average over what may come of it.
    pub net_earnings: Option<Money>,
    /// The same at the discount rate; ranks nothing.
    pub present_value: Option<Money>,
    /// Net earnings over staying, on average.
    pub expected_gain: Option<Money>,
    /// The same if all steps come about.
    pub gain_if_finished: Option<Money>,
    /// What waiting takes off that: beginning later makes no loss smaller.
    pub waiting: Money,
    /// The chance that all steps come about.
    pub chance: f64,
    /// What may come of it.
    pub outcomes: Vec<OutcomeReport>,
    /// Whether the first step is the best-paid job open today, entered for its pay.
    pub interim: bool,
    /// Steps in order.
    pub timeline: Vec<StepReport>,
    /// Jobs in order.
    pub jobs: Vec<JobReport>,
    /// Pay year by year.
    pub wages: Vec<Wage>,
    /// What is told to move pay in its jobs.
    pub premia: Vec<PremiumReport>,
    /// How people really make the move to its target from the job before; none where that was not counted.
    pub move_of_others: Option<MoveReport>,
    /// What each finished step is worth by itself.
    pub kept_if_stopped: Vec<Kept>,
    /// What is unknown or imputed, in words.
    pub unknown: Vec<String>,
    /// Figures of its steps that are imputed or assumed.
    pub imputed: Vec<ImputedFigure>,
    /// Ids of the sources of its figures and rules.
    pub sources: Vec<String>,
}

/// How people really move from one occupation to another; told, never ranked.
#[derive(Debug, Clone, Serialize)]
pub struct MoveReport {
    /// What people left, by its title.
    pub from: String,
    /// The code of its occupation.
    pub from_code: String,
    /// Where they went.
    pub to: String,
    /// The code of its occupation.
    pub to_code: String,
    /// Whether the occupations were counted, or their major groups.
    pub grain: Grain,
    /// The share of those who left that went there.
    pub of_leavers: f64,
    /// Mean change of pay as a share, by its log; none where it is not told.
    pub pay_change: Option<f64>,
    /// How many moves were seen; none where it is not told.
    pub seen: Option<u32>,
    /// Id of the source.
    pub source: String,
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
    /// What it costs.
    pub cost: Money,
    /// What it is for, in words.
    pub because: Vec<String>,
    /// The chance that it comes about, where that is less than certain.
    pub chance: Option<f64>,
    /// The share of a role's skill levels had when it is applied for.
    pub readiness: Option<f64>,
    /// Hours of study a week that a course takes.
    pub hours_a_week: Option<f64>,
    /// What is warned of.
    pub warnings: Vec<Warning>,
}

/// A job.
#[derive(Debug, Clone, Serialize)]
pub struct JobReport {
    /// Role id; none for the job of today that is outside the graph.
    pub role: Option<String>,
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
