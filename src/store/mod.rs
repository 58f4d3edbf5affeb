//! What the desk keeps, in one folder: accounts, clients, assessments with their results, and a log of who did what.
//!
//! One database, written by one hand at a time and read by many. What is acknowledged is on the disk. It knows nothing of
//! pathways: drafts, profiles and reports are text to it.

mod account;
mod assessment;
mod attempt;
mod audit;
mod backup;
mod client;
mod cohort;
mod erase;
mod guest;
mod link;
mod plan;
mod remark;
mod secret;
mod session;
mod setting;
mod sweep;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub use rusqlite::Connection;
use rusqlite::{OpenFlags, Transaction, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

pub use account::{Account, Duty};
pub use assessment::{Assessment, Made};
pub use attempt::Attempt;
pub use audit::{Entry, Verified, verify};
pub use backup::{Claim, Restored, backup, claim, restore};
pub use client::Client;
pub use cohort::{Cohort, Stage};
pub use erase::Erased;
pub use guest::Guest;
pub use link::Purpose;
pub use plan::{Plan, PlanStep};
pub use remark::{Remark, Remarked};
pub use secret::Secret;
pub use session::{Session, Spans};
pub use setting::{keep_months, months_kept};
pub use sweep::{MOST_A_DAY, Old, Swept, UNDO_FOR};

/// The database in the folder.
const FILE: &str = "desk.sqlite";
/// How long somebody waits for another who writes.
const PATIENCE: Duration = Duration::from_secs(10);
/// Readers that are kept open.
const READERS: usize = 8;
/// Pages of the log of writes beyond which a write brings it into the database, and bytes beyond which it is done beside them.
const LOG_LONGEST: i64 = 20_000;
const LOG_LONG: u64 = 1_000_000;
/// The database from nothing to what this program knows, a step a version; steps that were released are never changed.
const STEPS: &[M<'static>] =
    &[M::up(include_str!("schema/1.sql")), M::up(include_str!("schema/2.sql")).foreign_key_check()];

/// What keeps the folder from being used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A folder that cannot be made.
    #[error("{0}")]
    Folder(#[from] std::io::Error),
    /// A database that a later program wrote.
    #[error("it was written by a later version of this program")]
    Newer,
    /// A folder that another program has in use.
    #[error("another program has it in use")]
    InUse,
    /// A backup that is the folder's own database.
    #[error("it is the database of this folder itself, and no backup of it")]
    Own,
    /// A database or a log that is not as it was written.
    #[error("it is damaged: the database or its log is not as it was written")]
    Damaged,
    /// What the database says.
    #[error("{0}")]
    Database(#[from] rusqlite::Error),
    /// A database that cannot be brought to this version.
    #[error("it cannot be brought to this version: {0}")]
    Migration(rusqlite_migration::Error),
    /// No bits from the system to make secrets of.
    #[error("the system gives no random bits: {0}")]
    NoRandom(String),
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::MigrationDefinition(
                rusqlite_migration::MigrationDefinitionError::DatabaseTooFarAhead,
            ) => Self::Newer,
            other => Self::Migration(other),
        }
    }
}

/// What comes of asking the store.
pub type Stored<T> = Result<T, StoreError>;

/// A folder that is open.
#[derive(Debug)]
pub struct Store {
    file: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Store {
    /// Opens a folder, made where it is not there, and brings its database to this version.
    ///
    /// # Errors
    /// What keeps it from being used; the database is as it was then.
    pub fn open(folder: &Path) -> Stored<Self> {
        made(folder)?;
        let file = folder.join(FILE);
        keep_private(&file)?;
        let mut writer = Connection::open(&file)?;
        settle(&writer)?;
        writer.pragma_update(None, "journal_mode", "wal")?;
        // what is acknowledged has been handed to the disk
        writer.pragma_update(None, "synchronous", "full")?;
        writer.pragma_update(None, "secure_delete", "on")?;
        // whoever writes does not wait for this, unless nobody does it beside them
        writer.pragma_update(None, "wal_autocheckpoint", LOG_LONGEST)?;
        // what it sets aside while it writes everything anew is never in a file
        writer.pragma_update(None, "temp_store", "memory")?;
        Migrations::from_slice(STEPS).to_latest(&mut writer)?;
        Ok(Self { file, writer: Mutex::new(writer), readers: Mutex::new(Vec::new()) })
    }

    /// Reads, with one look at everything.
    ///
    /// # Errors
    /// What the database says.
    pub fn read<T>(&self, look: impl FnOnce(&Connection) -> Stored<T>) -> Stored<T> {
        let kept = held(&self.readers).pop();
        let mut reader = if let Some(reader) = kept {
            reader
        } else {
            let reader = Connection::open_with_flags(&self.file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            settle(&reader)?;
            reader
        };
        let seen = {
            let at_once = reader.transaction()?;
            look(&at_once)
        };
        let mut readers = held(&self.readers);
        if readers.len() < READERS {
            readers.push(reader);
        }
        seen
    }

    /// Writes everything or nothing.
    ///
    /// # Errors
    /// What the database says; nothing is written then.
    pub fn write<T>(&self, change: impl FnOnce(&Transaction<'_>) -> Stored<T>) -> Stored<T> {
        let mut writer = held(&self.writer);
        let changes = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let made = change(&changes)?;
        changes.commit()?;
        Ok(made)
    }

    /// Brings what is in the log of writes into the database where it is long, while others read and write.
    ///
    /// # Errors
    /// What the database says.
    pub fn shorten_log(&self) -> Stored<()> {
        let log = self.folder().join(format!("{FILE}-wal"));
        if fs::metadata(log).is_ok_and(|log| log.len() > LOG_LONG) {
            let beside = Connection::open(&self.file)?;
            settle(&beside)?;
            beside.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// The folder.
    fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new("."))
    }

    /// Does what is no change of rows, while nobody writes.
    fn whole<T>(&self, act: impl FnOnce(&Connection) -> Stored<T>) -> Stored<T> {
        act(&held(&self.writer))
    }
}

/// Makes a folder that nobody else may look into; one that is there is narrowed to that.
fn made(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        builder.mode(0o700).create(folder)?;
        let mode = fs::metadata(folder)?.permissions().mode();
        if mode.trailing_zeros() >= 6 {
            return Ok(());
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
    }
    #[cfg(not(unix))]
    builder.create(folder)
}

/// Makes the database, where there is none, for nobody else to read; what `SQLite` writes beside it takes that over.
fn keep_private(file: &Path) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let made = options.open(file)?;
    #[cfg(unix)]
    made.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    drop(made);
    Ok(())
}

fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

fn settle(connection: &Connection) -> Stored<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", "on")?;
    Ok(())
}
