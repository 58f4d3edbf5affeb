//! How far a run has come, so that it can be taken up after whatever ended it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::whole::write_whole;

const FORMAT: &str = "careerpath.checkpoint/1";

/// What a run is made from: all that what it writes depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The program's version.
    pub program: String,
    /// The graph's digest.
    pub graph: String,
    /// The settings in a line.
    pub settings: String,
    /// The inputs: name and SHA-256; none of standard input.
    pub inputs: Vec<(String, Option<String>)>,
}

/// How far a run has come. What is beyond in a file was not finished, and is cut off when the run is taken up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    format: String,
    /// What it is of.
    pub identity: Identity,
    /// The input that is being read.
    pub input: usize,
    /// Bytes of it that were read.
    pub offset: u64,
    /// The line that comes next.
    pub line: u64,
    /// Rows scored.
    pub good: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// Rows with nothing in them.
    pub blank: u64,
    /// Bytes of the result.
    pub out: u64,
    /// Bytes of the rejects.
    pub rejects: u64,
    /// Bytes of what a summary needs; none is kept without one.
    pub people: u64,
    /// Whether nothing is left but to give the files their names.
    pub whole: bool,
}

impl Checkpoint {
    /// Of a run that begins.
    #[must_use]
    pub fn new(identity: Identity) -> Self {
        Self {
            format: FORMAT.to_owned(),
            identity,
            input: 0,
            offset: 0,
            line: 1,
            good: 0,
            rejected: 0,
            blank: 0,
            out: 0,
            rejects: 0,
            people: 0,
            whole: false,
        }
    }

    /// The checkpoint in a file; none where there is no such file, or none that can be read.
    ///
    /// # Errors
    /// What keeps a file that is there from being read.
    pub fn read(path: &Path) -> io::Result<Option<Self>> {
        match fs::read(path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok().filter(|read: &Self| read.format == FORMAT)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes it so that a file has it whole or not at all.
    ///
    /// # Errors
    /// What keeps it from being written.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        write_whole(path, &serde_json::to_vec(self).map_err(io::Error::other)?)
    }
}

/// A path with one more ending.
#[must_use]
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}
