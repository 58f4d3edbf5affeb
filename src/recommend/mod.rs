//! The main job on one page: a graph, a profile and settings in, a report out.
//!
//! Pure: no clock, file, thread, print or socket. "Today" is a setting.

mod alternatives;
mod answer;
mod blocked;
mod choices;
mod compare;
mod explain;
mod firm;
mod imputed;
mod map;
mod money;
mod moved;
mod notes;
mod order;
mod pathway;
mod premia;
mod shortlist;
mod study;
mod voice;
mod warnings;

use crate::eligibility::Standing;
use crate::graph::{Graph, Node, RoleIx};
use crate::profile::Profile;
use crate::rank::{Place, Scale, Score, Weights, place, score};
use crate::report::{GraphStamp, Report};
use crate::search::{Choices, Find, Fresh, Limits, Pathway, Problem, Rules, Size, Stay, Value, stay};
use crate::units::{CalendarMonth, Money};
use crate::wages::PayBook;
use crate::words::Language;
pub use choices::pinned;
pub use compare::compare;
pub use explain::explain;
pub use map::{map, map_for};
pub use moved::{Side, moved};
pub use shortlist::{Listed, Reach, Shortlist, YEARS, shortlist};
use voice::Voice;

/// Settings of a recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The month called today.
    pub today: CalendarMonth,
    /// Months over which money is counted, and the longest time to a target where a profile sets none.
    pub horizon: u32,
    /// The most jobs on the way, and the most courses, of a pathway.
    pub most: Size,
    /// The most work on one destination; what is not settled by then is told as such.
    pub max_work: u64,
    /// How many destinations are listed.
    pub top: usize,
    /// How many pathways are listed for each.
    pub alternatives: usize,
    /// The yearly rate of the present value that is shown beside net earnings.
    pub discount_rate: f64,
    /// Whether pay is also shown in money of the day.
    pub nominal: bool,
    /// What is left out and insisted on.
    pub choices: Choices,
    /// Decides what is drawn to tell how firm the order is.
    pub seed: u64,
    /// The language that everything is told in.
    pub language: Language,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            today: CalendarMonth::new(2026, 11).expect("a month of the calendar"),
            horizon: 120,
            most: Size::MOST,
            max_work: Rules::WORK,
            top: 3,
            alternatives: 3,
            discount_rate: 0.03,
            nominal: false,
            choices: Choices::default(),
            seed: 1,
            language: Language::En,
        }
    }
}

impl Settings {
    /// The sizes and the horizon that the search needs.
    #[must_use]
    pub const fn rules(&self) -> Rules {
        Rules { horizon: self.horizon, most: self.most, today: self.today, max_work: self.max_work }
    }
}

/// What every part of a report is made from.
struct Desk<'a> {
    graph: &'a Graph,
    profile: &'a Profile,
    settings: &'a Settings,
    pay: &'a PayBook,
    limits: Limits,
    /// What comes of taking no step.
    stay: Stay,
    today: Standing,
    weights: Weights,
    scale: Scale,
}

/// Sets up all that an answer about a person is made from, with their choices in force, and makes it.
fn at_desk<T>(
    graph: &Graph,
    profile: &Profile,
    settings: &Settings,
    made: impl FnOnce(&Desk<'_>, &Problem<'_>) -> T,
) -> T {
    let (pay, limits) = (PayBook::of(graph, profile), Limits::of(profile, &settings.rules()));
    let problem = Problem::choosing(graph, profile, &pay, settings.rules(), limits, &settings.choices);
    made(&Desk::new(&problem, settings), &problem)
}

impl<'a> Desk<'a> {
    fn new(problem: &Problem<'a>, settings: &'a Settings) -> Self {
        let Problem { graph, profile, pay, limits, .. } = *problem;
        let stay = stay(problem);
        Self {
            graph,
            profile,
            settings,
            pay,
            limits,
            stay,
            today: Standing::today(graph, profile),
            weights: Weights::of(profile),
            scale: Scale {
                all_workers: pay.all_workers().map(|(median, _)| median),
                horizon: settings.horizon,
                stay: stay.net,
            },
        }
    }
}

/// Finds, ranks and explains a person's pathways.
#[must_use]
pub fn recommend(graph: &Graph, profile: &Profile, settings: &Settings) -> Report {
    recommend_by(&Fresh, graph, profile, settings)
}

