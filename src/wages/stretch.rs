//! Pay summed over the months of a stretch of work, kept for whoever asks next in the same region.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Moment, PayBook};
use crate::graph::RoleIx;

/// Stretches are kept that begin after fewer months in the field than this.
const MOST: usize = 600;

/// Sums in cents over the first 0, 1, 2 … months of a stretch; none where pay is not known.
type Sums = Option<Box<[i64]>>;

/// What is kept of one role: by months in the field, for somebody new to the role.
#[derive(Debug)]
struct OfRole {
    sums: Box<[OnceLock<Sums>]>,
}

/// Stretches in every role of a region, for people whose own pay is not known.
#[derive(Debug)]
pub(super) struct Stretches {
    /// How many months each is long, as the first who asked wanted them.
    months: OnceLock<u32>,
    /// How many are kept.
    held: AtomicUsize,
    roles: Box<[OnceLock<OfRole>]>,
}

impl Stretches {
    pub fn new(roles: usize) -> Self {
        Self {
            months: OnceLock::new(),
            held: AtomicUsize::new(0),
            roles: (0..roles).map(|_| OnceLock::new()).collect(),
        }
    }

    fn of(&self, role: RoleIx) -> &OfRole {
        let none = || {
            // what is not filled yet takes as much room as some that are
            self.held.fetch_add(MOST / 32, Ordering::Relaxed);
            OfRole { sums: (0..MOST).map(|_| OnceLock::new()).collect() }
        };
        self.roles[role.at()].get_or_init(none)
    }
}

impl PayBook {
    /// Pay of a month in cents, as [`Self::yearly`] tells it.
    #[must_use]
    pub fn month(&self, role: RoleIx, at: Moment) -> Option<i64> {
        self.yearly(role, at).map(|yearly| yearly.monthly().cents())
    }

    /// Pay in cents summed over the first 0, 1, 2 … `months` months of a stretch of work; nothing where pay is not known.
    #[must_use]
    pub fn summed(&self, role: RoleIx, begin: Moment, months: u32) -> Option<Box<[i64]>> {
        let mut sum = 0;
        let mut sums = Vec::with_capacity(months as usize + 1);
        sums.push(0);
        for month in 0..months {
            sum += self.month(role, begin.later(month))?;
            sums.push(sum);
        }
        Some(sums.into_boxed_slice())
    }

    /// How many stretches are kept for the region.
    pub(super) fn held(&self) -> usize {
        self.market.stretches.held.load(Ordering::Relaxed)
    }

    /// What [`Self::summed`] tells of a role that is new after so many months in the field, where that is kept for the region:
    /// where one's own pay does not count and the months are those kept.
    #[must_use]
    pub fn kept(&self, role: RoleIx, field: u32, tenure: u32, months: u32) -> Option<Option<&[i64]>> {
        let kept = &self.market.stretches;
        let field = self.experience(role, field);
        let is_kept = self.own.is_none()
            && tenure == 0
            && (field as usize) < MOST
            && *kept.months.get_or_init(|| months) == months;
        is_kept.then(|| {
            let sums = &kept.of(role).sums[field as usize];
            let summed = || {
                kept.held.fetch_add(1, Ordering::Relaxed);
                self.nobody().summed(role, Moment::today(field, 0), months)
            };
            sums.get_or_init(summed).as_deref()
        })
    }
}
