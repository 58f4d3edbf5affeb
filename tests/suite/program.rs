//! The program as people start it.

use std::collections::BTreeMap;

use assert_cmd::Command;
use serde_json::Value;

/// Runs the program: its exit code, what it printed, and what it told.
pub fn careerpath(arguments: &[&str]) -> (Option<i32>, String, String) {
    let run = Command::cargo_bin("careerpath").unwrap().args(arguments).output().unwrap();
    (run.status.code(), String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap())
}

#[test]
fn text_fits_eighty_columns() {
    let (code, out, _) =
        careerpath(&["recommend", "profiles/records-clerk-halifax.json", "--today", "2026-11"]);
    assert_eq!(code, Some(0));
    let far = ["explain", "profiles/rural-no-pay-published.json", "--role", "cdi-specialist"];
    let long = careerpath(&far).1 + &careerpath(&["recommend", far[1], "--today", "2026-11"]).1;
    for line in out.lines().chain(long.lines()) {
        assert!(line.chars().count() <= 80, "{line}");
    }
    assert!(!out.contains('\u{1b}'), "no colour in a pipe");
}

#[test]
fn a_result_is_written_as_the_name_of_its_file_ends_unless_asked_otherwise() {
    let folder = tempfile::TempDir::new().unwrap();
    let written = |name: &str, arguments: &[&str]| {
        let path = folder.path().join(name);
        let (code, _, told) = careerpath(&[arguments, &["-o", path.to_str().unwrap()]].concat());
        assert_eq!(code, Some(0), "{told}");
        std::fs::read_to_string(path).unwrap()
    };
    let person = "profiles/records-clerk-halifax.json";
    let recommend = ["recommend", person, "--today", "2026-11"];
    assert!(written("a.html", &recommend).starts_with("<!doctype html>"));
    assert!(written("a.HTM", &recommend).starts_with("<!doctype html>"));
    assert!(written("a.csv", &recommend).starts_with("rank,"));
    assert!(written("a.json", &recommend).starts_with('{'));
    assert!(written("a.txt", &recommend).starts_with("Career pathways for "));
    assert!(
        written("b.html", &[&recommend[..], &["--format", "text"]].concat()).starts_with("Career pathways")
    );
    assert!(written("a.svg", &["map"]).starts_with("<svg"));
    assert!(written("a.map", &["map"]).starts_with("digraph"));
    let explain = ["explain", person, "--role", "him-coder"];
    assert!(written("c.html", &explain).starts_with("<!doctype html>"));
}

#[test]
fn a_route_is_opened_by_its_rank_and_one_that_is_not_there_says_which_are() {
    let person = "profiles/rural-no-pay-published.json";
    let (code, out, _) = careerpath(&["recommend", person, "--today", "2026-11", "--route", "2"]);
    let (_, json, _) = careerpath(&["recommend", person, "--today", "2026-11", "--format", "json"]);
    let report: Value = serde_json::from_str(&json).unwrap();
    let title = report["destinations"][1]["title"].as_str().unwrap();
    assert!(code == Some(0) && out.contains(&format!("\n 2  {title}")) && !out.contains("\n 1  "), "{out}");
    let (code, _, told) = careerpath(&["recommend", person, "--route", "500"]);
    assert!(code == Some(2) && told.contains("500 is outside 1 to"), "{told}");
    let (code, out, _) = careerpath(&["recommend", person, "--sources"]);
    assert!(code == Some(0) && out.contains("https://www.bls.gov/"), "{out}");
}

