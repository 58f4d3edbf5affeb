//! Whether a person may take a step, and exactly what is unmet.

use crate::graph::{Graph, HoldingIx, Requirement, RoleIx, SkillIx, SkillLevels};
use crate::profile::Profile;
use crate::units::Education;

/// What a person has at some moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Highest schooling.
    pub education: Education,
    /// Per holding: whether it is in hand.
    pub holdings: Vec<bool>,
    /// Per skill: the level.
    pub skills: Vec<u8>,
    /// Per role: months worked.
    pub months: Vec<u32>,
}

impl Standing {
    /// What a person has today. Holdings bring their schooling and skills; months in a role bring its skills once the
    /// graph's `proficient_months` are full, and so do those in a job outside the graph.
    #[must_use]
    pub fn today(graph: &Graph, profile: &Profile) -> Self {
        let mut standing = Self {
            education: profile.education,
            holdings: vec![false; graph.holdings()],
            skills: vec![0; graph.skills.len()],
            months: vec![0; graph.roles.len()],
        };
        standing.learn(&profile.skills);
        standing.learn(&profile.background);
        for holding in &profile.holdings {
            standing.gain(graph, *holding);
        }
        for worked in &profile.experience {
            standing.work(graph, worked.role, worked.months);
        }
        standing
    }

    /// Adds a holding with its schooling and skills.
    pub fn gain(&mut self, graph: &Graph, holding: HoldingIx) {
        self.holdings[holding.at()] = true;
        let gained = graph.holding(holding);
        self.education = gained.education().map_or(self.education, |level| level.max(self.education));
        self.learn(gained.skills());
    }

    /// Adds months in a role, and its skills where they now suffice.
    pub fn work(&mut self, graph: &Graph, role: RoleIx, months: u32) {
        self.months[role.at()] += months;
        if self.months[role.at()] >= graph.proficient_months() {
            self.learn(&graph.roles[role.at()].skills);
        }
    }

    /// Adds up the months worked in some roles.
    #[must_use]
    pub fn worked(&self, roles: &[RoleIx]) -> u32 {
        roles.iter().map(|role| self.months[role.at()]).sum()
    }

    fn learn(&mut self, skills: &SkillLevels) {
        for (skill, level) in skills {
            let have = &mut self.skills[skill.at()];
            *have = (*have).max(*level);
        }
    }
}

/// Whether a requirement holds.
#[must_use]
pub fn holds(requirement: &Requirement, standing: &Standing) -> bool {
    match requirement {
        Requirement::All(parts) => parts.iter().all(|part| holds(part, standing)),
        Requirement::Any(parts) => parts.iter().any(|part| holds(part, standing)),
        Requirement::AtLeast { n, of } => of.iter().filter(|part| holds(part, standing)).count() >= *n,
        Requirement::Education(level) => standing.education >= *level,
        Requirement::Holds(holding) => standing.holdings[holding.at()],
        Requirement::Months { months, roles } => standing.worked(roles) >= *months,
        Requirement::Skill { skill, level } => standing.skills[skill.at()] >= *level,
        Requirement::Ready { points, of } => points_of(of, standing) >= *points,
    }
}

/// How many of some skill levels somebody has.
#[must_use]
pub fn points_of(of: &SkillLevels, standing: &Standing) -> u32 {
    of.iter().map(|(skill, level)| u32::from((*level).min(standing.skills[skill.at()]))).sum()
}

/// What is missing from a requirement; met parts are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmet {
    /// All of these are missing.
    All(Vec<Unmet>),
    /// One of these would do.
    Any(Vec<Unmet>),
    /// So many more of these are needed.
    More {
        /// How many.
        n: usize,
        /// Of which.
        of: Vec<Unmet>,
    },
    /// Schooling.
    Education {
        /// The level asked for.
        needs: Education,
        /// The level in hand.
        has: Education,
    },
    /// An award or credential.
    Holds(HoldingIx),
    /// Months in roles.
    Months {
        /// Asked for.
        needs: u32,
        /// Worked so far.
        has: u32,
        /// In these roles.
        roles: Vec<RoleIx>,
    },
    /// A skill.
    Skill {
        /// Which.
        skill: SkillIx,
        /// The level asked for.
        needs: u8,
        /// The level in hand.
        has: u8,
    },
    /// Readiness: levels of skills, added up.
    Ready {
        /// Asked for.
        needs: u32,
        /// In hand.
        has: u32,
        /// Of these skills, each up to the level listed.
        of: SkillLevels,
    },
}

impl Unmet {
    /// The same for somebody who never had a role: months in it are not named where those in others would do.
    #[must_use]
    pub fn besides(&self, role: RoleIx) -> Self {
        let each = |parts: &[Self]| parts.iter().map(|part| part.besides(role)).collect();
        match self {
            Self::All(parts) => Self::All(each(parts)),
            Self::Any(parts) => Self::Any(each(parts)),
            Self::More { n, of } => Self::More { n: *n, of: each(of) },
            Self::Months { needs, has, roles } if roles.iter().any(|other| *other != role) => {
                let others = roles.iter().copied().filter(|other| *other != role).collect();
                Self::Months { needs: *needs, has: *has, roles: others }
            }
            other => other.clone(),
        }
    }
}

/// Tells exactly what is unmet, as a tree; nothing where the requirement holds.
#[must_use]
pub fn unmet(requirement: &Requirement, standing: &Standing) -> Option<Unmet> {
    if holds(requirement, standing) {
        return None;
    }
    let missing = |parts: &[Requirement]| -> Vec<Unmet> {
        parts.iter().filter_map(|part| unmet(part, standing)).collect()
    };
    Some(match requirement {
        Requirement::All(parts) => {
            let mut parts = missing(parts);
            if parts.len() == 1 { parts.remove(0) } else { Unmet::All(parts) }
        }
        Requirement::Any(parts) => Unmet::Any(missing(parts)),
        Requirement::AtLeast { n, of } => {
            let parts = missing(of);
            Unmet::More { n: n - (of.len() - parts.len()), of: parts }
        }
        Requirement::Education(level) => Unmet::Education { needs: *level, has: standing.education },
        Requirement::Holds(holding) => Unmet::Holds(*holding),
        Requirement::Months { months, roles } => {
            Unmet::Months { needs: *months, has: standing.worked(roles), roles: roles.clone() }
        }
        Requirement::Skill { skill, level } => {
            Unmet::Skill { skill: *skill, needs: *level, has: standing.skills[skill.at()] }
        }
        Requirement::Ready { points, of } => {
            Unmet::Ready { needs: *points, has: points_of(of, standing), of: of.clone() }
        }
    })
}
