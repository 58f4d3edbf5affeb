//! The clock of the model: two tracks, steps in the order of the list, each as soon as it may.

use super::item::{Item, role_ix};
use super::problem::Problem;

/// A month that never comes.
pub(super) const NEVER: u32 = u32::MAX;

/// How a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Taking up a role.
    Enter,
    /// Study that takes both tracks.
    FullTime,
    /// Study beside a job.
    Alongside,
}

/// A step on the clock.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub item: Item,
    pub mode: Mode,
    pub start: u32,
    pub end: u32,
}

/// A stretch of work: `end` is `NEVER` while it goes on; `step` is the entry that began it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub post: usize,
    pub begin: u32,
    pub end: u32,
    pub step: Option<usize>,
}

/// Steps placed so far and what follows from them.
#[derive(Debug, Clone)]
pub(super) struct Clock<'p, 'a> {
    pub problem: &'p Problem<'a>,
    pub placed: Vec<Placed>,
    pub work: Vec<Stretch>,
    /// Month from which the study track is free.
    study_free: u32,
    /// Month from which the job track is free.
    job_free: u32,
    last_start: u32,
    /// One bit per placed step: some later step needs it.
    pub used: u32,
}

/// What to go back to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    study_free: u32,
    job_free: u32,
    last_start: u32,
    used: u32,
    /// The end of the last stretch before the step, and how many there were.
    last_end: u32,
    stretches: usize,
}

impl Mark {
    /// The month from which the job track was free.
    pub const fn job_free(self) -> u32 {
        self.job_free
    }
}

