//! Pay of a job from outside the graph.

use libm::exp;

use super::curve::{Curve, odds, percentile_of};
use super::own::years;
use super::{Band, PayBook, PaySource, Place, RolePay};
use crate::graph::{Graph, RegionIx};
use crate::profile::Profile;
use crate::units::Money;

/// What is known of it.
#[derive(Debug, Clone)]
pub(super) enum Outside {
    /// Only what the person told, taken to stay as it is.
    Told(Money),
    /// What its occupation pays.
    Occupation(Box<RolePay>),
}

impl Outside {
    /// Of somebody who has such a job, where anything tells its pay.
    pub fn of(graph: &Graph, region: RegionIx, profile: &Profile) -> Option<Self> {
        let job = profile.outside.as_ref()?;
        let figures = job.code.as_deref().and_then(|code| {
            let place = Place::new(graph, region);
            match graph.occupation(code) {
                Some(occupation) => place.figures(occupation),
                None => place.outside(code),
            }
        });
        let paid = figures.and_then(|figures| {
            let points: Vec<(f64, f64)> =
                figures.points.iter().map(|point| (point.percentile, point.yearly)).collect();
            let curve = Curve::through(&points)?;
            Some(Self::Occupation(Box::new(RolePay { figures, curve, from: 0.0, to: 100.0 })))
        });
        paid.or(profile.current_pay.map(Self::Told))
    }

    /// Pay by its occupation.
    pub fn pay(&self) -> Option<&RolePay> {
        match self {
            Self::Told(_) => None,
            Self::Occupation(pay) => Some(pay),
        }
    }
}

impl PayBook {
    /// Median yearly pay in the job of today that is outside the graph after so many months in it; nothing where there is
    /// no such job or nothing tells its pay.
    #[must_use]
    pub fn outside_yearly(&self, tenure: u32) -> Option<Money> {
        self.outside_band(tenure).map(|band| band.mid)
    }

    /// The same for a month, in cents.
    #[must_use]
    pub fn outside_month(&self, tenure: u32) -> Option<i64> {
        self.outside_yearly(tenure).map(|yearly| yearly.monthly().cents())
    }

    /// The most that it can ever pay in a month by so many months in it, in cents.
    #[must_use]
    pub fn outside_month_at_most(&self, tenure: u32) -> Option<i64> {
        match (self.outside.as_ref()?, &self.own) {
            (Outside::Occupation(pay), Some(own)) => {
                let pay = own.outside_pay().unwrap_or(pay);
                let (left, beyond) = own.outside_most_left();
                let typical = self.market.surface.at(years(tenure), years(tenure));
                let most = Money::from_units(exp(pay.at(percentile_of(odds(typical) + left)) + beyond));
                Some(most.monthly().cents() + 1)
            }
            _ => self.outside_month(tenure),
        }
    }

    /// Yearly pay in it with its band; without ends where only the person's own pay is known.
    #[must_use]
    pub fn outside_band(&self, tenure: u32) -> Option<Band> {
        let pay = match self.outside.as_ref()? {
            Outside::Told(told) => return Some(Band { low: None, mid: *told, high: None }),
            Outside::Occupation(pay) => pay,
        };
        let typical = self.market.surface.at(years(tenure), years(tenure));
        Some(match &self.own {
            None => self.banded(pay, typical, 0.0, years(tenure)),
            Some(own) => {
                let (left, beyond) = own.outside_left(&self.market.people.kept, tenure);
                let pay = own.outside_pay().unwrap_or(pay);
                let since = own.outside_since(tenure);
                self.banded(pay, percentile_of(odds(typical) + left), beyond, since)
            }
        })
    }

    /// Where its pay comes from; nothing where only the person tells it.
    #[must_use]
    pub fn outside_source(&self) -> Option<&PaySource> {
        self.outside.as_ref()?.pay().map(|pay| &pay.figures.source)
    }
}
