//! A whole run: files in, the result and the rejects out, so that nothing is lost whatever ends it.
//!
//! Rows are scored by many threads and written in order. The result grows under a name of its own; every so often what is
//! written is made safe, then a checkpoint says how far it goes. A run that is taken up cuts off what is beyond it and goes
//! on, and its files get their names only when they are whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::checkpoint::{Checkpoint, Identity, beside};
use super::columnar::{self, in_columns};
use super::far::{Far, Length};
use super::files::{Files, named, unwritable};
use super::input::{digest, standard};
use super::manifest;
use super::reading::{Reading, unreadable};
use super::result::{Layout, columns};
use super::row::Reader;
use super::score::Scored;
use super::settled::Settled;
use super::sheets::in_workbook;
use super::summary;
use super::written::Written;
use crate::finding::{Fault, Finding};
use crate::graph::{Graph, RoleIx};
use crate::recommend::Settings;
use crate::report::CohortSummary;
use crate::wages::PayBooks;

/// Rows that each thread takes at once.
const AT_ONCE: usize = 64;
/// From one checkpoint to the next.
const BETWEEN: Duration = Duration::from_secs(1);

/// Nobody says to stop.
static GO_ON: AtomicBool = AtomicBool::new(false);

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
    /// The files, in order; `-` is standard input, which can be checked but not scored: that takes more than one reading.
    pub inputs: Vec<PathBuf>,
    /// What texts mean that were settled before.
    pub settled: Settled,
    /// The sheet of a workbook that is read, by its name; none for the first.
    pub sheet: Option<String>,
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
    /// Rows with nothing in them.
    pub blank: u64,
    /// The columns that were not read.
    pub ignored: Vec<String>,
    /// How it ended.
    pub ended: Ended,
    /// The sum of it, where it was asked for and everything is written.
    pub summary: Option<CohortSummary>,
}

