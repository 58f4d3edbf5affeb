//! Pay at any percentile from the few that are published.

use libm::{exp, log};

/// The log odds of a percentile, kept from the very ends.
#[must_use]
pub fn odds(percentile: f64) -> f64 {
    let share = percentile.clamp(0.01, 99.99) / 100.0;
    log(share / (1.0 - share))
}

/// The log odds at which a person's own pay is taken to stand: further out than the 1st and the 99th percentile it tells no
/// more of the years to come.
#[must_use]
pub fn own_odds(told: f64) -> f64 {
    told.clamp(odds(1.0), odds(99.0))
}

/// The percentile with some log odds.
#[must_use]
pub fn percentile_of(odds: f64) -> f64 {
    100.0 / (1.0 + exp(-odds))
}

/// Log pay by the log odds of the percentile.
///
/// Method: a cubic between each two points whose slopes are weighted harmonic means of the neighbouring ones, so that it
/// never falls and never leaves the range of the two (Fritsch and Butland 1984); beyond the first and the last point it
/// goes on with the slope there.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve(Vec<Knot>);

#[derive(Debug, Clone, Copy, PartialEq)]
struct Knot {
    odds: f64,
    pay: f64,
    slope: f64,
}

impl Curve {
    /// Through percentiles and yearly pay, both rising; nothing where there is none.
    #[must_use]
    pub fn through(points: &[(f64, f64)]) -> Option<Self> {
        let mut knots: Vec<Knot> = points
            .iter()
            .map(|(percentile, yearly)| Knot { odds: odds(*percentile), pay: log(*yearly), slope: 0.0 })
            .collect();
        let rises: Vec<(f64, f64)> = knots
            .windows(2)
            .map(|ends| {
                let width = ends[1].odds - ends[0].odds;
                (width, (ends[1].pay - ends[0].pay) / width)
            })
            .collect();
        for (at, knot) in knots.iter_mut().enumerate() {
            knot.slope = match (at.checked_sub(1).map(|before| rises[before]), rises.get(at).copied()) {
                (Some((before, rise)), Some((after, next))) if rise > 0.0 && next > 0.0 => {
                    let (one, other) = (2.0f64.mul_add(after, before), 2.0f64.mul_add(before, after));
                    (one + other) / (one / rise + other / next)
                }
                (Some(_), Some(_)) | (None, None) => 0.0,
                (None, Some((_, rise))) | (Some((_, rise)), None) => rise,
            };
        }
        (!knots.is_empty()).then_some(Self(knots))
    }

    /// Log of yearly pay at a percentile.
    #[must_use]
    pub fn at(&self, percentile: f64) -> f64 {
        self.at_odds(odds(percentile))
    }

    /// Log of yearly pay at the log odds of a percentile.
    #[must_use]
    pub fn at_odds(&self, odds: f64) -> f64 {
        let knots = &self.0;
        let next = knots.partition_point(|knot| knot.odds <= odds);
        let beyond = |knot: &Knot| (odds - knot.odds).mul_add(knot.slope, knot.pay);
        let (Some(from), Some(to)) = (next.checked_sub(1).map(|at| knots[at]), knots.get(next)) else {
            return beyond(&knots[next.min(knots.len() - 1)]);
        };
        let width = to.odds - from.odds;
        let share = (odds - from.odds) / width;
        let left = 1.0 - share;
        let ends = share * share * (2.0f64.mul_add(left, 1.0));
        let bends = share * left * width * (left * from.slope - share * to.slope);
        (to.pay - from.pay).mul_add(ends, from.pay) + bends
    }

    /// The percentile at which so much is paid, by its log; the very ends where it is below or above all.
    #[must_use]
    pub fn percentile(&self, pay: f64) -> f64 {
        percentile_of(self.odds_of(pay))
    }

    /// The log odds of that percentile.
    #[must_use]
    pub fn odds_of(&self, pay: f64) -> f64 {
        let (mut low, mut high) = (odds(0.0), odds(100.0));
        for _ in 0..50 {
            let middle = f64::midpoint(low, high);
            if self.at_odds(middle) < pay { low = middle } else { high = middle }
        }
        f64::midpoint(low, high)
    }
}
