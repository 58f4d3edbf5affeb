//! The files of a run: each grows under a name of its own, is made safe now and then, and gets its name when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::checkpoint::{Checkpoint, beside};
use super::run::{Order, Summed};
use super::score::Scored;
use super::written::rejects_header;
use crate::finding::{Fault, Finding};

/// The files of a run: what is written so far, and how far it is safe.
pub(super) struct Files {
    pub at: Checkpoint,
    checkpoint: PathBuf,
    out: Growing,
    rejects: Growing,
    people: Option<Growing>,
}

/// A file that grows under a name of its own until it is whole.
struct Growing {
    part: PathBuf,
    file: File,
}

impl Growing {
    /// A file cut off at a length, which it must have.
    fn open(path: &Path, length: u64) -> Result<Self, Vec<Finding>> {
        let part = beside(path, "part");
        let open = || OpenOptions::new().create(true).truncate(false).write(true).open(&part);
        let mut file = open().map_err(|error| unwritable(&part, &error))?;
        // the lock is of the open file: whoever takes away or renames it takes nobody's place
        if file.try_lock().is_err() || !is_at(&file, &part) {
            let fault = Fault::Conflict {
                what: "another run writes it now",
                mend: "wait until that is done, or name another file",
            };
            return Err(vec![Finding::whole(&path.display().to_string(), fault)]);
        }
        let has = file.metadata().map_or(0, |about| about.len());
        if has < length {
            let fault = Fault::Conflict {
                what: "what a run that was not finished had written is not there, or not all of it",
                mend: "give it back, or remove the checkpoint to begin anew",
            };
            return Err(vec![Finding::whole(&part.display().to_string(), fault)]);
        }
        let cut = file.set_len(length).and_then(|()| file.seek(SeekFrom::End(0)));
        cut.map_err(|error| unwritable(&part, &error))?;
        Ok(Self { part, file })
    }

    fn append(&mut self, bytes: &[u8]) -> Result<u64, Vec<Finding>> {
        self.file.write_all(bytes).map_err(|error| unwritable(&self.part, &error))?;
        Ok(bytes.len() as u64)
    }

    fn safe(&mut self) -> Result<(), Vec<Finding>> {
        self.file.sync_data().map_err(|error| unwritable(&self.part, &error))
    }
}

/// Tells whether an open file is the one that a path names now.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let place = |about: fs::Metadata| (about.dev(), about.ino());
        let named = fs::metadata(path).map(place).ok();
        named.is_some() && file.metadata().map(place).ok() == named
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// Gives a file that is whole its name; a run that was ended between two names has given it already.
pub(super) fn named(path: &Path) -> Result<(), Vec<Finding>> {
    match fs::rename(beside(path, "part"), path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.exists() => Ok(()),
        renamed => renamed.map_err(|error| unwritable(path, &error)),
    }
}

pub(super) fn unwritable(path: &Path, error: &io::Error) -> Vec<Finding> {
    vec![Finding::whole(&path.display().to_string(), Fault::Unwritable(error.to_string()))]
}

impl Files {
    /// Those of a run that has come so far.
    pub fn open(order: &Order<'_>, at: Checkpoint) -> Result<Self, Vec<Finding>> {
        // the rejects have a header in every format of the result
        let fresh = at.rejects == 0;
        let mut files = Self {
            out: Growing::open(&order.out, at.out)?,
            rejects: Growing::open(&order.rejects, at.rejects)?,
            people: match order.summed {
                Summed::No => None,
                Summed::Yes | Summed::WithRows => Some(Growing::open(&order.people(), at.people)?),
            },
            checkpoint: order.checkpoint(),
            at,
        };
        if fresh {
            files.at.out = files.out.append(&order.header())?;
            files.at.rejects = files.rejects.append(&rejects_header())?;
            files.commit(false)?;
        }
        Ok(files)
    }

    pub fn append(&mut self, scored: &[Scored]) -> Result<(), Vec<Finding>> {
        let (mut rows, mut rejects, mut people) = (Vec::new(), Vec::new(), Vec::new());
        for one in scored {
            rows.extend_from_slice(&one.rows);
            rejects.extend_from_slice(&one.rejects);
            people.extend_from_slice(&one.person);
            if one.rejects.is_empty() {
                self.at.good += 1;
            } else {
                self.at.rejected += 1;
            }
        }
        self.at.out += self.out.append(&rows)?;
        self.at.rejects += self.rejects.append(&rejects)?;
        if let Some(file) = &mut self.people {
            self.at.people += file.append(&people)?;
        }
        Ok(())
    }

    /// Makes what is written safe, then says how far it goes.
    pub fn commit(&mut self, whole: bool) -> Result<(), Vec<Finding>> {
        self.out.safe()?;
        self.rejects.safe()?;
        self.people.iter_mut().try_for_each(Growing::safe)?;
        self.at.whole = whole;
        self.at.write(&self.checkpoint).map_err(|error| unwritable(&self.checkpoint, &error))
    }
}
