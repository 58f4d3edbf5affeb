//! How the desk looks: as reports do, with what forms need besides.

use crate::render;
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

/// The style sheet.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn sheet(_: &Visit<'_>) -> Result<Answer, Refusal> {
    let sheet = [render::STYLE, include_str!("../html/desk.css")].concat();
    Ok(Answer::File("text/css; charset=utf-8", None, sheet))
}
