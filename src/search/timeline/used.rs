//! Whether every step of a list is used, and every late start is.

use super::clock::{Board, Clock, NEVER, Placed, Spell, Who};

impl Clock {
    /// The same as if a step had not been taken: where it was an entry, the job that it ended goes on.
    fn without(&self, at: usize) -> Self {
        let mut other = *self;
        match self.placed()[at].who {
            Who::Course(course) => other.finished[usize::from(course)] = NEVER,
            Who::Job(_) => {
                let by = |spell: &Spell| spell.by.is_some_and(|by| usize::from(by) == at);
                if let Some(gone) = self.spells().iter().position(by) {
                    let (begin, end) = (self.spells()[gone].begin, self.spells()[gone].end);
                    if let Some(before) = gone.checked_sub(1)
                        && self.spells()[before].end == begin
                    {
                        other.spells_mut()[before].end = end;
                    }
                    other.remove(gone);
                }
            }
        }
        other
    }

    /// Whether a step could start when it does. A course of no length counts in its month too, but not for itself, nor do
    /// several for each other in a circle.
    fn opens(&self, board: Board<'_, '_>, step: &Placed) -> bool {
        let month = step.start;
        let open = |clock: &Self, step: &Placed| clock.view(board).opens(step.who) <= month;
        let course = |step: &Placed| match step.who {
            Who::Course(at) => Some(usize::from(at)),
            Who::Job(_) => None,
        };
        let mut reached = *self;
        let mut left: Vec<(usize, &Placed)> = self
            .placed()
            .iter()
            .filter(|other| other.start == month && other.end == month)
            .filter_map(|other| course(other).map(|at| (at, other)))
            .filter(|(at, _)| self.finished[*at] == month)
            .collect();
        if left.is_empty() {
            return open(self, step);
        }
        for (at, _) in &left {
            reached.finished[*at] = NEVER;
        }
        while let Some(next) = left.iter().position(|(_, other)| open(&reached, other)) {
            reached.finished[left.remove(next).0] = month;
        }
        match course(step).filter(|_| step.end == month) {
            Some(at) => reached.finished[at] == month,
            None => open(&reached, step),
        }
    }

    /// The later steps that would not be open without a step, by their place in the list.
    pub fn needed_by(&self, board: Board<'_, '_>, at: usize) -> Vec<usize> {
        let other = self.without(at);
        let closed = |(later, step): &(usize, &Placed)| *later != at && !other.opens(board, step);
        self.placed().iter().enumerate().filter(closed).map(|(later, _)| later).collect()
    }

    /// Whether every step but the target and the interim job is used, and every late start.
    pub fn is_used(&self, board: Board<'_, '_>) -> bool {
        let first = usize::from(self.interim);
        let last = self.placed().len() - 1;
        let serves = |at: usize| {
            let other = self.without(at);
            let mut rest = self.placed().iter().enumerate().filter(|(later, _)| *later != at);
            rest.any(|(_, step)| !other.opens(board, step))
        };
        (first..last).all(serves)
            && (0..=last).all(|at| self.waited & (1 << at) == 0 || self.waited_well(board, at))
    }

    /// Whether, with the job that a step ended a month shorter, another step would not be open in its month or its search
    /// would be longer.
    fn waited_well(&self, board: Board<'_, '_>, at: usize) -> bool {
        let step = self.placed()[at];
        let ended = match step.who {
            Who::Course(_) => step.start,
            Who::Job(_) => step.end,
        };
        let mut other = *self;
        let Some(spell) = other.spells_mut().iter_mut().find(|spell| spell.end == ended) else {
            return false;
        };
        spell.end -= 1;
        let mut rest = self.placed().iter().enumerate().filter(|(later, _)| *later != at);
        rest.any(|(_, later)| {
            !other.opens(board, later)
                || matches!(later.who, Who::Job(job)
                    if other.search_from(board, usize::from(job), later.start) > later.end - later.start)
        })
    }
}
