//! A file that is handed in: taken piece by piece into a folder of its own, within a limit, and gone where nobody keeps it.

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use futures_util::StreamExt;

use super::Desk;
use super::form::Form;

/// What the file is called in its folder; its ending follows.
pub const PEOPLE: &str = "people";
/// The largest file, in bytes.
pub const LARGEST: u64 = 256_000_000;
/// The most bytes of fields before it.
const FIELDS: usize = 64 * 1024;
/// The most fields before it.
const MOST_FIELDS: usize = 16;
/// The most bytes before it, and of its own beginning that came with them.
const BEFORE: usize = 1024 * 1024;
/// How long may pass from one piece to the next.
const PATIENCE: Duration = Duration::from_secs(30);
/// The endings that tell a format, as far as the command line knows them.
const ENDINGS: [&str; 11] =
    ["csv", "xlsx", "tsv", "txt", "jsonl", "ndjson", "gz", "zst", "parquet", "arrow", "feather"];

/// A file that was taken in.
pub struct Upload {
    /// The id of its folder.
    pub id: String,
    /// What it was called where it came from.
    pub name: String,
    folder: PathBuf,
    kept: bool,
}

impl Upload {
    /// Keeps it.
    pub fn keep(&mut self) {
        self.kept = true;
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Why a file was not taken in.
pub enum Untaken {
    /// It is larger than the limit.
    TooLarge,
    /// It is no form with a file, or whoever sends it went away.
    Unread,
    /// The folder cannot be written to.
    Unwritten,
}

/// The fields before the file, and the file.
pub async fn taken(desk: &Desk, mut request: Request<Body>) -> Result<(Form, Option<Upload>), Untaken> {
    DefaultBodyLimit::disable().apply(&mut request);
    // what comes before the file is bounded, names and headers too
    let (parts, body) = request.into_parts();
    let (is_file, mut before) = (Arc::new(AtomicBool::new(false)), 0_usize);
    let begun = Arc::clone(&is_file);
    let pieces = body.into_data_stream().map(move |piece| {
        let piece = piece.map_err(std::io::Error::other)?;
        before = before.saturating_add(piece.len());
        let is_much = before > BEFORE && !begun.load(Ordering::Relaxed);
        if is_much { Err(std::io::Error::other("more before the file than there may be")) } else { Ok(piece) }
    });
    let request = Request::from_parts(parts, Body::from_stream(pieces));
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Untaken::Unread)?;
    let (mut fields, mut size) = (Vec::new(), 0);
    loop {
        let next = tokio::time::timeout(PATIENCE, parts.next_field()).await.map_err(|_| Untaken::Unread)?;
        let Some(mut field) = next.map_err(|_| Untaken::Unread)? else {
            return Ok((Form::with(fields), None));
        };
        let name = field.name().unwrap_or_default().to_owned();
        size += name.len();
        if fields.len() >= MOST_FIELDS || size > FIELDS {
            return Err(Untaken::TooLarge);
        }
        if let Some(called) = field.file_name().map(str::to_owned) {
            is_file.store(true, Ordering::Relaxed);
            let (id, folder) = desk.store.new_cohort().map_err(|_| Untaken::Unwritten)?;
            let upload = Upload { id, folder, name: called, kept: false };
            let path = upload.folder.join([PEOPLE, &ending(&upload.name)].concat());
            let mut file = File::create(path).map_err(|_| Untaken::Unwritten)?;
            let mut written = 0_u64;
            loop {
                let piece = tokio::time::timeout(PATIENCE, field.chunk()).await;
                let piece = piece.map_err(|_| Untaken::Unread)?.map_err(|_| Untaken::Unread)?;
                let Some(piece) = piece else { break };
                written += piece.len() as u64;
                if written > LARGEST {
                    return Err(Untaken::TooLarge);
                }
                file.write_all(&piece).map_err(|_| Untaken::Unwritten)?;
            }
            file.sync_all().map_err(|_| Untaken::Unwritten)?;
            // a form without a file chosen sends one without a name
            let chosen = !upload.name.is_empty();
            return Ok((Form::with(fields), chosen.then_some(upload)));
        }
        let mut text = Vec::new();
        loop {
            let piece = tokio::time::timeout(PATIENCE, field.chunk()).await;
            let Some(piece) = piece.map_err(|_| Untaken::Unread)?.map_err(|_| Untaken::Unread)? else {
                break;
            };
            size += piece.len();
            if size > FIELDS {
                return Err(Untaken::TooLarge);
            }
            text.extend_from_slice(&piece);
        }
        fields.push((name, String::from_utf8_lossy(&text).into_owned()));
    }
}

/// The endings of a file's name that tell its format, such as `.csv.gz`.
fn ending(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut known: Vec<&str> = lower.rsplit('.').take_while(|part| ENDINGS.contains(part)).take(2).collect();
    known.reverse();
    known.iter().flat_map(|part| [".", part]).collect()
}
