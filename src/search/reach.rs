//! The soonest months in which steps could be done if nothing else took time, what they cost at the least and how likely they
//! are at the most with all that must come before them: no pathway does one sooner, cheaper or more likely.
//!
//! With only some jobs allowed on the way it tells which of them a target cannot do without, before any set is listed.

use super::problem::{JobIx, Need, Post, Problem, StepIx, job_of};
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
    const NOW: Self = Self { months: 0, cost: 0, chance: 1.0 };

    /// Takes what another does better; whether anything was.
    fn improve(&mut self, by: &Self) -> bool {
        let improves = by.months < self.months || by.cost < self.cost || by.chance > self.chance;
        *self = self.or(*by);
        improves
    }

    /// The better of two.
    fn or(self, other: Self) -> Self {
        Self {
            months: self.months.min(other.months),
            cost: self.cost.min(other.cost),
            chance: self.chance.max(other.chance),
        }
    }

    /// Both of two; one course may serve several.
    fn and(self, other: Self) -> Self {
        Self {
            months: self.months.max(other.months),
            cost: self.cost.max(other.cost),
            chance: self.chance.min(other.chance),
        }
    }

    /// So many of some at the least.
    fn at_least(n: usize, parts: impl Iterator<Item = Self>) -> Self {
        let (mut months, mut costs, mut chances) = (Vec::new(), Vec::new(), Vec::new());
        for part in parts {
            months.push(part.months);
            costs.push(part.cost);
            chances.push(part.chance);
        }
        months.sort_unstable();
        costs.sort_unstable();
        chances.sort_unstable_by(|one, other| other.total_cmp(one));
        Self { months: months[n - 1], cost: costs[n - 1], chance: chances[n - 1] }
    }
}

/// The best that could be of every course and job of a problem.
#[derive(Debug, Clone)]
pub(super) struct Reach<'p, 'a> {
    problem: &'p Problem<'a>,
    courses: Vec<AtBest>,
    posts: Vec<AtBest>,
    /// Per job: whether it may be on the way.
    may: Vec<bool>,
}

/// More than anything costs.
const DEAR: i64 = i64::MAX / 4;

/// Steps that wait to be looked at, each once at a time.
struct Waiting {
    steps: Vec<StepIx>,
    is_in: Vec<bool>,
    jobs: usize,
}

impl Waiting {
    fn new(jobs: usize, courses: usize) -> Self {
        Self { steps: Vec::new(), is_in: vec![false; jobs + courses], jobs }
    }

    fn add(&mut self, step: StepIx) {
        let at = step.place(self.jobs);
        if !std::mem::replace(&mut self.is_in[at], true) {
            self.steps.push(step);
        }
    }

    /// All that wait, in the order in which they came.
    fn take(&mut self) -> Vec<StepIx> {
        self.is_in.fill(false);
        std::mem::take(&mut self.steps)
    }
}

impl<'p, 'a> Reach<'p, 'a> {
    /// With no job but that of today or the interim job.
    pub fn new(problem: &'p Problem<'a>) -> Self {
        Self::with_those(problem, |_| false)
    }

    /// With all jobs that may be on the way.
    pub fn with_all(problem: &'p Problem<'a>) -> Self {
        Self::with_those(problem, |post| post.may_be_on_the_way)
    }

    fn with_those(problem: &'p Problem<'a>, may: impl Fn(&Post) -> bool) -> Self {
        let mut posts = vec![AtBest::NEVER; problem.hires.len() + 1];
        if let Some(base) = problem.base() {
            posts[usize::from(base)] = AtBest { months: problem.base_begins(), ..AtBest::NOW };
        }
        let (jobs, courses) = (0.., (0..).take(problem.terms.len()));
        let jobs =
            jobs.zip(&problem.start.posts).filter(|(_, post)| may(post)).map(|(job, _)| StepIx::Job(job));
        let steps = jobs.chain(courses.map(StepIx::Course));
        let courses = vec![AtBest::NEVER; problem.terms.len()];
        let mut reach = Self { problem, courses, posts, may: vec![false; problem.hires.len()] };
        reach.settle(steps);
        reach
    }

    /// With some jobs on the way besides: nothing is later or dearer than without them, so that it goes on from there.
    pub fn with(&self, jobs: &[JobIx]) -> Self {
        let mut reach = self.clone();
        reach.settle(jobs.iter().copied().map(StepIx::Job));
        reach
    }

    /// Moves some steps, those of jobs now on the way, and with what could be better than known what looks at that, until nothing
    /// can: the order changes nothing in the end.
    fn settle(&mut self, steps: impl Iterator<Item = StepIx>) {
        let mut waiting = Waiting::new(self.posts.len(), self.courses.len());
        for step in steps {
            if let StepIx::Job(job) = step {
                self.may[usize::from(job)] = true;
            }
            waiting.add(step);
        }
        let links = self.problem.start.links();
        loop {
            let steps = waiting.take();
            if steps.is_empty() {
                return;
            }
            for step in steps {
                let moved = match step {
                    StepIx::Course(course) => self.move_course(course),
                    StepIx::Job(job) => self.move_job(job),
                };
                if moved {
                    let is_open = |then: &&StepIx| match then {
                        StepIx::Course(_) => true,
                        StepIx::Job(job) => self.may[usize::from(*job)],
                    };
                    links.of(step).iter().filter(is_open).for_each(|then| waiting.add(*then));
                }
            }
        }
    }

