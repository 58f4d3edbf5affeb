//! How wide text is, and whether its titles are bold.

use std::fmt::Write;

/// How text looks on a screen or in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns, from 60 to 200.
    pub width: usize,
    /// Whether titles are bold.
    pub bold: bool,
}

impl Look {
    /// The fewest columns that everything fits in.
    pub const NARROWEST: usize = 60;
    /// The most columns that are used.
    pub const WIDEST: usize = 200;

    /// A look so wide, or as near to it as can be.
    #[must_use]
    pub fn of(width: usize, bold: bool) -> Self {
        Self { width: width.clamp(Self::NARROWEST, Self::WIDEST), bold }
    }

    pub(super) fn strong(self, text: &str) -> String {
        if self.bold { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// Writes a text in lines, the first after one indent and the others after another; words are not broken.
    pub(super) fn wrap(self, out: &mut String, text: &str, first: &str, rest: &str) {
        let options = textwrap::Options::new(self.width).initial_indent(first).subsequent_indent(rest);
        for line in textwrap::wrap(text, options.break_words(false)) {
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }

    /// Writes a title in bold lines.
    pub(super) fn title(self, out: &mut String, text: &str) {
        for line in textwrap::wrap(text, self.width) {
            let _ = writeln!(out, "{}", self.strong(&line));
        }
    }
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 80, bold: false }
    }
}
