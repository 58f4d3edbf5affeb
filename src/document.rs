//! JSON text with the place of every value, read into types one field at a time so that every fault is told.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use serde::de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::finding::{At, Fault, Finding};

/// The deepest nesting that is read; serde's own limit.
const DEPTH: usize = 128;

/// A file's bytes and the name to call it by.
#[derive(Debug, Clone)]
pub struct Text {
    /// The name shown in findings.
    pub name: String,
    /// The content as read.
    pub bytes: Vec<u8>,
}

impl Text {
    /// Gives the content as text.
    ///
    /// # Errors
    /// A finding where the file is empty, holds NUL bytes or is not UTF-8.
    pub fn utf8(&self) -> Result<&str, Finding> {
        let bytes = self.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.bytes);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Finding::whole(&self.name, Fault::Empty));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => Ok(text),
            _ => Err(Finding::whole(&self.name, Fault::Binary)),
        }
    }
}

/// Turns a byte range of a text into a place with line and column.
#[must_use]
pub fn place_of(text: &str, range: &Range<usize>) -> At {
    let offset = range.start.min(text.len());
    let before = text.get(..offset).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    At {
        offset,
        length: range.end.saturating_sub(offset),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// A parsed JSON file.
#[derive(Debug)]
pub struct Document {
    name: String,
    text: String,
    /// Everything in it, read when something other than a list of records is asked for.
    root: OnceCell<Value>,
    /// Where everything stands, found when there is something to tell.
    places: OnceCell<Places>,
}

/// The places of values and keys by JSON pointer.
#[derive(Debug, Default)]
struct Places {
    values: BTreeMap<String, Range<usize>>,
    keys: BTreeMap<String, Range<usize>>,
    /// Keys that stand in their object already: place, pointer and name.
    repeated: Vec<(Range<usize>, String, String)>,
}

impl Places {
    /// Of a text that is known to be JSON.
    fn of(text: &str) -> Self {
        let strict = jsonc_parser::ParseOptions {
            allow_comments: false,
            allow_trailing_commas: false,
            allow_loose_object_property_names: false,
            ..Default::default()
        };
        let mut places = Self::default();
        let tree = jsonc_parser::parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &strict);
        if let Some(value) = tree.ok().and_then(|tree| tree.value) {
            places.mark(String::new(), &value);
        }
        places
    }

    /// Remembers where a value and everything in it stands.
    fn mark(&mut self, pointer: String, value: &ast::Value<'_>) {
        let range = value.range();
        match value {
            ast::Value::Object(object) => {
                for property in &object.properties {
                    let key = property.name.as_str();
                    let inner = format!("{pointer}/{}", escaped(key));
                    let name = property.name.range();
                    if self.keys.insert(inner.clone(), name.start..name.end).is_some() {
                        self.repeated.push((name.start..name.end, inner.clone(), key.to_owned()));
                    }
                    self.mark(inner, &property.value);
                }
            }
            ast::Value::Array(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    self.mark(format!("{pointer}/{index}"), element);
                }
            }
            _ => {}
        }
        self.values.insert(pointer, range.start..range.end);
    }
}

impl Document {
    /// Parses a file; repeated keys go to `findings`.
    ///
    /// # Errors
    /// A finding where the file is not readable JSON at all.
    pub fn parse(file: &Text, findings: &mut Vec<Finding>) -> Result<Self, Finding> {
        let text = file.utf8()?;
        let syntax = |error| syntax(&file.name, text, &error);
        let Repeats(repeats) = serde_json::from_str(text).map_err(syntax)?;
        let document = Self {
            name: file.name.clone(),
            text: text.to_owned(),
            root: OnceCell::new(),
            places: OnceCell::new(),
        };
        if repeats {
            for (range, pointer, key) in &document.places().repeated {
                let fault = Fault::RepeatedKey { key: key.clone() };
                findings.push(document.at_range(range, pointer, fault));
            }
        }
        Ok(document)
    }

