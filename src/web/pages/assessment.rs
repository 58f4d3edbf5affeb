//! An assessment, a question a page, with the questions of the terminal; kept at every step.

use askama::Template;

use super::frame::{Frame, written};
use crate::document::Text;
use crate::profile::Profile;
use crate::questions::{Answers, Draft, Flow, Form as Asks, Prompt, Reviewed, Taken};
use crate::recommend::{Settings, recommend};
use crate::render;
use crate::store::{Assessment, Made};
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;
use crate::words::Language;

#[derive(Template)]
#[template(path = "question.html")]
struct Question {
    frame: Frame,
    back: String,
    /// What is asked now, so that an answer to another question is not taken for one to this.
    key: String,
    progress: String,
    text: String,
    help: String,
    skip: Option<String>,
    /// Id, words and whether it is chosen, of what there is to choose.
    offers: Vec<(String, String)>,
    many: bool,
    said: String,
    /// Whether there is something to go back to.
    earlier: bool,
}

#[derive(Template)]
#[template(path = "review.html")]
struct Review {
    frame: Frame,
    back: String,
    lines: Vec<Reviewed>,
}

/// Begins an assessment.
pub fn begun(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let quick = visit.form.text("kind") == "quick";
    let draft = Draft { language: visit.language, quick, answers: Answers::default() }.written();
    let id = visit.desk.store.write(|store| {
        let id = Assessment::begin(store, client, &draft, visit.now)?;
        visit.log(store, "assessment", &format!("{} {id}", client.id))?;
        Ok(id)
    })?;
    Ok(Answer::Go(format!("/clients/{}/assessments/{id}", client.id)))
}

/// An assessment as far as it has come.
struct Open<'v> {
    assessment: Assessment,
    flow: Flow<'v>,
    answers: Answers,
}

/// The assessment of the path.
fn found(visit: &Visit<'_>) -> Result<Assessment, Refusal> {
    let client = visit.client()?;
    let found = visit.desk.store.read(|store| Assessment::of(store, client, visit.part("assessment")))?;
    found.ok_or(Refusal::Absent)
}

/// An assessment that is not finished.
fn open<'v>(visit: &'v Visit<'_>, assessment: Assessment) -> Result<Open<'v>, Refusal> {
    if assessment.made.is_some() {
        return Err(Refusal::Absent);
    }
    let file = Text { name: "draft".to_owned(), bytes: assessment.draft.clone().into_bytes() };
    let draft = Draft::read(&file).map_err(|_| Refusal::Absent)?;
    let flow = Flow { graphs: &visit.desk.graphs, language: draft.language, quick: draft.quick };
    Ok(Open { assessment, flow, answers: draft.answers })
}

/// What is asked next, or all answers to look through; one that is finished leads to its result.
pub fn asked(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let assessment = found(visit)?;
    if assessment.made.is_some() {
        return Ok(Answer::Go(format!("/clients/{}/results/{}", visit.client()?.id, assessment.id)));
    }
    let open = open(visit, assessment)?;
    Ok(Answer::Page(page(visit, &open, None, "")?))
}

fn page(visit: &Visit<'_>, open: &Open<'_>, amiss: Option<String>, said: &str) -> Result<String, Refusal> {
    let client = visit.client()?;
    let title = visit.language.say("desk-assessment-of", [("client", client.reference.as_str().into())]);
    let frame = Frame::of(visit, title).with(amiss);
    let back = format!("/clients/{}", client.id);
    let Some(prompt) = open.flow.next(&open.answers) else {
        return Ok(written(&Review { frame, back, lines: open.flow.review(&open.answers) }));
    };
    let (at, of) = open.flow.progress(&prompt);
    Ok(written(&Question {
        progress: visit.language.say("desk-progress", [("at", at.into()), ("of", of.into())]),
        offers: prompt.offers().iter().map(|offer| (offer.id.clone(), offer.words.clone())).collect(),
        many: matches!(prompt.form, Asks::Some(_)),
        earlier: open.answers.count() > 0,
        said: said.to_owned(),
        frame,
        back,
        key: prompt.key,
        text: prompt.text,
        help: prompt.help,
        skip: prompt.skip,
    }))
}

/// Takes an answer, goes back, takes one answer back, or makes the result.
pub fn answered(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let mut open = open(visit, found(visit)?)?;
    let here = format!("/clients/{}/assessments/{}", visit.client()?.id, open.assessment.id);
    let prompt = open.flow.next(&open.answers);
    match (visit.form.text("do"), prompt) {
        ("back", _) => {
            open.flow.back(&mut open.answers);
        }
        ("change", None) => {
            let question = visit.form.text("question").parse().map_err(|_| Refusal::Form)?;
            open.flow.change(&mut open.answers, question);
        }
        ("finish", None) => return finish(visit, &open),
        (act, Some(prompt)) if prompt.key == visit.form.text("key") => {
            let said = if act == "skip" { String::new() } else { said(visit, &prompt) };
            if let Taken::Again(amiss) = open.flow.take(&mut open.answers, &prompt, &said) {
                return Ok(Answer::Again(page(visit, &open, Some(amiss), &said)?));
            }
        }
        // a page that was answered twice, or is no longer asked
        _ => return Ok(Answer::Go(here)),
    }
    let draft =
        Draft { language: open.flow.language, quick: open.flow.quick, answers: open.answers }.written();
    let client = visit.client()?;
    visit.desk.store.write(|store| open.assessment.keep(store, client, &draft, visit.now))?;
    Ok(Answer::Go(here))
}

/// What a form says to a prompt.
fn said(visit: &Visit<'_>, prompt: &Prompt) -> String {
    match prompt.form {
        Asks::Some(_) => {
            let chosen: Vec<&str> = visit.form.all("said").collect();
            // nothing chosen says that there is none, which is not the same as skipping
            if chosen.is_empty() { "none".to_owned() } else { chosen.join(",") }
        }
        _ => visit.form.text("said").to_owned(),
    }
}

/// Makes the result and keeps it as it is told today.
fn finish(visit: &Visit<'_>, open: &Open<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let graph = open.flow.graph(&open.answers).ok_or(Refusal::Form)?;
    let profile = open.flow.profile(&open.answers).ok_or(Refusal::Form)?;
    let text = Text { name: "profile".to_owned(), bytes: profile.clone().into_bytes() };
    let checked = match Profile::check(&text, graph) {
        Ok(checked) => checked,
        Err(findings) => {
            let told: Vec<String> = findings.iter().map(|finding| finding.fault.to_string()).collect();
            return Ok(Answer::Again(page(visit, open, Some(told.join("; ")), "")?));
        }
    };
    let language: Language = visit.language;
    let settings = Settings { today: (visit.desk.month)(), language, ..Settings::default() };
    let report = recommend(graph, &checked, &settings);
    let made = Made {
        graph: [graph.id.clone(), graph.version.clone(), graph.digest.clone()],
        profile,
        report: render::json(&report),
        page: render::page(&report),
        table: render::csv(&report),
    };
    visit.desk.store.write(|store| {
        open.assessment.finish(store, client, &made, visit.now)?;
        visit.log(store, "assessed", &format!("{} {}", client.id, open.assessment.id))
    })?;
    Ok(Answer::Go(format!("/clients/{}/results/{}", client.id, open.assessment.id)))
}
