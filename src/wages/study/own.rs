//! How far pay is off some years on where one's own pay is known.

use std::collections::BTreeMap;

use super::evaluate::Panel;
use super::measure::{Goal, Measure, mean};
use super::people::pairs;
use crate::graph::Direction;

/// Years ahead that are measured.
pub const AHEAD: [u32; 3] = [1, 3, 6];

/// Whether people stay in their occupation or change it.
const WHO: [(bool, &str); 2] = [(false, "people who stay in the occupation"), (true, "people who change it")];

/// For people who stay and for those who change their occupation, 1, 3 and 6 years on: beside no change of pay, and beside
/// one's own pay not used.
#[must_use]
pub fn own(panel: &Panel<'_>) -> Vec<Measure> {
    let mut errors: BTreeMap<(bool, u32), [Vec<f64>; 3]> = BTreeMap::new();
    for held in panel.parts() {
        for (earlier, later) in pairs(&held.years, AHEAD[2]) {
            let ahead = later.year - earlier.year;
            if !AHEAD.contains(&ahead) || !panel.is_of_the_field(later.kind) {
                continue;
            }
            let told = || {
                let change = held.market.change(earlier, later)?;
                let stood = held.standings.stood(earlier, later, &held.market)?;
                let share = held.standings.kept.share(f64::from(ahead), change.near);
                let ours = share.mul_add(stood, held.standings.usual_after(later, change.near)?);
                let [ours, unknown] =
                    [ours, held.standings.usual(later)?].map(|place| held.market.pay(later, place));
                Some((change, [ours?, earlier.pay, unknown?]))
            };
            let Some((change, pays)) = told() else { continue };
            let moved = change.pays != Direction::Same;
            for (errors, pay) in errors.entry((moved, ahead)).or_default().iter_mut().zip(pays) {
                errors.push((pay - later.pay).abs());
            }
        }
    }
    let measure = |((moved, name), ahead): ((bool, &str), u32)| {
        let errors = errors.get(&(moved, ahead))?;
        let of = panel.name.map_or_else(|| name.to_owned(), |panel| format!("{panel}, {name}"));
        Some(Measure {
            what: format!("pay in {ahead} years' time, own pay known, {of}: mean error of log pay"),
            unit: "log",
            cases: errors[0].len(),
            ours: mean(&errors[0]),
            goal: Goal::Best,
            rivals: vec![("no change", mean(&errors[1])), ("own pay not used", mean(&errors[2]))],
        })
    };
    WHO.iter().flat_map(|who| AHEAD.map(|ahead| (*who, ahead))).filter_map(measure).collect()
}
