//! Published pay by occupation and region, as the graph holds it.

use std::collections::BTreeMap;

use super::index::OccupationIx;
use super::region::RegionIx;
use crate::provenance::{Basis, Missing, SourceIx};

/// The percentiles that statistics offices publish.
pub const PERCENTILES: [f64; 5] = [10.0, 25.0, 50.0, 75.0, 90.0];

/// One published row of pay: yearly amounts at `PERCENTILES`, in the graph's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct PayRow {
    /// Yearly pay at each percentile, where published.
    pub yearly: [Option<f64>; 5],
    /// The time it speaks of.
    pub period: String,
    /// Where it was read.
    pub source: SourceIx,
    /// How it came to be; `Imputed` where hourly pay was turned into yearly.
    pub basis: Basis,
    /// Why nothing is given, where nothing is.
    pub missing: Option<Missing>,
}

impl PayRow {
    /// The median, where published.
    #[must_use]
    pub const fn median(&self) -> Option<f64> {
        self.yearly[2]
    }
}

/// All published pay of a graph.
#[derive(Debug, Clone, Default)]
pub struct PayTable {
    rows: BTreeMap<(OccupationIx, RegionIx), PayRow>,
}

impl PayTable {
    /// Adds a row; the one already there is given back and stays.
    pub fn add(&mut self, occupation: OccupationIx, region: RegionIx, row: PayRow) -> bool {
        match self.rows.entry((occupation, region)) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(row);
                true
            }
            std::collections::btree_map::Entry::Occupied(_) => false,
        }
    }

    /// What is published for an occupation in exactly this region.
    #[must_use]
    pub fn get(&self, occupation: OccupationIx, region: RegionIx) -> Option<&PayRow> {
        self.rows.get(&(occupation, region))
    }

    /// Every row with its occupation and region.
    pub fn all(&self) -> impl Iterator<Item = (OccupationIx, RegionIx, &PayRow)> {
        self.rows.iter().map(|((occupation, region), row)| (*occupation, *region, row))
    }
}

/// Yearly tuition and fees of a sector in a region.
#[derive(Debug, Clone, PartialEq)]
pub struct TuitionRow {
    /// Per academic year, in the graph's currency.
    pub per_year: Option<f64>,
    /// The time it speaks of.
    pub period: String,
    /// Where it was read.
    pub source: SourceIx,
    /// How it came to be.
    pub basis: Basis,
}

/// Jobs that open in an occupation in a year, and who else looks for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Competition {
    /// Openings a year in the whole occupation.
    pub openings: Option<f64>,
    /// Graduates a year of the fields that lead there.
    pub graduates: Option<f64>,
    /// The time it speaks of.
    pub period: String,
    /// Where it was read.
    pub source: SourceIx,
    /// How it came to be.
    pub basis: Basis,
}

/// Competition by occupation and region.
pub type CompetitionTable = BTreeMap<(OccupationIx, RegionIx), Competition>;

/// Tuition by sector and region.
pub type TuitionTable = BTreeMap<(String, RegionIx), TuitionRow>;
