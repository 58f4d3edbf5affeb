//! What runs beside the pages: cohorts are scored one after the other, and what is due goes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::Desk;
use crate::cohort::{Came, Ended, Layout, Order, Settled, Summed, beside};
use crate::finding::Finding;
use crate::recommend::Settings;
use crate::render;
use crate::store::{Cohort, Stage, StoreError};
use crate::units::CalendarMonth;
use crate::wages::PayBooks;
use crate::whole::write_whole;

/// The most rows of a cohort that are scored; more are for the command line.
pub const ROWS: i64 = 1_000_000;
/// How often it is looked whether a cohort waits.
const LOOKING: Duration = Duration::from_secs(2);
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

/// A cohort that is scored.
pub(super) struct UnderWay {
    cohort: String,
    /// The share of its file that is read, where that is known.
    share: Option<f64>,
}

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
            let scored = match self.store.read(Cohort::next) {
                Ok(Some(cohort)) => self.scored(cohort),
                Ok(None) => {
                    self.wait(LOOKING);
                    Ok(())
                }
                Err(error) => Err(error),
            };
            if let Err(error) = scored {
                told(&error);
                self.wait(LOOKING);
            }
        }
    }

    /// Has the scoring of a cohort stop, where it is the one that is scored.
    pub(super) fn stop_scoring(&self, cohort: &str) {
        if self.under_way().as_ref().is_some_and(|scored| scored.cohort == cohort) {
            self.stop.store(true, Ordering::SeqCst);
        }
    }

    /// The share of a cohort's file that is read; nothing where it is not scored now or that is not known.
    pub(super) fn share_read(&self, cohort: &str) -> Option<f64> {
        self.under_way().as_ref().filter(|scored| scored.cohort == cohort).and_then(|scored| scored.share)
    }

    fn under_way(&self) -> MutexGuard<'_, Option<UnderWay>> {
        self.scored.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells what is scored from now on.
    fn scoring(&self, cohort: Option<&str>) {
        let mut scored = self.under_way();
        *scored = cohort.map(|cohort| UnderWay { cohort: cohort.to_owned(), share: None });
        // one that begins as the desk ends stops at once
        self.stop.store(self.ending.load(Ordering::SeqCst), Ordering::SeqCst);
    }

    /// Takes away what is due, now and every so often, and keeps the log of writes short.
    fn tidy(&self) {
        let settled = self.store.settle_log();
        settled.unwrap_or_else(|error| told(&error));
        let (mut last, mut waited): (Option<Instant>, bool) = (None, false);
        while !self.ending.load(Ordering::SeqCst) {
            if last.is_none_or(|last| last.elapsed() >= SWEEPING) {
                match self.store.sweep((self.now)()) {
                    Ok(swept) if swept.traced > 0 => anstream::eprintln!(
                        "of {} clients who were erased, {} left traces or could not be looked for; the log has each",
                        swept.clients,
                        swept.traced
                    ),
                    Ok(swept) if swept.waits && !waited => {
                        waited = true;
                        anstream::eprintln!(
                            "this machine's clock is days beyond the last thing that anybody did here: nothing is taken away until somebody signs in"
                        );
                    }
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
        self.scoring(Some(&cohort.id));
        if !self.store.write(|store| cohort.claim(store, (self.now)()))? {
            return Ok(());
        }
        cohort.stage = Stage::Running;
        let folder = self.store.cohort_folder(&cohort.id);
        let begun = beside(&folder.join(RESULT), "checkpoint").exists();
        let mut came = self.run(&folder, &mut cohort);
        if begun && came.is_err() {
            // begun by another version, with other figures or under another name of the folder: it begins anew
            came = anew(&folder).map_or(came, |()| self.run(&folder, &mut cohort));
        }
        self.scoring(None);
        match came {
            // ended with the desk: the next start goes on
            Ok(came) if came.ended == Ended::Stopped && self.ending.load(Ordering::SeqCst) => return Ok(()),
            Ok(came) => {
                (cohort.good, cohort.rejected) = (came.good, came.rejected);
                cohort.stage = if came.ended == Ended::Whole { Stage::Whole } else { Stage::Stopped };
            }
            Err(findings) => {
                // the file is called what it was called where it came from
                let input = people(&folder).unwrap_or_default().display().to_string();
                let named = |finding: &Finding| {
                    let told = finding.to_string();
                    if input.is_empty() { told } else { told.replace(&input, &cohort.name) }
                };
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
        // the month in which it was handed in, however long it takes
        let settings = Settings { today: month(cohort.made), ..Settings::default() };
        let order = Order {
            graph,
            pay: &pay,
            layout: Layout::Wide(settings.top),
            settings,
            targets: Vec::new(),
            inputs: vec![input],
            called: Vec::new(),
            sheet: None,
            settled: Settled::default(),
            rejects: Self::rejects(folder),
            out,
            summed: Summed::Yes,
            keeps_people: false,
            resume: true,
            limit: Some(ROWS.unsigned_abs()),
            max_rejects: None,
            // the other processors are for whoever asks for pages
            threads: thread::available_parallelism().map_or(1, |all| (all.get() / 2).max(1)),
        };
        let mut last = Instant::now();
        let came = order.run(&self.stop, &mut |far| {
            if let Some(scored) = self.under_way().as_mut() {
                scored.share = far.share;
            }
            if last.elapsed() >= TELLING {
                last = Instant::now();
                (cohort.good, cohort.rejected) = (far.good, far.rejected);
                // how far it is is told again soon
                let _ = self.store.write(|store| cohort.keep(store, (self.now)()));
            }
        })?;
        if let Some(summary) = &came.summary {
            let texts = [render::summary_page(summary), render::summary_json(summary)];
            for (name, text) in SUMMARY.iter().zip(texts) {
                write_whole(&folder.join(name), text.as_bytes()).map_err(|error| {
                    vec![Finding::whole(name, crate::finding::Fault::Unwritable(error.to_string()))]
                })?;
            }
        }
        Ok(came)
    }
}

/// The month of a time in seconds since 1970.
fn month(seconds: i64) -> CalendarMonth {
    let at = jiff::Timestamp::from_second(seconds).unwrap_or_default().to_zoned(jiff::tz::TimeZone::system());
    let year = u32::try_from(at.year()).unwrap_or_default();
    let month = u32::try_from(at.month()).unwrap_or(1);
    CalendarMonth::new(year, month).unwrap_or_else(|| Settings::default().today)
}

/// Takes away what was begun, so that only the file that was handed in is left.
fn anew(folder: &Path) -> std::io::Result<()> {
    let kept = people(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path != kept {
            fs::remove_file(path)?;
        }
    }
    Ok(())
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
