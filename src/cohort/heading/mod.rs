//! What the columns of a file are called, and where each of ours stands in it.

mod called;
mod filling;

pub(super) use filling::Filling;

use called::CALLED;

use super::header::{COLUMNS, place};
use crate::finding::{Fault, nearest};
use crate::read::plain;
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
    /// How well its name says it: 0 for our own, then in the order in which we would take them.
    rank: usize,
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
    /// Our own column.
    const fn own(column: usize) -> Self {
        Self { column, part: Part::Whole, unit: "", rank: 0 }
    }

    /// What a name means: ours in any case, another that it is called by a map, or one of those that files have, asked as a
    /// question or numbered or not.
    pub(super) fn named(name: &str, called: &[(String, String)], currency: Currency) -> Option<Self> {
        let name = name.trim().trim_start_matches('\u{feff}');
        let other = called.iter().find(|(theirs, _)| theirs.trim().eq_ignore_ascii_case(name));
        let name = other.map_or(name, |(_, ours)| ours.trim());
        if let Some(column) = place(&name.to_lowercase()) {
            return Some(Self::own(column));
        }
        let words = plain(&parted(name));
        let ours = |key: &str| plain(key) == words;
        if let Some(column) = COLUMNS.iter().position(|column| ours(column.name)) {
            return Some(Self::own(column));
        }
        let asked =
            ["what is your ", "what is the ", "please enter your ", "please select your ", "your ", "my "];
        let words = asked.iter().find_map(|begin| words.strip_prefix(begin)).unwrap_or(&words);
        let unnumbered = words.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
        Self::called(words, currency).or_else(|| Self::called(unnumbered, currency))
    }

    /// What one of the names that files have means.
    fn called(words: &str, currency: Currency) -> Option<Self> {
        let rank = |names: &[&str]| names.iter().position(|name| *name == words).map(|at| at + 1);
        CALLED.iter().find_map(|(key, part, unit, names)| {
            let (rank, column) = (rank(names)?, place_of(key, currency)?);
            Some(Self { column, part: *part, unit, rank })
        })
    }

    /// The place of its column in [`COLUMNS`].
    pub(super) const fn column(&self) -> usize {
        self.column
    }
}

/// How many columns are told where one is missing.
const TOLD: usize = 20;

/// Which cell of a row is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Per cell: what it is; none where it is not read.
    pub(super) slots: Vec<Option<Slot>>,
    /// The names of the columns that are not read.
    pub ignored: Vec<String>,
}

impl Header {
    /// The columns that a header names, in any order. Those that mean nothing to us are not read.
    ///
    /// # Errors
    /// Columns of ours that are named twice, that are misspelt, and that are missing.
    pub fn of(names: &[String], called: &[(String, String)], currency: Currency) -> Result<Self, Vec<Fault>> {
        let slots: Vec<Option<Slot>> = names.iter().map(|name| Slot::named(name, called, currency)).collect();
        let (mut ignored, mut faults) = (Vec::new(), Vec::new());
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
            let key = name.trim().to_owned();
            match slots[at] {
                Some(slot) if slot.rank == 0 && slots[..at].contains(&Some(slot)) => {
                    faults.push(Fault::RepeatedKey { key });
                }
                Some(_) => {}
                None => match misspelt(name, &slots) {
                    Some(near) => faults.push(Fault::UnknownKey { key, expected: vec![near] }),
                    None => ignored.push(key),
                },
            }
        }
        for (at, column) in COLUMNS.iter().enumerate() {
            if column.needed && !slots.iter().flatten().any(|slot| slot.column == at) {
                let found = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
                let found = found.take(TOLD).map(|name| format!("`{name}`")).collect();
                faults.push(Fault::MissingColumn { key: column.name.to_owned(), found });
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

/// A name in words: `studentId` is `student Id`.
fn parted(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut last = ' ';
    for sign in name.chars() {
        if sign.is_uppercase() && last.is_lowercase() {
            words.push(' ');
        }
        words.push(sign);
        last = sign;
    }
    words
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
