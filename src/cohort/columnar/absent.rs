//! What a build without the feature does with columns: it says so.

use std::fs::File;
use std::io;
use std::path::Path;

use super::super::input::Opened;
use super::super::result::Column;
use super::super::written::Written;
use super::Columnar;

/// Refuses.
pub fn opened(_: File, _: Columnar) -> io::Result<Opened> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Refuses.
pub fn in_columns(_: &Path, _: &Path, _: Written, _: &[Column]) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
