//! How the desk looks: as reports do, with what forms need besides; and what it does more where scripts run.

use crate::render;
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

/// The style sheet.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn sheet(_: &Visit<'_>) -> Result<Answer, Refusal> {
    let sheet = [render::STYLE, include_str!("../html/desk.css")].concat();
    Ok(Answer::File("text/css; charset=utf-8", None, sheet))
}

/// What the map needs besides.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn map(_: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::File("text/css; charset=utf-8", None, render::MAP_STYLE.to_owned()))
}

/// The script: a warning before the time is out, weights as they are moved, how far a cohort is.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn script(_: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::File("text/javascript; charset=utf-8", None, include_str!("../html/desk.js").to_owned()))
}

/// The script of the map.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn map_script(_: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::File("text/javascript; charset=utf-8", None, render::MAP_SCRIPT.to_owned()))
}
