//! Requirements with what is met today settled.

use std::collections::BTreeMap;

use super::bits::Bits;
use crate::eligibility::{Standing, holds};
use crate::graph::{HoldingIx, Requirement, SkillIx};
use crate::units::Education;

/// A condition that is not met today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Need {
    /// Met today.
    Met,
    All(Vec<Need>),
    Any(Vec<Need>),
    AtLeast(usize, Vec<Need>),
    /// A fact that a course or proficiency in a role brings.
    Fact(usize),
    /// Months in these roles, with the months worked before today.
    Months {
        needs: u32,
        before: u32,
        roles: Bits,
    },
}

impl Need {
    /// Whether it is met if some leaves are.
    #[cfg(test)]
    pub fn met_by(&self, leaves: &impl Fn(&Need) -> bool) -> bool {
        match self {
            Self::Met => true,
            Self::All(parts) => parts.iter().all(|part| part.met_by(leaves)),
            Self::Any(parts) => parts.iter().any(|part| part.met_by(leaves)),
            Self::AtLeast(n, parts) => parts.iter().filter(|part| part.met_by(leaves)).count() >= *n,
            leaf => leaves(leaf),
        }
    }

    /// Tells every leaf.
    pub fn leaves(&self, tell: &mut impl FnMut(&Need)) {
        match self {
            Self::Met => {}
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => {
                for part in parts {
                    part.leaves(tell);
                }
            }
            leaf => tell(leaf),
        }
    }
}

/// What a fact is about.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
pub(super) enum FactKey {
    Education(Education),
    Holds(HoldingIx),
    Skill(SkillIx, u8),
}

/// Numbers the facts of requirements.
pub(super) struct Facts<'a> {
    pub today: &'a Standing,
    pub numbers: BTreeMap<FactKey, usize>,
}

impl Facts<'_> {
    /// A requirement with what is met today settled and its facts numbered.
    pub fn need(&mut self, requirement: &Requirement) -> Need {
        if holds(requirement, self.today) {
            return Need::Met;
        }
        match requirement {
            Requirement::All(parts) => {
                let mut parts: Vec<Need> =
                    parts.iter().map(|part| self.need(part)).filter(|need| *need != Need::Met).collect();
                if parts.len() == 1 { parts.remove(0) } else { Need::All(parts) }
            }
            Requirement::Any(parts) => {
                let mut parts: Vec<Need> = parts.iter().map(|part| self.need(part)).collect();
                if parts.len() == 1 { parts.remove(0) } else { Need::Any(parts) }
            }
            Requirement::AtLeast { n, of } => {
                Need::AtLeast(*n, of.iter().map(|part| self.need(part)).collect())
            }
            Requirement::Education(level) => self.fact(FactKey::Education(*level)),
            Requirement::Holds(holding) => self.fact(FactKey::Holds(*holding)),
            Requirement::Skill { skill, level } => self.fact(FactKey::Skill(*skill, *level)),
            Requirement::Months { months, roles } => Need::Months {
                needs: *months,
                before: roles.iter().map(|role| self.today.months[role.at()]).sum(),
                roles: roles.iter().map(|role| role.at()).collect(),
            },
        }
    }

    fn fact(&mut self, key: FactKey) -> Need {
        let next = self.numbers.len();
        Need::Fact(*self.numbers.entry(key).or_insert(next))
    }
}

impl FactKey {
    /// The condition that asks for it.
    pub const fn leaf(self) -> Requirement {
        match self {
            Self::Education(level) => Requirement::Education(level),
            Self::Holds(holding) => Requirement::Holds(holding),
            Self::Skill(skill, level) => Requirement::Skill { skill, level },
        }
    }
}
