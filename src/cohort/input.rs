//! Files as they come: plain, gzip or zstd, with or without a mark at their beginning, or standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use flate2::bufread;
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};
use sha2::{Digest, Sha256};

use super::columnar::{self, Columnar};
use super::workbook::{is_workbook, sheet};
use crate::digest::hex;

/// The name of standard input.
const STANDARD: &str = "-";
/// What gzip and zstd files begin with.
const GZIP: [u8; 2] = [0x1f, 0x8b];
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// What a workbook begins with, as every archive does.
const ARCHIVE: [u8; 4] = *b"PK\x03\x04";
/// The most that a zstd file may ask to be kept while it is unpacked.
const WINDOW: u64 = 32 * 1024 * 1024;
/// The most of a packed file that is unpacked to tell how long it is.
const COUNTED: u64 = 2 * 1024 * 1024 * 1024;
/// How much is read at once.
const BUFFER: usize = 256 * 1024;

/// Whether a path means standard input.
#[must_use]
pub fn standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

/// An input that is read.
pub struct Opened {
    /// The names of its columns, where the file itself is in columns.
    pub columns: Option<Vec<String>>,
    /// Its text; columns come as lines of JSON.
    pub from: Box<dyn BufRead + Send>,
}

/// Keeps standard input in a file, so that it can be read more than once and told from another; false where it is told to
/// stop before all of it is there.
///
/// # Errors
/// What keeps it from being read or written.
pub fn keep_standard(path: &Path, stop: &AtomicBool) -> io::Result<bool> {
    let mut file = File::create(path)?;
    let mut from = BufReader::with_capacity(BUFFER, io::stdin());
    loop {
        let buffer = from.fill_buf()?;
        if buffer.is_empty() {
            return file.sync_data().map(|()| true);
        }
        if stop.load(Ordering::Relaxed) {
            return Ok(false);
        }
        file.write_all(buffer)?;
        let read = buffer.len();
        from.consume(read);
    }
}

/// An input from a place on; bytes are counted as they are read, after unpacking. Of a workbook it is the sheet of a name, or
/// the first.
///
/// # Errors
/// What keeps it from being read that far.
pub fn opened(path: &Path, offset: u64, named: Option<&str>) -> io::Result<Opened> {
    let text = |from| Opened { columns: None, from };
    if standard(path) {
        let mut from = BufReader::with_capacity(BUFFER, io::stdin());
        let first = from.fill_buf()?;
        let from: Box<dyn BufRead + Send> = if first.starts_with(&GZIP) {
            Box::new(BufReader::with_capacity(BUFFER, bufread::MultiGzDecoder::new(from)))
        } else if first.starts_with(&ZSTD) {
            Box::new(BufReader::with_capacity(BUFFER, Frames { packed: Some(from), frame: None }))
        } else {
            Box::new(from)
        };
        return skipped(from, offset).map(text);
    }
    let mut file = File::open(path)?;
    let (first, read) = beginning(&mut file)?;
    if let Some(columnar) = Columnar::of(&first[..read]) {
        let Opened { columns, from } = columnar::opened(file, columnar)?;
        return Ok(Opened { columns, from: skipped(from, offset)? });
    }
    if first[..read].starts_with(&ARCHIVE) && is_workbook(&mut file)? {
        return skipped(Box::new(sheet(file, named)?), offset).map(text);
    }
    if first[..read].starts_with(&GZIP) {
        let unpacked = BufReader::with_capacity(BUFFER, MultiGzDecoder::new(file));
        return skipped(Box::new(unpacked), offset).map(text);
    }
    if first[..read].starts_with(&ZSTD) {
        let packed = BufReader::with_capacity(BUFFER, file);
        let unpacked = BufReader::with_capacity(BUFFER, Frames { packed: Some(packed), frame: None });
        return skipped(Box::new(unpacked), offset).map(text);
    }
    file.seek(SeekFrom::Start(offset))?;
    Ok(text(Box::new(BufReader::with_capacity(BUFFER, file))))
}

/// The first bytes of a file, and how many there are; it stands at its beginning again.
fn beginning(file: &mut File) -> io::Result<([u8; 8], usize)> {
    let mut first = [0; 8];
    let read = file.read(&mut first)?;
    file.seek(SeekFrom::Start(0))?;
    Ok((first, read))
}

/// How many bytes of text an input has; none where that is not known before it is scored. What is packed is unpacked to
/// tell: that takes no time beside scoring it.
pub fn size(path: &Path) -> Option<u64> {
    let told = std::fs::metadata(path).ok().filter(|told| !standard(path) && told.is_file())?;
    let (first, read) = beginning(&mut File::open(path).ok()?).ok()?;
    let first = &first[..read];
    if Columnar::of(first).is_some() || first.starts_with(&ARCHIVE) {
        return None;
    }
    if !first.starts_with(&GZIP) && !first.starts_with(&ZSTD) {
        return Some(told.len());
    }
    let unpacked = io::copy(&mut opened(path, 0, None).ok()?.from.take(COUNTED), &mut io::sink()).ok()?;
    (unpacked < COUNTED).then_some(unpacked)
}

/// The frames of a zstd file, one after another.
struct Frames<R: BufRead> {
    /// The file between two frames.
    packed: Option<R>,
    /// The frame that is being unpacked.
    frame: Option<Box<StreamingDecoder<R, FrameDecoder>>>,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(mut frame) = self.frame.take() {
                let read = frame.read(bytes)?;
                if read > 0 || bytes.is_empty() {
                    self.frame = Some(frame);
                    return Ok(read);
                }
                self.packed = Some(frame.into_inner());
            }
            let Some(mut packed) = self.packed.take() else { return Ok(0) };
            if packed.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let frame =
                StreamingDecoder::new_with_max_window_size(packed, WINDOW).map_err(io::Error::other)?;
            self.frame = Some(Box::new(frame));
        }
    }
}

/// The same from a place on.
///
/// # Errors
/// What keeps it from being read that far.
pub(super) fn skipped(mut from: Box<dyn BufRead + Send>, offset: u64) -> io::Result<Box<dyn BufRead + Send>> {
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
    if standard(path) {
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
    Ok(Some(hex(&hash.finalize())))
}
