//! The limits that a person sets.

use super::Rules;
use crate::profile::Profile;
use crate::units::Money;

/// Limits that a search may be asked to lift, to see what would open a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most that all steps may cost.
    pub budget: Option<Money>,
    /// The longest time to the target in months.
    pub max_months: u32,
    /// Hours a week for study beside a job.
    pub study_hours: u32,
    /// Whether a job may be given up for study.
    pub may_stop_working: bool,
    /// Whether programs taught on a campus elsewhere count as online.
    pub anywhere: bool,
}

impl Limits {
    /// The limits that a profile sets; without a longest time, the horizon is it.
    #[must_use]
    pub fn of(profile: &Profile, rules: &Rules) -> Self {
        Self {
            budget: profile.budget,
            max_months: profile.max_months.unwrap_or(rules.horizon),
            study_hours: profile.study_hours,
            may_stop_working: profile.may_stop_working,
            anywhere: false,
        }
    }
}
