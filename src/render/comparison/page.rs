//! Roles side by side as a page.

use askama::Template;

use super::rows::{self, Row};
use crate::render::cells::stamp;
use crate::render::page::{STYLE, made};
use crate::report::Comparison;
use crate::words::Language;

/// Writes a comparison as one self-contained page of HTML.
#[must_use]
pub fn comparison_page(comparison: &Comparison) -> String {
    let language = comparison.settings.language;
    let (sums, part) = rows::sums(comparison, &comparison.roles);
    let region = comparison.profile.region_title.as_str();
    let page = Page {
        language,
        title: language.say("compared", [("region", region.into())]),
        style: STYLE,
        columns: rows::titles(comparison, &comparison.roles),
        sums,
        part,
        roles: comparison.roles.iter().map(|role| role.title.clone()).collect(),
        skills: rows::skills(&comparison.roles),
        ways: comparison.roles.iter().map(|role| (role.title.clone(), rows::way(comparison, role))).collect(),
        foot: rows::foot(comparison),
        graph: stamp(&comparison.graph, language),
        made: made(&comparison.settings.today, language),
    };
    page.render().expect("a page is written to memory")
}

#[derive(Template)]
#[template(path = "comparison.html")]
struct Page {
    language: Language,
    title: String,
    style: &'static str,
    columns: Vec<String>,
    sums: Vec<Row>,
    part: bool,
    roles: Vec<String>,
    skills: Vec<Row>,
    ways: Vec<(String, Vec<String>)>,
    foot: Vec<String>,
    graph: String,
    made: String,
}
