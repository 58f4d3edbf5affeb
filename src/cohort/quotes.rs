//! Cells and their quotes, byte by byte: where a record ends, and where a quote is out of place.

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

    /// The one that a line of a file says, after `sep=`.
    #[must_use]
    pub fn said(mark: &[u8]) -> Option<Self> {
        [Self::Comma, Self::Semicolon, Self::Tab]
            .into_iter()
            .find(|delimiter| mark.first() == Some(&delimiter.byte()))
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

/// A record as far as it is read.
#[derive(Debug)]
pub(super) struct Scan {
    delimiter: u8,
    /// How many cells a record has.
    width: usize,
    at: At,
    cells: usize,
    /// Delimiters in quotes since the last line break in them.
    inside: usize,
    /// Whether there was one.
    broken: bool,
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
    /// Where a quote is not where it should be: there is text after the end of a quoted cell, or as much in one as a
    /// whole row.
    Amiss,
}

impl Scan {
    /// Of a record of so many cells that are parted so.
    pub const fn new(delimiter: Delimiter, width: usize) -> Self {
        Self { delimiter: delimiter.byte(), width, at: At::Start, cells: 1, inside: 0, broken: false }
    }

    /// Goes on with a byte.
    pub fn see(&mut self, byte: u8) {
        self.at = after(self.at, byte, self.delimiter);
        match self.at {
            At::Start => self.cells += usize::from(byte == self.delimiter),
            At::Quoted => {
                let breaks = matches!(byte, b'\n' | b'\r');
                self.inside += usize::from(byte == self.delimiter);
                self.broken |= breaks;
                if self.broken && self.inside + 1 >= self.width {
                    self.at = At::Amiss;
                }
                self.inside = if breaks { 0 } else { self.inside };
            }
            At::Plain | At::Quote | At::Amiss => self.inside = 0,
        }
    }

    /// Whether a quote is open.
    pub fn quoted(&self) -> bool {
        self.at == At::Quoted
    }

    /// Whether a quote is surely out of place.
    pub fn amiss(&self) -> bool {
        self.at == At::Amiss
    }

    /// Whether a record that ends here took in lines that are none of its own.
    pub const fn swallowed(&self) -> bool {
        self.broken && self.width < usize::MAX && self.cells != self.width
    }
}

/// Where the next byte stands; a quote means something only where a cell begins with it.
const fn after(at: At, byte: u8, delimiter: u8) -> At {
    match (at, byte) {
        (At::Quoted, b'"') => At::Quote,
        (At::Quoted, _) | (At::Start | At::Quote, b'"') => At::Quoted,
        (_, byte) if byte == delimiter || byte == b'\n' || byte == b'\r' => At::Start,
        (At::Quote, b' ') => At::Quote,
        (At::Quote, _) => At::Amiss,
        _ => At::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_parts_most() {
        assert_eq!(Delimiter::of(b"id;region;\"a,b,c,d\""), Delimiter::Semicolon);
        assert_eq!(Delimiter::of(b"id\tregion"), Delimiter::Tab);
        assert_eq!(Delimiter::of(b"id"), Delimiter::Comma);
    }
}
