//! A shortlist is the head of a report, though it looks at far less.

use careerpath::profile::{Preset, Profile};
use careerpath::recommend::{Settings, recommend, shortlist};
use careerpath::report::Destination;
use careerpath::search::{Size, StartClasses};
use careerpath::units::Money;
use careerpath::wages::PayBooks;
use proptest::prelude::*;

use crate::frame::{Dice, profile};
use crate::world::{person, world_of_seed};

/// The best of each destination of a report, in the order of a cohort: wanted, gains, losses, unknown, each by score.
fn head(
    graph: &careerpath::graph::Graph,
    profile: &Profile,
    settings: &Settings,
) -> Option<Vec<(String, String, f64)>> {
    let settings = Settings { top: 100, ..settings.clone() };
    let report = recommend(graph, profile, &settings);
    // what is told in one line there stands in its place here
    if report.folded.is_some() {
        return None;
    }
    let group = |destination: &Destination| match (destination.wanted, destination.pathways[0].expected_gain)
    {
        (true, Some(_)) => 0,
        (true, None) => 1,
        (false, Some(gain)) if gain >= Money::ZERO => 2,
        (false, Some(_)) => 3,
        (false, None) => 4,
    };
    let mut all: Vec<&Destination> = report.destinations.iter().collect();
    all.sort_by(|one, other| {
        let key = |found: &Destination| {
            let best = &found.pathways[0];
            (best.months, best.cost, found.role.clone())
        };
        let score = other.pathways[0].score.total_cmp(&one.pathways[0].score);
        group(one).cmp(&group(other)).then(score).then_with(|| key(one).cmp(&key(other)))
    });
    let best = all.into_iter().map(|destination| {
        let best = &destination.pathways[0];
        (destination.role.clone(), best.id.clone(), best.score)
    });
    Some(best.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::laws::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_a_shortlist_is_the_head_of_a_report(seed in any::<u64>()) {
        let Some(world) = world_of_seed(seed) else { return Ok(()) };
        let mut dice = Dice::new(seed ^ 0x5107);
        let books = PayBooks::new(&world.graph, if dice.one_in(2) { PayBooks::ROOM } else { 0 });
        // people of one start class see one another's sets
        let classes = StartClasses::default();
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
                // what is not wanted is looked for in the first size alone
                most: Size { jobs: 1, courses: 3 },
                max_work: world.rules.max_work,
                top: 1 + dice.below(3) as usize,
                ..Settings::default()
            };
            let list = shortlist(&world.graph, &books, &classes, &person, &settings);
            let of = |role: careerpath::graph::RoleIx| world.graph.roles[role.at()].names.id.clone();
            let listed: Vec<_> = list.best.iter().map(|best| (of(best.role), best.id.clone(), best.score)).collect();
            let Some(mut head) = head(&world.graph, &person, &settings) else { continue };
            head.truncate(settings.top);
            prop_assert_eq!(listed, head, "seed {}", seed);
        }
    }

    #[test]
    fn law_9_who_was_searched_before_changes_nothing(seed in any::<u64>(), work in 1..2_000_u64) {
        let Some(world) = world_of_seed(seed) else { return Ok(()) };
        let mut dice = Dice::new(seed ^ 0x0a11);
        let books = PayBooks::new(&world.graph, PayBooks::ROOM);
        let people: Vec<Profile> = (0..4).map(|_| profile(&world.graph, &person(&mut dice))).collect();
        let settings = |top| Settings {
            horizon: world.rules.horizon,
            most: world.rules.most,
            // so little that some targets are given up
            max_work: work,
            top,
            ..Settings::default()
        };
        let told = |classes: &StartClasses, person: &Profile, top| {
            let list = shortlist(&world.graph, &books, classes, person, &settings(top));
            let best: Vec<_> = list.best.into_iter().map(|best| (best.id, best.score.to_bits())).collect();
            (list.reach, best)
        };
        let shared = StartClasses::default();
        for top in [1, 3] {
            for person in people.iter().chain(people.iter().rev()) {
                let alone = told(&StartClasses::default(), person, top);
                prop_assert_eq!(told(&shared, person, top), alone, "seed {} work {}", seed, work);
            }
        }
    }
}
