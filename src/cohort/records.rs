//! The records of a table as they stand in a file: each with its line, its place and its bytes, before anything is read of it.

use std::io::{self, BufRead};

/// The longest record in bytes: a quote that is never closed ends here, not with the file.
const LONGEST: usize = 64 * 1024;

/// What parts the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    /// Its byte.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// The one that parts most cells of a header, outside of quotes; a comma where none does.
    #[must_use]
    pub fn of(header: &[u8]) -> Self {
        let count = |delimiter: Self| {
            let mut quoted = false;
            let counted = header.iter().filter(|byte| {
                quoted ^= **byte == b'"';
                !quoted && **byte == delimiter.byte()
            });
            counted.count()
        };
        let all = [Self::Comma, Self::Semicolon, Self::Tab];
        // of equals the first: `max_by_key` would take the last
        all.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(Self::Comma)
    }
}

/// A record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Bytes of the file before it.
    pub offset: u64,
    /// Its bytes without the end of the line.
    pub bytes: Vec<u8>,
    /// Whether it was cut where it grew too long.
    pub cut: bool,
}

/// The records of a file in order; a line that has nothing on it is none.
#[derive(Debug)]
pub struct Records<R> {
    from: R,
    /// What parts the cells; nothing where a record is a line whatever it holds.
    delimiter: Option<Delimiter>,
    line: u64,
    offset: u64,
}

/// Where in a record a byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Where a cell begins.
    Start,
    /// In a cell without quotes.
    Plain,
    /// In a quoted cell.
    Quoted,
    /// After a quote in a quoted cell: its end, or the first of two.
    Quote,
}

impl<R: BufRead> Records<R> {
    /// The records of a table whose cells are parted so, line breaks in quotes and all, or else its lines; from a line and
    /// a place on.
    pub const fn new(from: R, delimiter: Option<Delimiter>, line: u64, offset: u64) -> Self {
        Self { from, delimiter, line, offset }
    }

    /// Bytes read so far.
    pub const fn offset(&self) -> u64 {
        self.offset
    }

    /// The line that comes next.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Takes the next record; none at the end.
    ///
    /// # Errors
    /// What keeps the file from being read.
    pub fn take(&mut self) -> io::Result<Option<Record>> {
        loop {
            let (line, offset) = (self.line, self.offset);
            let (mut bytes, cut) = self.taken()?;
            if bytes.is_empty() && !cut && self.offset == offset {
                return Ok(None);
            }
            if bytes.last() == Some(&b'\n') {
                bytes.pop();
            }
            if bytes.last() == Some(&b'\r') {
                bytes.pop();
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(Record { line, offset, bytes, cut }));
            }
        }
    }

    /// Bytes up to the end of a record with it, at most so many.
    fn taken(&mut self) -> io::Result<(Vec<u8>, bool)> {
        let mut bytes = Vec::new();
        let mut at = At::Start;
        loop {
            let buffer = self.from.fill_buf()?;
            if buffer.is_empty() {
                return Ok((bytes, false));
            }
            let mut used = 0;
            let mut done = false;
            for &byte in buffer {
                used += 1;
                bytes.push(byte);
                self.line += u64::from(byte == b'\n');
                at = self.delimiter.map_or(At::Plain, |delimiter| after(at, byte, delimiter.byte()));
                done = byte == b'\n' && at != At::Quoted || bytes.len() >= LONGEST;
                if done {
                    break;
                }
            }
            self.from.consume(used);
            self.offset += used as u64;
            if done {
                let cut = bytes.last() != Some(&b'\n') || at == At::Quoted;
                return Ok((bytes, cut));
            }
        }
    }
}

/// Where the next byte stands; a quote means something only where a cell begins with it.
const fn after(at: At, byte: u8, delimiter: u8) -> At {
    match (at, byte) {
        (At::Quoted, b'"') => At::Quote,
        (At::Quoted, _) | (At::Start | At::Quote, b'"') => At::Quoted,
        (_, byte) if byte == delimiter || byte == b'\n' => At::Start,
        _ => At::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u64, u64, String)> {
        let mut records = Records::new(text.as_bytes(), Some(Delimiter::Comma), 1, 0);
        std::iter::from_fn(|| records.take().expect("memory can be read"))
            .map(|record| (record.line, record.offset, String::from_utf8_lossy(&record.bytes).into_owned()))
            .collect()
    }

    #[test]
    fn line_breaks_in_quotes_belong_to_a_record_and_others_end_it() {
        let told = all("a,b\r\n\"x\ny\",\"say \"\"no\"\"\n\"\n\n5\" pipe,\"z\"\nlast");
        let lines: Vec<(u64, u64)> = told.iter().map(|(line, offset, _)| (*line, *offset)).collect();
        assert_eq!(lines, [(1, 0), (2, 5), (6, 26), (7, 38)]);
        assert_eq!(told[2].2, "5\" pipe,\"z\"");
        assert_eq!(told[3].2, "last");
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_no_more_than_one_record() {
        let open = format!("\"{}\nnext,row\n", "x".repeat(LONGEST + 10));
        let mut records = Records::new(open.as_bytes(), Some(Delimiter::Comma), 1, 0);
        let first = records.take().expect("memory can be read").expect("there is one");
        assert!(first.cut && first.bytes.len() == LONGEST);
        let mut last = None;
        while let Some(record) = records.take().expect("memory can be read") {
            last = Some(record.bytes);
        }
        assert_eq!(last.as_deref(), Some(&b"next,row"[..]));
    }

    #[test]
    fn the_delimiter_is_the_one_that_parts_most() {
        assert_eq!(Delimiter::of(b"id;region;\"a,b,c,d\""), Delimiter::Semicolon);
        assert_eq!(Delimiter::of(b"id\tregion"), Delimiter::Tab);
        assert_eq!(Delimiter::of(b"id"), Delimiter::Comma);
    }
}
