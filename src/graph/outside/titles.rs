//! Job titles: many lists of titles, each title with its occupation, found in any spelling.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::file::{TitleRow, WrittenOutside};
use super::words::{counting, forms, key, words};

/// A title of an occupation.
#[derive(Debug, Clone)]
struct Title {
    called: Box<str>,
    occupation: u16,
    /// How much the lists that have it count for.
    weight: f64,
}

/// The titles of all jobs, each with its occupation.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    /// The occupations, in order of code, each with its own title.
    occupations: Vec<(String, String)>,
    all: Vec<Title>,
    /// Each title by its words in any order.
    by_key: Vec<(u64, u32)>,
    words: OnceLock<Words>,
}

/// The words of titles, worked out when a title is not found as it is.
#[derive(Debug, Clone, Default)]
struct Words {
    all: BTreeSet<String>,
    /// The titles that begin with a word.
    begin: BTreeMap<String, Vec<u32>>,
}

/// The occupations that a title may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TitleMatch {
    /// Nobody who is called so has a job.
    NoJob,
    /// It tells no occupation.
    TooGeneral,
    /// No list has anything like it.
    Unknown,
    /// The occupations that it may stand for, the likeliest first.
    Occupations {
        /// Their codes.
        codes: Vec<String>,
        /// Whether the lists have the title itself, not only something like it.
        is_sure: bool,
    },
}

/// How much an occupation is meant.
#[derive(Debug, Clone, Copy, Default)]
struct Much {
    /// By the lists alone.
    listed: f64,
    /// By the lists, the words of its own title, and how many people work in it.
    all: f64,
}

/// How much each occupation, by its place, is meant.
type Meant = BTreeMap<u16, Much>;

/// A title whose words are in this many titles' beginnings at the least stands for their occupation.
const SHARE_OF_BEGINNINGS: f64 = 0.5;
/// A word shorter than this is never taken for a slip of another.
const LEAST_LETTERS: usize = 5;
/// A title that lists count for no more than this is one that somebody once used.
const WEAK: f64 = 0.3;
/// Words before a title that make another of it.
const LESSER: [&str; 8] =
    ["assistant", "aide", "apprentice", "associate", "deputy", "student", "trainee", "vice"];
/// How much more a title counts that has all words of the occupation's own.
const OWN_WORDS: f64 = 0.4;

impl Titles {
    /// Of rows in order of occupation, with how much each list counts for.
    pub fn new(rows: Vec<TitleRow>, weights: &BTreeMap<String, f64>) -> Self {
        let mut titles = Self::default();
        for row in rows {
            if titles.occupations.last().is_none_or(|(last, _)| *last != row.occupation) {
                titles.occupations.push((row.occupation.clone(), String::new()));
            }
            if row.is_own()
                && let Some((_, own)) = titles.occupations.last_mut()
            {
                own.clone_from(&row.title);
            }
            let occupation = u16::try_from(titles.occupations.len() - 1).expect("occupations are few");
            let at = u32::try_from(titles.all.len()).expect("titles are few");
            titles.by_key.push((key(&counting(&row.title)), at));
            let weight = row.lists().filter_map(|list| weights.get(list)).sum::<f64>().min(1.0);
            titles.all.push(Title { called: row.title.into(), occupation, weight });
        }
        titles.by_key.sort_unstable();
        titles
    }

    /// Reads a title; `jobs` tells how many people work in an occupation.
    pub fn read(
        &self,
        title: &str,
        when: Held,
        spelling: &Spelling,
        jobs: &dyn Fn(&str) -> f64,
    ) -> TitleMatch {
        let reading = Reading { titles: self, when, spelling, jobs };
        // what stands before a comma or a bracket
        let head = title.split([',', '(', ';', '|', '–']).next().filter(|head| *head != title);
        match reading.listed(title) {
            TitleMatch::Unknown => {}
            weak @ TitleMatch::Occupations { is_sure: false, .. } => {
                let head = head.map_or(TitleMatch::Unknown, |head| reading.listed(head));
                return if unsure(head.clone()) == weak { head } else { weak };
            }
            known => return known,
        }
        let ways = [Reading::mended, Reading::some, Reading::beginning];
        let all = head.into_iter().chain([title]).flat_map(|title| ways.map(|way| (way, title)));
        let all = all.map(|(way, title)| way(&reading, title));
        let mut read = std::iter::once_with(|| reading.parts(title)).chain(all);
        read.find(|read| *read != TitleMatch::Unknown).unwrap_or(TitleMatch::Unknown)
    }

