//! People with the advice that the field would give them, written before the program was run for them: what of it an answer
//! must have (`docs/advice.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use careerpath::document::Text;
use careerpath::graph::Graph;
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend};
use careerpath::report::{Part, Report};
use careerpath::units::CalendarMonth;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A person of `tests/people`.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Person {
    id: String,
    /// In which round it was written; the first people were those of an audit.
    round: u32,
    who: String,
    advice: String,
    sources: Vec<String>,
    graph: String,
    profile: Value,
    expect: Expected,
    /// Which of what is expected does not come out.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    falls_short: BTreeSet<String>,
}

/// What an answer must have.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
struct Expected {
    /// At least one of these is among the first three, or the job that the first of them begins with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    leads: Vec<String>,
    /// None of these is among the first three, or first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_first_three: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_first: Vec<String>,
    /// Each of these is reached, or closed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reached: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    closed: Vec<String>,
    /// The fewest and the most months to a role, where it is reached.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    months: BTreeMap<String, [u32; 2]>,
    /// At least one of these steps, or none of them, is on the way to a role that is reached.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    before: BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    not_before: BTreeMap<String, Vec<String>>,
    /// Nothing that is not wanted stands above staying.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    stays: bool,
}

impl Expected {
    /// Each thing that an answer lacks.
    fn lacks(&self, graph: &Graph, report: &Report, shown: &Report) -> BTreeSet<String> {
        let mut lacks = BTreeSet::new();
        let mut lack = |what: String, is: bool| {
            if is {
                lacks.insert(what);
            }
        };
        let all: Vec<&str> = report.destinations.iter().map(|found| found.role.as_str()).collect();
        // as somebody sees them who asks for no more, with the job that may be begun now where that is staying
        let mut first_shown: Vec<&str> = shown.destinations.iter().map(|found| found.role.as_str()).collect();
        if let Some(role) = shown.stay.role.as_deref().filter(|_| shown.stay.is_start) {
            first_shown.insert(shown.stay.below.min(first_shown.len()), role);
        }
        let first = |count: usize| &first_shown[..count.min(first_shown.len())];
        // the job that the first of them begins with is what somebody does first
        let begins = shown.destinations.first().and_then(|found| {
            found.pathways[0].timeline.iter().find(|step| step.kind == "enter").map(|step| step.node.as_str())
        });
        let leads = |role: &String| first(3).contains(&role.as_str()) || begins == Some(role.as_str());
        lack("leads".into(), !self.leads.is_empty() && !self.leads.iter().any(leads));
        for role in &self.not_first_three {
            lack(format!("{role} among the first three"), first(3).contains(&role.as_str()));
        }
        for role in &self.not_first {
            lack(format!("{role} first"), first(1).contains(&role.as_str()));
        }
        let start = report.stay.role.as_deref().filter(|_| report.stay.is_start);
        for role in &self.reached {
            let is_reached = all.contains(&role.as_str()) || start == Some(role);
            lack(format!("{role} not reached"), !is_reached);
        }
        for role in &self.closed {
            lack(format!("{role} not closed"), !report.blocked.iter().any(|blocked| blocked.role == *role));
        }
        for found in &report.destinations {
            let best = &found.pathways[0];
            let [least, most] = self.months.get(&found.role).copied().unwrap_or([0, u32::MAX]);
            lack(format!("{} in {} months", found.role, best.months), !(least..=most).contains(&best.months));
            let steps: BTreeSet<String> =
                best.timeline.iter().flat_map(|step| stands_for(graph, &step.node)).collect();
            if let Some(before) = self.before.get(&found.role) {
                lack(
                    format!("{} without a step before", found.role),
                    !before.iter().any(|step| steps.contains(step)),
                );
            }
            for step in self.not_before.get(&found.role).into_iter().flatten() {
                lack(format!("{step} before {}", found.role), *step != found.role && steps.contains(step));
            }
        }
        let above =
            |found: &&careerpath::report::Destination| !found.wanted && found.part != Part::BelowStaying;
        lack(
            "staying is not first".into(),
            self.stays && report.destinations.iter().any(|found| above(&found)),
        );
        lacks
    }
}

/// The id of a step, and of the awards that it gives.
fn stands_for(graph: &Graph, id: &str) -> Vec<String> {
    let program = graph.programs.iter().find(|program| program.names.id == id);
    let awards = program.into_iter().flat_map(|program| &program.awards);
    let awards = awards.map(|award| graph.holding(*award).names().id.clone());
    awards.chain([id.to_owned()]).collect()
}

/// Answers every person; with `BLESS=1` writes into the files what falls short instead.
#[test]
fn people_are_answered_as_the_field_would() {
    let graphs = ["us-him", "ca-ns-him"].map(|id| Graph::shipped(id).unwrap().unwrap());
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir("tests/people").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut wrong, mut rounds) = (Vec::new(), BTreeMap::<u32, [usize; 2]>::new());
    for path in paths {
        let mut person: Person = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let graph = graphs.iter().find(|graph| graph.id == person.graph).unwrap();
        let file = Text { name: person.id.clone(), bytes: person.profile.to_string().into_bytes() };
        let lacks = match Profile::check(&file, graph) {
            Ok(profile) => {
                let settings =
                    Settings { today: CalendarMonth::new(2026, 11).unwrap(), ..Settings::default() };
                let (all, shown) = (Settings { top: 100, ..settings.clone() }, settings);
                let [all, shown] = [all, shown].map(|settings| recommend(graph, &profile, &settings));
                person.expect.lacks(graph, &all, &shown)
            }
            Err(findings) => findings.iter().map(|finding| format!("refused: {finding}")).collect(),
        };
        let round = rounds.entry(person.round).or_default();
        round[0] += 1;
        round[1] += usize::from(lacks.is_empty());
        let short: Vec<&str> = lacks.iter().map(String::as_str).collect();
        println!(
            "{} {:<70} {}",
            person.id,
            person.who.chars().take(70).collect::<String>(),
            short.join("; ")
        );
        if std::env::var_os("BLESS").is_some() {
            person.falls_short = lacks;
            std::fs::write(&path, serde_json::to_string_pretty(&person).unwrap() + "\n").unwrap();
        } else if lacks != person.falls_short {
            wrong.push(format!("{}: {lacks:?}, told to fall short in {:?}", person.id, person.falls_short));
        }
    }
    for (round, [people, whole]) in &rounds {
        println!("round {round}: {whole} of {people} have all that is expected");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rounds.values().map(|[people, _]| people).sum::<usize>() >= 60);
}
