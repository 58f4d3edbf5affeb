//! The soonest months in which steps could be done if nothing else took time, and what they cost at the least with all that
//! must come before them: no pathway does one sooner or cheaper.
//!
//! With only some jobs allowed on the way it tells which of them a target cannot do without, before any set is listed.

use std::collections::VecDeque;
use std::rc::Rc;

use super::problem::{JobIx, Need, Problem, job_of};
use super::timeline::NEVER;
use crate::graph::{Requirement, RoleIx};

/// The soonest months and the least costs of every course and job of a problem.
#[derive(Debug, Clone)]
pub(super) struct Reach<'p, 'a> {
    problem: &'p Problem<'a>,
    finished: Vec<u32>,
    begun: Vec<u32>,
    /// What each course and each job costs at the least, in cents.
    course_costs: Vec<i64>,
    job_costs: Vec<i64>,
    /// The jobs on the way.
    jobs: Vec<JobIx>,
    links: Rc<Links>,
}

/// More than anything costs.
const DEAR: i64 = i64::MAX / 4;

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
            finished: vec![NEVER; problem.courses.len()],
            begun: vec![NEVER; problem.posts.len() + 1],
            course_costs: vec![DEAR; problem.courses.len()],
            job_costs: vec![DEAR; problem.posts.len() + 1],
            jobs: Vec::new(),
            links: Rc::new(Links::new(problem)),
        };
        if let Some(base) = problem.base() {
            reach.begun[usize::from(base)] = problem.base_begins();
            reach.job_costs[usize::from(base)] = 0;
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

    /// Moves what can be had sooner or cheaper than known, and with it what looks at that, until nothing can: the order changes
    /// nothing in the end.
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

    /// Tells whether a course can be finished sooner or at less cost than was known.
    fn move_course(&mut self, at: u16) -> bool {
        let (problem, most, at) = (self.problem, self.problem.limits.max_months, usize::from(at));
        let course = &problem.courses[at];
        let soonest = self.month(&course.need).saturating_add(course.shortest());
        let end = if soonest <= most { course.window(soonest, problem.rules.today) } else { NEVER };
        let cost = self.cost(&course.need).saturating_add(course.cost);
        let moved =
            end <= most && self.fits(cost) && (end < self.finished[at] || cost < self.course_costs[at]);
        if moved {
            self.finished[at] = end.min(self.finished[at]);
            self.course_costs[at] = cost.min(self.course_costs[at]);
        }
        moved
    }

    /// Tells whether a job can be begun sooner or at less cost than was known.
    fn move_job(&mut self, job: JobIx) -> bool {
        let (most, at) = (self.problem.limits.max_months, usize::from(job));
        let post = &self.problem.posts[at];
        let begin = self.month(&post.need).saturating_add(post.shortest());
        let cost = self.cost(&post.need);
        let moved = begin <= most && self.fits(cost) && (begin < self.begun[at] || cost < self.job_costs[at]);
        if moved {
            self.begun[at] = begin.min(self.begun[at]);
            self.job_costs[at] = cost.min(self.job_costs[at]);
        }
        moved
    }

    /// The soonest month in which a role could begin; `NEVER` where not within the longest time.
    pub fn soonest(&self, target: RoleIx) -> u32 {
        let post = &self.problem.posts[usize::from(job_of(target))];
        let begin = self.month(&post.need).saturating_add(post.shortest());
        let fits = begin <= self.problem.limits.max_months && self.fits(self.cost(&post.need));
        if fits { begin } else { NEVER }
    }

    /// What a role and all before it cost at the least, in cents.
    pub fn least_cost(&self, target: RoleIx) -> i64 {
        self.cost(&self.problem.posts[usize::from(job_of(target))].need)
    }

    /// Whether so much is within the budget.
    fn fits(&self, cost: i64) -> bool {
        cost < DEAR && self.problem.limits.allows(cost)
    }

    /// What a requirement costs at the least.
    fn cost(&self, need: &Need) -> i64 {
        let problem = self.problem;
        match need {
            // several courses may share in what makes ready, each cheaper than all of it
            Need::Met | Need::Ready { .. } => 0,
            Need::Never => DEAR,
            Need::All(parts) => parts.iter().map(|part| self.cost(part)).max().unwrap_or(0),
            Need::Any(parts) => parts.iter().map(|part| self.cost(part)).min().unwrap_or(DEAR),
            Need::AtLeast(n, parts) => {
                let mut costs: Vec<i64> = parts.iter().map(|part| self.cost(part)).collect();
                costs.sort_unstable();
                costs[n - 1]
            }
            Need::Fact(condition) => {
                let bringing = &problem.bringing[*condition];
                let courses = bringing.iter().map(|at| self.course_costs[usize::from(*at)]);
                let jobs = problem.jobs_bringing[*condition].iter();
                let jobs = jobs.map(|job| self.job_costs[usize::from(*job)]);
                courses.chain(jobs).min().unwrap_or(DEAR)
            }
            Need::Months { condition, outside, .. } => {
                let Requirement::Months { roles, .. } = &problem.graph.conditions()[*condition].asked else {
                    return DEAR;
                };
                let held = *outside && problem.profile.outside.is_some();
                roles
                    .iter()
                    .map(|role| self.job_costs[role.at()])
                    .chain(held.then_some(0))
                    .min()
                    .unwrap_or(DEAR)
            }
        }
    }

    /// The soonest month in which a job could begin; `NEVER` where not within the longest time.
    pub fn begins(&self, job: JobIx) -> u32 {
        self.begun[usize::from(job)]
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
            let begun = roles.iter().map(|role| self.begun[role.at()]).chain(outside.map(|_| 0)).min();
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
            *serve = (*serve).max(self.begun[at]);
        }
        serve
    }

    fn proficient_from(&self, job: usize) -> u32 {
        let job_ix = u16::try_from(job).expect("the check counted");
        self.begun[job].saturating_add(self.problem.proficient.saturating_sub(self.problem.before(job_ix)))
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
                let finished = problem.bringing[*condition].iter().map(|at| self.finished[usize::from(*at)]);
                let brings = problem.jobs_bringing[*condition].iter();
                let proficient = brings.map(|job| self.proficient_from(usize::from(*job)));
                finished.chain(proficient).min().unwrap_or(NEVER)
            }
            Need::Months { condition, more, outside } => {
                let Requirement::Months { roles, .. } = &problem.graph.conditions()[*condition].asked else {
                    return NEVER;
                };
                let held = *outside && problem.profile.outside.is_some();
                let named = roles.iter().map(|role| self.begun[role.at()]).chain(held.then_some(0));
                named.min().unwrap_or(NEVER).saturating_add(*more)
            }
            Need::Ready { condition, points } => self.ready(*condition, *points),
        }
    }

    fn ready(&self, condition: usize, points: u32) -> u32 {
        let told = &self.problem.points[condition];
        let courses = told.courses.iter().map(|(at, gives)| (self.finished[usize::from(*at)], *gives));
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
