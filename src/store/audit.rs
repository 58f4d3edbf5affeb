//! The log of who did what to whom and when, to which is only added: each entry's hash is over itself and the one before.
//!
//! It names clients by their random id alone, so that it can stay when a client is erased.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::setting::{note_entries, noted_entries};
use super::{FILE, STEPS, Store, StoreError, Stored, settle};
use crate::digest::hex;

/// The hash before the first entry.
const FIRST: &str = "";

/// Something that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'e> {
    /// When, in seconds.
    pub at: i64,
    /// By which account; 0 where nobody was signed in.
    pub account: i64,
    /// What.
    pub action: &'e str,
    /// To whom or what.
    pub subject: &'e str,
}

impl Entry<'_> {
    fn hash(&self, seq: i64, before: &str) -> String {
        let Self { at, account, action, subject } = self;
        // lengths keep one cell from passing for two
        let text = format!(
            "{before}\n{seq}\n{at}\n{account}\n{}\n{action}\n{}\n{subject}\n",
            action.len(),
            subject.len()
        );
        hex(&Sha256::digest(text.as_bytes()))
    }

    /// Adds it to the log, in the same breath as what it tells of.
    ///
    /// # Errors
    /// What the database says.
    pub fn add(&self, store: &Connection) -> Stored<()> {
        let last = store
            .query_row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
            })
            .optional()?;
        let (seq, before) = last.map_or((1, FIRST.to_owned()), |(seq, hash)| (seq + 1, hash));
        store.execute(
            "INSERT INTO audit (seq, at, account, action, subject, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![seq, self.at, self.account, self.action, self.subject, self.hash(seq, &before)],
        )?;
        // so that an end that is cut off is told
        note_entries(store, seq)
    }
}

impl Entry<'_> {
    /// What the log has about a client by their id: when, by which account, what.
    ///
    /// # Errors
    /// What the database says.
    pub fn about(store: &Connection, client: &str) -> Stored<Vec<(i64, i64, String)>> {
        let sql =
            "SELECT at, account, action FROM audit WHERE substr(subject, 1, length(?1)) = ?1 ORDER BY seq";
        let mut asked = store.prepare_cached(sql)?;
        let all = asked.query_map([client], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(all.collect::<Result<_, _>>()?)
    }
}

/// What a look through the log came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verified {
    /// Every entry is as it was written, so many, the last with a hash.
    Whole(i64, String),
    /// The first entry that is not.
    Broken(i64),
}

impl Store {
    /// Looks through the whole log.
    ///
    /// # Errors
    /// What the database says.
    pub fn verify(&self) -> Stored<Verified> {
        self.read(looked)
    }
}

/// Looks through the whole log of a folder, which may be served meanwhile, and changes nothing.
///
/// # Errors
/// Where there is no desk, or what the database says.
pub fn verify(folder: &Path) -> Stored<Verified> {
    let file = folder.join(FILE);
    std::fs::metadata(&file)?;
    let store = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    settle(&store)?;
    let version: i64 = store.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if usize::try_from(version).is_ok_and(|version| version > STEPS.len()) {
        return Err(StoreError::Newer);
    }
    looked(&store)
}

fn looked(store: &Connection) -> Stored<Verified> {
    let mut asked =
        store.prepare("SELECT seq, at, account, action, subject, hash FROM audit ORDER BY seq")?;
    let mut rows = asked.query([])?;
    let (mut count, mut before) = (0, FIRST.to_owned());
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let (action, subject): (String, String) = (row.get(3)?, row.get(4)?);
        let entry = Entry { at: row.get(1)?, account: row.get(2)?, action: &action, subject: &subject };
        let hash: String = row.get(5)?;
        count += 1;
        if seq != count || entry.hash(seq, &before) != hash {
            return Ok(Verified::Broken(count));
        }
        before = hash;
    }
    // a log from before it was noted has no note
    match noted_entries(store)? {
        Some(noted) if noted != count => Ok(Verified::Broken(count + 1)),
        _ => Ok(Verified::Whole(count, before)),
    }
}
