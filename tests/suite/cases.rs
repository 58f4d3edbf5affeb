//! Scenario cases as data: a person, a wanted role, and the whole line of the pathway that must come out first.

use std::path::Path;

use careerpath::document::Text;
use careerpath::graph::Graph;
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend};
use careerpath::search::{Limits, Problem, search};
use careerpath::wages::PayBook;
use serde_json::{Value, json};

fn profile(graph: &Graph, written: &Value) -> Profile {
    let file = Text { name: "case".into(), bytes: written.to_string().into_bytes() };
    Profile::check(&file, graph).unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// Runs every case; with `BLESS=1` writes what comes out into the files instead.
#[test]
fn every_case_comes_out_as_its_whole_line() {
    let mut paths: Vec<_> =
        std::fs::read_dir("tests/cases").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    assert!(paths.len() >= 20);
    let graphs = ["us-him", "ca-ns-him"].map(|id| Graph::shipped(id).unwrap().unwrap());
    let mut wrong = Vec::new();
    for path in paths {
        let mut case: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let graph = graphs.iter().find(|graph| graph.id == case["graph"].as_str().unwrap()).unwrap();
        let who = profile(graph, &case["profile"]);
        let horizon = case["horizon"].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(120);
        let report = recommend(graph, &who, &Settings { horizon, ..Settings::default() });
        let wanted = report.destinations.iter().find(|found| found.wanted || who.targets.is_empty());
        let line = match (wanted, report.blocked.first()) {
            (Some(destination), _) => destination.pathways[0].line.clone(),
            (None, Some(blocked)) => {
                let openings: Vec<&str> = blocked.openings.iter().map(|o| o.change.as_str()).collect();
                format!("blocked: {}; opens: {}", blocked.lacks.join("; "), openings.join(" | "))
            }
            (None, None) => "nothing".to_owned(),
        };
        if std::env::var_os("BLESS").is_some() {
            case["line"] = Value::String(line);
            std::fs::write(&path, serde_json::to_string_pretty(&case).unwrap() + "\n").unwrap();
        } else if case["line"].as_str() != Some(&line) {
            wrong.push(format!("{}\n  wanted {}\n  got    {line}", path.display(), case["line"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ten-level coding ladder: what a school leaver reaches of it comes in its order, and whoever has worked at all levels
/// below reaches the next.
#[test]
fn the_coding_ladder_comes_out_in_order() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let level = |level: usize| format!("coding-ladder-{level:02}");
    let soonest = |written: &Value, wanted: usize| {
        let who = profile(&graph, written);
        let settings = Settings { horizon: 180, ..Settings::default() };
        let pay = PayBook::of(&graph, &who);
        let rules = settings.rules();
        let problem = Problem::new(&graph, &who, &pay, rules, Limits::of(&who, &rules));
        let found = search(&problem, &[graph.role(&level(wanted)).unwrap()]).remove(0);
        found.pathways.iter().map(|path| path.value.months).min()
    };
    let leaver = |work: Vec<Value>| json!({"region": "US", "education": "high_school", "study_hours_per_week": 20, "experience": work});
    let months: Vec<u32> = (1..=10).filter_map(|level| soonest(&leaver(Vec::new()), level)).collect();
    assert!(months.len() > 3 && months.is_sorted() && months[0] < months[3], "{months:?}");
    for wanted in 1..=10 {
        let below = (1..wanted).map(|below| json!({"role": level(below), "months": 60})).collect();
        assert!(soonest(&leaver(below), wanted).is_some(), "level {wanted}");
    }
}

/// The shipped profiles say which level of the ladder is which in the figures' own file, where that is at hand.
#[test]
fn the_ladder_has_the_levels_of_its_source() {
    let path = Path::new("../shared/data/credentials/coding_ladder_ahima2002.csv");
    if !path.is_file() {
        println!("skipped: {} is not here", path.display());
        return;
    }
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let levels = csv::Reader::from_path(path).unwrap().records().count();
    assert_eq!(graph.roles.iter().filter(|role| !role.listed).count(), levels);
}
