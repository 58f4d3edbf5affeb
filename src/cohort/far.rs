//! How far a run is.

use std::path::PathBuf;

use super::input::size;

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Far {
    /// Rows scored.
    pub good: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// The share of the input that is read, from 0 to 1; none where its size is not known before it is read.
    pub share: Option<f64>,
}

/// How long the inputs of a run are.
pub(super) struct Length {
    /// The bytes of each; none where those of one are not known.
    bytes: Option<Vec<u64>>,
    /// The most rows that are read.
    limit: Option<u64>,
}

impl Length {
    pub fn of(inputs: &[PathBuf], limit: Option<u64>) -> Self {
        Self { bytes: inputs.iter().map(|path| size(path)).collect(), limit }
    }

    /// How far it is, with so many rows scored and rejected, before a byte of an input.
    pub fn far(&self, good: u64, rejected: u64, input: usize, offset: u64) -> Far {
        let share = self.bytes.as_ref().map(|bytes| {
            let before: u64 = bytes[..input].iter().sum();
            let read = part(before + offset, bytes.iter().sum());
            // the last row that is read may come before the last byte
            self.limit.map_or(read, |limit| part(good + rejected, limit).max(read))
        });
        Far { good, rejected, share }
    }
}

/// A part of a whole, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a share is told roughly")]
fn part(of: u64, whole: u64) -> f64 {
    if whole == 0 { 1.0 } else { (of as f64 / whole as f64).min(1.0) }
}
