//! Assessments: answers so far, and what came of them with the graph that it came of.

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;
use super::client::Client;
use super::secret::id;

/// An assessment of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// A random id that tells nothing.
    pub id: String,
    /// The answers so far, as a draft.
    pub draft: String,
    /// When it was begun, in seconds.
    pub begun: i64,
    /// When it last changed.
    pub changed: i64,
    /// When a student said that the answers are theirs.
    pub answered: Option<i64>,
    /// When a result was made of it.
    pub made: Option<i64>,
}

/// What came of an assessment, as it was told then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The graph's id, version and digest.
    pub graph: [String; 3],
    /// The profile as a file.
    pub profile: String,
    /// The report as JSON.
    pub report: String,
    /// The report as a page.
    pub page: String,
    /// The report as CSV.
    pub table: String,
}

const FIELDS: &str = "SELECT id, draft, begun, changed, answered, made FROM assessment";

impl Assessment {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            draft: row.get(1)?,
            begun: row.get(2)?,
            changed: row.get(3)?,
            answered: row.get(4)?,
            made: row.get(5)?,
        })
    }

    /// Begins one.
    ///
    /// # Errors
    /// What the database says.
    pub fn begin(store: &Connection, client: &Client, draft: &str, now: i64) -> Stored<String> {
        let id = id()?;
        store.execute(
            "INSERT INTO assessment (id, client, draft, begun, changed) VALUES (?1, ?2, ?3, ?4, ?4)",
            params![id, client.id, draft, now],
        )?;
        client.touch(store, now)?;
        Ok(id)
    }

    /// One of a client's.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(store: &Connection, client: &Client, id: &str) -> Stored<Option<Self>> {
        let sql = format!("{FIELDS} WHERE client = ?1 AND id = ?2");
        Ok(store.query_row(&sql, params![client.id, id], Self::read).optional()?)
    }

    /// All of a client's, last begun first.
    ///
    /// # Errors
    /// What the database says.
    pub fn all(store: &Connection, client: &Client) -> Stored<Vec<Self>> {
        let sql = format!("{FIELDS} WHERE client = ?1 ORDER BY begun DESC, id");
        let mut asked = store.prepare_cached(&sql)?;
        let all = asked.query_map([&client.id], Self::read)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Keeps the answers so far, where they are still those that were answered to: false where somebody else answered.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep(&self, store: &Connection, client: &Client, draft: &str, now: i64) -> Stored<bool> {
        let kept = store.execute(
            "UPDATE assessment SET draft = ?3, changed = ?4 WHERE id = ?1 AND draft = ?2 AND made IS NULL",
            params![self.id, self.draft, draft, now],
        )?;
        client.touch(store, now)?;
        Ok(kept > 0)
    }

    /// The client of one.
    ///
    /// # Errors
    /// What the database says.
    pub fn client_of(store: &Connection, id: &str) -> Stored<String> {
        Ok(store.query_row("SELECT client FROM assessment WHERE id = ?1", [id], |row| row.get(0))?)
    }

    /// Lets it be answered anew by a student; whoever answered it does not any more.
    ///
    /// # Errors
    /// What the database says.
    pub fn reopen(&self, store: &Connection) -> Stored<()> {
        store.execute("DELETE FROM guest WHERE assessment = ?1", [&self.id])?;
        store.execute("UPDATE assessment SET answered = NULL WHERE id = ?1", [&self.id])?;
        Ok(())
    }

    /// Keeps what came of it; no student answers it any more. False where its answers are others by now, or it has a result.
    ///
    /// # Errors
    /// What the database says.
    pub fn finish(&self, store: &Connection, client: &Client, made: &Made, now: i64) -> Stored<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM assessment WHERE id = ?1 AND draft = ?2 AND made IS NULL)";
        if !store.query_row(sql, params![self.id, self.draft], |row| row.get::<_, bool>(0))? {
            return Ok(false);
        }
        self.list_again(store, client, made, now)?;
        for table in ["guest", "link"] {
            store.execute(&format!("DELETE FROM {table} WHERE assessment = ?1"), [&self.id])?;
        }
        Ok(true)
    }

    /// Keeps what comes of it with other decisions.
    ///
    /// # Errors
    /// What the database says.
    pub fn list_again(&self, store: &Connection, client: &Client, made: &Made, now: i64) -> Stored<()> {
        let [graph, version, digest] = &made.graph;
        store.execute(
            "UPDATE assessment SET made = ?2, graph = ?3, version = ?4, digest = ?5, profile = ?6, report = ?7,
                page = ?8, table_text = ?9 WHERE id = ?1",
            params![self.id, now, graph, version, digest, made.profile, made.report, made.page, made.table],
        )?;
        client.touch(store, now)
    }

    /// What came of it.
    ///
    /// # Errors
    /// What the database says.
    pub fn result(&self, store: &Connection) -> Stored<Option<Made>> {
        let sql = "SELECT graph, version, digest, profile, report, page, table_text FROM assessment
            WHERE id = ?1 AND made IS NOT NULL";
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Made {
                graph: [row.get(0)?, row.get(1)?, row.get(2)?],
                profile: row.get(3)?,
                report: row.get(4)?,
                page: row.get(5)?,
                table: row.get(6)?,
            })
        };
        Ok(store.query_row(sql, [&self.id], read).optional()?)
    }
}
