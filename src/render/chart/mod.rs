//! Drawings as SVG: each with a title and a description, told apart by pattern and shape as well as by colour. Colours are
//! those of the page they stand on.

mod axis;
mod calendar;
mod trajectory;

pub(super) use calendar::calendar;
pub(super) use trajectory::trajectory;

use std::fmt::Write;

/// Text that means nothing to XML, and has no signs that XML cannot hold.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            sign if sign.is_control() && !matches!(sign, '\t' | '\n' | '\r') => out.push('\u{fffd}'),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            sign => out.push(sign),
        }
    }
    out
}

/// A title of at most so many letters.
pub(super) fn shortened(title: &str, letters: usize) -> String {
    if title.chars().count() <= letters {
        return title.to_owned();
    }
    let kept: String = title.chars().take(letters - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Begins a drawing of a size, told by a title and a description; the name sets its ids apart from those of others.
fn begun(name: &str, [wide, high]: [f64; 2], title: &str, about: &str) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" role=\"img\" aria-labelledby=\"{name}-title \
         {name}-about\">\n<title id=\"{name}-title\">{}</title>\n<desc id=\"{name}-about\">{}</desc>",
        escaped(title),
        escaped(about)
    );
    out
}

/// A place in a drawing, to a tenth of its unit.
fn at(value: f64) -> String {
    format!("{value:.1}")
}
