//! What a graph's texts are in other languages than English.

use std::collections::BTreeMap;

use super::Graph;
use super::file::WordsRow;
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::Names;
use crate::table::{Extra, Row, row_finding, rows};
use crate::words::Language;

/// English texts with what they are in the other languages; none of them where not told.
#[derive(Debug, Clone, Default)]
pub struct Sayings(BTreeMap<String, WordsRow>);

/// Reads `words.csv`.
pub fn sayings(text: &Text, findings: &mut Vec<Finding>) -> Sayings {
    let read: Vec<Row<WordsRow>> = rows(text, &["text", "fr", "es"], Extra::Refused, findings);
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &read {
        let said = row.value.text.as_str();
        if let Some(first) = lines.insert(said, row.at.line) {
            let fault = Fault::RepeatedId { id: said.to_owned(), first_line: first };
            findings.push(row_finding(&text.name, row.at, "text", fault));
        }
    }
    Sayings(read.into_iter().map(|row| (row.value.text.clone(), row.value)).collect())
}

impl Graph {
    /// One of the graph's texts in a language; in English where nobody has said it in that one.
    #[must_use]
    pub fn said<'g>(&'g self, text: &'g str, language: Language) -> &'g str {
        let row = self.sayings.0.get(text);
        let told = match language {
            Language::En => None,
            Language::Fr => row.map(|row| row.fr.as_str()),
            Language::Es => row.map(|row| row.es.as_str()),
        };
        told.filter(|told| !told.is_empty()).unwrap_or(text)
    }

    /// The English texts that are told in other languages.
    pub fn texts_said(&self) -> impl Iterator<Item = &str> {
        self.sayings.0.keys().map(String::as_str)
    }

    /// Names with each in a language too, for finding what people call something.
    #[must_use]
    pub fn names_in(&self, names: &Names, language: Language) -> Names {
        let mut known = names.clone();
        if language != Language::En {
            let english = [&names.title, &names.short].into_iter().chain(&names.aliases);
            known.aliases.extend(english.map(|name| self.said(name, language).to_owned()));
        }
        known
    }
}
