//! Steps on two tracks, one course at a time and one job at a time: a small value that is copied.

use super::opens::{View, months_filled};
use crate::search::plan::StepSet;
use crate::search::problem::Problem;
use crate::search::{Mode, Size};

/// A month that never comes.
pub(in crate::search) const NEVER: u32 = u32::MAX;

/// The most steps of a pathway: jobs on the way, courses, the interim job and the target.
const MOST_STEPS: usize = Size::MOST.jobs + Size::MOST.courses + 2;
/// The most jobs held in turn: that of today or the interim job, those on the way, the target, and one gone back to.
const MOST_SPELLS: usize = Size::MOST.jobs + 3;

/// A step, by its place in its set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Who {
    Course(u8),
    Job(u8),
}

/// A step with its months.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Placed {
    pub who: Who,
    pub mode: Mode,
    pub start: u32,
    pub end: u32,
}

/// Months in a job.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Spell {
    /// The job, by its place in the set.
    pub job: u8,
    pub begin: u32,
    /// The first month no longer in it.
    pub end: u32,
    /// The step that brought it; none for the job of today.
    pub by: Option<u8>,
}

/// Steps on the two tracks.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Clock {
    placed: [Placed; MOST_STEPS],
    count: u8,
    spells: [Spell; MOST_SPELLS],
    jobs: u8,
    /// Months in which each course is finished.
    pub finished: [u32; Size::MOST.courses],
    study_free: u32,
    job_free: u32,
    /// The month in which the last step starts.
    last: u32,
    /// The steps that started later than they might, so that the job that they end fills something: one bit each.
    pub waited: u16,
    /// Whether the first step is the interim job.
    pub interim: bool,
}

const NOTHING: Placed = Placed { who: Who::Job(0), mode: Mode::Enter, start: 0, end: 0 };
const NOWHERE: Spell = Spell { job: 0, begin: 0, end: 0, by: None };

/// A set of steps of a person's problem, to be put on the clock.
#[derive(Clone, Copy)]
pub(in crate::search) struct Board<'s, 'a> {
    pub problem: &'s Problem<'a>,
    pub set: &'s StepSet,
}

impl Clock {
    /// Today, with no step yet.
    pub fn today(board: Board<'_, '_>) -> Self {
        let mut clock = Self {
            placed: [NOTHING; MOST_STEPS],
            count: 0,
            spells: [NOWHERE; MOST_SPELLS],
            jobs: 0,
            finished: [NEVER; Size::MOST.courses],
            study_free: 0,
            job_free: 0,
            last: 0,
            waited: 0,
            interim: false,
        };
        if let Some(base) = board.set.base.filter(|_| board.problem.held.is_some()) {
            clock.push(Spell { job: small(base), begin: 0, end: NEVER, by: None });
        }
        clock
    }

