//! Cohorts: files of many people, handed in on a page and scored beside it.

use askama::Template;

use super::frame::{Frame, day, written};
use super::result::Within;
use crate::cohort::COLUMNS;
use crate::render;
use crate::store::{Cohort, Stage};
use crate::web::Desk;
use crate::web::answer::{Answer, Refusal};
use crate::web::scoring::{RESULT, ROWS, SUMMARY};
use crate::web::upload::LARGEST;
use crate::web::visit::Visit;

/// The longest name of a file that is kept, in letters.
const LONGEST: usize = 120;
/// The most cohorts of somebody's that are not at an end.
const MOST: i64 = 5;
/// Seconds after which it is looked how far it is.
const AGAIN: u32 = 2;

#[derive(Template)]
#[template(path = "cohorts.html")]
struct All {
    frame: Frame,
    told: String,
    /// Id, name, day and how far it is.
    cohorts: Vec<(String, String, String, String)>,
    graphs: Vec<String>,
    help: String,
}

#[derive(Template)]
#[template(path = "cohort.html")]
#[expect(clippy::struct_excessive_bools, reason = "each decides of something that is shown")]
struct Shown {
    frame: Frame,
    id: String,
    told: String,
    /// What keeps it from being scored, a line each.
    amiss: Vec<String>,
    /// Seconds after which to look again, while it is under way.
    again: Option<u32>,
    whole: bool,
    rejected: bool,
    /// Whether somebody stopped it, so that it can go on.
    stopped: bool,
    removed: bool,
}

/// How far a cohort is, in words.
fn stage(visit: &Visit<'_>, cohort: &Cohort) -> String {
    let key = if cohort.removed.is_some() { "removed" } else { cohort.stage.key() };
    let share = visit.desk.share_read(&cohort.id).filter(|_| key == Stage::Running.key());
    let key = if share.is_some() { "running-of" } else { key };
    let count = |count: u64| visit.language.count(i64::try_from(count).unwrap_or(i64::MAX));
    let filled = [
        ("good", count(cohort.good).into()),
        ("rejected", count(cohort.rejected).into()),
        ("all", count(cohort.good + cohort.rejected).into()),
        ("share", format!("{:.0}", share.unwrap_or_default() * 100.0).into()),
    ];
    visit.language.say(&format!("desk-cohort-{key}"), filled)
}

/// All cohorts of whoever looks.
pub fn all(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(all_page(visit, None)?))
}

fn all_page(visit: &Visit<'_>, amiss: Option<String>) -> Result<String, Refusal> {
    let account = visit.account()?;
    let cohorts = visit.desk.store.read(|store| Cohort::all(store, account))?;
    let told = if cohorts.is_empty() { visit.word("desk-no-cohorts") } else { String::new() };
    let one = |cohort: Cohort| {
        let (day, stage) = (day(visit.language, cohort.made), stage(visit, &cohort));
        (cohort.id, cohort.name, day, stage)
    };
    // the largest first, as on the command line
    let mut graphs: Vec<(usize, String)> =
        visit.desk.graphs.iter().map(|graph| (graph.regions.all().count(), graph.id.clone())).collect();
    graphs.sort_by(|a, b| b.cmp(a));
    Ok(written(&All {
        frame: Frame::of(visit, visit.word("desk-cohorts")).with(amiss),
        told,
        cohorts: cohorts.into_iter().map(one).collect(),
        graphs: graphs.into_iter().map(|(_, id)| id).collect(),
        help: visit.language.say(
            "desk-cohort-help",
            [("most", (LARGEST / 1_000_000).into()), ("rows", visit.language.count(ROWS).into())],
        ),
    }))
}

/// Takes a file in, to be scored when its turn comes.
pub fn taken(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let account = visit.account()?;
    let file = visit.file.lock().ok().and_then(|mut file| file.take());
    let Some(mut file) = file else {
        return Ok(Answer::Again(all_page(visit, Some(visit.word("desk-cohort-no-file")))?));
    };
    let graph = visit.form.text("graph");
    visit.desk.known(graph).ok_or(Refusal::Form)?;
    if visit.desk.store.read(|store| Cohort::under_way(store, account))? >= MOST {
        let amiss = visit.language.say("desk-cohort-many", [("most", MOST.into())]);
        return Ok(Answer::Again(all_page(visit, Some(amiss))?));
    }
    let name: String = file.name.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    visit.desk.store.write(|store| {
        Cohort::make(store, account, &file.id, (&name, graph), visit.now)?;
        visit.log(store, "cohort", &file.id)
    })?;
    file.keep();
    visit.desk.work.1.notify_all();
    Ok(Answer::Go(format!("/cohorts/{}", file.id)))
}

