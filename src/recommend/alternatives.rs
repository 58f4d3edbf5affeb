//! Few pathways, each different: those with the same milestones are one, and each says what sets it apart from the best.

use std::collections::BTreeSet;

use super::{Desk, Scored};
use crate::graph::{HoldingIx, Node, RoleIx};
use crate::search::{Mode, Pathway};
use crate::units::{Education, Money};

/// A pathway among others to the same role.
pub(super) struct Alternative<'s, 'p> {
    pub scored: &'s Scored<'p>,
    /// What sets it apart from the best, in words; nothing for the best itself.
    pub apart: Option<String>,
    /// Others with the same milestones by another school, in another order or another time.
    pub variants: Vec<&'s Scored<'p>>,
}

/// What somebody can show along a pathway: the roles in turn, and what is in hand in the end.
type Milestones = (Vec<RoleIx>, BTreeSet<HoldingIx>);

impl Desk<'_> {
    /// At most so many of some pathways, best first: the best of each milestones, those that are best at something before
    /// the others.
    pub(super) fn alternatives<'s, 'p>(
        &self,
        ranked: &'s [Scored<'p>],
        most: usize,
    ) -> Vec<Alternative<'s, 'p>> {
        let heads = self.merged(ranked);
        let Some((best, _)) = heads.first() else { return Vec::new() };
        let extremes = self.extremes(&heads);
        let mut chosen: Vec<usize> = vec![0];
        chosen.extend(extremes.iter().map(|(at, _)| *at));
        chosen.extend(0..heads.len());
        let mut seen = BTreeSet::new();
        chosen.retain(|at| seen.insert(*at));
        chosen.truncate(most.max(1));
        chosen.sort_unstable();
        let alternative = |at: usize| {
            let (scored, variants) = &heads[at];
            let extreme = extremes.iter().find(|(other, _)| *other == at).map(|(_, words)| words.clone());
            let apart =
                (at > 0).then(|| extreme.unwrap_or_else(|| self.better(scored.pathway, best.pathway)));
            Alternative { scored, apart, variants: variants.clone() }
        };
        chosen.into_iter().map(alternative).collect()
    }

    /// The best of each milestones in order, with the others of the same.
    fn merged<'s, 'p>(&self, ranked: &'s [Scored<'p>]) -> Vec<(&'s Scored<'p>, Vec<&'s Scored<'p>>)> {
        let mut heads: Vec<(Milestones, &Scored<'_>, Vec<&Scored<'_>>)> = Vec::new();
        for scored in ranked {
            let milestones = self.milestones(scored.pathway);
            match heads.iter_mut().find(|(known, ..)| *known == milestones) {
                Some((.., variants)) => variants.push(scored),
                None => heads.push((milestones, scored, Vec::new())),
            }
        }
        heads.into_iter().map(|(_, best, variants)| (best, variants)).collect()
    }

    fn milestones(&self, pathway: &Pathway) -> Milestones {
        let roles = pathway.steps.iter().filter_map(|step| match step.node {
            Node::Role(role) => Some(role),
            Node::Credential(_) | Node::Program(_) => None,
        });
        let held = pathway.steps.iter().flat_map(|step| self.graph.gives(step.node));
        (roles.collect(), held.collect())
    }

    /// Those that are best at something at which the first is not, with what; each once, in the order of what is told.
    fn extremes(&self, heads: &[(&Scored<'_>, Vec<&Scored<'_>>)]) -> Vec<(usize, String)> {
        let best = heads[0].0.pathway;
        let voice = self.voice();
        let money = |key, amount: Money| voice.say(key, [("money", voice.money(amount).into())]);
        let least = |key: &dyn Fn(&Pathway) -> f64| {
            let keys = heads.iter().enumerate().map(|(at, (scored, _))| (key(scored.pathway), at));
            keys.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map_or(0, |(_, at)| at)
        };
        let value = |at: usize| &heads[at].0.pathway.value;
        let mut told = Vec::new();
        let at = least(&|path| f64::from(path.value.months));
        let less = i64::from(best.value.months) - i64::from(value(at).months);
        told.push((at, voice.say("best-soonest", [("months", voice.language.months(less).into())])));
        let at = least(&|path| path.value.cost.units());
        told.push((at, money("best-cheapest", best.value.cost - value(at).cost)));
        if let Some(net) = best.value.net {
            let at = least(&|path| path.value.net.map_or(f64::MAX, |net| -net.units()));
            let more = value(at).net.map_or(net, |most| most - net);
            told.push((at, money("best-earnings", more)));
        }
        let at = least(&|path| -path.value.chance);
        let chance = |chance: f64| voice.language.decimal(100.0 * chance, 0).into();
        let told_of = [("one", chance(value(at).chance)), ("other", chance(best.value.chance))];
        told.push((at, voice.say("best-chance", told_of)));
        if self.degree(best) {
            let at = least(&|path| f64::from(u8::from(self.degree(path))));
            told.push((at, voice.word("best-no-degree")));
        }
        if stops(best) {
            let at = least(&|path| f64::from(u8::from(stops(path))));
            told.push((at, voice.word("best-no-stop")));
        }
        let mut seen = BTreeSet::from([0]);
        told.retain(|(at, _)| seen.insert(*at));
        told
    }

    /// Whether a degree is earned on a pathway.
    fn degree(&self, pathway: &Pathway) -> bool {
        let given = pathway.steps.iter().flat_map(|step| self.graph.gives(step.node));
        given
            .map(|holding| self.graph.holding(holding))
            .any(|given| given.education().is_some_and(|level| level >= Education::Associate))
    }

    /// The one thing that a pathway is better at than another that does not beat it.
    fn better(&self, one: &Pathway, other: &Pathway) -> String {
        let on = self.voice().better_on(&one.value, &other.value);
        on.into_iter().next().unwrap_or_else(|| match one.value.net {
            None => self.voice().word("earnings-not-known"),
            Some(_) => self.voice().word("earnings-known"),
        })
    }
}

/// Whether study takes the place of a job on a pathway.
fn stops(pathway: &Pathway) -> bool {
    pathway.steps.iter().any(|step| step.mode == Mode::FullTime && step.end > step.start)
}
