//! Choices of roles on the way, with what each choice can pay and when it can begin at the earliest.

use super::floor::{Floor, floors, of_need};
use super::item::{Item, item};
use super::money::Ledger;
use super::problem::Problem;

/// One choice of roles to enter before the target.
#[derive(Debug)]
pub(super) struct Stones<'l> {
    /// The roles, in order.
    pub posts: Vec<usize>,
    /// The best they and the job of today can pay.
    pub pay: BestPay<'l>,
    /// The roles, then every course.
    pub steps: Vec<Item>,
    /// The floor of each of `steps`.
    pub floors: Vec<Floor>,
}

impl<'l> Stones<'l> {
    /// Every choice of listed roles that can be entered in time, fewest first.
    pub fn all(problem: &Problem<'_>, ledger: &'l Ledger<'_, '_>) -> Vec<Self> {
        let listed: Vec<usize> =
            (0..problem.posts.len()).filter(|post| problem.graph.roles[*post].listed).collect();
        (0..problem.rules.max_roles.max(1))
            .flat_map(|size| choices(listed.len(), size))
            .map(|chosen| Self::of(problem, ledger, chosen.iter().map(|at| listed[*at]).collect()))
            .filter(|stones| stones.last_begin() <= problem.limits.max_months)
            .collect()
    }

    fn of(problem: &Problem<'_>, ledger: &'l Ledger<'_, '_>, posts: Vec<usize>) -> Self {
        let courses = (0..).zip(&problem.courses).map(|(at, _)| Item::Course(at));
        let steps: Vec<Item> = posts.iter().map(|post| item(*post)).chain(courses).collect();
        let floors = floors(problem, &steps);
        let begins: Vec<(usize, u32)> = posts
            .iter()
            .zip(&floors)
            .map(|(post, floor)| (*post, floor.end))
            .chain(problem.current().map(|post| (post, 0)))
            .collect();
        Self { pay: BestPay::of(ledger, &begins), posts, steps, floors }
    }

    /// The month in which the last of the roles to become open can begin.
    pub fn last_begin(&self) -> u32 {
        self.floors[..self.posts.len()].iter().map(|floor| floor.end).max().unwrap_or(0)
    }

    /// The best they can pay with some roles open today beside them.
    pub fn with(&self, problem: &Problem<'_>, ledger: &'l Ledger<'_, '_>, open: &[usize]) -> BestPay<'l> {
        let begins: Vec<(usize, u32)> = open.iter().map(|post| (*post, problem.posts[*post].hire)).collect();
        self.pay.with(ledger, &begins)
    }

    /// The floor of meeting the need of a role outside the choice.
    pub fn ready(&self, problem: &Problem<'_>, post: usize) -> Floor {
        of_need(problem, &self.steps, &self.floors, &problem.posts[post].need)
    }

    /// The floor of a step of the choice or a course.
    pub fn floor(&self, step: Item) -> Floor {
        let at = match step {
            Item::Course(course) => self.posts.len() + usize::from(course),
            Item::Post(post) => {
                let place = self.posts.iter().position(|known| *known == usize::from(post));
                place.expect("a role of the choice")
            }
        };
        self.floors[at]
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

/// Every choice of `n` out of `count` places, in order.
fn choices(count: usize, n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    if n > count {
        return Vec::new();
    }
    let mut all = Vec::new();
    for last in n - 1..count {
        for mut start in choices(last, n - 1) {
            start.push(last);
            all.push(start);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::choices;

    #[test]
    fn choices_are_every_subset_once() {
        assert_eq!(choices(3, 2), [[0, 1], [0, 2], [1, 2]]);
        assert_eq!(choices(2, 3), Vec::<Vec<usize>>::new());
        assert_eq!(choices(5, 3).len(), 10);
    }
}
