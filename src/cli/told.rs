//! Findings drawn for people, with their source lines.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use crate::document::Text;
use crate::finding::{Finding, begin, visible};

struct Drawn<'a> {
    finding: &'a Finding,
    source: Option<NamedSource<String>>,
}

impl fmt::Debug for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = self.finding;
        write!(f, "{}", visible(&finding.file))?;
        if finding.at.line > 0 {
            write!(f, ":{}:{}", finding.at.line, finding.at.column)?;
        }
        if !finding.place.is_empty() {
            write!(f, ": {}", visible(&finding.place))?;
        }
        write!(f, ": {}", visible(&begin(&finding.fault.to_string(), MOST_SAID)))
    }
}

impl std::error::Error for Drawn<'_> {}

impl Diagnostic for Drawn<'_> {
    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(visible(&begin(&self.finding.fault.mend(), MOST_SAID)).into_owned()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let at = self.finding.at;
        self.source.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::new(Some("here".into()), at.offset, at.length))))
    }
}

/// The most findings that are told.
const MOST_TOLD: usize = 100;
/// The most bytes of one, which repeats what it is about.
const MOST_SAID: usize = 1_000;
/// The longest line that is drawn; longer ones are told by place alone.
const WIDEST: usize = 400;

/// Writes findings to stderr, each with the line it is about where that can be shown.
pub fn findings(findings: &[Finding], texts: &[Text]) {
    let colour = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_width(100);
    for finding in findings.iter().take(MOST_TOLD) {
        let text = texts.iter().find(|text| text.name == finding.file).and_then(|text| text.utf8().ok());
        let source = text.filter(|text| finding.at.line > 0 && drawable(text, finding));
        let source = source.map(|text| NamedSource::new(&finding.file, text.to_owned()));
        let mut drawn = String::new();
        if handler.render_report(&mut drawn, &Drawn { finding, source }).is_ok() {
            anstream::eprintln!("{}", drawn.trim_end());
        } else {
            anstream::eprintln!("{}", visible(&begin(&finding.to_string(), MOST_SAID)));
        }
    }
    if let Some(more) = findings.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
        anstream::eprintln!("{more} more findings; mend those above first");
    }
}

fn drawable(text: &str, finding: &Finding) -> bool {
    let at = finding.at;
    text.lines().nth(at.line - 1).is_some_and(|line| line.len() <= WIDEST && visible(line) == line)
        && at.offset + at.length <= text.len()
}
