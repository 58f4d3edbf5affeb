//! A client: their assessments, and what came of each.

use askama::Template;

use super::frame::{Frame, day, written};
use crate::render;
use crate::store::{Account, Assessment, Made};
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
    /// The number and name of those whom it is shared with, and of the others.
    shared: Vec<(i64, String)>,
    others: Vec<(i64, String)>,
}

#[derive(Template)]
#[template(path = "result.html")]
struct Came {
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
    let (all, with, accounts) = visit.desk.store.read(|store| {
        Ok((Assessment::all(store, client)?, client.shared_with(store)?, Account::all(store)?))
    })?;
    let own = visit.account()?.id;
    let others =
        accounts.into_iter().filter(|account| account.id != own).map(|account| (account.id, account.name));
    let (shared, others) = others.partition(|(id, _)| with.contains(id));
    let told = |one: &Assessment| match one.made {
        Some(made) => visit.language.say("desk-assessed", [("day", day(visit.language, made).into())]),
        None => visit.language.say("desk-assessing", [("day", day(visit.language, one.changed).into())]),
    };
    let frame = Frame::of(visit, client.reference.clone());
    let assessments = all.iter().map(|one| (one.id.clone(), told(one), one.made.is_some())).collect();
    visit.desk.store.write(|store| visit.log(store, "seen", &client.id))?;
    let (id, writes) = (client.id.clone(), client.writes);
    Ok(Answer::Page(written(&Shown { frame, id, writes, assessments, shared, others })))
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
    let [graph, version, _] = &made.graph;
    let made_of = [
        ("day", day(visit.language, at).into()),
        ("graph", graph.as_str().into()),
        ("version", version.as_str().into()),
    ];
    Ok(Answer::Page(written(&Came {
        frame: Frame::of(
            visit,
            visit.language.say("desk-result-of", [("client", client.reference.as_str().into())]),
        ),
        client: client.id.clone(),
        reference: client.reference.clone(),
        assessment,
        made_of: visit.language.say("desk-made-of", made_of),
        report: render::inside(&made.page),
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
