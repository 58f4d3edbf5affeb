//! How the targets stand while they are looked through: the best pathway of each so far, and what a list must promise to be of
//! use.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use super::Target;
use super::queue::Dated;
use crate::search::classes::{FewSets, Way, courses_of};
use crate::search::find::Kit;
use crate::search::front::Front;
use crate::search::plan::{CourseSet, Quick, StepSet};
use crate::search::problem::JobIx;
use crate::search::reach::AtBest;
use crate::search::timeline::Clock;
use crate::search::value::{Earned, Most};
use crate::search::written::Written;
use crate::search::{Size, Value};
use crate::units::Money;

/// Where a destination stands among others: wanted, then gains, then losses, then what it nets unknown; by score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rank {
    pub group: u8,
    pub score: f64,
}

impl Rank {
    /// The last group of those that are wanted.
    pub const WANTED: u8 = 1;

    pub fn new(is_wanted: bool, gains: Option<bool>, score: f64) -> Self {
        let group = match (is_wanted, gains) {
            (true, Some(_)) => 0,
            (true, None) => 1,
            (false, Some(true)) => 2,
            (false, Some(false)) => 3,
            (false, None) => 4,
        };
        Self { group, score }
    }

    /// Less where it stands before another.
    pub fn order(&self, other: &Self) -> Ordering {
        self.group.cmp(&other.group).then(other.score.total_cmp(&self.score))
    }
}

/// The sets to a target with some jobs on the way.
pub(super) struct Group<'b> {
    /// The target's place.
    pub at: usize,
    pub way: Vec<JobIx>,
    /// Where its sets are kept for the start class.
    pub class: Option<&'b Way>,
    /// What its lists are paid at the most; none where the pay of some job is not known.
    pub most: Option<Most>,
    /// The chance to be offered every job that is entered.
    pub offered: f64,
    /// The best that could be of the target with these jobs.
    pub best: AtBest,
    /// No list of it is likelier.
    pub chance: f64,
    /// Sets of fewer courses were looked at in a smaller size.
    pub least: usize,
    pub score: f64,
}

impl Group<'_> {
    pub const fn is_paid(&self) -> bool {
        self.most.is_some()
    }
}

/// Months, cost and chance of some courses together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums {
    /// Months one after the other.
    study: u32,
    /// The month in which all of them are finished at the soonest.
    pub months: u32,
    /// Cents.
    pub cost: i64,
    /// The chance that all come about.
    pub chance: f64,
}

/// A list of the best score so far.
pub(super) struct Incumbent {
    pub set: Rc<StepSet>,
    pub clock: Clock,
    pub written: Written,
    pub earned: Option<Earned>,
}

/// What is known of a target.
pub(super) struct State {
    /// The work that may still be done on it.
    pub work: u64,
    pub stopped: bool,
    /// Whether some pathway might net more than staying.
    pub may_gain: bool,
    /// The best score so far, and whether of known net earnings.
    pub score: Option<f64>,
    pub is_paid: bool,
    /// The unbeaten lists of that score, of equally few months and cost: where a weight is nothing, one may beat another.
    pub ties: Front<Incumbent>,
    /// Where the soonest pathway of some steps begins the target; `NEVER` where there is none.
    pub soonest: HashMap<(Vec<JobIx>, CourseSet), u32, Quick>,
}

impl State {
    /// Of a target not looked at yet, with so much work to do on it.
    pub fn new(work: u64) -> Self {
        Self {
            work,
            stopped: false,
            may_gain: false,
            score: None,
            is_paid: true,
            ties: Front::default(),
            soonest: HashMap::default(),
        }
    }
}

/// The targets of one person, and how they stand.
pub(super) struct Standing<'b, 'p, 'a> {
    pub kit: &'b Kit<'p, 'a>,
    pub targets: &'b [Target<'b>],
    pub stay: Option<Money>,
    pub top: usize,
    pub states: Vec<State>,
    /// The targets reached so far, best first.
    pub ranks: Vec<(Rank, usize)>,
}

