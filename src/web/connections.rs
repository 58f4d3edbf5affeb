//! Connections: so many at once, each given up where its browser takes nothing of what it asked for.

use std::future::{Ready, ready};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum_server::accept::Accept;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;

/// How long a browser may take nothing of what it asked for.
const TAKING: Duration = Duration::from_secs(15);
/// The most connections at once, where the system gives as many files.
const MOST: u64 = 4096;
/// Files that everything else needs.
const OTHERS: u64 = 160;
/// The fewest connections that make sense.
const LEAST: u64 = 16;

/// Takes connections within bounds.
#[derive(Debug, Clone)]
pub struct Bounded(Arc<Semaphore>);

impl Bounded {
    /// As many as the files that the system gives; it is asked for more first.
    pub fn by_files() -> Self {
        let files = rlimit::increase_nofile_limit(MOST + OTHERS).unwrap_or(LEAST + OTHERS);
        let most = files.saturating_sub(OTHERS).clamp(LEAST, MOST);
        Self(Arc::new(Semaphore::new(usize::try_from(most).unwrap_or(16))))
    }
}

impl<S> Accept<TcpStream, S> for Bounded {
    type Stream = Connection;
    type Service = S;
    type Future = Ready<io::Result<(Connection, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let Ok(place) = Arc::clone(&self.0).try_acquire_owned() else {
            // whoever comes now may come again
            return ready(Err(io::Error::other("as many connections as there may be")));
        };
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(TAKING));
        ready(Ok((Connection { stream: Box::pin(stream), _place: place }, service)))
    }
}

/// A connection with its place.
#[derive(Debug)]
pub struct Connection {
    stream: Pin<Box<TimeoutStream<TcpStream>>>,
    _place: OwnedSemaphorePermit,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.stream.as_mut().poll_read(context, into)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.stream.as_mut().poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.as_mut().poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.as_mut().poll_shutdown(context)
    }
}
