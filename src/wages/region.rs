//! Published pay for an occupation and region, or the nearest that stands in for it.

use crate::graph::{Graph, OccupationIx, PERCENTILES, PayRow, RegionIx};
use crate::provenance::Basis;

use super::PaySource;

/// Percentiles and yearly pay, both rising, with where they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// Percentile of the occupation, yearly pay.
    pub points: Vec<(f64, f64)>,
    /// Where they come from.
    pub source: PaySource,
}

/// Finds pay for an occupation: in the region itself, else in the nearest region around it, else for the wider group
/// of occupations in the same order. Anything but the first is imputed.
#[must_use]
pub fn published(graph: &Graph, occupation: OccupationIx, region: RegionIx) -> Option<Published> {
    let mut group = Some(occupation);
    while let Some(code) = group {
        for at in graph.regions.upward(region) {
            let figures = graph.regions.get(at).figures.unwrap_or(at);
            let Some(row) = graph.pay.get(code, figures).filter(|row| row.median().is_some()) else {
                continue;
            };
            let own = code == occupation && at == region;
            let source = PaySource {
                region: figures,
                basis: if own { row.basis } else { Basis::Imputed },
                wider: code != occupation,
                source: row.source,
                period: row.period.clone(),
            };
            return Some(Published { points: points(row), source });
        }
        group = graph.occupations[code.at()].wider;
    }
    None
}

fn points(row: &PayRow) -> Vec<(f64, f64)> {
    PERCENTILES
        .into_iter()
        .zip(row.yearly)
        .filter_map(|(percentile, yearly)| Some((percentile, yearly?)))
        .collect()
}
