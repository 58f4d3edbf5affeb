//! A record in, its rows of the result or what is amiss with it out.

use std::sync::Arc;

use super::alike::Alike;
use super::form::Form;
use super::header::COLUMNS;
use super::records::{Cut, Record};
use super::result::{Beside, Cell, Column, Layout, columns, rows};
use super::row::{Cells, Reader, Reject, Told};
use super::run::Summed;
use super::settled::{Settled, Unsure};
use super::summary::Person;
use super::why::why;
use super::written::{Written, rejected};
use crate::finding::Fault;
use crate::graph::{Graph, RoleIx};
use crate::profile::{MOST_LISTED, Profile};
use crate::recommend::{Settings, Shortlist, shortlist};
use crate::search::StartClasses;
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
    /// What texts mean that were settled before.
    pub settled: Settled,
    /// What the input is called in the rejects.
    pub file: String,
    /// How rows stand in it.
    pub form: Form,
    /// How the result is laid out.
    pub layout: Layout,
    /// The format of the result.
    pub written: Written,
    /// The columns of the result.
    pub(super) columns: Vec<Column>,
    /// Whether what a summary needs is told too.
    pub summed: Summed,
    /// What was found for others who told the same.
    pub(super) alike: Alike,
    /// Sets of steps listed for others who start alike.
    pub(super) classes: StartClasses,
}

/// What a record came to: one of the two has bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scored {
    /// Its rows of the result.
    pub rows: Vec<u8>,
    /// What is amiss with it, a row each.
    pub rejects: Vec<u8>,
    /// What a summary needs of it, where that is asked for.
    pub person: Vec<u8>,
}

/// What is found for a person.
pub(super) struct Found {
    cells: Cells,
    person: Profile,
    list: Arc<Shortlist>,
    /// Rows of the result.
    pub rows: Vec<Vec<Cell>>,
}

impl<'s> Scorer<'s> {
    /// One that takes people in batches, with other names of columns.
    #[must_use]
    pub fn of_batches(
        graph: &'s Graph,
        pay: &'s PayBooks<'s>,
        settings: Settings,
        targets: Vec<RoleIx>,
        called: Vec<(String, String)>,
        layout: Layout,
    ) -> Self {
        let file = String::new();
        let (form, columns) =
            (Form::Lines { called, currency: graph.currency, ignored: Vec::new() }, columns(graph, layout));
        let (written, summed) = (Written::JsonLines, Summed::No);
        let (alike, classes) = (Alike::default(), StartClasses::default());
        let settled = Settled::default();
        Self {
            graph,
            pay,
            settings,
            targets,
            settled,
            file,
            form,
            layout,
            written,
            columns,
            summed,
            alike,
            classes,
        }
    }

    /// Scores a record.
    #[must_use]
    pub fn score(&self, record: &Record) -> Scored {
        match self.checked(record) {
            Ok(scored) => scored,
            Err(amiss) => Scored { rejects: rejected(&self.file, record, &amiss), ..Scored::default() },
        }
    }

    fn checked(&self, record: &Record) -> Result<Scored, Vec<Reject>> {
        let Found { cells, person, list, rows } = self.found(&self.form, record)?;
        let rows = rows.iter().flat_map(|row| self.written.row(&self.columns, row)).collect();
        let line = || Person::of(&person, &cells, &list, self.summed == Summed::WithRows).line();
        Ok(Scored {
            rows,
            rejects: Vec::new(),
            person: if self.summed == Summed::No { Vec::new() } else { line() },
        })
    }

    /// What is found for a record that stands in a form.
    pub(super) fn found(&self, form: &Form, record: &Record) -> Result<Found, Vec<Reject>> {
        let (cells, Told { profile: person, mut assumed }) = self.read(form, record)?;
        let search = || shortlist(self.graph, self.pay, &self.classes, &person, &self.settings);
        let list = self.alike.found(&cells, search);
        if person.current_pay.is_none() && list.pay_now.is_some() {
            let currency = self.graph.currency.key();
            assumed.push(format!("pay_{currency}_per_year: not told = what such jobs usually pay"));
        }
        let why_not = why(self.graph, &person, &self.settings, list.reach);
        let beside =
            Beside { id: &cells[&0], person: &person, why_not: &why_not, assumed: &assumed.join("; ") };
        let rows = rows(self.graph, &list, &beside, self.layout);
        Ok(Found { cells, person, list, rows })
    }

    /// What reads its rows.
    fn reader(&self) -> Reader<'_> {
        let (graph, targets, settled) = (self.graph, &self.targets, &self.settled);
        Reader { graph, targets, today: self.settings.today, settled }
    }

    /// The texts of a record that are not known for certain.
    pub(super) fn unsure(&self, record: &Record) -> Vec<Unsure> {
        self.form.cells(record).map_or_else(|_| Vec::new(), |(cells, _)| self.reader().unsure(&cells))
    }

    /// The profile of a record.
    pub(super) fn person(&self, record: &Record) -> Result<Profile, Vec<Reject>> {
        self.read(&self.form, record).map(|(_, told)| told.profile)
    }

    fn read(&self, form: &Form, record: &Record) -> Result<(Cells, Told), Vec<Reject>> {
        match record.cut {
            None => {}
            Some(Cut::Quote) => {
                let reason =
                    "a quoted cell does not end where its quote does; close it, or double the quotes in it";
                return Err(vec![Reject::row("open_quote", reason)]);
            }
            Some(Cut::Long) => {
                let reason = "the row is longer than 64 KB; its beginning is told here";
                return Err(vec![Reject::row("too_long", reason)]);
            }
        }
        let (cells, mut amiss) = form.cells(record)?;
        let long: Vec<Reject> = cells.iter().filter_map(|(at, cell)| too_long(*at, cell)).collect();
        if !long.is_empty() {
            return Err(long);
        }
        if !cells.contains_key(&0) {
            amiss.push(Reject::of("id", &Fault::MissingKey { key: "id".to_owned() }));
        }
        let reader = self.reader();
        match (reader.read(&cells), amiss.is_empty()) {
            (Ok(person), true) => Ok((cells, person)),
            (Ok(_), false) => Err(amiss),
            (Err(more), _) => {
                amiss.extend(more);
                Err(amiss)
            }
        }
    }
}

/// The most bytes of a cell.
const MOST_OF_CELL: usize = 4_000;

/// That a cell is longer than anything that somebody would say, so that nobody looks through it.
fn too_long(at: usize, cell: &str) -> Option<Reject> {
    let listed = || cell.split(['|', ';', ',', '/', '&', '\n']).count();
    let reason = if cell.len() > MOST_OF_CELL {
        format!("the cell is longer than {MOST_OF_CELL} bytes; leave out what does not belong there")
    } else if listed() > MOST_LISTED {
        format!("the cell lists more than {MOST_LISTED} things; leave out what does not belong there")
    } else {
        return None;
    };
    Some(Reject { column: COLUMNS[at].name.to_owned(), code: "too_long", reason })
}