    fn root(&self) -> &Value {
        self.root.get_or_init(|| serde_json::from_str(&self.text).expect("it was read before"))
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.text))
    }

    /// The value at a JSON pointer.
    #[must_use]
    pub fn value(&self, pointer: &str) -> Option<&Value> {
        self.root().pointer(pointer)
    }

    /// The line on which the value at a pointer starts.
    #[must_use]
    pub fn line(&self, pointer: &str) -> usize {
        self.places().values.get(pointer).map_or(0, |range| place_of(&self.text, range).line)
    }

    /// A finding about the value at a pointer, or the nearest enclosing value that exists.
    #[must_use]
    pub fn finding(&self, pointer: &str, fault: Fault) -> Finding {
        let mut near = pointer;
        loop {
            if let Some(range) = self.places().values.get(near) {
                return self.at_range(range, pointer, fault);
            }
            if near.is_empty() {
                return Finding { place: pointer.to_owned(), ..Finding::whole(&self.name, fault) };
            }
            near = near.rfind('/').map_or("", |slash| &near[..slash]);
        }
    }

    /// A finding about a key rather than its value.
    #[must_use]
    pub fn key_finding(&self, pointer: &str, fault: Fault) -> Finding {
        match self.places().keys.get(pointer) {
            Some(range) => self.at_range(range, pointer, fault),
            None => self.finding(pointer, fault),
        }
    }

    fn at_range(&self, range: &Range<usize>, pointer: &str, fault: Fault) -> Finding {
        let mut at = place_of(&self.text, range);
        let first_line = self.text[at.offset..].find('\n').unwrap_or(at.length);
        at.length = at.length.min(first_line).max(1);
        Finding { file: self.name.clone(), at, place: pointer.to_owned(), fault }
    }

    /// Reads a list of objects, each as `T` with the pointer to it, as [`Self::record`] does; nothing where it is no list.
    pub fn records<T: DeserializeOwned>(&self, findings: &mut Vec<Finding>) -> Option<Vec<(String, T)>> {
        let records: Vec<&RawValue> = serde_json::from_str(&self.text).ok()?;
        let read = records.into_iter().enumerate().filter_map(|(at, record)| {
            let pointer = format!("/{at}");
            // what is wrong with it is told by reading it again, slowly
            let read = serde_json::from_str(record.get()).ok();
            let read = read.or_else(|| self.record(&pointer, findings))?;
            Some((pointer, read))
        });
        Some(read.collect())
    }

    /// Reads the object at a pointer as `T`. A field that does not fit is told and set aside, and the rest is
    /// read on, so that one reading tells the faults of every field. What is given back lacks the fields set aside: it
    /// is there for checking on, not for use where anything was told.
    pub fn record<T: DeserializeOwned>(&self, pointer: &str, findings: &mut Vec<Finding>) -> Option<T> {
        let mut value = self.root().pointer(pointer)?.clone();
        let mut sound = true;
        loop {
            let error = match serde_path_to_error::deserialize::<_, T>(&value) {
                Ok(read) => return Some(read),
                Err(error) => error,
            };
            let inner = pointer_of(error.path());
            let first = inner.split('/').nth(1).map(str::to_owned);
            let fault = fault_of(&error.inner().to_string());
            if !sound && inner.is_empty() && matches!(fault, Fault::MissingKey { .. }) {
                return None;
            }
            let place = format!("{pointer}{inner}");
            findings.push(match &fault {
                Fault::UnknownKey { key, .. } => {
                    let keyed = format!("{place}/{}", escaped(key));
                    let place = if self.places().keys.contains_key(&keyed) { keyed } else { place };
                    self.key_finding(&place, fault.clone())
                }
                _ => self.finding(&place, fault.clone()),
            });
            sound = false;
            let cut = match (&fault, first) {
                (Fault::UnknownKey { key, .. }, None) => key.clone(),
                (_, Some(first)) => unescaped(&first),
                (_, None) => return None,
            };
            match value.as_object_mut().map(|object| object.remove(&cut)) {
                Some(Some(_)) => {}
                _ => return None,
            }
        }
    }
}

/// Whether some object of a JSON text has a key twice.
struct Repeats(bool);

impl<'de> Deserialize<'de> for Repeats {
    fn deserialize<D: Deserializer<'de>>(text: D) -> Result<Self, D::Error> {
        text.deserialize_any(Looking)
    }
}

struct Looking;

impl<'de> Visitor<'de> for Looking {
    type Value = Repeats;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Repeats, A::Error> {
        let (mut keys, mut repeats) = (BTreeSet::new(), false);
        while let Some((key, Repeats(inner))) = map.next_entry::<String, Repeats>()? {
            // a key that means something to the reader of raw records and to nobody else
            if key.starts_with("$serde_json::") {
                return Err(A::Error::custom("no key may start with `$serde_json::`"));
            }
            repeats |= inner | !keys.insert(key);
        }
        Ok(Repeats(repeats))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Repeats, A::Error> {
        let mut repeats = false;
        while let Some(Repeats(inner)) = list.next_element()? {
            repeats |= inner;
        }
        Ok(Repeats(repeats))
    }

    fn visit_unit<E>(self) -> Result<Repeats, E> {
        Ok(Repeats(false))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Repeats, E> {
        Ok(Repeats(false))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Repeats, E> {
        Ok(Repeats(false))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Repeats, E> {
        Ok(Repeats(false))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Repeats, E> {
        Ok(Repeats(false))
    }

    fn visit_str<E>(self, _: &str) -> Result<Repeats, E> {
        Ok(Repeats(false))
    }
}

fn syntax(name: &str, text: &str, error: &serde_json::Error) -> Finding {
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

fn pointer_of(path: &serde_path_to_error::Path) -> String {
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
fn fault_of(words: &str) -> Fault {
    let quoted: Vec<String> = words.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    match quoted.split_first() {
        Some((key, expected)) if words.starts_with("unknown field") => {
            Fault::UnknownKey { key: key.clone(), expected: expected.to_vec() }
        }
        Some((key, _)) if words.starts_with("missing field") => Fault::MissingKey { key: key.clone() },
        _ => Fault::WrongType { detail: words.to_owned() },
    }
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Cat {
        #[expect(dead_code, reason = "only the reading matters")]
        name: String,
        #[serde(default)]
        #[expect(dead_code, reason = "only the reading matters")]
        lives: u8,
    }

    fn findings_of(text: &str) -> Vec<String> {
        let file = Text { name: "cat.json".into(), bytes: text.into() };
        let mut findings = Vec::new();
        match Document::parse(&file, &mut findings) {
            Ok(document) => {
                let _: Option<Cat> = document.record("", &mut findings);
            }
            Err(finding) => findings.push(finding),
        }
        crate::finding::sorted(findings).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_fault_of_a_record_is_told_at_its_line() {
        let told = findings_of("{\n \"nam\": \"Tom\",\n \"lives\": \"nine\"\n}");
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(
            told[0].starts_with("cat.json:2:2: /nam: unknown key `nam`; did you mean `name`?"),
            "{told:?}"
        );
        assert!(told[1].starts_with("cat.json:3:11: /lives: this value does not fit"), "{told:?}");
    }

    #[test]
    fn deep_nesting_is_refused_with_a_place() {
        let told = findings_of(&"[".repeat(100_000));
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("nested too deep"), "{told:?}");
    }

    #[test]
    fn broken_text_names_line_and_column() {
        let told = findings_of("{\"name\": \"Tom\",\n}");
        assert!(told[0].starts_with("cat.json:2:1"), "{told:?}");
    }
}
