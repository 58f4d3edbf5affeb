//! What exists: regions, skills, roles, credentials, programs and pay, each figure with its source.
//!
//! A graph is a folder of files. [`Graph::load`] is the one gate from what is written to what is checked; what it
//! gives is complete, consistent and never changed again. Edges follow from requirements; nobody draws them.

mod assemble;
mod checker;
mod conditions;
mod file;
mod gazetteer;
mod index;
mod lookup;
mod moves;
mod named;
mod names;
mod node;
mod outside;
mod packed;
mod patch;
mod pay;
mod pay_model;
mod reach;
mod records;
mod region;
mod requirement;
mod said;
mod schools;
mod shipped;
mod tables;
mod titles_like;
mod usual;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

pub use conditions::{Condition, Conditions, Tree};
pub use gazetteer::{Gazetteer, PlaceMatch};
pub use index::{CredentialIx, HoldingIx, OccupationIx, ProgramIx, RoleIx, SkillIx};
pub use moves::{Grain, MOVES, Move, Moves, RAW as MOVES_RAW, collect as collect_moves};
pub use names::{likeness, place_near};
pub use node::{
    Award, Credential, Delivery, Fee, Names, Node, Occupation, Premium, Program, Related, Role, Skill,
    SkillLevels, Slice, Training, Tuition, Upkeep,
};
pub use outside::{Held, JobMatch, Outside, TitleMatch};
pub use patch::patched;
pub use pay::{Competition, CompetitionTable, PERCENTILES, PayRow, PayTable, TuitionRow, TuitionTable};
pub use pay_model::{
    Change, Coverage, Coverages, Direction, Drift, End, Ends, Gaps, Growth, Kept, Moved, Nearness,
    OccupationKind, Own, PayModel, People, Places, Shared, Typical, Width,
};
pub use reach::ends_first;
pub use region::{Region, RegionIx, Regions};
pub use requirement::Requirement;
pub use schools::{
    Collected, Earned, How, Offering, Price, RULES as SCHOOL_RULES, Reached, School, Schools,
    Sources as SchoolSources, Study, StudyFrom, TABLES as SCHOOL_TABLES, Taught, collect as collect_schools,
};
pub use shipped::{SHIPPED, Shipped};
pub use titles_like::likest;
pub use usual::UsualPay;

use crate::document::Text;
use crate::finding::{Finding, sorted};
use crate::provenance::{Figure, Source, SourceIx};
use crate::units::Currency;

/// Constants of the method for one field, each a cited figure.
#[derive(Debug, Clone)]
pub struct Method {
    /// Hours a week that full-time study takes.
    pub full_time_hours: Figure,
    /// Months in a role after which a person has its skills.
    pub proficient_months: Figure,
    /// Paid hours in a year, to turn hourly pay into yearly.
    pub paid_hours_per_year: Figure,
    /// Growth at and below which demand counts 0.
    pub demand_floor: Figure,
    /// Growth at and above which demand counts 1.
    pub demand_ceiling: Figure,
    /// Share by which a band widens on each side where pay is imputed from another region or group.
    pub imputed_spread: Figure,
    /// The share of a role's skill levels that its entry asks for where nobody is trained on the job.
    pub readiness: Figure,
    /// The most of it that is asked of people from a related occupation.
    pub related_readiness: Figure,
    /// Months in the field after which somebody who applies is no newcomer.
    pub newcomer_months: Figure,
    /// Months to be hired again in an occupation outside the graph.
    pub outside_hire_months: Figure,
    /// The share of staying's net: what loses more than it is told in one line.
    pub fold: Figure,
    /// Fewer openings a year than this are told first.
    pub few_openings: Figure,
    /// What is reached within so many months is told as next, the rest as goals.
    pub next_months: Figure,
    /// A readiness below this is warned of.
    pub low_readiness: Figure,
    /// More hours of study a week beside a job than this are warned of.
    pub heavy_hours: Figure,
}

/// A figure or rule that a source tells, kept with what carries it.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it is about.
    pub subject: String,
    /// What is measured or stated.
    pub measure: String,
    /// The figure with its unit; none for statements.
    pub figure: Option<(Figure, String)>,
    /// The statement; none for figures.
    pub says: Option<String>,
    /// Its source.
    pub source: SourceIx,
    /// The time it speaks of.
    pub period: String,
    /// The region it speaks of.
    pub region: String,
    /// Ids of the roles, credentials, programs and awards whose requirements or figures carry it.
    pub carried_by: Vec<String>,
}

