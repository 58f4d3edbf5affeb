//! Files of people as they come out of other programs, and by mistake.

use std::path::Path;

use crate::cohort::{ran, side_by_side, told};

/// The ids of a result, in order.
fn ids(folder: &Path) -> Vec<String> {
    let mut out = csv::Reader::from_path(folder.join("out.csv")).unwrap();
    out.records().map(|row| row.unwrap()[0].to_owned()).collect()
}

#[test]
fn rows_end_where_a_line_ends_whatever_ends_it_and_none_of_them_is_lost() {
    let folder = tempfile::TempDir::new().unwrap();
    let row = |id: &str| format!("{id},Halifax,high_school");
    let files = [
        ("mac.csv", ["id,region,education", &row("a"), &row("b"), &row("c")].join("\r")),
        ("mixed.csv", format!("id,region,education\n{}\r{}\r\n{}\n", row("a"), row("b"), row("c"))),
        ("blank.csv", format!("\n\r\n  \nid,region,education\n\n{}\n{}\n{}", row("a"), row("b"), row("c"))),
        ("quoted.csv", format!("\"id\",region,\"education\"\n{}\n{}\n{}\n", row("a"), row("b"), row("c"))),
    ];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
        let run = side_by_side(folder.path(), &[name, "-o", "out.csv"]);
        assert!(run.status.success() && told(&run).contains("3 rows: 3 scored"), "{name}: {}", told(&run));
        assert_eq!(ids(folder.path()), ["a", "b", "c"], "{name}");
    }
}

#[test]
fn a_row_that_does_not_end_is_one_row_and_the_next_ones_are_scored() {
    let folder = tempfile::TempDir::new().unwrap();
    let long = "x".repeat(300_000);
    let rows = format!(
        "id,region,education\na,Halifax,high_school\n{long},Halifax,high_school\nb,Halifax,high_school\n\
         c,\"{long}\",high_school\n\"d,Halifax,high_school\ne,Halifax,high_school\nf,\"Halifax,high_school"
    );
    std::fs::write(folder.path().join("in.csv"), rows).unwrap();
    let run = side_by_side(folder.path(), &["in.csv", "-o", "out.csv"]);
    assert!(told(&run).contains("7 rows: 3 scored, 4 rejected"), "{}", told(&run));
    assert_eq!(ids(folder.path()), ["a", "b", "e"]);
    let rejects: Vec<(String, String, String)> =
        csv::Reader::from_path(folder.path().join("out.csv.rejects.csv"))
            .unwrap()
            .records()
            .map(|row| row.unwrap())
            .map(|row| (row[0].to_owned(), row[1].to_owned(), row[4].to_owned()))
            .collect();
    let place = |line: &str, code: &str| ("in.csv".to_owned(), line.to_owned(), code.to_owned());
    let all = [("3", "too_long"), ("5", "too_long"), ("6", "open_quote"), ("8", "open_quote")];
    assert_eq!(rejects, all.map(|(line, code)| place(line, code)));
}

