//! Finding things by what people call them.

use super::{Graph, HoldingIx, Names, Node, Region, RegionIx, Regions, RoleIx, SkillIx};
use crate::finding::nearest;
use crate::read::{Read, plain};

impl Graph {
    /// The role with this id, or as its only bearer this title or alias, whatever its case.
    #[must_use]
    pub fn role_named(&self, word: &str) -> Option<RoleIx> {
        let all: Vec<(RoleIx, &Names)> =
            (0..).map(RoleIx).zip(self.roles.iter().map(|role| &role.names)).collect();
        only_bearer(word, &all)
    }

    /// The credential, or else the award, that some words are the name of.
    #[must_use]
    pub fn award_or_credential(&self, words: &str) -> Option<Read<HoldingIx>> {
        self.credential_called(words).or_else(|| self.award_called(words))
    }

    /// The award that some words are the name of.
    #[must_use]
    pub fn award_called(&self, words: &str) -> Option<Read<HoldingIx>> {
        self.holding_called(words, self.all_holdings().take(self.awards.len()))
    }

    /// The credential that some words are the name of.
    #[must_use]
    pub fn credential_called(&self, words: &str) -> Option<Read<HoldingIx>> {
        self.holding_called(words, self.all_holdings().skip(self.awards.len()))
    }

    fn holding_called(&self, words: &str, among: impl Iterator<Item = HoldingIx>) -> Option<Read<HoldingIx>> {
        let all: Vec<(HoldingIx, &Names)> =
            among.map(|holding| (holding, self.holding(holding).names())).collect();
        bearer(words, &all)
    }

    /// The skill that some words are the name of.
    #[must_use]
    pub fn skill_called(&self, words: &str) -> Option<Read<SkillIx>> {
        let all: Vec<(SkillIx, &Names)> =
            (0..).map(SkillIx).zip(self.skills.iter().map(|skill| &skill.names)).collect();
        bearer(words, &all)
    }

    /// The role, credential or program with this id, or as its only bearer this title or alias, whatever its case.
    #[must_use]
    pub fn node_named(&self, word: &str) -> Option<Node> {
        let all: Vec<(Node, &Names)> = self.nodes().map(|node| (node, self.names(node))).collect();
        only_bearer(word, &all)
    }
}

impl Regions {
    /// What a region is called.
    #[must_use]
    pub fn names_of(region: &Region) -> Names {
        Names {
            id: region.id.clone(),
            title: region.title.clone(),
            short: region.title.clone(),
            aliases: region.aliases.clone(),
        }
    }

    /// The titles of some regions, as one is asked to choose.
    #[must_use]
    pub fn titled(&self, regions: &[RegionIx]) -> String {
        let titles: Vec<&str> = regions.iter().map(|region| self.get(*region).title.as_str()).collect();
        titles.join("` or `")
    }

    /// The title of the region that some words are likest to, if any is like them.
    fn like(&self, words: &str) -> Option<String> {
        let scored =
            self.all().filter_map(|(_, region)| Some((likeness(words, &Self::names_of(region))?, region)));
        let best = scored.max_by(|(one, a), (other, b)| one.cmp(other).then_with(|| b.id.cmp(&a.id)));
        best.map(|(_, region)| region.title.clone())
    }
}

/// The titles of the regions that a word may mean, the name of a place that it is a slip of, or else the title of the region
/// that it is likest to, in some graphs.
#[must_use]
pub fn place_near<'g>(word: &str, graphs: impl Iterator<Item = &'g Regions>) -> Option<String> {
    let graphs: Vec<&Regions> = graphs.collect();
    let like = || graphs.iter().find_map(|regions| regions.like(word));
    if let Some(titles) = graphs.iter().find_map(|regions| regions.several(word)) {
        return Some(titles.join("` or `"));
    }
    nearest(word, graphs.iter().flat_map(|regions| regions.names())).or_else(like)
}

