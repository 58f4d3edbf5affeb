//! A shortlist is the head of a report, though it looks at far less.

use careerpath::profile::{Preset, Profile};
use careerpath::recommend::{Settings, recommend, shortlist};
use careerpath::units::Money;
use careerpath::wages::PayBooks;
use proptest::prelude::*;

use crate::frame::{Dice, profile};
use crate::world::{person, world};

/// The best of each destination of a report: role, id, score.
fn head(
    graph: &careerpath::graph::Graph,
    profile: &Profile,
    settings: &Settings,
) -> Vec<(String, String, f64)> {
    let report = recommend(graph, profile, settings);
    let best = report.destinations.iter().map(|destination| {
        let best = &destination.pathways[0];
        (destination.role.clone(), best.id.clone(), best.score)
    });
    best.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::laws::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_a_shortlist_is_the_head_of_a_report(seed in any::<u64>()) {
        let Some(world) = world(seed) else { return Ok(()) };
        let mut dice = Dice::new(seed ^ 0x5107);
        let books = PayBooks::new(&world.graph, if dice.one_in(2) { PayBooks::ROOM } else { 0 });
        for _ in 0..4 {
            let preset = [Preset::Balanced, Preset::Pay, Preset::Soonest, Preset::Cheapest, Preset::Surest]
                [dice.below(5) as usize];
            let weights = if dice.one_in(3) {
                let criteria = careerpath::rank::CRITERIA.iter().map(|entry| entry.criterion);
                criteria.map(|criterion| (criterion, dice.below(3) as f64)).collect()
            } else {
                Vec::new()
            };
            let budget = dice.one_in(3).then(|| Money::from_units(dice.below(3_000) as f64));
            let person = Profile { preset, weights, budget, ..profile(&world.graph, &person(&mut dice)) };
            let settings = Settings {
                horizon: world.rules.horizon,
                max_roles: world.rules.max_roles,
                max_courses: world.rules.max_courses,
                max_work: world.rules.max_work,
                top: 1 + dice.below(3) as usize,
                ..Settings::default()
            };
            let list = shortlist(&world.graph, &books, &person, &settings);
            let of = |role: careerpath::graph::RoleIx| world.graph.roles[role.at()].names.id.clone();
            let listed: Vec<_> = list.best.iter().map(|best| (of(best.role), best.id.clone(), best.score)).collect();
            prop_assert_eq!(listed, head(&world.graph, &person, &settings), "seed {}", seed);
        }
    }
}
