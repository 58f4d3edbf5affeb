//! What a cohort comes to, so that nothing is told of any group of fewer than ten.

mod blocked;
mod hide;
mod kinds;
mod person;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use super::reading::unreadable;
use super::run::Order;
use crate::finding::Finding;
use crate::graph::RoleIx;
use crate::recommend::stamp;
use crate::report::{CohortSummary, Counted, DestinationCount, Kind, Kinds, Spread};
pub(super) use blocked::{in_hand, skilled};
pub(super) use hide::{LEAST, group, parts};
pub(super) use person::Person;

/// People whose kinds are looked for, at most about so many.
const KINDS_OF: u64 = 20_000;
/// People whose way is looked for who reach nothing, at most about so many.
const SHUT: u64 = 100;
/// The ends of the spans by which a destination begins, in months.
const SPANS: [u32; 5] = [12, 24, 36, 60, 120];

/// What is known of one destination.
#[derive(Default)]
struct Reached {
    months: Vec<f64>,
    cost: Vec<f64>,
    gain: Vec<f64>,
}

impl Reached {
    fn add(&mut self, months: u32, cost: f64, gain: Option<f64>) {
        self.months.push(f64::from(months));
        self.cost.push(cost);
        self.gain.extend(gain);
    }
}

/// The quartiles of some values; none where they are of too few people.
pub(super) fn spread(mut values: Vec<f64>) -> Option<Spread> {
    if (values.len() as u64) < LEAST {
        return None;
    }
    values.sort_by(f64::total_cmp);
    let at = |quarter: usize| values[(values.len() - 1) * quarter / 4];
    Some(Spread { low: at(1), median: at(2), high: at(3) })
}

/// The mean of some values; 0 of none.
#[expect(clippy::cast_precision_loss, reason = "people are few")]
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// From how many one is taken, so that at most about so many are taken of all, evenly spaced.
pub(super) fn every(all: u64, most: u64) -> usize {
    usize::try_from(all.div_ceil(most).max(1)).unwrap_or(usize::MAX)
}

/// What a run kept of its people, in order.
pub(super) fn people(path: &Path) -> io::Result<impl Iterator<Item = io::Result<Person>>> {
    let lines = BufReader::with_capacity(256 * 1024, File::open(path)?).lines();
    Ok(lines.map(|line| serde_json::from_str(&line?).map_err(io::Error::other)))
}

