//! `careerpath.report/1` as JSON.

use crate::report::Report;

/// Writes a report as JSON, indented, with a newline at the end.
#[must_use]
pub fn json(report: &Report) -> String {
    let mut written =
        serde_json::to_string_pretty(report).expect("a report holds no maps with keys that are not text");
    written.push('\n');
    written
}
