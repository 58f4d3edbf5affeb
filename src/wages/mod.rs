//! What a role pays in a region after so much experience: published figures, placed by experience and one's own pay.
//!
//! [`PayBook`] is the one face of this module: made once per region, told a person's own pay, asked for yearly pay.

mod books;
pub mod curve;
pub mod gaps;
mod outside;
mod own;
mod region;
mod role_pay;
pub mod shown;
mod stretch;
pub mod study;
pub mod surface;

use std::sync::Arc;

use libm::exp;

use crate::graph::{Change, Coverages, Graph, PayRow, People, RegionIx, Role, RoleIx};
use crate::profile::Profile;
use crate::provenance::{Basis, SourceIx};
use crate::units::Money;
use crate::words::Language;
pub use books::PayBooks;
use curve::Curve;
use outside::Outside;
use own::{Own, Today, years};
pub use region::{Figures, Place, Point};
use role_pay::{RolePay, Standing};
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

/// How long somebody has worked when a month begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Months of experience that count for the role.
    pub field: u32,
    /// Months in the role.
    pub tenure: u32,
    /// Months since today, worked or not.
    pub since: u32,
}

impl Moment {
    /// Today, after so many months of experience and in the role.
    #[must_use]
    pub const fn today(field: u32, tenure: u32) -> Self {
        Self { field, tenure, since: 0 }
    }

    /// So many months of work in the role later.
    #[must_use]
    pub const fn later(self, months: u32) -> Self {
        Self { field: self.field + months, tenure: self.tenure + months, since: self.since + months }
    }

    /// After so many months less of experience and in the role, at the same time.
    const fn earlier(self, months: u32) -> Self {
        Self {
            field: self.field.saturating_sub(months),
            tenure: self.tenure.saturating_sub(months),
            since: self.since,
        }
    }
}

/// Pay of every role in one region.
#[derive(Debug, Clone)]
pub struct PayBook {
    market: Arc<Market>,
    own: Option<Own>,
    /// The job of today, where it is outside the graph.
    outside: Option<Outside>,
    /// Per role: months of its experience for which other work counts; none where there is no other work.
    elsewhere: Option<Box<[u32]>>,
    region: RegionIx,
}

