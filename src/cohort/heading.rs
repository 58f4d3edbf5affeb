//! What the columns of a file are called, and where each of ours stands in it.

use std::collections::BTreeMap;

use super::header::COLUMNS;
use super::row::Cells;
use crate::finding::{Fault, nearest};
use crate::graph::plain;
use crate::read;
use crate::units::Currency;

/// What a cell under a name holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The place of its column in [`COLUMNS`].
    column: usize,
    /// Where several cells make up one of ours, its place among them.
    part: Part,
    /// What a number without a unit is of: ` years`, ` an hour`; nothing where the column says it.
    unit: &'static str,
}

/// The parts of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Whole,
    Town,
    County,
    State,
    Zip,
}

/// What others call our columns, in plain lower case.
const CALLED: [(&str, &[&str]); 18] = [
    (
        "id",
        &[
            "student id",
            "participant id",
            "client id",
            "person id",
            "record id",
            "case id",
            "learner id",
            "applicant id",
            "employee id",
            "member id",
            "trainee id",
            "candidate id",
            "user id",
            "student number",
            "student no",
            "client number",
            "case number",
            "record number",
            "participant number",
            "employee number",
            "reference",
            "ref",
            "sid",
            "no",
            "number",
            "identifier",
            "unique id",
            "external id",
        ],
    ),
    (
        "region",
        &[
            "city state",
            "city and state",
            "city st",
            "location",
            "place",
            "residence",
            "home location",
            "metro",
            "metro area",
            "area",
            "home city state",
            "where they live",
            "address city state",
            "place of residence",
        ],
    ),
    (
        "education",
        &[
            "highest degree",
            "highest education",
            "education level",
            "level of education",
            "edu",
            "edu level",
            "highest level of education",
            "highest degree earned",
            "highest degree attained",
            "degree",
            "schooling",
            "educational attainment",
            "highest grade completed",
            "highest credential",
            "highest education level",
            "education completed",
            "highest level completed",
        ],
    ),
    ("awards", &["award", "diplomas", "degrees", "programs completed", "degrees held"]),
    (
        "credentials",
        &[
            "credential",
            "certifications",
            "certification",
            "certs",
            "licenses",
            "licences",
            "license",
            "licenses and certifications",
            "certifications held",
            "professional certifications",
            "current certifications",
            "credentials held",
            "certificates and licenses",
        ],
    ),
    (
        "current_role",
        &[
            "job title",
            "current job",
            "current job title",
            "position",
            "current position",
            "job",
            "role",
            "title",
            "position title",
            "current employment",
            "present job",
            "current occupation title",
            "occupation title",
            "employment",
            "job name",
        ],
    ),
    (
        "months_in_role",
        &[
            "months in job",
            "months in current job",
            "months in position",
            "time in role",
            "time in job",
            "time in position",
            "tenure",
            "tenure months",
            "months employed",
            "time in current job",
            "months in current role",
            "start date",
            "job start date",
            "hire date",
            "date of hire",
            "in job since",
        ],
    ),
    (
        "experience",
        &[
            "work history",
            "previous jobs",
            "prior jobs",
            "past jobs",
            "other jobs",
            "prior experience",
            "job history",
        ],
    ),
    ("skills", &["skill", "skill levels", "skills and levels", "competencies"]),
    ("interests", &["riasec", "holland code", "interest code", "holland", "interest profile", "riasec code"]),
    (
        "study_hours_per_week",
        &[
            "study hours",
            "hours per week",
            "hours a week",
            "weekly study hours",
            "study hours per week",
            "hours available",
            "hours available per week",
            "hours for study",
        ],
    ),
    (
        "may_stop_working",
        &["may stop work", "can stop working", "can quit", "can stop work", "available full time"],
    ),
    (
        "may_move",
        &["willing to relocate", "relocate", "relocation", "can move", "will relocate", "open to relocation"],
    ),
    (
        "max_months",
        &["months available", "maximum months", "time available", "time limit", "max time", "longest time"],
    ),
    (
        "target",
        &[
            "goal",
            "career goal",
            "target role",
            "desired role",
            "desired job",
            "target job",
            "goal role",
            "desired occupation",
            "career objective",
            "wanted role",
            "job goal",
            "employment goal",
            "dream job",
        ],
    ),
    (
        "pay_per_year",
        &[
            "pay",
            "salary",
            "annual salary",
            "annual pay",
            "wage",
            "wages",
            "income",
            "current salary",
            "current pay",
            "earnings",
            "annual wage",
            "annual income",
            "pay rate",
            "current wage",
            "pay per year",
        ],
    ),
    (
        "budget",
        &[
            "budget",
            "max budget",
            "maximum budget",
            "max cost",
            "money available",
            "can spend",
            "funds available",
        ],
    ),
    (
        "aid_per_year",
        &["aid", "financial aid", "annual aid", "grants", "grant aid", "aid per year", "scholarships"],
    ),
];

