//! The map as a drawing.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::super::chart::{escaped, shortened};
use super::layout::{HEAD, HIGH, Layout, WIDE};
use super::words;
use crate::report::{Map, Point, PointKind, State};

/// Letters of a title that fit in a box.
const LETTERS: usize = 31;
/// Letters of what stands under it.
const UNDER: usize = 38;

/// How the drawing looks where it stands by itself; on a page the page says it.
const STYLE: &str = include_str!("map.css");

/// Draws a map in layers, as a file of its own.
#[must_use]
pub fn map_svg(map: &Map) -> String {
    let style = format!("<style>\n{STYLE}svg {{ background: var(--paper); }}\n</style>\n");
    drawing(map, &style)
}

/// The drawing with what stands at its beginning. Each box leads to the entry of its name on the same page.
pub(super) fn drawing(map: &Map, begin: &str) -> String {
    let layout = Layout::of(map);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" \
         height=\"{high}\" role=\"group\" aria-labelledby=\"map-title map-about\">\n<title id=\"map-title\">{}</title>\n<desc \
         id=\"map-about\">{}</desc>\n{begin}",
        escaped(&words::title(map)),
        escaped(&words::about(map)),
        wide = layout.wide,
        high = layout.high
    );
    for (layer, x) in &layout.columns {
        let _ = writeln!(
            out,
            "<text class=\"layer\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x + WIDE / 2.0,
            HEAD - 8.0,
            escaped(&words::layer(map.language, *layer))
        );
    }
    let places: BTreeMap<&str, (f64, f64)> =
        layout.placed.iter().map(|(point, x, y)| (point.key.as_str(), (*x, *y))).collect();
    // what is on the pathway shown is drawn over the rest
    let (chosen, others): (Vec<_>, Vec<_>) = map.edges.iter().partition(|edge| edge.chosen);
    for edge in others.into_iter().chain(chosen) {
        let (Some(from), Some(to)) = (places.get(edge.from.as_str()), places.get(edge.to.as_str())) else {
            continue;
        };
        let class = match (edge.chosen, edge.why) {
            (true, _) => "line chosen",
            (false, "holds" | "months") => "line",
            (false, _) => "line level",
        };
        let _ = writeln!(
            out,
            "<path class=\"{class}\" data-from=\"{}\" data-to=\"{}\" d=\"{}\"/>",
            escaped(&edge.from),
            escaped(&edge.to),
            curve(*from, *to)
        );
    }
    for (point, x, y) in &layout.placed {
        boxed(&mut out, map, point, *x, *y);
    }
    out.push_str("</svg>\n");
    out
}

/// A line from the right of a box to the left of another, or around within a column and back.
fn curve((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    let (from, to) = ((x1 + WIDE, y1 + HIGH / 2.0), (x2, y2 + HIGH / 2.0));
    let bend = ((to.0 - from.0) / 2.0).abs().max(34.0);
    format!(
        "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
        from.0,
        from.1,
        from.0 + bend,
        from.1,
        to.0 - bend,
        to.1,
        to.0,
        to.1
    )
}

fn boxed(out: &mut String, map: &Map, point: &Point, x: f64, y: f64) {
    let state = point.state.map_or("nobody", State::word);
    let chosen = if point.chosen { " chosen" } else { "" };
    let under = words::under(map.language, point);
    let _ = writeln!(
        out,
        "<a href=\"#{id}\" class=\"point {state} {kind}{chosen}\" data-key=\"{key}\" aria-label=\"{label}\">{shape}{mark}<text \
         x=\"{tx}\" y=\"{ty}\">{title}</text><text class=\"under\" x=\"{tx}\" y=\"{uy}\">{under}</text></a>",
        id = escaped(&words::id(&point.key)),
        kind = point.kind.word(),
        key = escaped(&point.key),
        label = escaped(&format!("{}, {under}", point.title)),
        shape = shape(point.state, x, y),
        mark = mark(point.kind, x + 4.0, y + 5.0),
        tx = x + 22.0,
        ty = y + 16.0,
        uy = y + 30.0,
        title = escaped(&shortened(&point.title, LETTERS)),
        under = escaped(&shortened(&under, UNDER)),
    );
}

/// The outline of a box: doubled where something is in hand or open, round where it is within reach, with its corners cut
/// where it is closed.
fn shape(state: Option<State>, x: f64, y: f64) -> String {
    let plain = |class: &str, by: f64, round: f64| {
        format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{round}\"/>",
            x + by,
            y + by,
            WIDE - 2.0 * by,
            HIGH - 2.0 * by
        )
    };
    match state {
        Some(State::Held | State::Open) => plain("outline", 0.0, 1.0) + &plain("inner", 3.0, 0.0),
        Some(State::Reachable) => plain("outline", 0.0, HIGH / 2.0),
        Some(State::Aside | State::Unsettled) | None => plain("outline", 0.0, 4.0),
        Some(State::Blocked) => {
            let (cut, right, bottom) = (10.0, x + WIDE, y + HIGH);
            format!(
                "<polygon class=\"outline\" points=\"{},{y} {},{y} {right},{} {right},{} {},{bottom} {},{bottom} {x},{} {x},{}\"/>",
                x + cut,
                right - cut,
                y + cut,
                bottom - cut,
                right - cut,
                x + cut,
                bottom - cut,
                y + cut
            )
        }
    }
}

/// A state's outline as a small drawing for a legend.
pub(super) fn state_sign(state: State) -> String {
    let outline = shape(Some(state), 0.0, 0.0);
    sign(state.word(), &format!("<g transform=\"translate(1 1) scale(0.138 0.368)\">{outline}</g>"))
}

/// A kind's sign as a small drawing for a legend.
pub(super) fn kind_sign(kind: PointKind) -> String {
    sign(kind.word(), &mark(kind, 10.0, 1.0))
}

/// A line of the pathway shown as a small drawing for a legend.
pub(super) fn chosen_sign() -> String {
    sign("chosen", "<path class=\"line chosen\" d=\"M2 8h30\"/>")
}

fn sign(class: &str, inside: &str) -> String {
    format!(
        "<svg class=\"map\" viewBox=\"0 0 34 16\" aria-hidden=\"true\"><g class=\"{class}\">{inside}</g></svg>"
    )
}

/// A sign for each kind: a figure, a seal, a book, a cap, a tool, each as simple as can be.
fn mark(kind: PointKind, x: f64, y: f64) -> String {
    let path = match kind {
        PointKind::Role => "M7 1a3 3 0 1 1 0 6a3 3 0 0 1 0-6zM2 14a5 5 0 0 1 10 0z",
        PointKind::Credential => "M7 1l1.8 3.7 4 .6-2.9 2.8.7 4L7 10.200l-3.600 1.900.7-4L1.200 5.300l4-.6z",
        PointKind::Program => "M1 2h5l1 1 1-1h5v10H8l-1 1-1-1H1z",
        PointKind::Schooling => "M7 2l6.500 3L7 8 .5 5zM3 7.500v3.500l4 2 4-2V7.500l-4 2z",
        PointKind::Skill => "M7 1l6 6-6 6-6-6z",
    };
    format!("<path class=\"mark\" transform=\"translate({x} {y})\" d=\"{path}\"/>")
}
