//! Links that open something once, until a time.

use rusqlite::{Connection, params};

use super::Stored;
use super::secret::Secret;

/// What a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The first account.
    SetUp,
}

impl Purpose {
    const fn key(self) -> &'static str {
        match self {
            Self::SetUp => "set-up",
        }
    }

    /// Makes a link, in place of others for the same.
    ///
    /// # Errors
    /// What the database says.
    pub fn link(self, store: &Connection, until: i64) -> Stored<Secret> {
        let secret = Secret::new()?;
        store.execute("DELETE FROM link WHERE purpose = ?1", [self.key()])?;
        store.execute(
            "INSERT INTO link (digest, purpose, until) VALUES (?1, ?2, ?3)",
            params![secret.digest(), self.key(), until],
        )?;
        Ok(secret)
    }

    /// Whether a link opens something now.
    ///
    /// # Errors
    /// What the database says.
    pub fn opened_by(self, store: &Connection, secret: &Secret, now: i64) -> Stored<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM link WHERE digest = ?1 AND purpose = ?2 AND until > ?3)";
        Ok(store.query_row(sql, params![secret.digest(), self.key(), now], |row| row.get(0))?)
    }

    /// Uses a link up; false where it opens nothing any more.
    ///
    /// # Errors
    /// What the database says.
    pub fn spend(self, store: &Connection, secret: &Secret, now: i64) -> Stored<bool> {
        let opens = self.opened_by(store, secret, now)?;
        store.execute("DELETE FROM link WHERE digest = ?1", [secret.digest()])?;
        Ok(opens)
    }
}
