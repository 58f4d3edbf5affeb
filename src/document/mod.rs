//! JSON text with the place of every value, read into types one field at a time so that every fault is told.

mod faults;
mod places;
mod repeats;
mod text;

use std::cell::OnceCell;
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::finding::{Fault, Finding};
use faults::{escaped, fault_of, pointer_of, syntax, unescaped};
use places::Places;
use repeats::Repeats;
pub use text::{Text, place_of};

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
