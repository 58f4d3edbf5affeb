//! A role's pay in a region, for people.

use std::fmt::Write;

use super::Look;
use crate::provenance::Basis;
use crate::units::Money;
use crate::wages::shown::{Point, Shown, Year};
use crate::words::Language;

/// Columns from the lowest pay of the chart to the highest, at most, and those before it.
const CHART: usize = 38;
const BEFORE: usize = 38;

/// Writes a role's pay: the distribution, where it is from, and the trajectory as a chart of bands with the middle marked.
#[must_use]
pub fn wages_text(shown: &Shown, look: Look) -> String {
    let mut told = format!("{} · {}\n", shown.title, shown.region);
    let money = |units: f64| Language::En.money(Some(Money::from_units(units)), shown.currency);
    look.wrap(&mut told, &format!("occupation {}: {}", shown.occupation, shown.occupation_title), "", "  ");
    let Some(from) = &shown.from else {
        told.push_str("\nPay is not known here: no source gives it for this occupation.\n");
        return told;
    };
    let points: Vec<String> = shown
        .distribution
        .iter()
        .map(|point| format!("P{} {}", point.percentile, money(point.yearly)))
        .collect();
    told.push('\n');
    look.wrap(&mut told, &points.join("  "), "", "");
    let basis = match &from.imputed_from {
        None => format!("{} in {}, {}", from.basis.word(), from.region, from.period),
        Some(what) => {
            let spread = match (from.spread > 0.0, from.spread_held) {
                (false, _) => String::new(),
                (true, Some(held)) => {
                    format!(
                        "; {held:.0} of 100 such figures were off by less than {:.0} %",
                        100.0 * from.spread
                    )
                }
                (true, None) => format!("; taken to be off by up to {:.0} %", 100.0 * from.spread),
            };
            format!("imputed from {what}, {}{spread}", from.period)
        }
    };
    look.wrap(&mut told, &basis, "  ", "  ");
    let imputed = |point: &&Point| point.basis == Basis::Imputed && from.basis != Basis::Imputed;
    let filled: Vec<String> =
        shown.distribution.iter().filter(imputed).map(|point| format!("P{}", point.percentile)).collect();
    if !filled.is_empty() {
        let _ = writeln!(told, "  {} by the nation's ratio to the median", filled.join(", "));
    }
    look.wrap(&mut told, &format!("{} {}", from.source, from.address), "  ", "  ");
    let part = &shown.part;
    let share = format!(
        "The role is percentile {} to {} of it, by {} ({}).",
        part.from,
        part.to,
        part.source,
        part.basis.word()
    );
    look.wrap(&mut told, &share, "", "");
    let [field, role] = shown.experience.map(|months| f64::from(months) / 12.0);
    let heading =
        format!("Yearly pay from now on, after {field:.1} years in the field and {role:.1} in the role");
    told.push('\n');
    look.wrap(&mut told, &heading, "", "");
    let chart = CHART.min(look.width - BEFORE);
    let _ = writeln!(told, "year        low    middle      high");
    let ends =
        shown.years.iter().flat_map(|year| [year.low.unwrap_or(year.mid), year.high.unwrap_or(year.mid)]);
    let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), pay| (low.min(pay), high.max(pay)));
    for year in &shown.years {
        let band = |pay: Option<f64>| pay.map_or_else(|| "?".to_owned(), money);
        let _ = writeln!(
            told,
            "{:>4}  {:>9} {:>9} {:>9}  {}",
            year.year,
            band(year.low),
            money(year.mid),
            band(year.high),
            bar(year, low, high, chart)
        );
    }
    if !shown.premia.is_empty() {
        told.push_str("\nTold to move pay in it (the middle above is that of all):\n");
    }
    for premium in &shown.premia {
        let [low, high] = premium.range;
        let range = if low < high { format!(" ({low:.2} to {high:.2})") } else { String::new() };
        let (what, basis) = (&premium.what, premium.basis.word());
        let line = format!(
            "{what}: times {:.2}{range}; {basis}, {}, {}",
            premium.ratio, premium.period, premium.source
        );
        look.wrap(&mut told, &line, "  ", "    ");
    }
    told.push('\n');
    look.wrap(&mut told, &worth(shown), "", "");
    told
}

/// What the figures of the years are worth.
fn worth(shown: &Shown) -> String {
    let coverage = &shown.coverage;
    let held = format!(
        "Low to high is made to hold 8 of 10 people whose own pay is not known; on later years of the panel behind \
         it, it held {:.0} of 100 ({}, {} person-years).",
        coverage.held, coverage.people, coverage.cases
    );
    let money = match &shown.nominal {
        None => format!("Money of {}.", shown.base_year),
        Some(drift) => format!(
            "Money of the day: growing {:.1} % a year, as its major group did up to {}; such a forecast is off by {} %, \
             {} % and {} % after 1, 3 and 6 years.",
            100.0 * drift.yearly,
            drift.until,
            drift.off[0],
            drift.off[1],
            drift.off[2]
        ),
    };
    format!("{held} {money}")
}

/// A band from its low to its high end on a scale, its middle marked.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place on a line"
)]
fn bar(year: &Year, low: f64, high: f64, chart: usize) -> String {
    let scale = if high > low { chart as f64 / (high - low) } else { 0.0 };
    let place = |pay: f64| ((pay - low) * scale).round() as usize;
    let (from, mid, to) =
        (place(year.low.unwrap_or(year.mid)), place(year.mid), place(year.high.unwrap_or(year.mid)));
    let mark = |at: usize| match at {
        at if at == mid => '●',
        at if at == from => '├',
        at if at == to => '┤',
        at if at > from && at < to => '─',
        _ => ' ',
    };
    (0..=to).map(mark).collect()
}
