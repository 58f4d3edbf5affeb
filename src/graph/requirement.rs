//! What entering a role, joining a program or earning a credential asks for.

use super::index::{HoldingIx, RoleIx, SkillIx};
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
}

impl Requirement {
    /// The most conditions and groups of conditions in one requirement.
    pub const MOST: usize = 64;

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
            Self::Education(_) | Self::Holds(_) | Self::Months { .. } | Self::Skill { .. } => &[],
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
