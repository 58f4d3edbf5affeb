//! Net earnings of what is on the clock, and of staying.

use std::cell::OnceCell;

use super::clock::Clock;
use super::item::{Item, role_ix};
use super::need::Need;
use super::problem::Problem;
use crate::graph::RoleIx;
use crate::units::Money;

/// Sums in cents over the first 0, 1, 2 … months.
type Sums = Box<[i64]>;

/// By the months worked since today when a stretch begins; none where its pay is not known.
type Begun = Box<[OnceCell<Option<Sums>>]>;

/// Pay in cents summed over the months of a stretch, tabulated on demand.
#[derive(Debug)]
pub(super) struct Ledger<'p, 'a> {
    problem: &'p Problem<'a>,
    /// Per role, per months worked since today when it begins: sums of pay over the first 0, 1, 2 … months, where they are
    /// not kept for the region.
    sums: Vec<OnceCell<Begun>>,
    /// Per role whose pay may fall: sums over the first 0, 1, 2 … months from today of the most it has paid by each.
    most: Vec<OnceCell<Option<Sums>>>,
    /// Per role: yearly pay when it begins after 0, 1, 2 … months of work since today.
    starts: Vec<OnceCell<Vec<Option<Money>>>>,
    /// Sums of no pay.
    unpaid: Sums,
}

impl<'p, 'a> Ledger<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let starts = problem.rules.horizon as usize + 1;
        let sums = problem.posts.iter().map(|_| OnceCell::new()).collect();
        let most = problem.posts.iter().map(|_| OnceCell::new()).collect();
        let begun = problem.posts.iter().map(|_| OnceCell::new()).collect();
        Self { problem, sums, most, starts: begun, unpaid: vec![0; starts].into() }
    }

    /// Months over which money is counted.
    pub const fn horizon(&self) -> u32 {
        self.problem.rules.horizon
    }

    /// Yearly pay in a role that begins after 0, 1, 2 … months of work since today, up to the longest time to a target.
    pub fn starts(&self, post: usize) -> &[Option<Money>] {
        let (problem, tenure) = (self.problem, self.problem.posts[post].before);
        let counts = problem.limits.max_months + 1;
        if let Some(kept) = problem.pay.kept_starts(role_ix(post), problem.field_before, tenure, counts) {
            return kept;
        }
        self.starts[post].get_or_init(|| {
            let begun = |worked| problem.pay.yearly(role_ix(post), problem.field_before + worked, tenure);
            (0..counts).map(begun).collect()
        })
    }

    /// Pay over the first `months` in a role begun after `worked` months of work since today, with no earlier stretch
    /// in it since today.
    pub fn first_stretch(&self, post: usize, worked: u32, months: u32) -> Option<i64> {
        self.stretch(post, worked).map(|sums| sums[months as usize])
    }

    /// Pay summed over the first 0, 1, 2 … months in a role, up to the horizon or beyond, begun as in `first_stretch`; none
    /// where it is not known.
    pub fn stretch(&self, post: usize, worked: u32) -> Option<&[i64]> {
        let (problem, role) = (self.problem, role_ix(post));
        let (field, tenure) = (problem.field_before + worked, problem.posts[post].before);
        if let Some(kept) = problem.pay.kept(role, field, tenure, self.horizon()) {
            return kept;
        }
        let none = || (0..=self.horizon()).map(|_| OnceCell::new()).collect();
        let table = self.sums[post].get_or_init(none)[worked as usize]
            .get_or_init(|| problem.pay.summed(role, field, tenure, self.horizon() - worked));
        table.as_deref()
    }

    /// The most that the first 0, 1, 2 … months from today can pay in one role, its pay taken as never falling; zero where
    /// it is not known or there is no role.
    pub fn steady(&self, post: Option<usize>) -> &[i64] {
        let sums = post.and_then(|post| {
            if !self.problem.pay.may_fall(role_ix(post)) {
                return self.stretch(post, 0);
            }
            let never_falling = || {
                let (mut most, mut sum) = (0, 0);
                let months = self.stretch(post, 0)?.windows(2).map(|sums| sums[1] - sums[0]);
                let sums = months.map(|month| {
                    most = most.max(month);
                    sum += most;
                    sum
                });
                Some(std::iter::once(0).chain(sums).collect())
            };
            self.most[post].get_or_init(never_falling).as_deref()
        });
        sums.unwrap_or(&self.unpaid)
    }

    /// The most that the first `months` in a role can pay, begun after no more than `worked` months of work since today;
    /// nothing where it is not known.
    pub fn best_stretch(&self, post: usize, worked: u32, months: u32) -> Option<i64> {
        let earliest = if self.problem.pay.may_fall(role_ix(post)) { 0 } else { worked };
        let begun = (earliest..=worked).map(|worked| self.first_stretch(post, worked, months));
        begun.max().flatten()
    }

    /// Pay from today to a month, not counting it; none where a part is not known.
    pub fn earned(&self, clock: &Clock<'_, '_>, until: u32) -> Option<i64> {
        let mut worked = 0;
        let mut sum = 0;
        for (at, stretch) in clock.work.iter().enumerate() {
            let months = stretch.end.min(until).saturating_sub(stretch.begin);
            if months == 0 {
                continue;
            }
            let earlier: u32 = clock.work[..at]
                .iter()
                .filter(|other| other.post == stretch.post)
                .map(|other| other.end.min(until).saturating_sub(other.begin))
                .sum();
            sum += if earlier == 0 {
                self.first_stretch(stretch.post, worked, months)?
            } else {
                let field = self.problem.field_before + worked;
                let tenure = self.problem.posts[stretch.post].before + earlier;
                let month = |m| self.problem.pay.month(role_ix(stretch.post), field + m, tenure + m);
                (0..months).map(month).sum::<Option<i64>>()?
            };
            worked += months;
        }
        Some(sum)
    }

    /// Pay minus costs and upkeep before the horizon; none where the pay of a role on the clock, a cost or an upkeep is
    /// not known, even if it would fall due later.
    pub fn net(&self, clock: &Clock<'_, '_>) -> Option<i64> {
        let horizon = self.problem.rules.horizon;
        if clock.work.iter().any(|stretch| self.problem.pay.source(role_ix(stretch.post)).is_none()) {
            return None;
        }
        let mut net = self.earned(clock, horizon)? - upkeep(&self.problem.upkeep_today, 0, horizon)?;
        for placed in &clock.placed {
            if let Item::Course(course) = placed.item {
                let course = &self.problem.courses[course as usize];
                let cost = course.cost?;
                net -= if placed.start < horizon { cost } else { 0 };
                net -= upkeep(&course.upkeep, placed.end, horizon)?;
            }
        }
        Some(net)
    }
}

