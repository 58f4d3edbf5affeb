//! What came of an assessment: as it was told then, and what can be asked of it since.

use askama::Template;

use super::decision::{Decided, decided_all};
use super::frame::{Frame, day, written};
use crate::render;
use crate::report::{Because, Moved, Stood};
use crate::store::{Assessment, Made, Remark};
use crate::units::Money;
use crate::web::answer::{Answer, Refusal};
use crate::web::kept::{Kept, Turned};
use crate::web::listing::Asked;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "result.html")]
struct Shown {
    frame: Frame,
    /// The path of the result.
    here: String,
    client: String,
    reference: String,
    made_of: String,
    report: String,
    writes: bool,
    /// Whether there is an earlier result to compare with.
    earlier: bool,
    decided: Vec<Decided>,
    roles: Vec<(String, String)>,
    closed: Vec<(String, String)>,
    /// Id and line of each pathway.
    pathways: Vec<(String, String)>,
}

/// A page of the engine's within the desk.
#[derive(Template)]
#[template(path = "within.html")]
pub struct Within {
    pub frame: Frame,
    /// Where it came from.
    pub back: String,
    /// What is to be known besides; empty where there is nothing.
    pub told: String,
    /// What stands within.
    pub inside: String,
    /// Whether it is the map.
    pub map: bool,
}

#[derive(Template)]
#[template(path = "moved.html")]
struct Movement {
    frame: Frame,
    back: String,
    since: String,
    figures: Vec<String>,
    /// Why, then what moved.
    moves: Vec<(String, Vec<String>)>,
}

/// A result with the decisions about it.
pub struct Came {
    pub assessment: Assessment,
    pub made: Made,
    pub decisions: Vec<Remark>,
}

/// The result of the path; that it was looked at is logged.
pub fn came(visit: &Visit<'_>, action: &str) -> Result<Came, Refusal> {
    let client = visit.client()?;
    let found = visit.desk.store.read(|store| {
        let Some(assessment) = Assessment::of(store, client, visit.part("assessment"))? else {
            return Ok(None);
        };
        let decisions = Remark::decisions(store, &assessment.id)?;
        Ok(assessment.result(store)?.map(|made| Came { assessment, made, decisions }))
    })?;
    let found = found.ok_or(Refusal::Absent)?;
    let subject = format!("{} {}", client.id, found.assessment.id);
    visit.desk.store.write(|store| visit.log(store, action, &subject))?;
    Ok(found)
}

impl Came {
    /// The path of the result.
    pub fn path(&self, visit: &Visit<'_>) -> Result<String, Refusal> {
        Ok(format!("/clients/{}/results/{}", visit.client()?.id, self.assessment.id))
    }

    /// When and with what it was made.
    fn made_of(&self, visit: &Visit<'_>) -> String {
        let [graph, version, _] = &self.made.graph;
        let at = self.assessment.made.unwrap_or_default();
        let filled = [
            ("day", day(visit.language, at).into()),
            ("graph", graph.as_str().into()),
            ("version", version.as_str().into()),
        ];
        visit.language.say("desk-made-of", filled)
    }

    /// Its answers and decisions, to be asked something more in the graph of today.
    fn asked<'d>(&'d self, visit: &Visit<'d>) -> Result<Asked<'d>, Vec<String>> {
        visit.desk.asked(&self.made.graph[0], &self.made.profile, &self.decisions, visit.language)
    }
}

/// What came of an assessment, as it was told then.
pub fn shown(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "result")?;
    let client = visit.client()?;
    let all = visit.desk.store.read(|store| Assessment::all(store, client))?;
    let kept = Kept::of(&came.made.report);
    let [roles, closed] = kept.as_ref().map(Kept::roles).unwrap_or_default();
    let pathways = kept.iter().flat_map(Kept::pathways);
    let title = visit.language.say("desk-result-of", [("client", client.reference.as_str().into())]);
    Ok(Answer::Page(written(&Shown {
        frame: Frame::of(visit, title),
        here: came.path(visit)?,
        client: client.id.clone(),
        reference: client.reference.clone(),
        made_of: came.made_of(visit),
        report: render::inside(&came.made.page),
        writes: client.writes,
        earlier: before(&all, &came.assessment).is_some(),
        decided: decided_all(visit, &came).into_iter().filter(|one| !one.removed).collect(),
        roles,
        closed,
        pathways: pathways.map(|(_, path)| (path.id.clone(), path.line.clone())).collect(),
    })))
}

/// The report as a page to keep.
pub fn page(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "export-page")?;
    Ok(Answer::File("text/html; charset=utf-8", Some("report.html".to_owned()), came.made.page))
}

/// The report as CSV.
pub fn table(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "export-table")?;
    Ok(Answer::File("text/csv; charset=utf-8", Some("report.csv".to_owned()), came.made.table))
}

/// The report as JSON.
pub fn report(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "export-report")?;
    Ok(Answer::File("application/json", Some("report.json".to_owned()), came.made.report))
}

