//! A run that writes nothing: what would be rejected, by kind, and how long the others would take.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::far::Far;
use super::reading::Reading;
use super::records::Record;
use super::run::Order;
use super::score::Scorer;
use super::settled::Unsure;
use crate::finding::Finding;
use crate::profile::Profile;
use crate::recommend::shortlist;
use crate::search::StartClasses;
use crate::seeded::number;

/// Rows that are checked at once.
const AT_ONCE: usize = 4_096;

/// The most texts that are told to be settled: nobody fills in more.
const MOST_UNSURE: usize = 10_000;

/// How many people are scored to tell how long all take.
const TRIED: usize = 60;

/// One kind of fault in a cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The column, or empty where it is the row.
    pub column: String,
    /// The kind of fault as one word.
    pub code: &'static str,
    /// How many rows have it.
    pub rows: u64,
    /// The file and line of the first, and what is wrong there.
    pub first: (String, u64, String),
}

/// What a check came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checked {
    /// Rows that would be scored.
    pub good: u64,
    /// Rows that would be rejected.
    pub rejected: u64,
    /// The kinds of faults, most frequent first.
    pub tallies: Vec<Tally>,
    /// Some of the people, each as likely as another.
    some: Vec<Profile>,
}

impl Checked {
    /// Takes a row in that would be scored.
    fn take(&mut self, person: Profile) {
        if self.some.len() < TRIED {
            self.some.push(person);
        } else {
            let place = number(1, self.good) % (self.good + 1);
            if let Some(place) = usize::try_from(place).ok().and_then(|place| self.some.get_mut(place)) {
                *place = person;
            }
        }
        self.good += 1;
    }
}

/// Rows that were read at once, each with what came of it.
struct Batch<'b, T> {
    /// The input's place and path.
    input: usize,
    path: &'b Path,
    /// Bytes of it that were read.
    offset: u64,
    rows: Vec<(Record, T)>,
}

impl Order<'_> {
    /// Checks every row and writes nothing.
    ///
    /// # Errors
    /// What keeps an input from being read.
    pub fn check<'o>(
        &'o self,
        stop: &'o AtomicBool,
        told: &mut dyn FnMut(Far),
    ) -> Result<Checked, Vec<Finding>> {
        let mut checked = Checked::default();
        let mut kinds: BTreeMap<(String, &'static str), Tally> = BTreeMap::new();
        let length = self.length();
        self.read_rows(stop, Scorer::person, |batch| {
            let name = batch.path.display().to_string();
            for (record, read) in batch.rows {
                let amiss = match read {
                    Ok(person) => {
                        checked.take(person);
                        continue;
                    }
                    Err(amiss) => amiss,
                };
                checked.rejected += 1;
                for reject in amiss {
                    let first = (name.clone(), record.line, reject.reason);
                    let (column, code) = (reject.column, reject.code);
                    let tally = Tally { column: column.clone(), code, rows: 0, first };
                    kinds.entry((column, code)).or_insert(tally).rows += 1;
                }
            }
            told(length.far(checked.good, checked.rejected, batch.input, batch.offset));
            true
        })?;
        checked.tallies = kinds.into_values().collect();
        checked
            .tallies
            .sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| (&a.column, a.code).cmp(&(&b.column, b.code))));
        Ok(checked)
    }

    /// Reads all rows of the inputs, some at once, until it is told to stop or `take` has enough.
    fn read_rows<'o, T: Send>(
        &'o self,
        stop: &'o AtomicBool,
        read: impl Fn(&Scorer<'o>, &Record) -> T + Sync,
        mut take: impl FnMut(Batch<'_, T>) -> bool,
    ) -> Result<(), Vec<Finding>> {
        let (pool, mut done, mut goes_on) = (self.pool()?, 0, true);
        for (input, path) in self.inputs.iter().enumerate() {
            let mut reading = Reading::open(self, path, 0, 1, stop)?;
            while goes_on && !stop.load(Ordering::Relaxed) {
                let taken = match reading.take(self.left(done).min(AT_ONCE)) {
                    Err(_) if stop.load(Ordering::Relaxed) => break,
                    taken => taken?,
                };
                if taken.is_empty() {
                    break;
                }
                done += taken.len() as u64;
                let scorer = &reading.scorer;
                let rows = pool.install(|| {
                    taken
                        .into_par_iter()
                        .map(|record| {
                            let came = read(scorer, &record);
                            (record, came)
                        })
                        .collect::<Vec<_>>()
                });
                goes_on = take(Batch { input, path, offset: reading.at().0, rows });
            }
        }
        Ok(())
    }

    /// The texts of the rows that are not known for certain, each once.
    ///
    /// # Errors
    /// What keeps an input from being read.
    pub fn unsure<'o>(&'o self, stop: &'o AtomicBool) -> Result<Vec<Unsure>, Vec<Finding>> {
        let mut unsure = BTreeSet::new();
        self.read_rows(stop, Scorer::unsure, |batch| {
            unsure.extend(batch.rows.into_iter().flat_map(|(_, found)| found));
            unsure.len() <= MOST_UNSURE
        })?;
        Ok(unsure.into_iter().collect())
    }

    /// How long scoring takes with the threads of the run, by some of the people who were checked: less where many tell
    /// the same. Nothing where nobody can be scored.
    ///
    /// # Errors
    /// Where there cannot be so many threads.
    pub fn takes(&self, checked: &Checked) -> Result<Option<Duration>, Vec<Finding>> {
        if checked.some.is_empty() {
            return Ok(None);
        }
        let pool = self.pool()?;
        let classes = StartClasses::default();
        let score = |person| drop(shortlist(self.graph, self.pay, &classes, person, &self.settings));
        let scored = || pool.install(|| checked.some.par_iter().for_each(score));
        // what is worked out once for a region is no part of it
        scored();
        let begin = Instant::now();
        scored();
        #[expect(clippy::cast_precision_loss, reason = "it is told roughly")]
        let times = checked.good as f64 / checked.some.len() as f64;
        Ok(Some(begin.elapsed().mul_f64(times)))
    }
}
