//! Words for no answer.

use super::plain;

/// What stands in a cell that nobody filled in, in plain lower case without marks.
const BLANK: [&str; 26] = [
    "",
    "n a",
    "na",
    "null",
    "nil",
    "nan",
    "unknown",
    "unk",
    "not applicable",
    "not available",
    "not provided",
    "not reported",
    "no answer",
    "prefer not to say",
    "blank",
    "tbd",
    "n d",
    "confidential",
    "declined",
    "refused",
    "withheld",
    "private",
    "varies",
    "do not know",
    "don t know",
    "not sure",
];

/// Whether a text is no answer: nothing but marks, or words for nothing known.
#[must_use]
pub fn is_blank(said: &str) -> bool {
    BLANK.contains(&plain(said).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_no_answer_is_none() {
        for blank in ["", " ", "-", "—", "N/A", "n.a.", "#N/A", "NULL", "(blank)", "Not applicable", "?"] {
            assert!(is_blank(blank), "{blank}");
        }
        for answer in ["0", "none", "no", "Nashville", "NA-12"] {
            assert!(!is_blank(answer), "{answer}");
        }
    }
}
