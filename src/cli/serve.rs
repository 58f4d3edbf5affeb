//! `careerpath serve`: the counsellors' desk.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use super::person::today;
use super::{Ending, files, told};
use crate::finding::{Fault, Finding};
use crate::store::{Store, StoreError, claim};
use crate::web::{Certified, Desk};

/// The largest certificate that is read.
const CERTIFICATE_MB: u64 = 1;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder in which everything is kept; made where it is not there.
    #[arg(long, value_name = "DIR", default_value = "careerpath-desk")]
    data: PathBuf,
    /// The address that browsers ask; on this machine alone, unless there is a certificate.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8700")]
    addr: SocketAddr,
    /// A name by which browsers ask for it besides its address, as a proxy hands it on; may be given more than once.
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
    /// TLS certificate chain (PEM).
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Its private key, PEM.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Data folder [default: built in].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
}

/// Serves until it is stopped.
pub fn run(arguments: &Arguments) -> Ending {
    match served(arguments) {
        Ok(()) => Ending::Answered,
        Err(findings) => {
            told::findings(&findings, &[]);
            Ending::CouldNotRun
        }
    }
}

fn served(arguments: &Arguments) -> Result<(), Vec<Finding>> {
    let certified = certified(arguments)?;
    if certified.is_none() && !arguments.addr.ip().is_loopback() {
        let fault = Fault::Conflict {
            what: "what is sent there could be read on the way",
            mend: "give a certificate by --tls-cert and --tls-key, or serve at 127.0.0.1",
        };
        return Err(vec![Finding::whole(&arguments.addr.to_string(), fault)]);
    }
    let graphs = files::graphs_with_texts(arguments.graph.as_deref())?;
    let folder = |error: StoreError| unusable(&arguments.data, &error);
    let _claim = claim(&arguments.data).map_err(folder)?;
    let store = Store::open(&arguments.data).map_err(folder)?;
    let desk = Desk::new(store, graphs, now, today).called(arguments.host.clone());
    let set_up = desk.set_up().map_err(folder)?;
    let data = arguments.data.display().to_string();
    let scheme = if certified.is_some() { "https" } else { "http" };
    let ready = |address: SocketAddr| {
        anstream::eprintln!("the desk is at {scheme}://{address}/ and keeps everything in {data}");
        if let Some(path) = &set_up {
            anstream::eprintln!("make the first account at {scheme}://{address}{path}");
            anstream::eprintln!(
                "hint: this link works once, for a day; started again, the program prints another"
            );
        }
    };
    desk.serve(arguments.addr, certified.as_ref(), stopped(), ready).map_err(|error| {
        let fault = match error.kind() {
            ErrorKind::AddrInUse => Fault::Conflict {
                what: "another program listens there",
                mend: "end that one, or name another port by --addr",
            },
            ErrorKind::AddrNotAvailable => Fault::Conflict {
                what: "this machine has no such address",
                mend: "name one that it has by --addr",
            },
            _ => Fault::Unreadable(error.to_string()),
        };
        let name = match (&arguments.tls_cert, error.kind()) {
            (Some(cert), ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::Other) => {
                cert.display().to_string()
            }
            _ => arguments.addr.to_string(),
        };
        vec![Finding::whole(&name, fault)]
    })
}

/// The certificate and its key, where they are given.
fn certified(arguments: &Arguments) -> Result<Option<Certified>, Vec<Finding>> {
    let Some((cert, key)) = arguments.tls_cert.as_ref().zip(arguments.tls_key.as_ref()) else {
        return Ok(None);
    };
    match (files::read(cert, CERTIFICATE_MB), files::read(key, CERTIFICATE_MB)) {
        (Ok(chain), Ok(key)) => Ok(Some(Certified { chain: chain.bytes, key: key.bytes })),
        (chain, key) => Err([chain.err(), key.err()].into_iter().flatten().collect()),
    }
}

/// Waits until somebody presses Ctrl-C, or a service is ended.
async fn stopped() {
    let pressed = async {
        // without a way to be told, it runs until it is ended
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let ended = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut told) => {
                told.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let ended = std::future::pending::<()>();
    tokio::select! { () = pressed => {}, () = ended => {} }
}

pub(super) fn unusable(folder: &Path, error: &StoreError) -> Vec<Finding> {
    let fault = match error {
        StoreError::Newer => Fault::Conflict {
            what: "a later version of this program wrote it",
            mend: "use that version, or restore a backup of this one's",
        },
        StoreError::InUse => Fault::Conflict {
            what: "another program has it in use",
            mend: "stop the desk that serves it, or name another folder",
        },
        other => Fault::Unreadable(other.to_string()),
    };
    vec![Finding::whole(&folder.display().to_string(), fault)]
}

/// Seconds since 1970.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
