//! Results looked at step by step: the ranking, one destination, two side by side, ranked again as something else matters
//! most. What is on the screen and what can be done there are values; the terminal is a thin skin over them.

mod terminal;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

pub use terminal::browse;

use super::threads::Threads;
use crate::graph::{Graph, RoleIx};
use crate::profile::{Preset, Profile};
use crate::recommend::{Settings, compare, recommend_by};
use crate::render::{self, Look};
use crate::report::{Destination, Report};
use crate::search::{Find, Found, Problem};

/// How many destinations the ranking has.
const TOP: usize = 10;

/// What is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// The ranking.
    Ranking,
    /// A destination by its place.
    Destination(usize),
    /// Two destinations by their places.
    Both(usize, usize),
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Open(usize),
    Matters,
    Compare,
    Save,
    Back,
    Done,
}

/// Results with what is on the screen.
pub struct Screen<'g> {
    graph: &'g Graph,
    profile: Profile,
    settings: Settings,
    found: Remembered,
    report: Report,
    view: View,
}

impl<'g> Screen<'g> {
    /// The ranking of somebody's destinations.
    pub fn new(graph: &'g Graph, profile: Profile, settings: Settings) -> Self {
        let settings = Settings { top: settings.top.max(TOP), ..settings };
        let found = Remembered::default();
        let report = recommend_by(&found, graph, &profile, &settings);
        Self { graph, profile, settings, found, report, view: View::Ranking }
    }

    /// What is on the screen.
    fn shown(&self, look: Look) -> String {
        let place = |at: usize| self.report.destinations.get(at);
        match self.view {
            View::Ranking => render::ranking_screen(&self.report, look),
            View::Destination(at) => place(at)
                .map_or_else(String::new, |found| render::destination_screen(&self.report, found, look)),
            View::Both(one, other) => {
                let roles: Vec<RoleIx> =
                    [one, other].into_iter().filter_map(|at| self.graph.role(&place(at)?.role)).collect();
                let both = compare(&self.found, self.graph, &self.profile, &self.settings, &roles);
                render::comparison_text(&both, look)
            }
        }
    }

    /// What can be done there, each in words.
    fn choices(&self) -> Vec<(Doing, String)> {
        let language = self.settings.language;
        let word = |doing: Doing, key: &str| (doing, language.word(key));
        if self.view != View::Ranking {
            return vec![
                word(Doing::Back, "screen-back"),
                word(Doing::Save, "screen-save"),
                word(Doing::Done, "screen-done"),
            ];
        }
        let open = |(at, found): (usize, &Destination)| {
            (Doing::Open(at), language.say("screen-open", [("title", found.title.as_str().into())]))
        };
        let mut choices: Vec<(Doing, String)> =
            self.report.destinations.iter().enumerate().map(open).collect();
        let preset = language.word(&format!("preset-{}", self.profile.preset.id()));
        choices.push((Doing::Matters, language.say("screen-matters", [("preset", preset.into())])));
        if self.report.destinations.len() > 1 {
            choices.push(word(Doing::Compare, "screen-compare"));
        }
        choices.extend([word(Doing::Save, "screen-save"), word(Doing::Done, "screen-done")]);
        choices
    }

    /// The titles of the destinations.
    fn titles(&self) -> Vec<String> {
        self.report.destinations.iter().map(|found| found.title.clone()).collect()
    }

    /// Ranks again as something matters most; weights of one's own give way to it.
    fn matter(&mut self, preset: Preset) {
        self.profile.preset = preset;
        self.profile.weights.clear();
        self.report = recommend_by(&self.found, self.graph, &self.profile, &self.settings);
        self.view = View::Ranking;
    }
}

/// Pathways of one person kept once they are found: what matters most changes their order, never what there is.
#[derive(Default)]
struct Remembered(Mutex<BTreeMap<RoleIx, Found>>);

impl Find for Remembered {
    fn find(&self, problem: &Problem<'_>, targets: &[RoleIx]) -> Vec<Found> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<RoleIx> = targets.iter().copied().filter(|role| !known.contains_key(role)).collect();
        let found = Threads::all().find(problem, &new);
        known.extend(new.into_iter().zip(found));
        targets.iter().map(|role| known[role].clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;

    fn screen(graph: &Graph) -> Screen<'_> {
        let bytes = std::fs::read("profiles/records-clerk-halifax.json").expect("it is there");
        let profile = Profile::check(&Text { name: "p.json".into(), bytes }, graph).expect("it is sound");
        Screen::new(graph, profile, Settings::default())
    }

    #[test]
    fn what_matters_most_orders_anew_and_everything_shown_fits() {
        let graph = Graph::shipped("ca-ns-him").expect("it ships").expect("it is sound");
        let mut screen = screen(&graph);
        let order = |screen: &Screen<'_>| -> Vec<String> {
            screen.report.destinations.iter().map(|found| found.role.clone()).collect()
        };
        let (balanced, mut orders) = (order(&screen), Vec::new());
        for preset in Preset::ALL {
            screen.matter(preset);
            let fresh = recommend_by(&Threads::all(), &graph, &screen.profile, &screen.settings);
            assert_eq!(render::json(&screen.report), render::json(&fresh));
            orders.push(order(&screen));
        }
        assert_eq!(orders[0], balanced);
        assert!(orders.iter().any(|other| *other != balanced));
        for width in [60, 80, 200] {
            for view in [View::Ranking, View::Destination(0), View::Both(0, 1)] {
                screen.view = view;
                let shown = screen.shown(Look::of(width, false));
                let wide = shown.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                assert!(
                    wide > 30 && wide <= width,
                    "{view:?} is {wide} columns wide where there are {width}"
                );
            }
        }
    }

    #[test]
    fn from_the_ranking_every_destination_opens_and_the_way_back_is_there() {
        let graph = Graph::shipped("ca-ns-him").expect("it ships").expect("it is sound");
        let mut screen = screen(&graph);
        let doings =
            |screen: &Screen<'_>| screen.choices().into_iter().map(|(doing, _)| doing).collect::<Vec<_>>();
        let here = doings(&screen);
        for at in 0..screen.report.destinations.len() {
            assert!(here.contains(&Doing::Open(at)));
        }
        assert!(here.contains(&Doing::Matters) && here.contains(&Doing::Compare));
        screen.view = View::Destination(1);
        assert_eq!(doings(&screen), [Doing::Back, Doing::Save, Doing::Done]);
    }
}
