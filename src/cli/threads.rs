//! Targets shared out among the machine's threads; what is found does not depend on how many there are.

use std::thread;

use crate::graph::RoleIx;
use crate::search::{Find, Found, Problem, search};

/// So many threads, each searching every so-manieth target.
pub(super) struct Threads(usize);

impl Threads {
    /// As many as the machine runs at once.
    pub fn all() -> Self {
        Self(at_once())
    }
}

/// How many threads the machine runs at once.
pub(super) fn at_once() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

impl Find for Threads {
    fn find(&self, problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<Found> {
        // each works out the choices of roles anew: few targets are not worth it
        let threads = self.0.min(targets.len() / 8).max(1);
        let share = |first: usize| {
            let own: Vec<RoleIx> = targets.iter().copied().skip(first).step_by(threads).collect();
            search(problem, &own)
        };
        let mut shares: Vec<_> = thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|first| scope.spawn(move || share(first))).collect();
            let own = share(0).into_iter();
            let others =
                others.into_iter().map(|thread| thread.join().expect("a search does not panic").into_iter());
            std::iter::once(own).chain(others).collect()
        });
        (0..targets.len()).filter_map(|at| shares[at % threads].next()).collect()
    }
}
