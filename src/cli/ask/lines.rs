//! Answers line by line, without a terminal.

use super::{Asked, Kept};
use crate::document::Text;
use crate::finding::Finding;
use crate::questions::{Answers, Draft, Flow, Prompt, Taken};

/// Takes one line after another; what cannot be taken is told, and the next line answers the same again. Where the lines end
/// too early, a draft is kept.
pub fn ask(flow: Flow<'_>, kept: &Kept, file: &Text) -> Result<Asked, Vec<Finding>> {
    let text = file.utf8().map_err(|finding| vec![finding])?;
    let mut answers = Answers::default();
    let mut lines = text.lines().enumerate();
    while let Some(prompt) = flow.next(&answers) {
        let Some((at, line)) = lines.next() else {
            kept.keep(flow, &answers)?;
            anstream::eprintln!("{}", flow.language.word("ask-ended"));
            tell(&prompt);
            kept.tell(flow);
            return Ok(Asked::Left);
        };
        match line.trim() {
            "<" => {
                flow.back(&mut answers);
            }
            "?" => anstream::eprintln!("{}", prompt.help),
            said => {
                if let Taken::Again(amiss) = flow.take(&mut answers, &prompt, said) {
                    anstream::eprintln!("{}:{}: {}", file.name, at + 1, prompt.text);
                    anstream::eprintln!("  {amiss}");
                }
            }
        }
    }
    for (at, _) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        anstream::eprintln!("{}:{}: {}", file.name, at + 1, flow.language.word("ask-unasked"));
    }
    Ok(Asked::Whole(Draft { language: flow.language, quick: flow.quick, answers }))
}

/// Tells what is asked, with what may be chosen.
fn tell(prompt: &Prompt) {
    anstream::eprintln!("{}", prompt.text);
    for (number, offer) in (1..).zip(prompt.offers()) {
        anstream::eprintln!("{number:>4}  {}", offer.words);
    }
}
