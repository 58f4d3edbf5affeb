//! Clients, by a reference of the office's own: no name is asked, no birth date, no number of the state.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Stored;
use super::account::{Account, Duty};
use super::secret::id;

/// A client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// A random id that tells nothing.
    pub id: String,
    /// What the office calls them.
    pub reference: String,
    /// When they were first told of, in seconds.
    pub made: i64,
    /// When something of theirs last changed.
    pub changed: i64,
    /// When somebody asked for them to be erased.
    pub removed: Option<i64>,
    /// Whether they are of whoever looks, and not only shared.
    pub owned: bool,
    /// Whether whoever looks may change what is theirs.
    pub writes: bool,
}

/// Own clients and those shared with an account; a reader's are to be read only.
const SEEN: &str =
    "SELECT client.id, client.reference, client.made, client.changed, client.removed, client.owner = ?1
    FROM client WHERE (client.owner = ?1
        OR EXISTS (SELECT 1 FROM share WHERE share.client = client.id AND share.account = ?1))";

impl Client {
    fn read(row: &Row<'_>, account: &Account) -> rusqlite::Result<Self> {
        let (removed, owns): (Option<i64>, bool) = (row.get(4)?, row.get(5)?);
        let owned = owns && account.duty != Duty::Reader;
        Ok(Self {
            id: row.get(0)?,
            reference: row.get(1)?,
            made: row.get(2)?,
            changed: row.get(3)?,
            removed,
            owned,
            writes: owned && removed.is_none(),
        })
    }

    /// Makes a client of an account's own.
    ///
    /// # Errors
    /// What the database says.
    pub fn make(store: &Connection, account: &Account, reference: &str, now: i64) -> Stored<String> {
        let id = id()?;
        store.execute(
            "INSERT INTO client (id, owner, reference, made, changed) VALUES (?1, ?2, ?3, ?4, ?4)",
            params![id, account.id, reference, now],
        )?;
        Ok(id)
    }

    /// A client whom an account may see.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(store: &Connection, account: &Account, id: &str) -> Stored<Option<Self>> {
        let sql = format!("{SEEN} AND client.id = ?2");
        Ok(store.query_row(&sql, params![account.id, id], |row| Self::read(row, account)).optional()?)
    }

    /// A client, whoever looks, who may be changed: for a student who answers.
    ///
    /// # Errors
    /// What the database says.
    pub(super) fn open(store: &Connection, id: &str) -> Stored<Option<Self>> {
        let sql = "SELECT id, reference, made, changed FROM client WHERE id = ?1 AND removed IS NULL";
        let read = |row: &Row<'_>| {
            Ok(Self {
                id: row.get(0)?,
                reference: row.get(1)?,
                made: row.get(2)?,
                changed: row.get(3)?,
                removed: None,
                owned: false,
                writes: true,
            })
        };
        Ok(store.query_row(sql, [id], read).optional()?)
    }

    /// Asks for the client to be erased, or has them back.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove(&self, store: &Connection, at: Option<i64>) -> Stored<()> {
        store.execute("UPDATE client SET removed = ?2 WHERE id = ?1", params![self.id, at])?;
        Ok(())
    }

    /// Hands all clients and cohorts of an account over to another, and ends what was shared with it.
    ///
    /// # Errors
    /// What the database says.
    pub fn hand_over(store: &Connection, from: &Account, to: &Account) -> Stored<()> {
        for sql in [
            "UPDATE client SET owner = ?2 WHERE owner = ?1",
            "UPDATE cohort SET owner = ?2 WHERE owner = ?1",
            "DELETE FROM share WHERE account = ?1 OR account = ?2
                AND client IN (SELECT id FROM client WHERE owner = ?2)",
        ] {
            store.execute(sql, params![from.id, to.id])?;
        }
        Ok(())
    }

    /// The clients whom an account may see and whose reference has some text in it, last changed first, at most so many;
    /// and how many there are.
    ///
    /// # Errors
    /// What the database says.
    pub fn found(
        store: &Connection,
        account: &Account,
        text: &str,
        most: usize,
    ) -> Stored<(Vec<Self>, usize)> {
        let sql = format!(
            "{SEEN} AND instr(lower(client.reference), lower(?2)) > 0 ORDER BY client.changed DESC, client.id"
        );
        let mut asked = store.prepare_cached(&sql)?;
        let all = asked
            .query_map(params![account.id, text], |row| Self::read(row, account))?
            .collect::<Result<Vec<_>, _>>()?;
        let count = all.len();
        Ok((all.into_iter().take(most).collect(), count))
    }

    /// The numbers of the accounts that it is shared with.
    ///
    /// # Errors
    /// What the database says.
    pub fn shared_with(&self, store: &Connection) -> Stored<Vec<i64>> {
        let mut asked = store.prepare_cached("SELECT account FROM share WHERE client = ?1")?;
        let all = asked.query_map([&self.id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Shares it with an account that is not its owner's, or stops that.
    ///
    /// # Errors
    /// What the database says.
    pub fn share(&self, store: &Connection, account: &Account, shared: bool) -> Stored<()> {
        let sql = if shared {
            "INSERT INTO share (client, account) SELECT id, ?2 FROM client WHERE id = ?1 AND owner <> ?2
                ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM share WHERE client = ?1 AND account = ?2"
        };
        store.execute(sql, params![self.id, account.id])?;
        Ok(())
    }

    /// Tells that something changed.
    ///
    /// # Errors
    /// What the database says.
    pub fn touch(&self, store: &Connection, now: i64) -> Stored<()> {
        store.execute("UPDATE client SET changed = ?2 WHERE id = ?1", params![self.id, now])?;
        Ok(())
    }
}
