//! Pages to keep: one file each, complete in itself, for the screen in light and dark, the phone, and two printed pages.

mod explanation;
mod report;

pub use explanation::explanation_page;
pub use report::page;

use crate::units::CalendarMonth;
use crate::words::Language;

/// How every page looks.
pub const STYLE: &str = include_str!("page.css");

/// When a page was made, and what it does not do.
pub(super) fn made(today: &str, language: Language) -> String {
    let month = CalendarMonth::parse(today).map_or_else(String::new, |month| language.month(month));
    language.say("page-made", [("month", month.into())])
}
