//! Cohorts in columns, as Parquet and Arrow hold them. They are read as lines of JSON, one a person, and a result is brought
//! into columns when its lines are whole, so that all else is the same for every form of file. Without the feature
//! `columnar` they are told apart and refused.

#[cfg(not(feature = "columnar"))]
mod absent;
#[cfg(feature = "columnar")]
mod batch;
#[cfg(feature = "columnar")]
mod lines;
#[cfg(feature = "columnar")]
mod written;

#[cfg(not(feature = "columnar"))]
pub(super) use absent::{in_columns, opened};
#[cfg(feature = "columnar")]
pub use batch::{ScoredBatch, score_batch};
#[cfg(feature = "columnar")]
pub(super) use {lines::opened, written::in_columns};

/// Whether this build reads and writes columns.
pub(super) const BUILT: bool = cfg!(feature = "columnar");

/// How columns stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Columnar {
    /// Parquet.
    Parquet,
    /// An Arrow IPC file, also called Feather.
    ArrowFile,
    /// An Arrow IPC stream.
    ArrowStream,
}

impl Columnar {
    /// The form of a file that begins so.
    pub fn of(first: &[u8]) -> Option<Self> {
        match first {
            [b'P', b'A', b'R', b'1', ..] => Some(Self::Parquet),
            [b'A', b'R', b'R', b'O', b'W', b'1', ..] => Some(Self::ArrowFile),
            [0xff, 0xff, 0xff, 0xff, ..] => Some(Self::ArrowStream),
            _ => None,
        }
    }
}
