//! One row an edge, for spreadsheets.

use std::collections::BTreeMap;

use crate::report::{Map, Point};

/// Writes every edge as a row of CSV under a header, with the title and state of both ends; states are empty where the map
/// is about nobody.
#[must_use]
pub fn map_csv(map: &Map) -> String {
    let points: BTreeMap<&str, &Point> = map.points.iter().map(|point| (point.key.as_str(), point)).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = ["from", "from_title", "from_state", "why", "to", "to_title", "to_state", "chosen"];
    writer.write_record(header).expect("writing to memory");
    for edge in &map.edges {
        let told = |key: &str| {
            let point = points.get(key).copied();
            let state = point.and_then(|point| point.state).map_or("", |state| state.word());
            (point.map_or(String::new(), |point| point.title.clone()), state)
        };
        let ((from, from_state), (to, to_state)) = (told(&edge.from), told(&edge.to));
        let chosen = if edge.chosen { "true" } else { "false" };
        let row = [&edge.from, &from, from_state, edge.why, &edge.to, &to, to_state, chosen];
        writer.write_record(row).expect("writing to memory");
    }
    String::from_utf8(writer.into_inner().expect("writing to memory")).expect("written from text")
}
