//! Results at a terminal.

use super::{Doing, Screen, View};
use crate::cli::files;
use crate::cli::prompts::chosen;
use crate::cli::shown::Shown;
use crate::cli::told;
use crate::finding::Finding;
use crate::profile::Preset;
use crate::render;

/// Shows results and does what is chosen until nothing more is.
///
/// # Errors
/// What kept something from being saved, or the terminal from being used.
pub fn browse(mut screen: Screen<'_>, shown: Shown) -> Result<(), Vec<Finding>> {
    let language = screen.settings.language;
    loop {
        anstream::println!("\n{}", screen.shown(shown.look(false)));
        let (doings, words): (Vec<Doing>, Vec<String>) = screen.choices().into_iter().unzip();
        let Some(at) = chosen(language, &language.word("screen-what"), words)? else {
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
                if let Some(at) = chosen(language, &language.word("screen-matters-text"), words.to_vec())? {
                    screen.matter(Preset::ALL[at]);
                }
            }
            Doing::Compare => {
                let first = chosen(language, &language.word("screen-compare-first"), screen.titles())?;
                let Some(first) = first else { continue };
                let mut others = screen.titles();
                others.remove(first);
                let second = chosen(language, &language.word("screen-compare-second"), others)?;
                if let Some(second) = second {
                    screen.view = View::Both(first, second + usize::from(second >= first));
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
    let Some(at) = chosen(language, &language.word("screen-save-text"), words.to_vec())? else {
        return Ok(());
    };
    let report = &screen.report;
    let written = match ends[at] {
        "html" => render::page(report),
        "md" => render::markdown(report),
        "json" => render::json(report),
        _ => render::text(report, shown.look(true)),
    };
    let path = files::fresh("my-pathways", ends[at]);
    match files::write(&written, Some(&path)) {
        Ok(()) => {
            let file = path.display().to_string();
            anstream::println!("{}", language.say("screen-saved", [("file", file.into())]));
        }
        // another folder or form may do: the results stay on the screen
        Err(finding) => told::findings(&[finding], &[]),
    }
    Ok(())
}
