//! Cohorts in Parquet and Arrow: the same people give the same result, damaged files are told, and batches are scored alike.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use careerpath::cohort::{Layout, Scorer, score_batch};
use careerpath::graph::Graph;
use careerpath::recommend::Settings;
use careerpath::units::CalendarMonth;
use careerpath::wages::PayBooks;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use crate::cohort::{ran, told};
use crate::cohort_ends::kill_and_take_up;

type Row = BTreeMap<String, String>;

fn table(text: &str) -> Vec<Row> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// Rows in columns of fitting types: numbers and yes or no as such, credentials as lists, nothing as null.
fn columns(rows: &[Row]) -> RecordBatch {
    let texts = |name: &str| -> Vec<Option<&str>> {
        rows.iter().map(|row| Some(row[name].as_str()).filter(|cell| !cell.is_empty())).collect()
    };
    let column = |name: &String| -> (Field, ArrayRef) {
        let array: ArrayRef = match name.as_str() {
            "months_in_role" => {
                let months = texts(name).into_iter().map(|cell| cell.map(|cell| cell.parse().unwrap()));
                Arc::new(months.collect::<Int64Array>())
            }
            "budget_cad" | "study_hours_per_week" => {
                let amounts = texts(name).into_iter().map(|cell| cell.map(|cell| cell.parse().unwrap()));
                Arc::new(amounts.collect::<Float64Array>())
            }
            "may_stop_working" => Arc::new(
                texts(name).into_iter().map(|cell| Some(cell == Some("yes"))).collect::<BooleanArray>(),
            ),
            "credentials" => {
                let mut lists = ListBuilder::new(StringBuilder::new());
                for cell in texts(name) {
                    lists.append_option(cell.map(|cell| cell.split('|').map(Some)));
                }
                Arc::new(lists.finish())
            }
            _ => Arc::new(StringArray::from(texts(name))),
        };
        (Field::new(name, array.data_type().clone(), true), array)
    };
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = rows[0].keys().map(column).unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
}

fn parquet(path: &Path, batch: &RecordBatch, compression: Compression) {
    let properties = WriterProperties::builder().set_compression(compression).build();
    let file = File::create(path).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties)).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
}

fn arrow(path: &Path, batch: &RecordBatch) {
    let mut writer =
        arrow_ipc::writer::FileWriter::try_new(File::create(path).unwrap(), &batch.schema()).unwrap();
    writer.write(batch).unwrap();
    writer.finish().unwrap();
}

fn stream(path: &Path, batch: &RecordBatch) {
    let file = File::create(path).unwrap();
    let mut writer = arrow_ipc::writer::StreamWriter::try_new(file, &batch.schema()).unwrap();
    writer.write(batch).unwrap();
    writer.finish().unwrap();
}

/// Whether a batch holds what a table does.
fn same(batch: &RecordBatch, from: usize, rows: &[Row]) {
    for (name, column) in batch.schema().fields().iter().map(|field| field.name()).zip(batch.columns()) {
        for (at, row) in rows[from..from + batch.num_rows()].iter().enumerate() {
            let cell = row[name].as_str();
            let alike = match column.data_type() {
                _ if column.is_null(at) => cell.is_empty(),
                DataType::Utf8 => column.as_string::<i32>().value(at) == cell,
                DataType::Int64 => cell.parse() == Ok(column.as_primitive::<Int64Type>().value(at)),
                DataType::Float64 => cell.parse() == Ok(column.as_primitive::<Float64Type>().value(at)),
                DataType::Boolean => cell == column.as_boolean().value(at).to_string(),
                other => panic!("{name} is {other}"),
            };
            assert!(alike, "{name} of row {at} is not {cell}");
        }
    }
}

fn invented(folder: &Path) -> RecordBatch {
    let run = ran(folder, &["--generate", "40", "--seed", "5", "--output", "people.csv"]);
    assert!(run.status.success(), "{}", told(&run));
    columns(&table(&std::fs::read_to_string(folder.join("people.csv")).unwrap()))
}

#[test]
fn the_same_people_come_out_the_same_from_columns_and_in_columns() {
    let folder = tempfile::TempDir::new().unwrap();
    let people = invented(folder.path());
    let path = |name: &str| folder.path().join(name);
    parquet(&path("people.parquet"), &people, Compression::SNAPPY);
    parquet(&path("packed.parquet"), &people, Compression::ZSTD(ZstdLevel::default()));
    arrow(&path("people.arrow"), &people);
    stream(&path("people.arrows"), &people);
    assert!(ran(folder.path(), &["people.csv", "-o", "whole.csv"]).status.success());
    let read = |name: &str| std::fs::read_to_string(path(name)).unwrap();
    for file in ["people.parquet", "packed.parquet", "people.arrow", "people.arrows"] {
        let run = ran(folder.path(), &[file, "-o", "out.csv"]);
        assert!(run.status.success(), "{file}: {}", told(&run));
        assert_eq!(read("out.csv"), read("whole.csv"), "{file}");
    }
    let rows = table(&read("whole.csv"));
    for out in ["out.parquet", "out.arrow"] {
        assert!(ran(folder.path(), &["people.parquet", "-o", out]).status.success());
        assert!(!path(&format!("{out}.part")).exists());
        let batches: Vec<RecordBatch> = if out.ends_with("parquet") {
            let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path(out)).unwrap()).unwrap();
            reader.build().unwrap().map(Result::unwrap).collect()
        } else {
            let reader =
                arrow_ipc::reader::FileReader::try_new(File::open(path(out)).unwrap(), None).unwrap();
            reader.map(Result::unwrap).collect()
        };
        let mut from = 0;
        for batch in &batches {
            same(batch, from, &rows);
            from += batch.num_rows();
        }
        assert_eq!(from, rows.len());
    }
}

