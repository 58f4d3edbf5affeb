//! Sums kept by the months without pay before them.

use std::cell::OnceCell;

/// Sums over 0, 1, 2 … months of work, by the months without pay before them, made when first asked for.
#[derive(Debug)]
pub(super) struct ByIdle(Box<[OnceCell<Box<[i64]>>]>);

impl ByIdle {
    /// Nothing is known up to so many months.
    pub fn new(horizon: usize) -> Self {
        Self((0..=horizon).map(|_| OnceCell::new()).collect())
    }

    /// The sums after so many months, as they were made first.
    pub fn get(&self, idle: u32, make: impl FnOnce() -> Vec<i64>) -> &[i64] {
        self.0[idle as usize].get_or_init(|| make().into())
    }
}
