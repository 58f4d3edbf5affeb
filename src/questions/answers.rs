//! Answers so far, and the draft that keeps them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::{Document, Text};
use crate::finding::{Fault, Finding};
use crate::words::Language;

/// Answers by the key of what was asked; an empty one was skipped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    /// What was answered, as it is kept: ids and plain numbers.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn put(&mut self, key: &str, answer: String) {
        self.0.insert(key.to_owned(), answer);
    }

    /// Forgets what was answered under a key, and under those that begin with it and a hyphen.
    pub(super) fn forget(&mut self, key: &str) {
        self.0.retain(|known, _| {
            known.strip_prefix(key).is_none_or(|rest| !rest.is_empty() && !rest.starts_with('-'))
        });
    }

    /// Forgets one answer alone.
    pub(super) fn drop(&mut self, key: &str) {
        self.0.remove(key);
    }
}

/// Answers as a file, to go on with another time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The language of the questions.
    pub language: Language,
    /// Whether it is the short questionnaire.
    pub quick: bool,
    /// The answers.
    pub answers: Answers,
}

const FORMAT: &str = "careerpath.draft/1";
/// The most answers that a draft may have: more than there are questions.
const MOST: usize = 500;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    language: Language,
    #[serde(default)]
    quick: bool,
    answers: BTreeMap<String, String>,
}

impl Draft {
    /// Writes it as `careerpath.draft/1`.
    #[must_use]
    pub fn written(&self) -> String {
        let written = Written {
            format: FORMAT.to_owned(),
            language: self.language,
            quick: self.quick,
            answers: self.answers.0.clone(),
        };
        let mut text = serde_json::to_string_pretty(&written).expect("it is plain data");
        text.push('\n');
        text
    }

    /// Reads it. Answers that fit no question any more are asked again.
    ///
    /// # Errors
    /// Every finding at once.
    pub fn read(file: &Text) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let document = Document::parse(file, &mut findings).map_err(|finding| vec![finding])?;
        let written: Option<Written> = document.record("", &mut findings);
        if let Some(written) = &written
            && (written.format != FORMAT || written.answers.len() > MOST)
        {
            let detail = format!("format must be {FORMAT}, with at most {MOST} answers");
            findings.push(document.finding("", Fault::WrongType { detail }));
        }
        match written {
            Some(Written { language, quick, answers, .. }) if findings.is_empty() => {
                Ok(Self { language, quick, answers: Answers(answers) })
            }
            _ => Err(findings),
        }
    }
}
