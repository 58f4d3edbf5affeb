//! The cells of a record, and text that a spreadsheet does not run.

use std::borrow::Cow;

use super::quotes::Delimiter;

/// The cells of a record.
pub fn cells(bytes: &[u8], delimiter: Delimiter) -> Vec<Vec<u8>> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter.byte()).build();
    let mut out = vec![0; bytes.len() + 1];
    let mut ends = vec![0; bytes.split(|byte| *byte == delimiter.byte()).count() + 1];
    let (_, read, written, ended) = reader.read_record(bytes, &mut out, &mut ends);
    // the end of the input ends the last cell
    let last = match read {
        read if read == bytes.len() => reader.read_record(&[], &mut out[written..], &mut ends[ended..]).3,
        _ => 0,
    };
    let mut from = 0;
    let cell = |end: &usize| {
        let cell = out[from..*end].to_vec();
        from = *end;
        cell
    };
    ends[..ended + last].iter().map(cell).collect()
}

/// A cell as text: UTF-8, or else Windows-1252 where that is allowed; none where it is neither.
pub fn text(cell: &[u8], windows: bool) -> Option<Cow<'_, str>> {
    match std::str::from_utf8(cell) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(_) if windows => Some(Cow::Owned(cell.iter().map(|byte| windows_1252(*byte)).collect())),
        Err(_) => None,
    }
}

/// The signs that Windows-1252 has where Latin-1 has none; the five that it leaves out stand for themselves.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// Signs that begin a formula in some spreadsheet.
const RUNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
/// Signs that may part cells where a spreadsheet does not part them by commas, as in French and Spanish.
const PARTS: [char; 4] = [';', '\t', '\n', '\r'];

/// Text that no spreadsheet takes for a formula, whatever it parts cells by: a mark is put before what would begin one.
/// Numbers stay as they are.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let is_number = |part: &str| part.trim().parse::<f64>().is_ok();
    let runs = |part: &str| part.trim_start_matches([' ', '"']).starts_with(RUNS) && !is_number(part);
    if is_number(text) || !text.split_inclusive(PARTS).any(runs) {
        return Cow::Borrowed(text);
    }
    let parts = text.split_inclusive(PARTS);
    parts.flat_map(|part| [if runs(part) { "'" } else { "" }, part]).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_with_their_quotes() {
        let told = |text: &str| -> Vec<String> {
            let cells = cells(text.as_bytes(), Delimiter::Comma);
            cells.into_iter().map(|cell| String::from_utf8(cell).expect("it was text")).collect()
        };
        assert_eq!(told("a,\"b, \"\"c\"\"\",,d"), ["a", "b, \"c\"", "", "d"]);
        assert_eq!(told("one"), ["one"]);
        assert_eq!(told("a,"), ["a", ""]);
        assert_eq!(told("\"open"), ["open"]);
    }

    #[test]
    fn what_would_run_is_made_harmless_and_numbers_stay() {
        for payload in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1"] {
            assert_eq!(harmless(payload), format!("'{payload}"));
        }
        // where cells are parted otherwise, another may begin within one
        for (payload, told) in [
            ("a;=1+1", "a;'=1+1"),
            ("a\t=1", "a\t'=1"),
            ("a\n@x;y", "a\n'@x;y"),
            ("a;\"=1\"", "a;'\"=1\""),
            ("\t=1", "'\t'=1"),
        ] {
            assert_eq!(harmless(payload), told);
        }
        for plain in ["-12.5", "+3", "Halifax", "a=b", "", "a; b", "one;-2"] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn words_of_windows_are_read_where_that_is_allowed() {
        assert_eq!(text(b"Montr\xe9al \x80", true).as_deref(), Some("Montréal €"));
        assert_eq!(text(b"Montr\xe9al", false), None);
    }
}
