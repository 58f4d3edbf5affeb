//! From what somebody says to an answer.

use super::answers::Answers;
use super::flow::{Flow, LONGEST, MOST_MONEY};
use super::prompt::{Form, Offer, Prompt};
use crate::finding::nearest;
use crate::graph::{UsualPay, likeness};
use crate::read;
use crate::read::plain;
use crate::units::{Currency, Money};

/// Words for nothing where any number of things may be named.
const NOTHING: [&str; 12] = [
    "no",
    "none",
    "none of these",
    "nothing",
    "n a",
    "na",
    "aucun",
    "aucune",
    "rien",
    "ninguno",
    "ninguna",
    "nada",
];
/// Below it an amount without a unit is more likely the pay of an hour than of a year.
const LEAST_YEARLY: f64 = 1000.0;

/// What became of something said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It is an answer.
    Answered,
    /// It cannot be taken, in kind words; the same is asked again.
    Again(String),
}

impl Flow<'_> {
    /// Takes what somebody says to a prompt.
    pub fn take(&self, answers: &mut Answers, prompt: &Prompt, said: &str) -> Taken {
        let said = said.trim();
        // what was chosen of what is offered is as long as it is
        let chosen = matches!(prompt.form, Form::Some(_))
            && said.split(',').all(|id| prompt.offers().iter().any(|offer| offer.id == id));
        if said.chars().count() > LONGEST && !chosen {
            return Taken::Again(self.word("ask-too-long"));
        }
        if said.is_empty() {
            if prompt.skip.is_none() {
                return Taken::Again(self.say("ask-cannot-skip", [("help", prompt.help.as_str().into())]));
            }
            answers.put(&prompt.key, String::new());
            return Taken::Answered;
        }
        match self.answer(answers, prompt, said) {
            Err(amiss) => Taken::Again(amiss),
            Ok(answer) => {
                let chosen = prompt.offers().iter().find(|offer| offer.id == answer);
                match chosen.filter(|offer| !offer.takes_back.is_empty()) {
                    Some(offer) => offer.takes_back.iter().for_each(|key| answers.forget(key)),
                    None => answers.put(&prompt.key, answer),
                }
                Taken::Answered
            }
        }
    }

    /// What is kept of something said, or why it cannot be taken.
    fn answer(&self, answers: &Answers, prompt: &Prompt, said: &str) -> Result<String, String> {
        let number = |read: Option<u32>, example: &str, low: u32, high: u32| -> Result<String, String> {
            let read = read.ok_or_else(|| {
                self.say("ask-no-number", [("said", said.into()), ("example", example.into())])
            })?;
            if (low..=high).contains(&read) { Ok(read.to_string()) } else { Err(self.range(said, low, high)) }
        };
        let amount =
            |read: Option<f64>, example: &str, currency: Currency, most: f64| -> Result<String, String> {
                let read = read.ok_or_else(|| {
                    self.say("ask-no-number", [("said", said.into()), ("example", example.into())])
                })?;
                let rounded = (read * 100.0).round() / 100.0;
                if rounded <= most {
                    Ok(format!("{rounded} {}", currency.key()))
                } else {
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "it is an amount"
                    )]
                    let most = most as u32;
                    Err(self.range(said, 0, most))
                }
            };
        let some = matches!(prompt.form, Form::Some(_) | Form::Job);
        if some && NOTHING.contains(&plain(said).as_str()) {
            return Ok(String::new());
        }
        match &prompt.form {
            Form::Place => match self.only_place(said) {
                Some((_, id)) => Ok(id),
                None if self.places(said).is_empty() => {
                    Err(self.say("region-unknown", [("said", said.into())]))
                }
                None => Ok(said.to_owned()),
            },
            Form::One(offers) => self.one_of(offers, said),
            Form::Job => Ok(said.to_owned()),
            // a title may have a comma in it
            Form::Some(offers) if self.one_of(offers, said).is_ok() => self.one_of(offers, said),
            Form::Some(offers) => {
                let current = self.walk(answers).told.current_role();
                let mut ids = Vec::new();
                for part in said.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
                    if self.is_current(answers, current.as_deref(), part) {
                        return Err(self.say("targets-current", [("said", part.into())]));
                    }
                    ids.push(self.one_of(offers, part)?);
                }
                ids.sort_unstable();
                ids.dedup();
                Ok(ids.join(","))
            }
            Form::Whole(low, high) => number(read::whole(said), "10", *low, *high),
            Form::Months(most) => {
                let example = self.say("months", [("n", 18.into())]);
                number(read::months(said), &example, 0, *most)
            }
            Form::Money(currency, most) => amount(read::money(said), "3000", *currency, most.units()),
            Form::Pay(..) if read::money(said).is_some_and(|pay| pay > 0.0 && pay < LEAST_YEARLY) => {
                Err(self.say("ask-pay-unit", [("said", said.into())]))
            }
            Form::Pay(hours, currency, usual) => {
                let pay = read::pay(said, *hours);
                match usual.filter(|usual| pay.is_some_and(|pay| !usual.is_likely(pay))) {
                    Some(usual) => Err(self.unlikely(said, *currency, &usual)),
                    None => amount(pay, "41500", *currency, MOST_MONEY),
                }
            }
        }
    }

    /// Pay far from what is usual, in kind words.
    fn unlikely(&self, said: &str, currency: Currency, usual: &UsualPay) -> String {
        let money = |units: f64| self.language.money(Some(Money::from_units(units)), currency);
        let filled =
            [("said", said.into()), ("low", money(usual.low).into()), ("high", money(usual.high).into())];
        self.say("ask-pay-unlikely", filled)
    }

    fn range(&self, said: &str, low: u32, high: u32) -> String {
        let count = |n: u32| self.language.count(i64::from(n));
        let filled = [("said", said.into()), ("low", count(low).into()), ("high", count(high).into())];
        self.say("ask-range", filled)
    }

    /// Whether some words name the job of today.
    fn is_current(&self, answers: &Answers, current: Option<&str>, said: &str) -> bool {
        let role = self.graph(answers).and_then(|graph| Some(&graph.roles[graph.role_named(said)?.at()]));
        role.is_some_and(|role| Some(role.names.id.as_str()) == current)
    }

    /// The id of the one thing that some words choose: by its number, its id, or any of its words.
    fn one_of(&self, offers: &[Offer], said: &str) -> Result<String, String> {
        if let Some(offer) = offers.iter().find(|offer| offer.id == said) {
            return Ok(offer.id.clone());
        }
        if let Ok(number) = said.parse::<usize>() {
            let chosen = number.checked_sub(1).and_then(|at| offers.get(at));
            return chosen.map(|offer| offer.id.clone()).ok_or_else(|| {
                self.say("ask-no-choice", [("said", said.into()), ("most", offers.len().into())])
            });
        }
        let said_plain = plain(said);
        let called = |offer: &&Offer| {
            let names = [&offer.id, &offer.words].into_iter().chain(&offer.also);
            names.into_iter().any(|name| plain(name) == said_plain)
        };
        if let Some(offer) = offers.iter().find(called) {
            return Ok(offer.id.clone());
        }
        // words that one has and no other
        let has = |offer: &&Offer| {
            let words = plain(&offer.words);
            said_plain.split(' ').all(|said| words.split(' ').any(|word| word == said))
        };
        let mut having = offers.iter().filter(has);
        if let (Some(only), None) = (having.next(), having.next()) {
            return Ok(only.id.clone());
        }
        let names = offers.iter().flat_map(|offer| [&offer.words].into_iter().chain(&offer.also));
        let likest = || {
            let scored = offers.iter().filter_map(|offer| Some((likeness(said, &offer.names())?, offer)));
            scored.max_by_key(|(score, _)| *score).map(|(_, offer)| offer.words.clone())
        };
        Err(match nearest(said, names.map(String::as_str)).or_else(likest) {
            Some(near) => self.say("ask-no-such-near", [("said", said.into()), ("near", near.into())]),
            None => self.say("ask-no-such", [("said", said.into())]),
        })
    }
}
