//! What any pathway to a target can score at best, whatever its steps: told from floors alone, before a set is looked at.

use super::Value;
use super::floor::{Floor, Floors};
use super::goal::Target;
use super::item::{Item, item, narrow, role_ix};
use super::money::Ledger;
use super::problem::Problem;
use super::stones::BestPay;
use crate::units::Money;

/// Where a person stands before any target is looked at.
pub(super) struct Outset<'l, 'p, 'a> {
    problem: &'p Problem<'a>,
    /// The floors of all steps with any listed role on the way.
    floors: Floors,
    /// The best pay of all roles that can be held.
    pay: BestPay<'l>,
    /// The floors of steps with which net earnings are not known.
    unknown: Vec<Floor>,
    /// The first months in which roles can begin.
    begins: Vec<u32>,
}

/// The best that any pathway to one target can score.
pub(super) struct Prospect {
    /// By the month in which the target begins or after which it does.
    scores: Vec<f64>,
    /// The first month in which it can begin.
    first: u32,
    hire: u32,
    /// Per role: how long it takes to be hired, and the first month in which it can begin.
    posts: Vec<(u32, u32)>,
}

impl<'l, 'p, 'a> Outset<'l, 'p, 'a> {
    pub fn new(problem: &'p Problem<'a>, ledger: &'l Ledger<'_, '_>) -> Self {
        let listed: Vec<usize> =
            (0..problem.posts.len()).filter(|post| problem.graph.roles[*post].listed).collect();
        let floors = Floors::of_all(problem, &listed);
        let end = |post: usize| floors.of(problem, item(post)).end;
        let held =
            listed.iter().map(|post| (*post, end(*post))).chain(problem.current().map(|post| (post, 0)));
        let held: Vec<(usize, u32)> = held.filter(|(_, from)| *from <= problem.limits.max_months).collect();
        let unpaid = held.iter().filter(|(post, _)| problem.pay.source(role_ix(*post)).is_none());
        let unpriced = (0..problem.courses.len()).filter(|at| !problem.courses[*at].priced());
        let steps = unpaid.map(|(post, _)| item(*post)).chain(unpriced.map(|at| Item::Course(narrow(at))));
        let unknown = steps.map(|step| floors.of(problem, step)).collect();
        let begins = (0..problem.posts.len()).map(end).collect();
        Self { pay: BestPay::of(ledger, &held), problem, floors, unknown, begins }
    }

    /// What a target can score at best; nothing where it cannot begin within the limits.
    pub fn prospect(&self, ledger: &Ledger<'_, '_>, target: &Target<'_>) -> Option<Prospect> {
        let (problem, post) = (self.problem, target.role.at());
        let ready = self.floors.ready(problem, item(post));
        let (hire, latest) = (problem.posts[post].hire, problem.limits.max_months);
        let first = ready.end.saturating_add(hire);
        let dear = problem.limits.budget.is_some_and(|budget| ready.cost > budget.cents());
        if first > latest || dear || problem.current() == Some(post) {
            return None;
        }
        let score = |months: u32, floor: &Floor, net: Option<i64>, priced| {
            let (cost, net) = (Money::from_cents(floor.cost), net.map(Money::from_cents));
            (target.score)(&Value { months, cost, net, chance: floor.chance.value, rated: true }, priced)
        };
        let dues_known = problem.upkeep_today.iter().all(|(amount, _)| amount.is_some());
        let current_known = problem.current().is_none_or(|post| problem.pay.source(role_ix(post)).is_some());
        let told = dues_known && current_known;
        let horizon = ledger.horizon();
        let begun = ready.later(hire);
        let idle = begun.unpaid.min(horizon);
        let (free, after_idle) = (self.pay.after(0), self.pay.after(idle));
        let known = |month: u32| {
            let counted = month.min(horizon);
            let unpaid = begun.unpaid_by(month);
            if unpaid > counted {
                return f64::NEG_INFINITY;
            }
            let (worked, sums) = (counted - unpaid, if unpaid == 0 { &free } else { &after_idle });
            let after = ledger.best_stretch(post, worked, horizon - counted).filter(|_| told);
            let net = after.map(|after| sums[worked as usize] + after);
            net.map_or(f64::NEG_INFINITY, |net| score(month, &ready, Some(net), true))
        };
        let all_unknown = !told || problem.pay.source(target.role).is_none();
        let with = |floor: &Floor| floor.later(hire);
        let unknown: Vec<Floor> = if all_unknown {
            lowest(std::iter::once(begun).filter(|floor| floor.end <= latest))
        } else {
            lowest(
                self.unknown.iter().map(|floor| begun.and(with(floor))).filter(|floor| floor.end <= latest),
            )
        };
        let unknown = |month: u32| {
            let each = unknown.iter().map(|floor| {
                let months = floor.end.max(month);
                score(months, floor, None, true).max(score(months, floor, None, false))
            });
            each.fold(f64::NEG_INFINITY, f64::max)
        };
        let mut scores: Vec<f64> = (0..=latest)
            .map(|month| if month < first { f64::NEG_INFINITY } else { known(month).max(unknown(month)) })
            .collect();
        for month in (1..scores.len()).rev() {
            scores[month - 1] = scores[month - 1].max(scores[month]);
        }
        let posts = problem.posts.iter().zip(&self.begins).map(|(post, begin)| (post.hire, *begin)).collect();
        Some(Prospect { scores, first, hire, posts })
    }
}

/// Those of some floors that none of the others is as low as in month, cost and chance.
fn lowest(floors: impl Iterator<Item = Floor>) -> Vec<Floor> {
    let as_low = |one: &Floor, other: &Floor| {
        one.end <= other.end && one.cost <= other.cost && one.chance.value >= other.chance.value
    };
    let mut lowest: Vec<Floor> = Vec::new();
    for floor in floors {
        if !lowest.iter().any(|low| as_low(low, &floor)) {
            lowest.retain(|low| !as_low(&floor, low));
            lowest.push(floor);
        }
    }
    lowest
}

impl Prospect {
    /// The most that can be scored.
    pub fn most(&self) -> f64 {
        self.scores[0]
    }

    /// The most that can be scored with some roles on the way; nothing where the target cannot begin in time.
    pub fn with(&self, posts: &[usize]) -> Option<f64> {
        let entered: u32 = posts.iter().map(|post| self.posts[*post].0).sum();
        let begun = posts.iter().map(|post| self.posts[*post].1).max().unwrap_or(0);
        let month = entered.max(begun).saturating_add(self.hire).max(self.first);
        self.scores.get(month as usize).copied()
    }
}
