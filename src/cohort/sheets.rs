//! The result as an Excel workbook: the rows, what they come to, and what was rejected.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use serde_json::{Map, Value};

use super::checkpoint::beside;
use super::result::{Column, Holds};

/// The most rows that a sheet has room for, its header aside.
const ROWS: u32 = 1_048_575;
/// How wide a column is at the most, in signs.
const WIDEST: usize = 50;

fn failed(error: XlsxError) -> io::Error {
    io::Error::other(error)
}

/// Writes the rows of a result, which are lines of JSON, and the rejects, which are CSV.
///
/// # Errors
/// What keeps them from being read or the workbook from being written; more rows than a sheet has room for.
pub(super) fn in_workbook(lines: &Path, rejects: &Path, out: &Path, columns: &[Column]) -> io::Result<()> {
    // a run that was ended between two names has written it already
    if !lines.exists() && out.exists() {
        return Ok(());
    }
    let mut book = Workbook::new();
    let counts = rows(book.add_worksheet(), lines, columns)?;
    summary(book.add_worksheet(), &counts).map_err(failed)?;
    rejected(book.add_worksheet(), rejects)?;
    let part = beside(out, "workbook.part");
    let mut file = File::create(&part)?;
    file.write_all(&book.save_to_buffer().map_err(failed)?)?;
    file.sync_data()?;
    fs::rename(part, out)?;
    fs::remove_file(lines)
}

/// How many rows have each outcome, and how many people each first destination.
#[derive(Default)]
struct Counts {
    outcomes: BTreeMap<String, u64>,
    destinations: BTreeMap<String, u64>,
}

/// The header of a sheet, which stays in view.
fn header(sheet: &mut Worksheet, names: &[&str]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (at, name) in (0..).zip(names) {
        sheet.write_string_with_format(0, at, *name, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn widths(sheet: &mut Worksheet, longest: &[usize]) -> Result<(), XlsxError> {
    for (at, longest) in (0..).zip(longest) {
        #[expect(clippy::cast_precision_loss, reason = "it is at most 50")]
        sheet.set_column_width(at, (longest + 2).min(WIDEST) as f64)?;
    }
    Ok(())
}

/// The next row of a sheet.
fn next(row: u32) -> io::Result<u32> {
    if row < ROWS {
        Ok(row + 1)
    } else {
        Err(io::Error::other("it has more rows than a sheet has room for: name a .csv file"))
    }
}

fn rows(sheet: &mut Worksheet, lines: &Path, columns: &[Column]) -> io::Result<Counts> {
    sheet.set_name("Result").map_err(failed)?;
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    header(sheet, &names).map_err(failed)?;
    let money = Format::new().set_num_format("#,##0");
    let share = Format::new().set_num_format("0.00");
    let mut longest: Vec<usize> = names.iter().map(|name| name.len()).collect();
    let (mut counts, mut row) = (Counts::default(), 0);
    for line in BufReader::new(File::open(lines)?).lines() {
        row = next(row)?;
        let told: Map<String, Value> = serde_json::from_str(&line?).map_err(io::Error::other)?;
        for ((at, column), longest) in (0..).zip(columns).zip(&mut longest) {
            let written = match (told.get(&column.name), column.holds) {
                (Some(Value::String(text)), _) => {
                    *longest = (*longest).max(text.chars().count());
                    sheet.write_string(row, at, text)
                }
                (Some(Value::Number(number)), holds) => {
                    let number = number.as_f64().unwrap_or(0.0);
                    match holds {
                        Holds::Money => sheet.write_number_with_format(row, at, number, &money),
                        Holds::Number => sheet.write_number_with_format(row, at, number, &share),
                        Holds::Whole | Holds::Text => sheet.write_number(row, at, number),
                    }
                }
                _ => continue,
            };
            written.map_err(failed)?;
        }
        let text = |name: &str| told.get(name).and_then(Value::as_str).map(str::to_owned);
        // of several rows of a person the first
        if told.get("rank").and_then(Value::as_u64).is_none_or(|rank| rank <= 1) {
            *counts.outcomes.entry(text("outcome").unwrap_or_default()).or_default() += 1;
            if let Some(title) = text("title").or_else(|| text("title_1")) {
                *counts.destinations.entry(title).or_default() += 1;
            }
        }
    }
    widths(sheet, &longest).map_err(failed)?;
    Ok(counts)
}

fn summary(sheet: &mut Worksheet, counts: &Counts) -> Result<(), XlsxError> {
    sheet.set_name("Summary")?;
    let bold = Format::new().set_bold();
    let mut row = 0;
    for (heading, told) in [("Outcome", &counts.outcomes), ("First destination", &counts.destinations)] {
        sheet.write_string_with_format(row, 0, heading, &bold)?;
        sheet.write_string_with_format(row, 1, "People", &bold)?;
        let mut told: Vec<(&String, &u64)> = told.iter().collect();
        told.sort_by(|(one, few), (other, many)| many.cmp(few).then(one.cmp(other)));
        for (what, people) in told {
            row += 1;
            sheet.write_string(row, 0, what)?;
            #[expect(clippy::cast_precision_loss, reason = "people are few")]
            sheet.write_number(row, 1, *people as f64)?;
        }
        row += 2;
    }
    sheet.set_column_width(0, 50)?;
    Ok(())
}

fn rejected(sheet: &mut Worksheet, rejects: &Path) -> io::Result<()> {
    sheet.set_name("Rejects").map_err(failed)?;
    let mut from = csv::Reader::from_path(rejects).map_err(io::Error::other)?;
    let names = from.headers().map_err(io::Error::other)?.clone();
    header(sheet, &names.iter().collect::<Vec<_>>()).map_err(failed)?;
    let mut longest: Vec<usize> = names.iter().map(str::len).collect();
    let mut row = 0;
    for record in from.records() {
        row = next(row)?;
        let record = record.map_err(io::Error::other)?;
        for ((at, cell), longest) in (0..).zip(&record).zip(&mut longest) {
            *longest = (*longest).max(cell.chars().count());
            // a cell of a sheet holds fewer signs than a row may have
            let cell: String = cell.chars().take(30_000).collect();
            sheet.write_string(row, at, cell).map_err(failed)?;
        }
    }
    widths(sheet, &longest).map_err(failed)
}
