//! Sets of numbered facts, one bit each.

/// A set of facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FactSet(Vec<u64>);

impl FactSet {
    /// Whether a fact is among them.
    pub fn contains(&self, fact: usize) -> bool {
        self.0.get(fact / 64).is_some_and(|word| word & (1 << (fact % 64)) != 0)
    }

    /// Adds a fact.
    pub fn insert(&mut self, fact: usize) {
        if self.0.len() <= fact / 64 {
            self.0.resize(fact / 64 + 1, 0);
        }
        self.0[fact / 64] |= 1 << (fact % 64);
    }

    /// The facts, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.0.len() * 64).filter(|fact| self.contains(*fact))
    }
}

impl FromIterator<usize> for FactSet {
    fn from_iter<I: IntoIterator<Item = usize>>(facts: I) -> Self {
        let mut set = Self::default();
        facts.into_iter().for_each(|fact| set.insert(fact));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::FactSet;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set: FactSet = [3, 64, 130].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [3, 64, 130]);
        assert!(!set.contains(4) && !set.contains(1000));
    }
}
