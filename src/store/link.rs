//! Links that open something once, until a time.

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;
use super::secret::Secret;

/// What a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The first account.
    SetUp,
    /// An assessment, to a student.
    Student,
}

impl Purpose {
    const fn key(self) -> &'static str {
        match self {
            Self::SetUp => "set-up",
            Self::Student => "student",
        }
    }

    /// Makes a link, in place of others for the same; what it opens where it is an assessment.
    ///
    /// # Errors
    /// What the database says.
    pub fn link(self, store: &Connection, opens: Option<&str>, until: i64) -> Stored<Secret> {
        let secret = Secret::new()?;
        store.execute(
            "DELETE FROM link WHERE purpose = ?1 AND assessment IS ?2",
            params![self.key(), opens],
        )?;
        store.execute(
            "INSERT INTO link (digest, purpose, assessment, until) VALUES (?1, ?2, ?3, ?4)",
            params![secret.digest(), self.key(), opens, until],
        )?;
        Ok(secret)
    }

    /// The assessment that a link opens now; none where it opens nothing any more, or something else.
    ///
    /// # Errors
    /// What the database says.
    pub fn opens(self, store: &Connection, secret: &Secret, now: i64) -> Stored<Option<String>> {
        let sql = "SELECT assessment FROM link WHERE digest = ?1 AND purpose = ?2 AND until > ?3";
        let found = store.query_row(sql, params![secret.digest(), self.key(), now], |row| row.get(0));
        Ok(found.optional()?.flatten())
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
