//! Places as people write them.

use careerpath::graph::{Graph, SHIPPED};

/// The ids of the regions that a name is read as in a graph.
fn read(graph: &Graph, name: &str) -> Vec<String> {
    graph.read_place(name).regions().into_iter().map(|region| graph.regions.get(region).id.clone()).collect()
}

#[test]
fn places_are_read_or_asked_about_and_none_is_read_wrongly() {
    let graphs: Vec<Graph> = SHIPPED.iter().map(|one| Graph::load(&one.texts()).unwrap()).collect();
    let mut wrong = Vec::new();
    for line in std::fs::read_to_string("tests/cases/places.tsv").unwrap().lines() {
        let (name, right) = line.split_once('\t').unwrap();
        let ids: Vec<String> = graphs.iter().flat_map(|graph| read(graph, name)).collect();
        let is_right = match right {
            "asked" => ids.len() > 1,
            "unknown" => ids.is_empty(),
            one => !ids.is_empty() && ids.iter().all(|id| one.split('|').any(|right| right == id)),
        };
        if !is_right {
            wrong.push(format!("{name}: {ids:?}, right: {right}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
