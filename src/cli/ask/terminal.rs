//! The questionnaire at a terminal: a thin skin over the flow.

use inquire::{InquireError, MultiSelect, Select, Text as Line};

use super::{Asked, Kept};
use crate::cli::files;
use crate::finding::{Fault, Finding};
use crate::questions::{Answers, Draft, Flow, Form, Prompt, Taken};

/// Lines of a list that are shown at once.
const PAGE: usize = 10;
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
    loop {
        while let Some(prompt) = flow.next(&answers) {
            match prompted(flow, &prompt)? {
                Did::Said(said) => {
                    if let Taken::Again(amiss) = flow.take(&mut answers, &prompt, &said) {
                        anstream::eprintln!("  {amiss}");
                    }
                    kept.keep(flow, &answers)?;
                }
                Did::Back => {
                    if !flow.back(&mut answers) {
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
        match reviewed(flow, &answers)? {
            Review::Save => {
                return Ok(Asked::Whole(Draft { language: flow.language, quick: flow.quick, answers }));
            }
            Review::Change(question) => flow.change(&mut answers, question),
            Review::Back => drop(flow.back(&mut answers)),
            Review::Left => {
                kept.tell(flow);
                return Ok(Asked::Left);
            }
        }
    }
}

/// Welcomes, and goes on with a draft where there is one and it is wanted; no flow where it was left.
fn begin<'g>(flow: Flow<'g>, kept: &Kept) -> Result<(Option<Flow<'g>>, Answers), Vec<Finding>> {
    let say = |key: &str| flow.language.word(key);
    let draft = if kept.draft.exists() {
        let file = files::read(&kept.draft, files::PROFILE_MB).map_err(|finding| vec![finding])?;
        Some(Draft::read(&file)?).filter(|draft| draft.answers.count() > 0)
    } else {
        None
    };
    if let Some(draft) = draft {
        let language = draft.language;
        let text = language.say("ask-resume", [("n", draft.answers.count().into())]);
        let words = vec![language.word("ask-resume-yes"), language.word("ask-resume-no")];
        match chosen(Select::new(&text, words).raw_prompt().map(|chosen| chosen.index))? {
            Some(0) => {
                return Ok((Some(Flow { language, quick: draft.quick, ..flow }), draft.answers));
            }
            Some(_) => {}
            None => return Ok((None, draft.answers)),
        }
    }
    let minutes = MINUTES[usize::from(flow.quick)];
    anstream::eprintln!("{}", flow.language.say("ask-welcome", [("minutes", minutes.into())]));
    anstream::eprintln!("{}\n", say("ask-how"));
    Ok((Some(flow), Answers::default()))
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
            let asked = Select::new(&text, words).with_help_message(&prompt.help).with_page_size(PAGE);
            asked
                .raw_prompt()
                .map(|chosen| offers.get(chosen.index).map_or_else(String::new, |offer| offer.id.clone()))
        }
        Form::Some(offers) => {
            let words = offers.iter().map(|offer| offer.words.clone()).collect();
            let help = [
                prompt.help.clone(),
                flow.language.word("ask-choose-several"),
                flow.language.word("ask-any-key"),
            ];
            let help = help.join(" ");
            let asked = MultiSelect::new(&text, words).with_help_message(&help).with_page_size(PAGE);
            asked.raw_prompt().map(|chosen| {
                let ids: Vec<&str> = chosen.iter().map(|chosen| offers[chosen.index].id.as_str()).collect();
                ids.join(",")
            })
        }
        Form::Place | Form::Job | Form::Whole(..) | Form::Months(_) | Form::Money | Form::Pay(_) => {
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

fn reviewed(flow: Flow<'_>, answers: &Answers) -> Result<Review, Vec<Finding>> {
    let lines = flow.review(answers);
    anstream::eprintln!("\n{}", flow.language.word("review"));
    let wide = lines.iter().map(|line| line.title.chars().count()).max().unwrap_or(0);
    for line in &lines {
        anstream::eprintln!("  {:<wide$}  {}", line.title, line.told);
    }
    let change = |title: &str| flow.language.say("review-change", [("question", title.into())]);
    let changes = lines.iter().map(|line| change(&line.title));
    let words: Vec<String> = [flow.language.word("review-save")].into_iter().chain(changes).collect();
    let text = flow.language.word("review-text");
    match Select::new(&text, words).with_page_size(PAGE).raw_prompt() {
        Ok(chosen) if chosen.index == 0 => Ok(Review::Save),
        Ok(chosen) => Ok(Review::Change(lines[chosen.index - 1].question)),
        Err(InquireError::OperationCanceled) => Ok(Review::Back),
        Err(InquireError::OperationInterrupted) => Ok(Review::Left),
        Err(error) => Err(unusable(&error)),
    }
}

/// The choice made; none where it was left.
fn chosen(made: Result<usize, InquireError>) -> Result<Option<usize>, Vec<Finding>> {
    match made {
        Ok(chosen) => Ok(Some(chosen)),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(None),
        Err(error) => Err(unusable(&error)),
    }
}

fn unusable(error: &InquireError) -> Vec<Finding> {
    vec![Finding::whole("terminal", Fault::Unreadable(error.to_string().to_lowercase()))]
}
