//! A record in, its rows of the result or what is amiss with it out.

use super::cells::{cells, text};
use super::header::Header;
use super::records::{Delimiter, Record};
use super::row::{Cells, Reject, profile};
use super::written::{rejected, rows};
use crate::graph::{Graph, RoleIx};
use crate::recommend::{Settings, shortlist};
use crate::wages::PayBooks;

/// What turns records into rows.
pub struct Scorer<'s> {
    /// The graph.
    pub graph: &'s Graph,
    /// Pay by region.
    pub pay: &'s PayBooks<'s>,
    /// How many destinations are listed, and the rest of it.
    pub settings: Settings,
    /// Wanted roles of rows that name none.
    pub targets: Vec<RoleIx>,
    /// The columns.
    pub header: Header,
    /// What parts the cells.
    pub delimiter: Delimiter,
    /// Whether text may be Windows-1252.
    pub windows: bool,
}

/// What a record came to: one of the two has bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scored {
    /// Its rows of the result.
    pub rows: Vec<u8>,
    /// What is amiss with it, a row each.
    pub rejects: Vec<u8>,
}

impl Scorer<'_> {
    /// Scores a record.
    #[must_use]
    pub fn score(&self, record: &Record) -> Scored {
        match self.checked(record) {
            Ok(rows) => Scored { rows, rejects: Vec::new() },
            Err(amiss) => Scored { rows: Vec::new(), rejects: rejected(record, &amiss) },
        }
    }

    fn checked(&self, record: &Record) -> Result<Vec<u8>, Vec<Reject>> {
        if record.cut {
            return Err(vec![Reject::row("too_long", "the row does not end: a quote may not be closed")]);
        }
        let raw = cells(&record.bytes, self.delimiter);
        if raw.len() != self.header.width() {
            let reason = format!("{} cells where the header has {}", raw.len(), self.header.width());
            return Err(vec![Reject::row("cells", reason)]);
        }
        let mut told = Vec::with_capacity(raw.len());
        for cell in &raw {
            let cell = text(cell, self.windows).filter(|cell| !cell.contains('\0'));
            told.push(cell.ok_or_else(|| vec![Reject::row("encoding", "a cell is not text")])?);
        }
        let filled = self.header.columns.iter().copied().zip(told.iter().map(|cell| cell.trim()));
        let by_column: Cells<'_> = filled.filter(|(_, cell)| !cell.is_empty()).collect();
        let Some(id) = by_column.get(&0) else {
            let fault = crate::finding::Fault::MissingKey { key: "id".to_owned() };
            return Err(vec![Reject::of("id", &fault)]);
        };
        let mut person = profile(&by_column, self.graph)?;
        if person.targets.is_empty() {
            person.targets.clone_from(&self.targets);
        }
        let list = shortlist(self.graph, self.pay, &person, &self.settings);
        Ok(rows(self.graph, id, &list))
    }
}
