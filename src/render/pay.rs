//! Pay of a year in a narrow column.

use super::amount;
use crate::report::Wage;
use crate::units::Money;

/// The years shown of ten.
pub(super) const YEARS: [usize; 5] = [1, 2, 3, 5, 10];

/// The middle of a year's pay, with a star where only part of the year is worked.
pub(super) fn mid(wage: Option<&Wage>, symbol: &str) -> String {
    match wage {
        Some(wage) if wage.months_worked == 0 => "no pay".to_owned(),
        Some(wage) if wage.months_worked < 12 => format!("{}*", amount(wage.mid, symbol)),
        Some(wage) => amount(wage.mid, symbol),
        None => String::new(),
    }
}

/// The band of a year's pay in thousands.
pub(super) fn band(wage: Option<&Wage>) -> String {
    let thousands = |money: Option<Money>| {
        money.map_or("?".to_owned(), |money| format!("{:.0}k", money.units() / 1000.0))
    };
    match wage {
        Some(wage) if wage.months_worked > 0 => format!("{}-{}", thousands(wage.low), thousands(wage.high)),
        _ => String::new(),
    }
}