    fn with_key(&self, key: u64) -> impl Iterator<Item = &Title> {
        let from = self.by_key.partition_point(|(known, _)| *known < key);
        let same = self.by_key[from..].iter().take_while(move |(known, _)| *known == key);
        same.map(|(_, at)| &self.all[*at as usize])
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let mut words = Words::default();
            for (at, title) in (0..).zip(&self.all) {
                let counting = counting(&title.called);
                if let Some(first) = counting.first() {
                    words.begin.entry(first.clone()).or_default().push(at);
                }
                words.all.extend(counting);
            }
            words
        })
    }
}

/// When a job is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It is the job of today.
    Today,
    /// It was held before.
    Before,
}

/// How titles are spelt, and what stands for none.
#[derive(Debug, Clone, Default)]
pub struct Spelling {
    no_job: BTreeSet<u64>,
    too_general: BTreeSet<u64>,
    begin: Vec<Vec<String>>,
    cut: Vec<String>,
    drop: Vec<Vec<String>>,
    short: BTreeMap<String, Vec<String>>,
    by_hand: BTreeMap<u64, Vec<String>>,
}

impl Spelling {
    pub fn new(written: &WrittenOutside) -> Self {
        let keys = |titles: &[String]| titles.iter().map(|title| key(&counting(title))).collect();
        let each = |phrases: &[String]| -> Vec<Vec<String>> {
            let mut phrases: Vec<Vec<String>> = phrases.iter().map(|words| counting(words)).collect();
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
            phrases.retain(|phrase| !phrase.is_empty());
            phrases
        };
        let by_hand = written.by_hand.iter();
        Self {
            no_job: keys(&written.no_job),
            too_general: keys(&written.too_general),
            begin: each(&written.begin),
            cut: written.cut.clone(),
            drop: each(&written.drop),
            short: written.short_forms.clone(),
            by_hand: by_hand.map(|told| (key(&counting(&told.title)), told.occupations.clone())).collect(),
        }
    }

    /// Tells whether a title is one whose occupations are told by hand.
    pub fn is_by_hand(&self, title: &str) -> bool {
        self.keys(title).iter().any(|key| self.by_hand.contains_key(key))
    }

    /// Every way in which a title may be spelt, as numbers for its words in any order: whole, and without its level.
    pub fn keys(&self, title: &str) -> Vec<u64> {
        let words = self.without_beginning(&counting(title));
        let plain = self.without_level(&words);
        let all = forms(&words, &self.short).into_iter().chain(forms(&plain, &self.short));
        all.filter(|form| !form.is_empty()).map(|form| key(&form)).collect()
    }

    /// Some words without what people write before a title.
    fn without_beginning(&self, words: &[String]) -> Vec<String> {
        let begins = self.begin.iter().find(|begin| words.starts_with(begin) && words.len() > begin.len());
        words[begins.map_or(0, Vec::len)..].to_vec()
    }

    /// Some words without those that may be left out.
    fn without_level(&self, words: &[String]) -> Vec<String> {
        let mut left = Vec::new();
        let mut rest = words;
        while let Some((first, others)) = rest.split_first() {
            if let Some(dropped) = self.drop.iter().find(|phrase| rest.starts_with(phrase)) {
                rest = &rest[dropped.len()..];
            } else {
                left.push(first.clone());
                rest = others;
            }
        }
        left
    }
}

/// One title as it is read.
struct Reading<'r> {
    titles: &'r Titles,
    when: Held,
    spelling: &'r Spelling,
    jobs: &'r dyn Fn(&str) -> f64,
}

