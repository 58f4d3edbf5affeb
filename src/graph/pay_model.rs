//! The fitted model of pay that a graph ships: how `careerpath wages fit` writes it and how it is read.
//!
//! Figures only; what they mean for a person and a region is told in `wages`.

use serde::{Deserialize, Serialize};

use super::checker::Checker;
use crate::document::Document;
use crate::finding::Fault;

/// `careerpath.pay-model/1`: where people stand by experience, how pay varies over places, how it grows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayModel {
    /// `careerpath.pay-model/1`.
    pub format: String,
    /// Where people stand in their occupation's pay.
    pub people: People,
    /// How pay varies over regions; none where no office publishes enough of them.
    pub places: Option<Places>,
    /// How pay grows over the years; none where it is not known.
    pub growth: Option<Growth>,
}

impl PayModel {
    /// What `format` says.
    pub const FORMAT: &str = "careerpath.pay-model/1";
}

/// Where people stand in their occupation's pay by experience, and how far they keep their place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// The panel, by the graph's source id.
    pub source: String,
    /// Whom it followed, and when.
    pub of: String,
    /// Person-years behind the figures.
    pub person_years: usize,
    /// The median percentile by years in the field and in the job.
    pub typical: Typical,
    /// How much of how far one stands from it is still there later.
    pub kept: Kept,
    /// How far people stand from it, by years in the field, where their own pay is not known.
    pub unknown: Ends,
    /// How far they come out from what their own pay told, by years since.
    pub known: Ends,
}

/// A regression of the median percentile on experience.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typical {
    /// What one, x, √x, x² of the years in the field, then x, √x, x² of those in the job count for.
    pub terms: [f64; 7],
    /// The lowest median percentile seen.
    pub least: f64,
    /// The highest.
    pub most: f64,
    /// Years beyond which it no longer rises.
    pub years: usize,
    /// Mean bias in percent of pay, held out.
    pub off: f64,
}

/// The share of a distance from the typical percentile, in log odds, that is left after 1, 2, … years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Within the occupation's major group.
    pub same: Vec<f64>,
    /// In another.
    pub other: Vec<f64>,
}

/// How far eight in ten people come out from what was expected, in log odds of the percentile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// By years, rising; straight between, flat beyond.
    pub by_years: Vec<End>,
    /// How much wider a band must be to hold as many of the years to come.
    pub wider: f64,
    /// How many people held out it held, of 100, in the years it was fitted on.
    pub held: f64,
    /// The same of later years, widened.
    pub held_later: f64,
    /// How many person-years of later years that is measured on.
    pub cases: usize,
}

/// The ends of a band after so many years.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The years.
    pub years: f64,
    /// A tenth come out below this.
    pub low: f64,
    /// A tenth come out above this.
    pub high: f64,
}

/// How pay varies over regions and occupations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// The tables it was fitted on, by the graph's source id.
    pub source: String,
    /// How cells vary together.
    pub gaps: Gaps,
    /// The width of an 80 % band by the codes it is for.
    pub widths: Vec<Width>,
    /// Median absolute error in percent, held out: of states, of areas.
    pub off: [f64; 2],
    /// The same of a percentile told by the nation's ratio to the median.
    pub off_percentiles: f64,
}

/// How wide a band must be that holds eight in ten cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Width {
    /// The start of the codes it is for, or a whole one; the longest that fits counts.
    pub codes: String,
    /// Expected errors on each side.
    pub errors: f64,
    /// Cells held out that it held, of 100.
    pub held: f64,
    /// How many cells that is measured on.
    pub cases: usize,
}

/// Covariances of cells: logs of their medians over the national median of their occupation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gaps {
    /// Of two cells of one state.
    pub state: Shared,
    /// Of two cells of one area.
    pub area: Shared,
    /// Of a cell of an area and one of its state.
    pub between: Shared,
    /// Relative standard error of a cell of a state and of an area.
    pub error: [f64; 2],
    /// Per occupation, by code.
    pub occupations: Vec<Own>,
}

/// Variation shared by two cells, by how near their occupations are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Any two occupations.
    pub any: f64,
    /// Two of one major group (`29-`).
    pub major: f64,
    /// Two of one minor group (`29-2`).
    pub minor: f64,
    /// The same occupation.
    pub same: f64,
}

/// What is known of an occupation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// Its code.
    pub code: String,
    /// How strongly it moves with the others.
    pub loading: f64,
    /// Mean log ratio of its state and its area cells to the national median.
    pub mean: [f64; 2],
    /// Variance of its state and its area cells around that, in units of the loading.
    pub variance: [f64; 2],
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

