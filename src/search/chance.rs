//! A product of rates, and whether its last bit can be trusted.

/// No greater chance than this: a product of rates, multiplied in some order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Chance {
    pub value: f64,
    /// How many of the rates are not 1.
    factors: u32,
}

impl Chance {
    /// Nothing can go wrong.
    pub const SURE: Self = Self { value: 1.0, factors: 0 };
    /// It cannot be.
    pub const NONE: Self = Self { value: 0.0, factors: 0 };

    /// With one rate more.
    pub fn times(self, rate: f64) -> Self {
        let value = self.value * rate;
        if value <= 0.0 {
            return Self::NONE;
        }
        let less = rate.total_cmp(&1.0).is_ne();
        Self { value, factors: self.factors + u32::from(less) }
    }

    /// The lesser of both.
    pub fn min(self, other: Self) -> Self {
        match self.value.total_cmp(&other.value) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => self.tied(other),
        }
    }

    /// The greater of both.
    pub fn max(self, other: Self) -> Self {
        match self.value.total_cmp(&other.value) {
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Greater => self,
            std::cmp::Ordering::Equal => self.tied(other),
        }
    }

    fn tied(self, other: Self) -> Self {
        Self { factors: self.factors.max(other.factors), ..self }
    }

    /// Whether its rates have the same product in every order: that of two does, that of more may round up in the last bit.
    pub const fn in_any_order(self) -> bool {
        self.factors <= 2
    }
}
