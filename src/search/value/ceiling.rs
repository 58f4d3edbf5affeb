//! The most that any list of a set can net on average, by the month in which its target begins.
//!
//! In every month somebody is paid no more than the best of the jobs of the set would pay that could have begun, with all
//! months worked so far counting; after the target begins, no more than the better of it and the others. A step that fails
//! leaves no more than the best of the others all along.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::ledger::dues;
use super::outcomes::cents;
use crate::graph::RoleIx;
use crate::search::Size;
use crate::search::plan::{Quick, StepSet};
use crate::search::problem::{JobIx, Problem, job_ix, job_of};
use crate::search::timeline::{Clock, Earliest, NEVER};

/// Most pay in each month from today to the horizon.
type ByMonth = Rc<[i64]>;

/// A job, and the month in which it begins at the soonest.
type Begun = (JobIx, u32);

/// Jobs before a target, in places of which some may be free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::search) struct Before([Begun; Size::MOST.jobs + 1]);

/// A free place.
const NOTHING: Begun = (JobIx::MAX, NEVER);

impl Before {
    /// Jobs, each with the month in which it begins at the soonest.
    pub fn new(jobs: impl Iterator<Item = Begun>) -> Self {
        let mut before = Self([NOTHING; Size::MOST.jobs + 1]);
        for (place, job) in before.0.iter_mut().zip(jobs) {
            *place = job;
        }
        before
    }

    /// Those before the target of a pathway with some jobs on the way.
    pub fn of(problem: &Problem<'_>, on_the_way: &[JobIx], earliest: &Earliest) -> Self {
        Self::new(problem.jobs_before(on_the_way).zip(earliest.begun))
    }

    /// The same with those that were entered in a list so far.
    pub fn entered(mut self, set: &StepSet, clock: &Clock) -> Self {
        for spell in clock.spells() {
            self.begin(set, usize::from(spell.job), spell.begin);
        }
        self
    }

    /// The same with a job of a set begun in a month. The job of today and the interim job are left as they are: whoever fails
    /// before may come to them sooner.
    pub fn begin(&mut self, set: &StepSet, job: usize, month: u32) {
        if job < set.on_the_way && set.base != Some(job) {
            self.0[job].1 = month;
        }
    }

    fn iter(&self) -> impl Iterator<Item = Begun> + '_ {
        self.0.iter().copied().filter(|job| *job != NOTHING)
    }
}

/// Bounds on pay for one person.
#[derive(Debug)]
pub(in crate::search) struct Ceiling<'p, 'a> {
    problem: &'p Problem<'a>,
    /// The most that a job pays in each month which begins in a month at the soonest.
    by_job: RefCell<HashMap<Begun, ByMonth, Quick>>,
    /// The most that the best of some jobs pays in each month.
    best: RefCell<HashMap<Before, Rc<Best>, Quick>>,
    dues_today: i64,
}

/// The best of some jobs in each month.
#[derive(Debug)]
struct Best {
    by_month: ByMonth,
    /// Sums over the first 0, 1, 2 … months.
    sums: Vec<i64>,
    /// What is paid with a target that begins in a month, worked out when first asked for.
    with: RefCell<HashMap<Begun, i64, Quick>>,
}

/// The most that is paid in some jobs before a target, and in the target from a month on.
#[derive(Debug)]
pub(in crate::search) struct Most {
    others: Rc<Best>,
    target: JobIx,
    /// The target begins no sooner.
    from: u32,
    /// What is paid from that month, the next, the one after that … to the horizon in the better of the target, as if begun
    /// in that first month, and the others; worked out when first asked for.
    after: OnceCell<Vec<i64>>,
}

