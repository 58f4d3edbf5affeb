//! Pay of a job from outside the graph.

use libm::exp;

use super::curve::Curve;
use super::own::years;
use super::{Band, PayBook, PaySource, Place, RolePay, Standing, share_of};
use crate::graph::{Change, Graph, RegionIx};
use crate::profile::Profile;
use crate::units::Money;

/// What is known of it.
#[derive(Debug, Clone)]
pub(super) enum Outside {
    /// Only what the person told, taken to stay as it is.
    Told(Money),
    /// What its occupation pays.
    Occupation {
        pay: Box<RolePay>,
        /// Months of experience in it for which work elsewhere counts.
        elsewhere: u32,
    },
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
            let people = &graph.pay_model.people;
            let kind = people.kind(job.code.as_deref().unwrap_or_default());
            let others = profile.months_in_field() + profile.all_outside_months() - job.months;
            let elsewhere = share_of(others, people.kinds[kind].typical.elsewhere);
            Some(Self::Occupation {
                pay: Box::new(RolePay { figures, curve, from: 0.0, to: 100.0, kind }),
                elsewhere,
            })
        });
        paid.or(profile.current_pay.map(Self::Told))
    }

    /// Pay by its occupation.
    pub fn pay(&self) -> Option<&RolePay> {
        match self {
            Self::Told(_) => None,
            Self::Occupation { pay, .. } => Some(pay),
        }
    }
}

impl PayBook {
    /// Median yearly pay in the job of today that is outside the graph after so many months in it and since today; nothing
    /// where there is no such job or nothing tells its pay.
    #[must_use]
    pub fn outside_yearly(&self, tenure: u32, since: u32) -> Option<Money> {
        self.outside_band(tenure, since).map(|band| band.mid)
    }

    /// The same for a month, in cents.
    #[must_use]
    pub fn outside_month(&self, tenure: u32, since: u32) -> Option<i64> {
        self.outside_yearly(tenure, since).map(|yearly| yearly.monthly().cents())
    }

    /// The most that it can ever pay in a month by so many months in it, in cents.
    #[must_use]
    pub fn outside_month_at_most(&self, tenure: u32) -> Option<i64> {
        let outside = self.outside.as_ref()?;
        match (outside.pay(), &self.own) {
            (Some(pay), Some(own)) => {
                let (left, beyond) = own.held_most_left();
                let most = exp(pay.curve.at_odds(self.outside_usual(outside, tenure) + left) + beyond);
                Some(Money::from_units(most).monthly().cents() + 1)
            }
            _ => self.outside_month(tenure, 0),
        }
    }

    /// What is usual in it after so many months, in log odds of its occupation's percentile.
    pub(super) fn outside_usual(&self, outside: &Outside, tenure: u32) -> f64 {
        let Outside::Occupation { pay, elsewhere } = outside else { return 0.0 };
        self.market.surfaces[pay.kind].at(years(tenure + elsewhere), years(tenure))
    }

    /// Yearly pay in it with its band; without ends where only the person's own pay is known.
    #[must_use]
    pub fn outside_band(&self, tenure: u32, since: u32) -> Option<Band> {
        let outside = self.outside.as_ref()?;
        let (pay, elsewhere) = match outside {
            Outside::Told(told) => return Some(Band { low: None, mid: *told, high: None }),
            Outside::Occupation { pay, elsewhere } => (pay, elsewhere),
        };
        let late = self.own.as_ref().map_or(0, |own| own.late(tenure));
        let usual = self.outside_usual(outside, tenure.saturating_sub(late));
        let left = self.own.as_ref().map(|own| own.held_left(&self.market.people.kept, years(since)));
        let (left, beyond) = left.unwrap_or_default();
        let known = self.own.as_ref().map(|_| (Change::NONE, since));
        let ends = self.ends(pay.kind, known, tenure + elsewhere);
        Some(pay.band(Standing { odds: usual + left, beyond }, ends))
    }

    /// Where its pay comes from; nothing where only the person tells it.
    #[must_use]
    pub fn outside_source(&self) -> Option<&PaySource> {
        self.outside.as_ref()?.pay().map(|pay| &pay.figures.source)
    }
}
