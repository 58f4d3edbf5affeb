//! The relaxed clock: every step as soon as it is open, as if tracks were never taken. No list begins its target sooner.

use super::clock::NEVER;
use super::opens::first_enough;
use crate::graph::RoleIx;
use crate::search::Size;
use crate::search::plan::CourseSet;
use crate::search::problem::{JobIx, Need, Problem, job_of};

const MOST_JOBS: usize = Size::MOST.jobs + 2;

/// The soonest months in which courses are finished and jobs begin, by their place in a set.
struct Relaxed<'s, 'a> {
    problem: &'s Problem<'a>,
    courses: [u16; Size::MOST.courses],
    finished: [u32; Size::MOST.courses],
    /// How many courses there are.
    studied: usize,
    /// The jobs on the way; then the job of today or the interim job, where it is not among them; last the target.
    jobs: [JobIx; MOST_JOBS],
    begun: [u32; MOST_JOBS],
    /// The place of the target.
    goal: usize,
}

/// The soonest months in which the jobs of a set could begin; no list of it begins one sooner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Earliest {
    /// The target; `NEVER` where it cannot.
    pub target: u32,
    /// The jobs before it, by place.
    pub begun: [u32; MOST_JOBS],
}

impl Earliest {
    const NEVER: Self = Self { target: NEVER, begun: [NEVER; MOST_JOBS] };
}

/// The soonest months in which a target and the jobs on the way to it could begin with some courses.
pub(in crate::search) fn earliest(
    problem: &Problem<'_>,
    target: RoleIx,
    on_the_way: &[JobIx],
    courses: &CourseSet,
) -> Earliest {
    let base = problem.base();
    let mut relaxed = Relaxed::new(problem, target, on_the_way, courses);
    let base = base.and_then(|base| relaxed.jobs[..relaxed.goal].iter().position(|job| *job == base));
    if let Some(base) = base {
        relaxed.begun[base] = if problem.held.is_some() { 0 } else { relaxed.search(base, 0) };
    }
    if !relaxed.settle(on_the_way.len()) {
        return Earliest::NEVER;
    }
    let opens = relaxed.opens(relaxed.goal);
    if opens == NEVER {
        return Earliest::NEVER;
    }
    let held = relaxed.begun[..on_the_way.len()].iter().copied().max().unwrap_or(0);
    let studied = problem.study_months(courses.iter());
    let last = relaxed.finished[..relaxed.studied].iter().copied().max().unwrap_or(0);
    let entered: u32 = on_the_way.iter().map(|job| problem.hires[usize::from(*job)].shortest()).sum();
    let target = relaxed.search(relaxed.goal, opens.max(studied).max(last).max(entered).max(held));
    let mut begun = relaxed.begun;
    if let Some(base) = base {
        // somebody who fails may come back to it with months elsewhere that make the search shorter
        begun[base] = problem.base_begins();
    }
    Earliest { target, begun }
}

impl<'s, 'a> Relaxed<'s, 'a> {
    fn new(problem: &'s Problem<'a>, target: RoleIx, on_the_way: &[JobIx], courses: &CourseSet) -> Self {
        let mut jobs = [JobIx::MAX; MOST_JOBS];
        let mut goal = 0;
        for (at, job) in problem.jobs_before(on_the_way).chain([job_of(target)]).enumerate() {
            (jobs[at], goal) = (job, at);
        }
        let mut studied = [u16::MAX; Size::MOST.courses];
        studied.iter_mut().zip(courses.iter()).for_each(|(place, course)| *place = course);
        Self {
            problem,
            courses: studied,
            finished: [NEVER; Size::MOST.courses],
            studied: courses.len(),
            jobs,
            begun: [NEVER; MOST_JOBS],
            goal,
        }
    }

    /// Does every step as soon as it is open, the target aside; tells whether all of them can be done.
    fn settle(&mut self, on_the_way: usize) -> bool {
        let problem = self.problem;
        loop {
            let mut changed = false;
            for at in 0..self.studied {
                let number = usize::from(self.courses[at]);
                let course = &problem.start.courses[number];
                let opens = self.month(&course.need, None, 0);
                let soonest = opens.saturating_add(problem.terms[number].shortest());
                let end = if soonest == NEVER { NEVER } else { course.window(soonest, problem.rules.today) };
                changed |= end < self.finished[at];
                self.finished[at] = end.min(self.finished[at]);
            }
            for at in 0..on_the_way {
                let opens = self.opens(at);
                let begin = if opens == NEVER { NEVER } else { self.search(at, opens) };
                changed |= begin < self.begun[at];
                self.begun[at] = begin.min(self.begun[at]);
            }
            if !changed {
                let all = self.finished[..self.studied].iter().chain(&self.begun[..on_the_way]);
                return all.copied().all(|month| month != NEVER);
            }
        }
    }

