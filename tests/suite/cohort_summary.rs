//! What a cohort comes to: its summary, the same in a changed graph, and what a program could add.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use careerpath::graph::Graph;

use crate::cohort::{is_whole, ran, told};

/// Every count in a value, by its key.
fn counts(value: &serde_json::Value, found: &mut Vec<u64>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                if ["people", "reached", "reached_none", "looked_at"].contains(&key.as_str()) {
                    found.extend(value.as_u64());
                }
                counts(value, found);
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|value| counts(value, found)),
        _ => {}
    }
}

#[test]
fn a_summary_tells_what_the_result_tells_and_nothing_of_fewer_than_ten() {
    let folder = tempfile::TempDir::new().unwrap();
    let invented = ["--generate", "150", "--seed", "5", "--spoilt", "10", "--output", "in.csv"];
    assert!(ran(folder.path(), &invented).status.success());
    let run = ran(folder.path(), &["in.csv", "-o", "out.csv", "--summary", "sum.json", "--threads", "1"]);
    assert!(is_whole(&run), "{}", told(&run));
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let summary: serde_json::Value = serde_json::from_str(&read("sum.json")).unwrap();
    let out = read("out.csv");
    let rows: Vec<BTreeMap<String, String>> =
        csv::Reader::from_reader(out.as_bytes()).deserialize().map(Result::unwrap).collect();
    let reaches = |row: &&BTreeMap<String, String>| row["outcome"] == "reached";
    let (best, others): (Vec<_>, Vec<_>) = rows.iter().filter(|row| row["rank"] != "2").partition(reaches);
    let none = others.len();
    assert_eq!(summary["people"], best.len() + none);
    assert_eq!((&summary["reached"], &summary["reached_none"]), (&best.len().into(), &none.into()));
    for destination in summary["destinations"].as_array().unwrap() {
        let own = best.iter().filter(|row| row["role"] == destination["role"].as_str().unwrap());
        let mut months: Vec<f64> = own.map(|row| row["months"].parse().unwrap()).collect();
        months.sort_by(f64::total_cmp);
        match destination["people"].as_u64() {
            Some(people) => {
                assert_eq!(people, months.len() as u64);
                assert_eq!(destination["months"]["median"], months[(months.len() - 1) / 2]);
            }
            None => assert!(destination["months"].is_null() && destination["cost"].is_null()),
        }
    }
    let mut told_of = Vec::new();
    counts(&summary, &mut told_of);
    assert!(told_of.len() > 5 && told_of.iter().all(|count| *count == 0 || *count >= 10), "{told_of:?}");
    // the same whatever the threads, and as text and as a page
    let forms = [("two.json", "2"), ("sum.txt", "2"), ("sum.html", "2")];
    for (name, threads) in forms {
        let run = ran(folder.path(), &["in.csv", "-o", "again.csv", "--summary", name, "--threads", threads]);
        assert!(is_whole(&run), "{}", told(&run));
    }
    assert_eq!(read("two.json"), read("sum.json"));
    let text = read("sum.txt");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(read("sum.html").contains("<h2>What blocks the rest</h2>"));
    assert!(!folder.path().join("again.csv.people.part").exists());
    // a handful of people are not told of at all
    let few = ["in.csv", "-o", "few.csv", "--summary", "few.json", "--limit", "8"];
    assert!(is_whole(&ran(folder.path(), &few)));
    let few: serde_json::Value = serde_json::from_str(&read("few.json")).unwrap();
    assert!(few["people"].is_null() && few["destinations"].as_array().unwrap().is_empty(), "{few}");
    let mut told_of = Vec::new();
    counts(&few, &mut told_of);
    assert!(told_of.iter().all(|count| *count == 0 || *count >= 10), "{few}");
}

