//! Lists in one text.

/// What may part a list where no bar does.
const MARKS: [char; 5] = [';', ',', '/', '&', '\n'];

/// The parts of a list: at each `|`, and where a part is no name as it stands, at other marks and at `and`, if that makes a
/// name of one of them, or at spaces, if that makes names of all. Empty ones are left out.
#[must_use]
pub fn parts(said: &str, is_name: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut all = Vec::new();
    for part in said.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        let smaller: Vec<&str> = part
            .split(MARKS)
            .flat_map(|piece| piece.split(" and "))
            .map(str::trim)
            .filter(|piece| !piece.is_empty())
            .collect();
        let words: Vec<&str> = part.split_whitespace().collect();
        if is_name(part) {
            all.push(part);
        } else if smaller.iter().any(|piece| is_name(piece)) {
            all.extend(smaller);
        } else if words.len() > 1 && words.iter().all(|word| is_name(word)) {
            all.extend(words);
        } else {
            all.push(part);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_parted_where_that_makes_names() {
        let is_name = |word: &str| ["CPC", "CCS", "Reading, writing"].contains(&word);
        assert_eq!(parts("CPC|CCS", is_name), ["CPC", "CCS"]);
        assert_eq!(parts("CPC, CCS", is_name), ["CPC", "CCS"]);
        assert_eq!(parts("CPC/CCS; XYZ", is_name), ["CPC", "CCS", "XYZ"]);
        assert_eq!(parts("CPC and CCS", is_name), ["CPC", "CCS"]);
        assert_eq!(parts("CPC CCS", is_name), ["CPC", "CCS"]);
        assert_eq!(parts("Reading, writing", is_name), ["Reading, writing"]);
        assert_eq!(parts("one, two", is_name), ["one, two"]);
        assert!(parts(" | ", is_name).is_empty());
    }
}
