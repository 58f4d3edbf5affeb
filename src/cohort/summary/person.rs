//! What a summary needs of a person, kept in a file of its own while a run lasts.

use serde::{Deserialize, Serialize};

use crate::profile::Profile;
use crate::recommend::{Reach, Shortlist};

use super::super::row::{Cells, Reader};

/// What sets people apart.
pub(super) const FEATURES: [&str; 7] = [
    "schooling, from 0 for none to 6 for a doctorate",
    "months at work in the field",
    "share with a job",
    "credentials and awards held",
    "hours a week for study",
    "share free to stop working",
    "share with a budget of at most 5,000",
];
/// The places of those that are shares.
pub(super) const SHARES: [usize; 3] = [2, 5, 6];
/// A small budget.
const SMALL: f64 = 5_000.0;

/// A person scored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cohort) struct Person {
    /// The best destination of somebody who reaches what is wanted: role, months, cost and gain.
    pub best: Option<(u32, u32, f64, Option<f64>)>,
    pub features: [f64; FEATURES.len()],
    /// The cells of a row that reaches nothing wanted; of every row where they are asked for.
    pub row: Option<Cells>,
}

impl Person {
    pub fn of(profile: &Profile, cells: &Cells, list: &Shortlist, keeps_row: bool) -> Self {
        let first = list.best.first().filter(|_| list.reach == Reach::Reached);
        let best = first.map(|best| {
            let gain = best.gain.map(crate::units::Money::units);
            (best.role.0, best.months, best.cost.units(), gain)
        });
        let share = |yes: bool| if yes { 1.0 } else { 0.0 };
        let small = profile.budget.is_some_and(|budget| budget.units() <= SMALL);
        #[expect(clippy::cast_precision_loss, reason = "few")]
        let held = profile.holdings.len() as f64;
        let features = [
            f64::from(profile.education as u8),
            f64::from(profile.months_in_field()),
            share(profile.current.is_some()),
            held,
            f64::from(profile.study_hours),
            share(profile.may_stop_working),
            share(small),
        ];
        Self { row: (keeps_row || best.is_none()).then(|| cells.clone()), best, features }
    }

    /// The place of the highest schooling in [`Education::ALL`](crate::units::Education::ALL).
    pub fn schooling(&self) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was one of seven")]
        let level = self.features[0] as usize;
        level
    }

    /// A line of the file.
    pub fn line(&self) -> Vec<u8> {
        let mut line = serde_json::to_vec(self).unwrap_or_default();
        line.push(b'\n');
        line
    }

    /// The profile, where the row is kept.
    pub fn profile(&self, reader: &Reader<'_>) -> Option<Profile> {
        reader.read(self.row.as_ref()?).ok().map(|told| told.profile)
    }
}
