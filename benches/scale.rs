//! Cost of a query against the size of the graph, and what becomes of graphs made to be hard.
//!
//! `cargo bench --bench scale` prints a row a graph: how long it takes to check, to compile for a person and to find
//! everything unbeaten on the way to one role; how much of that was settled; and the most memory so far.

#[path = "../tests/suite/frame.rs"]
#[expect(dead_code, reason = "the suite uses more of it")]
mod frame;
#[path = "../tests/suite/generated.rs"]
mod generated;

use std::time::{Duration, Instant};

use careerpath::graph::RoleIx;
use careerpath::recommend::Settings;
use careerpath::search::{Limits, Problem, Rules, Size, search};
use careerpath::wages::PayBook;
use generated::{HARD, Shape};

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn main() {
    println!(
        "{:<18} {:>7} {:>9} {:>10} {:>6} {:>8} {:>10} {:>9} {:>8}",
        "graph", "nodes", "check ms", "compile ms", "roles", "settled", "median ms", "worst ms", "peak MB"
    );
    let rules = Settings::default().rules();
    let sizes = [100, 1_000, 10_000, 100_000].map(|nodes| ("many schools", Shape::of(nodes), rules));
    let hard = HARD.iter().map(|hard| {
        let rules = Rules { most: Size { courses: hard.max_courses, ..Size::MOST }, ..rules };
        (hard.name, hard.shape, rules)
    });
    for (name, shape, rules) in hard.chain(sizes) {
        println!("{name:<18} {}", row(&shape, rules));
    }
}

/// What it costs to answer for somebody who starts with school alone, over at most 40 roles.
fn row(shape: &Shape, rules: Rules) -> String {
    let files = shape.files(1);
    let start = Instant::now();
    let graph = generated::load(&files);
    let checked = start.elapsed();
    drop(files);
    let profile = frame::profile(&graph, &generated::school_leaver());
    let pay = PayBook::of(&graph, &profile);
    let start = Instant::now();
    let problem = Problem::new(&graph, &profile, &pay, rules, Limits::of(&profile, &rules));
    let compiled = start.elapsed();
    let step = graph.roles.len().div_ceil(40);
    let targets = (0..).map(RoleIx).take(graph.roles.len()).step_by(step);
    let mut settled = 0;
    let mut times: Vec<Duration> = targets
        .map(|target| {
            let start = Instant::now();
            let found = search(&problem, &[target]);
            settled += usize::from(found[0].effort.stopped.is_none());
            start.elapsed()
        })
        .collect();
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    format!(
        "{:>7} {:>9.1} {:>10.2} {:>6} {settled:>8} {:>10.2} {:>9.1} {:>8}",
        graph.nodes().count(),
        ms(checked),
        ms(compiled),
        times.len(),
        ms(times[times.len() / 2]),
        ms(times[times.len() - 1]),
        peak().map_or_else(|| "-".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
    )
}

/// The most memory that this process has had, in kilobytes, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
