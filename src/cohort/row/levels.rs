//! Levels of skills, and interests, in words.

use std::collections::BTreeMap;

use super::cells::{Reading, has_word};
use crate::read;
use crate::read::plain;

/// The interests of RIASEC.
pub(super) const INTERESTS: [&str; 6] =
    ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];

/// Words for levels of skills.
const WORDS: [(&str, u8); 14] = [
    ("none", 0),
    ("novice", 1),
    ("beginner", 1),
    ("basic", 1),
    ("entry", 1),
    ("some", 2),
    ("familiar", 2),
    ("intermediate", 3),
    ("competent", 3),
    ("good", 3),
    ("proficient", 3),
    ("advanced", 4),
    ("strong", 4),
    ("expert", 5),
];
/// The level of a skill that is named without one.
const NAMED: u8 = 2;

/// A skill with its level apart: `name:level`, `name (level)`, `name = level`, `name - level`, `name 3`, `basic name`.
fn split<'p>(part: &'p str, is_name: &dyn Fn(&str) -> bool) -> (&'p str, Option<&'p str>) {
    let ends_in_level = part.rsplit_once(' ').is_some_and(|(_, last)| level_of(last).is_some());
    if is_name(part) && !part.contains(['(', ':']) && !ends_in_level {
        return (part, None);
    }
    if let Some((name, level)) = part.rsplit_once(':').or_else(|| part.rsplit_once('=')) {
        return (name.trim(), Some(level.trim()));
    }
    if let Some((name, level)) =
        part.rsplit_once('(').and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?)))
        && is_name(name)
    {
        return (name.trim(), Some(level.trim()));
    }
    if let Some((name, level)) = part.rsplit_once(['-', ' '])
        && is_name(name.trim_end_matches([' ', '-']))
        && level_of(level).is_some()
    {
        return (name.trim_end_matches([' ', '-']), Some(level.trim()));
    }
    if let Some((level, name)) = part.split_once(' ') {
        let name = ["knowledge of ", "skills in ", "in ", "at ", "with "]
            .iter()
            .find_map(|word| name.strip_prefix(word))
            .unwrap_or(name);
        if level_of(level).is_some() && is_name(name) {
            return (name, Some(level));
        }
    }
    (part, None)
}

/// A level from 0 to 5 in figures, as `3/5` or in words.
fn level_of(said: &str) -> Option<u8> {
    let words = plain(said);
    let of_word = WORDS.iter().find(|(word, _)| *word == words).map(|(_, level)| *level);
    let figure = said.trim().strip_suffix("/5").unwrap_or(said).trim();
    let figure = || figure.parse::<f64>().ok().and_then(whole);
    let none =
        || (words == "n a" || has_word(said, &["no", "not", "want", "need", "learning", "na"])).then_some(0);
    of_word.or_else(figure).or_else(none)
}

fn whole(level: f64) -> Option<u8> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 5")]
    let read = level as u8;
    (level.fract() == 0.0 && (0.0..=5.0).contains(&level)).then_some(read)
}

impl Reading<'_> {
    /// Skills by any of their names, each with a level; what is not known counts for nothing.
    pub fn skills(&mut self) -> BTreeMap<String, u8> {
        let mut skills = BTreeMap::new();
        let Some(cell) = self.cell("skills") else { return skills };
        let graph = self.graph();
        let is_name = |word: &str| graph.skill_called(word).is_some();
        for part in read::parts(cell, |part| is_name(split(part, &is_name).0)) {
            let (named, level) = split(part, &is_name);
            let named = self.meant("skills", named);
            if named.is_empty() {
                continue;
            }
            let Some(found) = graph.skill_called(named) else {
                self.drop("skills", named);
                continue;
            };
            let id = &graph.skills[found.value.at()].names.id;
            let read = level.map_or(Some(NAMED), level_of);
            let Some(read) = read else {
                // a skill whose level nobody can read is as good as named
                self.drop("skills", part);
                continue;
            };
            if level.is_none() || !found.is_sure {
                self.assume("skills", part, &format!("{id}:{read}"));
            }
            let most = skills.entry(id.clone()).or_insert(read);
            *most = read.max(*most);
        }
        skills
    }
}
