//! How the rows of an input stand in it: a table with a header, or a JSON object a line.

use super::cells::{cells, text};
use super::header::{Header, ID};
use super::object::object;
use super::quotes::Delimiter;
use super::records::Record;
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
        if utf16(ahead) {
            let (what, mend) = ("it is UTF-16", "save it as UTF-8; a spreadsheet may call that `CSV UTF-8`");
            return Err(vec![Fault::Conflict { what, mend }]);
        }
        let plain = ahead.strip_prefix(b"\xef\xbb\xbf").unwrap_or(ahead);
        let Some(begin) = plain.iter().position(|byte| !byte.is_ascii_whitespace()) else {
            return Err(vec![Fault::Empty]);
        };
        if plain[begin] == b'{' {
            return Ok(Self::Lines { called: called.to_vec() });
        }
        let first = header(plain, begin);
        let delimiter = Delimiter::of(first);
        // what was read ahead tells whether the file may be Windows-1252
        let windows = std::str::from_utf8(ahead).is_err_and(|error| error.error_len().is_some());
        let names: Vec<String> = cells(first, delimiter)
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

    /// How many cells its records have; nothing where that is not the same of all.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        match self {
            Self::Table { header, .. } => Some(header.width()),
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
                        told.insert(
                            *column,
                            if *column == ID { cell.into_owned() } else { cell.trim().to_owned() },
                        );
                    }
                }
                Ok((told, Vec::new()))
            }
            Self::Lines { called } => object(&record.bytes, called),
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

/// The header of a table: its first line that is not blank, with what it has in quotes.
fn header(text: &[u8], begin: usize) -> &[u8] {
    let line = text[..begin].iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |end| end + 1);
    let text = &text[line..];
    let mut quoted = false;
    let whole = text.iter().position(|byte| {
        quoted ^= *byte == b'"';
        !quoted && matches!(byte, b'\n' | b'\r')
    });
    &text[..whole.unwrap_or(text.len())]
}
