//! From the cells of a row to a checked profile with what was assumed, or everything that is amiss with it.

mod cells;
mod jobs;
mod levels;

use std::collections::BTreeMap;

use cells::Reading;

use super::settled::{Settled, Unsure};
use crate::finding::Fault;
use crate::graph::{Graph, RoleIx};
use crate::profile::{Amiss, Preset, Profile, WrittenProfile};
use crate::units::CalendarMonth;

/// One thing amiss with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The column, or empty where it is the row.
    pub column: String,
    /// The kind of fault as one word.
    pub code: &'static str,
    /// What is wrong and what would mend it.
    pub reason: String,
}

impl Reject {
    pub(super) fn of(column: &str, fault: &Fault) -> Self {
        Self { column: column.to_owned(), code: fault.code(), reason: format!("{fault}; {}", fault.mend()) }
    }

    pub(super) fn row(code: &'static str, reason: impl Into<String>) -> Self {
        Self { column: String::new(), code, reason: reason.into() }
    }
}

/// The cells of a row by the place of their column; empty ones are left out.
pub(super) type Cells = BTreeMap<usize, String>;

/// What reads rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'g> {
    pub graph: &'g Graph,
    /// Wanted roles of rows that name none.
    pub targets: &'g [RoleIx],
    /// The month called today.
    pub today: CalendarMonth,
    /// What texts mean that were settled before.
    pub settled: &'g Settled,
}

/// Somebody as a row tells.
pub(super) struct Told {
    pub profile: Profile,
    /// What was taken with less than certainty: `column: what is written = what it was taken for`.
    pub assumed: Vec<String>,
}

impl Reader<'_> {
    /// What a row tells of somebody.
    ///
    /// # Errors
    /// What is amiss with it.
    pub fn read(&self, cells: &Cells) -> Result<Told, Vec<Reject>> {
        let mut reading = Reading::new(self, cells);
        let written = reading.written();
        if !reading.rejects.is_empty() {
            return Err(reading.rejects);
        }
        let employed = written.experience.first().is_some_and(|work| work.current);
        let profile = Profile::of(&written, self.graph);
        let mut profile =
            profile.map_err(|amiss| amiss.iter().map(|amiss| placed(amiss, employed)).collect::<Vec<_>>())?;
        if profile.targets.is_empty() {
            profile.targets = self.targets.to_vec();
        }
        Ok(Told { profile, assumed: reading.assumed })
    }

    /// The texts of a row that are not known for certain.
    pub fn unsure(&self, cells: &Cells) -> Vec<Unsure> {
        let mut reading = Reading::new(self, cells);
        let written = reading.written();
        let mut unsure = reading.unsure;
        if !written.region.is_empty() && self.graph.read_place(&written.region).regions().len() != 1 {
            let like = self.graph.read_place(&written.region).regions();
            let guess = like.first().map(|region| self.graph.regions.get(*region).id.clone());
            let (column, said) = ("region".to_owned(), written.region);
            unsure.push(Unsure { column, said, guess: guess.unwrap_or_default() });
        }
        unsure
    }
}

/// What is amiss by the column it came from; the job of today is the first of all, where there is one.
fn placed(amiss: &Amiss, employed: bool) -> Reject {
    let pointer = amiss.pointer.trim_start_matches('/');
    let key = pointer.split('/').next().unwrap_or_default();
    let column = match key {
        "experience" if employed && pointer.starts_with("experience/0") => match pointer.rsplit('/').next() {
            Some("months") => "months_in_role",
            Some(pay) if pay.starts_with("pay") => pay,
            _ => "current_role",
        },
        "targets" => "target",
        other => other,
    };
    Reject::of(column, &amiss.fault)
}

impl Reading<'_> {
    /// The profile that the row writes.
    fn written(&mut self) -> WrittenProfile {
        let region = self.needed("region");
        let (education, award) = self.education();
        let (mut awards, mut credentials) = (self.holdings("awards"), self.holdings("credentials"));
        awards.extend(award);
        credentials.retain(|credential| !awards.contains(credential));
        WrittenProfile {
            format: None,
            region,
            education,
            awards,
            credentials,
            experience: self.experience(),
            skills: self.skills(),
            interests: self.interests(),
            study_hours_per_week: self.hours("study_hours_per_week"),
            may_stop_working: self.yes("may_stop_working"),
            budget_usd: self.amount("budget_usd"),
            budget_cad: self.amount("budget_cad"),
            aid_usd_per_year: self.amount("aid_usd_per_year"),
            aid_cad_per_year: self.amount("aid_cad_per_year"),
            may_move: self.yes("may_move"),
            distance_only: self.yes("distance_only"),
            max_months: self.months("max_months"),
            targets: self.targets(),
            preset: Preset::default(),
            weights: BTreeMap::new(),
        }
    }
}
