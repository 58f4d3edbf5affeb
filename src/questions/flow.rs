//! From the answers so far to what is asked next, and from what somebody says to an answer.

use super::answers::Answers;
use super::prompt::{Form, Offer, Prompt};
use super::walk::Walk;
use super::{QUESTIONS, Topic, jobs};
use crate::graph::{CredentialIx, Graph, HoldingIx};
use crate::profile::Preset;
use crate::read;
use crate::units::{Education, Money};
use crate::words::{Filled, Language};

/// The longest answer in letters.
pub(super) const LONGEST: usize = 200;
/// The most money that an answer may tell.
pub(super) const MOST_MONEY: f64 = 10_000_000.0;
/// The most study hours a week.
const MOST_HOURS: u32 = 80;
/// The longest time in months.
const MOST_MONTHS: u32 = 600;

/// What somebody is asked, in a language.
#[derive(Debug, Clone, Copy)]
pub struct Flow<'g> {
    /// The graphs whose places are known.
    pub graphs: &'g [Graph],
    /// The language of the questions.
    pub language: Language,
    /// Whether only the eight questions of the short questionnaire are asked.
    pub quick: bool,
}

impl<'g> Flow<'g> {
    /// What is asked next; nothing where everything was answered or skipped.
    #[must_use]
    pub fn next(&self, answers: &Answers) -> Option<Prompt> {
        self.walk(answers).next
    }

    /// Goes back by one answer; not where there is none.
    pub fn back(&self, answers: &mut Answers) -> bool {
        let last = self.walk(answers).passed.pop();
        last.inspect(|last| answers.drop(&last.prompt.key)).is_some()
    }

    /// How many of the questions were asked so far, and how many there are.
    #[must_use]
    pub fn progress(&self, prompt: &Prompt) -> (usize, usize) {
        let asked = |question: usize| !self.quick || QUESTIONS[question].quick;
        let of = (0..QUESTIONS.len()).filter(|question| asked(*question)).count();
        ((0..=prompt.question).filter(|question| asked(*question)).count(), of)
    }

