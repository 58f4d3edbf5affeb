//! What moved from one result to a later one: answers are changed one at a time, in the order in which they are asked, so
//! that the moves together are the whole way from the first to the second.

use super::{Settings, recommend_by};
use crate::graph::Graph;
use crate::profile::Profile;
use crate::report::{Because, Moved, Stood};
use crate::search::Find;

/// Destinations that are followed.
const FOLLOWED: usize = 10;

/// One side of a comparison over time.
#[derive(Clone, Copy)]
pub struct Side<'s> {
    /// What finds pathways.
    pub finder: &'s dyn Find,
    /// The graph, with the figures that were decided.
    pub graph: &'s Graph,
    /// Who.
    pub profile: &'s Profile,
    /// With the choices in force.
    pub settings: &'s Settings,
}

impl Side<'_> {
    /// Where its destinations stand.
    #[must_use]
    pub fn stood(&self) -> Vec<Stood> {
        let settings = Settings { top: FOLLOWED, alternatives: 1, ..self.settings.clone() };
        Stood::of(&recommend_by(self.finder, self.graph, self.profile, &settings))
    }
}

/// What moved from a result as it was told to that of the same answers today, then by the decisions, then answer by answer.
/// What was told is compared as far as it listed destinations.
#[must_use]
pub fn moved(told: &[Stood], before: Side<'_>, after: Side<'_>) -> Vec<Moved> {
    let mut all = Vec::new();
    let mut stood = before.stood();
    let listed: Vec<Stood> = stood.iter().take(told.len()).cloned().collect();
    let figures = Moved::between(Because::Figures, told, &listed);
    if !figures.each.is_empty() {
        all.push(figures);
    }
    let mut step = |because, profile: &Profile| {
        let now = Side { profile, ..after }.stood();
        all.push(Moved::between(because, &stood, &now));
        stood = now;
    };
    let mut profile = before.profile.clone();
    let weighed = (&before.profile.weights, before.settings) != (&after.profile.weights, after.settings)
        || before.graph.digest != after.graph.digest;
    if weighed {
        profile.weights.clone_from(&after.profile.weights);
        step(Because::Decisions, &profile);
    }
    for (question, give) in ANSWERS {
        let mut with = profile.clone();
        give(&mut with, after.profile);
        if with != profile {
            step(Because::Answer(question), &with);
            profile = with;
        }
    }
    all
}

/// Gives somebody the answer of another.
type Give = fn(&mut Profile, &Profile);

/// The questions by their ids, in the order asked, with what of a profile is their answer.
const ANSWERS: [(&str, Give); 14] = [
    ("region", |one, other| one.region = other.region),
    ("education", |one, other| one.education = other.education),
    ("credentials", |one, other| one.take_holdings(other, one.licence)),
    ("job", |one, other| {
        one.experience.clone_from(&other.experience);
        one.current = other.current;
        one.outside.clone_from(&other.outside);
        one.former.clone_from(&other.former);
        one.background.clone_from(&other.background);
        one.current_pay = other.current_pay;
        one.take_holdings(&one.clone(), other.licence);
    }),
    ("targets", |one, other| one.targets.clone_from(&other.targets)),
    ("skill", |one, other| {
        one.skills.clone_from(&other.skills);
        one.background.clone_from(&other.background);
    }),
    ("likes", |one, other| one.interests.clone_from(&other.interests)),
    ("hours", |one, other| one.study_hours = other.study_hours),
    ("stop", |one, other| one.may_stop_working = other.may_stop_working),
    ("budget", |one, other| one.budget = other.budget),
    ("aid", |one, other| one.aid = other.aid),
    ("move", |one, other| {
        one.may_move = other.may_move;
        one.distance_only = other.distance_only;
    }),
    ("time", |one, other| one.max_months = other.max_months),
    ("matters", |one, other| one.preset = other.preset),
];
