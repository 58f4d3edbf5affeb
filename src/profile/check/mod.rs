//! The gate from a written profile to a checked one.

mod jobs;

use super::Profile;
use super::file::WrittenProfile;
use crate::document::{Document, Text};
use crate::finding::{Fault, Finding, nearest};
use crate::graph::{Graph, HoldingIx, PlaceMatch, RegionIx, RoleIx, SHIPPED, place_near};
use crate::read::Read;
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

/// The most things that a list has.
pub const MOST_LISTED: usize = 200;

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
    checker.tell_long_lists(written);
    if !checker.amiss.is_empty() {
        return Err(checker.amiss);
    }
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

    /// Tells of lists that are longer than anything that somebody would say, so that nobody looks through them.
    fn tell_long_lists(&mut self, written: &WrittenProfile) {
        let lists = [
            ("/awards", written.awards.len()),
            ("/credentials", written.credentials.len()),
            ("/experience", written.experience.len()),
            ("/skills", written.skills.len()),
            ("/interests", written.interests.len()),
            ("/targets", written.targets.len()),
        ];
        for (pointer, _) in lists.into_iter().filter(|(_, length)| *length > MOST_LISTED) {
            let (what, mend) = ("it lists more than 200 things", "leave out what does not belong there");
            self.tell(pointer, Fault::Conflict { what, mend });
        }
    }

    fn profile(&mut self, written: &WrittenProfile) -> Option<Profile> {
        if written.format.as_deref().is_some_and(|format| format != "careerpath.profile/1") {
            let detail = "format must be careerpath.profile/1".to_owned();
            self.tell("/format", Fault::WrongType { detail });
        }
        let region = self.region(&written.region);
        let mut holdings = self.holdings(written);
        let jobs = self.experience(&written.experience, region);
        let licence = self.licence(&jobs).filter(|licence| !holdings.contains(licence));
        holdings.extend(licence);
        holdings.sort_unstable();
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
            licence,
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
            distance_only: written.distance_only,
            budget,
            max_months,
            targets,
            preset: written.preset,
            weights: written.weights.iter().map(|(criterion, value)| (*criterion, *value)).collect(),
        })
    }

    fn region(&mut self, name: &str) -> Option<RegionIx> {
        let regions = &self.graph.regions;
        let near = match self.graph.read_place(name) {
            PlaceMatch::One(region) => return Some(region),
            PlaceMatch::Several(several) => Some(regions.titled(&several)),
            PlaceMatch::Unknown => place_near(name, std::iter::once(regions)),
        };
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
            Fault::UnknownId { kind: "region", id: name.to_owned(), near }
        };
        self.tell("/region", fault);
        None
    }

    fn holdings(&mut self, written: &WrittenProfile) -> Vec<HoldingIx> {
        let mut holdings = Vec::new();
        for (key, kind, ids) in
            [("awards", "award", &written.awards), ("credentials", "credential", &written.credentials)]
        {
            for (at, id) in ids.iter().enumerate() {
                match self.graph.award_or_credential(id) {
                    Some(Read { value, is_sure: true }) => holdings.push(value),
                    read => {
                        let near = read.map(|read| self.graph.holding(read.value).names().id.clone());
                        let known = self.graph.all_holdings().map(|holding| self.graph.holding(holding));
                        let near =
                            near.or_else(|| nearest(id, known.map(|holding| holding.names().id.as_str())));
                        let fault = Fault::UnknownId { kind, id: id.clone(), near };
                        self.tell(&format!("/{key}/{at}"), fault);
                    }
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
            let called = || self.graph.skill_called(id).filter(|read| read.is_sure).map(|read| read.value);
            if let Some(skill) = self.graph.skill(id).or_else(called) {
                skills.push((skill, *level));
            } else {
                let near = nearest(id, self.graph.skills.iter().map(|skill| skill.names.id.as_str()));
                let fault = Fault::UnknownId { kind: "skill", id: id.clone(), near };
                self.tell_key(&place, fault);
            }
        }
        // one told by two names has the higher level
        skills.sort_unstable_by_key(|(skill, level)| (*skill, std::cmp::Reverse(*level)));
        skills.dedup_by_key(|(skill, _)| *skill);
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
