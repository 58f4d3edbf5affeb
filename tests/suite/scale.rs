//! Graphs that are too large or too involved: answered, or told as not settled, never left to run.

use careerpath::document::Text;
use careerpath::graph::{Graph, Node, ProgramIx, RoleIx, SHIPPED};
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend};
use careerpath::report::{PathwayReport, Report};
use careerpath::search::{Choices, Limits, Problem, Rules, Size, Stop, search};
use careerpath::wages::PayBook;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::frame::Dice;
use crate::generated::{HARD, Hard, Shape, load, school_leaver};
use crate::world::World;

fn files() -> Vec<Text> {
    SHIPPED.iter().find(|shipped| shipped.id == "us-him").unwrap().texts()
}

fn person(graph: &Graph, targets: &[&str]) -> Profile {
    let written = json!({"region": "Inland Empire", "education": "high_school", "study_hours_per_week": 15,
        "targets": targets});
    crate::frame::profile(graph, &written)
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
        program["completion"] = figure(0.3 + 0.0002 * f64::from(school), "share");
        list.push(program);
    }
    programs.bytes = serde_json::to_vec(&list).unwrap();
    Graph::load(&texts).unwrap_or_else(|findings| panic!("{:?}", findings.first()))
}

#[test]
fn what_is_given_up_is_told_and_what_is_listed_can_be_done_all_the_same() {
    let graph = Graph::load(&files()).unwrap();
    let profile = person(&graph, &["cdi-specialist", "cancer-registrar"]);
    let all = Settings { top: 100, alternatives: 300, ..Settings::default() };
    let whole = recommend(&graph, &profile, &all);
    let wanted = ["cdi-specialist", "cancer-registrar"];
    assert!(whole.unsettled.iter().all(|role| !wanted.contains(&role.role.as_str())));
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
    let found = |report: &Report| report.destinations.iter().any(|found| found.role == technician);
    let given_up = |report: &Report| report.unsettled.iter().any(|role| role.role == technician);
    assert!(found(&report) || given_up(&report));
    let many = with_schools(2_500);
    let report = recommend(&many, &person(&many, &[technician]), &Settings::default());
    assert!(report.destinations.is_empty() && report.blocked.is_empty());
    assert!(given_up(&report));
    let text = careerpath::render::text(&report, careerpath::render::Look::default());
    assert!(text.contains("more than 2000 steps within reach"), "{text}");
}

/// What each tenth role of a hard graph came to, and the most work that one took.
fn tried(hard: &Hard) -> (Vec<(usize, Option<Stop>)>, u64) {
    let graph = load(&hard.shape.files(1));
    let profile = crate::frame::profile(&graph, &school_leaver());
    let most = Size { courses: hard.max_courses, ..Size::MOST };
    let rules = Rules { most, ..Settings::default().rules() };
    let pay = PayBook::of(&graph, &profile);
    let problem = Problem::new(&graph, &profile, &pay, rules, Limits::of(&profile, &rules));
    let step = graph.roles.len().div_ceil(10);
    let targets: Vec<RoleIx> = (0..).map(RoleIx).take(graph.roles.len()).step_by(step).collect();
    let found = search(&problem, &targets);
    let most = found.iter().map(|found| found.effort.sets + found.effort.lists).max().unwrap();
    (found.iter().map(|found| (found.pathways.len(), found.effort.stopped)).collect(), most)
}

#[test]
fn hard_graphs_are_answered_or_given_up_by_a_count() {
    for hard in &HARD {
        let (found, most) = tried(hard);
        // what is begun when the count is full is finished
        assert!(most <= Rules::WORK + 10, "{}: {most}", hard.name);
        let given_up = found.iter().filter(|(_, stopped)| stopped.is_some()).count();
        println!(
            "{}: {} of {} roles settled, at most {most} steps of work",
            hard.name,
            found.len() - given_up,
            found.len()
        );
        match hard.name {
            "6,000 schools" => {
                assert!(found.iter().all(|(_, stopped)| *stopped == Some(Stop::Steps)), "{found:?}");
            }
            "900 roles" => assert!(found.iter().any(|(paths, _)| *paths > 0)),
            _ => assert!(found.iter().all(|(_, stopped)| *stopped != Some(Stop::Steps)), "{found:?}"),
        }
    }
}