impl Order<'_> {
    /// Runs until the end, or until it is told to stop; tells now and then how far it is.
    ///
    /// # Errors
    /// What keeps it from running; what was written until then can be taken up.
    pub fn run<'o>(&'o self, stop: &'o AtomicBool, told: &mut dyn FnMut(Far)) -> Result<Came, Vec<Finding>> {
        if self.written().columnar() && !columnar::BUILT {
            let fault = Fault::Conflict {
                what: "it would be Parquet or Arrow, which this build does not write",
                mend: "name a .csv or .jsonl file, or build with `--features columnar`",
            };
            return Err(whole(&self.out.display().to_string(), fault));
        }
        if self.inputs.iter().any(|path| standard(path)) {
            let (what, mend) = ("standard input can be read only once", "keep it in a file, and name that");
            return Err(whole("-", Fault::Conflict { what, mend }));
        }
        self.clear(&[], &[])?;
        let ignored = self.readable()?;
        let at = self.begun()?;
        if at.whole {
            return self.name(&at, ignored);
        }
        let mut files = Files::open(self, at)?;
        let pool = self.pool()?;
        let length = self.length();
        let mut ended = Ended::Whole;
        while files.at.input < self.inputs.len() {
            ended = self.input(&mut files, &pool, &length, stop, told)?;
            if ended != Ended::Whole {
                break;
            }
            files.at.input += 1;
            files.at.offset = 0;
            files.at.line = 1;
        }
        files.commit(ended == Ended::Whole)?;
        match ended {
            Ended::Whole => self.name(&files.at, ignored),
            Ended::Stopped | Ended::TooMany => {
                let (good, rejected, blank) = (files.at.good, files.at.rejected, files.at.blank);
                Ok(Came { good, rejected, blank, ignored, ended, summary: None })
            }
        }
    }

    /// Whether every input can be opened and has the columns that it needs, before anything is written.
    ///
    /// Gives the columns that are not read.
    fn readable(&self) -> Result<Vec<String>, Vec<Finding>> {
        let (mut ignored, mut findings) = (Vec::new(), Vec::new());
        for path in &self.inputs {
            match Reading::open(self, path, 0, 1, &GO_ON) {
                Ok(reading) => ignored.extend_from_slice(reading.ignored()),
                Err(found) => findings.extend(found),
            }
        }
        ignored.sort_unstable();
        ignored.dedup();
        if findings.is_empty() { Ok(ignored) } else { Err(findings) }
    }

    /// Gives the files of a whole run their names, with what they are beside them; the checkpoint is gone with it.
    fn name(&self, at: &Checkpoint, ignored: Vec<String>) -> Result<Came, Vec<Finding>> {
        let summary = || summary::summary(self, at.good, at.rejected);
        let summary = (self.summed != Summed::No).then(summary).transpose()?;
        if self.written() == Written::Workbook {
            let (lines, rejects) = (beside(&self.out, "part"), beside(&self.rejects, "part"));
            in_workbook(&lines, &rejects, &self.out, &columns(self.graph, self.layout))
                .map_err(|error| unwritable(&self.out, &error))?;
        } else if self.written().columnar() {
            let (lines, columns) = (beside(&self.out, "part"), columns(self.graph, self.layout));
            in_columns(&lines, &self.out, self.written(), &columns)
                .map_err(|error| unwritable(&self.out, &error))?;
        } else {
            named(&self.out)?;
        }
        named(&self.rejects)?;
        let manifest = beside(&self.out, "manifest.json");
        manifest::write(self, at, &manifest).map_err(|error| unwritable(&manifest, &error))?;
        let checkpoint = self.checkpoint();
        fs::remove_file(&checkpoint).map_err(|error| unwritable(&checkpoint, &error))?;
        if !self.keeps_people {
            let _ = fs::remove_file(self.people_kept());
        }
        let (good, rejected, blank) = (at.good, at.rejected, at.blank);
        Ok(Came { good, rejected, blank, ignored, ended: Ended::Whole, summary })
    }

    /// What an input is called in the rejects: as it was named, or where it is the only one without its folder.
    pub(super) fn called_in_rejects(&self, path: &Path) -> String {
        let alone = path.file_name().filter(|_| self.inputs.len() == 1);
        alone.map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// What reads its rows.
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader {
            graph: self.graph,
            targets: &self.targets,
            today: self.settings.today,
            settled: &self.settled,
        }
    }

    /// What a summary needs, while the run lasts.
    pub(super) fn people(&self) -> PathBuf {
        beside(&self.out, "people")
    }

    /// Where that is.
    #[must_use]
    pub fn people_kept(&self) -> PathBuf {
        beside(&self.people(), "part")
    }

    /// How the result is written.
    fn written(&self) -> Written {
        Written::by_name(&self.out)
    }

    /// What comes before all rows of the result.
    pub(super) fn header(&self) -> Vec<u8> {
        self.written().header(&columns(self.graph, self.layout))
    }

    pub(super) fn checkpoint(&self) -> PathBuf {
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
        // each was opened before, so that what is told now befell a file meanwhile
        let input = |path: &PathBuf| -> Result<_, Vec<Finding>> {
            let name = path.display().to_string();
            let digest = digest(path).map_err(|error| unreadable(&name, &error))?;
            Ok((name, digest))
        };
        Ok(Identity {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            graph: self.graph.digest.clone(),
            settings: format!(
                "{:?} targets {:?} columns {:?} map {:?} sheet {:?} limit {:?} {:?} {:?} {:?}",
                self.settings,
                self.targets,
                self.called,
                self.settled,
                self.sheet,
                self.limit,
                self.layout,
                self.written(),
                self.summed
            ),
            inputs: self.inputs.iter().map(input).collect::<Result<_, _>>()?,
        })
    }

    /// Scores the rest of the input that is read.
    fn input<'o>(
        &'o self,
        files: &mut Files,
        pool: &ThreadPool,
        length: &Length,
        stop: &'o AtomicBool,
        told: &mut dyn FnMut(Far),
    ) -> Result<Ended, Vec<Finding>> {
        let path = &self.inputs[files.at.input];
        let mut reading = Reading::open(self, path, files.at.offset, files.at.line, stop)?;
        let (mut last, blank) = (Instant::now(), files.at.blank);
        loop {
            let left = self.left(files.at.good + files.at.rejected);
            let taken = match reading.take(left.min(self.threads * AT_ONCE)) {
                Err(_) if stop.load(Ordering::Relaxed) => return Ok(Ended::Stopped),
                taken => taken?,
            };
            if taken.is_empty() {
                return Ok(Ended::Whole);
            }
            let scorer = &reading.scorer;
            // what is begun when it is to stop is done again when it is taken up
            let one = |record| (!stop.load(Ordering::Relaxed)).then(|| scorer.score(record));
            let scored: Option<Vec<Scored>> = pool.install(|| taken.par_iter().map(one).collect());
            let Some(scored) = scored else { return Ok(Ended::Stopped) };
            files.append(&scored)?;
            (files.at.offset, files.at.line) = reading.at();
            files.at.blank = blank + reading.blank();
            told(length.far(files.at.good, files.at.rejected, files.at.input, files.at.offset));
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

    /// How long the inputs are.
    pub(super) fn length(&self) -> Length {
        Length::of(&self.inputs, self.limit)
    }

    /// How many rows may be read after so many.
    pub(super) fn left(&self, done: u64) -> usize {
        self.limit.map_or(usize::MAX, |limit| usize::try_from(limit - done).unwrap_or(usize::MAX))
    }

    /// The threads that score.
    ///
    /// # Errors
    /// Where there cannot be so many.
    pub(super) fn pool(&self) -> Result<ThreadPool, Vec<Finding>> {
        let pool = ThreadPoolBuilder::new().num_threads(self.threads).build();
        pool.map_err(|error| whole("--threads", Fault::Unreadable(error.to_string())))
    }
}

fn whole(name: &str, fault: Fault) -> Vec<Finding> {
    vec![Finding::whole(name, fault)]
}
