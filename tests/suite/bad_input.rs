//! The program given something wrong: a clear finding with place and mend, exit 2, nothing on standard output.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// Runs `recommend` on a profile's bytes; gives what stood on stderr.
fn refused(name: &str, content: &[u8]) -> String {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    refused_path(&path, &[])
}

fn refused_path(path: &Path, more: &[&str]) -> String {
    let run =
        Command::cargo_bin("careerpath").unwrap().arg("recommend").arg(path).args(more).output().unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{told}");
    assert!(run.stdout.is_empty(), "half an answer");
    assert!(!told.contains("panicked"), "{told}");
    told
}

fn says(told: &str, words: &[&str]) {
    // drawn findings wrap; compare without layout
    let flat =
        |text: &str| text.replace(['│', '×', '╰', '╭', '─'], " ").split_whitespace().collect::<String>();
    for word in words {
        assert!(flat(told).contains(&flat(word)), "`{word}` is not in:\n{told}");
    }
}

#[test]
fn a_key_that_the_reader_of_json_means_for_itself_is_a_finding() {
    let written = r#"{"region": "Halifax", "education": "high_school", "skills": {"$serde_json::private::RawValue": "{}"}}"#;
    let run = assert_cmd::Command::cargo_bin("careerpath")
        .unwrap()
        .args(["recommend", "-"])
        .write_stdin(written)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.code() == Some(2) && told.contains("no key may start with"), "{told}");
}

#[test]
fn broken_json_is_told_with_line_and_column() {
    says(&refused("p.json", b"{\"region\": \"US\",\n}"), &["p.json:2:1", "cannot be understood"]);
}