/// The same, of parts and of other units.
const OTHER: [(&str, Part, &str, &[&str]); 7] = [
    (
        "region",
        Part::Town,
        "",
        &["city", "town", "home city", "municipality", "city name", "city of residence"],
    ),
    ("region", Part::County, "", &["county", "home county", "county of residence", "parish"]),
    (
        "region",
        Part::State,
        "",
        &["state", "st", "province", "home state", "state province", "state of residence"],
    ),
    (
        "region",
        Part::Zip,
        "",
        &["zip", "zip code", "zipcode", "postal code", "home zip", "postcode", "zip postal code"],
    ),
    (
        "months_in_role",
        Part::Whole,
        " years",
        &[
            "years in role",
            "years in job",
            "years in position",
            "years in current job",
            "tenure years",
            "years employed",
            "years in current role",
            "yrs in role",
        ],
    ),
    (
        "pay_per_year",
        Part::Whole,
        " an hour",
        &[
            "hourly wage",
            "hourly rate",
            "hourly pay",
            "pay per hour",
            "wage per hour",
            "hourly",
            "current hourly wage",
            "pay rate hourly",
        ],
    ),
    (
        "pay_per_year",
        Part::Whole,
        " a month",
        &["monthly pay", "monthly salary", "monthly income", "pay per month", "monthly wage"],
    ),
];

/// The place of a column of ours by its name.
fn place(name: &str) -> Option<usize> {
    COLUMNS.iter().position(|column| column.name == name)
}

/// The place of one of ours that has the name with or without a currency.
fn place_of(name: &str, currency: Currency) -> Option<usize> {
    let key = currency.key();
    let with_currency = match name {
        "pay_per_year" => format!("pay_{key}_per_year"),
        "aid_per_year" => format!("aid_{key}_per_year"),
        "budget" => format!("budget_{key}"),
        name => name.to_owned(),
    };
    place(&with_currency)
}

impl Slot {
    const fn whole(column: usize) -> Self {
        Self { column, part: Part::Whole, unit: "" }
    }

    /// What a name means: ours in any case, another that it is called by a map, or one of those that files have.
    pub(super) fn named(name: &str, called: &[(String, String)], currency: Currency) -> Option<Self> {
        let name = name.trim().trim_start_matches('\u{feff}');
        let other = called.iter().find(|(theirs, _)| theirs.trim().eq_ignore_ascii_case(name));
        let name = other.map_or(name, |(_, ours)| ours.trim());
        if let Some(column) = place(&name.to_lowercase()) {
            return Some(Self::whole(column));
        }
        let words = plain(name);
        let ours = |key: &str| plain(key) == words;
        if let Some(column) = COLUMNS.iter().position(|column| ours(column.name)) {
            return Some(Self::whole(column));
        }
        if let Some((key, _)) = CALLED.iter().find(|(_, names)| names.contains(&words.as_str())) {
            return place_of(key, currency).map(Self::whole);
        }
        let other = OTHER.iter().find(|(.., names)| names.contains(&words.as_str()));
        other.and_then(|(key, part, unit, _)| {
            place_of(key, currency).map(|column| Self { column, part: *part, unit })
        })
    }

    /// The place of its column in [`COLUMNS`].
    pub(super) const fn column(&self) -> usize {
        self.column
    }
}

/// The cells of a row as they come in, some of them parts of one of ours.
#[derive(Debug, Default)]
pub(super) struct Filling {
    cells: Cells,
    place: BTreeMap<Part, String>,
}

impl Filling {
    /// Fills in a cell; false where it was filled in before.
    pub fn fill(&mut self, slot: Slot, text: String) -> bool {
        if slot.part != Part::Whole {
            return self.place.insert(slot.part, text).is_none();
        }
        let has_unit = slot.unit.is_empty() || read::bare(text.trim_start_matches('$')).is_none();
        let text = if has_unit { text } else { format!("{text}{}", slot.unit) };
        self.cells.insert(slot.column, text).is_none()
    }

