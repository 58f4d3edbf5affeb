//! Programs and credentials as the search sees them: months, costs, rates for one person.

use super::bits::Bits;
use super::limits::Limits;
use super::need::{Facts, Need};
use crate::graph::{Credential, CredentialIx, Delivery, Graph, HoldingIx, Node, Program, ProgramIx, Tuition};
use crate::profile::Profile;
use crate::provenance::Figure;
use crate::units::Money;

/// A program or credential that can be taken at all.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub node: Node,
    pub need: Need,
    pub gives: Vec<HoldingIx>,
    /// Facts it brings.
    pub facts: Bits,
    /// Those of them that are not always true before it starts.
    pub news: Bits,
    /// Months as full-time study; none where that cannot be.
    pub full_time: Option<u32>,
    /// Months beside a job; none where that cannot be.
    pub alongside: Option<u32>,
    /// Whether the mode follows from holding a job (credentials) or is chosen (programs).
    pub follows_job: bool,
    pub cost: Option<i64>,
    pub cost_at_least: i64,
    pub rate: Option<f64>,
    pub has_rate: bool,
    /// Amount in cents and period in months.
    pub upkeep: Vec<(Option<i64>, u32)>,
    /// Place in the order of all ids.
    pub rank: u32,
}

impl Course {
    /// Whether its cost and upkeep are known.
    pub fn priced(&self) -> bool {
        self.cost.is_some() && self.upkeep.iter().all(|(amount, _)| amount.is_some())
    }

    /// The fewest months it takes in any mode.
    pub fn shortest(&self) -> u32 {
        self.full_time.unwrap_or(u32::MAX).min(self.alongside.unwrap_or(u32::MAX))
    }
}

/// The programs that are taught where the person lives or from afar in a region around it, in order; with campuses
/// anywhere, those too.
pub(super) fn offered(graph: &Graph, profile: &Profile, limits: &Limits) -> Vec<ProgramIx> {
    let mut offered = graph.taught_near(profile.region);
    if limits.anywhere {
        let programs = (0..).map(ProgramIx).zip(&graph.programs);
        offered
            .extend(programs.filter(|(_, program)| program.delivery == Delivery::Campus).map(|(at, _)| at));
        offered.sort_unstable();
        offered.dedup();
    }
    offered
}

/// Whether there can be a time without a job: who has one and may not stop working always has one.
fn may_stop(profile: &Profile, limits: &Limits) -> bool {
    profile.current.is_none() || limits.may_stop_working
}

/// Whole months, rounded up.
pub(super) fn whole(months: Option<f64>) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 0 to 20,000")]
    let months = months.expect("the check proved it known").ceil() as u32;
    months
}

/// Months that so many hours take at so many hours a week; none where no hour is free and one is needed.
fn months_for(hours: f64, weekly: f64) -> Option<u32> {
    if hours <= 0.0 {
        return Some(0);
    }
    (weekly > 0.0).then(|| whole(Some((hours * 12.0 / (weekly * 52.0)).min(100_000.0))))
}

/// A program as the search sees it.
pub(super) fn program_course(
    graph: &Graph,
    at: ProgramIx,
    profile: &Profile,
    limits: &Limits,
    facts: &mut Facts<'_>,
) -> Course {
    let program = &graph.programs[at.at()];
    let hours = program.study_hours.known().expect("the check proved it known");
    let least = whole(program.min_months.known());
    let weekly = graph.method.full_time_hours.known().expect("the check proved it known");
    let beside = f64::from(limits.study_hours).min(weekly);
    let tuition = tuition_cents(graph, program, profile);
    let fees = program.fees.iter().map(|fee| cents(&fee.amount));
    let parts: Vec<Option<i64>> = std::iter::once(tuition).chain(fees).collect();
    Course {
        node: Node::Program(at),
        need: facts.need(&program.admission.value),
        gives: program.awards.clone(),
        facts: Bits::default(),
        news: Bits::default(),
        full_time: may_stop(profile, limits)
            .then(|| months_for(hours, weekly).map_or(least, |months| months.max(least))),
        alongside: program
            .alongside
            .then(|| months_for(hours, beside).map(|months| months.max(least)))
            .flatten(),
        follows_job: false,
        cost: parts.iter().copied().sum(),
        cost_at_least: parts.iter().flatten().sum(),
        rate: program.completion.known(),
        has_rate: true,
        upkeep: Vec::new(),
        rank: graph.rank(Node::Program(at)),
    }
}

/// A figure of money in cents.
fn cents(amount: &Figure) -> Option<i64> {
    amount.known().map(|units| Money::from_units(units).cents())
}

/// Tuition of a program for a person, in cents: the sector's figure for the nearest region that has one.
fn tuition_cents(graph: &Graph, program: &Program, profile: &Profile) -> Option<i64> {
    match &program.tuition {
        Tuition::Total(total) => cents(total),
        Tuition::Sector { years, .. } => {
            let row = graph.tuition_for(program, profile.region)?;
            Some(Money::from_units(row.1.per_year? * years).cents())
        }
    }
}

/// What keeping a credential costs: amount in cents and period in months.
pub(super) fn upkeep(credential: &Credential) -> Vec<(Option<i64>, u32)> {
    credential.upkeep.iter().map(|dues| (cents(&dues.amount), dues.every_months)).collect()
}

/// A credential as the search sees it.
pub(super) fn credential_course(
    graph: &Graph,
    at: CredentialIx,
    profile: &Profile,
    limits: &Limits,
    facts: &mut Facts<'_>,
) -> Course {
    let credential = &graph.credentials[at.at()];
    let hours = credential.study_hours.known().expect("the check proved it known");
    let weekly = graph.method.full_time_hours.known().expect("the check proved it known");
    let parts: Vec<Option<i64>> = credential.fees.iter().map(|fee| cents(&fee.amount)).collect();
    Course {
        node: Node::Credential(at),
        need: facts.need(&credential.eligibility.value),
        gives: vec![graph.holding_of(at)],
        facts: Bits::default(),
        news: Bits::default(),
        full_time: may_stop(profile, limits).then(|| months_for(hours, weekly).unwrap_or(0)),
        alongside: months_for(hours, f64::from(limits.study_hours).min(weekly)),
        follows_job: true,
        cost: parts.iter().copied().sum(),
        cost_at_least: parts.iter().flatten().sum(),
        rate: credential.pass_rate.as_ref().and_then(Figure::known),
        has_rate: credential.pass_rate.is_some(),
        upkeep: upkeep(credential),
        rank: graph.rank(Node::Credential(at)),
    }
}
