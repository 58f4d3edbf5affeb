//! Graphviz: `careerpath map --format dot | dot -Tsvg`.

use std::fmt::Write;

use super::layers;
use super::words::under;
use crate::report::{Map, Point, State};

/// Writes a map for Graphviz, a rank for each layer: what is held or open has a double border, what can be reached round
/// corners, what is closed eight corners; the chosen pathway is bold.
#[must_use]
pub fn map_dot(map: &Map) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "digraph {} {{", quoted(&map.graph.id));
    let _ = writeln!(
        out,
        "  rankdir=LR;\n  node [fontname=\"sans-serif\" fontsize=11 shape=box];\n  edge [arrowsize=0.6];"
    );
    for layer in layers(map) {
        out.push_str("  { rank=same;\n");
        for point in layer {
            let label = format!("{}\n{}", point.title, under(map.language, point));
            let _ = writeln!(out, "    {} [label={}{}];", quoted(&point.key), quoted(&label), look(point));
        }
        out.push_str("  }\n");
    }
    for edge in &map.edges {
        let style = match (edge.chosen, edge.why) {
            (true, _) => " penwidth=3",
            (false, "holds" | "months") => "",
            (false, _) => " style=dotted",
        };
        let (from, to) = (quoted(&edge.from), quoted(&edge.to));
        let _ = writeln!(out, "  {from} -> {to} [tooltip={}{style}];", quoted(edge.why));
    }
    out.push_str("}\n");
    out
}

fn look(point: &Point) -> &'static str {
    match (point.state, point.chosen) {
        (Some(State::Held | State::Open), false) => " peripheries=2",
        (Some(State::Held | State::Open), true) => " peripheries=2 penwidth=3",
        (Some(State::Reachable), false) => " style=rounded",
        (Some(State::Reachable), true) => " style=rounded penwidth=3",
        (Some(State::Blocked), _) => " shape=octagon style=dashed",
        (Some(State::Aside | State::Unsettled), _) => " style=dotted",
        (None, _) => "",
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
