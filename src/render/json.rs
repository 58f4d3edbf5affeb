//! What is told, as JSON.

use serde::Serialize;

/// Writes a report, what a role pays, or the like as JSON, indented, with a newline at the end.
#[must_use]
pub fn json(told: &impl Serialize) -> String {
    let mut written =
        serde_json::to_string_pretty(told).expect("what is told holds no maps with keys that are not text");
    written.push('\n');
    written
}
