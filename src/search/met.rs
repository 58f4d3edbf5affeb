//! Which needs are met in which month by what is on the clock, and without which step they would not be.

use super::bits::ones;
use super::clock::{Clock, NEVER, Placed, Stretch};
use super::item::{Item, item};
use super::need::Need;

impl Clock<'_, '_> {
    /// Marks the placed steps, of those that it could need, without which a step could not start in this month.
    pub fn mark_used(&mut self, item: Item, start: u32, could: u32) {
        for step in 0..self.placed.len() {
            if could & !self.used & (1 << step) != 0 && !self.met_without(item, start, step) {
                self.used |= 1 << step;
            }
        }
    }

    /// The first month in which the need of a step is met if nothing more is placed.
    pub fn met_at(&self, of: Item) -> u32 {
        let problem = self.problem;
        let gates = problem.gates(of);
        if gates.leaves.is_empty() {
            return 0;
        }
        gates.soonest(|months| {
            for placed in self.placed.iter().filter(|placed| matches!(placed.item, Item::Course(_))) {
                for leaf in ones(problem.gives(placed.item, of)) {
                    months[leaf] = months[leaf].min(placed.end);
                }
            }
            let mut worked = 0;
            for stretch in &self.work {
                let works = problem.gives(item(stretch.post), of);
                worked |= works & gates.months;
                if works & !gates.months != 0 {
                    let before = problem.posts[stretch.post].before;
                    let month = self.worked_by(problem.proficient, before, |post| post == stretch.post, None);
                    ones(works & !gates.months).for_each(|leaf| months[leaf] = months[leaf].min(month));
                }
            }
            for leaf in ones(worked) {
                if let Need::Months { needs, before, roles } = &gates.leaves[leaf] {
                    months[leaf] = self.worked_by(*needs, *before, |post| roles.contains(post), None);
                }
            }
        })
    }

    /// The month by which so many months are worked in some roles, leaving one entry's months out.
    fn worked_by(
        &self,
        needs: u32,
        before: u32,
        counts: impl Fn(usize) -> bool,
        without: Option<usize>,
    ) -> u32 {
        let mut worked = before;
        if worked >= needs {
            return 0;
        }
        for stretch in &self.work {
            if !counts(stretch.post) || (without.is_some() && stretch.step == without) {
                continue;
            }
            let missing = needs - worked;
            if stretch.end == NEVER || stretch.end - stretch.begin >= missing {
                return stretch.begin + missing;
            }
            worked += stretch.end - stretch.begin;
        }
        NEVER
    }

    /// Whether the need of a step would be met in a month without one of the placed steps.
    fn met_without(&self, of: Item, month: u32, step: usize) -> bool {
        let problem = self.problem;
        let gates = problem.gates(of);
        let mut leaves = 0;
        for (at, placed) in self.placed.iter().enumerate() {
            if at != step && placed.end <= month && matches!(placed.item, Item::Course(_)) {
                leaves |= problem.gives(placed.item, of);
            }
        }
        if gates.met(leaves) {
            return true;
        }
        let works = |stretch: &Stretch| problem.gives(item(stretch.post), of);
        let worked = self.work.iter().fold(0, |all, stretch| all | works(stretch)) & !leaves;
        if worked == 0 || !gates.met(leaves | worked) {
            return false;
        }
        for stretch in &self.work {
            if works(stretch) & !gates.months & !leaves != 0 {
                let before = problem.posts[stretch.post].before;
                if self.worked_by(problem.proficient, before, |post| post == stretch.post, Some(step))
                    <= month
                {
                    leaves |= works(stretch) & !gates.months;
                }
            }
        }
        for leaf in ones(worked & gates.months) {
            if let Need::Months { needs, before, roles } = &gates.leaves[leaf] {
                let counts = |post: usize| roles.contains(post);
                if self.worked_by(*needs, *before, counts, Some(step)) <= month {
                    leaves |= 1 << leaf;
                }
            }
        }
        gates.met(leaves)
    }

    /// Whether a step not yet placed could still turn out to need one that is.
    pub fn may_need(&self, item: Item, step: usize) -> bool {
        let problem = self.problem;
        problem.feeds(self.placed[step].item, item) && !self.met_without(item, self.now().0, step)
    }

    /// The places of the steps that a step, placed last at `at`, would not have been open without.
    pub fn needed(&self, at: usize) -> Vec<usize> {
        let Placed { item, start, .. } = self.placed[at];
        (0..at).filter(|step| !self.met_without(item, start, *step)).collect()
    }
}
