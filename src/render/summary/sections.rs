//! The sections of a summary: a title, a sentence, rows of cells, and notes.

use crate::report::{CohortSummary, Kind, OpeningCount, Spread};
use crate::units::{Currency, Money};
use crate::words::Language;

/// The most openings that are told.
const OPENINGS: usize = 12;

/// A part of a summary.
pub(super) struct Section {
    pub title: String,
    pub lead: String,
    /// Each row with as many cells as the others.
    pub rows: Vec<Vec<String>>,
    pub notes: Vec<String>,
}

/// What is told, in order.
pub(super) fn sections(summary: &CohortSummary) -> Vec<Section> {
    let told = Told { summary };
    let mut all = vec![told.whole()];
    if summary.people.is_some() {
        all.extend([told.by_when(), told.destinations(), told.blocked(), told.kinds()]);
    }
    all
}

struct Told<'s> {
    summary: &'s CohortSummary,
}

/// An amount to the nearest so many, so that it is no single person's figure.
pub(super) fn nearest(step: f64, amount: f64, currency: Currency) -> String {
    Language::En.money(Some(Money::from_units((amount / step).round() * step)), currency)
}

impl Told<'_> {
    fn money(&self, amount: f64) -> String {
        nearest(1_000.0, amount, self.summary.graph.currency)
    }

    fn whole(&self) -> Section {
        let summary = self.summary;
        let lead = match summary.people {
            None => format!("Fewer than {} people were scored: nothing is told of them.", summary.least),
            Some(_) => format!(
                "{} people scored, {} rows rejected; {} {}, today {}.",
                people(summary.people),
                summary.rejected,
                summary.graph.id,
                summary.graph.version,
                summary.today
            ),
        };
        let count = |what: &str, some| vec![what.to_owned(), people(some), share(some, summary.people)];
        let mut rows = Vec::new();
        if summary.people.is_some() {
            rows.push(count("can reach a wanted job, or any", summary.reached));
            rows.push(count("can reach none", summary.reached_none));
            rows.extend(summary.gain.map(|gain| {
                let gained = spread(Some(gain), |amount| self.money(amount));
                vec!["more in ten years than staying".to_owned(), gained, String::new()]
            }));
        }
        let hidden = format!(
            "Groups under {} are hidden, and others with them where a difference would show them. Figures are medians (25th to 75th percentile).",
            summary.least
        );
        Section { title: "Cohort".to_owned(), lead, rows, notes: vec![hidden] }
    }

    fn by_when(&self) -> Section {
        let rows = self.summary.by_when.iter().map(|span| {
            vec![span.what.clone(), people(span.people), share(span.people, self.summary.people)]
        });
        let lead = "How long each takes to the best destination.".to_owned();
        Section { title: "By when".to_owned(), lead, rows: rows.collect(), notes: Vec::new() }
    }

    fn destinations(&self) -> Section {
        let hidden = self.summary.hidden_destinations;
        let rows = self.summary.destinations.iter().map(|one| {
            let months = spread(one.months, |months| format!("{months:.0}"));
            vec![
                one.title.clone(),
                people(Some(one.people)),
                format!("{months} months"),
                format!(
                    "cost {}",
                    spread(one.cost, |amount| nearest(100.0, amount, self.summary.graph.currency))
                ),
                one.gain.map_or_else(String::new, |gain| {
                    format!("gain {}", spread(Some(gain), |amount| self.money(amount)))
                }),
            ]
        });
        let few = || format!("{hidden} more with fewer than {} people.", self.summary.least);
        let notes = (hidden > 0).then(few).into_iter().collect();
        let lead = "The best destination of each, most frequent first.".to_owned();
        Section { title: "Destinations".to_owned(), lead, rows: rows.collect(), notes }
    }

    fn blocked(&self) -> Section {
        let blocked = &self.summary.blocked;
        let lead = match blocked.looked_at {
            None => "Too few people reach nothing to say more.".to_owned(),
            Some(0) => "Nobody who wants a certain role reaches nothing.".to_owned(),
            Some(people) => {
                format!("Of {} who reach nothing that they want:", looked_at(people, blocked.among))
            }
        };
        let mut rows = Vec::new();
        for wanted in &blocked.wanted {
            rows.push(vec![format!("want {}", wanted.what), people(wanted.people)]);
        }
        for bar in &blocked.bars {
            rows.push(vec![bar.what.clone(), people(bar.people)]);
        }
        let opened = |opening: &OpeningCount| {
            let amount = opening.amount.map_or_else(String::new, |amount| {
                let whole = |amount: f64| Language::En.count(Money::from_units(amount.round()).cents() / 100);
                format!(" {}", spread(Some(amount), whole))
            });
            vec![format!("would be solved by {}{amount}", opening.what), people(opening.people)]
        };
        rows.extend(blocked.openings.iter().take(OPENINGS).map(opened));
        Section { title: "What blocks the rest".to_owned(), lead, rows, notes: Vec::new() }
    }

    fn kinds(&self) -> Section {
        let kinds = &self.summary.kinds;
        let lead = match kinds.silhouette {
            None => "No groups large enough differ.".to_owned(),
            Some(_) => format!(
                "{} groups among {} people, by schooling, work, holdings, time and means.",
                kinds.kinds.len(),
                people(kinds.looked_at)
            ),
        };
        let row = |kind: &Kind| {
            let apart =
                kind.apart.iter().map(|one| format!("{}: {:.1} (all: {:.1})", one.what, one.here, one.all));
            let reached = kind.reached.map_or_else(
                || "how many reach something is hidden".to_owned(),
                |reached| format!("{reached} reach something"),
            );
            let gain =
                kind.gain.map(|gain| format!("gain {}", spread(Some(gain), |amount| self.money(amount))));
            let most = kind.destination.as_ref().map(|role| format!("most often {role}"));
            let told = [Some(reached), gain, most].into_iter().flatten();
            let told = apart.chain(told).collect::<Vec<_>>().join("; ");
            vec![format!("{} people", people(Some(kind.people))), told]
        };
        Section {
            title: "Groups of people".to_owned(),
            lead,
            rows: kinds.kinds.iter().map(row).collect(),
            notes: Vec::new(),
        }
    }
}

/// So many people, and of how many they were taken evenly spaced where not all were looked at.
pub(super) fn looked_at(some: u64, all: Option<u64>) -> String {
    match all {
        Some(all) if all > some => {
            format!("{some} people, evenly spaced among the {}", people(Some(all)))
        }
        Some(_) => format!("{some} people"),
        None => format!("{some} people, evenly spaced among those"),
    }
}

/// A count, or that it is hidden.
pub(super) fn people(people: Option<u64>) -> String {
    people.map_or_else(
        || "hidden".to_owned(),
        |people| Language::En.count(i64::try_from(people).unwrap_or(i64::MAX)),
    )
}

/// The median with the quartiles around it; empty where there are none.
fn spread(spread: Option<Spread>, show: impl Fn(f64) -> String) -> String {
    spread.map_or_else(String::new, |spread| {
        format!("{} ({} to {})", show(spread.median), show(spread.low), show(spread.high))
    })
}

/// A count as a share of all; empty where one of them is hidden.
pub(super) fn share(people: Option<u64>, whole: Option<u64>) -> String {
    match people.zip(whole) {
        #[expect(clippy::cast_precision_loss, reason = "people are few")]
        Some((people, whole)) if whole > 0 => format!("{:.0} %", 100.0 * people as f64 / whole as f64),
        _ => String::new(),
    }
}
