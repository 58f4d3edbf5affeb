//! Every order and mode of the steps of a set, depth first.

use std::cell::OnceCell;

use super::clock::{Board, Clock};
use super::opens::bits;
use crate::search::Mode;

/// What is done with the lists of a set as they grow.
pub(in crate::search) trait Visit {
    /// Whether a list that is not whole may go on, whose target begins in this month at the soonest.
    fn may_go_on(&mut self, board: Board<'_, '_>, clock: &Clock, soonest: u32) -> bool;

    /// Takes a whole list, the target its last step.
    fn take(&mut self, board: Board<'_, '_>, clock: &Clock);
}

/// The steps still to come: courses and jobs on the way, one bit each.
#[derive(Clone, Copy)]
struct Left {
    courses: u8,
    jobs: u8,
}

/// Goes through the lists of one set.
pub(in crate::search) struct Orders<'o, 's, 'a, V> {
    board: Board<'s, 'a>,
    visit: &'o mut V,
    /// The fewest months to the target whatever the order.
    soonest: u32,
    /// What months in its jobs fill, worked out when first asked for.
    gains: OnceCell<Vec<(u32, u8)>>,
}

impl<'o, 's, 'a, V: Visit> Orders<'o, 's, 'a, V> {
    /// The lists of a set whose target begins in a month at the soonest.
    pub const fn new(board: Board<'s, 'a>, visit: &'o mut V, soonest: u32) -> Self {
        Self { board, visit, soonest, gains: OnceCell::new() }
    }
}

impl<V: Visit> Orders<'_, '_, '_, V> {
    /// Goes through all lists, from today and with the interim job entered first.
    pub fn run(&mut self) {
        let set = self.board.set;
        let all = Left { courses: low_bits(set.courses.len()), jobs: low_bits(set.on_the_way) };
        let today = Clock::today(self.board);
        self.go_on(&today, all);
        if let Some(mut clock) = self.interim_first(&today) {
            clock.interim = true;
            self.go_on(&clock, all);
        }
    }

    /// With the interim job entered today, for somebody without a job, where it is no other step of the set.
    fn interim_first(&self, today: &Clock) -> Option<Clock> {
        let (problem, set) = (self.board.problem, self.board.set);
        let base = set.base.filter(|base| problem.held.is_none() && *base >= set.on_the_way)?;
        let allowed = !problem.is_excluded(set.jobs[base]);
        today.enter(self.board, base, None).filter(|clock| allowed && clock.placed()[0].start == 0)
    }

    /// The fewest months to the target from here.
    fn soonest(&self, clock: &Clock, left: Left) -> u32 {
        let (problem, set) = (self.board.problem, self.board.set);
        let course = |at: usize| problem.terms[usize::from(set.courses[at])].shortest();
        let job = |at: usize| problem.hires[usize::from(set.jobs[at])].shortest();
        let studied = clock.study_free() + bits(left.courses).map(course).sum::<u32>();
        let entered = clock.job_free() + bits(left.jobs).map(job).sum::<u32>();
        (studied.max(entered) + job(set.goal())).max(self.soonest)
    }

    fn go_on(&mut self, clock: &Clock, left: Left) {
        let (board, soonest) = (self.board, self.soonest(clock, left));
        if soonest > board.problem.limits.max_months || !self.visit.may_go_on(board, clock, soonest) {
            return;
        }
        let set = board.set;
        if left.courses == 0 && left.jobs == 0 {
            self.enter(clock, set.goal(), left);
            return;
        }
        for job in bits(left.jobs) {
            // first of all it is the interim job, which counts for nothing: those lists are another set's
            let is_interim = board.problem.held.is_none() && set.base == Some(job);
            if !(clock.placed().is_empty() && is_interim) {
                self.enter(clock, job, left);
            }
        }
        for course in bits(left.courses) {
            self.study(clock, course, left);
        }
    }

    fn enter(&mut self, clock: &Clock, job: usize, left: Left) {
        let board = self.board;
        let is_goal = job == board.set.goal();
        let rest = if is_goal { left } else { Left { jobs: left.jobs & !(1 << job), ..left } };
        let Some(soonest) = clock.enter(board, job, None) else { return };
        self.entered(&soonest, is_goal, rest);
        if is_goal {
            // nothing comes after the target that its waiting could serve
            return;
        }
        for until in clock.endings(board, &self.gains, rest.courses, rest.jobs) {
            if let Some(later) = clock.enter(board, job, Some(until)) {
                self.entered(&later, is_goal, rest);
            }
        }
    }

    fn entered(&mut self, clock: &Clock, is_goal: bool, rest: Left) {
        if is_goal { self.visit.take(self.board, clock) } else { self.go_on(clock, rest) }
    }

    fn study(&mut self, clock: &Clock, course: usize, left: Left) {
        let board = self.board;
        let rest = Left { courses: left.courses & !(1 << course), ..left };
        let number = usize::from(board.set.courses[course]);
        let is_program = board.problem.start.courses[number].is_program;
        if let Some(next) = clock.study(board, course, Mode::FullTime, None) {
            self.go_on(&next, rest);
            if is_program {
                for until in clock.endings(board, &self.gains, rest.courses, rest.jobs) {
                    if let Some(later) = clock.study(board, course, Mode::FullTime, Some(until)) {
                        self.go_on(&later, rest);
                    }
                }
            }
        }
        if is_program
            && board.problem.terms[number].alongside.is_some()
            && let Some(next) = clock.study(board, course, Mode::Alongside, None)
        {
            self.go_on(&next, rest);
        }
    }
}

fn low_bits(count: usize) -> u8 {
    u8::try_from((1_u16 << count) - 1).expect("a set is small")
}
