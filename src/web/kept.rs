//! A report that was kept, as far as pages need it again: what is in it is ours, so what else it has is passed over.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::report::Stood;
use crate::units::{CalendarMonth, Money};

/// A kept report.
#[derive(Debug, Deserialize)]
pub struct Kept {
    settings: Settings,
    destinations: Vec<Destination>,
    blocked: Vec<Closed>,
}

#[derive(Debug, Deserialize)]
struct Settings {
    today: String,
    weights: Vec<(String, f64)>,
}

#[derive(Debug, Deserialize)]
struct Destination {
    rank: usize,
    role: String,
    title: String,
    pathways: Vec<Pathway>,
}

#[derive(Debug, Deserialize)]
struct Closed {
    role: String,
    title: String,
}

/// A pathway of it.
#[derive(Debug, Deserialize)]
pub struct Pathway {
    /// Its id.
    pub id: String,
    /// Its line.
    pub line: String,
    /// Its steps.
    pub timeline: Vec<Step>,
    months: u32,
    cost: f64,
    net_earnings: Option<f64>,
    chance: f64,
    wages: Vec<Wage>,
}

/// A step of it.
#[derive(Debug, Deserialize)]
pub struct Step {
    /// `study`, `earn` or `enter`.
    pub kind: String,
    /// The id of the program, credential or role.
    pub node: String,
    /// Its title.
    pub title: String,
    /// How it is done.
    pub mode: String,
    /// From today.
    pub start_month: u32,
    /// From today.
    pub end_month: u32,
    cost: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct Wage {
    year: u32,
    mid: Option<f64>,
}

/// A role by its id, with its title.
pub type Titled = (String, String);

/// A figure that two reports tell otherwise of the same pathway.
pub enum Turned {
    /// What a step costs.
    Cost(String, Option<Money>, Option<Money>),
    /// The chance of the pathway to a role.
    Chance(String, f64, f64),
    /// Pay on the way to a role, in the first year in which it is other.
    Pay(String, u32, Option<Money>, Option<Money>),
}

impl Kept {
    /// A report as it was kept; nothing where it is none.
    pub fn of(report: &str) -> Option<Self> {
        serde_json::from_str(report).ok()
    }

    /// The month that it called today.
    pub fn today(&self) -> Option<CalendarMonth> {
        CalendarMonth::parse(&self.settings.today)
    }

    /// The weights that it was ranked with, by criterion, adding up to 1.
    pub fn weights(&self) -> &[(String, f64)] {
        &self.settings.weights
    }

    /// The roles that it told as destinations, and those that are closed.
    pub fn roles(&self) -> [Vec<Titled>; 2] {
        let open = self.destinations.iter().map(|found| (found.role.clone(), found.title.clone()));
        let closed = self.blocked.iter().map(|closed| (closed.role.clone(), closed.title.clone()));
        [open.collect(), closed.collect()]
    }

    /// Its pathways, each with the title of its destination.
    pub fn pathways(&self) -> impl Iterator<Item = (&str, &Pathway)> {
        self.destinations
            .iter()
            .flat_map(|found| found.pathways.iter().map(|path| (found.title.as_str(), path)))
    }

    /// The steps of its pathways by id, with their titles and kinds.
    pub fn steps(&self) -> BTreeMap<&str, (&str, &str)> {
        let steps = self.pathways().flat_map(|(_, path)| &path.timeline);
        steps.map(|step| (step.node.as_str(), (step.title.as_str(), step.kind.as_str()))).collect()
    }

    /// Where its destinations stood.
    pub fn stood(&self) -> Vec<Stood> {
        let one = |found: &Destination| {
            let best = found.pathways.first()?;
            Some(Stood {
                role: found.role.clone(),
                title: found.title.clone(),
                rank: found.rank,
                months: best.months,
                cost: Money::from_units(best.cost),
                net_earnings: best.net_earnings.map(Money::from_units),
            })
        };
        self.destinations.iter().filter_map(one).collect()
    }

    /// The figures that a later report tells otherwise of pathways with the same steps.
    pub fn turned(&self, later: &Self) -> Vec<Turned> {
        let mut turned = Vec::new();
        let mut told = std::collections::BTreeSet::new();
        for (title, before) in self.pathways() {
            let Some((_, after)) = later.pathways().find(|(_, after)| after.id == before.id) else {
                continue;
            };
            for (was, now) in before.timeline.iter().zip(&after.timeline) {
                if was.cost != now.cost && told.insert(was.node.clone()) {
                    let money = |cost: Option<f64>| cost.map(Money::from_units);
                    turned.push(Turned::Cost(now.title.clone(), money(was.cost), money(now.cost)));
                }
            }
            if before.chance.to_bits() != after.chance.to_bits() {
                turned.push(Turned::Chance(title.to_owned(), before.chance, after.chance));
            }
            let other = before.wages.iter().zip(&after.wages).find(|(was, now)| was.mid != now.mid);
            if let Some((was, now)) = other {
                let money = |mid: Option<f64>| mid.map(Money::from_units);
                turned.push(Turned::Pay(title.to_owned(), was.year, money(was.mid), money(now.mid)));
            }
        }
        turned
    }
}
