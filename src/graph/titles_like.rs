//! Which roles the title of a post is likest to: by its words, what people are called in it, and how high it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{LONGEST_NAME, stem};
use super::outside::undotted;
use super::{Graph, Names, RoleIx};
use crate::read::plain;

/// Short forms in titles, with what they stand for.
const SHORT: [(&str, &str); 56] = [
    ("admin", "administrative"),
    ("ar", "accounts receivable"),
    ("assist", "assistant"),
    ("asst", "assistant"),
    ("auth", "authorization"),
    ("auths", "authorization"),
    ("bill", "billing"),
    ("cert", "certified"),
    ("coord", "coordinator"),
    ("dir", "director"),
    ("doc", "documentation"),
    ("ed", "emergency"),
    ("emr", "ehr"),
    ("hi", "health information"),
    ("him", "health information management"),
    ("hit", "health information technician"),
    ("hosp", "hospital"),
    ("info", "information"),
    ("ins", "insurance"),
    ("inpt", "inpatient"),
    ("ip", "inpatient"),
    ("med", "medical"),
    ("mgmt", "management"),
    ("mgr", "manager"),
    ("mngr", "manager"),
    ("mr", "medical records"),
    ("mrt", "medical records technician"),
    ("op", "outpatient"),
    ("outpt", "outpatient"),
    ("pro", "professional"),
    ("profee", "professional fee"),
    ("pt", "patient"),
    ("rec", "records"),
    ("record", "records"),
    ("recs", "records"),
    ("reg", "registration"),
    ("reimb", "reimbursement"),
    ("rep", "representative"),
    ("reps", "representative"),
    ("rev", "revenue"),
    ("rgstr", "registrar"),
    ("spec", "specialist"),
    ("spvr", "supervisor"),
    ("sup", "supervisor"),
    ("supv", "supervisor"),
    ("supvr", "supervisor"),
    ("svc", "service"),
    ("svcs", "service"),
    ("tech", "technician"),
    ("techn", "technician"),
    ("transcript", "transcription"),
    ("trans", "transcription"),
    ("tumour", "tumor"),
    ("uc", "unit clerk"),
    ("ur", "utilization review"),
    ("vp", "director"),
];
/// Signs within words that stand for two.
const SIGNS: [(&str, &str); 4] = [
    ("a/r", "ar"),
    ("e/m", "professional fee"),
    ("in/out", "inpatient outpatient"),
    ("i/o", "inpatient outpatient"),
];
/// Words of a posting that tell nothing of what is done.
const NOISE: [&str; 45] = [
    "1",
    "1st",
    "2",
    "2nd",
    "3",
    "3rd",
    "4",
    "adv",
    "advanced",
    "amended",
    "certified",
    "contract",
    "day",
    "department",
    "dept",
    "diem",
    "entry",
    "evening",
    "full",
    "hybrid",
    "ii",
    "iii",
    "iv",
    "job",
    "jr",
    "junior",
    "level",
    "new",
    "night",
    "on",
    "only",
    "opportunity",
    "part",
    "per",
    "position",
    "prn",
    "remote",
    "shift",
    "site",
    "sr",
    "temp",
    "temporary",
    "time",
    "v",
    "weekend",
];
/// Small words.
const SMALL: [&str; 12] = ["a", "an", "and", "at", "for", "i", "in", "my", "of", "or", "the", "to"];
/// What people are called, with how much that tells.
const CALLED: [(&str, f64); 19] = [
    ("abstractor", 0.5),
    ("analyst", 0.25),
    ("assistant", 0.15),
    ("auditor", 0.55),
    ("biller", 0.5),
    ("clerk", 0.25),
    ("coder", 0.55),
    ("collector", 0.45),
    ("consultant", 0.4),
    ("coordinator", 0.08),
    ("educator", 0.4),
    ("nurse", 0.25),
    ("receptionist", 0.4),
    ("registrar", 0.5),
    ("representative", 0.2),
    ("scribe", 0.5),
    ("secretary", 0.4),
    ("specialist", 0.08),
    ("technician", 0.1),
];
/// From here on what somebody is called is a trade, and another trade is not meant.
const TRADE: f64 = 0.4;
/// What another trade takes off.
const OTHER_TRADE: f64 = 0.25;
/// Words that tell how high a post stands.
const STANDS: [(&str, u8); 8] = [
    ("administrator", 4),
    ("chief", 4),
    ("director", 4),
    ("head", 2),
    ("lead", 1),
    ("manager", 3),
    ("senior", 1),
    ("supervisor", 2),
];
/// A word that no name has counts so much of what was asked.
const STRANGE: f64 = 0.6;
/// What stands after a dash is often where or when.
const AFTER_DASH: f64 = 0.5;

/// How high the words of a title stand.
fn stands(words: &[String]) -> u8 {
    let of = |word: &String| STANDS.iter().find(|(known, _)| known == word).map(|(_, height)| *height);
    words.iter().filter_map(of).max().unwrap_or(0)
}

