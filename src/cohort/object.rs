//! Rows that come as JSON objects, with columns as keys.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::form::Called;
use super::header::{COLUMNS, ID};
use super::heading::{Filling, Slot};
use super::row::{Cells, Reject};
use crate::finding::Fault;

/// The keys of a JSON object with their values, as often as they are there.
struct Pairs<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(text: D) -> Result<Self, D::Error> {
        text.deserialize_map(Looking)
    }
}

struct Looking;

impl<'de> Visitor<'de> for Looking {
    type Value = Pairs<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

/// The cells of a JSON object.
pub(super) fn object(bytes: &[u8], called: &Called<'_>) -> Result<(Cells, Vec<Reject>), Vec<Reject>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Pairs(read) = serde_json::from_slice(bytes)
        .map_err(|error| vec![Reject::row("json", format!("it is no JSON object: {error}"))])?;
    let mut rejects = Vec::new();
    let mut told = Filling::default();
    for (key, value) in read {
        // what means nothing to us is not read
        let Some(slot) = Slot::named(&key, called.names, called.currency) else { continue };
        let at = slot.column();
        match if at == ID { id(value) } else { cell(value) } {
            Some(cell) if cell.trim().is_empty() => {}
            Some(cell) if cell.contains('\0') => rejects.push(Reject {
                column: COLUMNS[at].name.to_owned(),
                ..Reject::row("encoding", "a cell is not text")
            }),
            Some(cell) => {
                if !told.fill(slot, cell) {
                    rejects.push(Reject::of(&key, &Fault::RepeatedKey { key: key.clone() }));
                }
            }
            None => {
                let detail = format!("`{value}` does not fit in a cell");
                rejects.push(Reject::of(COLUMNS[at].name, &Fault::WrongType { detail }));
            }
        }
    }
    Ok((told.done(), rejects))
}

/// An id as it stands: text, or the digits of a number.
fn id(value: &RawValue) -> Option<String> {
    match serde_json::from_str(value.get()).ok()? {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text),
        Value::Number(_) => Some(value.get().to_owned()),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A value as a cell of a table has it: lists and `name: number` parted by `|`; nothing where it is more than that.
fn cell(value: &RawValue) -> Option<String> {
    let flat = |value: &Value| match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Array(_) | Value::Object(_) => None,
    };
    match &serde_json::from_str(value.get()).ok()? {
        Value::Array(parts) => {
            parts.iter().map(flat).collect::<Option<Vec<_>>>().map(|parts| parts.join("|"))
        }
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(name, value)| Some(format!("{name}:{}", flat(value)?)));
            pairs.collect::<Option<Vec<_>>>().map(|pairs| pairs.join("|"))
        }
        value => flat(value),
    }
}
