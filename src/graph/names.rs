//! Finding things by what people call them.

use super::{Graph, Names, Node, Region, RegionIx, Regions, RoleIx};
use crate::finding::nearest;

impl Graph {
    /// The role with this id, or as its only bearer this title or alias, whatever its case.
    #[must_use]
    pub fn role_named(&self, word: &str) -> Option<RoleIx> {
        let all: Vec<(RoleIx, &Names)> =
            (0..).map(RoleIx).zip(self.roles.iter().map(|role| &role.names)).collect();
        only_bearer(word, &all)
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

/// How like some words one of the names is: higher is liker; nothing where it is not alike. No words are like anything.
#[must_use]
pub fn likeness(words: &str, names: &Names) -> Option<u32> {
    if words.trim().is_empty() {
        return Some(0);
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

/// Words without case, marks and accents that French and Spanish write.
#[must_use]
pub fn plain(words: &str) -> String {
    let lower = words.to_lowercase();
    let signs = lower.chars().map(|sign| match sign {
        'à' | 'á' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ó' | 'ô' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        sign if sign.is_alphanumeric() => sign,
        _ => ' ',
    });
    signs.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How alike two words are: 2 for the same, 1 for a slip, 0 for others.
fn alike(one: &str, other: &str) -> u32 {
    if one == other {
        return 2;
    }
    u32::from(one.len().min(other.len()) > 3 && strsim::osa_distance(one, other) == 1)
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
        .map(|word| {
            let endings = ["ing", "er", "ist", "s", "e"];
            let shorter =
                endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|left| left.len() > 2));
            shorter.map_or(word.clone(), str::to_owned)
        })
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
    fn what_people_say_finds_the_role() {
        let registrar = names("Cancer registrar", &["tumor registrar"]);
        let clerk = names("Records clerk", &["file clerk"]);
        assert!(likeness("tumor registrar", &registrar) > likeness("tumor registrar", &clerk));
        assert!(likeness("I file records", &clerk) > likeness("I file records", &registrar));
        assert_eq!(likeness("astronaut", &clerk), None);
    }
}
