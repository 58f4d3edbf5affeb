//! A role's pay in a region, for people.

use std::fmt::Write;

use crate::units::Money;
use crate::wages::shown::{Shown, Year};

/// Characters from the lowest pay of the chart to the highest.
const CHART: f64 = 38.0;

/// Writes a role's pay: the distribution, where it is from, and the trajectory as a chart of bands with the middle marked.
#[must_use]
pub fn wages_text(shown: &Shown) -> String {
    let mut told = format!("{} · {}\n", shown.title, shown.region);
    let money = |units: f64| Money::from_units(units).rounded(shown.symbol);
    let _ = writeln!(told, "occupation {}: {}", shown.occupation, shown.occupation_title);
    let Some(from) = &shown.from else {
        told.push_str("\nPay is not known here: no source gives it for this occupation.\n");
        return told;
    };
    let points: Vec<String> = shown
        .distribution
        .iter()
        .map(|point| format!("P{} {}", point.percentile, money(point.yearly)))
        .collect();
    let _ = writeln!(told, "\n{}", points.join("  "));
    let wider = if from.wider { ", of the wider group of occupations" } else { "" };
    let _ = writeln!(told, "  {} in {}{wider}, {}", from.basis.word(), from.region, from.period);
    for line in textwrap::wrap(&format!("{} {}", from.source, from.address), 76) {
        let _ = writeln!(told, "  {line}");
    }
    let part = &shown.part;
    let share = format!(
        "The role is percentile {} to {} of it, by {} ({}).",
        part.from,
        part.to,
        part.source,
        part.basis.word()
    );
    for line in textwrap::wrap(&share, 78) {
        let _ = writeln!(told, "{line}");
    }
    let [field, role] = shown.experience.map(|months| f64::from(months) / 12.0);
    let _ = writeln!(
        told,
        "\nYearly pay from now on, after {field:.1} years in the field and {role:.1} in the role"
    );
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
            bar(year, low, high)
        );
    }
    told.push_str("Low to high held eight in ten people of the survey behind it; how many it\nholds today has not been measured.\n");
    told
}

/// A band from its low to its high end on a scale, its middle marked.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on a line")]
fn bar(year: &Year, low: f64, high: f64) -> String {
    let scale = if high > low { CHART / (high - low) } else { 0.0 };
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
