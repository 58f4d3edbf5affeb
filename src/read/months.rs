//! Months: numbers with units, and dates from which on something lasts.

use super::Read;
use super::number::{number, rounded};
use crate::units::CalendarMonth;

/// Words that say that a time is about so long.
const ABOUT: [&str; 14] = [
    "about",
    "approx",
    "approximately",
    "around",
    "almost",
    "nearly",
    "over",
    "more than",
    "at least",
    "roughly",
    "environ",
    "plus de",
    "más de",
    "casi",
];
/// Words that say that a time is shorter than so long.
const LESS: [&str; 7] = ["less than", "under", "fewer than", "up to", "moins de", "menos de", "<"];
/// Numbers in words, from one on.
const COUNTED: [&[&str]; 12] = [
    &["one", "a", "an", "un", "une", "una"],
    &["two", "deux", "dos"],
    &["three", "trois", "tres"],
    &["four", "quatre", "cuatro"],
    &["five", "cinq", "cinco"],
    &["six", "seis"],
    &["seven", "sept", "siete"],
    &["eight", "huit", "ocho"],
    &["nine", "neuf", "nueve"],
    &["ten", "dix", "diez"],
    &["eleven", "onze", "once"],
    &["twelve", "douze", "doce"],
];
const YEARS: [&str; 16] = [
    "y", "yr", "yrs", "year", "years", "a", "an", "ans", "annee", "annees", "année", "années", "año", "años",
    "ano", "anos",
];
const MONTHS: [&str; 11] =
    ["m", "mo", "mos", "mth", "mths", "mnth", "mnths", "month", "months", "mois", "meses"];
const WEEKS: [&str; 7] = ["w", "wk", "wks", "week", "weeks", "semaines", "semanas"];
/// What names of months begin with, in English, French and Spanish.
const NAMES: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb", "fev", "fév"],
    &["mar"],
    &["apr", "avr", "abr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aou", "aoû", "ago"],
    &["sep"],
    &["oct"],
    &["nov"],
    &["dec", "déc", "dic"],
];
/// Words for today at the end of a stretch of time.
const NOW: [&str; 9] =
    ["present", "current", "now", "today", "ongoing", "date", "présent", "actuel", "presente"];

/// Months: a plain number, or some with units, such as `2 years 3 months`, `1,5 an`, `18 meses`.
#[must_use]
pub fn months(said: &str) -> Option<u32> {
    let said = in_figures(&without_brackets(said));
    let (said, half) = without_half(&said);
    let mut left = said.as_str();
    let mut total = if half { 6.0 } else { 0.0 };
    let mut rest_of;
    while !left.is_empty() {
        let (number, rest) = number(left)?;
        let unit: String = rest.chars().take_while(|sign| sign.is_alphabetic()).collect();
        let times = match unit.as_str() {
            "" | "mes" => 1.0,
            unit if MONTHS.contains(&unit) => 1.0,
            unit if YEARS.contains(&unit) => 12.0,
            // weeks are told beside months
            unit if WEEKS.contains(&unit) && total > 0.0 => 12.0 / 52.0,
            _ => return None,
        };
        total += number * times;
        if unit.is_empty() && !rest.is_empty() {
            return None;
        }
        let after = rest[unit.len()..].trim_start_matches(['.', ',', ' ', '&']);
        let after = ["and ", "et ", "y "].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
        rest_of = after.trim().to_owned();
        left = &rest_of;
    }
    (!said.is_empty() && total <= 1e9).then(|| rounded(total.round()))
}

/// The same without what stands in brackets: `12 months (probation)`, `20 (months)`.
fn without_brackets(said: &str) -> String {
    match said.split_once('(') {
        Some((before, rest)) => {
            let inside = rest.split(')').next().unwrap_or_default();
            let is_unit = before.trim().ends_with(|sign: char| sign.is_ascii_digit());
            if is_unit { format!("{} {inside}", before.trim()) } else { before.trim().to_owned() }
        }
        None => said.to_owned(),
    }
}

/// The same without half a year, and whether there was one: `a year and a half`, `2 1/2 years`, `half a year`.
fn without_half(said: &str) -> (String, bool) {
    for words in ["half a year", "half year", "1/2 year", "½ year", "medio año", "6 mo half"] {
        if said == words {
            return ("0 months".to_owned(), true);
        }
    }
    for words in [" and a half", " y medio", " y media", " et demi"] {
        if said.contains(words) {
            return (said.replacen(words, "", 1), true);
        }
    }
    let halves = said.replace(" 1/2", ".5").replace('½', ".5").replace(" .5", ".5");
    (halves, false)
}

