//! The files of a cohort as arguments name them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::files;
use crate::cohort::{Header, Settled, standard};
use crate::finding::{Fault, Finding};

/// The files that are named, with the patterns among them filled in.
pub(super) fn inputs(named: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<Finding>> {
    let (mut found, mut findings) = (Vec::new(), Vec::new());
    for path in named {
        let pattern = path.display().to_string();
        if !pattern.contains(['*', '?', '[']) || path.exists() {
            found.push(path.clone());
            continue;
        }
        let matching = glob::glob(&pattern).map(|paths| paths.filter_map(Result::ok).collect::<Vec<_>>());
        match matching {
            Ok(paths) if !paths.is_empty() => found.extend(paths),
            none => {
                let why =
                    none.err().map_or_else(|| "no file is called so".to_owned(), |error| error.to_string());
                findings.push(Finding::whole(&pattern, Fault::Unreadable(why)));
            }
        }
    }
    if found.iter().filter(|path| standard(path)).count() > 1 {
        let (what, mend) = ("standard input is named more than once", "name it once");
        findings.push(Finding::whole("-", Fault::Conflict { what, mend }));
    }
    if findings.is_empty() { Ok(found) } else { Err(findings) }
}

/// Reads what texts mean, from a file.
pub(super) fn settled(path: Option<&Path>) -> Result<Settled, Vec<Finding>> {
    let Some(path) = path else { return Ok(Settled::default()) };
    let text = files::read(path, files::PROFILE_MB).map_err(|finding| vec![finding])?;
    let read = Settled::read(&text.bytes);
    read.map_err(|faults| faults.into_iter().map(|fault| Finding::whole(&text.name, fault)).collect())
}

/// Other names of columns from a file.
pub(super) fn called(path: Option<&Path>) -> Result<Vec<(String, String)>, Vec<Finding>> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let text = files::read(path, files::PROFILE_MB).map_err(|finding| vec![finding])?;
    let read: Result<BTreeMap<String, String>, _> = serde_json::from_slice(&text.bytes);
    let map = read.map_err(|error| {
        let detail = format!("it is no object of names: {error}");
        vec![Finding::whole(&text.name, Fault::WrongType { detail })]
    })?;
    let unknown = map.values().filter_map(|ours| Header::check_name(ours).err());
    let findings: Vec<Finding> = unknown.map(|fault| Finding::whole(&text.name, fault)).collect();
    if findings.is_empty() { Ok(map.into_iter().collect()) } else { Err(findings) }
}