    /// Tells whether a course could be better than was known.
    fn move_course(&mut self, at: u16) -> bool {
        let (problem, most, at) = (self.problem, self.problem.limits.max_months, usize::from(at));
        let (course, terms) = (&problem.start.courses[at], &problem.terms[at]);
        let before = self.of(&course.need, 0);
        let soonest = before.months.saturating_add(terms.shortest());
        let months = if soonest <= most { course.window(soonest, problem.rules.today) } else { NEVER };
        let cost = before.cost.saturating_add(terms.cost);
        if months > most || !self.fits(cost) {
            return false;
        }
        self.courses[at].improve(&AtBest { months, cost, chance: before.chance * course.chance })
    }

    /// Tells whether a job could be better than was known.
    fn move_job(&mut self, job: JobIx) -> bool {
        let best = self.best(job);
        best.months != NEVER && self.posts[usize::from(job)].improve(&best)
    }

    /// The best that could be of a job with what is known.
    fn best(&self, job: JobIx) -> AtBest {
        let (problem, at) = (self.problem, usize::from(job));
        let before = self.of(&problem.start.posts[at].need, problem.outside_for(job));
        let months = before.months.saturating_add(problem.hires[at].shortest());
        let fits = months <= problem.limits.max_months && self.fits(before.cost);
        AtBest { months: if fits { months } else { NEVER }, ..before }
    }

    /// The best that could be of a target.
    pub fn target(&self, target: RoleIx) -> AtBest {
        self.best(job_of(target))
    }

    /// Whether so much is within the budget.
    fn fits(&self, cost: i64) -> bool {
        cost < DEAR && self.problem.limits.allows(cost)
    }

    /// The best that could be of a requirement for which jobs outside the graph count for so many months.
    fn of(&self, need: &Need, outside: u32) -> AtBest {
        let problem = self.problem;
        match need {
            Need::Met => AtBest::NOW,
            Need::Never => AtBest::NEVER,
            Need::All(parts) => {
                parts.iter().map(|part| self.of(part, outside)).fold(AtBest::NOW, AtBest::and)
            }
            Need::Any(parts) => {
                parts.iter().map(|part| self.of(part, outside)).fold(AtBest::NEVER, AtBest::or)
            }
            Need::AtLeast(n, parts) => AtBest::at_least(*n, parts.iter().map(|part| self.of(part, outside))),
            Need::Fact(condition) => {
                let finished = problem.start.bringing[*condition].iter();
                let finished = finished.map(|at| self.courses[usize::from(*at)]);
                let jobs = problem.start.jobs_bringing[*condition].iter();
                finished.chain(jobs.map(|job| self.proficient(*job))).fold(AtBest::NEVER, AtBest::or)
            }
            Need::Months { condition, outside: goes_on } => {
                let best = self.counting(*condition, *goes_on).fold(AtBest::NEVER, AtBest::or);
                let more = problem.more(*condition, outside);
                AtBest { months: best.months.saturating_add(more), ..best }
            }
            Need::Ready { condition, points } => self.ready(*condition, *points),
        }
    }

    /// The jobs whose months count for a condition; `outside` where those outside the graph do.
    fn counting(&self, condition: usize, outside: bool) -> impl Iterator<Item = AtBest> + '_ {
        let roles = match &self.problem.graph.conditions()[condition].asked {
            Requirement::Months { roles, .. } => roles.as_slice(),
            _ => &[],
        };
        let held = (outside && self.problem.profile.outside.is_some()).then_some(AtBest::NOW);
        roles.iter().map(|role| self.posts[role.at()]).chain(held)
    }

    /// The soonest month in which a course could be finished; `NEVER` where not within the longest time.
    pub fn finishes(&self, course: u16) -> u32 {
        self.courses[usize::from(course)].months
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
        let mut serve = vec![NEVER; problem.hires.len()];
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
        for (at, (serve, post)) in serve.iter_mut().zip(&problem.start.posts).enumerate() {
            if post.brings.iter().next().is_some() {
                *serve = (*serve).min(self.proficient_from(at));
            }
            *serve = (*serve).max(self.posts[at].months);
        }
        serve
    }

    fn proficient_from(&self, job: usize) -> u32 {
        let job_ix = u16::try_from(job).expect("the check counted");
        self.posts[job].months.saturating_add(self.problem.proficient_after(job_ix))
    }

    /// The best that could be of proficiency in a job.
    fn proficient(&self, job: JobIx) -> AtBest {
        let at = usize::from(job);
        AtBest { months: self.proficient_from(at), ..self.posts[at] }
    }

    fn ready(&self, condition: usize, points: u32) -> AtBest {
        let told = &self.problem.start.points[condition];
        let courses = told.courses.iter().map(|(at, gives)| (self.courses[usize::from(*at)], *gives));
        let jobs = told.jobs.iter().map(|(at, gives)| (self.proficient(*at), *gives));
        let mut coming: Vec<(u32, u128)> = Vec::with_capacity(told.courses.len() + told.jobs.len());
        // several may share in what makes ready: one of them at the least
        let mut best = AtBest::NEVER;
        for (step, gives) in courses.chain(jobs) {
            best = best.or(step);
            if step.months != NEVER {
                coming.push((step.months, gives));
            }
        }
        coming.sort_unstable();
        let mut have = told.today;
        let enough = coming.into_iter().find(|(_, gives)| {
            have |= gives;
            have.count_ones() >= points
        });
        AtBest { months: enough.map_or(NEVER, |(month, _)| month), ..best }
    }
}
