//! The counsellors' desk: pages on their own machine, from one table of routes, all of them without a script.
//!
//! Every request goes through one gate (`gate.rs`): it finds the route, who asks and what they may see, and only then calls
//! what answers. What answers is plain code over the store and the engine; nothing of it knows of sockets.

mod answer;
mod form;
mod gate;
mod hash;
mod kept;
mod listing;
mod pages;
mod routes;
mod scoring;
mod serving;
mod upload;
mod visit;

use std::sync::atomic::AtomicBool;
use std::sync::{Condvar, Mutex};

use tokio::sync::Semaphore;

use crate::document::Text;
use crate::graph::Graph;
use crate::store::{Account, Purpose, Spans, Store, StoreError};
use crate::units::CalendarMonth;

pub use routes::{Needs, ROUTES, Route, Takes};
pub use serving::Certified;

/// The most passwords that are hashed at once: each takes 19 MiB.
const HASHES: usize = 2;
/// Seconds for which the set-up link opens the first account.
const SET_UP_FOR: i64 = 24 * 3600;

/// A desk: what it keeps and what it knows.
pub struct Desk {
    /// What it keeps.
    pub store: Store,
    /// The graphs whose places are known.
    pub graphs: Vec<Graph>,
    /// How long sessions last.
    pub spans: Spans,
    /// The time in seconds since 1970.
    pub now: fn() -> i64,
    /// The month called today.
    pub month: fn() -> CalendarMonth,
    /// The files of each graph.
    texts: Vec<Vec<Text>>,
    hashes: Semaphore,
    /// Whether browsers ask it over TLS.
    certified: bool,
    /// Whether it is ending, and whether the cohort that is scored is to stop.
    ending: AtomicBool,
    stop: AtomicBool,
    /// Woken when there is something to score.
    work: (Mutex<()>, Condvar),
}

impl Desk {
    /// A desk over a folder that is open, with graphs and the files of each.
    #[must_use]
    pub fn new(
        store: Store,
        graphs: Vec<(Graph, Vec<Text>)>,
        now: fn() -> i64,
        month: fn() -> CalendarMonth,
    ) -> Self {
        let (graphs, texts) = graphs.into_iter().unzip();
        Self {
            store,
            graphs,
            spans: Spans::default(),
            now,
            month,
            texts,
            hashes: Semaphore::new(HASHES),
            certified: false,
            ending: AtomicBool::new(false),
            stop: AtomicBool::new(false),
            work: (Mutex::new(()), Condvar::new()),
        }
    }

    /// The path of the set-up link, where there is no account yet; one made before opens nothing any more.
    ///
    /// # Errors
    /// What the database says.
    pub fn set_up(&self) -> Result<Option<String>, StoreError> {
        let now = (self.now)();
        self.store.write(|store| {
            if !Account::none_yet(store)? {
                return Ok(None);
            }
            let secret = Purpose::SetUp.link(store, None, now + SET_UP_FOR)?;
            Ok(Some(format!("/set-up/{}", secret.told())))
        })
    }
}
