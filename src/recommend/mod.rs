//! The main job on one page: a graph, a profile and settings in, a report out.
//!
//! Pure: no clock, file, thread, print or socket. "Today" is a setting.

mod alternatives;
mod blocked;
mod choices;
mod compare;
mod explain;
mod firm;
mod map;
mod money;
mod notes;
mod pathway;
mod premia;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::eligibility::Standing;
use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::rank::{CRITERIA, Place, Scale, Score, Weights, place, score};
use crate::report::{
    Destination, GraphStamp, PathwayReport, ProfileEcho, Report, SettingsEcho, Stay, Unsettled,
};
use crate::search::{Choices, Find, Fresh, Job, Limits, MOST_STEPS, Pathway, Problem, Rules, Stop, stay};
use crate::units::{CalendarMonth, Money};
use crate::wages::PayBook;
pub use choices::pinned;
pub use compare::compare;
pub use explain::explain;
pub use map::{map, map_for};

/// Settings of a recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The month called today.
    pub today: CalendarMonth,
    /// Months over which money is counted, and the longest time to a target where a profile sets none.
    pub horizon: u32,
    /// The most roles entered in a pathway.
    pub max_roles: usize,
    /// The most courses in a pathway.
    pub max_courses: usize,
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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            today: CalendarMonth::new(2026, 11).expect("a month of the calendar"),
            horizon: 120,
            max_roles: 3,
            max_courses: 5,
            max_work: Rules::WORK,
            top: 3,
            alternatives: 3,
            discount_rate: 0.03,
            nominal: false,
            choices: Choices::default(),
            seed: 1,
        }
    }
}

impl Settings {
    /// The sizes and the horizon that the search needs.
    #[must_use]
    pub const fn rules(&self) -> Rules {
        Rules {
            horizon: self.horizon,
            max_roles: self.max_roles,
            max_courses: self.max_courses,
            max_work: self.max_work,
        }
    }
}

/// What every part of a report is made from.
struct Desk<'a> {
    graph: &'a Graph,
    profile: &'a Profile,
    settings: &'a Settings,
    pay: &'a PayBook,
    today: Standing,
    weights: Weights,
    scale: Scale,
}

/// Finds, ranks and explains a person's pathways.
#[must_use]
pub fn recommend(graph: &Graph, profile: &Profile, settings: &Settings) -> Report {
    recommend_by(&Fresh, graph, profile, settings)
}

