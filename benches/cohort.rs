//! Rows a second of a cohort of invented people from file to file, with one thread and with all, with and without spoilt
//! rows, and where one in ten tells something of their own, beside the search for everything that nothing beats; as ratios in
//! one run.
//!
//! `cargo bench --bench cohort` takes 400 rows; `-- --rows N` so many, `-- --test` few.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use careerpath::cohort::{Came, Invented, Layout, Order, Summed, beside};
use careerpath::graph::{Graph, RoleIx};
use careerpath::profile::Profile;
use careerpath::recommend::Settings;
use careerpath::search::{Limits, Problem, search};
use careerpath::wages::{PayBook, PayBooks};

/// Decides the people; they live in New Jersey.
const SEED: u64 = 1;

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
#[expect(clippy::cast_precision_loss, reason = "rows are few")]
fn main() {
    let flags: Vec<String> = std::env::args().collect();
    let given = flags.iter().position(|flag| flag == "--rows").and_then(|at| flags.get(at + 1)?.parse().ok());
    let rows: u64 = given.unwrap_or(if flags.iter().any(|flag| flag == "--test") { 40 } else { 400 });
    let graph = Graph::shipped("us-him").expect("it ships").expect("it is sound");
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let around = graph.regions.find("US-NJ").expect("it is there");
    let people = |spoilt: u64| -> PathBuf {
        let path = folder.path().join(format!("people-{spoilt}.csv"));
        let mut file = std::fs::File::create(&path).expect("a file can be made");
        let invented = Invented { graph: &graph, rows, seed: SEED, around, spoilt };
        invented.write(&mut file).expect("it can be written");
        path
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (clean, mixed) = (people(0), people(10));
    let pay = PayBooks::new(&graph, PayBooks::ROOM);
    // what the regions pay is worked out once, however many rows follow
    timed(&graph, &pay, &clean, threads);
    let (one, _) = timed(&graph, &pay, &clean, 1);
    let (all, _) = timed(&graph, &pay, &clean, threads);
    let (spoilt, came) = timed(&graph, &pay, &mixed, threads);
    let (alike, _) = timed(&graph, &pay, &ten_times(&clean), threads);
    println!("{rows} invented people of us-him, CSV to CSV, best three");
    println!("one thread             {:>9.0} rows a second", rows as f64 / one);
    println!("{threads} threads              {:>9.0} rows a second", rows as f64 / all);
    println!("{:>3} of them spoilt      {:>9.2} times the clean time", came.rejected, spoilt / all);
    println!("ten of each alike      {:>9.1} times the rows a second", all / alike);
    let some = usize::try_from(rows.min(20)).unwrap_or(20);
    let rival = everything(&graph, &clean, some);
    println!(
        "a search for everything{:>9.1} times the time of a row with one thread",
        rival / (one / rows as f64)
    );
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
        println!("peak memory            {}", peak.trim());
    }
}

/// As many rows, of the first tenth of the people ten times over, each with an id of its own.
fn ten_times(people: &Path) -> PathBuf {
    let text = std::fs::read_to_string(people).expect("it was written");
    let (header, rows) = text.split_once('\n').expect("it has a header");
    let told: Vec<&str> = rows.lines().filter_map(|row| Some(row.split_once(',')?.1)).collect();
    let again = told.iter().take(told.len() / 10).cycle().take(told.len());
    let rows = again.enumerate().map(|(at, told)| format!("A{at},{told}"));
    let lines: Vec<String> = std::iter::once(header.to_owned()).chain(rows).collect();
    let path = people.with_extension("alike.csv");
    std::fs::write(&path, lines.join("\n")).expect("it can be written");
    path
}

/// Seconds that a run takes.
fn timed(graph: &Graph, pay: &PayBooks<'_>, input: &Path, threads: usize) -> (f64, Came) {
    let out = input.with_extension("out.csv");
    let order = Order {
        graph,
        pay,
        settings: Settings::default(),
        targets: Vec::new(),
        inputs: vec![input.to_owned()],
        called: Vec::new(),
        sheet: None,
        settled: careerpath::cohort::Settled::default(),
        layout: Layout::Long,
        rejects: beside(&out, "rejects.csv"),
        summed: Summed::No,
        keeps_people: false,
        resume: false,
        limit: None,
        max_rejects: None,
        threads,
        out,
    };
    let start = Instant::now();
    let came = order.run(&AtomicBool::new(false), &mut |_| {}).expect("it can be run");
    (start.elapsed().as_secs_f64(), came)
}

/// Seconds that it takes on average to search everything that nothing beats for some of the people.
#[expect(clippy::cast_precision_loss, reason = "people are few")]
fn everything(graph: &Graph, input: &Path, some: usize) -> f64 {
    let settings = Settings::default();
    let mut reader = csv::Reader::from_path(input).expect("it was written");
    let rows = reader.deserialize::<std::collections::BTreeMap<String, String>>().take(some);
    let people: Vec<Profile> = rows
        .map(|row| {
            let row = row.expect("it is a row");
            let mut written = serde_json::json!({"region": row["region"], "education": row["education"],
                "may_stop_working": row["may_stop_working"] == "yes"});
            let number = |name: &str| row[name].parse::<f64>().ok();
            written["study_hours_per_week"] = number("study_hours_per_week").into();
            if let Some(budget) = number("budget_usd") {
                written["budget_usd"] = budget.into();
            }
            if !row["credentials"].is_empty() {
                written["credentials"] = vec![row["credentials"].clone()].into();
            }
            if !row["current_role"].is_empty() {
                let months = number("months_in_role");
                let work =
                    serde_json::json!({"role": row["current_role"], "months": months, "current": true});
                written["experience"] = vec![work].into();
            }
            if !row["target"].is_empty() {
                written["targets"] = vec![row["target"].clone()].into();
            }
            let text = careerpath::document::Text {
                name: "row".to_owned(),
                bytes: written.to_string().into_bytes(),
            };
            Profile::check(&text, graph).expect("it is a profile")
        })
        .collect();
    let start = Instant::now();
    for person in &people {
        let rules = settings.rules();
        let book = PayBook::of(graph, person);
        let problem = Problem::new(graph, person, &book, rules, Limits::of(person, &rules));
        let listed = (0..).map(RoleIx).zip(&graph.roles).filter(|(_, role)| role.listed).map(|(at, _)| at);
        let targets: Vec<RoleIx> =
            if person.targets.is_empty() { listed.collect() } else { person.targets.clone() };
        std::hint::black_box(search(&problem, &targets));
    }
    start.elapsed().as_secs_f64() / people.len().max(1) as f64
}