#[test]
fn what_if_tells_what_the_cohort_comes_to_in_the_changed_graph() {
    let folder = tempfile::TempDir::new().unwrap();
    let invented = ["--generate", "60", "--seed", "3", "--output", "in.csv"];
    assert!(ran(folder.path(), &invented).status.success());
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    // a changed price in a patch, and the same by hand in a folder of its own
    let shipped = Path::new("graphs/ca-ns-him");
    let changed = folder.path().join("changed");
    std::fs::create_dir(&changed).unwrap();
    for entry in std::fs::read_dir(shipped).unwrap().map(Result::unwrap) {
        std::fs::copy(entry.path(), changed.join(entry.file_name())).unwrap();
    }
    let credentials = std::fs::read_to_string(shipped.join("credentials.json")).unwrap();
    let mut credentials: serde_json::Value = serde_json::from_str(&credentials).unwrap();
    let first = credentials[0]["id"].as_str().unwrap().to_owned();
    credentials[0]["study_hours"]["value"] = 1.into();
    credentials[0]["fees"] = serde_json::json!([]);
    std::fs::write(changed.join("credentials.json"), credentials.to_string()).unwrap();
    let patch = serde_json::json!({"format": "careerpath.patch/1", "title": "one exam free and short",
        "credentials": [{"id": first, "fees": [], "study_hours": {"value": 1}}]});
    write("patch.json", &patch.to_string());
    write("same.json", r#"{"format": "careerpath.patch/1", "title": "nothing"}"#);
    let run =
        ran(folder.path(), &["in.csv", "-o", "out.csv", "--what-if", "same.json", "--what-if", "patch.json"]);
    assert!(run.status.success(), "{}", told(&run));
    let told_of = String::from_utf8_lossy(&run.stdout).into_owned();
    let (same, other) = told_of.split_once("What if: one exam free and short").unwrap();
    assert!(
        same.contains("What if: nothing") && same.contains("gain net earnings over ten years    0  0 %"),
        "{same}"
    );
    assert!(other.contains("reach nothing who did               0  0 %"), "{other}");
    assert_eq!(read("out.csv.what-if-1.csv"), read("out.csv"));
    let by_hand = ["in.csv", "-o", "by-hand.csv", "--long", "--graph", "changed"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerpath"));
    command.current_dir(folder.path()).args(["cohort", "--today", "2026-11", "--top", "2"]).args(by_hand);
    assert!(command.output().unwrap().status.success());
    assert_eq!(read("out.csv.what-if-2.csv"), read("by-hand.csv"));
    assert!(!folder.path().join("out.csv.people.part").exists());
    // what the graph's gate refuses is told before anything runs
    write(
        "bad.json",
        r#"{"format": "careerpath.patch/1", "title": "x", "programs": [{"id": "new", "title": "New"}]}"#,
    );
    let run = ran(folder.path(), &["in.csv", "-o", "never.csv", "--what-if", "bad.json"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(told(&run).contains("bad.json on ") && told(&run).contains("is missing"), "{}", told(&run));
    assert!(!folder.path().join("never.csv").exists());
}

#[test]
fn an_addition_gains_what_it_gains_in_everybodys_hands() {
    let folder = tempfile::TempDir::new().unwrap();
    assert!(ran(folder.path(), &["--generate", "80", "--seed", "9", "--output", "in.csv"]).status.success());
    let run = ran(folder.path(), &["in.csv", "-o", "out.csv", "--search-additions"]);
    assert!(run.status.success(), "{}", told(&run));
    let found = String::from_utf8_lossy(&run.stdout).into_owned();
    let graph = Graph::shipped("ca-ns-him").unwrap().unwrap();
    let (credential, short) = graph
        .credentials
        .iter()
        .map(|one| (one.names.id.clone(), format!("  having {}: ", one.names.short)))
        .find(|(_, short)| found.contains(short.as_str()))
        .unwrap_or_else(|| panic!("no credential helps: {found}"));
    // the same by a table in which everybody holds it
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let table = read("in.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().unwrap().clone();
    let mut with = csv::Writer::from_writer(Vec::new());
    with.write_record(&names).unwrap();
    for record in reader.records().map(Result::unwrap) {
        let cells = names.iter().zip(&record).map(|(name, cell)| match (name, cell.contains(&credential)) {
            ("credentials", false) => format!("{cell}|{credential}"),
            _ => cell.to_owned(),
        });
        with.write_record(cells.collect::<Vec<_>>()).unwrap();
    }
    std::fs::write(folder.path().join("with.csv"), with.into_inner().unwrap()).unwrap();
    assert!(ran(folder.path(), &["with.csv", "-o", "with.out.csv"]).status.success());
    let net = |name: &str| -> Vec<f64> {
        let out = read(name);
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        let rows = reader.deserialize::<BTreeMap<String, String>>().map(Result::unwrap);
        let cell = |row: BTreeMap<String, String>| {
            let net =
                if row["rank"] == "0" { &row["stay_net_earnings_cad"] } else { &row["net_earnings_cad"] };
            net.parse::<f64>().unwrap_or(f64::NAN)
        };
        rows.filter(|row| row["rank"] != "2").map(cell).collect()
    };
    let changes = net("with.out.csv").into_iter().zip(net("out.csv")).map(|(with, without)| with - without);
    let gain = changes.filter(|change| *change >= 1.0).count();
    let line = found.split(&short).nth(1).unwrap().split(" gain").next().unwrap();
    let said: usize = line.split_whitespace().last().unwrap().parse().unwrap();
    assert_eq!(said, gain, "{found}");
}

#[test]
fn a_few_who_reach_nothing_cannot_be_had_from_those_who_do() {
    let folder = tempfile::TempDir::new().unwrap();
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    for seed in ["939079", "823275"] {
        let invented = ["--generate", "120", "--seed", seed, "--output", "in.csv"];
        assert!(ran(folder.path(), &invented).status.success());
        let first = ["in.csv", "-o", "out.csv", "--summary", "sum.json"];
        assert!(ran(folder.path(), &first).status.success());
        let out = read("out.csv");
        let rows = csv::Reader::from_reader(out.as_bytes()).into_deserialize::<BTreeMap<String, String>>();
        let shut = rows
            .map(Result::unwrap)
            .filter(|row| row["outcome"] == "only_others")
            .map(|row| row["id"].clone());
        // all but five want nothing in particular
        let shut: BTreeSet<String> = shut.collect();
        let few: Vec<&String> = shut.iter().take(5).collect();
        let table = read("in.csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let names = reader.headers().unwrap().clone();
        let mut changed = csv::Writer::from_writer(Vec::new());
        changed.write_record(&names).unwrap();
        for record in reader.records().map(Result::unwrap) {
            let wants = few.iter().any(|id| **id == record[0]);
            let cells = names.iter().zip(&record);
            let cells = cells.map(|(name, cell)| if name == "target" && !wants { "" } else { cell });
            changed.write_record(cells).unwrap();
        }
        std::fs::write(folder.path().join("few.csv"), changed.into_inner().unwrap()).unwrap();
        let run = ran(folder.path(), &["few.csv", "-o", "out.csv", "--summary", "sum.json"]);
        assert!(run.status.success(), "{}", told(&run));
        let summary: serde_json::Value = serde_json::from_str(&read("sum.json")).unwrap();
        assert!(few.len() == 5 && summary["people"] == 120 && summary["reached_none"].is_null(), "{summary}");
        let spans: Vec<Option<u64>> =
            summary["by_when"].as_array().unwrap().iter().map(|span| span["people"].as_u64()).collect();
        assert!(spans.contains(&None), "{spans:?}");
        assert!(summary["hidden_destinations"].as_u64().unwrap() > 0, "{summary}");
    }
}
