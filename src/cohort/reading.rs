//! An input as it is read: its records in order, and what scores them.

use std::io::{self, BufRead, Read};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::alike::Alike;
use super::form::{Begin, Called, Form};
use super::input::{Opened, opened, skipped};
use super::records::{Record, Records};
use super::result::columns;
use super::run::Order;
use super::score::Scorer;
use super::written::Written;
use crate::finding::{Fault, Finding};

/// A file that cannot be read any further once somebody says to stop, however long its lines are.
struct Stoppable<'o> {
    from: Box<dyn BufRead + Send>,
    stop: &'o AtomicBool,
}

impl Read for Stoppable<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(bytes)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Stoppable<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(io::Error::other("it was told to stop"));
        }
        self.from.fill_buf()
    }

    fn consume(&mut self, read: usize) {
        self.from.consume(read);
    }
}

/// An input from a place on.
pub(super) struct Reading<'o> {
    name: String,
    records: Records<Stoppable<'o>>,
    /// Rows so far with nothing in them.
    blank: u64,
    pub scorer: Scorer<'o>,
}

impl<'o> Reading<'o> {
    /// An input from its first row, or from a place and a line on.
    ///
    /// # Errors
    /// What is amiss with its header or keeps it from being read.
    pub fn open(
        order: &'o Order<'_>,
        path: &Path,
        offset: u64,
        line: u64,
        stop: &'o AtomicBool,
    ) -> Result<Self, Vec<Finding>> {
        let (name, sheet) = (path.display().to_string(), order.sheet.as_deref());
        let unreadable = |error: io::Error| unreadable(&name, &error);
        let Opened { columns: named, mut from } = opened(path, 0, sheet).map_err(unreadable)?;
        let called = Called { names: &order.called, currency: order.graph.currency };
        let first = Begin { offset: 0, line: 1 };
        let form = match named {
            Some(names) => Form::named(&names, &called).map(|form| (form, first)),
            None => Form::of(from.fill_buf().map_err(unreadable)?, &called),
        };
        let (form, begin) = form.map_err(|faults| {
            let told = faults.into_iter().map(|fault| match fault {
                Fault::Empty | Fault::Conflict { .. } => Finding::whole(&name, fault),
                fault => Finding { place: "header".to_owned(), ..Finding::whole(&name, fault) },
            });
            told.collect::<Vec<_>>()
        })?;
        let headed = offset == 0 && form.headed();
        let at = if offset == 0 { begin } else { Begin { offset, line } };
        from = if offset == 0 {
            skipped(from, at.offset)
        } else {
            opened(path, offset, sheet).map(|opened| opened.from)
        }
        .map_err(unreadable)?;
        let records = Records::new(Stoppable { from, stop }, form.delimiter(), at.line, at.offset);
        let records = records.of_width(form.width().unwrap_or(usize::MAX));
        let scorer = Scorer {
            graph: order.graph,
            pay: order.pay,
            settings: order.settings.clone(),
            targets: order.targets.clone(),
            settled: order.settled.clone(),
            file: order.called_in_rejects(path),
            form,
            layout: order.layout,
            written: Written::by_name(&order.out),
            columns: columns(order.graph, order.layout),
            summed: order.summed,
            alike: Alike::default(),
            classes: crate::search::StartClasses::default(),
        };
        let mut reading = Self { name, records, blank: 0, scorer };
        if headed {
            reading.take(1)?;
        }
        Ok(reading)
    }

    /// Takes the next records that have something in them, at most so many; none at the end.
    ///
    /// # Errors
    /// What keeps the input from being read.
    pub fn take(&mut self, most: usize) -> Result<Vec<Record>, Vec<Finding>> {
        let mut taken = Vec::new();
        while taken.len() < most {
            match self.records.take().map_err(|error| unreadable(&self.name, &error))? {
                None => break,
                Some(record) if self.scorer.form.is_blank(&record) => self.blank += 1,
                Some(record) => taken.push(record),
            }
        }
        Ok(taken)
    }

    /// Rows so far with nothing in them.
    pub const fn blank(&self) -> u64 {
        self.blank
    }

    /// The columns that are not read.
    pub fn ignored(&self) -> &[String] {
        self.scorer.form.ignored()
    }

    /// Bytes read so far, and the line that comes next.
    pub const fn at(&self) -> (u64, u64) {
        (self.records.offset(), self.records.line())
    }
}

/// That an input cannot be read.
pub(super) fn unreadable(name: &str, error: &io::Error) -> Vec<Finding> {
    let fault = match error.kind() {
        io::ErrorKind::IsADirectory => Fault::Directory,
        io::ErrorKind::NotSeekable => Fault::Conflict {
            what: "it is a pipe or a device, which can be read only once",
            mend: "give it as standard input: `careerpath cohort - …`",
        },
        io::ErrorKind::Unsupported => Fault::Conflict {
            what: "it is Parquet or Arrow, which this build does not read",
            mend: "save it as CSV or JSON lines, or build with `--features columnar`",
        },
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            Fault::Damaged(error.to_string())
        }
        _ => Fault::Unreadable(error.to_string()),
    };
    vec![Finding::whole(name, fault)]
}
