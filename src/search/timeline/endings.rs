//! What a step that ends a job may wait for, so that the job, as it ends, fills something (section 3 of the model).

use std::cell::OnceCell;

use super::clock::{Board, Clock, NEVER};
use super::opens::{bits, months_filled};
use crate::graph::{Node, Requirement, RoleIx};
use crate::search::plan::Condition;
use crate::search::problem::{JobIx, Problem};

impl Clock {
    /// The months in which the job held now, going on, fills a months-condition of the graph, makes somebody proficient, or
    /// no newcomer: what a step that ends it may wait for. None where no step still to come could gain by it. `all` keeps what
    /// [`Problem::graph_gains`] tells of the set.
    pub(super) fn endings(
        &self,
        board: Board<'_, '_>,
        all: &OnceCell<Vec<(u32, u8)>>,
        left_courses: u8,
        left_jobs: u8,
    ) -> Vec<u32> {
        let Some(spell) = self.open_spell() else { return Vec::new() };
        let (problem, set) = (board.problem, board.set);
        let job = 1_u8 << spell.job;
        let mut found = Gains { problem, job, direct: Vec::new(), shared: false };
        let jobs = || bits(left_jobs).chain(std::iter::once(set.goal()));
        for at in bits(left_courses) {
            found.look(&set.course_needs[at], 0);
        }
        for at in jobs() {
            found.look(&set.job_needs[at], problem.outside_for(set.jobs[at]));
        }
        for at in jobs() {
            let hire = &problem.hires[usize::from(set.jobs[at])];
            let counted = set.counts[at];
            if hire.search[0] != hire.search[1] && hire.newcomer_for > 0 && counted & job != 0 {
                found.gain(hire.newcomer_for, counted);
            }
        }
        if found.direct.is_empty() {
            return Vec::new();
        }
        let mut months: Vec<u32> = Vec::new();
        let mut add = |more: u32, jobs: u8| {
            let filled = months_filled(self.spells(), more, jobs);
            if filled != NEVER && filled > spell.begin && filled <= problem.limits.max_months {
                months.push(filled);
            }
        };
        for (more, jobs) in &found.direct {
            add(*more, *jobs);
        }
        add(problem.proficient_after(set.jobs[usize::from(spell.job)]), job);
        if found.shared {
            for (more, jobs) in all.get_or_init(|| problem.graph_gains(&set.jobs)) {
                if jobs & job != 0 {
                    add(*more, *jobs);
                }
            }
        }
        months.sort_unstable();
        months.dedup();
        months
    }
}

/// What months in a job may fill of some requirements.
struct Gains<'g, 'a> {
    problem: &'g Problem<'a>,
    job: u8,
    /// Months and jobs that fill them.
    direct: Vec<(u32, u8)>,
    /// Whether months in another job may fill a condition together with it.
    shared: bool,
}

impl Gains<'_, '_> {
    fn gain(&mut self, more: u32, jobs: u8) {
        self.direct.push((more, jobs));
        self.shared |= jobs & !self.job != 0;
    }

    /// Looks at a requirement for which jobs outside the graph count for so many months.
    fn look(&mut self, need: &Condition, outside: u32) {
        match need {
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast(_, parts) => {
                for part in parts {
                    self.look(part, outside);
                }
            }
            Condition::Months { condition, jobs } if jobs & self.job != 0 => {
                self.gain(self.problem.more(*condition, outside), *jobs);
            }
            Condition::Fact { jobs, .. } if jobs & self.job != 0 => self.direct.push((0, self.job)),
            Condition::Ready { jobs, .. } if jobs.iter().any(|(at, _)| self.job == 1 << at) => {
                self.direct.push((0, self.job));
            }
            Condition::Met
            | Condition::Never
            | Condition::Months { .. }
            | Condition::Fact { .. }
            | Condition::Ready { .. } => {}
        }
    }
}

impl Problem<'_> {
    /// Every way in which months in some jobs fill a condition of the graph, or make somebody no newcomer: how many more
    /// months from today on, in which of the jobs of a set (one bit each).
    pub(in crate::search) fn graph_gains(&self, jobs: &[JobIx]) -> Vec<(u32, u8)> {
        let mask = |counted: &dyn Fn(JobIx) -> bool| {
            let some = jobs.iter().enumerate().filter(|(_, job)| counted(**job));
            some.fold(0_u8, |mask, (at, _)| mask | 1 << at)
        };
        let mut gains = Vec::new();
        for condition in self.graph.conditions() {
            let Requirement::Months { months, roles } = &condition.asked else { continue };
            let worked = self.today.worked(roles);
            let named = mask(&|job| self.role(job).is_some_and(|role| roles.contains(&role)));
            gains.push((months.saturating_sub(worked), named));
        }
        for (at, hire) in (0..).map(RoleIx).zip(&self.hires) {
            let related = hire.related;
            if related.is_any {
                self.graph.requirement(Node::Role(at)).leaves(&mut |leaf| {
                    if let Requirement::Months { months, roles } = leaf {
                        let worked = self.today.worked(roles) + related.months;
                        let counts =
                            |role: Option<RoleIx>| role.map_or(related.goes_on, |role| roles.contains(&role));
                        let counted = mask(&|job| counts(self.role(job)));
                        gains.push((months.saturating_sub(worked), counted));
                    }
                });
            }
            let job = u16::try_from(at.at()).expect("the check counted");
            gains.push((hire.newcomer_for, mask(&|worked| self.counts(worked, job))));
        }
        gains.retain(|(more, jobs)| *more > 0 && *jobs != 0);
        gains.sort_unstable();
        gains.dedup();
        gains
    }
}
