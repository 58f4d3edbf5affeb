//! People in an Arrow record batch in, their rows of the result or what is amiss with them out: what other engines call.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema};

use super::super::form::{Called, Form};
use super::super::records::Record;
use super::super::row::Reject;
use super::super::score::Scorer;
use super::super::written::Written;
use super::lines::lines;
use super::written::{batches, schema};
use crate::finding::Fault;

/// What a batch of people came to.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredBatch {
    /// The columns of a result, for the people that could be scored, in their order.
    pub rows: RecordBatch,
    /// What is amiss with the others, a row each: `row` (its place in the batch, from 1), `column`, `code`, `reason` and
    /// `original` (the person as a JSON object).
    pub rejects: RecordBatch,
}

/// Scores the people of a batch, whose columns are called as those of the template or as the scorer's form says. What comes
/// of a person depends on that person, the graph and the settings alone.
///
/// # Errors
/// Columns that there are not, that are missing or named twice; a batch that cannot be read.
pub fn score_batch(scorer: &Scorer<'_>, people: &RecordBatch) -> Result<ScoredBatch, Vec<Fault>> {
    let unreadable = |error: std::io::Error| vec![Fault::Damaged(error.to_string())];
    let names: Vec<String> = people.schema().fields().iter().map(|field| field.name().clone()).collect();
    let called = Called { names: scorer.form.called(), currency: scorer.graph.currency };
    let form = Form::named(&names, &called)?;
    let lines = lines(people).map_err(unreadable)?;
    let (mut rows, mut count, mut rejects) = (Vec::new(), 0_usize, Vec::new());
    for (line, bytes) in (1..).zip(lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())) {
        let record = Record { line, offset: 0, bytes: bytes.to_vec(), cut: None };
        match scorer.found(&form, &record) {
            Ok(found) => {
                for row in found.rows {
                    count += 1;
                    rows.extend(Written::JsonLines.row(&scorer.columns, &row));
                }
            }
            Err(amiss) => rejects.extend(amiss.into_iter().map(|reject| (record.clone(), reject))),
        }
    }
    let columns = schema(&scorer.columns);
    let failed = |error: ArrowError| vec![Fault::Damaged(error.to_string())];
    let rows = match batches(rows.as_slice(), &columns, count.max(1)).map_err(unreadable)?.next() {
        Some(rows) => rows.map_err(failed)?,
        None => RecordBatch::new_empty(Arc::clone(&columns)),
    };
    Ok(ScoredBatch { rows, rejects: rejected(&rejects).map_err(failed)? })
}

/// What is amiss, a row each.
fn rejected(rejects: &[(Record, Reject)]) -> Result<RecordBatch, ArrowError> {
    let text = |name| Field::new(name, DataType::Utf8, false);
    let texts = ["column", "code", "reason", "original"].map(text);
    let fields = [Field::new("row", DataType::Int64, false)].into_iter().chain(texts).collect::<Vec<_>>();
    let place = |(record, _): &(Record, Reject)| i64::try_from(record.line).unwrap_or(i64::MAX);
    let each = |told: &dyn Fn(&(Record, Reject)) -> String| -> ArrayRef {
        Arc::new(rejects.iter().map(|reject| Some(told(reject))).collect::<StringArray>())
    };
    let columns: Vec<ArrayRef> = vec![
        Arc::new(rejects.iter().map(place).collect::<Int64Array>()),
        each(&|(_, reject)| reject.column.clone()),
        each(&|(_, reject)| reject.code.to_owned()),
        each(&|(_, reject)| reject.reason.clone()),
        each(&|(record, _)| String::from_utf8_lossy(&record.bytes).into_owned()),
    ];
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)
}
