//! The summary as a page to keep.

use askama::Template;

use super::sections::{Section, sections};
use crate::render::page::{STYLE, made};
use crate::report::CohortSummary;
use crate::words::Language;

#[derive(Template)]
#[template(path = "summary.html")]
struct Page<'p> {
    language: Language,
    title: String,
    style: &'p str,
    made: String,
    sections: Vec<Section>,
}

/// The summary as one page, complete in itself.
#[must_use]
pub fn summary_page(summary: &CohortSummary) -> String {
    let page = Page {
        language: Language::En,
        title: "Cohort summary".to_owned(),
        style: STYLE,
        made: made(&summary.today, Language::En),
        sections: sections(summary),
    };
    page.render().expect("it is written to memory")
}
