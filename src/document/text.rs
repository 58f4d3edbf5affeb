//! Files as they were read, before anything is made of them.

use std::ops::Range;

use crate::finding::{At, Fault, Finding};

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
