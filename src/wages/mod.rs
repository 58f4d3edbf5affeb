//! What a role pays in a region after so much experience: published figures, placed by experience.
//!
//! [`PayBook`] is the one face of this module: made once per region, asked for yearly pay.

mod experience;
pub mod gaps;
mod region;
pub mod shown;
pub mod study;
pub mod surface;

use crate::graph::{Graph, RegionIx, RoleIx};
use crate::provenance::{Basis, SourceIx};
use crate::units::Money;
use experience::Places;
pub use region::{Published, published};

/// Yearly pay with its 80 % band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// A tenth of the people with this experience earn less.
    pub low: Option<Money>,
    /// Half of them earn less.
    pub mid: Money,
    /// A tenth of them earn more.
    pub high: Option<Money>,
}

/// Where a role's pay comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaySource {
    /// The region whose figures are used.
    pub region: RegionIx,
    /// `Observed` or `Published` where the region itself has figures, else `Imputed`.
    pub basis: Basis,
    /// Whether the occupation's wider group stood in for it.
    pub wider: bool,
    /// Where it was read.
    pub source: SourceIx,
    /// The time it speaks of.
    pub period: String,
}

/// Pay of every role in one region.
#[derive(Debug, Clone)]
pub struct PayBook {
    places: Places,
    roles: Vec<Option<RolePay>>,
    all_workers: Option<(Money, RegionIx)>,
}

#[derive(Debug, Clone)]
struct RolePay {
    /// Percentile of the occupation and yearly pay, both rising.
    points: Vec<(f64, f64)>,
    from: f64,
    to: f64,
    /// Share by which the band widens on each side.
    spread: f64,
    source: PaySource,
}

impl PayBook {
    /// Looks up every role's pay in a region of a graph.
    #[must_use]
    pub fn new(graph: &Graph, region: RegionIx) -> Self {
        let imputed_spread = graph.method.imputed_spread.known().expect("the check proved it known");
        let roles = graph
            .roles
            .iter()
            .map(|role| {
                let published = published(graph, role.occupation, region)?;
                let slice = role.place.value;
                let spread = if published.source.basis == Basis::Imputed { imputed_spread } else { 0.0 };
                Some(RolePay {
                    points: published.points,
                    from: slice.from,
                    to: slice.to,
                    spread,
                    source: published.source,
                })
            })
            .collect();
        let all_workers = graph.all_workers.and_then(|all| published(graph, all, region)).and_then(|found| {
            let median = found.points.iter().find(|(percentile, _)| (percentile - 50.0).abs() < 1e-9)?;
            Some((Money::from_units(median.1), found.source.region))
        });
        Self { places: Places::fit(graph), roles, all_workers }
    }

    /// Median yearly pay in a role after `field` months in the field and `tenure` months in the role; nothing where
    /// no pay is known. Never falls as either grows.
    #[must_use]
    pub fn yearly(&self, role: RoleIx, field: u32, tenure: u32) -> Option<Money> {
        let pay = self.roles[role.at()].as_ref()?;
        Some(Money::from_units(pay.at(self.places.at(field, tenure)[1])))
    }

    /// Yearly pay with its band.
    #[must_use]
    pub fn band(&self, role: RoleIx, field: u32, tenure: u32) -> Option<Band> {
        let pay = self.roles[role.at()].as_ref()?;
        let [low, mid, high] = self.places.at(field, tenure);
        let banded = pay.points.len() >= 3;
        Some(Band {
            low: banded.then(|| Money::from_units(pay.at(low) * (1.0 - pay.spread))),
            mid: Money::from_units(pay.at(mid)),
            high: banded.then(|| Money::from_units(pay.at(high) * (1.0 + pay.spread))),
        })
    }

    /// Percentiles and yearly pay of a role's occupation, both rising; empty where no pay is known.
    #[must_use]
    pub fn distribution(&self, role: RoleIx) -> &[(f64, f64)] {
        self.roles[role.at()].as_ref().map_or(&[], |pay| &pay.points)
    }

    /// Where a role's pay comes from; nothing where no pay is known.
    #[must_use]
    pub fn source(&self, role: RoleIx) -> Option<&PaySource> {
        self.roles[role.at()].as_ref().map(|pay| &pay.source)
    }

    /// Median yearly pay of all workers in the region or the nearest one around it, and which that is.
    #[must_use]
    pub const fn all_workers(&self) -> Option<(Money, RegionIx)> {
        self.all_workers
    }
}

impl RolePay {
    /// Yearly pay at a percentile of the role's own distribution, straight between published points and flat beyond.
    fn at(&self, percentile: f64) -> f64 {
        let place = self.from + (self.to - self.from) * percentile / 100.0;
        let above = self.points.iter().position(|(p, _)| *p >= place);
        match above {
            Some(0) => self.points[0].1,
            Some(next) => {
                let ((p0, y0), (p1, y1)) = (self.points[next - 1], self.points[next]);
                y0 + (y1 - y0) * (place - p0) / (p1 - p0)
            }
            None => self.points[self.points.len() - 1].1,
        }
    }
}
