//! A result in columns, from its lines.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::writer::FileWriter;
use arrow_json::ReaderBuilder;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::super::checkpoint::beside;
use super::super::result::{Column, Holds};
use super::super::written::Written;

/// Rows that are written at once, and that stand together in a file.
const TOGETHER: usize = 65_536;

/// Brings the lines of a result into columns; once that is done the lines go. Where they have gone already nothing is done.
pub fn in_columns(lines: &Path, out: &Path, written: Written, columns: &[Column]) -> io::Result<()> {
    if !lines.exists() && out.exists() {
        return Ok(());
    }
    let schema = schema(columns);
    let part = beside(out, "columns.part");
    let file = File::create(&part)?;
    let batches = batches(BufReader::new(File::open(lines)?), &schema, TOGETHER)?;
    let mut file = match written {
        Written::Parquet => {
            let properties = WriterProperties::builder()
                .set_compression(Compression::SNAPPY)
                .set_max_row_group_row_count(Some(TOGETHER))
                .build();
            let mut writer = ArrowWriter::try_new(file, Arc::clone(&schema), Some(properties))?;
            for batch in batches {
                writer.write(&batch.map_err(failed)?)?;
            }
            writer.into_inner()?
        }
        Written::Arrow | Written::Csv | Written::JsonLines | Written::Workbook => {
            let mut writer = FileWriter::try_new(file, &schema).map_err(failed)?;
            for batch in batches {
                writer.write(&batch.map_err(failed)?).map_err(failed)?;
            }
            writer.into_inner().map_err(failed)?
        }
    };
    file.flush()?;
    file.sync_data()?;
    fs::rename(part, out)?;
    fs::remove_file(lines)
}

/// The columns of a result.
pub(super) fn schema(columns: &[Column]) -> SchemaRef {
    let field = |column: &Column| {
        let kind = match column.holds {
            Holds::Text => DataType::Utf8,
            Holds::Whole => DataType::Int64,
            Holds::Number | Holds::Money => DataType::Float64,
        };
        Field::new(&column.name, kind, true)
    };
    Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()))
}

/// Lines as columns, so many at once.
pub(super) fn batches<R: BufRead>(
    lines: R,
    schema: &SchemaRef,
    together: usize,
) -> io::Result<impl Iterator<Item = Result<RecordBatch, ArrowError>>> {
    ReaderBuilder::new(Arc::clone(schema)).with_batch_size(together).build(lines).map_err(failed)
}

fn failed(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        other => io::Error::other(other),
    }
}