    /// When a job begins at the soonest if applied for from a month on.
    fn search(&self, job: usize, from: u32) -> u32 {
        let hire = &self.problem.hires[usize::from(self.jobs[job])];
        let [experienced, newcomer] = hire.search;
        if experienced == newcomer {
            return from + experienced;
        }
        let counted = (0..=self.goal).filter(|at| self.problem.counts(self.jobs[*at], self.jobs[job]));
        let first = counted.map(|at| self.begun[at]).min().unwrap_or(NEVER);
        let until = if hire.newcomer_for == 0 { 0 } else { first.saturating_add(hire.newcomer_for) };
        (from + newcomer.max(experienced)).min(from.max(until).saturating_add(experienced))
    }

    /// The soonest month in which a job may be applied for.
    fn opens(&self, job: usize) -> u32 {
        let number = self.jobs[job];
        let post = &self.problem.start.posts[usize::from(number)];
        self.month(&post.need, Some(number), self.problem.outside_for(number))
    }

    /// The jobs that may serve the requirement of another: all but itself and the target, by place.
    fn serving(&self, own: Option<JobIx>) -> impl Iterator<Item = (usize, JobIx)> + '_ {
        let jobs = self.jobs[..self.goal].iter().copied().enumerate();
        jobs.filter(move |(at, job)| Some(*job) != own && self.begun[*at] != NEVER)
    }

    fn proficient_from(&self, at: usize) -> u32 {
        self.begun[at].saturating_add(self.problem.proficient_after(self.jobs[at]))
    }

    /// The courses finished by some month, by number.
    fn finished(&self) -> impl Iterator<Item = (u32, u16)> + '_ {
        let all = self.finished[..self.studied].iter().copied().zip(self.courses);
        all.filter(|(month, _)| *month != NEVER)
    }

    /// The soonest month in which a requirement holds, that of a job or of a course, for which jobs outside the graph count for
    /// so many months.
    fn month(&self, need: &Need, own: Option<JobIx>, outside: u32) -> u32 {
        let (problem, start) = (self.problem, &self.problem.start);
        match need {
            Need::Met => 0,
            Need::Never => NEVER,
            Need::All(parts) => {
                let mut last = 0;
                for part in parts {
                    last = last.max(self.month(part, own, outside));
                    if last == NEVER {
                        break;
                    }
                }
                last
            }
            Need::Any(parts) => {
                parts.iter().map(|part| self.month(part, own, outside)).min().unwrap_or(NEVER)
            }
            Need::AtLeast(n, parts) => {
                let mut months: Vec<u32> = parts.iter().map(|part| self.month(part, own, outside)).collect();
                months.sort_unstable();
                months[n - 1]
            }
            Need::Fact(condition) => {
                let brings = |course: u16| start.courses[usize::from(course)].brings.contains(*condition);
                let finished = self.finished().filter(|(_, course)| brings(*course)).map(|(month, _)| month);
                let brings = |job: JobIx| {
                    start.posts.get(usize::from(job)).is_some_and(|post| post.brings.contains(*condition))
                };
                let proficient = self.serving(own).filter(|(_, job)| brings(*job));
                let proficient = proficient.map(|(at, _)| self.proficient_from(at));
                finished.chain(proficient).min().unwrap_or(NEVER)
            }
            Need::Months { condition, outside: goes_on } => {
                let counted = self.serving(own);
                let counted = counted.filter(|(_, job)| problem.counts_for(*condition, *job, *goes_on));
                let begun = counted.map(|(at, _)| self.begun[at]).min().unwrap_or(NEVER);
                begun.saturating_add(problem.more(*condition, outside))
            }
            Need::Ready { condition, points } => {
                let told = &start.points[*condition];
                let finished = self.finished().map(|(month, course)| (month, told.of_course(course)));
                let proficient =
                    self.serving(own).map(|(at, job)| (self.proficient_from(at), told.of_job(job)));
                let coming = finished.chain(proficient).filter(|(_, gives)| *gives != 0);
                first_enough(*points, told.today, coming)
            }
        }
    }
}
