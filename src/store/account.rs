//! Accounts: who may use the desk, and for what.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Stored;

/// What somebody is here for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Counsels and looks after accounts.
    Admin,
    /// Counsels.
    Counsellor,
    /// Reads what is shared.
    Reader,
}

impl Duty {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Admin, Self::Counsellor, Self::Reader];

    /// Its word in the database and in forms.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Counsellor => "counsellor",
            Self::Reader => "reader",
        }
    }

    /// The duty of a word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.key() == key)
    }
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// The name that somebody signs in with.
    pub name: String,
    /// What they are here for.
    pub duty: Duty,
    /// The id of their language.
    pub language: String,
}

const FIELDS: &str = "id, name, duty, language";

impl Account {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let duty: String = row.get(2)?;
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            duty: Duty::from_key(&duty).unwrap_or(Duty::Reader),
            language: row.get(3)?,
        })
    }

    /// Makes an account; nothing where the name is taken.
    ///
    /// # Errors
    /// What the database says.
    pub fn make(
        store: &Connection,
        name: &str,
        duty: Duty,
        password: &str,
        language: &str,
        now: i64,
    ) -> Stored<Option<Self>> {
        let made = store.execute(
            "INSERT INTO account (name, duty, password, language, made) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO NOTHING",
            params![name, duty.key(), password, language, now],
        )?;
        let account = || Self {
            id: store.last_insert_rowid(),
            name: name.to_owned(),
            duty,
            language: language.to_owned(),
        };
        Ok((made > 0).then(account))
    }

    /// Whether there is none yet.
    ///
    /// # Errors
    /// What the database says.
    pub fn none_yet(store: &Connection) -> Stored<bool> {
        Ok(!store.query_row("SELECT EXISTS (SELECT 1 FROM account)", [], |row| row.get::<_, bool>(0))?)
    }

    /// The account of a name with the hash of its password, where it is not closed.
    ///
    /// # Errors
    /// What the database says.
    pub fn named(store: &Connection, name: &str) -> Stored<Option<(Self, String)>> {
        let sql = format!("SELECT {FIELDS}, password FROM account WHERE name = ?1 AND closed IS NULL");
        let found = store.query_row(&sql, [name], |row| Ok((Self::read(row)?, row.get(4)?)));
        Ok(found.optional()?)
    }

    /// The account of a number, where it is not closed.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(store: &Connection, id: i64) -> Stored<Option<Self>> {
        let sql = format!("SELECT {FIELDS} FROM account WHERE id = ?1 AND closed IS NULL");
        Ok(store.query_row(&sql, [id], Self::read).optional()?)
    }

    /// All accounts that are not closed, by name.
    ///
    /// # Errors
    /// What the database says.
    pub fn all(store: &Connection) -> Stored<Vec<Self>> {
        let sql = format!("SELECT {FIELDS} FROM account WHERE closed IS NULL ORDER BY name");
        let mut found = store.prepare(&sql)?;
        let all = found.query_map([], Self::read)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Changes the password's hash.
    ///
    /// # Errors
    /// What the database says.
    pub fn change_password(&self, store: &Connection, password: &str) -> Stored<()> {
        store.execute("UPDATE account SET password = ?2 WHERE id = ?1", params![self.id, password])?;
        Ok(())
    }

    /// Closes it: nobody signs in with it any more. Its name stays beside what it wrote.
    ///
    /// # Errors
    /// What the database says.
    pub fn close(&self, store: &Connection, now: i64) -> Stored<()> {
        let sql = "UPDATE account SET closed = ?2, password = '' WHERE id = ?1";
        store.execute(sql, params![self.id, now])?;
        Ok(())
    }

    /// Changes the language.
    ///
    /// # Errors
    /// What the database says.
    pub fn speak(&self, store: &Connection, language: &str) -> Stored<()> {
        store.execute("UPDATE account SET language = ?2 WHERE id = ?1", params![self.id, language])?;
        Ok(())
    }
}