#[test]
fn an_id_is_carried_through_as_it_stands() {
    let folder = tempfile::TempDir::new().unwrap();
    let person = r#""region":"Halifax","education":"high_school"}"#;
    let rows = [
        format!(r#"{{"id":1.50,{person}"#),
        format!(r#"{{"id":12345678901234567890123,{person}"#),
        format!(r#"{{"id":" spaced ",{person}"#),
        format!(r#"{{"id":true,{person}"#),
        format!(r#"{{"id":"a","id":"b",{person}"#),
        format!(r#"{{"id":"nul\u0000",{person}"#),
    ];
    std::fs::write(folder.path().join("in.jsonl"), rows.join("\n")).unwrap();
    let run = side_by_side(folder.path(), &["in.jsonl", "-o", "out.csv"]);
    assert!(told(&run).contains("6 rows: 3 scored, 3 rejected"), "{}", told(&run));
    assert_eq!(ids(folder.path()), ["1.50", "12345678901234567890123", " spaced "]);
    let cells = "id,region,education\n spaced ,Halifax, high_school\n\" quoted \",Halifax,high_school\n";
    std::fs::write(folder.path().join("in.csv"), cells).unwrap();
    assert!(side_by_side(folder.path(), &["in.csv", "-o", "out.csv"]).status.success());
    assert_eq!(ids(folder.path()), [" spaced ", " quoted "]);
}

#[test]
fn nothing_that_a_run_reads_or_writes_is_written_over() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    let rows = "id,region,education\na,Halifax,high_school\n";
    std::fs::write(at("in.csv"), rows).unwrap();
    std::fs::write(at("map.json"), "{\"Name\": \"id\"}").unwrap();
    let patch = r#"{"format": "careerpath.patch/1", "title": "nothing"}"#;
    std::fs::write(at("patch.json"), patch).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("in.csv", at("link.csv")).unwrap();
    let full = at("in.csv").display().to_string();
    let refused: [&[&str]; 14] = [
        &["in.csv", "-o", "out.csv.gz"],
        &["in.csv", "-o", "out.json"],
        &["in.csv", "-o", "in.csv"],
        &["in.csv", "-o", "./in.csv"],
        &["in.csv", "-o", &full],
        &["link.csv", "-o", "in.csv"],
        &["in.csv", "-o", "out.csv", "--rejects", "in.csv"],
        &["in.csv", "-o", "out.csv", "--rejects", "out.csv"],
        &["in.csv", "-o", "out.csv", "--summary", "in.csv"],
        &["in.csv", "-o", "out.csv", "--summary", "out.csv.manifest.json"],
        &["in.csv", "-o", "map.json", "--columns", "map.json"],
        &["in.csv", "-o", "out.csv", "--what-if", "patch.json", "--summary", "patch.json"],
        &["in.csv", "-o", "-"],
        &["in.csv", "-o", "out.csv", "--summary", "nowhere/summary.html", "--rejects", "nowhere/rejects.csv"],
    ];
    for arguments in refused {
        let run = ran(folder.path(), arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}: {}", told(&run));
        assert_eq!(std::fs::read_to_string(at("in.csv")).unwrap(), rows, "{arguments:?}");
    }
    let mut left: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["in.csv", "link.csv", "map.json", "patch.json"]);
    #[cfg(unix)]
    {
        let device = ran(folder.path(), &["in.csv", "-o", "/dev/null"]);
        assert_eq!(device.status.code(), Some(2), "{}", told(&device));
        assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    let text = "id,region,education\na,Halifax,high_school\n";
    let little: Vec<u8> =
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    std::fs::write(at("little.csv"), &little).unwrap();
    std::fs::write(at("bare.csv"), &little[2..]).unwrap();
    std::fs::write(at("big.csv"), text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>())
        .unwrap();
    for name in ["little.csv", "bare.csv", "big.csv"] {
        let run = ran(folder.path(), &[name, "-o", "out.csv"]);
        assert_eq!(run.status.code(), Some(2));
        assert!(told(&run).contains("it is UTF-16"), "{name}: {}", told(&run));
    }
    std::fs::write(at("in.csv"), text).unwrap();
    let unknown = r#"{"format": "careerpath.patch/1", "title": "t",
        "programs": [{"id": "nope", "fees": []}], "credentials": [{"id": "chin", "fees": []}]}"#;
    std::fs::write(at("patch.json"), unknown).unwrap();
    let run = ran(folder.path(), &["in.csv", "-o", "out.csv", "--what-if", "patch.json"]);
    let why = told(&run);
    assert!(run.status.code() == Some(2) && why.contains("no program has the id `nope`"), "{why}");
    assert!(why.contains("no credential has the id `chin`") && why.contains("did you mean `chim`"), "{why}");
    for top in ["0", "101", "999999999"] {
        assert_eq!(ran(folder.path(), &["in.csv", "-o", "out.csv", "--top", top]).status.code(), Some(2));
    }
    let generated = ran(folder.path(), &["--generate", "5", "-o", "people.jsonl"]);
    assert_eq!(generated.status.code(), Some(2), "{}", told(&generated));
    assert!(!at("out.csv").exists() && !at("people.jsonl").exists());
}

#[test]
fn stray_quotes_take_in_no_other_rows() {
    let folder = tempfile::TempDir::new().unwrap();
    let files = [
        // two in the first cells, in a first and a last cell, and in rows that follow each other
        "A1,Halifax,high_school\n\"B,Halifax,high_school\nA3,Halifax,high_school\nJim\",Halifax,high_school\nA5,Halifax,high_school\n",
        "A1,Halifax,high_school\n\"B,Halifax,high_school\nA3,Halifax,high_school\nC,Halifax,\"\nA5,Halifax,high_school\n",
    ];
    for rows in files {
        std::fs::write(folder.path().join("in.csv"), format!("id,region,education\n{rows}")).unwrap();
        let run = side_by_side(folder.path(), &["in.csv", "-o", "out.csv"]);
        assert!(told(&run).contains("5 rows: "), "{}", told(&run));
        let ids = ids(folder.path());
        assert!(["A1", "A3", "A5"].iter().all(|id| ids.contains(&(*id).to_owned())), "{ids:?}");
        assert!(!ids.iter().any(|id| id.contains('\n')), "{ids:?}");
    }
    // what is quoted as it should be stays whole, and lines are counted in it whatever ends them
    let kept = "id,region,education\r\"A\rb\",Halifax,high_school\r\"say \"\"no\"\"\", Halifax,\"high_school\" \rA2,zz,high_school\r";
    std::fs::write(folder.path().join("in.csv"), kept).unwrap();
    let run = side_by_side(folder.path(), &["in.csv", "-o", "out.csv"]);
    assert!(told(&run).contains("3 rows: 2 scored, 1 rejected"), "{}", told(&run));
    assert_eq!(ids(folder.path()), ["A\rb", "say \"no\""]);
    let rejects = std::fs::read_to_string(folder.path().join("out.csv.rejects.csv")).unwrap();
    assert!(rejects.lines().nth(1).unwrap().starts_with("in.csv,5,"), "{rejects}");
}
