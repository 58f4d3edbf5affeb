//! CSV files read row by row; a row that does not fit is told and the rest is read on.

use serde::de::DeserializeOwned;

use crate::document::Text;
use crate::finding::{At, Fault, Finding};

/// A row with where it stands.
#[derive(Debug, Clone)]
pub struct Row<T> {
    /// What it says.
    pub value: T,
    /// Where it stands.
    pub at: At,
}

/// What becomes of columns that nobody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// They are a fault.
    Refused,
    /// They are not looked at: the file is somebody else's.
    Skipped,
}

/// Reads every row of a CSV file whose header names the fields of `T`; what is wrong joins the findings.
pub fn rows<T: DeserializeOwned>(
    file: &Text,
    columns: &[&str],
    extra: Extra,
    findings: &mut Vec<Finding>,
) -> Vec<Row<T>> {
    let text = match file.utf8() {
        Ok(text) => text,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            findings.push(Finding::whole(&file.name, Fault::Syntax { detail: error.to_string() }));
            return Vec::new();
        }
    };
    let header_at = At { offset: 0, length: text.find('\n').unwrap_or(text.len()), line: 1, column: 1 };
    let told = findings.len();
    let mut tell = |fault| {
        findings.push(Finding { file: file.name.clone(), at: header_at, place: "header".into(), fault });
    };
    for header in &headers {
        if extra == Extra::Refused && !columns.contains(&header) {
            let expected = columns.iter().map(|&column| column.to_owned()).collect();
            tell(Fault::UnknownKey { key: header.to_owned(), expected });
        }
    }
    for column in columns {
        if !headers.iter().any(|header| header == *column) {
            tell(Fault::MissingKey { key: (*column).to_owned() });
        }
    }
    if findings.len() > told {
        return Vec::new();
    }
    let mut read = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let start = reader.position().clone();
        let at = |line: u64, offset: u64| {
            let offset = usize::try_from(offset).unwrap_or(0).min(text.len());
            let length = text[offset..].find('\n').unwrap_or(text.len() - offset).max(1);
            At { offset, length, line: usize::try_from(line).unwrap_or(0), column: 1 }
        };
        let (place, problem) = match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                let position =
                    record.position().map_or((start.line(), start.byte()), |p| (p.line(), p.byte()));
                match record.deserialize::<T>(Some(&headers)) {
                    Ok(value) => {
                        read.push(Row { value, at: at(position.0, position.1) });
                        continue;
                    }
                    Err(error) => (at(position.0, position.1), error),
                }
            }
            Err(error) => (at(start.line(), start.byte()), error),
        };
        findings.push(Finding {
            file: file.name.clone(),
            at: place,
            place: format!("row {}", place.line),
            fault: Fault::WrongType { detail: words(&problem, &headers) },
        });
    }
    read
}

fn words(error: &csv::Error, headers: &csv::StringRecord) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let column = err.field().and_then(|f| headers.get(usize::try_from(f).ok()?)).unwrap_or("a field");
            format!("{column}: {}", err.kind())
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} fields where the header has {expected_len}")
        }
        _ => error.to_string(),
    }
}

/// A finding about a row.
#[must_use]
pub fn row_finding(file: &str, at: At, place: &str, fault: Fault) -> Finding {
    Finding { file: file.to_owned(), at, place: place.to_owned(), fault }
}