impl<'p, 'a> Ceiling<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        Self {
            problem,
            by_job: RefCell::default(),
            best: RefCell::default(),
            dues_today: dues(&problem.dues_today, 0, problem.rules.horizon),
        }
    }

    /// The most that a job pays in each month which begins in a month or later.
    fn job(&self, (job, begin): Begun) -> ByMonth {
        let mut known = self.by_job.borrow_mut();
        Rc::clone(known.entry((job, begin)).or_insert_with(|| self.pay(job, begin)))
    }

    /// Pay summed over the months of a job of the graph that begins in a month, where that is kept for the region and nobody's
    /// own: it is what the job pays at the most.
    fn kept(&self, job: JobIx, begin: u32) -> Option<&'p [i64]> {
        let (problem, hire) = (self.problem, &self.problem.hires[usize::from(job)]);
        problem.pay.kept(job_ix(job), hire.experience + begin, hire.before, problem.rules.horizon).flatten()
    }

    /// Works out what a job pays at the most in each month.
    fn pay(&self, job: JobIx, begin: u32) -> ByMonth {
        let (problem, horizon) = (self.problem, self.problem.rules.horizon);
        if begin >= horizon {
            return (0..horizon).map(|_| 0).collect();
        }
        let Some(hire) = problem.hires.get(usize::from(job)) else {
            let before = problem.before(job);
            let most = |month| problem.pay.outside_month_at_most(before + month).unwrap_or(0);
            return (0..horizon).map(most).collect();
        };
        let before_it = (0..begin).map(|_| 0);
        if let Some(sums) = self.kept(job, begin) {
            let months = (horizon - begin) as usize;
            return before_it.chain(sums.windows(2).take(months).map(|sums| sums[1] - sums[0])).collect();
        }
        let most = |month: u32| {
            problem.pay.month_at_most(job_ix(job), hire.experience + month, hire.before + month - begin)
        };
        before_it.chain((begin..horizon).map(|month| most(month).unwrap_or(0))).collect()
    }

    /// The best of some jobs that are no target.
    fn others(&self, jobs: Before) -> Rc<Best> {
        let mut known = self.best.borrow_mut();
        let best = known.entry(jobs).or_insert_with(|| {
            let mut by_month = vec![0; self.problem.rules.horizon as usize];
            for job in jobs.iter() {
                for (most, pay) in by_month.iter_mut().zip(self.job(job).iter()) {
                    *most = (*most).max(*pay);
                }
            }
            let sums = by_month.iter().scan(0, |sum, pay| {
                *sum += pay;
                Some(*sum)
            });
            let sums = std::iter::once(0).chain(sums).collect();
            Rc::new(Best { by_month: by_month.into(), sums, with: RefCell::default() })
        });
        Rc::clone(best)
    }

    /// The most that is paid in some jobs before a target, and in the target from a month on.
    pub fn from(&self, jobs: Before, target: RoleIx, from: u32) -> Most {
        Most { others: self.others(jobs), target: job_of(target), from, after: OnceCell::new() }
    }

    /// Goes through pay in the better of a target begun in a month and the others, from the horizon back to that month.
    fn go_back(&self, others: &Best, (target, begin): Begun, mut visit: impl FnMut(i64)) {
        if begin >= self.problem.rules.horizon {
            return;
        }
        let from = begin as usize;
        let others = others.by_month[from..].iter().rev();
        if let Some(sums) = self.kept(target, begin) {
            let target = sums[..=others.len()].windows(2).rev().map(|sums| sums[1] - sums[0]);
            target.zip(others).for_each(|(target, other)| visit(target.max(*other)));
        } else {
            let target = self.job((target, begin));
            target[from..].iter().rev().zip(others).for_each(|(target, other)| visit(*target.max(other)));
        }
    }

    /// What is paid from a month on in the better of a target that begins then and the others.
    fn paid_from(&self, others: &Best, begun: Begun) -> i64 {
        let mut sum = 0;
        self.go_back(others, begun, |pay| sum += pay);
        sum
    }

    fn after<'m>(&self, most: &'m Most) -> &'m [i64] {
        most.after.get_or_init(|| {
            let (mut sum, mut after) = (0, Vec::with_capacity(most.others.sums.len()));
            after.push(0);
            self.go_back(&most.others, (most.target, most.from), |pay| {
                sum += pay;
                after.push(sum);
            });
            after.reverse();
            after
        })
    }

    /// The most that a list of a set nets on average which costs so much at the least, comes about with this chance at the
    /// most, whose jobs before the target begin so and whose target begins in a month or later, in cents.
    pub fn net_of(&self, jobs: Before, target: RoleIx, (cost, chance): (i64, f64), begin: u32) -> i64 {
        let (others, target) = (self.others(jobs), job_of(target));
        let paid = *others.with.borrow_mut().entry((target, begin)).or_insert_with(|| {
            let before = others.sums[begin.min(self.problem.rules.horizon) as usize];
            before + self.paid_from(&others, (target, begin))
        });
        self.expected(paid, &others, (cost, chance))
    }

    /// The most that a list nets on average which costs so much at the least, comes about with this chance at the most, has so
    /// many months without pay before its target, and whose target begins in a month or later, in cents.
    ///
    /// Pay never falls from month to month, so that the first months are those in which least is lost.
    pub fn net(&self, most: &Most, cost: i64, chance: f64, begin: u32, unpaid: u32) -> i64 {
        let begin = begin.min(self.problem.rules.horizon);
        let after = if begin <= most.from && most.after.get().is_none() {
            self.paid_from(&most.others, (most.target, most.from))
        } else {
            self.after(most)[begin.saturating_sub(most.from) as usize]
        };
        // months before a target that begins after the horizon may be after it too
        let counts = self.problem.limits.max_months <= self.problem.rules.horizon;
        let lost = if counts { most.others.sums[unpaid.min(begin) as usize] } else { 0 };
        let before = most.others.sums[begin as usize] - lost;
        self.expected(before + after, &most.others, (cost, chance))
    }

    /// What is netted on average where finishing pays so much at the most.
    fn expected(&self, paid: i64, others: &Best, (cost, chance): (i64, f64)) -> i64 {
        // what starts before the horizon is paid before it
        let cost = if self.problem.limits.max_months <= self.problem.rules.horizon { cost } else { 0 };
        self.averaged(paid - cost - self.dues_today, others, chance)
    }

    /// The most that a list nets on average which nets so much if it is finished, in cents.
    pub fn net_if(&self, most: &Most, finished: i64, chance: f64) -> i64 {
        self.averaged(finished, &most.others, chance)
    }

    fn averaged(&self, finished: i64, others: &Best, chance: f64) -> i64 {
        let horizon = self.problem.rules.horizon;
        let stopped = (others.sums[horizon as usize] - self.dues_today).min(finished);
        let expected = chance * cents(finished) + (1.0 - chance) * cents(stopped);
        #[expect(clippy::cast_possible_truncation, reason = "amounts stay far below 2^53 cents")]
        let most = expected.ceil() as i64 + 1;
        most
    }
}
