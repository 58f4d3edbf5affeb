//! The counsellors' desk: pages on their own machine, from one table of routes, without a script.
//!
//! Every request goes through one gate (`gate.rs`): it finds the route, who asks and what they may see, and only then calls
//! what answers. What answers is plain code over the store and the engine; nothing of it knows of sockets.

mod answer;
mod form;
mod gate;
mod hash;
mod pages;
mod routes;
mod visit;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::routing::any;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::graph::Graph;
use crate::store::{Account, Purpose, Spans, Store, StoreError};
use crate::units::CalendarMonth;

pub use routes::{Needs, ROUTES, Route};

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
    hashes: Semaphore,
}

impl Desk {
    /// A desk over a folder that is open.
    #[must_use]
    pub fn new(store: Store, graphs: Vec<Graph>, now: fn() -> i64, month: fn() -> CalendarMonth) -> Self {
        Self { store, graphs, spans: Spans::default(), now, month, hashes: Semaphore::new(HASHES) }
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
            let secret = Purpose::SetUp.link(store, now + SET_UP_FOR)?;
            Ok(Some(format!("/set-up/{}", secret.told())))
        })
    }

    /// Serves until it is told to stop; what is under way is answered first.
    ///
    /// # Errors
    /// Where the address cannot be listened at. `ready` is told the address.
    pub fn serve(
        self,
        address: SocketAddr,
        stop: impl Future<Output = ()> + Send + 'static,
        ready: impl FnOnce(SocketAddr),
    ) -> io::Result<()> {
        let desk = Arc::new(self);
        let router = Router::new().fallback(any(gate::answered)).with_state(desk);
        let serving = router.into_make_service_with_connect_info::<SocketAddr>();
        tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
            let listener = TcpListener::bind(address).await?;
            ready(listener.local_addr()?);
            axum::serve(listener, serving).with_graceful_shutdown(stop).await
        })
    }
}
