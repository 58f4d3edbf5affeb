//! What a set of steps can reach at best: no pathway made of it does better on any criterion.

use super::clock::{Clock, NEVER};
use super::item::{Item, role_ix};
use super::money::Ledger;
use super::problem::Problem;
use super::stones::BestPay;

/// The months that a set's courses take, in every choice of modes: in all, and of them without pay.
#[derive(Debug, Clone)]
pub(super) struct Study {
    /// Total and unpaid months; totals rise, unpaid months fall.
    choices: Vec<(u32, u32)>,
}

impl Study {
    pub fn of(problem: &Problem<'_>, set: &[Item]) -> Self {
        let mut choices = Vec::with_capacity(32);
        choices.push((0_u32, 0_u32));
        for step in set {
            let Item::Course(at) = step else { continue };
            let course = &problem.courses[*at as usize];
            for old in 0..choices.len() {
                let (total, unpaid) = choices[old];
                choices[old] = (total + course.full_time, unpaid + course.full_time);
                if let Some(beside) = course.alongside {
                    choices.push((total.saturating_add(beside), unpaid));
                }
            }
        }
        choices.sort_unstable();
        let mut least = NEVER;
        choices.retain(|(_, unpaid)| {
            let keeps = *unpaid < least;
            least = least.min(*unpaid);
            keeps
        });
        Self { choices }
    }

    /// The fewest months that all courses take.
    pub fn shortest(&self) -> u32 {
        self.choices[0].0
    }

    /// The fewest unpaid months if all courses take no more than so many.
    fn unpaid_within(&self, months: u32) -> u32 {
        self.choices.iter().rev().find(|(total, _)| *total <= months).map_or(NEVER, |(_, unpaid)| *unpaid)
    }
}

/// Where a pathway stands: nothing can come of it that these do not allow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stand {
    /// The month up to which pay is settled.
    pub since: u32,
    /// Pay before it.
    pub earned: i64,
    /// Months worked before it.
    pub worked: u32,
    /// The month from which the next course may start.
    pub study_free: u32,
    /// Months after `since` that are surely without pay.
    pub unpaid: u32,
    /// The earliest month in which the target can begin.
    pub earliest: u32,
}

impl Stand {
    /// With nothing on the clock yet.
    pub const fn today(earliest: u32) -> Self {
        Self { since: 0, earned: 0, worked: 0, study_free: 0, unpaid: 0, earliest }
    }
}

/// Whether, for some month from `stand.earliest` to `latest` in which the target may begin, the most that net earnings
/// can be passes `open`.
pub(super) fn some_month_open(
    ledger: &Ledger<'_, '_>,
    pay: &BestPay,
    study: &Study,
    target: (usize, u32),
    stand: &Stand,
    latest: u32,
    mut open: impl FnMut(u32, i64) -> bool,
) -> bool {
    let horizon = ledger.horizon();
    let (target, hire) = target;
    (stand.earliest..=latest).any(|month| {
        let within = month.saturating_sub(hire).saturating_sub(stand.study_free.max(stand.since));
        let more = study.unpaid_within(within);
        if more == NEVER {
            return false;
        }
        let counted = month.min(horizon);
        let unpaid = stand.unpaid + more;
        let paid = counted.saturating_sub(stand.since).saturating_sub(unpaid);
        let sums = pay.after((stand.since - stand.worked + unpaid).min(horizon));
        let at = |worked: u32| sums[(worked as usize).min(sums.len() - 1)];
        let worked = (stand.worked + paid).min(counted);
        let after = ledger.first_stretch(target, worked, horizon - counted).unwrap_or(0);
        open(month, stand.earned + at(stand.worked + paid) - at(stand.worked) + after)
    })
}

/// Where the steps on the clock stand.
pub(super) fn stand(clock: &Clock<'_, '_>, ledger: &Ledger<'_, '_>, earliest: u32) -> Option<Stand> {
    let (since, study_free, _) = clock.now();
    let since = since.min(ledger.horizon());
    let unpaid = if clock.studies_full_time() { study_free.saturating_sub(since) } else { 0 };
    Some(Stand {
        since,
        earned: ledger.earned(clock, since)?,
        worked: clock.months(since, |_| true),
        study_free,
        unpaid,
        earliest,
    })
}

/// Whether a role taken only for its pay beside a course would surely pay above the target in the month the target
/// begins, whenever that is.
pub(super) fn never_beside(problem: &Problem<'_>, stone: usize, target: usize) -> bool {
    let (before, first) = (problem.posts[stone].before, problem.posts[target].before);
    (0..=problem.limits.max_months).all(|worked| {
        let field = problem.field_before + worked;
        match (
            problem.pay.yearly(role_ix(stone), field, before),
            problem.pay.yearly(role_ix(target), field, first),
        ) {
            (Some(stone), Some(target)) => stone > target,
            _ => false,
        }
    })
}