/// A checked graph; shared, never changed.
#[derive(Debug, Clone)]
pub struct Graph {
    /// Its id, such as `us-him`.
    pub id: String,
    /// Its version.
    pub version: String,
    /// What it covers.
    pub title: String,
    /// First 16 hexadecimal digits of the SHA-256 of its files in order of name.
    pub digest: String,
    /// The one currency of every amount.
    pub currency: Currency,
    /// The year whose money amounts are in.
    pub base_year: u32,
    /// Remarks that every report repeats.
    pub notes: Vec<String>,
    /// The method's constants.
    pub method: Method,
    /// Sources, in order of id.
    pub sources: Vec<Source>,
    /// The tree of regions.
    pub regions: Regions,
    /// Skills, in order of id.
    pub skills: Vec<Skill>,
    /// Awards, in order of id; holdings 0 to n-1.
    pub awards: Vec<Award>,
    /// Occupations, in order of code.
    pub occupations: Vec<Occupation>,
    /// The occupation that stands for all workers, whose median is the scale of a region's pay.
    pub all_workers: Option<OccupationIx>,
    /// Roles, in order of id.
    pub roles: Vec<Role>,
    /// Credentials, in order of id; holdings n and up.
    pub credentials: Vec<Credential>,
    /// Programs, in order of id.
    pub programs: Vec<Program>,
    /// Published pay.
    pub pay: PayTable,
    /// Published tuition.
    pub tuition: TuitionTable,
    /// Openings and graduates a year.
    pub competition: CompetitionTable,
    /// How people really move between occupations.
    pub moves: Moves,
    /// The fitted model of pay.
    pub pay_model: PayModel,
    /// Stated facts, history among them.
    pub facts: Vec<Fact>,
    /// Jobs outside the graph, where anything is told of them.
    pub outside: Option<Outside>,
    /// Names of places in its regions, where there are any.
    pub gazetteer: Option<Gazetteer>,
    /// Schools and what they teach, where anything is told of them.
    pub schools: Option<Schools>,
    lookup: lookup::Lookup,
    sayings: said::Sayings,
}

impl Graph {
    /// Checks a graph's files and freezes them. The tables of jobs outside it are read when first asked for.
    ///
    /// # Errors
    /// Every finding at once, in order of file and place.
    pub fn load(files: &[Text]) -> Result<Self, Vec<Finding>> {
        assemble::assemble(files).map_err(sorted)
    }

    /// Checks a graph's files, those tables too, and freezes them.
    ///
    /// # Errors
    /// Every finding at once, in order of file and place.
    pub fn check(files: &[Text]) -> Result<Self, Vec<Finding>> {
        let graph = Self::load(files)?;
        let mut findings = graph.outside.as_ref().map_or_else(Vec::new, |outside| outside.check(&graph));
        findings.extend(graph.gazetteer.iter().flat_map(|places| places.check(&graph)));
        findings.extend(graph.schools.iter().flat_map(|schools| schools.check(&graph)));
        if findings.is_empty() { Ok(graph) } else { Err(sorted(findings)) }
    }

    /// A graph that ships with the program, by id.
    ///
    /// # Errors
    /// Every finding at once; the shipped ones have none, which a test holds.
    #[must_use]
    pub fn shipped(id: &str) -> Option<Result<Self, Vec<Finding>>> {
        let found = SHIPPED.iter().find(|shipped| shipped.id == id)?;
        Some(Self::load(&found.texts()))
    }

    /// The holding that a credential is.
    #[must_use]
    pub fn holding_of(&self, credential: CredentialIx) -> HoldingIx {
        HoldingIx(u32::try_from(self.awards.len()).expect("the check counted") + credential.0)
    }

