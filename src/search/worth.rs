//! What a set of steps is worth whatever its order: cost, chance, and what of it is known.

use super::chance::Chance;
use super::courses::Course;
use super::floor::Floor;
use super::goal::Goal;
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
}

/// What the courses of a set that may still grow add up to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    /// No smaller known cost in cents.
    pub cost: i64,
    /// No greater chance.
    pub chance: Chance,
    /// Whether all costs and upkeep are known.
    pub priced: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self { cost: 0, chance: Chance::SURE, priced: true }
    }
}

impl Sum {
    /// With one course more.
    pub fn with(self, course: &Course) -> Self {
        Self {
            cost: self.cost + course.cost_at_least,
            chance: self.chance.times(course.rate.unwrap_or(1.0)),
            priced: self.priced && course.priced(),
        }
    }

    /// Raised to a floor that whatever comes of the set must stand on.
    pub fn raised(self, floor: Floor) -> Self {
        Self {
            cost: if self.cost > floor.cost { self.cost } else { floor.cost },
            chance: self.chance.min(floor.chance),
            ..self
        }
    }
}

/// What the pathways found ask of another, by the month in which its target begins.
pub(super) struct Bars<'g> {
    pub net_known: bool,
    goal: Option<&'g Goal<'g>>,
    cost: i64,
    chance: f64,
    /// In order of months: what each asks in net earnings.
    asks: Vec<Ask>,
    /// The first month that is beaten where net earnings do not count.
    pub shut: u32,
}

/// What a pathway found asks in net earnings.
#[derive(Debug, Clone, Copy)]
struct Ask {
    months: u32,
    /// The most that is beaten in its own month.
    then: i64,
    /// The most that is beaten later.
    later: i64,
}

impl<'g> Bars<'g> {
    /// What the pathways found, in order of months, ask of one that costs at least so much and is at most so sure: those
    /// with net earnings as much known, no dearer and no less sure. Only where its rates are multiplied `in_order` of their
    /// ids can one be told to be equally sure: other orders of the same rates may round up in the last bit.
    pub fn of(
        found: &[Pathway],
        goal: Option<&'g Goal<'g>>,
        net_known: bool,
        cost: i64,
        chance: f64,
        in_order: bool,
    ) -> Self {
        let surely = chance * (1.0 + 1e-12);
        let mut bars = Self { net_known, goal, cost, chance, asks: Vec::new(), shut: u32::MAX };
        for Pathway { value, .. } in found {
            let spent = value.cost.cents();
            let no_less_sure =
                value.chance >= surely || (in_order && value.chance.total_cmp(&chance).is_eq());
            if value.net.is_some() != net_known || spent > cost || !no_less_sure {
                continue;
            }
            // an equal of it is kept too, until the last word on which comes first
            let better = spent < cost || value.chance > surely;
            bars.shut = bars.shut.min(if better { value.months } else { value.months + 1 });
            if let Some(net) = value.net.map(Money::cents) {
                let then = if better { net } else { net - 1 };
                bars.asks.push(Ask { months: value.months, then, later: net });
            }
        }
        bars
    }

    /// Whether as much as a goal asks for could come of it, where there is one.
    pub fn could_be(&self, months: u32, net: Option<i64>) -> bool {
        self.goal.is_none_or(|goal| goal.could_be(months, self.cost, net, self.chance))
    }

    /// The most in net earnings that is beaten in each month from one on.
    pub fn from(&self, month: u32) -> impl Iterator<Item = i64> {
        let (mut asks, mut passed) = (self.asks.iter().peekable(), i64::MIN);
        (month..).map(move |month| {
            while let Some(ask) = asks.next_if(|ask| ask.months < month) {
                passed = passed.max(ask.later);
            }
            let now = asks.clone().take_while(|ask| ask.months == month);
            now.map(|ask| ask.then).fold(passed, i64::max)
        })
    }
}
