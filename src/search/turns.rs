//! The best pay of jobs held one after another: the job of today, then each role on the way for as long as it must be
//! held, in the better order.

/// More turns than this are not put in order: it would take longer than it saves.
pub(super) const MOST_TURNS: usize = 3;

/// A role on the way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn<'l> {
    /// Pay summed over 0, 1, 2 … months worked since today, all of them in it; zero where not known.
    pub sums: &'l [i64],
    /// The earliest month it can be held.
    pub from: u32,
    /// The fewest months before it that are no study.
    pub entry: u32,
    /// The fewest months it must be held.
    pub least: u32,
}

/// Jobs to be held one after another.
#[derive(Debug)]
pub(super) struct Turns<'l> {
    /// Pay of the job of today, summed as in a turn.
    today: &'l [i64],
    roles: Vec<Turn<'l>>,
    /// One more that may be held in between.
    beside: Option<Turn<'l>>,
}

impl<'l> Turns<'l> {
    pub const fn new(today: &'l [i64], roles: Vec<Turn<'l>>, beside: Option<Turn<'l>>) -> Self {
        Self { today, roles, beside }
    }

    /// The most that 0, 1, 2 … months of work after `idle` months without can pay, every role held as long as it must be;
    /// `i64::MIN` where they are too few for that.
    pub fn after(&self, idle: u32) -> Vec<i64> {
        let mut best = vec![i64::MIN; self.today.len() - idle as usize];
        let mut left: Vec<&Turn<'l>> = self.roles.iter().collect();
        every_order(&self.today[..best.len()], idle, &mut left, &mut best);
        if let Some(beside) = &self.beside {
            left.push(beside);
            every_order(&self.today[..best.len()], idle, &mut left, &mut best);
        }
        best
    }
}

/// Takes each of the turns left next, and what comes of it as best where none is left.
fn every_order(so_far: &[i64], idle: u32, left: &mut Vec<&Turn<'_>>, best: &mut [i64]) {
    if left.is_empty() {
        for (best, sum) in best.iter_mut().zip(so_far) {
            *best = (*best).max(*sum);
        }
    }
    for at in 0..left.len() {
        let turn = left.swap_remove(at);
        every_order(&then(so_far, turn, idle), idle, left, best);
        left.push(turn);
        let last = left.len() - 1;
        left.swap(at, last);
    }
}

/// The most that 0, 1, 2 … months can pay if a turn comes last.
fn then(so_far: &[i64], turn: &Turn<'_>, idle: u32) -> Vec<i64> {
    let from = turn.from.saturating_sub(idle).max(turn.entry) as usize;
    let least = turn.least as usize;
    let mut ahead = i64::MIN;
    let mut sums = vec![i64::MIN; so_far.len()];
    // a month in which it may begin, and the first in which it has been held long enough
    let begins = so_far.iter().zip(turn.sums).skip(from);
    let ends = sums.iter_mut().zip(turn.sums).skip(from.saturating_add(least));
    for ((before, skipped), (sum, paid)) in begins.zip(ends) {
        if *before != i64::MIN {
            ahead = ahead.max(before - skipped);
        }
        if ahead != i64::MIN {
            *sum = ahead + paid;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::{Turn, Turns};

    /// Sums of a pay that grows.
    fn pay(first: i64, more: i64) -> Vec<i64> {
        let months = (0..24).map(|month| first + more * month);
        let sums = months.scan(0, |sum, pay| {
            *sum += pay;
            Some(*sum)
        });
        std::iter::once(0).chain(sums).collect()
    }

    /// The most that two roles can pay in turn by a month, over every pair of months to begin them in.
    fn best(today: &[i64], [a, b]: [Turn<'_>; 2], idle: u32, end: u32) -> i64 {
        let (mut most, ready) = (i64::MIN, |turn: Turn<'_>| turn.from.saturating_sub(idle).max(turn.entry));
        for second in ready(b)..=end {
            for first in ready(a)..=second {
                if second - first >= a.least && end - second >= b.least {
                    let [first, second, end] = [first, second, end].map(|month| month as usize);
                    let paid = today[first] + a.sums[second] - a.sums[first] + b.sums[end] - b.sums[second];
                    most = most.max(paid);
                }
            }
        }
        most
    }

    #[test]
    fn the_best_of_two_roles_is_the_best_of_every_pair_of_months() {
        let (today, one, other) = (pay(10, 0), pay(8, 1), pay(12, 0));
        let [a, b] = [
            Turn { sums: &one, from: 3, entry: 1, least: 4 },
            Turn { sums: &other, from: 6, entry: 0, least: 2 },
        ];
        for idle in [0, 2, 9] {
            let slow: Vec<i64> = (0..=24 - idle)
                .map(|end| best(&today, [a, b], idle, end).max(best(&today, [b, a], idle, end)))
                .collect();
            assert_eq!(Turns::new(&today, vec![a, b], None).after(idle), slow, "{idle} idle months");
        }
    }
}
