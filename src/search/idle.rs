//! What is kept by the months without pay before it.

use std::cell::OnceCell;

/// One thing for each count of months without pay, made when first asked for.
#[derive(Debug)]
pub(super) struct ByIdle<T>(Box<[OnceCell<Box<T>>]>);

impl<T> ByIdle<T> {
    /// Nothing is known up to so many months.
    pub fn new(horizon: u32) -> Self {
        Self((0..=horizon).map(|_| OnceCell::new()).collect())
    }

    /// What belongs to so many months, as it was made first.
    pub fn get(&self, idle: u32, make: impl FnOnce() -> T) -> &T {
        self.0[idle as usize].get_or_init(|| Box::new(make()))
    }
}
