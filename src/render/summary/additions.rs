//! What a program could add, as text.

use textwrap::{Options, wrap};

use super::sections::{looked_at, nearest, people};
use crate::report::Additions;
use crate::units::Currency;

/// The most that is told.
const MOST: usize = 15;

/// The additions as text of a width, most helpful first.
#[must_use]
pub fn additions_text(found: &Additions, currency: Currency, width: usize) -> String {
    let money = |amount: f64| nearest(100.0, amount, currency);
    let lead = format!(
        "What the program could add: {} skills, credentials and awards, each tried in the hands of {}; net earnings over ten years, median of all with the quarters around it.",
        found.tried,
        looked_at(found.tried_on, Some(found.people))
    );
    let mut lines: Vec<String> = wrap(&lead, width).into_iter().map(String::from).collect();
    if found.additions.is_empty() {
        lines.push("  Nothing helps ten people or more.".to_owned());
    }
    for one in found.additions.iter().take(MOST) {
        let change = one.change;
        let told = format!(
            "{}: {} ({} to {}), mean {}; {} gain",
            one.what,
            money(change.median),
            money(change.low),
            money(change.high),
            money(one.mean),
            people(one.people)
        );
        let indent = Options::new(width).initial_indent("  ").subsequent_indent("      ");
        lines.extend(wrap(&told, indent).into_iter().map(String::from));
    }
    let told = found.additions.len().min(MOST);
    let rest = format!("The other {} help fewer, or fewer than ten of them.", found.tried - told);
    lines.extend(wrap(&rest, Options::new(width).initial_indent("  ")).into_iter().map(String::from));
    lines.join("\n") + "\n"
}
