//! The records of a table as they stand in a file: each with its line, its place and its bytes, before anything is read of it.

use std::io::{self, BufRead};

use super::quotes::{Delimiter, Scan};

/// The longest record in bytes: a quote that is not closed by then never is, and whatever else is longer is no row.
const LONGEST: usize = 64 * 1024;

/// A record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Bytes of the file before it.
    pub offset: u64,
    /// Its bytes without the end of the line.
    pub bytes: Vec<u8>,
    /// Why it is not whole, where it is not.
    pub cut: Option<Cut>,
}

/// Why a record is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// A quote is not closed, or not at the end of a cell: it ends with its first line, and what follows are other records.
    Quote,
    /// It is too long: what is told of it is its beginning.
    Long,
}

/// The records of a file in order; a line that has nothing on it is none.
#[derive(Debug)]
pub struct Records<R> {
    from: R,
    /// What parts the cells; nothing where a record is a line whatever it holds.
    delimiter: Option<Delimiter>,
    line: u64,
    offset: u64,
    /// How many cells a record has, once that is known.
    width: usize,
    /// What was read in vain and is read again.
    again: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    /// The records of a table whose cells are parted so, line breaks in quotes and all, or else its lines; from a line and
    /// a place on.
    pub const fn new(from: R, delimiter: Option<Delimiter>, line: u64, offset: u64) -> Self {
        Self { from, delimiter, line, offset, width: usize::MAX, again: Vec::new() }
    }

    /// The same with so many cells a record: a quote that takes in whole rows, or leaves more or fewer cells, is out of
    /// place.
    #[must_use]
    pub fn of_width(self, width: usize) -> Self {
        Self { width, ..self }
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
            if bytes.is_empty() {
                return Ok(None);
            }
            while matches!(bytes.last(), Some(b'\n' | b'\r')) {
                bytes.pop();
            }
            let mark: &[u8] = if offset == 0 { b"\xef\xbb\xbf" } else { b"" };
            if !bytes.strip_prefix(mark).unwrap_or(&bytes).iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(Record { line, offset, bytes, cut }));
            }
        }
    }

    /// The bytes of the next record with the end of its last line, and why it is not whole where it is not.
    fn taken(&mut self) -> io::Result<(Vec<u8>, Option<Cut>)> {
        let (mut bytes, line) = (Vec::new(), self.line);
        let mut scan = self.delimiter.map(|delimiter| Scan::new(delimiter, self.width));
        let mut open = false;
        while let Some(byte) = self.next()? {
            bytes.push(byte);
            if let Some(scan) = &mut scan {
                scan.see(byte);
                open = scan.quoted() || scan.amiss();
            }
            if !open && self.ends(byte) {
                bytes.extend(self.newline_after(byte)?);
                break;
            }
            if scan.as_ref().is_some_and(Scan::amiss) || bytes.len() >= LONGEST {
                break;
            }
        }
        if open || scan.is_some_and(|scan| scan.swallowed()) {
            open = true;
            bytes = self.first_line(bytes, line);
        }
        if !matches!(bytes.last(), Some(b'\n' | b'\r')) {
            self.finish_line(&mut bytes)?;
        }
        let cut = match (bytes.len() >= LONGEST, open) {
            (true, _) => Some(Cut::Long),
            (false, true) => Some(Cut::Quote),
            (false, false) => None,
        };
        Ok((bytes, cut))
    }

    /// Reads to the end of a line, and adds no more of it than a record may have.
    fn finish_line(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        while let Some(byte) = self.next()? {
            if self.ends(byte) {
                self.newline_after(byte)?;
                break;
            }
            if bytes.len() < LONGEST {
                bytes.push(byte);
            }
        }
        Ok(())
    }

    /// Whether a byte ends a line: a line feed, and in a table a carriage return too, whether or not one follows.
    const fn ends(&self, byte: u8) -> bool {
        byte == b'\n' || (byte == b'\r' && self.delimiter.is_some())
    }

    /// Takes the line feed that belongs to a carriage return.
    fn newline_after(&mut self, byte: u8) -> io::Result<Option<u8>> {
        if byte == b'\r' && self.peek()? == Some(b'\n') { self.next() } else { Ok(None) }
    }

    /// The first line of some bytes, which has a number; the others are read again.
    fn first_line(&mut self, mut bytes: Vec<u8>, line: u64) -> Vec<u8> {
        let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let pair = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        let rest = bytes.split_off(end.map_or(bytes.len(), |at| at + 1 + usize::from(pair(at))));
        self.offset -= rest.len() as u64;
        self.line = line + u64::from(end.is_some());
        self.again.extend(rest.into_iter().rev());
        bytes
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        if let Some(byte) = self.again.last() {
            return Ok(Some(*byte));
        }
        Ok(self.from.fill_buf()?.first().copied())
    }

    fn next(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        if let Some(byte) = byte {
            if self.again.pop().is_none() {
                self.from.consume(1);
            }
            self.offset += 1;
            // of a carriage return and a line feed the second counts the line
            self.line += u64::from(self.ends(byte) && (byte == b'\n' || self.peek()? != Some(b'\n')));
        }
        Ok(byte)
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
    fn a_carriage_return_ends_a_row_with_or_without_a_line_feed() {
        let told = all("a\rb\r\nc\n\r\"d\re\"\rf");
        let rows: Vec<(u64, &str)> = told.iter().map(|(line, _, text)| (*line, text.as_str())).collect();
        assert_eq!(rows, [(1, "a"), (2, "b"), (3, "c"), (5, "\"d\re\""), (7, "f")]);
        let mut lines = Records::new("{\r\n}\n".as_bytes(), None, 1, 0);
        assert!(lines.take().is_ok_and(|line| line.is_some_and(|line| line.bytes == b"{")));
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_the_row_that_it_is_in() {
        for open in
            ["a,\"b\nnext,row\nlast,row".to_owned(), format!("a,\"b\n{}last,row", "next,row\n".repeat(9_000))]
        {
            let mut records = Records::new(open.as_bytes(), Some(Delimiter::Comma), 1, 0);
            let mut taken = || records.take().expect("memory can be read");
            let first = taken().expect("there is one");
            assert_eq!((first.cut, first.bytes.as_slice()), (Some(Cut::Quote), &b"a,\"b"[..]));
            let next = taken().expect("there is another");
            assert_eq!((next.line, next.offset, next.bytes.as_slice()), (2, 5, &b"next,row"[..]));
            let rest: Vec<Record> = std::iter::from_fn(taken).collect();
            assert_eq!(rest.len(), open.lines().count() - 2);
            assert_eq!(rest.last().map(|last| last.bytes.as_slice()), Some(&b"last,row"[..]));
            assert_eq!((records.offset(), records.line()), (open.len() as u64, open.lines().count() as u64));
        }
    }

    #[test]
    fn what_is_too_long_is_one_record_however_long_it_is() {
        for long in ["x".repeat(3 * LONGEST), format!("\"{}\"", "x".repeat(3 * LONGEST))] {
            let text = format!("a,b\n{long},c\nnext,row\n");
            let mut records = Records::new(text.as_bytes(), Some(Delimiter::Comma), 1, 0);
            let taken: Vec<Record> =
                std::iter::from_fn(|| records.take().expect("memory can be read")).collect();
            assert_eq!(taken.len(), 3);
            assert!(taken[1].cut.is_some() && taken[1].bytes.len() == LONGEST);
            assert_eq!((taken[2].line, taken[2].cut), (3, None));
        }
    }
}
