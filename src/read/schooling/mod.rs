//! Levels of schooling in the words of forms and registrars.
//!
//! A text is read clause by clause: what is finished counts, what is begun or denied does not, and a place or a date is neither.

mod words;

use words::{AMBIGUOUS, DENIES, DOUBTFUL, LEVELS, NOT_YET, STATES, TRADES};

use super::{Read, plain as words_of};
use crate::units::Education;

/// What a clause tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clause {
    /// A level that is reached.
    Reached(Read<Education>),
    /// A level that is begun.
    Begun(Education),
    /// That what stands beside it is begun.
    NotYet,
    /// A level that somebody does not have.
    Denied,
    /// Two letters that are a level or a state.
    State(Education),
    /// Nothing of schooling.
    Other,
}

/// The level of schooling that some words tell; nothing where they tell none. A year after this one is still to come.
#[must_use]
pub fn schooling(said: &str, this_year: u32) -> Option<Read<Education>> {
    let whole = plain(said);
    if let Some(level) = Education::from_key(&whole.replace(' ', "_")) {
        return Some(Read::sure(level));
    }
    let mut clauses: Vec<Clause> =
        clauses(said).iter().map(|clause| read(clause, &whole, this_year)).collect();
    // what is begun is told before or after the level
    for at in 0..clauses.len() {
        if clauses[at] != Clause::NotYet {
            continue;
        }
        let level = |clause: &Clause| match clause {
            Clause::Reached(read) => Some(read.value),
            Clause::State(level) => Some(*level),
            _ => None,
        };
        let before = clauses[..at].iter().rposition(|clause| level(clause).is_some());
        let after = clauses[at..].iter().position(|clause| level(clause).is_some()).map(|after| at + after);
        if let Some(of) = before.or(after)
            && let Some(level) = level(&clauses[of])
        {
            clauses[of] = Clause::Begun(level);
        }
    }
    settle_states(&mut clauses);
    let reached = clauses.iter().filter_map(|clause| match clause {
        Clause::Reached(read) => Some(*read),
        _ => None,
    });
    let highest = reached.max_by_key(|read| (read.value, read.is_sure));
    let begun = clauses.iter().filter_map(|clause| match clause {
        Clause::Begun(level) => Some(before(*level)),
        _ => None,
    });
    let is_whole = !clauses.iter().any(|clause| matches!(clause, Clause::Begun(_)));
    let is_sure = is_whole && !has(&whole, &DOUBTFUL);
    match (highest, begun.max()) {
        (Some(read), _) => Some(Read { value: read.value, is_sure: read.is_sure && is_sure }),
        (None, Some(level)) => Some(Read::likely(level)),
        (None, None) => None,
    }
}

/// Takes two letters for a state where a lower level or a town stands before them, else for a level.
fn settle_states(clauses: &mut [Clause]) {
    for at in 0..clauses.len() {
        let Clause::State(level) = clauses[at] else { continue };
        let low =
            |clause: &Clause| matches!(clause, Clause::Reached(read) if read.value <= Education::Certificate);
        let is_state = at > 0 && (low(&clauses[at - 1]) || clauses[at - 1] == Clause::Other);
        clauses[at] = if is_state { Clause::Other } else { Clause::Reached(Read::sure(level)) };
    }
}

