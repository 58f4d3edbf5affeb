//! The search for the best list of a group: sets by what they promise, lists as they grow.

use std::cell::Cell;
use std::cmp::Ordering;
use std::rc::Rc;

use super::standing::{Group, Incumbent, Standing};
use crate::search::Stop;
use crate::search::Value;
use crate::search::classes::ClassSets;
use crate::search::plan::{CourseSet, StepSet, Take, spend};
use crate::search::problem::JobIx;
use crate::search::sets::{SET_WORK, Soonest};
use crate::search::timeline::{Board, Clock, NEVER, Orders, Visit, soonest};
use crate::search::value::Judge;
use crate::search::written::written;

/// A search for the best list of a group.
pub(super) struct Chase<'c, 'b, 'p, 'a> {
    pub standing: &'c mut Standing<'b, 'p, 'a>,
    pub group: &'c Group,
    /// No pathway of the group begins the target sooner, nor costs less.
    pub low: u32,
    pub cost: i64,
    pub work: &'c Cell<u64>,
}

impl Chase<'_, '_, '_, '_> {
    /// Whether a list that begins no sooner, costs no less and is no likelier could be of use.
    pub fn may_add(&self, months: u32, cost: i64, chance: f64) -> bool {
        let (standing, group) = (&self.standing, self.group);
        let least = standing.least_score(group.at, group.is_paid);
        least == f64::NEG_INFINITY
            || (standing.targets[group.at].score)(&standing.most(group, months, cost, chance)) >= least
    }

    /// The most that lists with some courses could score, which take so many months one after the other; nothing where they
    /// are beyond the limits.
    fn most_with(&self, courses: &CourseSet, months: u32) -> Option<f64> {
        let (standing, group, problem) = (&self.standing, self.group, self.standing.kit.problem);
        let told = || courses.iter().map(|course| &problem.courses[usize::from(course)]);
        let target = &standing.targets[group.at];
        let low = self.low.max(problem.begins_after(target.role, months));
        let cost = told().map(|course| course.cost).sum::<i64>().max(self.cost);
        let chance = told().map(|course| course.chance).chain(group.offered.iter().copied()).product();
        (problem.fits(courses.iter()) && low <= problem.limits.max_months)
            .then(|| (target.score)(&standing.most(group, low, cost, chance)))
    }

    /// Whether such lists could be of use.
    fn may_add_with(&self, courses: &CourseSet, months: u32) -> bool {
        let least = self.standing.least_score(self.group.at, self.group.is_paid);
        self.most_with(courses, months).is_some_and(|most| most >= least)
    }

    /// Goes through the sets of the start class, the most promising first.
    pub fn go_through(&mut self, sets: &[CourseSet], class: &ClassSets<'_>) -> Result<(), Stop> {
        let problem = self.standing.kit.problem;
        let least = self.standing.least_score(self.group.at, self.group.is_paid);
        let mut promising: Vec<(f64, CourseSet)> = sets
            .iter()
            .filter_map(|set| {
                let own = class.own(set)?;
                let most = self.most_with(&own, problem.study_months(own.iter()))?;
                (most >= least).then_some((most, own))
            })
            .collect();
        promising.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        for (most, courses) in promising {
            if most < self.standing.least_score(self.group.at, self.group.is_paid) {
                break;
            }
            self.look_into(courses);
            if self.work.get() == 0 {
                return Err(Stop::Work);
            }
        }
        Ok(())
    }

    /// Goes through the lists of a set.
    fn look_into(&mut self, courses: CourseSet) {
        let (kit, target) = (self.standing.kit, self.standing.targets[self.group.at].role);
        let problem = kit.problem;
        if !kit.lists.meets_choices(target, &self.group.way, &courses) || spend(self.work, SET_WORK).is_none()
        {
            return;
        }
        let set = Rc::new(StepSet::new(problem, target, &self.group.way, courses));
        let board = Board { problem, set: &set };
        let low = soonest(board).max(self.low);
        if low > problem.limits.max_months || !self.may_add(low, set.cost, set.chance) {
            return;
        }
        let mut grow = Grow { chase: self, set: &set, superfluous_from: None };
        Orders { board, visit: &mut grow, soonest: low }.run();
    }
}

impl Take for Chase<'_, '_, '_, '_> {
    fn may_grow(&mut self, courses: &CourseSet, months: u32) -> bool {
        self.may_add_with(courses, months)
    }

