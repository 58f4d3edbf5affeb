//! What stands under the list of destinations: what choices lose, closed roles, how firm the order is, what is not settled,
//! notes.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Labelled, Sentences};
use crate::report::{BlockedRole, Firmness, WeightTurn};
use crate::units::Money;

impl Sentences<'_> {
    /// What choices shut.
    pub fn lost(self) -> Option<String> {
        let lost = &self.report.choices.as_ref()?.lost;
        let titles: Vec<&str> = lost.iter().map(|(_, title)| title.as_str()).collect();
        (!titles.is_empty())
            .then(|| format!("With your choices these can no longer be reached: {}.", titles.join(", ")))
    }

    /// How firm the first place is, in a sentence.
    fn firm(self, firmness: &Firmness) -> String {
        let turns = firmness.weights.iter().flat_map(|turns| {
            let told = |turn: &Option<WeightTurn>, word: &str| {
                let turn = turn.as_ref()?;
                let words = format!(
                    "the weight of {} is {word} {:.2} (now {:.2}; then {})",
                    turns.criterion, turn.share, turns.weight, turn.title
                );
                Some(((turn.share - turns.weight).abs(), words))
            };
            [told(&turns.above, "above"), told(&turns.below, "below")].into_iter().flatten()
        });
        let nearest = turns.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, words)| words);
        let figures = firmness.figures.iter().filter_map(|turn| {
            let change = turn.change?;
            let money = || self.money(Some(Money::from_units(change)));
            Some(match turn.figure {
                "cost" => format!("cost {} more", money()),
                "earnings" => format!("earned {} less", money()),
                _ => format!("took {change:.0} months more"),
            })
        });
        let figures: Vec<String> = figures.collect();
        let mut told = match nearest {
            Some(words) => format!("{} stays first until {words}", firmness.title),
            None => format!("{} stays first whatever a single criterion weighs", firmness.title),
        };
        if let (false, Some(turn)) = (figures.is_empty(), firmness.figures.first()) {
            let _ = write!(told, "; {} would pass it if it {}", turn.title, figures.join(" or "));
        }
        let (draws, ranges) = (&firmness.draws, &firmness.draws.ranges);
        let percent = |share: f64| 100.0 * share;
        let _ = write!(
            told,
            ". It is first in {:.0} % of {} draws (pay within {:.0} %, costs {:.0} %, rates {:.0} %, weights {:.0} %).",
            percent(draws.first),
            draws.draws,
            percent(ranges.pay),
            percent(ranges.cost),
            percent(ranges.rate),
            percent(ranges.weight)
        );
        told
    }

    /// How firm the order is, what is not settled, how much is not shown, notes, and the graph.
    pub fn last(self) -> Vec<String> {
        let report = self.report;
        let mut told: Vec<String> = report.firmness.iter().map(|firmness| self.firm(firmness)).collect();
        told.extend(self.unsettled());
        if report.reachable > report.destinations.len() {
            let (shown, all) = (report.destinations.len(), report.reachable);
            told.push(format!("{shown} of {all} reachable roles shown; --top N shows more."));
        }
        told.extend(report.notes.iter().cloned());
        let graph = &report.graph;
        told.push(format!(
            "Graph {} {} ({}), {} of {}.",
            graph.id, graph.version, graph.digest, graph.currency, graph.base_year
        ));
        told
    }

    /// What was given up, by the reason for it.
    fn unsettled(self) -> Vec<String> {
        let report = self.report;
        let reasons: BTreeSet<&str> = report.unsettled.iter().map(|role| role.why.as_str()).collect();
        let told = |why: &str| {
            let alike = report.unsettled.iter().filter(|role| role.why == why);
            let titles: Vec<&str> = alike.map(|role| role.title.as_str()).collect();
            format!(
                "Not settled, {why}: {}. What is listed of them may be beaten; a smaller budget, less time or a wanted \
                 role makes it less.",
                titles.join(", ")
            )
        };
        reasons.into_iter().map(told).collect()
    }
}

/// Why a role is closed and what would open it.
pub(in crate::render) fn blocked(blocked: &BlockedRole) -> Vec<Labelled> {
    let mut told: Vec<(&str, String)> = Vec::new();
    if blocked.by_choices {
        told.push(("Why", "only what you leave out or insist on shuts it".to_owned()));
    } else {
        if !blocked.lacks.is_empty() {
            told.push(("Why", blocked.lacks.join("; ")));
        }
        let single = blocked.openings.iter().map(|opening| opening.change.clone());
        let pairs = blocked.pairs.iter().map(|[one, other]| format!("{} with {}", one.change, other.change));
        let openings: Vec<String> = single.chain(pairs).collect();
        let opens = if openings.is_empty() {
            "no single change opens it, and no two limits lifted together".to_owned()
        } else {
            format!("any one of: {}", openings.join("; "))
        };
        told.push(("Opens", opens));
    }
    told.into_iter().map(|(label, text)| (label.to_owned(), text)).collect()
}
