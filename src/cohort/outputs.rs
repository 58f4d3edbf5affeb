//! Whether the files of a run keep out of each other's way, before any of them is touched.

use std::fs;
use std::path::{Path, PathBuf};

use super::checkpoint::beside;
use super::input::standard;
use super::run::Order;
use crate::finding::{Fault, Finding};

/// Endings of what a result is not.
const OTHERS: [&str; 8] = ["gz", "zst", "zip", "json", "html", "htm", "pdf", "xls"];

impl Order<'_> {
    /// Makes sure that every file which a run writes, and those that are written of it besides, can be written and is none
    /// that it reads or writes as something else.
    ///
    /// # Errors
    /// A finding for each file that would be in the way, or that no file can take the name of.
    pub fn clear(&self, also_read: &[&Path], also_written: &[&Path]) -> Result<(), Vec<Finding>> {
        let manifest = beside(&self.out, "manifest.json");
        let results = [self.out.as_path(), &self.rejects, &manifest];
        let results: Vec<&Path> = results.into_iter().chain(also_written.iter().copied()).collect();
        let passing =
            [beside(&self.out, "part"), beside(&self.rejects, "part"), self.checkpoint(), self.people_kept()];
        let inputs = self.inputs.iter().map(PathBuf::as_path);
        let read: Vec<PathBuf> = inputs.chain(also_read.iter().copied()).map(place).collect();
        let mut taken: Vec<PathBuf> = passing.iter().map(|path| place(path)).collect();
        let mut findings = Vec::new();
        let ending = self.out.extension().unwrap_or_default().to_ascii_lowercase();
        if OTHERS.iter().any(|other| *other == ending) {
            let what = "a result is CSV, a workbook, lines of JSON, Parquet or Arrow, as its name ends";
            let fault = Fault::Conflict { what, mend: "end it in .csv, .xlsx, .jsonl, .parquet or .arrow" };
            findings.push(Finding::whole(&self.out.display().to_string(), fault));
        }
        let mut amiss =
            |path: &Path, fault| findings.push(Finding::whole(&path.display().to_string(), fault));
        for path in &results {
            let at = place(path);
            if let Some(fault) = unfit(path) {
                amiss(path, fault);
            } else if read.contains(&at) {
                let what = "it would be written over, and this run reads it";
                amiss(path, Fault::Conflict { what, mend: "name another file" });
            } else if taken.contains(&at) {
                let what = "this run would write two files of this name";
                amiss(path, Fault::Conflict { what, mend: "name another file" });
            }
            taken.push(at);
        }
        for path in passing.iter().filter(|path| read.contains(&place(path))) {
            let what = "this run keeps a file of this name while it lasts, and reads it";
            amiss(path, Fault::Conflict { what, mend: "name another result" });
        }
        if findings.is_empty() { Ok(()) } else { Err(findings) }
    }
}

/// Why no file can take a name, where none can.
fn unfit(path: &Path) -> Option<Fault> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Some(Fault::Unwritable("there is no such folder".to_owned()));
    }
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => Some(Fault::Directory),
        Ok(about) if about.is_file() => None,
        Err(_) if !standard(path) => None,
        _ => Some(Fault::Conflict {
            what: "no file can take this name once the result is whole",
            mend: "name a file that is there or is not yet there, and no device, pipe or `-`",
        }),
    }
}

/// Where a file is or would be, however it is called.
fn place(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = || Some(fs::canonicalize(folder).ok()?.join(path.file_name()?));
    fs::canonicalize(path).ok().or_else(beside).unwrap_or_else(|| path.to_owned())
}
