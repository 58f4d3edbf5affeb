//! What a role pays in a region after so much experience: published figures, placed by experience and one's own pay.
//!
//! [`PayBook`] is the one face of this module: made once per region, told a person's own pay, asked for yearly pay.

mod books;
pub mod curve;
pub mod gaps;
mod outside;
mod own;
mod region;
pub mod shown;
mod stretch;
pub mod study;
pub mod surface;

use std::sync::Arc;

use libm::exp;

use crate::graph::{Ends, Graph, PayRow, People, RegionIx, RoleIx};
use crate::profile::Profile;
use crate::provenance::{Basis, SourceIx};
use crate::units::Money;
use crate::words::Language;
pub use books::PayBooks;
use curve::{Curve, odds, percentile_of};
use outside::Outside;
use own::{Own, years};
pub use region::{Figures, Place, Point};
use stretch::Stretches;
use surface::Surface;

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

/// What stands behind the pay of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It is published for the region.
    Published,
    /// So many figures of other occupations, or of the state, tell it.
    Others(usize),
    /// It is that of a region around it.
    Around,
}

/// Where a role's pay comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaySource {
    /// The region whose figures are used.
    pub region: RegionIx,
    /// `Observed` or `Published` where the region itself has figures, else `Imputed`.
    pub basis: Basis,
    /// What stands behind it.
    pub origin: Origin,
    /// Whether the occupation's wider group stood in for it.
    pub wider: bool,
    /// Where it was read.
    pub source: SourceIx,
    /// The time it speaks of.
    pub period: String,
}

impl PaySource {
    fn new(row: &PayRow, region: RegionIx, basis: Basis, origin: Origin) -> Self {
        Self { region, basis, origin, wider: false, source: row.source, period: row.period.clone() }
    }

    /// What tells it where it is not published, in the words of a language.
    #[must_use]
    pub fn told(&self, graph: &Graph, language: Language) -> Option<String> {
        let title = |region: RegionIx| graph.said(&graph.regions.get(region).title, language);
        let from = match self.origin {
            Origin::Published if self.basis != Basis::Imputed => return None,
            Origin::Published | Origin::Around => title(self.region).to_owned(),
            Origin::Others(figures) => {
                let state = graph.regions.upward(self.region).nth(1).filter(|at| at.0 > 0);
                let told = [("n", figures.into()), ("region", title(self.region).into())];
                match state.map(title) {
                    None => language.say("from-others", told),
                    Some(state) => {
                        language.say("from-others-and", told.into_iter().chain([("state", state.into())]))
                    }
                }
            }
        };
        Some(if self.wider { language.say("from-wider", [("from", from.into())]) } else { from })
    }
}

/// Pay of every role in one region.
#[derive(Debug, Clone)]
pub struct PayBook {
    market: Arc<Market>,
    own: Option<Own>,
    /// The job of today, where it is outside the graph.
    outside: Option<Outside>,
    region: RegionIx,
}

/// Pay of every role in one region, whoever asks.
#[derive(Debug)]
struct Market {
    people: People,
    surface: Surface,
    roles: Vec<Option<RolePay>>,
    /// Yearly growth of log pay, per role.
    growth: Vec<Option<f64>>,
    all_workers: Option<(Money, RegionIx)>,
    stretches: Stretches,
}

#[derive(Debug, Clone)]
struct RolePay {
    figures: Figures,
    curve: Curve,
    from: f64,
    to: f64,
}

impl RolePay {
    /// Log of yearly pay at a percentile of the role's own distribution.
    fn at(&self, percentile: f64) -> f64 {
        self.curve.at((self.to - self.from).mul_add(percentile / 100.0, self.from))
    }

    /// The percentile of the role's own distribution at which so much is paid, by its log.
    fn percentile(&self, pay: f64) -> f64 {
        (100.0 * (self.curve.percentile(pay) - self.from) / (self.to - self.from)).clamp(0.0, 100.0)
    }

    /// Whether enough is published to tell how pay is spread.
    fn banded(&self) -> bool {
        self.figures.points.len() >= 3
    }
}

impl PayBook {
    /// Looks up every role's pay in a region of a graph.
    #[must_use]
    pub fn new(graph: &Graph, region: RegionIx) -> Self {
        let place = Place::new(graph, region);
        let occupations: Vec<Option<(Figures, Curve)>> = (0..)
            .map(crate::graph::OccupationIx)
            .take(graph.occupations.len())
            .map(|occupation| {
                let figures = place.figures(occupation)?;
                let points: Vec<(f64, f64)> =
                    figures.points.iter().map(|point| (point.percentile, point.yearly)).collect();
                Some((figures, Curve::through(&points)?))
            })
            .collect();
        let pay = |role: &crate::graph::Role| {
            let (figures, curve) = occupations[role.occupation.at()].clone()?;
            Some(RolePay { figures, curve, from: role.place.value.from, to: role.place.value.to })
        };
        let grows = |role: &crate::graph::Role| {
            graph.pay_model.growth.as_ref()?.yearly(&graph.occupations[role.occupation.at()].code)
        };
        let all_workers = graph.all_workers.and_then(|all| occupations[all.at()].as_ref());
        let all_workers = all_workers.and_then(|(figures, _)| {
            let median = figures.points.iter().find(|point| (point.percentile - 50.0).abs() < 1e-9)?;
            Some((Money::from_units(median.yearly), figures.source.region))
        });
        let market = Market {
            people: graph.pay_model.people.clone(),
            surface: Surface::of(&graph.pay_model.people.typical),
            roles: graph.roles.iter().map(pay).collect(),
            growth: graph.roles.iter().map(grows).collect(),
            all_workers,
            stretches: Stretches::new(graph.roles.len()),
        };
        Self { market: Arc::new(market), own: None, outside: None, region }
    }

