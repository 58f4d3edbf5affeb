//! Pages to keep: one file each, complete in itself, for the screen in light and dark, the phone, and two printed pages.

mod explanation;
mod report;

pub use explanation::explanation_page;
pub use report::page;

use crate::units::CalendarMonth;
use crate::words::Language;

/// How every page looks.
pub const STYLE: &str = include_str!("page.css");

/// What a page of ours tells within its frame: of whom it is, then what came of it; to stand within another page.
#[must_use]
pub fn inside(page: &str) -> String {
    let part = |from: &str, to: &str| {
        let part = page.split_once(from).and_then(|(_, rest)| rest.split_once(to));
        part.map_or("", |(part, _)| part)
    };
    [part("</h1>", "</header>"), part("<main id=\"content\">", "</main>")].concat()
}

/// When a page was made, and what it does not do.
pub(super) fn made(today: &str, language: Language) -> String {
    let month = CalendarMonth::parse(today).map_or_else(String::new, |month| language.month(month));
    language.say("page-made", [("month", month.into())])
}
