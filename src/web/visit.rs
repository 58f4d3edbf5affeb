//! A visit: who asks for what, with all that may answer it.

use super::Desk;
use super::answer::Refusal;
use super::form::Form;
use crate::store::{Account, Client, Connection, Entry, Session, Stored};
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
    /// The client of the path, where it has one.
    pub client: Option<Client>,
    /// The language.
    pub language: Language,
    /// The address that it comes from.
    pub address: String,
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
