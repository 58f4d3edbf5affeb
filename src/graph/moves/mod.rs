//! How people really move from one occupation to another.

mod collect;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::checker::Checker;
use crate::document::Text;
use crate::finding::Fault;
use crate::provenance::SourceIx;
use crate::table::{Extra, Row, row_finding, rows};
pub use collect::{RAW, collect};

/// The name of the table in a graph's folder.
pub const MOVES: &str = "moves.csv";

/// The grain at which moves are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// An occupation, or a few that are counted as one.
    Occupation,
    /// A major group of occupations.
    MajorGroup,
}

/// How often people who left one occupation went to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The grain at which it was counted.
    pub grain: Grain,
    /// The share of those who left that went there.
    pub of_leavers: f64,
    /// Mean change of log pay; none where it is not told.
    pub pay: Option<f64>,
    /// How many moves were seen; none where it is not told.
    pub seen: Option<u32>,
    /// Where it was read.
    pub source: SourceIx,
}

/// Moves by the starts of the codes that people left and went to.
#[derive(Debug, Clone, Default)]
pub struct Moves(BTreeMap<(String, String), Move>);

/// A row of `moves.csv`.
#[derive(Debug, Serialize, Deserialize)]
struct MoveRow {
    from: String,
    to: String,
    of_leavers: f64,
    pay: Option<f64>,
    seen: Option<u32>,
    source: String,
}

/// The length of a start that stands for a major group, as `29` of 29-2072.
const MAJOR: usize = 2;

impl Moves {
    /// Reads the table.
    pub(super) fn read(text: &Text, checker: &mut Checker) -> Self {
        let columns = ["from", "to", "of_leavers", "pay", "seen", "source"];
        let read: Vec<Row<MoveRow>> = rows(text, &columns, Extra::Refused, &mut checker.findings);
        let mut moves = Self::default();
        for Row { value: row, at } in read {
            let place = format!("{} to {}", row.from, row.to);
            let source = checker.sources.get(&row.source);
            let mut tell = |fault| checker.findings.push(row_finding(&text.name, at, &place, fault));
            let limits = [(Some(row.of_leavers), 0.0, 1.0), (row.pay, -3.0, 3.0)];
            for (value, low, high) in
                limits.into_iter().filter_map(|(value, low, high)| Some((value?, low, high)))
            {
                if !(low..=high).contains(&value) {
                    tell(Fault::OutOfRange { value, low, high });
                }
            }
            if (row.from.len() > MAJOR) != (row.to.len() > MAJOR) {
                let detail = "both are occupations, or both are major groups";
                tell(Fault::WrongType { detail: detail.into() });
            }
            let source = match source {
                Ok(source) => SourceIx(source),
                Err(fault) => {
                    tell(fault);
                    continue;
                }
            };
            let grain = if row.from.len() > MAJOR { Grain::Occupation } else { Grain::MajorGroup };
            let told = Move { grain, of_leavers: row.of_leavers, pay: row.pay, seen: row.seen, source };
            if moves.0.insert((row.from, row.to), told).is_some() {
                tell(Fault::RepeatedId { id: place.clone(), first_line: 0 });
            }
        }
        moves
    }

    /// How people moved from the occupation of one code to that of another, by the nearest thing that was counted; nothing
    /// within what is counted as one.
    #[must_use]
    pub fn between(&self, from: &str, to: &str) -> Option<&Move> {
        let starts = |code: &str| -> Vec<usize> {
            (MAJOR + 2..=code.len()).rev().filter(|length| code.is_char_boundary(*length)).collect()
        };
        let told = |from: &str, to: &str| self.0.get(&(from.to_owned(), to.to_owned()));
        let exact = starts(from)
            .into_iter()
            .find_map(|length| starts(to).into_iter().find_map(|other| told(&from[..length], &to[..other])));
        exact.or_else(|| told(from.get(..MAJOR)?, to.get(..MAJOR)?))
    }
}
