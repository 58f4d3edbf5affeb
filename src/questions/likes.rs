//! What somebody likes: thirty short lines, five for each of the six kinds of interests that occupations are told by
//! (realistic, investigative, artistic, social, enterprising, conventional: Holland's RIASEC).

use super::flow::Flow;
use super::prompt::{Form, Offer, Prompt};
use super::walk::Walk;
use crate::read;

/// The kinds, in the order in which equal ones are told.
const LETTERS: [char; 6] = ['R', 'I', 'A', 'S', 'E', 'C'];
/// Lines of each kind.
const EACH: usize = 5;
/// The most kinds told.
const TOLD: usize = 3;
/// Neither liked nor disliked.
const NEUTRAL: u32 = 3;

impl Flow<'_> {
    /// Asks whether to go through the lines, and each of them.
    pub(super) fn likes(&self, walk: &mut Walk<'_>, question: usize) -> Option<()> {
        let first = self.prompt(question, "likes", self.yes_no());
        if walk.ask(first)? != "yes" {
            return Some(());
        }
        let mut given: Vec<(char, u32)> = Vec::new();
        for number in 1..=EACH {
            for letter in LETTERS {
                let answer = walk.ask(self.line(letter, number, question))?;
                given.extend(read::whole(&answer).map(|liked| (letter, liked)));
            }
        }
        if self.doubt_likes(walk, &given, question)? {
            return Some(());
        }
        walk.told.interests = strongest(&given);
        Some(())
    }

    fn line(&self, letter: char, number: usize, question: usize) -> Prompt {
        let key = format!("like-{}-{number}", letter.to_ascii_lowercase());
        let what = self.word(&key);
        let offers = (1..=5).map(|liked| Offer::new(liked.to_string(), self.word(&format!("like-{liked}"))));
        Prompt {
            key,
            text: self.say("like", [("what", what.into())]),
            ..self.prompt(question, "like", Form::One(offers.collect()))
        }
    }
}

/// The kinds liked more than not, strongest first.
fn strongest(given: &[(char, u32)]) -> Vec<String> {
    let mut liked: Vec<(i64, char)> = LETTERS
        .into_iter()
        .map(|letter| {
            let own = given.iter().filter(|(known, _)| *known == letter);
            (own.map(|(_, liked)| i64::from(*liked) - i64::from(NEUTRAL)).sum(), letter)
        })
        .filter(|(sum, _)| *sum > 0)
        .collect();
    // equal ones stay in their order
    liked.sort_by_key(|(sum, _)| -sum);
    liked.into_iter().take(TOLD).map(|(_, letter)| letter.to_string()).collect()
}
