//! Jobs so far: own words, the role that comes nearest, how long, whether today, and what it pays.

use super::answers::Answers;
use super::flow::Flow;
use super::prompt::{Form, Offer, Prompt};
use super::read;
use super::walk::Walk;
use super::written::Job;
use crate::graph::{Graph, Role, likeness};
use crate::words::Language;

/// The most jobs that are asked for.
const MOST: usize = 8;
/// How many roles are offered for own words.
const OFFERED: usize = 6;
/// The most months in one job.
const LONGEST: u32 = 720;

/// A role to choose: its title, found by any of its names.
pub fn offer(graph: &Graph, role: &Role, language: Language) -> Offer {
    let names = graph.names_in(&role.names, language);
    Offer::new(&names.id, graph.said(&names.title, language))
        .or([names.title.clone(), names.short.clone()].into_iter().chain(names.aliases))
}

impl Flow<'_> {
    /// Asks for one job after another until one is left empty.
    pub(super) fn jobs(&self, walk: &mut Walk<'_>, graph: &Graph, question: usize) -> Option<()> {
        let most = if self.quick { 1 } else { MOST };
        for number in 1..=most {
            let key = format!("job-{number}");
            let text = self.word(if number == 1 { "job-first" } else { "job-next" });
            let said = walk.ask(self.job(question, &key, "job", text, Form::Job))?;
            if said.is_empty() {
                return Some(());
            }
            let mut offers = self.likest(graph, &walk.told.experience, &said);
            offers.push(Offer::new("none", self.word("ask-none")).taking_back(&[&key]));
            let which = format!("{key}-which");
            let text = self.word("job-which");
            let which =
                Prompt { skip: None, ..self.job(question, &which, "job-which", text, Form::One(offers)) };
            let role = walk.ask(which)?;
            let found = graph.role(&role)?;
            let title = graph.said(&graph.roles[found.at()].names.short, self.language);
            let text = self.say("job-months", [("role", title.into())]);
            let months = format!("{key}-months");
            let months = walk.ask(self.job(question, &months, "job-months", text, Form::Months(LONGEST)))?;
            let current = walk.told.current().is_none() && {
                let now = format!("{key}-now");
                let text = self.word("job-now");
                let now = Prompt { skip: None, ..self.job(question, &now, "job-now", text, self.yes_no()) };
                walk.ask(now)? == "yes"
            };
            let mut pay = None;
            if current && !self.quick {
                let hours = graph.method.paid_hours_per_year.known().unwrap_or(2000.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "hours of a year"
                )]
                let form = Form::Pay(hours as u32, graph.currency);
                let text = self.word("job-pay");
                pay = read::money(&walk.ask(self.job(
                    question,
                    &format!("{key}-pay"),
                    "job-pay",
                    text,
                    form,
                ))?);
            }
            let months = read::months(&months).unwrap_or(0);
            walk.told.experience.push(Job { role, months, current, pay });
        }
        Some(())
    }

    fn job(&self, question: usize, key: &str, words: &str, text: String, form: Form) -> Prompt {
        Prompt { key: key.to_owned(), text, ..self.prompt(question, words, form) }
    }

    /// Takes own words where some role is called anything like them.
    pub(super) fn job_said(&self, answers: &Answers, said: &str) -> Result<String, String> {
        let known = self.graph(answers).is_none_or(|graph| !self.likest(graph, &[], said).is_empty());
        if known { Ok(said.to_owned()) } else { Err(self.say("job-unknown", [("said", said.into())])) }
    }

    /// The roles likest to own words, likest first, but those told already.
    fn likest(&self, graph: &Graph, told: &[Job], said: &str) -> Vec<Offer> {
        let open = graph
            .roles
            .iter()
            .filter(|role| role.listed && !told.iter().any(|job| job.role == role.names.id));
        let mut scored: Vec<(u32, &Role)> = open
            .filter_map(|role| Some((likeness(said, &graph.names_in(&role.names, self.language))?, role)))
            .collect();
        scored.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.names.id.cmp(&b.1.names.id)));
        scored.into_iter().take(OFFERED).map(|(_, role)| offer(graph, role, self.language)).collect()
    }
}
