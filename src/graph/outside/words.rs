//! Words of job titles without what does not matter in them: case, marks, plurals, small words, their order.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words that a title may have or not.
const SMALL: [&str; 12] = ["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"];
/// The most ways in which short forms are written out.
const MOST_FORMS: usize = 32;
/// The most words of a title that are looked at.
const MOST_WORDS: usize = 12;

/// Parts a title into words in lower case; apostrophes are dropped, all other marks part words.
pub fn words(title: &str) -> impl Iterator<Item = String> {
    let plain = title.to_lowercase().replace(['\'', '’', '‘'], "");
    let signs = plain.split(|sign: char| !sign.is_alphanumeric());
    signs.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

/// The singular of a word.
fn singular(word: &str) -> String {
    let bare = |ending: &str| word.strip_suffix(ending).filter(|left| left.len() > 2);
    if let Some(left) = bare("ies") {
        return format!("{left}y");
    }
    if let Some(left) = bare("men") {
        return format!("{left}man");
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if ends(&["sses", "shes", "ches", "xes"]) {
        return word[..word.len() - 2].to_owned();
    }
    match bare("s") {
        Some(left) if !ends(&["ss", "us", "is"]) => left.to_owned(),
        _ => word.to_owned(),
    }
}

/// The words that count of a title, in order, each in the singular.
pub fn counting(title: &str) -> Vec<String> {
    let counting = words(title).filter(|word| !SMALL.contains(&word.as_str()));
    counting.map(|word| singular(&word)).take(MOST_WORDS).collect()
}

/// A number for some words in any order.
pub fn key(words: &[String]) -> u64 {
    let mut sorted: Vec<&String> = words.iter().collect();
    sorted.sort_unstable();
    let mut hash = DefaultHasher::new();
    sorted.hash(&mut hash);
    hash.finish()
}

/// Every way to write some words with short forms kept or written out, the words as they are first.
pub fn forms(words: &[String], short: &BTreeMap<String, Vec<String>>) -> Vec<Vec<String>> {
    let mut forms: Vec<Vec<String>> = vec![Vec::new()];
    for word in words {
        let long = short.get(word).into_iter().flatten().map(|long| counting(long));
        let ways: Vec<Vec<String>> = std::iter::once(vec![word.clone()]).chain(long).collect();
        let longer = forms.iter().flat_map(|form| ways.iter().map(move |way| [&form[..], way].concat()));
        forms = longer.take(MOST_FORMS).collect();
    }
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_the_same_in_any_order_and_number() {
        assert_eq!(key(&counting("Manager, Funeral Home")), key(&counting("funeral home managers")));
        assert_eq!(counting("Nurses’ Aides"), ["nurse", "aide"]);
        assert_ne!(key(&counting("bus driver")), key(&counting("bus drive")));
    }

    #[test]
    fn short_forms_are_kept_and_written_out() {
        let short = BTreeMap::from([("tech".to_owned(), vec!["technician".to_owned()])]);
        let forms = forms(&counting("pharmacy tech"), &short);
        assert_eq!(forms, [vec!["pharmacy", "tech"], vec!["pharmacy", "technician"]]);
    }
}
