//! How pay of an occupation grows from year to year, and what foretells it.

use std::collections::BTreeMap;

use super::measure::off;
use super::people::median;

/// The national median of an occupation or group in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Vintage {
    /// The calendar year.
    pub year: u32,
    /// The occupation's or group's code.
    pub code: String,
    /// `detailed`, or what kind of group.
    pub group: String,
    /// Log of the median.
    pub pay: f64,
    /// P10, P25, P50, P75 and P90 a year, where given.
    pub percentiles: [Option<f64>; 5],
}

/// What is taken to foretell an occupation's pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foretold {
    /// It stays.
    NoChange,
    /// It goes on as it did by itself.
    OwnTrend,
    /// It goes on as its major group did.
    GroupDrift,
}

/// Log pay by code, then year.
#[derive(Debug)]
pub struct History(BTreeMap<String, BTreeMap<u32, f64>>);

/// A trend is over the last years only.
const WINDOW: u32 = 4;
/// One over fewer years than this is none.
const YEARS: u32 = 3;

impl History {
    /// Sorts vintages by code and year.
    #[must_use]
    pub fn of(vintages: &[Vintage]) -> Self {
        let mut history: BTreeMap<String, BTreeMap<u32, f64>> = BTreeMap::new();
        for vintage in vintages {
            history.entry(vintage.code.clone()).or_default().insert(vintage.year, vintage.pay);
        }
        Self(history)
    }

    /// Mean yearly growth of log pay over the four years up to a year; nothing over fewer than three.
    #[must_use]
    pub fn growth(&self, code: &str, until: u32) -> Option<f64> {
        let years = self.0.get(code)?;
        let (last, to) = years.range(..=until).next_back()?;
        let (first, from) = years.range(last.saturating_sub(WINDOW)..).next()?;
        (last - first >= YEARS).then(|| (to - from) / f64::from(last - first))
    }

    /// The major group of a code such as `29-2072`.
    #[must_use]
    pub fn major(code: &str) -> String {
        format!("{}-0000", code.get(..2).unwrap_or("00"))
    }

    /// Median absolute error in percent of foretelling each of some occupations so many years ahead, from every year from
    /// which there is a trend, with how many forecasts that is.
    #[must_use]
    pub fn error(&self, codes: &[&str], ahead: u32, by: Foretold) -> Option<(f64, usize)> {
        let mut errors = Vec::new();
        for code in codes {
            let Some(years) = self.0.get(*code) else { continue };
            for (origin, pay) in years {
                let Some(then) = years.get(&(origin + ahead)) else { continue };
                // all three are asked only where all three can answer
                let (Some(own), Some(group)) =
                    (self.growth(code, *origin), self.growth(&Self::major(code), *origin))
                else {
                    continue;
                };
                let growth = match by {
                    Foretold::NoChange => 0.0,
                    Foretold::OwnTrend => own,
                    Foretold::GroupDrift => group,
                };
                let foretold = growth.mul_add(f64::from(ahead), *pay);
                errors.push(off(foretold - then));
            }
        }
        let count = errors.len();
        median(errors).map(|error| (error, count))
    }
}
