//! An assessment, a question a page, with the questions of the terminal; kept at every step.

use askama::Template;

use super::frame::{Frame, written};
use crate::document::Text;
use crate::questions::{Answers, Draft, Flow, Form as Asks, Prompt, Reviewed, Taken};
use crate::store::Assessment;
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "question.html")]
struct Question {
    frame: Frame,
    back: Option<String>,
    /// Where a student is given the assessment to answer alone.
    hand_over: Option<String>,
    /// What is asked now, so that an answer to another question is not taken for one to this.
    key: String,
    progress: String,
    text: String,
    help: String,
    skip: Option<String>,
    /// Id and words of what there is to choose, and whether it was chosen.
    offers: Vec<(String, String, bool)>,
    many: bool,
    said: String,
    /// Whether there is something to go back to.
    earlier: bool,
}

#[derive(Template)]
#[template(path = "review.html")]
struct Review {
    frame: Frame,
    back: Option<String>,
    hand_over: Option<String>,
    lead: String,
    finish: String,
    lines: Vec<Reviewed>,
}

/// Begins an assessment: with no answers, or with those of the last one that came to a result.
pub fn begun(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let kind = visit.form.text("kind");
    let empty = Draft { language: visit.language, quick: kind == "quick", answers: Answers::default() };
    let id = visit.desk.store.write(|store| {
        let last = Assessment::all(store, client)?.into_iter().find(|one| one.made.is_some());
        let again = last.filter(|_| kind == "again").map(|last| last.draft);
        let id = Assessment::begin(store, client, &again.unwrap_or_else(|| empty.written()), visit.now)?;
        visit.log(store, "assessment", &format!("{} {id}", client.id))?;
        Ok(id)
    })?;
    Ok(Answer::Go(format!("/clients/{}/assessments/{id}", client.id)))
}

/// An assessment as far as it has come, whoever answers it.
pub struct Asking<'v> {
    visit: &'v Visit<'v>,
    pub assessment: Assessment,
    flow: Flow<'v>,
    answers: Answers,
}

/// What came of an answer.
pub enum Step {
    /// It is kept, or was answered before: the same page again shows what is next.
    On,
    /// It is not one: the page with what is amiss.
    Again(String),
    /// Everything is answered, and whoever answers says so.
    Finish,
}

/// The assessment of the path.
pub fn found(visit: &Visit<'_>) -> Result<Assessment, Refusal> {
    let client = visit.client()?;
    let found = visit.desk.store.read(|store| Assessment::of(store, client, visit.part("assessment")))?;
    found.ok_or(Refusal::Absent)
}

impl<'v> Asking<'v> {
    /// An assessment that has no result.
    pub fn of(visit: &'v Visit<'_>, assessment: Assessment) -> Result<Self, Refusal> {
        if assessment.made.is_some() {
            return Err(Refusal::Absent);
        }
        let file = Text { name: "draft".to_owned(), bytes: assessment.draft.clone().into_bytes() };
        let draft = Draft::read(&file).map_err(|_| Refusal::Absent)?;
        let flow = Flow { graphs: visit.desk.graphs, language: draft.language, quick: draft.quick };
        Ok(Self { visit, assessment, flow, answers: draft.answers })
    }

    /// The profile that the answers make, and the id of the graph that knows their place.
    pub fn profile(&self) -> Option<(String, &str)> {
        Some((self.flow.profile(&self.answers)?, self.flow.graph(&self.answers)?.id.as_str()))
    }

    /// What is asked next, or all answers to look through.
    pub fn page(&self, amiss: Option<String>, said: &str) -> Result<String, Refusal> {
        let (visit, client) = (self.visit, self.visit.client()?);
        let guest = visit.guest.is_some();
        let title = if guest {
            visit.word("desk-student-title")
        } else {
            visit.language.say("desk-assessment-of", [("client", client.reference.as_str().into())])
        };
        let frame = Frame::of(visit, title).with(amiss);
        let back = (!guest).then(|| format!("/clients/{}", client.id));
        let hand_over =
            (!guest).then(|| format!("/clients/{}/assessments/{}/link", client.id, self.assessment.id));
        let Some(prompt) = self.flow.next(&self.answers) else {
            let lines = self.flow.review(&self.answers);
            let key = if guest { "desk-student-review" } else { "desk-review" };
            let (lead, finish) =
                (visit.word(key), visit.word(if guest { "desk-student-finish" } else { "desk-finish" }));
            return Ok(written(&Review { frame, back, hand_over, lead, finish, lines }));
        };
        let (at, of) = self.flow.progress(&prompt);
        Ok(written(&Question {
            progress: visit.language.say("desk-progress", [("at", at.into()), ("of", of.into())]),
            offers: prompt
                .offers()
                .iter()
                .map(|offer| {
                    let chosen = said.split(',').any(|id| id == offer.id);
                    (offer.id.clone(), offer.words.clone(), chosen)
                })
                .collect(),
            many: matches!(prompt.form, Asks::Some(_)),
            earlier: self.answers.count() > 0,
            said: said.to_owned(),
            frame,
            back,
            hand_over,
            key: prompt.key,
            text: prompt.text,
            help: prompt.help,
            skip: prompt.skip,
        }))
    }