fn weight_of(word: &str) -> Option<f64> {
    CALLED.iter().find(|(known, _)| *known == word).map(|(_, weight)| *weight)
}

/// The words of a title, short forms in full.
fn words(title: &str) -> Vec<String> {
    let lower = SIGNS.iter().fold(title.to_lowercase(), |text, (sign, word)| text.replace(sign, word));
    let plain = plain(&undotted(&lower));
    let full = plain.split(' ').flat_map(|word| {
        let short = SHORT.iter().find(|(short, _)| *short == word);
        short.map_or(word, |(_, full)| full).split(' ')
    });
    full.filter(|word| !word.is_empty() && !SMALL.contains(word)).map(str::to_owned).collect()
}

/// A name of a role.
#[derive(Debug, Clone)]
struct Name {
    /// What it says besides how high it stands, shortened to stems.
    stems: BTreeSet<String>,
    height: u8,
    /// Whether it is what somebody says of their work.
    is_sentence: bool,
}

/// A role by its names.
#[derive(Debug, Clone)]
struct Known<T> {
    what: T,
    names: Vec<Name>,
    called: BTreeSet<String>,
    height: u8,
    /// From which percentile of its occupation on its pay lies: the lower, the plainer.
    from: f64,
}

impl<T> Known<T> {
    fn of(what: T, names: &Names, from: f64) -> Self {
        let own = [names.title.as_str(), &names.short];
        let all: Vec<(Vec<String>, &str)> = own
            .into_iter()
            .chain(names.aliases.iter().map(String::as_str))
            .map(|name| (words(name), name))
            .collect();
        let called = |(words, _): &(Vec<String>, &str)| -> Vec<String> {
            words.iter().filter(|word| weight_of(word).is_some()).cloned().collect()
        };
        let is_plain = |(words, name): &&(Vec<String>, &str)| stands(words) == 0 && !is_sentence(name);
        Self {
            what,
            called: all[..2].iter().chain(all.iter().filter(is_plain)).flat_map(called).collect(),
            height: all[..2].iter().map(|(words, _)| stands(words)).max().unwrap_or(0),
            names: all
                .iter()
                .map(|(words, name)| Name {
                    stems: stems(words),
                    height: stands(words),
                    is_sentence: is_sentence(name),
                })
                .collect(),
            from,
        }
    }
}

fn is_sentence(name: &str) -> bool {
    name.starts_with("I ")
}

/// The stems of words but those that tell how high a post stands.
fn stems(words: &[String]) -> BTreeSet<String> {
    let stands = |word: &&String| STANDS.iter().any(|(known, _)| known == word);
    words.iter().filter(|word| !stands(word)).map(|word| stem(word)).collect()
}

/// What was asked for.
struct Asked {
    /// Each stem with how much of it counts.
    stems: BTreeMap<String, f64>,
    called: BTreeSet<String>,
    height: u8,
}

impl Asked {
    fn of(title: &str) -> Self {
        let head = title.split(" - ").next().unwrap_or(title);
        let head = head.split(" – ").next().unwrap_or(head);
        let meaning = |text: &str| -> Vec<String> {
            words(text).into_iter().filter(|word| !NOISE.contains(&word.as_str())).collect()
        };
        let (all, first) = (meaning(title), stems(&meaning(head)));
        let height = stands(&all);
        let mut called: BTreeSet<String> =
            all.iter().filter(|word| weight_of(word).is_some()).cloned().collect();
        if called.contains("auditor") {
            called.retain(|word| word == "auditor");
        }
        // who leads others is not one of them
        if height > 1 {
            called.clear();
        }
        let counts = |stem: String| {
            let counts = if first.contains(&stem) { 1.0 } else { AFTER_DASH };
            (stem, counts)
        };
        Self { stems: stems(&all).into_iter().map(counts).collect(), called, height }
    }
}

/// Roles by their names, read once for many titles.
#[derive(Debug, Clone)]
pub struct Likeness<T> {
    known: Vec<Known<T>>,
    /// How many roles have a stem.
    have: BTreeMap<String, u32>,
}

impl<T: Copy> Likeness<T> {
    /// Of some roles, each with its names and from which percentile of its occupation on it is paid.
    pub fn of(roles: &[(T, &Names, f64)]) -> Self {
        let known: Vec<Known<T>> =
            roles.iter().map(|(what, names, from)| Known::of(*what, names, *from)).collect();
        let mut have: BTreeMap<String, u32> = BTreeMap::new();
        for role in &known {
            let own: BTreeSet<&String> = role.names.iter().flat_map(|name| &name.stems).collect();
            for stem in own {
                *have.entry(stem.clone()).or_default() += 1;
            }
        }
        Self { known, have }
    }

