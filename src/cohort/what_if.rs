//! The same cohort twice, in a graph and in one that is changed: who gains, how much, how sure.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::reading::unreadable;
use super::run::Order;
use super::summary::{self, LEAST, Person, every, group, parts, people, spread};
use crate::finding::Finding;
use crate::graph::{Graph, RoleIx};
use crate::report::{Shift, WhatIf};
use crate::seeded::fold;
use crate::units::Education;

/// How often people are drawn anew to tell how sure a mean is.
const DRAWS: u64 = 400;
/// At most about so many people are drawn from.
const DRAWN: u64 = 20_000;

/// One person before and after.
struct Change {
    /// Net earnings over ten years more than before; none where they are not known on one side.
    gain: Option<f64>,
    sooner: bool,
    /// Whether something is reached, before and after.
    reached: [bool; 2],
    /// Schooling, as told.
    schooling: usize,
}

impl Change {
    fn of(before: &Person, after: &Person) -> Self {
        let gain = |person: &Person| person.best.map_or(Some(0.0), |(.., gain)| gain);
        let months = |person: &Person| person.best.map(|(_, months, ..)| months);
        Self {
            gain: gain(before).zip(gain(after)).map(|(before, after)| after - before),
            sooner: months(before).zip(months(after)).is_some_and(|(before, after)| after < before),
            reached: [before, after].map(|person| person.best.is_some()),
            schooling: before.schooling(),
        }
    }

    /// Whether it is by a dollar or more.
    fn gains(&self) -> bool {
        self.gain.is_some_and(|gain| gain >= 1.0)
    }
}

impl Order<'_> {
    /// Compares what this run and another over the same rows kept of their people. People who reach nothing are taken to
    /// stay.
    ///
    /// # Errors
    /// What keeps either from being read.
    pub fn compared(&self, title: &str, after: &Path) -> Result<WhatIf, Vec<Finding>> {
        let before = self.people_kept();
        let compared = compared(self.graph, title, &before, after, self.settings.seed);
        compared.map_err(|error| unreadable(&before.display().to_string(), &error))
    }
}

fn compared(graph: &Graph, title: &str, before: &Path, after: &Path, seed: u64) -> io::Result<WhatIf> {
    let (mut changes, mut moves) = (Vec::new(), BTreeMap::<u32, (u64, u64)>::new());
    for (before, after) in people(before)?.zip(people(after)?) {
        let (before, after) = (before?, after?);
        before.best.iter().for_each(|(role, ..)| moves.entry(*role).or_default().0 += 1);
        after.best.iter().for_each(|(role, ..)| moves.entry(*role).or_default().1 += 1);
        changes.push(Change::of(&before, &after));
    }
    let whole = changes.len() as u64;
    let count =
        |is: &dyn Fn(&Change) -> bool| group(changes.iter().filter(|one| is(one)).count() as u64, whole);
    let known: Vec<f64> = changes.iter().filter_map(|change| change.gain).collect();
    let shifts = shifts(graph, &moves);
    let at = |level: usize| changes.iter().filter(move |change| change.schooling == level);
    let sizes: Vec<u64> = (0..Education::ALL.len()).map(|level| at(level).count() as u64).collect();
    let gaining: Vec<u64> = (0..Education::ALL.len())
        .map(|level| at(level).filter(|change| change.gains()).count() as u64)
        .collect();
    let schooling = Education::ALL
        .iter()
        .zip(sizes.iter().zip(&gaining))
        .zip(parts(&sizes).into_iter().zip(parts(&gaining)));
    let schooling = schooling.filter_map(|((education, (size, some)), (all, gaining))| {
        group(*some, *size).filter(|some| *some > 0)?;
        Some(Shift { what: education.key().replace('_', " "), before: Some(all?), after: Some(gaining?) })
    });
    let large = whole >= LEAST;
    // of those who reached none, and of those who reached something, a summary tells how many there were
    let turned = |reached: bool| {
        let before = changes.iter().filter(|one| one.reached[0] == reached);
        let turned = before.clone().filter(|one| one.reached[1] != reached).count() as u64;
        group(turned, before.count() as u64).and_then(|_| group(turned, whole))
    };
    Ok(WhatIf {
        format: "careerpath.what-if/1",
        title: title.to_owned(),
        people: large.then_some(whole),
        gain: count(&Change::gains),
        lose: count(&|change| change.gain.is_some_and(|gain| gain <= -1.0)),
        newly: turned(false),
        no_longer: turned(true),
        sooner: count(&|change| change.sooner),
        of_those_who_gain: spread(known.iter().copied().filter(|gain| *gain >= 1.0).collect()),
        mean: large.then(|| mean(&known, seed)).flatten(),
        destinations: if large { shifts } else { Vec::new() },
        schooling: if large { schooling.collect() } else { Vec::new() },
    })
}

