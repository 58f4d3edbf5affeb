//! How people really move between occupations: the table, and what is said of it.

use std::fs;
use std::path::Path;

use careerpath::graph::{Grain, Graph};
use careerpath::recommend::{Settings, recommend};
use careerpath::render::text;
use careerpath::words::Language;
use serde_json::json;

use crate::frame::profile;
use crate::program::careerpath;

#[test]
fn a_move_is_told_by_the_nearest_thing_that_was_counted() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let told = |from, to| graph.moves.between(from, to).map(|told| (told.grain, told.of_leavers));
    // of résumés of medical records people who left, 5.48 % went to health services managers
    assert_eq!(told("29-2072", "11-9111"), Some((Grain::Occupation, 0.0548)));
    assert_eq!(told("29-9021", "11-9111"), Some((Grain::Occupation, 0.0548)));
    // tellers to registrars: only the groups were counted, 47 of 1,778 moves out of office work
    let (grain, share) = told("43-3071", "29-9021").unwrap();
    assert!(grain == Grain::MajorGroup && (share - 0.0264).abs() < 1e-9, "{share}");
    assert_eq!(told("29-2072", "29-2072"), None);
    assert_eq!(told("29-2072", "29-9021"), None, "they were counted as one");
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that skips says so")]
fn the_table_of_moves_is_what_the_raw_files_give() {
    let raw = Path::new("../shared/data");
    if !raw.join("moves").exists() {
        eprintln!("skipped: the raw files are not there");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir("graphs/us-him").unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let made = folder.path().join("moves.csv");
    fs::remove_file(&made).unwrap();
    let graph = folder.path().to_str().unwrap();
    let (code, _, told) = careerpath(&["data", "moves", "--raw", raw.to_str().unwrap(), "--graph", graph]);
    assert_eq!(code, Some(0), "{told}");
    assert!(fs::read(made).unwrap() == fs::read("graphs/us-him/moves.csv").unwrap());
}

#[test]
fn a_pathway_tells_how_people_really_make_its_last_move_in_every_language() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let job =
        json!({"title": "retail salesperson", "months": 60, "pay_usd_per_year": 33_000, "current": true});
    let written = json!({"region": "US-OH", "education": "high_school", "experience": [job], "budget_usd": 3000,
        "study_hours_per_week": 10});
    let person = profile(&graph, &written);
    for (language, words) in [
        (Language::En, "of 100 people who left work such as retail salesperson"),
        (Language::Fr, "sur 100 personnes ayant quitté cette profession (retail salesperson)"),
        (Language::Es, "de cada 100 personas que dejaron esta ocupación (retail salesperson)"),
    ] {
        let settings = Settings { language, ..Settings::default() };
        let report = recommend(&graph, &person, &settings);
        let told = text(&report, careerpath::render::Look::default());
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(words), "{told}");
        // told, never ranked
        let mut without = graph.clone();
        without.moves = careerpath::graph::Moves::default();
        let other = recommend(&without, &person, &settings);
        let order = |report: &careerpath::report::Report| -> Vec<(String, String)> {
            report.destinations.iter().map(|d| (d.role.clone(), d.pathways[0].id.clone())).collect()
        };
        assert_eq!(order(&report), order(&other));
        assert!(
            other.destinations.iter().all(|d| d.pathways.iter().all(|path| path.move_of_others.is_none()))
        );
    }
}

#[test]
fn a_table_of_moves_with_faults_tells_each() {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir("graphs/us-him").unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let rows = "from,to,of_leavers,pay,seen,source\n43,29,1.5,0.1,10,nlsy97-1997-2022\n43,29,0.1,9,10,nlsy97-1997-2022\n\
                43,11,0.1,,,nobody\n";
    fs::write(folder.path().join("moves.csv"), rows).unwrap();
    let (code, _, told) = careerpath(&["check", folder.path().to_str().unwrap()]);
    assert_eq!(code, Some(1));
    for words in
        ["1.5 is outside 0 to 1", "9 is outside -3 to 3", "no source has the id `nobody`", "43 to 29"]
    {
        assert!(told.contains(words), "{words} in {told}");
    }
}
