//! Choices of roles on the way, with what each choice can pay and when it can begin at the earliest.

use std::cell::OnceCell;

use super::floor::Floors;
use super::item::item;
use super::money::Ledger;
use super::problem::Problem;

/// One choice of roles to enter before the target.
#[derive(Debug)]
pub(super) struct Stones<'l> {
    /// The roles, in order.
    pub posts: Vec<usize>,
    /// The best they and the job of today can pay.
    pub pay: BestPay<'l>,
    pub floors: Floors,
    /// The month in which the last of the roles to become open can begin.
    pub last_begin: u32,
}

/// A choice of roles, and what is known of it once it is asked for.
#[derive(Debug)]
struct Crossing<'l> {
    posts: Vec<usize>,
    /// The place of the choice without its last role.
    shorter: usize,
    stones: OnceCell<Stones<'l>>,
}

/// Every choice of listed roles, fewest first.
#[derive(Debug)]
pub(super) struct Crossings<'p, 'a, 'l> {
    problem: &'p Problem<'a>,
    ledger: &'l Ledger<'p, 'a>,
    all: Vec<Crossing<'l>>,
}

impl<'p, 'a, 'l> Crossings<'p, 'a, 'l> {
    pub fn new(problem: &'p Problem<'a>, ledger: &'l Ledger<'p, 'a>) -> Self {
        let listed: Vec<usize> =
            (0..problem.posts.len()).filter(|post| problem.graph.roles[*post].listed).collect();
        let crossing = |posts, shorter| Crossing { posts, shorter, stones: OnceCell::new() };
        let mut all = vec![crossing(Vec::new(), 0)];
        let mut last = 0..1;
        for _ in 0..problem.on_the_way() {
            // by their last role, then the one before it
            let mut longer = Vec::new();
            for post in &listed {
                for shorter in last.clone() {
                    if all[shorter].posts.last().is_none_or(|before| before < post) {
                        let posts = all[shorter].posts.iter().copied().chain([*post]).collect();
                        longer.push(crossing(posts, shorter));
                    }
                }
            }
            last = all.len()..all.len() + longer.len();
            all.extend(longer);
        }
        Self { problem, ledger, all }
    }

    /// The places of all, with their roles in order.
    pub fn places(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.all.iter().map(|crossing| crossing.posts.as_slice()).enumerate()
    }

    /// What is known of one.
    pub fn get(&self, at: usize) -> &Stones<'l> {
        let Crossing { posts, shorter, stones } = &self.all[at];
        stones.get_or_init(|| {
            let floors = match posts.last() {
                None => Floors::of_courses(self.problem),
                Some(post) => self.get(*shorter).floors.with(self.problem, posts, *post),
            };
            Stones::of(self.problem, self.ledger, posts.clone(), floors)
        })
    }
}

impl<'l> Stones<'l> {
    fn of(problem: &Problem<'_>, ledger: &'l Ledger<'_, '_>, posts: Vec<usize>, floors: Floors) -> Self {
        let begin = |post: &usize| floors.of(problem, item(*post)).end;
        let last_begin = posts.iter().map(begin).max().unwrap_or(0);
        let begins: Vec<(usize, u32)> = posts
            .iter()
            .map(|post| (*post, begin(post)))
            .chain(problem.current().map(|post| (post, 0)))
            .collect();
        Self { pay: BestPay::of(ledger, &begins), posts, floors, last_begin }
    }

    /// The best they can pay with some roles open today beside them.
    pub fn with(&self, problem: &Problem<'_>, ledger: &'l Ledger<'_, '_>, open: &[usize]) -> BestPay<'l> {
        let begins: Vec<(usize, u32)> = open.iter().map(|post| (*post, problem.posts[*post].hire)).collect();
        self.pay.with(ledger, &begins)
    }
}

/// A role's pay.
#[derive(Debug, Clone, Copy)]
struct Paid<'l> {
    post: usize,
    /// The earliest month it can be held.
    from: u32,
    /// Summed over 0, 1, 2 … months worked since today, all of them in it; zero where not known.
    sums: &'l [i64],
}

/// The best pay that some roles can give, by months without pay before it.
#[derive(Debug)]
pub(super) struct BestPay<'l> {
    roles: Vec<Paid<'l>>,
    horizon: u32,
}

impl<'l> BestPay<'l> {
    /// Of roles, each with the earliest month it can be held.
    pub fn of(ledger: &'l Ledger<'_, '_>, begins: &[(usize, u32)]) -> Self {
        Self { roles: Vec::new(), horizon: ledger.horizon() }.with(ledger, begins)
    }

    /// The same roles and some more, each with the earliest month it can be held.
    pub fn with(&self, ledger: &'l Ledger<'_, '_>, begins: &[(usize, u32)]) -> Self {
        let paid =
            |(post, from): &(usize, u32)| Paid { post: *post, from: *from, sums: ledger.steady(Some(*post)) };
        let roles = self.roles.iter().copied().chain(begins.iter().map(paid)).collect();
        Self { roles, horizon: self.horizon }
    }

    /// The same roles, each held no earlier than `begin` says.
    pub fn delayed(&self, begin: impl Fn(usize) -> u32) -> Self {
        let later = |role: &Paid<'l>| Paid { from: begin(role.post).max(role.from), ..*role };
        Self { roles: self.roles.iter().map(later).collect(), horizon: self.horizon }
    }

    /// The best pay summed over 0, 1, 2 … months of work after `idle` months without.
    pub fn after(&self, idle: u32) -> Vec<i64> {
        let mut sums = vec![0; (self.horizon - idle) as usize + 1];
        for role in &self.roles {
            let months = role.sums.windows(2).map(|sums| sums[1] - sums[0]);
            let from = role.from.saturating_sub(idle) as usize;
            for (best, pay) in sums[1..].iter_mut().zip(months).skip(from) {
                *best = (*best).max(pay);
            }
        }
        let mut sum = 0;
        for best in &mut sums {
            sum += *best;
            *best = sum;
        }
        sums
    }
}
