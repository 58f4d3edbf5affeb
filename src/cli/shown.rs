//! How everything is told: in which language, how wide, in colour or not.

use std::io::IsTerminal;

use clap::{Args, ValueEnum};

use super::prompts;
use crate::render::Look;
use crate::words::Language;

/// What holds for every verb.
#[derive(Debug, Clone, Copy, Args)]
pub struct Shown {
    /// The language of reports, pages and questions.
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE", default_value_t = Spoken::En)]
    language: Spoken,
    /// Text width [default: the terminal's, or 80].
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(60..=200))]
    width: Option<u16>,
    /// Disable colour and bold (also: `NO_COLOR`).
    #[arg(long, global = true)]
    no_color: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Spoken {
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

impl Shown {
    /// The language asked for.
    pub const fn language(self) -> Language {
        match self.language {
            Spoken::En => Language::En,
            Spoken::Fr => Language::Fr,
            Spoken::Es => Language::Es,
        }
    }

    /// Makes what was asked for hold for all that is printed.
    pub fn settle(self) {
        if self.no_color {
            anstream::ColorChoice::Never.write_global();
        }
    }

    /// Makes prompts look as everything else does.
    pub fn settle_prompts(self) {
        let colour = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
        prompts::look(self.language(), colour);
    }

    /// How text looks on standard output, or in a file.
    pub fn look(self, in_file: bool) -> Look {
        let terminal = !in_file && std::io::stdout().is_terminal();
        let colour = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
        let found = || terminal_size::terminal_size().filter(|_| terminal).map(|(columns, _)| columns.0);
        let width = self.width.or_else(found).map_or(Look::default().width, usize::from);
        Look::of(width, terminal && colour)
    }
}
