//! What a set of steps can reach at best: no pathway made of it does better on any criterion.

use super::clock::{Clock, NEVER};
use super::courses::Course;
use super::floor::Floor;
use super::frame::Aim;
use super::idle::ByIdle;
use super::item::Item;
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

    /// The fewest unpaid months in any choice of modes.
    fn least_unpaid(&self) -> u32 {
        self.choices.last().map_or(0, |(_, unpaid)| *unpaid)
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
    /// What its beginning stands on, whatever is still to be added.
    pub floor: Floor,
}

impl Stand {
    /// With nothing on the clock yet.
    pub const fn today(earliest: u32) -> Self {
        Self { since: 0, earned: 0, worked: 0, study_free: 0, unpaid: 0, earliest, floor: Floor::FREE }
    }
}

/// The most that net earnings can be, before costs, after so many months without pay.
#[derive(Debug)]
struct Most {
    /// The best pay over 0, 1, 2 … months of work.
    sums: Vec<i64>,
    /// By the month in which the target begins.
    net: Vec<i64>,
    /// By the month in which it begins or after which it does.
    later: Vec<i64>,
}

/// What the target can give at best, with some roles on the way.
#[derive(Debug)]
pub(super) struct Outlook<'o> {
    ledger: &'o Ledger<'o, 'o>,
    pay: &'o BestPay<'o>,
    /// The jobs in turn; none where there are too many to put in order.
    turns: Option<Turns<'o>>,
    aim: &'o Aim,
    hire: u32,
    latest: u32,
    /// Whether all costs fall before the horizon.
    all_paid: bool,
    /// With nothing on the clock.
    at_first: ByIdle<Most>,
    /// With something on it.
    since: ByIdle<Most>,
}

/// Less than anything that can be earned.
const NOTHING: i64 = i64::MIN / 4;

impl<'o> Outlook<'o> {
    pub fn new(
        problem: &Problem<'_>,
        ledger: &'o Ledger<'_, '_>,
        pay: &'o BestPay<'o>,
        turns: Option<Turns<'o>>,
        aim: &'o Aim,
    ) -> Self {
        let (hire, latest) = (problem.posts[aim.target].hire, problem.limits.max_months);
        Self {
            ledger,
            pay,
            turns,
            aim,
            hire,
            latest,
            all_paid: latest.saturating_sub(hire) < problem.rules.horizon,
            at_first: ByIdle::new(ledger.horizon()),
            since: ByIdle::new(ledger.horizon()),
        }
    }

    /// Whether some month for the target to begin in is left where nothing found beats the best that could be: with as
    /// much known, no dearer, no less sure, as soon and as well paid.
    pub fn open(&self, cost: i64, bars: &Bars<'_>, study: &Study, stand: &Stand) -> bool {
        if stand.earliest > self.latest {
            return false;
        }
        if !bars.net_known {
            return stand.earliest < bars.shut && bars.could_be(stand.earliest, None);
        }
        let spent = if self.all_paid { cost } else { 0 };
        let least = study.least_unpaid();
        for (month, bar) in (stand.earliest..=self.latest).zip(bars.from(stand.earliest)) {
            let within = month.saturating_sub(self.hire).saturating_sub(stand.study_free.max(stand.since));
            let more = study.unpaid_within(within).max(stand.floor.unpaid_by(month));
            if more == NEVER {
                continue;
            }
            let (net, later) = self.net(stand, month, stand.unpaid + more);
            if net - spent > bar.max(NOTHING / 2) && bars.could_be(month, Some(net - spent)) {
                return true;
            }
            // where even the most from here on is beaten, so is all that follows
            if more == least && (later - spent <= bar || !bars.could_be(month, Some(later - spent))) {
                return false;
            }
        }
        false
    }

    /// The most that net earnings can be, before costs, with so many months more without pay, if the target begins in a
    /// month; and if it begins then or later.
    fn net(&self, stand: &Stand, month: u32, unpaid: u32) -> (i64, i64) {
        let horizon = self.ledger.horizon();
        let idle = stand.since - stand.worked + unpaid;
        if month > horizon || idle > horizon {
            return (self.net_slowly(stand, month, idle), i64::MAX / 4);
        }
        let at = month as usize;
        match &self.turns {
            Some(turns) if stand.since == 0 => {
                let most = self.at_first.get(idle, || self.most(turns.after(idle), idle));
                (most.net[at], most.later[at])
            }
            _ => {
                let most = self.since.get(idle, || self.most(self.pay.after(idle), idle));
                let before = stand.earned - most.sums[stand.worked as usize];
                (before + most.net[at], before + most.later[at])
            }
        }
    }

    /// The same with no table, which where the target may begin after the horizon would not do.
    fn net_slowly(&self, stand: &Stand, month: u32, idle: u32) -> i64 {
        let horizon = self.ledger.horizon();
        let counted = month.min(horizon);
        let sums = self.pay.after(idle.min(horizon));
        let at = |worked: u32| sums[(worked as usize).min(sums.len() - 1)];
        let worked = counted.saturating_sub(idle).max(stand.worked).min(counted);
        let after = self.ledger.best_stretch(self.aim.target, worked, horizon - counted).unwrap_or(0);
        stand.earned + at(worked) - at(stand.worked) + after
    }

    /// The most that net earnings can be after some months without pay, from the best pay before the target begins.
    fn most(&self, sums: Vec<i64>, idle: u32) -> Most {
        let horizon = self.ledger.horizon();
        let months = sums.iter().zip(&self.aim.after(self.ledger, idle)[idle as usize..]);
        let net = months.map(|(before, after)| if *before == i64::MIN { NOTHING } else { before + after });
        let net: Vec<i64> = std::iter::repeat_n(NOTHING, idle as usize).chain(net).collect();
        let mut later = net.clone();
        if self.latest > horizon {
            // what comes after the horizon is told by no table
            later[horizon as usize] = i64::MAX / 4;
        }
        for month in (1..later.len()).rev() {
            later[month - 1] = later[month - 1].max(later[month]);
        }
        Most { sums, net, later }
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
        floor: Floor::FREE,
    })
}

/// Whether a role taken only for its pay beside a course would surely pay above the target in the month the target
/// begins, whenever that is.
pub(super) fn pays_above(ledger: &Ledger<'_, '_>, stone: usize, target: usize) -> bool {
    let mut both = ledger.starts(stone).iter().zip(ledger.starts(target));
    both.all(|pay| matches!(pay, (Some(stone), Some(target)) if stone > target))
}