/// What has this id, or as its one and only bearer this title or alias, whatever its case.
pub fn only_bearer<T: Copy>(word: &str, known: &[(T, &Names)]) -> Option<T> {
    if let Some((found, _)) = known.iter().find(|(_, names)| names.id == word) {
        return Some(*found);
    }
    let mut bearers =
        known.iter().filter(|(_, names)| called(names).any(|name| name.eq_ignore_ascii_case(word)));
    match (bearers.next(), bearers.next()) {
        (Some((only, _)), None) => Some(*only),
        _ => None,
    }
}

/// Words that are said around a name and tell nothing more.
const AROUND: [&str; 30] = [
    "certification",
    "credential",
    "credentials",
    "credentialed",
    "exam",
    "examination",
    "license",
    "licence",
    "licensed",
    "holder",
    "passed",
    "active",
    "current",
    "aapc",
    "ahima",
    "ncra",
    "himss",
    "chima",
    "since",
    "valid",
    "thru",
    "through",
    "exp",
    "expires",
    "until",
    "number",
    "my",
    "the",
    "a",
    "an",
];
/// Names shorter than this are not known without what parts their words.
const LEAST_JOINED: usize = 4;
/// Names shorter than this are not taken for a slip of another.
const LEAST_FOR_SLIP: usize = 8;

/// What some words are the name of: as [`only_bearer`], or whatever their case and marks, with a short form in brackets or
/// beside a dash, with words around them that tell nothing, or with a letter amiss, which is not sure.
#[must_use]
pub fn bearer<T: Copy + PartialEq>(words: &str, known: &[(T, &Names)]) -> Option<Read<T>> {
    let sure = |value| Some(Read { value, is_sure: true });
    if let Some(found) = only_bearer(words, known) {
        return sure(found);
    }
    let mut names: Vec<(String, T)> = Vec::new();
    for (thing, each) in known {
        names.extend(called(each).map(|name| (plain(name), *thing)));
    }
    let only = |is_meant: &dyn Fn(&str) -> bool| {
        let mut bearers = names.iter().filter(|(name, _)| is_meant(name)).map(|(_, thing)| *thing);
        let first = bearers.next()?;
        bearers.all(|other| other == first).then_some(first)
    };
    let called = |wanted: &str| only(&|name| !wanted.is_empty() && name == wanted);
    let bare = |words: &str| {
        let left = plain(words);
        let is_number = |word: &str| word.chars().all(|sign| sign.is_ascii_digit()) || word == "x2";
        let left: Vec<&str> =
            left.split(' ').filter(|word| !AROUND.contains(word) && !is_number(word)).collect();
        left.join(" ")
    };
    let undotted = words.replace('.', "");
    // a short form in brackets decides, then the whole, then what stands beside a mark
    let inner = words.split_once('(').and_then(|(_, rest)| rest.split(')').next());
    let outer = words.split('(').next();
    let beside = [" - ", " – ", " — ", ": "].iter().flat_map(|mark| words.split(mark));
    let ways = inner.into_iter().chain([words, &undotted]).chain(outer).chain(beside);
    for way in ways {
        if let Some(found) = called(&plain(way)).or_else(|| called(&bare(way))) {
            return sure(found);
        }
    }
    let wanted = bare(words);
    // `ICD10CM` is `ICD-10-CM`
    let joined = wanted.replace(' ', "");
    if let Some(found) = only(&|name| joined.len() >= LEAST_JOINED && name.replace(' ', "") == joined) {
        return sure(found);
    }
    let slip = only(&|name| {
        let (short, long) = (name.len().min(wanted.len()), name.len().max(wanted.len()));
        let most = if short >= 2 * LEAST_FOR_SLIP { 2 } else { 1 };
        short >= LEAST_FOR_SLIP && long - short <= most && strsim::osa_distance(name, &wanted) <= most
    });
    slip.map(|value| Read { value, is_sure: false })
}

/// What is longer, in bytes, is no name that anybody would write.
pub(super) const LONGEST_NAME: usize = 300;