#[test]
fn an_unknown_key_names_the_nearest() {
    let told = refused("p.json", br#"{"region": "US", "eduction": "high_school"}"#);
    says(&told, &["p.json:1:18", "unknown key `eduction`", "did you mean `education`?"]);
}

#[test]
fn a_protected_attribute_is_refused_with_the_reason() {
    let told = refused("p.json", br#"{"region": "US", "education": "high_school", "age": 51}"#);
    says(&told, &["`age` is not accepted", "nothing of that kind may move a ranking"]);
}

#[test]
fn faults_of_form_and_of_meaning_are_told_together() {
    let told = refused(
        "p.json",
        br#"{"region": "Inland Empyre", "education": "high_school", "budget_usd": -1, "sex": "f"}"#,
    );
    says(&told, &["`sex` is not accepted", "did you mean `Inland Empire`?", "-1 is outside 0 to"]);
}

#[test]
fn money_in_another_currency_is_a_wrong_unit() {
    let told = refused("p.json", br#"{"region": "US", "education": "high_school", "budget_cad": 500}"#);
    says(&told, &["the unit `cad` does not fit here", "give it in usd"]);
}

#[test]
fn an_unknown_role_names_the_nearest() {
    let told =
        refused("p.json", br#"{"region": "US", "education": "high_school", "targets": ["cancer-registar"]}"#);
    says(&told, &["no role has the id `cancer-registar`", "did you mean `cancer-registrar`?"]);
    let told = refused_path(Path::new("profiles/records-clerk-halifax.json"), &["--target", "pilot"]);
    says(&told, &["no role has the id `pilot`", "careerpath roles"]);
}

#[test]
fn absurd_numbers_are_told_all_at_once() {
    let told = refused(
        "p.json",
        br#"{"region": "US", "education": "high_school", "budget_usd": -5, "max_months": 1e9, "study_hours_per_week": 2.5}"#,
    );
    says(&told, &["-5 is outside 0 to", "1000000000 is outside 0 to 600", "2.5 is not a whole number"]);
}

#[test]
fn empty_binary_directory_and_missing_are_four_findings() {
    says(&refused("p.json", b""), &["the file is empty"]);
    says(&refused("p.json", &[0, 159, 146, 150]), &["not UTF-8 text"]);
    says(&refused_path(Path::new("profiles"), &[]), &["this is a directory"]);
    says(&refused_path(Path::new("profiles/nobody.json"), &[]), &["cannot be read"]);
}

#[test]
fn a_huge_file_is_refused_unread() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("huge.json");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(200_000_000).unwrap();
    says(&refused_path(&path, &[]), &["larger than the 1 MB"]);
}

#[test]
fn deep_nesting_is_refused() {
    says(&refused("p.json", "[".repeat(100_000).as_bytes()), &["nested too deep"]);
    let deep = format!("{{\"region\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    says(&refused("p.json", deep.as_bytes()), &["nested too deep"]);
}

#[test]
fn a_region_of_another_graph_is_told_as_such() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("p.json");
    std::fs::write(&path, br#"{"region": "CA-NS-halifax", "education": "high_school"}"#).unwrap();
    let told = refused_path(&path, &["--graph", "graphs/us-him"]);
    says(&told, &["belongs to another graph than `us-him`"]);
}

#[test]
fn two_current_jobs_are_told() {
    let told = refused(
        "p.json",
        br#"{"region": "US", "education": "high_school", "experience": [
            {"role": "records-clerk", "months": 3, "current": true},
            {"role": "medical-secretary", "months": 3, "current": true}]}"#,
    );
    says(&told, &["p.json:3", "a second role is marked current: `medical-secretary`, after `records-clerk`"]);
}

/// Copies a shipped graph and changes one of its files.
fn spoilt(graph: &str, file: &str, change: impl Fn(String) -> String) -> TempDir {
    let folder = TempDir::new().unwrap();
    for entry in std::fs::read_dir(Path::new("graphs").join(graph)).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let path = folder.path().join(file);
    let changed = change(std::fs::read_to_string(&path).unwrap());
    std::fs::write(path, changed).unwrap();
    folder
}

fn check(folder: &TempDir) -> String {
    let run = Command::cargo_bin("careerpath").unwrap().arg("check").arg(folder.path()).output().unwrap();
    assert_eq!(run.status.code(), Some(1));
    String::from_utf8(run.stderr).unwrap()
}

#[test]
fn a_figure_without_a_source_is_found_in_its_file_and_line() {
    let folder = spoilt("ca-ns-him", "credentials.json", |text| {
        text.replacen("\"source\": \"cchim\", ", "", 1).replacen("\"source\": \"cchim\",", "", 1)
    });
    says(&check(&folder), &["credentials.json:", "the figure has no source", "sources.json"]);
}

#[test]
fn a_requirement_of_too_many_conditions_is_told() {
    let folder = spoilt("ca-ns-him", "credentials.json", |text| {
        let many = vec![r#"{"holds": "him-diploma"}"#; 64].join(", ");
        text.replacen(r#"{"holds": "him-diploma"}"#, &format!(r#"{{"any": [{many}]}}"#), 1)
    });
    says(&check(&folder), &["asks for 65 conditions", "64 is the most", "by an award"]);
}

#[test]
fn a_pay_model_that_cannot_be_is_told_fault_by_fault() {
    let folder = spoilt("us-him", "wages.json", |text| {
        let mut model: serde_json::Value = serde_json::from_str(&text).unwrap();
        model["people"]["source"] = "nobody".into();
        model["people"]["kept"]["job"][3] = 0.9999.into();
        model["people"]["kinds"][1]["unknown"]["by_years"][0]["low"] = 2.into();
        model["people"]["kinds"][0]["typical"]["elsewhere"] = 1.5.into();
        model["people"]["kinds"][4]["codes"] = vec!["99-"].into();
        model["people"]["known"][0]["ends"]["by_years"][6]["high"] = 0.1.into();
        model["places"]["gaps"]["state"]["major"] = 0.into();
        model["places"]["gaps"]["occupations"][0]["loading"] = 0.into();
        model["growth"]["groups"][0]["yearly"] = 3.into();
        serde_json::to_string_pretty(&model).unwrap()
    });
    says(
        &check(&folder),
        &[
            "no source has the id `nobody`",
            "shares from the last year to the first are not in rising order",
            "2 is outside -10 to 0",
            "1.5 is outside 0 to 1",
            "the last kind is for every other occupation",
            "widths are not in rising order",
            "any, major, minor, same are not in rising order",
            "0 is outside 0.1 to 10",
            "3 is outside -0.5 to 0.5",
        ],
    );
}

#[test]
fn a_circle_of_requirements_is_told_with_its_members() {
    let folder = spoilt("ca-ns-him", "credentials.json", |text| {
        let one = text.trim_start_matches('[').trim().trim_end_matches(']').trim().to_owned();
        let made = |id: &str, needs: &str| {
            one.replacen("\"chim\"", &format!("\"{id}\""), 1)
                .replace("\"holds\": \"him-diploma\"", &format!("\"holds\": \"{needs}\""))
        };
        format!("[{one}, {}, {}]", made("hen", "egg"), made("egg", "hen"))
    });
    says(&check(&folder), &["these require each other", "egg > hen > egg"]);
}

#[test]
fn faults_of_many_files_are_told_at_once() {
    let folder = spoilt("ca-ns-him", "roles.json", |text| {
        text.replacen("\"NOC-1411\"", "\"NOC-141\"", 1).replacen(
            "\"id\": \"him-coder\"",
            "\"id\": \"him-practitioner\"",
            1,
        )
    });
    let pay = folder.path().join("pay.csv");
    let text = std::fs::read_to_string(&pay).unwrap();
    std::fs::write(
        &pay,
        text.replacen("cad_per_hour", "usd_per_hour", 1).replacen("observed,18.00", "observed,-18.00", 1),
    )
    .unwrap();
    let told = check(&folder);
    says(
        &told,
        &[
            "no occupation has the id `NOC-141`",
            "did you mean `NOC-1411`?",
            "the id `him-practitioner` is used twice",
        ],
    );
    says(&told, &["the unit `usd_per_hour` does not fit here", "is outside 1 to"]);
}

#[test]
fn a_graph_folder_without_its_files_names_each() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("graph.json"), "{}").unwrap();
    says(&check(&folder), &["no file `roles.json`", "no file `pay.csv`"]);
}

#[test]
fn wrong_flags_end_with_two() {
    for flags in [["--weight", "luck=1"], ["--today", "soon"], ["--horizon", "0"]] {
        refused_path(Path::new("profiles/records-clerk-halifax.json"), &flags);
    }
    let none = ["earnings", "months", "cost", "chance", "fit", "demand"]
        .map(|criterion| format!("--weight={criterion}=0"));
    let none: Vec<&str> = none.iter().map(String::as_str).collect();
    says(&refused_path(Path::new("profiles/records-clerk-halifax.json"), &none), &["add up to nothing"]);
}
