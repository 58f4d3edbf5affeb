//! A student who answers alone: a link that opens once, the questions, and nothing else of the desk.

use askama::Template;

use super::assessment::{Asking, Step, found};
use super::frame::{Frame, day, written};
use crate::store::{Assessment, Guest, Purpose, Secret};
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

/// Seconds for which a link opens.
const OPENS_FOR: i64 = 7 * 24 * 3600;
/// Seconds for which a student may answer once it was opened.
const ANSWERS_FOR: i64 = 12 * 3600;

#[derive(Template)]
#[template(path = "link.html")]
struct Link {
    frame: Frame,
    back: String,
    address: String,
    told: String,
}

#[derive(Template)]
#[template(path = "welcome.html")]
struct Welcome {
    frame: Frame,
    path: String,
}

#[derive(Template)]
#[template(path = "done.html")]
struct Done {
    frame: Frame,
}

/// Makes the link of an assessment and tells it once; one made before opens nothing any more.
pub fn link(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (client, assessment) = (visit.client()?, found(visit)?);
    if assessment.made.is_some() {
        return Err(Refusal::Absent);
    }
    let until = visit.now + OPENS_FOR;
    let secret = visit.desk.store.write(|store| {
        let secret = Purpose::Student.link(store, Some(&assessment.id), until)?;
        assessment.reopen(store)?;
        visit.log(store, "link", &format!("{} {}", client.id, assessment.id))?;
        Ok(secret)
    })?;
    Ok(Answer::Page(written(&Link {
        frame: Frame::of(visit, visit.word("desk-link-title")),
        back: format!("/clients/{}", client.id),
        address: format!("{}/student/{}", visit.home, secret.told()),
        told: visit.language.say("desk-link-told", [("day", day(visit.language, until).into())]),
    })))
}

/// Where a link leads; looking at it uses nothing up, since mail programs look too.
pub fn welcome(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let path = visit.part("secret").to_owned();
    let secret = Secret::sent(&path);
    let opens = visit.desk.store.read(|store| Purpose::Student.opens(store, &secret, visit.now))?;
    opens.ok_or(Refusal::Absent)?;
    let frame = Frame::of(visit, visit.word("desk-student-title"));
    Ok(Answer::Page(written(&Welcome { frame, path })))
}

/// Uses a link up, and begins.
pub fn begun(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let secret = Secret::sent(visit.part("secret"));
    let begun = visit.desk.store.write(|store| {
        let opened = Purpose::Student.opens(store, &secret, visit.now)?;
        let Some(assessment) = opened else { return Ok(None) };
        if !Purpose::Student.spend(store, &secret, visit.now)? {
            return Ok(None);
        }
        // whoever was signed in here hands the screen over
        if let Some(session) = &visit.session {
            session.end(store, visit.desk.spans, visit.now)?;
        }
        let client = Assessment::client_of(store, &assessment)?;
        visit.log(store, "link-opened", &format!("{client} {assessment}"))?;
        Guest::begin(store, &assessment, visit.now + ANSWERS_FOR, visit.now).map(Some)
    })?;
    begun.map(|secret| Answer::Guest("/answers".to_owned(), secret)).ok_or(Refusal::Absent)
}

fn asking<'v>(visit: &'v Visit<'_>) -> Result<Asking<'v>, Refusal> {
    let guest = visit.guest.as_ref().ok_or(Refusal::Absent)?;
    Asking::of(visit, guest.assessment.clone())
}

/// What is asked next.
pub fn asked(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(asking(visit)?.page(None, "")?))
}

/// Takes an answer; once everything is answered and said to be so, nothing is shown any more.
pub fn answered(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (asking, step) = asking(visit)?.take()?;
    match step {
        Step::On => Ok(Answer::Go("/answers".to_owned())),
        Step::Again(page) => Ok(Answer::Again(page)),
        Step::Finish => {
            let (client, guest) = (visit.client()?, visit.guest.as_ref().ok_or(Refusal::Absent)?);
            let done = visit.desk.store.write(|store| {
                let done = guest.done(store, visit.now)?;
                visit.log(store, "answered", &format!("{} {}", client.id, asking.assessment.id))?;
                Ok(done)
            })?;
            if done { Ok(Answer::Go("/answered".to_owned())) } else { Err(Refusal::Absent) }
        }
    }
}

/// That everything was taken.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn done(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(written(&Done { frame: Frame::of(visit, visit.word("desk-student-title")) })))
}
