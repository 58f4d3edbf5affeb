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
/// The most rows and columns that a sheet may have: rows as many as Excel knows.
const ROWS: u32 = 1_048_576;
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
    let too_much = || refused("the sheet is more than 256 MB of text; give its table as CSV".to_owned());
    // the text of each row, and how many cells it has so far
    let mut rows: Vec<(String, u32)> = Vec::new();
    let mut size = 0;
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let value = written(cell.get_value());
        if value.is_empty() {
            continue;
        }
        if row >= ROWS || column >= COLUMNS {
            return Err(refused(format!(
                "a sheet may have {ROWS} rows and {COLUMNS} columns; give its table as CSV"
            )));
        }
        let at = row as usize;
        if rows.len() <= at {
            rows.resize(at + 1, (String::new(), 0));
        }
        let (text, count) = &mut rows[at];
        let before = text.len();
        fill(text, count, column);
        let _ = write!(text, "\"{}\"", value.replace('"', "\"\"").replace(['\n', '\r'], " "));
        size += text.len() - before;
        if size > TEXT {
            return Err(too_much());
        }
    }
    // a sheet leaves out empty cells at the end of a row
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let filled = rows.iter().filter(|(_, count)| *count > 0).count();
    if size + filled * most as usize > TEXT {
        return Err(too_much());
    }
    let mut whole = String::new();
    for (mut text, mut count) in rows {
        if count > 0 {
            fill(&mut text, &mut count, most - 1);
        }
        whole.push_str(&text);
        whole.push('\n');
    }
    Ok(Cursor::new(whole.into_bytes()))
}

/// Goes on in a row to a column, past cells that are empty; a column that was reached is left as it is.
fn fill(text: &mut String, count: &mut u32, column: u32) {
    let reached = (*count).max(1) - 1;
    text.extend(std::iter::repeat_n(',', column.saturating_sub(reached) as usize));
    *count = (*count).max(column + 1);
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
