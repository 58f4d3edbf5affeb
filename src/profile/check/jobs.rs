//! Jobs so far: roles of the graph, and jobs outside it by their titles.

use std::collections::BTreeMap;

use super::{Checker, NO_OCCUPATION};
use crate::finding::Fault;
use crate::graph::{Held, HoldingIx, JobMatch, RegionIx, RoleIx, SkillLevels, TitleMatch, UsualPay};
use crate::profile::file::WrittenWork;
use crate::profile::{OutsideJob, Worked};
use crate::units::Money;

/// Jobs as told: months by role, and the one held today with its pay.
#[derive(Default)]
pub(super) struct Jobs {
    pub experience: Vec<Worked>,
    pub current: Option<RoleIx>,
    pub outside: Option<OutsideJob>,
    pub former: Vec<OutsideJob>,
    pub pay: Option<Money>,
    /// The name of the job of today.
    called: Option<String>,
}

/// A job as told: the months and the pay of it, read.
struct Told<'w> {
    work: &'w WrittenWork,
    months: u32,
    pay: Option<Money>,
    /// Where the person lives.
    region: RegionIx,
    /// Where it is told, as a JSON pointer.
    place: &'w str,
}

impl Checker<'_> {
    /// Checks the jobs so far of somebody who lives in a region.
    pub(super) fn experience(&mut self, written: &[WrittenWork], region: Option<RegionIx>) -> Jobs {
        let mut jobs = Jobs::default();
        // without a place, as in the widest
        let region = region.unwrap_or(RegionIx(0));
        for (at, work) in written.iter().enumerate() {
            let place = format!("/experience/{at}");
            let months = self.whole(&format!("{place}/months"), work.months, 720.0);
            let key = format!("{place}/pay");
            let pay = self.money("pay", &key, work.pay_usd_per_year, work.pay_cad_per_year);
            let told = Told { work, months, pay, region, place: &place };
            match (&work.role, &work.title) {
                (Some(id), None) => {
                    if let Some(role) = self.role(id, &format!("{place}/role")) {
                        self.role_worked(&mut jobs, role, &told);
                    }
                }
                (None, Some(title)) => self.job_by_title(&mut jobs, title, &told),
                _ => {
                    let detail =
                        "a job has either `role`, or `title` with `occupation` where it is none of the roles";
                    self.tell(&place, Fault::WrongType { detail: detail.to_owned() });
                }
            }
        }
        jobs.experience.sort_by_key(|worked| worked.role);
        jobs
    }

    fn role_worked(&mut self, jobs: &mut Jobs, role: RoleIx, told: &Told<'_>) {
        let id = self.graph.roles[role.at()].names.id.clone();
        match jobs.experience.iter_mut().find(|worked| worked.role == role) {
            // two titles may be one role
            Some(worked) if told.work.title.is_some() => worked.months += told.months,
            Some(_) => {
                self.tell(&format!("{}/role", told.place), Fault::RepeatedRole { id });
                return;
            }
            None => jobs.experience.push(Worked { role, months: told.months }),
        }
        if told.work.current && self.is_only_job(jobs, &id, told.place) {
            jobs.current = Some(role);
            jobs.pay = told.pay;
            let occupation = self.graph.roles[role.at()].occupation;
            self.likely(&self.graph.occupations[occupation.at()].code, told);
        }
    }

    /// Reads a job by its title, unless the code of its occupation is told.
    fn job_by_title(&mut self, jobs: &mut Jobs, title: &str, told: &Told<'_>) {
        if let Some(code) = &told.work.occupation {
            if code == NO_OCCUPATION {
                return self.outside_job(jobs, title, told, None);
            }
            if !self.graph.has_code(code) {
                let fault = Fault::UnknownId { kind: "occupation", id: code.clone(), near: None };
                self.tell(&format!("{}/occupation", told.place), fault);
                return;
            }
            return self.outside_job(jobs, title, told, Some(code.clone()));
        }
        let when = if told.work.current { Held::Today } else { Held::Before };
        match self.graph.read_job(title, when) {
            JobMatch::Roles(roles) => match roles[..] {
                [only] => self.role_worked(jobs, only, told),
                _ => match self.graph.likest_of(title, &roles) {
                    Some(likest) => self.role_worked(jobs, likest, told),
                    None => self.unclear(jobs, title, told, || self.graph.roles_named(&roles)),
                },
            },
            JobMatch::Outside(TitleMatch::Occupations { codes, .. }) => match &codes[..] {
                // what is not certain is taken, and said
                [only] => self.outside_job(jobs, title, told, Some(only.clone())),
                _ => self.unclear(jobs, title, told, || self.graph.occupations_named(&codes)),
            },
            JobMatch::Outside(TitleMatch::NoJob) => {
                self.tell(&format!("{}/title", told.place), Fault::NoJob { title: title.to_owned() });
            }
            JobMatch::Outside(TitleMatch::TooGeneral | TitleMatch::Unknown) => {
                self.outside_job(jobs, title, told, None);
            }
        }
    }

    /// Takes a job whose title may stand for several by its pay alone, where that is told; one before today counts for nothing.
    fn unclear(&mut self, jobs: &mut Jobs, title: &str, told: &Told<'_>, may_be: impl Fn() -> String) {
        if told.pay.is_some() || !told.work.current {
            return self.outside_job(jobs, title, told, None);
        }
        let fault = Fault::SeveralJobs { title: title.to_owned(), may_be: may_be() };
        self.tell(&format!("{}/title", told.place), fault);
    }

    fn outside_job(&mut self, jobs: &mut Jobs, title: &str, told: &Told<'_>, code: Option<String>) {
        let is_code_read = told.work.occupation.is_none() && code.is_some();
        let job = OutsideJob { title: title.to_owned(), code, is_code_read, months: told.months };
        if !told.work.current {
            jobs.former.push(job);
            return;
        }
        if !self.is_only_job(jobs, title, told.place) {
            return;
        }
        if let Some(code) = &job.code {
            self.likely(code, told);
        }
        let is_paid = |code: &String| self.graph.is_pay_published(code, told.region);
        if told.pay.is_none() && !job.code.as_ref().is_some_and(is_paid) {
            self.tell(told.place, Fault::NoPay { title: title.to_owned() });
        }
        jobs.outside = Some(job);
        jobs.pay = told.pay;
    }

    /// The licence without which nobody may have the job of today.
    pub(super) fn licence(&self, jobs: &Jobs) -> Option<HoldingIx> {
        let of_role = jobs.current.map(|role| self.graph.roles[role.at()].occupation);
        let of_role = of_role.map(|occupation| self.graph.occupations[occupation.at()].code.as_str());
        let outside = jobs.outside.as_ref().and_then(|job| job.code.as_deref());
        of_role.or(outside).and_then(|code| self.graph.licence(code))
    }

    /// The skills that jobs outside the graph bring, held for long enough, where nothing is told of the skill: of several
    /// jobs the highest level.
    pub(super) fn background(&self, jobs: &Jobs, told: &SkillLevels) -> SkillLevels {
        let enough = self.graph.proficient_months();
        let long = jobs.outside.iter().chain(&jobs.former).filter(|job| job.months >= enough);
        let mut levels = BTreeMap::new();
        for (skill, level) in
            long.filter_map(|job| job.code.as_deref()).flat_map(|code| self.graph.background(code))
        {
            let most = levels.entry(skill).or_insert(level);
            *most = level.max(*most);
        }
        levels.retain(|skill, _| !told.iter().any(|(known, _)| known == skill));
        levels.into_iter().collect()
    }

    /// Tells of another job that is marked as that of today, and whether there is none.
    fn is_only_job(&mut self, jobs: &mut Jobs, called: &str, place: &str) -> bool {
        if let Some(first) = jobs.called.clone() {
            self.tell(&format!("{place}/current"), Fault::TwoCurrent { first, second: called.to_owned() });
            return false;
        }
        jobs.called = Some(called.to_owned());
        true
    }

    /// Tells of pay that is hardly a year's: under a tenth of what nine in ten earn, over three times what one in ten does.
    fn likely(&mut self, code: &str, told: &Told<'_>) {
        let Some((pay, usual)) = told.pay.zip(self.graph.usual_pay(code, told.region)) else { return };
        let ([least, most], UsualPay { low, high, .. }) = (usual.likely(), usual);
        let symbol = self.graph.currency.symbol();
        let money = |units: f64| format!("{symbol}{units:.0}");
        let pay = pay.units();
        let hours = self.graph.method.paid_hours_per_year.known().unwrap_or(0.0);
        let mend = if pay < least {
            format!("if it is by the hour, write {:.0} a year", pay * hours)
        } else if pay > most {
            format!("if a digit is too many, write {:.0}", pay / 10.0)
        } else {
            return;
        };
        let (least, most) = (money(low), money(high));
        let key = self.graph.currency.key();
        self.tell(
            &format!("{}/pay_{key}_per_year", told.place),
            Fault::Unlikely { pay: money(pay), least, most, mend },
        );
    }
}
