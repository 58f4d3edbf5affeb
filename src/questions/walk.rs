//! A walk through what was answered, up to the first thing that was not.

use super::answers::Answers;
use super::flow::MOST_MONEY;
use super::prompt::{Form, Prompt};
use super::written::Told;
use crate::read;

/// Something asked and answered.
#[derive(Debug, Clone)]
pub struct Passed {
    pub prompt: Prompt,
    pub answer: String,
}

/// A walk.
pub struct Walk<'a> {
    pub answers: &'a Answers,
    pub passed: Vec<Passed>,
    pub next: Option<Prompt>,
    /// What the answers tell so far.
    pub told: Told,
}

impl<'a> Walk<'a> {
    pub fn new(answers: &'a Answers) -> Self {
        Self { answers, passed: Vec::new(), next: None, told: Told::default() }
    }

    /// The answer to a prompt; without one that still fits, the prompt is what comes next, and nothing after it is.
    pub fn ask(&mut self, prompt: Prompt) -> Option<String> {
        let fitting = self.answers.get(&prompt.key).filter(|answer| fits(&prompt, answer));
        let Some(answer) = fitting.map(str::to_owned) else {
            self.next = Some(prompt);
            return None;
        };
        self.passed.push(Passed { prompt, answer: answer.clone() });
        Some(answer)
    }
}

/// Whether what was answered once can still be an answer to a prompt.
fn fits(prompt: &Prompt, answer: &str) -> bool {
    if answer.is_empty() {
        return prompt.skip.is_some();
    }
    let offered = |id: &str| prompt.offers().iter().any(|offer| offer.id == id);
    match prompt.form {
        // what they are like is told where they are looked up
        Form::Place | Form::Job => answer.chars().count() <= super::flow::LONGEST,
        Form::One(_) => offered(answer),
        Form::Some(_) => answer.split(',').all(offered),
        Form::Whole(low, high) => read::whole(answer).is_some_and(|n| (low..=high).contains(&n)),
        Form::Months(most) => read::months(answer).is_some_and(|months| months <= most),
        // an amount of another country is asked for again
        Form::Money(currency, _) | Form::Pay(_, currency, _) if !answer.ends_with(currency.key()) => false,
        Form::Money(_, most) => read::money(answer).is_some_and(|money| money <= most.units()),
        Form::Pay(_, _, usual) => read::money(answer)
            .is_some_and(|pay| pay <= MOST_MONEY && usual.is_none_or(|usual| usual.is_likely(pay))),
    }
}
