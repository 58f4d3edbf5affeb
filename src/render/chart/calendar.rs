//! Steps as bars between months.

use std::fmt::Write;

use super::super::sentences::Sentences;
use super::{at, begun, escaped, shortened};
use crate::report::{PathwayReport, StepReport};

const WIDE: f64 = 480.0;
const LEFT: f64 = 6.0;
const RIGHT: f64 = 474.0;
/// From one step to the next.
const ROW: f64 = 38.0;
/// The months between marks, the least that leaves few of them.
const APART: [u32; 6] = [3, 6, 12, 24, 36, 60];
const MARKS: u32 = 4;
/// Letters of a title that fit in a row.
const LETTERS: usize = 58;

/// Draws it: courses as full bars, applying as dots up to a flag where the job begins.
pub fn calendar(says: Sentences<'_>, path: &PathwayReport, name: &str) -> String {
    let months = path.months.max(1);
    let place = |month: u32| LEFT + (RIGHT - LEFT) * f64::from(month) / f64::from(months);
    let rows = u32::try_from(path.timeline.len()).unwrap_or(0);
    let bottom = ROW * f64::from(rows) + 6.0;
    let ends = [("from", says.date(0).into()), ("to", says.date(months).into())];
    let about: Vec<String> = path.timeline.iter().map(|step| in_words(says, step)).collect();
    let mut out = begun(name, [WIDE, bottom + 24.0], &says.say("page-gantt-title", ends), &about.join(" "));
    let apart = APART.into_iter().find(|apart| months / apart <= MARKS).unwrap_or(120);
    let last = months - months % apart;
    for month in (0..=last).step_by(apart as usize) {
        let x = at(place(month));
        let anchor = if month == 0 {
            "start"
        } else if place(month) > RIGHT - 30.0 {
            "end"
        } else {
            "middle"
        };
        let _ = writeln!(
            out,
            "<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"{bottom}\"/><text class=\"mark\" x=\"{x}\" y=\"{}\" \
             text-anchor=\"{anchor}\">{}</text>",
            bottom + 18.0,
            escaped(&says.date(month))
        );
    }
    for (step, row) in path.timeline.iter().zip(0u32..) {
        let y = ROW * f64::from(row) + 18.0;
        let (from, to) = (place(step.start_month), place(step.end_month));
        let title = escaped(&shortened(&step.title, LETTERS));
        let anchor = if from > WIDE / 2.0 { "end" } else { "start" };
        let x = if from > WIDE / 2.0 { to.max(from + 4.0) } else { from };
        let _ = writeln!(
            out,
            "<text class=\"step\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{title}</text>",
            at(x),
            at(y - 4.0)
        );
        let drawn = if step.kind == "enter" {
            let flag = to.min(RIGHT - 9.0);
            format!(
                "<line class=\"applying\" x1=\"{}\" x2=\"{}\" y1=\"{y7}\" y2=\"{y7}\"/><path class=\"begins\" d=\"M{} {} l9 6 l-9 \
                 6 z\"/>",
                at(from),
                at(flag),
                at(flag),
                at(y + 1.0),
                y7 = at(y + 7.0)
            )
        } else {
            let wide = at((to - from).max(4.0));
            format!(
                "<rect class=\"course\" x=\"{}\" y=\"{}\" width=\"{wide}\" height=\"12\" rx=\"2\"/>",
                at(from),
                at(y + 1.0)
            )
        };
        let _ = writeln!(out, "{drawn}");
    }
    out.push_str("</svg>\n");
    out
}

fn in_words(says: Sentences<'_>, step: &StepReport) -> String {
    let filled = [
        ("title", step.title.as_str().into()),
        ("from", says.date(step.start_month).into()),
        ("to", says.date(step.end_month).into()),
    ];
    says.say("page-gantt-line", filled)
}
