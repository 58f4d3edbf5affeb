//! A whole run: files in, the result and the rejects out, so that nothing is lost whatever ends it.
//!
//! Rows are scored by many threads and written in order. The result grows under a name of its own; every so often what is
//! written is made safe, then a checkpoint says how far it goes. A run that is taken up cuts off what is beyond it and goes
//! on, and its files get their names only when they are whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::checkpoint::{Checkpoint, Identity, beside};
use super::form::Form;
use super::input::{digest, opened};
use super::manifest;
use super::records::{Record, Records};
use super::result::{Layout, names};
use super::score::{Scored, Scorer};
use super::summary;
use super::written::{Written, rejects_header};
use crate::finding::{Fault, Finding};
use crate::graph::{Graph, RoleIx};
use crate::recommend::Settings;
use crate::report::CohortSummary;
use crate::wages::PayBooks;

/// Rows that each thread takes at once.
const AT_ONCE: usize = 64;
/// From one checkpoint to the next.
const BETWEEN: Duration = Duration::from_secs(1);

/// What is to be done.
pub struct Order<'o> {
    /// The graph.
    pub graph: &'o Graph,
    /// Pay by region.
    pub pay: &'o PayBooks<'o>,
    /// How many destinations are listed, and the rest of it.
    pub settings: Settings,
    /// Wanted roles of rows that name none.
    pub targets: Vec<RoleIx>,
    /// The files, in order; `-` is standard input.
    pub inputs: Vec<PathBuf>,
    /// Other names of columns, each with ours.
    pub called: Vec<(String, String)>,
    /// How the result is laid out.
    pub layout: Layout,
    /// The result; its name tells its format.
    pub out: PathBuf,
    /// The rejects.
    pub rejects: PathBuf,
    /// Whether the people are summed up.
    pub summed: Summed,
    /// Whether what that needs is kept when the run is whole.
    pub keeps_people: bool,
    /// Whether a run that was not finished is taken up.
    pub resume: bool,
    /// The most rows that are read.
    pub limit: Option<u64>,
    /// The most rejects before the run is given up.
    pub max_rejects: Option<u64>,
    /// How many threads score.
    pub threads: usize,
}

/// What is kept of people until a run is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summed {
    /// Nothing.
    No,
    /// What a summary needs.
    Yes,
    /// Their rows too.
    WithRows,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Everything is written.
    Whole,
    /// It was stopped and can be taken up.
    Stopped,
    /// There were too many rejects; it can be taken up with more allowed.
    TooMany,
}

/// What a run came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Came {
    /// Rows scored.
    pub good: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// How it ended.
    pub ended: Ended,
    /// The sum of it, where it was asked for and everything is written.
    pub summary: Option<CohortSummary>,
}

