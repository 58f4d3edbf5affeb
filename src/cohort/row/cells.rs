//! The cells of a row, each read as its column asks.

use super::super::header::place;
use super::super::settled::Unsure;
use super::levels::INTERESTS;
use super::{Cells, Reader, Reject};
use crate::finding::Fault;
use crate::graph::{Graph, Held, JobMatch, RoleIx};
use crate::read;
use crate::read::plain;
use crate::units::{Currency, Education};

/// Words for nothing where any number of things may be named.
const NOTHING: [&str; 11] = [
    "no",
    "none",
    "nothing",
    "none of these",
    "any",
    "no preference",
    "undecided",
    "aucun",
    "aucune",
    "ninguno",
    "ninguna",
];

/// A row as it is read.
pub(super) struct Reading<'c> {
    pub cells: &'c Cells,
    pub reader: &'c Reader<'c>,
    pub rejects: Vec<Reject>,
    pub assumed: Vec<String>,
    /// Texts that are not known for certain.
    pub unsure: Vec<Unsure>,
}

impl<'c> Reading<'c> {
    pub fn new(reader: &'c Reader<'c>, cells: &'c Cells) -> Self {
        Self { cells, reader, rejects: Vec::new(), assumed: Vec::new(), unsure: Vec::new() }
    }

