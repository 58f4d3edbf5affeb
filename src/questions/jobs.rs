//! Jobs so far: own words, the role that comes nearest, how long, whether today, and what it pays.

use super::flow::Flow;
use super::prompt::{Form, Offer, Prompt};
use super::read;
use super::walk::Walk;
use super::written::{Called, Job};
use crate::graph::{Graph, Role, UsualPay, likeness};
use crate::words::Language;

/// The most jobs that are asked for.
const MOST: usize = 8;
/// How many roles are offered for own words.
const OFFERED: usize = 6;
/// How many occupations outside the field are.
const OCCUPATIONS: usize = 3;
/// The most months in one job.
const LONGEST: u32 = 720;

/// A role to choose: its title, found by any of its names.
pub fn offer(graph: &Graph, role: &Role, language: Language) -> Offer {
    let names = graph.names_in(&role.names, language);
    Offer::new(&names.id, graph.said(&names.title, language))
        .or([names.title.clone(), names.short.clone()].into_iter().chain(names.aliases))
}

/// The words for pay that cannot be skipped.
const NEEDED: &str = "job-pay-needed";
/// The id of a job outside the graph whose occupation is none of those offered.
const OUTSIDE: &str = "outside";

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
            if !walk.told.is_employed() {
                // one outside the field counts as the job of today alone
                offers.extend(self.occupations(graph, &said));
                offers.push(Offer::new(OUTSIDE, self.say("job-outside", [("said", said.as_str().into())])));
            }
            offers.push(Offer::new("none", self.word("ask-none")).taking_back(&[&key]));
            let which = format!("{key}-which");
            let text = self.word("job-which");
            let which =
                Prompt { skip: None, ..self.job(question, &which, "job-which", text, Form::One(offers)) };
            let which = walk.ask(which)?;
            match graph.role(&which) {
                Some(found) => {
                    let title = graph.said(&graph.roles[found.at()].names.short, self.language);
                    let months = self.months_in(walk, question, &key, title)?;
                    let current =
                        !walk.told.is_employed() && self.is_today(walk, question, &key, "job-now")?;
                    let pay = if current && !self.quick {
                        let usual = graph.usual_pay(graph.roles[found.at()].occupation);
                        read::money(&walk.ask(self.prompt_pay(graph, question, (&key, "job-pay", usual)))?)
                    } else {
                        None
                    };
                    walk.told.experience.push(Job { called: Called::Role(which), months, current, pay });
                }
                None => self.outside(walk, graph, question, (&key, said, &which))?,
            }
        }
        Some(())
    }

    /// Asks about a job outside the graph, by its key, own words and what was chosen for them. Before today it counts for
    /// nothing.
    fn outside(
        &self,
        walk: &mut Walk<'_>,
        graph: &Graph,
        question: usize,
        (key, title, chosen): (&str, String, &str),
    ) -> Option<()> {
        if !self.is_today(walk, question, key, "job-now-outside")? {
            return Some(());
        }
        let months = self.months_in(walk, question, key, &title)?;
        let occupation = graph.occupation(chosen);
        let usual = occupation.and_then(|occupation| graph.usual_pay(occupation));
        let is_known = occupation.is_some_and(|occupation| graph.is_pay_published(occupation));
        let pay = if is_known && self.quick {
            None
        } else {
            let words = if is_known { "job-pay-usual" } else { NEEDED };
            read::money(&walk.ask(self.prompt_pay(graph, question, (key, words, usual)))?)
        };
        let occupation = occupation.map(|_| chosen.to_owned());
        let called = Called::Outside { title, occupation };
        walk.told.experience.push(Job { called, months, current: true, pay });
        Some(())
    }

    fn months_in(&self, walk: &mut Walk<'_>, question: usize, key: &str, title: &str) -> Option<u32> {
        let text = self.say("job-months", [("role", title.into())]);
        let form = Form::Months(LONGEST);
        let months = walk.ask(self.job(question, &format!("{key}-months"), "job-months", text, form))?;
        Some(read::months(&months).unwrap_or(0))
    }

    fn is_today(&self, walk: &mut Walk<'_>, question: usize, key: &str, words: &str) -> Option<bool> {
        let form = self.yes_no();
        let now = self.job(question, &format!("{key}-now"), words, self.word(words), form);
        Some(walk.ask(Prompt { skip: None, ..now })? == "yes")
    }

    /// Makes the prompt for the pay of today, under words that tell what skipping means; without such words it is needed.
    fn prompt_pay(
        &self,
        graph: &Graph,
        question: usize,
        (key, words, usual): (&str, &str, Option<UsualPay>),
    ) -> Prompt {
        let hours = graph.method.paid_hours_per_year.known().unwrap_or(2000.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours of a year")]
        let form = Form::Pay(hours as u32, graph.currency, usual);
        let prompt = self.job(question, &format!("{key}-pay"), words, self.word("job-pay"), form);
        Prompt { skip: prompt.skip.filter(|_| words != NEEDED), ..prompt }
    }

    fn job(&self, question: usize, key: &str, words: &str, text: String, form: Form) -> Prompt {
        Prompt { key: key.to_owned(), text, ..self.prompt(question, words, form) }
    }

    /// The occupations outside the graph's roles likest to own words, likest first.
    fn occupations(&self, graph: &Graph, said: &str) -> Vec<Offer> {
        let of_a_role = |at: usize| graph.roles.iter().any(|role| role.listed && role.occupation.at() == at);
        let others = graph
            .occupations
            .iter()
            .enumerate()
            .filter(|(at, _)| !of_a_role(*at) && graph.all_workers.is_none_or(|all| all.at() != *at));
        let offers = others.map(|(_, occupation)| {
            Offer::new(&occupation.code, graph.said(&occupation.title, self.language))
                .or([occupation.title.clone()])
        });
        let scored = offers.filter_map(|offer| Some((likeness(said, &offer.names())?, offer)));
        Offer::likest(scored.collect(), OCCUPATIONS)
    }

    /// The roles likest to own words, likest first, but those told already.
    fn likest(&self, graph: &Graph, told: &[Job], said: &str) -> Vec<Offer> {
        let open = graph
            .roles
            .iter()
            .filter(|role| role.listed && !told.iter().any(|job| job.role() == Some(&role.names.id)));
        let scored = open.filter_map(|role| {
            let alike = likeness(said, &graph.names_in(&role.names, self.language))?;
            Some((alike, offer(graph, role, self.language)))
        });
        Offer::likest(scored.collect(), OFFERED)
    }
}
