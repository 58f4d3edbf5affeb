//! Pay year by year, and present values.

use super::Desk;
use crate::graph::{Growth, RoleIx};
use crate::report::{Nominal, Wage};
use crate::search::{Job, Pathway};
use crate::units::Money;
use crate::wages::{Band, Moment, PaySource};

/// A month of work: the role, none for the job outside the graph, and how long somebody has worked when it begins.
#[derive(Debug, Clone, Copy)]
struct Worked {
    role: Option<RoleIx>,
    at: Moment,
}

impl Desk<'_> {
    /// Pay of every year of the horizon in some jobs, those of a pathway or of staying.
    pub(super) fn wages(&self, jobs: &[Job], pathway: Option<&Pathway>) -> Vec<Wage> {
        self.wages_in(jobs, pathway, |_| true)
    }

    /// The same of some years alone, from 1 on.
    pub(super) fn wages_in(
        &self,
        jobs: &[Job],
        pathway: Option<&Pathway>,
        is_asked: impl Fn(u32) -> bool,
    ) -> Vec<Wage> {
        let worked = self.months(jobs);
        let paid = |(month, worked): (u32, &Option<Worked>)| {
            let worked = (*worked)?;
            let band = self.band(&worked)?;
            let wide = worked.role.map_or(band, |role| self.widened(band, role, pathway, month));
            Some((worked, wide))
        };
        let years = worked.chunks(12).zip(1..).filter(|(_, number)| is_asked(*number));
        let year = |(worked, number): (&[Option<Worked>], u32)| {
            let paid: Vec<Option<(Worked, Band)>> = (12 * (number - 1)..).zip(worked).map(paid).collect();
            self.year(number, worked, &paid)
        };
        years.map(year).collect()
    }

    /// The role worked in and its pay in every month worked before the horizon, as far as known.
    pub(super) fn paid(&self, jobs: &[Job]) -> Vec<(Option<RoleIx>, Money)> {
        let worked = self.months(jobs).into_iter().flatten();
        worked.filter_map(|worked| Some((worked.role, self.band(&worked)?.mid.monthly()))).collect()
    }

    /// What is done in every month before the horizon.
    fn months(&self, jobs: &[Job]) -> Vec<Option<Worked>> {
        let (graph, profile) = (self.graph, self.profile);
        let (mut field, mut outside) = (0, 0);
        let mut tenure: Vec<u32> =
            (0..).map(RoleIx).take(graph.roles.len()).map(|role| profile.months_in(role)).collect();
        let before = profile.outside_months();
        (0..self.settings.horizon)
            .map(|month| {
                let held = |job: &&Job| job.begin <= month && job.end.is_none_or(|end| month < end);
                let job = jobs.iter().find(held)?;
                let Some(role) = job.role else {
                    outside += 1;
                    let months = before + outside - 1;
                    let at = Moment { field: months, tenure: months, since: month };
                    return Some(Worked { role: None, at });
                };
                let related = if profile.related(graph, role).goes_on { outside } else { 0 };
                let experience = profile.months_towards(graph, role) + field + related;
                let at = Moment { field: experience, tenure: tenure[role.at()], since: month };
                let worked = Worked { role: Some(role), at };
                field += 1;
                tenure[role.at()] += 1;
                Some(worked)
            })
            .collect()
    }

    fn band(&self, worked: &Worked) -> Option<Band> {
        match worked.role {
            Some(role) => self.pay.band(role, worked.at),
            None => self.pay.outside_band(worked.at.tenure, worked.at.since),
        }
    }

    fn pay_source(&self, role: Option<RoleIx>) -> Option<&PaySource> {
        role.map_or_else(|| self.pay.outside_source(), |role| self.pay.source(role))
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
        let source = jobs.last().and_then(|last| self.pay_source(last.role));
        let then = |worked: &Worked, pay: Money| Some(pay.times(self.grown(worked.role?, year)?));
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

    /// Pay and costs before the horizon at the discount rate, monthly, on average over what may come of the pathway; none
    /// where a part is not known. Failing is worth no more than finishing. Upkeep is left to net earnings.
    pub(super) fn present_value(&self, pathway: &Pathway) -> Option<Money> {
        pathway.value.net?;
        let (finished, rest) = pathway.outcomes.split_last()?;
        let all = self.discounted(&finished.jobs, pathway, None)? - pathway.waiting.units();
        let mut sum = finished.probability * all;
        for stopped in rest {
            let at = stopped.stopped_at?;
            sum += stopped.probability * self.discounted(&stopped.jobs, pathway, Some(at))?.min(all);
        }
        Some(Money::from_units(sum))
    }

    /// Discounted pay in some jobs minus the costs of steps, of those that begin before one fails and its own.
    fn discounted(&self, jobs: &[Job], pathway: &Pathway, failed: Option<usize>) -> Option<f64> {
        let monthly = 1.0 / (1.0 + self.settings.discount_rate / 12.0);
        let until = failed.map_or(u32::MAX, |at| pathway.steps[at].end);
        let (mut factor, mut sum) = (1.0, 0.0);
        for (month, worked) in (0..).zip(self.months(jobs)) {
            if let Some(worked) = worked {
                sum += self.band(&worked)?.mid.monthly().units() * factor;
            }
            for (at, step) in pathway.steps.iter().enumerate().filter(|(_, step)| step.start == month) {
                if step.start < until || Some(at) == failed {
                    sum -= step.cost.units() * factor;
                }
            }
            factor *= monthly;
        }
        Some(sum)
    }
}
