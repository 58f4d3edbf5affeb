//! Pay books of many regions, so that many people are answered with what was looked up for a few.

use std::sync::{Mutex, PoisonError};

use lru::LruCache;

use super::PayBook;
use crate::graph::{Graph, RegionIx};
use crate::profile::Profile;

/// Pay books by region, made when first asked for and forgotten when long not asked for. They can be shared between threads.
#[derive(Debug)]
pub struct PayBooks<'g> {
    graph: &'g Graph,
    room: usize,
    by_region: Mutex<LruCache<RegionIx, PayBook>>,
}

impl<'g> PayBooks<'g> {
    /// How many stretches of work they keep among them unless told otherwise: some 100 MB.
    pub const ROOM: usize = 100_000;

    /// None yet; of the regions asked for longest ago what is kept is forgotten beyond about so many stretches.
    #[must_use]
    pub fn new(graph: &'g Graph, room: usize) -> Self {
        Self { graph, room, by_region: Mutex::new(LruCache::unbounded()) }
    }

    /// Pay of every role where a person lives, as the person's own pay tells it: what [`PayBook::of`] tells.
    #[must_use]
    pub fn of(&self, profile: &Profile) -> PayBook {
        self.book(profile.region).knowing(self.graph, profile)
    }

    fn book(&self, region: RegionIx) -> PayBook {
        let lock = || self.by_region.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(book) = lock().get(&region) {
            return book.clone();
        }
        let book = PayBook::new(self.graph, region);
        let mut books = lock();
        // another thread may have been there first, with the same
        let book = books.get_or_insert(region, || book).clone();
        while books.len() > 1 && books.iter().map(|(_, book)| book.held()).sum::<usize>() > self.room {
            books.pop_lru();
        }
        book
    }
}