    /// How like a title the roles are, the likest first; those that share nothing with it are left out.
    pub fn likest(&self, title: &str) -> Vec<(f64, T)> {
        let asked = Asked::of(title);
        let all = f64::from(u32::try_from(self.known.len()).unwrap_or(u32::MAX));
        // a word tells the more, the fewer roles have it
        let tells = |stem: &str| self.have.get(stem).map(|count| ((all + 1.0) / f64::from(*count)).ln());
        let asked_in_all: f64 =
            asked.stems.iter().map(|(stem, counts)| counts * tells(stem).unwrap_or(STRANGE)).sum();
        let scored = self.known.iter();
        let scored = scored.filter_map(|role| Some((score(role, &asked, asked_in_all, &tells)?, role)));
        let mut scored: Vec<(f64, &Known<T>)> = scored.collect();
        // of equals the plainer, then the first
        scored.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(a.from.total_cmp(&b.from)));
        scored.into_iter().map(|(score, role)| (score, role.what)).collect()
    }
}

/// How like a title some roles are, the likest first; those that share nothing with it are left out.
pub fn likest<T: Copy>(title: &str, roles: &[(T, &Names, f64)]) -> Vec<(f64, T)> {
    Likeness::of(roles).likest(title)
}

/// How like a role is to what was asked for; none where they share nothing.
fn score<T>(
    role: &Known<T>,
    asked: &Asked,
    asked_in_all: f64,
    tells: &dyn Fn(&str) -> Option<f64>,
) -> Option<f64> {
    let shared = |stems: &BTreeSet<String>| -> f64 {
        let both = asked.stems.iter().filter(|(stem, _)| stems.contains(*stem));
        both.map(|(stem, counts)| counts * tells(stem).unwrap_or(0.0)).sum()
    };
    let like = |name: &Name| {
        let whole: f64 = name.stems.iter().filter_map(|stem| tells(stem)).sum();
        let like = 2.0 * shared(&name.stems) / (whole + asked_in_all).max(f64::MIN_POSITIVE);
        let like = if name.is_sentence { 0.8 * like } else { like };
        // another name of somebody who leads is none of those who do not
        if name.height > 0 && asked.height == 0 && role.height == 0 { 0.4 * like } else { like }
    };
    let best = role.names.iter().map(like).fold(0.0, f64::max);
    let own: BTreeSet<String> = role.names.iter().flat_map(|name| name.stems.iter().cloned()).collect();
    if best <= 0.0 && asked.called.is_disjoint(&role.called) {
        return None;
    }
    let mut score = 0.25f64.mul_add(shared(&own) / asked_in_all.max(f64::MIN_POSITIVE), best);
    // what somebody is called tells little where nothing else fits
    let of_called: BTreeSet<String> = asked.called.iter().map(|word| stem(word)).collect();
    let mut others =
        asked.stems.keys().filter(|stem| !of_called.contains(*stem) && tells(stem).is_some()).peekable();
    let fits = others.peek().is_none() || others.any(|stem| own.contains(stem));
    for word in &asked.called {
        let weight = weight_of(word).unwrap_or(0.0);
        if role.called.contains(word) {
            score += if fits { weight } else { 0.3 * weight };
        } else if weight >= TRADE {
            score -= OTHER_TRADE;
        }
    }
    score += match (asked.height, role.height) {
        (2.., own) if own == asked.height => 0.4,
        (2.., 1..) => 0.1,
        (2.., 0) => -0.6,
        (_, 1..) => -0.35,
        (_, 0) => 0.0,
    };
    Some(score - 0.2 * role.from / 100.0)
}

impl Graph {
    /// Listed roles by how like the title of a post they are, the likest first.
    #[must_use]
    pub fn roles_like(&self, title: &str) -> Vec<(f64, RoleIx)> {
        let like = || {
            let listed = (0..).map(RoleIx).zip(&self.roles).filter(|(_, role)| role.listed);
            let all: Vec<(RoleIx, &Names, f64)> =
                listed.map(|(at, role)| (at, &role.names, role.place.value.from)).collect();
            Likeness::of(&all)
        };
        if title.len() > LONGEST_NAME { Vec::new() } else { self.lookup.like.get_or_init(like).likest(title) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_read_in_full() {
        assert_eq!(
            words("Med Rec Tech (Coder In/Out)"),
            ["medical", "records", "technician", "coder", "inpatient", "outpatient"]
        );
        assert_eq!(words("R.H.I.T. and A/R rep"), ["rhit", "accounts", "receivable", "representative"]);
    }

    #[test]
    fn who_leads_is_not_one_of_those_who_are_led() {
        let titled = |title: &str, alias: &str| Names {
            id: title.to_lowercase(),
            title: title.to_owned(),
            short: title.to_owned(),
            aliases: vec![alias.to_owned()],
        };
        let names = [
            titled("Coding auditor", "lead coder"),
            titled("Coding supervisor", "coding manager"),
            titled("Hospital coder", "facility coder"),
        ];
        let all: Vec<(usize, &Names, f64)> =
            names.iter().enumerate().map(|(at, names)| (at, names, 0.0)).collect();
        let first = |title: &str| likest(title, &all).first().map(|(_, at)| *at);
        assert_eq!(first("Coder III - per diem"), Some(2));
        assert_eq!(first("Supervisor, coder"), Some(1));
        assert_eq!(first("Technician - coder auditor"), Some(0));
        assert_eq!(first("astronaut"), None);
    }
}
