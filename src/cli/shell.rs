//! `careerpath completions` and `careerpath man`: what a shell and `man` read of the arguments.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Ending, deliver, told};
use crate::finding::{Fault, Finding, nearest};

#[derive(Debug, Args)]
pub struct Shells {
    /// The shell to write completions for.
    shell: Shell,
}

#[derive(Debug, Args)]
pub struct Page {
    /// The verb to write a page for; without it the page of the whole program.
    verb: Option<String>,
}

/// Writes a shell's completions.
pub fn completions(arguments: &Shells) -> Ending {
    let mut command = super::Arguments::command();
    let mut written = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "careerpath", &mut written);
    deliver(&String::from_utf8_lossy(&written), None, Ending::Answered)
}

/// Writes a manual page.
pub fn manual(arguments: &Page) -> Ending {
    let mut command = super::Arguments::command();
    command.build();
    let asked = arguments.verb.as_deref();
    let Some(page) = asked.map_or(Some(&command), |verb| command.find_subcommand(verb)) else {
        let verb = asked.unwrap_or_default();
        let near = nearest(verb, command.get_subcommands().map(clap::Command::get_name));
        let fault = Fault::UnknownId { kind: "verb", id: verb.to_owned(), near };
        told::findings(&[Finding::whole("VERB", fault)], &[]);
        return Ending::CouldNotRun;
    };
    let mut written = Vec::new();
    match clap_mangen::Man::new(page.clone()).render(&mut written) {
        Ok(()) => deliver(&String::from_utf8_lossy(&written), None, Ending::Answered),
        Err(_) => Ending::CouldNotRun,
    }
}
