//! The best pathway to each of the best targets, and no more looked at than it takes to be sure of them.
//!
//! A score never falls as a criterion gets better, so what a set of steps can reach at best bounds its score, and a set
//! whose bound is below what is found already is not looked at. Of the pathways that nothing beats the best is told; one
//! that is beaten may score higher where the two are not known in the same criteria, so whatever could beat it
//! is bounded with what is known of it taken as it is.

use std::cell::{Cell, OnceCell};

use super::frame::Aim;
use super::hunt::Hunt;
use super::money::Ledger;
use super::problem::Problem;
use super::prospect::{Outset, Prospect};
use super::stones::Crossings;
use super::{Pathway, Value};
use crate::graph::RoleIx;
use crate::units::Money;

/// Scores are told apart no further than this.
const NEARLY: f64 = 1e-9;

/// A target, and what a pathway to it scores by its value and whether all of its costs are known. The score never falls as
/// a criterion gets better, and no known criterion counts for more than it would with its best value.
pub struct Target<'s> {
    /// The role.
    pub role: RoleIx,
    /// The score.
    pub score: &'s dyn Fn(&Value, bool) -> f64,
}

/// What [`best`] finds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Best {
    /// The best pathway to each target that may be among the best, with the place of the target; in their order.
    pub found: Vec<(usize, Pathway)>,
    /// How many targets were given up.
    pub unsettled: usize,
}

/// What a search is for.
#[derive(Clone, Copy)]
pub(super) enum Sought<'g> {
    /// Everything that nothing beats.
    All,
    /// Any one pathway.
    One,
    /// The best.
    Best(&'g Goal<'g>),
}

impl<'g> Sought<'g> {
    /// What is asked of a pathway, where only the best is sought.
    pub const fn goal(self) -> Option<&'g Goal<'g>> {
        match self {
            Self::Best(goal) => Some(goal),
            Self::All | Self::One => None,
        }
    }

    /// Whether one pathway is enough.
    pub const fn one(self) -> bool {
        matches!(self, Self::One)
    }
}

/// What is asked of a pathway to be looked at.
pub(super) struct Goal<'s> {
    score: &'s dyn Fn(&Value, bool) -> f64,
    /// What the best found scores, or what is asked for in the first place.
    bar: Cell<f64>,
    /// Whether what is found raises it.
    rises: bool,
    /// Whether only sets of few steps are looked at.
    pub brief: bool,
    prospect: &'s Prospect,
}

impl<'s> Goal<'s> {
    fn new(aimed: &'s Aimed<'_>, least: f64) -> Self {
        let bar = Cell::new(least);
        Self { score: aimed.target.score, bar, rises: true, brief: false, prospect: &aimed.prospect }
    }

    /// Whether something no better than this could be what is looked for, or beat it.
    pub fn could_be(&self, months: u32, cost: i64, net: Option<i64>, chance: f64) -> bool {
        let (cost, net) = (Money::from_cents(cost), net.map(Money::from_cents));
        let value = Value { months, cost, net, chance, rated: true };
        let least = self.bar.get() - NEARLY;
        (self.score)(&value, true) >= least || (net.is_none() && (self.score)(&value, false) >= least)
    }

    /// Whether a choice of roles on the way could lead to it.
    pub fn could_cross(&self, posts: &[usize]) -> bool {
        self.prospect.with(posts).is_some_and(|most| most >= self.bar.get() - NEARLY)
    }

    /// Asks for as much as a pathway scores.
    pub fn raise(&self, found: &Pathway) {
        if self.rises {
            self.bar.set(self.bar.get().max(self.of(found)));
        }
    }

    fn of(&self, found: &Pathway) -> f64 {
        (self.score)(&found.value, found.unpriced.is_empty())
    }
}

