//! One report, many formats: each writes the same [`Report`](crate::report::Report).

mod cells;
mod chart;
mod comparison;
mod csv;
mod explanation;
mod first;
mod json;
mod look;
mod map;
mod markdown;
mod measures;
mod page;
mod pay;
mod screen;
mod sentences;
mod summary;
mod text;
mod wages;

pub use self::comparison::{comparison_page, comparison_text};
pub use self::csv::csv;
pub use self::explanation::explanation_text;
pub use self::first::first_screen;
pub use self::json::json;
pub use self::look::Look;
pub use self::map::{MAP_SCRIPT, MAP_STYLE, map_csv, map_dot, map_graphml, map_html, map_mermaid, map_svg};
pub use self::markdown::{explanation_markdown, markdown};
pub use self::measures::{measures_json, measures_text};
pub use self::page::{STYLE, explanation_page, inside, page};
pub use self::screen::{destination_screen, ranking_screen};
pub use self::summary::{additions_text, summary_json, summary_page, summary_text, what_if_text};
pub use self::text::{route_text, sources_text, text};
pub use self::wages::wages_text;
