//! A result listed: what somebody's answers and the decisions about them come to in a graph, today.

use serde_json::{Value, json};

use super::Desk;
use crate::document::Text;
use crate::graph::{Graph, Node, patched};
use crate::profile::{Criterion, Profile};
use crate::rank::CRITERIA;
use crate::recommend::{Settings, Side, compare, explain, map_for, pinned, recommend_by};
use crate::render;
use crate::report::Report;
use crate::search::{Choices, Fresh};
use crate::store::{Made, Remark, Remarked};
use crate::words::{ARROW, Language};

/// The source of figures that the office knows better.
const OFFICE: &str = "office";

/// Answers with the decisions about them, ready to be listed.
pub struct Asked<'d> {
    desk: &'d Desk,
    graph: &'d Graph,
    /// The graph with the figures that the office knows better.
    changed: Option<Graph>,
    /// Who.
    pub profile: Profile,
    /// With what is left out and insisted on.
    pub settings: Settings,
    decisions: Vec<&'d Remark>,
}

impl Desk {
    /// The graph of an id, with its files.
    pub(super) fn known(&self, graph: &str) -> Option<(&Graph, &[Text])> {
        let at = self.at(graph)?;
        Some((&self.graphs[at], &self.texts[at]))
    }

    fn at(&self, graph: &str) -> Option<usize> {
        self.graphs.iter().position(|known| known.id == graph)
    }

    /// A written profile with the decisions in force.
    ///
    /// # Errors
    /// What keeps it from being listed, in words.
    pub(super) fn asked<'d>(
        &'d self,
        graph: &str,
        profile: &str,
        decisions: &'d [Remark],
        language: Language,
    ) -> Result<Asked<'d>, Vec<String>> {
        let none = || vec![language.say("desk-graph-gone", [("graph", graph.to_owned().into())])];
        let at = self.at(graph).ok_or_else(none)?;
        let (known, texts) = (&self.graphs[at], &self.texts[at]);
        let decisions: Vec<&Remark> = decisions.iter().filter(|one| one.removed.is_none()).collect();
        let today = (self.month)().to_string();
        let changed = Self::in_turn(&self.engine, || changed(known, texts, &decisions, &today))?;
        let graph = changed.as_ref().unwrap_or(known);
        let text = Text { name: "profile".to_owned(), bytes: profile.as_bytes().to_vec() };
        let mut profile = Profile::check(&text, graph).map_err(|findings| told(&findings))?;
        let of = |kind: Remarked| decisions.iter().filter(move |one| one.kind == kind);
        if let Some(weights) = of(Remarked::Weights).next_back() {
            profile.weights = weights_of(&weights.what);
        }
        let nodes = |kind| of(kind).filter_map(|one| node(graph, &one.what)).collect();
        let choices = Choices { exclude: nodes(Remarked::Exclude), require: nodes(Remarked::Require) };
        let settings = Settings { today: (self.month)(), language, choices, ..Settings::default() };
        Ok(Asked { desk: self, graph: known, changed, profile, settings, decisions })
    }
}

impl Asked<'_> {
    /// The graph, with the figures that the office knows better.
    pub fn graph(&self) -> &Graph {
        self.changed.as_ref().unwrap_or(self.graph)
    }

    /// Has the engine do something when its turn comes.
    pub fn in_turn<T>(&self, run: impl FnOnce() -> T) -> T {
        Desk::in_turn(&self.desk.engine, run)
    }

    /// The report, with what is pinned, and every decision with its reason among the notes.
    pub fn report(&self) -> Report {
        let (graph, language) = (self.graph(), self.settings.language);
        let mut report = self.in_turn(|| recommend_by(&Fresh, graph, &self.profile, &self.settings));
        for decision in &self.decisions {
            let what = worded(graph, language, decision);
            let filled = [("what", what.into()), ("reason", decision.said.as_str().into())];
            report.notes.push(language.say("desk-decided", filled));
            if decision.kind == Remarked::Pin {
                match self.in_turn(|| pinned(graph, &self.profile, &self.settings, &decision.what)) {
                    Ok(pinned) => report.pinned.push(pinned),
                    Err(_) => report.notes.push(language.word("desk-pin-gone")),
                }
            }
        }
        report
    }

    /// The result as it is kept, of a profile as written.
    pub fn made(&self, profile: &str) -> Made {
        let report = self.report();
        let graph = self.graph();
        Made {
            graph: [graph.id.clone(), graph.version.clone(), graph.digest.clone()],
            profile: profile.to_owned(),
            report: render::json(&report),
            page: render::page(&report),
            table: render::csv(&report),
        }
    }

    /// Some roles side by side.
    pub fn compared(&self, roles: &[&str]) -> String {
        let roles: Vec<_> = roles.iter().filter_map(|role| self.graph().role(role)).collect();
        let (graph, profile, settings) = (self.graph(), &self.profile, &self.settings);
        let both = self.in_turn(|| compare(&Fresh, graph, profile, settings, &roles));
        render::comparison_page(&both)
    }

    /// Why a role comes where it does, or is closed.
    pub fn explained(&self, role: &str) -> Option<String> {
        let role = self.graph().role(role)?;
        let told = self.in_turn(|| explain(self.graph(), &self.profile, &self.settings, role, None));
        told.ok().map(|told| render::explanation_page(&told))
    }

    /// The map with where the person stands.
    pub fn mapped(&self) -> String {
        let (graph, profile, settings) = (self.graph(), &self.profile, &self.settings);
        let map = self.in_turn(|| map_for(&Fresh, graph, profile, settings));
        render::map_html(&map)
    }

    /// This as one side of what moved.
    pub fn side(&self) -> Side<'_> {
        Side { finder: &Fresh, graph: self.graph(), profile: &self.profile, settings: &self.settings }
    }
}

