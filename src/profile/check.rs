//! The gate from a written profile to a checked one.

use super::file::{WrittenProfile, WrittenWork};
use super::{OutsideJob, Profile, Worked};
use crate::document::{Document, Text};
use crate::finding::{Fault, Finding, nearest};
use crate::graph::{
    Graph, HoldingIx, JobRead, JobTitle, Names, PlaceRead, RegionIx, RoleIx, SHIPPED, SkillLevels, UsualPay,
    only_bearer, place_near,
};
use crate::units::{Currency, Money};

/// Keys about protected attributes, refused by name.
const PROTECTED: [&str; 25] = [
    "age",
    "birth_date",
    "birth_year",
    "date_of_birth",
    "dob",
    "sex",
    "gender",
    "race",
    "ethnicity",
    "color",
    "religion",
    "nationality",
    "national_origin",
    "citizenship",
    "disability",
    "health",
    "pregnant",
    "marital_status",
    "family_status",
    "children",
    "veteran",
    "sexual_orientation",
    "gender_identity",
    "genetic_information",
    "political_opinion",
];

/// Stands for the code of a job whose occupation the lists do not have.
pub const NO_OCCUPATION: &str = "none";

/// Hours a week that are studied beside a job where the profile does not say.
const USUAL_STUDY_HOURS: f64 = 10.0;

/// Something amiss with a written profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Amiss {
    /// Where, as a JSON pointer.
    pub pointer: String,
    /// Whether it is the key rather than the value.
    pub of_key: bool,
    /// What.
    pub fault: Fault,
}

/// Jobs as told: months by role, and the one held today with its pay.
#[derive(Default)]
struct Jobs {
    experience: Vec<Worked>,
    current: Option<RoleIx>,
    outside: Option<OutsideJob>,
    former: Vec<OutsideJob>,
    pay: Option<Money>,
    /// What the job of today is called.
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

struct Checker<'a> {
    graph: &'a Graph,
    amiss: Vec<Amiss>,
}

/// Reads and checks a profile.
pub fn check(file: &Text, graph: &Graph) -> Result<Profile, Vec<Finding>> {
    let mut findings = Vec::new();
    let document = Document::parse(file, &mut findings).map_err(|finding| vec![finding])?;
    let written: Option<WrittenProfile> = document.record("", &mut findings);
    for finding in &mut findings {
        if let Fault::UnknownKey { key, .. } = &finding.fault
            && PROTECTED.contains(&key.to_lowercase().as_str())
        {
            finding.fault = Fault::Protected { key: key.clone() };
        }
    }
    let checked = written.map(|written| checked(&written, graph));
    let (profile, amiss) = match checked {
        Some(Ok(profile)) => (Some(profile), Vec::new()),
        Some(Err(amiss)) => (None, amiss),
        None => (None, Vec::new()),
    };
    findings.extend(amiss.into_iter().map(|Amiss { pointer, of_key, fault }| {
        if of_key { document.key_finding(&pointer, fault) } else { document.finding(&pointer, fault) }
    }));
    profile.filter(|_| findings.is_empty()).ok_or(findings)
}

/// Checks a profile that is written in the form of a file, wherever it comes from.
pub fn checked(written: &WrittenProfile, graph: &Graph) -> Result<Profile, Vec<Amiss>> {
    let mut checker = Checker { graph, amiss: Vec::new() };
    let profile = checker.profile(written);
    profile.filter(|_| checker.amiss.is_empty()).ok_or(checker.amiss)
}

