//! Programs and credentials as one person could take them: months, costs, chances.

use std::sync::Arc;

use super::bits::Bits;
use super::need::Need;
use super::{Limits, years_of};
use crate::graph::{Credential, CredentialIx, Delivery, Graph, HoldingIx, Node, ProgramIx, Tuition};
use crate::profile::Profile;
use crate::provenance::Figure;
use crate::units::{CalendarMonth, Money};

/// A program or credential that is before somebody, whoever they are.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::search) struct Course {
    pub node: Node,
    pub need: Arc<Need>,
    pub gives: Vec<HoldingIx>,
    /// The conditions that finishing it brings or helps to bring.
    pub brings: Bits,
    /// Whether it is a program, whose mode is chosen; that of a credential follows from holding a job.
    pub is_program: bool,
    /// Calendar months in which it may end, January in the lowest bit; all where there are no windows.
    windows: u16,
    /// The chance to finish it, an exam within two sittings.
    pub chance: f64,
    /// What it costs to keep: cents, and months from one payment to the next.
    pub upkeep: Vec<(i64, u32)>,
    /// Its place in the order of all ids.
    pub rank: u32,
}

/// What a program or credential takes of one person.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Terms {
    /// Months as full-time study; none where that cannot be.
    pub full_time: Option<u32>,
    /// Months beside a job; none where that cannot be.
    pub alongside: Option<u32>,
    /// What it costs, in cents.
    pub cost: i64,
}

/// Every calendar month.
const ALL_YEAR: u16 = 0xfff;

impl Course {
    /// A program or credential with what it asks for and gives.
    pub fn new(graph: &Graph, node: Node, need: Arc<Need>, gives: Vec<HoldingIx>) -> Self {
        let (windows, chance, upkeep) = match node {
            Node::Credential(at) => {
                let credential = &graph.credentials[at.at()];
                let windows = credential.windows.as_ref().map_or(ALL_YEAR, |windows| {
                    windows.value.iter().fold(0, |months, month| months | 1 << (month - 1))
                });
                let fails = 1.0 - pass_rate(credential);
                (windows, 1.0 - fails * fails, upkeep(credential))
            }
            Node::Program(at) => (ALL_YEAR, known(&graph.programs[at.at()].completion), Vec::new()),
            Node::Role(_) => (ALL_YEAR, 1.0, Vec::new()),
        };
        let is_program = matches!(node, Node::Program(_));
        let rank = graph.rank(node);
        Self { node, need, gives, brings: Bits::default(), is_program, windows, chance, upkeep, rank }
    }

    /// The first month, from one on, in which it may end.
    pub fn window(&self, from: u32, today: CalendarMonth) -> u32 {
        if self.windows == ALL_YEAR {
            return from;
        }
        let open = |month: &u32| self.windows & (1 << today.plus(*month).of_year()) != 0;
        (from..from + 12).find(open).unwrap_or(from)
    }
}

impl Terms {
    /// The fewest months it takes in any mode.
    pub fn shortest(&self) -> u32 {
        self.full_time.unwrap_or(u32::MAX).min(self.alongside.unwrap_or(u32::MAX))
    }
}

/// The programs that a person could take: taught where they live or from afar, or on a campus anywhere where that counts.
pub(in crate::search) fn programs_near(graph: &Graph, profile: &Profile, limits: &Limits) -> Vec<ProgramIx> {
    let mut near = graph.taught_near(profile.region);
    if limits.anywhere {
        let programs = (0..).map(ProgramIx).zip(&graph.programs);
        near.extend(programs.filter(|(_, program)| program.delivery == Delivery::Campus).map(|(at, _)| at));
        near.sort_unstable();
        near.dedup();
    } else if profile.distance_only {
        near.retain(|program| graph.programs[program.at()].delivery != Delivery::Campus);
    }
    near
}

/// Whole months, rounded up.
pub(in crate::search) fn whole(figure: &Figure) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 0 to 240")]
    let months = known(figure).ceil() as u32;
    months
}

/// A figure that the check proved known.
pub(in crate::search) fn known(figure: &Figure) -> f64 {
    figure.known().expect("the check proved it known")
}

