//! What a result was made from and what it is, so that it can be told from another and made again.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::checkpoint::Checkpoint;
use super::input::digest;
use super::run::Order;
use crate::whole::write_whole;

/// `careerpath.cohort-manifest/1`.
#[derive(Debug, Serialize)]
struct Manifest<'m> {
    format: &'static str,
    program: &'m str,
    graph: Stamp<'m>,
    today: String,
    top: usize,
    targets: Vec<&'m str>,
    inputs: Vec<Input<'m>>,
    rows: u64,
    scored: u64,
    rejected: u64,
    outputs: Vec<Output>,
}

#[derive(Debug, Serialize)]
struct Stamp<'m> {
    id: &'m str,
    version: &'m str,
    digest: &'m str,
}

#[derive(Debug, Serialize)]
struct Input<'m> {
    name: &'m str,
    sha256: Option<&'m str>,
}

#[derive(Debug, Serialize)]
struct Output {
    name: String,
    sha256: Option<String>,
}

/// Writes the manifest of a whole run, whose outputs have their names.
///
/// # Errors
/// What keeps an output from being read or the manifest from being written.
pub(super) fn write(order: &Order<'_>, at: &Checkpoint, path: &Path) -> io::Result<()> {
    let output = |path: &Path| -> io::Result<Output> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Output { name, sha256: digest(path)? })
    };
    let identity = &at.identity;
    let inputs = identity.inputs.iter().map(|(name, sha256)| Input { name, sha256: sha256.as_deref() });
    let manifest = Manifest {
        format: "careerpath.cohort-manifest/1",
        program: &identity.program,
        graph: Stamp { id: &order.graph.id, version: &order.graph.version, digest: &order.graph.digest },
        today: order.settings.today.to_string(),
        top: order.settings.top,
        targets: order.targets.iter().map(|role| order.graph.roles[role.at()].names.id.as_str()).collect(),
        inputs: inputs.collect(),
        rows: at.good + at.rejected,
        scored: at.good,
        rejected: at.rejected,
        outputs: vec![output(&order.out)?, output(&order.rejects)?],
    };
    let mut written = serde_json::to_vec_pretty(&manifest).map_err(io::Error::other)?;
    written.push(b'\n');
    write_whole(path, &written)
}