/// The same, with pathways found by something else: a library, or many threads.
#[must_use]
pub fn recommend_by(finder: &dyn Find, graph: &Graph, profile: &Profile, settings: &Settings) -> Report {
    let pay = PayBook::of(graph, profile);
    let rules = settings.rules();
    let limits = Limits::of(profile, &rules);
    let problem = Problem::choosing(graph, profile, &pay, rules, limits, &settings.choices);
    let (stay_role, stay_begin, stay_net) = stay(&problem);
    let desk = Desk::new(graph, profile, settings, &pay, stay_net);
    let targets = desk.targets();
    let searched = finder.find(&problem, &targets);
    let unsettled = targets.iter().zip(&searched);
    let unsettled: BTreeMap<RoleIx, Stop> =
        unsettled.filter_map(|(role, (_, effort))| Some((*role, effort.stopped?))).collect();
    let found: Vec<(RoleIx, Vec<Pathway>)> =
        targets.iter().copied().zip(searched.into_iter().map(|(paths, _)| paths)).collect();
    let mut ranked: Vec<Ranked> = found
        .iter()
        .filter(|(_, paths)| !paths.is_empty())
        .map(|(role, paths)| desk.ranked(*role, paths))
        .collect();
    ranked.sort_by(|a, b| a.best().cmp_to(b.best(), graph));
    let reachable = ranked.len();
    let free = desk.free(finder, &targets);
    let reached: Vec<RoleIx> = ranked.iter().map(|ranked| ranked.role).collect();
    let destinations: Vec<Destination> = ranked
        .iter()
        .take(settings.top)
        .enumerate()
        .map(|(at, ranked)| {
            let against = free.as_ref().and_then(|free| desk.against_free(ranked, free));
            Destination { against, ..desk.destination(at + 1, ranked) }
        })
        .collect();
    let blocked = found
        .iter()
        .filter(|(role, paths)| {
            paths.is_empty() && profile.targets.contains(role) && !unsettled.contains_key(role)
        })
        .map(|(role, _)| desk.blocked(*role, free.as_ref().is_some_and(|free| free.reaches(*role))))
        .collect();
    let staying: Vec<Job> =
        stay_role.map(|role| Job { role, begin: stay_begin, end: None }).into_iter().collect();
    let stay = Stay {
        role: stay_role.map(|role| graph.roles[role.at()].names.id.clone()),
        title: stay_role.map(|role| graph.roles[role.at()].names.title.clone()),
        net_earnings: stay_net,
        wages: desk.wages(&staying, None),
    };
    let cited: BTreeSet<String> =
        destinations.iter().flat_map(|d| &d.pathways).flat_map(|path| path.sources.iter().cloned()).collect();
    Report {
        format: "careerpath.report/1",
        graph: desk.graph_stamp(),
        profile: desk.profile_echo(&limits),
        bands: desk.bands(),
        choices: free.as_ref().map(|free| desk.choices_echo(free, &reached)),
        pinned: Vec::new(),
        names: desk.short_names(),
        settings: desk.settings_echo(),
        stay,
        destinations,
        firmness: desk.firmness(&ranked, &staying),
        reachable,
        blocked,
        unsettled: unsettled.into_iter().map(|(role, why)| desk.unsettled(role, why)).collect(),
        sources: graph.sources.iter().filter(|source| cited.contains(&source.id)).cloned().collect(),
        notes: desk.notes(),
    }
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
        let id = |scored: &Self| graph.roles[scored.pathway.target.at()].names.id.clone();
        self.pathway
            .value
            .months
            .cmp(&other.pathway.value.months)
            .then_with(|| self.pathway.value.cost.cmp(&other.pathway.value.cost))
            .then_with(|| id(self).cmp(&id(other)))
    }
}

/// A destination with its pathways, best first.
struct Ranked<'p> {
    role: RoleIx,
    place: Place,
    pathways: Vec<Scored<'p>>,
}

impl<'p> Ranked<'p> {
    fn best(&self) -> &Scored<'p> {
        self.pathways.first().expect("a destination has a pathway")
    }
}

impl<'a> Desk<'a> {
    fn new(
        graph: &'a Graph,
        profile: &'a Profile,
        settings: &'a Settings,
        pay: &'a PayBook,
        stay: Option<Money>,
    ) -> Self {
        Self {
            graph,
            profile,
            settings,
            pay,
            today: Standing::today(graph, profile),
            weights: Weights::of(profile),
            scale: Scale {
                all_workers: pay.all_workers().map(|(median, _)| median),
                horizon: settings.horizon,
                stay,
            },
        }
    }

    /// The short names of all roles, programs, awards and credentials, by id.
    fn short_names(&self) -> BTreeMap<String, String> {
        let steps = self.graph.nodes().map(|node| self.graph.names(node));
        let awards = self.graph.awards.iter().map(|award| &award.names);
        steps.chain(awards).map(|names| (names.id.clone(), names.short.clone())).collect()
    }

    fn unsettled(&self, role: RoleIx, why: Stop) -> Unsettled {
        let names = &self.graph.roles[role.at()].names;
        Unsettled { role: names.id.clone(), title: names.title.clone(), why: why_unsettled(why) }
    }

    fn graph_stamp(&self) -> GraphStamp {
        graph_stamp(self.graph)
    }

    /// The roles looked at: the wanted ones, or every listed one; never the role held today.
    fn targets(&self) -> Vec<RoleIx> {
        let every =
            (0..).map(RoleIx).zip(&self.graph.roles).filter(|(_, role)| role.listed).map(|(ix, _)| ix);
        let wanted: Vec<RoleIx> =
            if self.profile.targets.is_empty() { every.collect() } else { self.profile.targets.clone() };
        wanted.into_iter().filter(|role| Some(*role) != self.profile.current).collect()
    }

