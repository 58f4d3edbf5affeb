//! Texts that somebody settled once for all rows: what each means, by column.

use std::collections::BTreeMap;

use serde_json::Value;

use super::header::COLUMNS;
use crate::finding::{Fault, nearest};
use crate::read::plain;

/// What texts mean, by the name of the column; nothing where a text counts for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled(BTreeMap<String, BTreeMap<String, String>>);

/// A text of a column that is not known for certain, with what it is most likely.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unsure {
    /// The column.
    pub column: String,
    /// What is written.
    pub said: String,
    /// What it is most likely, or nothing.
    pub guess: String,
}

impl Settled {
    /// Reads an object of columns, each an object from texts to what they mean.
    ///
    /// # Errors
    /// What is no such object, and columns that there are not.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Fault>> {
        let wrong = |detail: String| vec![Fault::WrongType { detail }];
        let read: BTreeMap<String, BTreeMap<String, Value>> = serde_json::from_slice(bytes)
            .map_err(|error| wrong(format!("it is no object of columns with what texts mean: {error}")))?;
        let (mut settled, mut faults) = (Self::default(), Vec::new());
        for (column, texts) in read {
            if !COLUMNS.iter().any(|known| known.name == column) {
                let near = nearest(&column, COLUMNS.iter().map(|known| known.name));
                faults.push(Fault::UnknownKey { key: column, expected: near.into_iter().collect() });
                continue;
            }
            let into = settled.0.entry(column).or_default();
            for (said, meant) in texts {
                match meant {
                    Value::String(meant) => {
                        into.insert(plain(&said), meant);
                    }
                    Value::Null => {
                        into.insert(plain(&said), String::new());
                    }
                    _ => faults.extend(wrong(format!("what `{said}` means is no text"))),
                }
            }
        }
        if faults.is_empty() { Ok(settled) } else { Err(faults) }
    }

    /// What a text of a column means, where that is settled.
    pub(super) fn meant(&self, column: &str, said: &str) -> Option<&str> {
        self.0.get(column)?.get(&plain(said)).map(String::as_str)
    }
}

/// Some texts as a file that can be filled in and read by [`Settled::read`]: a line each.
#[must_use]
pub fn review(unsure: &[Unsure]) -> String {
    let mut by_column: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for Unsure { column, said, guess } in unsure {
        by_column.entry(column).or_default().insert(said, guess);
    }
    let written = serde_json::to_string_pretty(&by_column).unwrap_or_default();
    format!("{written}\n")
}
