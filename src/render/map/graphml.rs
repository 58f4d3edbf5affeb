//! `GraphML`, which most programs for graphs read.

use std::fmt::Write;

use super::super::chart::escaped;
use crate::report::Map;

/// Writes a map as `GraphML` with title, kind, layer, state and what is chosen as attributes.
#[must_use]
pub fn map_graphml(map: &Map) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (of, name, kind) in [
        ("node", "title", "string"),
        ("node", "kind", "string"),
        ("node", "layer", "int"),
        ("node", "state", "string"),
        ("node", "chosen", "boolean"),
        ("edge", "why", "string"),
        ("edge", "on_way", "boolean"),
    ] {
        let _ =
            writeln!(out, "  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
    }
    let _ = writeln!(out, "  <graph id=\"{}\" edgedefault=\"directed\">", escaped(&map.graph.id));
    for point in &map.points {
        let _ = writeln!(out, "    <node id=\"{}\">", escaped(&point.key));
        let layer = point.layer.map(|layer| layer.to_string());
        let state = point.state.map(|state| state.word().to_owned());
        let attributes = [
            ("title", Some(point.title.clone())),
            ("kind", Some(point.kind.word().to_owned())),
            ("layer", layer),
            ("state", state),
            ("chosen", Some(point.chosen.to_string())),
        ];
        for (name, value) in attributes {
            if let Some(value) = value {
                let _ = writeln!(out, "      <data key=\"{name}\">{}</data>", escaped(&value));
            }
        }
        out.push_str("    </node>\n");
    }
    for edge in &map.edges {
        let (from, to) = (escaped(&edge.from), escaped(&edge.to));
        let _ = writeln!(
            out,
            "    <edge source=\"{from}\" target=\"{to}\"><data key=\"why\">{}</data><data key=\"on_way\">{}</data></edge>",
            edge.why, edge.chosen
        );
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}
