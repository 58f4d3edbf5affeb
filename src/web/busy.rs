//! How much one account may ask for at once, so that nobody waits long for another who asks for very much.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The most that an account has under way at once: more than a browser asks for.
const MOST: usize = 8;

/// What each account has under way.
#[derive(Debug, Default)]
pub struct Busy(Mutex<BTreeMap<i64, usize>>);

/// A place that somebody has, until it is dropped.
#[derive(Debug)]
pub struct Place<'b> {
    busy: &'b Busy,
    account: i64,
}

impl Busy {
    /// Takes a place for an account; none where it has as many as it may.
    pub fn enter(&self, account: i64) -> Option<Place<'_>> {
        let mut under_way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = under_way.entry(account).or_default();
        (*own < MOST).then(|| {
            *own += 1;
            Place { busy: self, account }
        })
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut under_way = self.busy.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = under_way.get_mut(&self.account) {
            *own -= 1;
            if *own == 0 {
                under_way.remove(&self.account);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_so_many_places_and_others_have_theirs() {
        let busy = Busy::default();
        let held: Vec<Place<'_>> = std::iter::from_fn(|| busy.enter(1)).take(100).collect();
        assert_eq!(held.len(), MOST);
        assert!(busy.enter(1).is_none() && busy.enter(2).is_some());
        drop(held);
        assert!(busy.enter(1).is_some());
    }
}
