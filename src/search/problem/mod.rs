//! A person in a graph, compiled for searching: what holds today is settled, the rest is numbered.
//!
//! Jobs are numbered as the graph's roles are; the number after the last is the job of today that is outside the graph.

mod bits;
mod course;
mod links;
mod need;
mod post;
mod shape;
mod start;

pub(super) use course::{Course, Terms, known, programs_near, terms, whole};
pub(super) use need::{Need, unary};
pub(super) use post::{Hire, Post, search_months};
pub(super) use shape::{Shape, StepIx};
pub(super) use start::{Origin, Parts, Start, Starting};

use std::sync::Arc;

use super::{Choices, Limits, Rules};
use crate::eligibility::Standing;
use crate::graph::{Graph, Node, Requirement, RoleIx};
use crate::profile::Profile;
use crate::wages::PayBook;

/// The number of a job.
pub(super) type JobIx = u16;

/// The most roles and courses together among which pathways are searched.
pub const MOST_STEPS: usize = 2_000;

/// A person in a graph with pay, rules and limits.
#[derive(Debug, Clone)]
pub struct Problem<'a> {
    /// The graph.
    pub graph: &'a Graph,
    /// The person.
    pub profile: &'a Profile,
    /// Pay in the person's region.
    pub pay: &'a PayBook,
    /// Sizes and horizon.
    pub rules: Rules,
    /// The limits in force.
    pub limits: Limits,
    /// What is left out and insisted on.
    pub choices: Choices,
    pub(super) today: Standing,
    /// What is before everybody who starts alike.
    pub(super) start: Arc<Start>,
    /// Per role: what being hired takes.
    pub(super) hires: Vec<Hire>,
    /// Per course of the start: what it takes. One that is beyond the limits fits no pathway.
    pub(super) terms: Vec<Terms>,
    /// Per condition on months: how many more than today, jobs outside the graph not counted.
    pub(super) more: Vec<u32>,
    /// The job of today.
    pub(super) held: Option<JobIx>,
    /// The interim job, for somebody without a job today.
    pub(super) interim: Option<JobIx>,
    /// Months in a role after which somebody has its skills.
    pub(super) proficient: u32,
    /// Upkeep of credentials held today: cents and period.
    pub(super) dues_today: Vec<(i64, u32)>,
}

/// A role's number among jobs.
pub(super) fn job_of(role: RoleIx) -> JobIx {
    u16::try_from(role.at()).expect("the check counted")
}

/// The role of a job that is one.
pub(super) const fn job_ix(job: JobIx) -> RoleIx {
    RoleIx(job as u32)
}

/// Months as years.
fn years_of(months: f64) -> f64 {
    months / 12.0
}

impl<'a> Problem<'a> {
    /// Compiles a person in a graph.
    #[must_use]
    pub fn new(
        graph: &'a Graph,
        profile: &'a Profile,
        pay: &'a PayBook,
        rules: Rules,
        limits: Limits,
    ) -> Self {
        Self::choosing(graph, profile, pay, rules, limits, &Choices::default())
    }

    /// Compiles a person in a graph with some steps left out and some insisted on.
    #[must_use]
    pub fn choosing(
        graph: &'a Graph,
        profile: &'a Profile,
        pay: &'a PayBook,
        rules: Rules,
        limits: Limits,
        choices: &Choices,
    ) -> Self {
        let starting = Starting::new(graph, profile, limits, choices);
        let start = Arc::new(starting.start());
        Self::compile(starting, start, pay, rules)
    }

    /// Compiles a person by what is before everybody who starts so.
    pub(super) fn compile(starting: Starting<'a>, start: Arc<Start>, pay: &'a PayBook, rules: Rules) -> Self {
        let Starting { graph, profile, limits, choices, today } = starting;
        let outside = || u16::try_from(graph.roles.len()).expect("the check counted");
        let held = profile.current.map(job_of).or_else(|| profile.outside.as_ref().map(|_| outside()));
        let mut problem = Self {
            graph,
            profile,
            pay,
            rules,
            limits,
            choices,
            today,
            start,
            hires: Vec::new(),
            terms: Vec::new(),
            more: Vec::new(),
            held,
            interim: None,
            proficient: graph.proficient_months(),
            dues_today: dues_today(graph, profile),
        };
        problem.hires = (0..).map(RoleIx).take(graph.roles.len()).map(|at| Hire::new(&problem, at)).collect();
        problem.terms = problem.all_terms();
        problem.more = problem.months_left();
        problem.interim = problem.best_open_today();
        problem
    }

