//! Levels of schooling in the words of forms and registrars.

use super::Read;
use crate::units::Education;

/// Words of a level: a text that has one of them is taken for the level.
struct Words {
    level: Education,
    /// Words or runs of words, in plain lower case.
    sure: &'static [&'static str],
    /// The same that may mean something else too.
    likely: &'static [&'static str],
    /// Short forms: what they mean where nothing but names of a subject is beside them.
    short: &'static [&'static str],
}

/// Highest first: of several levels in one text the highest counts.
const LEVELS: [Words; 7] = [
    Words {
        level: Education::Doctorate,
        sure: &["doctorate", "doctoral", "doctor of", "doctorat", "doctorado", "doctors degree"],
        likely: &["professional degree", "first professional", "doctor"],
        short: &[
            "phd", "edd", "dnp", "drph", "dba", "dsc", "md", "do", "jd", "pharmd", "dpt", "dds", "dvm", "dha",
        ],
    },
    Words {
        level: Education::Master,
        sure: &["master", "masters", "maitrise", "maestria"],
        likely: &["graduate degree", "postgraduate degree", "advanced degree", "graduate school graduate"],
        short: &[
            "ma", "ms", "msc", "mba", "mha", "mph", "mpa", "msn", "med", "mhi", "mhim", "mhsa", "mshi",
            "mshim", "msha", "msis", "meng", "msw", "mis",
        ],
    },
    Words {
        level: Education::Bachelor,
        sure: &[
            "bachelor",
            "bachelors",
            "baccalaureate",
            "baccalaureat",
            "licenciatura",
            "4 year degree",
            "four year degree",
        ],
        likely: &[
            "college degree",
            "university degree",
            "college graduate",
            "college grad",
            "university graduate",
            "undergraduate degree",
            "undergrad degree",
            "some graduate school",
            "graduate certificate",
            "post baccalaureate",
            "postbaccalaureate",
            "4 year college",
            "four year college",
            "4 years of college",
            "bachelor s",
        ],
        short: &[
            "ba", "bs", "bsc", "bsn", "bba", "bas", "bhs", "bhsc", "bed", "bfa", "bshim", "bshi", "bscn",
            "beng", "ab",
        ],
    },
    Words {
        level: Education::Associate,
        sure: &[
            "associate",
            "associates",
            "2 year degree",
            "two year degree",
            "college diploma",
            "tecnico superior",
        ],
        likely: &[
            "2 year college",
            "two year college",
            "community college degree",
            "junior college",
            "foundation degree",
        ],
        short: &["aa", "as", "aas", "aos", "ags", "adn", "asn", "aast", "dec"],
    },
    Words {
        level: Education::Certificate,
        sure: &[
            "certificate",
            "certificat",
            "certificado",
            "vocational",
            "trade school",
            "technical school",
            "technical diploma",
            "postsecondary nondegree",
            "postsecondary non degree",
        ],
        likely: &[
            "cert",
            "certification",
            "career school",
            "business school",
            "tech school",
            "apprenticeship",
            "diploma program",
        ],
        short: &["dvs", "dep", "lpn", "lvn", "cna"],
    },
    Words {
        level: Education::HighSchool,
        sure: &[
            "high school diploma",
            "high school graduate",
            "high school grad",
            "high school equivalency",
            "high school equivalent",
            "high school",
            "highschool",
            "hs diploma",
            "hs grad",
            "hs graduate",
            "secondary school",
            "secondary diploma",
            "12th grade",
            "grade 12",
            "diplome d etudes secondaires",
            "secondaire",
            "preparatoria",
            "bachillerato",
            "secundaria",
        ],
        likely: &[
            "some college",
            "some postsecondary",
            "some university",
            "some post secondary",
            "college credits",
            "college no degree",
            "some undergraduate",
            "school leaver",
            "hsd",
        ],
        short: &["hs", "ged", "g e d", "hiset", "tasc", "hse", "des"],
    },
    Words {
        level: Education::None,
        sure: &[
            "none",
            "no diploma",
            "no high school",
            "no formal education",
            "no schooling",
            "less than high school",
            "less than a high school",
            "did not finish high school",
            "did not complete high school",
            "some high school",
            "no hs",
            "less than hs",
            "some hs",
            "high school not completed",
            "below high school",
            "elementary",
            "primary school",
            "primaire",
            "primaria",
            "middle school",
            "aucun",
            "aucune",
            "ninguno",
            "ninguna",
        ],
        likely: &[
            "11th grade",
            "10th grade",
            "9th grade",
            "8th grade",
            "grade 11",
            "grade 10",
            "grade 9",
            "grade 8",
            "dropout",
            "dropped out",
        ],
        short: &[],
    },
];

/// Words for a level that is not reached yet.
const NOT_YET: [&str; 18] = [
    "in progress",
    "in process",
    "ongoing",
    "incomplete",
    "not completed",
    "not complete",
    "unfinished",
    "did not finish",
    "working on",
    "working toward",
    "working towards",
    "currently enrolled",
    "enrolled",
    "pursuing",
    "candidate",
    "student",
    "expected",
    "anticipated",
];

/// What a short form may stand beside: `AAS in HIT`, `BS, Health Information Management`.
const BESIDE: [&str; 9] = ["in", "of", "degree", "en", "the", "with", "level", "diploma", "from"];

