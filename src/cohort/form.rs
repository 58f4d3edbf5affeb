//! How the rows of an input stand in it: a table with a header, or a JSON object a line.

use super::cells::{cells, text};
use super::header::ID;
use super::heading::{Filling, Header};
use super::object::object;
use super::quotes::Delimiter;
use super::records::Record;
use super::row::{Cells, Reject};
use crate::finding::Fault;
use crate::units::Currency;

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
        /// The currency of amounts whose column names none.
        currency: Currency,
        /// The columns that are not read, where the file itself is in columns.
        ignored: Vec<String>,
    },
}

/// Names that columns may have besides.
#[derive(Debug, Clone, Copy)]
pub struct Called<'c> {
    /// Other names, each with ours.
    pub names: &'c [(String, String)],
    /// The currency of amounts whose column names none.
    pub currency: Currency,
}

/// Where the rows of an input begin, with the header of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begin {
    /// Bytes before it.
    pub offset: u64,
    /// Its line.
    pub line: u64,
}

impl Begin {
    const FIRST: Self = Self { offset: 0, line: 1 };
}

impl Form {
    /// The form of an input that begins so, and where its rows or its header begin: the first line is the header of a table,
    /// unless it is an object, says what parts the cells, or stands above a line that is more like a header.
    ///
    /// # Errors
    /// A header with something amiss, or a file that is no table at all.
    pub fn of(ahead: &[u8], called: &Called<'_>) -> Result<(Self, Begin), Vec<Fault>> {
        if let Some((what, mend)) = no_table(ahead) {
            return Err(vec![Fault::Conflict { what, mend }]);
        }
        let plain = ahead.strip_prefix(b"\xef\xbb\xbf").unwrap_or(ahead);
        let Some(begin) = plain.iter().position(|byte| !byte.is_ascii_whitespace()) else {
            return Err(vec![Fault::Empty]);
        };
        if plain[begin] == b'{' {
            return Ok((
                Self::Lines { called: called.names.to_vec(), currency: called.currency, ignored: Vec::new() },
                Begin::FIRST,
            ));
        }
        // what was read ahead tells whether the file may be Windows-1252
        let windows = std::str::from_utf8(ahead).is_err_and(|error| error.error_len().is_some());
        let lines = first_lines(plain);
        let mut said = None;
        let mut best: Option<(usize, Begin, Vec<String>, Delimiter)> = None;
        for (number, (offset, line)) in (1..).zip(lines) {
            if let Some(delimiter) = line.strip_prefix(b"sep=").and_then(Delimiter::said) {
                said = Some(delimiter);
                continue;
            }
            let delimiter = said.unwrap_or_else(|| Delimiter::of(line));
            let names: Vec<String> = cells(line, delimiter)
                .iter()
                .map(|cell| text(cell, true).unwrap_or_default().into_owned())
                .collect();
            let known = Header::known(&names, called.names, called.currency);
            if names.iter().any(|name| !name.trim().is_empty())
                && best.as_ref().is_none_or(|(most, ..)| known > *most)
            {
                let skipped = (ahead.len() - plain.len() + offset) as u64;
                best = Some((
                    known,
                    Begin { offset: if number == 1 { 0 } else { skipped }, line: number },
                    names,
                    delimiter,
                ));
            }
        }
        let Some((_, begin, names, delimiter)) = best else { return Err(vec![Fault::Empty]) };
        let header = Header::of(&names, called.names, called.currency)?;
        Ok((Self::Table { header, delimiter, windows }, begin))
    }

    /// The form of rows that come as JSON objects from columns with names.
    ///
    /// # Errors
    /// What is amiss with the columns.
    pub fn named(names: &[String], called: &Called<'_>) -> Result<Self, Vec<Fault>> {
        let Header { ignored, .. } = Header::of(names, called.names, called.currency)?;
        Ok(Self::Lines { called: called.names.to_vec(), currency: called.currency, ignored })
    }