    fn take(&mut self, courses: CourseSet, months: u32) {
        if courses.len() >= self.group.least && self.may_add_with(&courses, months) {
            self.look_into(courses);
        }
    }
}

/// The lists of a set as they grow.
struct Grow<'g, 'c, 'b, 'p, 'a> {
    chase: &'g mut Chase<'c, 'b, 'p, 'a>,
    set: &'g Rc<StepSet>,
    /// From this month on fewer of the steps lead to the target as soon; worked out when first asked for.
    superfluous_from: Option<u32>,
}

impl Grow<'_, '_, '_, '_, '_> {
    /// The month in which the soonest pathway of fewer of the steps begins the target.
    fn superfluous_from(&mut self) -> u32 {
        if let Some(known) = self.superfluous_from {
            return known;
        }
        let set = self.set;
        let way = &set.jobs[..set.on_the_way];
        let courses: Vec<u16> = set.set.iter().collect();
        let (all_jobs, all_courses) = ((1_u32 << way.len()) - 1, (1_u32 << courses.len()) - 1);
        let mut first = NEVER;
        for jobs in 0..=all_jobs {
            let fewer = pick(way, jobs);
            for chosen in (0..=all_courses).filter(|chosen| jobs != all_jobs || *chosen != all_courses) {
                let courses = pick(&courses, chosen).iter().fold(CourseSet::EMPTY, |set, course| {
                    set.with(*course).expect("there are no more than before")
                });
                first = first.min(self.soonest(&fewer, courses));
            }
        }
        self.superfluous_from = Some(first);
        first
    }

    /// The month in which the soonest pathway of some steps begins the target.
    fn soonest(&mut self, way: &[JobIx], courses: CourseSet) -> u32 {
        let (kit, group) = (self.chase.standing.kit, self.chase.group);
        let (problem, target, work) = (kit.problem, self.set.target, self.chase.work);
        if !kit.lists.meets_choices(target, way, &courses) {
            return NEVER;
        }
        let key = (way.to_vec(), courses);
        if let Some(known) = self.chase.standing.states[group.at].soonest.get(&key) {
            return *known;
        }
        let set = StepSet::new(problem, target, way, courses);
        let board = Board { problem, set: &set };
        let mut visit = Soonest { best: NEVER, work };
        let low = soonest(board);
        if set.is_paid == self.set.is_paid && low <= problem.limits.max_months {
            Orders { board, visit: &mut visit, soonest: low }.run();
        }
        self.chase.standing.states[group.at].soonest.insert(key, visit.best);
        visit.best
    }
}

/// Picks the things whose bits are set.
fn pick<T: Copy>(things: &[T], bits: u32) -> Vec<T> {
    things.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, thing)| *thing).collect()
}

impl Visit for Grow<'_, '_, '_, '_, '_> {
    fn may_go_on(&mut self, _: Board<'_, '_>, _: &Clock, soonest: u32) -> bool {
        spend(self.chase.work, 1).is_some()
            && self.superfluous_from.is_none_or(|from| soonest < from)
            && self.chase.may_add(soonest, self.set.cost, self.set.chance)
    }

    fn take(&mut self, board: Board<'_, '_>, clock: &Clock) {
        if !clock.meets_choices(board) {
            return;
        }
        let (kit, at) = (self.chase.standing.kit, self.chase.group.at);
        let (value, earned) = kit.value(board, clock);
        let score = (self.chase.standing.targets[at].score)(&value);
        if score < self.chase.standing.least_score(at, self.set.is_paid) {
            return;
        }
        let keys = written(&Judge { board, ledger: &kit.ledger }, clock);
        let key = |value: &Value| (value.months, value.cost);
        let state = &self.chase.standing.states[at];
        let order = state.ties.kept().first().map_or(Ordering::Less, |(tied, _)| {
            let best = state.score.unwrap_or(f64::NEG_INFINITY);
            best.total_cmp(&score).then(key(&value).cmp(&key(tied)))
        });
        let keeps = match order {
            Ordering::Less => true,
            Ordering::Equal => state.ties.would_keep(&value, |tied| keys < tied.written),
            Ordering::Greater => false,
        };
        if !keeps || !clock.is_used(board) || clock.target_begins() >= self.superfluous_from() {
            return;
        }
        let list = Incumbent { set: Rc::clone(self.set), clock: *clock, written: keys, earned };
        self.chase.standing.keep(at, value, score, order == Ordering::Less, list);
    }
}
