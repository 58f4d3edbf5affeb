//! The first month in which a requirement holds, with some jobs held and some courses finished.

use super::clock::{Board, NEVER, Spell, Who};
use crate::search::Size;
use crate::search::plan::Condition;

/// Jobs held and courses finished, as far as requirements look at them.
#[derive(Clone, Copy)]
pub(in crate::search) struct View<'v> {
    pub board: Board<'v, 'v>,
    pub spells: &'v [Spell],
    /// Months in which each course is finished.
    pub finished: &'v [u32; Size::MOST.courses],
}

/// The places of the bits that are set.
pub(in crate::search) fn bits(mut mask: u8) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = mask.trailing_zeros() as usize;
        (mask != 0).then(|| {
            mask &= mask - 1;
            at
        })
    })
}

/// The month in which so many months in some jobs are full; `NEVER` where they never are.
pub(in crate::search) fn months_filled(spells: &[Spell], more: u32, jobs: u8) -> u32 {
    let mut left = more;
    if left == 0 {
        return 0;
    }
    for spell in spells.iter().filter(|spell| jobs & (1 << spell.job) != 0) {
        let months = spell.end - spell.begin.min(spell.end);
        if spell.end == NEVER || months >= left {
            return spell.begin + left;
        }
        left -= months;
    }
    NEVER
}

/// Months in some jobs by a month.
pub(in crate::search) fn months_by(spells: &[Spell], jobs: u8, month: u32) -> u32 {
    let counted = spells.iter().filter(|spell| jobs & (1 << spell.job) != 0);
    counted.map(|spell| spell.end.min(month).saturating_sub(spell.begin)).sum()
}

impl View<'_> {
    /// The month from which somebody is proficient in a job; `NEVER` where never.
    fn proficient_from(&self, job: usize) -> u32 {
        let after = self.board.problem.proficient_after(self.board.set.jobs[job]);
        months_filled(self.spells, after, 1 << job)
    }

    /// The first month in which what a step asks for holds; `NEVER` where it never does.
    pub fn opens(&self, who: Who) -> u32 {
        let set = self.board.set;
        match who {
            Who::Course(at) => self.first_month(&set.course_needs[usize::from(at)], 0),
            Who::Job(at) => {
                let outside = self.board.problem.outside_for(set.jobs[usize::from(at)]);
                self.first_month(&set.job_needs[usize::from(at)], outside)
            }
        }
    }

    /// The first month in which a requirement holds for which jobs outside the graph count for so many months.
    fn first_month(&self, condition: &Condition, outside: u32) -> u32 {
        match condition {
            Condition::Met => 0,
            Condition::Never => NEVER,
            Condition::All(parts) => {
                let mut last = 0;
                for part in parts {
                    last = last.max(self.first_month(part, outside));
                    if last == NEVER {
                        break;
                    }
                }
                last
            }
            Condition::Any(parts) => {
                parts.iter().map(|part| self.first_month(part, outside)).min().unwrap_or(NEVER)
            }
            Condition::AtLeast(n, parts) => {
                let mut months: Vec<u32> = parts.iter().map(|part| self.first_month(part, outside)).collect();
                months.sort_unstable();
                months[n - 1]
            }
            Condition::Fact { courses, jobs } => {
                let finished = bits(*courses).map(|course| self.finished[course]);
                let proficient = bits(*jobs).map(|job| self.proficient_from(job));
                finished.chain(proficient).min().unwrap_or(NEVER)
            }
            Condition::Months { condition, jobs } => {
                months_filled(self.spells, self.board.problem.more(*condition, outside), *jobs)
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

/// The first month in which what has come by then, joined, has so many points; `NEVER` where there never are.
pub(in crate::search) fn first_enough(
    points: u32,
    today: u128,
    coming: impl Iterator<Item = (u32, u128)>,
) -> u32 {
    let mut all = [(NEVER, 0_u128); Size::MOST.courses + Size::MOST.jobs + 2];
    let mut count = 0;
    for (month, gives) in coming.filter(|(month, _)| *month != NEVER) {
        let at = all[..count].partition_point(|(earlier, _)| *earlier <= month);
        all.copy_within(at..count, at + 1);
        all[at] = (month, gives);
        count += 1;
    }
    let mut have = today;
    if have.count_ones() >= points {
        return 0;
    }
    for (month, gives) in &all[..count] {
        have |= gives;
        if have.count_ones() >= points {
            return *month;
        }
    }
    NEVER
}
