//! Rows of the result and of the rejects as bytes: CSV that no spreadsheet runs, or a JSON object a line.

use std::path::Path;

use super::cells::harmless;
use super::records::Record;
use super::result::{Cell, Column};
use super::row::Reject;

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

/// What is amiss with a record of a file, a row each, with the record as it was.
pub(super) fn rejected(file: &str, record: &Record, amiss: &[Reject]) -> Vec<u8> {
    let original = String::from_utf8_lossy(&record.bytes);
    let row = |reject: &Reject| {
        let (begun, offset) = (record.line.to_string(), record.offset.to_string());
        let place = [file, &begun, &offset, &reject.column];
        line(place.into_iter().chain([reject.code, &reject.reason, original.as_ref()]))
    };
    amiss.iter().flat_map(row).collect()
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
