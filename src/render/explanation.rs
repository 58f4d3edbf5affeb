//! One role explained, for people, 80 columns wide.

use std::fmt::Write;

use crate::report::{BlockedRole, Explanation, LeftOut, Reached, ReasonReport, WayReport};

const WIDTH: usize = 80;

/// Writes an explanation; titles are bold where asked for.
#[must_use]
pub fn explanation_text(explanation: &Explanation, bold: bool) -> String {
    let mut told = String::new();
    let title = format!("{} for {}", explanation.title, explanation.profile.region_title);
    let style = if bold { anstyle::Style::new().bold() } else { anstyle::Style::new() };
    for line in textwrap::wrap(&title, WIDTH) {
        let _ = writeln!(told, "{style}{line}{style:#}");
    }
    if let Some(why) = &explanation.unsettled {
        let words = format!(
            "Not settled, {why}: what is told may be beaten. A smaller budget or less time makes it less."
        );
        wrapped(&mut told, 0, &words);
    }
    if let Some(reached) = &explanation.reached {
        told.push_str(&reached_text(reached));
    }
    if let Some(blocked) = &explanation.blocked {
        told.push_str(&blocked_text(blocked));
    }
    let graph = &explanation.graph;
    let _ = writeln!(told, "\nGraph {} {} ({}).", graph.id, graph.version, graph.digest);
    told
}

/// Lines of a text under an indent, the following ones two further in.
fn wrapped(told: &mut String, indent: usize, text: &str) {
    let (first, next) = (" ".repeat(indent), " ".repeat(indent + 2));
    let options = textwrap::Options::new(WIDTH).initial_indent(&first).subsequent_indent(&next);
    for line in textwrap::wrap(text, options) {
        let _ = writeln!(told, "{line}");
    }
}

fn reached_text(reached: &Reached) -> String {
    let mut told = String::new();
    let pathway = &reached.pathway;
    let place = match reached.place {
        Some(place) => format!("number {place} of {} that nothing beats", reached.pathways_in_all),
        None => format!("left out; {} pathways are that nothing beats", reached.pathways_in_all),
    };
    let _ = writeln!(told, "{place}; score {:.3}", pathway.score);
    wrapped(&mut told, 2, &pathway.line);
    if let Some(beaten) = &reached.beaten {
        told.push_str("\nWhat beats it\n");
        left_out(&mut told, beaten, false);
    }
    told.push_str("\nWhat each step is for\n");
    let mut needed = reached.needed.iter().peekable();
    while let Some(step) = needed.next() {
        let uses: Vec<String> = step
            .uses
            .iter()
            .map(|used| format!("{} asks for {}", used.name, used.conditions.join(" or ")))
            .collect();
        let what = match (uses.is_empty(), needed.peek().is_none()) {
            (true, true) => "the target".to_owned(),
            (true, false) => "pay while studying".to_owned(),
            (false, _) => uses.join("; "),
        };
        wrapped(&mut told, 2, &format!("{}: {what}", step.name));
    }
    told.push_str("\nWhat the score is made of\n");
    let _ = writeln!(told, "  {:<9} {:>14}  {:>7} {:>6}  {:>6}", "", "value", "utility", "weight", "gives");
    for part in &pathway.criteria {
        let value = part.value.map_or("not known".to_owned(), |value| match part.unit.as_str() {
            "share" => format!("{value:.2}"),
            "months" => format!("{value:.0} months"),
            unit => format!("{} {unit}", crate::units::grouped(whole(value))),
        });
        let utility = part.utility.map_or(String::new(), |utility| format!("{utility:.3}"));
        let _ = writeln!(
            told,
            "  {:<9} {value:>14}  {utility:>7} {:>6.3}  {:>+6.3}",
            part.id, part.weight, part.contribution
        );
    }
    if !reached.left_out.is_empty() {
        let _ = writeln!(
            told,
            "\nLeft out: {} of {} that were looked at and are beaten, the best first",
            reached.left_out.len(),
            reached.left_out_in_all
        );
        for out in &reached.left_out {
            left_out(&mut told, out, true);
        }
    }
    told
}

#[expect(clippy::cast_possible_truncation, reason = "amounts of money")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

fn left_out(told: &mut String, out: &LeftOut, with_line: bool) {
    if with_line {
        wrapped(told, 2, &out.line);
    }
    let on = if out.on.is_empty() { "as good, and first in order".to_owned() } else { out.on.join(", ") };
    let better = out.beaten_by_line.trim_start_matches("now ~ ");
    wrapped(told, if with_line { 4 } else { 2 }, &format!("beaten by {better}: {on}"));
}

fn blocked_text(blocked: &BlockedRole) -> String {
    let mut told = String::from("No pathway within your limits.\n");
    if blocked.by_choices {
        told.push_str("Only what you leave out or insist on shuts it.\n");
        return told;
    }
    told.push_str("\nWhy\n");
    tree(&mut told, 2, &blocked.reasons);
    told.push_str("\nWhat would open it\n");
    for opening in &blocked.openings {
        wrapped(&mut told, 2, &opening.change);
    }
    for [one, other] in &blocked.pairs {
        wrapped(&mut told, 2, &format!("{}, and {}", one.change, other.change));
    }
    if blocked.openings.is_empty() && blocked.pairs.is_empty() {
        told.push_str("  no single change, and no two limits lifted together\n");
    } else if blocked.openings.is_empty() {
        told.push_str("  (no single change does)\n");
    } else if blocked.openings.len() > 1 {
        told.push_str("  (each by itself)\n");
    }
    told
}

/// A reason as an indented tree.
fn tree(told: &mut String, indent: usize, reason: &ReasonReport) {
    let (words, of) = match reason {
        ReasonReport::All { of } => ("all of:".to_owned(), of),
        ReasonReport::Any { of } => ("one of:".to_owned(), of),
        ReasonReport::More { n, of } => (format!("{n} more of:"), of),
        ReasonReport::Lacks { what, ways } => {
            let above = if ways.is_empty() { ": see above" } else { "" };
            wrapped(told, indent, &format!("{what}{above}"));
            for way in ways {
                way_text(told, indent + 2, way);
            }
            return;
        }
        ReasonReport::Late { month } => {
            wrapped(told, indent, &format!("it cannot begin before month {month}"));
            return;
        }
        ReasonReport::Together => {
            wrapped(
                told,
                indent,
                "each thing it asks for can be had, but not all within your limits together",
            );
            return;
        }
    };
    wrapped(told, indent, &words);
    for part in of {
        tree(told, indent + 2, part);
    }
}

fn way_text(told: &mut String, indent: usize, way: &WayReport) {
    let bars: Vec<&str> = way.bars.iter().map(|bar| bar.words.as_str()).collect();
    let words = if way.asks.is_some() { "asks for what you cannot have".to_owned() } else { bars.join("; ") };
    wrapped(told, indent, &format!("by {}: {words}", way.name));
    if let Some(asks) = &way.asks {
        tree(told, indent + 2, asks);
    }
}
