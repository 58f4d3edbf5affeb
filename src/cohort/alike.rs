//! People who answer alike are searched once.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use super::row::Cells;
use crate::recommend::Shortlist;

/// The most answers remembered: some 20 MB.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).expect("it is more than none");

/// All that somebody told but the id.
type Told = Vec<(usize, String)>;

/// What was found for people in one graph with one set of settings, by all that they told but the id.
#[derive(Debug)]
pub(super) struct Alike(Mutex<LruCache<Told, Arc<Shortlist>>>);

impl Default for Alike {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl Alike {
    /// What was found for somebody who told the same, or what a search finds.
    pub(super) fn found(&self, cells: &Cells, search: impl FnOnce() -> Shortlist) -> Arc<Shortlist> {
        let told: Told = cells.range(1..).map(|(column, cell)| (*column, cell.clone())).collect();
        if let Some(known) = self.lock().get(&told) {
            return Arc::clone(known);
        }
        let found = Arc::new(search());
        self.lock().put(told, Arc::clone(&found));
        found
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<Told, Arc<Shortlist>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
