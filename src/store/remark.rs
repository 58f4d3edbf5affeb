//! Remarks: notes of a client, and decisions about a result, each with who wrote it and, for a decision, why.

use rusqlite::{Connection, Row, params};

use super::Stored;
use super::account::Account;
use super::assessment::Assessment;
use super::client::Client;
use super::secret::id;

/// What a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remarked {
    /// A note; it moves nothing.
    Note,
    /// A step that no pathway may have.
    Exclude,
    /// A step that every pathway must have.
    Require,
    /// A pathway that stays in the answer whatever beats it.
    Pin,
    /// What counts how much.
    Weights,
    /// A figure that the office knows better than the graph.
    Figure,
}

impl Remarked {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Note, Self::Exclude, Self::Require, Self::Pin, Self::Weights, Self::Figure];

    /// Its word in the database and in forms.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Exclude => "exclude",
            Self::Require => "require",
            Self::Pin => "pin",
            Self::Weights => "weights",
            Self::Figure => "figure",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A random id that tells nothing.
    pub id: String,
    /// What it is.
    pub kind: Remarked,
    /// What a decision is about: a step, a pathway, weights, a figure; empty for a note.
    pub what: String,
    /// The note, or the reason of a decision.
    pub said: String,
    /// The name of who wrote it.
    pub by: String,
    /// When, in seconds.
    pub at: i64,
    /// When it was removed.
    pub removed: Option<i64>,
}

const FIELDS: &str = "SELECT remark.id, kind, what, said, account.name, at, removed
    FROM remark JOIN account ON account.id = remark.account";

impl Remark {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let kind: String = row.get(1)?;
        Ok(Self {
            id: row.get(0)?,
            kind: Remarked::from_key(&kind).unwrap_or(Remarked::Note),
            what: row.get(2)?,
            said: row.get(3)?,
            by: row.get(4)?,
            at: row.get(5)?,
            removed: row.get(6)?,
        })
    }

    /// The notes of a client, last written first; what was removed too.
    ///
    /// # Errors
    /// What the database says.
    pub fn notes(store: &Connection, client: &Client) -> Stored<Vec<Self>> {
        let sql = format!("{FIELDS} WHERE client = ?1 AND assessment IS NULL ORDER BY at DESC, remark.id");
        let mut asked = store.prepare_cached(&sql)?;
        let all = asked.query_map([&client.id], Self::read)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// The decisions about an assessment's result, in the order in which they were taken; what was removed too.
    ///
    /// # Errors
    /// What the database says.
    pub fn decisions(store: &Connection, assessment: &str) -> Stored<Vec<Self>> {
        let sql = format!("{FIELDS} WHERE assessment = ?1 ORDER BY at, remark.id");
        let mut asked = store.prepare_cached(&sql)?;
        let all = asked.query_map([assessment], Self::read)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Removes a note of the client's, or a decision about one of their results, or has it back: true where there is one.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove(
        store: &Connection,
        client: &Client,
        about: Option<&Assessment>,
        id: &str,
        at: Option<i64>,
    ) -> Stored<bool> {
        let sql = "UPDATE remark SET removed = ?4 WHERE client = ?1 AND assessment IS ?2 AND id = ?3";
        let about = about.map(|about| &about.id);
        Ok(store.execute(sql, params![client.id, about, id, at])? > 0)
    }
}

impl Client {
    /// Adds a note, or a decision about a result.
    ///
    /// # Errors
    /// What the database says.
    pub fn remark(
        &self,
        store: &Connection,
        by: &Account,
        about: Option<&Assessment>,
        (kind, what, said): (Remarked, &str, &str),
        now: i64,
    ) -> Stored<String> {
        let id = id()?;
        store.execute(
            "INSERT INTO remark (id, client, assessment, account, kind, what, said, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![id, self.id, about.map(|about| &about.id), by.id, kind.key(), what, said, now],
        )?;
        self.touch(store, now)?;
        Ok(id)
    }
}