/// The level of schooling that some words tell; nothing where they tell none.
#[must_use]
pub fn schooling(said: &str) -> Option<Read<Education>> {
    let plain = plain(said);
    if let Some(level) = Education::from_key(&plain.replace(' ', "_")) {
        return Some(Read::sure(level));
    }
    // the lowest level denies what the words of a higher one say: `less than high school`, `some high school`
    let [.., none] = &LEVELS;
    if has(&plain, none.sure) {
        let also = LEVELS[..5].iter().any(|words| has(&plain, words.sure));
        return (!also).then_some(Read::sure(Education::None));
    }
    if has(&plain, none.likely) {
        return Some(Read::likely(Education::None));
    }
    let parts: Vec<&str> = said.split([',', ';', '/', '|', '&', '+', '\n', '(', ')']).collect();
    let short = parts.iter().filter_map(|part| short_form(part)).max();
    let of_words = LEVELS.iter().find_map(|words| {
        if has(&plain, words.sure) {
            Some((words.level, true))
        } else {
            has(&plain, words.likely).then_some((words.level, false))
        }
    });
    // what is likely of a lower level may say that a higher one was begun only: `some college`
    let begun = LEVELS[5].likely.iter().any(|words| holds(&plain, words));
    let (level, is_sure) = match (of_words, short) {
        (Some((level, _)), Some(short)) if short > level => (short, true),
        (Some(words), _) => words,
        (None, Some(short)) => (short, true),
        (None, None) => return None,
    };
    if begun && level <= Education::HighSchool {
        return Some(Read::likely(Education::HighSchool));
    }
    if NOT_YET.iter().any(|words| holds(&plain, words)) {
        return Some(Read::likely(before(level)));
    }
    Some(Read { value: level, is_sure })
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

/// The level of a short form that stands alone, or with a subject after it.
fn short_form(part: &str) -> Option<Education> {
    let undotted: String = part.chars().filter(|sign| !matches!(sign, '.' | '’' | '\'')).collect();
    let words = plain(&undotted);
    let mut words = words.split(' ');
    let first = words.next()?;
    let second = words.next();
    // a word that is also a short form says a subject after it: `as in`, `do in`
    let is_short = second.is_none_or(|second| BESIDE.contains(&second))
        || undotted.trim_start().starts_with(|sign: char| sign.is_uppercase());
    let level = LEVELS.iter().find(|words| {
        words.short.contains(&first)
            || first.len() > 2 && words.short.iter().any(|short| first.strip_suffix('s') == Some(*short))
    });
    level.filter(|_| is_short).map(|words| words.level)
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

/// Lower case without accents and marks; an apostrophe is left out.
fn plain(said: &str) -> String {
    let lower = said.to_lowercase();
    let signs = lower.chars().filter(|sign| !matches!(sign, '\'' | '’')).map(|sign| match sign {
        'à' | 'á' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ó' | 'ô' => 'o',
        'ú' | 'ù' | 'û' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        sign if sign.is_alphanumeric() => sign,
        _ => ' ',
    });
    signs.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read_as_forms_write_them() {
        use Education::{Associate, Bachelor, Certificate, Doctorate, HighSchool, Master, None as No};
        for (said, level) in [
            ("high_school", HighSchool),
            ("GED", HighSchool),
            ("G.E.D.", HighSchool),
            ("HS", HighSchool),
            ("HS Diploma", HighSchool),
            ("High School Diploma/GED", HighSchool),
            ("High school graduate or equivalent", HighSchool),
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
            ("AS", Associate),
            ("2-year degree", Associate),
            ("ADN", Associate),
            ("Bachelor's", Bachelor),
            ("Bachelor’s degree", Bachelor),
            ("BSN", Bachelor),
            ("B.S.", Bachelor),
            ("BS, Health Information Management", Bachelor),
            ("BA/BS", Bachelor),
            ("4-year degree", Bachelor),
            ("Bachelor of Science in Nursing (BSN)", Bachelor),
            ("Baccalauréat", Bachelor),
            ("Licenciatura", Bachelor),
            ("Master's", Master),
            ("MBA", Master),
            ("BS; MHA", Master),
            ("Masters in Health Informatics", Master),
            ("Ph.D.", Doctorate),
            ("PhD", Doctorate),
            ("MD", Doctorate),
            ("Doctor of Nursing Practice", Doctorate),
        ] {
            assert_eq!(schooling(said), Some(Read::sure(level)), "{said}");
        }
    }

    #[test]
    fn what_is_likely_is_marked_as_such() {
        use Education::{Bachelor, HighSchool, None as No};
        for (said, level) in [
            ("Some college", HighSchool),
            ("Some college, no degree", HighSchool),
            ("High school, some college", HighSchool),
            ("College graduate", Bachelor),
            ("Associate degree in progress", HighSchool),
            ("Currently enrolled in bachelor's program", HighSchool),
            ("Master's candidate", Bachelor),
            ("11th grade", No),
        ] {
            assert_eq!(schooling(said), Some(Read::likely(level)), "{said}");
        }
        for said in ["", "college", "yes", "as good as it gets", "do not know", "school", "12345"] {
            assert_eq!(schooling(said), None, "{said}");
        }
    }
}
