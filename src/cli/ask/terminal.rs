//! The questionnaire at a terminal: a thin skin over the flow.

use inquire::{InquireError, Text as Line};

use super::{Asked, Kept};
use crate::cli::files;
use crate::cli::prompts::{chosen, listed, unusable};
use crate::finding::{Fault, Finding};
use crate::questions::{Answers, Draft, Flow, Form, Offer, Prompt, Taken};
use crate::render::Look;

/// Minutes that the whole and the short questionnaire take.
const MINUTES: [u32; 2] = [10, 3];

/// What somebody did at a prompt.
enum Did {
    Said(String),
    Back,
    Help,
    Left,
}

/// Asks one question after another, keeping a draft, until the answers are to be saved.
pub fn ask(flow: Flow<'_>, kept: &Kept) -> Result<Asked, Vec<Finding>> {
    let (flow, mut answers) = begin(flow, kept)?;
    let Some(flow) = flow else { return Ok(Asked::Left) };
    // the answers before one of them was changed in the review, and the question it belongs to
    let mut before: Option<(Answers, usize)> = None;
    loop {
        while let Some(prompt) = flow.next(&answers) {
            match prompted(flow, &prompt)? {
                Did::Said(said) => {
                    let country = flow.graph(&answers).map(|graph| &graph.id);
                    if let Taken::Again(amiss) = flow.take(&mut answers, &prompt, &said) {
                        told(kept.look, &amiss);
                    }
                    let moved = country.is_some() && flow.graph(&answers).map(|graph| &graph.id) != country;
                    if moved && flow.graph(&answers).is_some() {
                        told(kept.look, &flow.language.word("ask-other-country"));
                    }
                    kept.keep(flow, &answers)?;
                }
                Did::Back => {
                    if let Some((unchanged, _)) =
                        before.take().filter(|(_, question)| *question == prompt.question)
                    {
                        answers = unchanged;
                    } else if !flow.back(&mut answers) {
                        anstream::eprintln!("  {}", flow.language.word("ask-first-question"));
                    }
                }
                Did::Help => help(&prompt),
                Did::Left => {
                    kept.keep(flow, &answers)?;
                    kept.tell(flow);
                    return Ok(Asked::Left);
                }
            }
        }
        before = None;
        match reviewed(flow, kept.look, &answers)? {
            Review::Save => {
                return Ok(Asked::Whole(Draft { language: flow.language, quick: flow.quick, answers }));
            }
            Review::Change(question) => {
                before = Some((answers.clone(), question));
                flow.change(&mut answers, question);
            }
            Review::Back => {
                flow.back(&mut answers);
            }
            Review::Left => {
                kept.tell(flow);
                return Ok(Asked::Left);
            }
        }
    }
}

/// Welcomes, and goes on with a draft where there is one and it is wanted; no flow where it was left.
fn begin<'g>(flow: Flow<'g>, kept: &Kept) -> Result<(Option<Flow<'g>>, Answers), Vec<Finding>> {
    if let Some(draft) = drafted(flow, kept)? {
        let language = draft.language;
        let text = language.say("ask-resume", [("n", draft.answers.count().into())]);
        let words = vec![language.word("ask-resume-yes"), language.word("ask-resume-no")];
        match chosen(language, &text, words)? {
            Some(0) => {
                return Ok((Some(Flow { language, quick: draft.quick, ..flow }), draft.answers));
            }
            Some(_) => {}
            None => return Ok((None, draft.answers)),
        }
    }
    let minutes = MINUTES[usize::from(flow.quick)];
    told(kept.look, &flow.language.say("ask-welcome", [("minutes", minutes.into())]));
    told(kept.look, &flow.language.word("ask-how"));
    anstream::eprintln!();
    Ok((Some(flow), Answers::default()))
}

/// The draft that is kept; one that cannot be read is put aside.
fn drafted(flow: Flow<'_>, kept: &Kept) -> Result<Option<Draft>, Vec<Finding>> {
    if !kept.draft.exists() {
        return Ok(None);
    }
    let read = files::read(&kept.draft, files::PROFILE_MB).map_err(|finding| vec![finding]);
    if let Ok(draft) = read.and_then(|file| Draft::read(&file)) {
        return Ok(Some(draft).filter(|draft| draft.answers.count() > 0));
    }
    let aside = kept.draft.with_extension("json.damaged");
    if let Err(error) = std::fs::rename(&kept.draft, &aside) {
        let fault = Fault::Unreadable(error.to_string());
        return Err(vec![Finding::whole(&kept.draft.display().to_string(), fault)]);
    }
    let [file, aside] = [&kept.draft, &aside].map(|path| path.display().to_string());
    let filled = [("file", file.into()), ("kept", aside.into())];
    told(kept.look, &flow.language.say("ask-damaged", filled));
    Ok(None)
}

