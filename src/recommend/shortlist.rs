//! The best destinations in figures alone: what many people at once are told, without the words of a report.

use super::{Desk, Scored, Settings, voice};
use crate::graph::{Graph, Node, RoleIx};
use crate::profile::Profile;
use crate::rank::{Place, Scorer, place};
use crate::report::Wage;
use crate::search::{Limits, Pathway, StartClasses, Target, Value, best};
use crate::units::{CalendarMonth, Money};
use crate::wages::PayBooks;

/// The years of which pay is told, from today.
pub const YEARS: [u32; 3] = [1, 3, 10];

/// A person's best destinations.
#[derive(Debug, Clone)]
pub struct Shortlist {
    /// The role of taking no step; none for a job outside the graph, or where none is open.
    pub stay: Option<RoleIx>,
    /// What the job of today pays a year; none without one, or where that is not known.
    pub pay_now: Option<Money>,
    /// Net earnings of staying before the horizon.
    pub stay_net: Option<Money>,
    /// The best destinations, best first, each by its best pathway.
    pub best: Vec<Listed>,
    /// How it ended.
    pub reach: Reach,
}

/// Whether somebody reaches what is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// A wanted role is reached or held, or none is wanted and one is reached.
    Reached,
    /// Wanted roles are closed; what is listed are others.
    OnlyOthers,
    /// Nothing is within reach.
    Nothing,
    /// A role that may be what is wanted was not settled.
    NotSettled,
}

impl Reach {
    /// Its word in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::OnlyOthers => "only_others",
            Self::Nothing => "none",
            Self::NotSettled => "not_settled",
        }
    }
}

/// A destination by its best pathway.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The role.
    pub role: RoleIx,
    /// The pathway's id.
    pub id: String,
    /// The pathway in a line.
    pub line: String,
    /// The first step, and the month in which it starts.
    pub first: Option<(String, CalendarMonth)>,
    /// The school of its first course that prices it, else the first that is told, with its town.
    pub study_at: Option<String>,
    /// Pay in the first, third and tenth year from today, as far as the horizon goes.
    pub wages: Vec<Wage>,
    /// Its score.
    pub score: f64,
    /// Months to the role.
    pub months: u32,
    /// What it costs.
    pub cost: Money,
    /// Pay minus costs and upkeep before the horizon, on average.
    pub net_earnings: Option<Money>,
    /// The same over staying.
    pub gain: Option<Money>,
    /// The gain if all steps come about.
    pub gain_if_finished: Option<Money>,
    /// The chance that all steps come about.
    pub chance: f64,
    /// Share of the role's skills had today.
    pub fit: Option<f64>,
}

/// The best destinations of a person, as many as the settings list: the same, in the same order, with the same figures as
/// those of a report.
#[must_use]
pub fn shortlist(
    graph: &Graph,
    pay: &PayBooks<'_>,
    classes: &StartClasses,
    profile: &Profile,
    settings: &Settings,
) -> Shortlist {
    let (pay, limits) = (pay.of(profile), Limits::of(profile, &settings.rules()));
    let (problem, class) = classes.problem(graph, profile, &pay, settings.rules(), limits, &settings.choices);
    let desk = Desk::new(&problem, settings);
    let targets = desk.targets();
    let places: Vec<Place> =
        targets.iter().map(|role| place(graph, &graph.roles[role.at()], &desk.today)).collect();
    let scorers: Vec<_> = places
        .iter()
        .map(|place| {
            let scorer = Scorer::new(place, &desk.scale, &desk.weights);
            move |value: &Value| scorer.score(value)
        })
        .collect();
    let aims: Vec<Target<'_>> = targets
        .iter()
        .zip(&scorers)
        .map(|(role, score)| Target { role: *role, is_wanted: desk.wants(*role), score })
        .collect();
    let searched = best(&problem, &aims, desk.stay.net, settings.top, &class);
    let mut best: Vec<(Scored<'_>, Option<f64>)> = searched
        .found
        .iter()
        .map(|(at, pathway)| (desk.scored_at(&places[*at], pathway), places[*at].fit))
        .collect();
    let over_staying = |net: Option<Money>| net.zip(desk.scale.stay).map(|(net, stay)| net - stay);
    // wanted ones, then gains, then losses, then what is not known
    let group = |scored: &Scored<'_>| {
        let gain = over_staying(scored.pathway.value.net);
        match (desk.wants(scored.pathway.target), gain) {
            (true, Some(_)) => 0,
            (true, None) => 1,
            (false, Some(gain)) if gain >= Money::ZERO => 2,
            (false, Some(_)) => 3,
            (false, None) => 4,
        }
    };
    best.sort_by(|(a, _), (b, _)| group(a).cmp(&group(b)).then_with(|| a.cmp_to(b, graph)));
    let listed = best.into_iter().take(settings.top).map(|(scored, fit)| {
        let (pathway, value) = (scored.pathway, &scored.pathway.value);
        Listed {
            role: pathway.target,
            id: voice::id(graph, pathway),
            line: desk.voice().line(pathway),
            first: pathway
                .steps
                .first()
                .map(|step| (desk.voice().step(step.node).to_owned(), settings.today.plus(step.start))),
            study_at: study_at(graph, profile, pathway),
            wages: desk.wages_in(&pathway.jobs, Some(pathway), |year| YEARS.contains(&year)),
            score: scored.score.score,
            months: value.months,
            cost: value.cost,
            net_earnings: value.net,
            gain: over_staying(value.net),
            gain_if_finished: over_staying(pathway.finished),
            chance: value.chance,
            fit,
        }
    });
    let listed: Vec<Listed> = listed.collect();
    let role = desk.stay.job.and_then(|job| job.role);
    let not_settled: Vec<RoleIx> = searched.unsettled.iter().map(|at| targets[*at]).collect();
    let reach = reach(profile, &listed, &not_settled);
    let paid = |job| desk.wages_in(&[job], None, |year| year == 1).first().and_then(|wage| wage.mid);
    let usual = || desk.stay.job.filter(|_| profile.is_employed()).and_then(paid);
    let pay_now = profile.current_pay.or_else(usual);
    Shortlist { stay: role, pay_now, stay_net: desk.stay.net, best: listed, reach }
}

/// Where the first course of a pathway could be studied.
fn study_at(graph: &Graph, profile: &Profile, pathway: &Pathway) -> Option<String> {
    let program = pathway.steps.iter().find_map(|step| match step.node {
        Node::Program(program) => Some(program),
        Node::Role(_) | Node::Credential(_) => None,
    });
    let school = graph.study_at(program?, profile.studies_from())?;
    Some(format!("{}, {}", school.name, school.town))
}

/// Whether somebody with these destinations reaches what is wanted.
fn reach(profile: &Profile, listed: &[Listed], not_settled: &[RoleIx]) -> Reach {
    let wants = |role: RoleIx| profile.targets.is_empty() || profile.targets.contains(&role);
    if listed.first().is_some_and(|first| wants(first.role))
        || profile.current.is_some_and(|role| profile.targets.contains(&role))
    {
        Reach::Reached
    } else if not_settled.iter().any(|role| wants(*role)) {
        Reach::NotSettled
    } else if listed.is_empty() {
        Reach::Nothing
    } else {
        Reach::OnlyOthers
    }
}
