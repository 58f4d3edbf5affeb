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
    /// The role held today; none where the job is outside the graph.
    current: Option<RoleIx>,
    /// Per role: months of experience that count for it today.
    today: Vec<u32>,
    held: Held,
    /// Per role, from the typical pay of people with as much experience if it were this role's pay; and whether the
    /// role is another occupation's.
    stands: Vec<(f64, bool)>,
}

/// The job of today.
#[derive(Debug, Clone)]
struct Held {
    /// Pay of the job: that of its whole occupation where one's own lies outside of the part taken for the role.
    pay: Option<RolePay>,
    /// From the typical pay of the job, so that today's pay comes out.
    exact: f64,
    /// The same, no further out than counts for the years to come.
    stands: f64,
    /// What is left of log pay where even that does not reach it.
    beyond: f64,
    /// Months in it so far, where it is outside the graph.
    months: u32,
}

impl Held {
    fn new(pay: Option<RolePay>, log_pay: f64, typical: f64, months: u32) -> Self {
        let pay = pay.map(|role| {
            let inside = (1.0..=99.0).contains(&role.percentile(log_pay));
            if inside { role } else { RolePay { from: 0.0, to: 100.0, ..role } }
        });
        let place = pay.as_ref().map(|held| held.percentile(log_pay));
        let exact = place.map_or(0.0, |place| odds(place) - typical);
        let stands = place.map_or(0.0, |place| own_odds(place) - typical);
        let reached = pay.as_ref().zip(place).map(|(held, place)| held.at(percentile_of(odds(place))));
        // what rounding leaves is nothing
        let beyond = reached.map(|reached| log_pay - reached).filter(|beyond| beyond.abs() > 1e-6);
        Self { pay, exact, stands, beyond: beyond.unwrap_or(0.0), months }
    }

    /// What is left after some years in it, of which a share is kept.
    fn left(&self, since: f64, share: f64) -> (f64, f64) {
        let faded = |today: f64, later: f64| {
            let since = since.min(1.0);
            (later - today).mul_add(since, today)
        };
        (faded(self.exact, share * self.stands), faded(self.beyond, share * self.beyond))
    }
}

impl Own {
    /// Places a profile's own pay in every role; nothing where the profile tells none. `outside` is the pay of a job from
    /// outside the graph, where an occupation tells it.
    pub fn of(
        graph: &Graph,
        profile: &Profile,
        roles: &[Option<RolePay>],
        surface: &Surface,
        outside: Option<&RolePay>,
    ) -> Option<Self> {
        let log_pay = log(profile.current_pay?.units());
        let (typical, held) = match (profile.current, &profile.outside) {
            (Some(current), _) => {
                let (field, tenure) = (profile.months_in_field(), profile.months_in(current));
                let typical = odds(surface.at(years(field), years(tenure)));
                (typical, Held::new(roles[current.at()].clone(), log_pay, typical, 0))
            }
            (None, Some(job)) => {
                let typical = odds(surface.at(years(job.months), years(job.months)));
                (typical, Held::new(outside.cloned(), log_pay, typical, job.months))
            }
            (None, None) => return None,
        };
        let every = (0..).map(RoleIx).take(roles.len());
        let stands = every.clone().zip(roles).map(|(role, pay)| {
            let pay = if Some(role) == profile.current { &held.pay } else { pay };
            let stands = pay.as_ref().map_or(0.0, |pay| own_odds(pay.percentile(log_pay)) - typical);
            (stands, is_moved(graph, profile, role))
        });
        let stands = stands.collect();
        let today = every.map(|role| profile.months_towards(graph, role)).collect();
        Some(Self { current: profile.current, today, held, stands })
    }

    /// Years worked since today that count for a role, where so many months do.
    pub fn since(&self, role: RoleIx, field: u32) -> f64 {
        years(field.saturating_sub(self.today[role.at()]))
    }

    /// The same in the job outside the graph after so many months in it.
    pub fn outside_since(&self, tenure: u32) -> f64 {
        years(tenure.saturating_sub(self.held.months))
    }

    /// Pay of the role held; nothing for another.
    pub fn pay(&self, role: RoleIx) -> Option<&RolePay> {
        self.held.pay.as_ref().filter(|_| self.current == Some(role))
    }

    /// Pay of the job held outside the graph.
    pub fn outside_pay(&self) -> Option<&RolePay> {
        self.held.pay.as_ref().filter(|_| self.current.is_none())
    }

    /// What is left of it in a role after so many months in the field: in log odds of the percentile, and in log pay beyond
    /// the last percentile.
    pub fn left(&self, kept: &Kept, role: RoleIx, field: u32) -> (f64, f64) {
        let (stands, moved) = self.stands[role.at()];
        let since = self.since(role, field);
        let share = kept.share(since, moved);
        if self.current == Some(role) { self.held.left(since, share) } else { (share * stands, 0.0) }
    }

    /// The same in the job outside the graph after so many months in it.
    pub fn outside_left(&self, kept: &Kept, tenure: u32) -> (f64, f64) {
        let since = self.outside_since(tenure);
        self.held.left(since, kept.share(since, false))
    }

    /// The most of it that is ever left in a role.
    pub fn most_left(&self, role: RoleIx) -> (f64, f64) {
        let stands = self.stands[role.at()].0.max(0.0);
        if self.current == Some(role) {
            (stands.max(self.held.exact), self.held.beyond.max(0.0))
        } else {
            (stands, 0.0)
        }
    }

    /// The most of it that is ever left in the job outside the graph.
    pub fn outside_most_left(&self) -> (f64, f64) {
        (self.held.exact.max(self.held.stands).max(0.0), self.held.beyond.max(0.0))
    }

    /// Whether it lies outside of the part of the occupation that is taken for the role held.
    pub fn outside(&self, taken: &RolePay) -> bool {
        self.held.pay.as_ref().is_some_and(|pay| (pay.from, pay.to) != (taken.from, taken.to))
    }
}

/// Whether a role is another occupation's than the job of today: of another major group, or not related to a job outside
/// the graph.
fn is_moved(graph: &Graph, profile: &Profile, role: RoleIx) -> bool {
    let major = |role: RoleIx| {
        let code = &graph.occupations[graph.roles[role.at()].occupation.at()].code;
        code.get(..2).unwrap_or(code)
    };
    profile.current.map_or_else(|| !profile.related(graph, role).goes_on, |held| major(role) != major(held))
}

/// Months as years.
pub fn years(months: u32) -> f64 {
    f64::from(months) / 12.0
}
