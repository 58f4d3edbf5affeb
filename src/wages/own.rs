//! A person's own pay: where it stands in what each role pays, and how much of that is still there later.

use libm::log;

use super::RolePay;
use super::curve::{odds, own_odds};
use super::surface::Surface;
use crate::graph::{Graph, Kept, RoleIx};
use crate::profile::Profile;
use crate::units::Money;

/// How far somebody's pay of today stands from the typical one, in log odds of the percentile.
#[derive(Debug, Clone)]
pub struct Own {
    /// Months in the field today.
    field: u32,
    current: RoleIx,
    /// From the typical pay of the role held, so that today's pay comes out.
    exact: f64,
    /// Per role, from the typical pay of people with as much experience if it were this role's pay; and whether the
    /// role is of another major group.
    stands: Vec<(f64, bool)>,
}

impl Own {
    /// Places a profile's own pay in every role; nothing where the profile tells none.
    pub fn of(
        graph: &Graph,
        profile: &Profile,
        roles: &[Option<RolePay>],
        surface: &Surface,
    ) -> Option<Self> {
        let (current, pay) = (profile.current?, profile.current_pay?);
        let (field, tenure) = (profile.months_in_field(), profile.months_in(current));
        let typical = odds(surface.at(years(field), years(tenure)));
        let place = |role: &RolePay| role.percentile(log(pay.units()));
        let major = |role: RoleIx| {
            let code = &graph.occupations[graph.roles[role.at()].occupation.at()].code;
            code.get(..2).unwrap_or(code)
        };
        let stands = (0..).map(RoleIx).zip(roles).map(|(role, pay)| {
            let stands = pay.as_ref().map_or(0.0, |pay| own_odds(place(pay)) - typical);
            (stands, major(role) != major(current))
        });
        let exact = roles[current.at()].as_ref().map_or(0.0, |role| odds(place(role)) - typical);
        Some(Self { field, current, exact, stands: stands.collect() })
    }

    /// Years worked since today.
    pub fn since(&self, field: u32) -> f64 {
        years(field.saturating_sub(self.field))
    }

    /// What is left of it in a role after so many months in the field, in log odds.
    pub fn left(&self, kept: &Kept, role: RoleIx, field: u32) -> f64 {
        let (stands, moved) = self.stands[role.at()];
        let since = self.since(field);
        let later = kept.share(since, moved) * stands;
        if role == self.current && since < 1.0 {
            return (later - self.exact).mul_add(since, self.exact);
        }
        later
    }

    /// Whether pay in a role may fall as what is above the typical wears off.
    pub fn wears_off(&self, role: RoleIx) -> bool {
        self.stands[role.at()].0 > 0.0 || (role == self.current && self.exact > 0.0)
    }

    /// Whether it lies outside of what the role held is known to pay.
    pub fn outside(pay: &RolePay, own: Money) -> bool {
        let place = pay.percentile(log(own.units()));
        !(1.0..=99.0).contains(&place)
    }
}

/// Months as years.
pub fn years(months: u32) -> f64 {
    f64::from(months) / 12.0
}
