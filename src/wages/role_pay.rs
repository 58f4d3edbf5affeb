//! Pay of one role: its occupation's distribution, and which part of it the role is.

use libm::{exp, hypot};

use super::Band;
use super::curve::{Curve, odds, percentile_of};
use super::region::Figures;
use crate::units::Money;

/// Pay of a role.
#[derive(Debug, Clone)]
pub(super) struct RolePay {
    pub figures: Figures,
    pub curve: Curve,
    pub from: f64,
    pub to: f64,
    /// Which kind of occupation it is.
    pub kind: usize,
}

impl RolePay {
    /// The log odds, in the whole occupation, of what has some log odds in the role's part of it.
    pub fn placed(&self, part: f64) -> f64 {
        if self.from <= 0.0 && self.to >= 100.0 {
            return part;
        }
        odds((self.to - self.from).mul_add(percentile_of(part) / 100.0, self.from))
    }

    /// Whether enough is published to tell how pay is spread.
    pub fn tells_spread(&self) -> bool {
        self.figures.points.len() >= 3
    }

    /// Pay with a band whose ends are so far from it, in log odds of the whole occupation: people's spread, and that of the
    /// figures where they are imputed.
    pub fn band(&self, stands: Standing, [low, high]: [f64; 2]) -> Band {
        let mid = self.curve.at_odds(stands.odds);
        let end = |end: f64, side: f64| {
            let both = hypot(self.curve.at_odds(stands.odds + end) - mid, self.figures.spread);
            self.tells_spread().then(|| Money::from_units(exp(side.mul_add(both, mid + stands.beyond))))
        };
        Band { low: end(low, -1.0), mid: Money::from_units(exp(mid + stands.beyond)), high: end(high, 1.0) }
    }
}

/// Where somebody stands in an occupation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// In log odds of the percentile.
    pub odds: f64,
    /// Log pay beyond the last percentile.
    pub beyond: f64,
}