/// The best destinations of more or fewer people, by how many more or fewer; a count is hidden where a summary of the
/// people before or after would hide it, and so are both where their difference, or what would tell it by subtraction,
/// is of too few.
fn shifts(graph: &Graph, moves: &BTreeMap<u32, (u64, u64)>) -> Vec<Shift> {
    // a summary has them in this order
    let told = |count: &dyn Fn(&(u64, u64)) -> u64| -> BTreeMap<u32, bool> {
        let mut counts: Vec<(u32, u64)> = moves.iter().map(|(role, both)| (*role, count(both))).collect();
        counts.sort_by_key(|(role, people)| (std::cmp::Reverse(*people), *role));
        let sizes: Vec<u64> = counts.iter().map(|(_, people)| *people).collect();
        counts.iter().zip(parts(&sizes)).map(|((role, _), told)| (*role, told.is_some())).collect()
    };
    let every = [told(&|both| both.0), told(&|both| both.1), told(&|both| both.0.abs_diff(both.1))];
    let mut shifts: Vec<(u64, Shift)> = moves
        .iter()
        .filter(|(_, (before, after))| before != after)
        .map(|(role, (before, after))| {
            let what = graph.roles[RoleIx(*role).at()].names.title.clone();
            let told = every.iter().all(|told| told[role]);
            (
                before.abs_diff(*after),
                Shift { what, before: told.then_some(*before), after: told.then_some(*after) },
            )
        })
        .collect();
    shifts.sort_by_key(|(by, _)| std::cmp::Reverse(*by));
    shifts.into_iter().map(|(_, shift)| shift).collect()
}

/// The mean of some values between the tenth and the ninetieth of a hundred means of people drawn anew (Efron 1979).
#[expect(clippy::cast_precision_loss, reason = "people are few")]
fn mean(values: &[f64], seed: u64) -> Option<[f64; 3]> {
    if (values.len() as u64) < LEAST {
        return None;
    }
    let some: Vec<f64> = values.iter().copied().step_by(every(values.len() as u64, DRAWN)).collect();
    let mut drawn: Vec<f64> = (0..DRAWS)
        .map(|draw| {
            let place = |at: usize| (draw << 32) | at as u64;
            let pick =
                |at: usize| some[usize::try_from(fold(seed, place(at), some.len() as u64)).unwrap_or(0)];
            (0..some.len()).map(pick).sum::<f64>() / some.len() as f64
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    let at = |tenth: usize| drawn[(drawn.len() - 1) * tenth / 10];
    Some([at(1), summary::mean(values), at(9)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_change_cannot_be_had_by_subtraction() {
        let graph = Graph::shipped("ca-ns-him").expect("it ships").expect("it loads");
        let moves = [(146, 207), (166, 184), (415, 433), (179, 195), (138, 136), (1236, 1236)];
        let told = |moves: &[(u64, u64)]| -> Vec<bool> {
            let shifts = shifts(&graph, &(0..).zip(moves.iter().copied()).collect());
            shifts.iter().map(|shift| shift.before.is_some() && shift.after.is_some()).collect()
        };
        // by how much: 61, 18, 18, 16, 2; the least of the others is hidden with the small one
        assert_eq!(told(&moves), [true, true, true, false, false]);
        // what a summary hides is not told here either
        assert_eq!(told(&[(5, 45), (60, 20), (80, 80)]), [false, false]);
        assert_eq!(told(&[(40, 80), (60, 20), (80, 80)]), [true, true]);
    }
}