/// The clauses of a text.
fn clauses(said: &str) -> Vec<String> {
    let marks = [',', ';', '/', '|', '&', '+', '\n', '(', ')', '–', '—'];
    let parts = said.split(marks).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// What a clause of a text tells.
fn read(clause: &str, whole: &str, this_year: u32) -> Clause {
    let words = plain(clause);
    let year =
        |word: &str| word.parse::<u32>().ok().filter(|year| word.len() == 4 && (1900..2200).contains(year));
    let is_to_come = words.split(' ').filter_map(year).any(|year| year > this_year);
    let not_yet = is_to_come || has(&words, &NOT_YET) || words.ends_with(" student") || words == "student";
    // of `some college or an associate degree` the lower counts
    let short = |at: usize| if at == 0 { short_form(clause) } else { None };
    let choices: Vec<Read<Education>> =
        words.split(" or ").enumerate().filter_map(|(at, words)| level(words, short(at))).collect();
    let lowest = choices.iter().min_by_key(|read| read.value);
    let is_one = choices.iter().all(|read| Some(read.value) == lowest.map(|lowest| lowest.value));
    let read = lowest.map(|read| Read { value: read.value, is_sure: read.is_sure && is_one });
    let [.., high_school, none] = &LEVELS;
    if let Some(rest) = ["none after ", "none beyond ", "nothing after ", "nothing beyond "]
        .iter()
        .find_map(|begin| words.strip_prefix(begin))
    {
        return level(rest, None).map_or(Clause::Other, Clause::Reached);
    }
    match read {
        Some(read) if read.value == Education::None => Clause::Reached(read),
        Some(_)
            if DENIES.iter().any(|begin| words.starts_with(begin)) && !has(&words, high_school.likely) =>
        {
            Clause::Denied
        }
        // credits are missing of what stands beside them
        Some(read) if not_yet && read == Read::likely(Education::HighSchool) => Clause::NotYet,
        Some(read) if has(&words, high_school.likely) && read.value <= Education::HighSchool => {
            Clause::Reached(Read::likely(Education::HighSchool))
        }
        Some(read) if not_yet => Clause::Begun(read.value),
        // medical assistants are MA too
        Some(read)
            if read.value == Education::Master
                && starts_short(&words, "ma")
                && is_assistant(&words, whole) =>
        {
            Clause::Reached(Read::likely(Education::Certificate))
        }
        Some(read) if STATES.contains(&words.as_str()) => Clause::State(read.value),
        Some(read) => Clause::Reached(read),
        None if not_yet && has(&words, &["college", "university"]) => {
            Clause::Reached(Read::likely(Education::HighSchool))
        }
        None if not_yet => Clause::NotYet,
        None if has(&words, none.likely) => Clause::Reached(Read::likely(Education::None)),
        None => Clause::Other,
    }
}

fn starts_short(words: &str, short: &str) -> bool {
    words.split(' ').next() == Some(short)
}

/// Whether `MA` is a medical assistant.
fn is_assistant(words: &str, whole: &str) -> bool {
    has(whole, &["medical assistant", "medical assisting"])
        || has(words, &["certificate", "cert", "program", "diploma", "certification"])
}

/// The level that some words tell by themselves, with that of the short form that they begin with.
fn level(words: &str, short: Option<Education>) -> Option<Read<Education>> {
    let words = &mend(words);
    let [.., none] = &LEVELS;
    let told = LEVELS[..6].iter().find_map(|level| {
        if has(words, level.sure) {
            Some(Read::sure(level.level))
        } else {
            has(words, level.likely).then_some(Read::likely(level.level))
        }
    });
    let is_trade = has(words, &["master", "masters"]) && TRADES.iter().any(|trade| words.contains(trade));
    let told = if is_trade { Some(Read::likely(Education::Certificate)) } else { told };
    let told = match (told, short) {
        (Some(told), Some(short)) if short <= told.value => Some(told),
        (_, Some(short)) => Some(Read::sure(short)),
        (told, None) => told,
    };
    // the lowest level denies the words of a higher one: `less than high school`, `some high school`
    let is_low = told.is_none_or(|told| told.value <= Education::HighSchool);
    if is_low && has(words, none.sure) {
        return Some(Read::sure(Education::None));
    }
    if is_low && has(words, none.likely) || has(words, &["certificate of attendance"]) {
        return Some(Read::likely(Education::None));
    }
    told
}

/// Slips in the words that levels are told by.
fn mend(words: &str) -> String {
    const KNOWN: [&str; 9] = [
        "bachelors",
        "bachelor",
        "associates",
        "associate",
        "masters",
        "certificate",
        "diploma",
        "school",
        "doctorate",
    ];
    let right = |word: &str| {
        let most = if word.len() >= 8 { 2 } else { 1 };
        let is_slip = |known: &&&str| {
            word.len() >= 5
                && word.as_bytes()[0] == known.as_bytes()[0]
                && strsim::osa_distance(word, known) <= most
                && !KNOWN.contains(&word)
        };
        KNOWN.iter().find(is_slip).map_or_else(|| word.to_owned(), |known| (*known).to_owned())
    };
    words.split(' ').map(right).collect::<Vec<_>>().join(" ")
}

/// The highest level that somebody surely has who is working on one.
const fn before(level: Education) -> Education {
    match level {
        Education::None | Education::HighSchool => Education::None,
        Education::Certificate | Education::Associate | Education::Bachelor => Education::HighSchool,
        Education::Master => Education::Bachelor,
        Education::Doctorate => Education::Master,
    }
}

/// A clause whose short forms have no points: `A.A.S.` is `AAS`.
fn undotted(clause: &str) -> String {
    clause.chars().filter(|sign| !matches!(sign, '.' | '’' | '\'')).collect()
}

/// The level of a short form at the beginning of a clause.
fn short_form(clause: &str) -> Option<Education> {
    let undotted = undotted(clause);
    let raw = undotted.split_whitespace().next()?;
    let words = plain(&undotted);
    let mut words = words.split(' ');
    let first = words.next()?;
    let second = words.next();
    let is_upper = raw.chars().all(|sign| sign.is_uppercase() || !sign.is_alphabetic());
    // small words, months and states are short forms only in capitals, and not before `of` or a number
    let follows = second.is_some_and(|second| {
        matches!(second, "of" | "not") || second.starts_with(|sign: char| sign.is_ascii_digit())
    });
    if AMBIGUOUS.contains(&first) && (!is_upper && second.is_some_and(|second| second != "in") || follows) {
        return None;
    }
    let plural = |short: &str| first.len() > 2 && first.strip_suffix('s') == Some(short);
    let level = LEVELS
        .iter()
        .find(|words| words.short.contains(&first) || words.short.iter().any(|short| plural(short)));
    // longer ones tell it wherever they stand: `earned GED`
    let anywhere = || {
        let told = |word: &str| (word.len() > 2 || word == "hs") && !AMBIGUOUS.contains(&word);
        let all = plain(&undotted);
        LEVELS.iter().find(|words| all.split(' ').any(|word| told(word) && words.short.contains(&word)))
    };
    level.or_else(anywhere).map(|words| words.level)
}

fn has(plain: &str, words: &[&str]) -> bool {
    words.iter().any(|words| holds(plain, words))
}

/// Whether a text has a run of whole words.
fn holds(plain: &str, words: &str) -> bool {
    plain.match_indices(words).any(|(at, _)| {
        let before = plain[..at].chars().next_back();
        let after = plain[at + words.len()..].chars().next();
        before.is_none_or(|sign| sign == ' ') && after.is_none_or(|sign| sign == ' ')
    })
}

/// Words as they are compared; an apostrophe is left out.
fn plain(said: &str) -> String {
    words_of(&said.replace(['\'', '’'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read otherwise than it should be.
    fn wrong<'t>(
        told: &[(&'t str, Education)],
        right: fn(Education) -> Read<Education>,
    ) -> Vec<(&'t str, Option<Read<Education>>)> {
        let read = told.iter().map(|(said, level)| (*said, *level, schooling(said, 2026)));
        read.filter(|(_, level, read)| *read != Some(right(*level)))
            .map(|(said, _, read)| (said, read))
            .collect()
    }

    #[test]
    fn levels_are_read_as_forms_write_them() {
        use Education::{Associate, Bachelor, Certificate, Doctorate, HighSchool, Master, None as No};
        let told = [
            ("high_school", HighSchool),
            ("GED", HighSchool),
            ("G.E.D.", HighSchool),
            ("GED 2010", HighSchool),
            ("HS", HighSchool),
            ("HS Diploma", HighSchool),
            ("HS diploma (Dec 2015)", HighSchool),
            ("High School Diploma/GED", HighSchool),
            ("High Schol Diploma", HighSchool),
            ("High school graduate or equivalent", HighSchool),
            ("HS Diploma, Boston, MA", HighSchool),
            ("High School Diploma / Do not know year", HighSchool),
            ("HS diploma, as of 2019", HighSchool),
            ("Some high school; GED 2010", HighSchool),
            ("None after high school", HighSchool),
            ("HS diploma; no associate degree", HighSchool),
            ("High school, some college", HighSchool),
            ("12th grade", HighSchool),
            ("Grade 12", HighSchool),
            ("HiSET", HighSchool),
            ("Less than high school", No),
            ("Some high school, no diploma", No),
            ("No diploma", No),
            ("None", No),
            ("Certificate", Certificate),
            ("Vocational/Technical certificate", Certificate),
            ("Trade school", Certificate),
            ("AAS", Associate),
            ("A.A.S. in Health Information Technology", Associate),
            ("Associate's", Associate),
            ("Associates degree", Associate),
            ("Assosiates", Associate),
            ("AS", Associate),
            ("2-year degree", Associate),
            ("ADN", Associate),
            ("Associate in Arts, Jackson, MS", Associate),
            ("AA degree, no bachelor's", Associate),
            ("Bachelor's", Bachelor),
            ("Bachelor’s degree", Bachelor),
            ("Bachelr's degree", Bachelor),
            ("BSN", Bachelor),
            ("B.S.", Bachelor),
            ("BS, Health Information Management", Bachelor),
            ("BA/BS", Bachelor),
            ("BA Elementary Education", Bachelor),
            ("B.S. in Middle School Education", Bachelor),
            ("Bachelor of Arts, Elementary Education", Bachelor),
            ("4-year degree", Bachelor),
            ("Bachelor of Science in Nursing (BSN)", Bachelor),
            ("Baccalauréat", Bachelor),
            ("Licenciatura", Bachelor),
            ("Master's", Master),
            ("Master's in Student Affairs", Master),
            ("MA", Master),
            ("MBA", Master),
            ("BA, MS", Master),
            ("BS; MHA", Master),
            ("Masters in Health Informatics", Master),
            ("Ph.D.", Doctorate),
            ("PhD", Doctorate),
            ("MD", Doctorate),
            ("Doctor of Nursing Practice", Doctorate),
        ];
        assert_eq!(wrong(&told, Read::sure), []);
    }

    #[test]
    fn what_is_likely_or_begun_is_marked_as_such() {
        use Education::{Associate, Bachelor, Certificate, HighSchool, Master, None as No};
        let told = [
            ("Some college", HighSchool),
            ("Some college, no degree", HighSchool),
            ("Some Coll, No Deg", HighSchool),
            ("No degree - 90 credits", HighSchool),
            ("Some college or associate's degree", HighSchool),
            ("College graduate", Bachelor),
            ("Associate degree in progress", HighSchool),
            ("Currently enrolled in bachelor's program", HighSchool),
            ("BS (withdrew)", HighSchool),
            ("AAS - 12 credits short", HighSchool),
            ("60 credits towards bachelor's", HighSchool),
            ("Bachelor's, senior year", HighSchool),
            ("Junior, BS HIM", HighSchool),
            ("AAS HIT May 2027", HighSchool),
            ("AAS (exp. 2027)", HighSchool),
            ("cursando licenciatura", HighSchool),
            ("Dropped out of college", HighSchool),
            ("AAS; BS in progress", Associate),
            ("Associate's completed 2018, working on Bachelor's", Associate),
            ("Associate or Bachelor", Associate),
            ("Certificate completed, AAS in progress", Certificate),
            ("MA certificate", Certificate),
            ("Medical Assistant (MA)", Certificate),
            ("Master electrician", Certificate),
            ("Bachelor's, PhD candidate", Bachelor),
            ("Master's candidate", Bachelor),
            ("Maestría en curso", Bachelor),
            ("PhD dropout", Master),
            ("Bachelors (foreign, not evaluated)", Bachelor),
            ("Dropped out of HS, earned GED", HighSchool),
            ("HS senior", No),
            ("High school - did not graduate", No),
            ("11th grade", No),
            ("Certificate of attendance (special ed)", No),
        ];
        assert_eq!(wrong(&told, Read::likely), []);
        for said in
            ["", "college", "yes", "as good as it gets", "do not know", "school", "12345", "No bachelor's"]
        {
            assert_eq!(schooling(said, 2026), None, "{said}");
        }
    }
}
