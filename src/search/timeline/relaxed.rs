//! The relaxed clock: every step as soon as it is open, as if tracks were never taken. No list begins its target sooner.

use super::clock::{Board, NEVER};
use super::opens::{bits, first_enough};
use crate::search::Size;
use crate::search::plan::Condition;

const MOST_JOBS: usize = Size::MOST.jobs + 2;

/// The soonest months in which courses are finished and jobs begin.
struct Relaxed<'s, 'a> {
    board: Board<'s, 'a>,
    finished: [u32; Size::MOST.courses],
    begun: [u32; MOST_JOBS],
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

/// The soonest months in which the target of a set and the jobs on the way to it could begin.
pub(in crate::search) fn earliest(board: Board<'_, '_>) -> Earliest {
    let (problem, set) = (board.problem, board.set);
    let mut relaxed = Relaxed { board, finished: [NEVER; Size::MOST.courses], begun: [NEVER; MOST_JOBS] };
    if let Some(base) = set.base {
        relaxed.begun[base] = if problem.held.is_some() { 0 } else { relaxed.search(base, 0) };
    }
    loop {
        let mut changed = false;
        for at in 0..set.courses.len() {
            let course = &problem.courses[usize::from(set.courses[at])];
            let opens = relaxed.month(&set.course_needs[at]);
            let end = if opens == NEVER {
                NEVER
            } else {
                course.window(opens + course.shortest(), problem.rules.today)
            };
            changed |= end < relaxed.finished[at];
            relaxed.finished[at] = end.min(relaxed.finished[at]);
        }
        for at in 0..set.on_the_way {
            let opens = relaxed.month(&set.job_needs[at]);
            let begin = if opens == NEVER { NEVER } else { relaxed.search(at, opens) };
            changed |= begin < relaxed.begun[at];
            relaxed.begun[at] = begin.min(relaxed.begun[at]);
        }
        if !changed {
            break;
        }
    }
    let opens = relaxed.month(&set.job_needs[set.goal()]);
    let begun = &relaxed.begun[..set.on_the_way];
    if opens == NEVER || relaxed.finished[..set.courses.len()].contains(&NEVER) || begun.contains(&NEVER) {
        return Earliest::NEVER;
    }
    let held = begun.iter().copied().max().unwrap_or(0);
    let studied = problem.study_months(set.courses.iter().copied());
    let last = relaxed.finished[..set.courses.len()].iter().copied().max().unwrap_or(0);
    let entered: u32 =
        (0..set.on_the_way).map(|at| problem.posts[usize::from(set.jobs[at])].shortest()).sum();
    let target = relaxed.search(set.goal(), opens.max(studied).max(last).max(entered).max(held));
    let mut begun = relaxed.begun;
    if let Some(base) = set.base {
        // somebody who fails may come back to it with months elsewhere that make the search shorter
        begun[base] = problem.base_begins();
    }
    Earliest { target, begun }
}

impl Relaxed<'_, '_> {
    /// When a job begins at the soonest if applied for from a month on.
    fn search(&self, job: usize, from: u32) -> u32 {
        let post = &self.board.problem.posts[usize::from(self.board.set.jobs[job])];
        let [experienced, newcomer] = post.search;
        let first = bits(self.board.set.counts[job]).map(|at| self.begun[at]).min().unwrap_or(NEVER);
        let until = if post.newcomer_for == 0 { 0 } else { first.saturating_add(post.newcomer_for) };
        (from + newcomer.max(experienced)).min(from.max(until).saturating_add(experienced))
    }

    fn proficient_from(&self, job: usize) -> u32 {
        self.begun[job].saturating_add(self.board.set.proficient_after[job])
    }

    /// The soonest month in which a requirement holds.
    fn month(&self, condition: &Condition) -> u32 {
        match condition {
            Condition::Met => 0,
            Condition::Never => NEVER,
            Condition::All(parts) => parts.iter().map(|part| self.month(part)).max().unwrap_or(0),
            Condition::Any(parts) => parts.iter().map(|part| self.month(part)).min().unwrap_or(NEVER),
            Condition::AtLeast(n, parts) => {
                let mut months: Vec<u32> = parts.iter().map(|part| self.month(part)).collect();
                months.sort_unstable();
                months[n - 1]
            }
            Condition::Fact { courses, jobs } => {
                let finished = bits(*courses).map(|at| self.finished[at]);
                finished.chain(bits(*jobs).map(|at| self.proficient_from(at))).min().unwrap_or(NEVER)
            }
            Condition::Months { more, jobs } => {
                bits(*jobs).map(|at| self.begun[at]).min().unwrap_or(NEVER).saturating_add(*more)
            }
            Condition::Ready { points, today, courses, jobs } => {
                let finished = courses.iter().map(|(at, gives)| (self.finished[usize::from(*at)], *gives));
                let proficient =
                    jobs.iter().map(|(at, gives)| (self.proficient_from(usize::from(*at)), *gives));
                first_enough(*points, *today, finished.chain(proficient))
            }
        }
    }
}
