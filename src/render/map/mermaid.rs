//! Mermaid, as many pages and notes draw it.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::words::under;
use crate::report::{Map, State};

/// So many edges or more are not drawn unless that is asked for.
const MOST_EDGES: usize = 500;

/// Writes a map as a Mermaid flowchart: what is held or open is a subroutine box, what can be reached has round corners, what
/// is closed is a hexagon; the chosen pathway has a class of its own.
#[must_use]
pub fn map_mermaid(map: &Map) -> String {
    let names: BTreeMap<&str, String> =
        map.points.iter().zip(0..).map(|(point, at)| (point.key.as_str(), format!("n{at}"))).collect();
    let name = |key: &str| names.get(key).map_or("n", String::as_str);
    let mut out = String::from("flowchart LR\n");
    if map.edges.len() >= MOST_EDGES {
        let _ =
            writeln!(out, "  %% {} edges: set maxEdges and maxTextSize where this is drawn", map.edges.len());
    }
    for point in &map.points {
        let (open, close) = match point.state {
            Some(State::Held | State::Open) => ("[[", "]]"),
            Some(State::Reachable) => ("(", ")"),
            Some(State::Blocked) => ("{{", "}}"),
            Some(State::Aside | State::Unsettled) | None => ("[", "]"),
        };
        let label = format!("{}<br>{}", escaped(&point.title), under(map.language, point));
        let class = if point.chosen { ":::chosen" } else { "" };
        let _ = writeln!(out, "  {}{open}\"{label}\"{close}{class}", name(&point.key));
    }
    for edge in &map.edges {
        let arrow = match (edge.chosen, edge.why) {
            (true, _) => "==>",
            (false, "holds" | "months") => "-->",
            (false, _) => "-.->",
        };
        let _ = writeln!(out, "  {} {arrow} {}", name(&edge.from), name(&edge.to));
    }
    out.push_str("  classDef chosen stroke-width:4px\n");
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