/// The same with a number in words at its beginning in figures.
fn in_figures(said: &str) -> String {
    let said = said.trim().to_lowercase();
    let (first, rest) = said.split_once(' ').unwrap_or((&said, ""));
    let counted = (1..).zip(COUNTED).find(|(_, words)| words.contains(&first));
    match counted {
        Some((number, _)) if !rest.is_empty() => format!("{number} {rest}"),
        _ => said,
    }
}

/// How long something lasted until a month, in months: as [`months`] reads it, or about so long, or since a date.
#[must_use]
pub fn time(said: &str, today: CalendarMonth) -> Option<Read<u32>> {
    if let Some(months) = months(said) {
        return Some(Read::sure(months));
    }
    let said = in_figures(said);
    stretch(&said, today).or_else(|| about(&said)).map(Read::likely)
}

/// Months of a time that is not told exactly.
fn about(said: &str) -> Option<u32> {
    let said = said.trim().trim_start_matches(['~', '>', '≥', '=', '+', ' ']);
    let said = ["depuis ", "desde hace ", "hace ", "for ", "since "]
        .iter()
        .find_map(|word| said.strip_prefix(word))
        .unwrap_or(said);
    if let Some(rest) = LESS.iter().find_map(|word| said.strip_prefix(word)) {
        if rest.trim().chars().all(|sign| sign.is_ascii_digit()) {
            // of what is not told
            return None;
        }
        return about(&in_figures(rest)).map(|months| months / 2);
    }
    if let Some(rest) = ABOUT.iter().find_map(|word| said.strip_prefix(word)) {
        return about(&in_figures(rest.trim_start_matches('.')));
    }
    let said = said.replace(" or more", "").replace("+ ", " ").replace("plus ", "").replace('+', "");
    if let Some(months) = months(&said) {
        return Some(months);
    }
    // of `6 mo - 1 yr` the first
    if let Some(months) =
        said.split_once(" - ").or_else(|| said.split_once(" to ")).and_then(|(first, _)| months(first))
    {
        let has_unit =
            said.split_once([' ', '-']).is_some_and(|(_, rest)| rest.starts_with(char::is_alphabetic));
        if has_unit {
            return Some(months);
        }
    }
    let (first, rest) = number(&said)?;
    if let Some(more) = rest.strip_prefix(['-', '–']).or_else(|| rest.strip_prefix("to ")) {
        // of `2-3 years` the first, in the unit of the second
        let (_, unit) = number(more).filter(|(_, unit)| !unit.is_empty())?;
        return months(&format!("{first} {unit}"));
    }
    WEEKS.contains(&rest.trim_end_matches('.')).then(|| rounded((first * 12.0 / 52.0).round()))
}

/// Months from a date to another, or until today.
fn stretch(said: &str, today: CalendarMonth) -> Option<u32> {
    let said = ["since ", "from ", "hired ", "started ", "start ", "depuis ", "desde "]
        .iter()
        .find_map(|word| said.strip_prefix(word))
        .unwrap_or(said);
    for mark in [" - ", " – ", " to ", " until ", " through ", "–", "-"] {
        for (at, _) in said.match_indices(mark) {
            let (from, to) = (said[..at].trim(), said[at + mark.len()..].trim());
            let is_now = NOW.iter().any(|word| to.ends_with(word));
            let end = if is_now { Some(today) } else { date(to) };
            if let Some((from, end)) = date(from).zip(end) {
                return between(from, end);
            }
        }
    }
    between(date(said)?, today)
}

fn between(from: CalendarMonth, to: CalendarMonth) -> Option<u32> {
    u32::try_from(to.months_since(from.year(), from.of_year() + 1)).ok()
}

