//! Cohort files: a bad row is a row, nothing is lost whatever ends a run, and the same rows give the same bytes.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::AtomicBool;

use careerpath::cohort::{Layout, Order, Summed, beside};
use careerpath::document::Text;
use careerpath::graph::Graph;
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend, shortlist};
use careerpath::wages::PayBooks;
use flate2::Compression;
use flate2::write::GzEncoder;

pub const HEADER: &str = "id,region,education,credentials,current_role,months_in_role,experience,skills,study_hours_per_week,may_stop_working,\
     budget_cad,max_months,target\n";

pub fn row(number: usize) -> String {
    let region = ["CA-NS", "Halifax", "Cape Breton"][number % 3];
    let education = ["high_school", "certificate", "associate"][number / 3 % 3];
    let role = ["records-clerk", "medical-office-assistant", ""][number / 2 % 3];
    let months = if role.is_empty() { String::new() } else { (number * 7 % 90).to_string() };
    format!("P{number:04},{region},{education},,{role},{months},,,{},no,4000,,\n", 5 + number % 20)
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerpath"));
    let graph = std::env::current_dir().unwrap().join("graphs/ca-ns-him");
    command.current_dir(folder).args(["cohort", "--today", "2026-11", "--top", "2", "--graph"]).arg(graph);
    command.args(arguments).stdin(Stdio::null());
    command
}

/// With a row for each destination.
pub fn cohort(folder: &Path, arguments: &[&str]) -> Command {
    let mut long = command(folder, arguments);
    long.arg("--long");
    long
}

pub fn ran(folder: &Path, arguments: &[&str]) -> Output {
    cohort(folder, arguments).output().unwrap()
}

/// With one row a person.
pub fn side_by_side(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

/// What was said of a run, each finding in one line however long the paths in it are.
pub fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).replace("\n  │ ", " ")
}

/// Whether a run came to its end, rows rejected or not.
pub fn is_whole(output: &Output) -> bool {
    told(output).contains("the result is in")
}

/// Rows that cannot be scored, each with the column and the code it is rejected for.
const BAD: [(&str, &str, &str); 24] = [
    (",CA-NS,associate,,,,,,,,,,", "id", "missing_key"),
    ("b02,,associate,,,,,,,,,,", "region", "missing_key"),
    ("b03,Brigadoon,associate,,,,,,,,,,", "region", "unknown_id"),
    ("b04,US-TX,associate,,,,,,,,,,", "region", "foreign_region"),
    ("b05,CA-NS,,,,,,,,,,,", "education", "missing_key"),
    ("b06,CA-NS,college,,,,,,,,,,", "education", "wrong_type"),
    ("b09,CA-NS,associate,,xyzzy,5,,,,,,,", "current_role", "unknown_id"),
    ("b10,CA-NS,associate,,records-clerk,many,,,,,,,", "months_in_role", "wrong_type"),
    ("b11,CA-NS,associate,,records-clerk,-5,,,,,,,", "months_in_role", "out_of_range"),
    ("b12,CA-NS,associate,,records-clerk,9999,,,,,,,", "months_in_role", "out_of_range"),
    ("b13,CA-NS,associate,,records-clerk,1.5,,,,,,,", "months_in_role", "wrong_type"),
    ("b14,CA-NS,associate,,records-clerk,inf,,,,,,,", "months_in_role", "wrong_type"),
    ("b15,CA-NS,associate,,,12,,,,,,,", "current_role", "wrong_type"),
    ("b16,CA-NS,associate,,,,records-clerk,,,,,,", "experience", "wrong_type"),
    ("b21,CA-NS,associate,,,,,,200,,,,", "study_hours_per_week", "out_of_range"),
    ("b22,CA-NS,associate,,,,,,ten,,,,", "study_hours_per_week", "wrong_type"),
    ("b23,CA-NS,associate,,,,,,,perhaps,,,", "may_stop_working", "wrong_type"),
    ("b24,CA-NS,associate,,,,,,,,-1,,", "budget_cad", "out_of_range"),
    ("b25,CA-NS,associate,,,,,,,,inf,,", "budget_cad", "wrong_type"),
    ("b26,CA-NS,associate,,,,,,,,,100000,", "max_months", "out_of_range"),
    ("b27,CA-NS,associate,,,,,,,,,,wizard", "target", "unknown_id"),
    ("b28,CA-NS,associate,,,,,,,,,", "", "cells"),
    ("b29,CA-NS,associate,,,,,,,,,,,extra", "", "cells"),
    ("b30,CA-NS,associate,,records-clerk,5,records-clerk:9,,,,,,", "experience", "repeated_role"),
];

