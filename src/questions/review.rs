//! The answers once more, each in words, and taken back to be changed.

use super::QUESTIONS;
use super::answers::Answers;
use super::flow::Flow;
use super::prompt::{Form, Prompt};
use super::walk::{Passed, Walk};
use super::written::Told;
use crate::graph::Graph;
use crate::read;
use crate::units::Money;

/// A question with what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The question, as a place in [`QUESTIONS`].
    pub question: usize,
    /// What it is about, short.
    pub title: String,
    /// What was answered, in words.
    pub told: String,
}

impl<'g> Flow<'g> {
    /// Every question asked so far with what was answered.
    #[must_use]
    pub fn review(&self, answers: &Answers) -> Vec<Reviewed> {
        let Walk { passed, told, .. } = self.walk(answers);
        let mut reviewed: Vec<Reviewed> = Vec::new();
        for Passed { prompt, answer } in &passed {
            let told = self.in_words(&told, prompt, answer);
            if let Some(last) = reviewed.last_mut().filter(|last| last.question == prompt.question) {
                let apart = if last.told.is_empty() || told.is_empty() { "" } else { ", " };
                last.told.push_str(apart);
                last.told.push_str(&told);
            } else {
                let title = self.word(&format!("{}-short", QUESTIONS[prompt.question].id));
                reviewed.push(Reviewed { question: prompt.question, title, told });
            }
        }
        for line in reviewed.iter_mut().filter(|line| line.told.is_empty()) {
            line.told = self.word("review-skipped");
        }
        reviewed
    }

    /// Takes back what was answered to a question, so that it is asked again.
    pub fn change(&self, answers: &mut Answers, question: usize) {
        let passed = self.walk(answers).passed;
        let own = passed.iter().filter(|passed| passed.prompt.question == question);
        let keys: Vec<String> = own.map(|passed| passed.prompt.key.clone()).collect();
        for key in keys {
            answers.drop(&key);
        }
    }

    /// An answer in words, for the review; empty where it was skipped.
    fn in_words(&self, told: &Told, prompt: &Prompt, answer: &str) -> String {
        let word = |id: &str| {
            let offer = prompt.offers().iter().find(|offer| offer.id == id);
            offer.map_or_else(|| id.to_owned(), |offer| offer.words.clone())
        };
        match &prompt.form {
            Form::Place => {
                let title = |graph: &'g Graph| {
                    let region = graph.regions.find(answer)?;
                    Some(graph.said(&graph.regions.get(region).title, self.language))
                };
                self.graphs.iter().find_map(title).map_or(String::new(), str::to_owned)
            }
            // the role that is chosen for it tells more
            Form::Job => String::new(),
            // what they come to is told of the first of them
            Form::One(_) if prompt.key.starts_with("like-") || prompt.key.starts_with("doubt-") => {
                String::new()
            }
            Form::One(_) if prompt.key == "likes" => {
                let kinds = told.interests.iter().map(|letter| self.word(&format!("interest-{letter}")));
                self.language.list(&kinds.collect::<Vec<_>>())
            }
            Form::One(_) if prompt.key.starts_with("skill-") && answer.is_empty() => String::new(),
            Form::One(_) if prompt.key.starts_with("skill-") => {
                let id = prompt.key.trim_start_matches("skill-");
                let title = self.graph_of(&told.region).and_then(|graph| {
                    let names = &graph.skills[graph.skill(id)?.at()].names;
                    Some(graph.said(&names.title, self.language))
                });
                format!("{} {answer}", title.unwrap_or(id))
            }
            Form::One(_) if prompt.key.ends_with("-now") => {
                if answer == "yes" {
                    self.word("job-today")
                } else {
                    String::new()
                }
            }
            Form::One(_) => word(answer),
            Form::Some(_) => {
                let words: Vec<String> = answer.split(',').filter(|id| !id.is_empty()).map(word).collect();
                self.language.list(&words)
            }
            Form::Whole(..) => answer.to_owned(),
            Form::Months(_) => {
                read::months(answer).map_or(String::new(), |months| self.language.months(i64::from(months)))
            }
            Form::Money(currency, _) | Form::Pay(_, currency, _) => read::money(answer)
                .map_or(String::new(), |money| {
                    self.language.money(Some(Money::from_units(money)), *currency)
                }),
        }
    }
}
