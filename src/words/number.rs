//! Numbers, money and months as a language writes them.

use super::Language;
use crate::units::{CalendarMonth, Currency, Money};

/// A space that no line breaks at.
const UNBROKEN: char = '\u{a0}';

impl Language {
    /// An amount without cents: `$1,235` in English, `1 235 $ US` in French; `?` where not known.
    #[must_use]
    pub fn money(self, amount: Option<Money>, currency: Currency) -> String {
        let Some(amount) = amount else { return "?".to_owned() };
        let cents = amount.cents();
        let whole = (cents.abs() + 50) / 100;
        let sign = if cents < 0 && whole > 0 { "-" } else { "" };
        let (digits, symbol) = (self.count(whole), self.sign(currency));
        match self {
            Self::En | Self::Es => format!("{sign}{symbol}{digits}"),
            Self::Fr => format!("{sign}{digits}{UNBROKEN}{symbol}"),
        }
    }

    /// The sign of a currency.
    #[must_use]
    pub const fn sign(self, currency: Currency) -> &'static str {
        match (self, currency) {
            (Self::En | Self::Es, _) => currency.symbol(),
            (Self::Fr, Currency::Usd) => "$US",
            (Self::Fr, Currency::Cad) => "$",
        }
    }

    /// A whole number with its thousands set apart.
    #[must_use]
    pub fn count(self, count: i64) -> String {
        let apart = match self {
            Self::En | Self::Es => ',',
            Self::Fr => UNBROKEN,
        };
        let digits = count.unsigned_abs().to_string();
        let mut written = if count < 0 { String::from("-") } else { String::new() };
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push(apart);
            }
            written.push(digit);
        }
        written
    }

    /// A number with so many places.
    #[must_use]
    pub fn decimal(self, value: f64, places: usize) -> String {
        self.pointed(format!("{value:.places$}"))
    }

    /// The same with its sign, whatever it is.
    #[must_use]
    pub fn signed(self, value: f64, places: usize) -> String {
        self.pointed(format!("{value:+.places$}"))
    }

    fn pointed(self, written: String) -> String {
        match self {
            Self::En | Self::Es => written,
            Self::Fr => written.replace('.', ","),
        }
    }

    /// A month, such as `Nov 2026`.
    #[must_use]
    pub fn month(self, month: CalendarMonth) -> String {
        let names = self.word("months-short");
        let name = names.split(' ').nth(month.of_year() as usize).unwrap_or_default();
        format!("{name} {}", month.year())
    }

    /// So many months in words.
    #[must_use]
    pub fn months(self, count: i64) -> String {
        self.say("months", [("n", count.into())])
    }

    /// Things one after the other.
    #[must_use]
    pub fn list<S: AsRef<str>>(self, parts: &[S]) -> String {
        joined(parts, ", ")
    }

    /// Things of which one is meant, or all, by the key of the word between them: `or` or `and`.
    #[must_use]
    pub fn linked<S: AsRef<str>>(self, parts: &[S], key: &str) -> String {
        joined(parts, &format!(" {} ", self.word(key)))
    }

    /// Things of which all are meant: the last after `and`.
    #[must_use]
    pub fn all<S: AsRef<str>>(self, parts: &[S]) -> String {
        match parts {
            [first @ .., last] if !first.is_empty() => {
                self.linked(&[self.list(first).as_str(), last.as_ref()], "and")
            }
            _ => self.list(parts),
        }
    }

    /// Half-sentences one after the other.
    #[must_use]
    pub fn clauses<S: AsRef<str>>(self, parts: &[S]) -> String {
        let between = match self {
            Self::En | Self::Es => "; ",
            Self::Fr => "\u{a0}; ",
        };
        joined(parts, between)
    }
}

fn joined<S: AsRef<str>>(parts: &[S], between: &str) -> String {
    parts.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_the_language_writes_them() {
        let amount = Some(Money::from_units(-1_234_567.5));
        let written = |language: Language| language.money(amount, Currency::Cad);
        assert_eq!(written(Language::En), "-C$1,234,568");
        assert_eq!(written(Language::Es), "-C$1,234,568");
        assert_eq!(written(Language::Fr), "-1\u{a0}234\u{a0}568\u{a0}$");
        assert_eq!(Language::Fr.signed(0.126, 2), "+0,13");
        assert_eq!(Language::En.money(None, Currency::Usd), "?");
    }

    #[test]
    fn one_month_is_not_months() {
        assert_eq!(Language::En.months(1), "1 month");
        assert_eq!(Language::Fr.months(0), "0 mois");
        assert_eq!(Language::Es.months(2), "2 meses");
        let november = CalendarMonth::new(2026, 11).expect("a month");
        assert_eq!(Language::En.month(november), "Nov 2026");
        assert_eq!(Language::Fr.month(november), "nov. 2026");
    }
}
