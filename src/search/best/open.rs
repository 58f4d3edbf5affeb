//! Opens a candidate: a group into its sets, a set into its lists.

use std::cell::Cell;
use std::rc::Rc;

use super::grow::Grow;
use super::queue::{Candidate, Queue, Reduced};
use super::standing::{Group, Standing};
use crate::search::Size;
use crate::search::classes::ClassSets;
use crate::search::plan::{CourseSet, StepSet, Take, spend};
use crate::search::sets::SET_WORK;
use crate::search::timeline::{Board, Orders, earliest};
use crate::search::value::Before;

/// A candidate of a group that is opened. Where there is more to look at than `work` allows, none of it is left.
pub(super) struct Open<'o, 'b, 'p, 'a> {
    pub standing: &'o mut Standing<'b, 'p, 'a>,
    pub group: &'o Rc<Group>,
    pub queue: &'o mut Queue,
    pub work: &'o Cell<u64>,
}

impl Open<'_, '_, '_, '_> {
    /// Lists the sets of the group: those of the start class, or where they are too many, those that this person could use.
    pub fn list(&mut self, class: &ClassSets<'_>, size: Size) {
        let (kit, group) = (self.standing.kit, self.group);
        let target = self.standing.targets[group.at].role;
        if size == kit.problem.rules.first_size()
            && let Some(sets) = class.list(target, &group.way, size)
        {
            for courses in sets.iter().filter_map(|set| class.own(*set)) {
                self.add(courses);
            }
            return;
        }
        let with = kit.lists.least_with(target, &group.way);
        let (months, cost) = (with.months.max(group.best.months), with.cost.max(group.best.cost));
        let chance = group.chance.min(with.chance * group.offered.iter().product::<f64>());
        let score = self.standing.score(group, months, cost, chance);
        if months > kit.problem.limits.max_months || !self.standing.may_add(group, score) {
            return;
        }
        // where there is more than the work allows, none of it is left
        let _ = kit.lists.tell(target, &group.way, size.courses, self.work, self);
    }

    /// Adds a set to what is left, if it could be of use.
    fn add(&mut self, courses: CourseSet) {
        let (standing, group) = (&self.standing, self.group);
        let target = standing.targets[group.at].role;
        if courses.len() >= group.least
            && let Some(most) = standing.promise(group, &courses)
            && standing.may_add(group, most)
            && standing.kit.lists.meets_choices(target, &group.way, &courses)
        {
            self.queue.add(standing.rank(group, most), Rc::clone(group), Candidate::Set(courses));
        }
    }

    /// Reduces the requirements of a set, to see when its lists could begin.
    pub fn reduce(&mut self, courses: CourseSet) {
        let (standing, group) = (&self.standing, self.group);
        let (problem, target) = (standing.kit.problem, standing.targets[group.at].role);
        if spend(self.work, SET_WORK).is_none() {
            return;
        }
        let set = StepSet::new(problem, target, &group.way, courses);
        let earliest = earliest(Board { problem, set: &set });
        let soonest = earliest.target.max(group.best.months);
        if soonest > problem.limits.max_months {
            return;
        }
        let jobs = Before::of(&set, &earliest);
        let score = standing.score_of(group.at, &set, jobs, soonest);
        if standing.may_add(group, score) {
            let reduced = Reduced { set: Rc::new(set), jobs, soonest };
            self.queue.add(standing.rank(group, score), Rc::clone(group), Candidate::Lists(reduced));
        }
    }

    /// Looks through the lists of a set.
    pub fn look_through(&mut self, reduced: &Reduced) {
        let board = Board { problem: self.standing.kit.problem, set: &reduced.set };
        let mut grow = Grow {
            standing: self.standing,
            group: self.group,
            work: self.work,
            reduced,
            superfluous_from: None,
        };
        Orders { board, visit: &mut grow, soonest: reduced.soonest }.run();
    }
}

impl Take for Open<'_, '_, '_, '_> {
    fn may_grow(&mut self, courses: &CourseSet, _: u32) -> bool {
        let most = self.standing.promise(self.group, courses);
        most.is_some_and(|most| self.standing.may_add(self.group, most))
    }

    fn take(&mut self, courses: CourseSet, _: u32) {
        self.add(courses);
    }
}
