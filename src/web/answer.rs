//! What comes of a visit.

use crate::store::StoreError;

/// An answer.
pub enum Answer {
    /// A page.
    Page(String),
    /// The same page again, with what was amiss in what was sent.
    Again(String),
    /// Another page to go to.
    Go(String),
    /// Another page to go to, with a session begun.
    Begun(String, crate::store::Secret),
    /// Another page to go to, with the session ended.
    Ended(String),
    /// Another page to go to, as a student who answers; whoever was signed in there is not any more.
    Guest(String, crate::store::Secret),
    /// A file: its kind, the name to save it under where it is not to be shown, and what it holds.
    File(&'static str, Option<String>, String),
    /// A file of the folder, sent as it is read: its kind, the name to save it under, and where it is.
    Kept(&'static str, String, std::path::PathBuf),
}

/// Why there is none.
#[derive(Debug)]
pub enum Refusal {
    /// There is nothing of the kind, or nothing that whoever asks may see.
    Absent,
    /// A form that is not one of ours, or too old.
    Form,
    /// Too many attempts; so many seconds to wait.
    Wait(i64),
    /// What is kept cannot be read or written.
    Store(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
