//! Pay in cents summed over the months of a job, worked out when first asked for.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::search::problem::{JobIx, Problem, job_ix};

/// Sums in cents over the first 0, 1, 2 … months.
type Sums = Rc<[i64]>;

/// By months of experience gained since today when a job begins that is new.
type Begun = Box<[OnceCell<Option<Sums>>]>;

/// Pay of one person in every job.
#[derive(Debug)]
pub(in crate::search) struct Ledger<'p, 'a> {
    problem: &'p Problem<'a>,
    /// Per job: sums by when it begins, with the months in it before today.
    begun: Vec<OnceCell<Begun>>,
    /// The same of jobs that are gone back to: by job, months of experience and months in it.
    resumed: RefCell<HashMap<(JobIx, u32, u32), Option<Sums>>>,
    /// Pay of staying over the first 0, 1, 2 … months.
    staying: OnceCell<Sums>,
}

impl<'p, 'a> Ledger<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let begun = (0..=problem.hires.len()).map(|_| OnceCell::new()).collect();
        Self { problem, begun, resumed: RefCell::default(), staying: OnceCell::new() }
    }

    /// Months over which money is counted.
    pub const fn horizon(&self) -> u32 {
        self.problem.rules.horizon
    }

    fn summed(&self, job: JobIx, experience: u32, tenure: u32) -> Option<Sums> {
        let (problem, horizon) = (self.problem, self.horizon());
        if usize::from(job) == problem.hires.len() {
            let mut sum = 0;
            let months = (0..horizon).map(|month| {
                sum += problem.pay.outside_month(tenure + month)?;
                Some(sum)
            });
            return std::iter::once(Some(0)).chain(months).collect();
        }
        problem.pay.summed(job_ix(job), experience, tenure, horizon).map(|sums| Rc::from(&*sums))
    }

    /// Pay of the first `months` in a job that begins after `gained` months of experience since today and `tenure` months in
    /// it since today; 0 where it is not known.
    pub fn stretch(&self, job: JobIx, gained: u32, tenure: u32, months: u32) -> i64 {
        if months == 0 {
            return 0;
        }
        if let Some(kept) = self.kept(job, gained, tenure) {
            return kept[months as usize];
        }
        self.sums(job, gained, tenure).map_or(0, |sums| sums[months as usize])
    }

    /// What is kept of that for the region.
    fn kept(&self, job: JobIx, gained: u32, tenure: u32) -> Option<&[i64]> {
        let hire = self.problem.hires.get(usize::from(job))?;
        let (experience, before) = (hire.experience + gained, hire.before + tenure);
        self.problem.pay.kept(job_ix(job), experience, before, self.horizon()).flatten()
    }

    /// Pay summed over the first 0, 1, 2 … months of a job begun so; none where it is not known.
    fn sums(&self, job: JobIx, gained: u32, tenure: u32) -> Option<Sums> {
        let problem = self.problem;
        let experience = problem.hires.get(usize::from(job)).map_or(0, |hire| hire.experience) + gained;
        let before = problem.before(job) + tenure;
        if tenure == 0 && gained <= self.horizon() {
            let none = || (0..=self.horizon()).map(|_| OnceCell::new()).collect();
            let begun = self.begun[usize::from(job)].get_or_init(none);
            return begun[gained as usize].get_or_init(|| self.summed(job, experience, before)).clone();
        }
        let key = (job, experience, before);
        let mut resumed = self.resumed.borrow_mut();
        resumed.entry(key).or_insert_with(|| self.summed(job, experience, before)).clone()
    }

    /// Pay of staying over the first 0, 1, 2 … months: in the job of today, or in the interim job entered at once.
    pub fn staying(&self) -> &[i64] {
        self.staying.get_or_init(|| {
            let (problem, horizon) = (self.problem, self.horizon());
            let Some(job) = problem.base() else { return (0..=horizon).map(|_| 0).collect() };
            let begin = self.stay_begins();
            (0..=horizon).map(|months| self.stretch(job, 0, 0, months.saturating_sub(begin))).collect()
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
