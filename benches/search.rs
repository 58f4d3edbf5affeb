//! Time and effort of the search, per shipped profile: its wanted roles, or all with `--all`.
//!
//! `cargo bench --bench search` prints a row a profile; `-- --test` runs each once without repeating.

use std::time::{Duration, Instant};

use careerpath::document::Text;
use careerpath::graph::{Graph, RoleIx};
use careerpath::profile::Profile;
use careerpath::recommend::Settings;
use careerpath::search::{Effort, Limits, Problem, search};
use careerpath::wages::PayBook;

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn main() {
    let flags: Vec<String> = std::env::args().collect();
    let once = flags.iter().any(|flag| flag == "--test");
    let all = flags.iter().any(|flag| flag == "--all");
    let graphs =
        ["ca-ns-him", "us-him"].map(|id| Graph::shipped(id).expect("it ships").expect("it is sound"));
    let mut files: Vec<_> = std::fs::read_dir("profiles")
        .expect("the profiles are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    println!(
        "{:<42} {:>5} {:>6} {:>10} {:>8} {:>10} {:>10}",
        "profile", "roles", "paths", "median ms", "sets", "bounds", "placed"
    );
    for path in files {
        let bytes = std::fs::read(&path).expect("a readable file");
        let file = Text { name: path.display().to_string(), bytes };
        let region = Profile::region_named(&file).expect("a region");
        let graph = graphs.iter().find(|graph| graph.regions.find(&region).is_some()).expect("a graph");
        let profile = Profile::check(&file, graph).expect("it is sound");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let (paths, roles, effort, time) = measure(graph, &profile, all, if once { 1 } else { 5 });
        println!(
            "{name:<42} {roles:>5} {paths:>6} {:>10.1} {:>8} {:>10} {:>10}",
            time.as_secs_f64() * 1000.0,
            effort.sets,
            effort.bounds,
            effort.expansions
        );
    }
}

/// Pathways found, roles looked at, effort and median time.
fn measure(graph: &Graph, profile: &Profile, all: bool, runs: usize) -> (usize, usize, Effort, Duration) {
    let rules = Settings::default().rules();
    let pay = PayBook::new(graph, profile.region);
    let problem = Problem::new(graph, profile, &pay, rules, Limits::of(profile, &rules));
    let every = (0..).map(RoleIx).zip(&graph.roles).filter(|(_, role)| role.listed).map(|(role, _)| role);
    let targets: Vec<RoleIx> =
        if all || profile.targets.is_empty() { every.collect() } else { profile.targets.clone() };
    let mut times = Vec::new();
    let (mut paths, mut effort) = (0, Effort::default());
    for _ in 0..runs {
        let start = Instant::now();
        let found = search(&problem, &targets);
        times.push(start.elapsed());
        paths = found.iter().map(|(paths, _)| paths.len()).sum();
        effort = found.iter().fold(Effort::default(), |sum, (_, one)| Effort {
            bounds: sum.bounds + one.bounds,
            sets: sum.sets + one.sets,
            expansions: sum.expansions + one.expansions,
        });
    }
    times.sort();
    (paths, targets.len(), effort, times[times.len() / 2])
}
