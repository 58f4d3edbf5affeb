//! The counsellors' desk: pages on their own machine, from one table of routes, all of them without a script.
//!
//! Every request goes through one gate (`gate.rs`): it finds the route, who asks and what they may see, and only then calls
//! what answers. What answers is plain code over the store and the engine; nothing of it knows of sockets.

mod answer;
mod busy;
mod connections;
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

use std::num::NonZero;
use std::sync::atomic::AtomicBool;
use std::sync::{Condvar, Mutex};
use std::thread;

use tokio::runtime::Handle;
use tokio::sync::Semaphore;

use crate::document::Text;
use crate::graph::Graph;
use crate::store::{Account, Purpose, Spans, Store, StoreError};
use crate::units::CalendarMonth;
use busy::Busy;
use scoring::UnderWay;

pub use routes::{Needs, ROUTES, Route, Takes};
pub use serving::Certified;

/// The most passwords that are hashed at once: each takes 19 MiB.
const HASHES: usize = 2;
/// How many wait for that at once.
const WAITING: usize = 32;
/// Seconds for which the set-up link opens the first account.
const SET_UP_FOR: i64 = 24 * 3600;

/// A desk: what it keeps and what it knows.
pub struct Desk {
    /// What it keeps.
    pub store: Store,
    /// The graphs whose places are known, for as long as the program runs.
    pub graphs: &'static [Graph],
    /// How long sessions last.
    pub spans: Spans,
    /// The time in seconds since 1970.
    pub now: fn() -> i64,
    /// The month called today.
    pub month: fn() -> CalendarMonth,
    /// The files of each graph.
    texts: Vec<Vec<Text>>,
    hashes: Semaphore,
    /// Places to wait for a hash: whoever finds none is asked to try again, so that others are answered meanwhile.
    waiting: Semaphore,
    /// Turns of the engine: the other processors are for whoever asks for pages.
    engine: Semaphore,
    /// How much each account has asked for at once.
    busy: Busy,
    /// Names by which it may be asked for besides its address; where there are none over TLS, any.
    names: Vec<String>,
    /// Whether browsers ask it over TLS.
    certified: bool,
    /// Whether it is ending.
    ending: AtomicBool,
    /// The cohort that is scored, and whether it is to stop.
    scored: Mutex<Option<UnderWay>>,
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
        let (graphs, texts): (Vec<Graph>, Vec<Vec<Text>>) = graphs.into_iter().unzip();
        // they last until the program ends
        let graphs: &'static [Graph] = Vec::leak(graphs);
        let processors = thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            store,
            graphs,
            spans: Spans::default(),
            now,
            month,
            texts,
            hashes: Semaphore::new(HASHES),
            waiting: Semaphore::new(WAITING),
            engine: Semaphore::new((processors / 2).max(1)),
            busy: Busy::default(),
            names: Vec::new(),
            certified: false,
            ending: AtomicBool::new(false),
            scored: Mutex::new(None),
            stop: AtomicBool::new(false),
            work: (Mutex::new(()), Condvar::new()),
        }
    }

    /// The same, asked for by other names too, as behind a proxy.
    #[must_use]
    pub fn called(self, names: Vec<String>) -> Self {
        Self { names, ..self }
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

    /// Does something when a turn of a kind comes.
    fn in_turn<T>(turns: &Semaphore, run: impl FnOnce() -> T) -> T {
        // it runs beside what answers others, where waiting is allowed
        let turn = Handle::current().block_on(turns.acquire());
        let done = run();
        drop(turn);
        done
    }
}
