//! How far a run is.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};

/// From one plain line to the next.
const BETWEEN: Duration = Duration::from_secs(5);

/// How to tell how far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Progress {
    /// A bar at a terminal, plain lines elsewhere.
    Auto,
    Bar,
    Plain,
    None,
}

/// What tells how many rows are done: a bar, plain lines now and then, or nothing.
pub(super) fn teller(progress: Progress) -> impl FnMut(u64, u64) {
    let terminal = std::io::stderr().is_terminal();
    let bar = matches!(progress, Progress::Bar) || progress == Progress::Auto && terminal;
    let plain = matches!(progress, Progress::Plain) || progress == Progress::Auto && !terminal;
    let bar = bar.then(|| {
        let style = ProgressStyle::with_template("{spinner} {human_pos} rows, {per_sec}, {elapsed} {msg}");
        ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
    });
    let (begin, mut last) = (Instant::now(), Instant::now());
    move |good, rejected| {
        if let Some(bar) = &bar {
            bar.set_position(good + rejected);
            bar.set_message(format!("{rejected} rejected"));
        } else if plain && last.elapsed() >= BETWEEN {
            last = Instant::now();
            let seconds = begin.elapsed().as_secs();
            anstream::eprintln!("{} rows, {rejected} rejected, {seconds} s", good + rejected);
        }
    }
}
