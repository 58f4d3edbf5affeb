//! Where the programs of a report can be studied, as data.

use serde::Serialize;

use crate::graph::{How, Taught};
use crate::provenance::Basis;
use crate::units::Money;

/// Where somebody could study a program.
#[derive(Debug, Clone, Serialize)]
pub struct Study {
    /// Program id.
    pub program: String,
    /// Who accredits such programs; empty where nobody does.
    pub accreditor: String,
    /// How many schools of the person's area teach it or what leads to the same award.
    pub in_area: usize,
    /// How many there are in all.
    pub in_all: usize,
    /// Id of the school whose price is the step's; none where what is usual in the state is, or the kind has one price.
    pub priced_at: Option<String>,
    /// Whether the step costs what is usual in the state, since no school that is reached prices it.
    pub is_usual: bool,
    /// Up to five schools: the one that prices the step, those of the area, the nearest, those at a distance.
    pub schools: Vec<SchoolReport>,
}

/// A school, as the person comes by its program.
#[derive(Debug, Clone, Serialize)]
pub struct SchoolReport {
    /// Its id.
    pub school: String,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// Id of its state or province.
    pub state: String,
    /// Whether that is the person's own.
    pub in_state: bool,
    /// How the person comes by it.
    pub how: How,
    /// How the school teaches people of that level.
    pub taught: Taught,
    /// Miles from the middle of the person's region; none where that tells nothing.
    pub miles: Option<u32>,
    /// Tuition and fees of a year for the person; none where not published.
    pub per_year: Option<Money>,
    /// Price of the whole program, where the school charges by program.
    pub total: Option<Money>,
    /// `published`, or `imputed` where it is worked out: graduates' from undergraduates', a district's from the state's.
    pub price_basis: Option<Basis>,
    /// What other residents of the state pay a year, where `per_year` is what those of the school's district do.
    pub per_year_in_state: Option<Money>,
    /// Awards given in the last year told of; none where that is not told.
    pub awards_a_year: Option<u32>,
    /// `accredited` or `not_known`.
    pub accreditation: &'static str,
    /// As of when it is accredited.
    pub accredited_as_of: Option<String>,
    /// Share of all students of the school who finish; it ranks nothing.
    pub completion_of_school: Option<f64>,
    /// Median earnings of those who finished, one year after; it ranks nothing.
    pub earned_after_1_year: Option<Money>,
    /// The same four years after.
    pub earned_after_4_years: Option<Money>,
    /// How many had finished.
    pub earned_of: Option<u32>,
    /// Its address on the web.
    pub web: String,
    /// Id of the source of place, price and awards.
    pub source: String,
    /// Id of the source of earnings.
    pub earned_source: Option<String>,
}
