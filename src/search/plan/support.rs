//! The smallest supports of a requirement: courses to finish and months to wait for that together meet it.

use super::CourseSet;
use crate::search::problem::{JobIx, Need, Problem};

/// Courses to finish and what to wait for in some job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Support {
    pub courses: CourseSet,
    /// One bit for each condition that months in a job are to fill.
    pub waits: u128,
}

impl Support {
    const NONE: Self = Self { courses: CourseSet::EMPTY, waits: 0 };

    /// Whether another asks for all that this one asks for.
    fn is_under(&self, other: &Self) -> bool {
        self.waits & !other.waits == 0 && self.courses.is_subset(&other.courses)
    }
}

/// Keeps the supports of which no other asks for less.
pub(super) fn keep_smallest(supports: &mut Vec<Support>) {
    supports.sort_by_key(|one| (one.courses.len() + one.waits.count_ones() as usize, one.courses, one.waits));
    let mut kept: Vec<Support> = Vec::with_capacity(supports.len());
    for support in supports.drain(..) {
        if !kept.iter().any(|smaller| smaller.is_under(&support)) {
            kept.push(support);
        }
    }
    *supports = kept;
}

/// Finds the supports of one step.
pub(super) struct Finder<'p, 'a> {
    pub problem: &'p Problem<'a>,
    /// The jobs that may be waited in.
    pub jobs: &'p [JobIx],
    /// The course whose requirement it is; it cannot support itself.
    pub own: Option<u16>,
    /// The most courses.
    pub most: usize,
    /// What each bit of a wait stands for: a condition, and a job where it is proficiency in one.
    waits: Vec<(usize, Option<JobIx>)>,
    /// How many supports may still be looked at.
    pub work: u64,
}

impl<'p, 'a> Finder<'p, 'a> {
    pub fn new(
        problem: &'p Problem<'a>,
        jobs: &'p [JobIx],
        own: Option<u16>,
        most: usize,
        work: u64,
    ) -> Self {
        Self { problem, jobs, own, most, waits: Vec::new(), work }
    }

    /// The smallest supports of a requirement; nothing where there were too many to look at.
    pub fn find(&mut self, need: &Need) -> Option<Vec<Support>> {
        self.extend(need, vec![Support::NONE])
    }

    /// The bit of a wait; none where there is no room for more.
    fn wait(&mut self, condition: usize, job: Option<JobIx>) -> Option<u128> {
        let known = self.waits.iter().position(|wait| *wait == (condition, job));
        let at = known.unwrap_or_else(|| {
            self.waits.push((condition, job));
            self.waits.len() - 1
        });
        (at < 128).then(|| 1 << at)
    }

    /// Supports that meet a requirement besides what they met before.
    fn extend(&mut self, need: &Need, from: Vec<Support>) -> Option<Vec<Support>> {
        self.work = self.work.checked_sub(from.len() as u64)?;
        match need {
            Need::Met => Some(from),
            Need::Never => Some(Vec::new()),
            Need::All(parts) => {
                // readiness last: what the others ask for mostly meets it
                let later = |part: &&Need| matches!(part, Need::Ready { .. });
                let mut all = from;
                for part in parts.iter().filter(|part| !later(part)).chain(parts.iter().filter(later)) {
                    all = self.extend(part, all)?;
                    keep_smallest(&mut all);
                }
                Some(all)
            }
            Need::Any(parts) => {
                let mut any = Vec::new();
                for part in parts {
                    any.extend(self.extend(part, from.clone())?);
                }
                keep_smallest(&mut any);
                Some(any)
            }
            Need::AtLeast(n, parts) => self.extend_counted(*n, parts, from),
            Need::Fact(condition) => self.extend_fact(*condition, &from),
            Need::Months { condition, outside } => {
                let fits = |job: &JobIx| self.problem.counts_for(*condition, *job, *outside);
                if !self.jobs.iter().any(fits) {
                    return Some(Vec::new());
                }
                let bit = self.wait(*condition, None)?;
                Some(from.iter().map(|one| Support { waits: one.waits | bit, ..*one }).collect())
            }
            Need::Ready { condition, points } => self.extend_ready(*condition, *points, &from),
        }
    }

    fn extend_counted(&mut self, n: usize, parts: &[Need], from: Vec<Support>) -> Option<Vec<Support>> {
        let mut by_count: Vec<Vec<Support>> = vec![Vec::new(); n + 1];
        by_count[0] = from;
        for part in parts {
            for count in (0..n).rev() {
                let more = self.extend(part, by_count[count].clone())?;
                by_count[count + 1].extend(more);
                keep_smallest(&mut by_count[count + 1]);
            }
        }
        by_count.pop()
    }

    fn extend_fact(&mut self, condition: usize, from: &[Support]) -> Option<Vec<Support>> {
        let problem = self.problem;
        let mut found = Vec::new();
        for support in from {
            let brings = |course: u16| problem.start.courses[usize::from(course)].brings.contains(condition);
            if support.courses.iter().any(brings) {
                found.push(*support);
                continue;
            }
            for course in problem.start.bringing[condition].iter().filter(|course| Some(**course) != self.own)
            {
                found.extend(self.with(support, *course));
            }
            for job in self.jobs {
                let post = problem.start.posts.get(usize::from(*job));
                if post.is_some_and(|post| post.brings.contains(condition)) {
                    let bit = self.wait(condition, Some(*job))?;
                    found.push(Support { waits: support.waits | bit, ..*support });
                }
            }
        }
        self.work = self.work.checked_sub(found.len() as u64)?;
        keep_smallest(&mut found);
        Some(found)
    }

    fn with(&self, support: &Support, course: u16) -> Option<Support> {
        let courses = support.courses.with(course)?;
        let fits = courses.len() <= self.most && self.problem.fits(courses.iter());
        fits.then_some(Support { courses, ..*support })
    }

    fn extend_ready(&mut self, condition: usize, points: u32, from: &[Support]) -> Option<Vec<Support>> {
        let told = &self.problem.start.points[condition];
        let own = self.own;
        let courses: Vec<(u16, u128)> =
            told.courses.iter().filter(|(course, _)| Some(*course) != own).copied().collect();
        let mut jobs: Vec<(u128, u128)> = Vec::new();
        for job in self.jobs {
            let gives = told.of_job(*job);
            if gives != 0 {
                jobs.push((self.wait(condition, Some(*job))?, gives));
            }
        }
        let mut found = Vec::new();
        for support in from {
            let had = support.courses.iter().fold(told.today, |had, course| had | told.of_course(course));
            for chosen in 0_u32..1 << jobs.len() {
                let some = || jobs.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
                let waits = some().fold(support.waits, |waits, (_, (bit, _))| waits | bit);
                let with = some().fold(had, |had, (_, (_, gives))| had | gives);
                let start = Support { waits, ..*support };
                self.cover(&courses, points, with, start, &mut found)?;
            }
        }
        keep_smallest(&mut found);
        Some(found)
    }

    /// Adds courses, each of which adds points, until there are enough.
    fn cover(
        &mut self,
        courses: &[(u16, u128)],
        points: u32,
        had: u128,
        support: Support,
        found: &mut Vec<Support>,
    ) -> Option<()> {
        self.work = self.work.checked_sub(1)?;
        if had.count_ones() >= points {
            found.push(support);
            return Some(());
        }
        for (at, (course, gives)) in courses.iter().enumerate() {
            if gives & !had != 0
                && let Some(more) = self.with(&support, *course)
            {
                self.cover(&courses[at + 1..], points, had | gives, more, found)?;
            }
        }
        Some(())
    }
}
