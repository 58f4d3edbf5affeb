//! Backups: everything but the files of cohorts in one file, made while the desk is served; and such a file taken back.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::Migrations;

use super::audit::{Entry, Verified};
use super::{FILE, STEPS, Store, StoreError, Stored, made, settle};
use crate::whole::settle as settle_folder;

/// The file that whoever has the folder in use holds, where a folder cannot be held itself.
#[cfg(not(unix))]
const LOCK: &str = "desk.lock";
/// Where a backup is looked at before it takes the place of what was there.
const BESIDE: &str = "restoring";

/// That a folder is in use by this program alone, for as long as it is kept.
#[derive(Debug)]
pub struct Claim {
    _lock: File,
}

/// Claims a folder, made where it is not there.
///
/// # Errors
/// Where another program has it in use, or it cannot be made.
pub fn claim(folder: &Path) -> Stored<Claim> {
    made(folder)?;
    // the folder itself, so that taking a file away takes nobody's place
    #[cfg(unix)]
    let lock = File::open(folder)?;
    #[cfg(not(unix))]
    let lock = fs::OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    match lock.try_lock() {
        Ok(()) => Ok(Claim { _lock: lock }),
        Err(fs::TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(fs::TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Writes everything to a file that is not there yet and that nobody else may read; the desk may be served meanwhile.
///
/// # Errors
/// Where there is nothing to back up, the file is there, or it cannot be written; then there is none.
pub fn backup(folder: &Path, to: &Path) -> Stored<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let store = Connection::open_with_flags(folder.join(FILE), flags)?;
    settle(&store)?;
    if to.exists() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists).into());
    }
    let beside = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // nobody but its owner reads it, and nobody can have put it there before
    let passing = tempfile::Builder::new().prefix(".careerpath-").tempfile_in(beside)?;
    store.execute("VACUUM INTO ?1", [passing.path().to_string_lossy()])?;
    passing.as_file().sync_all()?;
    passing.persist_noclobber(to).map_err(|failed| failed.error)?;
    Ok(settle_folder(beside)?)
}

/// What a restored folder has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    /// Clients.
    pub clients: usize,
    /// Clients of the backup who had been erased since, and are again.
    pub erased: usize,
    /// Whether it could be told who had been erased since.
    pub told: bool,
}

/// Takes a backup in the place of what a folder has. Whoever was signed in is not any more, and whoever was erased since
/// the backup stays erased.
///
/// # Errors
/// Where the backup is damaged or of a later version, or the folder is in use; the folder is as it was then, and none is
/// made.
pub fn restore(from: &Path, folder: &Path, now: i64) -> Stored<Restored> {
    let new = !folder.exists();
    let claim = claim(folder)?;
    let beside = folder.join(BESIDE);
    if beside.exists() {
        fs::remove_dir_all(&beside)?;
    }
    made(&beside)?;
    let restored = restored(from, folder, &beside, now);
    fs::remove_dir_all(&beside)?;
    drop(claim);
    if new && restored.is_err() {
        // a folder that something is in stays
        #[cfg(not(unix))]
        let _ = fs::remove_file(folder.join(LOCK));
        let _ = fs::remove_dir(folder);
    }
    restored
}

