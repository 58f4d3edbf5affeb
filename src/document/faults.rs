//! What a reader of JSON says is wrong, as faults with a place.

use super::text::place_of;
use crate::finding::{Fault, Finding};

/// The deepest nesting that is read; serde's own limit.
const DEPTH: usize = 128;

/// What keeps a text from being JSON.
pub(super) fn syntax(name: &str, text: &str, error: &serde_json::Error) -> Finding {
    let line_start: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let offset = (line_start + error.column().saturating_sub(1)).min(text.len().saturating_sub(1));
    let offset = (0..=offset).rev().find(|&o| text.is_char_boundary(o)).unwrap_or(0);
    let words = error.to_string();
    let fault = if words.starts_with("recursion limit") {
        Fault::TooDeep { limit: DEPTH }
    } else {
        let detail = words.split(" at line ").next().unwrap_or(&words).to_owned();
        Fault::Syntax { detail }
    };
    Finding { file: name.to_owned(), at: place_of(text, &(offset..offset + 1)), place: String::new(), fault }
}

/// A path as a JSON pointer.
pub(super) fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", escaped(key)),
            Segment::Enum { .. } | Segment::Unknown => String::new(),
        })
        .collect()
}

/// Sorts serde's words into the faults that have a mend of their own.
pub(super) fn fault_of(words: &str) -> Fault {
    let quoted: Vec<String> = words.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    match quoted.split_first() {
        Some((key, expected)) if words.starts_with("unknown field") => {
            Fault::UnknownKey { key: key.clone(), expected: expected.to_vec() }
        }
        Some((key, _)) if words.starts_with("missing field") => Fault::MissingKey { key: key.clone() },
        _ => Fault::WrongType { detail: words.to_owned() },
    }
}

/// A key as it stands in a JSON pointer.
pub(super) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A key from how it stands in a JSON pointer.
pub(super) fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}