    /// Pay of every role where a person lives, as the person's own pay tells it.
    #[must_use]
    pub fn of(graph: &Graph, profile: &Profile) -> Self {
        Self::new(graph, profile.region).knowing(graph, profile)
    }

    /// The same region for somebody whose own pay is told, if it is.
    #[must_use]
    pub fn knowing(&self, graph: &Graph, profile: &Profile) -> Self {
        let outside = Outside::of(graph, self.region, profile);
        let paid = outside.as_ref().and_then(Outside::pay);
        let own = Own::of(graph, profile, &self.market.roles, &self.market.surface, paid);
        Self { market: Arc::clone(&self.market), own, outside, region: self.region }
    }

    fn role(&self, role: RoleIx) -> Option<&RolePay> {
        let own = self.own.as_ref().and_then(|own| own.pay(role));
        own.or(self.market.roles[role.at()].as_ref())
    }

    /// The percentile of a role's own distribution at which a person stands, and how far in log pay beyond it.
    fn stands(&self, role: RoleIx, field: u32, tenure: u32) -> (f64, f64) {
        let typical = self.market.surface.at(years(field), years(tenure));
        match &self.own {
            None => (typical, 0.0),
            Some(own) => {
                let (left, beyond) = own.left(&self.market.people.kept, role, field);
                (percentile_of(odds(typical) + left), beyond)
            }
        }
    }

    /// Median yearly pay in a role after `field` months in the field and `tenure` months in the role; nothing where
    /// no pay is known. Never falls as either grows, but where one's own pay is above the typical.
    #[must_use]
    pub fn yearly(&self, role: RoleIx, field: u32, tenure: u32) -> Option<Money> {
        let pay = self.role(role)?;
        let (percentile, beyond) = self.stands(role, field, tenure);
        Some(Money::from_units(exp(pay.at(percentile) + beyond)))
    }

    /// The most that a role can ever pay in a month by so many months in the field and in it, in cents: own pay of today
    /// that is above the typical is taken never to wear off.
    #[must_use]
    pub fn month_at_most(&self, role: RoleIx, field: u32, tenure: u32) -> Option<i64> {
        let pay = self.role(role)?;
        let Some(own) = &self.own else { return self.month(role, field, tenure) };
        let (left, beyond) = own.most_left(role);
        let typical = self.market.surface.at(years(field), years(tenure));
        let most = Money::from_units(exp(pay.at(percentile_of(odds(typical) + left)) + beyond));
        Some(most.monthly().cents() + 1)
    }

    /// Yearly pay with its band: people's spread, and that of the figures where they are imputed.
    #[must_use]
    pub fn band(&self, role: RoleIx, field: u32, tenure: u32) -> Option<Band> {
        let pay = self.role(role)?;
        let (percentile, beyond) = self.stands(role, field, tenure);
        let since = self.own.as_ref().map_or_else(|| years(field), |own| own.since(role, field));
        Some(self.banded(pay, percentile, beyond, since))
    }

    /// Pay at a percentile of a distribution with its band after so many years.
    fn banded(&self, pay: &RolePay, percentile: f64, beyond: f64, since: f64) -> Band {
        let mid = pay.at(percentile);
        let ends = self.ends().widened(since);
        let end = |end: f64| {
            let people = pay.at(percentile_of(odds(percentile) + end)) - mid;
            let both = people.hypot(pay.figures.spread);
            pay.banded().then(|| Money::from_units(exp(mid + beyond + both.copysign(end))))
        };
        Band { low: end(ends[0]), mid: Money::from_units(exp(mid + beyond)), high: end(ends[1]) }
    }

    /// The ends of the bands in use, with what they held.
    #[must_use]
    pub fn ends(&self) -> &Ends {
        let people = &self.market.people;
        if self.own.is_some() { &people.known } else { &people.unknown }
    }

    /// Whether a person's own pay counts.
    #[must_use]
    pub const fn knows_own(&self) -> bool {
        self.own.is_some()
    }

    /// Whether one's own pay lies outside of the part of the occupation that is taken for the role held, so that the whole
    /// occupation stands in for it.
    #[must_use]
    pub fn unlike(&self, profile: &Profile) -> bool {
        let taken = profile.current.and_then(|current| self.market.roles[current.at()].as_ref());
        self.own.as_ref().zip(taken).is_some_and(|(own, taken)| own.outside(taken))
    }

    /// Percentiles and yearly pay of a role's occupation, both rising; empty where no pay is known.
    #[must_use]
    pub fn distribution(&self, role: RoleIx) -> &[Point] {
        self.role(role).map_or(&[], |pay| &pay.figures.points)
    }

    /// Where a role's pay comes from; nothing where no pay is known.
    #[must_use]
    pub fn source(&self, role: RoleIx) -> Option<&PaySource> {
        self.role(role).map(|pay| &pay.figures.source)
    }

    /// How far, as a share, eight in ten of a role's figures come out from what would be published; zero where they are.
    #[must_use]
    pub fn spread(&self, role: RoleIx) -> f64 {
        self.role(role).map_or(0.0, |pay| exp(pay.figures.spread) - 1.0)
    }

    /// Yearly growth of a role's log pay in money of the day; nothing where it is not known.
    #[must_use]
    pub fn growth(&self, role: RoleIx) -> Option<f64> {
        self.market.growth[role.at()]
    }

    /// Median yearly pay of all workers in the region or the nearest one around it, and which that is.
    #[must_use]
    pub fn all_workers(&self) -> Option<(Money, RegionIx)> {
        self.market.all_workers
    }
}