fn restored(from: &Path, folder: &Path, beside: &Path, now: i64) -> Stored<Restored> {
    if fs::canonicalize(from)? == fs::canonicalize(folder)?.join(FILE) {
        return Err(StoreError::Own);
    }
    fs::copy(from, beside.join(FILE))?;
    // a copy of a database in use has its last writes in a file of their own
    let log = |path: &Path| {
        path.with_file_name(format!("{}-wal", path.file_name().unwrap_or_default().to_string_lossy()))
    };
    if log(from).exists() {
        fs::copy(log(from), log(&beside.join(FILE)))?;
    }
    // an empty file is an empty database, and no backup
    let copy = Connection::open(beside.join(FILE))?;
    if copy.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))? < 1 {
        return Err(StoreError::Damaged);
    }
    drop(copy);
    let store = Store::open(beside)?;
    let sound: String =
        store.read(|store| Ok(store.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?))?;
    let Verified::Whole(entries, hash) = store.verify()? else { return Err(StoreError::Damaged) };
    if sound != "ok" || !store.read(is_ours)? {
        return Err(StoreError::Damaged);
    }
    // what was disclosed since the backup stays told, and who was erased stays erased
    let log = read_log(folder);
    let own = log.as_deref().unwrap_or_default();
    let told = carry_log(own, &store, entries, &hash)?;
    let mut again = 0;
    for client in own.iter().filter(|entry| entry.action == "erased").map(|entry| &entry.subject) {
        again += usize::from(store.erase(client, 0, now)?.is_some());
    }
    let clients: i64 = store.write(|store| {
        store
            .execute_batch("DELETE FROM session; DELETE FROM guest; DELETE FROM link; DELETE FROM attempt")?;
        let mut cohorts = store.prepare("SELECT id FROM cohort")?;
        let ids = cohorts.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        for id in ids.iter().filter(|id| !folder.join("cohorts").join(id).exists()) {
            store.execute("DELETE FROM cohort WHERE id = ?1", [id])?;
        }
        Entry { at: now, account: 0, action: "restored", subject: &told }.add(store)?;
        Ok(store.query_row("SELECT COUNT(*) FROM client", [], |row| row.get(0))?)
    })?;
    store.settle_log()?;
    drop(store);
    for end in ["-wal", "-shm"] {
        match fs::remove_file(folder.join(format!("{FILE}{end}"))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    fs::rename(beside.join(FILE), folder.join(FILE))?;
    Store::open(folder)?.discard_strays()?;
    File::open(folder)?.sync_all()?;
    let clients = usize::try_from(clients).unwrap_or(0);
    Ok(Restored { clients, erased: again, told: log.is_some() })
}

/// Whether a database has the tables, indexes and triggers that this program makes, as it makes them, and no others.
fn is_ours(store: &Connection) -> Stored<bool> {
    let parts = |store: &Connection| -> Stored<BTreeSet<(String, String, Option<String>)>> {
        let mut asked =
            store.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")?;
        let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    let mut fresh = Connection::open_in_memory()?;
    Migrations::from_slice(STEPS).to_latest(&mut fresh)?;
    Ok(parts(store)? == parts(&fresh)?)
}

/// An entry of a folder's log.
struct Logged {
    at: i64,
    account: i64,
    action: String,
    subject: String,
    hash: String,
}

/// Reads the log of a folder; nothing where there is none or it cannot be read. Its log of writes is in the database by then.
fn read_log(folder: &Path) -> Option<Vec<Logged>> {
    let file = folder.join(FILE);
    if !file.exists() {
        return None;
    }
    let read = || -> rusqlite::Result<Vec<Logged>> {
        let store = Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut asked = store.prepare("SELECT at, account, action, subject, hash FROM audit ORDER BY seq")?;
        let all = asked.query_map([], |row| {
            Ok(Logged {
                at: row.get(0)?,
                account: row.get(1)?,
                action: row.get(2)?,
                subject: row.get(3)?,
                hash: row.get(4)?,
            })
        })?;
        all.collect()
    };
    read().ok()
}

/// Adds to a backup's log what a folder's own has beyond it, and says how long both were, with their last hashes.
///
/// Where the folder's log is not the backup's that went on, all of it is added.
fn carry_log(own: &[Logged], to: &Store, entries: i64, hash: &str) -> Stored<String> {
    let backup = format!("backup of {entries} entries {hash}");
    let Some(last) = own.last() else { return Ok(backup) };
    let shared = usize::try_from(entries).unwrap_or(0);
    let goes_on = shared == 0 || own.get(shared - 1).is_some_and(|entry| entry.hash == hash);
    let beyond = if goes_on { own.get(shared..).unwrap_or_default() } else { own };
    to.write(|store| {
        beyond.iter().try_for_each(|Logged { at, account, action, subject, .. }| {
            Entry { at: *at, account: *account, action, subject }.add(store)
        })
    })?;
    Ok(format!("{backup}; before it {} entries {}", own.len(), last.hash))
}