/// A small world in which several schools teach each award, some of them the same but for price and completion.
fn schools(seed: u64, choices: &mut Choices) -> World {
    let mut dice = Dice::new(seed);
    let shape = Shape { levels: 2, roles: 1, credentials: 1, programs: 6, places: 1, any: 1, all: 1 };
    let files = shape.files(seed);
    let graph = load(&files);
    let mut written = school_leaver();
    written["may_stop_working"] = json!(dice.one_in(2));
    if dice.one_in(3) {
        written["experience"] = json!([{"role": "r-000-000", "months": dice.below(9), "current": true}]);
    }
    if dice.one_in(3) {
        let program = Node::Program(ProgramIx(u32::try_from(dice.below(6)).unwrap()));
        if dice.one_in(2) { choices.require.push(program) } else { choices.exclude.push(program) }
    }
    let profile = crate::frame::profile(&graph, &written);
    let rules = Rules {
        horizon: 60,
        most: Size { jobs: 1, courses: 3 },
        today: Settings::default().today,
        max_work: u64::MAX,
    };
    World { files, graph, written, profile, rules }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::laws::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_2_among_many_schools_the_search_finds_what_every_list_tried_finds(seed in any::<u64>()) {
        let mut choices = Choices::default();
        let world = schools(seed, &mut choices);
        prop_assert_eq!(crate::laws::differing(&world, &choices), None, "seed {}", seed);
    }
}

#[test]
fn rates_in_another_order_may_round_up_and_are_not_taken_as_equal() {
    // a dearer school whose place in the order of ids makes the product of three rates greater by one bit
    let mut choices = Choices::default();
    let world = schools(4_324_921_220_287_280_510, &mut choices);
    assert_eq!(crate::laws::differing(&world, &choices), None);
}

#[test]
fn a_query_does_not_cost_more_in_a_larger_country() {
    let work = |nodes: u32| {
        let hard = Hard { name: "schools", shape: Shape::of(nodes), max_courses: 5 };
        let (found, most) = tried(&hard);
        assert!(found.iter().any(|(paths, _)| *paths > 0), "{found:?}");
        most
    };
    let (small, large) = (work(1_000), work(10_000));
    assert!(large < 3 * small, "{small} {large}");
}

/// A chain of awards, each taught by a dear school that takes less time and a cheap one that takes more, the price gap halving
/// from one to the next, and many courses that ask for the last: whoever settles what is cheapest one change at a time, in a bad
/// order, changes everything behind it twice as often with every link.
#[test]
fn a_chain_of_schools_with_halving_gaps_is_answered() {
    let links = 24;
    let figure = |value: u32, unit: &str| crate::frame::figure(value, unit);
    let shape = Shape { levels: 1, roles: 1, credentials: 1, programs: 1, places: 1, any: 1, all: 1 };
    let mut files = shape.files(1);
    let award = |at: u32| format!("a-{at:03}");
    let awards: Vec<Value> = (0..=links)
        .map(|at| json!({"id": award(at), "title": award(at), "education": "certificate", "skills": {}}))
        .collect();
    let program = |id: String, gives: u32, asks: Option<u32>, months: u32, cost: u32| {
        let asked = asks.map_or(json!({"all": []}), |asks| json!({"holds": award(asks)}));
        json!({"id": id, "title": id, "provider": "", "awards": [award(gives)],
            "admission": {"requirement": asked, "source": "s", "basis": "assumed", "period": "now"},
            "study_hours": figure(10, "hours"), "min_months": figure(months, "months"),
            "modes": ["full_time", "alongside"], "delivery": "campus", "regions": ["US-0"],
            "tuition": {"total": figure(cost, "usd")}, "completion": crate::frame::figure(0.9, "share")})
    };
    let mut programs = Vec::new();
    for at in 0..links {
        let before = at.checked_sub(1);
        programs.push(program(format!("p-{at:03}-dear"), at, before, 1, 10 + (800_000 >> at).min(900_000)));
        programs.push(program(format!("p-{at:03}-slow"), at, before, 2, 10));
    }
    programs.extend(
        (0..300).map(|at| program(format!("q-{at:03}"), links, Some(links - 1), 1 + at % 9, 10 + at)),
    );
    for (name, content) in [("awards.json", json!(awards)), ("programs.json", json!(programs))] {
        let file = files.iter_mut().find(|file| file.name.ends_with(name)).unwrap();
        file.bytes = content.to_string().into_bytes();
    }
    let graph = load(&files);
    let profile = crate::frame::profile(&graph, &school_leaver());
    let report = recommend(&graph, &profile, &Settings::default());
    assert!(report.unsettled.is_empty() && report.reachable == 1, "{:?}", report.unsettled);
}
