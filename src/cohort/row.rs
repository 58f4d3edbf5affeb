//! From the cells of a row to a checked profile, or everything that is amiss with it.

use std::collections::BTreeMap;

use super::header::COLUMNS;
use crate::finding::Fault;
use crate::graph::{Graph, Held, JobMatch, RoleIx, TitleMatch};
use crate::profile::{Amiss, Preset, Profile, WrittenProfile, WrittenWork};
use crate::units::Education;

/// One thing amiss with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The column, or empty where it is the row.
    pub column: String,
    /// The kind of fault as one word.
    pub code: &'static str,
    /// What is wrong and what would mend it.
    pub reason: String,
}

impl Reject {
    pub(super) fn of(column: &str, fault: &Fault) -> Self {
        Self { column: column.to_owned(), code: fault.code(), reason: format!("{fault}; {}", fault.mend()) }
    }

    pub(super) fn row(code: &'static str, reason: impl Into<String>) -> Self {
        Self { column: String::new(), code, reason: reason.into() }
    }
}

/// The cells of a row by the place of their column; empty ones are left out.
pub(super) type Cells = BTreeMap<usize, String>;

/// The profile of a row; one that names no role wants the targets.
pub(super) fn profile(cells: &Cells, graph: &Graph, targets: &[RoleIx]) -> Result<Profile, Vec<Reject>> {
    let mut reading = Reading { cells, graph, rejects: Vec::new() };
    let written = reading.written();
    if !reading.rejects.is_empty() {
        return Err(reading.rejects);
    }
    let employed = written.experience.first().is_some_and(|work| work.current);
    let person = Profile::of(&written, graph);
    let mut person =
        person.map_err(|amiss| amiss.iter().map(|amiss| placed(amiss, employed)).collect::<Vec<_>>())?;
    if person.targets.is_empty() {
        person.targets = targets.to_vec();
    }
    Ok(person)
}

/// What is amiss by the column it came from; the job of today is the first of all, where there is one.
fn placed(amiss: &Amiss, employed: bool) -> Reject {
    let pointer = amiss.pointer.trim_start_matches('/');
    let key = pointer.split('/').next().unwrap_or_default();
    let column = match key {
        "experience" if employed && pointer.starts_with("experience/0/") => {
            match pointer.rsplit('/').next() {
                Some("months") => "months_in_role",
                Some(pay) if pay.starts_with("pay") => pay,
                _ => "current_role",
            }
        }
        "targets" => "target",
        other => other,
    };
    Reject::of(column, &amiss.fault)
}

struct Reading<'c> {
    cells: &'c Cells,
    graph: &'c Graph,
    rejects: Vec<Reject>,
}

/// A job by its name.
#[derive(Debug, PartialEq, Eq)]
enum Called {
    Role(String),
    /// By its title, with the code of its occupation where the title tells it.
    Title(String, Option<String>),
    NoJob,
}

impl Called {
    /// So many months of it, before today.
    fn worked(self, months: f64) -> WrittenWork {
        let (role, title, occupation) = match self {
            Self::Role(role) => (Some(role), None, None),
            Self::Title(title, occupation) => (None, Some(title), occupation),
            Self::NoJob => (None, None, None),
        };
        WrittenWork {
            role,
            title,
            occupation,
            months,
            current: false,
            pay_usd_per_year: None,
            pay_cad_per_year: None,
        }
    }
}

