//! The things a graph is made of: skills, holdings, roles, credentials, programs, occupations.

use super::index::{CredentialIx, HoldingIx, OccupationIx, ProgramIx, RoleIx, SkillIx};
use super::region::RegionIx;
use super::requirement::Requirement;
use crate::provenance::{Basis, Cited, Figure};
use crate::units::Education;

/// Anything a step of a pathway can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// A job.
    Role(RoleIx),
    /// Something earned by an exam or an application.
    Credential(CredentialIx),
    /// A course of study.
    Program(ProgramIx),
}

/// Ids, titles and other names, as found by searching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The id used in files.
    pub id: String,
    /// The full title.
    pub title: String,
    /// The name used in a one-line pathway.
    pub short: String,
    /// Other titles people use, former ones among them.
    pub aliases: Vec<String>,
}

/// Levels (0 to 5) per skill, in order of the skill's index.
pub type SkillLevels = Vec<(SkillIx, u8)>;

/// Something a person can know or do.
#[derive(Debug, Clone)]
pub struct Skill {
    /// Its names.
    pub names: Names,
    /// What somebody at levels 1, 3 and 5 would say of themselves; none where nobody has told.
    pub anchors: Option<[String; 3]>,
}

/// What a program gives: a degree, diploma or certificate.
#[derive(Debug, Clone)]
pub struct Award {
    /// Its names.
    pub names: Names,
    /// The level of schooling it stands for.
    pub education: Education,
    /// The skills that come with it.
    pub skills: SkillLevels,
}

/// A yearly, two-yearly … payment that keeps a credential valid.
#[derive(Debug, Clone)]
pub struct Upkeep {
    /// What it is for.
    pub what: String,
    /// Months from one payment to the next.
    pub every_months: u32,
    /// How much, in the graph's currency.
    pub amount: Figure,
}

/// A payment due once.
#[derive(Debug, Clone)]
pub struct Fee {
    /// What it is for.
    pub what: String,
    /// How much, in the graph's currency.
    pub amount: Figure,
    /// True where every sitting costs it again.
    pub each_sitting: bool,
}

/// Something earned by an exam or an application.
#[derive(Debug, Clone)]
pub struct Credential {
    /// Its names.
    pub names: Names,
    /// Who issues it.
    pub issuer: String,
    /// Who may earn it.
    pub eligibility: Cited<Requirement>,
    /// What one should have before the exam, in our judgement; none where the issuer's rule says enough.
    pub prepared: Option<Cited<Requirement>>,
    /// Both together: what must hold before it is earned.
    pub asks: Requirement,
    /// Calendar months (1 to 12) in which the exam is held; none where it is held all year.
    pub windows: Option<Cited<Vec<u32>>>,
    /// What is advised, but not demanded.
    pub prefers: Vec<Cited<Requirement>>,
    /// Hours of preparation.
    pub study_hours: Figure,
    /// What it costs to earn.
    pub fees: Vec<Fee>,
    /// What it costs to keep.
    pub upkeep: Vec<Upkeep>,
    /// Share of first-time testers who pass; none where there is no exam.
    pub pass_rate: Option<Figure>,
    /// The skills that come with it.
    pub skills: SkillLevels,
}

/// How a program is taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// From anywhere in its regions.
    Online,
    /// In a place.
    Campus,
}

/// What a program costs.
#[derive(Debug, Clone)]
pub enum Tuition {
    /// So many years at the sector's yearly figure for the person's region.
    Sector {
        /// The sector's name in the tuition table.
        sector: String,
        /// Academic years charged.
        years: f64,
        /// Why the sector's figure stands in for the program's, where it does; empty where it is the program's own.
        assumed: String,
    },
    /// One price everywhere.
    Total(Figure),
}

