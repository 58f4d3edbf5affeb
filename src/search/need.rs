//! Requirements with what is met today settled.

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
        roles: Vec<usize>,
    },
}

impl Need {
    /// Whether it is met once some facts are brought, with no more months worked.
    pub fn met_if(&self, brought: &impl Fn(usize) -> bool) -> bool {
        match self {
            Self::Met => true,
            Self::All(parts) => parts.iter().all(|part| part.met_if(brought)),
            Self::Any(parts) => parts.iter().any(|part| part.met_if(brought)),
            Self::AtLeast(n, parts) => parts.iter().filter(|part| part.met_if(brought)).count() >= *n,
            Self::Fact(fact) => brought(*fact),
            Self::Months { .. } => false,
        }
    }

    /// Whether some leaf of it is as asked.
    pub fn mentions(&self, asked: &impl Fn(&Need) -> bool) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => {
                parts.iter().any(|part| part.mentions(asked))
            }
            leaf => asked(leaf),
        }
    }
}
