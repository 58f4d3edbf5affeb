//! The shipped graphs are sound, complete and tell where every figure is from.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use careerpath::graph::{Graph, Node, Requirement, RoleIx, SHIPPED};
use careerpath::provenance::Amount;

fn shipped() -> Vec<Graph> {
    SHIPPED.iter().map(|shipped| Graph::load(&shipped.texts()).unwrap_or_else(|f| panic!("{f:?}"))).collect()
}

fn us() -> Graph {
    Graph::shipped("us-him").unwrap().unwrap()
}

#[test]
fn the_embedded_graphs_are_the_files_in_the_folder() {
    for shipped in SHIPPED {
        for (name, content) in shipped.files {
            let path = Path::new("graphs").join(shipped.id).join(name);
            assert_eq!(std::fs::read_to_string(&path).unwrap(), *content, "{}", path.display());
        }
    }
}

#[test]
fn the_united_states_graph_has_the_breadth_it_promises() {
    let graph = us();
    assert!(graph.roles.iter().filter(|role| role.listed).count() >= 24);
    assert!(graph.credentials.len() >= 16);
    assert!(graph.skills.len() >= 25);
    let regions: Vec<&str> = graph.regions.all().map(|(_, region)| region.id.as_str()).collect();
    let states = regions.iter().filter(|id| id.len() == 5).count();
    let areas = graph.regions.all().filter(|(_, r)| r.id.len() > 5 && r.figures.is_none()).count();
    assert_eq!((states, areas), (54, 528));
    assert_eq!(graph.regions.find("Inland Empire"), graph.regions.find("US-CA-40140"));
}

#[test]
fn every_occupation_of_a_role_has_national_pay() {
    let graph = us();
    for role in &graph.roles {
        let (national, _) = graph.regions.all().next().unwrap();
        assert!(graph.pay.get(role.occupation, national).is_some(), "{}", role.names.id);
    }
}

#[test]
fn every_source_is_cited() {
    for graph in shipped() {
        let shipped = SHIPPED.iter().find(|shipped| shipped.id == graph.id).unwrap();
        let plain = shipped.files.iter().filter(|(name, _)| *name != "sources.json");
        let unpacked = shipped.packed.iter().map(|(_, bytes)| {
            let mut text = String::new();
            flate2::read::GzDecoder::new(*bytes).read_to_string(&mut text).unwrap();
            text
        });
        let texts: Vec<String> = plain.map(|(_, text)| (*text).to_owned()).chain(unpacked).collect();
        let used: BTreeSet<&str> = texts
            .iter()
            .flat_map(|text| {
                graph.sources.iter().map(|s| s.id.as_str()).filter(|id| {
                    text.contains(&format!("\"{id}\""))
                        || text.contains(&format!(",{id},"))
                        || text.contains(&format!(",{id}\n"))
                })
            })
            .collect();
        let idle: Vec<&str> =
            graph.sources.iter().map(|s| s.id.as_str()).filter(|id| !used.contains(id)).collect();
        assert!(idle.is_empty(), "{}: {idle:?}", graph.id);
    }
}

#[test]
fn every_fact_is_carried_by_something_that_exists() {
    for graph in shipped() {
        let mut known: BTreeSet<&str> = graph.nodes().map(|node| graph.names(node).id.as_str()).collect();
        known.extend(graph.awards.iter().map(|award| award.names.id.as_str()));
        for fact in &graph.facts {
            for id in &fact.carried_by {
                assert!(known.contains(id.as_str()), "{} {}: {id}", fact.subject, fact.measure);
            }
            assert!(
                fact.figure.is_some() || !fact.carried_by.is_empty(),
                "{} {}",
                fact.subject,
                fact.measure
            );
        }
    }
}

#[test]
fn tuition_for_the_nation_is_the_median_over_schools_of_the_states() {
    let graph = us();
    let (national, _) = graph.regions.all().next().unwrap();
    let text = SHIPPED[1].files.iter().find(|(name, _)| *name == "tuition.csv").unwrap().1;
    for ((sector, _), row) in graph.tuition.iter().filter(|((_, region), _)| *region == national) {
        let mut states: Vec<(f64, u64)> = text
            .lines()
            .map(|line| line.split(',').collect::<Vec<_>>())
            .filter(|cells| cells[1] == sector && cells[0].len() == 5)
            .map(|cells| (cells[5].parse().unwrap(), cells[6].parse().unwrap()))
            .collect();
        states.sort_by(|a, b| a.0.total_cmp(&b.0));
        let schools: u64 = states.iter().map(|(_, count)| count).sum();
        let mut passed = 0;
        let middle = states.iter().find(|(_, count)| {
            passed += count;
            passed * 2 >= schools
        });
        assert_eq!(middle.map(|(amount, _)| *amount), row.per_year, "{sector}");
    }
}

#[test]
fn credentials_and_programs_cost_something_or_say_that_it_is_not_known() {
    for graph in shipped() {
        for node in graph.nodes() {
            if let Node::Credential(ix) = node {
                let credential = &graph.credentials[ix.at()];
                assert!(!credential.fees.is_empty(), "{}", credential.names.id);
                for fee in &credential.fees {
                    let free = matches!(fee.amount.value, Amount::Known { value, .. } if value == 0.0);
                    assert!(!free || fee.what.contains("removal"), "{}", credential.names.id);
                }
            }
        }
    }
}

/// Every row of the founding documents' facts is in a graph, with its source, region and value.
#[test]
fn the_founding_facts_are_all_there() {
    let path = Path::new("../shared/data/seed_facts.csv");
    if !path.is_file() {
        println!("skipped: {} is not here", path.display());
        return;
    }
    let graphs = shipped();
    let mut rows = 0;
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row = row.unwrap();
        let (seed, subject, measure, value) = (&row[0], &row[2], &row[3], &row[4]);
        let region = if &row[1] == "US-CA-inland-empire" { "US-CA-40140" } else { &row[1] };
        let found =
            graphs.iter().flat_map(|g| g.facts.iter().map(move |fact| (g, fact))).any(|(graph, fact)| {
                let same = fact.subject == subject && fact.measure == measure && fact.region == region;
                let cited = graph.source(fact.source).id == seed && !fact.period.is_empty();
                let told = match (&fact.figure, value.parse::<f64>()) {
                    (Some((figure, _)), Ok(number)) => figure.known() == Some(number),
                    (Some((figure, _)), Err(_)) => value == "N/A" && figure.known().is_none(),
                    (None, _) => fact.says.is_some(),
                };
                same && cited && told
            });
        assert!(found, "{subject}: {measure} = {value}");
        rows += 1;
    }
    assert!(rows > 60);
}

#[test]
fn months_in_a_role_itself_count_for_entering_it_wherever_months_are_asked() {
    let mut asked = 0;
    for graph in shipped() {
        for (at, role) in (0..).map(RoleIx).zip(&graph.roles) {
            role.entry.value.leaves(&mut |leaf| {
                if let Requirement::Months { roles, .. } = leaf {
                    asked += 1;
                    assert!(roles.contains(&at), "{}", role.names.id);
                }
            });
        }
    }
    assert!(asked > 30, "{asked}");
}
