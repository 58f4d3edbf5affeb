//! What the office settled.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension};

use super::Stored;

/// Months after which a client whom nobody changed may be erased.
const KEPT: &str = "months kept";

/// How many entries the log has.
const ENTRIES: &str = "log entries";

/// Reads a number that was settled; none where it was not.
fn settled<T: FromStr>(store: &Connection, key: &str) -> Stored<Option<T>> {
    let mut asked = store.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    let value = asked.query_row([key], |row| row.get::<_, String>(0)).optional()?;
    Ok(value.and_then(|value| value.parse().ok()))
}

/// Settles a number.
fn settle(store: &Connection, key: &str, value: &str) -> Stored<()> {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2";
    store.prepare_cached(sql)?.execute([key, value])?;
    Ok(())
}

/// How many entries the log had when the last was added; none where that was not noted yet.
pub(super) fn noted_entries(store: &Connection) -> Stored<Option<i64>> {
    settled(store, ENTRIES)
}

/// Notes how many entries the log has.
pub(super) fn note_entries(store: &Connection, entries: i64) -> Stored<()> {
    settle(store, ENTRIES, &entries.to_string())
}

/// Months after which a client whom nobody changed may be erased; none keeps them all.
///
/// # Errors
/// What the database says.
pub fn months_kept(store: &Connection) -> Stored<Option<u32>> {
    settled(store, KEPT)
}

/// Settles them.
///
/// # Errors
/// What the database says.
pub fn keep_months(store: &Connection, months: Option<u32>) -> Stored<()> {
    if let Some(months) = months {
        return settle(store, KEPT, &months.to_string());
    }
    store.execute("DELETE FROM setting WHERE key = ?1", [KEPT])?;
    Ok(())
}
