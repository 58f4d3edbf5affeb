//! What is known of a role's pay in a region, with where each figure is from: `careerpath.wages/1`.

use serde::Serialize;

use super::PayBook;
use crate::graph::{Graph, RegionIx, RoleIx};
use crate::provenance::{Basis, SourceIx};
use crate::units::Money;

/// How many years of a trajectory are shown.
const YEARS: u32 = 11;

/// A role's pay in a region.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// `careerpath.wages/1`.
    pub format: &'static str,
    /// The role's id.
    pub role: String,
    /// The role's title.
    pub title: String,
    /// The region asked for, by title.
    pub region: String,
    /// The occupation code under which pay is published.
    pub occupation: String,
    /// The occupation's title.
    pub occupation_title: String,
    /// The currency's sign.
    pub symbol: &'static str,
    /// Where the figures of the distribution are from; none where pay is not known.
    pub from: Option<From>,
    /// Yearly pay of the occupation by percentile.
    pub distribution: Vec<Point>,
    /// Which part of that distribution the role is.
    pub part: Part,
    /// Months worked in the field and in the role before the first year shown.
    pub experience: [u32; 2],
    /// Yearly pay with its band at the start of each year from now on.
    pub years: Vec<Year>,
}

/// Where the figures of a distribution are from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct From {
    /// The region whose figures they are, by title.
    pub region: String,
    /// How they came to be there.
    pub basis: Basis,
    /// Whether the occupation's wider group stood in for it.
    pub wider: bool,
    /// The time they speak of.
    pub period: String,
    /// Who says so, and what it is called.
    pub source: String,
    /// Where it can be read.
    pub address: String,
}

/// Yearly pay at a percentile.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// The percentile.
    pub percentile: f64,
    /// Yearly pay in whole units of the currency.
    pub yearly: f64,
}

/// Which part of its occupation's distribution a role is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// Its lowest percentile.
    pub from: f64,
    /// Its highest percentile.
    pub to: f64,
    /// How that came to be known.
    pub basis: Basis,
    /// Who says so, and what it is called.
    pub source: String,
}

/// Yearly pay with its band.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Year {
    /// Years from now.
    pub year: u32,
    /// A tenth of the people with this experience earn less.
    pub low: Option<f64>,
    /// Half of them earn less.
    pub mid: f64,
    /// A tenth of them earn more.
    pub high: Option<f64>,
}

impl Shown {
    /// A role's pay in a region for somebody with so many months in the field and in the role.
    #[must_use]
    pub fn of(graph: &Graph, role: RoleIx, region: RegionIx, experience: [u32; 2]) -> Self {
        let book = PayBook::new(graph, region);
        let told = &graph.roles[role.at()];
        let occupation = &graph.occupations[told.occupation.at()];
        let cited = |source: SourceIx| {
            let source = graph.source(source);
            let comma = if source.publisher.is_empty() { "" } else { ", " };
            (format!("{}{comma}{}", source.publisher, source.title), source.address.clone())
        };
        let from = book.source(role).map(|found| {
            let (source, address) = cited(found.source);
            From {
                region: graph.regions.get(found.region).title.clone(),
                basis: found.basis,
                wider: found.wider,
                period: found.period.clone(),
                source,
                address,
            }
        });
        let year = |year: u32| {
            let [field, tenure] = experience.map(|months| months + 12 * year);
            let band = book.band(role, field, tenure)?;
            Some(Year {
                year,
                low: band.low.map(Money::units),
                mid: band.mid.units(),
                high: band.high.map(Money::units),
            })
        };
        let points = book.distribution(role).iter();
        Self {
            format: "careerpath.wages/1",
            role: told.names.id.clone(),
            title: told.names.title.clone(),
            region: graph.regions.get(region).title.clone(),
            occupation: occupation.code.clone(),
            occupation_title: occupation.title.clone(),
            symbol: graph.currency.symbol(),
            from,
            distribution: points
                .map(|(percentile, yearly)| Point { percentile: *percentile, yearly: *yearly })
                .collect(),
            part: Part {
                from: told.place.value.from,
                to: told.place.value.to,
                basis: told.place.basis,
                source: cited(told.place.source).0,
            },
            experience,
            years: (0..YEARS).filter_map(year).collect(),
        }
    }
}
