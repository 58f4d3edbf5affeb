//! The lists of a set as they grow.

use std::cell::Cell;
use std::cmp::Ordering;
use std::rc::Rc;

use super::queue::Dated;
use super::standing::{Group, Incumbent, Standing};
use crate::search::Value;
use crate::search::plan::{CourseSet, StepSet, spend};
use crate::search::problem::JobIx;
use crate::search::sets::Soonest;
use crate::search::timeline::{Board, Clock, NEVER, Orders, Visit, earliest};
use crate::search::value::Judge;
use crate::search::written::written;

/// Takes the best of the lists of a set.
pub(super) struct Grow<'g, 'b, 'p, 'a> {
    pub standing: &'g mut Standing<'b, 'p, 'a>,
    pub group: &'g Group<'g>,
    pub work: &'g Cell<u64>,
    pub dated: &'g Dated,
    pub set: Rc<StepSet>,
    /// From this month on fewer of the steps lead to the target as soon; worked out when first asked for.
    pub superfluous_from: Option<u32>,
}

impl Grow<'_, '_, '_, '_> {
    /// Whether lists that begin like one so far and the target no sooner could be of use.
    fn may_add(&self, clock: &Clock, soonest: u32) -> bool {
        self.is_enough(|| self.standing.score_of(self.group.at, self.dated, soonest, clock.unpaid()))
    }

    /// The same by when the jobs so far were entered, which is worth its time where there are several.
    fn may_add_since(&self, clock: &Clock, soonest: u32) -> bool {
        let (standing, set) = (&self.standing, &self.set);
        let most = || standing.kit.most(set, self.dated.jobs.entered(set, clock), soonest);
        self.group.way.len() < 2 || self.is_enough(|| (standing.targets[self.group.at].score)(&most()))
    }

    /// Whether lists that score so much at the most could be of use.
    fn is_enough(&self, most: impl FnOnce() -> f64) -> bool {
        let least = self.standing.least_score(self.group.at, self.group.is_paid());
        least == f64::NEG_INFINITY || most() >= least
    }

    /// The month in which the soonest pathway of fewer of the steps begins the target.
    fn superfluous_from(&mut self) -> u32 {
        if let Some(known) = self.superfluous_from {
            return known;
        }
        let way = &self.group.way;
        let courses: Vec<u16> = self.dated.courses.iter().collect();
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
        let (kit, at) = (self.standing.kit, self.group.at);
        let (problem, target, work) = (kit.problem, self.standing.targets[at].role, self.work);
        if !kit.lists.meets_choices(target, way, &courses) {
            return NEVER;
        }
        let key = (way.to_vec(), courses);
        if let Some(known) = self.standing.states[at].soonest.get(&key) {
            return *known;
        }
        let mut visit = Soonest { best: NEVER, work };
        let low = earliest(problem, target, way, &courses).target;
        let is_paid = problem.is_all_paid(way, target);
        if is_paid == self.group.is_paid() && low <= problem.limits.max_months {
            let set = StepSet::new(problem, target, way, courses);
            let board = Board { problem, set: &set };
            Orders::new(board, &mut visit, low).run();
        }
        self.standing.states[at].soonest.insert(key, visit.best);
        visit.best
    }
}

/// Picks the things whose bits are set.
fn pick<T: Copy>(things: &[T], bits: u32) -> Vec<T> {
    things.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, thing)| *thing).collect()
}

impl Visit for Grow<'_, '_, '_, '_> {
    fn may_go_on(&mut self, _: Board<'_, '_>, clock: &Clock, soonest: u32) -> bool {
        spend(self.work, 1).is_some()
            && self.superfluous_from.is_none_or(|from| soonest < from)
            && self.may_add(clock, soonest)
            && self.may_add_since(clock, soonest)
    }

    fn take(&mut self, board: Board<'_, '_>, clock: &Clock) {
        if !clock.meets_choices(board) || !self.may_add(clock, clock.target_begins()) {
            return;
        }
        let (kit, at, set) = (self.standing.kit, self.group.at, board.set);
        let (months, judge) = (clock.target_begins(), Judge { board, ledger: &kit.ledger });
        let (least, score) =
            (self.standing.least_score(at, self.group.is_paid()), self.standing.targets[at].score);
        let finished = self.group.is_paid().then(|| judge.finished(clock));
        // failing adds little: by what it nets if finished before every way to fail is looked at
        let most = self.dated.most.as_ref().zip(finished);
        let most = most.map(|(most, (finished, _))| kit.ceiling.net_if(most, finished, set.chance));
        if score(&kit.netting(set, months, most)) < least {
            return;
        }
        let earned = finished.map(|finished| judge.earned_by(clock, finished));
        let value = kit.netting(set, months, earned.map(|earned| earned.expected));
        let score = score(&value);
        if score < least {
            return;
        }
        let keys = written(&judge, clock);
        let key = |value: &Value| (value.months, value.cost);
        let state = &self.standing.states[at];
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
        let list = Incumbent { set: Rc::clone(&self.set), clock: *clock, written: keys, earned };
        self.standing.keep(at, value, score, order == Ordering::Less, list);
    }
}
