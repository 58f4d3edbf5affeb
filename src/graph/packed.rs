//! Tables that are read when something asks for them: packed or plain, sorted by their first column.

use std::collections::BTreeMap;
use std::io::Read;
use std::ops::Range;

use flate2::read::GzDecoder;
use serde::de::DeserializeOwned;

use crate::document::Text;
use crate::finding::{At, Fault, Finding};
use crate::table::{Extra, row_finding, rows};

/// The most that a table may hold once unpacked, in bytes.
const MOST: u64 = 64 << 20;
/// What the name of a packed table ends in.
pub const PACKED: &str = ".gz";

/// A table as it comes.
#[derive(Debug, Clone)]
pub struct Table(Text);

/// A table cut by what stands in its first column.
#[derive(Debug, Clone, Default)]
pub struct Blocks {
    text: String,
    header: usize,
    by_first: BTreeMap<String, Range<usize>>,
}

impl Table {
    pub const fn new(text: Text) -> Self {
        Self(text)
    }

    /// The table unpacked.
    fn text(&self) -> Result<Text, Finding> {
        let Some(name) = self.0.name.strip_suffix(PACKED) else { return Ok(self.0.clone()) };
        let mut bytes = Vec::new();
        let unpacked = GzDecoder::new(self.0.bytes.as_slice()).take(MOST + 1).read_to_end(&mut bytes);
        let is_too_large = u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST;
        match unpacked {
            Err(error) => Err(Finding::whole(&self.0.name, Fault::Unreadable(error.to_string()))),
            Ok(_) if is_too_large => {
                let detail = format!("it is larger than {} MB once unpacked", MOST >> 20);
                Err(Finding::whole(&self.0.name, Fault::Unreadable(detail)))
            }
            Ok(_) => Ok(Text { name: name.to_owned(), bytes }),
        }
    }

    /// Reads every row; what is wrong with one, or found wrong by `amiss`, joins the findings.
    pub fn rows<T: DeserializeOwned>(
        &self,
        columns: &[&str],
        findings: &mut Vec<Finding>,
        amiss: impl Fn(&T) -> Option<Fault>,
    ) -> Vec<T> {
        let text = match self.text() {
            Ok(text) => text,
            Err(finding) => {
                findings.push(finding);
                return Vec::new();
            }
        };
        let read = rows::<T>(&text, columns, Extra::Refused, findings);
        for row in &read {
            if let Some(fault) = amiss(&row.value) {
                findings.push(row_finding(&text.name, row.at, "row", fault));
            }
        }
        read.into_iter().map(|row| row.value).collect()
    }

    /// Tells of rows that do not stand beside those of the same first column.
    pub fn check_order(&self, findings: &mut Vec<Finding>) {
        let Ok(text) = self.text() else { return };
        let Ok(content) = text.utf8() else { return };
        let mut last = "";
        for (number, line) in (1..).zip(content.lines()).skip(1) {
            let first = first(line);
            if first < last {
                let at = At { offset: 0, length: 1, line: number, column: 1 };
                let fault = Fault::Disordered { what: "rows by their first column" };
                findings.push(row_finding(&text.name, at, first, fault));
                return;
            }
            last = first;
        }
    }

    /// Cuts the table by its first column.
    pub fn blocks(&self) -> Blocks {
        let text = self.text().ok().and_then(|text| String::from_utf8(text.bytes).ok()).unwrap_or_default();
        let header = text.find('\n').map_or(text.len(), |end| end + 1);
        let mut by_first: BTreeMap<String, Range<usize>> = BTreeMap::new();
        let (mut at, mut last): (usize, Option<(&str, usize)>) = (header, None);
        for line in text[header..].split_inclusive('\n') {
            let first = first(line);
            if last.is_none_or(|(known, _)| known != first) {
                if let Some((known, from)) = last {
                    by_first.insert(known.to_owned(), from..at);
                }
                last = Some((first, at));
            }
            at += line.len();
        }
        if let Some((known, from)) = last {
            by_first.insert(known.to_owned(), from..at);
        }
        Blocks { text, header, by_first }
    }
}

impl Blocks {
    /// Tells whether anything stands under a first column.
    pub fn has(&self, first: &str) -> bool {
        self.by_first.contains_key(first)
    }

    /// Reads every row.
    pub fn all<T: DeserializeOwned>(&self, columns: &[&str]) -> Vec<T> {
        self.read(self.header..self.text.len(), columns)
    }

    /// Reads the rows under a first column.
    pub fn rows<T: DeserializeOwned>(&self, first: &str, columns: &[&str]) -> Vec<T> {
        self.by_first.get(first).map_or_else(Vec::new, |range| self.read(range.clone(), columns))
    }

    /// The lines under a first column, as they stand: for tables in which no cell is quoted.
    pub fn lines(&self, first: &str) -> impl Iterator<Item = &str> {
        self.by_first.get(first).into_iter().flat_map(|range| self.text[range.clone()].lines())
    }

    /// Reads the first row under a first column.
    pub fn first<T: DeserializeOwned>(&self, first: &str, columns: &[&str]) -> Option<T> {
        let range = self.by_first.get(first)?;
        let line = self.text[range.clone()].find('\n').map_or(range.end, |end| range.start + end);
        self.read(range.start..line, columns).pop()
    }

    fn read<T: DeserializeOwned>(&self, range: Range<usize>, columns: &[&str]) -> Vec<T> {
        let bytes = [&self.text[..self.header], &self.text[range]].concat().into_bytes();
        let text = Text { name: String::new(), bytes };
        let read = rows::<T>(&text, columns, Extra::Refused, &mut Vec::new());
        read.into_iter().map(|row| row.value).collect()
    }
}

/// The cell before the first comma.
fn first(line: &str) -> &str {
    line.split([',', '\n']).next().unwrap_or_default()
}