/// Finds the best pathway that nothing beats to each target that may be among the best so many: those left out score less
/// than the last of these. Equal scores are told in order of months, cost and steps.
#[must_use]
pub fn best(problem: &Problem<'_>, targets: &[Target<'_>], top: usize) -> Best {
    if problem.too_large() {
        return Best { found: Vec::new(), unsettled: targets.len() };
    }
    let ledger = Ledger::new(problem);
    let crossings = Crossings::new(problem, &ledger);
    let outset = Outset::new(problem, &ledger);
    let mut aims: Vec<Aimed<'_>> = (0..)
        .zip(targets)
        .filter_map(|(at, target)| {
            let prospect = outset.prospect(&ledger, target)?;
            Some(Aimed { at, target, aim: OnceCell::new(), prospect, likely: f64::NEG_INFINITY })
        })
        .collect();
    aims.sort_by(|one, other| {
        other.prospect.most().total_cmp(&one.prospect.most()).then(one.at.cmp(&other.at))
    });
    let chase = Chase { problem, ledger: &ledger, crossings: &crossings };
    let mut likely = Leaders::new(top, f64::NEG_INFINITY);
    for aimed in &mut aims {
        if aimed.prospect.most() < likely.bar() - NEARLY {
            break;
        }
        aimed.likely = chase.briefly(aimed, likely.bar());
        likely.add(aimed.likely);
    }
    let mut bar = likely.bar();
    loop {
        let (mut leaders, mut found, mut unsettled) = (Leaders::new(top, bar), Vec::new(), 0);
        for aimed in &aims {
            if aimed.prospect.most() < leaders.bar() - NEARLY {
                break;
            }
            let look = chase.surely(aimed, leaders.bar());
            unsettled += usize::from(look.stopped);
            if let Some((score, path)) = look.best {
                leaders.add(score);
                found.push((aimed.at, path));
            }
        }
        // what was likely may be beaten by something that scores less
        if leaders.last() >= bar {
            found.sort_by_key(|(at, _)| *at);
            return Best { found, unsettled };
        }
        bar = leaders.last();
    }
}

/// A target that is looked at.
struct Aimed<'s> {
    at: usize,
    target: &'s Target<'s>,
    aim: OnceCell<Aim>,
    prospect: Prospect,
    /// What a brief look found.
    likely: f64,
}

/// The best scores so far.
struct Leaders {
    top: usize,
    /// What is asked for in the first place.
    least: f64,
    scores: Vec<f64>,
}

impl Leaders {
    const fn new(top: usize, least: f64) -> Self {
        Self { top, least, scores: Vec::new() }
    }

    fn add(&mut self, score: f64) {
        let place = self.scores.partition_point(|better| *better >= score);
        self.scores.insert(place, score);
    }

    /// The score of the last that is listed.
    fn last(&self) -> f64 {
        self.top.checked_sub(1).and_then(|last| self.scores.get(last)).copied().unwrap_or(f64::NEG_INFINITY)
    }

    /// What another must score to be listed.
    fn bar(&self) -> f64 {
        self.last().max(self.least)
    }
}

/// Looks for the best pathway to one target after another.
struct Chase<'c, 'l, 'p, 'a> {
    problem: &'p Problem<'a>,
    ledger: &'l Ledger<'p, 'a>,
    crossings: &'c Crossings<'p, 'a, 'l>,
}

/// What a look at a target came to.
struct Look {
    best: Option<(f64, Pathway)>,
    /// What was asked for in the end.
    asked: f64,
    stopped: bool,
}

impl Look {
    fn score(&self) -> f64 {
        self.best.as_ref().map_or(f64::NEG_INFINITY, |(score, _)| *score)
    }
}

impl Chase<'_, '_, '_, '_> {
    fn look(&self, aimed: &Aimed<'_>, goal: &Goal<'_>) -> Look {
        let aim = aimed.aim.get_or_init(|| Aim::new(self.problem, self.ledger, aimed.target.role.at()));
        let (kept, effort) = Hunt::new(self.problem, self.ledger, self.crossings, aim).aiming_at(goal).run();
        let scored = kept.into_iter().map(|path| (goal.of(&path), path));
        let best = scored.min_by(|(one, a), (other, b)| {
            let order = (a.value.months, a.value.cost).cmp(&(b.value.months, b.value.cost));
            other.total_cmp(one).then(order)
        });
        Look { best, asked: goal.bar.get(), stopped: effort.stopped.is_some() }
    }

    /// What the sets of few steps score at best, if no other beats it.
    fn briefly(&self, aimed: &Aimed<'_>, least: f64) -> f64 {
        self.look(aimed, &Goal { brief: true, ..Goal::new(aimed, least) }).score()
    }

    /// The best that scores at least so much, if anything does.
    fn surely(&self, aimed: &Aimed<'_>, least: f64) -> Look {
        let mut look = self.look(aimed, &Goal::new(aimed, least.max(aimed.likely)));
        // what raised what was asked for may have been beaten by something that scores less
        while look.score() < look.asked && look.asked > least && !look.stopped {
            let asked = look.score().max(least);
            look = self.look(aimed, &Goal { rises: false, ..Goal::new(aimed, asked) });
        }
        look
    }
}
