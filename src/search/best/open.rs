//! Opens a candidate: a group into its sets, a set into its lists.

use std::cell::Cell;
use std::rc::Rc;

use super::grow::Grow;
use super::queue::{Candidate, Dated, Queue};
use super::standing::{Group, Standing, Sums};
use crate::search::Size;
use crate::search::classes::{ClassSets, FewSets, courses_of};
use crate::search::plan::{CourseSet, StepSet, Take, spend};
use crate::search::sets::SET_WORK;
use crate::search::timeline::{Board, Orders, earliest};
use crate::search::value::Before;

/// A candidate of a group that is opened. Where there is more to look at than `work` allows, none of it is left.
pub(super) struct Open<'o, 'b, 'p, 'a> {
    pub standing: &'o mut Standing<'b, 'p, 'a>,
    pub group: &'o Rc<Group<'b>>,
    pub queue: &'o mut Queue<'b>,
    pub class: &'b ClassSets<'p, 'a>,
    pub work: &'o Cell<u64>,
}

impl<'b> Open<'_, 'b, '_, '_> {
    /// The sets of the group that are kept for the start class; none where they were too many to look at.
    fn known(&self) -> Option<&'b FewSets> {
        self.class.sets(self.standing.targets[self.group.at].role, self.group.class?)
    }

    /// Puts the group where the best of its sets could stand, where they are known.
    pub fn look_ahead(&mut self, size: Size) {
        let Some(sets) = self.known() else { return self.list(size) };
        let standing = &*self.standing;
        if let Some(most) = standing.promise_of(self.group, sets)
            && standing.may_add(self.group, most)
        {
            self.queue.add(standing.rank(self.group, most), Rc::clone(self.group), Candidate::Listed);
        }
    }

    /// Lists the sets of the group: those of the start class, or where they are too many, those that this person could use.
    pub fn list(&mut self, size: Size) {
        let (kit, group) = (self.standing.kit, self.group);
        let known = self.known();
        let mut sets = Promising { standing: self.standing, group, sets: Vec::new() };
        if let Some(known) = known {
            for few in &known.all {
                let courses = || courses_of(*few).fold(CourseSet::EMPTY, add);
                sets.add(courses_of(*few), courses);
            }
        } else {
            let target = self.standing.targets[group.at].role;
            let with = kit.lists.least_with(target, &group.way);
            let (months, cost) = (with.months.max(group.best.months), with.cost.max(group.best.cost));
            let chance = group.chance.min(with.chance * group.offered);
            let score = sets.standing.score(group, months, cost, chance);
            if months > kit.problem.limits.max_months || !sets.standing.may_add(group, score) {
                return;
            }
            // where there is more than the work allows, none of it is left
            let _ = kit.lists.tell(target, &group.way, size.courses, self.work, &mut sets);
        }
        let mut sets = sets.sets;
        sets.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        self.leave(sets);
    }

    /// Leaves sets for later, in the place of the most promising.
    fn leave(&mut self, sets: Vec<(f64, CourseSet)>) {
        if let Some((most, _)) = sets.last() {
            let rank = self.standing.rank(self.group, *most);
            self.queue.add(rank, Rc::clone(self.group), Candidate::Left(sets));
        }
    }

    /// Looks at the most promising of some sets, to see when its lists could begin.
    pub fn date(&mut self, mut sets: Vec<(f64, CourseSet)>) {
        let Some((_, courses)) = sets.pop() else { return };
        self.leave(sets);
        let (standing, group) = (&self.standing, self.group);
        let (kit, target) = (standing.kit, standing.targets[group.at].role);
        let problem = kit.problem;
        if !kit.lists.meets_choices(target, &group.way, &courses) || spend(self.work, SET_WORK).is_none() {
            return;
        }
        let earliest = earliest(problem, target, &group.way, &courses);
        let soonest = earliest.target.max(group.best.months);
        let Sums { cost, chance, .. } = standing.sums(courses.iter());
        let chance = chance * group.offered;
        // by what the group is paid at the most before what the set is
        let most = |most| {
            let most = standing.score_by_mode((group.at, most), courses.iter(), (soonest, cost, chance));
            most.filter(|most| standing.may_add(group, *most))
        };
        if soonest > problem.limits.max_months || most(group.most.as_ref()).is_none() {
            return;
        }
        let jobs = Before::of(problem, &group.way, &earliest);
        let paid = group.is_paid().then(|| kit.ceiling.from(jobs, target, soonest));
        let Some(score) = most(paid.as_ref()) else { return };
        let set = Dated { courses, jobs, most: paid, soonest, cost, chance };
        self.queue.add(standing.rank(group, score), Rc::clone(group), Candidate::Lists(Box::new(set)));
    }

    /// Looks through the lists of a set.
    pub fn look_through(&mut self, dated: &Dated) {
        let (problem, target) = (self.standing.kit.problem, self.standing.targets[self.group.at].role);
        let set = Rc::new(StepSet::new(problem, target, &self.group.way, dated.courses));
        let board = Board { problem, set: &set };
        let (standing, group, work) = (&mut *self.standing, self.group, self.work);
        let mut grow = Grow { standing, group, work, dated, set: Rc::clone(&set), superfluous_from: None };
        Orders::new(board, &mut grow, dated.soonest).run();
    }
}

fn add(set: CourseSet, course: u16) -> CourseSet {
    set.with(course).expect("there is room for those of the first size")
}

/// The sets of a group that could be of use, each with what it promises.
struct Promising<'o, 'b, 'p, 'a> {
    standing: &'o Standing<'b, 'p, 'a>,
    group: &'o Group<'b>,
    sets: Vec<(f64, CourseSet)>,
}

impl Promising<'_, '_, '_, '_> {
    fn promise(&self, courses: impl Iterator<Item = u16> + Clone) -> Option<f64> {
        let most = self.standing.promise(self.group, courses);
        most.filter(|most| self.standing.may_add(self.group, *most))
    }

    fn add(&mut self, courses: impl Iterator<Item = u16> + Clone, set: impl FnOnce() -> CourseSet) {
        if courses.clone().count() >= self.group.least
            && let Some(most) = self.promise(courses)
        {
            self.sets.push((most, set()));
        }
    }
}

impl Take for Promising<'_, '_, '_, '_> {
    fn may_grow(&mut self, courses: &CourseSet, _: u32) -> bool {
        self.promise(courses.iter()).is_some()
    }

    fn take(&mut self, courses: CourseSet, _: u32) {
        self.add(courses.iter(), || courses);
    }
}