/// Tells something in lines as wide as the terminal.
fn told(look: Look, text: &str) {
    for line in textwrap::wrap(text, look.width) {
        anstream::eprintln!("{line}");
    }
}

fn prompted(flow: Flow<'_>, prompt: &Prompt) -> Result<Did, Vec<Finding>> {
    let (at, of) = flow.progress(prompt);
    let text = format!("({at}/{of}) {}", prompt.text);
    let skip = prompt
        .skip
        .as_ref()
        .map(|costs| flow.language.say("ask-skip-costs", [("costs", costs.as_str().into())]));
    let made = match &prompt.form {
        Form::One(offers) => {
            let words = offers.iter().map(|offer| offer.words.clone()).chain(skip).collect();
            let chosen = listed(flow.language, &text, words, &prompt.help);
            chosen.map(|at| offers.get(at).map_or_else(String::new, |offer| offer.id.clone()))
        }
        Form::Some(offers) => some(flow, &text, prompt, offers),
        Form::Place | Form::Job | Form::Whole(..) | Form::Months(_) | Form::Money(..) | Form::Pay(..) => {
            let help =
                [Some(prompt.help.clone()), skip].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            Line::new(&text).with_help_message(&help).prompt()
        }
    };
    match made {
        Ok(said) if said.trim() == "<" => Ok(Did::Back),
        Ok(said) if said.trim() == "?" => Ok(Did::Help),
        Ok(said) => Ok(Did::Said(said)),
        Err(InquireError::OperationCanceled) => Ok(Did::Back),
        Err(InquireError::OperationInterrupted) => Ok(Did::Left),
        Err(error) => Err(unusable(&error)),
    }
}

/// Some of many, one after another, until that is all.
fn some(flow: Flow<'_>, text: &str, prompt: &Prompt, offers: &[Offer]) -> Result<String, InquireError> {
    let language = flow.language;
    let mut taken: Vec<&Offer> = Vec::new();
    loop {
        let left: Vec<&Offer> = offers.iter().filter(|offer| !taken.contains(offer)).collect();
        let (first, asked) = if taken.is_empty() {
            let costs = prompt.skip.clone().unwrap_or_default();
            (language.say("ask-skip-costs", [("costs", costs.into())]), text.to_owned())
        } else {
            let words: Vec<&str> = taken.iter().map(|offer| offer.words.as_str()).collect();
            let chosen = language.list(&words);
            (language.word("ask-that-is-all"), language.say("ask-so-far", [("chosen", chosen.into())]))
        };
        let words = std::iter::once(first).chain(left.iter().map(|offer| offer.words.clone())).collect();
        match listed(language, &asked, words, &prompt.help) {
            Ok(0) => {
                let ids: Vec<&str> = taken.iter().map(|offer| offer.id.as_str()).collect();
                return Ok(ids.join(","));
            }
            Ok(at) => taken.push(left[at - 1]),
            // what was taken last is put back before the question is left
            Err(InquireError::OperationCanceled) if taken.pop().is_some() => {}
            Err(error) => return Err(error),
        }
    }
}

fn help(prompt: &Prompt) {
    anstream::eprintln!("  {}", prompt.help);
    if let Some(costs) = &prompt.skip {
        anstream::eprintln!("  {costs}");
    }
}

/// What is done with the answers in the end.
enum Review {
    Save,
    Change(usize),
    Back,
    Left,
}

fn reviewed(flow: Flow<'_>, look: Look, answers: &Answers) -> Result<Review, Vec<Finding>> {
    let lines = flow.review(answers);
    anstream::eprintln!("\n{}", flow.language.word("review"));
    let wide = lines.iter().map(|line| line.title.chars().count()).max().unwrap_or(0);
    for line in &lines {
        let first = format!("  {:<wide$}  ", line.title);
        let rest = " ".repeat(wide + 4);
        let lines = textwrap::Options::new(look.width).initial_indent(&first).subsequent_indent(&rest);
        for line in textwrap::wrap(&line.told, lines) {
            anstream::eprintln!("{line}");
        }
    }
    let change = |title: &str| flow.language.say("review-change", [("question", title.into())]);
    let changes = lines.iter().map(|line| change(&line.title));
    let words: Vec<String> = [flow.language.word("review-save")].into_iter().chain(changes).collect();
    let text = flow.language.word("review-text");
    match listed(flow.language, &text, words, "") {
        Ok(0) => Ok(Review::Save),
        Ok(at) => Ok(Review::Change(lines[at - 1].question)),
        Err(InquireError::OperationCanceled) => Ok(Review::Back),
        Err(InquireError::OperationInterrupted) => Ok(Review::Left),
        Err(error) => Err(unusable(&error)),
    }
}