    pub fn graph(&self) -> &'c Graph {
        self.reader.graph
    }

    /// A cell that answers something, or what it was settled to mean.
    pub fn cell(&self, name: &str) -> Option<&'c str> {
        self.told(name).filter(|cell| !read::is_blank(cell))
    }

    /// A cell as it was told, or what it was settled to mean.
    fn told(&self, name: &str) -> Option<&'c str> {
        self.cells.get(&place(name)?).map(|cell| self.meant(name, cell))
    }

    /// What a text was settled to mean, or the text itself.
    pub fn meant(&self, column: &str, said: &'c str) -> &'c str {
        self.reader.settled.meant(column, said).unwrap_or(said)
    }

    pub fn needed(&mut self, name: &str) -> String {
        if self.cell(name).is_none() {
            self.rejects.push(Reject::of(name, &Fault::MissingKey { key: name.to_owned() }));
        }
        self.cell(name).unwrap_or_default().to_owned()
    }

    /// Tells of a cell that cannot be read, with the form that can.
    pub fn wrong(&mut self, name: &str, what: &str, form: &str) {
        self.rejects.push(Reject {
            column: name.to_owned(),
            code: "wrong_type",
            reason: format!("{what}; write {form}"),
        });
    }

    /// Keeps what something was taken for with less than certainty.
    pub fn assume(&mut self, column: &str, said: &str, taken: &str) {
        self.assumed.push(format!("{column}: {said} = {taken}"));
    }

    /// The same of a name, with what it would be settled as.
    pub fn assume_name(&mut self, column: &str, said: &str, taken: &str, settled: &str) {
        self.assume(column, said, taken);
        self.ask(column, said, settled);
    }

    /// Keeps a text that is not known for certain.
    fn ask(&mut self, column: &str, said: &str, guess: &str) {
        let (column, said, guess) = (column.to_owned(), said.to_owned(), guess.to_owned());
        self.unsure.push(Unsure { column, said, guess });
    }

    /// Keeps that something told counts for nothing.
    pub fn drop(&mut self, column: &str, said: &str) {
        self.ask(column, said, "");
        self.assumed.push(format!("{column}: {said} is not known and counts for nothing"));
    }

    /// An amount of money.
    pub fn amount(&mut self, name: &str) -> Option<f64> {
        let cell = self.cell(name)?;
        if ["yes", "y", "no", "n", "none"].contains(&plain(cell).as_str()) {
            self.drop(name, cell);
            return None;
        }
        let amount = read::money(cell).or_else(|| figures(cell)).filter(|_| !self.has_other_sign(name, cell));
        if amount.is_none() {
            self.wrong(name, &format!("`{cell}` is no amount in {}", currency(name)), "digits, such as 3000");
        }
        amount
    }

    /// Pay a year; that of an hour or a month is taken for it.
    pub fn pay(&mut self, name: &str) -> Option<f64> {
        let cell = self.cell(name)?;
        if ["none", "no"].contains(&plain(cell).as_str()) {
            return None;
        }
        let plain = read::money(cell).or_else(|| figures(cell));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours of a year")]
        let hours = self.graph().method.paid_hours_per_year.known().unwrap_or(0.0) as u32;
        let pay = plain.or_else(|| read::pay(cell, hours)).filter(|_| !self.has_other_sign(name, cell));
        match pay {
            None => {
                let what = format!("`{cell}` is no pay in {}", currency(name));
                self.wrong(name, &what, "digits of a year's pay, such as 38000, or `18.50 an hour`");
            }
            Some(a_year) if plain.is_none() => self.assume(name, cell, &format!("{a_year:.0} a year")),
            Some(_) => {}
        }
        pay
    }

    /// Whether an amount has the sign of another currency than its column.
    fn has_other_sign(&self, name: &str, cell: &str) -> bool {
        let cell = cell.to_lowercase();
        let of_canada = ["c$", "ca$", "cad"].iter().any(|sign| cell.contains(sign));
        let of_states = ["us$", "usd"].iter().any(|sign| cell.contains(sign));
        let is_canadian = name.contains("_cad");
        if is_canadian { of_states } else { of_canada && self.graph().currency == Currency::Usd }
    }

    /// Months: a number, a time with its unit, or since a date.
    pub fn months(&mut self, name: &str) -> Option<f64> {
        let cell = self.cell(name)?;
        if let Some(months) = figures(cell) {
            return Some(months);
        }
        let read = read::time(cell, self.reader.today);
        match read {
            Some(read) if !read.is_sure => self.assume(name, cell, &read.value.to_string()),
            Some(_) => {}
            None => self.wrong(name, &format!("`{cell}` is no time"), "months, such as 24, or `2 years`"),
        }
        read.map(|read| f64::from(read.value))
    }

    /// Hours a week; of `10-15` the first, of `12.5` the whole ones.
    pub fn hours(&mut self, name: &str) -> Option<f64> {
        let cell = self.cell(name)?;
        if plain(cell) == "none" {
            return Some(0.0);
        }
        let first = || {
            let lower = cell.to_lowercase().replace("up to ", "").replace("about ", "");
            let first = lower.split(['-', '–', '+']).next().unwrap_or_default();
            let first =
                first.split(" to ").next().unwrap_or_default().trim_start_matches(['~', '>', '<', ' ']);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "at most as many as a week has"
            )]
            let floor = |hours: f64| hours.floor().clamp(0.0, 168.0) as u32;
            read::whole(first.trim()).or_else(|| read::bare(first.trim()).map(floor))
        };
        let whole = figures(cell).filter(|hours| hours.fract() == 0.0);
        if let Some(hours) = whole.or_else(|| read::whole(cell).map(f64::from)) {
            return Some(hours);
        }
        let Some(hours) = first() else {
            self.wrong(name, &format!("`{cell}` is no number of hours"), "hours a week, such as 10");
            return None;
        };
        self.assume(name, cell, &hours.to_string());
        Some(f64::from(hours))
    }

    /// The level of schooling, with an award of the graph that it names.
    pub fn education(&mut self) -> (Education, Option<String>) {
        let said = self.needed("education");
        let Some(level) = read::schooling(&said, self.reader.today.year()) else {
            if !said.is_empty() {
                self.ask("education", &said, "");
                let form = "none, high_school, certificate, associate, bachelor, master or doctorate";
                self.wrong("education", &format!("`{said}` is no level of schooling that we know"), form);
            }
            return (Education::None, None);
        };
        // a level alone names no award, whatever it is short for
        let names_more = said.split_whitespace().count() > 1;
        let award = Some(&said).filter(|_| names_more && level.is_sure);
        let award =
            award.and_then(|said| self.graph().award_or_credential(said)).filter(|award| award.is_sure);
        let award =
            award.map(|award| self.graph().holding(award.value)).filter(|award| award.education().is_some());
        if !level.is_sure || award.is_some() {
            let held = award.map_or_else(String::new, |award| format!(", {}", award.names().id));
            self.assume_name("education", &said, &format!("{}{held}", level.value.key()), level.value.key());
        }
        (level.value, award.map(|award| award.names().id.clone()))
    }

    /// Awards or credentials by any of their names; what is not known counts for nothing.
    pub fn holdings(&mut self, name: &str) -> Vec<String> {
        let Some(cell) = self.cell(name).filter(|cell| !NOTHING.contains(&plain(cell).as_str())) else {
            return Vec::new();
        };
        let graph = self.graph();
        let mut ids: Vec<String> = Vec::new();
        let year = self.reader.today.year();
        let all_lost = has_word(cell, &["both", "all"]) && is_lost(cell, year);
        for part in read::parts(cell, |part| graph.award_or_credential(part).is_some()) {
            let part = self.meant(name, part);
            if part.is_empty() {
                continue;
            }
            // `RHIT, expired` tells of what stands before it
            if is_lost(part, year) && graph.award_or_credential(part).is_none() && !ids.is_empty() {
                let lost = ids.pop().unwrap_or_default();
                self.assumed.push(format!("{name}: {lost}, {part} is not held and counts for nothing"));
                continue;
            }
            let Some(found) = graph.award_or_credential(part) else {
                self.drop(name, part);
                continue;
            };
            if all_lost || is_lost(part, year) {
                self.assumed.push(format!("{name}: {part} is not held and counts for nothing"));
                continue;
            }
            let id = graph.holding(found.value).names().id.clone();
            if !found.is_sure || part.contains('?') {
                self.assume_name(name, part, &id, &id);
            }
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// Wanted roles by id or title.
    pub fn targets(&mut self) -> Vec<String> {
        let Some(cell) = self.cell("target").filter(|cell| !NOTHING.contains(&plain(cell).as_str())) else {
            return Vec::new();
        };
        let graph = self.graph();
        let mut ids = Vec::new();
        for part in read::parts(cell, |part| graph.role_named(part).is_some()) {
            let part = self.meant("target", part);
            if graph.role_named(part).is_some() {
                ids.push(part.to_owned());
                continue;
            }
            match graph.read_job(part, Held::Today) {
                JobMatch::Roles(roles) if roles.len() == 1 => {
                    let id = graph.roles[roles[0].at()].names.id.clone();
                    self.assume_name("target", part, &id, &id);
                    ids.push(id);
                }
                _ => self.unknown_job("target", part),
            }
        }
        ids
    }

    /// Tells of a job that is not known, with the three roles that it is likest to.
    pub fn unknown_job(&mut self, column: &str, said: &str) {
        let id = |(_, role): (f64, RoleIx)| self.graph().roles[role.at()].names.id.clone();
        let like: Vec<String> = self.graph().roles_like(said).into_iter().take(3).map(id).collect();
        self.ask(column, said, like.first().map_or("", String::as_str));
        let like: Vec<String> = like.iter().map(|id| format!("`{id}`")).collect();
        let nearest = if like.is_empty() {
            "list them with `careerpath roles`".to_owned()
        } else {
            format!("nearest: {}", like.join(", "))
        };
        self.rejects.push(Reject {
            column: column.to_owned(),
            code: "unknown_id",
            reason: format!("no job that we know is called `{said}`; {nearest}"),
        });
    }

    /// Letters of interests, or their names.
    pub fn interests(&mut self) -> Vec<String> {
        let cell = self.cell("interests").unwrap_or_default();
        let words = plain(cell);
        let named = |word: &str| INTERESTS.iter().find(|name| name.eq_ignore_ascii_case(word));
        let names: Option<Vec<&&str>> = words.split(' ').filter(|word| *word != "and").map(named).collect();
        let letters: Vec<char> = cell.chars().filter(|letter| letter.is_alphanumeric()).collect();
        match names {
            Some(names) => names.iter().map(|name| name[..1].to_uppercase()).collect(),
            None if letters.len() <= INTERESTS.len() => letters.iter().map(ToString::to_string).collect(),
            None => {
                self.drop("interests", cell);
                Vec::new()
            }
        }
    }

    /// Yes or no; what is neither counts as no, with a mark.
    pub fn yes(&mut self, name: &str) -> bool {
        let cell = self.told(name).unwrap_or_default().trim();
        if ["✓", "✔", "☑", "✅"].contains(&cell) {
            return true;
        }
        if read::is_blank(cell) {
            return false;
        }
        match plain(cell).as_str() {
            "yes" | "y" | "true" | "t" | "1" | "oui" | "si" | "x" | "checked" | "willing" => true,
            "no" | "n" | "false" | "f" | "0" | "non" | "unchecked" | "not willing" | "not at this time"
            | "never" => false,
            "maybe" | "unsure" | "depends" | "undecided" | "possibly" => {
                self.assume(name, cell, "no");
                false
            }
            _ => {
                self.wrong(name, &format!("`{cell}` is neither yes nor no"), "yes or no");
                false
            }
        }
    }
}

/// Words for what is no longer held, or not yet.
const LOST: [&str; 40] = [
    "expired",
    "lapsed",
    "inactive",
    "suspended",
    "revoked",
    "failed",
    "pending",
    "progress",
    "eligible",
    "student",
    "planned",
    "planning",
    "taking",
    "yet",
    "candidate",
    "scheduled",
    "studying",
    "denied",
    "withdrawn",
    "retired",
    "surrendered",
    "probation",
    "working",
    "toward",
    "towards",
    "pursuing",
    "enrolled",
    "future",
    "maybe",
    "applied",
    "applying",
    "awaiting",
    "not",
    "no",
    "never",
    "sitting",
    "intend",
    "goal",
    "expire",
    "former",
];
/// Words for when something ends.
const ENDS: [&str; 6] = ["exp", "expires", "expiry", "expiration", "thru", "through"];

/// Whether a text has one of some words.
pub(super) fn has_word(said: &str, words: &[&str]) -> bool {
    plain(said).split(' ').any(|word| words.contains(&word))
}

/// Whether a text says that what it names is no longer held, or not yet: by a word, or by a year in which it ended.
fn is_lost(said: &str, this_year: u32) -> bool {
    let words = plain(said);
    let years: Vec<u32> = words
        .split(' ')
        .filter_map(|word| word.parse().ok().filter(|year| (1950..2100).contains(year)))
        .collect();
    let ended =
        (has_word(said, &ENDS) || years.len() == 2) && years.last().is_some_and(|year| *year < this_year);
    let to_come = !has_word(said, &ENDS) && years.len() == 1 && years[0] > this_year;
    ended || to_come || has_word(said, &LOST)
}

/// A number in figures as programs write it, without marks between thousands: `38000`, `38000.0`, `3.8E+04`.
pub(super) fn figures(cell: &str) -> Option<f64> {
    // three digits after the first mark are most likely a group
    let is_grouped = cell.split_once('.').is_some_and(|(whole, rest)| {
        rest.len() == 3
            && (1..=3).contains(&whole.len())
            && whole != "0"
            && rest.chars().all(|sign| sign.is_ascii_digit())
    });
    cell.parse::<f64>().ok().filter(|number| number.is_finite() && !is_grouped)
}

/// The currency of a column, as it is said.
fn currency(name: &str) -> &'static str {
    if name.contains("_cad") { "Canadian dollars" } else { "US dollars" }
}