    /// Whether a holding is an award or a credential.
    #[must_use]
    pub fn holding(&self, holding: HoldingIx) -> Holding<'_> {
        match self.awards.get(holding.at()) {
            Some(award) => Holding::Award(award),
            None => Holding::Credential(&self.credentials[holding.at() - self.awards.len()]),
        }
    }

    /// How many holdings there are.
    #[must_use]
    pub fn holdings(&self) -> usize {
        self.awards.len() + self.credentials.len()
    }

    /// All holdings: awards, then credentials.
    pub fn all_holdings(&self) -> impl Iterator<Item = HoldingIx> {
        (0..self.holdings()).filter_map(|at| u32::try_from(at).ok().map(HoldingIx))
    }

    /// The names of a node.
    #[must_use]
    pub fn names(&self, node: Node) -> &Names {
        match node {
            Node::Role(role) => &self.roles[role.at()].names,
            Node::Credential(credential) => &self.credentials[credential.at()].names,
            Node::Program(program) => &self.programs[program.at()].names,
        }
    }

    /// The requirement of a node.
    #[must_use]
    pub fn requirement(&self, node: Node) -> &Requirement {
        match node {
            Node::Role(role) => &self.roles[role.at()].entry.value,
            Node::Credential(credential) => &self.credentials[credential.at()].asks,
            Node::Program(program) => &self.programs[program.at()].admission.value,
        }
    }

    /// Every node: roles, credentials, programs, each in order of id.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + use<'_> {
        let count = |n: usize| 0..u32::try_from(n).expect("the check counted");
        count(self.roles.len())
            .map(|i| Node::Role(RoleIx(i)))
            .chain(count(self.credentials.len()).map(|i| Node::Credential(CredentialIx(i))))
            .chain(count(self.programs.len()).map(|i| Node::Program(ProgramIx(i))))
    }

    /// The holdings that finishing a node gives; none for a role.
    #[must_use]
    pub fn gives(&self, node: Node) -> Vec<HoldingIx> {
        match node {
            Node::Role(_) => Vec::new(),
            Node::Credential(credential) => vec![self.holding_of(credential)],
            Node::Program(program) => self.programs[program.at()].awards.clone(),
        }
    }

    /// The role with this id.
    #[must_use]
    pub fn role(&self, id: &str) -> Option<RoleIx> {
        let at = self.roles.binary_search_by(|role| role.names.id.as_str().cmp(id)).ok()?;
        u32::try_from(at).ok().map(RoleIx)
    }

    /// The holding with this id.
    #[must_use]
    pub fn holding_by_id(&self, id: &str) -> Option<HoldingIx> {
        (0..self.holdings())
            .filter_map(|at| u32::try_from(at).ok().map(HoldingIx))
            .find(|holding| self.holding(*holding).names().id == id)
    }

    /// The skill with this id.
    #[must_use]
    pub fn skill(&self, id: &str) -> Option<SkillIx> {
        let at = self.skills.binary_search_by(|skill| skill.names.id.as_str().cmp(id)).ok()?;
        u32::try_from(at).ok().map(SkillIx)
    }

    /// Yearly tuition of a program's sector for a person living in a region: the nearest region around it that has a
    /// figure, and that figure. Nothing where the program has one price or no region has a figure.
    #[must_use]
    pub fn tuition_for(&self, program: &Program, region: RegionIx) -> Option<(RegionIx, &TuitionRow)> {
        let Tuition::Sector { sector, .. } = &program.tuition else { return None };
        self.regions.upward(region).find_map(|at| {
            let row = self.tuition.get(&(sector.clone(), at))?;
            row.per_year.is_some().then_some((at, row))
        })
    }

    /// Months in a job after which a person has its skills.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 0 to 240")]
    pub fn proficient_months(&self) -> u32 {
        self.method.proficient_months.known().expect("the check proved it known").ceil() as u32
    }

    /// Asks readiness of everybody who enters a role that nobody is trained for on the job, where its entry does not say
    /// how much.
    fn ask_readiness(&mut self) {
        let share = self.method.readiness.known().expect("the check proved it known");
        for role in &mut self.roles {
            let untrained = self.occupations[role.occupation.at()].training == Some(Training::None);
            if untrained && !role.skills.is_empty() && !role.entry.value.asks_readiness() {
                let open = Requirement::All(Vec::new());
                let entry = std::mem::replace(&mut role.entry.value, open);
                role.entry.value = entry.and(Requirement::ready(share, &role.skills));
            }
        }
    }

    /// What is told of the competition for an occupation's jobs in a region, or in the nearest one around it where the
    /// openings are known.
    #[must_use]
    pub fn competition_in(
        &self,
        occupation: OccupationIx,
        region: RegionIx,
    ) -> Option<(RegionIx, &Competition)> {
        self.regions.upward(region).find_map(|at| {
            let told = self.competition.get(&(occupation, at))?;
            told.openings.is_some_and(|openings| openings > 0.0).then_some((at, told))
        })
    }

    /// The occupation with a code.
    #[must_use]
    pub fn occupation(&self, code: &str) -> Option<OccupationIx> {
        let at = self.occupations.binary_search_by(|known| known.code.as_str().cmp(code)).ok()?;
        u32::try_from(at).ok().map(OccupationIx)
    }

    /// Whether a role lists an occupation outside the graph, by its code, as one that its people come from.
    #[must_use]
    pub fn is_related(&self, role: RoleIx, code: &str) -> bool {
        self.roles[role.at()].related.iter().any(|list| list.value.iter().any(|listed| listed == code))
    }

    /// The conditions on schooling and skill that the requirements of some nodes name, each once, in order.
    #[must_use]
    pub fn levels_asked(&self, nodes: impl Iterator<Item = Node>) -> BTreeSet<&Requirement> {
        let mut asked = BTreeSet::new();
        for node in nodes {
            self.requirement(node).leaves(&mut |leaf| {
                if matches!(leaf, Requirement::Education(_) | Requirement::Skill { .. }) {
                    asked.insert(leaf);
                }
            });
        }
        asked
    }

    /// Whether a holding in hand meets a condition.
    #[must_use]
    pub fn holding_meets(&self, holding: HoldingIx, leaf: &Requirement) -> bool {
        let given = self.holding(holding);
        match leaf {
            Requirement::Holds(wanted) => holding == *wanted,
            Requirement::Education(level) => given.education().is_some_and(|has| has >= *level),
            Requirement::Skill { skill, level } => reaches(given.skills(), *skill, *level),
            Requirement::Ready { of, .. } => helps(given.skills(), of),
            Requirement::Months { .. }
            | Requirement::All(_)
            | Requirement::Any(_)
            | Requirement::AtLeast { .. } => false,
        }
    }

    /// Whether work in a role meets a condition, or counts for it.
    #[must_use]
    pub fn role_meets(&self, role: RoleIx, leaf: &Requirement) -> bool {
        match leaf {
            Requirement::Months { roles, .. } => roles.contains(&role),
            Requirement::Skill { skill, level } => reaches(&self.roles[role.at()].skills, *skill, *level),
            Requirement::Ready { of, .. } => helps(&self.roles[role.at()].skills, of),
            Requirement::Holds(_)
            | Requirement::Education(_)
            | Requirement::All(_)
            | Requirement::Any(_)
            | Requirement::AtLeast { .. } => false,
        }
    }

    /// What is told to move pay in a role.
    pub fn premia(&self, role: RoleIx) -> impl Iterator<Item = &Premium> {
        let told = self.occupations[self.roles[role.at()].occupation.at()].premia.iter();
        told.filter(move |premium| premium.roles.is_empty() || premium.roles.contains(&role))
    }

    /// The source with an id.
    #[must_use]
    pub fn find_source(&self, id: &str) -> Option<SourceIx> {
        let at = self.sources.iter().position(|source| source.id == id)?;
        u32::try_from(at).ok().map(SourceIx)
    }

    /// The source with an id that the check has found.
    ///
    /// # Panics
    /// Where there is none.
    #[must_use]
    pub fn source_by_id(&self, id: &str) -> SourceIx {
        self.find_source(id).expect("the check found it")
    }

    /// The source at an index.
    #[must_use]
    pub fn source(&self, source: SourceIx) -> &Source {
        &self.sources[source.0 as usize]
    }
}

