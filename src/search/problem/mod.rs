//! A person in a graph, compiled for searching: what holds today is settled, the rest is numbered.
//!
//! Jobs are numbered as the graph's roles are; the number after the last is the job of today that is outside the graph.

mod bits;
mod course;
mod need;
mod post;
mod shape;

pub(super) use bits::Bits;
pub(super) use course::{Course, credential_course, known, program_course, programs_near, whole};
pub(super) use need::{Need, unary};
pub(super) use post::{Post, search_months};
pub(super) use shape::{Shape, StepIx};

use need::Compiler;

use super::{Choices, Limits, Rules};
use crate::eligibility::{Standing, holds};
use crate::graph::{CredentialIx, Graph, Node, Requirement, RoleIx, SkillLevels};
use crate::profile::{Profile, Related};
use crate::wages::PayBook;

/// The number of a job.
pub(super) type JobIx = u16;

/// Points of a condition on readiness, in unary.
#[derive(Debug, Clone, Default)]
pub(super) struct Points {
    /// Had today.
    pub today: u128,
    /// What courses add to them, in order.
    pub courses: Vec<(u16, u128)>,
    /// What proficiency in jobs adds to them, in order.
    pub jobs: Vec<(JobIx, u128)>,
}

impl Points {
    /// What a course adds.
    pub fn of_course(&self, course: u16) -> u128 {
        self.courses.binary_search_by_key(&course, |(at, _)| *at).map_or(0, |at| self.courses[at].1)
    }

