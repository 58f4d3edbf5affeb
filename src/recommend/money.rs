//! Pay year by year, and present values.

use super::Desk;
use crate::graph::{Growth, RoleIx};
use crate::report::{Nominal, Wage};
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
    /// Pay of every year of the horizon in some jobs, those of a pathway or of staying.
    pub(super) fn wages(&self, jobs: &[Job], pathway: Option<&Pathway>) -> Vec<Wage> {
        let worked = self.months(jobs);
        let paid: Vec<Option<(Worked, Band)>> = (0..)
            .zip(&worked)
            .map(|(month, worked)| {
                let worked = (*worked)?;
                let band = self.band(&worked)?;
                Some((worked, self.widened(band, worked.role, pathway, month)))
            })
            .collect();
        let years = worked.chunks(12).zip(paid.chunks(12)).zip(1..);
        years.map(|((worked, paid), number)| self.year(number, worked, paid)).collect()
    }

    /// The role worked in and its pay in every month worked before the horizon, as far as known.
    pub(super) fn paid(&self, jobs: &[Job]) -> Vec<(RoleIx, Money)> {
        let worked = self.months(jobs).into_iter().flatten();
        let paid = worked.filter_map(|worked| {
            let yearly = self.pay.yearly(worked.role, worked.field, worked.tenure)?;
            Some((worked.role, yearly.monthly()))
        });
        paid.collect()
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

    /// A year from its months: what was worked, and its pay where that is known.
    fn year(&self, year: u32, worked: &[Option<Worked>], paid: &[Option<(Worked, Band)>]) -> Wage {
        let jobs: Vec<&Worked> = worked.iter().flatten().collect();
        let known: Vec<&(Worked, Band)> = paid.iter().flatten().collect();
        let whole = !jobs.is_empty() && jobs.len() == known.len();
        let sum = |part: &dyn Fn(&Worked, &Band) -> Option<Money>| -> Option<Money> {
            known
                .iter()
                .map(|(worked, band)| part(worked, band).map(Money::monthly))
                .sum::<Option<Money>>()
                .filter(|_| whole)
        };
        let source = jobs.last().and_then(|last| self.pay.source(last.role));
        let then = |worked: &Worked, pay: Money| Some(pay.times(self.grown(worked.role, year)?));
        let measured = year <= Growth::MEASURED;
        let nominal = (self.settings.nominal && measured).then(|| Nominal {
            low: sum(&|worked, band| then(worked, band.low?)),
            mid: sum(&|worked, band| then(worked, band.mid)),
            high: sum(&|worked, band| then(worked, band.high?)),
        });
        Wage {
            year,
            low: sum(&|_, band| band.low),
            mid: sum(&|_, band| Some(band.mid)),
            high: sum(&|_, band| band.high),
            months_worked: u32::try_from(jobs.len()).unwrap_or(12),
            basis: source.map(|source| source.basis),
            region: source.map(|source| self.graph.regions.get(source.region).id.clone()),
            nominal: nominal.filter(|nominal| nominal.mid.is_some()),
        }
    }

    /// How many times as much a role's pay is in money of a year from today, in its middle, as in that of the base year, in
    /// its middle; nothing where its growth is not known.
    fn grown(&self, role: RoleIx, year: u32) -> Option<f64> {
        let (today, growth) = (self.settings.today, self.pay.growth(role)?);
        let from = today.months_since(self.graph.base_year, 7);
        Some(libm::exp(growth * f64::from(from + 12 * i32::try_from(year).unwrap_or(0) - 6) / 12.0))
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
