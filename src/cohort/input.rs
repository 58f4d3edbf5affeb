//! Files as they come: plain or gzip, with or without a mark at their beginning, or standard input.

use std::fmt::Write;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};

/// The name of standard input.
const STANDARD: &str = "-";
/// How much is read at once.
const BUFFER: usize = 256 * 1024;

/// An input from a place on; bytes are counted as they are read, after unpacking.
///
/// # Errors
/// What keeps it from being read that far.
pub fn opened(path: &Path, offset: u64) -> io::Result<Box<dyn BufRead + Send>> {
    if path.as_os_str() == STANDARD {
        return skipped(Box::new(BufReader::with_capacity(BUFFER, io::stdin())), offset);
    }
    let mut file = File::open(path)?;
    let mut first = [0; 2];
    let read = file.read(&mut first)?;
    file.seek(SeekFrom::Start(0))?;
    if first[..read] == [0x1f, 0x8b] {
        let unpacked = BufReader::with_capacity(BUFFER, MultiGzDecoder::new(file));
        return skipped(Box::new(unpacked), offset);
    }
    file.seek(SeekFrom::Start(offset))?;
    Ok(Box::new(BufReader::with_capacity(BUFFER, file)))
}

fn skipped(mut from: Box<dyn BufRead + Send>, offset: u64) -> io::Result<Box<dyn BufRead + Send>> {
    let skipped = io::copy(&mut (&mut from).take(offset), &mut io::sink())?;
    if skipped < offset {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "it is shorter than it was"));
    }
    Ok(from)
}

/// The SHA-256 of a file; none of standard input.
///
/// # Errors
/// What keeps it from being read.
pub fn digest(path: &Path) -> io::Result<Option<String>> {
    if path.as_os_str() == STANDARD {
        return Ok(None);
    }
    let mut hash = Sha256::new();
    let mut file = BufReader::with_capacity(BUFFER, File::open(path)?);
    loop {
        let buffer = file.fill_buf()?;
        if buffer.is_empty() {
            break;
        }
        hash.update(buffer);
        let read = buffer.len();
        file.consume(read);
    }
    let mut written = String::new();
    for byte in hash.finalize() {
        let _ = write!(written, "{byte:02x}");
    }
    Ok(Some(written))
}
