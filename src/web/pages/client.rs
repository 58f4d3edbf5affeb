//! A client: their assessments, notes, and whom they are shared with.

use askama::Template;

use super::decision::LONGEST;
use super::frame::{Frame, day, written};
use crate::store::{Account, Assessment, Plan, Remark, Remarked, UNDO_FOR};
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "client.html")]
#[expect(clippy::struct_excessive_bools, reason = "each decides of something that is shown")]
struct Shown {
    frame: Frame,
    id: String,
    writes: bool,
    owned: bool,
    /// When the client goes, where somebody asked for that.
    removed: Option<String>,
    /// Id, what is told of it, and whether there is a result.
    assessments: Vec<(String, String, bool)>,
    /// Whether there is an assessment to begin from.
    again: bool,
    planned: bool,
    notes: Vec<Note>,
    /// What was sent before.
    note: String,
    /// The number and name of those whom it is shared with, and of the others.
    shared: Vec<(i64, String)>,
    others: Vec<(i64, String)>,
}

struct Note {
    id: String,
    text: String,
    by: String,
    removed: bool,
}

/// The page of a client.
pub fn shown(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(page(visit, None)?))
}

fn page(visit: &Visit<'_>, amiss: Option<String>) -> Result<String, Refusal> {
    let (client, language) = (visit.client()?, visit.language);
    let (all, with, accounts, notes, plan) = visit.desk.store.read(|store| {
        let (all, with) = (Assessment::all(store, client)?, client.shared_with(store)?);
        Ok((all, with, Account::all(store)?, Remark::notes(store, client)?, Plan::of(store, client)?))
    })?;
    let own = visit.account()?.id;
    let others =
        accounts.into_iter().filter(|account| account.id != own).map(|account| (account.id, account.name));
    let (shared, others) = others.partition(|(id, _)| with.contains(id));
    let told = |one: &Assessment| {
        let (key, at) = match (one.made, one.answered) {
            (Some(made), _) => ("desk-assessed", made),
            (None, Some(answered)) => ("desk-answered", answered),
            (None, None) => ("desk-assessing", one.changed),
        };
        language.say(key, [("day", day(language, at).into())])
    };
    let note = |remark: Remark| {
        let by = [("name", remark.by.into()), ("day", day(language, remark.at).into())];
        Note {
            id: remark.id,
            text: remark.said,
            by: language.say("desk-by", by),
            removed: remark.removed.is_some(),
        }
    };
    visit.desk.store.write(|store| visit.log(store, "seen", &client.id))?;
    let again = amiss.is_some();
    Ok(written(&Shown {
        frame: Frame::of(visit, client.reference.clone()).with(amiss),
        id: client.id.clone(),
        writes: client.writes,
        owned: client.owned,
        removed: client
            .removed
            .map(|at| language.say("desk-removed", [("day", day(language, at + UNDO_FOR).into())])),
        again: all.iter().any(|one| one.made.is_some()),
        assessments: all.iter().map(|one| (one.id.clone(), told(one), one.made.is_some())).collect(),
        planned: plan.is_some(),
        notes: notes.into_iter().map(note).collect(),
        note: if again { visit.form.text("note").to_owned() } else { String::new() },
        shared,
        others,
    }))
}

/// Writes a note.
pub fn noted(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (client, account) = (visit.client()?, visit.account()?);
    let note = visit.form.text("note").trim();
    if note.is_empty() || note.chars().count() > LONGEST {
        let amiss = visit.language.say("desk-note-amiss", [("most", LONGEST.into())]);
        return Ok(Answer::Again(page(visit, Some(amiss))?));
    }
    visit.desk.store.write(|store| {
        client.remark(store, account, None, (Remarked::Note, "", note), visit.now)?;
        visit.log(store, "noted", &client.id)
    })?;
    Ok(Answer::Go(format!("/clients/{}#notes", client.id)))
}

/// Removes a note, or has it back.
pub fn unnoted(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let removed = (visit.form.text("do") != "undo").then_some(visit.now);
    let known = visit.desk.store.write(|store| {
        let known = Remark::remove(store, client, None, visit.part("remark"), removed)?;
        if known {
            visit.log(store, if removed.is_some() { "note-removed" } else { "note-back" }, &client.id)?;
        }
        Ok(known)
    })?;
    if known { Ok(Answer::Go(format!("/clients/{}#notes", client.id))) } else { Err(Refusal::Form) }
}

/// Shares a client with somebody, or stops that.
pub fn shared(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let number = visit.form.text("account").parse().map_err(|_| Refusal::Form)?;
    let shared = visit.form.text("do") != "stop";
    let known = visit.desk.store.write(|store| {
        let Some(account) = Account::of(store, number)? else { return Ok(false) };
        client.share(store, &account, shared)?;
        let action = if shared { "share" } else { "unshare" };
        visit.log(store, action, &format!("{} {number}", client.id))?;
        Ok(true)
    })?;
    if known { Ok(Answer::Go(format!("/clients/{}", client.id))) } else { Err(Refusal::Form) }
}