impl<'p, 'a> Clock<'p, 'a> {
    /// Today, with the job held today.
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let work = problem
            .current()
            .map(|post| Stretch { post, begin: 0, end: NEVER, step: None })
            .into_iter()
            .collect();
        Self {
            problem,
            placed: Vec::with_capacity(16),
            work,
            study_free: 0,
            job_free: 0,
            last_start: 0,
            used: 0,
        }
    }

    /// Whether a placed course already gives all that this one would.
    fn given(&self, course: u16) -> bool {
        let problem = self.problem;
        problem.courses[course as usize].gives.iter().all(|holding| {
            self.placed.iter().any(|placed| {
                matches!(placed.item, Item::Course(c) if problem.courses[c as usize].gives.contains(holding))
            }) || problem.profile.holdings.contains(holding)
        })
    }

    /// The month from which, as things stand, a job is held; `NEVER` where none is or will be.
    fn held_from(&self) -> u32 {
        match self.work.split_last() {
            Some((last, earlier)) if last.end == NEVER => {
                if earlier.last().is_some_and(|before| before.end == last.begin) { 0 } else { last.begin }
            }
            _ => NEVER,
        }
    }

    /// Places a step as soon as it may start; nothing where it never may, or not before `limit`. Of the steps placed,
    /// it `could` need some, one bit each.
    pub fn place(&mut self, item: Item, mode: Mode, limit: u32, could: u32) -> Option<Mark> {
        let (start, mode) = self.start_of(item, mode)?;
        if start > limit {
            return None;
        }
        let mark = Mark {
            study_free: self.study_free,
            job_free: self.job_free,
            last_start: self.last_start,
            used: self.used,
            last_end: self.work.last().map_or(NEVER, |last| last.end),
            stretches: self.work.len(),
        };
        self.mark_used(item, start, could);
        let end = start + self.length(item, mode);
        match (item, mode) {
            (Item::Post(post), _) => {
                self.leave(end);
                let step = Some(self.placed.len());
                self.work.push(Stretch { post: usize::from(post), begin: end, end: NEVER, step });
                self.job_free = end;
            }
            (Item::Course(_), Mode::FullTime) => {
                self.leave(start);
                self.study_free = end;
                self.job_free = end;
            }
            (Item::Course(_), _) => self.study_free = end,
        }
        self.last_start = start;
        self.placed.push(Placed { item, mode, start, end });
        Some(mark)
    }

    /// The month the last step starts in, and those from which the study and the job track are free.
    pub const fn now(&self) -> (u32, u32, u32) {
        (self.last_start, self.study_free, self.job_free)
    }

    /// Whether the last course placed takes both tracks.
    pub fn studies_full_time(&self) -> bool {
        let course = self.placed.iter().rev().find(|placed| matches!(placed.item, Item::Course(_)));
        course.is_some_and(|placed| placed.mode == Mode::FullTime)
    }

    /// Takes the last step back.
    pub fn unplace(&mut self, mark: Mark) {
        self.placed.pop();
        self.work.truncate(mark.stretches);
        if let Some(last) = self.work.last_mut() {
            last.end = mark.last_end;
        }
        self.study_free = mark.study_free;
        self.job_free = mark.job_free;
        self.last_start = mark.last_start;
        self.used = mark.used;
    }

    /// Ends the job held, if one is.
    fn leave(&mut self, month: u32) {
        if let Some(last) = self.work.last_mut() {
            last.end = last.end.min(month);
        }
    }

    fn length(&self, item: Item, mode: Mode) -> u32 {
        match item {
            Item::Post(post) => self.problem.posts[post as usize].hire,
            Item::Course(course) => {
                let course = &self.problem.courses[course as usize];
                match mode {
                    Mode::Alongside => course.alongside.unwrap_or(NEVER / 4),
                    Mode::FullTime | Mode::Enter => course.full_time.unwrap_or(NEVER / 4),
                }
            }
        }
    }

    /// The first month in which a step may start after those placed, and its mode.
    fn start_of(&self, step: Item, mode: Mode) -> Option<(u32, Mode)> {
        match step {
            Item::Post(post) => {
                let post = usize::from(post);
                if self.work.last().is_some_and(|last| last.end == NEVER && last.post == post) {
                    return None;
                }
                let ready = self.met_at(step);
                let start = ready.max(self.job_free).max(self.last_start);
                (start != NEVER).then_some((start, Mode::Enter))
            }
            Item::Course(at) => {
                if self.given(at) {
                    return None;
                }
                let course = &self.problem.courses[at as usize];
                let start = self.met_at(step).max(self.study_free).max(self.last_start);
                if start == NEVER {
                    return None;
                }
                let held = self.held_from();
                let (start, mode) = if course.follows_job {
                    if held <= start {
                        (start, Mode::Alongside)
                    } else if self.job_free <= start {
                        (start, Mode::FullTime)
                    } else {
                        (
                            start.max(self.job_free),
                            if held == NEVER { Mode::FullTime } else { Mode::Alongside },
                        )
                    }
                } else if mode == Mode::Alongside {
                    (start.max(held), Mode::Alongside)
                } else {
                    (start.max(self.job_free), Mode::FullTime)
                };
                let stops_work = mode == Mode::FullTime && held <= start;
                if start == NEVER
                    || (mode == Mode::Alongside && course.alongside.is_none())
                    || (mode == Mode::FullTime && course.full_time.is_none())
                    || (stops_work && !self.problem.limits.may_stop_working)
                {
                    return None;
                }
                Some((start, mode))
            }
        }
    }

    /// Whether every step is used: by a later step, or, for at most one role, by a course taken beside it; that role's
    /// pay must not be above the target's in the month the target begins.
    pub fn all_used(&self) -> bool {
        let last = self.placed.len() - 1;
        let mut beside = None;
        for (step, placed) in self.placed[..last].iter().enumerate() {
            if self.used & (1 << step) != 0 {
                continue;
            }
            let Item::Post(_) = placed.item else { return false };
            if beside.is_some() || !self.has_course_beside(step) {
                return false;
            }
            beside = Some(step);
        }
        beside.is_none_or(|step| !self.pays_above_target(step))
    }

    fn has_course_beside(&self, step: usize) -> bool {
        let Some(job) = self.work.iter().find(|stretch| stretch.step == Some(step)) else { return false };
        self.placed.iter().any(|placed| {
            placed.mode == Mode::Alongside && placed.start.max(job.begin) < placed.end.min(job.end)
        })
    }

    fn pays_above_target(&self, step: usize) -> bool {
        let (Item::Post(stone), Some(target)) = (self.placed[step].item, self.work.last()) else {
            return false;
        };
        let month = target.begin;
        let field = self.problem.field_before + self.months(month, |_| true);
        let pay = |post: usize| {
            let tenure = self.problem.posts[post].before + self.months(month, |other| other == post);
            self.problem.pay.yearly(role_ix(post), field, tenure)
        };
        match (pay(usize::from(stone)), pay(target.post)) {
            (Some(stone), Some(target)) => stone > target,
            _ => false,
        }
    }

    /// Months worked by a month in the roles that count.
    pub fn months(&self, month: u32, counts: impl Fn(usize) -> bool) -> u32 {
        self.work
            .iter()
            .filter(|stretch| counts(stretch.post))
            .map(|stretch| stretch.end.min(month).saturating_sub(stretch.begin))
            .sum()
    }
}
