//! Reading files within limits, and choosing a graph.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::LARGEST;
use crate::document::Text;
use crate::finding::{Fault, Finding, nearest};
use crate::graph::{Graph, Node, PlaceMatch, RegionIx, RoleIx, SHIPPED, place_near};
use crate::profile::Profile;
use crate::whole::write_whole;

/// The largest profile that is read.
pub const PROFILE_MB: u64 = 1;
/// The largest raw file, as an office publishes it, that is read.
pub const RAW_MB: u64 = 64;
/// The largest file of a graph that is read.
pub const GRAPH_MB: u64 = 16;

/// Reads a file, or standard input where the path is `-`, up to a limit.
pub fn read(path: &Path, limit_mb: u64) -> Result<Text, Finding> {
    let name = path.display().to_string();
    if name == "-" {
        return take(io::stdin().lock(), "standard input", limit_mb);
    }
    let unreadable = |error: &io::Error| Finding::whole(&name, Fault::Unreadable(plain(error)));
    let about = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
    if about.is_dir() {
        return Err(Finding::whole(&name, Fault::Directory));
    }
    if about.len() > limit_mb * 1_000_000 {
        return Err(Finding::whole(&name, Fault::TooLarge { limit_mb }));
    }
    take(File::open(path).map_err(|error| unreadable(&error))?, &name, limit_mb)
}

fn take(from: impl Read, name: &str, limit_mb: u64) -> Result<Text, Finding> {
    let limit = limit_mb * 1_000_000;
    let mut bytes = Vec::new();
    from.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Finding::whole(name, Fault::Unreadable(plain(&error))))?;
    if bytes.len() as u64 > limit {
        return Err(Finding::whole(name, Fault::TooLarge { limit_mb }));
    }
    Ok(Text { name: name.to_owned(), bytes })
}

/// Whether two paths are those of one file that is there.
pub fn same(one: &Path, other: &Path) -> bool {
    std::fs::canonicalize(one).is_ok_and(|one| std::fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// Writes a result whole: to a file, which appears or changes only once all of it is written, or to standard output, `-` too,
/// whose reader may stop early. A file that is there may be read by whom it could be read by.
pub fn write(written: impl AsRef<[u8]>, output: Option<&Path>) -> Result<(), Finding> {
    let written = written.as_ref();
    let Some(path) = output.filter(|path| path.as_os_str() != "-") else {
        return match io::stdout().lock().write_all(written) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Finding::whole("standard output", Fault::Unwritable(plain(&error))))
            }
            _ => Ok(()),
        };
    };
    let whole = || {
        // a device or a pipe takes what it is given
        if std::fs::metadata(path).is_ok_and(|about| !about.is_file()) {
            return std::fs::write(path, written);
        }
        write_whole(path, written)
    };
    whole().map_err(|error| Finding::whole(&path.display().to_string(), Fault::Unwritable(plain(&error))))
}

/// The first of `stem.end`, `stem-2.end` … that no file has.
pub fn fresh(stem: &str, end: &str) -> PathBuf {
    let numbered = |number: u32| match number {
        1 => PathBuf::from(format!("{stem}.{end}")),
        more => PathBuf::from(format!("{stem}-{more}.{end}")),
    };
    (1..10_000).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| numbered(10_000))
}

/// An I/O error without the number of the operating system.
fn plain(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or(&words).to_lowercase()
}

/// Reads every file of a graph's folder.
pub fn read_graph(folder: &Path) -> Result<Vec<Text>, Vec<Finding>> {
    let name = folder.display().to_string();
    let entries = std::fs::read_dir(folder)
        .map_err(|error| vec![Finding::whole(&name, Fault::Unreadable(plain(&error)))])?;
    let mut paths: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "json" || end == "csv" || end == "gz"))
        .collect();
    paths.sort();
    let (mut texts, mut findings) = (Vec::new(), Vec::new());
    for path in paths {
        match read(&path, GRAPH_MB) {
            Ok(text) => texts.push(text),
            Err(finding) => findings.push(finding),
        }
    }
    if texts.is_empty() && findings.is_empty() {
        findings.push(Finding::whole(&name, Fault::MissingFile { name: "graph.json" }));
    }
    if findings.is_empty() { Ok(texts) } else { Err(findings) }
}

/// That no pathway of some has the id that an argument gives.
pub fn no_pathway(argument: &str, id: &str, ids: &[String]) -> Finding {
    let near = nearest(id, ids.iter().map(String::as_str));
    Finding::whole(argument, Fault::UnknownId { kind: "pathway", id: id.to_owned(), near })
}

/// The graph in a folder, or every shipped one.
pub fn graphs(folder: Option<&Path>, texts: &mut Vec<Text>) -> Result<Vec<Graph>, Vec<Finding>> {
    match folder {
        Some(_) => graph(folder, None, texts).map(|graph| vec![graph]),
        None => SHIPPED.iter().map(|shipped| Graph::load(&shipped.texts())).collect(),
    }
}

