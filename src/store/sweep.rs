//! What goes by itself: removed things once they can no longer be had back, and clients whom nobody changed for long.

use rusqlite::{Connection, params};

use super::setting::months_kept;
use super::{Store, Stored};

/// Seconds for which what was removed can be had back.
pub const UNDO_FOR: i64 = 24 * 3600;
/// Seconds of a month: a twelfth of the Gregorian year.
const MONTH: i64 = 2_629_746;

/// What went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Clients who were erased.
    pub clients: usize,
    /// Of those, how many left traces that were found.
    pub traced: usize,
    /// Cohorts that were taken away.
    pub cohorts: usize,
}

impl Store {
    /// Takes away whatever is due.
    ///
    /// # Errors
    /// What the database or the folder says; what went is gone.
    pub fn sweep(&self, now: i64) -> Stored<Swept> {
        self.write(|store| {
            store.execute("DELETE FROM remark WHERE removed <= ?1", [now - UNDO_FOR])?;
            store.execute("DELETE FROM link WHERE until <= ?1", [now])?;
            store.execute("DELETE FROM guest WHERE until <= ?1", [now])?;
            Ok(())
        })?;
        let due = |table: &'static str, idle: &'static str| {
            move |store: &Connection| -> Stored<Vec<String>> {
                let old = months_kept(store)?.map_or(i64::MIN, |months| now - i64::from(months) * MONTH);
                let sql = format!("SELECT id FROM {table} WHERE removed <= ?1 OR ({idle} changed <= ?2)");
                let mut asked = store.prepare(&sql)?;
                let ids = asked.query_map(params![now - UNDO_FOR, old], |row| row.get(0))?;
                Ok(ids.collect::<Result<_, _>>()?)
            }
        };
        let mut swept = Swept::default();
        for id in self.read(due("client", ""))? {
            if let Some(erased) = self.erase(&id, 0, now)? {
                swept.clients += 1;
                swept.traced += usize::from(!erased.left.is_empty());
            }
        }
        for id in self.read(due("cohort", "state NOT IN ('waiting', 'running') AND"))? {
            self.discard(&id)?;
            swept.cohorts += 1;
        }
        Ok(swept)
    }
}
