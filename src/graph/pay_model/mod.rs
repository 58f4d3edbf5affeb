//! The fitted model of pay that a graph ships: how `careerpath wages fit` writes it and how it is read.
//!
//! Figures only; what they mean for a person and a region is told in `wages`.

use serde::{Deserialize, Serialize};

mod people;
mod places;

use super::checker::Checker;
use crate::document::Document;
use crate::finding::Fault;
pub use people::{
    Change, Coverage, Coverages, Direction, End, Ends, Kept, Moved, Nearness, OccupationKind, People, Typical,
};
pub use places::{Gaps, Own, Places, Shared, Width};

/// `careerpath.pay-model/2`: where people stand by experience, how pay varies over places, how it grows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayModel {
    /// `careerpath.pay-model/2`.
    pub format: String,
    /// Where people stand in their occupation's pay.
    pub people: People,
    /// How pay varies over regions; none where no office publishes enough of them.
    pub places: Option<Places>,
    /// How pay grows over the years; none where it is not known.
    pub growth: Option<Growth>,
}

impl PayModel {
    /// The value of `format`.
    pub const FORMAT: &str = "careerpath.pay-model/2";
}

/// How pay of occupations grows from year to year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// The yearly tables, by the graph's source id.
    pub source: String,
    /// The last year they tell.
    pub until: u32,
    /// By major group.
    pub groups: Vec<Drift>,
    /// Median absolute error in percent after 1, 3 and 6 years, held out.
    pub off: [f64; 3],
}

/// The drift of a major group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drift {
    /// The start of its codes.
    pub codes: String,
    /// Yearly growth of log pay.
    pub yearly: f64,
}

impl Growth {
    /// Years ahead up to which forecasts were measured; none is told beyond.
    pub const MEASURED: u32 = 6;

    /// Yearly growth of log pay of a code's major group; nothing where it is not told.
    #[must_use]
    pub fn yearly(&self, code: &str) -> Option<f64> {
        self.groups.iter().find(|group| code.starts_with(&group.codes)).map(|group| group.yearly)
    }
}

/// Reads the model and proves that it can be used: sources known, years rising, shares falling, ends around the middle.
pub(super) fn pay_model(document: &Document, checker: &mut Checker) -> Option<PayModel> {
    let model: PayModel = document.record("", &mut checker.findings)?;
    let told = checker.findings.len();
    if model.format != PayModel::FORMAT {
        let detail = format!("format must be {}", PayModel::FORMAT);
        checker.tell(document, "/format", Fault::WrongType { detail });
    }
    checker.source(&model.people.source, document, "/people");
    model.people.proof(&mut |pointer, fault| checker.tell(document, &format!("/people{pointer}"), fault));
    if let Some(places) = &model.places {
        checker.source(&places.source, document, "/places");
        places.proof(&mut |pointer, fault| checker.tell(document, &format!("/places{pointer}"), fault));
    }
    if let Some(growth) = &model.growth {
        checker.source(&growth.source, document, "/growth");
        for (at, group) in growth.groups.iter().enumerate() {
            let pointer = format!("/growth/groups/{at}/yearly");
            within(&mut |_, fault| checker.tell(document, &pointer, fault), "", [group.yearly], -0.5, 0.5);
        }
    }
    (checker.findings.len() == told).then_some(model)
}

/// Where a fault is told.
type Tell<'t> = dyn FnMut(&str, Fault) + 't;

fn within(tell: &mut Tell<'_>, pointer: &str, values: impl IntoIterator<Item = f64>, low: f64, high: f64) {
    for value in values.into_iter().filter(|value| !(low..=high).contains(value)) {
        tell(pointer, Fault::OutOfRange { value, low, high });
    }
}