    /// What requirements look at.
    pub fn view<'v>(&'v self, board: Board<'v, 'v>) -> View<'v> {
        View { board, spells: self.spells(), finished: &self.finished }
    }

    /// The month in which the target of a whole list begins: its last step.
    pub fn target_begins(&self) -> u32 {
        self.placed()[self.placed().len() - 1].end
    }

    /// The steps so far, in the order of the list.
    pub fn placed(&self) -> &[Placed] {
        &self.placed[..usize::from(self.count)]
    }

    /// The jobs so far, in order.
    pub fn spells(&self) -> &[Spell] {
        &self.spells[..usize::from(self.jobs)]
    }

    /// The jobs so far, to be changed.
    pub fn spells_mut(&mut self) -> &mut [Spell] {
        &mut self.spells[..usize::from(self.jobs)]
    }

    /// Adds months in a job after all others.
    pub fn push(&mut self, spell: Spell) {
        self.spells[usize::from(self.jobs)] = spell;
        self.jobs += 1;
    }

    /// Takes months in a job away.
    pub fn remove(&mut self, at: usize) {
        let jobs = usize::from(self.jobs);
        self.spells.copy_within(at + 1..jobs, at);
        self.jobs -= 1;
    }

    /// Keeps the first jobs alone.
    pub fn truncate(&mut self, jobs: usize) {
        self.jobs = small(jobs);
    }

    /// The job held to the end, where there is one.
    pub fn open_spell(&self) -> Option<&Spell> {
        self.spells().last().filter(|spell| spell.end == NEVER)
    }

    /// The month from which on a job is held without a break; `NEVER` where none is.
    fn held_from(&self) -> u32 {
        let mut from = NEVER;
        for spell in self.spells().iter().rev() {
            if spell.end != NEVER && spell.end != from {
                break;
            }
            from = spell.begin;
        }
        from
    }

    /// Months so far without a job, whatever comes after.
    pub fn unpaid(&self) -> u32 {
        let known = self.open_spell().map_or(self.study_free().max(self.job_free), |spell| spell.begin);
        let worked = self.spells().iter().filter(|spell| spell.end != NEVER);
        known.saturating_sub(worked.map(|spell| spell.end.saturating_sub(spell.begin)).sum())
    }

    /// The first month in which either track lets something start.
    pub fn study_free(&self) -> u32 {
        self.study_free.max(self.last)
    }

    /// The first month in which a job may be applied for.
    pub fn job_free(&self) -> u32 {
        self.job_free.max(self.last)
    }

    fn add(&mut self, step: Placed, waited: bool) {
        if waited {
            self.waited |= 1 << self.count;
        }
        self.placed[usize::from(self.count)] = step;
        self.count += 1;
        self.last = step.start;
    }

    fn end_job(&mut self, month: u32) {
        if let Some(spell) = self.spells_mut().last_mut() {
            spell.end = spell.end.min(month);
        }
    }

    /// Enters a job as soon as it may be, or so that it begins in a later month in which the job held ends; nothing where it
    /// never may be within the limits.
    pub fn enter(&self, board: Board<'_, '_>, job: usize, until: Option<u32>) -> Option<Self> {
        let set = board.set;
        let global = set.jobs[job];
        if self.spells().iter().any(|spell| set.jobs[usize::from(spell.job)] == global) {
            return None;
        }
        let opens = self.view(board).opens(Who::Job(small(job)));
        if opens == NEVER {
            return None;
        }
        let from = opens.max(self.job_free());
        let (start, end) = match until {
            None => self.search(board, job, from),
            Some(until) => (self.search_until(board, job, from, until)?, until),
        };
        if end > board.problem.limits.max_months {
            return None;
        }
        let mut next = *self;
        next.end_job(end);
        next.push(Spell { job: small(job), begin: end, end: NEVER, by: Some(self.count) });
        next.add(Placed { who: Who::Job(small(job)), mode: Mode::Enter, start, end }, until.is_some());
        next.job_free = end;
        Some(next)
    }

    /// The month from which somebody is no newcomer to a job, as things stand.
    fn newcomer_until(&self, board: Board<'_, '_>, job: usize) -> u32 {
        let post = &board.problem.hires[usize::from(board.set.jobs[job])];
        match post.newcomer_for {
            0 => 0,
            more => months_filled(self.spells(), more, board.set.counts[job]),
        }
    }

    /// Months that being hired takes if applied for in a month.
    pub fn search_from(&self, board: Board<'_, '_>, job: usize, start: u32) -> u32 {
        let [experienced, newcomer] = board.problem.hires[usize::from(board.set.jobs[job])].search;
        if experienced == newcomer || self.newcomer_until(board, job) <= start {
            experienced
        } else {
            newcomer
        }
    }

    /// When a job is applied for and when it begins, from a month on: whichever of the two search times lets it begin sooner.
    fn search(&self, board: Board<'_, '_>, job: usize, from: u32) -> (u32, u32) {
        let [experienced, newcomer] = board.problem.hires[usize::from(board.set.jobs[job])].search;
        if experienced == newcomer {
            return (from, from + experienced);
        }
        let until = self.newcomer_until(board, job);
        if until <= from {
            (from, from + experienced)
        } else if until != NEVER && until + experienced < from + newcomer {
            (until, until + experienced)
        } else {
            (from, from + newcomer)
        }
    }

    /// The first month from which a job may be applied for so that it begins in a later month than it could.
    fn search_until(&self, board: Board<'_, '_>, job: usize, from: u32, until: u32) -> Option<u32> {
        let (_, soonest) = self.search(board, job, from);
        if until <= soonest {
            return None;
        }
        let post = &board.problem.hires[usize::from(board.set.jobs[job])];
        let no_newcomer = self.newcomer_until(board, job);
        let [experienced, newcomer] = post.search;
        let early = until.checked_sub(newcomer).filter(|start| *start >= from && *start < no_newcomer);
        let late = until.checked_sub(experienced).filter(|start| *start >= from && *start >= no_newcomer);
        match (early, late) {
            (Some(early), Some(late)) => Some(early.min(late)),
            (early, late) => early.or(late),
        }
    }

    /// Takes a course as soon as it may be, or full time in a later month until which the job held goes on; nothing where it
    /// never may be within the limits. The mode of a credential follows from holding a job.
    pub fn study(&self, board: Board<'_, '_>, at: usize, mode: Mode, until: Option<u32>) -> Option<Self> {
        let problem = board.problem;
        let at_course = usize::from(board.set.courses[at]);
        let (course, terms) = (&problem.start.courses[at_course], problem.terms[at_course]);
        if self.gives_nothing_new(board, at) {
            return None;
        }
        let opens = self.view(board).opens(Who::Course(small(at)));
        if opens == NEVER {
            return None;
        }
        let (mut start, held) = (opens.max(self.study_free()), self.held_from());
        let mode = if course.is_program {
            mode
        } else if held <= start {
            Mode::Alongside
        } else if self.job_free <= start {
            Mode::FullTime
        } else if held == NEVER {
            start = start.max(self.job_free);
            Mode::FullTime
        } else {
            Mode::Alongside
        };
        let length = if mode == Mode::Alongside {
            if held == NEVER || until.is_some() {
                return None;
            }
            start = start.max(held);
            terms.alongside?
        } else {
            start = start.max(self.job_free());
            if held <= start && !problem.limits.may_stop_working {
                return None;
            }
            if let Some(until) = until {
                if until <= start {
                    return None;
                }
                start = until;
            }
            terms.full_time?
        };
        let end = course.window(start + length, problem.rules.today);
        if end > problem.limits.max_months {
            return None;
        }
        let mut next = *self;
        if mode == Mode::FullTime {
            next.end_job(start);
            next.job_free = end;
        }
        next.study_free = end;
        next.finished[at] = end;
        next.add(Placed { who: Who::Course(small(at)), mode, start, end }, until.is_some());
        Some(next)
    }

    /// Whether all that a course gives is held or given by courses before it.
    fn gives_nothing_new(&self, board: Board<'_, '_>, at: usize) -> bool {
        let problem = board.problem;
        let course = |at: usize| &problem.start.courses[usize::from(board.set.courses[at])];
        let given = |holding: &crate::graph::HoldingIx| {
            problem.today.holdings[holding.at()]
                || self.placed().iter().any(|step| match step.who {
                    Who::Course(earlier) => course(usize::from(earlier)).gives.contains(holding),
                    Who::Job(_) => false,
                })
        };
        course(at).gives.iter().all(given)
    }
}

/// A place in a set as the small number it is.
pub(super) fn small(at: usize) -> u8 {
    u8::try_from(at).expect("a set is small")
}
