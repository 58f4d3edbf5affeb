//! Erasing: a client goes from the database, its free pages and its log of writes, and a look through every file of the
//! folder shows whether anything is left.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use rusqlite::{Connection, params};

use super::audit::Entry;
use super::{Store, StoreError, Stored};

/// The longest piece that is looked for: short enough to lie within a page of the database.
const PIECE: usize = 48;
/// The shortest piece that tells anything.
const LEAST: usize = 6;
/// The most pieces of one text.
const PIECES: usize = 64;

/// What is told of one person by themselves or by who counsels them.
const TOLD: [(&str, &str); 4] = [
    ("reference", "client WHERE id = ?1"),
    ("draft", "assessment WHERE client = ?1"),
    ("profile", "assessment WHERE client = ?1 AND profile IS NOT NULL"),
    ("said", "remark WHERE client = ?1"),
];

/// Whatever else may hold the same text with good reason.
const OTHERS: [(&str, &[&str]); 6] = [
    ("account", &["name"]),
    ("client", &["reference"]),
    ("assessment", &["draft", "profile", "report", "page", "table_text"]),
    ("remark", &["what", "said"]),
    ("plan_step", &["told"]),
    ("cohort", &["name", "told"]),
];

/// What an erasure came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// How many assessments went with the client.
    pub assessments: usize,
    /// Pieces of what was kept that were looked for afterwards.
    pub pieces: usize,
    /// Files that were looked through.
    pub files: usize,
    /// Files in which a piece was still found that nothing else there explains.
    pub left: Vec<PathBuf>,
    /// Why it could not be looked whether anything is left.
    pub unproved: Option<String>,
}

impl Store {
    /// Erases a client and looks for traces; nothing where there is no such client.
    ///
    /// # Errors
    /// What the database says; the client is as before then.
    pub fn erase(&self, client: &str, by: i64, now: i64) -> Stored<Option<Erased>> {
        self.erase_where(client, by, now, |_| Ok(true))
    }

    /// The same, where something still holds of the client in the moment in which they would go.
    pub(super) fn erase_where(
        &self,
        client: &str,
        by: i64,
        now: i64,
        still: impl FnOnce(&Connection) -> Stored<bool>,
    ) -> Stored<Option<Erased>> {
        let gone = self.write(|store| {
            if !still(store)? {
                return Ok(None);
            }
            let pieces = pieces(store, client)?;
            let sql = "SELECT COUNT(*) FROM assessment WHERE client = ?1";
            let assessments: i64 = store.query_row(sql, [client], |row| row.get(0))?;
            if store.execute("DELETE FROM client WHERE id = ?1", [client])? == 0 {
                return Ok(None);
            }
            Entry { at: now, account: by, action: "erased", subject: client }.add(store)?;
            Ok(Some((pieces, usize::try_from(assessments).unwrap_or(0))))
        })?;
        let Some((pieces, assessments)) = gone else { return Ok(None) };
        // what fails from here on leaves the client erased, and is told as what could not be proved
        let (files, left, unproved) = match self.looked(&pieces) {
            Ok((files, left)) => (files, left, None),
            Err(error) => (0, Vec::new(), Some(error.to_string())),
        };
        let action = match (&unproved, left.is_empty()) {
            (Some(_), _) => "erasure-unproved",
            (None, true) => "erasure-proved",
            (None, false) => "erasure-left",
        };
        let subject = format!("{client} {} pieces, {} of {files} files", pieces.len(), left.len());
        self.write(|store| Entry { at: now, account: by, action, subject: &subject }.add(store))?;
        Ok(Some(Erased { assessments, pieces: pieces.len(), files, left, unproved }))
    }

    /// Looks for traces, once more where the database has to be written anew for it.
    fn looked(&self, pieces: &BTreeSet<Vec<u8>>) -> Stored<(usize, Vec<PathBuf>)> {
        self.settle_log()?;
        let (files, left) = self.traces(pieces)?;
        if left.is_empty() {
            return Ok((files, left));
        }
        // what the database left within its pages goes when it is written anew
        self.whole(|store| Ok(store.execute_batch("VACUUM")?))?;
        self.settle_log()?;
        self.traces(pieces)
    }

    /// Brings the log of writes into the database and empties it.
    ///
    /// # Errors
    /// What the database says.
    pub fn settle_log(&self) -> Stored<()> {
        self.whole(|store| Ok(store.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?))
    }

    /// How many files there are, and those in which a piece stands that nothing in the database explains.
    fn traces(&self, pieces: &BTreeSet<Vec<u8>>) -> Stored<(usize, Vec<PathBuf>)> {
        let mut files = Vec::new();
        files_in(self.folder(), &mut files)?;
        let mut sought: Vec<&Vec<u8>> = pieces.iter().collect();
        loop {
            let (mut seen, mut left) = (BTreeSet::new(), BTreeSet::new());
            for file in &files {
                for piece in found(&sought, file)? {
                    seen.insert(piece);
                    left.insert(file.clone());
                }
            }
            let explained = self.read(|store| {
                let mut explained = BTreeSet::new();
                for piece in &seen {
                    if elsewhere(store, sought[*piece])? {
                        explained.insert(*piece);
                    }
                }
                Ok(explained)
            })?;
            if explained.is_empty() {
                return Ok((files.len(), left.into_iter().collect()));
            }
            let kept = sought.iter().enumerate().filter(|(at, _)| !explained.contains(at));
            sought = kept.map(|(_, piece)| *piece).collect();
        }
    }
}

/// What is looked for of a client once they are gone.
fn pieces(store: &Connection, client: &str) -> Stored<BTreeSet<Vec<u8>>> {
    let mut pieces = BTreeSet::new();
    for (column, from) in TOLD {
        let mut asked = store.prepare_cached(&format!("SELECT {column} FROM {from}"))?;
        let texts = asked.query_map([client], |row| row.get::<_, String>(0))?;
        for text in texts {
            let text = text?.into_bytes();
            let long = text.chunks(PIECE).filter(|piece| piece.len() >= LEAST);
            pieces.extend(long.take(PIECES).map(<[u8]>::to_vec));
        }
    }
    Ok(pieces)
}

/// Whether something that is still kept has the piece.
fn elsewhere(store: &Connection, piece: &[u8]) -> Stored<bool> {
    for (table, columns) in OTHERS {
        let has: Vec<String> =
            columns.iter().map(|column| format!("instr(CAST({column} AS BLOB), ?1) > 0")).collect();
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE {})", has.join(" OR "));
        if store.prepare_cached(&sql)?.query_row(params![piece], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Which of some pieces stand in a file; one that went meanwhile has none.
fn found(sought: &[&Vec<u8>], file: &Path) -> Stored<BTreeSet<usize>> {
    let open = match File::open(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        open => open?,
    };
    let search = AhoCorasick::new(sought).map_err(|error| StoreError::Folder(io::Error::other(error)))?;
    let mut found = BTreeSet::new();
    for met in search.stream_find_iter(open) {
        found.insert(met?.pattern().as_usize());
    }
    Ok(found)
}

fn files_in(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_in(&path, files)?;
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(())
}
