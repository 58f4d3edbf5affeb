//! Columns as lines of JSON, an object a person with the names of the columns as keys and no key for what is null.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_json::LineDelimitedWriter;
use arrow_schema::{DataType, Schema};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::super::input::Opened;
use super::Columnar;

/// Rows that are read at once.
const AT_ONCE: usize = 1_024;
/// The most columns of a file.
const WIDEST: usize = 1_000;

type Source = Box<dyn RecordBatchReader + Send>;

/// The lines of a file of columns, with the names of the columns.
pub fn opened(file: File, columnar: Columnar) -> io::Result<Opened> {
    let source = contained(|| source(file, columnar))??;
    let schema = source.schema();
    fits(&schema)?;
    let names = schema.fields().iter().map(|field| field.name().clone()).collect();
    Ok(Opened { columns: Some(names), from: Box::new(Lines { source, text: Vec::new(), read: 0 }) })
}

fn source(file: File, columnar: Columnar) -> io::Result<Source> {
    Ok(match columnar {
        Columnar::Parquet => {
            let reader = ParquetRecordBatchReaderBuilder::try_new(file).map_err(damaged)?;
            Box::new(reader.with_batch_size(AT_ONCE).build().map_err(damaged)?)
        }
        Columnar::ArrowFile => Box::new(FileReader::try_new(BufReader::new(file), None).map_err(damaged)?),
        Columnar::ArrowStream => {
            Box::new(StreamReader::try_new(BufReader::new(file), None).map_err(damaged)?)
        }
    })
}

/// Whether the columns are few enough, and none holds more than a list or names with a value each.
fn fits(schema: &Schema) -> io::Result<()> {
    let refused = |why: String| Err(io::Error::new(io::ErrorKind::InvalidData, why));
    if schema.fields().len() > WIDEST {
        return refused(format!("it has {} columns", schema.fields().len()));
    }
    match schema.fields().iter().find(|field| depth(field.data_type()) > 1) {
        Some(field) => refused(format!("the column `{}` holds lists of lists", field.name())),
        None => Ok(()),
    }
}

fn depth(kind: &DataType) -> usize {
    match kind {
        DataType::Dictionary(_, of) => depth(of),
        DataType::List(of) | DataType::LargeList(of) | DataType::FixedSizeList(of, _) => {
            1 + depth(of.data_type())
        }
        DataType::Struct(parts) => 1 + deepest(parts.iter().map(|part| part.data_type())),
        // keys and values stand in a structure of their own
        DataType::Map(of, _) => depth(of.data_type()),
        other if other.is_nested() => 2,
        _ => 0,
    }
}

fn deepest<'t>(parts: impl Iterator<Item = &'t DataType>) -> usize {
    parts.map(depth).max().unwrap_or(0)
}

/// Rows as lines of JSON.
pub(super) fn lines(batch: &RecordBatch) -> io::Result<Vec<u8>> {
    let mut writer = LineDelimitedWriter::new(Vec::new());
    writer.write(batch).and_then(|()| writer.finish()).map_err(damaged)?;
    Ok(writer.into_inner())
}

/// What is read of a file as lines.
struct Lines {
    source: Source,
    text: Vec<u8>,
    read: usize,
}

impl BufRead for Lines {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.read == self.text.len() {
            let source = &mut self.source;
            let Some(batch) = contained(|| source.next())? else { break };
            let batch = batch.map_err(damaged)?;
            self.text = contained(|| lines(&batch))??;
            self.read = 0;
        }
        Ok(&self.text[self.read..])
    }

    fn consume(&mut self, amount: usize) {
        self.read += amount;
    }
}

impl Read for Lines {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

thread_local! {
    /// Whether what runs is contained, and a panic of it is told as a fault of the file.
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}
/// Leaves panics that are contained out of what is told of panics.
static QUIET: Once = Once::new();

/// Runs what may panic on a damaged file; nothing of it is used again where it did.
fn contained<T>(run: impl FnOnce() -> T) -> io::Result<T> {
    QUIET.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |of| {
            if !CONTAINED.get() {
                tell(of);
            }
        }));
    });
    CONTAINED.set(true);
    let came = catch_unwind(AssertUnwindSafe(run));
    CONTAINED.set(false);
    came.map_err(|_| damaged("what it tells of itself does not fit together"))
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn damaged(error: impl ToString) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
