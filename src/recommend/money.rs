//! Pay year by year, and present values.

use super::Desk;
use crate::graph::RoleIx;
use crate::report::Wage;
use crate::search::{Job, Pathway};
use crate::units::Money;
use crate::wages::Band;

/// A month of work: the role, and months in the field and in the role before it.
#[derive(Debug, Clone, Copy)]
struct Worked {
    role: RoleIx,
    field: u32,
    tenure: u32,
}

impl Desk<'_> {
    /// Pay of every year of the horizon along a pathway's jobs.
    pub(super) fn wages(&self, jobs: &[Job]) -> Vec<Wage> {
        let months = self.months(jobs);
        months.chunks(12).zip(1..).map(|(year, number)| self.year(number, year)).collect()
    }

    /// Pay of every year of staying.
    pub(super) fn stay_wages(&self, role: Option<RoleIx>, begin: u32) -> Vec<Wage> {
        let jobs: Vec<Job> = role.map(|role| Job { role, begin, end: None }).into_iter().collect();
        self.wages(&jobs)
    }

    /// What is done in every month before the horizon.
    fn months(&self, jobs: &[Job]) -> Vec<Option<Worked>> {
        let mut field = self.profile.months_in_field();
        let mut tenure: Vec<u32> =
            (0..).map(RoleIx).take(self.graph.roles.len()).map(|role| self.profile.months_in(role)).collect();
        (0..self.settings.horizon)
            .map(|month| {
                let job =
                    jobs.iter().find(|job| job.begin <= month && job.end.is_none_or(|end| month < end))?;
                let worked = Worked { role: job.role, field, tenure: tenure[job.role.at()] };
                field += 1;
                tenure[job.role.at()] += 1;
                Some(worked)
            })
            .collect()
    }

    fn band(&self, worked: &Worked) -> Option<Band> {
        self.pay.band(worked.role, worked.field, worked.tenure)
    }

    fn year(&self, year: u32, months: &[Option<Worked>]) -> Wage {
        let worked: Vec<&Worked> = months.iter().flatten().collect();
        let sum = |part: &dyn Fn(&Band) -> Option<Money>| -> Option<Money> {
            worked.iter().map(|w| self.band(w).as_ref().and_then(part).map(Money::monthly)).sum()
        };
        let source = worked.last().and_then(|last| self.pay.source(last.role));
        let working = !worked.is_empty();
        Wage {
            year,
            low: sum(&|band| band.low).filter(|_| working),
            mid: sum(&|band| Some(band.mid)).filter(|_| working),
            high: sum(&|band| band.high).filter(|_| working),
            months_worked: u32::try_from(worked.len()).unwrap_or(12),
            basis: source.map(|source| source.basis),
            region: source.map(|source| self.graph.regions.get(source.region).id.clone()),
        }
    }

    /// Pay and costs before the horizon at the discount rate, monthly; none where a part is not known. Upkeep is left
    /// to net earnings.
    pub(super) fn present_value(&self, pathway: &Pathway) -> Option<Money> {
        pathway.value.net?;
        let monthly = 1.0 / (1.0 + self.settings.discount_rate / 12.0);
        let mut factor = 1.0;
        let mut sum = 0.0;
        for (month, worked) in (0..).zip(self.months(&pathway.jobs)) {
            if let Some(worked) = worked {
                sum += self.band(&worked)?.mid.monthly().units() * factor;
            }
            for step in pathway.steps.iter().filter(|step| step.start == month) {
                sum -= step.cost?.units() * factor;
            }
            factor *= monthly;
        }
        Some(Money::from_units(sum))
    }
}
