//! The map of a graph: drawn as SVG and as a page; for other programs as Graphviz, Mermaid, `GraphML`, and its edges as CSV.

mod csv;
mod dot;
mod graphml;
mod html;
mod layout;
mod mermaid;
mod svg;
mod words;

pub use self::csv::map_csv;
pub use self::dot::map_dot;
pub use self::graphml::map_graphml;
pub use self::html::{MAP_SCRIPT, MAP_STYLE, map_html};
pub use self::mermaid::map_mermaid;
pub use self::svg::map_svg;

use crate::report::{Map, Point};

/// The points of each layer, from the first; those that nothing leads to come last.
fn layers(map: &Map) -> Vec<Vec<&Point>> {
    let mut layers: Vec<Vec<&Point>> = Vec::new();
    let mut last = None;
    for point in &map.points {
        if layers.is_empty() || last != Some(point.layer) {
            layers.push(Vec::new());
            last = Some(point.layer);
        }
        if let Some(layer) = layers.last_mut() {
            layer.push(point);
        }
    }
    layers
}
