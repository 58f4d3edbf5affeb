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
        let mut swept = Swept::default();
        for id in self.read(|store| due(store, &CLIENTS, now, None))? {
            // whoever was had back or changed meanwhile stays
            let still = |store: &Connection| Ok(!due(store, &CLIENTS, now, Some(&id))?.is_empty());
            if let Some(erased) = self.erase_where(&id, 0, now, still)? {
                swept.clients += 1;
                swept.traced += usize::from(!erased.left.is_empty() || erased.unproved.is_some());
            }
        }
        for id in self.read(|store| due(store, &COHORTS, now, None))? {
            let still = |store: &Connection| Ok(!due(store, &COHORTS, now, Some(&id))?.is_empty());
            swept.cohorts += usize::from(self.discard_where(&id, still)?);
        }
        Ok(swept)
    }
}

/// What is due of a table: what was removed long enough ago, or what nobody changed for the months settled.
struct Due {
    table: &'static str,
    /// What has to be so besides.
    idle: &'static str,
}

const CLIENTS: Due = Due { table: "client", idle: "1" };
const COHORTS: Due = Due { table: "cohort", idle: "state NOT IN ('waiting', 'running')" };

/// What is due, of all or of one.
fn due(store: &Connection, of: &Due, now: i64, one: Option<&str>) -> Stored<Vec<String>> {
    let old = months_kept(store)?.map_or(i64::MIN, |months| now - i64::from(months) * MONTH);
    let Due { table, idle } = of;
    let sql = format!(
        "SELECT id FROM {table} WHERE (removed <= ?1 OR changed <= ?2) AND {idle} AND (?3 IS NULL OR id = ?3)"
    );
    let mut asked = store.prepare(&sql)?;
    let ids = asked.query_map(params![now - UNDO_FOR, old, one], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