/// Sums up what a run kept of its people.
///
/// # Errors
/// What keeps them from being read.
pub(super) fn summary(order: &Order<'_>, scored: u64, rejected: u64) -> Result<CohortSummary, Vec<Finding>> {
    let (graph, path) = (order.graph, order.people_kept());
    let unreadable = |error: io::Error| unreadable(&path.display().to_string(), &error);
    let (mut all, mut by_role) = (Reached::default(), BTreeMap::<u32, Reached>::new());
    let mut spans = [0_u64; SPANS.len() + 1];
    let (mut none, mut some) = (0_u64, Vec::new());
    let step = every(scored, KINDS_OF);
    for (at, person) in (0..).zip(people(&path).map_err(unreadable)?) {
        let person = person.map_err(unreadable)?;
        match person.best {
            Some((role, months, cost, gain)) => {
                all.add(months, cost, gain);
                by_role.entry(role).or_default().add(months, cost, gain);
                spans[SPANS.iter().position(|end| months <= *end).unwrap_or(SPANS.len())] += 1;
            }
            None => none += 1,
        }
        if at % step == 0 {
            some.push(Person { row: None, ..person });
        }
    }
    let shut = people(&path)
        .map_err(unreadable)?
        .filter_map(Result::ok)
        .filter(|person| person.best.is_none())
        .step_by(every(none, SHUT));
    let shut: Vec<_> = shut.filter_map(|person| person.profile(&order.reader())).collect();
    let reached = scored - none;
    let counted = parts(&[reached, none]);
    // who reaches none is what is left of all: where that is hidden, it is hidden as a part of all
    let within = |counts: &[u64]| {
        if counted[1].is_some() {
            return parts(counts);
        }
        let all: Vec<u64> = counts.iter().copied().chain([none]).collect();
        parts(&all)[..counts.len()].to_vec()
    };
    let told = within(&spans);
    let span = |at: usize| match at.checked_sub(1).map(|before| SPANS[before]) {
        None => format!("within {} months", SPANS[0]),
        Some(before) if at < SPANS.len() => format!("{} to {} months", before + 1, SPANS[at]),
        Some(before) => format!("after {before} months"),
    };
    let mut destinations: Vec<(u32, Reached)> = by_role.into_iter().collect();
    destinations.sort_by_key(|(role, reached)| (std::cmp::Reverse(reached.months.len()), *role));
    let sizes: Vec<u64> = destinations.iter().map(|(_, reached)| reached.months.len() as u64).collect();
    let hidden = within(&sizes);
    let large = scored >= LEAST;
    let hidden_destinations = if large { hidden.iter().filter(|people| people.is_none()).count() } else { 0 };
    let destinations = destinations.into_iter().zip(hidden).filter_map(|((role, reached), people)| {
        let names = &graph.roles[RoleIx(role).at()].names;
        Some(DestinationCount {
            role: names.id.clone(),
            title: names.title.clone(),
            people: people?,
            months: spread(reached.months),
            cost: spread(reached.cost),
            gain: spread(reached.gain),
        })
    });
    Ok(CohortSummary {
        format: "careerpath.cohort-summary/1",
        graph: stamp(graph),
        today: order.settings.today.to_string(),
        least: LEAST,
        people: large.then_some(scored),
        rejected,
        reached: counted[0].filter(|_| large),
        reached_none: counted[1].filter(|_| large),
        gain: spread(all.gain),
        by_when: if large {
            told.into_iter()
                .enumerate()
                .filter(|(at, _)| spans[*at] > 0)
                .map(|(at, people)| Counted { what: span(at), people })
                .collect()
        } else {
            Vec::new()
        },
        destinations: if large { destinations.collect() } else { Vec::new() },
        hidden_destinations,
        blocked: blocked::blocked(order, &shut, counted[1].filter(|_| large))?,
        kinds: found(order, &some),
    })
}

/// The kinds among some people.
fn found(order: &Order<'_>, some: &[Person]) -> Kinds {
    let looked_at = Some(some.len() as u64).filter(|people| *people >= LEAST);
    let Some(found) = kinds::kinds(some, order.settings.seed) else {
        return Kinds { looked_at, silhouette: None, kinds: Vec::new() };
    };
    let of = |kind: usize| -> Vec<&Person> {
        some.iter().zip(&found.of).filter(|(_, at)| **at == kind).map(|(one, _)| one).collect()
    };
    let told = kinds::told(&(0..found.count).map(of).collect::<Vec<_>>());
    let mut kinds: Vec<Kind> = (0..found.count)
        .map(|kind| {
            let of = of(kind);
            let best = || of.iter().filter_map(|person| person.best);
            let mut roles = BTreeMap::<u32, u64>::new();
            best().for_each(|(role, ..)| *roles.entry(role).or_default() += 1);
            let most = roles.into_iter().max_by_key(|(role, people)| (*people, std::cmp::Reverse(*role)));
            let people = of.len() as u64;
            Kind {
                people,
                apart: kinds::apart(&of, some, told),
                reached: Some(best().count() as u64),
                gain: spread(best().filter_map(|(.., gain)| gain).collect()),
                destination: most
                    .filter(|(_, count)| group(*count, people).is_some())
                    .map(|(role, _)| order.graph.roles[RoleIx(role).at()].names.title.clone()),
            }
        })
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.people));
    hide_reached(&mut kinds);
    Kinds { looked_at, silhouette: Some(found.silhouette), kinds }
}

/// Hides how many of a kind reach something where they or the others of it are too few, and of one kind more where that
/// could be had by subtraction from all.
fn hide_reached(kinds: &mut [Kind]) {
    let mut hidden: Vec<bool> = kinds
        .iter()
        .map(|kind| kind.reached.and_then(|reached| group(reached, kind.people)).is_none())
        .collect();
    if hidden.iter().filter(|hidden| **hidden).count() == 1 {
        // kinds are in order of size, so the last that is told is the smallest
        hidden.iter_mut().rev().find(|hidden| !**hidden).into_iter().for_each(|last| *last = true);
    }
    kinds.iter_mut().zip(hidden).filter(|(_, hidden)| *hidden).for_each(|(kind, _)| kind.reached = None);
}
