//! Whether every course of a set can be of use in some order, months aside: most sets that regression lists have a course
//! too many.
//!
//! Courses are finished one after the other. What is finished when a step starts is so a beginning of that order, and when
//! the target is applied for all of them are, since each is finished before a step that needs it. A step needs a course if
//! one of its supports has it, and without the course no support with as few waits is finished.

use std::sync::Arc;

use super::CourseSet;
use super::support::Support;

const MOST: usize = Serving::MOST;

/// A support among the courses of one set, one bit each.
#[derive(Clone, Copy)]
struct Part {
    courses: u8,
    waits: u128,
}

/// The courses that a step needs, by what is finished when it starts.
#[derive(Clone, Copy)]
struct Needed {
    /// Per set of courses: those needed out of it; none where the step would not be open.
    by_finished: [Option<u8>; 1 << MOST],
}

impl Needed {
    fn of(parts: &[Part], courses: usize) -> Self {
        let mut by_finished = [None; 1 << MOST];
        for (finished, needed) in (0_u8..).zip(by_finished.iter_mut()).take(1 << courses) {
            let within = |part: &&Part| part.courses & !finished == 0;
            if !parts.iter().any(|part| within(&part)) {
                continue;
            }
            // a step that is open without any course needs none, where it waits for nothing
            if parts.iter().any(|part| part.courses == 0 && part.waits == 0) {
                *needed = Some(0);
                continue;
            }
            let needs = |course: u8| {
                let without = |other: &&Part| within(other) && other.courses & course == 0;
                let has_it = |part: &&Part| within(part) && part.courses & course != 0;
                parts
                    .iter()
                    .filter(has_it)
                    .any(|part| !parts.iter().filter(without).any(|other| other.waits & !part.waits == 0))
            };
            let each = (0..courses).map(|at| 1 << at).filter(|course| finished & course != 0);
            *needed = Some(each.filter(|course| needs(*course)).fold(0, |all, course| all | course));
        }
        Self { by_finished }
    }
}

/// What the steps of a set need of its courses.
pub(super) struct Serving {
    /// The courses, in their order, then the jobs on the way.
    steps: Vec<Needed>,
    target: Needed,
    courses: usize,
}

impl Serving {
    /// The most courses that are gone into: with more, a set is taken to be of use.
    pub const MOST: usize = 3;

    /// Of a set by the supports of its courses, of its jobs on the way and last of its target.
    pub fn new(set: &CourseSet, supports: &[Arc<[Support]>]) -> Self {
        let courses: Vec<u16> = set.iter().collect();
        let mut parts: Vec<Part> = Vec::new();
        let mut needed = |supports: &Arc<[Support]>| {
            if let [support] = &**supports
                && support.courses == CourseSet::EMPTY
            {
                return Needed { by_finished: [Some(0); 1 << MOST] };
            }
            parts.clear();
            for support in supports.iter().filter(|support| support.courses.is_subset(set)) {
                let bits = courses
                    .iter()
                    .enumerate()
                    .map(|(at, course)| u8::from(support.courses.contains(*course)) << at);
                parts.push(Part { courses: bits.sum(), waits: support.waits });
            }
            Needed::of(&parts, courses.len())
        };
        let mut steps: Vec<Needed> = supports.iter().map(&mut needed).collect();
        let target = steps.pop().expect("the target is among them");
        Self { steps, target, courses: courses.len() }
    }

    /// Whether in some order every course is needed by a step that comes after it.
    pub fn is_possible(&self) -> bool {
        let all = (1_u8 << self.courses) - 1;
        let Some(by_target) = self.target.by_finished[usize::from(all)] else { return false };
        self.finish(0, &mut vec![0], by_target)
    }

    /// Goes on with an order of finishing; `beginnings` are what was finished after none, one, two … courses.
    fn finish(&self, finished: u8, beginnings: &mut Vec<u8>, needed: u8) -> bool {
        let all = (1_u8 << self.courses) - 1;
        if finished == all {
            return self.enter(self.courses, beginnings, needed);
        }
        (0..self.courses).filter(|at| finished & (1 << at) == 0).any(|at| {
            let next = finished | 1 << at;
            let starts: Vec<u8> =
                beginnings.iter().filter_map(|had| self.steps[at].by_finished[usize::from(*had)]).collect();
            beginnings.push(next);
            let found = starts.iter().any(|more| self.finish(next, beginnings, needed | more));
            beginnings.pop();
            found
        })
    }

    /// Goes on with the jobs on the way, from one on.
    fn enter(&self, at: usize, beginnings: &[u8], needed: u8) -> bool {
        let Some(job) = self.steps.get(at) else { return needed == (1 << self.courses) - 1 };
        let starts = beginnings.iter().filter_map(|had| job.by_finished[usize::from(*had)]);
        starts.into_iter().any(|more| self.enter(at + 1, beginnings, needed | more))
    }
}
