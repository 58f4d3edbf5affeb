//! Choosing from lists at a terminal.

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Select};

use crate::finding::{Fault, Finding};
use crate::words::Language;

/// Lines of a list that are shown at once.
const PAGE: usize = 12;

/// How prompts look: what was left is told in the language, without colour where that is not wanted.
pub fn look(language: Language, colour: bool) {
    let plain = if colour { RenderConfig::default() } else { RenderConfig::empty() };
    // a prompt keeps what it is given for as long as the program runs
    let back: &'static str = Box::leak(format!("<{}>", language.word("ask-back")).into_boxed_str());
    inquire::set_global_render_config(plain.with_canceled_prompt_indicator(Styled::new(back)));
}

/// The place of what is chosen.
pub fn listed(language: Language, text: &str, words: Vec<String>, help: &str) -> Result<usize, InquireError> {
    let keys = language.word("ask-list-help");
    let help = if help.is_empty() { keys } else { format!("{help} · {keys}") };
    let asked = Select::new(text, words).with_help_message(&help).with_page_size(PAGE);
    asked.raw_prompt().map(|chosen| chosen.index)
}

/// The place of what is chosen; none where it was left.
pub fn chosen(language: Language, text: &str, words: Vec<String>) -> Result<Option<usize>, Vec<Finding>> {
    match listed(language, text, words, "") {
        Ok(at) => Ok(Some(at)),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(None),
        Err(error) => Err(unusable(&error)),
    }
}

/// That the terminal cannot be used.
pub fn unusable(error: &InquireError) -> Vec<Finding> {
    vec![Finding::whole("terminal", Fault::Unreadable(error.to_string().to_lowercase()))]
}
