//! A client: their assessments, and what came of each.

use askama::Template;

use super::frame::{Frame, day, written};
use crate::store::{Assessment, Made};
use crate::web::answer::{Answer, Refusal};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "client.html")]
struct Shown {
    frame: Frame,
    id: String,
    writes: bool,
    /// Id, what is told of it, and whether there is a result.
    assessments: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "result.html")]
struct Result_ {
    frame: Frame,
    client: String,
    reference: String,
    assessment: String,
    made_of: String,
    report: String,
}

/// The page of a client.
pub fn shown(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let client = visit.client()?;
    let all = visit.desk.store.read(|store| Assessment::all(store, client))?;
    let told = |one: &Assessment| match one.made {
        Some(made) => visit.language.say("desk-assessed", [("day", day(visit.language, made).into())]),
        None => visit.language.say("desk-assessing", [("day", day(visit.language, one.changed).into())]),
    };
    let frame = Frame::of(visit, client.reference.clone());
    let assessments = all.iter().map(|one| (one.id.clone(), told(one), one.made.is_some())).collect();
    visit.desk.store.write(|store| visit.log(store, "seen", &client.id))?;
    Ok(Answer::Page(written(&Shown { frame, id: client.id.clone(), writes: client.writes, assessments })))
}

/// What came of the assessment of the path; that it was looked at is logged.
fn made(visit: &Visit<'_>, action: &str) -> Result<(String, i64, Made), Refusal> {
    let client = visit.client()?;
    let found = visit.desk.store.read(|store| {
        let Some(assessment) = Assessment::of(store, client, visit.part("assessment"))? else {
            return Ok(None);
        };
        Ok(assessment.result(store)?.map(|made| (assessment.id, assessment.made.unwrap_or_default(), made)))
    })?;
    let found = found.ok_or(Refusal::Absent)?;
    visit.desk.store.write(|store| visit.log(store, action, &format!("{} {}", client.id, found.0)))?;
    Ok(found)
}

/// What came of an assessment, as it was told then.
pub fn result(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (assessment, at, made) = made(visit, "result")?;
    let client = visit.client()?;
    // what the page tells of the person, then what came of it
    let part = |from: &str, to: &str| {
        let part = made.page.split_once(from).and_then(|(_, rest)| rest.split_once(to));
        part.map_or("", |(part, _)| part)
    };
    let report = [part("</h1>", "</header>"), part("<main id=\"content\">", "</main>")].concat();
    let [graph, version, _] = &made.graph;
    let made_of = [
        ("day", day(visit.language, at).into()),
        ("graph", graph.as_str().into()),
        ("version", version.as_str().into()),
    ];
    Ok(Answer::Page(written(&Result_ {
        frame: Frame::of(
            visit,
            visit.language.say("desk-result-of", [("client", client.reference.as_str().into())]),
        ),
        client: client.id.clone(),
        reference: client.reference.clone(),
        assessment,
        made_of: visit.language.say("desk-made-of", made_of),
        report,
    })))
}

/// The report as a page to keep.
pub fn page(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (_, _, made) = made(visit, "export-page")?;
    Ok(Answer::File("text/html; charset=utf-8", Some("report.html".to_owned()), made.page))
}

/// The report as CSV.
pub fn table(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (_, _, made) = made(visit, "export-table")?;
    Ok(Answer::File("text/csv; charset=utf-8", Some("report.csv".to_owned()), made.table))
}

/// The report as JSON.
pub fn report(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (_, _, made) = made(visit, "export-report")?;
    Ok(Answer::File("application/json", Some("report.json".to_owned()), made.report))
}
