//! The caseload: own clients and those shared, found by their reference, and new ones.

use askama::Template;

use super::frame::{Frame, day, written};
use crate::store::{Account, Client, Duty};
use crate::web::answer::{Answer, Refusal};
use crate::web::form::is_unseen;
use crate::web::visit::Visit;

/// Clients that a page tells.
const TOLD: usize = 50;
/// The longest reference in letters.
const LONGEST: usize = 80;

#[derive(Template)]
#[template(path = "caseload.html")]
struct Caseload {
    frame: Frame,
    sought: String,
    /// Id, reference, when it last changed, and whether it is to be erased.
    clients: Vec<(String, String, String, bool)>,
    told: String,
    counsels: bool,
    reference: String,
}

#[derive(Template)]
#[template(path = "refused.html")]
struct First {
    frame: Frame,
    text: String,
}

/// Where the desk begins: the caseload, or what comes before it.
pub fn front(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    if visit.session.is_some() {
        return Ok(Answer::Go("/clients".to_owned()));
    }
    if visit.desk.store.read(Account::none_yet)? {
        let frame = Frame::of(visit, visit.word("desk-title"));
        return Ok(Answer::Page(written(&First { frame, text: visit.word("desk-first") })));
    }
    Ok(Answer::Go("/sign-in".to_owned()))
}

/// The caseload, or what of it has some text in its reference.
pub fn caseload(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(page(visit, None)?))
}

fn page(visit: &Visit<'_>, amiss: Option<String>) -> Result<String, Refusal> {
    let account = visit.account()?;
    let sought = visit.query.text("sought").trim().to_owned();
    let (found, all) = visit.desk.store.read(|store| Client::found(store, account, &sought, TOLD))?;
    // whose references were shown is told by what somebody may see, and what was sought is not kept
    visit.desk.store.write(|store| visit.log(store, "caseload", ""))?;
    let told = [("count", all.into()), ("most", TOLD.into())];
    let key = match (all, sought.is_empty()) {
        (0, true) => "desk-no-clients",
        (0, false) => "desk-none-found",
        _ if all > TOLD => "desk-more-clients",
        _ => "desk-clients-count",
    };
    let reference = if amiss.is_some() { visit.form.text("reference").to_owned() } else { String::new() };
    Ok(written(&Caseload {
        frame: Frame::of(visit, visit.word("desk-caseload")).with(amiss),
        told: visit.language.say(key, told),
        clients: found
            .into_iter()
            .map(|client| {
                (client.id, client.reference, day(visit.language, client.changed), client.removed.is_some())
            })
            .collect(),
        counsels: account.duty != Duty::Reader,
        sought,
        reference,
    }))
}

/// Makes a client.
pub fn made(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let reference = visit.form.text("reference").trim();
    if reference.is_empty() || reference.chars().count() > LONGEST || reference.contains(is_unseen) {
        let amiss = visit.language.say("desk-reference-amiss", [("most", LONGEST.into())]);
        return Ok(Answer::Again(page(visit, Some(amiss))?));
    }
    let account = visit.account()?;
    let id = visit.desk.store.write(|store| {
        let id = Client::make(store, account, reference, visit.now)?;
        visit.log(store, "client", &id)?;
        Ok(id)
    })?;
    Ok(Answer::Go(format!("/clients/{id}")))
}
