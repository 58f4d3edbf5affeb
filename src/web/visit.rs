//! A visit: who asks for what, with all that may answer it.

use std::sync::Mutex;

use super::Desk;
use super::answer::Refusal;
use super::form::Form;
use super::upload::Upload;
use crate::store::{Account, Client, Cohort, Connection, Entry, Guest, Session, Stored};
use crate::words::Language;

/// A visit that the gate has let in.
pub struct Visit<'v> {
    /// The desk.
    pub desk: &'v Desk,
    /// When, in seconds.
    pub now: i64,
    /// What braces of the path stand for.
    pub named: Vec<(&'static str, String)>,
    /// What follows the question mark.
    pub query: Form,
    /// What was sent.
    pub form: Form,
    /// Who, where somebody is signed in.
    pub session: Option<Session>,
    /// The client of the path, where it has one, or of whom a guest answers.
    pub client: Option<Client>,
    /// A student who answers, where the route is for one.
    pub guest: Option<Guest>,
    /// The cohort of the path, where it has one.
    pub cohort: Option<Cohort>,
    /// The file that was sent, until somebody takes it.
    pub file: Mutex<Option<Upload>>,
    /// The language.
    pub language: Language,
    /// The address that it comes from.
    pub address: String,
    /// How the browser calls the desk, such as `http://127.0.0.1:8700`.
    pub home: String,
}

impl Visit<'_> {
    /// What a name in braces stands for; empty where the path has none.
    pub fn part(&self, name: &str) -> &str {
        self.named.iter().find(|(known, _)| *known == name).map_or("", |(_, part)| part)
    }

    /// Who is signed in.
    pub fn account(&self) -> Result<&Account, Refusal> {
        self.session.as_ref().map(|session| &session.account).ok_or(Refusal::Absent)
    }

    /// The client of the path.
    pub fn client(&self) -> Result<&Client, Refusal> {
        self.client.as_ref().ok_or(Refusal::Absent)
    }

    /// The cohort of the path.
    pub fn cohort(&self) -> Result<&Cohort, Refusal> {
        self.cohort.as_ref().ok_or(Refusal::Absent)
    }

    /// Adds to the log.
    pub fn log(&self, store: &Connection, action: &str, subject: &str) -> Stored<()> {
        let account = self.session.as_ref().map_or(0, |session| session.account.id);
        Entry { at: self.now, account, action, subject }.add(store)
    }

    /// A word in the visitor's language.
    pub fn word(&self, key: &str) -> String {
        self.language.word(key)
    }
}