    /// The same person without limits but those of where they may study, which decide what is before them.
    pub(super) fn without_limits(&self) -> Self {
        let mut free = Self { limits: Limits::none(self.profile), ..self.clone() };
        free.terms = free.all_terms();
        free
    }

    fn all_terms(&self) -> Vec<Terms> {
        self.start.courses.iter().map(|course| self.terms_of(course.node)).collect()
    }

    /// What a course takes, without the modes that take too long.
    fn terms_of(&self, node: Node) -> Terms {
        let terms = terms(self.graph, node, self.profile, &self.limits);
        let in_time = |months: &u32| *months <= self.limits.max_months;
        Terms {
            full_time: terms.full_time.filter(in_time),
            alongside: terms.alongside.filter(in_time),
            cost: terms.cost,
        }
    }

    fn months_left(&self) -> Vec<u32> {
        let left = |asked: &Requirement| match asked {
            Requirement::Months { months, roles } => months.saturating_sub(self.today.worked(roles)),
            _ => 0,
        };
        self.graph.conditions().iter().map(|condition| left(&condition.asked)).collect()
    }

    /// How many more months than today a condition asks for, where a job outside the graph counts for so many.
    pub(super) fn more(&self, condition: usize, outside: u32) -> u32 {
        self.more[condition].saturating_sub(outside)
    }

    /// The months that jobs outside the graph count for what a step asks for.
    pub(super) fn outside_for(&self, job: JobIx) -> u32 {
        self.hires.get(usize::from(job)).map_or(0, |hire| hire.related.months)
    }

    /// Whether a course is within the limits.
    pub(super) fn is_open(&self, course: u16) -> bool {
        self.fits(std::iter::once(course))
    }

    /// Whether a role can be a destination: not the job of today, nor the interim job.
    #[must_use]
    pub fn may_be_target(&self, role: RoleIx) -> bool {
        let job = job_of(role);
        Some(job) != self.held && Some(job) != self.interim
    }

