//! What the office settles: how long clients are kept, and whether the log is whole.

use askama::Template;

use super::frame::{Frame, written};
use crate::store::{MOST_A_DAY, Old, Verified, keep_months, months_kept};
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

/// The most months that may be settled.
const MOST: u32 = 600;

#[derive(Template)]
#[template(path = "office.html")]
struct Shown {
    frame: Frame,
    months: String,
    /// What is old enough to go: what is said of it, and what the form sends back.
    old: Option<(String, String)>,
    log: String,
}

/// The page of what is settled.
pub fn shown(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(page(visit, None, kept(visit)?)?))
}

/// The months that are settled, as the form has them.
fn kept(visit: &Visit<'_>) -> Result<String, Refusal> {
    let months = visit.desk.store.read(months_kept)?;
    Ok(months.map_or_else(String::new, |months| months.to_string()))
}

fn page(visit: &Visit<'_>, amiss: Option<String>, months: String) -> Result<String, Refusal> {
    let log = match visit.desk.store.verify()? {
        Verified::Whole(entries, _) => visit.language.say("desk-log-whole", [("entries", entries.into())]),
        Verified::Broken(entry) => visit.language.say("desk-log-broken", [("entry", entry.into())]),
    };
    let frame = Frame::of(visit, visit.word("desk-office")).with(amiss);
    let old = visit.desk.store.old(visit.now)?;
    let old = (old != Old::default()).then(|| {
        let filled = [
            ("clients", old.clients.len().into()),
            ("cohorts", old.cohorts.len().into()),
            ("most", MOST_A_DAY.into()),
            ("today", visit.language.month((visit.desk.month)()).into()),
        ];
        (visit.language.say("desk-old", filled), shown_as(&old))
    });
    Ok(written(&Shown { frame, months, old, log }))
}

/// What was shown of what is old, so that nothing else goes.
fn shown_as(old: &Old) -> String {
    format!("{} {}", old.clients.len(), old.cohorts.len())
}

/// Takes away what is old, where it is what was shown.
pub fn erased_old(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let old = visit.desk.store.old(visit.now)?;
    if visit.form.text("shown") != shown_as(&old) {
        return Ok(Answer::Again(page(visit, Some(visit.word("desk-old-changed")), kept(visit)?)?));
    }
    let by = visit.session.as_ref().map_or(0, |session| session.account.id);
    visit.desk.store.erase_old(&old, by, visit.now)?;
    Ok(Answer::Go("/office".to_owned()))
}

/// Settles how long clients are kept.
pub fn settled(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let written = visit.form.text("months").trim();
    let months = match written.parse() {
        Ok(months) if (1..=MOST).contains(&months) => Some(months),
        _ if written.is_empty() => None,
        _ => {
            let amiss = visit.language.say("desk-months-amiss", [("most", MOST.into())]);
            return Ok(Answer::Again(page(visit, Some(amiss), written.to_owned())?));
        }
    };
    visit.desk.store.write(|store| {
        keep_months(store, months)?;
        let told = months.map_or_else(|| "all".to_owned(), |months| months.to_string());
        visit.log(store, "months-kept", &told)
    })?;
    Ok(Answer::Go("/office".to_owned()))
}
