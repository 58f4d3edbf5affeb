//! A client's whole record: exported as it is kept, or erased.

use askama::Template;
use serde_json::{Value, json};

use super::frame::{Frame, written};
use crate::store::{Assessment, Entry, Plan, Remark};
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "erase.html")]
struct Erase {
    frame: Frame,
    client: String,
}

#[derive(Template)]
#[template(path = "erased.html")]
struct Gone {
    frame: Frame,
    told: Vec<String>,
}

/// A kept text that is JSON, as such.
fn told(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// Everything that is kept of a client, as `careerpath.client/1`: times are seconds since 1970.
pub fn whole(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let remark = |remark: &Remark| {
        json!({
            "kind": remark.kind.key(), "what": remark.what, "said": remark.said, "by": remark.by,
            "at": remark.at, "removed": remark.removed,
        })
    };
    let record = visit.desk.store.read(|store| {
        let mut assessments = Vec::new();
        for one in Assessment::all(store, client)? {
            let decisions: Vec<Value> = Remark::decisions(store, &one.id)?.iter().map(remark).collect();
            let result = one.result(store)?.map(|made| {
                json!({
                    "graph": made.graph[0], "version": made.graph[1], "digest": made.graph[2],
                    "profile": told(&made.profile), "report": told(&made.report),
                })
            });
            assessments.push(json!({
                "id": one.id, "begun": one.begun, "changed": one.changed, "answered": one.answered, "made": one.made,
                "answers": told(&one.draft), "result": result, "decisions": decisions,
            }));
        }
        let plan = Plan::of(store, client)?.map(|plan| {
            let steps = plan.steps.iter().map(|step| {
                json!({ "told": step.told, "begins": step.begins, "ends": step.ends, "done": step.done })
            });
            json!({
                "assessment": plan.assessment, "pathway": plan.pathway, "title": plan.title, "made": plan.made,
                "steps": steps.collect::<Vec<_>>(),
            })
        });
        let log = Entry::about(store, &client.id)?.into_iter().map(|(at, account, action)| {
            json!({ "at": at, "account": account, "action": action })
        });
        Ok(json!({
            "format": "careerpath.client/1", "id": client.id, "reference": client.reference,
            "made": client.made, "changed": client.changed,
            "assessments": assessments,
            "notes": Remark::notes(store, client)?.iter().map(remark).collect::<Vec<_>>(),
            "plan": plan,
            "log": log.collect::<Vec<_>>(),
        }))
    })?;
    visit.desk.store.write(|store| visit.log(store, "export-record", &client.id))?;
    Ok(Answer::File("application/json", Some("client.json".to_owned()), format!("{record:#}\n")))
}

/// Asks whether a client is to be erased.
pub fn erase(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let title = visit.language.say("desk-erase-of", [("client", client.reference.as_str().into())]);
    Ok(Answer::Page(written(&Erase { frame: Frame::of(visit, title), client: client.id.clone() })))
}

/// Asks for a client to be erased, has them back, or erases them at once and tells what was looked for afterwards.
pub fn erased(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (client, store) = (visit.client()?, &visit.desk.store);
    let removed = match visit.form.text("do") {
        "remove" => Some(visit.now),
        "undo" => None,
        "now" => return now(visit),
        _ => return Err(Refusal::Form),
    };
    store.write(|store| {
        client.remove(store, removed)?;
        visit.log(store, if removed.is_some() { "removed" } else { "back" }, &client.id)
    })?;
    Ok(Answer::Go(format!("/clients/{}", client.id)))
}

fn now(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let erased = visit.desk.store.erase(&client.id, visit.account()?.id, visit.now)?;
    let erased = erased.ok_or(Refusal::Absent)?;
    let count = |key: &str| {
        let filled = [
            ("assessments", erased.assessments.into()),
            ("pieces", erased.pieces.into()),
            ("files", erased.files.into()),
        ];
        visit.language.say(key, filled)
    };
    let mut told = vec![count("desk-erased")];
    if let Some(why) = &erased.unproved {
        told.push(visit.language.say("desk-erased-unproved", [("why", why.as_str().into())]));
    } else if erased.left.is_empty() {
        told.push(count("desk-erased-proved"));
    } else {
        let files: Vec<String> = erased.left.iter().map(|file| file.display().to_string()).collect();
        told.push(visit.language.say("desk-erased-left", [("files", files.join(", ").into())]));
    }
    told.push(visit.word("desk-erased-elsewhere"));
    let frame = Frame::of(visit, visit.word("desk-erased-title"));
    Ok(Answer::Page(written(&Gone { frame, told })))
}
