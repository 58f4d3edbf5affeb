//! Schools: where programs are taught, and at what price.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use careerpath::document::Text;
use careerpath::graph::{Delivery, Graph, How, ProgramIx, SHIPPED, StudyFrom, Taught, Tuition};
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend};

use crate::program::careerpath;

type Row = BTreeMap<String, String>;

fn us() -> Graph {
    Graph::shipped("us-him").unwrap().unwrap()
}

fn program(graph: &Graph, id: &str) -> ProgramIx {
    let at = graph.programs.iter().position(|program| program.names.id == id).unwrap();
    ProgramIx(u32::try_from(at).unwrap())
}

/// A shipped table, packed or plain, row by row.
fn table(name: &str) -> Vec<Row> {
    let shipped = SHIPPED.iter().find(|shipped| shipped.id == "us-him").unwrap();
    let (_, bytes) = shipped.packed.iter().find(|(known, _)| *known == name).unwrap();
    rows(flate2::read::GzDecoder::new(*bytes))
}

fn rows(from: impl std::io::Read) -> Vec<Row> {
    csv::Reader::from_reader(from).deserialize().map(Result::unwrap).collect()
}

fn number(row: &Row, key: &str) -> Option<f64> {
    row[key].parse().ok()
}

/// The raw files, where they are.
fn raw() -> Option<&'static Path> {
    let folder = Path::new("../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the raw files of schools are not here");
    None
}

