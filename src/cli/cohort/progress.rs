//! How far a run is.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use clap::ValueEnum;
use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cohort::Far;

/// From one plain line to the next.
const BETWEEN: Duration = Duration::from_secs(5);

/// How finely the share of what is read is told.
const PARTS: u64 = 10_000;

/// How to tell how far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Progress {
    /// A bar at a terminal, plain lines elsewhere.
    Auto,
    Bar,
    Plain,
    None,
}

/// What tells how far a run is and how long it may still take: a bar, plain lines now and then, or nothing.
pub(super) fn teller(progress: Progress) -> impl FnMut(Far) {
    let terminal = std::io::stderr().is_terminal();
    let shown = matches!(progress, Progress::Bar) || progress == Progress::Auto && terminal;
    let plain = matches!(progress, Progress::Plain) || progress == Progress::Auto && !terminal;
    let (begin, mut last, mut bar) = (Instant::now(), Instant::now(), None);
    move |far| {
        let bar = bar.get_or_insert_with(|| begun(shown, far.share));
        bar.set_position(far.share.map_or(far.good + far.rejected, parts));
        let (rows, rejected) = (HumanCount(far.good + far.rejected), HumanCount(far.rejected));
        bar.set_message(format!("{rows} rows, {rejected} rejected"));
        if plain && last.elapsed() >= BETWEEN {
            last = Instant::now();
            let left = far
                .share
                .map(|share| format!(", {:.0} %, some {} left", share * 100.0, HumanDuration(bar.eta())));
            let (seconds, left) = (begin.elapsed().as_secs(), left.unwrap_or_default());
            anstream::eprintln!("{rows} rows, {rejected} rejected, {seconds} s{left}");
        }
    }
}

/// A bar where the share of what is read is known, else a count; drawn where it is shown.
fn begun(shown: bool, share: Option<f64>) -> ProgressBar {
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let (length, template) = match share {
        Some(_) => (Some(PARTS), "{bar:30} {percent:>3} %  {msg}, some {eta} left"),
        None => (None, "{spinner} {msg}, {elapsed}"),
    };
    let style = ProgressStyle::with_template(template);
    let bar = ProgressBar::with_draw_target(length, target);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    // a run that is taken up does not begin at nothing
    bar.set_position(share.map_or(0, parts));
    bar.reset_eta();
    bar
}

/// A share in parts.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "from 0 to 10,000"
)]
fn parts(share: f64) -> u64 {
    (share * PARTS as f64) as u64
}
