//! What a set of steps can reach at best: no pathway made of it does better on any criterion.

use std::cell::OnceCell;

use super::clock::{Clock, NEVER};
use super::courses::Course;
use super::item::{Item, role_ix};
use super::money::Ledger;
use super::problem::Problem;
use super::stones::BestPay;
use super::turns::Turns;
use super::worth::Bars;

/// The months that a set's courses take, in every choice of modes: in all, and of them without pay.
#[derive(Debug, Clone)]
pub(super) struct Study {
    /// Total and unpaid months; totals rise, unpaid months fall.
    choices: Vec<(u32, u32)>,
}

impl Study {
    /// No course.
    pub fn none() -> Self {
        Self { choices: vec![(0, 0)] }
    }

    pub fn of(problem: &Problem<'_>, set: &[Item]) -> Self {
        set.iter().fold(Self::none(), |study, step| match step {
            Item::Course(at) => study.with(&problem.courses[*at as usize]),
            Item::Post(_) => study,
        })
    }

    /// With one course more, taken beside a job; nothing where that cannot be.
    pub fn with_beside(&self, course: &Course) -> Option<Self> {
        let months = course.alongside?;
        let choices = self.choices.iter().map(|(total, unpaid)| (total.saturating_add(months), *unpaid));
        Some(Self { choices: choices.collect() })
    }

    /// With one course more.
    pub fn with(&self, course: &Course) -> Self {
        let mut choices = Vec::with_capacity(2 * self.choices.len());
        for (total, unpaid) in &self.choices {
            if let Some(months) = course.full_time {
                choices.push((total + months, unpaid + months));
            }
            if let Some(beside) = course.alongside {
                choices.push((total.saturating_add(beside), *unpaid));
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

/// What the target can give at best, with some roles on the way.
#[derive(Debug)]
pub(super) struct Outlook<'o> {
    ledger: &'o Ledger<'o, 'o>,
    pay: &'o BestPay,
    /// The jobs in turn; none where there are too many to put in order.
    turns: Option<Turns<'o>>,
    target: usize,
    hire: u32,
    latest: u32,
    /// Whether all costs fall before the horizon.
    all_paid: bool,
    /// Per month: the most that net earnings can be, before costs, if the target begins in that month or later.
    most: OnceCell<Vec<i64>>,
}

impl<'o> Outlook<'o> {
    pub fn new(
        problem: &Problem<'_>,
        ledger: &'o Ledger<'_, '_>,
        pay: &'o BestPay,
        turns: Option<Turns<'o>>,
        target: usize,
    ) -> Self {
        let (hire, latest) = (problem.posts[target].hire, problem.limits.max_months);
        Self {
            ledger,
            pay,
            turns,
            target,
            hire,
            latest,
            all_paid: latest.saturating_sub(hire) < problem.rules.horizon,
            most: OnceCell::new(),
        }
    }

    /// Whether some month for the target to begin in is left where nothing found beats the best that could be: with as
    /// much known, no dearer, no less sure, as soon and as well paid.
    pub fn open(&self, cost: i64, bars: &Bars, study: &Study, stand: &Stand) -> bool {
        if stand.earliest > self.latest || !bars.net_known {
            return stand.earliest <= self.latest && stand.earliest < bars.shut;
        }
        let spent = if self.all_paid { cost } else { 0 };
        for (month, bar) in (stand.earliest..=self.latest).zip(bars.from(stand.earliest)) {
            if self.net(study, stand, month).is_some_and(|net| net - spent > bar) {
                return true;
            }
            // where even the most from here on is beaten, so is all that follows
            if self.most(month) - spent <= bar {
                return false;
            }
        }
        false
    }

    /// The most that net earnings can be, before costs, if the target begins in a month or later.
    fn most(&self, month: u32) -> i64 {
        let most = self.most.get_or_init(|| {
            let study = Study::none();
            let stand = Stand::today(0);
            let mut most: Vec<i64> = (0..=self.latest)
                .map(|month| self.net(&study, &stand, month).unwrap_or(i64::MIN / 2))
                .collect();
            for month in (1..most.len()).rev() {
                most[month - 1] = most[month - 1].max(most[month]);
            }
            most
        });
        most[month as usize]
    }

    /// The most that net earnings can be, before costs, if the target begins in a month; nothing where the courses left
    /// take longer.
    fn net(&self, study: &Study, stand: &Stand, month: u32) -> Option<i64> {
        let horizon = self.ledger.horizon();
        let within = month.saturating_sub(self.hire).saturating_sub(stand.study_free.max(stand.since));
        let more = study.unpaid_within(within);
        if more == NEVER {
            return None;
        }
        let counted = month.min(horizon);
        let unpaid = stand.unpaid + more;
        let paid = counted.saturating_sub(stand.since).saturating_sub(unpaid);
        let worked = (stand.worked + paid).min(counted);
        let after = self.ledger.first_stretch(self.target, worked, horizon - counted).unwrap_or(0);
        if let (Some(turns), 0, true) = (&self.turns, stand.since, month <= horizon) {
            let sums = turns.after(unpaid.min(horizon));
            let before = sums.get(paid as usize).copied().filter(|sum| *sum != i64::MIN);
            return before.map(|before| before + after);
        }
        let sums = self.pay.after((stand.since - stand.worked + unpaid).min(horizon));
        let at = |worked: u32| sums[(worked as usize).min(sums.len() - 1)];
        Some(stand.earned + at(stand.worked + paid) - at(stand.worked) + after)
    }
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
pub(super) fn pays_above(problem: &Problem<'_>, stone: usize, target: usize) -> bool {
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