/// The same, with pathways found by something else: a library, or many threads.
#[must_use]
pub fn recommend_by(finder: &dyn Find, graph: &Graph, profile: &Profile, settings: &Settings) -> Report {
    at_desk(graph, profile, settings, |desk, problem| {
        let targets = desk.targets();
        let searched = finder.find(problem, &targets);
        desk.report(finder, &targets, &searched)
    })
}

/// A pathway with its score.
struct Scored<'p> {
    pathway: &'p Pathway,
    score: Score,
}

impl Scored<'_> {
    /// Better score first, then in order.
    fn cmp_to(&self, other: &Self, graph: &Graph) -> std::cmp::Ordering {
        other.score.score.total_cmp(&self.score.score).then_with(|| self.order(other, graph))
    }

    /// Fewer months first, less cost, the target's id, the written order.
    fn order(&self, other: &Self, graph: &Graph) -> std::cmp::Ordering {
        let key = |scored: &Self| {
            let value = &scored.pathway.value;
            (value.months, value.cost, graph.rank(Node::Role(scored.pathway.target)))
        };
        key(self).cmp(&key(other))
    }
}

/// A destination with its pathways, best first: those whose net earnings are known, then the others.
struct Ranked<'p> {
    role: RoleIx,
    place: Place,
    size: Option<Size>,
    pathways: Vec<Scored<'p>>,
}

impl<'p> Ranked<'p> {
    fn best(&self) -> &Scored<'p> {
        self.pathways.first().expect("a destination has a pathway")
    }

    fn value(&self) -> &Value {
        &self.best().pathway.value
    }
}

impl<'a> Desk<'a> {
    fn voice(&self) -> Voice<'a> {
        Voice { graph: self.graph, language: self.settings.language }
    }

    /// The roles looked at: the wanted ones and every listed one, in order; never the role held today.
    fn targets(&self) -> Vec<RoleIx> {
        let every = (0..).map(RoleIx).zip(&self.graph.roles);
        let looked_at = every.filter(|(at, role)| {
            (role.listed || self.profile.targets.contains(at)) && Some(*at) != self.profile.current
        });
        looked_at.map(|(at, _)| at).collect()
    }

    /// Whether a role is wanted.
    fn wants(&self, role: RoleIx) -> bool {
        self.profile.targets.contains(&role)
    }

    fn ranked<'p>(&self, role: RoleIx, paths: &'p [Pathway], size: Option<Size>) -> Ranked<'p> {
        let place = place(self.graph, &self.graph.roles[role.at()], &self.today);
        let mut pathways: Vec<Scored<'p>> =
            paths.iter().map(|pathway| self.scored_at(&place, pathway)).collect();
        pathways.sort_by(|a, b| {
            let unknown = |scored: &Scored<'_>| scored.pathway.value.net.is_none();
            unknown(a).cmp(&unknown(b)).then_with(|| a.cmp_to(b, self.graph))
        });
        Ranked { role, place, size, pathways }
    }

    fn scored_at<'p>(&self, place: &Place, pathway: &'p Pathway) -> Scored<'p> {
        Scored { pathway, score: score(&pathway.value, place, &self.scale, &self.weights) }
    }

    /// How staying suits a person: as the role held or entered at once; a job outside the graph not at all.
    fn stay_place(&self) -> Place {
        match self.stay.job.and_then(|job| job.role) {
            Some(role) => place(self.graph, &self.graph.roles[role.at()], &self.today),
            None => Place { fit: Some(0.0), demand: None },
        }
    }

    /// The row of staying: what it scores.
    fn stay_score(&self) -> Score {
        let value = Value {
            months: self.stay.job.map_or(0, |job| job.begin),
            cost: Money::ZERO,
            net: self.stay.net,
            chance: 1.0,
        };
        score(&value, &self.stay_place(), &self.scale, &self.weights)
    }
}

/// Which graph something was made from.
#[must_use]
pub fn stamp(graph: &Graph) -> GraphStamp {
    GraphStamp {
        id: graph.id.clone(),
        version: graph.version.clone(),
        digest: graph.digest.clone(),
        currency: graph.currency,
        base_year: graph.base_year,
    }
}
