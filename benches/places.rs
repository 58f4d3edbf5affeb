//! Time of reading a place as people write it, beside a look through all names, and what the tables of schools cost: when a
//! graph is read, when schools are first asked for, and in an answer; as ratios in one run.
//!
//! `cargo bench --bench places` prints a row each; `-- --test` runs each once without repeating.

mod median;

use std::hint::black_box;
use std::time::{Duration, Instant};

use careerpath::document::Text;
use careerpath::graph::{Graph, PlaceMatch, ProgramIx, SCHOOL_TABLES, SHIPPED};
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend};
use median::{median, middle};

/// Places as people write them.
const WRITTEN: [&str; 16] = [
    "San Bernardino, CA",
    "92401",
    "Inland Empire",
    "Greater Tampa Bay Area",
    "Portland, Oregon Metropolitan Area",
    "DFW",
    "NYC",
    "Washington, D.C.",
    "Cook County, Illinois",
    "Albuquerque-Santa Fe",
    "Havre, MT",
    "rural Montana",
    "Saint Paul, Minnesota, United States",
    "Fort Bragg",
    "Gary, IN",
    "Atlantis",
];

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn main() {
    let times = if std::env::args().any(|flag| flag == "--test") { 1 } else { 31 };
    let texts = SHIPPED.iter().find(|shipped| shipped.id == "us-him").expect("it ships").texts();
    let is_of_schools = |text: &Text| SCHOOL_TABLES.iter().any(|table| text.name.contains(table));
    let bare: Vec<Text> = texts.iter().filter(|text| !is_of_schools(text)).cloned().collect();
    assert!(bare.len() + 2 < texts.len(), "the tables of schools are among its files");
    let (graph, plain) = (Graph::load(&texts).expect("it is sound"), Graph::load(&bare).expect("it is too"));

    // the tables of places are unpacked once, with the first
    black_box(graph.read_place(WRITTEN[0]));
    let read = median(times, || {
        WRITTEN.iter().filter(|place| graph.read_place(black_box(place)) != PlaceMatch::Unknown).count()
    });
    let look = median(times, || {
        let has = |place: &str| graph.regions.all().any(|(_, region)| region.title.to_lowercase() == place);
        WRITTEN.iter().filter(|place| has(&black_box(place).to_lowercase())).count()
    });
    let loads = [&texts, &bare].map(|texts| median(times, || Graph::load(black_box(texts)).is_ok()));
    let inland = graph.regions.find("Inland Empire").expect("it is there");
    let programs = || (0..).map(ProgramIx).take(graph.programs.len());
    let asked = middle(times, || {
        let fresh = Graph::load(&texts).expect("it is sound");
        let start = Instant::now();
        black_box(programs().filter_map(|program| fresh.school_price(program, inland)).count());
        start.elapsed()
    });
    let person = Text {
        name: "person".to_owned(),
        bytes: br#"{"region": "Inland Empire", "education": "high_school", "study_hours_per_week": 15}"#
            .to_vec(),
    };
    let answers = [&graph, &plain].map(|graph| {
        let profile = Profile::check(&person, graph).expect("it is a profile");
        black_box(recommend(graph, &profile, &Settings::default()));
        median(times, || recommend(graph, black_box(&profile), &Settings::default()).destinations.len())
    });
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let each = |time: Duration| time.as_secs_f64() * 1e6 / 16.0;
    println!("a place as people write it                      {:>9.2} µs", each(read));
    println!("a look through the names of all regions         {:>9.2} µs", each(look));
    println!("us-him read and checked                         {:>9.2} ms", ms(loads[0]));
    println!("the same without its schools                    {:>9.2} ms", ms(loads[1]));
    println!("schools unpacked, those of one area worked out  {:>9.2} ms", ms(asked));
    println!("a report                                        {:>9.2} ms", ms(answers[0]));
    println!("a report without schools                        {:>9.2} ms", ms(answers[1]));
}
