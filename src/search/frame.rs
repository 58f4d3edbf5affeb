//! A choice of roles on the way to one target, and what it can give at best.

use super::bits::Bits;
use super::bound::{Outlook, pays_above};
use super::floor::Floor;
use super::idle::ByIdle;
use super::item::{Item, item, narrow, role_ix};
use super::members::Members;
use super::money::Ledger;
use super::need::Need;
use super::problem::Problem;
use super::stones::{BestPay, Stones};
use super::turns::{MOST_TURNS, Turn, Turns};

/// What one target asks of the roles on the way.
#[derive(Debug)]
pub(super) struct Aim {
    pub target: usize,
    /// Per role: whether it is used only by what needs it: beside a course it would surely pay above the target, or it is
    /// open today and so comes in as a side job.
    pub never_beside: Vec<bool>,
    /// The roles open today that may be held beside a course, for their pay alone.
    pub side_jobs: Vec<usize>,
    /// The best pay of those, summed over 0, 1, 2 … months.
    side_pay: Vec<i64>,
    /// Per months without pay: what the target pays up to the horizon, by the month it begins in.
    after: ByIdle<Vec<i64>>,
}

impl Aim {
    pub fn new(problem: &Problem<'_>, ledger: &Ledger<'_, '_>, target: usize) -> Self {
        let open = |post: usize| problem.posts[post].need == Need::Met;
        let (mut never_beside, mut side_jobs) = (Vec::new(), Vec::new());
        for post in 0..problem.posts.len() {
            let never = pays_above(ledger, post, target);
            if !never && open(post) && post != target && problem.graph.roles[post].listed {
                side_jobs.push(post);
            }
            never_beside.push(never || open(post));
        }
        let mut side_pay = vec![0; ledger.horizon() as usize + 1];
        for month in 1..side_pay.len() {
            let paid = |job: &usize| {
                let sums = ledger.steady(Some(*job));
                sums[month] - sums[month - 1]
            };
            side_pay[month] = side_pay[month - 1] + side_jobs.iter().map(paid).max().unwrap_or(0);
        }
        Self { target, never_beside, side_jobs, side_pay, after: ByIdle::new(ledger.horizon()) }
    }

    /// The most that the target pays up to the horizon, by the month it begins in, after at least so many months without
    /// pay; nothing where its pay is not known.
    pub fn after(&self, ledger: &Ledger<'_, '_>, idle: u32) -> &[i64] {
        let horizon = ledger.horizon();
        let pay = |month: u32| {
            let worked = month.checked_sub(idle)?;
            ledger.best_stretch(self.target, worked, horizon - month)
        };
        self.after.get(idle, || (0..=horizon).map(|month| pay(month).unwrap_or(0)).collect())
    }

    /// The best pay that a choice of roles on the way, one open today beside it, and the job of today can give; nothing
    /// where there is no room for one more.
    pub fn room<'l>(
        &self,
        problem: &Problem<'_>,
        ledger: &'l Ledger<'_, '_>,
        stones: &Stones<'l>,
    ) -> Option<BestPay<'l>> {
        let room = stones.posts.len() + 1 < problem.rules.max_roles;
        room.then(|| stones.with(problem, ledger, &self.side_jobs))
    }

    /// Whether a choice of roles on the way could be used, each by what needs it, but for one that may be held for its pay.
    pub fn fits(&self, problem: &Problem<'_>, posts: &[usize]) -> bool {
        let open = problem.posts[self.target].need == Need::Met;
        if posts.contains(&self.target) || (open && !posts.is_empty()) {
            return false;
        }
        let helps = |post: usize| {
            let others = posts.iter().filter(|other| **other != post).chain([&self.target]);
            problem.helps_courses(post) || others.into_iter().any(|to| problem.feeds(item(post), item(*to)))
        };
        let mut idle = posts.iter().filter(|post| !helps(**post));
        idle.next().is_none_or(|post| !self.never_beside[*post] && idle.next().is_none())
    }

    /// All side jobs as one that is as good as each.
    fn side_turn(&self, problem: &Problem<'_>) -> Option<Turn<'_>> {
        let from = self.side_jobs.iter().map(|job| problem.posts[*job].hire).min()?;
        let entry = if problem.limits.may_stop_working { 0 } else { from };
        Some(Turn { sums: &self.side_pay, from, entry, least: 1 })
    }
}

