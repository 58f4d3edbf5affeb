//! A person: where they live, what they have, what they can, what they want, and their limits.
//!
//! [`Profile::check`] is the one gate from a written profile to a checked one. Nothing else about a person enters.

mod check;
mod file;
mod wishes;

pub use check::{Amiss, MOST_LISTED, NO_OCCUPATION};
pub(crate) use file::{WrittenProfile, WrittenWork};
pub use wishes::{Criterion, Preset};

use crate::document::Text;
use crate::finding::{Finding, sorted};
use crate::graph::{Graph, HoldingIx, RegionIx, RoleIx, SkillIx, SkillLevels, StudyFrom};
use crate::units::{Education, Money};

/// Months worked in a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// Which role.
    pub role: RoleIx,
    /// How many months so far.
    pub months: u32,
}

/// A job that is none of the graph's roles.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OutsideJob {
    /// What the person calls it.
    pub title: String,
    /// The code of its occupation in the graph's classification, where it is known.
    pub code: Option<String>,
    /// Whether the code was read from the title.
    pub is_code_read: bool,
    /// How many months so far.
    pub months: u32,
}

/// How jobs outside the graph count for a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// True if any of them is of an occupation that the role lists.
    pub is_any: bool,
    /// Months worked so far in those that are.
    pub months: u32,
    /// True if that of today is one of them.
    pub goes_on: bool,
}

impl Related {
    /// None of them, as for a course.
    pub const NONE: Self = Self { is_any: false, months: 0, goes_on: false };
}

/// A checked profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Where the person lives and will work.
    pub region: RegionIx,
    /// Highest schooling, awards counted.
    pub education: Education,
    /// Awards and credentials in hand, in order.
    pub holdings: Vec<HoldingIx>,
    /// That of them which is taken to be held because nobody may have the job of today without it, where it is not told.
    pub licence: Option<HoldingIx>,
    /// Months worked per role, in order of role.
    pub experience: Vec<Worked>,
    /// The role held today.
    pub current: Option<RoleIx>,
    /// The job held today that is none of the graph's roles; then no role is held.
    pub outside: Option<OutsideJob>,
    /// Jobs before today that are none of the graph's roles, as told.
    pub former: Vec<OutsideJob>,
    /// Actual yearly pay in the job of today, where told.
    pub current_pay: Option<Money>,
    /// Skill levels as told, in order of skill.
    pub skills: SkillLevels,
    /// Levels of other skills that jobs outside the graph bring, in order of skill; imputed.
    pub background: SkillLevels,
    /// RIASEC letters, strongest first; may be empty.
    pub interests: String,
    /// Hours a week for study beside a job.
    pub study_hours: u32,
    /// Whether the person may stop working to study.
    pub may_stop_working: bool,
    /// Grants, benefits and an employer's help, a year of tuition.
    pub aid: Money,
    /// Whether the person may move for a campus elsewhere.
    pub may_move: bool,
    /// Whether the person studies at a distance alone; moving for a campus says nothing then.
    pub distance_only: bool,
    /// The most that all steps together may cost; none is no limit.
    pub budget: Option<Money>,
    /// The longest time to the target in months; none stands for the horizon.
    pub max_months: Option<u32>,
    /// Wanted roles; empty is any.
    pub targets: Vec<RoleIx>,
    /// The preset of weights.
    pub preset: Preset,
    /// Weights of its own for some criteria.
    pub weights: Vec<(Criterion, f64)>,
}

impl Profile {
    /// Checks a written profile against a graph.
    ///
    /// # Errors
    /// Every finding at once, in order of place.
    pub fn check(file: &Text, graph: &Graph) -> Result<Self, Vec<Finding>> {
        check::check(file, graph).map_err(sorted)
    }

    /// Where the person would study from.
    #[must_use]
    pub const fn studies_from(&self) -> StudyFrom {
        StudyFrom { region: self.region, distance_only: self.distance_only }
    }