impl Checker<'_> {
    fn tell(&mut self, pointer: &str, fault: Fault) {
        self.amiss.push(Amiss { pointer: pointer.to_owned(), of_key: false, fault });
    }

    fn tell_key(&mut self, pointer: &str, fault: Fault) {
        self.amiss.push(Amiss { pointer: pointer.to_owned(), of_key: true, fault });
    }

    fn profile(&mut self, written: &WrittenProfile) -> Option<Profile> {
        if written.format.as_deref().is_some_and(|format| format != "careerpath.profile/1") {
            let detail = "format must be careerpath.profile/1".to_owned();
            self.tell("/format", Fault::WrongType { detail });
        }
        let region = self.region(&written.region);
        let holdings = self.holdings(written);
        let jobs = self.experience(&written.experience, region);
        let skills = self.skills(written);
        let background = self.background(&jobs, &skills);
        let interests = self.interests(&written.interests);
        let study_hours = self.whole(
            "/study_hours_per_week",
            written.study_hours_per_week.unwrap_or(USUAL_STUDY_HOURS),
            80.0,
        );
        let max_months = written.max_months.map(|months| self.whole("/max_months", months, 600.0));
        let budget = self.money("budget", "/budget", written.budget_usd, written.budget_cad);
        let aid = self.money("aid", "/aid", written.aid_usd_per_year, written.aid_cad_per_year);
        self.aid(aid);
        let mut targets: Vec<RoleIx> = Vec::new();
        for (at, id) in written.targets.iter().enumerate() {
            targets.extend(self.role(id, &format!("/targets/{at}")));
        }
        targets.sort_unstable();
        targets.dedup();
        for (criterion, value) in &written.weights {
            self.range(&format!("/weights/{}", criterion.id()), *value, 0.0, 1000.0);
        }
        let every = written.weights.len() == 6;
        if every && written.weights.values().all(|weight| *weight == 0.0) {
            self.tell("/weights", Fault::NoWeight);
        }
        let schooling = holdings
            .iter()
            .filter_map(|holding| self.graph.holding(*holding).education())
            .fold(written.education, Ord::max);
        Some(Profile {
            region: region?,
            education: schooling,
            holdings,
            experience: jobs.experience,
            current: jobs.current,
            outside: jobs.outside,
            former: jobs.former,
            current_pay: jobs.pay,
            skills,
            background,
            interests,
            study_hours,
            may_stop_working: written.may_stop_working,
            aid: aid.unwrap_or(Money::ZERO),
            may_move: written.may_move,
            budget,
            max_months,
            targets,
            preset: written.preset,
            weights: written.weights.iter().map(|(criterion, value)| (*criterion, *value)).collect(),
        })
    }

    fn region(&mut self, name: &str) -> Option<RegionIx> {
        let found = self.graph.find_place(name);
        if found.is_none() {
            let foreign = SHIPPED.iter().filter(|shipped| shipped.id != self.graph.id).any(|shipped| {
                shipped
                    .files
                    .iter()
                    .filter(|(file, _)| *file == "regions.csv")
                    .any(|(_, rows)| rows.lines().skip(1).any(|row| row.split(',').next() == Some(name)))
            });
            let fault = if foreign {
                Fault::ForeignRegion { region: name.to_owned(), graph: self.graph.id.clone() }
            } else {
                let near = match self.graph.read_place(name) {
                    PlaceRead::Several(regions) => Some(self.graph.regions.titled(&regions)),
                    _ => place_near(name, std::iter::once(&self.graph.regions)),
                };
                Fault::UnknownId { kind: "region", id: name.to_owned(), near }
            };
            self.tell("/region", fault);
        }
        found
    }

    fn holdings(&mut self, written: &WrittenProfile) -> Vec<HoldingIx> {
        let mut holdings = Vec::new();
        let all: Vec<(HoldingIx, &Names)> = (0..self.graph.holdings())
            .filter_map(|at| u32::try_from(at).ok().map(HoldingIx))
            .map(|holding| (holding, self.graph.holding(holding).names()))
            .collect();
        let (awards, credentials) = all.split_at(self.graph.awards.len());
        for (key, kind, known, ids) in [
            ("awards", "award", awards, &written.awards),
            ("credentials", "credential", credentials, &written.credentials),
        ] {
            for (at, id) in ids.iter().enumerate() {
                if let Some(holding) = only_bearer(id, known) {
                    holdings.push(holding);
                } else {
                    let near = nearest(id, known.iter().map(|(_, names)| names.id.as_str()));
                    self.tell(&format!("/{key}/{at}"), Fault::UnknownId { kind, id: id.clone(), near });
                }
            }
        }
        holdings.sort_unstable();
        holdings.dedup();
        holdings
    }

    fn role(&mut self, id: &str, pointer: &str) -> Option<RoleIx> {
        let found = self.graph.role_named(id);
        if found.is_none() {
            let near = nearest(id, self.graph.roles.iter().map(|role| role.names.id.as_str()));
            self.tell(pointer, Fault::UnknownId { kind: "role", id: id.to_owned(), near });
        }
        found
    }

    fn experience(&mut self, written: &[WrittenWork], region: Option<RegionIx>) -> Jobs {
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
        if jobs.experience.iter().any(|worked| worked.role == role) {
            self.tell(&format!("{}/role", told.place), Fault::RepeatedRole { id });
            return;
        }
        jobs.experience.push(Worked { role, months: told.months });
        if told.work.current {
            if self.is_only_job(jobs, &id, told.place) {
                jobs.current = Some(role);
                jobs.pay = told.pay;
                let occupation = self.graph.roles[role.at()].occupation;
                self.likely(&self.graph.occupations[occupation.at()].code, told);
            }
        } else {
            self.unpaid(told);
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
        match self.graph.read_job(title) {
            JobRead::Roles(roles) => match roles[..] {
                [only] => self.role_worked(jobs, only, told),
                _ => self.unclear(jobs, title, told, || self.graph.roles_named(&roles)),
            },
            JobRead::Outside(JobTitle::Occupations { codes, is_sure }) => match &codes[..] {
                [only] if is_sure => self.outside_job(jobs, title, told, Some(only.clone())),
                _ => self.unclear(jobs, title, told, || self.graph.occupations_named(&codes)),
            },
            JobRead::Outside(JobTitle::NoJob) => {
                self.tell(&format!("{}/title", told.place), Fault::NoJob { title: title.to_owned() });
            }
            JobRead::Outside(JobTitle::TooGeneral | JobTitle::Unknown) => {
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
            self.unpaid(told);
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

    /// Tells of pay for a job not held today.
    fn unpaid(&mut self, told: &Told<'_>) {
        if told.pay.is_some() {
            let mend = "keep it for the job marked current";
            self.tell(told.place, Fault::Conflict { what: "pay is told for a job not held today", mend });
        }
    }

    /// The skills that jobs outside the graph bring, held for long enough, where nothing is told of the skill: of several
    /// jobs the highest level.
    fn background(&self, jobs: &Jobs, told: &SkillLevels) -> SkillLevels {
        let enough = self.graph.proficient_months();
        let long = jobs.outside.iter().chain(&jobs.former).filter(|job| job.months >= enough);
        let mut levels = std::collections::BTreeMap::new();
        for (skill, level) in
            long.filter_map(|job| job.code.as_deref()).flat_map(|code| self.graph.background(code))
        {
            let most = levels.entry(skill).or_insert(level);
            *most = level.max(*most);
        }
        levels.retain(|skill, _| !told.iter().any(|(known, _)| known == skill));
        levels.into_iter().collect()
    }

    /// Whether no other job is marked as that of today; tells of it where one is.
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

    /// Tells of aid above the dearest yearly tuition.
    fn aid(&mut self, aid: Option<Money>) {
        let dearest = self.graph.dearest_tuition().units();
        if let Some(aid) = aid.filter(|aid| dearest > 0.0 && aid.units() > dearest) {
            let key = self.graph.currency.key();
            let fault = Fault::OutOfRange { value: aid.units(), low: 0.0, high: dearest };
            self.tell(&format!("/aid_{key}_per_year"), fault);
        }
    }

    fn skills(&mut self, written: &WrittenProfile) -> crate::graph::SkillLevels {
        let mut skills = Vec::new();
        for (id, level) in &written.skills {
            let place = format!("/skills/{id}");
            self.range(&place, f64::from(*level), 0.0, 5.0);
            if let Some(skill) = self.graph.skill(id) {
                skills.push((skill, *level));
            } else {
                let near = nearest(id, self.graph.skills.iter().map(|skill| skill.names.id.as_str()));
                let fault = Fault::UnknownId { kind: "skill", id: id.clone(), near };
                self.tell_key(&place, fault);
            }
        }
        skills.sort_unstable();
        skills
    }

    fn interests(&mut self, written: &[String]) -> String {
        let mut letters = String::new();
        for (at, interest) in written.iter().enumerate() {
            let letter = interest.chars().next().map(|c| c.to_ascii_uppercase());
            if let Some(letter) = letter.filter(|c| "RIASEC".contains(*c) && !letters.contains(*c)) {
                letters.push(letter);
            } else {
                let detail = "interests are R, I, A, S, E or C, each once".to_owned();
                self.tell(&format!("/interests/{at}"), Fault::WrongType { detail });
            }
        }
        letters
    }

    /// The amount given in the graph's currency; given in another is a fault.
    fn money(&mut self, what: &str, place: &str, usd: Option<f64>, cad: Option<f64>) -> Option<Money> {
        let (right, wrong, other) = match self.graph.currency {
            Currency::Usd => (usd, cad, Currency::Cad),
            Currency::Cad => (cad, usd, Currency::Usd),
        };
        let key = |currency: Currency| match what {
            "budget" => format!("{place}_{}", currency.key()),
            _ => format!("{place}_{}_per_year", currency.key()),
        };
        if wrong.is_some() {
            let expected = self.graph.currency.key().to_owned();
            let fault = Fault::WrongUnit { found: other.key().to_owned(), expected };
            self.tell_key(&key(other), fault);
        }
        let amount = right?;
        self.range(&key(self.graph.currency), amount, 0.0, 10_000_000.0);
        Some(Money::from_units(amount))
    }

    fn range(&mut self, pointer: &str, value: f64, low: f64, high: f64) {
        if !(low..=high).contains(&value) {
            self.tell(pointer, Fault::OutOfRange { value, low, high });
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range first")]
    fn whole(&mut self, pointer: &str, value: f64, high: f64) -> u32 {
        self.range(pointer, value, 0.0, high);
        if value.fract() != 0.0 {
            let detail = format!("{value} is not a whole number");
            self.tell(pointer, Fault::WrongType { detail });
        }
        value.clamp(0.0, high) as u32
    }
}
