//! Rows of the result and of the rejects as bytes: CSV that no spreadsheet runs, or a JSON object a line.

use std::path::Path;

use super::cells::harmless;
use super::records::Record;
use super::result::{Cell, Column};
use super::row::Reject;
use crate::finding::begin;

/// The most that is told of what is amiss with one row.
const MOST_TOLD: usize = 20;
/// The most bytes of a row that are told with each of them.
const MOST_OF_ROW: usize = 2_000;

/// The most bytes of a reason, which repeats what it is about.
const MOST_OF_REASON: usize = 400;

/// How the result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Comma-separated values with a header.
    Csv,
    /// A JSON object a line.
    JsonLines,
    /// Parquet, from lines of JSON once they are whole.
    Parquet,
    /// An Arrow IPC file, from lines of JSON once they are whole.
    Arrow,
    /// An Excel workbook, from lines of JSON once they are whole.
    Workbook,
}

impl Written {
    /// What the ending of a file's name asks for: `.jsonl` and `.ndjson` for lines of JSON, `.parquet`, `.arrow` and
    /// `.feather` for columns, `.xlsx` for a workbook, else CSV.
    #[must_use]
    pub fn by_name(path: &Path) -> Self {
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        match ending.to_str() {
            Some("jsonl" | "ndjson") => Self::JsonLines,
            Some("parquet" | "pq") => Self::Parquet,
            Some("arrow" | "feather") => Self::Arrow,
            Some("xlsx") => Self::Workbook,
            _ => Self::Csv,
        }
    }

    /// Whether it is in columns, which can only be written when all rows are there.
    #[must_use]
    pub const fn columnar(self) -> bool {
        matches!(self, Self::Parquet | Self::Arrow)
    }

    /// What comes before all rows.
    pub(super) fn header(self, columns: &[Column]) -> Vec<u8> {
        match self {
            Self::Csv => line(columns.iter().map(|column| column.name.as_str())),
            Self::JsonLines | Self::Parquet | Self::Arrow | Self::Workbook => Vec::new(),
        }
    }

    /// A row.
    pub(super) fn row(self, columns: &[Column], cells: &[Cell]) -> Vec<u8> {
        match self {
            Self::Csv => line(cells.iter().map(|cell| match cell {
                Cell::Nothing => "",
                Cell::Text(text) | Cell::Number(text) => text,
            })),
            Self::JsonLines | Self::Parquet | Self::Arrow | Self::Workbook => {
                let told = columns.iter().zip(cells).map(|(Column { name, .. }, cell)| {
                    let value = match cell {
                        Cell::Nothing => "null".to_owned(),
                        Cell::Text(text) => serde_json::Value::from(text.as_str()).to_string(),
                        Cell::Number(number) => number.clone(),
                    };
                    format!("\"{name}\":{value}")
                });
                format!("{{{}}}\n", told.collect::<Vec<_>>().join(",")).into_bytes()
            }
        }
    }
}

/// The header of the rejects: a row for each thing amiss.
#[must_use]
pub fn rejects_header() -> Vec<u8> {
    line(["file", "line", "offset", "column", "code", "reason", "original"].into_iter())
}

/// What is amiss with a record of a file, a row each, with the beginning of the record as it was.
pub(super) fn rejected(file: &str, record: &Record, amiss: &[Reject]) -> Vec<u8> {
    let whole = String::from_utf8_lossy(&record.bytes);
    let original = begin(&whole, MOST_OF_ROW);
    let (begun, offset) = (record.line.to_string(), record.offset.to_string());
    let row = |column: &str, code: &str, reason: &str| {
        line([file, &begun, &offset, column, code, &begin(reason, MOST_OF_REASON), &original].into_iter())
    };
    let told = amiss.iter().take(MOST_TOLD).map(|reject| row(&reject.column, reject.code, &reject.reason));
    let mut rows: Vec<u8> = told.flatten().collect();
    if let Some(more) = amiss.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
        rows.extend(row(
            "",
            "more",
            &format!("{more} more things are amiss with this row; mend those above first"),
        ));
    }
    rows
}

/// A line of CSV whose text no spreadsheet runs.
fn line<'c>(cells: impl Iterator<Item = &'c str>) -> Vec<u8> {
    let mut out = Vec::new();
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        let cell = harmless(cell);
        if cell.contains([',', '"', '\n', '\r']) {
            out.push(b'"');
            out.extend(cell.replace('"', "\"\"").into_bytes());
            out.push(b'"');
        } else {
            out.extend(cell.as_bytes());
        }
    }
    out.push(b'\n');
    out
}