#[test]
fn a_bad_row_is_a_row_and_the_others_come_out_as_if_it_were_not_there() {
    let folder = tempfile::TempDir::new().unwrap();
    let (mut clean, mut mixed) = (HEADER.to_owned(), HEADER.to_owned());
    for (number, (bad, ..)) in BAD.iter().enumerate() {
        clean.push_str(&row(number));
        mixed.push_str(&row(number));
        mixed.push_str(bad);
        mixed.push('\n');
    }
    std::fs::write(folder.path().join("clean.csv"), &clean).unwrap();
    std::fs::write(folder.path().join("mixed.csv"), &mixed).unwrap();
    assert!(ran(folder.path(), &["clean.csv", "-o", "clean.out", "--threads", "1"]).status.success());
    let run = ran(folder.path(), &["mixed.csv", "-o", "mixed.out", "--rejects", "bad.csv", "--threads", "3"]);
    assert_eq!(run.status.code(), Some(1), "{}", told(&run));
    assert!(told(&run).contains("48 rows: 24 scored, 24 rejected"), "{}", told(&run));
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("clean.out"), read("mixed.out"));
    let rejects = read("bad.csv");
    let mut rows = csv::Reader::from_reader(rejects.as_bytes());
    let rejects: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    for (number, (bad, column, code)) in BAD.iter().enumerate() {
        let line = (2 * number + 3).to_string();
        let own: Vec<&csv::StringRecord> = rejects.iter().filter(|row| row[1] == line).collect();
        assert!(!own.is_empty(), "{bad} was taken");
        assert_eq!((&own[0][3], &own[0][4], &own[0][6]), (*column, *code, *bad), "{own:?}");
        let offset: usize = own[0][2].parse().unwrap();
        assert!(mixed[offset..].starts_with(bad), "{bad} is not at {offset}");
        assert!(own[0][5].len() > 10, "{own:?}");
    }
}

#[test]
fn people_who_tell_the_same_get_what_each_would_alone() {
    let folder = tempfile::TempDir::new().unwrap();
    let told = |number: usize| row(number).split_once(',').unwrap().1.to_owned();
    let once: Vec<String> = (0..20).map(|number| format!("{number},{}", told(number))).collect();
    let often: Vec<String> = (0..60).map(|at| format!("{at},{}", told(at * 7 % 20))).collect();
    for (name, rows) in [("once.csv", once), ("often.csv", often)] {
        std::fs::write(folder.path().join(name), format!("{HEADER}{}", rows.concat())).unwrap();
    }
    assert!(ran(folder.path(), &["once.csv", "-o", "once.out"]).status.success());
    assert!(ran(folder.path(), &["often.csv", "-o", "often.out"]).status.success());
    let rows = |name: &str| {
        let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
        let mut by_id: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for line in text.lines().skip(1) {
            let (id, found) = line.split_once(',').unwrap();
            by_id.entry(id.parse().unwrap()).or_default().push(found.to_owned());
        }
        by_id
    };
    let (once, often) = (rows("once.out"), rows("often.out"));
    assert_eq!((once.len(), often.len()), (20, 60));
    for (at, found) in &often {
        assert_eq!(found, &once[&(at * 7 % 20)], "row {at}");
    }
    let answers: std::collections::BTreeSet<&Vec<String>> = once.values().collect();
    assert!(answers.len() > 10, "too few differ for this to tell anything");
}

