//! What entering a role, joining a program or earning a credential asks for.

use super::index::{HoldingIx, RoleIx, SkillIx};
use super::node::SkillLevels;
use crate::units::Education;

/// A tree of conditions. There is no NOT: gaining something never closes a door.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Requirement {
    /// Every one of these; none listed means open to all.
    All(Vec<Requirement>),
    /// At least one of these.
    Any(Vec<Requirement>),
    /// At least `n` of these.
    AtLeast {
        /// How many.
        n: usize,
        /// Of which.
        of: Vec<Requirement>,
    },
    /// Schooling of this level or higher.
    Education(Education),
    /// An award or credential in hand.
    Holds(HoldingIx),
    /// Months worked, added up over these roles.
    Months {
        /// How many months.
        months: u32,
        /// In which roles.
        roles: Vec<RoleIx>,
    },
    /// A skill at this level (0 to 5) or higher.
    Skill {
        /// Which skill.
        skill: SkillIx,
        /// How high.
        level: u8,
    },
    /// So many of the levels of some skills, added up: readiness for a role.
    Ready {
        /// How many levels, of each skill no more than listed.
        points: u32,
        /// The skills with the levels that count.
        of: SkillLevels,
    },
}

impl Requirement {
    /// The most conditions and groups of conditions in one requirement.
    pub const MOST: usize = 64;
    /// The most levels of all skills of a role together, which readiness counts.
    pub const MOST_LEVELS: usize = 128;

    /// How many conditions and groups of conditions it is made of.
    #[must_use]
    pub fn size(&self) -> usize {
        1 + self.parts().iter().map(Self::size).sum::<usize>()
    }

    /// The conditions directly inside, if it is a group.
    #[must_use]
    pub fn parts(&self) -> &[Requirement] {
        match self {
            Self::All(parts) | Self::Any(parts) | Self::AtLeast { of: parts, .. } => parts,
            Self::Education(_)
            | Self::Holds(_)
            | Self::Months { .. }
            | Self::Skill { .. }
            | Self::Ready { .. } => &[],
        }
    }

    /// Asks for a share of the levels of some skills, rounded up to whole levels.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a few hundred")]
    pub fn ready(share: f64, of: &SkillLevels) -> Self {
        let total: u32 = of.iter().map(|(_, level)| u32::from(*level)).sum();
        // a hair less, so that a product that should be whole is not rounded up
        let points = share.mul_add(f64::from(total), -1e-9).ceil().max(0.0) as u32;
        Self::Ready { points, of: of.clone() }
    }

    /// Whether some part of it asks for readiness.
    #[must_use]
    pub fn asks_readiness(&self) -> bool {
        matches!(self, Self::Ready { .. }) || self.parts().iter().any(Self::asks_readiness)
    }

    /// The same with another condition asked for besides.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match self {
            Self::All(mut parts) => {
                parts.push(other);
                Self::All(parts)
            }
            one => Self::All(vec![one, other]),
        }
    }

    /// The same with every readiness asking for no more than a share.
    #[must_use]
    pub fn ready_at_most(&self, share: f64) -> Self {
        let each = |parts: &[Self]| parts.iter().map(|part| part.ready_at_most(share)).collect();
        match self {
            Self::All(parts) => Self::All(each(parts)),
            Self::Any(parts) => Self::Any(each(parts)),
            Self::AtLeast { n, of } => Self::AtLeast { n: *n, of: each(of) },
            Self::Ready { points, of } => match Self::ready(share, of) {
                Self::Ready { points: most, of } => Self::Ready { points: most.min(*points), of },
                other => other,
            },
            leaf => leaf.clone(),
        }
    }

    /// The same with every months-condition asking for some months less.
    #[must_use]
    pub fn months_less(&self, less: u32) -> Self {
        let each = |parts: &[Self]| parts.iter().map(|part| part.months_less(less)).collect();
        match self {
            Self::All(parts) => Self::All(each(parts)),
            Self::Any(parts) => Self::Any(each(parts)),
            Self::AtLeast { n, of } => Self::AtLeast { n: *n, of: each(of) },
            Self::Months { months, roles } => {
                Self::Months { months: months.saturating_sub(less), roles: roles.clone() }
            }
            leaf => leaf.clone(),
        }
    }

    /// Visits every condition of the tree that is not a group.
    pub fn leaves<'a>(&'a self, visit: &mut impl FnMut(&'a Requirement)) {
        match self {
            Self::All(parts) | Self::Any(parts) | Self::AtLeast { of: parts, .. } => {
                for part in parts {
                    part.leaves(visit);
                }
            }
            leaf => visit(leaf),
        }
    }
}
