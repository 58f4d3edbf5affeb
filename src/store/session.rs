//! Sessions: who is signed in, until they leave, do nothing for long, or have been in for long.

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;
use super::account::Account;
use super::secret::Secret;

/// How long sessions last, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spans {
    /// Without doing anything.
    pub idle: i64,
    /// In all.
    pub whole: i64,
}

impl Default for Spans {
    fn default() -> Self {
        Self { idle: 30 * 60, whole: 10 * 3600 }
    }
}

/// Seconds for which a session counts as seen, so that not every look writes.
const SEEN_FOR: i64 = 60;

/// A clock that is put right by so many seconds ends no session.
const AHEAD: i64 = 5 * 60;

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub account: Account,
    /// What every form of the session carries.
    pub form: String,
    /// What is kept of the secret.
    pub digest: String,
    begun: i64,
    seen: i64,
}

impl Session {
    /// Begins a session with a secret of its own.
    ///
    /// # Errors
    /// What the database says.
    pub fn begin(store: &Connection, account: &Account, now: i64) -> Stored<Secret> {
        let (secret, form) = (Secret::new()?, Secret::new()?);
        store.execute(
            "INSERT INTO session (digest, account, form, begun, seen) VALUES (?1, ?2, ?3, ?4, ?4)",
            params![secret.digest(), account.id, form.told(), now],
        )?;
        Ok(secret)
    }

    /// The session of a secret, where it still lasts.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(store: &Connection, secret: &Secret, spans: Spans, now: i64) -> Stored<Option<Self>> {
        let digest = secret.digest();
        let found = store
            .query_row(
                // one of a time that has not come was begun while the clock was ahead
                "SELECT account, form, begun, seen FROM session
                 WHERE digest = ?1 AND seen > ?2 AND begun > ?3 AND begun <= ?4",
                params![digest, now - spans.idle, now - spans.whole, now + AHEAD],
                |row| {
                    Ok((
                        row.get::<_, i64>(0)?,
                        row.get::<_, String>(1)?,
                        row.get::<_, i64>(2)?,
                        row.get::<_, i64>(3)?,
                    ))
                },
            )
            .optional()?;
        let Some((account, form, begun, seen)) = found else { return Ok(None) };
        Ok(Account::of(store, account)?.map(|account| Self { account, form, digest, begun, seen }))
    }

    /// Seconds that are left where nothing more is done.
    #[must_use]
    pub fn left(&self, spans: Spans, now: i64) -> i64 {
        (spans.idle).min(self.begun + spans.whole - now)
    }

    /// Whether it has to be told that somebody was here.
    #[must_use]
    pub const fn stale(&self, now: i64) -> bool {
        now - self.seen >= SEEN_FOR
    }

    /// Tells that somebody was here.
    ///
    /// # Errors
    /// What the database says.
    pub fn touch(&self, store: &Connection, now: i64) -> Stored<()> {
        store.execute("UPDATE session SET seen = ?2 WHERE digest = ?1", params![self.digest, now])?;
        Ok(())
    }

    /// Ends it, and sessions that ended by themselves with it.
    ///
    /// # Errors
    /// What the database says.
    pub fn end(&self, store: &Connection, spans: Spans, now: i64) -> Stored<()> {
        store.execute(
            "DELETE FROM session WHERE digest = ?1 OR seen <= ?2 OR begun <= ?3 OR begun > ?4",
            params![self.digest, now - spans.idle, now - spans.whole, now + AHEAD],
        )?;
        Ok(())
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// What the database says.
    pub fn end_all(store: &Connection, account: &Account) -> Stored<()> {
        store.execute("DELETE FROM session WHERE account = ?1", [account.id])?;
        Ok(())
    }
}
