//! Backups: everything but the files of cohorts in one file, made while the desk is served; and such a file taken back.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::audit::{Entry, Verified};
use super::{FILE, Store, StoreError, Stored, made, settle};

/// The file that whoever has the folder in use holds.
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
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
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
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = to.with_file_name(name);
    let written = written(&store, &part).and_then(|()| Ok(fs::rename(&part, to)?));
    if written.is_err() {
        // what is not whole is not left behind
        let _ = fs::remove_file(&part);
    }
    written
}

fn written(store: &Connection, part: &Path) -> Stored<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(part)?;
    store.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    Ok(file.sync_all()?)
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
        let _ = fs::remove_file(folder.join(LOCK)).and_then(|()| fs::remove_dir(folder));
    }
    restored
}

fn restored(from: &Path, folder: &Path, beside: &Path, now: i64) -> Stored<Restored> {
    fs::copy(from, beside.join(FILE))?;
    // an empty file is an empty database, and no backup
    let copy = Connection::open(beside.join(FILE))?;
    if copy.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))? < 1 {
        return Err(StoreError::Damaged);
    }
    drop(copy);
    let store = Store::open(beside)?;
    let sound: String =
        store.read(|store| Ok(store.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?))?;
    if sound != "ok" || matches!(store.verify()?, Verified::Broken(_)) {
        return Err(StoreError::Damaged);
    }
    let since = erased(folder);
    let mut again = 0;
    for client in since.iter().flatten() {
        let was = store.erase(client, 0, now)?.is_some();
        again += usize::from(was);
        if !was {
            // a later backup may have them: the log remembers that they are erased
            store
                .write(|store| Entry { at: now, account: 0, action: "erased", subject: client }.add(store))?;
        }
    }
    let clients: i64 = store.write(|store| {
        store
            .execute_batch("DELETE FROM session; DELETE FROM guest; DELETE FROM link; DELETE FROM attempt")?;
        let mut cohorts = store.prepare("SELECT id FROM cohort")?;
        let ids = cohorts.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        for id in ids.iter().filter(|id| !folder.join("cohorts").join(id).exists()) {
            store.execute("DELETE FROM cohort WHERE id = ?1", [id])?;
        }
        Entry { at: now, account: 0, action: "restored", subject: "" }.add(store)?;
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
    Ok(Restored { clients, erased: again, told: since.is_some() })
}

/// Who was erased from a folder; nothing where that cannot be read. Its log of writes is in the database by then.
fn erased(folder: &Path) -> Option<Vec<String>> {
    let file = folder.join(FILE);
    if !file.exists() {
        return None;
    }
    let read = || -> rusqlite::Result<Vec<String>> {
        let store = Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut asked = store.prepare("SELECT subject FROM audit WHERE action = 'erased'")?;
        let ids = asked.query_map([], |row| row.get(0))?;
        ids.collect()
    };
    read().ok()
}