/// A value by years, straight between those given and flat beyond; nothing where none is given.
fn straight<const N: usize>(
    count: usize,
    given: impl Fn(usize) -> (f64, [f64; N]),
    years: f64,
) -> Option<[f64; N]> {
    let next = (0..count).find(|at| given(*at).0 > years);
    let before = next.unwrap_or(count).checked_sub(1).map(&given);
    match (before, next.map(&given)) {
        (Some((from, low)), Some((to, high))) => {
            let share = (years - from) / (to - from);
            Some(std::array::from_fn(|which| (high[which] - low[which]).mul_add(share, low[which])))
        }
        (found, other) => found.or(other).map(|(_, value)| value),
    }
}

impl Kept {
    /// The share left after some years, in the same major group or another; straight between whole years, that of the
    /// first and the last beyond.
    #[must_use]
    pub fn share(&self, years: f64, moved: bool) -> f64 {
        let shares = if moved { &self.other } else { &self.same };
        #[expect(clippy::cast_precision_loss, reason = "years are few")]
        let given = |at: usize| ((at + 1) as f64, [shares[at]]);
        straight(shares.len(), given, years).map_or(0.0, |[share]| share)
    }
}

impl Ends {
    /// The low and the high end after some years, in log odds, not widened.
    #[must_use]
    pub fn at(&self, years: f64) -> [f64; 2] {
        let given = |at: usize| {
            let end = &self.by_years[at];
            (end.years, [end.low, end.high])
        };
        straight(self.by_years.len(), given, years).unwrap_or_default()
    }

    /// The low and the high end after some years, in log odds, as wide as the years to come need.
    #[must_use]
    pub fn widened(&self, years: f64) -> [f64; 2] {
        self.at(years).map(|end| end * self.wider)
    }
}

impl Places {
    /// Expected errors on each side of an 80 % band for a code; nothing where none is told.
    #[must_use]
    pub fn width(&self, code: &str) -> Option<&Width> {
        let fits = self.widths.iter().filter(|width| code.starts_with(&width.codes));
        fits.max_by_key(|width| width.codes.len())
    }
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

impl People {
    fn proof(&self, tell: &mut Tell<'_>) {
        let typical = &self.typical;
        within(tell, "/typical/terms", typical.terms, -1e3, 1e3);
        within(tell, "/typical/least", [typical.least], 0.5, 99.5);
        within(tell, "/typical/most", [typical.most], typical.least, 99.5);
        if !(1..=60).contains(&typical.years) {
            let value = f64::from(u32::try_from(typical.years).unwrap_or(u32::MAX));
            tell("/typical/years", Fault::OutOfRange { value, low: 1.0, high: 60.0 });
        }
        for (pointer, shares) in [("/kept/same", &self.kept.same), ("/kept/other", &self.kept.other)] {
            within(tell, pointer, shares.iter().copied(), 0.0, 1.0);
            if !shares.is_sorted_by(|earlier, later| earlier >= later) {
                tell(pointer, Fault::Disordered { what: "shares from the last year to the first" });
            }
        }
        for (pointer, ends) in [("/unknown", &self.unknown), ("/known", &self.known)] {
            let by_years = format!("{pointer}/by_years");
            if !ends.by_years.is_sorted_by(|earlier, later| earlier.years < later.years) {
                tell(&by_years, Fault::Disordered { what: "years" });
            }
            within(tell, &by_years, ends.by_years.iter().map(|end| end.years), 0.0, 60.0);
            within(tell, &by_years, ends.by_years.iter().map(|end| end.low), -10.0, 0.0);
            within(tell, &by_years, ends.by_years.iter().map(|end| end.high), 0.0, 10.0);
            within(tell, &format!("{pointer}/wider"), [ends.wider], 1.0, 5.0);
            within(tell, pointer, [ends.held, ends.held_later], 0.0, 100.0);
        }
    }
}

impl Places {
    fn proof(&self, tell: &mut Tell<'_>) {
        let gaps = &self.gaps;
        for (pointer, shared) in
            [("/gaps/state", gaps.state), ("/gaps/area", gaps.area), ("/gaps/between", gaps.between)]
        {
            let nearer = [0.0, shared.any, shared.major, shared.minor, shared.same];
            within(tell, pointer, nearer, 0.0, 10.0);
            if !nearer.is_sorted() {
                tell(pointer, Fault::Disordered { what: "any, major, minor, same" });
            }
        }
        within(tell, "/gaps/error", gaps.error, 0.0, 1.0);
        for (at, own) in gaps.occupations.iter().enumerate() {
            let pointer = format!("/gaps/occupations/{at}");
            within(tell, &pointer, [own.loading], 0.1, 10.0);
            within(tell, &pointer, own.mean, -2.0, 2.0);
            within(tell, &pointer, own.variance, 0.0, 10.0);
        }
        within(tell, "/widths", self.widths.iter().map(|width| width.errors), 0.0, 10.0);
    }
}
