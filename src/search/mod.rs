//! Every pathway that nothing beats, exactly, and why there is none (`docs/model.md`, sections 3 to 5).
//!
//! Three questions, each answered apart: *which* sets of steps may lead to a target (`plan`), *when* their steps can be taken
//! (`timeline`), and *how much* that nets (`value`). A set is looked at only while it could add to the front of what
//! nothing beats. The search knows nothing of files, words or screens.

mod best;
mod blocked;
mod bounds;
mod classes;
mod find;
mod front;
mod limits;
mod plan;
mod problem;
mod reach;
mod sets;
mod timeline;
mod value;
mod written;

pub use best::{Target, best};
pub use blocked::{Bar, Limit, Opening, Openings, Reason, Way, could_be_had, openings, reasons};
pub use bounds::{Bounds, Steps, bounds};
pub use classes::{StartClass, StartClasses};
pub use find::{Find, Fresh, search, survey};
pub use front::{Front, Survey, beats};
pub use limits::{Limits, Rules, Size};
pub use problem::{MOST_STEPS, Problem};

use crate::graph::{Node, RoleIx};
use crate::units::Money;

/// How a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// A job is applied for and begun.
    Enter,
    /// A course, with no job beside it.
    FullTime,
    /// A course beside a job.
    Alongside,
}

/// What somebody leaves out or insists on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Choices {
    /// No pathway has these steps.
    pub exclude: Vec<Node>,
    /// Every pathway has these steps, besides its target.
    pub require: Vec<Node>,
}

impl Choices {
    /// Whether anything is chosen.
    #[must_use]
    pub const fn any(&self) -> bool {
        !self.exclude.is_empty() || !self.require.is_empty()
    }
}

/// One step with its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Month in which it starts.
    pub start: u32,
    /// Month in which a course is finished or a role begins.
    pub end: u32,
    /// What it is about.
    pub node: Node,
    /// How it is taken.
    pub mode: Mode,
    /// What it costs, paid when it starts.
    pub cost: Money,
}

/// A job held during a pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    /// The role; none for the job of today that is outside the graph.
    pub role: Option<RoleIx>,
    /// First month in it.
    pub begin: u32,
    /// First month no longer in it; none where it is held to the end.
    pub end: Option<u32>,
}

/// What a pathway is judged by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// Months to the target.
    pub months: u32,
    /// What all steps cost.
    pub cost: Money,
    /// Pay minus costs and upkeep before the horizon, on average; none where the pay of a job is not known.
    pub net: Option<Money>,
    /// The chance that all its steps come about, to nine places.
    pub chance: f64,
}

/// What comes of a pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The step that fails, by its place; none where all come about.
    pub stopped_at: Option<usize>,
    /// The month in which that is known.
    pub month: u32,
    /// How likely it is.
    pub probability: f64,
    /// What is netted before the horizon, at most what finishing nets.
    pub net: Money,
    /// The jobs held then, in order.
    pub jobs: Vec<Job>,
}

/// A pathway that no other pathway to its target beats.
#[derive(Debug, Clone, PartialEq)]
pub struct Pathway {
    /// The target.
    pub target: RoleIx,
    /// Whether the first step is the interim job.
    pub interim: bool,
    /// The steps as written: by start, end, courses first, id.
    pub steps: Vec<Step>,
    /// Per step: the places in `steps` of the later steps that would not be open without it.
    pub needed_by: Vec<Vec<usize>>,
    /// The jobs held, in order, the one of today among them.
    pub jobs: Vec<Job>,
    /// What it is judged by.
    pub value: Value,
    /// What it nets if all its steps come about; none where that is not known.
    pub finished: Option<Money>,
    /// What waiting took off that.
    pub waiting: Money,
    /// What comes of it: each uncertain step that fails, in order, then none; empty where what it nets is not known.
    pub outcomes: Vec<Outcome>,
}

/// What a search did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Sets of steps listed.
    pub sets: u64,
    /// Lists of steps judged.
    pub lists: u64,
    /// Why it was given up, where it was: what was found may be beaten by something not looked at.
    pub stopped: Option<Stop>,
}

/// Why not everything was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// More work than was allowed.
    Work,
    /// More steps within reach than can be searched at all.
    Steps,
}

/// What was found of a target.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Every pathway that nothing beats, in order of months, cost and steps.
    pub pathways: Vec<Pathway>,
    /// The size under which they were found; none where there are none.
    pub size: Option<Size>,
    /// What the search did.
    pub effort: Effort,
}

/// What comes of taking no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The job: that of today, or the interim job entered at once; none where there is neither.
    pub job: Option<Job>,
    /// Pay minus upkeep before the horizon; none where the pay of the job is not known.
    pub net: Option<Money>,
}

/// What comes of taking no step: the job of today to the horizon, or without one the interim job entered at once.
#[must_use]
pub fn stay(problem: &Problem<'_>) -> Stay {
    let ledger = value::Ledger::new(problem);
    let dues = value::dues(&problem.dues_today, 0, problem.rules.horizon);
    let job = problem.base();
    let known = job.is_none_or(|job| problem.is_paid(job));
    let paid = ledger.staying()[problem.rules.horizon as usize];
    Stay {
        job: job.map(|job| Job { role: problem.role(job), begin: ledger.stay_begins(), end: None }),
        net: known.then(|| Money::from_cents(paid - dues)),
    }
}
