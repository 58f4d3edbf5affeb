//! What a person holds that is told to move pay in a role, and the bands that allow for it.

use std::collections::BTreeSet;

use super::Desk;
use crate::graph::{HoldingIx, Premium, RoleIx};
use crate::provenance::Amount;
use crate::report::PremiumReport;
use crate::search::Pathway;
use crate::wages::Band;

impl Desk<'_> {
    /// The premia told of a role for somebody with what a pathway has given by a month.
    fn premia(&self, role: RoleIx, pathway: Option<&Pathway>, month: u32) -> Vec<&Premium> {
        let told: Vec<&Premium> =
            self.graph.premia(role).filter(|premium| !premium.holds.is_empty()).collect();
        if told.is_empty() {
            return told;
        }
        let held = self.held(pathway, month);
        told.into_iter()
            .filter(|premium| premium.holds.iter().any(|holding| held.contains(holding)))
            .collect()
    }

    /// A band widened so that it holds what its premia tell; the middle stays that of people with and without.
    pub(super) fn widened(&self, band: Band, role: RoleIx, pathway: Option<&Pathway>, month: u32) -> Band {
        self.premia(role, pathway, month).into_iter().fold(band, |wide, premium| {
            let Amount::Known { low, high, .. } = premium.ratio.value else { return wide };
            Band {
                low: band.low.map(|pay| pay.times(low.min(1.0))).min(wide.low),
                mid: band.mid,
                high: band.high.map(|pay| pay.times(high.max(1.0))).max(wide.high),
            }
        })
    }

    /// What a person has in hand in a month of a pathway, or today.
    fn held(&self, pathway: Option<&Pathway>, month: u32) -> BTreeSet<HoldingIx> {
        let steps = pathway.into_iter().flat_map(|pathway| &pathway.steps);
        let gained = steps.filter(|step| step.end <= month).flat_map(|step| self.graph.gives(step.node));
        self.profile.holdings.iter().copied().chain(gained).collect()
    }

    /// Every premium that a pathway's jobs meet before the horizon, by role.
    pub(super) fn premia_met(&self, pathway: &Pathway) -> Vec<PremiumReport> {
        let mut met = Vec::new();
        for job in &pathway.jobs {
            let Some(role) = job.role else { continue };
            for premium in self.premia(role, Some(pathway), job.end.unwrap_or(self.settings.horizon)) {
                let Amount::Known { value, low, high } = premium.ratio.value else { continue };
                met.push(PremiumReport {
                    role: self.graph.roles[role.at()].names.id.clone(),
                    what: self.voice().said(&premium.what).to_owned(),
                    value,
                    low,
                    high,
                    basis: premium.ratio.basis,
                    period: premium.ratio.period.clone(),
                    source: self.graph.source(premium.ratio.source).id.clone(),
                });
            }
        }
        met
    }
}