impl Standing<'_, '_, '_> {
    /// The most that lists of a group score which begin no sooner, cost no less and are no likelier.
    pub fn score(&self, group: &Group<'_>, months: u32, cost: i64, chance: f64) -> f64 {
        (self.targets[group.at].score)(&self.kit.bound(group.most.as_ref(), (months, 0), cost, chance))
    }

    /// The most that lists of a set score whose target begins no sooner, after so many months without pay.
    pub fn score_of(&self, at: usize, set: &Dated, soonest: u32, unpaid: u32) -> f64 {
        let value = self.kit.bound(set.most.as_ref(), (soonest, unpaid), set.cost, set.chance);
        (self.targets[at].score)(&value)
    }

    /// The most that lists with some courses score, each of them taken full time without pay or beside a job, whose target
    /// begins no sooner; nothing where that is beyond the limits.
    pub fn score_by_mode(
        &self,
        (at, most): (usize, Option<&Most>),
        courses: impl Iterator<Item = u16>,
        (soonest, cost, chance): (u32, i64, f64),
    ) -> Option<f64> {
        let (problem, target) = (self.kit.problem, &self.targets[at]);
        let score = |months, unpaid| (target.score)(&self.kit.bound(most, (months, unpaid), cost, chance));
        // months of study, and how many of them are without pay
        let mut modes = [(0, 0); 1 << Size::FIRST];
        let mut count = 1;
        for terms in courses.map(|course| problem.terms[usize::from(course)]) {
            if count == modes.len() {
                return (soonest <= problem.limits.max_months).then(|| score(soonest, 0));
            }
            let full_time =
                terms.full_time.filter(|full| terms.alongside.is_none_or(|beside| *full < beside));
            let mut next = 0;
            let mut longer = [(0, 0); 1 << Size::FIRST];
            for (study, unpaid) in &modes[..count] {
                let beside = terms.alongside.map(|months| (study + months, *unpaid));
                for mode in
                    full_time.map(|months| (study + months, unpaid + months)).into_iter().chain(beside)
                {
                    (longer[next], next) = (mode, next + 1);
                }
            }
            (modes, count) = (longer, next);
        }
        let begin = |study| soonest.max(problem.begins_after(target.role, study));
        let begun = modes[..count].iter().map(|(study, unpaid)| (begin(*study), *unpaid));
        let within = begun.filter(|(begin, _)| *begin <= problem.limits.max_months);
        within.map(|(begin, unpaid)| score(begin, unpaid)).max_by(f64::total_cmp)
    }

    /// The most that lists of a group score which have one of some sets, each criterion by itself; nothing where none of them
    /// is within the limits.
    pub fn promise_of(&self, group: &Group<'_>, sets: &FewSets) -> Option<f64> {
        let problem = self.kit.problem;
        let (mut least, mut cheapest) = (u32::MAX, i64::MAX);
        for few in &sets.all {
            let Sums { months, cost, .. } = self.sums(courses_of(*few));
            if months <= problem.limits.max_months && problem.limits.allows(cost) {
                (least, cheapest) = (least.min(months), cheapest.min(cost));
            }
        }
        if least == u32::MAX {
            return None;
        }
        let months = group.best.months.max(problem.begins_after(self.targets[group.at].role, least));
        let fits = months <= problem.limits.max_months;
        let chance = group.chance.min(sets.chance * group.offered);
        fits.then(|| self.score(group, months, group.best.cost.max(cheapest), chance))
    }

    /// Adds up what some courses take.
    pub fn sums(&self, courses: impl Iterator<Item = u16>) -> Sums {
        let (problem, lists) = (self.kit.problem, &self.kit.lists);
        let none = Sums { study: 0, months: 0, cost: 0, chance: 1.0 };
        courses.fold(none, |sums, number| {
            let (course, terms) =
                (&problem.start.courses[usize::from(number)], problem.terms[usize::from(number)]);
            let one_by_one = sums.study.saturating_add(terms.shortest());
            Sums {
                study: one_by_one,
                months: sums.months.max(lists.finishes(number)).max(one_by_one),
                cost: sums.cost + terms.cost,
                chance: sums.chance * course.chance,
            }
        })
    }

    /// The most that lists of a group score which have at least some courses; nothing where those are beyond the limits.
    pub fn promise(&self, group: &Group<'_>, courses: impl Iterator<Item = u16> + Clone) -> Option<f64> {
        let (problem, target) = (self.kit.problem, &self.targets[group.at]);
        let Sums { months, cost, chance, .. } = self.sums(courses.clone());
        if months > problem.limits.max_months {
            return None;
        }
        let low = group.best.months.max(problem.begins_after(target.role, months));
        let chance = (chance * group.offered).min(group.chance);
        let fits = low <= problem.limits.max_months && problem.limits.allows(cost);
        let of = (group.at, group.most.as_ref());
        fits.then(|| self.score_by_mode(of, courses, (low, cost.max(group.best.cost), chance))).flatten()
    }

    /// Where lists of a group stand that score so much. They count as a gain if some pathway to the target might be one.
    pub fn rank(&self, group: &Group<'_>, score: f64) -> Rank {
        let gains = group.is_paid().then(|| self.states[group.at].may_gain);
        Rank::new(self.targets[group.at].is_wanted, gains, score)
    }

    /// Whether the best few stand before a rank, and all that is wanted was looked for.
    pub fn is_beyond(&self, rank: &Rank) -> bool {
        rank.group > Rank::WANTED && self.bar().is_some_and(|bar| rank.order(&bar) == Ordering::Greater)
    }

    /// Whether lists of a group that score so much at the most are of any use.
    pub fn may_add(&self, group: &Group<'_>, score: f64) -> bool {
        let state = &self.states[group.at];
        // of known net earnings, where there is a pathway of them
        let counts = group.is_paid() || !(state.is_paid && state.score.is_some());
        counts && !state.stopped && score >= self.least_score(group.at, group.is_paid())
    }

    /// Where the last of the best few stands so far.
    fn bar(&self) -> Option<Rank> {
        (self.ranks.len() >= self.top).then(|| self.ranks[self.top - 1].0)
    }

    /// The least score with which a list to a target is of any use.
    pub fn least_score(&self, at: usize, is_paid: bool) -> f64 {
        let state = &self.states[at];
        let own = state.score.filter(|_| state.is_paid == is_paid).unwrap_or(f64::NEG_INFINITY);
        let Some(bar) = self.bar().filter(|_| !self.targets[at].is_wanted) else { return own };
        let gains = is_paid.then_some(state.may_gain);
        match Rank::new(false, gains, own).group.cmp(&bar.group) {
            Ordering::Less => own,
            Ordering::Equal => own.max(bar.score),
            Ordering::Greater => f64::INFINITY,
        }
    }

    /// Keeps a list of the best score of its target so far; `is_better` where it is alone in that.
    pub fn keep(&mut self, at: usize, value: Value, score: f64, is_better: bool, list: Incumbent) {
        let gains = value.net.zip(self.stay).map(|(net, stay)| net >= stay);
        let rank = Rank::new(self.targets[at].is_wanted, gains, score);
        let state = &mut self.states[at];
        if is_better {
            state.ties = Front::default();
        }
        (state.score, state.is_paid) = (Some(score), list.set.is_paid(self.kit.problem));
        state.ties.add(value, list);
        self.ranks.retain(|(_, known)| *known != at);
        let place = self.ranks.partition_point(|(better, _)| better.order(&rank) != Ordering::Greater);
        self.ranks.insert(place, (rank, at));
    }
}