/// A course of study that gives one or more awards.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its names.
    pub names: Names,
    /// Who teaches it.
    pub provider: String,
    /// Who accredits it for the field; empty where nobody does.
    pub accreditation: String,
    /// What it gives.
    pub awards: Vec<HoldingIx>,
    /// Who may join.
    pub admission: Cited<Requirement>,
    /// Hours of work in all.
    pub study_hours: Figure,
    /// The shortest time it can be done in, months.
    pub min_months: Figure,
    /// Whether it can be taken beside a job.
    pub alongside: bool,
    /// How it is taught.
    pub delivery: Delivery,
    /// Where it is offered.
    pub regions: Vec<RegionIx>,
    /// What it costs.
    pub tuition: Tuition,
    /// Costs besides tuition.
    pub fees: Vec<Fee>,
    /// Share of those who start that finish.
    pub completion: Figure,
}

impl Program {
    /// Names who accredits such programs; empty where nobody does.
    #[must_use]
    pub fn accreditor(&self) -> &str {
        self.accreditation.split([',', ' ']).next().unwrap_or_default()
    }
}

/// Which part of an occupation's pay distribution a role's people fill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// Percentile of the occupation where the role's distribution starts.
    pub from: f64,
    /// Percentile where it ends.
    pub to: f64,
}

/// A job.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its names.
    pub names: Names,
    /// What a person in it does, in a line.
    pub about: String,
    /// The occupation code its pay comes from.
    pub occupation: OccupationIx,
    /// Where in that occupation it sits.
    pub place: Cited<Slice>,
    /// Who is taken on.
    pub entry: Cited<Requirement>,
    /// What most employers ask besides, but do not demand.
    pub prefers: Vec<Cited<Requirement>>,
    /// The skills used in it.
    pub skills: SkillLevels,
    /// How the skill levels are known.
    pub skills_basis: Basis,
    /// Months from applying to starting, for people with some time in the field.
    pub hire_months: Figure,
    /// The same for newcomers; none where it is no other.
    pub newcomer_hire_months: Option<Figure>,
    /// The chance that somebody who meets the entry gets such a post; none where hiring is taken for granted.
    pub offered: Option<Figure>,
    /// Occupations outside the graph whose people come into it.
    pub related: Vec<Related>,
    /// Interests that fit, RIASEC letters in order of weight.
    pub interests: String,
    /// Whether it is shown to people who name no target.
    pub listed: bool,
}

/// Occupations outside the graph whose people come into a role: codes, with who says so.
pub type Related = Cited<Vec<String>>;

/// How long an occupation is learned on the job, as statistics offices class it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Training {
    /// Not at all: who enters can do it.
    None,
    /// Within a month.
    ShortTerm,
    /// Within a year.
    ModerateTerm,
    /// Longer than a year.
    LongTerm,
    /// By an internship or residency.
    Internship,
    /// By an apprenticeship.
    Apprenticeship,
}

/// A code under which pay and growth are published.
#[derive(Debug, Clone)]
pub struct Occupation {
    /// The code, such as `29-2072`.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The wider group to impute from.
    pub wider: Option<OccupationIx>,
    /// Projected growth over the projection's ten years, as a share.
    pub growth: Figure,
    /// What people usually need to enter it, as published.
    pub entry_education: String,
    /// How long it is learned on the job; none where that is not known.
    pub training: Option<Training>,
    /// The share of its jobs that are in the graph's field; none where all of them are taken to be.
    pub field_share: Option<Figure>,
    /// What moves pay within it.
    pub premia: Vec<Premium>,
}

/// Something that moves pay within an occupation, as told of those who have it.
#[derive(Debug, Clone)]
pub struct Premium {
    /// What it is, such as "in general hospitals".
    pub what: String,
    /// Any of these holdings; none for an employer's setting.
    pub holds: Vec<HoldingIx>,
    /// The roles it is told of; none for all of the occupation's.
    pub roles: Vec<RoleIx>,
    /// Pay with it over pay without.
    pub ratio: Figure,
}
