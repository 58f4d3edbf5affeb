//! How firm the first place is: thresholds in weights and figures, and seeded draws.

use std::collections::BTreeMap;

use super::{Desk, Ranked, Scored};
use crate::graph::{Node, RoleIx};
use crate::rank::{CRITERIA, Scale, Weighed, score, turn};
use crate::report::{Draws, FigureTurn, Firmness, Ranges, WeightTurn, WeightTurns};
use crate::search::{Job, Pathway, Value};
use crate::seeded::between;
use crate::units::Money;

/// How far each figure is drawn either way, as a share of it.
const RANGES: Ranges = Ranges { pay: 0.10, cost: 0.20, rate: 0.10, weight: 0.25 };
/// How many draws.
const DRAWS: u32 = 200;
/// Only so many destinations are drawn, best first: others hardly ever come first.
const DRAWN: usize = 8;
/// The largest change of a figure that is looked at: units of money, months.
const MOST: [i64; 2] = [100_000_000, 600];

/// What a pathway's net earnings are made of.
struct Flows {
    /// Pay before the horizon by role.
    pay: BTreeMap<Option<RoleIx>, f64>,
    /// What all else takes from it.
    spent: f64,
}

impl Desk<'_> {
    /// How firm the first place is; nothing where there is no second.
    pub(super) fn firmness(&self, ranked: &[&Ranked<'_>], stay: &[Job]) -> Option<Firmness> {
        let [first, second, ..] = ranked else { return None };
        let weights = (0..CRITERIA.len()).map(|criterion| self.weight_turns(ranked, criterion));
        Some(Firmness {
            first: self.role_id(first.role),
            title: self.title(first.role),
            weights: weights.collect(),
            figures: self.figure_turns(first, second),
            draws: self.draws(ranked, stay),
        })
    }

    fn role_id(&self, role: RoleIx) -> String {
        self.graph.roles[role.at()].names.id.clone()
    }

    fn title(&self, role: RoleIx) -> String {
        self.voice().role_title(role).to_owned()
    }

    fn weight_turns(&self, ranked: &[&Ranked<'_>], criterion: usize) -> WeightTurns {
        let mut paths: Vec<(usize, &Scored<'_>)> = ranked
            .iter()
            .enumerate()
            .flat_map(|(destination, ranked)| {
                // where what some pathways net is known, those come first
                let known = ranked.value().net.is_some();
                let told =
                    ranked.pathways.iter().filter(move |scored| scored.pathway.value.net.is_some() == known);
                told.map(move |scored| (destination, scored))
            })
            .collect();
        // of equal scores the first in order counts
        paths.sort_by(|a, b| a.1.order(b.1, self.graph));
        let weighed: Vec<Weighed> = paths
            .iter()
            .map(|(destination, scored)| Weighed {
                destination: *destination,
                utilities: std::array::from_fn(|at| scored.score.parts[at].utility),
            })
            .collect();
        let told = |up: bool| {
            let turn = turn(&weighed, &self.weights, criterion, up)?;
            let role = ranked[turn.then].role;
            Some(WeightTurn { share: turn.share, role: self.role_id(role), title: self.title(role) })
        };
        WeightTurns {
            criterion: CRITERIA[criterion].criterion.id(),
            weight: self.weights.all()[criterion],
            above: told(true),
            below: told(false),
        }
    }

    /// The smallest changes of the best pathway's figures, within the limits, that put the second role first.
    fn figure_turns(&self, first: &Ranked<'_>, second: &Ranked<'_>) -> Vec<FigureTurn> {
        let best = first.best();
        let value = &best.pathway.value;
        let less = |net: Option<Money>, more: i64| net.map(|net| net - Money::from_cents(more));
        let dearer = |cents: i64| Value {
            cost: value.cost + Money::from_cents(cents),
            net: less(value.net, cents),
            ..*value
        };
        let poorer = |cents: i64| Value { net: less(value.net, cents), ..*value };
        let later = |months: i64| Value {
            months: value.months + u32::try_from(months).unwrap_or(u32::MAX / 2),
            ..*value
        };
        let behind = |changed: Value| self.falls_behind(first, second, changed);
        let known = value.net.is_some();
        let units = |cents: i64| Money::from_cents(cents).units();
        #[expect(clippy::cast_precision_loss, reason = "months")]
        let months = |months: i64| months as f64;
        let told = |figure, change: Option<f64>| FigureTurn {
            figure,
            change,
            role: self.role_id(second.role),
            title: self.title(second.role),
        };
        let [most, longest] = MOST;
        // what is dearer or longer than the limits allow is no pathway any more
        let dearest = self.limits.budget.map_or(most, |budget| most.min((budget - value.cost).cents()));
        let latest = longest.min(i64::from(self.limits.max_months.saturating_sub(value.months)));
        vec![
            told("cost", smallest(dearest, |by| behind(dearer(by))).map(units)),
            told("earnings", smallest(if known { most } else { 0 }, |by| behind(poorer(by))).map(units)),
            told("months", smallest(latest, |by| behind(later(by))).map(months)),
        ]
    }

    /// Whether the second role comes first if the first one's best pathway were worth something else.
    fn falls_behind(&self, first: &Ranked<'_>, second: &Ranked<'_>, changed: Value) -> bool {
        let pathway = Pathway { value: changed, ..first.best().pathway.clone() };
        let changed = self.scored_at(&first.place, &pathway);
        let ahead = |scored: &Scored<'_>| scored.cmp_to(second.best(), self.graph).is_lt();
        !ahead(&changed) && !first.pathways[1..].iter().any(ahead)
    }

    /// How often each role comes first if figures and weights are drawn from ranges.
    fn draws(&self, ranked: &[&Ranked<'_>], stay: &[Job]) -> Draws {
        let drawn = &ranked[..ranked.len().min(DRAWN)];
        let flows: Vec<Vec<Option<Flows>>> = drawn
            .iter()
            .map(|ranked| ranked.pathways.iter().map(|scored| self.flows(scored.pathway)).collect())
            .collect();
        let stay = self.scale.stay.map(|net| self.flows_of(stay, net));
        let mut firsts: BTreeMap<RoleIx, u32> = BTreeMap::new();
        for draw in 0..DRAWS {
            let first = self.drawn_first(drawn, &flows, stay.as_ref(), u64::from(draw));
            *firsts.entry(first).or_default() += 1;
        }
        let share = |count: u32| f64::from(count) / f64::from(DRAWS);
        let first = ranked[0].role;
        let mut others: Vec<(String, String, f64)> = firsts
            .iter()
            .filter(|(role, _)| **role != first)
            .map(|(role, count)| (self.role_id(*role), self.title(*role), share(*count)))
            .collect();
        others.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
        Draws {
            seed: self.settings.seed,
            draws: DRAWS,
            ranges: RANGES,
            first: share(firsts.get(&first).copied().unwrap_or(0)),
            others,
        }
    }

    /// The role that comes first in one draw.
    fn drawn_first(
        &self,
        drawn: &[&Ranked<'_>],
        flows: &[Vec<Option<Flows>>],
        stay: Option<&Flows>,
        draw: u64,
    ) -> RoleIx {
        let seed = crate::seeded::number(self.settings.seed, draw);
        let factor = |kind: u64, at: usize, range: f64| {
            between(seed, kind << 32 | at as u64, 1.0 - range, 1.0 + range)
        };
        let pay = |role: Option<RoleIx>| {
            let at = role.map_or(self.graph.roles.len(), RoleIx::at);
            factor(0, at, role.map_or(RANGES.pay, |role| RANGES.pay.max(self.pay.spread(role))))
        };
        let (cost, rate) =
            (|node| factor(1, number(node), RANGES.cost), |node| factor(2, number(node), RANGES.rate));
        let weights = self.weights.times(std::array::from_fn(|at| factor(3, at, RANGES.weight)));
        let scale = Scale { stay: stay.map(|flows| worth(flows, &pay, 0.0)), ..self.scale };
        let mut best: Option<(f64, RoleIx)> = None;
        for (ranked, flows) in drawn.iter().zip(flows) {
            for (scored, flows) in ranked.pathways.iter().zip(flows) {
                let pathway = scored.pathway;
                let courses = || pathway.steps.iter().filter(|step| !matches!(step.node, Node::Role(_)));
                let dearer: f64 = courses().map(|step| step.cost.units() * (cost(step.node) - 1.0)).sum();
                let chance: f64 = courses().map(|step| rate(step.node)).product();
                let value = Value {
                    cost: pathway.value.cost + Money::from_units(dearer),
                    net: flows.as_ref().map(|flows| worth(flows, &pay, dearer)),
                    chance: (pathway.value.chance * chance).min(1.0),
                    ..pathway.value
                };
                let score = score(&value, &ranked.place, &scale, &weights).score;
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, ranked.role));
                }
            }
        }
        best.map_or(drawn[0].role, |(_, role)| role)
    }

    /// What a pathway's net earnings are made of; nothing where they are not known.
    fn flows(&self, pathway: &Pathway) -> Option<Flows> {
        Some(self.flows_of(&pathway.jobs, pathway.value.net?))
    }

    /// The same of some jobs with their net earnings.
    fn flows_of(&self, jobs: &[Job], net: Money) -> Flows {
        let mut pay: BTreeMap<Option<RoleIx>, f64> = BTreeMap::new();
        for (role, paid) in self.paid(jobs) {
            *pay.entry(role).or_default() += paid.units();
        }
        let all: f64 = pay.values().sum();
        Flows { pay, spent: all - net.units() }
    }
}

/// Net earnings if roles pay other than they do and courses cost more.
fn worth(flows: &Flows, pay: &impl Fn(Option<RoleIx>) -> f64, dearer: f64) -> Money {
    let paid: f64 = flows.pay.iter().map(|(role, paid)| paid * pay(*role)).sum();
    Money::from_units(paid - flows.spent - dearer)
}

/// A number of its own for a node.
fn number(node: Node) -> usize {
    match node {
        Node::Role(role) => 3 * role.at(),
        Node::Credential(credential) => 3 * credential.at() + 1,
        Node::Program(program) => 3 * program.at() + 2,
    }
}

/// The smallest whole number from 1 to `most` from which on something holds; nothing where it does not hold of `most`.
fn smallest(most: i64, holds: impl Fn(i64) -> bool) -> Option<i64> {
    if most < 1 || !holds(most) {
        return None;
    }
    let (mut not, mut yes) = (0, most);
    while yes - not > 1 {
        let middle = i64::midpoint(not, yes);
        if holds(middle) { yes = middle } else { not = middle }
    }
    Some(yes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use crate::graph::Graph;
    use crate::profile::Profile;
    use crate::recommend::{Settings, at_desk};
    use crate::search::{Problem, search};

    #[test]
    fn a_figure_at_its_threshold_puts_the_second_first_and_one_unit_less_does_not() {
        let graph = Graph::shipped("ca-ns-him").expect("it ships").expect("it is sound");
        let bytes = std::fs::read("profiles/records-clerk-halifax.json").expect("it is there");
        let profile = Profile::check(&Text { name: "p.json".into(), bytes }, &graph).expect("it is sound");
        at_desk(&graph, &profile, &Settings::default(), thresholds_turn);
    }

    fn thresholds_turn(desk: &Desk<'_>, problem: &Problem<'_>) {
        let targets = desk.targets();
        let found = search(problem, &targets);
        let mut ranked: Vec<Ranked<'_>> = targets
            .iter()
            .zip(&found)
            .filter(|(_, found)| !found.pathways.is_empty())
            .map(|(role, found)| desk.ranked(*role, &found.pathways, None))
            .collect();
        ranked.sort_by(|a, b| a.best().cmp_to(b.best(), desk.graph));
        let (first, second) = (&ranked[0], &ranked[1]);
        let value = &first.best().pathway.value;
        let turns = desk.figure_turns(first, second);
        let mut tried = 0;
        for turn in turns {
            let Some(change) = turn.change else { continue };
            let cents = |units: f64| Money::from_units(units);
            let changed = |less: f64| match turn.figure {
                "cost" => {
                    let more = cents(change) - cents(less * 0.01);
                    Value { cost: value.cost + more, net: value.net.map(|net| net - more), ..*value }
                }
                "earnings" => {
                    Value { net: value.net.map(|net| net - (cents(change) - cents(less * 0.01))), ..*value }
                }
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "months")]
                _ => Value { months: value.months + (change - less) as u32, ..*value },
            };
            assert!(desk.falls_behind(first, second, changed(0.0)), "{turn:?}");
            assert!(!desk.falls_behind(first, second, changed(1.0)), "{turn:?}");
            tried += 1;
        }
        // no number of months that the person has puts the second first
        assert_eq!(tried, 2);
    }
}
