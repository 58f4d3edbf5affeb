//! Numbers and amounts as people write them.

/// Ways to say that hours are those of a week.
const WEEKLY: [&str; 10] = [
    "/week",
    "/wk",
    "per week",
    "a week",
    "weekly",
    "each week",
    "par semaine",
    "por semana",
    "a la semana",
    "/semaine",
];

/// A number that has no unit, nor a sign of a currency.
#[must_use]
pub fn bare(said: &str) -> Option<f64> {
    number(said).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number)
}

/// A whole number of hours, with or without marks between thousands and a word for hours.
#[must_use]
pub fn whole(said: &str) -> Option<u32> {
    let (number, rest) = number(said)?;
    let rest = rest.to_lowercase();
    let unit = WEEKLY.iter().find_map(|week| rest.strip_suffix(week)).unwrap_or(&rest).trim();
    let hours = ["", "h", "hr", "hrs", "hour", "hours", "heure", "heures", "hora", "horas"].contains(&unit);
    (hours && number.fract() == 0.0 && number <= f64::from(u32::MAX)).then_some(rounded(number))
}

/// An amount in units of a currency, with or without its sign or name, marks between thousands, or a `k`.
#[must_use]
pub fn money(said: &str) -> Option<f64> {
    let (number, rest) = amount(said)?;
    rest.is_empty().then_some(number)
}

/// Words for how often something is paid, each with how often that is in a year; nothing for an hour.
const OFTEN: [(&str, Option<f64>); 38] = [
    ("", Some(1.0)),
    ("year", Some(1.0)),
    ("yr", Some(1.0)),
    ("y", Some(1.0)),
    ("an", Some(1.0)),
    ("année", Some(1.0)),
    ("año", Some(1.0)),
    ("yearly", Some(1.0)),
    ("annually", Some(1.0)),
    ("annum", Some(1.0)),
    ("pa", Some(1.0)),
    ("p.a", Some(1.0)),
    ("h", None),
    ("hr", None),
    ("hrs", None),
    ("hour", None),
    ("heure", None),
    ("hora", None),
    ("hourly", None),
    ("ph", None),
    ("month", Some(12.0)),
    ("mo", Some(12.0)),
    ("mois", Some(12.0)),
    ("mes", Some(12.0)),
    ("monthly", Some(12.0)),
    ("week", Some(52.0)),
    ("wk", Some(52.0)),
    ("weekly", Some(52.0)),
    ("biweekly", Some(26.0)),
    ("bi-weekly", Some(26.0)),
    ("every two weeks", Some(26.0)),
    ("every 2 weeks", Some(26.0)),
    ("semimonthly", Some(24.0)),
    ("semi-monthly", Some(24.0)),
    ("twice a month", Some(24.0)),
    ("quincenal", Some(24.0)),
    ("semaine", Some(52.0)),
    ("semana", Some(52.0)),
];

/// Pay a year: an amount, or one followed by words for how often it is paid, at so many hours a year; what stands in brackets
/// or after `+` is left out.
#[must_use]
pub fn pay(said: &str, hours: u32) -> Option<f64> {
    let lower = said.to_lowercase();
    let bare = lower.split(['(', '+']).next().unwrap_or_default();
    let bare = bare.trim_start_matches(['~', '≈', ' ']);
    let about = ["approximately ", "approx. ", "approx ", "about ", "around ", "environ "];
    let bare = about.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    let (number, rest) = amount(bare)?;
    let unit = rest.trim_start_matches(['/', ' ']).trim_end_matches([' ', '.']);
    let unit = ["an ", "a ", "per ", "par ", "por ", "la ", "el ", "al ", "l'", "de l'", "una "]
        .iter()
        .find_map(|word| unit.strip_prefix(word))
        .unwrap_or(unit);
    let (_, times) = OFTEN.iter().find(|(word, _)| *word == unit.trim_start_matches('/').trim())?;
    Some(number * times.unwrap_or(f64::from(hours)))
}