#[test]
fn text_is_as_wide_as_asked_for() {
    for width in ["60", "111", "200"] {
        for arguments in [
            &["recommend", "profiles/rural-no-pay-published.json", "--today", "2026-11"][..],
            &["recommend", "profiles/rural-no-pay-published.json", "--today", "2026-11", "--all"],
            &["recommend", "profiles/rural-no-pay-published.json", "--today", "2026-11", "--route", "2"],
            &[
                "recommend",
                "profiles/records-clerk-halifax.json",
                "--today",
                "2026-11",
                "--nominal",
                "--language",
                "fr",
            ],
            &[
                "explain",
                "profiles/rural-no-pay-published.json",
                "--role",
                "cdi-specialist",
                "--language",
                "es",
            ],
            &[
                "compare",
                "profiles/records-clerk-halifax.json",
                "him-manager",
                "him-coder",
                "records-technician",
            ],
            &["wages", "show", "cancer-registrar", "Inland Empire"],
        ] {
            let (_, out, _) = careerpath(&[arguments, &["--width", width, "--no-color"]].concat());
            let wide = out.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(wide <= width.parse().unwrap() && wide > 50, "{arguments:?}: {wide} of {width}");
        }
    }
    let (code, _, told) = careerpath(&["recommend", "profiles/records-clerk-halifax.json", "--width", "20"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("60..=200"), "{told}");
}

#[test]
fn the_report_has_the_parts_of_its_format_and_its_sums_add_up() {
    let (_, out, _) = careerpath(&[
        "recommend",
        "profiles/him-practitioner-cape-breton.json",
        "--today",
        "2026-11",
        "--format",
        "json",
    ]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    for part in ["graph", "profile", "settings", "stay", "destinations", "blocked", "sources", "notes"] {
        assert!(report.get(part).is_some(), "{part}");
    }
    assert_eq!(report["format"], "careerpath.report/2");
    let known: Vec<&str> =
        report["sources"].as_array().unwrap().iter().map(|s| s["id"].as_str().unwrap()).collect();
    let mut paths = 0;
    for path in
        report["destinations"].as_array().unwrap().iter().flat_map(|d| d["pathways"].as_array().unwrap())
    {
        let parts = path["criteria"].as_array().unwrap();
        let sum: f64 = parts.iter().map(|part| part["contribution"].as_f64().unwrap()).sum();
        assert!((sum - path["score"].as_f64().unwrap()).abs() < 1e-9);
        for cited in path["sources"].as_array().unwrap() {
            assert!(known.contains(&cited.as_str().unwrap()));
        }
        paths += 1;
    }
    assert!(paths > 2);
}

#[test]
fn rows_of_csv_are_the_pathways_of_json() {
    let common =
        ["recommend", "profiles/him-practitioner-cape-breton.json", "--today", "2026-11", "--format"];
    let (_, csv, _) = careerpath(&[&common[..], &["csv"]].concat());
    let (_, json, _) = careerpath(&[&common[..], &["json"]].concat());
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let ids: Vec<String> = report["destinations"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|d| d["pathways"].as_array().unwrap())
        .map(|path| path["id"].as_str().unwrap().to_owned())
        .collect();
    let rows: Vec<String> = csv::Reader::from_reader(csv.as_bytes())
        .records()
        .map(|row| row.unwrap().iter().next_back().unwrap().to_owned())
        .collect();
    assert_eq!(ids, rows);
}

#[test]
fn a_profile_comes_from_standard_input_and_the_result_goes_to_a_file() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("out.json");
    let profile = std::fs::read("profiles/records-clerk-halifax.json").unwrap();
    Command::cargo_bin("careerpath")
        .unwrap()
        .args(["recommend", "-", "--format", "json", "--today", "2026-11", "-o"])
        .arg(&path)
        .write_stdin(profile)
        .assert()
        .success()
        .stdout("");
    let (_, out, _) = careerpath(&[
        "recommend",
        "profiles/records-clerk-halifax.json",
        "--format",
        "json",
        "--today",
        "2026-11",
    ]);
    assert_eq!(std::fs::read_to_string(path).unwrap(), out);
}

#[test]
fn a_folder_of_the_same_files_gives_the_same_bytes() {
    let common =
        ["recommend", "profiles/records-clerk-halifax.json", "--format", "json", "--today", "2026-11"];
    let (_, embedded, _) = careerpath(&common);
    let (_, folder, _) = careerpath(&[&common[..], &["--graph", "graphs/ca-ns-him"]].concat());
    assert_eq!(embedded, folder);
}

#[test]
fn titles_and_sayings_find_ids() {
    for (verb, words, id) in [
        ("roles", "I code charts at a clinic", "physician-office-coder"),
        ("roles", "tumor registrar", "cancer-registrar"),
        ("roles", "ward clerk", "medical-secretary"),
        ("credentials", "CTR", "ods-c"),
        ("programs", "RHIT to RHIA", "bs-him-completion"),
    ] {
        let (code, out, _) = careerpath(&[verb, words]);
        assert_eq!(code, Some(0));
        let first: Vec<&str> = out.lines().take(2).collect();
        assert!(first.iter().any(|line| line.split_whitespace().nth(1) == Some(id)), "{words}: {out}");
    }
    let (code, _, told) = careerpath(&["roles", "xylophone"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("hint:"));
}

#[test]
fn the_shipped_files_check_clean() {
    let (code, out, told) = careerpath(&["check", "profiles", "graphs/us-him", "graphs/ca-ns-him"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(out.contains("nothing wrong"));
}

#[test]
fn a_blocked_role_tells_what_would_open_it() {
    let (code, out, _) = careerpath(&[
        "recommend",
        "profiles/records-clerk-halifax.json",
        "--target",
        "informatics-specialist",
        "--today",
        "2026-11",
        "--all",
    ]);
    assert_eq!(code, Some(1));
    assert!(out.contains("no pathway within your limits") && out.contains("having MHI"), "{out}");
}

#[test]
fn a_role_is_explained_whether_it_can_be_reached_or_not() {
    let profile = "profiles/school-leaver-inland-empire.json";
    let (code, out, _) = careerpath(&["explain", profile, "--role", "hospital-coder", "--format", "json"]);
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &told["blocked"]), (Some(0), &Value::Null));
    let reached = &told["reached"];
    let parts = reached["pathway"]["criteria"].as_array().unwrap().iter();
    let sum: f64 = parts.map(|part| part["contribution"].as_f64().unwrap()).sum();
    assert!((sum - reached["pathway"]["score"].as_f64().unwrap()).abs() < 1e-9);
    let out = reached["left_out"].as_array().unwrap();
    let some = out.first().unwrap()["id"].as_str().unwrap();
    let (code, again, _) =
        careerpath(&["explain", profile, "--role", "hospital-coder", "--pathway", some, "--format", "json"]);
    let again: Value = serde_json::from_str(&again).unwrap();
    assert_eq!(code, Some(0));
    assert_eq!(again["reached"]["place"], Value::Null);
    assert_eq!(again["reached"]["beaten"]["beaten_by"], out[0]["beaten_by"]);
    let profile = "profiles/records-clerk-halifax.json";
    let (code, out, _) = careerpath(&["explain", profile, "--role", "informatics-specialist"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("MHI (Dalhousie): not taught") || out.contains("by MHI (Dalhousie)"), "{out}");
    let (code, out, told) =
        careerpath(&["explain", profile, "--role", "records-technician", "--pathway", "x"]);
    assert!(code == Some(2) && out.is_empty() && told.contains("no pathway has the id"), "{told}");
}

#[test]
fn markdown_says_what_the_text_says() {
    for person in ["profiles/school-leaver-inland-empire.json", "profiles/transcriptionist-displaced.json"] {
        let (_, text, _) = careerpath(&["recommend", person, "--today", "2026-11", "--all", "--top", "3"]);
        let (code, noted, err) = careerpath(&["recommend", person, "--today", "2026-11", "--format", "md"]);
        assert_eq!(code, Some(0), "{err}");
        let words = |told: &str| -> BTreeMap<String, usize> {
            let mut words = BTreeMap::new();
            let kept = |sign: char| sign.is_alphanumeric() || "$%.,".contains(sign);
            for word in told.split(|sign| !kept(sign)).filter(|word| word.chars().any(char::is_alphanumeric))
            {
                *words.entry(word.trim_matches(['.', ',']).to_owned()).or_default() += 1;
            }
            words
        };
        let (text, noted_words) = (words(&text), words(&noted));
        for (word, times) in text.iter().filter(|(word, _)| word.len() > 3) {
            assert!(noted_words.get(word).is_some_and(|noted| noted >= times), "{word} {times}: {noted}");
        }
    }
}

#[test]
fn a_place_with_a_slip_is_answered_with_the_place_meant() {
    let profile = r#"{"region": "Bakersfeld", "education": "high_school"}"#;
    let run = Command::cargo_bin("careerpath")
        .unwrap()
        .args(["recommend", "-"])
        .write_stdin(profile)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.code() == Some(2) && told.contains("did you mean `Bakersfield-Delano, CA`"), "{told}");
    let (code, out, _) = careerpath(&["regions", "bakersfield"]);
    assert!(code == Some(0) && out.contains("US-CA-12540") && out.contains("Bakersfield"), "{out}");
    let (_, _, told) = careerpath(&["wages", "show", "hospital-coder", "Bakersfeld"]);
    assert!(told.contains("did you mean `Bakersfield-Delano, CA`"), "{told}");
}

#[test]
fn shells_and_man_are_told_of_every_verb() {
    for (shell, sign) in
        [("bash", "complete -F"), ("zsh", "#compdef careerpath"), ("fish", "complete -c careerpath")]
    {
        let (code, out, _) = careerpath(&["completions", shell]);
        assert!(code == Some(0) && out.contains(sign) && out.contains("recommend"), "{shell}");
    }
    let (_, whole, _) = careerpath(&["man"]);
    assert!(whole.contains("careerpath\\-recommend(1)"), "{whole}");
    let (_, page, _) = careerpath(&["man", "recommend"]);
    assert!(page.starts_with(".ie") && page.contains("preset"), "{page}");
    let (code, _, err) = careerpath(&["man", "recomend"]);
    assert!(code == Some(2) && err.contains("did you mean `recommend`"), "{err}");
}

#[test]
fn a_map_tells_of_each_step_where_the_person_stands() {
    let person = "profiles/office-coder-to-auditor.json";
    let (code, out, err) = careerpath(&["map", "--profile", person, "--format", "csv"]);
    assert_eq!(code, Some(0), "{err}");
    let mut rows = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let mut states: BTreeMap<String, String> = BTreeMap::new();
    for row in &rows {
        for (key, state) in [(0, 2), (4, 6)] {
            let known = states.insert(row[key].to_owned(), row[state].to_owned());
            assert!(known.is_none_or(|known| known == row[state]), "{row:?}");
        }
    }
    // roles are told as the list of pathways tells them, which counts some in one line
    let folder = tempfile::tempdir().unwrap();
    let mut everything: Value = serde_json::from_str(&std::fs::read_to_string(person).unwrap()).unwrap();
    everything.as_object_mut().unwrap().remove("targets");
    let path = folder.path().join("all.json");
    std::fs::write(&path, everything.to_string()).unwrap();
    let (_, all, _) = careerpath(&["recommend", path.to_str().unwrap(), "--top", "100", "--format", "json"]);
    let all: Value = serde_json::from_str(&all).unwrap();
    let reached: Vec<&str> =
        all["destinations"].as_array().unwrap().iter().map(|found| found["role"].as_str().unwrap()).collect();
    assert_eq!(states["role:physician-office-coder"], "held");
    let can: Vec<&str> = states
        .iter()
        .filter(|(_, state)| ["open", "reachable"].contains(&state.as_str()))
        .filter_map(|(key, _)| key.strip_prefix("role:"))
        .collect();
    assert!(reached.iter().all(|role| can.contains(role)), "{can:?} {reached:?}");
    let folded = all["folded"]["count"].as_u64().unwrap_or(0);
    assert_eq!(can.len() as u64, reached.len() as u64 + folded);
    let chosen: Vec<&csv::StringRecord> = rows.iter().filter(|row| &row[7] == "true").collect();
    assert!(!chosen.is_empty() && chosen.iter().all(|row| &row[2] != "blocked" && &row[6] != "blocked"));
}

#[test]
fn a_map_is_the_same_in_every_format() {
    let count = |format: &str, signs: &[&str]| {
        let (code, out, err) = careerpath(&["map", "--format", format]);
        assert_eq!(code, Some(0), "{err}");
        out.lines().filter(|line| signs.iter().any(|sign| line.contains(sign))).count()
    };
    let edges = count("csv", &[","]) - 1;
    assert!(edges > 300);
    assert_eq!(count("dot", &[" -> "]), edges);
    assert_eq!(count("mermaid", &["-->", "-.->", "==>"]), edges);
    assert_eq!(count("graphml", &["<edge "]), edges);
    let points = count("dot", &["[label="]);
    assert_eq!(count("mermaid", &["<br>"]), points);
    assert_eq!(count("graphml", &["<node "]), points);
    assert_eq!(count("graphml", &["</node>"]), points);
}

#[test]
fn roles_are_put_side_by_side_with_what_each_would_be_told_by_itself() {
    let person = "profiles/medical-assistant-tight-budget.json";
    let asked = ["compare", person, "cancer-registrar", "roi-specialist", "--format", "json"];
    let (code, out, err) = careerpath(&asked);
    assert_eq!(code, Some(0), "{err}");
    let compared: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(compared["format"], "careerpath.comparison/1");
    let [closed, open] = compared["roles"].as_array().unwrap().as_slice() else { panic!("{out}") };
    assert_eq!(closed["role"], "cancer-registrar", "in the order asked for");
    assert!(closed["pathway"].is_null() && !closed["blocked"]["openings"].as_array().unwrap().is_empty());
    let (_, alone, _) = careerpath(&["recommend", person, "--target", "roi-specialist", "--format", "json"]);
    let alone: Value = serde_json::from_str(&alone).unwrap();
    assert_eq!(open["pathway"], alone["destinations"][0]["pathways"][0]);
    assert_eq!(open["fit"], alone["destinations"][0]["fit"]);
    let gaps = open["skills"].as_array().unwrap();
    let had: u64 =
        gaps.iter().map(|gap| gap["have"].as_u64().unwrap().min(gap["need"].as_u64().unwrap())).sum();
    let needed: u64 = gaps.iter().map(|gap| gap["need"].as_u64().unwrap()).sum();
    assert!((open["fit"].as_f64().unwrap() - had as f64 / needed as f64).abs() < 1e-12);
    let (_, text, _) = careerpath(&asked[..4]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains("closed") && text.contains("No pathway within your limits"), "{text}");
}

#[test]
fn a_comparison_with_nothing_open_or_with_faults_says_so() {
    let person = "profiles/medical-assistant-tight-budget.json";
    let (code, out, _) = careerpath(&["compare", person, "cancer-registrar"]);
    assert!(code == Some(1) && out.contains("closed"), "{out}");
    let (code, out, err) = careerpath(&["compare", person, "cancer-registrer", "astronaut"]);
    assert!(code == Some(2) && out.is_empty(), "{out}");
    assert!(
        err.contains("did you mean `cancer-registrar`") && err.contains("astronaut"),
        "both at once: {err}"
    );
    let coder = "profiles/office-coder-to-auditor.json";
    let (_, out, _) = careerpath(&["compare", coder, "inpatient-coder", "--exclude", "ccs"]);
    assert!(out.contains("Your choices: excluded ccs") && out.contains("Without your choices"), "{out}");
    let (code, _, err) = careerpath(&["compare", person, "medical-assistant"]);
    assert!(code == Some(2) && err.contains("the role held today is among them"), "{err}");
}

#[test]
fn what_is_left_out_insisted_on_or_pinned_is_told_with_what_it_costs() {
    let profile = "profiles/school-leaver-inland-empire.json";
    let report = |more: &[&str]| -> Value {
        let all = [&["recommend", profile, "--today", "2026-11", "--format", "json"], more].concat();
        serde_json::from_str(&careerpath(&all).1).unwrap()
    };
    let free = report(&[]);
    let paths = free["destinations"][0]["pathways"].as_array().unwrap();
    assert!(free.get("choices").is_none() && paths.len() > 1);
    let without = report(&["--exclude", "physician-office-coder"]);
    let steps = without["destinations"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|role| role["pathways"].as_array().unwrap());
    for path in steps {
        let mut nodes = path["timeline"].as_array().unwrap().iter().map(|step| &step["node"]);
        assert!(nodes.all(|node| node != "physician-office-coder"));
    }
    assert_eq!(without["destinations"][0]["against"]["id"], paths[0]["id"]);
    let pinned = report(&["--pin", paths[1]["id"].as_str().unwrap(), "--require", "ods-c"]);
    assert_eq!(pinned["pinned"][0]["pathway"]["id"], paths[1]["id"]);
    assert_eq!(pinned["pinned"][0]["against"]["id"], paths[0]["id"]);
    assert!(!pinned["choices"]["lost"].as_array().unwrap().is_empty());
    let (code, _, told) = careerpath(&["recommend", profile, "--exclude", "ods-c", "--require", "ods-c"]);
    assert!(code == Some(2) && told.contains("both left out and insisted on"), "{told}");
    let (code, _, told) = careerpath(&["recommend", profile, "--exclude", "odsc", "--pin", "nowhere"]);
    assert!(code == Some(2) && told.contains("ods-c"), "{told}");
}

#[test]
fn nothing_that_is_read_is_written_over_and_a_private_file_stays_private() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let profile = std::fs::read_to_string("profiles/records-clerk-halifax.json").unwrap();
    std::fs::write(at("me.json"), &profile).unwrap();
    let me = at("me.json");
    for verb in [
        vec!["recommend", &me, "-o", &me],
        vec!["explain", &me, "--role", "him-manager", "-o", &me],
        vec!["compare", &me, "him-manager", "health-data-analyst", "-o", &me],
        vec!["map", "--profile", &me, "-o", &me],
    ] {
        let (code, _, told) = careerpath(&verb);
        assert!(code == Some(2) && told.contains("it would be written over"), "{verb:?}: {told}");
        assert_eq!(std::fs::read_to_string(&me).unwrap(), profile);
    }
    let (code, out, _) = careerpath(&["recommend", &me, "-o", "-", "--today", "2026-11"]);
    assert!(code == Some(0) && out.starts_with("Career pathways for"), "{out}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::write(at("out.txt"), "").unwrap();
        std::fs::set_permissions(at("out.txt"), std::fs::Permissions::from_mode(0o600)).unwrap();
        std::os::unix::fs::symlink("out.txt", at("link.txt")).unwrap();
        assert_eq!(careerpath(&["recommend", &me, "-o", &at("link.txt")]).0, Some(0));
        let about = std::fs::metadata(at("out.txt")).unwrap();
        assert!(about.len() > 100 && about.permissions().mode() & 0o777 == 0o600);
        assert!(std::fs::symlink_metadata(at("link.txt")).unwrap().is_symlink());
    }
    for arguments in [["recommend", &me, "--top", "0"], ["roles", "coder", "--top", "0"]] {
        assert_eq!(careerpath(&arguments).0, Some(2), "{arguments:?}");
    }
}

#[test]
fn what_has_several_meanings_or_none_is_told() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let profile = |region: &str| {
        let text = format!(r#"{{"region": "{region}", "education": "high_school"}}"#);
        std::fs::write(at("p.json"), text).unwrap();
        careerpath(&["recommend", &at("p.json"), "--today", "2026-11"])
    };
    for (name, others) in
        [("Charleston", ["Charleston, WV", "SC"]), ("Springfield", ["Springfield, IL", "Springfield, MA"])]
    {
        let (code, _, told) = profile(name);
        assert!(code == Some(2) && others.iter().all(|other| told.contains(other)), "{told}");
    }
    for name in ["Charleston, WV", "New York", "Inland Empire"] {
        assert_eq!(profile(name).0, Some(0), "{name}");
    }
    let (code, _, told) = careerpath(&["recommend", &at("p.json"), "--today", "26-11"]);
    assert!(code == Some(2) && told.contains("2026-11"), "{told}");
    std::fs::write(at("answers.txt"), "Halifax").unwrap();
    let answers = at("answers.txt");
    let (code, _, told) = careerpath(&["ask", "--answers", &answers, "--save", &answers]);
    assert!(code == Some(2) && told.contains("name one file"), "{told}");
}

#[test]
fn changes_that_would_pass_the_first_keep_to_the_limits() {
    for entry in std::fs::read_dir("profiles").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let (_, out, _) =
            careerpath(&["recommend", path.to_str().unwrap(), "--format", "json", "--today", "2026-11"]);
        let report: Value = serde_json::from_str(&out).unwrap();
        let Some(figures) = report["firmness"]["figures"].as_array() else { continue };
        let best = &report["destinations"][0]["pathways"][0];
        let most = report["profile"]["max_months"].as_f64().unwrap_or(120.0);
        for figure in figures.iter().filter(|figure| figure["figure"] == "months") {
            let after = best["months"].as_f64().unwrap() + figure["change"].as_f64().unwrap_or(0.0);
            assert!(after <= most, "{}: {figure}", path.display());
        }
    }
}
