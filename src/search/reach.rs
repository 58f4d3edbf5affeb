//! The soonest months in which steps could be done if nothing else took time, what they cost at the least and how likely they
//! are at the most with all that must come before them: no pathway does one sooner, cheaper or more likely.
//!
//! With only some jobs allowed on the way it tells which of them a target cannot do without, before any set is listed.

use std::collections::VecDeque;
use std::rc::Rc;

use super::problem::{JobIx, Need, Problem, job_of};
use super::timeline::NEVER;
use crate::graph::{Requirement, RoleIx};

/// What no pathway to a step does better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct AtBest {
    /// The soonest month in which a course is finished or a job begins; `NEVER` where not within the longest time.
    pub months: u32,
    /// The least that it costs, in cents.
    pub cost: i64,
    /// The most that courses leave of its chance, being offered jobs aside.
    pub chance: f64,
}

impl AtBest {
    const NEVER: Self = Self { months: NEVER, cost: DEAR, chance: 0.0 };

    /// Takes what another does better; whether anything was.
    fn improve(&mut self, by: &Self) -> bool {
        let improves = by.months < self.months || by.cost < self.cost || by.chance > self.chance;
        self.months = self.months.min(by.months);
        self.cost = self.cost.min(by.cost);
        self.chance = self.chance.max(by.chance);
        improves
    }
}

/// The best that could be of every course and job of a problem.
#[derive(Debug, Clone)]
pub(super) struct Reach<'p, 'a> {
    problem: &'p Problem<'a>,
    courses: Vec<AtBest>,
    posts: Vec<AtBest>,
    /// The jobs on the way.
    jobs: Vec<JobIx>,
    links: Rc<Links>,
}

/// More than anything costs.
const DEAR: i64 = i64::MAX / 4;

/// A job held today.
const HELD: AtBest = AtBest { months: 0, cost: 0, chance: 1.0 };

/// A step of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Course(u16),
    Job(JobIx),
}

/// Per course and per job: the steps whose requirement looks at it.
#[derive(Debug)]
struct Links {
    courses: Vec<Vec<Step>>,
    jobs: Vec<Vec<Step>>,
}

impl Links {
    fn new(problem: &Problem<'_>) -> Self {
        let mut links = Self {
            courses: vec![Vec::new(); problem.courses.len()],
            jobs: vec![Vec::new(); problem.posts.len() + 1],
        };
        let courses = (0..).zip(&problem.courses).map(|(at, course)| (Step::Course(at), &course.need));
        let jobs = (0..).zip(&problem.posts).map(|(at, post)| (Step::Job(at), &post.need));
        for (step, need) in courses.chain(jobs) {
            links.add(problem, step, need);
        }
        links
    }

    fn add(&mut self, problem: &Problem<'_>, step: Step, need: &Need) {
        match need {
            Need::Met | Need::Never => {}
            Need::All(parts) | Need::Any(parts) | Need::AtLeast(_, parts) => {
                for part in parts {
                    self.add(problem, step, part);
                }
            }
            Need::Fact(condition) | Need::Ready { condition, .. } => {
                for course in &problem.bringing[*condition] {
                    push_once(&mut self.courses[usize::from(*course)], step);
                }
                for job in &problem.jobs_bringing[*condition] {
                    push_once(&mut self.jobs[usize::from(*job)], step);
                }
            }
            Need::Months { condition, .. } => {
                if let Requirement::Months { roles, .. } = &problem.graph.conditions()[*condition].asked {
                    for role in roles {
                        push_once(&mut self.jobs[role.at()], step);
                    }
                }
            }
        }
    }
}

/// Adds a step after the last, unless it is the last.
fn push_once(steps: &mut Vec<Step>, step: Step) {
    if steps.last() != Some(&step) {
        steps.push(step);
    }
}

