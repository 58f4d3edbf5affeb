//! Pay of a year in a narrow column.

use crate::report::Wage;
use crate::units::{Currency, Money};
use crate::words::Language;

/// The years shown where so many columns fit, the first row for the fewest.
const YEARS: [&[usize]; 4] =
    [&[1, 5, 10], &[1, 2, 3, 5, 10], &[1, 2, 3, 4, 5, 7, 10], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]];

/// The years shown of so many where so many columns fit, from 1.
pub(super) fn years(of: usize, columns: usize) -> Vec<usize> {
    let fitting = YEARS.iter().rev().find(|years| years.len() <= columns).unwrap_or(&YEARS[0]);
    fitting.iter().copied().filter(|year| *year <= of).collect()
}

/// How pay is written: in a language and a currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paid {
    pub language: Language,
    pub currency: Currency,
}

impl Paid {
    /// The middle of a year's pay, with a star where only part of the year is worked.
    pub fn mid(self, wage: Option<&Wage>) -> String {
        let money = |wage: &Wage| self.language.money(wage.mid, self.currency);
        match wage {
            Some(wage) if wage.months_worked == 0 => self.language.word("no-pay"),
            Some(wage) if wage.months_worked < 12 => format!("{}*", money(wage)),
            Some(wage) => money(wage),
            None => String::new(),
        }
    }

    /// The band of a year's pay in thousands.
    pub fn band(self, wage: Option<&Wage>) -> String {
        let thousands = |money: Option<Money>| {
            money.map_or("?".to_owned(), |money| format!("{:.0}", money.units() / 1000.0))
        };
        match wage {
            Some(wage) if wage.months_worked > 0 => {
                let ends = [("low", thousands(wage.low).into()), ("high", thousands(wage.high).into())];
                self.language.say("band", ends)
            }
            _ => String::new(),
        }
    }
}
