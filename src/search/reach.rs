//! The soonest months in which steps could be done if nothing else took time: no pathway does one sooner.
//!
//! With only some jobs allowed on the way it tells which of them a target cannot do without, before any set is listed.

use super::problem::{JobIx, Need, Post, Problem, job_of};
use super::timeline::NEVER;
use crate::graph::{Requirement, RoleIx};

/// The soonest months of every course and job of a problem.
#[derive(Debug, Clone)]
pub(super) struct Reach<'p, 'a> {
    problem: &'p Problem<'a>,
    finished: Vec<u32>,
    begun: Vec<u32>,
}

impl<'p, 'a> Reach<'p, 'a> {
    /// With some jobs on the way, besides that of today or the interim job; without any list, with all that may be there.
    pub fn new(problem: &'p Problem<'a>, on_the_way: Option<&[JobIx]>) -> Self {
        let mut reach = Self {
            problem,
            finished: vec![NEVER; problem.courses.len()],
            begun: vec![NEVER; problem.posts.len() + 1],
        };
        if let Some(base) = problem.base() {
            let interim = problem.posts.get(usize::from(base)).filter(|_| problem.held.is_none());
            reach.begun[usize::from(base)] = interim.map_or(0, Post::shortest);
        }
        let every: Vec<JobIx> = match on_the_way {
            Some(some) => some.to_vec(),
            None => (0..)
                .zip(&problem.posts)
                .filter(|(_, post)| post.may_be_on_the_way)
                .map(|(at, _)| at)
                .collect(),
        };
        while reach.go_on(&every) {}
        reach
    }

    /// Moves what can be had sooner than known; whether anything can.
    fn go_on(&mut self, jobs: &[JobIx]) -> bool {
        let (problem, most) = (self.problem, self.problem.limits.max_months);
        let mut changed = false;
        for (at, course) in problem.courses.iter().enumerate() {
            let end = self.month(&course.need).saturating_add(course.shortest());
            if end <= most && end < self.finished[at] {
                self.finished[at] = end;
                changed = true;
            }
        }
        for job in jobs {
            let post = &problem.posts[usize::from(*job)];
            let begin = self.month(&post.need).saturating_add(post.shortest());
            if begin <= most && begin < self.begun[usize::from(*job)] {
                self.begun[usize::from(*job)] = begin;
                changed = true;
            }
        }
        changed
    }

    /// The soonest month in which a role could begin; `NEVER` where not within the longest time.
    pub fn soonest(&self, target: RoleIx) -> u32 {
        let post = &self.problem.posts[usize::from(job_of(target))];
        let begin = self.month(&post.need).saturating_add(post.shortest());
        if begin <= self.problem.limits.max_months { begin } else { NEVER }
    }

    /// Whether a job could begin in time.
    pub fn begins(&self, job: JobIx) -> bool {
        self.begun[usize::from(job)] != NEVER
    }

    fn proficient_from(&self, job: usize) -> u32 {
        let job_ix = u16::try_from(job).expect("the check counted");
        self.begun[job].saturating_add(self.problem.proficient.saturating_sub(self.problem.before(job_ix)))
    }

    /// The soonest month in which a requirement could hold.
    fn month(&self, need: &Need) -> u32 {
        let problem = self.problem;
        let begun = || self.begun.iter().enumerate().filter(|(_, begin)| **begin != NEVER);
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
                let brings = |job: usize| problem.posts.get(job).is_some_and(|post| post.brings.contains(*condition));
                let proficient = begun().filter(|(job, _)| brings(*job)).map(|(job, _)| self.proficient_from(job));
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
