//! Numbers, times and amounts as people write them.

/// A whole number of hours, with or without marks between thousands and a word for hours.
pub fn whole(said: &str) -> Option<u32> {
    let (number, rest) = number(said)?;
    let hours =
        ["", "h", "hr", "hrs", "hour", "hours", "heure", "heures", "hora", "horas"].contains(&rest.as_str());
    (hours && number.fract() == 0.0 && number <= f64::from(u32::MAX)).then_some(rounded(number))
}

/// Months: a plain number, or some with units, such as `2 years 3 months`, `1,5 an`, `18 meses`.
pub fn months(said: &str) -> Option<u32> {
    let mut left = said.trim().to_lowercase();
    let mut total = 0.0;
    while !left.is_empty() {
        let (number, rest) = number(&left)?;
        let unit: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
        let times = match unit.as_str() {
            "" | "m" | "mo" | "mos" | "month" | "months" | "mois" | "mes" | "meses" => 1.0,
            "y" | "yr" | "yrs" | "year" | "years" | "a" | "an" | "ans" | "année" | "années" | "año"
            | "años" | "ano" | "anos" => 12.0,
            _ => return None,
        };
        total += number * times;
        let more = rest[unit.len()..].trim_start_matches(|c: char| !c.is_numeric());
        if unit.is_empty() && !rest.is_empty() {
            return None;
        }
        more.clone_into(&mut left);
    }
    (!said.trim().is_empty() && total <= 1e9).then(|| rounded(total.round()))
}

/// An amount in units of a currency, with or without its sign or name, marks between thousands, or a `k`.
pub fn money(said: &str) -> Option<f64> {
    let (number, rest) = amount(said)?;
    rest.is_empty().then_some(number)
}

/// Pay a year: an amount, or one followed by words for an hour at so many hours a year, or for a month.
pub fn pay(said: &str, hours: u32) -> Option<f64> {
    let (number, rest) = amount(said)?;
    let unit = rest.trim_start_matches(['/', ' ']);
    let unit = ["an ", "a ", "per ", "par ", "por ", "la ", "el ", "al ", "l'", "de l'", "una "]
        .iter()
        .find_map(|word| unit.strip_prefix(word))
        .unwrap_or(unit);
    match unit {
        "" | "year" | "yr" | "y" | "an" | "année" | "año" | "yearly" => Some(number),
        "h" | "hr" | "hour" | "heure" | "hora" | "hourly" => Some(number * f64::from(hours)),
        "month" | "mo" | "mois" | "mes" | "monthly" => Some(number * 12.0),
        _ => None,
    }
}

/// An amount, and what follows it.
fn amount(said: &str) -> Option<(f64, String)> {
    let bare: String = said.to_lowercase().replace('’', "'").chars().filter(|c| *c != '$').collect();
    let bare = bare.trim();
    let bare = ["us", "ca", "c"].iter().find_map(|sign| bare.strip_prefix(sign)).unwrap_or(bare);
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

/// The number that a text begins with and what is left; a last mark with one or two digits after it is a decimal one.
fn number(said: &str) -> Option<(f64, String)> {
    let said = said.trim();
    let spaced = |c: char| c.is_ascii_digit() || ['.', ',', ' ', '\u{a0}', '\u{202f}', '\''].contains(&c);
    let end = said.find(|c| !spaced(c)).unwrap_or(said.len());
    let (digits, rest) = said.split_at(end);
    let digits = digits.trim();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || digits.len() > 20 {
        return None;
    }
    let last = digits.rfind(['.', ',']).filter(|at| {
        let after = &digits[at + 1..];
        (1..=2).contains(&after.len()) && after.chars().all(|c| c.is_ascii_digit())
    });
    let (before, after) = last.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
    // between thousands only
    let groups: Vec<&str> = before.split(|c: char| !c.is_ascii_digit()).collect();
    if groups.len() > 1 && groups[1..].iter().any(|group| group.len() != 3) {
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
fn rounded(number: f64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(whole("1 000"), Some(1000));
        assert_eq!((whole("10^6"), whole("ten"), whole("-3"), whole("1.5")), (None, None, None, None));
        assert_eq!(months("2 years 3 months"), Some(27));
        assert_eq!((months("1,5 an"), months("18 meses"), months("3 años")), (Some(18), Some(18), Some(36)));
        assert_eq!((months("soon"), months("3 weeks"), months("")), (None, None, None));
        assert_eq!(
            (money("$3,000"), money("3 000 $"), money("3k")),
            (Some(3000.0), Some(3000.0), Some(3000.0))
        );
        assert_eq!((money("1.234,50"), money("C$12.5")), (Some(1234.5), Some(12.5)));
        assert_eq!((money("12.34.56"), money("about 5"), money("3 million")), (None, None, None));
        assert_eq!((money("500 dollars"), money("1,5k $")), (Some(500.0), Some(1500.0)));
        assert_eq!((whole("10 hours"), whole("10 apples"), months("3 minutes")), (Some(10), None, None));
        assert_eq!((pay("$20 hourly", 2000), pay("41.5k/year", 2000)), (Some(40000.0), Some(41500.0)));
        assert_eq!(pay("20$ de l’heure", 2000), Some(40000.0));
        assert_eq!((pay("19.50/hour", 2080), pay("20 $ l'heure", 2000)), (Some(40560.0), Some(40000.0)));
        assert_eq!((pay("41500", 2080), pay("3,000 a month", 2080)), (Some(41500.0), Some(36000.0)));
    }
}
