//! What a library answers is what a search of its own finds, whoever asked before.

use careerpath::graph::Graph;
use careerpath::library::Library;
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend, recommend_by};
use careerpath::render::json;
use careerpath::search::{Choices, Limits, Pathway, Problem, Rules, search};
use careerpath::units::Money;
use careerpath::wages::PayBook;
use proptest::prelude::*;

use crate::frame::{Dice, profile};
use crate::world::{person, roles, world};

fn searched(graph: &Graph, profile: &Profile, rules: Rules, choices: &Choices) -> Vec<Vec<Pathway>> {
    let pay = PayBook::of(graph, profile);
    let problem = Problem::choosing(graph, profile, &pay, rules, Limits::of(profile, &rules), choices);
    search(&problem, &roles(graph)).into_iter().map(|(paths, _)| paths).collect()
}

fn answered(
    library: &Library<'_>,
    graph: &Graph,
    profile: &Profile,
    rules: Rules,
    choices: &Choices,
) -> Vec<Vec<Pathway>> {
    let answers = library.answers(profile, Limits::of(profile, &rules), choices, &roles(graph));
    answers.iter().map(|answer| answer.pathways().cloned().collect()).collect()
}

/// People of whom some differ in nothing but their limits.
fn people(graph: &Graph, dice: &mut Dice) -> Vec<Profile> {
    let strangers: Vec<Profile> = (0..3).map(|_| profile(graph, &person(dice))).collect();
    let budget = Money::from_units(dice.below(3_000) as f64);
    let months = 2 + u32::try_from(dice.below(40)).unwrap();
    let alike = strangers.iter().flat_map(|stranger| {
        let poor = Profile { budget: Some(budget), ..stranger.clone() };
        let hurried = Profile { max_months: Some(months), budget: None, ..stranger.clone() };
        [poor, hurried]
    });
    alike.chain(strangers.iter().cloned()).collect()
}

/// Nothing chosen, a step left out, and one insisted on.
fn choices(graph: &Graph, dice: &mut Dice) -> [Choices; 3] {
    let nodes: Vec<_> = graph.nodes().collect();
    let mut one = || vec![nodes[usize::try_from(dice.below(nodes.len() as u64)).unwrap()]];
    [
        Choices::default(),
        Choices { exclude: one(), require: Vec::new() },
        Choices { exclude: Vec::new(), require: one() },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::laws::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_a_library_answers_as_a_search_of_its_own_does(seed in any::<u64>()) {
        let Some(world) = world(seed) else { return Ok(()) };
        let (graph, rules) = (&world.graph, world.rules);
        let mut dice = Dice::new(seed ^ 0x11b);
        let people = people(graph, &mut dice);
        let choices = choices(graph, &mut dice);
        let own: Vec<Vec<_>> = people
            .iter()
            .map(|profile| choices.iter().map(|choices| searched(graph, profile, rules, choices)).collect())
            .collect();
        // one that holds everything, one that forgets nearly everything
        for room in [Library::ROOM, 5] {
            let library = Library::new(graph, rules, room);
            for _ in 0..4 * people.len() {
                let who = usize::try_from(dice.below(people.len() as u64)).unwrap();
                let what = usize::try_from(dice.below(choices.len() as u64)).unwrap();
                let found = answered(&library, graph, &people[who], rules, &choices[what]);
                prop_assert_eq!(&found, &own[who][what], "seed {} room {}", seed, room);
                prop_assert!(library.held() <= room);
            }
        }
    }

    #[test]
    fn law_a_library_shared_by_threads_answers_the_same(seed in any::<u64>()) {
        let Some(world) = world(seed) else { return Ok(()) };
        let (graph, rules) = (&world.graph, world.rules);
        let people = people(graph, &mut Dice::new(seed ^ 0x11b));
        let library = Library::new(graph, rules, 30);
        let none = Choices::default();
        let all = || people.iter().map(|profile| answered(&library, graph, profile, rules, &none)).collect::<Vec<_>>();
        let shared: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(all)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let own: Vec<_> = people.iter().map(|profile| searched(graph, profile, rules, &none)).collect();
        prop_assert!(shared.iter().all(|one| *one == own), "seed {}", seed);
    }

    #[test]
    fn law_what_is_given_up_is_the_same_with_a_library(seed in any::<u64>(), work in 0_u64..400) {
        let Some(world) = world(seed) else { return Ok(()) };
        let (graph, rules) = (&world.graph, Rules { max_work: work, ..world.rules });
        let library = Library::new(graph, rules, Library::ROOM);
        for profile in people(graph, &mut Dice::new(seed ^ 0x11b)) {
            let none = Choices::default();
            let first = answered(&library, graph, &profile, rules, &none);
            prop_assert_eq!(&first, &answered(&library, graph, &profile, rules, &none), "seed {}", seed);
            let fresh = answered(&Library::new(graph, rules, 1), graph, &profile, rules, &none);
            prop_assert_eq!(first, fresh, "seed {}", seed);
        }
    }
}

#[test]
fn a_report_is_the_same_with_a_library() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let written = |budget: u32| {
        serde_json::json!({"region": "Inland Empire", "education": "high_school", "study_hours_per_week": 15,
            "budget_usd": budget, "targets": ["health-information-technician", "registry-assistant"]})
    };
    let settings = Settings::default();
    let library = Library::new(&graph, settings.rules(), Library::ROOM);
    for budget in [9_000, 700, 30_000] {
        let profile = profile(&graph, &written(budget));
        let by_library = recommend_by(&library, &graph, &profile, &settings);
        assert_eq!(json(&by_library), json(&recommend(&graph, &profile, &settings)), "{budget}");
    }
}
