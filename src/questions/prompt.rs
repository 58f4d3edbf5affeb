//! One thing asked: its words, what may be answered, and what skipping costs.

use crate::graph::{Names, UsualPay};
use crate::units::{Currency, Money};

/// One thing asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt {
    /// The key under which its answer is kept.
    pub key: String,
    /// The question it belongs to, as a place in [`super::QUESTIONS`].
    pub question: usize,
    /// What is asked.
    pub text: String,
    /// What it means and how to answer.
    pub help: String,
    /// What skipping it costs; none where it cannot be skipped.
    pub skip: Option<String>,
    /// What may be answered.
    pub form: Form,
}

/// What may be answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A place, by any name.
    Place,
    /// A job in own words.
    Job,
    /// One of these.
    One(Vec<Offer>),
    /// Some of these.
    Some(Vec<Offer>),
    /// A whole number from the first to the second.
    Whole(u32, u32),
    /// Months up to so many, also told in years.
    Months(u32),
    /// An amount of money, up to so much.
    Money(Currency, Money),
    /// Pay a year, or an hour at so many hours a year; beside what is usual, where that is known.
    Pay(u32, Currency, Option<UsualPay>),
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is kept of it.
    pub id: String,
    /// What is read.
    pub words: String,
    /// Other words for it.
    pub also: Vec<String>,
    /// The answers that choosing it takes back, its own among them, so that they are asked again; none for most.
    pub takes_back: Vec<String>,
}

impl Offer {
    pub(super) fn new(id: impl Into<String>, words: impl Into<String>) -> Self {
        Self { id: id.into(), words: words.into(), also: Vec::new(), takes_back: Vec::new() }
    }

    /// Takes the likeliest of some, each with how alike it is: those most alike first, then by id.
    pub(super) fn likest(mut scored: Vec<(u32, Self)>, most: usize) -> Vec<Self> {
        scored.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        scored.into_iter().take(most).map(|(_, offer)| offer).collect()
    }

    /// All that it is called.
    pub(super) fn names(&self) -> Names {
        Names {
            id: self.id.clone(),
            title: self.words.clone(),
            short: self.words.clone(),
            aliases: self.also.clone(),
        }
    }

    pub(super) fn or(self, also: impl IntoIterator<Item = String>) -> Self {
        Self { also: also.into_iter().collect(), ..self }
    }

    pub(super) fn taking_back(self, keys: &[&str]) -> Self {
        Self { takes_back: keys.iter().map(|&key| key.to_owned()).collect(), ..self }
    }
}

impl Prompt {
    /// What there is to choose; nothing where words or numbers are asked.
    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        match &self.form {
            Form::One(offers) | Form::Some(offers) => offers,
            Form::Place | Form::Job | Form::Whole(..) | Form::Months(_) | Form::Money(..) | Form::Pay(..) => {
                &[]
            }
        }
    }
}