impl<'c> Reading<'c> {
    fn cell(&self, name: &str) -> Option<&'c str> {
        let at = COLUMNS.iter().position(|column| column.name == name)?;
        self.cells.get(&at).map(String::as_str)
    }

    fn needed(&mut self, name: &str) -> String {
        if self.cell(name).is_none() {
            self.rejects.push(Reject::of(name, &Fault::MissingKey { key: name.to_owned() }));
        }
        self.cell(name).unwrap_or_default().to_owned()
    }

    fn wrong(&mut self, name: &str, detail: String) {
        self.rejects.push(Reject::of(name, &Fault::WrongType { detail }));
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        let cell = self.cell(name)?;
        let read = cell.parse::<f64>().ok().filter(|number| number.is_finite());
        if read.is_none() {
            self.wrong(name, format!("`{cell}` is not a number"));
        }
        read
    }

    fn list(&self, name: &str) -> Vec<String> {
        let cell = self.cell(name).unwrap_or_default();
        cell.split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// Names with numbers, as `name:number`.
    fn pairs(&mut self, name: &str) -> Vec<(String, f64)> {
        let mut pairs = Vec::new();
        for part in self.list(name) {
            let split = part.rsplit_once(':');
            match split.and_then(|(named, number)| Some((named, number.trim().parse::<f64>().ok()?))) {
                Some((named, number)) => pairs.push((named.trim().to_owned(), number)),
                None => self.wrong(name, format!("`{part}` is not written as name:number")),
            }
        }
        pairs
    }

    fn written(&mut self) -> WrittenProfile {
        let region = self.needed("region");
        let education = self.needed("education");
        let education = match Education::from_key(&education.to_lowercase()) {
            Some(level) => level,
            None if education.is_empty() => Education::None,
            None => {
                self.wrong("education", format!("`{education}` is not a level of schooling"));
                Education::None
            }
        };
        WrittenProfile {
            format: None,
            region,
            education,
            awards: self.list("awards"),
            credentials: self.list("credentials"),
            experience: self.experience(),
            skills: self.skills(),
            interests: self.interests(),
            study_hours_per_week: self.number("study_hours_per_week"),
            may_stop_working: self.yes("may_stop_working"),
            budget_usd: self.number("budget_usd"),
            budget_cad: self.number("budget_cad"),
            aid_usd_per_year: self.number("aid_usd_per_year"),
            aid_cad_per_year: self.number("aid_cad_per_year"),
            may_move: self.yes("may_move"),
            max_months: self.number("max_months"),
            targets: self.list("target"),
            preset: Preset::default(),
            weights: BTreeMap::new(),
        }
    }

    /// The job of today first, then the others.
    fn experience(&mut self) -> Vec<WrittenWork> {
        let [usd, cad] = ["pay_usd_per_year", "pay_cad_per_year"].map(|name| self.number(name));
        let months = self.number("months_in_role");
        let occupation = self.cell("current_occupation").map(str::to_owned);
        let (role, title) = (self.cell("current_role"), self.cell("current_title"));
        if role.is_some() && title.is_some() {
            self.wrong("current_title", "a job of today is either a role or one from outside".to_owned());
        }
        let called = role.or(title).map(|called| self.job(called, title.is_some(), Held::Today));
        let has_none = called.as_ref().is_some_and(|called| *called == Called::NoJob);
        let current = called.filter(|called| *called != Called::NoJob).map(|called| {
            let work = called.worked(months.unwrap_or(0.0));
            WrittenWork {
                occupation: occupation.or(work.occupation),
                current: true,
                pay_usd_per_year: usd,
                pay_cad_per_year: cad,
                ..work
            }
        });
        let paid = usd.or(cad).is_some_and(|pay| pay > 0.0);
        if current.is_none() && (paid || months.is_some() && !has_none) {
            self.wrong("current_role", "months or pay are told of no job".to_owned());
        }
        let others = self.pairs("experience").into_iter().filter_map(|(called, months)| {
            let called = self.job(&called, false, Held::Before);
            (called != Called::NoJob).then(|| called.worked(months))
        });
        current.into_iter().chain(others.collect::<Vec<_>>()).collect()
    }

    /// Reads what a job is called: a role by any of its names, else a title; what is like no title at all is taken for a
    /// role, so that the nearest is told.
    fn job(&self, called: &str, is_title: bool, when: Held) -> Called {
        let own = called.to_owned();
        match self.graph.read_job(called, when) {
            JobMatch::Outside(TitleMatch::NoJob) => Called::NoJob,
            JobMatch::Outside(TitleMatch::Unknown) if !is_title => Called::Role(own),
            JobMatch::Roles(roles) if roles.len() == 1 => {
                Called::Role(self.graph.roles[roles[0].at()].names.id.clone())
            }
            JobMatch::Outside(TitleMatch::Occupations { codes, is_sure: true }) if codes.len() == 1 => {
                Called::Title(own, codes.into_iter().next())
            }
            _ => Called::Title(own, None),
        }
    }

    fn skills(&mut self) -> BTreeMap<String, u8> {
        let mut skills = BTreeMap::new();
        for (skill, level) in self.pairs("skills") {
            if level.fract() == 0.0 && (0.0..=5.0).contains(&level) {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 5")]
                skills.insert(skill, level as u8);
            } else {
                self.wrong("skills", format!("`{level}` is not a level from 0 to 5"));
            }
        }
        skills
    }

    fn interests(&self) -> Vec<String> {
        let letters = self.cell("interests").unwrap_or_default().chars();
        letters
            .filter(|letter| !letter.is_whitespace() && *letter != '|')
            .map(|letter| letter.to_string())
            .collect()
    }

    fn yes(&mut self, name: &str) -> bool {
        let cell = self.cell(name).unwrap_or_default();
        match cell.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" => true,
            "" | "no" | "n" | "false" | "0" => false,
            _ => {
                self.wrong(name, format!("`{cell}` is neither yes nor no"));
                false
            }
        }
    }
}
