//! What runs beside the pages: cohorts are scored one after the other, and what is due goes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::Desk;
use crate::cohort::{Came, Ended, Layout, Order, Summed, beside};
use crate::finding::Finding;
use crate::recommend::Settings;
use crate::render;
use crate::store::{Cohort, Stage, StoreError};
use crate::wages::PayBooks;

/// How often it is looked whether something is due.
const SWEEPING: Duration = Duration::from_hours(1);
/// How often it is looked whether the log of writes is long.
const SHORTENING: Duration = Duration::from_secs(1);
/// How often it is told how far a cohort is.
const TELLING: Duration = Duration::from_millis(500);
/// What a result is called in its folder.
pub const RESULT: &str = "result.csv";
/// What a summary is called there, as a page and for programs.
pub const SUMMARY: [&str; 2] = ["summary.html", "summary.json"];

impl Desk {
    /// Starts what runs beside the pages until the desk ends.
    pub(super) fn beside(self: &Arc<Self>) -> [JoinHandle<()>; 2] {
        let (scoring, sweeping) = (Arc::clone(self), Arc::clone(self));
        [thread::spawn(move || scoring.score()), thread::spawn(move || sweeping.tidy())]
    }

    /// The names of the files of rows that were rejected.
    pub(super) fn rejects(folder: &Path) -> PathBuf {
        beside(&folder.join(RESULT), "rejects.csv")
    }

    /// Scores whatever waits, then waits for more.
    fn score(&self) {
        while !self.ending.load(Ordering::SeqCst) {
            match self.store.read(Cohort::next) {
                Ok(Some(cohort)) => {
                    self.stop.store(self.ending.load(Ordering::SeqCst), Ordering::SeqCst);
                    if let Err(error) = self.scored(cohort) {
                        told(&error);
                        self.wait(Duration::from_secs(5));
                    }
                }
                Ok(None) => self.wait(SWEEPING),
                Err(error) => {
                    told(&error);
                    self.wait(Duration::from_secs(5));
                }
            }
        }
    }

    /// Takes away what is due, now and every so often, and keeps the log of writes short.
    fn tidy(&self) {
        let settled = self.store.settle_log();
        settled.unwrap_or_else(|error| told(&error));
        let mut last: Option<Instant> = None;
        while !self.ending.load(Ordering::SeqCst) {
            if last.is_none_or(|last| last.elapsed() >= SWEEPING) {
                match self.store.sweep((self.now)()) {
                    Ok(swept) if swept.traced > 0 => anstream::eprintln!(
                        "of {} clients who were erased, {} left traces; `careerpath audit verify` tells of each",
                        swept.clients,
                        swept.traced
                    ),
                    Ok(_) => {}
                    Err(error) => told(&error),
                }
                last = Some(Instant::now());
            }
            self.store.shorten_log().unwrap_or_else(|error| told(&error));
            self.wait(SHORTENING);
        }
    }

    /// Waits until something is to be done, or for some time.
    fn wait(&self, time: Duration) {
        let held = self.work.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.ending.load(Ordering::SeqCst) {
            drop(self.work.1.wait_timeout(held, time));
        }
    }

    /// Scores one cohort as far as it goes.
    fn scored(&self, mut cohort: Cohort) -> Result<(), StoreError> {
        cohort.stage = Stage::Running;
        self.store.write(|store| cohort.keep(store, (self.now)()))?;
        let folder = self.store.cohort_folder(&cohort.id);
        let came = self.run(&folder, &mut cohort);
        match came {
            // ended with the desk: the next start goes on
            Ok(came) if came.ended == Ended::Stopped && self.ending.load(Ordering::SeqCst) => return Ok(()),
            Ok(came) => {
                (cohort.good, cohort.rejected) = (came.good, came.rejected);
                cohort.stage = if came.ended == Ended::Whole { Stage::Whole } else { Stage::Stopped };
            }
            Err(findings) => {
                let named =
                    |finding: &Finding| finding.to_string().replace(&folder.display().to_string(), "");
                cohort.told = findings.iter().map(named).collect::<Vec<_>>().join("\n");
                cohort.stage = Stage::Failed;
            }
        }
        self.store.write(|store| cohort.keep(store, (self.now)()))
    }

    fn run(&self, folder: &Path, cohort: &mut Cohort) -> Result<Came, Vec<Finding>> {
        let amiss = |error: std::io::Error| {
            vec![Finding::whole(&cohort.name, crate::finding::Fault::Unreadable(error.to_string()))]
        };
        let input = people(folder).map_err(amiss)?;
        let graph = self.known(&cohort.graph).map(|(graph, _)| graph).ok_or_else(|| {
            let fault = crate::finding::Fault::Conflict {
                what: "the graph that it was handed in for is not served any more",
                mend: "hand it in again",
            };
            vec![Finding::whole(&cohort.graph, fault)]
        })?;
        let pay = PayBooks::new(graph, PayBooks::ROOM);
        let out = folder.join(RESULT);
        let settings = Settings { today: (self.month)(), ..Settings::default() };
        let order = Order {
            graph,
            pay: &pay,
            layout: Layout::Long,
            settings,
            targets: Vec::new(),
            inputs: vec![input],
            called: Vec::new(),
            rejects: Self::rejects(folder),
            out,
            summed: Summed::Yes,
            keeps_people: false,
            resume: true,
            limit: None,
            max_rejects: None,
            // the other processors are for whoever asks for pages
            threads: thread::available_parallelism().map_or(1, |all| (all.get() / 2).max(1)),
        };
        let mut last = Instant::now();
        let came = order.run(&self.stop, &mut |good, rejected| {
            if last.elapsed() >= TELLING {
                last = Instant::now();
                (cohort.good, cohort.rejected) = (good, rejected);
                // how far it is is told again soon
                let _ = self.store.write(|store| cohort.keep(store, (self.now)()));
            }
        })?;
        if let Some(summary) = &came.summary {
            let texts = [render::summary_page(summary), render::summary_json(summary)];
            for (name, text) in SUMMARY.iter().zip(texts) {
                fs::write(folder.join(name), text).map_err(|error| {
                    vec![Finding::whole(name, crate::finding::Fault::Unwritable(error.to_string()))]
                })?;
            }
        }
        Ok(came)
    }
}

/// The file that was handed in.
fn people(folder: &Path) -> std::io::Result<PathBuf> {
    let name = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(super::upload::PEOPLE))
    };
    let mut entries = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    entries.find(name).ok_or_else(|| std::io::ErrorKind::NotFound.into())
}

/// Tells whoever runs the desk; nobody else.
fn told(error: &StoreError) {
    anstream::eprintln!("the folder of the desk: {error}");
}
