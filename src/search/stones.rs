//! Choices of roles on the way, with what each choice can pay and when it can begin at the earliest.

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

impl<'l> Stones<'l> {
    /// Every choice of listed roles that can be entered in time, fewest first.
    pub fn all(problem: &Problem<'_>, ledger: &'l Ledger<'_, '_>) -> Vec<Self> {
        let listed: Vec<usize> =
            (0..problem.posts.len()).filter(|post| problem.graph.roles[*post].listed).collect();
        let mut all = Vec::new();
        let mut add = |posts: &[usize], floors: &Floors| {
            let begin = |post: &usize| floors.of(problem, item(*post)).end;
            let last_begin = posts.iter().map(begin).max().unwrap_or(0);
            if last_begin <= problem.limits.max_months {
                all.push(Self::of(problem, ledger, posts.to_vec(), floors.clone(), last_begin));
            }
        };
        choose(
            problem,
            &listed,
            problem.on_the_way(),
            &mut Vec::new(),
            &Floors::of_courses(problem),
            &mut add,
        );
        all.sort_by(|a, b| {
            let fewest = a.posts.len().cmp(&b.posts.len());
            fewest.then_with(|| a.posts.iter().rev().cmp(b.posts.iter().rev()))
        });
        all
    }

    fn of(
        problem: &Problem<'_>,
        ledger: &'l Ledger<'_, '_>,
        posts: Vec<usize>,
        floors: Floors,
        last_begin: u32,
    ) -> Self {
        let begins: Vec<(usize, u32)> = posts
            .iter()
            .map(|post| (*post, floors.of(problem, item(*post)).end))
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
    fn of(ledger: &'l Ledger<'_, '_>, begins: &[(usize, u32)]) -> Self {
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

/// Tells every choice of at most so many more roles of a list, in order, each with its floors.
fn choose(
    problem: &Problem<'_>,
    list: &[usize],
    more: usize,
    posts: &mut Vec<usize>,
    floors: &Floors,
    tell: &mut impl FnMut(&[usize], &Floors),
) {
    tell(posts, floors);
    if more == 0 {
        return;
    }
    for (at, post) in list.iter().enumerate() {
        posts.push(*post);
        let with = floors.with(problem, posts, *post);
        choose(problem, &list[at + 1..], more - 1, posts, &with, tell);
        posts.pop();
    }
}