    /// Checks what was written elsewhere than in a file.
    ///
    /// # Errors
    /// Everything amiss at once.
    pub(crate) fn of(written: &WrittenProfile, graph: &Graph) -> Result<Self, Vec<Amiss>> {
        check::checked(written, graph)
    }

    /// The region that a written profile names, before a graph is chosen; none where it cannot be told.
    #[must_use]
    pub fn region_named(file: &Text) -> Option<String> {
        let value: serde_json::Value = serde_json::from_str(file.utf8().ok()?).ok()?;
        Some(value.get("region")?.as_str()?.to_owned())
    }

    /// The same person with one more holding, and the schooling that comes with it.
    #[must_use]
    pub fn with(&self, graph: &Graph, holding: HoldingIx) -> Self {
        let mut richer = self.clone();
        richer.holdings.push(holding);
        richer.holdings.sort_unstable();
        richer.holdings.dedup();
        if let Some(education) = graph.holding(holding).education() {
            richer.education = richer.education.max(education);
        }
        richer
    }

    /// Takes the awards and credentials that another tells, or the licence of another's job: each with the other's part as it is.
    pub fn take_holdings(&mut self, told: &Self, licence: Option<HoldingIx>) {
        let told = told.holdings.iter().copied().filter(|holding| Some(*holding) != told.licence);
        self.holdings = told.chain(licence).collect();
        self.holdings.sort_unstable();
        self.holdings.dedup();
        self.licence = licence;
    }

    /// The same person with a skill at a level.
    #[must_use]
    pub fn with_skill(&self, skill: SkillIx, level: u8) -> Self {
        let mut richer = self.clone();
        richer.skills.retain(|(known, _)| *known != skill);
        richer.background.retain(|(known, _)| *known != skill);
        richer.skills.push((skill, level));
        richer.skills.sort_unstable();
        richer
    }

    /// The level of a skill as told, else as jobs outside the graph bring it, from 0.
    #[must_use]
    pub fn level(&self, skill: SkillIx) -> u8 {
        let mut known = self.skills.iter().chain(&self.background);
        known.find(|(known, _)| *known == skill).map_or(0, |(_, level)| *level)
    }

    /// Tells the months in the job of today that is outside the graph.
    #[must_use]
    pub fn outside_months(&self) -> u32 {
        self.outside.as_ref().map_or(0, |job| job.months)
    }

    /// Whether a job is held today, in the graph or outside it.
    #[must_use]
    pub const fn is_employed(&self) -> bool {
        self.current.is_some() || self.outside.is_some()
    }

    /// Tells how jobs outside the graph count for a role: that of today, or for somebody out of work those before.
    #[must_use]
    pub fn related(&self, graph: &Graph, role: RoleIx) -> Related {
        let trades = if self.is_employed() { self.outside.as_slice() } else { &self.former };
        let lists = |job: &&OutsideJob| job.code.as_deref().is_some_and(|code| graph.is_related(role, code));
        let related: Vec<&OutsideJob> = trades.iter().filter(lists).collect();
        Related {
            is_any: !related.is_empty(),
            months: related.iter().map(|job| job.months).sum(),
            goes_on: self.outside.is_some() && !related.is_empty(),
        }
    }

    /// Months worked so far in all jobs outside the graph.
    #[must_use]
    pub fn all_outside_months(&self) -> u32 {
        self.outside.iter().chain(&self.former).map(|job| job.months).sum()
    }

    /// Months worked so far that count as experience for a role: in the field, and in related jobs outside it.
    #[must_use]
    pub fn months_towards(&self, graph: &Graph, role: RoleIx) -> u32 {
        self.months_in_field() + self.related(graph, role).months
    }

    /// Months worked so far in a role.
    #[must_use]
    pub fn months_in(&self, role: RoleIx) -> u32 {
        self.experience.iter().find(|worked| worked.role == role).map_or(0, |worked| worked.months)
    }

    /// Months worked so far in the field: in any role of the graph.
    #[must_use]
    pub fn months_in_field(&self) -> u32 {
        self.experience.iter().map(|worked| worked.months).sum()
    }
}