/// A page of the engine's within the desk, asked of the graph of today.
fn within(
    visit: &Visit<'_>,
    title: &str,
    made: impl FnOnce(&Asked<'_>) -> Option<String>,
) -> Result<Answer, Refusal> {
    let came = came(visit, title)?;
    let back = came.path(visit)?;
    let frame = Frame::of(visit, visit.word(&format!("desk-{title}")));
    let (frame, inside, told) = match came.asked(visit) {
        Ok(asked) => {
            // what was told then may be told otherwise today
            let same = asked.graph().digest == came.made.graph[2];
            let told = if same { String::new() } else { visit.word("desk-other-graph") };
            (frame, made(&asked).ok_or(Refusal::Absent)?, told)
        }
        Err(amiss) => (frame.with(Some(amiss.join("; "))), String::new(), String::new()),
    };
    let map = title == "map";
    Ok(Answer::Page(written(&Within { frame, back, told, inside: render::inside(&inside), map })))
}

/// The map with where the client stands.
pub fn map(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    within(visit, "map", |asked| Some(asked.mapped()))
}

/// Why a role comes where it does, or is closed.
pub fn why(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    within(visit, "why", |asked| asked.explained(visit.query.text("role")))
}

/// Some destinations side by side.
pub fn compare(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let roles: Vec<&str> = visit.query.all("role").take(4).collect();
    within(visit, "compare", |asked| Some(asked.compared(&roles)))
}

/// Of all results, last begun first, the one before another.
fn before<'a>(all: &'a [Assessment], one: &Assessment) -> Option<&'a Assessment> {
    all.iter().skip_while(|other| other.id != one.id).skip(1).find(|other| other.made.is_some())
}

/// What moved since the result before, and because of which answer, decision or figure.
pub fn moved(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let now = came(visit, "moved")?;
    let (client, language) = (visit.client()?, visit.language);
    let found = visit.desk.store.read(|store| {
        let all = Assessment::all(store, client)?;
        let Some(assessment) = before(&all, &now.assessment).cloned() else { return Ok(None) };
        let decisions = Remark::decisions(store, &assessment.id)?;
        Ok(assessment.result(store)?.map(|made| Came { assessment, made, decisions }))
    })?;
    let then = found.ok_or(Refusal::Absent)?;
    let at = then.assessment.made.unwrap_or_default();
    let mut told = Movement {
        frame: Frame::of(visit, visit.word("desk-moved")),
        back: now.path(visit)?,
        since: language.say("desk-moved-since", [("day", day(language, at).into())]),
        figures: Vec::new(),
        moves: Vec::new(),
    };
    let (before, after) = match (then.asked(visit), now.asked(visit)) {
        (Ok(before), Ok(after)) if before.graph().id == after.graph().id => (before, after),
        (Ok(_), Ok(_)) => {
            told.moves.push((visit.word("desk-moved-country"), Vec::new()));
            return Ok(Answer::Page(written(&told)));
        }
        (Err(amiss), _) | (_, Err(amiss)) => {
            let frame = told.frame.with(Some(amiss.join("; ")));
            return Ok(Answer::Page(written(&Movement { frame, ..told })));
        }
    };
    let kept = Kept::of(&then.made.report).ok_or(Refusal::Absent)?;
    let currency = after.graph().currency;
    let money = |money: Option<Money>| language.money(money, currency);
    if let Some(today) = Kept::of(&before.made(&then.made.profile).report) {
        told.figures = kept.turned(&today).iter().map(|turned| figure(visit, turned, &money)).collect();
    }
    let moves = after.in_turn(|| crate::recommend::moved(&kept.stood(), before.side(), after.side()));
    told.moves = moves.iter().map(|moved| (because(visit, moved), each(visit, moved, &money))).collect();
    Ok(Answer::Page(written(&told)))
}

fn because(visit: &Visit<'_>, moved: &Moved) -> String {
    match moved.because {
        Because::Figures => visit.word("desk-because-figures"),
        Because::Decisions => visit.word("desk-because-decisions"),
        Because::Answer(question) => {
            let title = visit.word(&format!("{question}-short"));
            visit.language.say("desk-because-answer", [("question", title.into())])
        }
    }
}

fn figure(visit: &Visit<'_>, turned: &Turned, money: &dyn Fn(Option<Money>) -> String) -> String {
    let language = visit.language;
    let percent = |share: f64| language.say("percent", [("n", language.decimal(100.0 * share, 0).into())]);
    let (key, what, year, was, now) = match turned {
        Turned::Cost(step, was, now) => ("desk-turned-cost", step, 0, money(*was), money(*now)),
        Turned::Chance(role, was, now) => ("desk-turned-chance", role, 0, percent(*was), percent(*now)),
        Turned::Pay(role, year, was, now) => ("desk-turned-pay", role, *year, money(*was), money(*now)),
    };
    let filled =
        [("what", what.as_str().into()), ("year", year.into()), ("was", was.into()), ("now", now.into())];
    language.say(key, filled)
}

/// What moved, a line a destination.
fn each(visit: &Visit<'_>, moved: &Moved, money: &dyn Fn(Option<Money>) -> String) -> Vec<String> {
    let language = visit.language;
    let one = |(was, now): &(Option<Stood>, Option<Stood>)| -> String {
        match (was, now) {
            (Some(was), Some(now)) => {
                let turn = |key: &str, was: String, now: String| {
                    (was != now).then(|| language.say(key, [("was", was.into()), ("now", now.into())]))
                };
                let months = |stood: &Stood| language.months(stood.months.into());
                let turns = [
                    turn("desk-moved-rank", was.rank.to_string(), now.rank.to_string()),
                    turn("desk-moved-months", months(was), months(now)),
                    turn("desk-moved-cost", money(Some(was.cost)), money(Some(now.cost))),
                    turn("desk-moved-net", money(was.net_earnings), money(now.net_earnings)),
                ];
                let turns: Vec<String> = turns.into_iter().flatten().collect();
                // what moved by less than is written
                let turns =
                    if turns.is_empty() { visit.word("desk-moved-little") } else { language.clauses(&turns) };
                format!("{}: {turns}", now.title)
            }
            (None, Some(now)) => {
                let filled = [("title", now.title.as_str().into()), ("rank", now.rank.into())];
                language.say("desk-moved-new", filled)
            }
            (Some(was), None) => {
                let filled = [("title", was.title.as_str().into()), ("rank", was.rank.into())];
                language.say("desk-moved-gone", filled)
            }
            (None, None) => String::new(),
        }
    };
    moved.each.iter().map(one).collect()
}
