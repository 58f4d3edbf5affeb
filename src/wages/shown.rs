//! What is known of a role's pay in a region, with where each figure is from: `careerpath.wages/1`.

use serde::Serialize;

use super::{Moment, Origin, PayBook};
use crate::graph::{Graph, Growth, Premium, RegionIx, RoleIx};
use crate::provenance::{Amount, Basis, SourceIx};
use crate::units::Money;
use crate::words::Language;

/// The last year of a trajectory that is shown.
const YEARS: u32 = 10;

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
    pub currency: crate::units::Currency,
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
    /// What is told to move pay in it.
    pub premia: Vec<Told>,
    /// What the bands are worth.
    pub coverage: Coverage,
    /// The growth in the years' figures, where they are in money of the day; none where they are in constant money.
    pub nominal: Option<Drift>,
    /// The year whose money the figures are in, but for that growth.
    pub base_year: u32,
}

/// Where the figures of a distribution are from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct From {
    /// The region whose figures they are, by title.
    pub region: String,
    /// How they came to be there.
    pub basis: Basis,
    /// What tells them, where the region itself publishes none.
    pub imputed_from: Option<String>,
    /// How far, as a share, eight in ten such figures come out from what would be published; zero where they are.
    pub spread: f64,
    /// How many of 100 such figures held out came out no further; none where the spread is a judgement.
    pub spread_held: Option<f64>,
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
    /// How it came to be known.
    pub basis: Basis,
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

/// A premium as told.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Told {
    /// What it is.
    pub what: String,
    /// Pay with it over pay without, or over that of all for an employer's setting.
    pub ratio: f64,
    /// The lowest and the highest that the source gives.
    pub range: [f64; 2],
    /// How it came to be known.
    pub basis: Basis,
    /// The time it speaks of.
    pub period: String,
    /// Who says so, and what it is called.
    pub source: String,
}

/// What the bands of the years are worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coverage {
    /// How many of 100 people held out they held, in years later than those they were fitted on.
    pub held: f64,
    /// Whom that was measured on.
    pub people: String,
    /// How many person-years.
    pub cases: usize,
    /// The source of it.
    pub source: String,
}

/// Growth over calendar time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drift {
    /// Yearly growth of the major group's pay, as a share.
    pub yearly: f64,
    /// The last year of the figures it is from.
    pub until: u32,
    /// Median absolute error in percent after 1, 3 and 6 years, held out.
    pub off: [f64; 3],
    /// The source of it.
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
    /// A role's pay in a region for somebody with so many months in the field and in the role; in money of the day if asked
    /// for, where that is known.
    #[must_use]
    pub fn of(graph: &Graph, role: RoleIx, region: RegionIx, experience: [u32; 2], nominal: bool) -> Self {
        let book = PayBook::new(graph, region);
        let told = &graph.roles[role.at()];
        let occupation = &graph.occupations[told.occupation.at()];
        let drift = Drift::of(graph, &book, role).filter(|_| nominal);
        let growth = drift.as_ref().map_or(1.0, |drift| 1.0 + drift.yearly);
        let year = |year: u32| {
            let [field, tenure] = experience.map(|months| months + 12 * year);
            let band = book.band(role, Moment { field, tenure, since: 12 * year })?;
            let then =
                |money: Money| Money::from_units(money.units() * libm::pow(growth, f64::from(year))).units();
            Some(Year { year, low: band.low.map(then), mid: then(band.mid), high: band.high.map(then) })
        };
        let point = |point: &super::Point| Point {
            percentile: point.percentile,
            yearly: Money::from_units(point.yearly).units(),
            basis: point.basis,
        };
        Self {
            format: "careerpath.wages/1",
            role: told.names.id.clone(),
            title: told.names.title.clone(),
            region: graph.regions.get(region).title.clone(),
            occupation: occupation.code.clone(),
            occupation_title: occupation.title.clone(),
            currency: graph.currency,
            from: From::of(graph, &book, role),
            distribution: book.distribution(role).iter().map(point).collect(),
            part: Part {
                from: told.place.value.from,
                to: told.place.value.to,
                basis: told.place.basis,
                source: cited(graph, told.place.source).0,
            },
            experience,
            years: (0..=if drift.is_some() { Growth::MEASURED } else { YEARS }).filter_map(year).collect(),
            premia: graph.premia(role).filter_map(|premium| Told::of(graph, premium)).collect(),
            coverage: Coverage::of(graph, &book),
            nominal: drift,
            base_year: graph.base_year,
        }
    }
}

/// Who says so and what it is called; where it can be read.
fn cited(graph: &Graph, source: SourceIx) -> (String, String) {
    let source = graph.source(source);
    let comma = if source.publisher.is_empty() { "" } else { ", " };
    (format!("{}{comma}{}", source.publisher, source.title), source.address.clone())
}

impl From {
    fn of(graph: &Graph, book: &PayBook, role: RoleIx) -> Option<Self> {
        let found = book.source(role)?;
        let (source, address) = cited(graph, found.source);
        Some(Self {
            region: graph.regions.get(found.region).title.clone(),
            basis: found.basis,
            imputed_from: found.told(graph, Language::En),
            spread: book.spread(role),
            spread_held: held(graph, role, found.origin),
            period: found.period.clone(),
            source,
            address,
        })
    }
}

impl Told {
    fn of(graph: &Graph, premium: &Premium) -> Option<Self> {
        let Amount::Known { value, low, high } = premium.ratio.value else { return None };
        Some(Self {
            what: premium.what.clone(),
            ratio: value,
            range: [low, high],
            basis: premium.ratio.basis,
            period: premium.ratio.period.clone(),
            source: cited(graph, premium.ratio.source).0,
        })
    }
}

/// How many of 100 held-out figures of a role's occupation came out within the spread, where that was measured.
fn held(graph: &Graph, role: RoleIx, origin: Origin) -> Option<f64> {
    let Origin::Others(_) = origin else { return None };
    let code = &graph.occupations[graph.roles[role.at()].occupation.at()].code;
    Some(graph.pay_model.places.as_ref()?.width(code)?.held)
}

impl Coverage {
    fn of(graph: &Graph, book: &PayBook) -> Self {
        let (people, held) = (&graph.pay_model.people, &book.coverages().unknown);
        let source = cited(graph, graph.source_by_id(&people.source)).0;
        Self { held: held.held_later, people: people.of.clone(), cases: held.cases, source }
    }
}

impl Drift {
    /// The growth of a role's pay, where it is known.
    #[must_use]
    pub fn of(graph: &Graph, book: &PayBook, role: RoleIx) -> Option<Self> {
        let (growth, log) = (graph.pay_model.growth.as_ref()?, book.growth(role)?);
        let source = cited(graph, graph.source_by_id(&growth.source)).0;
        Some(Self { yearly: libm::exp(log) - 1.0, until: growth.until, off: growth.off, source })
    }
}
