//! What goes by itself: removed things once they can no longer be had back. Clients and cohorts whom nobody changed for
//! long go when somebody asks for it, so many a day, so that a clock that is wrong takes nobody away.

use rusqlite::{Connection, params};

use super::setting::months_kept;
use super::{Store, Stored};

/// Seconds for which what was removed can be had back.
pub const UNDO_FOR: i64 = DAY;
/// The most clients who go for their age in a day.
pub const MOST_A_DAY: usize = 100;
const DAY: i64 = 24 * 3600;
/// Seconds of a month: a twelfth of the Gregorian year.
const MONTH: i64 = 2_629_746;
/// The clock may be so many seconds beyond the last thing that anybody did; a desk that rested longer waits for somebody.
const RESTED: i64 = 3 * DAY;

/// What went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Clients who were erased.
    pub clients: usize,
    /// Of those, how many left traces that were found.
    pub traced: usize,
    /// Cohorts that were taken away.
    pub cohorts: usize,
    /// Whether nothing went because the clock is far beyond the last thing that anybody did.
    pub waits: bool,
}

/// What is old enough to go: clients, the oldest first, and cohorts, by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Old {
    /// Clients, at most as many as may still go today.
    pub clients: Vec<String>,
    /// Cohorts.
    pub cohorts: Vec<String>,
}

impl Store {
    /// Takes away what was removed long enough ago.
    ///
    /// # Errors
    /// What the database or the folder says; what went is gone.
    pub fn sweep(&self, now: i64) -> Stored<Swept> {
        if self.read(|store| is_far_ahead(store, now))? {
            return Ok(Swept { waits: true, ..Swept::default() });
        }
        self.write(|store| {
            store.execute("DELETE FROM remark WHERE removed <= ?1", [now - UNDO_FOR])?;
            store.execute("DELETE FROM link WHERE until <= ?1", [now])?;
            store.execute("DELETE FROM guest WHERE until <= ?1", [now])?;
            Ok(())
        })?;
        let removed = |of: Due| Due { when: "removed", ..of };
        let before = now - UNDO_FOR;
        let [clients, cohorts] = [removed(CLIENTS), removed(COHORTS)].map(|of| (of, before));
        let old = self.read(|store| {
            Ok(Old { clients: due(store, clients, None)?, cohorts: due(store, cohorts, None)? })
        })?;
        self.take_away(&old, [clients, cohorts], 0, now)
    }

    /// Finds what nobody changed for the months settled; nothing where none are.
    ///
    /// # Errors
    /// What the database says.
    pub fn old(&self, now: i64) -> Stored<Old> {
        self.read(|store| {
            let Some(before) = changed_before(store, now)? else { return Ok(Old::default()) };
            let sql = "SELECT COUNT(*) FROM audit WHERE action = 'erased' AND at > ?1";
            let today: i64 = store.query_row(sql, [now - DAY], |row| row.get(0))?;
            let left = MOST_A_DAY.saturating_sub(usize::try_from(today).unwrap_or(0));
            let mut clients = due(store, (CLIENTS, before), None)?;
            clients.truncate(left);
            Ok(Old { clients, cohorts: due(store, (COHORTS, before), None)? })
        })
    }

    /// Takes away what somebody was shown as old, where it still is.
    ///
    /// # Errors
    /// What the database or the folder says; what went is gone.
    pub fn erase_old(&self, old: &Old, by: i64, now: i64) -> Stored<Swept> {
        let Some(before) = self.read(|store| changed_before(store, now))? else {
            return Ok(Swept::default());
        };
        self.take_away(old, [(CLIENTS, before), (COHORTS, before)], by, now)
    }

    /// Takes away clients and cohorts, each where it is still due.
    fn take_away(&self, old: &Old, due_of: [(Due, i64); 2], by: i64, now: i64) -> Stored<Swept> {
        let [clients, cohorts] = due_of;
        let mut swept = Swept::default();
        for id in &old.clients {
            // whoever was had back or changed meanwhile stays
            let still = |store: &Connection| Ok(!due(store, clients, Some(id))?.is_empty());
            if let Some(erased) = self.erase_where(id, by, now, still)? {
                swept.clients += 1;
                swept.traced += usize::from(!erased.left.is_empty() || erased.unproved.is_some());
            }
        }
        for id in &old.cohorts {
            let still = |store: &Connection| Ok(!due(store, cohorts, Some(id))?.is_empty());
            swept.cohorts += usize::from(self.discard_where(id, still)?);
        }
        Ok(swept)
    }
}

/// Whether the clock is far beyond the last thing in the log.
fn is_far_ahead(store: &Connection, now: i64) -> Stored<bool> {
    let last: Option<i64> = store.query_row("SELECT MAX(at) FROM audit", [], |row| row.get(0))?;
    Ok(last.is_some_and(|last| now - last > RESTED))
}

/// The time before which what nobody changed since is old.
fn changed_before(store: &Connection, now: i64) -> Stored<Option<i64>> {
    Ok(months_kept(store)?.map(|months| now - i64::from(months) * MONTH))
}

/// What may be due, by when something was done to it.
#[derive(Debug, Clone, Copy)]
struct Due {
    table: &'static str,
    when: &'static str,
    /// What has to be so besides.
    idle: &'static str,
}

const CLIENTS: Due = Due { table: "client", when: "changed", idle: "1" };
const COHORTS: Due = Due { table: "cohort", when: "changed", idle: "state NOT IN ('waiting', 'running')" };

/// What is due since a time, of all or of one, the oldest first.
fn due(store: &Connection, (of, before): (Due, i64), one: Option<&str>) -> Stored<Vec<String>> {
    let Due { table, when, idle } = of;
    let sql = format!(
        "SELECT id FROM {table} WHERE {when} <= ?1 AND {idle} AND (?2 IS NULL OR id = ?2) ORDER BY {when}, id"
    );
    let mut asked = store.prepare(&sql)?;
    let ids = asked.query_map(params![before, one], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