/// The same, each with its files.
pub fn graphs_with_texts(folder: Option<&Path>) -> Result<Vec<(Graph, Vec<Text>)>, Vec<Finding>> {
    if let Some(folder) = folder {
        let texts = read_graph(folder)?;
        return Ok(vec![(Graph::check(&texts)?, texts)]);
    }
    let all = SHIPPED.iter().map(crate::graph::Shipped::texts);
    all.map(|texts| Ok((Graph::load(&texts)?, texts))).collect()
}

/// A profile, and the graph in a folder or the shipped one that knows its region.
pub fn profile(
    path: &Path,
    folder: Option<&Path>,
    texts: &mut Vec<Text>,
) -> Result<(Graph, Profile), Vec<Finding>> {
    let file = read(path, PROFILE_MB).map_err(|finding| vec![finding])?;
    texts.push(file.clone());
    let graph = graph(folder, Some(&file), texts)?;
    let profile = Profile::check(&file, &graph)?;
    Ok((graph, profile))
}

/// The roles that an argument names, each once, in the order named.
pub fn roles(graph: &Graph, argument: &str, words: &[String]) -> Result<Vec<RoleIx>, Vec<Finding>> {
    every(words, |word| role(graph, argument, word))
}

/// The roles, credentials and programs that an argument names, each once, in the order named.
pub fn nodes(graph: &Graph, argument: &str, words: &[String]) -> Result<Vec<Node>, Vec<Finding>> {
    every(words, |word| {
        graph.node_named(word).ok_or_else(|| {
            let near = nearest(word, graph.nodes().map(|node| graph.names(node).id.as_str()));
            let kind = "role, credential or program";
            Finding::whole(argument, Fault::UnknownId { kind, id: word.to_owned(), near })
        })
    })
}

/// What some words name, each once, in the order of the words; or a finding for each that names nothing.
fn every<T: Ord + Copy>(
    words: &[String],
    one: impl Fn(&str) -> Result<T, Finding>,
) -> Result<Vec<T>, Vec<Finding>> {
    let (mut found, mut findings) = (Vec::new(), Vec::new());
    for word in words {
        match one(word) {
            Ok(named) => found.push(named),
            Err(finding) => findings.push(finding),
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|named| seen.insert(*named));
    if findings.is_empty() { Ok(found) } else { Err(findings) }
}

/// The role with an id or a title, as an argument names it.
pub fn role(graph: &Graph, argument: &str, word: &str) -> Result<RoleIx, Finding> {
    graph.role_named(word).ok_or_else(|| {
        let near = nearest(word, graph.roles.iter().map(|role| role.names.id.as_str()));
        Finding::whole(argument, Fault::UnknownId { kind: "role", id: word.to_owned(), near })
    })
}

/// The graph in a folder, or the shipped one that knows the profile's region.
pub fn graph(
    folder: Option<&Path>,
    profile: Option<&Text>,
    texts: &mut Vec<Text>,
) -> Result<Graph, Vec<Finding>> {
    if let Some(folder) = folder {
        let read = read_graph(folder)?;
        let graph = Graph::check(&read);
        texts.extend(read);
        return graph;
    }
    let region = profile.and_then(Profile::region_named).unwrap_or_default();
    let mut graphs = Vec::new();
    for shipped in SHIPPED {
        let graph = Graph::load(&shipped.texts())?;
        if graph.regions.find(&region).is_some() {
            return Ok(graph);
        }
        graphs.push(graph);
    }
    let at = knowing(&graphs, &region);
    Ok(graphs.swap_remove(at))
}

/// The graph, by its place, that a place's name is read in: a name that several know is left to the largest.
fn knowing(graphs: &[Graph], name: &str) -> usize {
    let mut knowing = (0..graphs.len()).filter(|at| graphs[*at].read_place(name) != PlaceMatch::Unknown);
    match (knowing.next(), knowing.next()) {
        (Some(only), None) => only,
        _ => graphs.iter().position(|graph| graph.id == LARGEST).unwrap_or(0),
    }
}

/// The region that an argument names, with its graph.
pub fn region<'g>(graphs: &'g [Graph], argument: &str, name: &str) -> Result<(&'g Graph, RegionIx), Finding> {
    let own = graphs.iter().find_map(|graph| Some((graph, graph.regions.find(name)?)));
    let known = || {
        let graph = graphs.get(knowing(graphs, name))?;
        Some((graph, graph.find_place(name)?))
    };
    own.or_else(known).ok_or_else(|| {
        let near = place_near(name, graphs.iter().map(|graph| &graph.regions));
        Finding::whole(argument, Fault::UnknownId { kind: "region", id: name.to_owned(), near })
    })
}

/// How something is written: as asked for, else as the name of the file ends that it is written to, else as usual.
pub fn format<F: ValueEnum>(asked: Option<F>, output: Option<&Path>, usual: F) -> F {
    let ending = || output?.extension()?.to_str().map(str::to_lowercase);
    let named = || {
        let ending = ending()?;
        F::from_str(if ending == "htm" { "html" } else { &ending }, true).ok()
    };
    asked.or_else(named).unwrap_or(usual)
}