/// An amount, and what follows it.
fn amount(said: &str) -> Option<(f64, String)> {
    let bare: String = said.to_lowercase().replace('’', "'").chars().filter(|c| *c != '$').collect();
    let bare = bare.trim();
    let bare = ["usd", "cad", "us", "ca", "c"]
        .iter()
        .find_map(|sign| bare.strip_prefix(sign))
        .unwrap_or(bare)
        .trim();
    let (mut number, mut rest) = number(bare)?;
    let thousands = rest.strip_prefix('k').filter(|more| !more.starts_with(char::is_alphabetic));
    if let Some(more) = thousands.map(|more| more.trim().to_owned()) {
        number *= 1000.0;
        rest = more;
    }
    let signs = ["dollars", "dollar", "dólares", "dolares", "usd", "cad", "us", "ca"];
    let sign = signs.iter().find_map(|sign| rest.strip_prefix(sign));
    let rest = sign.filter(|more| !more.starts_with(char::is_alphabetic)).unwrap_or(&rest);
    Some((number, rest.trim().to_owned()))
}

/// The number that a text begins with and what is left. A last mark is a decimal one where one or two digits follow it, or
/// where what stands before it cannot be followed by a group of three.
pub(super) fn number(said: &str) -> Option<(f64, String)> {
    let said = said.trim();
    let spaced = |c: char| c.is_ascii_digit() || ['.', ',', ' ', '\u{a0}', '\u{202f}', '\''].contains(&c);
    let end = said.find(|c| !spaced(c)).unwrap_or(said.len());
    let (digits, rest) = said.split_at(end);
    let digits = digits.trim();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || digits.len() > 20 {
        return None;
    }
    let last = digits.rfind(['.', ',']).filter(|at| {
        let (before, after) = (&digits[..*at], &digits[at + 1..]);
        let is_long = before.chars().all(|c| c.is_ascii_digit()) && (before.len() > 3 || before == "0");
        after.chars().all(|c| c.is_ascii_digit()) && !after.is_empty() && (after.len() <= 2 || is_long)
    });
    let (before, after) = last.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
    // between thousands only
    let groups: Vec<&str> = before.split(|c: char| !c.is_ascii_digit()).collect();
    let (first, others) = groups.split_first()?;
    if !others.is_empty() && (first.len() > 3 || others.iter().any(|group| group.len() != 3)) {
        return None;
    }
    let written = format!("{}.{}", groups.concat(), if after.is_empty() { "0" } else { after });
    Some((written.parse().ok()?, rest.trim().to_owned()))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole and in range by its callers"
)]
pub(super) fn rounded(number: f64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(whole("1 000"), Some(1000));
        assert_eq!((whole("10^6"), whole("ten"), whole("-3"), whole("1.5")), (None, None, None, None));
        assert_eq!(
            (money("$3,000"), money("3 000 $"), money("3k")),
            (Some(3000.0), Some(3000.0), Some(3000.0))
        );
        assert_eq!((money("1.234,50"), money("C$12.5")), (Some(1234.5), Some(12.5)));
        assert_eq!((money("12.34.56"), money("about 5"), money("3 million")), (None, None, None));
        assert_eq!((money("500 dollars"), money("1,5k $")), (Some(500.0), Some(1500.0)));
        assert_eq!((whole("10 hours"), whole("10 apples"), whole("15 hrs/week")), (Some(10), None, Some(15)));
        assert_eq!(
            (money("38.000"), money("38000.125"), money("0.125"), money("38000,50")),
            (Some(38000.0), Some(38000.125), Some(0.125), Some(38000.5))
        );
        assert_eq!(
            (money("1234,567,890"), bare("1,234"), bare("$5"), bare("5k")),
            (None, Some(1234.0), None, None)
        );
        assert_eq!((pay("$20 hourly", 2000), pay("41.5k/year", 2000)), (Some(40000.0), Some(41500.0)));
        assert_eq!(pay("20$ de l’heure", 2000), Some(40000.0));
        assert_eq!((pay("$720/wk", 2080), pay("$1,480 biweekly", 2080)), (Some(37440.0), Some(38480.0)));
        assert_eq!(
            (pay("USD 38,000 p.a.", 2080), pay("approx. $38,000", 2080)),
            (Some(38000.0), Some(38000.0))
        );
        assert_eq!((pay("19.25 / hr.", 2000), pay("$21.10/hr + diff", 2000)), (Some(38500.0), Some(42200.0)));
        assert_eq!((pay("19.50/hour", 2080), pay("20 $ l'heure", 2000)), (Some(40560.0), Some(40000.0)));
        assert_eq!((pay("41500", 2080), pay("3,000 a month", 2080)), (Some(41500.0), Some(36000.0)));
    }
}
