//! Jobs so far: own words, the role that comes nearest, how long, whether today, and what it pays.

use super::flow::Flow;
use super::prompt::{Form, Offer, Prompt};
use super::walk::Walk;
use super::written::{Called, Job};
use crate::graph::{Graph, Held, JobMatch, Names, RegionIx, Role, TitleMatch, UsualPay, likeness, likest};
use crate::profile::NO_OCCUPATION;
use crate::read;
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

/// Where somebody lives, as far as it was told.
fn lives(walk: &Walk<'_>, graph: &Graph) -> RegionIx {
    graph.regions.find(&walk.told.region).unwrap_or(RegionIx(0))
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
            let when = if number == 1 { Held::Today } else { Held::Before };
            let read = graph.read_job(&said, when);
            if read == JobMatch::Outside(TitleMatch::NoJob) {
                continue;
            }
            let roles = self.likest(graph, &walk.told.experience, &said);
            let outside = self.occupations(graph, &said, &read);
            // what the title itself says comes first
            let is_sure = matches!(read, JobMatch::Outside(TitleMatch::Occupations { is_sure: true, .. }));
            let mut offers = if is_sure { [outside, roles].concat() } else { [roles, outside].concat() };
            offers.push(Offer::new(OUTSIDE, self.say("job-outside", [("said", said.as_str().into())])));
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
                        let occupation = graph.roles[found.at()].occupation;
                        let code = &graph.occupations[occupation.at()].code;
                        let usual = graph.usual_pay(code, lives(walk, graph));
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

    /// Asks about a job outside the graph, by its key, own words and what was chosen for them.
    fn outside(
        &self,
        walk: &mut Walk<'_>,
        graph: &Graph,
        question: usize,
        (key, title, chosen): (&str, String, &str),
    ) -> Option<()> {
        let current = !walk.told.is_employed() && self.is_today(walk, question, key, "job-now-outside")?;
        let months = self.months_in(walk, question, key, &title)?;
        let occupation = Some(chosen).filter(|chosen| *chosen != OUTSIDE && graph.has_code(chosen));
        let region = lives(walk, graph);
        let usual = occupation.and_then(|code| graph.usual_pay(code, region));
        let is_known = occupation.is_some_and(|code| graph.is_pay_published(code, region));
        let pay = if !current || is_known && self.quick {
            None
        } else {
            let words = if is_known { "job-pay-usual" } else { NEEDED };
            read::money(&walk.ask(self.prompt_pay(graph, question, (key, words, usual)))?)
        };
        let occupation = occupation.unwrap_or(NO_OCCUPATION).to_owned();
        let called = Called::Outside { title, occupation };
        walk.told.experience.push(Job { called, months, current, pay });
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

    /// The occupations outside the graph's roles that own words stand for, then those likest to them.
    fn occupations(&self, graph: &Graph, said: &str, read: &JobMatch) -> Vec<Offer> {
        let codes = match read {
            JobMatch::Outside(TitleMatch::Occupations { codes, .. }) => codes.as_slice(),
            _ => &[],
        };
        let offer = |code: &str, title: &str| Offer::new(code, graph.said(title, self.language));
        let title = |code: &String| graph.occupation_title(code).unwrap_or_else(|| code.clone());
        let meant = codes.iter().map(|code| offer(code, &title(code)));
        let of_a_role = |at: usize| graph.roles.iter().any(|role| role.listed && role.occupation.at() == at);
        let others = graph.occupations.iter().enumerate().filter(|(at, occupation)| {
            let is_all = graph.all_workers.is_some_and(|all| all.at() == *at);
            !of_a_role(*at) && !is_all && !codes.contains(&occupation.code)
        });
        let others = others
            .map(|(_, occupation)| offer(&occupation.code, &occupation.title).or([occupation.title.clone()]));
        let scored = others.filter_map(|offer| Some((likeness(said, &offer.names())?, offer)));
        let room = OCCUPATIONS.saturating_sub(codes.len());
        meant.chain(Offer::likest(scored.collect(), room)).collect()
    }

    /// The roles likest to own words, likest first, but those told already.
    fn likest(&self, graph: &Graph, told: &[Job], said: &str) -> Vec<Offer> {
        let is_open =
            |role: &&Role| role.listed && !told.iter().any(|job| job.role() == Some(&role.names.id));
        let open: Vec<(&Role, Names)> = graph
            .roles
            .iter()
            .filter(is_open)
            .map(|role| (role, graph.names_in(&role.names, self.language)))
            .collect();
        let all: Vec<(&Role, &Names, f64)> =
            open.iter().map(|(role, names)| (*role, names, role.place.value.from)).collect();
        let like = likest(said, &all).into_iter().take(OFFERED);
        like.map(|(_, role)| offer(graph, role, self.language)).collect()
    }
}
