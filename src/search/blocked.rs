//! Why a role cannot be reached, and the smallest single changes that open it, each proved by searching again.

use super::{Limits, Pathway, Problem, Rules, frame, hunt, money, stones};
use crate::eligibility::{Standing, Unmet, unmet};
use crate::graph::{Graph, HoldingIx, RoleIx};
use crate::profile::Profile;
use crate::units::Money;
use crate::wages::PayBook;

/// The longest time to a target that is looked at for an opening, in months.
const LONGEST: u32 = 480;

/// A single change that opens a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// The smallest budget.
    Budget(Money),
    /// The shortest longest time, in months.
    Months(u32),
    /// The fewest study hours a week beside a job.
    StudyHours(u32),
    /// To be free to stop working.
    MayStopWorking,
    /// To study where the campus is, or online if the program were taught so.
    Elsewhere,
    /// An award or credential in hand.
    Holding(HoldingIx),
}

/// A role that cannot be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// What is unmet of its requirement today; nothing where only the time is too short.
    pub unmet: Option<Unmet>,
    /// The smallest single changes that open it, in the order of [`Opening`].
    pub openings: Vec<Opening>,
}

/// Tells why a role cannot be reached and what would open it.
#[must_use]
pub fn blocked(graph: &Graph, profile: &Profile, pay: &PayBook, rules: Rules, target: RoleIx) -> Blocked {
    let limits = Limits::of(profile, &rules);
    let today = Standing::today(graph, profile);
    let open = |profile: &Profile, limits: Limits| {
        !found(&Problem::new(graph, profile, pay, rules, limits), target, true).is_empty()
    };
    let mut openings = Vec::new();
    if limits.budget.is_some() {
        let free = Problem::new(graph, profile, pay, rules, Limits { budget: None, ..limits });
        let least = found(&free, target, false).iter().map(|path| path.value.cost).min();
        openings.extend(least.map(Opening::Budget));
    }
    let longer = Limits { max_months: LONGEST, ..limits };
    let patient = Problem::new(graph, profile, pay, rules, longer);
    let soonest = found(&patient, target, false).iter().map(|path| path.value.months).min();
    openings.extend(soonest.map(Opening::Months));
    let full = full_time_hours(graph);
    if limits.study_hours < full && open(profile, Limits { study_hours: full, ..limits }) {
        let (mut shut, mut enough) = (limits.study_hours, full);
        while enough - shut > 1 {
            let middle = shut.midpoint(enough);
            if open(profile, Limits { study_hours: middle, ..limits }) {
                enough = middle;
            } else {
                shut = middle;
            }
        }
        openings.push(Opening::StudyHours(enough));
    }
    if !limits.may_stop_working && open(profile, Limits { may_stop_working: true, ..limits }) {
        openings.push(Opening::MayStopWorking);
    }
    if open(profile, Limits { anywhere: true, ..limits }) {
        openings.push(Opening::Elsewhere);
    }
    for holding in (0..graph.holdings()).filter_map(|at| u32::try_from(at).ok().map(HoldingIx)) {
        if !profile.holdings.contains(&holding) && open(&profile.with(graph, holding), limits) {
            openings.push(Opening::Holding(holding));
        }
    }
    Blocked { unmet: unmet(&graph.roles[target.at()].entry.value, &today), openings }
}

/// Hours a week beyond which more study hours change nothing.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 1 to 80")]
fn full_time_hours(graph: &Graph) -> u32 {
    graph.method.full_time_hours.known().expect("the check proved it known").ceil() as u32
}

fn found(problem: &Problem<'_>, target: RoleIx, any: bool) -> Vec<Pathway> {
    let ledger = money::Ledger::new(problem);
    let stones = stones::Stones::all(problem, &ledger);
    let aim = frame::Aim::new(problem, &ledger, target.at());
    hunt::Hunt::new(problem, &ledger, &stones, &aim).stop_at_first(any).run().0
}