#[test]
fn a_run_tells_how_much_of_its_input_is_read() {
    let folder = tempfile::TempDir::new().unwrap();
    let graph = Graph::shipped("ca-ns-him").unwrap().unwrap();
    let pay = PayBooks::new(&graph, PayBooks::ROOM);
    let path = |name: &str| folder.path().join(name);
    let rows: Vec<String> = (0..150).map(row).collect();
    std::fs::write(path("one.csv"), format!("{HEADER}{}", rows[..100].concat())).unwrap();
    let mut packed =
        GzEncoder::new(std::fs::File::create(path("other.csv.gz")).unwrap(), Compression::fast());
    packed.write_all(format!("{HEADER}{}", rows[100..].concat()).as_bytes()).unwrap();
    packed.finish().unwrap();
    let shares = |limit: Option<u64>| {
        let out = path(&format!("{limit:?}.csv"));
        let order = Order {
            graph: &graph,
            pay: &pay,
            settings: Settings::default(),
            targets: Vec::new(),
            inputs: vec![path("one.csv"), path("other.csv.gz")],
            called: Vec::new(),
            sheet: None,
            settled: careerpath::cohort::Settled::default(),
            layout: Layout::Long,
            rejects: beside(&out, "rejects.csv"),
            out,
            summed: Summed::No,
            keeps_people: false,
            resume: false,
            limit,
            max_rejects: None,
            threads: 1,
        };
        let mut shares = Vec::new();
        order.run(&AtomicBool::new(false), &mut |far| shares.push(far.share.unwrap())).unwrap();
        shares
    };
    for limit in [None, Some(120), Some(1_000)] {
        let shares = shares(limit);
        assert!(shares.len() >= 3 && shares.is_sorted(), "{shares:?}");
        assert!((0.1..0.9).contains(&shares[0]) && shares.last() == Some(&1.0), "{shares:?}");
    }
}

#[test]
fn what_a_spreadsheet_would_run_is_made_harmless_and_other_forms_of_a_table_are_read() {
    let folder = tempfile::TempDir::new().unwrap();
    let payloads = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "-17"];
    let mut written = csv::Writer::from_writer(Vec::new());
    written.write_record(["id", "region", "education"]).unwrap();
    for id in payloads {
        written.write_record([id, "CA-NS", "high_school"]).unwrap();
    }
    std::fs::write(folder.path().join("in.csv"), written.into_inner().unwrap()).unwrap();
    assert!(ran(folder.path(), &["in.csv", "-o", "out.csv"]).status.success());
    let out = std::fs::read_to_string(folder.path().join("out.csv")).unwrap();
    let ids: Vec<String> =
        csv::Reader::from_reader(out.as_bytes()).records().map(|row| row.unwrap()[0].to_owned()).collect();
    for id in payloads {
        let kept = if id == "-17" { id.to_owned() } else { format!("'{id}") };
        assert!(ids.contains(&kept), "{id}: {ids:?}");
    }
    let forms: [(&str, Vec<u8>); 3] = [
        ("bom", b"\xef\xbb\xbfid;region;education\r\n1;Halifax;high_school\r\n".to_vec()),
        ("tab", b"education\tREGION\tid\nhigh_school\tHalifax\t1\n".to_vec()),
        ("windows", b"id,region,education\n1,Halifax,high_school\nMontr\xe9al,CA-NS,associate\n".to_vec()),
    ];
    for (name, bytes) in forms {
        std::fs::write(folder.path().join(name), bytes).unwrap();
        let run = ran(folder.path(), &[name, "-o", "form.csv"]);
        assert!(run.status.success(), "{name}: {}", told(&run));
        let out = std::fs::read_to_string(folder.path().join("form.csv")).unwrap();
        assert!(out.lines().nth(1).unwrap().starts_with("1,1,reached"), "{name}: {out}");
        assert!(name != "windows" || out.contains("Montréal,"), "{out}");
    }
}

