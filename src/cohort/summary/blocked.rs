//! What keeps people from the roles that they want, and what would help most of them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::hide::{LEAST, group};
use super::spread;
use crate::cohort::run::Order;
use crate::cohort::why::bars;
use crate::finding::Finding;
use crate::graph::{Graph, HoldingIx, RoleIx, SkillIx};
use crate::profile::Profile;
use crate::report::{BlockedCount, Counted, OpeningCount};
use crate::search::{Choices, Limits, Opening, openings, reasons};

/// What stands in the way of one person and what would open the way.
struct Shut {
    wanted: BTreeSet<RoleIx>,
    bars: BTreeSet<&'static str>,
    /// What would change, with by how much where it is a limit.
    openings: BTreeMap<String, Option<f64>>,
}

/// What keeps some people from what they want, of so many who reach nothing.
pub(super) fn blocked(
    order: &Order<'_>,
    people: &[Profile],
    among: Option<u64>,
) -> Result<BlockedCount, Vec<Finding>> {
    let graph = order.graph;
    let shut: Vec<Shut> =
        order.pool()?.install(|| people.par_iter().map(|person| shut(order, person)).collect());
    let whole = shut.len() as u64;
    let opened = |(what, people): (&String, Option<u64>)| {
        let amounts = shut.iter().filter_map(|one| *one.openings.get(what)?).collect();
        OpeningCount { what: what.clone(), people, amount: people.and_then(|_| spread(amounts)) }
    };
    let title = |role: &RoleIx| graph.roles[role.at()].names.title.clone();
    let counted = |(what, people): (String, Option<u64>)| Counted { what, people };
    let wanted = frequent(whole, shut.iter().flat_map(|one| &one.wanted));
    let bars = frequent(whole, shut.iter().flat_map(|one| &one.bars));
    let openings = frequent(whole, shut.iter().flat_map(|one| one.openings.keys()));
    Ok(BlockedCount {
        looked_at: (whole == 0 || whole >= LEAST).then_some(whole),
        among,
        wanted: wanted.into_iter().map(|(role, people)| counted((title(role), people))).collect(),
        bars: bars.into_iter().map(|(bar, people)| counted(((*bar).to_owned(), people))).collect(),
        openings: openings.into_iter().map(opened).collect(),
    })
}

/// What is told of ten people or more, most frequent first, with how many where that may be told; each person tells a thing
/// once.
fn frequent<T: Ord>(whole: u64, told: impl Iterator<Item = T>) -> Vec<(T, Option<u64>)> {
    let mut counts = BTreeMap::<T, u64>::new();
    told.for_each(|what| *counts.entry(what).or_default() += 1);
    let mut counts: Vec<(T, u64)> = counts.into_iter().filter(|(_, people)| *people >= LEAST).collect();
    counts.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    counts.into_iter().map(|(what, people)| (what, group(people, whole))).collect()
}

fn shut(order: &Order<'_>, person: &Profile) -> Shut {
    let (graph, rules) = (order.graph, order.settings.rules());
    let wanted = person.targets.iter().copied().collect();
    let mut shut = Shut { wanted, bars: BTreeSet::new(), openings: BTreeMap::new() };
    let (limits, book) = (Limits::of(person, &rules), order.pay.of(person));
    for role in person.targets.iter().filter(|role| Some(**role) != person.current) {
        bars(&reasons(graph, person, &limits, *role), &mut shut.bars);
        for opening in openings(graph, person, &book, rules, &Choices::default(), *role).single {
            let (what, amount) = told(graph, &opening);
            shut.openings.entry(what).or_insert(amount);
        }
    }
    shut
}

/// An opening in words that are the same for everybody, with its amount where it has one.
fn told(graph: &Graph, opening: &Opening) -> (String, Option<f64>) {
    match opening {
        Opening::StudyHours(hours) => ("more hours a week for study".to_owned(), Some(f64::from(*hours))),
        Opening::MayStopWorking => ("being free to stop working".to_owned(), None),
        Opening::Months(months) => ("a longest time in months".to_owned(), Some(f64::from(*months))),
        Opening::Budget(budget) => {
            (format!("a larger budget ({})", graph.currency.key().to_uppercase()), Some(budget.units()))
        }
        Opening::Elsewhere => ("a program taught online or nearer".to_owned(), None),
        Opening::Region(_) => ("another state or province".to_owned(), None),
        Opening::Skill(skill, level) => (skilled(graph, *skill, *level), None),
        Opening::Holding(holding) => (in_hand(graph, *holding), None),
    }
}

/// A skill at a level, told in words.
pub(in crate::cohort) fn skilled(graph: &Graph, skill: SkillIx, level: u8) -> String {
    format!("{} at level {level}", graph.skills[skill.at()].names.short)
}

/// A credential or an award that somebody has, told in words.
pub(in crate::cohort) fn in_hand(graph: &Graph, holding: HoldingIx) -> String {
    format!("having {}", graph.holding(holding).names().short)
}
