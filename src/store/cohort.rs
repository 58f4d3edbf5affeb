//! Cohorts: files of many people that were handed in, how far they are scored, and where their files are.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::account::Account;
use super::{Store, Stored};

/// How far a cohort is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Its turn has not come.
    Waiting,
    /// It is being scored.
    Running,
    /// Everything is written.
    Whole,
    /// Somebody stopped it.
    Stopped,
    /// It cannot be scored.
    Failed,
}

impl Stage {
    const ALL: [Self; 5] = [Self::Waiting, Self::Running, Self::Whole, Self::Stopped, Self::Failed];

    /// Its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Whole => "whole",
            Self::Stopped => "stopped",
            Self::Failed => "failed",
        }
    }
}

/// A cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// A random id that tells nothing.
    pub id: String,
    /// What the file was called.
    pub name: String,
    /// The id of the graph that it is scored with.
    pub graph: String,
    /// How far it is.
    pub stage: Stage,
    /// Rows scored so far.
    pub good: u64,
    /// Rows rejected so far.
    pub rejected: u64,
    /// Why it cannot be scored, or what its summary tells.
    pub told: String,
    /// When it was handed in, in seconds.
    pub made: i64,
    /// When it was removed.
    pub removed: Option<i64>,
}

const FIELDS: &str = "SELECT id, name, graph, state, good, rejected, told, made, removed FROM cohort";

impl Cohort {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let stage: String = row.get(3)?;
        let count = |count: i64| u64::try_from(count).unwrap_or(0);
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            graph: row.get(2)?,
            stage: Stage::ALL.into_iter().find(|known| known.key() == stage).unwrap_or(Stage::Failed),
            good: count(row.get(4)?),
            rejected: count(row.get(5)?),
            told: row.get(6)?,
            made: row.get(7)?,
            removed: row.get(8)?,
        })
    }

    /// Takes a cohort of an account's in; its file is in its folder by then.
    ///
    /// # Errors
    /// What the database says.
    pub fn make(
        store: &Connection,
        owner: &Account,
        id: &str,
        (name, graph): (&str, &str),
        now: i64,
    ) -> Stored<()> {
        store.execute(
            "INSERT INTO cohort (id, owner, name, graph, state, made, changed)
             VALUES (?1, ?2, ?3, ?4, 'waiting', ?5, ?5)",
            params![id, owner.id, name, graph, now],
        )?;
        Ok(())
    }

    /// A cohort of an account's own.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(store: &Connection, owner: &Account, id: &str) -> Stored<Option<Self>> {
        let sql = format!("{FIELDS} WHERE id = ?1 AND owner = ?2");
        Ok(store.query_row(&sql, params![id, owner.id], Self::read).optional()?)
    }

    /// All of an account's own, last handed in first.
    ///
    /// # Errors
    /// What the database says.
    pub fn all(store: &Connection, owner: &Account) -> Stored<Vec<Self>> {
        let mut asked = store.prepare_cached(&format!("{FIELDS} WHERE owner = ?1 ORDER BY made DESC, id"))?;
        let all = asked.query_map([owner.id], Self::read)?.collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// The one whose turn it is: one that was under way when the desk ended, or else the first handed in.
    ///
    /// # Errors
    /// What the database says.
    pub fn next(store: &Connection) -> Stored<Option<Self>> {
        let sql = format!(
            "{FIELDS} WHERE state IN ('waiting', 'running') AND removed IS NULL ORDER BY state, made, id LIMIT 1"
        );
        Ok(store.query_row(&sql, [], Self::read).optional()?)
    }

    /// Begins to score it, or goes on: false where somebody stopped or removed it meanwhile.
    ///
    /// # Errors
    /// What the database says.
    pub fn claim(&self, store: &Connection, now: i64) -> Stored<bool> {
        let sql = "UPDATE cohort SET state = 'running', changed = ?2
            WHERE id = ?1 AND state IN ('waiting', 'running') AND removed IS NULL";
        Ok(store.execute(sql, params![self.id, now])? > 0)
    }

    /// Tells how far it is, and that it came to an end where it did; what somebody asked for meanwhile stands.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep(&self, store: &Connection, now: i64) -> Stored<()> {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        store.execute(
            "UPDATE cohort SET good = ?3, rejected = ?4, told = ?5, changed = ?6,
                state = CASE WHEN state = 'running' OR ?2 = 'whole' THEN ?2 ELSE state END WHERE id = ?1",
            params![self.id, self.stage.key(), count(self.good), count(self.rejected), self.told, now],
        )?;
        Ok(())
    }

    /// Stops it, where it is not at an end.
    ///
    /// # Errors
    /// What the database says.
    pub fn stop(&self, store: &Connection, now: i64) -> Stored<()> {
        let sql = "UPDATE cohort SET state = 'stopped', changed = ?2
            WHERE id = ?1 AND state IN ('waiting', 'running')";
        store.execute(sql, params![self.id, now])?;
        Ok(())
    }

    /// Has it wait for its turn again, where it was stopped.
    ///
    /// # Errors
    /// What the database says.
    pub fn go_on(&self, store: &Connection, now: i64) -> Stored<()> {
        let sql = "UPDATE cohort SET state = 'waiting', changed = ?2 WHERE id = ?1 AND state = 'stopped'";
        store.execute(sql, params![self.id, now])?;
        Ok(())
    }

    /// How many of an account's are not at an end.
    ///
    /// # Errors
    /// What the database says.
    pub fn under_way(store: &Connection, owner: &Account) -> Stored<i64> {
        let sql = "SELECT COUNT(*) FROM cohort
            WHERE owner = ?1 AND state IN ('waiting', 'running', 'stopped') AND removed IS NULL";
        Ok(store.query_row(sql, [owner.id], |row| row.get(0))?)
    }

    /// Removes it, or has it back.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove(&self, store: &Connection, at: Option<i64>) -> Stored<()> {
        store.execute("UPDATE cohort SET removed = ?2 WHERE id = ?1", params![self.id, at])?;
        Ok(())
    }
}