    /// Whether there are too many steps to search at all.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        let courses = (0..).zip(&self.terms).filter(|(at, _)| self.is_open(*at));
        self.hires.len() + courses.count() > MOST_STEPS
    }

    /// Whether a job is among the steps left out.
    pub(super) fn is_excluded(&self, job: JobIx) -> bool {
        self.role(job).is_some_and(|role| self.choices.exclude.contains(&Node::Role(role)))
    }

    /// The role of a job; none for the job outside the graph.
    pub(super) fn role(&self, job: JobIx) -> Option<RoleIx> {
        (usize::from(job) < self.hires.len()).then(|| job_ix(job))
    }

    /// Months in a job before today.
    pub(super) fn before(&self, job: JobIx) -> u32 {
        match self.hires.get(usize::from(job)) {
            Some(hire) => hire.before,
            None => self.profile.outside_months(),
        }
    }

    /// The soonest month in which the job of today or the interim job could be held.
    pub(super) fn base_begins(&self) -> u32 {
        let interim = self.interim.filter(|_| self.held.is_none());
        interim.map_or(0, |interim| self.hires[usize::from(interim)].shortest())
    }

    /// Whether the pay of a job is known.
    pub(super) fn is_paid(&self, job: JobIx) -> bool {
        match self.hires.get(usize::from(job)) {
            Some(hire) => hire.is_paid,
            None => self.pay.outside_yearly(0, 0).is_some(),
        }
    }

    /// Whether some courses are within the budget and the longest time, one after the other.
    pub(super) fn fits(&self, courses: impl Iterator<Item = u16>) -> bool {
        let (mut cost, mut months) = (0, 0_u32);
        for terms in courses.map(|course| &self.terms[usize::from(course)]) {
            cost += terms.cost;
            months = months.saturating_add(terms.shortest());
        }
        months <= self.limits.max_months && self.limits.allows(cost)
    }

    /// Months that some courses take one after the other at the least.
    pub(super) fn study_months(&self, courses: impl Iterator<Item = u16>) -> u32 {
        courses.map(|course| self.terms[usize::from(course)].shortest()).sum()
    }

    /// The soonest month in which a target could begin that may be applied for from a month on.
    pub(super) fn begins_after(&self, target: RoleIx, month: u32) -> u32 {
        month + self.hires[usize::from(job_of(target))].shortest()
    }

    /// The jobs that a pathway has before its target: those on the way, then that of today or the interim job, where it is not
    /// among them.
    pub(super) fn jobs_before<'j>(&self, on_the_way: &'j [JobIx]) -> impl Iterator<Item = JobIx> + use<'j> {
        let base = self.base().filter(|base| !on_the_way.contains(base));
        on_the_way.iter().copied().chain(base)
    }

    /// Jobs that may stand on the way to a target: of those that requirements on the way to it name.
    pub(super) fn may_be_before(&self, target: RoleIx) -> impl Iterator<Item = JobIx> + '_ {
        let named = self.graph.jobs_on_the_way(target).iter().copied().map(job_of);
        let may = |job: JobIx| self.start.posts[usize::from(job)].may_be_on_the_way;
        named.filter(move |job| *job != job_of(target) && may(*job))
    }

    /// Months in a job from today on after which somebody is proficient.
    pub(super) fn proficient_after(&self, job: JobIx) -> u32 {
        self.proficient.saturating_sub(self.before(job))
    }

    /// The roles that a pathway enters: those on the way, last the target.
    pub(super) fn entered(on_the_way: &[JobIx], target: RoleIx) -> impl Iterator<Item = usize> + Clone + '_ {
        on_the_way.iter().copied().chain([job_of(target)]).map(usize::from)
    }

    /// The chance to be offered every job that a pathway enters.
    pub(super) fn offered(&self, on_the_way: &[JobIx], target: RoleIx) -> f64 {
        Self::entered(on_the_way, target).map(|job| self.start.posts[job].offered).product()
    }

    /// Whether the pay of every job of a pathway is known.
    pub(super) fn is_all_paid(&self, on_the_way: &[JobIx], target: RoleIx) -> bool {
        self.held.is_none_or(|held| self.is_paid(held))
            && Self::entered(on_the_way, target).all(|job| self.hires[job].is_paid)
    }

    /// Whether months or proficiency in a job may help to meet a requirement.
    pub(super) fn serves(&self, job: JobIx, need: &Need) -> bool {
        match need {
            Need::Met | Need::Never => false,
            Need::All(parts) | Need::Any(parts) | Need::AtLeast(_, parts) => {
                parts.iter().any(|part| self.serves(job, part))
            }
            Need::Fact(condition) => {
                let post = self.start.posts.get(usize::from(job));
                post.is_some_and(|post| post.brings.contains(*condition))
            }
            Need::Months { condition, outside } => self.counts_for(*condition, job, *outside),
            Need::Ready { condition, .. } => self.start.points[*condition].of_job(job) != 0,
        }
    }

    /// Whether months in a job count for a condition; `outside` where those outside the graph do.
    pub(super) fn counts_for(&self, condition: usize, job: JobIx, outside: bool) -> bool {
        let Requirement::Months { roles, .. } = &self.graph.conditions()[condition].asked else {
            return false;
        };
        self.role(job).map_or(outside, |role| roles.contains(&role))
    }

    /// The job of today, or the interim job.
    pub(super) fn base(&self) -> Option<JobIx> {
        self.held.or(self.interim)
    }
}

/// Upkeep of the credentials held today.
fn dues_today(graph: &Graph, profile: &Profile) -> Vec<(i64, u32)> {
    let credentials = profile.holdings.iter().filter_map(|holding| match graph.holding(*holding) {
        crate::graph::Holding::Credential(credential) => Some(credential),
        crate::graph::Holding::Award(_) => None,
    });
    credentials.flat_map(course::upkeep).collect()
}
