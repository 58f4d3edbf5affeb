//! Jobs of a row: that of today, and those before.

use super::cells::Reading;
use crate::graph::{Held, JobMatch, TitleMatch, likeness};
use crate::profile::WrittenWork;
use crate::read;
use crate::read::plain;

/// A job by its name.
#[derive(Debug, PartialEq, Eq)]
enum Called {
    Role(String),
    /// By its title, with the code of its occupation where the title tells it.
    Title(String, Option<String>),
    NoJob,
    /// Nothing is known of it.
    Unknown,
}

impl Called {
    /// So many months of it, before today.
    fn worked(self, months: f64) -> WrittenWork {
        let (role, title, occupation) = match self {
            Self::Role(role) => (Some(role), None, None),
            Self::Title(title, occupation) => (None, Some(title), occupation),
            Self::NoJob | Self::Unknown => (None, None, None),
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

impl Reading<'_> {
    /// The job of today first, then the others.
    pub fn experience(&mut self) -> Vec<WrittenWork> {
        let [usd, cad] = ["pay_usd_per_year", "pay_cad_per_year"].map(|name| self.pay(name));
        let months = self.months("months_in_role");
        let (role, title) = (self.cell("current_role"), self.cell("current_title"));
        if role.is_some() && title.is_some() {
            let what = "a job of today is either a role or one from outside";
            self.wrong("current_title", what, "one of the two");
        }
        let is_paid = usd.or(cad).is_some_and(|pay| pay > 0.0);
        let current = self.today(role, title, is_paid);
        let has_none = current.as_ref().is_some_and(|called| *called == Called::NoJob);
        let occupation = self.cell("current_occupation").map(str::to_owned);
        let current =
            current.filter(|called| !matches!(called, Called::NoJob | Called::Unknown)).map(|called| {
                let work = called.worked(months.unwrap_or(0.0));
                WrittenWork {
                    occupation: occupation.or(work.occupation),
                    current: true,
                    pay_usd_per_year: usd,
                    pay_cad_per_year: cad,
                    ..work
                }
            });
        if role.or(title).is_none() && (is_paid || months.is_some()) || has_none && is_paid {
            self.wrong("current_role", "months or pay are told of no job", "the job, or neither");
        }
        current.into_iter().chain(self.before()).collect()
    }

    /// The job of today.
    fn today(&mut self, role: Option<&str>, title: Option<&str>, is_paid: bool) -> Option<Called> {
        let (column, said) =
            role.map(|role| ("current_role", role)).or(title.map(|title| ("current_title", title)))?;
        // the code of its occupation tells what it is
        if title.is_some() && self.cell("current_occupation").is_some() {
            return Some(Called::Title(said.to_owned(), None));
        }
        if ["former", "previously", "retired", "ex"]
            .contains(&plain(said).split(' ').next().unwrap_or_default())
        {
            self.assume(column, said, "no job today");
            return Some(Called::NoJob);
        }
        let called = self.job(column, said, Held::Today);
        if called != Called::Unknown {
            return Some(called);
        }
        if is_paid || title.is_some() {
            if is_paid {
                self.assumed.push(format!("{column}: {said} is not known; only its pay counts"));
            }
            return Some(Called::Title(said.to_owned(), None));
        }
        self.unknown_job(column, said);
        Some(Called::Unknown)
    }

    /// Other jobs, each with its months.
    fn before(&mut self) -> Vec<WrittenWork> {
        let Some(cell) = self.cell("experience") else { return Vec::new() };
        let today = self.reader.today;
        let is_job = |part: &str| split(part).is_some_and(|(_, time)| read::time(time, today).is_some());
        let mut all = Vec::new();
        for part in read::parts(cell, is_job) {
            let read = split(part).and_then(|(called, time)| Some((called, time, read::time(time, today)?)));
            let Some((said, time, months)) = read else {
                if read::time(part, today).is_some() {
                    // how long, but not as what
                    self.drop("experience", part);
                    continue;
                }
                self.wrong(
                    "experience",
                    &format!("`{part}` is no job with a time"),
                    "job:months, such as records-clerk:12",
                );
                continue;
            };
            if !months.is_sure {
                self.assume("experience", time, &months.value.to_string());
            }
            let said = self.meant("experience", said);
            match self.job("experience", said, Held::Before) {
                Called::NoJob => {}
                Called::Unknown => self.drop("experience", said),
                called => all.push(called.worked(f64::from(months.value))),
            }
        }
        all
    }

    /// Reads what a job is called; of several that it may be, the likest.
    fn job(&mut self, column: &str, said: &str, when: Held) -> Called {
        let graph = self.graph();
        let role = |at: crate::graph::RoleIx| graph.roles[at.at()].names.id.clone();
        match graph.read_job(said, when) {
            JobMatch::Outside(TitleMatch::NoJob) => Called::NoJob,
            JobMatch::Outside(TitleMatch::Unknown) => Called::Unknown,
            JobMatch::Outside(TitleMatch::TooGeneral) => Called::Title(said.to_owned(), None),
            JobMatch::Roles(roles) => {
                let words = plain(said);
                let like = |at: &&crate::graph::RoleIx| {
                    let names = &graph.roles[at.at()].names;
                    let title = plain(&names.title);
                    // a coder is rather a coder than somebody in coding
                    let same = title.split(' ').filter(|word| words.split(' ').any(|other| other == *word));
                    (same.count(), likeness(said, names).unwrap_or(0))
                };
                // of equals the first
                let Some(likest) = roles.iter().rev().max_by_key(like) else { return Called::Unknown };
                if roles.len() > 1 {
                    self.assume_name(column, said, &role(*likest), &role(*likest));
                }
                Called::Role(role(*likest))
            }
            JobMatch::Outside(TitleMatch::Occupations { codes, is_sure }) => {
                let code = codes.first().cloned();
                if let Some(code) = code.as_ref().filter(|_| !is_sure || codes.len() > 1) {
                    let title = graph.occupation_title(code).unwrap_or_default();
                    self.assume_name(column, said, &format!("{code} {title}"), &title);
                }
                Called::Title(said.to_owned(), code)
            }
        }
    }
}

/// A job and its time, as `job:time` or `job (time)`.
fn split(part: &str) -> Option<(&str, &str)> {
    let bracketed = || part.rsplit_once('(').and_then(|(job, time)| Some((job, time.strip_suffix(')')?)));
    let (job, time) = part.rsplit_once(':').or_else(bracketed)?;
    Some((job.trim(), time.trim()))
}