impl Order<'_> {
    /// Runs until the end, or until it is told to stop; tells now and then how many rows were scored and rejected.
    ///
    /// # Errors
    /// What keeps it from running; what was written until then can be taken up.
    pub fn run(&self, stop: &AtomicBool, told: &mut dyn FnMut(u64, u64)) -> Result<Came, Vec<Finding>> {
        let at = self.begun()?;
        if at.whole {
            return self.name(&at);
        }
        let mut files = Files::open(self, at)?;
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.threads).build();
        let pool = pool.map_err(|error| whole("--threads", Fault::Unreadable(error.to_string())))?;
        let mut ended = Ended::Whole;
        while files.at.input < self.inputs.len() {
            ended = self.input(&mut files, &pool, stop, told)?;
            if ended != Ended::Whole {
                break;
            }
            files.at.input += 1;
            files.at.offset = 0;
            files.at.line = 1;
        }
        files.commit(ended == Ended::Whole)?;
        match ended {
            Ended::Whole => self.name(&files.at),
            Ended::Stopped | Ended::TooMany => {
                Ok(Came { good: files.at.good, rejected: files.at.rejected, ended, summary: None })
            }
        }
    }

    /// Gives the files of a whole run their names, with what they are beside them; the checkpoint is gone with it.
    fn name(&self, at: &Checkpoint) -> Result<Came, Vec<Finding>> {
        let people = self.people();
        let summary = || summary::summary(self, &beside(&people, "part"), at.good, at.rejected);
        let summary = (self.summed != Summed::No).then(summary).transpose();
        let summary = summary.map_err(|error| unreadable(&people.display().to_string(), &error))?;
        let manifest = beside(&self.out, "manifest.json");
        manifest::write(self, at, &manifest).map_err(|error| unwritable(&manifest, &error))?;
        named(&self.out)?;
        named(&self.rejects)?;
        named(&manifest)?;
        let checkpoint = self.checkpoint();
        fs::remove_file(&checkpoint).map_err(|error| unwritable(&checkpoint, &error))?;
        if !self.keeps_people {
            let _ = fs::remove_file(self.people_kept());
        }
        Ok(Came { good: at.good, rejected: at.rejected, ended: Ended::Whole, summary })
    }

    /// What a summary needs, while the run lasts.
    fn people(&self) -> PathBuf {
        beside(&self.out, "people")
    }

    /// Where that is.
    #[must_use]
    pub fn people_kept(&self) -> PathBuf {
        beside(&self.people(), "part")
    }

    /// What comes before all rows of the result.
    fn header(&self) -> Vec<u8> {
        Written::by_name(&self.out).header(&names(self.graph, self.layout))
    }

    fn checkpoint(&self) -> PathBuf {
        beside(&self.out, "checkpoint")
    }

    /// How far the run has come: nowhere where it begins, or as far as the one that is taken up.
    fn begun(&self) -> Result<Checkpoint, Vec<Finding>> {
        let checkpoint = self.checkpoint();
        let name = checkpoint.display().to_string();
        let identity = self.identity()?;
        let known = Checkpoint::read(&checkpoint)
            .map_err(|error| whole(&name, Fault::Unreadable(error.to_string())))?;
        Ok(match known {
            Some(_) if !self.resume => {
                let fault = Fault::Conflict {
                    what: "a run that was not finished is there",
                    mend: "go on with it by --resume, or remove this file to begin anew",
                };
                return Err(whole(&name, fault));
            }
            Some(known) if known.identity != identity => {
                let fault = Fault::Conflict {
                    what: "the input, the graph or the options are not those that the run was begun with",
                    mend: "take it up with the same ones, or remove this file to begin anew",
                };
                return Err(whole(&name, fault));
            }
            Some(known) => known,
            None => Checkpoint::new(identity),
        })
    }

    /// What the run depends on.
    fn identity(&self) -> Result<Identity, Vec<Finding>> {
        let input = |path: &PathBuf| {
            let name = path.display().to_string();
            match digest(path) {
                Ok(digest) => Ok((name, digest)),
                Err(error) => Err(unreadable(&name, &error)),
            }
        };
        let (inputs, faults): (Vec<_>, Vec<_>) = self.inputs.iter().map(input).partition(Result::is_ok);
        let findings: Vec<Finding> = faults.into_iter().filter_map(Result::err).flatten().collect();
        if !findings.is_empty() {
            return Err(findings);
        }
        Ok(Identity {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            graph: self.graph.digest.clone(),
            settings: format!(
                "{:?} targets {:?} columns {:?} limit {:?} {:?} {:?} {:?}",
                self.settings,
                self.targets,
                self.called,
                self.limit,
                self.layout,
                Written::by_name(&self.out),
                self.summed
            ),
            inputs: inputs.into_iter().filter_map(Result::ok).collect(),
        })
    }

    /// Scores the rest of the input that is read.
    fn input(
        &self,
        files: &mut Files,
        pool: &rayon::ThreadPool,
        stop: &AtomicBool,
        told: &mut dyn FnMut(u64, u64),
    ) -> Result<Ended, Vec<Finding>> {
        let path = &self.inputs[files.at.input];
        let name = path.display().to_string();
        let unreadable = |error: io::Error| unreadable(&name, &error);
        let (scorer, from) = self.scorer(path, files.at.offset)?;
        let (line, offset) = if files.at.offset == 0 { (1, 0) } else { (files.at.line, files.at.offset) };
        let mut records = Records::new(from, scorer.form.delimiter(), line, offset);
        if offset == 0 && scorer.form.headed() {
            records.take().map_err(unreadable)?;
        }
        let mut last = Instant::now();
        loop {
            let done = files.at.good + files.at.rejected;
            let left = self.limit.map_or(u64::MAX, |limit| limit - done);
            let some = (self.threads * AT_ONCE).min(usize::try_from(left).unwrap_or(usize::MAX));
            let mut taken: Vec<Record> = Vec::with_capacity(some);
            while taken.len() < some {
                match records.take().map_err(unreadable)? {
                    Some(record) => taken.push(record),
                    None => break,
                }
            }
            if taken.is_empty() {
                return Ok(Ended::Whole);
            }
            let scored: Vec<Scored> =
                pool.install(|| taken.par_iter().map(|record| scorer.score(record)).collect());
            files.append(&scored)?;
            files.at.offset = records.offset();
            files.at.line = records.line();
            told(files.at.good, files.at.rejected);
            if self.max_rejects.is_some_and(|most| files.at.rejected > most) {
                return Ok(Ended::TooMany);
            }
            if stop.load(Ordering::Relaxed) {
                return Ok(Ended::Stopped);
            }
            if last.elapsed() >= BETWEEN {
                files.commit(false)?;
                last = Instant::now();
            }
        }
    }

    /// What scores the rows of an input, from its header, and the input from a place on.
    pub(super) fn scorer(
        &self,
        path: &Path,
        offset: u64,
    ) -> Result<(Scorer<'_>, Box<dyn BufRead + Send>), Vec<Finding>> {
        let name = path.display().to_string();
        let unreadable = |error: io::Error| unreadable(&name, &error);
        let mut from = opened(path, 0).map_err(unreadable)?;
        let ahead = from.fill_buf().map_err(unreadable)?;
        let form = Form::of(ahead, &self.called).map_err(|faults| {
            let told = faults.into_iter().map(|fault| match fault {
                Fault::Empty => Finding::whole(&name, fault),
                fault => Finding { place: "header".to_owned(), ..Finding::whole(&name, fault) },
            });
            told.collect::<Vec<_>>()
        })?;
        if offset > 0 {
            from = opened(path, offset).map_err(unreadable)?;
        }
        let scorer = Scorer {
            graph: self.graph,
            pay: self.pay,
            settings: self.settings.clone(),
            targets: self.targets.clone(),
            form,
            layout: self.layout,
            written: Written::by_name(&self.out),
            names: names(self.graph, self.layout),
            summed: self.summed,
        };
        Ok((scorer, from))
    }
}

