//! Files written whole: they appear, or change, once everything is on the disk, and never half.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

/// What the passing file is called before its random name.
const PASSING: &str = ".careerpath-";

/// Writes a file whole. A file that is there may be read by whom it could be read by; a new one by whom the system lets.
///
/// It is written under a random name in the same folder, which nobody can have put there before.
///
/// # Errors
/// What keeps it from being written; then everything is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // a link is followed to what it names
    let there = fs::canonicalize(path);
    let path = there.as_deref().unwrap_or(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(PASSING);
    let permissions = fs::metadata(path).map(|about| about.permissions()).ok();
    // a new one may be what the system lets it be
    #[cfg(unix)]
    if permissions.is_none() {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut passing = builder.tempfile_in(folder)?;
    if let Some(permissions) = permissions {
        passing.as_file().set_permissions(permissions)?;
    }
    passing.write_all(bytes)?;
    passing.as_file().sync_all()?;
    passing.persist(path)?;
    settle(folder)
}

/// Puts on the disk what a folder's files are called.
///
/// # Errors
/// What the system says.
pub fn settle(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    return File::open(folder)?.sync_all();
    #[cfg(not(unix))]
    return Ok(());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().expect("there is a place");
        let path = folder.path().join("page.html");
        let own = folder.path().join("page.html.part");
        fs::write(&own, "mine").expect("it can be written");
        for text in ["one", "another"] {
            write_whole(&path, text.as_bytes()).expect("it can be written");
            assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
        }
        assert_eq!(fs::read_to_string(&own).expect("it is there"), "mine");
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 2);
        assert!(write_whole(&folder.path().join("no/such"), b"").is_err());
    }
}
