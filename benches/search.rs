//! Time and effort of the search over all destinations: each shipped profile, whole fronts, sizes by need, nothing kept.
//!
//! `cargo bench --bench search` prints a row a profile; `-- --test` runs each once without repeating; `-- FOLDER` takes the
//! profiles of another folder.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use careerpath::document::Text;
use careerpath::graph::{Graph, RoleIx};
use careerpath::profile::Profile;
use careerpath::recommend::Settings;
use careerpath::search::{Limits, Problem, search};
use careerpath::units::CalendarMonth;
use careerpath::wages::PayBook;

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn main() {
    let flags: Vec<String> = std::env::args().skip(1).collect();
    let once = flags.iter().any(|flag| flag == "--test");
    let folder = flags.iter().find(|flag| !flag.starts_with("--")).map_or("profiles", String::as_str);
    let graphs =
        ["ca-ns-him", "us-him"].map(|id| Graph::shipped(id).expect("it ships").expect("it is sound"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the profiles are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    println!(
        "{:<38} {:>5} {:>6} {:>7} {:>8} {:>8} {:>9}",
        "all destinations", "roles", "paths", "larger", "sets", "lists", "median ms"
    );
    let mut medians = Vec::new();
    for path in &files {
        let (name, graph, profile) = person(path, &graphs);
        let row = measure(graph, &profile, if once { 1 } else { 5 });
        medians.push(row.time);
        println!(
            "{name:<38} {:>5} {:>6} {:>7} {:>8} {:>8} {:>9.1}",
            row.roles,
            row.paths,
            row.larger,
            row.sets,
            row.lists,
            milliseconds(row.time)
        );
    }
    medians.sort();
    let worst = medians.last().copied().unwrap_or_default();
    let median = medians.get(medians.len() / 2).copied().unwrap_or_default();
    println!("median of them {:.1} ms, worst {:.1} ms", milliseconds(median), milliseconds(worst));
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A profile with its name and graph.
fn person<'g>(path: &Path, graphs: &'g [Graph]) -> (String, &'g Graph, Profile) {
    let bytes = std::fs::read(path).expect("a readable file");
    let file = Text { name: path.display().to_string(), bytes };
    let region = Profile::region_named(&file).expect("a region");
    let graph = graphs.iter().find(|graph| graph.regions.find(&region).is_some()).expect("a graph");
    let profile = Profile::check(&file, graph).expect("it is sound");
    (path.file_stem().expect("a name").to_string_lossy().into_owned(), graph, profile)
}

/// What a search of all destinations came to.
struct Row {
    roles: usize,
    paths: usize,
    /// Roles that need more than the first size.
    larger: usize,
    sets: u64,
    lists: u64,
    time: Duration,
}

fn measure(graph: &Graph, profile: &Profile, times: usize) -> Row {
    let today = CalendarMonth::new(2026, 11).expect("a month of the calendar");
    let rules = Settings { today, ..Settings::default() }.rules();
    let pay = PayBook::of(graph, profile);
    let targets: Vec<RoleIx> =
        (0..).map(RoleIx).zip(&graph.roles).filter(|(_, role)| role.listed).map(|(at, _)| at).collect();
    let mut all = Vec::new();
    let mut found = Vec::new();
    for _ in 0..times {
        let begun = Instant::now();
        let problem = Problem::new(graph, profile, &pay, rules, Limits::of(profile, &rules));
        found = search(&problem, &targets);
        all.push(begun.elapsed());
    }
    all.sort();
    let first = rules.sizes()[0];
    Row {
        roles: found.iter().filter(|found| !found.pathways.is_empty()).count(),
        paths: found.iter().map(|found| found.pathways.len()).sum(),
        larger: found.iter().filter(|found| found.size.is_some_and(|size| size != first)).count(),
        sets: found.iter().map(|found| found.effort.sets).sum(),
        lists: found.iter().map(|found| found.effort.lists).sum(),
        time: all[all.len() / 2],
    }
}
