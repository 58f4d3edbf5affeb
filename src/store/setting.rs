//! What the office settled.

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;

/// Months after which a client whom nobody changed is erased.
const KEPT: &str = "months kept";

/// How many entries the log has.
const ENTRIES: &str = "log entries";

/// How many entries the log had when the last was added; none where that was not noted yet.
pub(super) fn noted_entries(store: &Connection) -> Stored<Option<i64>> {
    let sql = "SELECT value FROM setting WHERE key = ?1";
    let value = store.query_row(sql, [ENTRIES], |row| row.get::<_, String>(0)).optional()?;
    Ok(value.and_then(|value| value.parse().ok()))
}

/// Notes how many entries the log has.
pub(super) fn note_entries(store: &Connection, entries: i64) -> Stored<()> {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2";
    store.prepare_cached(sql)?.execute(params![ENTRIES, entries.to_string()])?;
    Ok(())
}

/// Months after which a client whom nobody changed is erased; none keeps them all.
///
/// # Errors
/// What the database says.
pub fn months_kept(store: &Connection) -> Stored<Option<u32>> {
    let sql = "SELECT value FROM setting WHERE key = ?1";
    let value = store.query_row(sql, [KEPT], |row| row.get::<_, String>(0)).optional()?;
    Ok(value.and_then(|value| value.parse().ok()))
}

/// Settles them.
///
/// # Errors
/// What the database says.
pub fn keep_months(store: &Connection, months: Option<u32>) -> Stored<()> {
    match months {
        Some(months) => store.execute(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2",
            params![KEPT, months.to_string()],
        )?,
        None => store.execute("DELETE FROM setting WHERE key = ?1", [KEPT])?,
    };
    Ok(())
}
