//! The laws of the model, each on random small worlds.

use careerpath::search::{Limits, Problem, search};
use careerpath::wages::PayBook;
use proptest::prelude::*;

use crate::oracle::Oracle;
use crate::world::{roles, world};

/// Months, cost, net earnings, chance.
type Criteria = (u32, i64, Option<i64>, String);

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("LAW_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_2_the_search_finds_exactly_what_every_list_tried_finds(seed in any::<u64>()) {
        let Some(world) = world(seed) else { return Ok(()) };
        let pay = PayBook::new(&world.graph, world.profile.region);
        let limits = Limits::of(&world.profile, &world.rules);
        let oracle = Oracle { graph: &world.graph, profile: &world.profile, pay: &pay, rules: world.rules, limits };
        let problem = Problem::new(&world.graph, &world.profile, &pay, world.rules, limits);
        let targets = roles(&world.graph);
        for (target, (found, _)) in targets.iter().zip(search(&problem, &targets)) {
            let mut ours: Vec<Criteria> = found
                .iter()
                .map(|p| (p.value.months, p.value.cost.cents(), p.value.net.map(|n| n.cents()), format!("{:?}", p.value.chance)))
                .collect();
            let mut theirs: Vec<Criteria> = oracle
                .frontier(*target)
                .iter()
                .map(|p| (p.months, p.cost, p.net, format!("{:?}", p.chance)))
                .collect();
            ours.sort();
            theirs.sort();
            theirs.dedup();
            prop_assert_eq!(ours, theirs, "seed {} target {}", seed, world.graph.roles[target.at()].names.id);
        }
    }
}

#[test]
fn the_random_worlds_are_rich_enough_to_try_the_search() {
    let (mut worlds, mut paths, mut stepping, mut long, mut unknown) = (0, 0, 0, 0, 0);
    for seed in 0..400 {
        let Some(world) = world(seed) else { continue };
        worlds += 1;
        let pay = PayBook::new(&world.graph, world.profile.region);
        let limits = Limits::of(&world.profile, &world.rules);
        let problem = Problem::new(&world.graph, &world.profile, &pay, world.rules, limits);
        for (found, _) in search(&problem, &roles(&world.graph)) {
            paths += found.len();
            for path in found {
                let steps = path.steps.len();
                long += usize::from(steps >= 4);
                unknown += usize::from(path.value.net.is_none());
                stepping += usize::from(path.needed_by[..steps - 1].iter().any(Vec::is_empty));
            }
        }
    }
    assert!(worlds > 100 && paths > 500 && long > 50 && unknown > 50 && stepping > 20, "{worlds} {paths} {long} {unknown} {stepping}");
}
