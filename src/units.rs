//! Quantities: money in whole cents, shares between 0 and 1, and education levels.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

use serde::{Deserialize, Serialize};

/// An amount of money in whole cents of the graph's one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// No money at all.
    pub const ZERO: Self = Self(0);

    /// Takes whole cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// Takes units of the currency and rounds to the nearest cent.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "amounts are checked to stay below 10^9 units")]
    pub fn from_units(units: f64) -> Self {
        Self((units * 100.0).round() as i64)
    }

    /// Gives whole cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Gives units of the currency.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 cents")]
    pub fn units(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// So many times as much, rounded to a cent.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self::from_units(self.units() * factor)
    }

    /// Gives a month's share of a yearly amount: a twelfth, rounded half up to a cent.
    #[must_use]
    pub const fn monthly(self) -> Self {
        Self((self.0 + 6).div_euclid(12))
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(self.units())
    }
}

/// The levels of schooling that requirements speak of, lowest first.
///
/// In Canada a two-year college diploma counts as `Associate`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Education {
    /// No diploma.
    None,
    /// High-school diploma or equivalent.
    HighSchool,
    /// Postsecondary certificate, no degree.
    Certificate,
    /// Associate degree or two-year college diploma.
    Associate,
    /// Bachelor's degree.
    Bachelor,
    /// Master's degree.
    Master,
    /// Doctorate.
    Doctorate,
}

impl Education {
    /// All of them, lowest first.
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::HighSchool,
        Self::Certificate,
        Self::Associate,
        Self::Bachelor,
        Self::Master,
        Self::Doctorate,
    ];

    /// The level with a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }

    /// Its key in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::HighSchool => "high_school",
            Self::Certificate => "certificate",
            Self::Associate => "associate",
            Self::Bachelor => "bachelor",
            Self::Master => "master",
            Self::Doctorate => "doctorate",
        }
    }
}

/// The currencies a graph may be kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// United States dollars.
    Usd,
    /// Canadian dollars.
    Cad,
}

impl Currency {
    /// The unit's name in field names, such as `usd` in `budget_usd`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usd => "usd",
            Self::Cad => "cad",
        }
    }

    /// Its code, such as `USD`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usd => "USD",
            Self::Cad => "CAD",
        }
    }

    /// The sign before an amount in English.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Usd => "$",
            Self::Cad => "C$",
        }
    }
}

/// A calendar month, by which a pathway is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarMonth {
    /// Months since January of year 0.
    count: u32,
}

impl CalendarMonth {
    /// Takes a year and a month from 1 to 12; anything else gives nothing.
    #[must_use]
    pub fn new(year: u32, month: u32) -> Option<Self> {
        (year <= 9999 && (1..=12).contains(&month)).then_some(Self { count: year * 12 + month - 1 })
    }

    /// Reads `2026-11`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-').filter(|(year, _)| year.len() == 4)?;
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// The month that many months later.
    #[must_use]
    pub const fn plus(self, months: u32) -> Self {
        Self { count: self.count + months }
    }

    /// Months from a month of a year to this one; negative where that comes later.
    #[must_use]
    pub fn months_since(self, year: u32, month: u32) -> i32 {
        let then = Self::new(year, month).unwrap_or(self);
        i32::try_from(self.count).unwrap_or(0) - i32::try_from(then.count).unwrap_or(0)
    }

    /// Its year.
    #[must_use]
    pub const fn year(self) -> u32 {
        self.count / 12
    }

    /// Its place in the year, from 0 for January.
    #[must_use]
    pub const fn of_year(self) -> u32 {
        self.count % 12
    }
}

impl fmt::Display for CalendarMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.count / 12, self.count % 12 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_twelfth_rounded_half_up() {
        assert_eq!(Money::from_cents(1206).monthly(), Money::from_cents(101));
        assert_eq!(Money::from_cents(1205).monthly(), Money::from_cents(100));
        assert_eq!(Money::from_cents(-6).monthly(), Money::from_cents(0));
    }

    #[test]
    fn calendar_months_carry_into_the_next_year() {
        let november = CalendarMonth::parse("2026-11").expect("a month");
        assert_eq!(november.plus(14).to_string(), "2028-01");
        assert_eq!((november.plus(2).year(), november.plus(2).of_year()), (2027, 0));
    }
}
