//! What is usual: figures beside which an amount that somebody tells is likely or not.

use super::{Graph, HoldingIx, PayRow, RegionIx, Tuition};
use crate::units::Money;

/// Yearly pay of an occupation, from low to high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsualPay {
    /// Pay that nine in ten reach.
    pub low: f64,
    /// Pay that half of them reach.
    pub median: f64,
    /// Pay that one in ten reaches.
    pub high: f64,
}

impl UsualPay {
    /// The least and the most that somebody in the occupation is likely to earn: a tenth of the one, three times the other.
    #[must_use]
    pub fn likely(&self) -> [f64; 2] {
        [self.low / 10.0, self.high * 3.0]
    }

    /// Tells whether somebody in the occupation is likely to earn so much.
    #[must_use]
    pub fn is_likely(&self, pay: f64) -> bool {
        let [least, most] = self.likely();
        (least..=most).contains(&pay)
    }
}

impl Graph {
    /// Rows of pay of an occupation, in the graph and outside it: of a region, then of each one around it.
    fn published(&self, code: &str, region: RegionIx) -> Vec<PayRow> {
        let own = self.occupation(code);
        let mut listed = self.outside.as_ref().map(|outside| outside.pay(code)).unwrap_or_default();
        let mut rows: Vec<PayRow> = Vec::new();
        for at in self.regions.upward(region).map(|at| self.regions.covering(at)) {
            rows.extend(own.and_then(|own| self.pay.get(own, at)).cloned());
            rows.extend(listed.remove(&self.regions.get(at).id));
        }
        rows
    }

    /// Tells whether pay of an occupation, in the graph or outside it, is published for a region or one around it.
    #[must_use]
    pub fn is_pay_published(&self, code: &str, region: RegionIx) -> bool {
        self.published(code, region).iter().any(|row| row.median().is_some())
    }

    /// Finds what an occupation, in the graph or outside it, usually pays: as published nearest; none where nothing is.
    #[must_use]
    pub fn usual_pay(&self, code: &str, region: RegionIx) -> Option<UsualPay> {
        let usual = |row: &PayRow| {
            Some(UsualPay { low: row.yearly[0]?, median: row.median()?, high: row.yearly[4]? })
        };
        self.published(code, region).iter().find_map(usual)
    }

    /// Tells whether a program or an exam of the graph gives a holding: not a licence, which somebody has or has not.
    #[must_use]
    pub fn is_earned(&self, holding: HoldingIx) -> bool {
        holding.at() >= self.awards.len()
            || self.programs.iter().any(|program| program.awards.contains(&holding))
    }

    /// The dearest tuition of a year in the graph; nothing where none is known.
    #[must_use]
    pub fn dearest_tuition(&self) -> Money {
        let sectors = self.tuition.values().filter_map(|row| row.per_year);
        let whole = self.programs.iter().filter_map(|program| match &program.tuition {
            Tuition::Total(total) => Some(total.known()? * 12.0 / program.min_months.known()?.max(1.0)),
            Tuition::Sector { .. } => None,
        });
        Money::from_units(sectors.chain(whole).fold(0.0, f64::max))
    }
}