/// The month of a date: `2022-01`, `2022-01-15`, `01/2022`, `1/15/2022`, `15/1/2022`, `6/1/24`, `20220115`, `Jan 2022`, `Jan-22`,
/// `January 15, 2022`; the time of a day is left out.
fn date(said: &str) -> Option<CalendarMonth> {
    let said = said.split_once(' ').filter(|(_, time)| time.contains(':')).map_or(said, |(day, _)| day);
    let said = said.split('t').next().filter(|day| day.len() == 10 && said.contains(':')).unwrap_or(said);
    if said.len() == 8 && said.chars().all(|sign| sign.is_ascii_digit()) {
        return date(&format!("{}-{}-{}", &said[..4], &said[4..6], &said[6..]));
    }
    let pieces: Vec<&str> = said.split(['/', '-', '.', ' ', ',']).filter(|piece| !piece.is_empty()).collect();
    let figure = |piece: &str| piece.parse::<u32>().ok();
    // `24` is 2024, `98` is 1998
    let year_of = |piece: &str| {
        let year = figure(piece)?;
        Some(if piece.len() == 2 { year + if year < 50 { 2000 } else { 1900 } } else { year })
    };
    let is_year = |year: &u32| (1950..=2100).contains(year);
    let name = |piece: &str| {
        let begins = |names: &[&str]| names.iter().any(|name| piece.starts_with(name));
        NAMES
            .iter()
            .position(|names| begins(names))
            .map(|at| u32::try_from(at).expect("there are twelve") + 1)
    };
    let (year, month) = match pieces[..] {
        // of a year alone its middle
        [year] => (figure(year)?, 7),
        [month, year] if figure(month).is_none() => (year_of(year)?, name(month)?),
        [first, second] => {
            let (first, second) = (figure(first)?, figure(second)?);
            if is_year(&first) { (first, second) } else { (second, first) }
        }
        [month, _, year] if figure(month).is_none() => (figure(year)?, name(month)?),
        [_, month, year] if figure(month).is_none() => (figure(year)?, name(month)?),
        [first, second, third] => {
            let (first, second, third) = (figure(first)?, figure(second)?, year_of(third)?);
            if is_year(&first) { (first, second) } else { (third, if first > 12 { second } else { first }) }
        }
        _ => return None,
    };
    CalendarMonth::new(year, month).filter(|_| is_year(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(said: &str) -> Option<(u32, bool)> {
        let today = CalendarMonth::new(2026, 11).expect("it is a month");
        time(said, today).map(|read| (read.value, read.is_sure))
    }

    #[test]
    fn months_are_read_with_their_units() {
        assert_eq!(months("2 years 3 months"), Some(27));
        assert_eq!((months("1,5 an"), months("18 meses"), months("3 años")), (Some(18), Some(18), Some(36)));
        assert_eq!(
            (months("soon"), months("3 weeks"), months(""), months("3 minutes")),
            (None, None, None, None)
        );
        assert_eq!((months("2 yrs."), months("24 mo."), months("two years")), (Some(24), Some(24), Some(24)));
        assert_eq!((months("a year and 2 months"), months("1 yr, 6 mos")), (Some(14), Some(18)));
        assert_eq!(
            (months("a year and a half"), months("2 1/2 yrs"), months("2½ years")),
            (Some(18), Some(30), Some(30))
        );
        assert_eq!(
            (months("half a year"), months("2 años y medio"), months("20 (months)")),
            (Some(6), Some(30), Some(20))
        );
        assert_eq!((months("12 months (probation)"), months("3 months 2 weeks")), (Some(12), Some(3)));
    }

    #[test]
    fn a_time_that_is_not_exact_is_taken_with_a_mark() {
        assert_eq!(read("24"), Some((24, true)));
        for (said, months) in [
            ("5+ years", 60),
            ("over 5 years", 60),
            ("about 2 years", 24),
            ("~18 months", 18),
            ("less than 1 year", 6),
            ("<1 year", 6),
            ("2-3 years", 24),
            ("6 weeks", 1),
            ("10 or more years", 120),
            ("depuis 2 ans", 24),
            ("6 mo - 1 yr", 6),
        ] {
            assert_eq!(read(said), Some((months, false)), "{said}");
        }
    }

    #[test]
    fn a_date_is_where_it_began() {
        for said in [
            "01/2022-present",
            "2022-01",
            "2022-01-15",
            "1/15/2022",
            "Jan 2022",
            "January 15, 2022",
            "since 15/01/2022",
        ] {
            assert_eq!(read(said), Some((58, false)), "{said}");
        }
        for said in ["1/15/22", "Jan-22", "since 20220115", "1/15/2022 12:00:00 AM", "hired 1/2022"] {
            assert_eq!(read(said), Some((58, false)), "{said}");
        }
        assert_eq!(read("since 2024"), Some((28, false)));
        assert_eq!(read("01/2020 - 01/2022"), Some((24, false)));
        assert_eq!(read("Jan 2020 to Mar 2020"), Some((2, false)));
        assert_eq!(
            (read("2027-01"), read("13/2022"), read("many"), read("-5"), read("1.5.x")),
            (None, None, None, None, None)
        );
    }
}
