//! What a person's own pay of today says of the pay to come.
//!
//! Today's pay stands so far, in log odds of the percentile, from what is usual for people with as much experience. So much
//! of that is kept later as the panel shows, by calendar years and by how near the later job is to that of today. In the
//! same job the usual comes a year late: a raise follows experience, as the panel shows too.

use libm::log;

use super::RolePay;
use super::curve::{odds, own_odds};
use crate::graph::{Change, Direction, Graph, Kept, Nearness, RoleIx};
use crate::profile::Profile;

/// A person's own pay, placed in every role.
#[derive(Debug, Clone)]
pub(super) struct Own {
    current: Option<RoleIx>,
    /// Months in the job of today until today.
    tenure: u32,
    held: Held,
    /// Per role: from the usual of today, if today's pay were this role's; and what changes with it.
    stands: Vec<(f64, Change)>,
}

/// The job of today.
#[derive(Debug, Clone, Copy)]
struct Held {
    /// Where today's pay stands, in log odds of its occupation's percentile.
    place: f64,
    /// From the usual of the job, so that today's pay comes out.
    stands: f64,
    /// What is left of log pay where even that does not reach it.
    beyond: f64,
}

impl Held {
    fn new(pay: Option<&RolePay>, log_pay: f64, usual: f64) -> Self {
        let Some(pay) = pay else { return Self { place: usual, stands: 0.0, beyond: 0.0 } };
        let place = pay.curve.odds_of(log_pay);
        let beyond = log_pay - pay.curve.at_odds(place);
        // what rounding leaves is nothing
        Self { place, stands: place - usual, beyond: if beyond.abs() > 1e-6 { beyond } else { 0.0 } }
    }
}

/// The job of today with what is usual in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Today<'a> {
    /// Its pay, where that is known.
    pub pay: Option<&'a RolePay>,
    /// The code of its occupation, where that is known.
    pub code: Option<&'a str>,
    /// The log odds, in its occupation, of what is usual for people with as much experience.
    pub usual: f64,
    /// Months in it.
    pub tenure: u32,
}

impl Own {
    /// Places a profile's own pay in every role; nothing where the profile tells none.
    pub fn of(graph: &Graph, profile: &Profile, roles: &[Option<RolePay>], today: Today<'_>) -> Option<Self> {
        let log_pay = log(profile.current_pay?.units());
        let median = today.pay.map_or(log_pay, |pay| pay.curve.at_odds(0.0));
        let stands = (0..).map(RoleIx).zip(roles).map(|(role, pay)| {
            let place = pay.as_ref().map_or(today.usual, |pay| own_odds(pay.curve.odds_of(log_pay)));
            let there = pay.as_ref().map_or(median, |pay| pay.curve.at_odds(0.0));
            (place - today.usual, change(graph, profile, today.code, role, Direction::of(median, there)))
        });
        Some(Self {
            current: profile.current,
            tenure: today.tenure,
            held: Held::new(today.pay, log_pay, today.usual),
            stands: stands.collect(),
        })
    }

    /// By how many months the usual comes late in the job of today after so many months in it: a year, once that is worked.
    pub fn late(&self, tenure: u32) -> u32 {
        tenure.saturating_sub(self.tenure).min(12)
    }

    /// Whether a role is the job of today.
    pub fn is_held(&self, role: RoleIx) -> bool {
        self.current == Some(role)
    }

    /// What changes with a role.
    pub fn change(&self, role: RoleIx) -> Change {
        self.stands[role.at()].1
    }

    /// What is left of it in a role after some calendar years: in log odds of the percentile, and in log pay beyond the last
    /// percentile.
    pub fn left(&self, kept: &Kept, role: RoleIx, years: f64) -> (f64, f64) {
        if self.is_held(role) {
            return self.held_left(kept, years);
        }
        let (stands, change) = self.stands[role.at()];
        (kept.share(years, change.near) * stands, 0.0)
    }

    /// The same in the job of today.
    pub fn held_left(&self, kept: &Kept, years: f64) -> (f64, f64) {
        let share = kept.share(years, Nearness::Job);
        (share * self.held.stands, share * self.held.beyond)
    }

    /// The most of it that is ever left in a role.
    pub fn most_left(&self, role: RoleIx) -> (f64, f64) {
        if self.is_held(role) { self.held_most_left() } else { (self.stands[role.at()].0.max(0.0), 0.0) }
    }

    /// The same in the job of today.
    pub fn held_most_left(&self) -> (f64, f64) {
        (self.held.stands.max(0.0), self.held.beyond.max(0.0))
    }

    /// Whether it lies outside of the part of the occupation that is taken for a role held.
    pub fn is_outside(&self, taken: &RolePay) -> bool {
        let place = self.held.place;
        place < odds(taken.from) - 1e-9 || place > odds(taken.to) + 1e-9
    }
}

/// What changes if somebody goes to a role from the job of today, whose occupation has a code.
fn change(graph: &Graph, profile: &Profile, today: Option<&str>, role: RoleIx, pays: Direction) -> Change {
    if profile.current == Some(role) {
        return Change::NONE;
    }
    let code = graph.occupations[graph.roles[role.at()].occupation.at()].code.as_str();
    let is_same = today == Some(code);
    // a job outside the graph is near only to the roles that list it
    let is_near = match profile.current {
        Some(_) => today.is_some_and(|today| major(today) == major(code)),
        None => profile.related(graph, role).goes_on,
    };
    Change {
        near: if is_same || is_near { Nearness::Related } else { Nearness::Other },
        pays: if is_same { Direction::Same } else { pays },
    }
}

/// The start of a code that stands for its major group: `29` of 29-2072, `NOC-1` of NOC-1252.
fn major(code: &str) -> &str {
    let (start, rest) = code.split_once('-').unwrap_or((code, ""));
    if start.bytes().all(|byte| byte.is_ascii_digit()) {
        return start;
    }
    let first = rest.chars().next().map_or(0, |first| 1 + first.len_utf8());
    &code[..start.len() + first]
}

/// Months as years.
pub fn years(months: u32) -> f64 {
    f64::from(months) / 12.0
}
