//! Decisions about a result: what is left out, insisted on, kept, weighed or known better, each with a written reason; the
//! result is listed again at once.

use askama::Template;

use super::frame::{Frame, day, written};
use super::result::{Came, came};
use crate::graph::{Graph, Node};
use crate::rank::CRITERIA;
use crate::store::{Remark, Remarked};
use crate::web::answer::{Answer, Refusal};
use crate::web::kept::Kept;
use crate::web::listing::{node, worded};
use crate::web::visit::Visit;

/// The longest reason or note in letters.
pub const LONGEST: usize = 2_000;

/// A decision as it is told.
pub struct Decided {
    pub id: String,
    pub what: String,
    pub reason: String,
    pub by: String,
    pub removed: bool,
}

#[derive(Template)]
#[template(path = "decisions.html")]
struct Shown {
    frame: Frame,
    back: String,
    here: String,
    decided: Vec<Decided>,
    /// Steps of the pathways told, then all others: id and title.
    near: Vec<(String, String)>,
    far: Vec<(String, String)>,
    pathways: Vec<(String, String)>,
    /// Id, title and weight of each criterion, in a hundred.
    weights: Vec<(&'static str, String, u32)>,
    /// Programs and credentials.
    figures: Vec<(String, String)>,
    currency: &'static str,
    /// What was sent before.
    reason: String,
    value: String,
}

/// The decisions about a result, as they are told; what was removed too.
pub fn decided_all(visit: &Visit<'_>, came: &Came) -> Vec<Decided> {
    let graph = visit.desk.known(&came.made.graph[0]).map(|(graph, _)| graph);
    let one = |decision: &Remark| Decided {
        id: decision.id.clone(),
        what: graph.map_or_else(|| decision.what.clone(), |graph| worded(graph, visit.language, decision)),
        reason: decision.said.clone(),
        by: visit.language.say(
            "desk-by",
            [("name", decision.by.as_str().into()), ("day", day(visit.language, decision.at).into())],
        ),
        removed: decision.removed.is_some(),
    };
    came.decisions.iter().map(one).collect()
}

/// The page of the decisions about a result.
pub fn shown(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "decisions")?;
    Ok(Answer::Page(page(visit, &came, None)?))
}

fn page(visit: &Visit<'_>, came: &Came, amiss: Option<String>) -> Result<String, Refusal> {
    let back = came.path(visit)?;
    let (graph, _) = visit.desk.known(&came.made.graph[0]).ok_or(Refusal::Absent)?;
    let kept = Kept::of(&came.made.report).ok_or(Refusal::Absent)?;
    let steps = kept.steps();
    let title = |node: Node| graph.said(&graph.names(node).title, visit.language).to_owned();
    let named = |node: Node| (graph.names(node).id.clone(), title(node));
    let mut all: Vec<(String, String)> = graph.nodes().filter(|node| told(graph, *node)).map(named).collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    let (near, far) = all.into_iter().partition(|(id, _)| steps.contains_key(id.as_str()));
    let mut figures: Vec<(String, String)> =
        graph.nodes().filter(|node| !matches!(node, Node::Role(_))).map(named).collect();
    // those of the pathways told first
    figures.sort_by(|a, b| {
        let far = |id: &str| !steps.contains_key(id);
        far(&a.0).cmp(&far(&b.0)).then_with(|| a.1.cmp(&b.1))
    });
    let weight = |id: &str| {
        let found = kept.weights().iter().find(|(known, _)| known == id).map_or(0.0, |(_, weight)| *weight);
        // of a hundred
        (0_u32..=100).min_by(|a, b| {
            (f64::from(*a) - 100.0 * found).abs().total_cmp(&(f64::from(*b) - 100.0 * found).abs())
        })
    };
    let again = amiss.is_some();
    let sent = |name: &str| if again { visit.form.text(name).to_owned() } else { String::new() };
    Ok(written(&Shown {
        frame: Frame::of(visit, visit.word("desk-decisions")).with(amiss),
        here: format!("{back}/decisions"),
        back,
        decided: decided_all(visit, came),
        near,
        far,
        pathways: kept.pathways().map(|(_, path)| (path.id.clone(), path.line.clone())).collect(),
        weights: CRITERIA
            .iter()
            .map(|entry| {
                let id = entry.criterion.id();
                (id, visit.word(&format!("criterion-{id}")), weight(id).unwrap_or(0))
            })
            .collect(),
        figures,
        currency: graph.currency.code(),
        reason: sent("reason"),
        value: sent("value"),
    }))
}

/// Whether a step is one that people speak of.
fn told(graph: &Graph, node: Node) -> bool {
    match node {
        Node::Role(role) => graph.roles[role.at()].listed,
        Node::Credential(_) | Node::Program(_) => true,
    }
}