#[test]
fn a_batch_is_scored_as_a_file_is() {
    let folder = tempfile::TempDir::new().unwrap();
    let people = invented(folder.path());
    // one of them lives nowhere
    let at = people.schema().index_of("region").unwrap();
    let regions = people.column(at).as_string::<i32>().iter().enumerate();
    let regions = regions.map(|(row, region)| if row == 7 { Some("Brigadoon") } else { region });
    let mut columns = people.columns().to_vec();
    columns[at] = Arc::new(regions.collect::<StringArray>());
    let spoilt = RecordBatch::try_new(people.schema(), columns).unwrap();
    parquet(&folder.path().join("people.parquet"), &spoilt, Compression::UNCOMPRESSED);
    assert_eq!(
        ran(folder.path(), &["people.parquet", "-o", "out.csv"]).status.code(),
        Some(1),
        "one is rejected"
    );
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let graph = Graph::shipped("ca-ns-him").unwrap().unwrap();
    let pay = PayBooks::new(&graph, PayBooks::ROOM);
    let today = CalendarMonth::new(2026, 11).unwrap();
    let settings = Settings { top: 2, today, ..Settings::default() };
    let scorer = Scorer::of_batches(&graph, &pay, settings, Vec::new(), Vec::new(), Layout::Long);
    let scored = score_batch(&scorer, &spoilt).unwrap();
    let rows = table(&read("out.csv"));
    assert_eq!(scored.rows.num_rows(), rows.len());
    same(&scored.rows, 0, &rows);
    // rejects beside a file tell the place in it too
    let mut rejects = table(&read("out.csv.rejects.csv"));
    assert_eq!((rejects.len(), rejects[0]["line"].as_str()), (1, "8"));
    for reject in &mut rejects {
        let row = reject["line"].clone();
        reject.insert("row".to_owned(), row);
    }
    same(&scored.rejects, 0, &rejects);
    // in parts the same comes of everybody
    let half = score_batch(&scorer, &spoilt.slice(0, 7)).unwrap();
    assert_eq!(half.rows, scored.rows.slice(0, half.rows.num_rows()));
    assert_eq!(half.rejects.num_rows(), 0);
    let unknown = people.project(&[at]).unwrap();
    let faults: Vec<&str> =
        score_batch(&scorer, &unknown).unwrap_err().iter().map(careerpath::finding::Fault::code).collect();
    assert_eq!(faults, ["missing_key", "missing_key"]);
}

#[test]
fn damaged_columns_are_told_and_unknown_ones_named() {
    let folder = tempfile::TempDir::new().unwrap();
    let people = invented(folder.path());
    let path = |name: &str| folder.path().join(name);
    parquet(&path("people.parquet"), &people, Compression::SNAPPY);
    arrow(&path("people.arrow"), &people);
    for name in ["people.parquet", "people.arrow"] {
        let whole = std::fs::read(path(name)).unwrap();
        for step in 0..60 {
            let mut bytes = whole.clone();
            let at = 8 + (bytes.len() - 16) * step / 60;
            if step % 3 == 0 {
                bytes.truncate(at);
            } else {
                bytes[at] ^= 0xff;
            }
            let damaged = format!("damaged.{name}");
            std::fs::write(path(&damaged), bytes).unwrap();
            let run = ran(folder.path(), &[&damaged, "--dry-run"]);
            assert!(run.status.code().is_some(), "{name} {at}: {run:?}");
            assert!(!told(&run).contains("panicked"), "{name} {at}: {}", told(&run));
        }
        std::fs::write(path(name), &whole[..whole.len() / 2]).unwrap();
        let run = ran(folder.path(), &[name, "-o", "never.csv"]);
        assert_eq!(run.status.code(), Some(2));
        assert!(told(&run).contains("it is damaged"), "{}", told(&run));
    }
    let mut fields = people.schema().fields().to_vec();
    fields[0] = Arc::new(Field::new("sex", fields[0].data_type().clone(), true));
    let other = RecordBatch::try_new(Arc::new(Schema::new(fields)), people.columns().to_vec()).unwrap();
    parquet(&path("other.parquet"), &other, Compression::SNAPPY);
    let run = ran(folder.path(), &["other.parquet", "-o", "other.csv"]);
    assert!(run.status.success() && told(&run).contains("not read: sex"), "{}", told(&run));
    let mut fields = people.schema().fields().to_vec();
    let id = fields.iter().position(|field| field.name() == "id").unwrap();
    fields[id] = Arc::new(Field::new("sex", fields[id].data_type().clone(), true));
    let other = RecordBatch::try_new(Arc::new(Schema::new(fields)), people.columns().to_vec()).unwrap();
    parquet(&path("other.parquet"), &other, Compression::SNAPPY);
    let run = ran(folder.path(), &["other.parquet", "-o", "never.csv"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(told(&run).contains("other.parquet: header") && told(&run).contains("`id`"), "{}", told(&run));
    assert!(!path("never.csv").exists());
}

#[test]
fn a_run_into_columns_survives_being_killed() {
    kill_and_take_up("parquet");
}
