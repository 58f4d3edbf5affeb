//! `careerpath ask`: a questionnaire in, a profile and its ranked pathways out.

mod lines;
mod terminal;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;

use super::listing::Listing;
use super::person::today;
use super::screen::{Screen, browse};
use super::shown::Shown;
use super::threads::Threads;
use super::{Ending, answer, files, told};
use crate::document::Text;
use crate::finding::{Fault, Finding};
use crate::graph::Graph;
use crate::profile::Profile;
use crate::questions::{Answers, Draft, Flow};
use crate::recommend::{Settings, recommend_by};
use crate::render::Look;
use crate::units::CalendarMonth;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Only the eight questions that matter most.
    #[arg(long)]
    quick: bool,
    /// Answers line by line as they would be typed, in a file or - for standard input; an empty line skips.
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Where to save the profile; without it a new file my-profile.json.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Data folder [default: built in].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// The month called today, such as 2026-11; without it the calendar's.
    #[arg(long, value_name = "YEAR-MONTH", value_parser = super::person::month)]
    today: Option<CalendarMonth>,
    #[command(flatten)]
    listing: Listing,
}

/// How the questions ended.
enum Asked {
    /// Everything was answered or skipped, and is to be saved.
    Whole(Draft),
    /// It was left before the end; the draft is kept.
    Left,
}

/// Asks, saves the profile and writes the result.
pub fn run(arguments: &Arguments, shown: Shown) -> Ending {
    let mut texts = Vec::new();
    match ask(arguments, shown, &mut texts) {
        Ok(ending) => ending,
        Err(findings) => {
            told::findings(&findings, &texts);
            Ending::CouldNotRun
        }
    }
}

/// Whether two files that are named are one.
fn one_file(one: Option<&Path>, other: Option<&Path>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one == other || files::same(one, other))
}

fn ask(arguments: &Arguments, shown: Shown, texts: &mut Vec<Text>) -> Result<Ending, Vec<Finding>> {
    let [answers, saved] = [&arguments.answers, &arguments.save].map(|path| path.as_deref());
    let output = arguments.listing.output();
    if one_file(answers, saved) || one_file(answers, output) || one_file(saved, output) {
        let (what, mend) = ("two of --answers, --save and -o name one file", "name another file for each");
        return Err(vec![Finding::whole("ask", Fault::Conflict { what, mend })]);
    }
    let graphs = files::graphs(arguments.graph.as_deref(), texts)?;
    let language = shown.language();
    let flow = Flow { graphs: &graphs, language, quick: arguments.quick };
    let at_terminal = arguments.answers.is_none() && std::io::stdin().is_terminal();
    let kept = Kept::of(arguments.save.as_deref(), at_terminal, shown.look(false))?;
    shown.settle_prompts();
    let asked = if at_terminal {
        terminal::ask(flow, &kept)?
    } else {
        let from = arguments.answers.as_deref().unwrap_or(Path::new("-"));
        lines::ask(flow, &kept, &files::read(from, files::PROFILE_MB).map_err(|finding| vec![finding])?)?
    };
    let Asked::Whole(draft) = asked else { return Ok(Ending::CouldNotRun) };
    let flow = Flow { language: draft.language, quick: draft.quick, ..flow };
    let (graph, profile) = save(flow, &draft.answers, &kept)?;
    let settings = Settings {
        today: arguments.today.unwrap_or_else(today),
        language: draft.language,
        ..Settings::default()
    };
    let settings = arguments.listing.settings(settings);
    if at_terminal && arguments.listing.on_screen() {
        browse(Screen::new(graph, profile, settings), shown)?;
        return Ok(Ending::Answered);
    }
    let report = recommend_by(&Threads::all(), graph, &profile, &settings);
    let listing = &arguments.listing;
    listing.check(&report).map_err(|finding| vec![finding])?;
    Ok(answer(Ok(report), texts, listing.output(), |report| listing.written(report, shown)))
}

/// Saves the profile that the answers make, and forgets the draft.
fn save<'g>(flow: Flow<'g>, answers: &Answers, kept: &Kept) -> Result<(&'g Graph, Profile), Vec<Finding>> {
    let graph = flow.graph(answers).expect("the first question is answered");
    let written = flow.profile(answers).expect("the first questions are answered");
    let text = Text { name: kept.profile.display().to_string(), bytes: written.clone().into_bytes() };
    let profile = Profile::check(&text, graph)?;
    files::write(&written, Some(&kept.profile)).map_err(|finding| vec![finding])?;
    // a draft that is not there is as good as one that is gone
    let _ = std::fs::remove_file(&kept.draft);
    let file = kept.profile.display().to_string();
    anstream::eprintln!("{}", flow.language.say("ask-saved", [("file", file.into())]));
    Ok((graph, profile))
}

/// Where the profile and the draft are kept, and how wide the terminal is.
struct Kept {
    profile: PathBuf,
    draft: PathBuf,
    named: bool,
    look: Look,
}

impl Kept {
    /// The file named, or the first new one; the draft beside it. Without a terminal nothing is gone on with, so a draft that
    /// is there is another questionnaire's and stays.
    fn of(named: Option<&Path>, at_terminal: bool, look: Look) -> Result<Self, Vec<Finding>> {
        let profile = named.map_or_else(|| files::fresh("my-profile", "json"), Path::to_path_buf);
        let draft = match (named, at_terminal) {
            (Some(path), _) => path.with_extension("draft.json"),
            (None, true) => PathBuf::from("my-profile.draft.json"),
            (None, false) => files::fresh("my-profile", "draft.json"),
        };
        if named.is_some() && !at_terminal && draft.exists() {
            let fault = Fault::Conflict {
                what: "the draft of another questionnaire is there",
                mend: "go on with it at a terminal, remove it, or save under another name",
            };
            return Err(vec![Finding::whole(&draft.display().to_string(), fault)]);
        }
        Ok(Self { profile, draft, named: named.is_some(), look })
    }

    /// Keeps the answers so far.
    fn keep(&self, flow: Flow<'_>, answers: &Answers) -> Result<(), Vec<Finding>> {
        let draft = Draft { language: flow.language, quick: flow.quick, answers: answers.clone() };
        files::write(draft.written(), Some(&self.draft)).map_err(|finding| vec![finding])
    }

    /// Tells where the answers are kept, and what goes on with them.
    fn tell(&self, flow: Flow<'_>) {
        let file = self.draft.display().to_string();
        let usual = !self.named && file == "my-profile.draft.json";
        let profile = file.replace(".draft.json", ".json");
        let command =
            if usual { "careerpath ask".to_owned() } else { format!("careerpath ask --save {profile}") };
        let filled = [("file", file.into()), ("command", command.into())];
        anstream::eprintln!("{}", flow.language.say("ask-kept", filled));
    }
}