/// Whether some skills have one at a level.
fn reaches(skills: &SkillLevels, skill: SkillIx, level: u8) -> bool {
    skills.iter().any(|(known, has)| *known == skill && *has >= level)
}

/// Whether some skills count for others that are asked for.
fn helps(skills: &SkillLevels, asked: &SkillLevels) -> bool {
    asked.iter().any(|(skill, level)| *level > 0 && reaches(skills, *skill, 1))
}

/// An award or a credential.
#[derive(Debug, Clone, Copy)]
pub enum Holding<'a> {
    /// Given by a program.
    Award(&'a Award),
    /// Earned by an exam or an application.
    Credential(&'a Credential),
}

impl<'a> Holding<'a> {
    /// Its names.
    #[must_use]
    pub const fn names(&self) -> &'a Names {
        match self {
            Self::Award(award) => &award.names,
            Self::Credential(credential) => &credential.names,
        }
    }

    /// The skills that come with it.
    #[must_use]
    pub const fn skills(&self) -> &'a SkillLevels {
        match self {
            Self::Award(award) => &award.skills,
            Self::Credential(credential) => &credential.skills,
        }
    }

    /// The level of schooling that comes with it.
    #[must_use]
    pub const fn education(&self) -> Option<crate::units::Education> {
        match self {
            Self::Award(award) => Some(award.education),
            Self::Credential(_) => None,
        }
    }
}

/// The digest of a graph's files, whatever order they come in.
fn digest(files: &[Text]) -> String {
    let by_name: BTreeMap<&str, &[u8]> =
        files.iter().map(|file| (base(&file.name), file.bytes.as_slice())).collect();
    let mut hash = Sha256::new();
    for (name, bytes) in by_name {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        hash.update(bytes);
    }
    let first: [u8; 8] = hash.finalize()[..8].try_into().expect("a SHA-256 has 32 bytes");
    format!("{:016x}", u64::from_be_bytes(first))
}

/// A file's name without its folder.
fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}
