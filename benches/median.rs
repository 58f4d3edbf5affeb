//! The middle of the times that something takes.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The middle of the times that something takes.
pub fn median<T>(times: usize, mut what: impl FnMut() -> T) -> Duration {
    let taken = || {
        let start = Instant::now();
        black_box(what());
        start.elapsed()
    };
    middle(times, taken)
}

/// The middle of so many times.
pub fn middle(times: usize, mut taken: impl FnMut() -> Duration) -> Duration {
    let mut all: Vec<Duration> = (0..times).map(|_| taken()).collect();
    all.sort_unstable();
    all[times / 2]
}
