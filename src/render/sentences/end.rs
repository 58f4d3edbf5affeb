//! What stands under the list of destinations: what choices lose, closed roles, how firm the order is, what is not settled,
//! notes.

use std::collections::BTreeSet;

use super::{Labelled, Sentences};
use crate::report::{BlockedRole, FigureTurn, Firmness, WeightTurn, WeightTurns};
use crate::units::Money;
use crate::words::Language;

impl Sentences<'_> {
    /// What choices shut.
    pub fn lost(self) -> Option<String> {
        let lost = &self.report.choices.as_ref()?.lost;
        let titles: Vec<&str> = lost.iter().map(|(_, title)| title.as_str()).collect();
        let titles = || self.language.list(&titles);
        (!lost.is_empty()).then(|| self.say("lost", [("titles", titles().into())]))
    }

    /// How firm the first place is, in a sentence.
    fn firm(self, firmness: &Firmness) -> String {
        let turns = firmness.weights.iter().flat_map(|turns| {
            let told = |turn: &Option<WeightTurn>, key: &str| {
                let turn = turn.as_ref()?;
                Some(((turn.share - turns.weight).abs(), self.weight_turn(key, turns, turn)))
            };
            [told(&turns.above, "weight-above"), told(&turns.below, "weight-below")].into_iter().flatten()
        });
        let nearest = turns.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, words)| words);
        let title = ("title", firmness.title.as_str().into());
        let mut first = match nearest {
            Some(turn) => self.say("first-until", [title, ("turn", turn.into())]),
            None => self.say("first-always", [title]),
        };
        let figures: Vec<String> =
            firmness.figures.iter().filter_map(|turn| self.figure_turn(turn)).collect();
        if let (false, Some(turn)) = (figures.is_empty(), firmness.figures.first()) {
            let filled = [
                ("first", first.into()),
                ("title", turn.title.as_str().into()),
                ("figures", self.language.linked(&figures, "or").into()),
            ];
            first = self.say("passed-if", filled);
        }
        let (draws, ranges) = (&firmness.draws, &firmness.draws.ranges);
        let percent = |share: f64| self.language.decimal(100.0 * share, 0).into();
        let filled = [
            ("first", first.into()),
            ("percent", percent(draws.first)),
            ("draws", draws.draws.into()),
            ("pay", percent(ranges.pay)),
            ("cost", percent(ranges.cost)),
            ("rate", percent(ranges.rate)),
            ("weight", percent(ranges.weight)),
        ];
        self.say("draws", filled)
    }

    fn weight_turn(self, key: &str, turns: &WeightTurns, turn: &WeightTurn) -> String {
        let filled = [
            ("criterion", self.word(&format!("criterion-{}", turns.criterion)).into()),
            // a share that would be told as none is told with more places
            ("share", self.language.decimal(turn.share, if turn.share < 0.01 { 4 } else { 2 }).into()),
            ("now", self.language.decimal(turns.weight, 2).into()),
            ("title", turn.title.as_str().into()),
        ];
        self.say(key, filled)
    }

    /// The change of a figure that puts another role first; nothing where none does.
    fn figure_turn(self, turn: &FigureTurn) -> Option<String> {
        let change = turn.change?;
        let money = || self.money(Some(Money::from_units(change)));
        Some(match turn.figure {
            "cost" => self.say("turn-cost", [("money", money().into())]),
            "earnings" => self.say("turn-earnings", [("money", money().into())]),
            _ => {
                #[expect(clippy::cast_possible_truncation, reason = "months below the horizon")]
                let months = self.language.months(change.round() as i64);
                self.say("turn-months", [("months", months.into())])
            }
        })
    }

    /// How firm the order is, what is not settled, how much is not shown, notes, and the graph.
    pub fn last(self) -> Vec<String> {
        let report = self.report;
        let mut told: Vec<String> = report.firmness.iter().map(|firmness| self.firm(firmness)).collect();
        told.extend(self.unsettled());
        if report.reachable > report.destinations.len() {
            let (shown, all) = (report.destinations.len(), report.reachable);
            let shown_of = if self.on_page { "page-shown-of" } else { "shown-of" };
            told.push(self.say(shown_of, [("shown", shown.into()), ("all", all.into())]));
        }
        told.extend(report.notes.iter().cloned());
        let graph = &report.graph;
        let filled = [
            ("id", graph.id.as_str().into()),
            ("version", graph.version.as_str().into()),
            ("digest", graph.digest.as_str().into()),
            ("currency", graph.currency.code().into()),
            ("year", graph.base_year.to_string().into()),
        ];
        told.push(self.say("graph", filled));
        told
    }

    /// What was given up, by the reason for it.
    fn unsettled(self) -> Vec<String> {
        let report = self.report;
        let reasons: BTreeSet<&str> = report.unsettled.iter().map(|role| role.why.as_str()).collect();
        let told = |why: &str| {
            let alike = report.unsettled.iter().filter(|role| role.why == why);
            let titles: Vec<&str> = alike.map(|role| role.title.as_str()).collect();
            self.say("not-settled", [("why", why.into()), ("titles", self.language.list(&titles).into())])
        };
        reasons.into_iter().map(told).collect()
    }
}

/// Why a role is closed and what would open it.
pub(in crate::render) fn blocked(blocked: &BlockedRole, language: Language) -> Vec<Labelled> {
    let mut told: Vec<(&str, String)> = Vec::new();
    if blocked.by_choices {
        told.push(("label-why", language.word("only-choices")));
    } else {
        if !blocked.lacks.is_empty() {
            told.push(("label-why", language.clauses(&blocked.lacks)));
        }
        told.push(("label-opens", opens(blocked, language)));
    }
    told.into_iter().map(|(label, text)| (language.word(label), text)).collect()
}

/// What would open a closed role.
fn opens(blocked: &BlockedRole, language: Language) -> String {
    let single = blocked.openings.iter().map(|opening| opening.change.clone());
    let pairs = blocked.pairs.iter().map(|[one, other]| {
        let filled = [("one", one.change.as_str().into()), ("other", other.change.as_str().into())];
        language.say("opened-with", filled)
    });
    let openings: Vec<String> = single.chain(pairs).collect();
    let mut told = match openings.is_empty() {
        true if blocked.only_by_size => language.word("only-by-size"),
        true => language.word("opens-nothing"),
        false => language.say("opens-any", [("changes", language.clauses(&openings).into())]),
    };
    if let Some(unsettled) = unsettled(blocked, language) {
        told = language.clauses(&[told, unsettled]);
    }
    told
}

/// The changes of which it is not settled whether they open a role.
pub(in crate::render) fn unsettled(blocked: &BlockedRole, language: Language) -> Option<String> {
    let limits: Vec<String> =
        blocked.unsettled.iter().map(|limit| language.word(&format!("limit-{limit}"))).collect();
    let what = || language.list(&limits);
    (!limits.is_empty()).then(|| language.say("opens-unsettled", [("what", what().into())]))
}