/// That an input cannot be read.
pub(super) fn unreadable(name: &str, error: &io::Error) -> Vec<Finding> {
    whole(
        name,
        if error.kind() == io::ErrorKind::IsADirectory {
            Fault::Directory
        } else {
            Fault::Unreadable(error.to_string())
        },
    )
}

fn whole(name: &str, fault: Fault) -> Vec<Finding> {
    vec![Finding::whole(name, fault)]
}

/// The files of a run: what is written so far, and how far it is safe.
struct Files {
    at: Checkpoint,
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
    /// A file cut off at a length.
    fn open(path: &Path, length: u64) -> Result<Self, Vec<Finding>> {
        let part = beside(path, "part");
        let open = || {
            let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(&part)?;
            file.set_len(length)?;
            file.seek(SeekFrom::End(0))?;
            Ok(file)
        };
        let file = open().map_err(|error: io::Error| unwritable(&part, &error))?;
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

/// Gives a file that is whole its name; a run that was ended between two names has given it already.
fn named(path: &Path) -> Result<(), Vec<Finding>> {
    match fs::rename(beside(path, "part"), path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.exists() => Ok(()),
        renamed => renamed.map_err(|error| unwritable(path, &error)),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Vec<Finding> {
    whole(&path.display().to_string(), Fault::Unwritable(error.to_string()))
}

impl Files {
    /// Those of a run that has come so far.
    fn open(order: &Order<'_>, at: Checkpoint) -> Result<Self, Vec<Finding>> {
        let fresh = at.out == 0;
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

    fn append(&mut self, scored: &[Scored]) -> Result<(), Vec<Finding>> {
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
    fn commit(&mut self, whole: bool) -> Result<(), Vec<Finding>> {
        self.out.safe()?;
        self.rejects.safe()?;
        self.people.iter_mut().try_for_each(Growing::safe)?;
        self.at.whole = whole;
        self.at.write(&self.checkpoint).map_err(|error| unwritable(&self.checkpoint, &error))
    }
}
