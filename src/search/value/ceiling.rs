//! The most that any list of a set can net on average, by the month in which its target begins.
//!
//! In every month somebody is paid no more than the best of the jobs of the set would pay with all months worked so far
//! counting; after the target begins, no more than the better of it and the others. A step that fails leaves no more than
//! the best of the others all along.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::ledger::dues;
use super::outcomes::cents;
use crate::graph::RoleIx;
use crate::search::problem::{JobIx, Problem, job_ix, job_of};

/// Most pay in each month from today to the horizon.
type ByMonth = Rc<[i64]>;

/// Bounds on pay for one person.
#[derive(Debug)]
pub(in crate::search) struct Ceiling<'p, 'a> {
    problem: &'p Problem<'a>,
    /// Per job that is no target: the most it pays in each month.
    by_job: Vec<OnceCell<ByMonth>>,
    /// Per target and the month it begins in at the soonest: the most it pays in each month from then on.
    by_target: RefCell<HashMap<(JobIx, u32), ByMonth>>,
    /// Per jobs that are no target: the most that the best of them pays in each month, and its sums.
    best: RefCell<HashMap<Vec<JobIx>, Rc<Best>>>,
    dues_today: i64,
}

/// The best of some jobs in each month.
#[derive(Debug)]
struct Best {
    by_month: ByMonth,
    /// Sums over the first 0, 1, 2 … months.
    sums: Vec<i64>,
}

impl<'p, 'a> Ceiling<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        Self {
            problem,
            by_job: (0..=problem.posts.len()).map(|_| OnceCell::new()).collect(),
            by_target: RefCell::default(),
            best: RefCell::default(),
            dues_today: dues(&problem.dues_today, 0, problem.rules.horizon),
        }
    }

    /// The most that a job pays in each month, begun as soon as it may be.
    fn job(&self, job: JobIx) -> &ByMonth {
        self.by_job[usize::from(job)].get_or_init(|| {
            let problem = self.problem;
            let Some(post) = problem.posts.get(usize::from(job)) else {
                let before = problem.before(job);
                let most = |month| problem.pay.outside_month_at_most(before + month).unwrap_or(0);
                return (0..problem.rules.horizon).map(most).collect();
            };
            let begin = if problem.held == Some(job) { 0 } else { post.shortest() };
            let most = |month: u32| {
                let tenure = month.checked_sub(begin)?;
                problem.pay.month_at_most(job_ix(job), post.experience + month, post.before + tenure)
            };
            (0..problem.rules.horizon).map(|month| most(month).unwrap_or(0)).collect()
        })
    }

    /// The most that a target pays in each month from the one it begins in.
    fn target(&self, job: JobIx, begin: u32) -> ByMonth {
        let mut known = self.by_target.borrow_mut();
        let most = known.entry((job, begin)).or_insert_with(|| {
            let (problem, post) = (self.problem, &self.problem.posts[usize::from(job)]);
            if !problem.pay.knows_own()
                && let Some(Some(sums)) =
                    problem.pay.kept(job_ix(job), post.experience + begin, post.before, problem.rules.horizon)
            {
                let months = (problem.rules.horizon - begin) as usize;
                return sums.windows(2).take(months).map(|sums| sums[1] - sums[0]).collect();
            }
            let most = |month: u32| {
                problem.pay.month_at_most(job_ix(job), post.experience + month, post.before + month - begin)
            };
            (begin..problem.rules.horizon).map(|month| most(month).unwrap_or(0)).collect()
        });
        Rc::clone(most)
    }

    /// The best of some jobs that are no target.
    fn others(&self, jobs: &[JobIx]) -> Rc<Best> {
        if let Some(known) = self.best.borrow().get(jobs) {
            return Rc::clone(known);
        }
        let best = {
            let mut by_month = vec![0; self.problem.rules.horizon as usize];
            for job in jobs {
                for (most, pay) in by_month.iter_mut().zip(self.job(*job).iter()) {
                    *most = (*most).max(*pay);
                }
            }
            let sums = by_month.iter().scan(0, |sum, pay| {
                *sum += pay;
                Some(*sum)
            });
            let sums = std::iter::once(0).chain(sums).collect();
            Rc::new(Best { by_month: by_month.into(), sums })
        };
        self.best.borrow_mut().insert(jobs.to_vec(), Rc::clone(&best));
        best
    }

    /// The most that a list with some jobs before the target nets on average which costs so much at the least, comes about
    /// with this chance at the most, and whose target begins in a month or later, in cents.
    pub fn net(&self, (jobs, target): (&[JobIx], RoleIx), cost: i64, chance: f64, begin: u32) -> i64 {
        let problem = self.problem;
        let horizon = problem.rules.horizon;
        let others = self.others(jobs);
        let all = others.sums[horizon as usize];
        // what starts before the horizon is paid before it
        let cost = if problem.limits.max_months <= horizon { cost } else { 0 };
        let finished = if begin >= horizon {
            all
        } else {
            let target = self.target(job_of(target), begin);
            let rest = target.iter().zip(&others.by_month[begin as usize..]);
            others.sums[begin as usize] + rest.map(|(target, other)| *target.max(other)).sum::<i64>()
        };
        let finished = finished - cost - self.dues_today;
        let stopped = (all - self.dues_today).min(finished);
        let expected = chance * cents(finished) + (1.0 - chance) * cents(stopped);
        #[expect(clippy::cast_possible_truncation, reason = "amounts stay far below 2^53 cents")]
        let most = expected.ceil() as i64 + 1;
        most
    }
}
