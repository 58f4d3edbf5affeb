//! Levels of skills, and interests, in words.

use std::collections::BTreeMap;

use super::cells::Reading;
use crate::graph::plain;
use crate::read;

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

/// A skill with its level apart, as `name:level` or `name (level)`.
fn split(part: &str) -> (&str, Option<&str>) {
    if let Some((name, level)) = part.rsplit_once(':') {
        return (name.trim(), Some(level.trim()));
    }
    match part.rsplit_once('(').and_then(|(name, level)| Some((name, level.strip_suffix(')')?))) {
        Some((name, level)) if level_of(level).is_some() => (name.trim(), Some(level.trim())),
        _ => (part, None),
    }
}

/// A level from 0 to 5 in figures or in a word.
fn level_of(said: &str) -> Option<u8> {
    let words = plain(said);
    let of_word = WORDS.iter().find(|(word, _)| *word == words).map(|(_, level)| *level);
    of_word.or_else(|| said.trim().parse::<f64>().ok().and_then(whole))
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
        for part in read::parts(cell, |part| graph.skill_called(split(part).0).is_some()) {
            let (named, level) = split(part);
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
                let what = format!("`{part}` tells no level from 0 to 5");
                self.wrong("skills", &what, "skill:level, such as medical-terminology:2");
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
