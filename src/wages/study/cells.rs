//! Published cells of pay: fitting how they vary, and predicting those held out.

use std::collections::BTreeMap;

use super::people::median;
use crate::graph::{Gaps, Own, Shared};
use crate::wages::gaps::{Known, Level, Near, predict};

/// A published cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its state, by number.
    pub state: String,
    /// Its area; none for the state itself.
    pub area: Option<String>,
    /// The occupation's code.
    pub code: String,
    /// Log of its median over the national median.
    pub ratio: f64,
    /// Relative standard error of the figure.
    pub error: f64,
    /// Logs of P10, P25, P50, P75 and P90, where given.
    pub percentiles: [Option<f64>; 5],
    /// The same of the nation's.
    pub national: [Option<f64>; 5],
}

impl Cell {
    /// Whether it is of a state or of an area.
    #[must_use]
    pub const fn level(&self) -> Level {
        if self.area.is_some() { Level::Area } else { Level::State }
    }
}

/// Sum and count.
#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: f64,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1.0;
    }

    fn value(self) -> f64 {
        if self.count > 0.0 { self.sum / self.count } else { 0.0 }
    }
}

/// Estimates by moments how cells vary together.
#[must_use]
pub fn fit(cells: &[&Cell]) -> Gaps {
    let mut means: BTreeMap<&str, [Mean; 2]> = BTreeMap::new();
    for cell in cells {
        means.entry(&cell.code).or_default()[cell.level() as usize].add(cell.ratio);
    }
    let away = |cell: &Cell| cell.ratio - means[cell.code.as_str()][cell.level() as usize].value();
    let places = by_place(cells);
    let loadings = loadings(&places, &away);
    let error = [Level::State, Level::Area].map(|level| {
        let told = cells.iter().filter(|cell| cell.level() == level).map(|cell| cell.error);
        median(told.collect()).unwrap_or(0.0)
    });
    let scaled = |cell: &Cell| away(cell) / loadings[cell.code.as_str()];
    let mut variances: BTreeMap<&str, [Mean; 2]> = BTreeMap::new();
    let mut pooled = [Mean::default(); 2];
    for cell in cells {
        let noise = error[cell.level() as usize] / loadings[cell.code.as_str()];
        let square = scaled(cell).powi(2) - noise * noise;
        variances.entry(&cell.code).or_default()[cell.level() as usize].add(square);
        pooled[cell.level() as usize].add(square);
    }
    let mut pairs = [[Mean::default(); 4]; 3];
    let mut add = |of: usize, one: &Cell, other: &Cell| {
        pairs[of][Near::of(&one.code, &other.code) as usize].add(scaled(one) * scaled(other));
    };
    for ((state, area), here) in &places {
        for (at, one) in here.iter().enumerate() {
            here[..at].iter().for_each(|other| add(usize::from(area.is_some()), one, other));
            if area.is_some() {
                let around = places.get(&(*state, None)).into_iter().flatten();
                around.for_each(|other| add(2, one, other));
            }
        }
    }
    let [state, area, across] = pairs;
    let steps = [steps(&state, pooled[0]), steps(&area, pooled[1]), steps(&across, pooled[1])];
    // what an area shares with its state is part of what varies within each
    let common: [f64; 4] = std::array::from_fn(|near| steps[0][near].min(steps[1][near]).min(steps[2][near]));
    let [state, area, between] = [sums(steps[0]), sums(steps[1]), sums(common)];
    let own = |(code, means): (&&str, &[Mean; 2])| Own {
        code: (*code).to_owned(),
        loading: loadings[code],
        mean: means.map(Mean::value),
        variance: std::array::from_fn(|level| {
            // a few cells say little: as if ten more stood at the common variance
            let Mean { sum, count } = variances[code][level];
            let variance = 10.0f64.mul_add(pooled[level].value(), sum) / (count + 10.0);
            variance.max(([state, area][level].minor + common[3]) * 1.02)
        }),
    };
    Gaps { state, area, between, error, occupations: means.iter().map(own).collect() }
}

/// How strongly each occupation moves with the others of its place: the slope on their mean, around 1.
fn loadings<'c>(
    places: &BTreeMap<Place<'c>, Vec<&'c Cell>>,
    away: &impl Fn(&Cell) -> f64,
) -> BTreeMap<&'c str, f64> {
    let mut sums: BTreeMap<&str, [f64; 2]> = BTreeMap::new();
    for here in places.values().filter(|here| here.len() > 4) {
        let total: f64 = here.iter().map(|cell| away(cell)).sum();
        for cell in here {
            #[expect(clippy::cast_precision_loss, reason = "a few occupations")]
            let others = (total - away(cell)) / (here.len() - 1) as f64;
            let sums = sums.entry(&cell.code).or_default();
            sums[0] += away(cell) * others;
            sums[1] += others * others;
        }
    }
    let codes = places.values().flatten().map(|cell| cell.code.as_str());
    codes
        .map(|code| {
            // a few cells say little: as if as much more were seen at 1 as ten cells show
            let [with, alone] = sums.get(code).copied().unwrap_or_default();
            (code, ((with + 0.1) / (alone + 0.1)).clamp(0.4, 2.0))
        })
        .collect()
}

/// What each nearness adds to what is shared; nothing is added where nothing was seen.
fn steps(pairs: &[Mean; 4], pooled: Mean) -> [f64; 4] {
    let mut so_far = 0.0;
    std::array::from_fn(|near| {
        let mean = if near == 3 && pairs[3].count == 0.0 { pooled } else { pairs[near] };
        let step = if mean.count > 0.0 { (mean.value() - so_far).max(0.0) } else { 0.0 };
        so_far += step;
        step
    })
}

fn sums([any, major, minor, same]: [f64; 4]) -> Shared {
    Shared { any, major: any + major, minor: any + major + minor, same: any + major + minor + same }
}

type Place<'c> = (&'c str, Option<&'c str>);

fn by_place<'c>(cells: &[&'c Cell]) -> BTreeMap<Place<'c>, Vec<&'c Cell>> {
    let mut places: BTreeMap<Place<'c>, Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        places.entry((&cell.state, cell.area.as_deref())).or_default().push(cell);
    }
    places
}

/// Predicts each cell from those that were not left out with it; `fold` says with which group a cell is left out.
#[must_use]
pub fn left_out(cells: &[Cell], folds: usize, fold: impl Fn(usize) -> usize) -> Vec<(f64, f64)> {
    let mut predicted = vec![(0.0, 0.0); cells.len()];
    for group in 0..folds {
        let kept: Vec<&Cell> =
            cells.iter().enumerate().filter(|(at, _)| fold(*at) != group).map(|(_, cell)| cell).collect();
        let gaps = fit(&kept);
        let places = by_place(&kept);
        for (at, cell) in cells.iter().enumerate().filter(|(at, _)| fold(*at) == group) {
            let here = places.get(&(cell.state.as_str(), cell.area.as_deref()));
            let around = cell.area.as_ref().and_then(|_| places.get(&(cell.state.as_str(), None)));
            let known: Vec<Known<'_>> = here
                .into_iter()
                .chain(around)
                .flatten()
                .map(|known| Known { code: &known.code, level: known.level(), ratio: known.ratio })
                .collect();
            predicted[at] = predict(&gaps, &known, &cell.code, cell.level()).unwrap_or_default();
        }
    }
    predicted
}
