//! Where each point of a map stands: a column for each layer, the order within it so that few lines cross.

use std::collections::BTreeMap;

use super::layers;
use crate::report::{Map, Point};

/// Size of a box.
pub(super) const WIDE: f64 = 232.0;
pub(super) const HIGH: f64 = 38.0;
/// Between boxes.
const BETWEEN: f64 = 8.0;
const ACROSS: f64 = 74.0;
/// Around everything, and above it for what stands over the columns.
const EDGE: f64 = 14.0;
pub(super) const HEAD: f64 = 30.0;
/// How often the columns are ordered by their neighbours, from the left and from the right in turn.
const ROUNDS: usize = 12;

/// A map laid out.
pub(super) struct Layout<'m> {
    /// The points with the upper left corner of their boxes, column by column.
    pub placed: Vec<(&'m Point, f64, f64)>,
    /// Per column: its layer, and where its boxes begin.
    pub columns: Vec<(Option<u32>, f64)>,
    pub wide: f64,
    pub high: f64,
}

impl<'m> Layout<'m> {
    pub fn of(map: &'m Map) -> Self {
        let mut columns = layers(map);
        order(&mut columns, map);
        let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
        let high = HEAD + rows_high(rows) + 2.0 * EDGE;
        let mut placed = Vec::new();
        let mut heads = Vec::new();
        let mut x = EDGE;
        for column in &columns {
            heads.push((column.first().and_then(|point| point.layer), x));
            let mut y = HEAD + EDGE;
            for point in column {
                placed.push((*point, x, y));
                y += HIGH + BETWEEN;
            }
            x += WIDE + ACROSS;
        }
        Self { placed, columns: heads, wide: (x - ACROSS + EDGE).max(WIDE), high }
    }
}

#[expect(clippy::cast_precision_loss, reason = "few rows")]
fn rows_high(rows: usize) -> f64 {
    rows as f64 * (HIGH + BETWEEN) - BETWEEN
}

/// Orders each column by the middle of what its points are joined to in the columns before, then after, in turn.
#[expect(clippy::cast_precision_loss, reason = "places in a column")]
fn order(columns: &mut [Vec<&Point>], map: &Map) {
    let mut joined: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for edge in &map.edges {
        joined.entry(&edge.from).or_default().push(&edge.to);
        joined.entry(&edge.to).or_default().push(&edge.from);
    }
    for round in 0..ROUNDS {
        let forth = round % 2 == 0;
        let columns_in_turn: Vec<usize> =
            if forth { (0..columns.len()).collect() } else { (0..columns.len()).rev().collect() };
        for at in columns_in_turn {
            let places: BTreeMap<&str, (usize, f64)> = columns
                .iter()
                .enumerate()
                .flat_map(|(column, points)| {
                    let middle = points.len() as f64 / 2.0;
                    points
                        .iter()
                        .enumerate()
                        .map(move |(row, point)| (point.key.as_str(), (column, row as f64 - middle)))
                })
                .collect();
            let middle = |point: &Point| {
                let beside = joined.get(point.key.as_str()).into_iter().flatten();
                let rows: Vec<f64> = beside
                    .filter_map(|key| places.get(key))
                    .filter(|(column, _)| if forth { *column < at } else { *column > at })
                    .map(|(_, row)| *row)
                    .collect();
                let own = places[point.key.as_str()].1;
                if rows.is_empty() { own } else { rows.iter().sum::<f64>() / rows.len() as f64 }
            };
            let mut keyed: Vec<(f64, &Point)> =
                columns[at].iter().map(|point| (middle(point), *point)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.key.cmp(&b.1.key)));
            columns[at] = keyed.into_iter().map(|(_, point)| point).collect();
        }
    }
}