/// What a form decides; nothing where it is none of ours, or the word for what is amiss.
fn what(visit: &Visit<'_>, graph: &Graph) -> Result<(Remarked, String), Option<&'static str>> {
    let kind = Remarked::from_key(visit.form.text("kind")).ok_or(None)?;
    let step = visit.form.text("step");
    let known = node(graph, step).ok_or(None);
    match kind {
        Remarked::Note => Err(None),
        Remarked::Exclude | Remarked::Require => known.map(|_| (kind, step.to_owned())),
        Remarked::Pin => Ok((kind, visit.form.text("pathway").to_owned())),
        Remarked::Weights => {
            let one = |id: &str| {
                let value: u32 = visit.form.text(id).parse().ok().filter(|value| *value <= 100)?;
                Some((value, format!("{id}={value}")))
            };
            let all: Option<Vec<(u32, String)>> =
                CRITERIA.iter().map(|entry| one(entry.criterion.id())).collect();
            let all = all.ok_or(None)?;
            if all.iter().all(|(value, _)| *value == 0) {
                return Err(Some("desk-weights-amiss"));
            }
            Ok((kind, all.into_iter().map(|(_, told)| told).collect::<Vec<_>>().join(" ")))
        }
        Remarked::Figure => {
            known?;
            let written = visit.form.text("value").trim().replace(',', ".");
            let value: f64 = written.parse().map_err(|_| Some("desk-value-amiss"))?;
            match visit.form.text("of") {
                "price" if (0.0..=1_000_000.0).contains(&value) => {
                    Ok((kind, format!("price {step} {value}")))
                }
                "rate" if (0.0..=100.0).contains(&value) => {
                    Ok((kind, format!("rate {step} {}", value / 100.0)))
                }
                "price" | "rate" => Err(Some("desk-value-amiss")),
                _ => Err(None),
            }
        }
    }
}

/// Decides something, and lists the result again.
pub fn decided(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "decide")?;
    let (graph, _) = visit.desk.known(&came.made.graph[0]).ok_or(Refusal::Absent)?;
    let reason = visit.form.text("reason").trim();
    let amiss = |key: &str| visit.language.say(key, [("most", LONGEST.into())]);
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Ok(Answer::Again(page(visit, &came, Some(amiss("desk-reason-amiss")))?));
    }
    let (kind, what) = match what(visit, graph) {
        Ok(decided) => decided,
        Err(Some(key)) => return Ok(Answer::Again(page(visit, &came, Some(amiss(key)))?)),
        Err(None) => return Err(Refusal::Form),
    };
    let told = Remark {
        id: String::new(),
        kind,
        what: what.clone(),
        said: reason.to_owned(),
        by: String::new(),
        at: visit.now,
        removed: None,
    };
    let mut decisions = came.decisions.clone();
    decisions.push(told);
    again(visit, &came, &decisions, |store, client, account| {
        client.remark(store, account, Some(&came.assessment), (kind, &what, reason), visit.now).map(|_| true)
    })
}

/// Takes a decision back, or has it again, and lists the result again.
pub fn undecided(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let came = came(visit, "decide")?;
    let id = visit.part("remark").to_owned();
    let removed = (visit.form.text("do") != "undo").then_some(visit.now);
    let mut decisions = came.decisions.clone();
    decisions.iter_mut().find(|one| one.id == id).ok_or(Refusal::Absent)?.removed = removed;
    again(visit, &came, &decisions, |store, client, _| {
        Remark::remove(store, client, Some(&came.assessment), &id, removed)
    })
}

/// Lists the result again with some decisions in force, and keeps both; where they cannot be in force, neither.
fn again(
    visit: &Visit<'_>,
    came: &Came,
    decisions: &[Remark],
    keep: impl FnOnce(
        &crate::store::Connection,
        &crate::store::Client,
        &crate::store::Account,
    ) -> crate::store::Stored<bool>,
) -> Result<Answer, Refusal> {
    let (client, account) = (visit.client()?, visit.account()?);
    let [graph, ..] = &came.made.graph;
    let asked = match visit.desk.asked(graph, &came.made.profile, decisions, visit.language) {
        Ok(asked) => asked,
        Err(amiss) => return Ok(Answer::Again(page(visit, came, Some(amiss.join("; ")))?)),
    };
    let made = asked.made(&came.made.profile);
    let kept = visit.desk.store.write(|store| {
        // listed with what was decided when it was begun: something else may have been decided meanwhile
        if Remark::decisions(store, &came.assessment.id)? != came.decisions {
            return Ok(None);
        }
        if !keep(store, client, account)? {
            return Ok(Some(false));
        }
        came.assessment.list_again(store, client, &made, visit.now)?;
        visit.log(store, "listed-again", &format!("{} {}", client.id, came.assessment.id))?;
        Ok(Some(true))
    })?;
    match kept {
        Some(true) => Ok(Answer::Go(came.path(visit)?)),
        Some(false) => Err(Refusal::Absent),
        None => Ok(Answer::Again(page(visit, came, Some(visit.word("desk-decided-meanwhile")))?)),
    }
}
