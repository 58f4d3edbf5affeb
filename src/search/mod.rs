//! Every pathway that no other pathway beats, exactly; and why there is none.
//!
//! The search has two levels. *What*: from the target backwards, every set of steps of which each may be
//! needed. *When*: every order and mode of one set, on the clock of the model. What survives stands
//! in a [`Frontier`]. It knows nothing of files, words or screens.

mod alone;
mod bits;
mod bound;
mod chains;
mod chance;
mod clock;
mod courses;
mod feeding;
mod floor;
mod frame;
mod frontier;
mod gates;
mod goal;
mod hunt;
mod idle;
mod implied;
mod item;
mod limits;
mod members;
mod met;
mod money;
mod need;
mod openings;
mod order;
mod problem;
mod prospect;
mod reasons;
mod stones;
mod turns;
mod twins;
mod usage;
mod worth;
mod written;

pub use alone::{Bar, could_be_had};
pub use clock::Mode;
pub use frontier::{Frontier, Survey, beats};
pub use goal::{Best, Target, best};
pub use limits::Limits;
pub use money::stay;
pub use openings::{Opening, Openings, openings};
pub use problem::Problem;
pub use reasons::{Reason, Way, reasons};

use crate::graph::{Node, RoleIx};
use crate::units::Money;

/// How large a pathway may be and how long money is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Months over which money is counted.
    pub horizon: u32,
    /// The most roles entered.
    pub max_roles: usize,
    /// The most courses: programs studied and credentials earned.
    pub max_courses: usize,
    /// The most work on one target: sets bounded and steps placed. What is not settled by then is told as such.
    pub max_work: u64,
}

impl Rules {
    /// Work on one target that takes a second or two.
    pub const WORK: u64 = 1_500_000;
}

/// The most steps, roles and courses together, among which pathways are searched.
pub const MOST_STEPS: usize = 2_000;
/// The most choices of roles on the way.
const MOST_CHOICES: usize = 25_000;
/// The most floors of steps that are held, a floor for each step and choice of roles.
const MOST_FLOORS: usize = 4_000_000;
/// The most sets of one size that wait to grow.
const MOST_DRAFTS: usize = 60_000;

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

    /// Whether a pathway has every step insisted on.
    fn met_by(&self, pathway: &Pathway) -> bool {
        self.require.iter().all(|node| pathway.steps.iter().any(|step| step.node == *node))
    }
}

/// One step with its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// Month in which it starts.
    pub start: u32,
    /// Month in which a course is finished or a role begins.
    pub end: u32,
    /// What it is about.
    pub node: Node,
    /// How it is done.
    pub mode: Mode,
    /// What it costs, paid when it starts; none where that is not known.
    pub cost: Option<Money>,
}

/// A job held during a pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    /// The role.
    pub role: RoleIx,
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
    /// What all steps cost, as far as known.
    pub cost: Money,
    /// Pay minus costs and upkeep before the horizon; none where a part is not known.
    pub net: Option<Money>,
    /// Product of the known completion and pass rates.
    pub chance: f64,
    /// Whether any rate is known, or none is needed.
    pub rated: bool,
}

/// A pathway that no other pathway to its target beats.
#[derive(Debug, Clone, PartialEq)]
pub struct Pathway {
    /// The target.
    pub target: RoleIx,
    /// The steps in written order: start month, entries first, then id.
    pub steps: Vec<Step>,
    /// Per step: the places in `steps` of the later steps that would not be open without it.
    pub needed_by: Vec<Vec<usize>>,
    /// The jobs held, in order, the one of today among them.
    pub jobs: Vec<Job>,
    /// What it is judged by.
    pub value: Value,
    /// Steps whose cost is not known, or not in full.
    pub unpriced: Vec<Node>,
    /// Steps whose completion or pass rate is not known.
    pub unrated: Vec<Node>,
}

/// What a search did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Unfinished sets of steps bounded.
    pub bounds: u64,
    /// Sets of steps looked at.
    pub sets: u64,
    /// Steps placed on the clock.
    pub expansions: u64,
    /// Why it was given up, where it was: what was found may be beaten by something not looked at.
    pub stopped: Option<Stop>,
}

/// Why not everything was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// More work than was allowed, or more sets waiting to grow than can be held.
    Work,
    /// More choices of roles than can be gone through: those with at most so many roles before the target were.
    Roles(usize),
    /// More steps within reach than can be searched at all.
    Steps,
}

impl Effort {
    /// None yet on a problem; with fewer roles on the way than the rules allow, something is not looked at.
    fn of(problem: &Problem<'_>) -> Self {
        let most = problem.on_the_way();
        let stopped = (most + 1 < problem.rules.max_roles).then_some(Stop::Roles(most));
        Self { stopped, ..Self::default() }
    }

    /// Gives up where too much was done.
    const fn spent(&mut self, rules: &Rules) -> bool {
        let spent = self.bounds + self.expansions > rules.max_work;
        if spent {
            self.stopped = Some(Stop::Work);
        }
        spent
    }
}

/// Finds every pathway to one target that no other beats, with those that were looked at besides.
#[must_use]
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is of one lifetime only")]
pub fn survey(problem: &Problem<'_>, target: RoleIx) -> Survey {
    if problem.too_large() {
        return Survey { kept: Vec::new(), left: Vec::new(), stopped: Some(Stop::Steps) };
    }
    hunt_one(problem, target, |hunt| hunt.survey())
}

/// Hunts one target of a problem that is not too large.
fn hunt_one<T>(
    problem: &Problem<'_>,
    target: RoleIx,
    run: impl FnOnce(hunt::Hunt<'_, '_, '_, '_>) -> T,
) -> T {
    let ledger = money::Ledger::new(problem);
    let crossings = stones::Crossings::new(problem, &ledger);
    let aim = frame::Aim::new(problem, &ledger, target.at());
    run(hunt::Hunt::new(problem, &ledger, &crossings, &aim))
}

/// Something that finds, for each target, every pathway to it that no other beats.
pub trait Find: Sync {
    /// What [`search`] finds, in the same order.
    fn find(&self, problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<(Vec<Pathway>, Effort)>;
}

/// A search of its own each time.
#[derive(Debug, Clone, Copy)]
pub struct Fresh;

impl Find for Fresh {
    fn find(&self, problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<(Vec<Pathway>, Effort)> {
        search(problem, targets)
    }
}

/// Finds every pathway to each target that no other to the same target beats, in order of months, cost and steps.
#[must_use]
pub fn search(problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<(Vec<Pathway>, Effort)> {
    if problem.too_large() {
        let refused = (Vec::new(), Effort { stopped: Some(Stop::Steps), ..Effort::default() });
        return vec![refused; targets.len()];
    }
    let ledger = money::Ledger::new(problem);
    let crossings = stones::Crossings::new(problem, &ledger);
    let hunt = |target: &RoleIx| {
        let aim = frame::Aim::new(problem, &ledger, target.at());
        hunt::Hunt::new(problem, &ledger, &crossings, &aim).run()
    };
    targets.iter().map(hunt).collect()
}
