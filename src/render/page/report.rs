//! A report as a page.

use askama::Template;

use super::super::cells;
use super::super::chart::{calendar, trajectory};
use super::super::sentences::{self, Labelled, Sentences};
use super::{STYLE, made};
use crate::report::{BlockedRole, Destination, PathwayReport, Pinned, Report};
use crate::words::Language;

/// Writes a report as one self-contained page of HTML: it loads nothing from anywhere.
#[must_use]
pub fn page(report: &Report) -> String {
    let says = Sentences::on_page(report);
    let destinations = report.destinations.iter().enumerate();
    let mut destinations = destinations.filter(|(_, found)| !found.pathways.is_empty());
    let first = destinations.next().map(|(_, found)| First::of(says, found, &found.pathways[0]));
    let page = Page {
        says,
        report,
        language: says.language,
        title: says.title(),
        style: STYLE,
        first,
        few: report.destinations.first().and_then(|found| says.few_openings(found)),
        pinned: report.pinned.iter().map(|pinned| Kept::of(says, pinned)).collect(),
        others: destinations.map(|(at, found)| Other::of(says, at, found, &found.pathways[0])).collect(),
        closed: report.blocked.iter().map(|blocked| Closed::of(says, blocked)).collect(),
        notes: says.lost().into_iter().chain(says.last()).collect(),
        made: made(&report.settings.today, says.language),
    };
    page.render().expect("a page is written to memory")
}

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'r> {
    says: Sentences<'r>,
    report: &'r Report,
    language: Language,
    title: String,
    style: &'static str,
    first: Option<First>,
    few: Option<String>,
    pinned: Vec<Kept>,
    others: Vec<Other>,
    closed: Vec<Closed>,
    notes: Vec<String>,
    made: String,
}

/// A pathway kept whatever beats it.
struct Kept {
    title: String,
    line: String,
    steps: Vec<Labelled>,
    beside: String,
}

impl Kept {
    fn of(says: Sentences<'_>, pinned: &Pinned) -> Self {
        Self {
            title: says.say("pinned", [("title", pinned.title.as_str().into())]),
            line: pinned.pathway.line.clone(),
            steps: says.steps(&pinned.pathway),
            beside: says.against(&pinned.pathway, &pinned.against),
        }
    }
}

/// The first destination in full.
struct First {
    best: String,
    sums: String,
    about: String,
    at_once: String,
    line: String,
    trajectory: Option<String>,
    legend_band: String,
    legend_stay: Option<String>,
    calendar: String,
    steps: Vec<Step>,
    studies: Vec<(String, Vec<String>)>,
    cost: String,
    band_title: String,
    years: Vec<Year>,
    nominal: bool,
    part: bool,
    reasons: Vec<Labelled>,
    unknown: Vec<String>,
}

struct Step {
    when: String,
    title: String,
    told: String,
    cost: String,
}

struct Year {
    number: u32,
    pay: String,
    band: String,
    stay: String,
    nominal: String,
}

/// Another destination in a row, with what unfolds.
struct Other {
    /// The part that begins with it.
    part: Option<String>,
    title: String,
    about: String,
    line: String,
    months: String,
    cost: String,
    gain: String,
    chance: String,
    score: String,
    steps: Vec<Step>,
    studies: Vec<(String, Vec<String>)>,
    reasons: Vec<Labelled>,
}

struct Closed {
    title: String,
    told: Vec<Labelled>,
}

impl First {
    fn of(says: Sentences<'_>, found: &Destination, path: &PathwayReport) -> Self {
        let report = says.report;
        let years = years(says, path);
        let stay = report.stay.title.as_deref();
        let held = says.language.decimal(report.bands.held, 0);
        let preset = says.word(&format!("preset-{}", report.settings.preset));
        let best = [("preset", preset.into()), ("title", found.title.as_str().into())];
        let sums =
            [("sums", says.sums(path).into()), ("years", (report.settings.horizon_months / 12).into())];
        let band = [("made", report.bands.made_for.into()), ("held", held.as_str().into())];
        Self {
            best: says.say("page-best", best),
            sums: says.say("page-best-sums", sums),
            about: found.about.clone(),
            at_once: path.timeline.first().map_or_else(String::new, |step| {
                says.say("page-first-step", [("step", says.done(step).into())])
            }),
            line: path.line.clone(),
            trajectory: trajectory(says, &found.title, path, "pay-chart"),
            legend_band: says.say("page-legend-band", band),
            legend_stay: stay.map(|title| says.say("page-legend-stay", [("title", title.into())])),
            calendar: calendar(says, path, "step-chart"),
            steps: steps(says, path),
            studies: says.studies(path),
            cost: cells::cost(path, says.language, says.report.graph.currency),
            band_title: says.say("page-band", [("held", held.as_str().into())]),
            nominal: years.iter().any(|year| !year.nominal.is_empty()),
            part: years.iter().any(|year| year.pay.contains('*') || year.stay.contains('*')),
            years,
            reasons: reasons(says, found, path),
            unknown: path.unknown.clone(),
        }
    }
}

impl Other {
    fn of(says: Sentences<'_>, at: usize, found: &Destination, path: &PathwayReport) -> Self {
        let mut reasons = reasons(says, found, path);
        if !path.unknown.is_empty() {
            reasons.push((says.word("label-unknown"), says.language.clauses(&path.unknown)));
        }
        // the first destination stands by itself, above
        let part = if at == 1 { Some(says.part_of(at)) } else { says.part(at) };
        Self {
            part,
            title: found.title.clone(),
            about: found.about.clone(),
            line: path.line.clone(),
            months: says.language.months(path.months.into()),
            cost: cells::cost(path, says.language, says.report.graph.currency),
            gain: says.money(path.expected_gain),
            chance: cells::chance(path, says.language),
            score: says.language.decimal(path.score, 2),
            steps: steps(says, path),
            studies: says.studies(path),
            reasons,
        }
    }
}

impl Closed {
    fn of(says: Sentences<'_>, blocked: &BlockedRole) -> Self {
        Self { title: blocked.title.clone(), told: sentences::blocked(blocked, says.language) }
    }
}

fn steps(says: Sentences<'_>, path: &PathwayReport) -> Vec<Step> {
    let steps = path.timeline.iter().map(|step| Step {
        when: says.date(step.start_month),
        title: step.title.clone(),
        told: says.step(step),
        cost: says.money(Some(step.cost)),
    });
    steps.collect()
}

fn years(says: Sentences<'_>, path: &PathwayReport) -> Vec<Year> {
    let paid = says.paid();
    let years = path.wages.iter().enumerate().map(|(at, wage)| Year {
        number: wage.year,
        pay: paid.mid(Some(wage)),
        band: paid.band(Some(wage)),
        stay: paid.mid(says.report.stay.wages.get(at)),
        nominal: wage.nominal.as_ref().map_or_else(String::new, |nominal| says.money(nominal.mid)),
    });
    years.collect()
}

/// What a destination is worth knowing for, but what is not known and the ids of sources, which stand by themselves.
fn reasons(says: Sentences<'_>, found: &Destination, path: &PathwayReport) -> Vec<Labelled> {
    let own = ["label-unknown", "label-figures"].map(|key| says.word(key));
    let mut told = says.reasons(found, path);
    told.retain(|(label, _)| !own.contains(label));
    // what has no word of its own belongs to what stands before it
    if let Some(at) = told.iter().position(|(label, _)| label.is_empty()).filter(|at| *at > 0) {
        let (_, rest) = told.remove(at);
        told[at - 1].1 = says.language.clauses(&[told[at - 1].1.as_str(), rest.as_str()]);
    }
    told
}