    /// The cells; a place in parts is its town or county with the state, or its ZIP code.
    pub fn done(mut self) -> Cells {
        let part = |part: Part| self.place.get(&part).map(String::as_str);
        let town = part(Part::Town).map(str::to_owned);
        let county = part(Part::County).map(|county| {
            if county.to_lowercase().contains("county") {
                county.to_owned()
            } else {
                format!("{county} County")
            }
        });
        let zip = part(Part::Zip).map(|zip| zip.split('-').next().unwrap_or(zip).to_owned());
        let state = part(Part::State);
        let with_state =
            |name: String| state.map_or_else(|| name.clone(), |state| format!("{name}, {state}"));
        let told = town.or(county).map(with_state).or(zip).or_else(|| state.map(str::to_owned));
        if let (Some(region), Some(told)) = (place("region"), told) {
            self.cells.entry(region).or_insert(told);
        }
        self.cells
    }
}

/// Which cell of a row is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Per cell: what it is; none where it is not read.
    pub(super) slots: Vec<Option<Slot>>,
    /// The names of the columns that are not read.
    pub ignored: Vec<String>,
}

impl Header {
    /// The columns that a header names, in any order. Those that mean nothing to us, or the same as one before, are not
    /// read.
    ///
    /// # Errors
    /// Columns of ours that are named twice, that are misspelt, and that are missing.
    pub fn of(names: &[String], called: &[(String, String)], currency: Currency) -> Result<Self, Vec<Fault>> {
        let mut slots: Vec<Option<Slot>> =
            names.iter().map(|name| Slot::named(name, called, currency)).collect();
        let (mut ignored, mut faults) = (Vec::new(), Vec::new());
        let own = |name: &String| place(&name.trim().to_lowercase());
        for (at, name) in names.iter().enumerate() {
            let same = |slot: &Option<Slot>| {
                slot.as_ref().map(|slot| (slot.column, slot.part))
                    == slots[at].map(|slot| (slot.column, slot.part))
            };
            let is_first = !slots[..at].iter().any(same);
            // a column by its own name stands before what others call it
            let has_own = slots[at].is_some_and(|slot| {
                names.iter().any(|other| other != name && own(other) == Some(slot.column))
            });
            match slots[at] {
                Some(slot) if own(name) == Some(slot.column) && !is_first && !has_own => {
                    faults.push(Fault::RepeatedKey { key: name.trim().to_owned() });
                }
                Some(_) if (is_first || own(name).is_some()) && !(has_own && own(name).is_none()) => {}
                _ => slots[at] = None,
            }
            if slots[at].is_none() && !name.trim().is_empty() {
                match misspelt(name, &slots) {
                    Some(near) => {
                        let key = name.trim().to_owned();
                        faults.push(Fault::UnknownKey { key, expected: vec![near] });
                    }
                    None => ignored.push(name.trim().to_owned()),
                }
            }
        }
        for (at, column) in COLUMNS.iter().enumerate() {
            if column.needed && !slots.iter().flatten().any(|slot| slot.column == at) {
                faults.push(Fault::MissingKey { key: column.name.to_owned() });
            }
        }
        if faults.is_empty() { Ok(Self { slots, ignored }) } else { Err(faults) }
    }

    /// Whether a column is one of ours.
    ///
    /// # Errors
    /// That it is none, with the nearest.
    pub fn check_name(name: &str) -> Result<(), Fault> {
        if place(&name.trim().to_lowercase()).is_some() {
            return Ok(());
        }
        let known = || COLUMNS.iter().map(|column| column.name);
        let near =
            nearest(name, known()).map_or_else(|| known().map(str::to_owned).collect(), |near| vec![near]);
        Err(Fault::UnknownKey { key: name.to_owned(), expected: near })
    }

    /// How many of our columns some cells name.
    pub(super) fn known(names: &[String], called: &[(String, String)], currency: Currency) -> usize {
        names.iter().filter(|name| Slot::named(name, called, currency).is_some()).count()
    }

    /// How many cells a row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.slots.len()
    }
}

/// The column of ours that a name is a slip of, where no cell has it.
fn misspelt(name: &str, slots: &[Option<Slot>]) -> Option<String> {
    /// Shorter names are too like others.
    const LEAST: usize = 6;
    let name = name.trim().to_lowercase();
    let is_slip = |column: &str| column.len() >= LEAST && strsim::osa_distance(column, &name) <= 2;
    let free =
        COLUMNS.iter().enumerate().filter(|(at, _)| !slots.iter().flatten().any(|slot| slot.column == *at));
    free.map(|(_, column)| column.name).find(|column| is_slip(column)).map(str::to_owned)
}