    /// Takes what was sent: an answer, back, or one answer back; keeps it.
    pub fn take(mut self) -> Result<(Self, Step), Refusal> {
        let visit = self.visit;
        let prompt = self.flow.next(&self.answers);
        match (visit.form.text("do"), prompt) {
            ("back", _) => {
                self.flow.back(&mut self.answers);
            }
            ("change", None) => {
                let question = visit.form.text("question").parse().map_err(|_| Refusal::Form)?;
                self.flow.change(&mut self.answers, question);
            }
            ("finish", None) => return Ok((self, Step::Finish)),
            (act, Some(prompt)) if prompt.key == visit.form.text("key") => {
                let said = if act == "skip" { String::new() } else { said(visit, &prompt) };
                if let Taken::Again(amiss) = self.flow.take(&mut self.answers, &prompt, &said) {
                    let page = self.page(Some(amiss), &said)?;
                    return Ok((self, Step::Again(page)));
                }
            }
            // a page that was answered twice, or is no longer asked
            _ => return Ok((self, Step::On)),
        }
        let answers = self.answers.clone();
        let draft = Draft { language: self.flow.language, quick: self.flow.quick, answers }.written();
        let client = visit.client()?;
        visit.desk.store.write(|store| {
            self.assessment.keep(store, client, &draft, visit.now)?;
            visit.log(store, "answers-changed", &format!("{} {}", client.id, self.assessment.id))
        })?;
        Ok((self, Step::On))
    }
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

/// What is asked next, or all answers to look through; one that is finished leads to its result.
pub fn asked(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let assessment = found(visit)?;
    if assessment.made.is_some() {
        return Ok(Answer::Go(format!("/clients/{}/results/{}", visit.client()?.id, assessment.id)));
    }
    let subject = format!("{} {}", visit.client()?.id, assessment.id);
    visit.desk.store.write(|store| visit.log(store, "answers-seen", &subject))?;
    Ok(Answer::Page(Asking::of(visit, assessment)?.page(None, "")?))
}

/// Takes an answer, or makes the result.
pub fn answered(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (asking, step) = Asking::of(visit, found(visit)?)?.take()?;
    match step {
        Step::On => {
            let client = visit.client()?;
            Ok(Answer::Go(format!("/clients/{}/assessments/{}", client.id, asking.assessment.id)))
        }
        Step::Again(page) => Ok(Answer::Again(page)),
        Step::Finish => finish(visit, &asking),
    }
}

/// Makes the result and keeps it as it is told today.
fn finish(visit: &Visit<'_>, asking: &Asking<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let (profile, graph) = asking.profile().ok_or(Refusal::Form)?;
    let asked = match visit.desk.asked(graph, &profile, &[], visit.language) {
        Ok(asked) => asked,
        Err(amiss) => return Ok(Answer::Again(asking.page(Some(amiss.join("; ")), "")?)),
    };
    let made = asked.made(&profile);
    let kept = visit.desk.store.write(|store| {
        let kept = asking.assessment.finish(store, client, &made, visit.now)?;
        visit.log(store, "assessed", &format!("{} {}", client.id, asking.assessment.id))?;
        Ok(kept)
    })?;
    if !kept {
        // the answers are others by now, or somebody else made the result: what there is, is shown
        return Ok(Answer::Go(format!("/clients/{}/assessments/{}", client.id, asking.assessment.id)));
    }
    Ok(Answer::Go(format!("/clients/{}/results/{}", client.id, asking.assessment.id)))
}
