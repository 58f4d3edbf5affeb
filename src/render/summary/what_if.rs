//! A cohort beside itself in a graph that is changed.

use textwrap::{Options, wrap};

use super::sections::{nearest, people, share};
use crate::report::WhatIf;
use crate::units::Currency;

/// The comparison as text of a width.
#[must_use]
pub fn what_if_text(what_if: &WhatIf, currency: Currency, width: usize) -> String {
    let mut out = format!("What if: {}\n", what_if.title);
    let Some(whole) = what_if.people else { return out + "  Too few people for anything to be told.\n" };
    let money = |amount: f64| nearest(100.0, amount, currency);
    let mut row = |label: &str, cell: String| {
        let head = format!("  {label:34}  ");
        let indent = " ".repeat(38);
        for line in wrap(&cell, Options::new(width).initial_indent(&head).subsequent_indent(&indent)) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    };
    row("people", people(Some(whole)));
    let counted = [
        ("gain net earnings over ten years", what_if.gain),
        ("lose", what_if.lose),
        ("reach something who did not", what_if.newly),
        ("reach nothing who did", what_if.no_longer),
        ("reach their best sooner", what_if.sooner),
    ];
    for (label, count) in counted {
        row(label, format!("{}  {}", people(count), share(count, Some(whole))));
    }
    if let Some(gain) = what_if.of_those_who_gain {
        let told = format!("{} ({} to {})", money(gain.median), money(gain.low), money(gain.high));
        row("half of those who gain, by", told);
    }
    if let Some([low, mean, high]) = what_if.mean {
        row(
            "mean change of all",
            format!("{}, 80 % sure between {} and {}", money(mean), money(low), money(high)),
        );
    }
    for shift in &what_if.destinations {
        row(
            "best destination",
            format!("{}: {} -> {}", shift.what, people(shift.before), people(shift.after)),
        );
    }
    for shift in &what_if.schooling {
        row("who gains", format!("{} of {} with {}", people(shift.after), people(shift.before), shift.what));
    }
    out
}
