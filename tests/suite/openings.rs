//! Law 8: what is said to open a door opens it, and what is said to shut it does.

use careerpath::graph::{Node, RoleIx};
use careerpath::search::{Choices, Limits, Opening, Reason, openings, reasons};
use careerpath::units::Money;
use careerpath::wages::PayBook;
use proptest::prelude::*;

use crate::laws::{cases, found, reachable};
use crate::world::{World, world_of_seed};

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_8_every_opening_opens_and_one_unit_less_does_not(seed in any::<u64>()) {
        let Some(world) = world_of_seed(seed) else { return Ok(()) };
        let limits = Limits::of(&world.profile, &world.rules);
        let pay = PayBook::of(&world.graph, &world.profile);
        for (target, paths) in found(&world, limits) {
            if !paths.is_empty() || world.profile.current == Some(target) {
                continue;
            }
            let open = |changes: &[Opening]| opens(&world, limits, changes, target);
            let found = openings(&world.graph, &world.profile, &pay, world.rules, &Choices::default(), target);
            for opening in &found.single {
                prop_assert!(open(std::slice::from_ref(opening)), "seed {} {:?} {:?}", seed, target, opening);
                let less = one_less(&world, opening);
                prop_assert!(less.is_none_or(|less| !open(&[less])), "seed {} {:?} {:?}", seed, target, opening);
            }
            prop_assert!(found.single.is_empty() || found.pairs.is_empty());
            for [one, other] in &found.pairs {
                prop_assert!(open(&[one.clone(), other.clone()]), "seed {} {:?} {:?} {:?}", seed, target, one, other);
                for (lower, kept) in [(one, other), (other, one)] {
                    let less = one_less(&world, lower);
                    let shut = less.is_none_or(|less| !open(&[less, kept.clone()]));
                    prop_assert!(shut, "seed {} {:?} {:?} {:?}", seed, target, lower, kept);
                }
            }
            // nothing that opens by itself is left untold
            let told = |kind: fn(&Opening) -> bool| found.single.iter().any(kind);
            let free = [
                (Opening::Months(480), told(|o| matches!(o, Opening::Months(_)))),
                (Opening::Budget(Money::from_units(1e6)), told(|o| matches!(o, Opening::Budget(_)))),
                (Opening::StudyHours(40), told(|o| matches!(o, Opening::StudyHours(_)))),
                (Opening::MayStopWorking, told(|o| matches!(o, Opening::MayStopWorking))),
                (Opening::Elsewhere, told(|o| matches!(o, Opening::Elsewhere))),
            ];
            for (opening, told) in free {
                prop_assert!(told || !open(std::slice::from_ref(&opening)), "seed {} {:?} {:?}", seed, target, opening);
            }
        }
    }

    #[test]
    fn law_8_what_can_be_reached_is_not_said_to_be_shut_by_any_step(seed in any::<u64>()) {
        let Some(world) = world_of_seed(seed) else { return Ok(()) };
        let limits = Limits::of(&world.profile, &world.rules);
        for (target, paths) in found(&world, limits) {
            let reason = reasons(&world.graph, &world.profile, &limits, target);
            prop_assert!(paths.is_empty() || reason == Reason::Together, "seed {} {:?} {:?}", seed, target, reason);
            let mut told = Vec::new();
            steps_told(&reason, &mut told);
            let all = told.len();
            told.sort();
            told.dedup();
            prop_assert_eq!(told.len(), all, "a step is told twice, seed {}", seed);
        }
    }
}

/// Whether a target is reached with some changes.
fn opens(world: &World, mut limits: Limits, changes: &[Opening], target: RoleIx) -> bool {
    let mut profile = world.profile.clone();
    for change in changes {
        match change {
            Opening::Budget(budget) => limits.budget = Some(*budget),
            Opening::Months(months) => limits.max_months = *months,
            Opening::StudyHours(hours) => limits.study_hours = *hours,
            Opening::MayStopWorking => limits.may_stop_working = true,
            Opening::Elsewhere => limits.anywhere = true,
            Opening::Region(regions) => profile.region = regions[0],
            Opening::Skill(skill, level) => profile = profile.with_skill(*skill, *level),
            Opening::Holding(holding) => profile = profile.with(&world.graph, *holding),
        }
    }
    reachable(&world.graph, &profile, world.rules, limits).contains(&target)
}

/// A change that is one unit less; nothing where it has no unit.
fn one_less(world: &World, change: &Opening) -> Option<Opening> {
    match change {
        Opening::Budget(budget) => Some(Opening::Budget(*budget - Money::from_cents(1))),
        Opening::Months(months) => months.checked_sub(1).map(Opening::Months),
        Opening::StudyHours(hours) => hours.checked_sub(1).map(Opening::StudyHours),
        Opening::Skill(skill, level) => {
            let lower = level - 1;
            (lower > world.profile.level(*skill)).then_some(Opening::Skill(*skill, lower))
        }
        Opening::MayStopWorking | Opening::Elsewhere | Opening::Region(_) | Opening::Holding(_) => None,
    }
}

/// Every step told in a reason.
fn steps_told(reason: &Reason, told: &mut Vec<Node>) {
    match reason {
        Reason::All(parts) | Reason::Any(parts) | Reason::More(_, parts) => {
            for part in parts {
                steps_told(part, told);
            }
        }
        Reason::Lacks(_, ways) => {
            for way in ways {
                told.push(way.node);
                way.asks.iter().for_each(|asks| steps_told(asks, told));
            }
        }
        Reason::Late(_) | Reason::Together => {}
    }
}
