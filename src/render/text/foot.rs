//! What stands under the list of destinations: what choices lose, closed roles, how firm the order is, what is not settled,
//! notes.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::Page;
use crate::report::{BlockedRole, Firmness, WeightTurn};
use crate::units::Money;

impl Page<'_> {
    /// How firm the first place is, in a sentence.
    fn firm(&self, firmness: &Firmness) -> String {
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

    /// What comes after the destinations.
    pub(super) fn foot(&mut self) {
        let report = self.report;
        if let Some(choices) = &report.choices
            && !choices.lost.is_empty()
        {
            let titles: Vec<&str> = choices.lost.iter().map(|(_, title)| title.as_str()).collect();
            self.line("");
            let told = format!("With your choices these can no longer be reached: {}.", titles.join(", "));
            self.paragraph(&told);
        }
        for blocked in &report.blocked {
            self.blocked(blocked);
        }
        self.line("");
        if let Some(firmness) = &report.firmness {
            let told = self.firm(firmness);
            self.paragraph(&told);
        }
        self.unsettled();
        if report.reachable > report.destinations.len() {
            let (shown, all) = (report.destinations.len(), report.reachable);
            self.line(&format!("{shown} of {all} reachable roles shown; --top N shows more."));
        }
        for note in &report.notes {
            self.paragraph(note);
        }
        let graph = &report.graph;
        self.line(&format!(
            "Graph {} {} ({}), {} of {}.",
            graph.id, graph.version, graph.digest, graph.currency, graph.base_year
        ));
    }

    fn blocked(&mut self, blocked: &BlockedRole) {
        self.line("");
        let title = self.strong(&blocked.title);
        self.line(&format!(" -  {title}: no pathway within your limits"));
        if blocked.by_choices {
            self.labelled("Why", "only what you leave out or insist on shuts it");
            return;
        }
        if !blocked.lacks.is_empty() {
            self.labelled("Why", &blocked.lacks.join("; "));
        }
        let single = blocked.openings.iter().map(|opening| opening.change.clone());
        let pairs = blocked.pairs.iter().map(|[one, other]| format!("{} with {}", one.change, other.change));
        let openings: Vec<String> = single.chain(pairs).collect();
        let told = if openings.is_empty() {
            "no single change opens it, and no two limits lifted together".to_owned()
        } else {
            format!("any one of: {}", openings.join("; "))
        };
        self.labelled("Opens", &told);
    }

    /// What was given up, by the reason for it.
    fn unsettled(&mut self) {
        let report = self.report;
        let reasons: BTreeSet<&str> = report.unsettled.iter().map(|role| role.why.as_str()).collect();
        for why in reasons {
            let alike = report.unsettled.iter().filter(|role| role.why == why);
            let titles: Vec<&str> = alike.map(|role| role.title.as_str()).collect();
            let told = format!(
                "Not settled, {why}: {}. What is listed of them may be beaten; a smaller budget, less time or a wanted \
                 role makes it less.",
                titles.join(", ")
            );
            self.paragraph(&told);
        }
    }
}