/// Upkeep falling due before the horizon for something earned in a month: first one period later.
fn upkeep(dues: &[(Option<i64>, u32)], earned: u32, horizon: u32) -> Option<i64> {
    dues.iter()
        .map(|(amount, every)| {
            let times = horizon.saturating_sub(1).saturating_sub(earned) / every;
            amount.map(|amount| amount * i64::from(times))
        })
        .sum()
}

/// What comes of taking no step: the role and its net earnings before the horizon. Without a job today it is the best
/// paid listed role already open today, entered at once; with none open, no role and zero. Net earnings are none
/// where pay or upkeep is not known.
#[must_use]
pub fn stay(problem: &Problem<'_>) -> (Option<RoleIx>, u32, Option<Money>) {
    let (ledger, horizon) = (Ledger::new(problem), problem.rules.horizon);
    let open = || {
        let listed = (0..problem.posts.len()).filter(|post| problem.graph.roles[*post].listed);
        listed.filter(|post| problem.posts[*post].need == Need::Met)
    };
    let paid =
        |post: &usize| problem.pay.yearly(role_ix(*post), problem.field_before, problem.posts[*post].before);
    let best = || open().max_by(|a, b| paid(a).cmp(&paid(b)).then(b.cmp(a)));
    let held = problem.current().map(|post| (post, 0));
    let held = held.or_else(|| best().map(|post| (post, problem.posts[post].hire)));
    let dues = upkeep(&problem.upkeep_today, 0, horizon);
    let Some((post, begin)) = held else { return (None, 0, dues.map(|dues| Money::from_cents(-dues))) };
    let pay = ledger.first_stretch(post, 0, horizon.saturating_sub(begin));
    let net = pay.zip(dues).map(|(pay, dues)| Money::from_cents(pay - dues));
    (Some(role_ix(post)), begin, net)
}