    /// What proficiency in a job adds.
    pub fn of_job(&self, job: JobIx) -> u128 {
        self.jobs.binary_search_by_key(&job, |(at, _)| *at).map_or(0, |at| self.jobs[at].1)
    }
}

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
    pub(super) posts: Vec<Post>,
    pub(super) courses: Vec<Course>,
    /// Per condition: the courses that bring it, in order.
    pub(super) bringing: Vec<Vec<u16>>,
    /// Per condition: the jobs that bring it by proficiency in them, in order.
    pub(super) jobs_bringing: Vec<Vec<JobIx>>,
    /// Per condition on readiness: what courses and proficiency in jobs give of it; nothing for other conditions.
    pub(super) points: Vec<Points>,
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
        let held = profile.current.map(job_of).or_else(|| {
            profile.outside.as_ref().map(|_| u16::try_from(graph.roles.len()).expect("the check counted"))
        });
        let mut problem = Self {
            graph,
            profile,
            pay,
            rules,
            limits,
            choices: choices.clone(),
            today: Standing::today(graph, profile),
            posts: Vec::new(),
            courses: Vec::new(),
            bringing: Vec::new(),
            jobs_bringing: Vec::new(),
            points: Vec::new(),
            held,
            interim: None,
            proficient: graph.proficient_months(),
            dues_today: dues_today(graph, profile),
        };
        let met: Vec<bool> = graph.conditions().iter().map(|told| problem.holds_today(&told.asked)).collect();
        problem.posts = problem.compiled_posts(&met);
        problem.courses = problem.compiled_courses(&met);
        problem.bringing = by_condition(met.len(), problem.courses.iter().map(|course| &course.brings));
        problem.jobs_bringing = by_condition(met.len(), problem.posts.iter().map(|post| &post.brings));
        problem.points = problem.all_points();
        problem.interim = problem.best_open_today(&met);
        problem
    }

    /// Whether a condition holds today and stays so; months and readiness are settled where they are asked.
    fn holds_today(&self, asked: &Requirement) -> bool {
        !matches!(asked, Requirement::Months { .. } | Requirement::Ready { .. }) && holds(asked, &self.today)
    }

    /// What courses and jobs give of each condition on readiness.
    fn all_points(&self) -> Vec<Points> {
        let conditions = self.graph.conditions().iter().enumerate();
        let points = conditions.map(|(number, condition)| match &condition.asked {
            Requirement::Ready { of, .. } => self.points_of(number, of),
            _ => Points::default(),
        });
        points.collect()
    }

    fn points_of(&self, condition: usize, of: &SkillLevels) -> Points {
        let today = unary(of, |skill| self.today.skills[skill]);
        let given = |course: &Course| {
            course.gives.iter().fold(0, |points, holding| {
                let levels = self.graph.holding(*holding).skills();
                points | unary(of, |skill| level_in(levels, skill))
            })
        };
        let courses = self.bringing[condition].iter().map(|at| (*at, given(&self.courses[usize::from(*at)])));
        let levels = |job: JobIx| &self.graph.roles[usize::from(job)].skills;
        let jobs = self.jobs_bringing[condition].iter();
        let jobs = jobs.map(|job| (*job, unary(of, |skill| level_in(levels(*job), skill))));
        let adds = |(_, gives): &(u16, u128)| gives & !today != 0;
        Points { today, courses: courses.filter(adds).collect(), jobs: jobs.filter(adds).collect() }
    }

    fn compiled_posts(&self, met: &[bool]) -> Vec<Post> {
        let (graph, profile) = (self.graph, self.profile);
        let compiler = Compiler { problem: self, met };
        let mut posts: Vec<Post> = (0..)
            .map(RoleIx)
            .zip(&graph.roles)
            .map(|(at, role)| {
                let node = Node::Role(at);
                let excluded = self.choices.exclude.contains(&node);
                let related = profile.related(graph, at);
                Post {
                    need: if excluded { Need::Never } else { compiler.need(node, related) },
                    brings: Bits::default(),
                    search: post::search_months(graph, profile, at),
                    newcomer_for: post::newcomer_for(graph, profile, at, related),
                    before: self.today.months[at.at()],
                    experience: profile.months_towards(graph, at),
                    related,
                    offered: role.offered.as_ref().map_or(1.0, known),
                    is_paid: self.pay.source(at).is_some(),
                    may_be_on_the_way: self.may_be_on_the_way(at) && !excluded,
                    rank: graph.rank(node),
                }
            })
            .collect();
        for (number, condition) in graph.conditions().iter().enumerate().filter(|(number, _)| !met[*number]) {
            if matches!(condition.asked, Requirement::Months { .. }) {
                continue;
            }
            for role in condition.by.iter().filter_map(|node| match node {
                Node::Role(role) => Some(role.at()),
                Node::Credential(_) | Node::Program(_) => None,
            }) {
                posts[role].brings.insert(number);
            }
        }
        posts
    }

    fn compiled_courses(&self, met: &[bool]) -> Vec<Course> {
        let (graph, profile, limits) = (self.graph, self.profile, &self.limits);
        let programs = programs_near(graph, profile, limits).into_iter();
        let programs = programs.map(|at| program_course(graph, at, profile, limits));
        let credentials = (0..).map(CredentialIx).take(graph.credentials.len());
        let every = programs.chain(credentials.map(|at| credential_course(graph, at, profile, limits)));
        let compiler = Compiler { problem: self, met };
        let mut courses: Vec<Course> = every
            .filter_map(|mut course| {
                course.alongside = course.alongside.filter(|months| *months <= limits.max_months);
                course.full_time = course.full_time.filter(|months| *months <= limits.max_months);
                let is_held = course.gives.iter().all(|holding| self.today.holdings[holding.at()]);
                let possible = course.full_time.or(course.alongside).is_some();
                let affordable = limits.allows(course.cost);
                let wanted = !self.choices.exclude.contains(&course.node);
                if is_held || !possible || !affordable || !wanted {
                    return None;
                }
                course.need = compiler.need(course.node, Related::NONE);
                (course.need != Need::Never).then_some(course)
            })
            .collect();
        let places: std::collections::BTreeMap<Node, usize> =
            courses.iter().enumerate().map(|(at, course)| (course.node, at)).collect();
        for (number, condition) in graph.conditions().iter().enumerate().filter(|(number, _)| !met[*number]) {
            for place in condition.by.iter().filter_map(|node| places.get(node)) {
                courses[*place].brings.insert(number);
            }
        }
        courses
    }

    /// Whether a role may ever be worked in from today on: held today, or entered.
    fn may_be_held(&self, role: RoleIx) -> bool {
        let graph_role = &self.graph.roles[role.at()];
        self.profile.current == Some(role) || graph_role.listed
    }

    /// Whether a role may stand on the way: a listed one that was never held.
    fn may_be_on_the_way(&self, role: RoleIx) -> bool {
        self.graph.roles[role.at()].listed
            && self.today.months[role.at()] == 0
            && self.profile.current != Some(role)
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
        self.posts.len() + self.courses.len() > MOST_STEPS
    }

    /// Whether a job is among the steps left out.
    pub(super) fn is_excluded(&self, job: JobIx) -> bool {
        self.role(job).is_some_and(|role| self.choices.exclude.contains(&Node::Role(role)))
    }

    /// The role of a job; none for the job outside the graph.
    pub(super) fn role(&self, job: JobIx) -> Option<RoleIx> {
        (usize::from(job) < self.posts.len()).then(|| job_ix(job))
    }

    /// Months in a job before today.
    pub(super) fn before(&self, job: JobIx) -> u32 {
        match self.posts.get(usize::from(job)) {
            Some(post) => post.before,
            None => self.profile.outside_months(),
        }
    }

    /// The soonest month in which the job of today or the interim job could be held.
    pub(super) fn base_begins(&self) -> u32 {
        let interim = self.interim.filter(|_| self.held.is_none());
        interim.map_or(0, |interim| self.posts[usize::from(interim)].shortest())
    }

    /// Whether the pay of a job is known.
    pub(super) fn is_paid(&self, job: JobIx) -> bool {
        match self.posts.get(usize::from(job)) {
            Some(post) => post.is_paid,
            None => self.pay.outside_yearly(0).is_some(),
        }
    }

    /// Whether some courses are within the budget and the longest time, one after the other.
    pub(super) fn fits(&self, courses: impl Iterator<Item = u16>) -> bool {
        let (mut cost, mut months) = (0, 0);
        for course in courses.map(|course| &self.courses[usize::from(course)]) {
            cost += course.cost;
            months += course.shortest();
        }
        months <= self.limits.max_months && self.limits.allows(cost)
    }

    /// Months that some courses take one after the other at the least.
    pub(super) fn study_months(&self, courses: impl Iterator<Item = u16>) -> u32 {
        courses.map(|course| self.courses[usize::from(course)].shortest()).sum()
    }

    /// The soonest month in which a target could begin that may be applied for from a month on.
    pub(super) fn begins_after(&self, target: RoleIx, month: u32) -> u32 {
        month + self.posts[usize::from(job_of(target))].shortest()
    }

    /// The jobs that a pathway has before its target: those on the way, then that of today or the interim job, where it is not
    /// among them.
    pub(super) fn jobs_before(&self, on_the_way: &[JobIx]) -> Vec<JobIx> {
        let base = self.base().filter(|base| !on_the_way.contains(base));
        on_the_way.iter().copied().chain(base).collect()
    }

    /// The roles that a pathway enters: those on the way, last the target.
    pub(super) fn entered<'p>(
        &'p self,
        on_the_way: &'p [JobIx],
        target: RoleIx,
    ) -> impl Iterator<Item = &'p Post> + Clone {
        let jobs = on_the_way.iter().copied().chain([job_of(target)]);
        jobs.map(|job| &self.posts[usize::from(job)])
    }

    /// Whether the pay of every job of a pathway is known.
    pub(super) fn is_all_paid(&self, on_the_way: &[JobIx], target: RoleIx) -> bool {
        self.held.is_none_or(|held| self.is_paid(held))
            && self.entered(on_the_way, target).all(|post| post.is_paid)
    }

    /// Whether months or proficiency in a job may help to meet a requirement.
    pub(super) fn serves(&self, job: JobIx, need: &Need) -> bool {
        match need {
            Need::Met | Need::Never => false,
            Need::All(parts) | Need::Any(parts) | Need::AtLeast(_, parts) => {
                parts.iter().any(|part| self.serves(job, part))
            }
            Need::Fact(condition) => {
                self.posts.get(usize::from(job)).is_some_and(|post| post.brings.contains(*condition))
            }
            Need::Months { condition, outside, .. } => self.counts_for(*condition, job, *outside),
            Need::Ready { condition, .. } => self.points[*condition].of_job(job) != 0,
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

/// Per condition: the numbers of those that bring it, in order.
fn by_condition<'b>(conditions: usize, brings: impl Iterator<Item = &'b Bits>) -> Vec<Vec<u16>> {
    let mut by = vec![Vec::new(); conditions];
    for (at, brings) in (0..).zip(brings) {
        for condition in brings.iter() {
            by[condition].push(at);
        }
    }
    by
}

/// The level of a skill among some.
fn level_in(levels: &SkillLevels, skill: usize) -> u8 {
    levels.iter().find(|(known, _)| known.at() == skill).map_or(0, |(_, level)| *level)
}

/// Upkeep of the credentials held today.
fn dues_today(graph: &Graph, profile: &Profile) -> Vec<(i64, u32)> {
    let credentials = profile.holdings.iter().filter_map(|holding| match graph.holding(*holding) {
        crate::graph::Holding::Credential(credential) => Some(credential),
        crate::graph::Holding::Award(_) => None,
    });
    credentials.flat_map(course::upkeep).collect()
}
