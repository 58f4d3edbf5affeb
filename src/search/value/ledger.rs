//! Pay in cents summed over the months of a job, worked out when first asked for.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::search::problem::{JobIx, Problem, job_ix};
use crate::wages::Moment;

/// Sums in cents over the first 0, 1, 2 … months.
type Sums = Rc<[i64]>;

/// By months of experience gained since today when a job begins that is new.
type Begun = Box<[OnceCell<Option<Sums>>]>;

/// When a job begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::search) struct Begin {
    /// The month.
    pub month: u32,
    /// Months of experience gained since today.
    pub gained: u32,
    /// Months in the job since today.
    pub tenure: u32,
}

/// Pay of one person in every job.
#[derive(Debug)]
pub(in crate::search) struct Ledger<'p, 'a> {
    problem: &'p Problem<'a>,
    /// Per job: sums by when it begins, with the months in it before today, for somebody who has worked all the while or
    /// whose own pay is not known.
    begun: Vec<OnceCell<Begun>>,
    /// The same of any other.
    others: RefCell<HashMap<(JobIx, Begin), Option<Sums>>>,
    /// Pay of staying over the first 0, 1, 2 … months.
    staying: OnceCell<Sums>,
}

impl<'p, 'a> Ledger<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let begun = (0..=problem.hires.len()).map(|_| OnceCell::new()).collect();
        Self { problem, begun, others: RefCell::default(), staying: OnceCell::new() }
    }

    /// Months over which money is counted.
    pub const fn horizon(&self) -> u32 {
        self.problem.rules.horizon
    }

    fn summed(&self, job: JobIx, begin: Begin) -> Option<Sums> {
        let (problem, horizon) = (self.problem, self.horizon());
        let tenure = problem.before(job) + begin.tenure;
        let Some(hire) = problem.hires.get(usize::from(job)) else {
            let mut sum = 0;
            let months = (0..horizon).map(|month| {
                sum += problem.pay.outside_month(tenure + month, begin.month + month)?;
                Some(sum)
            });
            return std::iter::once(Some(0)).chain(months).collect();
        };
        let begins = Moment { field: hire.experience + begin.gained, tenure, since: begin.month };
        problem.pay.summed(job_ix(job), begins, horizon).map(|sums| Rc::from(&*sums))
    }

    /// Pay of the first `months` in a job begun so; 0 where it is not known.
    pub fn stretch(&self, job: JobIx, begin: Begin, months: u32) -> i64 {
        if months == 0 {
            return 0;
        }
        if let Some(kept) = self.kept(job, begin) {
            return kept[months as usize];
        }
        self.sums(job, begin).map_or(0, |sums| sums[months as usize])
    }

    /// What is kept of that for the region.
    fn kept(&self, job: JobIx, begin: Begin) -> Option<&[i64]> {
        let hire = self.problem.hires.get(usize::from(job))?;
        let (experience, before) = (hire.experience + begin.gained, hire.before + begin.tenure);
        self.problem.pay.kept(job_ix(job), experience, before, self.horizon()).flatten()
    }

    /// Pay summed over the first 0, 1, 2 … months of a job begun so; none where it is not known.
    fn sums(&self, job: JobIx, begin: Begin) -> Option<Sums> {
        // the month counts only for how much of one's own pay is kept
        let month = if self.problem.pay.knows_own() { begin.month } else { begin.gained };
        let begin = Begin { month, ..begin };
        if begin.tenure == 0 && month == begin.gained && month <= self.horizon() {
            let none = || (0..=self.horizon()).map(|_| OnceCell::new()).collect();
            let begun = self.begun[usize::from(job)].get_or_init(none);
            return begun[month as usize].get_or_init(|| self.summed(job, begin)).clone();
        }
        let mut others = self.others.borrow_mut();
        others.entry((job, begin)).or_insert_with(|| self.summed(job, begin)).clone()
    }

    /// Pay of staying over the first 0, 1, 2 … months: in the job of today, or in the interim job entered at once.
    pub fn staying(&self) -> &[i64] {
        self.staying.get_or_init(|| {
            let (problem, horizon) = (self.problem, self.horizon());
            let Some(job) = problem.base() else { return (0..=horizon).map(|_| 0).collect() };
            let month = self.stay_begins();
            let begin = Begin { month, gained: 0, tenure: 0 };
            (0..=horizon).map(|months| self.stretch(job, begin, months.saturating_sub(month))).collect()
        })
    }

    /// The month in which the job of staying begins.
    pub fn stay_begins(&self) -> u32 {
        match (self.problem.held, self.problem.interim) {
            (None, Some(interim)) => {
                let hire = &self.problem.hires[usize::from(interim)];
                hire.search[usize::from(hire.newcomer_for > 0)]
            }
            _ => 0,
        }
    }
}

/// Upkeep falling due before the horizon for something earned in a month: first one period later.
pub(in crate::search) fn dues(upkeep: &[(i64, u32)], earned: u32, horizon: u32) -> i64 {
    let times = |every: u32| i64::from(horizon.saturating_sub(1).saturating_sub(earned) / every);
    upkeep.iter().map(|(amount, every)| amount * times(*every)).sum()
}
