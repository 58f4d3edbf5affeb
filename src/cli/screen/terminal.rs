//! Results at a terminal.

use std::path::PathBuf;

use inquire::{InquireError, Select};

use super::{Doing, Screen, View};
use crate::cli::files;
use crate::cli::shown::Shown;
use crate::finding::{Fault, Finding};
use crate::profile::Preset;
use crate::render;
use crate::words::Language;

/// Lines of a list that are shown at once.
const PAGE: usize = 16;

/// Shows results and does what is chosen until nothing more is.
///
/// # Errors
/// What kept something from being saved, or the terminal from being used.
pub fn browse(mut screen: Screen<'_>, shown: Shown) -> Result<(), Vec<Finding>> {
    let language = screen.settings.language;
    loop {
        anstream::println!("\n{}", screen.shown(shown.look(false)));
        let (doings, words): (Vec<Doing>, Vec<String>) = screen.choices().into_iter().unzip();
        let Some(at) = chosen(language, "screen-what", words)? else {
            if screen.view == View::Ranking {
                return Ok(());
            }
            screen.view = View::Ranking;
            continue;
        };
        match doings[at] {
            Doing::Open(place) => screen.view = View::Destination(place),
            Doing::Matters => {
                let words = Preset::ALL.map(|preset| language.word(&format!("preset-{}", preset.id())));
                if let Some(at) = chosen(language, "screen-matters-text", words.to_vec())? {
                    screen.matter(Preset::ALL[at]);
                }
            }
            Doing::Compare => {
                let first = chosen(language, "screen-compare-first", screen.titles())?;
                let second = match first {
                    Some(_) => chosen(language, "screen-compare-second", screen.titles())?,
                    None => None,
                };
                if let (Some(first), Some(second)) = (first, second) {
                    screen.view = View::Both(first, second);
                }
            }
            Doing::Save => save(&screen, shown)?,
            Doing::Back => screen.view = View::Ranking,
            Doing::Done => return Ok(()),
        }
    }
}

/// Saves the report in a new file.
fn save(screen: &Screen<'_>, shown: Shown) -> Result<(), Vec<Finding>> {
    let language = screen.settings.language;
    let ends = ["html", "md", "txt", "json"];
    let words = ["screen-save-html", "screen-save-md", "screen-save-text-file", "screen-save-json"]
        .map(|key| language.word(key));
    let Some(at) = chosen(language, "screen-save-text", words.to_vec())? else { return Ok(()) };
    let report = &screen.report;
    let written = match ends[at] {
        "html" => render::page(report),
        "md" => render::markdown(report),
        "json" => render::json(report),
        _ => render::text(report, shown.look(true)),
    };
    let path = fresh(ends[at]);
    files::write(&written, Some(&path)).map_err(|finding| vec![finding])?;
    let file = path.display().to_string();
    anstream::println!("{}", language.say("screen-saved", [("file", file.into())]));
    Ok(())
}

/// The first name that no file has.
fn fresh(end: &str) -> PathBuf {
    let numbered = |number: u32| match number {
        1 => PathBuf::from(format!("my-pathways.{end}")),
        more => PathBuf::from(format!("my-pathways-{more}.{end}")),
    };
    (1..10_000).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| numbered(10_000))
}

/// The place of what is chosen; none where nothing was.
fn chosen(language: Language, key: &str, words: Vec<String>) -> Result<Option<usize>, Vec<Finding>> {
    match Select::new(&language.word(key), words).with_page_size(PAGE).raw_prompt() {
        Ok(chosen) => Ok(Some(chosen.index)),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(None),
        Err(error) => {
            Err(vec![Finding::whole("terminal", Fault::Unreadable(error.to_string().to_lowercase()))])
        }
    }
}
