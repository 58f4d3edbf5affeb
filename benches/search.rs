//! Time and effort of the search per shipped profile, over all destinations, and of a library that was asked before; and
//! the soonest pathway to each destination against Yen's algorithm over the implicit state graph, as ratios in one run.
//!
//! `cargo bench --bench search` prints a row a profile; `-- --test` runs each once without repeating.

mod yen;

use std::path::Path;
use std::time::{Duration, Instant};

use careerpath::document::Text;
use careerpath::graph::{Graph, Node, RoleIx};
use careerpath::library::Library;
use careerpath::profile::Profile;
use careerpath::recommend::Settings;
use careerpath::search::{Choices, Effort, Limits, Pathway, Problem, search};
use careerpath::units::Money;
use careerpath::wages::PayBook;

/// The rival walks every state within so many months, so it is asked only for destinations no further away.
const RIVAL_MONTHS: u32 = 5;

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn main() {
    let once = std::env::args().any(|flag| flag == "--test");
    let graphs =
        ["ca-ns-him", "us-him"].map(|id| Graph::shipped(id).expect("it ships").expect("it is sound"));
    let mut files: Vec<_> = std::fs::read_dir("profiles")
        .expect("the profiles are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    let people: Vec<(String, &Graph, Profile)> = files.iter().map(|path| person(path, &graphs)).collect();
    println!(
        "{:<38} {:>5} {:>6} {:>9} {:>7} {:>8} {:>8} {:>10} {:>7}",
        "all destinations", "roles", "paths", "median ms", "sets", "bounds", "placed", "library us", "ratio"
    );
    for (name, graph, profile) in &people {
        let (paths, roles, effort, time) = measure(graph, profile, if once { 1 } else { 5 });
        let warm = answered_again(graph, profile, &listed(graph), if once { 20 } else { 400 });
        println!(
            "{name:<38} {roles:>5} {paths:>6} {:>9.1} {:>7} {:>8} {:>8} {:>10.1} {:>7.0}",
            time.as_secs_f64() * 1e3,
            effort.sets,
            effort.bounds,
            effort.expansions,
            warm.as_secs_f64() * 1e6,
            time.as_secs_f64() / warm.as_secs_f64()
        );
    }
    println!(
        "\n{:<38} {:>5} {:>10} {:>10} {:>8} {:>10} {:>9}",
        format!("soonest, within {RIVAL_MONTHS} months"),
        "roles",
        "ours ms",
        "yen ms",
        "ratio",
        "library us",
        "ratio"
    );
    for (name, graph, profile) in people.iter().filter(|(_, _, profile)| profile.budget.is_none()) {
        let (targets, ours, rivals) = against_yen(graph, profile);
        let warm = answered_again(graph, profile, &targets, if once { 20 } else { 400 });
        println!(
            "{name:<38} {:>5} {:>10.2} {:>10.1} {:>8.0} {:>10.1} {:>9.0}",
            targets.len(),
            ours.as_secs_f64() * 1e3,
            rivals.as_secs_f64() * 1e3,
            rivals.as_secs_f64() / ours.as_secs_f64(),
            warm.as_secs_f64() * 1e6,
            rivals.as_secs_f64() / warm.as_secs_f64()
        );
    }
}

/// A shipped profile with its name and graph.
fn person<'g>(path: &Path, graphs: &'g [Graph]) -> (String, &'g Graph, Profile) {
    let bytes = std::fs::read(path).expect("a readable file");
    let file = Text { name: path.display().to_string(), bytes };
    let region = Profile::region_named(&file).expect("a region");
    let graph = graphs.iter().find(|graph| graph.regions.find(&region).is_some()).expect("a graph");
    let profile = Profile::check(&file, graph).expect("it is sound");
    (path.file_stem().expect("a name").to_string_lossy().into_owned(), graph, profile)
}

/// The listed roles of a graph.
fn listed(graph: &Graph) -> Vec<RoleIx> {
    (0..).map(RoleIx).zip(&graph.roles).filter(|(_, role)| role.listed).map(|(role, _)| role).collect()
}

/// The median time in which a library that was asked for somebody of this start class before answers somebody else of it,
/// who differs in budget and time: from the person to the best paid of the pathways to each destination.
fn answered_again(graph: &Graph, profile: &Profile, targets: &[RoleIx], people: u32) -> Duration {
    let rules = Settings::default().rules();
    let library = Library::new(graph, rules, Library::ROOM);
    let ask = |profile: &Profile| -> Option<Money> {
        let answers = library.answers(profile, Limits::of(profile, &rules), &Choices::default(), targets);
        let best = answers.iter().map(|answer| answer.pathways().filter_map(|path| path.value.net).max());
        best.max().flatten()
    };
    ask(profile);
    let mut times: Vec<Duration> = (0..people)
        .map(|at| {
            let budget = Some(Money::from_units(f64::from(at) * 50.0));
            let other = Profile { budget, max_months: Some(6 + at % 115), ..profile.clone() };
            let start = Instant::now();
            std::hint::black_box(ask(&other));
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

/// The soonest pathway to each destination that is near enough, by both: the destinations, and the time of each.
/// Ours finds everything that nothing beats, the rival the soonest path alone.
fn against_yen(graph: &Graph, profile: &Profile) -> (Vec<RoleIx>, Duration, Duration) {
    let rules = Settings::default().rules();
    let limits = Limits::of(profile, &rules);
    let pay = PayBook::of(graph, profile);
    let problem = Problem::new(graph, profile, &pay, rules, limits);
    let rival = yen::Rival { graph, profile, rules, limits };
    let targets = listed(graph);
    let soonest = |paths: &[Pathway]| paths.iter().map(|path| path.value.months).min();
    let near: Vec<(RoleIx, u32)> = targets
        .iter()
        .zip(search(&problem, &targets))
        .filter_map(|(target, (paths, _))| Some((*target, soonest(&paths)?)))
        .filter(|(_, months)| *months <= RIVAL_MONTHS)
        .collect();
    let targets: Vec<RoleIx> = near.iter().map(|(target, _)| *target).collect();
    let start = Instant::now();
    let found = search(&problem, &targets);
    let ours = start.elapsed();
    let start = Instant::now();
    let rivals: Vec<Vec<u32>> = targets.iter().map(|target| rival.soonest(*target, 1)).collect();
    let theirs = start.elapsed();
    for ((target, months), ((paths, _), rival)) in near.iter().zip(found.iter().zip(&rivals)) {
        let id = &graph.names(Node::Role(*target)).id;
        assert_eq!((soonest(paths), rival.first()), (Some(*months), Some(months)), "{id}");
    }
    (targets, ours, theirs)
}

/// Pathways found, roles looked at, effort and median time.
fn measure(graph: &Graph, profile: &Profile, runs: usize) -> (usize, usize, Effort, Duration) {
    let rules = Settings::default().rules();
    let pay = PayBook::of(graph, profile);
    let problem = Problem::new(graph, profile, &pay, rules, Limits::of(profile, &rules));
    let targets = listed(graph);
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
            stopped: sum.stopped.or(one.stopped),
        });
    }
    times.sort();
    (paths, targets.len(), effort, times[times.len() / 2])
}
