//! `careerpath serve`: the counsellors' desk; `careerpath audit verify`: whether its log is as it was written.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, Subcommand};

use super::person::today;
use super::{Ending, files, told};
use crate::finding::{Fault, Finding};
use crate::store::{Store, StoreError, Verified};
use crate::web::Desk;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder in which everything is kept; made where it is not there.
    #[arg(long, value_name = "DIR", default_value = "careerpath-desk")]
    data: PathBuf,
    /// The address that browsers ask, on this machine.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8700")]
    addr: SocketAddr,
    /// A graph's folder; without it every shipped graph.
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Audit {
    #[command(subcommand)]
    verb: AuditVerb,
}

#[derive(Debug, Subcommand)]
enum AuditVerb {
    /// Tell whether every entry is as it was written.
    Verify {
        /// The folder of the desk.
        #[arg(long, value_name = "DIR", default_value = "careerpath-desk")]
        data: PathBuf,
    },
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
    if !arguments.addr.ip().is_loopback() {
        let fault = Fault::Conflict {
            what: "what is sent there could be read on the way",
            mend: "serve at 127.0.0.1; the desk is for browsers on this machine",
        };
        return Err(vec![Finding::whole(&arguments.addr.to_string(), fault)]);
    }
    let mut texts = Vec::new();
    let graphs = files::graphs(arguments.graph.as_deref(), &mut texts)?;
    let folder = |error: StoreError| unusable(&arguments.data, &error);
    let store = Store::open(&arguments.data).map_err(folder)?;
    let desk = Desk::new(store, graphs, now, today);
    let set_up = desk.set_up().map_err(folder)?;
    let data = arguments.data.display().to_string();
    let ready = |address: SocketAddr| {
        anstream::eprintln!("the desk is at http://{address}/ and keeps everything in {data}");
        if let Some(path) = &set_up {
            anstream::eprintln!("make the first account at http://{address}{path}");
            anstream::eprintln!(
                "hint: this link works once, for a day; started again, the program prints another"
            );
        }
    };
    let stop = async {
        // without a way to be told, it runs until it is ended
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    desk.serve(arguments.addr, stop, ready).map_err(|error| {
        vec![Finding::whole(&arguments.addr.to_string(), Fault::Unreadable(error.to_string()))]
    })
}

/// Tells whether the log is whole.
pub fn audit(arguments: &Audit) -> Ending {
    let AuditVerb::Verify { data } = &arguments.verb;
    let verified = Store::open(data).and_then(|store| store.verify());
    match verified {
        Ok(Verified::Whole(entries)) => {
            anstream::println!("{entries} entries, each as it was written");
            Ending::Answered
        }
        Ok(Verified::Broken(entry)) => {
            anstream::println!("entry {entry} is not as it was written");
            Ending::Nothing
        }
        Err(error) => {
            told::findings(&unusable(data, &error), &[]);
            Ending::CouldNotRun
        }
    }
}

fn unusable(folder: &Path, error: &StoreError) -> Vec<Finding> {
    let fault = match error {
        StoreError::Newer => Fault::Conflict {
            what: "a later version of this program wrote it",
            mend: "use that version, or restore a backup of this one's",
        },
        other => Fault::Unreadable(other.to_string()),
    };
    vec![Finding::whole(&folder.display().to_string(), fault)]
}

/// Seconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
