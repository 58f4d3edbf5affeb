//! Excel workbooks as they come: one sheet of them as a table of text.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Seek};

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

/// The most that the parts of a workbook may be unpacked.
const UNPACKED: u64 = 1024 * 1024 * 1024;
/// The most text that a sheet may be.
const TEXT: usize = 256 * 1024 * 1024;
/// The most columns that a sheet may have.
const COLUMNS: u32 = 1_000;

/// Whether a file that begins like an archive is a workbook.
pub(super) fn is_workbook(file: &mut File) -> io::Result<bool> {
    let is = ZipArchive::new(BufReader::new(&*file))
        .is_ok_and(|parts| parts.index_for_name("xl/workbook.xml").is_some());
    file.rewind()?;
    Ok(is)
}

/// A sheet as comma-separated text, a line for each row from the first on: the one that is named, or the first that is not
/// hidden.
///
/// # Errors
/// A workbook that is damaged or too large, or has no such sheet.
pub(super) fn sheet(file: File, name: Option<&str>) -> io::Result<Cursor<Vec<u8>>> {
    let refused = |what: String| io::Error::new(io::ErrorKind::InvalidData, what);
    let damaged = |error: XlsxError| refused(format!("the workbook cannot be read: {error}"));
    let mut parts = ZipArchive::new(BufReader::new(file)).map_err(io::Error::other)?;
    let mut unpacked = 0_u64;
    for at in 0..parts.len() {
        unpacked = unpacked.saturating_add(parts.by_index_raw(at).map_err(io::Error::other)?.size());
    }
    if unpacked > UNPACKED {
        return Err(refused("the workbook unpacks to more than 1 GB; give its table as CSV".to_owned()));
    }
    let mut from = parts.into_inner();
    from.rewind()?;
    let mut book = Xlsx::new(from).map_err(damaged)?;
    let sheets = book.sheets_metadata();
    let shown = sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| &sheet.name);
    let known: Vec<String> = shown.cloned().collect();
    let wanted = match name {
        None => known.first(),
        Some(name) => sheets.iter().map(|sheet| &sheet.name).find(|known| known.as_str() == name),
    };
    let Some(wanted) = wanted.cloned() else {
        return Err(refused(format!("there is no such sheet; there are: {}", known.join(", "))));
    };
    let mut cells = book.worksheet_cells_reader(&wanted).map_err(damaged)?;
    let (mut text, mut line, mut column) = (String::new(), 0_u32, 0_u32);
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, at) = cell.get_position();
        let value = written(cell.get_value());
        if value.is_empty() || row < line {
            continue;
        }
        if at >= COLUMNS {
            return Err(refused("a sheet may have 1,000 columns; give its table as CSV".to_owned()));
        }
        if row > line {
            (line, column) = (line + fill(&mut text, '\n', row - line), 0);
        }
        column += fill(&mut text, ',', at.saturating_sub(column));
        let _ = write!(text, "\"{}\"", value.replace('"', "\"\"").replace(['\n', '\r'], " "));
        if text.len() > TEXT {
            return Err(refused("the sheet is more than 256 MB of text; give its table as CSV".to_owned()));
        }
    }
    Ok(Cursor::new(even(&text).into_bytes()))
}

/// Adds so many marks.
fn fill(text: &mut String, mark: char, times: u32) -> u32 {
    text.extend(std::iter::repeat_n(mark, times as usize));
    times
}

/// The same with as many cells in each row as the longest has: a sheet leaves out empty ones at the end.
fn even(text: &str) -> String {
    let count = |line: &str| {
        let mut quoted = false;
        line.chars()
            .filter(|sign| {
                quoted ^= *sign == '"';
                !quoted && *sign == ','
            })
            .count()
    };
    let most = text.lines().map(count).max().unwrap_or(0);
    let mut whole = String::with_capacity(text.len());
    for line in text.lines() {
        whole.push_str(line);
        whole.extend(std::iter::repeat_n(',', most - count(line)));
        whole.push('\n');
    }
    whole
}

/// A cell as text: numbers in figures, dates as `2026-11-28`.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(date) if date.is_duration() => date.as_f64().to_string(),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}
