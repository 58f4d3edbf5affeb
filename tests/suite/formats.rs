//! What each format writes, as it was last looked at: `INSTA_UPDATE=always cargo test formats` writes it anew.

use careerpath::document::Text;
use careerpath::graph::Graph;
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, compare, explain, map, map_for, recommend};
use careerpath::render::{self, Look};
use careerpath::search::Fresh;
use careerpath::words::Language;

fn person(name: &str) -> (Graph, Profile) {
    let graph = Graph::shipped("ca-ns-him").unwrap().unwrap();
    let bytes = std::fs::read(format!("profiles/{name}.json")).unwrap();
    let profile = Profile::check(&Text { name: "p.json".into(), bytes }, &graph).unwrap();
    (graph, profile)
}

/// Compares with what was kept; the graph's digest changes with every figure and is left out.
fn same(graph: &Graph, name: &str, written: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, written.replace(&graph.digest, "DIGEST")));
}

#[test]
fn a_report_in_every_format() {
    let (graph, profile) = person("records-clerk-halifax");
    let settings = Settings { top: 2, ..Settings::default() };
    let report = recommend(&graph, &profile, &settings);
    same(&graph, "report.txt", &render::text(&report, Look::default()));
    same(&graph, "report-60.txt", &render::text(&report, Look::of(60, false)));
    same(&graph, "report-bold.txt", &render::text(&report, Look::of(80, true)));
    same(&graph, "report.md", &render::markdown(&report));
    same(&graph, "report.json", &render::json(&report));
    same(&graph, "report.csv", &render::csv(&report));
    same(&graph, "report.html", &render::page(&report));
    same(&graph, "ranking-screen.txt", &render::ranking_screen(&report, Look::default()));
    let first = &report.destinations[0];
    same(&graph, "destination-screen.txt", &render::destination_screen(&report, first, Look::default()));
    for language in [Language::Fr, Language::Es] {
        let report = recommend(&graph, &profile, &Settings { language, ..settings.clone() });
        same(&graph, &format!("report-{language}.txt"), &render::text(&report, Look::default()));
        same(
            &graph,
            &format!("ranking-screen-{language}.txt"),
            &render::ranking_screen(&report, Look::default()),
        );
    }
}

#[test]
fn an_explanation_in_every_format() {
    let (graph, profile) = person("him-practitioner-cape-breton");
    for (name, role) in [("explained", "him-supervisor"), ("explained-closed", "informatics-specialist")] {
        let role = graph.role(role).unwrap();
        let told = explain(&graph, &profile, &Settings::default(), role, None).unwrap();
        same(&graph, &format!("{name}.txt"), &render::explanation_text(&told, Look::default()));
        same(&graph, &format!("{name}.md"), &render::explanation_markdown(&told));
        same(&graph, &format!("{name}.html"), &render::explanation_page(&told));
        same(&graph, &format!("{name}.json"), &render::json(&told));
    }
}

#[test]
fn a_comparison_and_a_map_in_every_format() {
    let (graph, profile) = person("records-clerk-halifax");
    let roles = ["him-supervisor", "records-technician"].map(|role| graph.role(role).unwrap());
    let both = compare(&Fresh, &graph, &profile, &Settings::default(), &roles);
    same(&graph, "compared.txt", &render::comparison_text(&both, Look::default()));
    same(&graph, "compared.json", &render::json(&both));
    let about_nobody = map(&graph, Language::En);
    same(&graph, "map.csv", &render::map_csv(&about_nobody));
    let drawn = map_for(&Fresh, &graph, &profile, &Settings::default());
    same(&graph, "map.dot", &render::map_dot(&drawn));
    same(&graph, "map.mermaid", &render::map_mermaid(&drawn));
    same(&graph, "map.graphml", &render::map_graphml(&drawn));
    same(&graph, "map.svg", &render::map_svg(&drawn));
    same(&graph, "map.html", &render::map_html(&drawn));
}

#[test]
fn the_documents_show_a_destination_as_it_is_drawn() {
    let (graph, profile) = person("records-clerk-halifax");
    let settings = Settings { top: 2, ..Settings::default() };
    let report = recommend(&graph, &profile, &settings);
    let drawn = render::destination_screen(&report, &report.destinations[0], Look::default());
    let shown = drawn.split("\n\nWhat else is known").next().unwrap();
    assert!(std::fs::read_to_string("docs/questions.md").unwrap().contains(shown), "{shown}");
}

/// The first screens of some people, with what they are told where there is less room and more.
#[test]
fn a_first_screen_fits_a_terminal_of_any_width() {
    let people = [
        "school-leaver-inland-empire",
        "medical-assistant-tight-budget",
        "technician-to-rhia-director",
        "transcriptionist-displaced",
        "office-coder-to-auditor",
        "him-practitioner-cape-breton",
    ];
    for name in people {
        let id = if name.ends_with("breton") { "ca-ns-him" } else { "us-him" };
        let graph = Graph::shipped(id).unwrap().unwrap();
        let bytes = std::fs::read(format!("profiles/{name}.json")).unwrap();
        let profile = Profile::check(&Text { name: "p.json".into(), bytes }, &graph).unwrap();
        for language in [Language::En, Language::Fr, Language::Es] {
            let today = careerpath::units::CalendarMonth::parse("2026-11").unwrap();
            let settings = Settings { top: 8, language, today, ..Settings::default() };
            let report = recommend(&graph, &profile, &settings);
            for width in [60, 80, 120] {
                let screen = render::first_screen(&report, Look::of(width, false));
                assert!(screen.lines().count() <= 24, "{name} {language} {width}\n{screen}");
                let wide = screen.lines().find(|line| line.chars().count() > width);
                assert!(wide.is_none(), "{name} {language} {width}\n{screen}");
                // the best destination, what it costs, and what comes of changing nothing are there
                let first = &report.destinations[0];
                let gain = first.pathways[0].expected_gain.unwrap();
                let told = language.money(Some(gain), graph.currency);
                assert!(screen.contains(told.trim_start_matches('-')), "{told}\n{screen}");
                if language == Language::En || width == 80 {
                    same(&graph, &format!("first-{name}-{language}-{width}.txt"), &screen);
                }
            }
        }
    }
}

#[test]
fn a_first_screen_of_somebody_for_whom_nothing_is_open_says_what_to_try() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let bytes =
        br#"{"format": "careerpath.profile/1", "region": "US-MT", "education": "none", "max_months": 1}"#
            .to_vec();
    let profile = Profile::check(&Text { name: "p.json".into(), bytes }, &graph).unwrap();
    let report = recommend(&graph, &profile, &Settings { top: 8, ..Settings::default() });
    assert!(report.destinations.is_empty());
    let screen = render::first_screen(&report, Look::default());
    assert!(screen.contains("--all") && screen.lines().count() <= 24, "{screen}");
}
