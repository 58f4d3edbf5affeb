//! What keeps people from the roles that they want, and what would help most of them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::hide::{LEAST, group};
use super::spread;
use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::recommend::Settings;
use crate::report::{BlockedCount, Counted, OpeningCount};
use crate::search::{Bar, Choices, Limits, Opening, Reason, Rules, openings, reasons};
use crate::wages::PayBooks;

/// What stands in the way of one person and what would open the way.
struct Shut {
    wanted: Vec<RoleIx>,
    bars: BTreeSet<&'static str>,
    /// What would change, with by how much where it is a limit.
    openings: BTreeMap<String, Option<f64>>,
}

/// What keeps some people from what they want.
pub(super) fn blocked(
    graph: &Graph,
    pay: &PayBooks<'_>,
    settings: &Settings,
    people: &[Profile],
) -> BlockedCount {
    let shut: Vec<Shut> =
        people.par_iter().map(|person| shut(graph, pay, &settings.rules(), person)).collect();
    let whole = shut.len() as u64;
    let count = |is: &dyn Fn(&Shut) -> bool| shut.iter().filter(|one| is(one)).count() as u64;
    let told = |what: String, people: u64| Counted { what, people: group(people, whole) };
    let roles: BTreeSet<RoleIx> = shut.iter().flat_map(|one| one.wanted.iter().copied()).collect();
    let bars: BTreeSet<&'static str> = shut.iter().flat_map(|one| one.bars.iter().copied()).collect();
    let changes: BTreeSet<&String> = shut.iter().flat_map(|one| one.openings.keys()).collect();
    let mut wanted: Vec<(u64, Counted)> = roles
        .iter()
        .map(|role| {
            let people = count(&|one| one.wanted.contains(role));
            (people, told(graph.roles[role.at()].names.title.clone(), people))
        })
        .collect();
    let mut bars: Vec<(u64, Counted)> = bars
        .iter()
        .map(|bar| {
            let people = count(&|one| one.bars.contains(bar));
            (people, told((*bar).to_owned(), people))
        })
        .collect();
    let mut opened: Vec<(u64, OpeningCount)> = changes
        .into_iter()
        .map(|what| {
            let people = count(&|one| one.openings.contains_key(what));
            let amounts: Vec<f64> = shut.iter().filter_map(|one| *one.openings.get(what)?).collect();
            let people_told = group(people, whole);
            let amount = people_told.and_then(|_| spread(amounts));
            (people, OpeningCount { what: what.clone(), people: people_told, amount })
        })
        .collect();
    wanted.sort_by_key(|(people, _)| std::cmp::Reverse(*people));
    bars.sort_by_key(|(people, _)| std::cmp::Reverse(*people));
    opened.sort_by_key(|(people, _)| std::cmp::Reverse(*people));
    let large = |people: u64| whole >= LEAST && people >= LEAST;
    BlockedCount {
        looked_at: (whole == 0 || whole >= LEAST).then_some(whole),
        wanted: wanted.into_iter().filter(|(people, _)| large(*people)).map(|(_, told)| told).collect(),
        bars: bars.into_iter().filter(|(people, _)| large(*people)).map(|(_, told)| told).collect(),
        openings: opened.into_iter().filter(|(people, _)| large(*people)).map(|(_, told)| told).collect(),
    }
}

fn shut(graph: &Graph, pay: &PayBooks<'_>, rules: &Rules, person: &Profile) -> Shut {
    let mut shut = Shut { wanted: person.targets.clone(), bars: BTreeSet::new(), openings: BTreeMap::new() };
    let (limits, book) = (Limits::of(person, rules), pay.of(person));
    for role in person.targets.iter().filter(|role| Some(**role) != person.current) {
        bars(&reasons(graph, person, &limits, *role), &mut shut.bars);
        for opening in openings(graph, person, &book, *rules, &Choices::default(), *role).single {
            let (what, amount) = told(graph, &opening);
            shut.openings.entry(what).or_insert(amount);
        }
    }
    shut
}

/// What stands in the way, wherever in a tree of reasons.
fn bars(reason: &Reason, found: &mut BTreeSet<&'static str>) {
    match reason {
        Reason::All(parts) | Reason::Any(parts) | Reason::More(_, parts) => {
            for part in parts {
                bars(part, found);
            }
        }
        Reason::Lacks(_, ways) => {
            for way in ways {
                found.extend(way.bars.iter().map(|bar| match bar {
                    Bar::NotOffered => "a program is not taught where they live",
                    Bar::Budget(_) => "a step costs more than the budget",
                    Bar::Months(_) => "a step takes longer than there is time",
                    Bar::KeepsJob => "a step leaves no time for the job, which may not be given up",
                }));
                way.asks.iter().for_each(|asks| bars(asks, found));
            }
        }
        Reason::Late(_) => {
            found.insert("being hired for it comes too late");
        }
        Reason::Together => {
            found.insert("each step can be had, but not all of them within the limits");
        }
    }
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
        Opening::Skill(skill, level) => {
            (format!("{} at level {level}", graph.skills[skill.at()].names.short), None)
        }
        Opening::Holding(holding) => (format!("{} in hand", graph.holding(*holding).names().short), None),
    }
}
