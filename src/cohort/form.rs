//! How the rows of an input stand in it: a table with a header, or a JSON object a line.

use serde_json::{Map, Value};

use super::cells::{cells, text};
use super::header::{COLUMNS, Header};
use super::records::{Delimiter, Record};
use super::row::{Cells, Reject};
use crate::finding::Fault;

/// How rows stand in an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Cells under a header.
    Table {
        /// The columns.
        header: Header,
        /// What parts the cells.
        delimiter: Delimiter,
        /// Whether text may be Windows-1252.
        windows: bool,
    },
    /// A JSON object a line, with columns as keys.
    Lines {
        /// Other names of columns, each with ours.
        called: Vec<(String, String)>,
    },
}

impl Form {
    /// The form of an input that begins so: the first line is the header of a table, unless it is an object.
    ///
    /// # Errors
    /// What is amiss with the header.
    pub fn of(ahead: &[u8], called: &[(String, String)]) -> Result<Self, Vec<Fault>> {
        let plain = ahead.strip_prefix(b"\xef\xbb\xbf").unwrap_or(ahead);
        if plain.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{') {
            return Ok(Self::Lines { called: called.to_vec() });
        }
        let end = ahead.iter().position(|byte| *byte == b'\n').unwrap_or(ahead.len());
        let first = &ahead[..end];
        if first.iter().all(u8::is_ascii_whitespace) {
            return Err(vec![Fault::Empty]);
        }
        let delimiter = Delimiter::of(first);
        // what was read ahead tells whether the file may be Windows-1252
        let windows = std::str::from_utf8(ahead).is_err_and(|error| error.error_len().is_some());
        let names: Vec<String> = cells(first.strip_suffix(b"\r").unwrap_or(first), delimiter)
            .iter()
            .map(|cell| text(cell, true).unwrap_or_default().into_owned())
            .collect();
        Ok(Self::Table { header: Header::of(&names, called)?, delimiter, windows })
    }

    /// The form of rows that come as JSON objects from columns with names.
    ///
    /// # Errors
    /// What is amiss with the columns.
    pub fn named(names: &[String], called: &[(String, String)]) -> Result<Self, Vec<Fault>> {
        Header::of(names, called).map(|_| Self::Lines { called: called.to_vec() })
    }

    /// Other names of columns, each with ours, where rows name them themselves.
    #[must_use]
    pub fn called(&self) -> &[(String, String)] {
        match self {
            Self::Table { .. } => &[],
            Self::Lines { called } => called,
        }
    }

    /// What parts the cells of its records; nothing where a record is a line.
    #[must_use]
    pub const fn delimiter(&self) -> Option<Delimiter> {
        match self {
            Self::Table { delimiter, .. } => Some(*delimiter),
            Self::Lines { .. } => None,
        }
    }

    /// Whether its first record is no row.
    #[must_use]
    pub const fn headed(&self) -> bool {
        matches!(self, Self::Table { .. })
    }

    /// The filled cells of a record by the place of their column, with what is amiss with others.
    ///
    /// # Errors
    /// Where nothing of the record can be read.
    pub(super) fn cells(&self, record: &Record) -> Result<(Cells, Vec<Reject>), Vec<Reject>> {
        match self {
            Self::Table { header, delimiter, windows } => {
                let raw = cells(&record.bytes, *delimiter);
                if raw.len() != header.width() {
                    let reason = format!("{} cells where the header has {}", raw.len(), header.width());
                    return Err(vec![Reject::row("cells", reason)]);
                }
                let mut told = Cells::new();
                for (column, cell) in header.columns.iter().zip(&raw) {
                    let cell = text(cell, *windows).filter(|cell| !cell.contains('\0'));
                    let cell = cell.ok_or_else(|| vec![Reject::row("encoding", "a cell is not text")])?;
                    if !cell.trim().is_empty() {
                        told.insert(*column, cell.trim().to_owned());
                    }
                }
                Ok((told, Vec::new()))
            }
            Self::Lines { called } => object(&record.bytes, called),
        }
    }
}

/// The cells of a JSON object.
fn object(bytes: &[u8], called: &[(String, String)]) -> Result<(Cells, Vec<Reject>), Vec<Reject>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let read: Map<String, Value> = serde_json::from_slice(bytes)
        .map_err(|error| vec![Reject::row("json", format!("it is no JSON object: {error}"))])?;
    let mut rejects = Vec::new();
    let mut told = Cells::new();
    for (key, value) in read {
        let at = match Header::place(&key, called) {
            Ok(at) => at,
            Err(fault) => {
                rejects.push(Reject::of(&key, &fault));
                continue;
            }
        };
        match cell(&value) {
            Some(cell) if cell.is_empty() => {}
            Some(cell) if !told.contains_key(&at) => {
                told.insert(at, cell);
            }
            Some(_) => rejects.push(Reject::of(&key, &Fault::RepeatedKey { key: key.clone() })),
            None => {
                let detail = format!("`{value}` does not fit in a cell");
                rejects.push(Reject::of(COLUMNS[at].name, &Fault::WrongType { detail }));
            }
        }
    }
    Ok((told, rejects))
}

/// A value as a cell of a table has it: lists and `name: number` parted by `|`; nothing where it is more than that.
fn cell(value: &Value) -> Option<String> {
    let flat = |value: &Value| match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Array(_) | Value::Object(_) => None,
    };
    match value {
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
