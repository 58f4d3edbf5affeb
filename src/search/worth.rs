//! What a set of steps is worth whatever its order: cost, chance, and what of it is known.

use super::floor::Floor;
use super::item::{Item, role_ix};
use super::problem::Problem;
use super::{Pathway, Value};
use crate::graph::Node;
use crate::units::Money;

/// What a set is worth.
#[derive(Debug, Clone)]
pub(super) struct Worth {
    /// The known part of the cost in cents.
    pub cost: i64,
    /// Steps whose cost is not known, or not in full.
    pub unpriced: Vec<Node>,
    pub chance: f64,
    pub rated: bool,
    pub unrated: Vec<Node>,
    /// Whether net earnings are known.
    pub net_known: bool,
}

/// Something found that is no worse in cost and chance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rival {
    months: u32,
    net: i64,
    /// Whether it is better in cost or chance.
    better: bool,
}

impl Rival {
    /// Whether it beats whatever begins in that month or later with at most so much.
    pub const fn beats(&self, month: u32, net: i64) -> bool {
        self.months <= month && self.net >= net && (self.better || self.months < month || self.net > net)
    }

    /// The same where net earnings do not count.
    pub const fn beats_months(&self, month: u32) -> bool {
        self.months <= month && (self.better || self.months < month)
    }
}

impl Worth {
    /// Of a set; the target may be among it or not.
    pub fn of(problem: &Problem<'_>, target: usize, set: &[Item]) -> Self {
        let mut courses: Vec<_> = set
            .iter()
            .filter_map(|step| match step {
                Item::Course(at) => Some(&problem.courses[*at as usize]),
                Item::Post(_) => None,
            })
            .collect();
        courses.sort_by_key(|course| course.rank);
        let unrated: Vec<Node> = courses
            .iter()
            .filter(|course| course.has_rate && course.rate.is_none())
            .map(|course| course.node)
            .collect();
        let rated = courses.iter().any(|course| course.rate.is_some()) || unrated.is_empty();
        let posts = set.iter().filter_map(|step| match step {
            Item::Post(post) => Some(usize::from(*post)),
            Item::Course(_) => None,
        });
        let pay_known = posts
            .chain(problem.current())
            .chain([target])
            .all(|post| problem.pay.source(role_ix(post)).is_some());
        let dues = courses.iter().flat_map(|course| &course.upkeep).chain(&problem.upkeep_today);
        let dues_known = dues.into_iter().all(|(amount, _)| amount.is_some());
        let unpriced: Vec<Node> =
            courses.iter().filter(|course| course.cost.is_none()).map(|course| course.node).collect();
        Self {
            cost: courses.iter().map(|course| course.cost_at_least).sum(),
            net_known: pay_known && dues_known && unpriced.is_empty(),
            unpriced,
            chance: courses.iter().filter_map(|course| course.rate).product(),
            rated,
            unrated,
        }
    }

    /// Raises the bounds to a floor that whatever comes of the set must stand on.
    pub fn raise(&mut self, floor: Floor) {
        self.cost = self.cost.max(floor.cost);
        self.chance = self.chance.min(floor.chance);
    }

    /// Whether the known part of the cost is within a budget.
    pub fn within(&self, budget: Option<Money>) -> bool {
        budget.is_none_or(|budget| self.cost <= budget.cents())
    }

    /// What a pathway made of it is judged by.
    pub fn value(&self, months: u32, net: Option<i64>) -> Value {
        Value {
            months,
            cost: Money::from_cents(self.cost),
            net: net.map(Money::from_cents),
            chance: self.chance,
            rated: self.rated,
        }
    }

    /// What of the pathways found could rule it out, grown or not: net earnings known as well or not either, no dearer,
    /// no less sure.
    pub fn rivals(&self, net_known: bool, found: &[Pathway]) -> Vec<Rival> {
        // growing multiplies rates in another order, which may round up in the last bit
        let chance = self.chance * (1.0 + 1e-12);
        let mut rivals = Vec::new();
        for Pathway { value, .. } in found {
            let spent = value.cost.cents();
            let no_less_sure = value.chance >= chance || value.chance.total_cmp(&self.chance).is_eq();
            if value.net.is_some() == net_known && spent <= self.cost && no_less_sure {
                rivals.push(Rival {
                    months: value.months,
                    net: value.net.map_or(0, Money::cents),
                    better: spent < self.cost || value.chance > chance,
                });
            }
        }
        rivals
    }
}
