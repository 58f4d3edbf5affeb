//! What a list nets if it is finished, if each uncertain step fails, and on average.

use super::ledger::{Begin, Ledger, dues};
use crate::search::Mode;
use crate::search::plan::StepSet;
use crate::search::problem::Course;
use crate::search::timeline::{Board, Clock, NEVER, Placed, Spell, Who, months_by};

/// What a list nets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Earned {
    /// If everything comes about, after what waiting took off.
    pub finished: i64,
    /// What waiting took off.
    pub waiting: i64,
    /// On average.
    pub expected: i64,
}

/// An uncertain step that fails.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Stop {
    /// Its place in the list.
    pub at: usize,
    /// The month in which it fails.
    pub month: u32,
    /// The chance that it fails, and all before it came about.
    pub probability: f64,
    /// What is netted then.
    pub net: i64,
}

/// Judges lists of one set.
#[derive(Clone, Copy)]
pub(in crate::search) struct Judge<'j, 's, 'a> {
    pub board: Board<'s, 'a>,
    pub ledger: &'j Ledger<'s, 'a>,
}

impl Judge<'_, '_, '_> {
    const fn set(&self) -> &StepSet {
        self.board.set
    }

    fn number(&self, at: u8) -> usize {
        usize::from(self.set().courses[usize::from(at)])
    }

    fn course(&self, at: u8) -> &Course {
        &self.board.problem.start.courses[self.number(at)]
    }

    /// The chance that a step comes about.
    fn chance(&self, step: &Placed) -> f64 {
        match step.who {
            Who::Course(at) => self.course(at).chance,
            Who::Job(at) => {
                self.board.problem.start.posts[usize::from(self.set().jobs[usize::from(at)])].offered
            }
        }
    }

    /// Pay in some jobs before the horizon.
    fn paid(&self, spells: &[Spell]) -> i64 {
        (0..spells.len()).map(|at| self.paid_in(spells, at)).sum()
    }

    /// Pay in one of some jobs before the horizon.
    fn paid_in(&self, spells: &[Spell], at: usize) -> i64 {
        let (problem, set, horizon) = (self.board.problem, self.set(), self.ledger.horizon());
        let months = |spell: &Spell| spell.end.min(horizon).saturating_sub(spell.begin);
        let (outside, spell) = (problem.hires.len(), &spells[at]);
        let job = set.jobs[usize::from(spell.job)];
        let counts = |earlier: &&Spell| {
            let earlier = usize::from(set.jobs[usize::from(earlier.job)]);
            // months outside the graph count for what is related to them, and for the job itself
            earlier != outside || problem.hires.get(usize::from(job)).is_none_or(|hire| hire.related.goes_on)
        };
        let gained = if usize::from(job) == outside {
            0
        } else {
            spells[..at].iter().filter(counts).map(months).sum()
        };
        let same = spells[..at].iter().filter(|earlier| earlier.job == spell.job);
        let begin = Begin { month: spell.begin, gained, tenure: same.map(months).sum() };
        self.ledger.stretch(job, begin, months(spell))
    }

    /// Costs of steps that start before the horizon and before a month, a step itself among them whenever it starts.
    fn costs(&self, clock: &Clock, before: u32, own: Option<usize>) -> i64 {
        let horizon = self.ledger.horizon();
        let steps = clock.placed().iter().enumerate();
        steps
            .filter(|(at, step)| step.start < horizon && (step.start < before || Some(*at) == own))
            .map(|(_, step)| match step.who {
                Who::Course(at) => self.board.problem.terms[self.number(at)].cost,
                Who::Job(_) => 0,
            })
            .sum()
    }

    /// Upkeep before the horizon of what is held today and of courses begun before a month and finished by it, but for one
    /// that fails.
    fn upkeep(&self, clock: &Clock, by: u32, failed: Option<usize>) -> i64 {
        let horizon = self.ledger.horizon();
        let steps = clock.placed().iter().enumerate();
        let earned = steps.filter(|(at, step)| step.start < by && step.end <= by && Some(*at) != failed);
        let earned = earned.map(|(_, step)| match step.who {
            Who::Course(at) => dues(&self.course(at).upkeep, step.end, horizon),
            Who::Job(_) => 0,
        });
        dues(&self.board.problem.dues_today, 0, horizon) + earned.sum::<i64>()
    }

    /// Net earnings if everything comes about, and what waiting took off.
    pub fn finished(&self, clock: &Clock) -> (i64, i64) {
        let horizon = self.ledger.horizon();
        let spent = self.costs(clock, NEVER, None) + self.upkeep(clock, NEVER, None);
        let (spells, last) = (clock.spells(), clock.spells().len() - 1);
        let target = self.paid_in(spells, last);
        let net = self.paid(&spells[..last]) + target - spent;
        let begin = clock.placed()[clock.placed().len() - 1].end;
        if begin >= horizon {
            return (net, 0);
        }
        let staying = self.ledger.staying();
        let loss = staying[horizon as usize] - staying[begin as usize] - target;
        if loss <= 0 {
            return (net, 0);
        }
        let left = i64::from(horizon - begin);
        let no_credit = (2 * loss * i64::from(horizon) + left).div_euclid(2 * left);
        let most = staying[horizon as usize] - spent - no_credit;
        (net.min(most), (net - most).max(0))
    }

    /// What a list nets, finished and on average.
    pub fn earned(&self, clock: &Clock) -> Earned {
        self.earned_by(clock, self.finished(clock))
    }

    /// The same where it is known what it nets if everything comes about, and what waiting took off that.
    pub fn earned_by(&self, clock: &Clock, (finished, waiting): (i64, i64)) -> Earned {
        let (stops, all) = self.stops(clock, finished);
        let stopped: f64 = stops.iter().fold(0.0, |sum, stop| sum + stop.probability * cents(stop.net));
        Earned { finished, waiting, expected: whole_cents(stopped + all * cents(finished)) }
    }

    /// What comes of every uncertain step that fails, in order of ending, and the chance that none does. Failing nets no more
    /// than finishing.
    pub fn stops(&self, clock: &Clock, finished: i64) -> (Vec<Stop>, f64) {
        let mut uncertain: Vec<usize> =
            (0..clock.placed().len()).filter(|at| self.chance(&clock.placed()[*at]) < 1.0).collect();
        uncertain.sort_by_key(|at| {
            let step = &clock.placed()[*at];
            (step.end, matches!(step.who, Who::Course(_)), self.written(step))
        });
        let mut reached = 1.0;
        let stops = uncertain
            .into_iter()
            .map(|at| {
                let step = &clock.placed()[at];
                let chance = self.chance(step);
                let probability = reached * (1.0 - chance);
                reached *= chance;
                let net = self.stopped(clock, at).min(finished);
                Stop { at, month: step.end, probability, net }
            })
            .collect();
        (stops, reached)
    }

    /// The key by which steps are written: start, end, courses first, id, mode.
    pub fn written(&self, step: &Placed) -> (u32, u32, bool, u32, Mode) {
        let problem = self.board.problem;
        let (is_job, rank) = match step.who {
            Who::Course(at) => (false, self.course(at).rank),
            Who::Job(at) => (true, problem.start.posts[usize::from(self.set().jobs[usize::from(at)])].rank),
        };
        (step.start, step.end, is_job, rank, step.mode)
    }

    /// What is netted if a step fails.
    fn stopped(&self, clock: &Clock, failed: usize) -> i64 {
        let (after, month) = (self.after(clock, failed), clock.placed()[failed].end);
        self.paid(after.spells())
            - self.costs(clock, month, Some(failed))
            - self.upkeep(clock, month, Some(failed))
    }

    /// The jobs held if a step fails.
    pub fn after(&self, clock: &Clock, failed: usize) -> Clock {
        let (problem, set) = (self.board.problem, self.set());
        let month = clock.placed()[failed].end;
        let mut after = *clock;
        let took_place =
            |spell: &Spell| spell.by.is_none_or(|by| usize::from(by) != failed && spell.begin <= month);
        let kept = clock.spells().iter().take_while(|spell| took_place(spell)).count();
        after.truncate(kept);
        let steps = clock.placed();
        let stopped_at = |start: u32| {
            steps.iter().enumerate().any(|(at, step)| {
                step.mode == Mode::FullTime && step.start == start && (step.start < month || at == failed)
            })
        };
        if let Some(last) = after.spells_mut().last_mut()
            && !stopped_at(last.end)
        {
            last.end = NEVER;
        }
        if after.open_spell().is_none()
            && let Some(base) = set.base
        {
            let search = match problem.hires.get(usize::from(set.jobs[base])) {
                None => problem.outside_search(),
                Some(hire) => {
                    let worked = months_by(after.spells(), set.counts[base], month);
                    hire.search[usize::from(worked < hire.newcomer_for)]
                }
            };
            let job = u8::try_from(base).expect("a set is small");
            after.push(Spell { job, begin: month + search, end: NEVER, by: None });
        }
        after
    }
}

/// Cents as a number to weigh.
#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
pub(super) const fn cents(amount: i64) -> f64 {
    amount as f64
}

#[expect(clippy::cast_possible_truncation, reason = "amounts stay far below 2^53 cents")]
fn whole_cents(amount: f64) -> i64 {
    amount.round() as i64
}