impl<'p, 'a> Reach<'p, 'a> {
    /// With no job but that of today or the interim job.
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let mut reach = Self {
            problem,
            courses: vec![AtBest::NEVER; problem.courses.len()],
            posts: vec![AtBest::NEVER; problem.posts.len() + 1],
            jobs: Vec::new(),
            links: Rc::new(Links::new(problem)),
        };
        if let Some(base) = problem.base() {
            let months = problem.base_begins();
            reach.posts[usize::from(base)] = AtBest { months, cost: 0, chance: 1.0 };
        }
        reach.settle((0..).take(problem.courses.len()).map(Step::Course).collect());
        reach
    }

    /// With some jobs on the way besides: nothing is later or dearer than without them, so that it goes on from there.
    pub fn with(&self, jobs: &[JobIx]) -> Self {
        let mut reach = self.clone();
        reach.jobs.extend(jobs);
        reach.settle(jobs.iter().copied().map(Step::Job).collect());
        reach
    }

    /// With all jobs that may be on the way.
    pub fn with_all(&self) -> Self {
        let every = (0..).zip(&self.problem.posts).filter(|(_, post)| post.may_be_on_the_way);
        self.with(&every.map(|(at, _)| at).collect::<Vec<_>>())
    }

    /// Moves what could be better than known, and with it what looks at that, until nothing can: the order changes nothing in
    /// the end.
    fn settle(&mut self, mut waiting: VecDeque<Step>) {
        let links = Rc::clone(&self.links);
        while let Some(step) = waiting.pop_front() {
            let (moved, then) = match step {
                Step::Course(course) => (self.move_course(course), &links.courses[usize::from(course)]),
                Step::Job(job) => (self.move_job(job), &links.jobs[usize::from(job)]),
            };
            let is_open = |step: &&Step| match step {
                Step::Course(_) => true,
                Step::Job(job) => self.jobs.contains(job),
            };
            for next in then.iter().filter(is_open).filter(|_| moved) {
                if !waiting.contains(next) {
                    waiting.push_back(*next);
                }
            }
        }
    }

    /// Tells whether a course could be better than was known.
    fn move_course(&mut self, at: u16) -> bool {
        let (problem, most, at) = (self.problem, self.problem.limits.max_months, usize::from(at));
        let course = &problem.courses[at];
        let soonest = self.month(&course.need).saturating_add(course.shortest());
        let months = if soonest <= most { course.window(soonest, problem.rules.today) } else { NEVER };
        let cost = self.cost(&course.need).saturating_add(course.cost);
        if months > most || !self.fits(cost) {
            return false;
        }
        let chance = self.chance(&course.need) * course.chance;
        self.courses[at].improve(&AtBest { months, cost, chance })
    }

    /// Tells whether a job could be better than was known.
    fn move_job(&mut self, job: JobIx) -> bool {
        let best = self.best(job);
        best.months != NEVER && self.posts[usize::from(job)].improve(&best)
    }

    /// The best that could be of a job with what is known.
    fn best(&self, job: JobIx) -> AtBest {
        let post = &self.problem.posts[usize::from(job)];
        let months = self.month(&post.need).saturating_add(post.shortest());
        let cost = self.cost(&post.need);
        let fits = months <= self.problem.limits.max_months && self.fits(cost);
        AtBest { months: if fits { months } else { NEVER }, cost, chance: self.chance(&post.need) }
    }

    /// The best that could be of a target.
    pub fn target(&self, target: RoleIx) -> AtBest {
        self.best(job_of(target))
    }

    /// Whether so much is within the budget.
    fn fits(&self, cost: i64) -> bool {
        cost < DEAR && self.problem.limits.allows(cost)
    }

    /// What a requirement costs at the least.
    fn cost(&self, need: &Need) -> i64 {
        match need {
            Need::Met => 0,
            Need::Never => DEAR,
            // several may share in what makes ready: one of them at the least
            Need::Ready { condition, .. } => {
                self.adding(*condition).map(|step| step.cost).min().unwrap_or(DEAR)
            }
            Need::All(parts) => parts.iter().map(|part| self.cost(part)).max().unwrap_or(0),
            Need::Any(parts) => parts.iter().map(|part| self.cost(part)).min().unwrap_or(DEAR),
            Need::AtLeast(n, parts) => {
                let mut costs: Vec<i64> = parts.iter().map(|part| self.cost(part)).collect();
                costs.sort_unstable();
                costs[n - 1]
            }
            Need::Fact(condition) => self.bringing(*condition).map(|step| step.cost).min().unwrap_or(DEAR),
            Need::Months { condition, outside, .. } => {
                self.counting(*condition, *outside).map(|step| step.cost).min().unwrap_or(DEAR)
            }
        }
    }

    /// How likely the courses are at the most that a requirement asks for.
    fn chance(&self, need: &Need) -> f64 {
        let most = |chances: &mut dyn Iterator<Item = f64>| chances.fold(0.0, f64::max);
        match need {
            Need::Met => 1.0,
            Need::Never => 0.0,
            // one course may serve several parts
            Need::All(parts) => parts.iter().map(|part| self.chance(part)).fold(1.0, f64::min),
            Need::Any(parts) => most(&mut parts.iter().map(|part| self.chance(part))),
            Need::AtLeast(n, parts) => {
                let mut chances: Vec<f64> = parts.iter().map(|part| self.chance(part)).collect();
                chances.sort_unstable_by(|one, other| other.total_cmp(one));
                chances[n - 1]
            }
            Need::Ready { condition, .. } => most(&mut self.adding(*condition).map(|step| step.chance)),
            Need::Fact(condition) => most(&mut self.bringing(*condition).map(|step| step.chance)),
            Need::Months { condition, outside, .. } => {
                most(&mut self.counting(*condition, *outside).map(|step| step.chance))
            }
        }
    }

    /// What could bring a fact.
    fn bringing(&self, condition: usize) -> impl Iterator<Item = &AtBest> {
        let courses = self.problem.bringing[condition].iter().map(|at| &self.courses[usize::from(*at)]);
        courses.chain(self.problem.jobs_bringing[condition].iter().map(|job| &self.posts[usize::from(*job)]))
    }

    /// What could add to readiness.
    fn adding(&self, condition: usize) -> impl Iterator<Item = &AtBest> {
        let points = &self.problem.points[condition];
        let courses = points.courses.iter().map(|(at, _)| &self.courses[usize::from(*at)]);
        courses.chain(points.jobs.iter().map(|(job, _)| &self.posts[usize::from(*job)]))
    }

    /// The jobs whose months count for a condition; `outside` where those outside the graph do.
    fn counting(&self, condition: usize, outside: bool) -> impl Iterator<Item = &AtBest> {
        let roles = match &self.problem.graph.conditions()[condition].asked {
            Requirement::Months { roles, .. } => roles.as_slice(),
            _ => &[],
        };
        let held = (outside && self.problem.profile.outside.is_some()).then_some(&HELD);
        roles.iter().map(|role| &self.posts[role.at()]).chain(held)
    }

    /// The soonest month in which a job could begin; `NEVER` where not within the longest time.
    pub fn begins(&self, job: JobIx) -> u32 {
        self.posts[usize::from(job)].months
    }

    /// Per job: the soonest month in which it could serve a step for which it stands on the way, with proficiency in it or with
    /// the months that a condition names; `NEVER` where it cannot.
    pub fn serve_from(&self) -> Vec<u32> {
        let problem = self.problem;
        let outside = problem.profile.outside.as_ref();
        let mut serve = vec![NEVER; problem.posts.len()];
        for condition in problem.graph.conditions() {
            let Requirement::Months { months, roles } = &condition.asked else { continue };
            // months in other jobs that it names may have come before
            let begun = roles.iter().map(|role| self.posts[role.at()].months).chain(outside.map(|_| 0)).min();
            let more =
                months.saturating_sub(problem.today.worked(roles) + problem.profile.all_outside_months());
            let filled = begun.unwrap_or(NEVER).saturating_add(more);
            for role in roles {
                serve[role.at()] = serve[role.at()].min(filled);
            }
        }
        for (at, (serve, post)) in serve.iter_mut().zip(&problem.posts).enumerate() {
            if post.brings.iter().next().is_some() {
                *serve = (*serve).min(self.proficient_from(at));
            }
            *serve = (*serve).max(self.posts[at].months);
        }
        serve
    }

    fn proficient_from(&self, job: usize) -> u32 {
        let job_ix = u16::try_from(job).expect("the check counted");
        self.posts[job]
            .months
            .saturating_add(self.problem.proficient.saturating_sub(self.problem.before(job_ix)))
    }

    /// The soonest month in which a requirement could hold.
    fn month(&self, need: &Need) -> u32 {
        let problem = self.problem;
        match need {
            Need::Met => 0,
            Need::Never => NEVER,
            Need::All(parts) => parts.iter().map(|part| self.month(part)).max().unwrap_or(0),
            Need::Any(parts) => parts.iter().map(|part| self.month(part)).min().unwrap_or(NEVER),
            Need::AtLeast(n, parts) => {
                let mut months: Vec<u32> = parts.iter().map(|part| self.month(part)).collect();
                months.sort_unstable();
                months[n - 1]
            }
            Need::Fact(condition) => {
                let finished =
                    problem.bringing[*condition].iter().map(|at| self.courses[usize::from(*at)].months);
                let brings = problem.jobs_bringing[*condition].iter();
                let proficient = brings.map(|job| self.proficient_from(usize::from(*job)));
                finished.chain(proficient).min().unwrap_or(NEVER)
            }
            Need::Months { condition, more, outside } => {
                let begun = self.counting(*condition, *outside).map(|step| step.months).min();
                begun.unwrap_or(NEVER).saturating_add(*more)
            }
            Need::Ready { condition, points } => self.ready(*condition, *points),
        }
    }

    fn ready(&self, condition: usize, points: u32) -> u32 {
        let told = &self.problem.points[condition];
        let courses = told.courses.iter().map(|(at, gives)| (self.courses[usize::from(*at)].months, *gives));
        let jobs = told.jobs.iter().map(|(at, gives)| (self.proficient_from(usize::from(*at)), *gives));
        let mut coming: Vec<(u32, u128)> = courses.chain(jobs).filter(|(month, _)| *month != NEVER).collect();
        coming.sort_unstable();
        let mut have = told.today;
        let enough = coming.into_iter().find(|(_, gives)| {
            have |= gives;
            have.count_ones() >= points
        });
        enough.map_or(NEVER, |(month, _)| month)
    }
}
