//! What a map says in its language.

use crate::report::{Map, Point, PointKind};
use crate::words::Language;

pub fn title(map: &Map) -> String {
    match &map.region {
        Some(region) => map.language.say("map-for", [("region", region.as_str().into())]),
        None => map.language.word("map-title"),
    }
}

/// How much there is on it, and how it is read.
pub fn about(map: &Map) -> String {
    let count = |kind: PointKind| map.points.iter().filter(|point| point.kind == kind).count();
    let layers = super::layers(map).len();
    let filled = [
        ("roles", count(PointKind::Role).into()),
        ("credentials", count(PointKind::Credential).into()),
        ("programs", count(PointKind::Program).into()),
        ("layers", layers.into()),
    ];
    map.language.say("map-desc", filled)
}

/// How many steps lie before a layer.
pub fn layer(language: Language, layer: Option<u32>) -> String {
    layer.map_or_else(|| language.word("map-nowhere"), |n| language.say("map-layer", [("n", n.into())]))
}

pub fn kind(language: Language, kind: PointKind) -> String {
    language.word(&format!("map-kind-{}", kind.word()))
}

/// What stands under a title: its kind, and where the person stands.
pub fn under(language: Language, point: &Point) -> String {
    let kind = kind(language, point.kind);
    match point.state {
        Some(state) => format!("{kind}, {}", language.word(&format!("map-state-{}", state.word()))),
        None => kind,
    }
}

/// The id of a point's entry on a page.
pub fn id(key: &str) -> String {
    key.replace(':', "-")
}
