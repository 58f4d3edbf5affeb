//! Graphs that are too large or too involved: answered, or told as not settled, never left to run.

use careerpath::document::Text;
use careerpath::graph::{Graph, SHIPPED};
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend};
use careerpath::report::PathwayReport;
use serde_json::{Value, json};

fn files() -> Vec<Text> {
    SHIPPED.iter().find(|shipped| shipped.id == "us-him").unwrap().texts()
}

fn person(graph: &Graph, targets: &[&str]) -> Profile {
    let written = json!({"region": "Inland Empire", "education": "high_school", "study_hours_per_week": 15,
        "targets": targets});
    crate::world::profile(graph, &written)
}

/// The shipped graph with so many more schools that teach the associate degree, each at a price and a rate of its own.
fn with_schools(count: u32) -> Graph {
    let mut texts = files();
    let programs = texts.iter_mut().find(|text| text.name.ends_with("programs.json")).unwrap();
    let mut list: Vec<Value> = serde_json::from_slice(&programs.bytes).unwrap();
    let like = list.iter().find(|program| program["id"] == "as-him-public").unwrap().clone();
    let figure = |value: f64, unit: &str| {
        json!({"value": value, "unit": unit, "source": "careerpath-judgement", "basis": "assumed", "period": "2026",
            "note": "made for a test"})
    };
    for school in 0..count {
        let mut program = like.clone();
        program["id"] = json!(format!("as-him-school-{school:04}"));
        program["title"] = json!(format!("School {school}"));
        program["aliases"] = json!([]);
        program["tuition"] = json!({"total": figure(2000.0 + 7.0 * f64::from(school), "usd")});
        program["completion"] = figure(0.3 + 0.0004 * f64::from(school), "share");
        list.push(program);
    }
    programs.bytes = serde_json::to_vec(&list).unwrap();
    Graph::load(&texts).unwrap_or_else(|findings| panic!("{:?}", findings.first()))
}

#[test]
fn what_is_given_up_is_told_and_what_is_listed_can_be_done_all_the_same() {
    let graph = Graph::load(&files()).unwrap();
    let profile = person(&graph, &["cdi-specialist", "cancer-registrar"]);
    let all = Settings { alternatives: 300, ..Settings::default() };
    let whole = recommend(&graph, &profile, &all);
    assert!(whole.unsettled.is_empty());
    let little = Settings { max_work: 3_000, ..all };
    let given_up = recommend(&graph, &profile, &little);
    assert!(!given_up.unsettled.is_empty());
    assert!(given_up.blocked.is_empty(), "nothing is said to be closed that was not settled");
    let paths: Vec<&PathwayReport> = given_up.destinations.iter().flat_map(|role| &role.pathways).collect();
    assert!(!paths.is_empty());
    for path in paths {
        // the whole answer has one that is no worse on what is always known
        let no_worse = |other: &PathwayReport| (other.months, other.cost) <= (path.months, path.cost);
        assert!(whole.destinations.iter().flat_map(|role| &role.pathways).any(no_worse), "{}", path.line);
    }
    let again = recommend(&graph, &profile, &little);
    assert_eq!(careerpath::render::json(&given_up), careerpath::render::json(&again));
}

#[test]
fn many_schools_for_one_award_are_answered_or_refused() {
    let technician = "health-information-technician";
    let some = with_schools(60);
    let report = recommend(&some, &person(&some, &[technician]), &Settings::default());
    assert!(report.unsettled.is_empty() && report.destinations[0].pathways_in_all > 60);
    let many = with_schools(1_500);
    let report = recommend(&many, &person(&many, &[technician]), &Settings::default());
    assert!(report.destinations.is_empty() && report.blocked.is_empty());
    assert_eq!(report.unsettled[0].role, technician);
    let text = careerpath::render::text(&report, false);
    assert!(text.contains("Not settled"), "{text}");
}