/// The columns that a row may have, with an example.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn template(_: &Visit<'_>) -> Result<Answer, Refusal> {
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    let examples: Vec<&str> = COLUMNS.iter().map(|column| column.example).collect();
    let text = format!("{}\n{}\n", names.join(","), examples.join(","));
    Ok(Answer::File("text/csv; charset=utf-8", Some("template.csv".to_owned()), text))
}

/// How far a cohort is, or what came of it.
pub fn shown(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let cohort = visit.cohort()?;
    let moving = matches!(cohort.stage, Stage::Waiting | Stage::Running) && cohort.removed.is_none();
    Ok(Answer::Page(written(&Shown {
        frame: Frame::of(visit, cohort.name.clone()),
        id: cohort.id.clone(),
        told: stage(visit, cohort),
        amiss: cohort.told.lines().map(str::to_owned).collect(),
        again: moving.then_some(AGAIN),
        whole: cohort.stage == Stage::Whole,
        rejected: cohort.rejected > 0,
        stopped: cohort.stage == Stage::Stopped,
        removed: cohort.removed.is_some(),
    })))
}

/// Stops a cohort, goes on with it, removes it, or has it back.
pub fn changed(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let (cohort, desk) = (visit.cohort()?, visit.desk);
    let act = visit.form.text("do");
    desk.store.write(|store| {
        match act {
            "stop" => cohort.stop(store, visit.now)?,
            "go-on" => cohort.go_on(store, visit.now)?,
            "remove" => {
                cohort.stop(store, visit.now)?;
                cohort.remove(store, Some(visit.now))?;
            }
            "undo" => cohort.remove(store, None)?,
            _ => {}
        }
        visit.log(store, "cohort-changed", &cohort.id)
    })?;
    if matches!(act, "stop" | "remove") {
        desk.stop_scoring(&cohort.id);
    }
    desk.work.1.notify_all();
    let to = if act == "remove" { "/cohorts".to_owned() } else { format!("/cohorts/{}", cohort.id) };
    Ok(Answer::Go(to))
}

/// A file of a cohort's, by its name in the folder.
fn file(visit: &Visit<'_>, kind: &'static str, name: &str) -> Result<Answer, Refusal> {
    let cohort = visit.cohort()?;
    let folder = visit.desk.store.cohort_folder(&cohort.id);
    let path = if name.starts_with("rejects") { Desk::rejects(&folder) } else { folder.join(name) };
    if cohort.stage != Stage::Whole || cohort.removed.is_some() || !path.exists() {
        return Err(Refusal::Absent);
    }
    visit.desk.store.write(|store| visit.log(store, "export-cohort", &cohort.id))?;
    Ok(Answer::Kept(kind, name.to_owned(), path))
}

/// The rows that were scored.
pub fn result(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    file(visit, "text/csv; charset=utf-8", RESULT)
}

/// The rows that were not, with what is amiss with each.
pub fn rejects(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    file(visit, "text/csv; charset=utf-8", "rejects.csv")
}

/// What the cohort comes to, as a page to keep.
pub fn summary_page(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    file(visit, "text/html; charset=utf-8", SUMMARY[0])
}

/// The same for programs.
pub fn summary_json(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    file(visit, "application/json", SUMMARY[1])
}

/// The same within the desk.
pub fn summary(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let Answer::Kept(_, _, path) = file(visit, "text/html; charset=utf-8", SUMMARY[0])? else {
        return Err(Refusal::Absent);
    };
    let page = std::fs::read_to_string(path).map_err(|error| Refusal::Store(error.into()))?;
    let cohort = visit.cohort()?;
    Ok(Answer::Page(written(&Within {
        frame: Frame::of(visit, cohort.name.clone()),
        back: format!("/cohorts/{}", cohort.id),
        told: String::new(),
        inside: render::inside(&page),
        map: false,
    })))
}
