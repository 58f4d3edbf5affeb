//! Pay year by year with its band, beside staying.

use std::fmt::Write;

use super::super::sentences::Sentences;
use super::axis::Axis;
use super::{at, begun, escaped};
use crate::report::{PathwayReport, Wage};
use crate::units::Money;

const WIDE: f64 = 480.0;
const HIGH: f64 = 290.0;
/// Where the years and the amounts lie.
const LEFT: f64 = 84.0;
const RIGHT: f64 = 470.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 252.0;

/// Draws it; nothing where no pay is known. The name sets the drawing's ids apart.
pub fn trajectory(says: Sentences<'_>, title: &str, path: &PathwayReport, name: &str) -> Option<String> {
    let stay = &says.report.stay.wages;
    let told = path.wages.iter().chain(stay).flat_map(|wage| [wage.low, wage.mid, wage.high]);
    let told: Vec<f64> = told.flatten().map(Money::units).collect();
    let low = told.iter().copied().reduce(f64::min)?;
    let high = told.iter().copied().reduce(f64::max)?;
    path.wages.iter().find(|wage| wage.mid.is_some())?;
    let amounts = Axis::around(low, high, BOTTOM, TOP);
    let years = path.wages.len();
    #[expect(clippy::cast_precision_loss, reason = "few years")]
    let across = |year: usize| LEFT + 14.0 + (RIGHT - LEFT - 28.0) * year as f64 / (years.max(2) - 1) as f64;
    let heading = says.say("page-chart-title", [("title", title.into())]);
    let mut out = begun(name, [WIDE, HIGH], &heading, &about(says, title, path));
    let _ = writeln!(
        out,
        "<defs><pattern id=\"{name}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/></pattern></defs>"
    );
    for mark in &amounts.marks {
        let (y, amount) = (at(amounts.place(*mark)), says.money(Some(Money::from_units(*mark))));
        let _ = writeln!(
            out,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"mark\" x=\"{}\" \
             y=\"{y}\" dy=\"0.35em\" text-anchor=\"end\">{}</text>",
            LEFT - 6.0,
            escaped(&amount)
        );
    }
    for year in 0..years {
        let _ = writeln!(
            out,
            "<text class=\"mark\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            at(across(year)),
            BOTTOM + 18.0,
            year + 1
        );
    }
    let _ = writeln!(
        out,
        "<text class=\"mark\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
        at(f64::midpoint(LEFT, RIGHT)),
        HIGH - 4.0,
        escaped(&says.word("label-year"))
    );
    let point = |year: usize, pay: Money| format!("{},{}", at(across(year)), at(amounts.place(pay.units())));
    for run in runs(&path.wages, |wage| wage.low.zip(wage.high)) {
        let upper = run.iter().map(|(year, (_, high))| point(*year, *high));
        let lower = run.iter().rev().map(|(year, (low, _))| point(*year, *low));
        let corners: Vec<String> = upper.chain(lower).collect();
        let _ = writeln!(
            out,
            "<polygon class=\"band\" points=\"{corners}\"/><polygon fill=\"url(#{name}-hatch)\" points=\"{corners}\"/>",
            corners = corners.join(" ")
        );
    }
    for (class, wages, sign) in [("stay", stay, "circle"), ("pay", &path.wages, "square")] {
        for run in runs(wages, |wage| Some((wage.mid?, wage.months_worked < 12))) {
            let points: Vec<String> = run.iter().map(|(year, (mid, _))| point(*year, *mid)).collect();
            let _ = writeln!(out, "<polyline class=\"{class}\" points=\"{}\"/>", points.join(" "));
            for (year, (mid, part)) in run {
                let (x, y) = (across(year), amounts.place(mid.units()));
                let at_is = if part { "part" } else { "at" };
                let drawn = if sign == "circle" {
                    format!("<circle class=\"{class}-{at_is}\" cx=\"{}\" cy=\"{}\" r=\"3.2\"/>", at(x), at(y))
                } else {
                    let (x, y) = (at(x - 3.2), at(y - 3.2));
                    format!(
                        "<rect class=\"{class}-{at_is}\" x=\"{x}\" y=\"{y}\" width=\"6.4\" height=\"6.4\"/>"
                    )
                };
                let _ = writeln!(out, "{drawn}");
            }
        }
    }
    out.push_str("</svg>\n");
    Some(out)
}

/// Years one after the other of which something is known.
fn runs<T>(wages: &[Wage], of: impl Fn(&Wage) -> Option<T>) -> Vec<Vec<(usize, T)>> {
    let mut runs: Vec<Vec<(usize, T)>> = Vec::new();
    let mut going = false;
    for (year, known) in wages.iter().map(of).enumerate() {
        match (known, runs.last_mut().filter(|_| going)) {
            (Some(known), Some(run)) => run.push((year, known)),
            (Some(known), None) => {
                runs.push(vec![(year, known)]);
                going = true;
            }
            (None, _) => going = false,
        }
    }
    runs
}

/// The drawing in words.
fn about(says: Sentences<'_>, title: &str, path: &PathwayReport) -> String {
    let ends = |wages: &[Wage]| {
        let known = || wages.iter().filter(|wage| wage.mid.is_some() && wage.months_worked == 12);
        Some((known().next()?.clone(), known().next_back()?.clone()))
    };
    let mut told = Vec::new();
    if let Some((first, last)) = ends(&path.wages) {
        let filled = [
            ("title", title.into()),
            ("first", says.money(first.mid).into()),
            ("from", first.year.into()),
            ("last", says.money(last.mid).into()),
            ("to", last.year.into()),
            ("low", says.money(last.low).into()),
            ("high", says.money(last.high).into()),
        ];
        told.push(says.say("page-chart-line", filled));
    }
    if let Some((first, last)) = ends(&says.report.stay.wages) {
        let filled = [
            ("first", says.money(first.mid).into()),
            ("from", first.year.into()),
            ("last", says.money(last.mid).into()),
            ("to", last.year.into()),
        ];
        told.push(says.say("page-chart-stay", filled));
    }
    told.join(" ")
}