impl Reading<'_> {
    /// Reads a title that some list has. A weak list is as good as its word where the head of the title says the same.
    fn listed(&self, title: &str) -> TitleMatch {
        match self.whole(&self.spelling.without_beginning(&counting(title))) {
            weak @ TitleMatch::Occupations { is_sure: false, .. } => {
                let head = self.some(title);
                if unsure(head.clone()) == weak { head } else { weak }
            }
            read => read,
        }
    }

    /// Reads all of some words, then without their level.
    fn whole(&self, words: &[String]) -> TitleMatch {
        match self.exactly(words) {
            TitleMatch::Unknown => self.exactly(&self.spelling.without_level(words)),
            read => read,
        }
    }

    fn exactly(&self, words: &[String]) -> TitleMatch {
        let spelling = self.spelling;
        if words.is_empty() {
            return TitleMatch::Unknown;
        }
        let forms = forms(words, &spelling.short);
        let keys: Vec<u64> = forms.iter().map(|form| key(form)).collect();
        if keys.iter().any(|key| spelling.no_job.contains(key)) {
            return TitleMatch::NoJob;
        }
        if let Some(codes) = keys.iter().find_map(|key| spelling.by_hand.get(key)) {
            return TitleMatch::Occupations { codes: codes.clone(), is_sure: true };
        }
        if spelling.too_general.contains(&keys[0]) {
            return TitleMatch::TooGeneral;
        }
        let mut meant = Meant::new();
        for (form, key) in forms.iter().zip(&keys) {
            for title in self.titles.with_key(*key) {
                let all = self.much(title, form);
                let most = meant.entry(title.occupation).or_default();
                most.listed = most.listed.max(title.weight);
                most.all = most.all.max(all);
            }
        }
        let is_sure = meant.values().any(|much| much.listed > WEAK);
        self.likeliest(meant, is_sure)
    }

    /// How much a title stands for its occupation.
    fn much(&self, title: &Title, words: &[String]) -> f64 {
        let (code, own) = &self.titles.occupations[usize::from(title.occupation)];
        let own = counting(own);
        let shared = words.iter().filter(|word| own.contains(word)).count();
        #[expect(clippy::cast_precision_loss, reason = "words are few")]
        let share = shared as f64 / words.len().max(1) as f64;
        title.weight * OWN_WORDS.mul_add(share, 1.0) * libm::log((self.jobs)(code) + 10.0)
    }

    fn likeliest(&self, meant: Meant, is_sure: bool) -> TitleMatch {
        let mut meant: Vec<(u16, Much)> = meant.into_iter().collect();
        meant.sort_by(|one, other| other.1.all.total_cmp(&one.1.all).then(one.0.cmp(&other.0)));
        let Some((_, most)) = meant.first().copied() else { return TitleMatch::Unknown };
        let near =
            meant.iter().filter(|(_, much)| much.all >= most.all * super::NEAR || much.listed >= most.listed);
        let codes = near.map(|(at, _)| self.titles.occupations[usize::from(*at)].0.clone()).collect();
        TitleMatch::Occupations { codes, is_sure }
    }

    /// Reads what stands before a place or an employer, then each of several jobs in one title.
    fn parts(&self, title: &str) -> TitleMatch {
        let all: Vec<String> = words(title).collect();
        let cut = all.iter().position(|word| self.spelling.cut.contains(word)).filter(|at| *at > 0);
        if let Some(cut) = cut {
            let read = self.whole(&self.spelling.without_beginning(&counting(&all[..cut].join(" "))));
            if read != TitleMatch::Unknown {
                return read;
            }
        }
        let parts = title.replace(" - ", "/").replace(" and ", "/");
        let parts: Vec<&str> = parts.split(['/', '|', ',', ';', '(', ')', '–', '&']).collect();
        if parts.len() < 2 {
            return TitleMatch::Unknown;
        }
        let read = parts.iter().map(|part| self.listed(part));
        let mut known: Vec<(Vec<String>, bool)> = Vec::new();
        for read in read {
            match read {
                TitleMatch::Occupations { codes, is_sure } => known.push((codes, is_sure)),
                // who is out of work has no job today, whatever stands beside it; why a job ended is none of its title
                TitleMatch::NoJob if self.when == Held::Today => return TitleMatch::NoJob,
                TitleMatch::NoJob | TitleMatch::TooGeneral | TitleMatch::Unknown => {}
            }
        }
        let Some((first, is_sure)) = known.first().cloned() else { return TitleMatch::Unknown };
        // what stands beside it may be a place, a kind of it, or the same in short
        let same = known.iter().all(|(codes, _)| codes.contains(&first[0]));
        if same {
            let codes = first.into_iter().filter(|code| known.iter().all(|(codes, _)| codes.contains(code)));
            return TitleMatch::Occupations { codes: codes.collect(), is_sure };
        }
        let mut all: Vec<String> = Vec::new();
        for code in known.into_iter().flat_map(|(codes, _)| codes) {
            if !all.contains(&code) {
                all.push(code);
            }
        }
        TitleMatch::Occupations { codes: all, is_sure: false }
    }

    /// Reads a title of which a word is a slip of another.
    fn mended(&self, title: &str) -> TitleMatch {
        let said = self.spelling.without_beginning(&counting(title));
        let mut mended = said.clone();
        for word in &mut mended {
            let known = &self.titles.words().all;
            let is_short = word.chars().count() < LEAST_LETTERS;
            if is_short || known.contains(word) || self.spelling.short.contains_key(word) {
                continue;
            }
            // nobody slips on the first letter
            let first: String = word.chars().take(1).collect();
            let alike = known.range(first.clone()..).take_while(|other| other.starts_with(&first));
            let mut near = alike.filter(|other| {
                other.len().abs_diff(word.len()) <= 1 && strsim::osa_distance(word, other) == 1
            });
            if let (Some(only), None) = (near.next(), near.next()) {
                word.clone_from(only);
            }
        }
        if mended == said { TitleMatch::Unknown } else { unsure(self.whole(&mended)) }
    }

    /// Reads the beginning of titles.
    fn beginning(&self, title: &str) -> TitleMatch {
        let said = self.spelling.without_level(&self.spelling.without_beginning(&counting(title)));
        let (mut meant, mut all) = (Meant::new(), 0.0);
        for form in forms(&said, &self.spelling.short) {
            let Some(begun) = form.first().and_then(|first| self.titles.words().begin.get(first)) else {
                continue;
            };
            let titles = begun.iter().map(|at| &self.titles.all[*at as usize]);
            for title in titles.filter(|title| counting(&title.called).starts_with(&form)) {
                let much = meant.entry(title.occupation).or_default();
                much.listed += title.weight;
                much.all = much.listed;
                all += title.weight;
            }
        }
        meant.retain(|_, much| much.listed > SHARE_OF_BEGINNINGS * all);
        self.likeliest(meant, false)
    }

    /// Reads the longest end, then the longest beginning of a title that is one itself.
    fn some(&self, title: &str) -> TitleMatch {
        let said = self.spelling.without_level(&self.spelling.without_beginning(&counting(title)));
        let known = |read: &TitleMatch| matches!(read, TitleMatch::Occupations { .. });
        let mut weak = TitleMatch::Unknown;
        for from in 1..said.len() {
            let read = self.exactly(&said[from..]);
            // the head of a title says what it is, unless what stands before it makes less of it
            let is_less = said[..from].iter().any(|word| LESSER.contains(&word.as_str()));
            let is_head = said.len() - from > 1 && !is_less;
            if is_head && matches!(read, TitleMatch::Occupations { is_sure: true, .. }) {
                return read;
            }
            if weak == TitleMatch::Unknown && known(&read) {
                weak = unsure(read);
            }
        }
        if weak != TitleMatch::Unknown {
            return weak;
        }
        let starts = (1..said.len()).rev().map(|to| self.exactly(&said[..to]));
        starts.into_iter().find(known).map_or(TitleMatch::Unknown, unsure)
    }
}

/// The same, not sure.
fn unsure(read: TitleMatch) -> TitleMatch {
    match read {
        TitleMatch::Occupations { codes, .. } => TitleMatch::Occupations { codes, is_sure: false },
        other => other,
    }
}