/// Months that so many hours take at so many hours a week; none where no hour is free and one is needed.
fn months_for(hours: f64, weekly: f64) -> Option<u32> {
    if hours <= 0.0 {
        return Some(0);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded")]
    let months = (hours * 12.0 / (weekly * 52.0)).min(100_000.0).ceil() as u32;
    (weekly > 0.0).then_some(months)
}

/// How many hours a week somebody studies full time, and beside a job.
fn weekly_hours(graph: &Graph, limits: &Limits) -> (f64, f64) {
    let full = known(&graph.method.full_time_hours);
    (full, f64::from(limits.study_hours).min(full))
}

/// Whether there can be a time without a job: who has one and may not stop working always has one.
const fn may_be_free(profile: &Profile, limits: &Limits) -> bool {
    !profile.is_employed() || limits.may_stop_working
}

fn cents(figure: &Figure) -> i64 {
    Money::from_units(known(figure)).cents()
}

/// What a program or credential takes of a person.
pub(in crate::search) fn terms(graph: &Graph, node: Node, profile: &Profile, limits: &Limits) -> Terms {
    match node {
        Node::Program(at) => program_terms(graph, at, profile, limits),
        Node::Credential(at) => credential_terms(graph, at, profile, limits),
        Node::Role(_) => Terms { full_time: None, alongside: None, cost: 0 },
    }
}

fn program_terms(graph: &Graph, at: ProgramIx, profile: &Profile, limits: &Limits) -> Terms {
    let program = &graph.programs[at.at()];
    let (full, beside) = weekly_hours(graph, limits);
    let (hours, least) = (known(&program.study_hours), whole(&program.min_months));
    let alongside = program.alongside.then(|| months_for(hours, beside)).flatten();
    let fees: i64 = program.fees.iter().map(|fee| cents(&fee.amount)).sum();
    Terms {
        full_time: may_be_free(profile, limits).then(|| months_for(hours, full).unwrap_or(0).max(least)),
        alongside: alongside.map(|months| months.max(least)),
        cost: tuition(graph, at, profile) + fees,
    }
}

/// Tuition of a program for a person after aid, in cents: that of the school that prices it, else the sector's figure for the
/// nearest region that has one.
fn tuition(graph: &Graph, at: ProgramIx, profile: &Profile) -> i64 {
    let program = &graph.programs[at.at()];
    let aid = profile.aid.units();
    let whole = |total: f64| aid.mul_add(-years_of(known(&program.min_months)), total).max(0.0);
    let units = match &program.tuition {
        Tuition::Total(total) => whole(known(total)),
        Tuition::Sector { years, .. } => match graph.school_price(at, profile.studies_from()) {
            Some(price) if price.is_whole => whole(price.amount),
            price => {
                let usual = || graph.tuition_for(program, profile.region).and_then(|(_, row)| row.per_year);
                let a_year =
                    price.map(|price| price.amount).or_else(usual).expect("the check proved it known");
                (a_year - aid).max(0.0) * years
            }
        },
    };
    Money::from_units(units).cents()
}

/// What keeping a credential costs: cents, and months from one payment to the next.
pub(in crate::search) fn upkeep(credential: &Credential) -> Vec<(i64, u32)> {
    credential.upkeep.iter().map(|dues| (cents(&dues.amount), dues.every_months)).collect()
}

/// The chance to pass an exam; certain where there is none.
fn pass_rate(credential: &Credential) -> f64 {
    credential.pass_rate.as_ref().map_or(1.0, known)
}

fn credential_terms(graph: &Graph, at: CredentialIx, profile: &Profile, limits: &Limits) -> Terms {
    let credential = &graph.credentials[at.at()];
    let (full, beside) = weekly_hours(graph, limits);
    let hours = known(&credential.study_hours);
    let pass = pass_rate(credential);
    let fee = |fee: &crate::graph::Fee| {
        let sittings = if fee.each_sitting { 2.0 - pass } else { 1.0 };
        Money::from_units(known(&fee.amount) * sittings).cents()
    };
    Terms {
        full_time: may_be_free(profile, limits).then(|| months_for(hours, full)).flatten(),
        alongside: months_for(hours, beside),
        cost: credential.fees.iter().map(fee).sum(),
    }
}