    fn ranked<'p>(&self, role: RoleIx, paths: &'p [Pathway]) -> Ranked<'p> {
        let place = place(self.graph, &self.graph.roles[role.at()], &self.today);
        let mut pathways: Vec<Scored<'p>> =
            paths.iter().map(|pathway| self.scored_at(&place, pathway)).collect();
        pathways.sort_by(|a, b| a.cmp_to(b, self.graph));
        Ranked { role, place, pathways }
    }

    fn scored_at<'p>(&self, place: &Place, pathway: &'p Pathway) -> Scored<'p> {
        let priced = pathway.unpriced.is_empty();
        Scored { pathway, score: score(&pathway.value, priced, place, &self.scale, &self.weights) }
    }

    fn destination(&self, rank: usize, ranked: &Ranked<'_>) -> Destination {
        let role = &self.graph.roles[ranked.role.at()];
        Destination {
            rank,
            role: role.names.id.clone(),
            title: role.names.title.clone(),
            about: role.about.clone(),
            fit: ranked.place.fit,
            interests: role.interests.clone(),
            demand: ranked.place.demand,
            prefers: role.prefers.iter().map(|rule| words::requirement(self.graph, &rule.value)).collect(),
            pathways: self
                .alternatives(&ranked.pathways, self.settings.alternatives)
                .into_iter()
                .map(|chosen| PathwayReport {
                    apart: chosen.apart,
                    variants: chosen
                        .variants
                        .iter()
                        .map(|other| words::id(self.graph, other.pathway))
                        .collect(),
                    ..self.pathway(chosen.scored.pathway, &chosen.scored.score)
                })
                .collect(),
            pathways_in_all: ranked.pathways.len(),
            against: None,
        }
    }

    fn profile_echo(&self, limits: &Limits) -> ProfileEcho {
        let (graph, profile) = (self.graph, self.profile);
        let id = |role: RoleIx| graph.roles[role.at()].names.id.clone();
        let region = graph.regions.get(profile.region);
        ProfileEcho {
            region: region.id.clone(),
            region_title: region.title.clone(),
            education: profile.education.to_string(),
            holdings: profile.holdings.iter().map(|h| graph.holding(*h).names().id.clone()).collect(),
            current: profile.current.map(id),
            experience: profile.experience.iter().map(|worked| (id(worked.role), worked.months)).collect(),
            study_hours_per_week: profile.study_hours,
            may_stop_working: profile.may_stop_working,
            budget: profile.budget,
            max_months: limits.max_months,
            targets: profile.targets.iter().copied().map(id).collect(),
        }
    }

    fn settings_echo(&self) -> SettingsEcho {
        let settings = self.settings;
        SettingsEcho {
            today: settings.today.to_string(),
            horizon_months: settings.horizon,
            max_roles: settings.max_roles,
            max_courses: settings.max_courses,
            preset: self.profile.preset.id(),
            weights: CRITERIA.iter().map(|entry| entry.criterion.id()).zip(*self.weights.all()).collect(),
            discount_rate: settings.discount_rate,
            all_workers: self
                .pay
                .all_workers()
                .map(|(median, region)| (median, self.graph.regions.get(region).id.clone())),
        }
    }
}

/// Which graph something was made from.
fn graph_stamp(graph: &Graph) -> GraphStamp {
    GraphStamp {
        id: graph.id.clone(),
        version: graph.version.clone(),
        digest: graph.digest.clone(),
        currency: graph.currency.key().to_uppercase(),
        symbol: graph.currency.symbol(),
        base_year: graph.base_year,
    }
}

/// Why not everything was looked at, in words.
fn why_unsettled(why: Stop) -> String {
    match why {
        Stop::Work => "there is too much to look at".to_owned(),
        Stop::Roles(0) => "there are too many roles to look at any on the way".to_owned(),
        Stop::Roles(1) => "there are too many roles to look at more than one on the way".to_owned(),
        Stop::Roles(most) => format!("there are too many roles to look at more than {most} on the way"),
        Stop::Steps => format!("there are more than {MOST_STEPS} steps within reach"),
    }
}