fn told(findings: &[crate::finding::Finding]) -> Vec<String> {
    findings.iter().map(|finding| finding.fault.to_string()).collect()
}

/// A step by its id alone.
pub fn node(graph: &Graph, id: &str) -> Option<Node> {
    graph.nodes().find(|node| graph.names(*node).id == id)
}

/// Weights as written: `earnings=45 months=15 …`.
pub fn weights_of(written: &str) -> Vec<(Criterion, f64)> {
    let one = |part: &str| {
        let (id, value) = part.split_once('=')?;
        let entry = CRITERIA.iter().find(|entry| entry.criterion.id() == id)?;
        Some((entry.criterion, value.parse().ok()?))
    };
    written.split(' ').filter_map(one).collect()
}

/// A figure as written: what it is of, the id of the step, and its value.
fn figure_of(written: &str) -> Option<(&str, &str, f64)> {
    let mut parts = written.splitn(3, ' ');
    Some((parts.next()?, parts.next()?, parts.next()?.parse().ok()?))
}

/// The graph with the figures of some decisions, each with its reason; nothing where there are none.
fn changed(
    graph: &Graph,
    texts: &[Text],
    decisions: &[&Remark],
    today: &str,
) -> Result<Option<Graph>, Vec<String>> {
    let figures = decisions.iter().filter(|one| one.kind == Remarked::Figure);
    let (mut programs, mut credentials) = (Vec::new(), Vec::new());
    for decision in figures {
        let Some((of, id, value)) = figure_of(&decision.what) else { continue };
        let unit = if of == "rate" { "share".to_owned() } else { graph.currency.code().to_lowercase() };
        // what the graph has beside its own value goes with it
        let figure = json!({
            "value": value, "unit": unit, "source": OFFICE, "basis": "assumed", "period": today, "note": decision.said,
            "low": null, "high": null, "missing": null, "region": null,
        });
        let record = |rest: Value| {
            let mut record = json!({ "id": id });
            if let (Some(record), Value::Object(rest)) = (record.as_object_mut(), rest) {
                record.extend(rest);
            }
            record
        };
        match (node(graph, id), of) {
            (Some(Node::Program(_)), "rate") => programs.push(record(json!({ "completion": figure }))),
            (Some(Node::Program(_)), _) => {
                let tuition = json!({ "sector": null, "years": null, "assumed": null, "total": figure });
                programs.push(record(json!({ "tuition": tuition })));
            }
            (Some(Node::Credential(_)), "rate") => credentials.push(record(json!({ "pass_rate": figure }))),
            (Some(Node::Credential(_)), _) => {
                let mut amount = figure;
                if let Some(amount) = amount.as_object_mut() {
                    amount.retain(|_, value| !value.is_null());
                }
                credentials.push(record(json!({ "fees": [{ "what": "all fees", "amount": amount }] })));
            }
            _ => {}
        }
    }
    if programs.is_empty() && credentials.is_empty() {
        return Ok(None);
    }
    let source = json!([{
        "id": OFFICE, "title": "What the office knows better; the note beside each figure gives the reason",
        "publisher": "the office", "address": "", "period": today, "licence": "",
    }]);
    let patch = json!({
        "format": "careerpath.patch/1", "title": OFFICE, "programs": programs, "credentials": credentials,
        "sources": source,
    });
    let patch = Text { name: "decisions".to_owned(), bytes: patch.to_string().into_bytes() };
    let (_, texts) = patched(texts, &patch).map_err(|findings| told(&findings))?;
    Graph::load(&texts).map(Some).map_err(|findings| told(&findings))
}

/// What a decision is, in words.
pub fn worded(graph: &Graph, language: Language, decision: &Remark) -> String {
    let title = |id: &str| {
        node(graph, id)
            .map_or_else(|| id.to_owned(), |node| graph.said(&graph.names(node).short, language).to_owned())
    };
    let key = format!("desk-decided-{}", decision.kind.key());
    match decision.kind {
        Remarked::Note => String::new(),
        Remarked::Exclude | Remarked::Require => language.say(&key, [("step", title(&decision.what).into())]),
        Remarked::Pin => {
            let steps = decision.what.split('~').filter_map(|step| step.split('@').next());
            let steps: Vec<String> = steps.map(title).collect();
            language.say(&key, [("line", steps.join(ARROW).into())])
        }
        Remarked::Weights => {
            let weights = weights_of(&decision.what);
            let all: f64 = weights.iter().map(|(_, weight)| weight).sum();
            let one = |(criterion, weight): &(Criterion, f64)| {
                let share = language.decimal(100.0 * weight / all.max(f64::MIN_POSITIVE), 0);
                let share = language.say("percent", [("n", share.into())]);
                format!("{} {share}", language.word(&format!("criterion-{}", criterion.id())))
            };
            let told: Vec<String> = weights.iter().map(one).collect();
            language.say(&key, [("weights", language.list(&told).into())])
        }
        Remarked::Figure => {
            let Some((of, id, value)) = figure_of(&decision.what) else { return decision.what.clone() };
            let value = if of == "rate" {
                language.say("percent", [("n", language.decimal(100.0 * value, 0).into())])
            } else {
                language.money(Some(crate::units::Money::from_units(value)), graph.currency)
            };
            let key = format!("desk-decided-{of}");
            language.say(&key, [("step", title(id).into()), ("value", value.into())])
        }
    }
}