    /// Other names of columns, each with ours, where rows name them themselves.
    #[must_use]
    pub fn called(&self) -> &[(String, String)] {
        match self {
            Self::Table { .. } => &[],
            Self::Lines { called, .. } => called,
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

    /// How many cells its records have; nothing where that is not the same of all.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        match self {
            Self::Table { header, .. } => Some(header.width()),
            Self::Lines { .. } => None,
        }
    }

    /// The columns that are not read.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        match self {
            Self::Table { header, .. } => &header.ignored,
            Self::Lines { ignored, .. } => ignored,
        }
    }

    /// Tells whether a record has nothing in it but what parts its cells.
    #[must_use]
    pub fn is_blank(&self, record: &Record) -> bool {
        let Self::Table { delimiter, .. } = self else { return false };
        let is_empty = |byte: &u8| *byte == delimiter.byte() || *byte == b'"' || byte.is_ascii_whitespace();
        record.cut.is_none() && record.bytes.iter().all(is_empty)
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
                let mut told = Filling::default();
                for (slot, cell) in header.slots.iter().zip(&raw) {
                    let Some(slot) = slot else { continue };
                    let cell = text(cell, *windows).filter(|cell| !cell.contains('\0'));
                    let cell = cell.ok_or_else(|| vec![Reject::row("encoding", "a cell is not text")])?;
                    if !cell.trim().is_empty() {
                        let is_id = slot.column() == ID;
                        told.fill(*slot, if is_id { cell.into_owned() } else { cell.trim().to_owned() });
                    }
                }
                Ok((told.done(), Vec::new()))
            }
            Self::Lines { called, currency, .. } => {
                object(&record.bytes, &Called { names: called, currency: *currency })
            }
        }
    }
}

/// Whether text is UTF-16: it says so, or every other byte of its beginning is none.
fn utf16(ahead: &[u8]) -> bool {
    let every_other = |from: usize| {
        let mut some = ahead[..ahead.len().min(64)].iter().skip(from).step_by(2).peekable();
        some.peek().is_some() && some.all(|byte| *byte == 0)
    };
    ahead.starts_with(&[0xff, 0xfe]) || ahead.starts_with(&[0xfe, 0xff]) || every_other(0) || every_other(1)
}

/// How many lines are looked at for a header.
const LINES: usize = 20;

/// The first lines of a text, each with the bytes before it and with what it has in quotes.
fn first_lines(text: &[u8]) -> Vec<(usize, &[u8])> {
    let (mut lines, mut from) = (Vec::new(), 0);
    while from < text.len() && lines.len() < LINES {
        let mut quoted = false;
        let length = text[from..].iter().position(|byte| {
            quoted ^= *byte == b'"';
            !quoted && matches!(byte, b'\n' | b'\r')
        });
        let end = length.map_or(text.len(), |length| from + length);
        lines.push((from, &text[from..end]));
        from = end + if text[end..].starts_with(b"\r\n") { 2 } else { 1 };
    }
    lines
}

/// Names what a file is that is no table, with what would mend it; nothing where it may be one.
fn no_table(ahead: &[u8]) -> Option<(&'static str, &'static str)> {
    let begins = |mark: &[u8]| ahead.starts_with(mark);
    let lower: Vec<u8> = ahead.iter().take(256).map(u8::to_ascii_lowercase).collect();
    let is_page = lower.trim_ascii_start().starts_with(b"<!doctype html")
        || lower.trim_ascii_start().starts_with(b"<html");
    if utf16(ahead) {
        Some(("it is UTF-16", "save it as UTF-8; a spreadsheet may call that `CSV UTF-8`"))
    } else if begins(b"PK\x03\x04") {
        Some(("it is an archive", "take the table out of it, and give that"))
    } else if begins(b"\xd0\xcf\x11\xe0") {
        Some((
            "it is an old workbook (.xls), or one with a password",
            "save it as .xlsx without a password, or as `CSV UTF-8`",
        ))
    } else if begins(b"%PDF") {
        Some(("it is a PDF", "give the table that it was made from, as CSV or .xlsx"))
    } else if is_page {
        Some(("it is a web page", "give the table that it was made from, as CSV or .xlsx"))
    } else {
        None
    }
}