    /// The graph that knows the place named.
    #[must_use]
    pub fn graph(&self, answers: &Answers) -> Option<&'g Graph> {
        self.graph_of(&self.walk(answers).told.region)
    }

    /// The graph that knows a place.
    pub(super) fn graph_of(&self, region: &str) -> Option<&'g Graph> {
        self.graphs.iter().find(|graph| graph.regions.find(region).is_some())
    }

    /// The profile that the answers make so far, as a file; nothing before place and schooling are known.
    #[must_use]
    pub fn profile(&self, answers: &Answers) -> Option<String> {
        let walk = self.walk(answers);
        walk.told.written(self.graph_of(&walk.told.region)?.currency)
    }

    pub(super) fn say<'a>(&self, key: &str, filled: impl IntoIterator<Item = Filled<'a>>) -> String {
        self.language.say(key, filled)
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.language.word(key)
    }

    pub(super) fn walk<'a>(&'a self, answers: &'a Answers) -> Walk<'a> {
        let mut walk = Walk::new(answers);
        // nothing where something is left to ask, which the walk then knows
        let _ = self.asked(&mut walk);
        walk
    }

    fn asked(&self, walk: &mut Walk<'_>) -> Option<()> {
        let graph = self.place(walk)?;
        for (at, question) in QUESTIONS.iter().enumerate() {
            if self.quick && !question.quick {
                continue;
            }
            match question.topic {
                Topic::Region => {}
                Topic::Education => {
                    let level = walk.ask(self.schooling(at))?;
                    walk.told.education = Education::from_key(&level);
                }
                Topic::Awards => {
                    walk.told.awards = ids(&walk.ask(self.awards(graph, at))?);
                    self.doubt_schooling(walk, graph, at)?;
                }
                Topic::Credentials => {
                    let held = ids(&walk.ask(self.credentials(graph, at))?);
                    let is_award = |id: &String| graph.awards.iter().any(|award| award.names.id == *id);
                    let (licences, credentials): (Vec<_>, Vec<_>) = held.into_iter().partition(is_award);
                    walk.told.awards.extend(licences);
                    walk.told.credentials = credentials;
                }
                Topic::Jobs => self.jobs(walk, graph, at)?,
                Topic::Targets => {
                    let current = walk.told.current_role();
                    walk.told.targets = ids(&walk.ask(self.targets(graph, at, current.as_deref()))?);
                }
                Topic::Skills => self.skills(walk, graph, at)?,
                Topic::Likes => self.likes(walk, at)?,
                Topic::Hours => {
                    let hours = walk.ask(self.prompt(at, "hours", Form::Whole(0, MOST_HOURS)))?;
                    walk.told.hours = read::whole(&hours);
                }
                Topic::Stop => {
                    if walk.told.is_employed() {
                        walk.told.stop = walk.ask(self.prompt(at, "stop", self.yes_no()))? == "yes";
                    }
                }
                Topic::Budget => {
                    let form = Form::Money(graph.currency, Money::from_units(MOST_MONEY));
                    walk.told.budget = read::money(&walk.ask(self.prompt(at, "budget", form))?);
                }
                Topic::Aid => {
                    let form = Form::Money(graph.currency, graph.dearest_tuition());
                    walk.told.aid = read::money(&walk.ask(self.prompt(at, "aid", form))?);
                }
                Topic::Move => {
                    walk.told.distance_only = walk.ask(self.prompt(at, "attend", self.yes_no()))? == "no";
                    if !walk.told.distance_only {
                        walk.told.may_move = walk.ask(self.prompt(at, "move", self.yes_no()))? == "yes";
                    }
                }
                Topic::Time => {
                    let months = walk.ask(self.prompt(at, "time", Form::Months(MOST_MONTHS)))?;
                    walk.told.months = read::months(&months);
                }
                Topic::Matters => {
                    let preset = walk.ask(self.matters(at))?;
                    walk.told.preset = Preset::ALL.into_iter().find(|known| known.id() == preset);
                }
            }
        }
        Some(())
    }

    /// A prompt whose words stand under its key, and which may be skipped where words for that are there.
    pub(super) fn prompt(&self, question: usize, key: &str, form: Form) -> Prompt {
        Prompt {
            key: key.to_owned(),
            question,
            text: self.word(key),
            help: self.word(&format!("{key}-help")),
            skip: Some(self.word(&format!("{key}-skip"))),
            form,
        }
    }

    /// The same where an answer is needed.
    pub(super) fn needed(&self, question: usize, key: &str, form: Form) -> Prompt {
        Prompt { skip: None, ..self.prompt(question, key, form) }
    }

    pub(super) fn yes_no(&self) -> Form {
        Form::One(vec![Offer::new("yes", self.word("yes")), Offer::new("no", self.word("no"))])
    }

    fn schooling(&self, question: usize) -> Prompt {
        let offers = Education::ALL
            .map(|level| Offer::new(level.key(), self.word(&format!("education-{}", level.key()))));
        self.needed(question, "education", Form::One(offers.to_vec()))
    }

    fn awards(&self, graph: &Graph, question: usize) -> Prompt {
        let taught = awards(graph).filter(|at| graph.is_earned(*at));
        let offers = taught.map(|at| self.holding(graph, at)).collect();
        self.prompt(question, "awards", Form::Some(offers))
    }

    fn credentials(&self, graph: &Graph, question: usize) -> Prompt {
        // licences and the like: no program of the graph gives them
        let licences = awards(graph).filter(|at| !graph.is_earned(*at));
        let credentials = (0..).map(CredentialIx).take(graph.credentials.len());
        let credentials = credentials.map(|at| graph.holding_of(at));
        let offers = credentials.chain(licences).map(|at| self.holding(graph, at)).collect();
        self.prompt(question, "credentials", Form::Some(offers))
    }

    fn holding(&self, graph: &Graph, holding: HoldingIx) -> Offer {
        let names = graph.holding(holding).names();
        let (title, short) =
            (graph.said(&names.title, self.language), graph.said(&names.short, self.language));
        let coined = graph.holding(holding).education().is_none() && !title.contains(short);
        let words = if coined { format!("{short} - {title}") } else { title.to_owned() };
        Offer::new(&names.id, words)
            .or([short.to_owned(), title.to_owned()].into_iter().chain(names.aliases.clone()))
    }

    fn targets(&self, graph: &Graph, question: usize, current: Option<&str>) -> Prompt {
        let listed = graph.roles.iter().filter(|role| role.listed && Some(role.names.id.as_str()) != current);
        let offers = listed.map(|role| jobs::offer(graph, role, self.language)).collect();
        self.prompt(question, "targets", Form::Some(offers))
    }

    fn matters(&self, question: usize) -> Prompt {
        let offers =
            Preset::ALL.map(|preset| Offer::new(preset.id(), self.word(&format!("preset-{}", preset.id()))));
        self.prompt(question, "matters", Form::One(offers.to_vec()))
    }
}

/// The awards of a graph.
fn awards(graph: &Graph) -> impl Iterator<Item = HoldingIx> {
    (0..).map(HoldingIx).take(graph.awards.len())
}

fn ids(answer: &str) -> Vec<String> {
    answer.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