impl Store {
    /// Where the files of a cohort are.
    #[must_use]
    pub fn cohort_folder(&self, id: &str) -> PathBuf {
        self.folder().join("cohorts").join(id)
    }

    /// Makes the folder of a new cohort: its id, and where it is.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn new_cohort(&self) -> Stored<(String, PathBuf)> {
        let id = super::secret::id()?;
        let folder = self.cohort_folder(&id);
        super::made(&folder)?;
        Ok((id, folder))
    }

    /// Takes a cohort away with all its files, which are written over before.
    ///
    /// # Errors
    /// What the database or the folder says; what is left of it then is taken away another time.
    pub fn discard(&self, id: &str) -> Stored<()> {
        self.discard_where(id, |_| Ok(true)).map(|_| ())
    }

    /// The same, where something still holds of it: whether it went.
    pub(super) fn discard_where(
        &self,
        id: &str,
        still: impl FnOnce(&Connection) -> Stored<bool>,
    ) -> Stored<bool> {
        let (folder, gone) = (self.cohort_folder(id), self.cohort_folder(&format!("gone-{id}")));
        let went = self.write(|store| {
            if !still(store)? {
                return Ok(false);
            }
            if folder.exists() {
                // without a row it is a stray, which goes in any case
                fs::rename(&folder, &gone)?;
            }
            Ok(store.execute("DELETE FROM cohort WHERE id = ?1", [id])? > 0)
        })?;
        clear(&gone)?;
        Ok(went)
    }

    /// Takes away the files of cohorts that are none: handed in when the desk was killed, or from after a backup.
    ///
    /// # Errors
    /// What the database or the folder says.
    pub fn discard_strays(&self) -> Stored<()> {
        let all = self.folder().join("cohorts");
        if !all.exists() {
            return Ok(());
        }
        for entry in fs::read_dir(all)? {
            let path = entry?.path();
            let id = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let sql = "SELECT EXISTS (SELECT 1 FROM cohort WHERE id = ?1)";
            let known: bool = self.read(|store| Ok(store.query_row(sql, [&id], |row| row.get(0))?))?;
            if !known {
                clear(&path)?;
            }
        }
        Ok(())
    }
}

/// Writes over the files of a folder, and takes it away.
fn clear(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            blank(&entry?.path())?;
        }
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Writes over what a file holds.
fn blank(path: &Path) -> io::Result<()> {
    let mut left = fs::metadata(path)?.len();
    let mut file = OpenOptions::new().write(true).open(path)?;
    let nothing = vec![0; 64 * 1024];
    while left > 0 {
        let part = left.min(nothing.len() as u64);
        file.write_all(&nothing[..usize::try_from(part).unwrap_or(0)])?;
        left -= part;
    }
    file.sync_all()
}
