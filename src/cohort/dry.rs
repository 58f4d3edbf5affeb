//! A run that writes nothing: what would be rejected, by kind.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::far::Far;
use super::reading::Reading;
use super::run::Order;
use crate::finding::Finding;

/// Rows that are checked at once.
const AT_ONCE: usize = 4_096;

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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Rows that would be scored.
    pub good: u64,
    /// Rows that would be rejected.
    pub rejected: u64,
    /// The kinds of faults, most frequent first.
    pub tallies: Vec<Tally>,
}

impl Order<'_> {
    /// Checks every row and writes nothing.
    ///
    /// # Errors
    /// What keeps an input from being read.
    pub fn check(&self, stop: &AtomicBool, told: &mut dyn FnMut(Far)) -> Result<Checked, Vec<Finding>> {
        let pool = self.pool()?;
        let mut checked = Checked::default();
        let mut kinds: BTreeMap<(String, &'static str), Tally> = BTreeMap::new();
        let length = self.length();
        for (input, path) in self.inputs.iter().enumerate() {
            let name = path.display().to_string();
            let mut reading = Reading::open(self, path, 0, 1)?;
            loop {
                let taken = reading.take(self.left(checked.good + checked.rejected).min(AT_ONCE))?;
                if taken.is_empty() || stop.load(Ordering::Relaxed) {
                    break;
                }
                let scorer = &reading.scorer;
                let amiss: Vec<_> =
                    pool.install(|| taken.par_iter().map(|record| scorer.person(record).err()).collect());
                for (record, amiss) in taken.iter().zip(amiss) {
                    let Some(amiss) = amiss else {
                        checked.good += 1;
                        continue;
                    };
                    checked.rejected += 1;
                    for reject in amiss {
                        let first = (name.clone(), record.line, reject.reason);
                        let (column, code) = (reject.column, reject.code);
                        let tally = Tally { column: column.clone(), code, rows: 0, first };
                        kinds.entry((column, code)).or_insert(tally).rows += 1;
                    }
                }
                told(length.far(checked.good, checked.rejected, input, reading.at().0));
            }
        }
        checked.tallies = kinds.into_values().collect();
        checked
            .tallies
            .sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| (&a.column, a.code).cmp(&(&b.column, b.code))));
        Ok(checked)
    }
}