/// How like some words one of the names is: higher is liker; nothing where it is not alike. No words are like anything.
#[must_use]
pub fn likeness(words: &str, names: &Names) -> Option<u32> {
    if words.trim().is_empty() {
        return Some(0);
    }
    if words.len() > LONGEST_NAME {
        return None;
    }
    let asked: Vec<String> = stems(words).collect();
    called(names)
        .map(|name| {
            let said: Vec<String> = stems(name).collect();
            let shared: u32 =
                asked.iter().map(|word| said.iter().map(|other| alike(word, other)).max().unwrap_or(0)).sum();
            // of two names that share as much, the shorter says it more exactly
            shared * 100 - (u32::try_from(said.len()).unwrap_or(u32::MAX)).min(99) * u32::from(shared > 0)
        })
        .max()
        .filter(|score| *score > 0)
}

/// How alike two words are: 2 for the same, 1 for a slip, 0 for others.
fn alike(one: &str, other: &str) -> u32 {
    if one == other {
        return 2;
    }
    let may_slip = one.len().min(other.len()) > 3 && one.len().abs_diff(other.len()) <= 4;
    u32::from(may_slip && strsim::osa_distance(one, other) == 1)
}

fn called(names: &Names) -> impl Iterator<Item = &str> {
    [names.id.as_str(), &names.title, &names.short]
        .into_iter()
        .chain(names.aliases.iter().map(String::as_str))
}

/// The words of a name that carry meaning, without common endings.
fn stems(text: &str) -> impl Iterator<Item = String> {
    const COMMON: [&str; 14] =
        ["a", "an", "and", "at", "for", "i", "in", "am", "my", "of", "on", "or", "the", "to"];
    plain(text)
        .split(' ')
        .filter(|word| !word.is_empty() && !COMMON.contains(word))
        .map(str::to_owned)
        .collect::<Vec<String>>()
        .into_iter()
        .map(|word| stem(&word))
}

/// A word without a common ending.
pub(super) fn stem(word: &str) -> String {
    let endings = ["ing", "er", "ist", "s", "e"];
    let shorter = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|left| left.len() > 2));
    shorter.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(title: &str, aliases: &[&str]) -> Names {
        Names {
            id: title.to_lowercase().replace(' ', "-"),
            title: title.into(),
            short: title.into(),
            aliases: aliases.iter().map(|&alias| alias.into()).collect(),
        }
    }

    #[test]
    fn a_name_is_known_with_its_short_form_marks_and_a_slip() {
        let short = |title: &str, short: &str| Names { short: short.into(), ..names(title, &[]) };
        let (cpc, apprentice) = (
            short("Certified Professional Coder", "CPC"),
            short("Certified Professional Coder, apprentice", "CPC-A"),
        );
        let known = [(1, &cpc), (2, &apprentice)];
        let read = |words: &str| bearer(words, &known).map(|read| (read.value, read.is_sure));
        for words in [
            "cpc",
            "CPC®",
            "C.P.C.",
            "Certified Professional Coder (CPC)",
            "CPC - Certified Professional Coder",
            "CPC certification",
            "AAPC CPC",
        ] {
            assert_eq!(read(words), Some((1, true)), "{words}");
        }
        assert_eq!(
            (read("CPC-A"), read("Certified Professional Coder (CPC-A)")),
            (Some((2, true)), Some((2, true)))
        );
        assert_eq!(read("Certifed Profesional Coder"), Some((1, false)));
        assert_eq!((read("CPR"), read("CPC expired"), read("")), (None, None, None));
    }

    #[test]
    fn what_people_say_finds_the_role() {
        let registrar = names("Cancer registrar", &["tumor registrar"]);
        let clerk = names("Records clerk", &["file clerk"]);
        assert!(likeness("tumor registrar", &registrar) > likeness("tumor registrar", &clerk));
        assert!(likeness("I file records", &clerk) > likeness("I file records", &registrar));
        assert_eq!(likeness("astronaut", &clerk), None);
    }
}
