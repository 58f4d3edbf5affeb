//! A person's own pay: where it stands in what each role pays, and how much of that is still there later.

use libm::log;

use super::RolePay;
use super::curve::{odds, own_odds, percentile_of};
use super::surface::Surface;
use crate::graph::{Graph, Kept, RoleIx};
use crate::profile::Profile;

/// How far somebody's pay of today stands from the typical one, in log odds of the percentile.
#[derive(Debug, Clone)]
pub struct Own {
    /// Months in the field today.
    field: u32,
    current: RoleIx,
    /// Pay of the role held: that of its whole occupation where one's own lies outside of the part taken for the role.
    pay: Option<RolePay>,
    /// From the typical pay of the role held, so that today's pay comes out.
    exact: f64,
    /// What is left of log pay where even that does not reach it.
    beyond: f64,
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
        let log_pay = log(pay.units());
        let place = |role: &RolePay| role.percentile(log_pay);
        let held = roles[current.at()].clone().map(|role| {
            let inside = (1.0..=99.0).contains(&place(&role));
            if inside { role } else { RolePay { from: 0.0, to: 100.0, ..role } }
        });
        let major = |role: RoleIx| {
            let code = &graph.occupations[graph.roles[role.at()].occupation.at()].code;
            code.get(..2).unwrap_or(code)
        };
        let stands = (0..).map(RoleIx).zip(roles).map(|(role, pay)| {
            let pay = if role == current { &held } else { pay };
            let stands = pay.as_ref().map_or(0.0, |pay| own_odds(place(pay)) - typical);
            (stands, major(role) != major(current))
        });
        let stands = stands.collect();
        let exact = held.as_ref().map_or(0.0, |held| odds(place(held)) - typical);
        let reached = held.as_ref().map(|held| held.at(percentile_of(odds(place(held)))));
        // what rounding leaves is nothing
        let beyond = reached.map(|reached| log_pay - reached).filter(|beyond| beyond.abs() > 1e-6);
        Some(Self { field, current, pay: held, exact, beyond: beyond.unwrap_or(0.0), stands })
    }

    /// Years worked since today.
    pub fn since(&self, field: u32) -> f64 {
        years(field.saturating_sub(self.field))
    }

    /// Pay of the role held; nothing for another.
    pub fn pay(&self, role: RoleIx) -> Option<&RolePay> {
        self.pay.as_ref().filter(|_| role == self.current)
    }

    /// What is left of it in a role after so many months in the field: in log odds of the percentile, and in log pay beyond
    /// the last percentile.
    pub fn left(&self, kept: &Kept, role: RoleIx, field: u32) -> (f64, f64) {
        let (stands, moved) = self.stands[role.at()];
        let since = self.since(field);
        let share = kept.share(since, moved);
        if role != self.current {
            return (share * stands, 0.0);
        }
        let faded = |today: f64, later: f64| {
            let since = since.min(1.0);
            (later - today).mul_add(since, today)
        };
        (faded(self.exact, share * stands), faded(self.beyond, share * self.beyond))
    }

    /// Whether pay in a role may fall as what is above the typical wears off.
    pub fn wears_off(&self, role: RoleIx) -> bool {
        self.stands[role.at()].0 > 0.0 || (role == self.current && (self.exact > 0.0 || self.beyond > 0.0))
    }

    /// Whether it lies outside of the part of the occupation that is taken for the role held.
    pub fn outside(&self, taken: &RolePay) -> bool {
        self.pay.as_ref().is_some_and(|pay| (pay.from, pay.to) != (taken.from, taken.to))
    }
}

/// Months as years.
pub fn years(months: u32) -> f64 {
    f64::from(months) / 12.0
}
