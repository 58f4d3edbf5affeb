//! The cells of a row as they come in, brought together into ours.

use std::collections::BTreeMap;

use super::called::SINCE;
use super::{Part, Slot};
use crate::cohort::header::{COLUMNS, Kind, place};
use crate::cohort::row::Cells;
use crate::read;

/// The cells of a row as they come in, some of them parts of one of ours, or others for the same.
#[derive(Debug, Default)]
pub(in crate::cohort) struct Filling {
    /// By column and part: how well its name says it, and the text.
    cells: BTreeMap<(usize, Part), (usize, String)>,
}

impl Filling {
    /// Fills in a cell; false where one of the same name was filled in before. Of several for one of ours the one whose name
    /// says it best is taken; lists are joined.
    pub fn fill(&mut self, slot: Slot, text: String) -> bool {
        let text = with_unit(slot.unit, text);
        let joins = matches!(COLUMNS[slot.column].kind, Kind::List | Kind::Pairs);
        match self.cells.get_mut(&(slot.column, slot.part)) {
            None => {
                self.cells.insert((slot.column, slot.part), (slot.rank, text));
                true
            }
            Some((rank, known)) if joins && slot.rank > 0 => {
                known.push('|');
                known.push_str(&text);
                *rank = slot.rank;
                true
            }
            Some((rank, known)) if slot.rank < *rank => {
                (*rank, *known) = (slot.rank, text);
                true
            }
            Some((rank, _)) => slot.rank > 0 || *rank > 0,
        }
    }

    /// The cells; a place in parts is its town or county with the state, or its ZIP code, and stands before a place in one.
    pub fn done(mut self) -> Cells {
        let region = place("region").unwrap_or_default();
        let mut part = |part: Part| self.cells.remove(&(region, part)).map(|(_, text)| text);
        let (town, county) = (part(Part::Town), part(Part::County));
        let (state, zip) = (part(Part::State), part(Part::Zip));
        let state = state.map(|state| state.replace('.', ""));
        let county = county.map(|county| {
            let name = county.trim_end_matches(['.', ' ']);
            let name = name.strip_suffix(" Co").unwrap_or(name);
            if name.to_lowercase().contains("county") { name.to_owned() } else { format!("{name} County") }
        });
        let with_state = |name: String| match &state {
            Some(state) if !name.contains(',') => format!("{name}, {state}"),
            _ => name,
        };
        // a spreadsheet takes a nought at the beginning away
        let zip = zip.map(|zip| {
            let zip = zip.split('-').next().unwrap_or(&zip).trim().to_owned();
            if zip.len() == 4 && zip.chars().all(|sign| sign.is_ascii_digit()) {
                format!("0{zip}")
            } else {
                zip
            }
        });
        let in_parts = town.or(county).map(with_state).or(zip);
        let mut cells: Cells =
            self.cells.into_iter().map(|((column, _), (_, text))| (column, text)).collect();
        if let Some(told) = in_parts {
            cells.insert(region, told);
        } else if let Some(state) = state {
            cells.entry(region).or_insert(state);
        }
        cells
    }
}

/// A text with the unit of its column where it is a number alone; with a date since which, a number is a year or a day.
fn with_unit(unit: &str, text: String) -> String {
    let bare = read::bare(text.trim_start_matches('$'));
    match (unit, bare) {
        (SINCE, _) => format!("{SINCE}{text}"),
        ("", _) | (_, None) => text,
        (unit, Some(_)) => format!("{text}{unit}"),
    }
}