#[test]
fn the_tables_of_schools_are_what_the_raw_files_give() {
    let Some(raw) = raw() else { return };
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir("graphs/us-him").unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let made = ["schools.csv.gz", "offerings.csv.gz", "centres.csv.gz"];
    for name in made {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    let graph = folder.path().to_str().unwrap();
    let (code, _, told) = careerpath(&["data", "schools", "--raw", raw.to_str().unwrap(), "--graph", graph]);
    assert_eq!(code, Some(0), "{told}");
    for name in made {
        let ours = fs::read(Path::new("graphs/us-him").join(name)).unwrap();
        assert!(fs::read(folder.path().join(name)).unwrap() == ours, "{name} is made otherwise");
    }
}

#[test]
fn price_and_place_of_drawn_schools_are_those_of_the_raw_file() {
    let Some(raw) = raw() else { return };
    let read = |name: &str| rows(fs::File::open(raw.join(name)).unwrap());
    let by = |rows: Vec<Row>, key: &str| -> BTreeMap<String, Row> {
        rows.into_iter().map(|row| (row[key].clone(), row)).collect()
    };
    let told = by(read("programs/us_him_institutions_2024.csv"), "unitid");
    let counties = by(read("places/counties.csv"), "fips");
    let schools = table("schools.csv.gz");
    let mut drawn = 1usize;
    for _ in 0..20 {
        drawn = (drawn * 48_271) % 2_147_483_647;
        let school = &schools[drawn % schools.len()];
        let raw = &told[&school["school"]];
        for (ours, theirs) in [("name", "name"), ("town", "city"), ("sector", "sector")] {
            assert_eq!(school[ours], raw[theirs], "{school:?}");
        }
        let same = [
            ("latitude", "latitude"),
            ("longitude", "longitude"),
            ("in_state", "tuition_fees_in_state_2023"),
            ("out_of_state", "tuition_fees_out_of_state_2023"),
        ];
        for (ours, theirs) in same {
            assert_eq!(number(school, ours), number(raw, theirs), "{school:?}");
        }
        assert_eq!(school["region"], counties[&raw["county_fips"]]["area"], "{school:?}");
        assert_eq!(raw["closed"], "", "{school:?}");
    }
}

/// The slow rule of section 1: what a year of a program, or all of it, costs somebody in a region, and in which school.
fn slow_price(
    graph: &Graph,
    at: ProgramIx,
    StudyFrom { region, distance_only }: StudyFrom,
    schools: &BTreeMap<String, Row>,
    taught: &[Row],
) -> Option<(f64, bool)> {
    let program = &graph.programs[at.at()];
    let Tuition::Sector { years, .. } = &program.tuition else { return None };
    let ids = |id: &str| id.split('-').map(str::to_owned).collect::<Vec<String>>();
    let own = ids(&graph.regions.get(region).id);
    let is_graduate =
        ["postbacc-him-public", "ms-him-public", "ms-informatics-public", "phd-informatics-public"]
            .contains(&program.names.id.as_str());
    let way = if is_graduate { "graduate" } else { "undergraduate" };
    let mut best: Option<(f64, u32, f64, bool, bool)> = None;
    let mut is_usual_near = false;
    for row in taught.iter().filter(|row| row["program"] == program.names.id && row["prices"] != "no") {
        let school = &schools[&row["school"]];
        let there = ids(&school["region"]);
        let is_area = own.iter().zip(&there).all(|(one, other)| one == other) && own.len() <= there.len()
            || own.len() == 3 && there.len() == 3 && own[2] == there[2];
        let is_home = own.len() == 1 || own[1] == there[1];
        let yearly = number(school, if is_home { "in_state" } else { "out_of_state" });
        let ratio = if is_graduate {
            number(school, "graduate_ratio")
        } else {
            number(school, "district").filter(|_| is_area && is_home)
        };
        let ratio = ratio.unwrap_or(1.0);
        let price =
            number(row, "total").map(|total| (total, true)).or(yearly.map(|yearly| (yearly * ratio, false)));
        let price = price.filter(|_| row["prices"] == "yes");
        if distance_only && school[way] == "campus" {
            continue;
        }
        let is_some = school[way] == "some" && is_home && (!is_area || distance_only);
        if is_some || is_area && price.is_none() {
            is_usual_near = true;
        }
        let Some((amount, is_whole)) = price else { continue };
        if (!is_area || distance_only) && school[way] != "distance" {
            continue;
        }
        let whole = if is_whole { amount } else { amount * years };
        let awards: u32 = row["awards"].parse().unwrap();
        if best.is_none_or(|(known, most, ..)| whole < known || whole <= known && awards > most) {
            best = Some((whole, awards, amount, is_whole, is_area));
        }
    }
    let (_, _, amount, is_whole, is_area) = best?;
    let usual = graph.tuition_for(program, region).and_then(|(_, row)| row.per_year);
    let is_dearer = is_whole || usual.is_some_and(|usual| usual <= amount);
    (is_area || !is_usual_near || !is_dearer).then_some((amount, is_whole))
}

#[test]
fn law_the_school_that_prices_a_step_is_the_cheapest_reached() {
    let graph = us();
    let schools: BTreeMap<String, Row> =
        table("schools.csv.gz").into_iter().map(|row| (row["school"].clone(), row)).collect();
    let taught = table("offerings.csv.gz");
    let (mut priced, mut usual, mut other) = (0, 0, 0);
    for (region, known) in graph.regions.all().filter(|(region, _)| region.0 % 5 == 0) {
        for at in (0..).map(ProgramIx).take(graph.programs.len()) {
            let [ours, afar] = [false, true].map(|distance_only| {
                let from = StudyFrom { region, distance_only };
                let slow = slow_price(&graph, at, from, &schools, &taught);
                let ours = graph.school_price(at, from).map(|price| (price.amount, price.is_whole));
                assert_eq!(ours, slow, "{} in {}, {from:?}", graph.programs[at.at()].names.id, known.id);
                ours
            });
            *(if ours.is_some() { &mut priced } else { &mut usual }) += 1;
            other += usize::from(ours != afar);
        }
    }
    assert!(priced > 500 && usual > 500, "{priced} priced by a school, {usual} as usual");
    assert!(other > 100, "{other} priced otherwise at a distance alone");
}

#[test]
fn a_program_tells_where_it_is_taught_and_at_what_price() {
    let graph = us();
    let inland = graph.find_place("Inland Empire").unwrap();
    let coding = graph.study(program(&graph, "coding-certificate-public"), inland).unwrap();
    let first = &coding.told[0];
    assert_eq!(graph.school_of(first.offering).name, "San Bernardino Valley College");
    assert!(first.prices && first.how == How::Area, "{first:?}");
    assert_eq!(first.price.unwrap().amount.to_string(), "1185");

    // no associate of the field within the area: said, with the nearest and their miles
    let associate = graph.study(program(&graph, "as-him-public"), inland).unwrap();
    assert_eq!(associate.in_area, 0);
    let told: Vec<(&str, Option<f64>)> =
        associate.told.iter().map(|one| (graph.school_of(one.offering).name.as_str(), one.miles)).collect();
    for name in ["Saddleback College", "Cypress College", "East Los Angeles College"] {
        assert!(told.iter().any(|(known, miles)| *known == name && miles.is_some()), "{name}: {told:?}");
    }

    // a college of two years publishes no price of the upper years of its bachelor's
    let san_diego = graph.find_place("San Diego, CA").unwrap();
    let bachelor = graph.study(program(&graph, "bs-him-completion"), san_diego).unwrap();
    let mesa =
        bachelor.told.iter().find(|one| graph.school_of(one.offering).name == "San Diego Mesa College");
    assert!(mesa.is_some_and(|mesa| mesa.price.is_none() && !mesa.prices), "{bachelor:?}");

    // a school that closed after the year of the data is not told
    assert!(
        table("schools.csv.gz").iter().all(|school| school["name"] != "Eastern Gateway Community College")
    );
}

#[test]
fn what_is_taught_on_a_campus_alone_is_open_where_a_school_of_the_area_teaches_it() {
    let graph = us();
    let assisting = program(&graph, "medical-assisting-public");
    let (mut with, mut without) = (0, 0);
    for (region, _) in graph.regions.all() {
        let in_area = graph.study(assisting, region).unwrap().in_area;
        assert_eq!(graph.taught_near(region).contains(&assisting), in_area > 0);
        *(if in_area > 0 { &mut with } else { &mut without }) += 1;
    }
    assert!(with > 300 && without > 20, "{with} with, {without} without");
}

#[test]
fn whoever_studies_at_a_distance_alone_is_told_of_no_campus() {
    let graph = us();
    let inland = graph.find_place("Inland Empire").unwrap();
    let from = StudyFrom { region: inland, distance_only: true };
    let coding = graph.study(program(&graph, "coding-certificate-public"), from).unwrap();
    assert!(
        !coding.told.is_empty() && coding.told.iter().all(|one| one.taught != Taught::Campus),
        "{coding:?}"
    );

    let person = |more: serde_json::Value| {
        let mut written = serde_json::json!({"region": "Inland Empire", "education": "high_school",
            "study_hours_per_week": 15, "budget_usd": 20000, "may_stop_working": true});
        written.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let text = Text { name: "person".to_owned(), bytes: written.to_string().into_bytes() };
        Profile::check(&text, &graph).unwrap()
    };
    let campus = |profile: &Profile| -> bool {
        let settings = Settings { top: 60, ..Settings::default() };
        let report = recommend(&graph, profile, &settings);
        let paths = report.destinations.iter().flat_map(|found| &found.pathways);
        let steps: BTreeSet<&str> =
            paths.flat_map(|path| &path.timeline).map(|step| step.node.as_str()).collect();
        graph
            .programs
            .iter()
            .any(|program| program.delivery == Delivery::Campus && steps.contains(program.names.id.as_str()))
    };
    assert!(campus(&person(serde_json::json!({}))));
    assert!(!campus(&person(serde_json::json!({"distance_only": true}))));
    // moving for a campus says nothing then
    assert!(!campus(&person(serde_json::json!({"distance_only": true, "may_move": true}))));
}

/// What a run that answers prints.
fn printed(arguments: &[&str]) -> String {
    let (code, told, _) = careerpath(arguments);
    assert_eq!(code, Some(0), "{arguments:?}");
    told
}

#[test]
fn schools_are_found_by_name_place_and_field() {
    let near =
        printed(&["schools", "--near", "San Bernardino, CA", "--field", "coding certificate", "--top", "3"]);
    insta::assert_snapshot!("schools_near", near);
    let named = printed(&["schools", "great falls college"]);
    assert!(named.contains("Great Falls, MT") && named.contains("AS HIM"), "{named}");
    // from an area outside any metropolis no miles are told, and the state's schools come first
    let rural = printed(&["schools", "--near", "Havre, MT", "--field", "as-him", "--top", "2"]);
    assert!(!rural.contains("miles") && rural.contains(", MT"), "{rural}");
    let halifax = printed(&["schools", "--near", "Halifax, NS"]);
    for name in [
        "Nova Scotia Community College",
        "Centre for Distance Education",
        "CHA Learning",
        "Dalhousie University",
    ] {
        assert!(halifax.contains(name), "{halifax}");
    }
    for (arguments, about) in [
        (["schools", "--near", "Qwxyland"], "no region has the id `Qwxyland`"),
        (["schools", "--field", "zither"], "no program has the id `zither`"),
    ] {
        let (code, _, told) = careerpath(&arguments);
        assert_eq!(code, Some(2));
        assert!(told.contains(about), "{told}");
    }
    assert_eq!(careerpath(&["schools", "no school is called this"]).0, Some(1));
}
