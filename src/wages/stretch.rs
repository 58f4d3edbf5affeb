//! Pay summed over the months of a stretch of work, kept for whoever asks next in the same region.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::PayBook;
use crate::graph::RoleIx;
use crate::units::Money;

/// Stretches are kept that begin after fewer months in the field than this.
const MOST: usize = 600;

/// Sums in cents over the first 0, 1, 2 … months of a stretch; none where pay is not known.
type Sums = Option<Box<[i64]>>;

/// What is kept of one role: by months in the field, for somebody new to the role.
#[derive(Debug)]
struct OfRole {
    sums: Box<[OnceLock<Sums>]>,
    starts: OnceLock<Box<[Option<Money>]>>,
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
            OfRole { sums: (0..MOST).map(|_| OnceLock::new()).collect(), starts: OnceLock::new() }
        };
        self.roles[role.at()].get_or_init(none)
    }
}

impl PayBook {
    /// Pay of a month in cents, as [`Self::yearly`] tells it.
    #[must_use]
    pub fn month(&self, role: RoleIx, field: u32, tenure: u32) -> Option<i64> {
        self.yearly(role, field, tenure).map(|yearly| yearly.monthly().cents())
    }

    /// Pay in cents summed over the first 0, 1, 2 … `months` months of a stretch that begins after `field` months in the
    /// field and `tenure` in the role; nothing where pay is not known.
    #[must_use]
    pub fn summed(&self, role: RoleIx, field: u32, tenure: u32, months: u32) -> Option<Box<[i64]>> {
        let mut sum = 0;
        let mut sums = Vec::with_capacity(months as usize + 1);
        sums.push(0);
        for month in 0..months {
            sum += self.month(role, field + month, tenure + month)?;
            sums.push(sum);
        }
        Some(sums.into_boxed_slice())
    }

    /// How many stretches are kept for the region.
    pub(super) fn held(&self) -> usize {
        self.market.stretches.held.load(Ordering::Relaxed)
    }

    /// Whether what is kept for the region holds for a stretch: where one's own pay does not count, the role is new and
    /// the months are those kept.
    fn keeps(&self, field: u32, tenure: u32, months: u32) -> bool {
        let kept = &self.market.stretches;
        self.own.is_none()
            && tenure == 0
            && (field as usize) < MOST
            && *kept.months.get_or_init(|| months) == months
    }

    /// What [`Self::summed`] tells, where it is kept for the region.
    #[must_use]
    pub fn kept(&self, role: RoleIx, field: u32, tenure: u32, months: u32) -> Option<Option<&[i64]>> {
        self.keeps(field, tenure, months).then(|| {
            let sums = &self.market.stretches.of(role).sums[field as usize];
            let summed = || {
                self.market.stretches.held.fetch_add(1, Ordering::Relaxed);
                self.summed(role, field, 0, months)
            };
            sums.get_or_init(summed).as_deref()
        })
    }

    /// Yearly pay in a role by months in the field, for somebody new to it, from `field` on, where as many `counts` are kept
    /// for the region.
    #[must_use]
    pub fn kept_starts(
        &self,
        role: RoleIx,
        field: u32,
        tenure: u32,
        counts: u32,
    ) -> Option<&[Option<Money>]> {
        let kept = self.own.is_none() && tenure == 0 && (field + counts) as usize <= MOST;
        kept.then(|| {
            let start = |field| self.yearly(role, field, 0);
            let starts =
                self.market.stretches.of(role).starts.get_or_init(|| (0..).take(MOST).map(start).collect());
            &starts[field as usize..(field + counts) as usize]
        })
    }
}