/// Pay of every role in one region, whoever asks.
#[derive(Debug)]
struct Market {
    people: People,
    /// By kind of occupation.
    surfaces: Vec<Surface>,
    roles: Vec<Option<RolePay>>,
    /// Yearly growth of log pay, per role.
    growth: Vec<Option<f64>>,
    all_workers: Option<(Money, RegionIx)>,
    stretches: Stretches,
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
        let people = &graph.pay_model.people;
        let pay = |role: &Role| {
            let (figures, curve) = occupations[role.occupation.at()].clone()?;
            let (from, to) = (role.place.value.from, role.place.value.to);
            let kind = people.kind(&graph.occupations[role.occupation.at()].code);
            Some(RolePay { figures, curve, from, to, kind })
        };
        let grows = |role: &Role| {
            graph.pay_model.growth.as_ref()?.yearly(&graph.occupations[role.occupation.at()].code)
        };
        let all_workers = graph.all_workers.and_then(|all| occupations[all.at()].as_ref());
        let all_workers = all_workers.and_then(|(figures, _)| {
            let median = figures.points.iter().find(|point| (point.percentile - 50.0).abs() < 1e-9)?;
            Some((Money::from_units(median.yearly), figures.source.region))
        });
        let market = Market {
            surfaces: people.kinds.iter().map(|kind| Surface::of(&kind.typical)).collect(),
            people: people.clone(),
            roles: graph.roles.iter().map(pay).collect(),
            growth: graph.roles.iter().map(grows).collect(),
            all_workers,
            stretches: Stretches::new(graph.roles.len()),
        };
        Self::of_nobody(Arc::new(market), region)
    }

    /// The book of a market that says nothing of a person.
    const fn of_nobody(market: Arc<Market>, region: RegionIx) -> Self {
        Self { market, own: None, outside: None, elsewhere: None, region }
    }

    /// The same book without its person.
    fn nobody(&self) -> Self {
        Self::of_nobody(Arc::clone(&self.market), self.region)
    }

    /// Pay of every role where a person lives, as the person's own pay tells it.
    #[must_use]
    pub fn of(graph: &Graph, profile: &Profile) -> Self {
        Self::new(graph, profile.region).knowing(graph, profile)
    }

    /// The same region for somebody whose other work, and whose own pay, is told, if it is.
    #[must_use]
    pub fn knowing(&self, graph: &Graph, profile: &Profile) -> Self {
        let mut book = self.nobody();
        book.outside = Outside::of(graph, self.region, profile);
        book.elsewhere = self.market.elsewhere(graph, profile);
        book.own = profile.current_pay.and_then(|_| {
            let outside = book.outside.as_ref().and_then(Outside::pay);
            // of an occupation that is not known, what is usual in any other stands for it
            let any = |months: u32, tenure: u32| {
                self.market.surfaces.last().map_or(0.0, |surface| surface.at(years(months), years(tenure)))
            };
            let (pay, usual, tenure) = match (profile.current, &profile.outside) {
                (Some(current), _) => {
                    let pay = self.market.roles[current.at()].as_ref();
                    let now = Moment::today(profile.months_in_field(), profile.months_in(current));
                    let usual = |pay: &RolePay| book.usual(current, pay, now);
                    (pay, pay.map_or_else(|| any(now.field, now.tenure), usual), now.tenure)
                }
                (None, Some(job)) => {
                    let worked = profile.months_in_field() + profile.all_outside_months();
                    let usual = book.outside.as_ref().filter(|_| outside.is_some());
                    let usual = usual.map(|outside| book.outside_usual(outside, job.months));
                    (outside, usual.unwrap_or_else(|| any(worked, job.months)), job.months)
                }
                (None, None) => return None,
            };
            let held = profile.current.map(|current| graph.roles[current.at()].occupation);
            let code = match held {
                Some(occupation) => Some(graph.occupations[occupation.at()].code.as_str()),
                None => profile.outside.as_ref().and_then(|job| job.code.as_deref()),
            };
            Own::of(graph, profile, &self.market.roles, Today { pay, code, usual, tenure })
        });
        book
    }

    fn role(&self, role: RoleIx) -> Option<&RolePay> {
        self.market.roles[role.at()].as_ref()
    }

    /// Months of experience that count for pay in a role: those in the field, and other work as far as it counts.
    fn experience(&self, role: RoleIx, field: u32) -> u32 {
        field + self.elsewhere.as_ref().map_or(0, |elsewhere| elsewhere[role.at()])
    }

    /// What is usual in a role, in log odds of its occupation's percentile.
    fn usual(&self, role: RoleIx, pay: &RolePay, at: Moment) -> f64 {
        let experience = self.experience(role, at.field);
        pay.placed(self.market.surfaces[pay.kind].at(years(experience), years(at.tenure)))
    }

    /// Where a person stands in a role's occupation.
    fn stands(&self, role: RoleIx, pay: &RolePay, at: Moment) -> Standing {
        let held = self.own.as_ref().filter(|own| own.is_held(role));
        let usual = self.usual(role, pay, held.map_or(at, |own| at.earlier(own.late(at.tenure))));
        let left = self.own.as_ref().map(|own| own.left(&self.market.people.kept, role, years(at.since)));
        let (left, beyond) = left.unwrap_or_default();
        Standing { odds: usual + left, beyond }
    }

    /// Median yearly pay in a role; nothing where no pay is known. Never falls as months in the field or in the role grow; where
    /// one's own pay is known, it wears off with the months since today.
    #[must_use]
    pub fn yearly(&self, role: RoleIx, at: Moment) -> Option<Money> {
        let pay = self.role(role)?;
        let stands = self.stands(role, pay, at);
        Some(Money::from_units(exp(pay.curve.at_odds(stands.odds) + stands.beyond)))
    }

    /// The most that a role can ever pay in a month by so many months in the field and in it, in cents: own pay of today
    /// that is above the usual is taken never to wear off.
    #[must_use]
    pub fn month_at_most(&self, role: RoleIx, field: u32, tenure: u32) -> Option<i64> {
        let pay = self.role(role)?;
        let at = Moment::today(field, tenure);
        let Some(own) = &self.own else { return self.month(role, at) };
        let (left, beyond) = own.most_left(role);
        let most = Money::from_units(exp(pay.curve.at_odds(self.usual(role, pay, at) + left) + beyond));
        Some(most.monthly().cents() + 1)
    }

    /// Yearly pay with its band; nothing where no pay is known.
    #[must_use]
    pub fn band(&self, role: RoleIx, at: Moment) -> Option<Band> {
        let pay = self.role(role)?;
        Some(pay.band(self.stands(role, pay, at), self.ends_of(role, at)?))
    }

    /// The ends of a role's band in log odds of the percentile, from its middle; nothing where no pay is known.
    #[must_use]
    pub fn ends_of(&self, role: RoleIx, at: Moment) -> Option<[f64; 2]> {
        let known = self.own.as_ref().map(|own| (own.change(role), at.since));
        Some(self.ends(self.role(role)?.kind, known, self.experience(role, at.field)))
    }

    /// The ends of a band in log odds: by what changed and the months since today where one's own pay is known, else by months
    /// of experience.
    fn ends(&self, kind: usize, known: Option<(Change, u32)>, experience: u32) -> [f64; 2] {
        let (people, kind) = (&self.market.people, &self.market.people.kinds[kind]);
        match known {
            None => kind.unknown.widened(years(experience)),
            Some((change, since)) => {
                people.after(change).widened(years(since)).map(|end| end * kind.scale(change.pays))
            }
        }
    }

    /// The share of people held out that the bands held.
    #[must_use]
    pub fn coverages(&self) -> &Coverages {
        &self.market.people.held
    }

    /// Whether a person's own pay counts.
    #[must_use]
    pub const fn knows_own(&self) -> bool {
        self.own.is_some()
    }

    /// Whether one's own pay lies outside of the part of the occupation that is taken for the role held.
    #[must_use]
    pub fn unlike(&self, profile: &Profile) -> bool {
        let taken = profile.current.and_then(|current| self.role(current));
        self.own.as_ref().zip(taken).is_some_and(|(own, taken)| own.is_outside(taken))
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

impl Market {
    /// Per role: the months of its experience for which a person's other work counts; nothing where there is none.
    fn elsewhere(&self, graph: &Graph, profile: &Profile) -> Option<Box<[u32]>> {
        let all = profile.all_outside_months();
        if all == 0 {
            return None;
        }
        let counted = |(role, pay): (RoleIx, &Option<RolePay>)| {
            let kind = &self.people.kinds[pay.as_ref().map_or(0, |pay| pay.kind)];
            share_of(all.saturating_sub(profile.related(graph, role).months), kind.typical.elsewhere)
        };
        Some((0..).map(RoleIx).zip(&self.roles).map(counted).collect())
    }
}

/// A share of some months, in whole ones.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count")]
fn share_of(months: u32, share: f64) -> u32 {
    (f64::from(months) * share).round() as u32
}
