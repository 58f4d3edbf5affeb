//! `careerpath check`: every finding in graphs and profiles at once.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Ending, deliver, files, told};
use crate::document::Text;
use crate::finding::{Finding, sorted};
use crate::graph::{Graph, SHIPPED};
use crate::profile::Profile;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Profiles, folders of profiles, graph folders or files in them; without any, the shipped graphs.
    #[arg(value_name = "FILE|DIR")]
    paths: Vec<PathBuf>,
    /// The graph to check profiles against.
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
}

/// Checks everything named and tells what is wrong.
pub fn run(arguments: &Arguments) -> Ending {
    let mut bench = Bench::default();
    if arguments.paths.is_empty() {
        for shipped in SHIPPED {
            bench.graph(&shipped.texts());
        }
    }
    for path in &arguments.paths {
        bench.path(path, arguments.graph.as_deref());
    }
    let findings = sorted(bench.findings);
    told::findings(&findings, &bench.texts);
    let files = bench.checked;
    if findings.is_empty() {
        let what = if files == 1 { "file" } else { "files" };
        deliver(&format!("{files} {what} checked, nothing wrong\n"), None, Ending::Answered)
    } else {
        let count = findings.len();
        anstream::eprintln!("{count} {} in {files} files", if count == 1 { "finding" } else { "findings" });
        Ending::Nothing
    }
}

#[derive(Default)]
struct Bench {
    findings: Vec<Finding>,
    texts: Vec<Text>,
    checked: usize,
}

impl Bench {
    fn path(&mut self, path: &Path, graph: Option<&Path>) {
        let beside = path.parent().filter(|parent| path.is_file() && parent.join("graph.json").is_file());
        if path.join("graph.json").is_file() {
            self.folder(path);
        } else if let Some(folder) = beside {
            self.folder(folder);
        } else if path.is_dir() {
            let mut profiles: Vec<PathBuf> = std::fs::read_dir(path)
                .into_iter()
                .flatten()
                .filter_map(Result::ok)
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|end| end == "json"))
                .collect();
            profiles.sort();
            if profiles.is_empty() {
                self.findings
                    .push(Finding::whole(&path.display().to_string(), crate::finding::Fault::Directory));
            }
            for profile in profiles {
                self.profile(&profile, graph);
            }
        } else {
            self.profile(path, graph);
        }
    }

    fn folder(&mut self, folder: &Path) {
        match files::read_graph(folder) {
            Ok(texts) => self.graph(&texts),
            Err(findings) => self.findings.extend(findings),
        }
    }

    fn graph(&mut self, texts: &[Text]) {
        self.checked += texts.len();
        if let Err(findings) = Graph::check(texts) {
            self.findings.extend(findings);
            self.texts.extend(texts.iter().cloned());
        }
    }

    fn profile(&mut self, path: &Path, folder: Option<&Path>) {
        self.checked += 1;
        let file = match files::read(path, files::PROFILE_MB) {
            Ok(file) => file,
            Err(finding) => {
                self.findings.push(finding);
                return;
            }
        };
        let checked = files::graph(folder, Some(&file), &mut self.texts)
            .and_then(|graph| Profile::check(&file, &graph));
        if let Err(findings) = checked {
            self.findings.extend(findings);
            self.texts.push(file);
        }
    }
}