#[test]
fn a_shortlist_has_the_figures_of_a_report() {
    for name in ["records-clerk-halifax", "him-practitioner-cape-breton"] {
        let graph = Graph::shipped("ca-ns-him").unwrap().unwrap();
        let bytes = std::fs::read(format!("profiles/{name}.json")).unwrap();
        let profile = Profile::check(&Text { name: "p.json".into(), bytes }, &graph).unwrap();
        let settings = Settings::default();
        let list = shortlist(
            &graph,
            &PayBooks::new(&graph, PayBooks::ROOM),
            &careerpath::search::StartClasses::default(),
            &profile,
            &settings,
        );
        let report = recommend(&graph, &profile, &Settings { top: 100, ..settings });
        assert_eq!(list.stay_net, report.stay.net_earnings);
        assert_eq!(list.best.len(), settings.top);
        for listed in &list.best {
            let role = &graph.roles[listed.role.at()].names.id;
            let found = report.destinations.iter().find(|found| found.role == *role);
            let found = found.unwrap_or_else(|| panic!("{name}: {role} is not in the report"));
            let best = &found.pathways[0];
            assert_eq!((&listed.id, &listed.line, listed.months), (&best.id, &best.line, best.months));
            assert_eq!((listed.cost, listed.gain, listed.fit), (best.cost, best.expected_gain, found.fit));
            assert!((listed.score - best.score).abs() < 1e-12);
        }
        // wanted ones, then those that gain by score, then the others
        let stands = |at: usize| {
            let listed = &list.best[at];
            let gains = listed.gain.is_some_and(|gain| gain.units() >= 0.0);
            (!profile.targets.contains(&listed.role), !gains)
        };
        assert!((1..list.best.len()).all(|at| stands(at - 1) <= stands(at)));
    }
}

#[test]
fn headers_that_cannot_be_used_are_told_all_at_once() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("in.csv"), "id,regoin,id,age\n1,Halifax,2,30\n").unwrap();
    let run = ran(folder.path(), &["in.csv", "-o", "out.csv"]);
    assert_eq!(run.status.code(), Some(2));
    for told_of in ["regoin", "`region`", "given twice", "`education` is missing"] {
        assert!(told(&run).contains(told_of), "{told_of}: {}", told(&run));
    }
    // those of all files, and nothing is begun
    std::fs::write(folder.path().join("more.csv"), "id,region\n1,Halifax\n").unwrap();
    let run = ran(folder.path(), &["in.csv", "more.csv", "none.csv", "-o", "out.csv"]);
    for told_of in ["in.csv: header", "more.csv: header", "none.csv: "] {
        assert!(told(&run).contains(told_of), "{told_of}: {}", told(&run));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    assert!(!folder.path().join("out.csv").exists());
}

