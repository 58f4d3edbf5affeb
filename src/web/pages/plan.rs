//! The plan of a client: the pathway that is followed, with dated steps that are ticked off.

use askama::Template;

use super::frame::{Frame, day, written};
use super::result::came;
use crate::store::{Plan, PlanStep};
use crate::units::CalendarMonth;
use crate::web::answer::{Answer, Refusal};
use crate::web::kept::{Kept, Step};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "plan.html")]
struct Shown {
    frame: Frame,
    client: String,
    writes: bool,
    plan: Option<Told>,
}

struct Told {
    result: String,
    lead: String,
    steps: Vec<Line>,
}

struct Line {
    place: usize,
    told: String,
    begins: String,
    ends: String,
    when: String,
    done: Option<String>,
}

/// The plan of a client.
pub fn shown(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(page(visit, None)?))
}

fn page(visit: &Visit<'_>, amiss: Option<String>) -> Result<String, Refusal> {
    let (client, language) = (visit.client()?, visit.language);
    let plan = visit.desk.store.read(|store| Plan::of(store, client))?;
    visit.desk.store.write(|store| visit.log(store, "plan-seen", &client.id))?;
    let month =
        |text: &str| CalendarMonth::parse(text).map_or_else(String::new, |month| language.month(month));
    let line = |(place, step): (usize, &PlanStep)| Line {
        place,
        told: step.told.clone(),
        begins: step.begins.clone(),
        ends: step.ends.clone(),
        when: language.say(
            "desk-plan-when",
            [("begins", month(&step.begins).into()), ("ends", month(&step.ends).into())],
        ),
        done: step.done.map(|done| language.say("desk-plan-done", [("day", day(language, done).into())])),
    };
    let plan = plan.map(|plan| {
        let done = plan.steps.iter().filter(|step| step.done.is_some()).count();
        let lead =
            [("title", plan.title.as_str().into()), ("done", done.into()), ("all", plan.steps.len().into())];
        Told {
            result: format!("/clients/{}/results/{}", client.id, plan.assessment),
            lead: language.say("desk-plan-lead", lead),
            steps: (1..).zip(&plan.steps).map(line).collect(),
        }
    });
    let title = language.say("desk-plan-of", [("client", client.reference.as_str().into())]);
    let (frame, writes) = (Frame::of(visit, title).with(amiss), client.writes);
    Ok(written(&Shown { frame, client: client.id.clone(), writes, plan }))
}

/// Makes a pathway of a result the plan, in place of another; steps that were ticked off in that stay ticked off.
pub fn made(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "plan")?;
    let client = visit.client()?;
    let kept = Kept::of(&came.made.report).ok_or(Refusal::Absent)?;
    let id = visit.form.text("pathway");
    let (title, pathway) = kept.pathways().find(|(_, path)| path.id == id).ok_or(Refusal::Form)?;
    let today = kept.today().ok_or(Refusal::Absent)?;
    let told = |step: &Step| {
        let key = match (step.kind.as_str(), step.mode.as_str()) {
            ("enter", _) => "desk-step-enter",
            ("earn", _) => "desk-step-earn",
            (_, "alongside") => "desk-step-alongside",
            _ => "desk-step-full-time",
        };
        visit.language.say(key, [("title", step.title.as_str().into())])
    };
    let before = visit.desk.store.read(|store| Plan::of(store, client))?;
    let done = |told: &str| {
        before.iter().flat_map(|plan| &plan.steps).find(|step| step.told == told).and_then(|step| step.done)
    };
    let step = |step: &Step| {
        let told = told(step);
        let month = |months: u32| today.plus(months).to_string();
        PlanStep { done: done(&told), told, begins: month(step.start_month), ends: month(step.end_month) }
    };
    let plan = Plan {
        assessment: came.assessment.id.clone(),
        pathway: id.to_owned(),
        title: title.to_owned(),
        made: visit.now,
        steps: pathway.timeline.iter().map(step).collect(),
    };
    visit.desk.store.write(|store| {
        plan.keep(store, client, &came.assessment)?;
        visit.log(store, "planned", &format!("{} {}", client.id, came.assessment.id))
    })?;
    Ok(Answer::Go(format!("/clients/{}/plan", client.id)))
}

/// Ticks a step off, or not any more, or moves its months.
pub fn changed(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let place = visit.form.text("place").parse().map_err(|_| Refusal::Form)?;
    let months = (visit.form.text("begins"), visit.form.text("ends"));
    let act = visit.form.text("do");
    if act == "date" {
        let read = CalendarMonth::parse(months.0).zip(CalendarMonth::parse(months.1));
        if read.is_none_or(|(begins, ends)| (begins.year(), begins.of_year()) > (ends.year(), ends.of_year()))
        {
            return Ok(Answer::Again(page(visit, Some(visit.word("desk-plan-amiss")))?));
        }
    }
    let changed = visit.desk.store.write(|store| {
        let changed = match act {
            "tick" => Plan::tick(store, client, place, Some(visit.now), visit.now)?,
            "untick" => Plan::tick(store, client, place, None, visit.now)?,
            "date" => Plan::date(store, client, place, months, visit.now)?,
            _ => false,
        };
        visit.log(store, "plan-changed", &client.id)?;
        Ok(changed)
    })?;
    if changed { Ok(Answer::Go(format!("/clients/{}/plan", client.id))) } else { Err(Refusal::Form) }
}
