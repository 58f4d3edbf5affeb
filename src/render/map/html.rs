//! The map as a page: the drawing, a search, and everything on it as a list that needs neither a mouse nor a script.

use askama::Template;

use super::super::cells::stamp;
use super::{svg, words};
use crate::report::{Map, Point, PointKind, State};
use crate::words::Language;

/// How a map's page looks.
pub const MAP_STYLE: &str = concat!(include_str!("map.css"), include_str!("page.css"));
/// What a map's page does where scripts run.
pub const MAP_SCRIPT: &str = include_str!("map.js");

/// Writes a map as one self-contained page of HTML: it loads nothing from anywhere.
#[must_use]
pub fn map_html(map: &Map) -> String {
    let page = Page {
        language: map.language,
        title: words::title(map),
        about: words::about(map),
        style: MAP_STYLE,
        script: MAP_SCRIPT,
        drawing: svg::drawing(map, ""),
        legend: legend(map),
        entries: map.points.iter().map(|point| Entry::of(map, point)).collect(),
        found_one: map.language.say("map-found", [("n", 1.into())]),
        found_more: map.language.say("map-found", [("n", 999.into())]),
        graph: stamp(&map.graph, map.language),
    };
    page.render().expect("a page is written to memory")
}

#[derive(Template)]
#[template(path = "map.html")]
struct Page {
    language: Language,
    title: String,
    about: String,
    style: &'static str,
    script: &'static str,
    drawing: String,
    legend: Vec<Sign>,
    entries: Vec<Entry>,
    found_one: String,
    found_more: String,
    graph: String,
}

/// A sign with what it means.
struct Sign {
    drawn: String,
    words: String,
}

/// A point with what it asks for and what it helps towards.
struct Entry {
    id: String,
    key: String,
    title: String,
    under: String,
    layer: String,
    chosen: bool,
    needs: Vec<Link>,
    helps: Vec<Link>,
}

struct Link {
    id: String,
    title: String,
    why: String,
}

impl Entry {
    fn of(map: &Map, point: &Point) -> Self {
        let link = |key: &str, why: &str| {
            let other = map.points.iter().find(|other| other.key == key)?;
            let why = map.language.word(&format!("map-why-{why}"));
            Some(Link { id: words::id(key), title: other.title.clone(), why })
        };
        let from = map.edges.iter().filter(|edge| edge.to == point.key);
        let to = map.edges.iter().filter(|edge| edge.from == point.key);
        Self {
            id: words::id(&point.key),
            key: point.key.clone(),
            title: point.title.clone(),
            under: words::under(map.language, point),
            layer: words::layer(map.language, point.layer),
            chosen: point.chosen,
            needs: from.filter_map(|edge| link(&edge.from, edge.why)).collect(),
            helps: to.filter_map(|edge| link(&edge.to, edge.why)).collect(),
        }
    }
}

/// The signs that occur.
fn legend(map: &Map) -> Vec<Sign> {
    let occurs = |is: &dyn Fn(&Point) -> bool| map.points.iter().any(is);
    let states = State::ALL.into_iter().filter(|state| occurs(&|point| point.state == Some(*state)));
    let kinds = PointKind::ALL.into_iter().filter(|kind| occurs(&|point| point.kind == *kind));
    let states = states.map(|state| {
        let words = map.language.word(&format!("map-state-{}", state.word()));
        Sign { drawn: svg::state_sign(state), words }
    });
    let kinds =
        kinds.map(|kind| Sign { drawn: svg::kind_sign(kind), words: words::kind(map.language, kind) });
    let chosen = occurs(&|point| point.chosen)
        .then(|| Sign { drawn: svg::chosen_sign(), words: map.language.word("map-chosen") });
    states.chain(kinds).chain(chosen).collect()
}