#[test]
fn the_same_people_come_out_the_same_from_every_form_of_file() {
    let folder = tempfile::TempDir::new().unwrap();
    let rows: String = (0..6).map(row).collect();
    let table = format!("{HEADER}{rows}");
    let mut lines = String::new();
    for record in csv::Reader::from_reader(table.as_bytes()).deserialize::<BTreeMap<String, String>>() {
        let mut cells: serde_json::Map<String, serde_json::Value> =
            record.unwrap().into_iter().map(|(name, cell)| (name, cell.into())).collect();
        cells.insert("may_stop_working".into(), false.into());
        cells.insert("budget_cad".into(), 4000.into());
        cells.insert("skills".into(), serde_json::json!({}));
        cells.insert("credentials".into(), serde_json::json!([]));
        cells.insert("max_months".into(), serde_json::Value::Null);
        lines.push_str(&serde_json::Value::from(cells).to_string());
        lines.push('\n');
    }
    let other = table.replacen("id,region", "Student,Place", 1);
    let packed =
        ruzstd::encoding::compress_to_vec(table.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("people.csv", table.as_bytes());
    write("people.jsonl", lines.as_bytes());
    write("other.csv", other.as_bytes());
    write("people.csv.zst", &packed);
    write("map.json", br#"{"student": "id", "Place": "region"}"#);
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(ran(folder.path(), &["people.csv", "-o", "whole.csv"]).status.success());
    for files in
        [&["people.jsonl"][..], &["other.csv", "--columns", "map.json"], &["people.csv.zst"], &["peopl?.csv"]]
    {
        let run = ran(folder.path(), &[files, &["-o", "out.csv"]].concat());
        assert!(run.status.success(), "{files:?}: {}", told(&run));
        assert_eq!(read("out.csv"), read("whole.csv"), "{files:?}");
    }
    // as lines of JSON, with the same figures
    assert!(ran(folder.path(), &["people.csv", "-o", "out.jsonl"]).status.success());
    let objects = read("out.jsonl");
    let objects = objects.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let whole = read("whole.csv");
    let mut table = csv::Reader::from_reader(whole.as_bytes());
    let names = table.headers().unwrap().clone();
    for (object, record) in objects.zip(table.records().map(Result::unwrap)) {
        for (name, cell) in names.iter().zip(&record) {
            let same = match &object[name] {
                serde_json::Value::Null => cell.is_empty(),
                serde_json::Value::String(text) => text == cell,
                serde_json::Value::Number(number) => number.as_f64() == cell.parse().ok(),
                other => other.to_string().as_str() == cell,
            };
            assert!(same, "{name}: {} is not {cell}", object[name]);
        }
    }
    // side by side
    assert!(side_by_side(folder.path(), &["people.csv", "-o", "wide.csv"]).status.success());
    let wide = read("wide.csv");
    let mut wide = csv::Reader::from_reader(wide.as_bytes());
    assert!(wide.headers().unwrap().iter().any(|name| name == "cost_cad_2"));
    assert_eq!(wide.records().count(), 6);
    let manifest: serde_json::Value = serde_json::from_str(&read("wide.csv.manifest.json")).unwrap();
    assert_eq!((&manifest["rows"], &manifest["graph"]["id"]), (&6.into(), &"ca-ns-him".into()));
}

#[test]
fn a_dry_run_tells_what_is_amiss_by_kind_and_writes_nothing() {
    let folder = tempfile::TempDir::new().unwrap();
    let bad = BAD.map(|(row, ..)| row).join("\n");
    std::fs::write(folder.path().join("in.csv"), format!("{HEADER}{}{bad}", row(0))).unwrap();
    let run = ran(folder.path(), &["in.csv", "--dry-run"]);
    assert_eq!(run.status.code(), Some(1), "{}", told(&run));
    assert!(told(&run).contains("25 rows: 1 can be scored, 24 would be rejected"), "{}", told(&run));
    let kinds = String::from_utf8(run.stdout).unwrap();
    assert!(kinds.contains("budget_cad: out_of_range"), "{kinds}");
    assert!(kinds.contains("row: cells") && kinds.contains("in.csv, line 4"), "{kinds}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    std::fs::write(folder.path().join("map.json"), r#"{"a": "regoin", "b": "id"}"#).unwrap();
    let run = ran(folder.path(), &["in.csv", "--dry-run", "--columns", "map.json"]);
    assert!(run.status.code() == Some(2) && told(&run).contains("regoin"), "{}", told(&run));
}

#[test]
fn invented_people_are_the_same_for_a_seed_and_only_the_spoilt_are_rejected() {
    let folder = tempfile::TempDir::new().unwrap();
    for name in ["a.csv", "b.csv"] {
        let invented = ["--generate", "400", "--seed", "7", "--spoilt", "25", "--output", name];
        assert!(ran(folder.path(), &invented).status.success());
    }
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("a.csv"), read("b.csv"));
    assert!(
        ran(folder.path(), &["--generate", "400", "--seed", "7", "--output", "clean.csv"]).status.success()
    );
    let clean = ran(folder.path(), &["clean.csv", "--dry-run"]);
    assert!(told(&clean).contains("400 can be scored, 0 would be rejected"), "{}", told(&clean));
    assert!(told(&clean).contains("estimated time: "), "{}", told(&clean));
    let (clean, mixed) = (read("clean.csv"), read("a.csv"));
    let spoilt = clean.lines().zip(mixed.lines()).filter(|(clean, mixed)| clean != mixed).count();
    let run = ran(folder.path(), &["a.csv", "--dry-run"]);
    assert!(told(&run).contains(&format!("{spoilt} would be rejected")), "{spoilt}: {}", told(&run));
    assert!(spoilt > 60);
    // no cell that spoils a row in one graph is a place, a job or a skill of another
    let of_us = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_careerpath"));
        let graph = std::env::current_dir().unwrap().join("graphs/us-him");
        command.current_dir(folder.path()).arg("cohort").args(more).arg("--graph").arg(graph);
        command.stdin(Stdio::null()).output().unwrap()
    };
    assert!(of_us(&["--generate", "60", "--spoilt", "100", "--output", "us.csv"]).status.success());
    let run = of_us(&["us.csv", "--dry-run"]);
    assert!(told(&run).contains("0 can be scored, 60 would be rejected"), "{}", told(&run));
}