/// A choice of roles on the way to a target.
#[derive(Debug)]
pub(super) struct Frame<'f> {
    pub stones: &'f Stones<'f>,
    /// The floor of the target's beginning.
    pub floor: Floor,
    /// Whether the pay of all roles, and what is held today costs, are known.
    pub roles_known: bool,
    /// Whether a role of unknown pay may be held beside.
    pub unknown_beside: bool,
    /// The courses that may help.
    pub helpers: Bits,
    /// Those of them without a known cost or upkeep, each with the floor of a target that it helps to.
    unpriced: Vec<(usize, Floor)>,
    pub outlook: Outlook<'f>,
}

impl<'f> Frame<'f> {
    /// Of roles that fit; nothing where the target cannot begin in time. `room` is the best pay with a side job, where there
    /// is room for one.
    pub fn new(
        problem: &'f Problem<'_>,
        ledger: &'f Ledger<'_, '_>,
        aim: &'f Aim,
        stones: &'f Stones<'f>,
        room: Option<&'f BestPay<'f>>,
    ) -> Option<Self> {
        let target = item(aim.target);
        let hire = problem.posts[aim.target].hire;
        let ready = stones.floors.ready(problem, target);
        let entered: u32 = stones.posts.iter().map(|post| problem.posts[*post].hire).sum();
        let end = ready.end.max(entered).max(stones.last_begin).saturating_add(hire);
        if end > problem.limits.max_months {
            return None;
        }
        let unknown = |post: usize| problem.pay.source(role_ix(post)).is_none();
        let posts = stones.posts.iter().copied().chain(problem.current()).chain([aim.target]);
        let dues_known = problem.upkeep_today.iter().all(|(amount, _)| amount.is_some());
        let members = Members::new(problem, target, &stones.posts);
        let roles = (1..).zip(&stones.posts).map(|(role, post)| {
            let least = members.months_needed(0, role, 0).max(1);
            (*post, stones.floors.of(problem, item(*post)).end, least)
        });
        let mut helpers = problem.helpers(target).clone();
        stones.posts.iter().for_each(|post| helpers.extend(problem.helpers(item(*post))));
        let unpriced = helpers.iter().filter(|course| !problem.courses[*course].priced());
        let unpriced = unpriced.map(|course| {
            let floor = stones.floors.of(problem, Item::Course(narrow(course)));
            (course, floor.later(hire))
        });
        let unpriced = unpriced.collect();
        let side = room.and_then(|_| aim.side_turn(problem));
        let turns = turns(problem, ledger, aim.target, roles, side);
        Some(Self {
            stones,
            floor: Floor { end, ..ready.later(hire) },
            roles_known: dues_known && !posts.into_iter().any(unknown),
            unknown_beside: room.is_some() && aim.side_jobs.iter().any(|post| unknown(*post)),
            unpriced,
            helpers,
            outlook: Outlook::new(problem, ledger, room.unwrap_or(&stones.pay), turns, aim),
        })
    }
}

impl Frame<'_> {
    /// The floors of ending in net earnings that are not known, for a set that stands on one and that courses from a place on
    /// may be added to.
    pub fn unknown(&self, floor: Floor, priced: bool, from: usize) -> impl Iterator<Item = Floor> {
        let already = !self.roles_known || !priced || self.unknown_beside;
        let later = self.unpriced.iter().filter(move |(course, _)| !already && *course >= from);
        already.then_some(floor).into_iter().chain(later.map(move |(_, unpriced)| floor.and(*unpriced)))
    }
}

/// The job of today and then some roles before a target, each from a month on and held for some months at least, in turn;
/// nothing where they are too many.
pub(super) fn turns<'l>(
    problem: &Problem<'_>,
    ledger: &'l Ledger<'_, '_>,
    target: usize,
    roles: impl Iterator<Item = (usize, u32, u32)>,
    beside: Option<Turn<'l>>,
) -> Option<Turns<'l>> {
    // who works may not stop: no study comes between one job and the next, but being hired for that does
    let hire = |post: usize| if problem.limits.may_stop_working { 0 } else { problem.posts[post].hire };
    let roles: Vec<(usize, u32, u32)> = roles.collect();
    let next = |role: usize| {
        let others = roles.iter().map(|(post, ..)| *post).filter(|post| *post != role).chain([target]);
        others.map(hire).min().unwrap_or(0).min(beside.map_or(u32::MAX, |beside| beside.entry))
    };
    let turn = |(post, from, least): &(usize, u32, u32)| Turn {
        sums: ledger.steady(Some(*post)),
        from: *from,
        entry: hire(*post),
        least: next(*post).max(*least),
    };
    let turns: Vec<Turn<'l>> = roles.iter().map(turn).collect();
    let today = ledger.steady(problem.current());
    (turns.len() + usize::from(beside.is_some()) <= MOST_TURNS).then(|| Turns::new(today, turns, beside))
}
