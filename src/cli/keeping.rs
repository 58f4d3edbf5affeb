//! `careerpath audit verify`, `careerpath backup` and `careerpath restore`: what a desk keeps, looked after from outside.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::serve::{now, unusable};
use super::{Ending, deliver, told};
use crate::finding::{Fault, Finding};
use crate::store::{StoreError, Verified, backup, restore, verify};

#[derive(Debug, Args)]
pub struct Audit {
    #[command(subcommand)]
    verb: AuditVerb,
}

#[derive(Debug, Subcommand)]
enum AuditVerb {
    /// Tell whether every entry is as it was written.
    Verify {
        /// The folder of the desk.
        #[arg(long, value_name = "DIR", default_value = "careerpath-desk")]
        data: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Backup {
    /// The folder of the desk, which may be served meanwhile.
    #[arg(long, value_name = "DIR", default_value = "careerpath-desk")]
    data: PathBuf,
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

#[derive(Debug, Args)]
pub struct Restore {
    /// What `careerpath backup` wrote.
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// The folder of the desk, which must not be served meanwhile.
    #[arg(long, value_name = "DIR", default_value = "careerpath-desk")]
    data: PathBuf,
}

/// Tells whether the log is whole.
pub fn audit(arguments: &Audit) -> Ending {
    let AuditVerb::Verify { data } = &arguments.verb;
    match verify(data) {
        Ok(Verified::Whole(entries, last)) => {
            let told = format!("{entries} entries, each as it was written\nthe last has the hash {last}\n");
            deliver(&told, None, Ending::Answered)
        }
        Ok(Verified::Broken(entry)) => {
            deliver(&format!("entry {entry} is not as it was written\n"), None, Ending::Nothing)
        }
        Err(error) => failed(data, &error),
    }
}

/// Writes a backup.
pub fn back_up(arguments: &Backup) -> Ending {
    let (data, output) = (&arguments.data, &arguments.output);
    if let Err(error) = there(data) {
        return failed(data, &error);
    }
    match backup(data, output) {
        Ok(()) => {
            let told = format!("everything but the files of cohorts is in {}\n", output.display());
            deliver(&told, None, Ending::Answered)
        }
        Err(_) if output.exists() => {
            let fault = Fault::Conflict { what: "a file of this name is there", mend: "name another" };
            told::findings(&[Finding::whole(&output.display().to_string(), fault)], &[]);
            Ending::CouldNotRun
        }
        Err(error @ StoreError::Folder(_)) => failed(output, &error),
        Err(error) => failed(data, &error),
    }
}

/// Takes a backup back.
pub fn take_back(arguments: &Restore) -> Ending {
    let (from, data) = (&arguments.from, &arguments.data);
    match restore(from, data, now()) {
        Ok(restored) => {
            let mut told = format!("{} clients are in {} again\n", restored.clients, data.display());
            if restored.erased > 0 {
                let stays = format!("{} of the backup were erased since, and stay erased\n", restored.erased);
                told.push_str(&stays);
            }
            if !restored.told {
                anstream::eprintln!(
                    "hint: who was erased since the backup could not be read; erase them again"
                );
            }
            anstream::eprintln!(
                "hint: accounts and passwords are those of the backup; close what was closed since"
            );
            deliver(&told, None, Ending::Answered)
        }
        Err(error @ StoreError::InUse) => failed(data, &error),
        Err(error) => failed(from, &error),
    }
}

/// Whether there is a folder at all: looking after one makes none.
fn there(data: &std::path::Path) -> Result<(), StoreError> {
    std::fs::metadata(data)?;
    Ok(())
}

fn failed(what: &std::path::Path, error: &StoreError) -> Ending {
    told::findings(&unusable(what, error), &[]);
    Ending::CouldNotRun
}
