//! A whole report, from what was found of each target.

use std::collections::{BTreeMap, BTreeSet};

use super::{Desk, Ranked, stamp, voice};
use crate::graph::RoleIx;
use crate::rank::CRITERIA;
use crate::report::{Destination, PathwayReport, ProfileEcho, Report, SettingsEcho, Stay, Unsettled};
use crate::search::{Effort, Find, Job, MOST_STEPS, Pathway, Stop};

impl Desk<'_> {
    /// The report, from what was found of each target.
    pub(super) fn report(
        &self,
        finder: &dyn Find,
        targets: &[RoleIx],
        searched: Vec<(Vec<Pathway>, Effort)>,
    ) -> Report {
        let (graph, profile, settings) = (self.graph, self.profile, self.settings);
        let unsettled = targets.iter().zip(&searched);
        let unsettled: BTreeMap<RoleIx, Stop> =
            unsettled.filter_map(|(role, (_, effort))| Some((*role, effort.stopped?))).collect();
        let found: Vec<(RoleIx, Vec<Pathway>)> =
            targets.iter().copied().zip(searched.into_iter().map(|(paths, _)| paths)).collect();
        let mut ranked: Vec<Ranked> = found
            .iter()
            .filter(|(_, paths)| !paths.is_empty())
            .map(|(role, paths)| self.ranked(*role, paths))
            .collect();
        ranked.sort_by(|a, b| a.best().cmp_to(b.best(), graph));
        let reachable = ranked.len();
        let free = self.free(finder, targets);
        let reached: Vec<RoleIx> = ranked.iter().map(|ranked| ranked.role).collect();
        let destinations: Vec<Destination> = ranked
            .iter()
            .take(settings.top)
            .enumerate()
            .map(|(at, ranked)| {
                let against = free.as_ref().and_then(|free| self.against_free(ranked, free));
                Destination { against, ..self.destination(at + 1, ranked) }
            })
            .collect();
        let blocked = found
            .iter()
            .filter(|(role, paths)| {
                paths.is_empty() && profile.targets.contains(role) && !unsettled.contains_key(role)
            })
            .map(|(role, _)| self.blocked(*role, free.as_ref().is_some_and(|free| free.reaches(*role))))
            .collect();
        let staying = self.staying();
        let stay = Stay {
            role: self.stay.0.map(|role| graph.roles[role.at()].names.id.clone()),
            title: self.stay.0.map(|role| self.voice().role_title(role).to_owned()),
            net_earnings: self.stay.2,
            wages: self.wages(&staying, None),
        };
        let cited: BTreeSet<String> = destinations
            .iter()
            .flat_map(|d| &d.pathways)
            .flat_map(|path| path.sources.iter().cloned())
            .collect();
        Report {
            format: "careerpath.report/1",
            graph: stamp(graph),
            profile: self.profile_echo(),
            bands: self.bands(),
            choices: free.as_ref().map(|free| self.choices_echo(free, &reached)),
            pinned: Vec::new(),
            names: self.short_names(),
            settings: self.settings_echo(),
            stay,
            destinations,
            firmness: self.firmness(&ranked, &staying),
            reachable,
            blocked,
            unsettled: unsettled.into_iter().map(|(role, why)| self.unsettled(role, why)).collect(),
            sources: graph.sources.iter().filter(|source| cited.contains(&source.id)).cloned().collect(),
            notes: self.notes(),
        }
    }

    /// The job of taking no step.
    fn staying(&self) -> Vec<Job> {
        let (role, begin, _) = self.stay;
        role.map(|role| Job { role, begin, end: None }).into_iter().collect()
    }

    /// The short names of all roles, programs, awards and credentials, by id.
    fn short_names(&self) -> BTreeMap<String, String> {
        let voice = self.voice();
        let steps = self.graph.nodes().map(|node| self.graph.names(node));
        let awards = self.graph.awards.iter().map(|award| &award.names);
        steps.chain(awards).map(|names| (names.id.clone(), voice.short(names).to_owned())).collect()
    }

    fn unsettled(&self, role: RoleIx, why: Stop) -> Unsettled {
        let names = &self.graph.roles[role.at()].names;
        Unsettled {
            role: names.id.clone(),
            title: self.voice().title(names).to_owned(),
            why: self.why_unsettled(why),
        }
    }

    /// Why not everything was looked at, in words.
    pub(super) fn why_unsettled(&self, why: Stop) -> String {
        let voice = self.voice();
        match why {
            Stop::Work => voice.word("stop-work"),
            Stop::Roles(0) => voice.word("stop-roles-none"),
            Stop::Roles(1) => voice.word("stop-roles-one"),
            Stop::Roles(most) => voice.say("stop-roles", [("n", most.into())]),
            Stop::Steps => voice.say("stop-steps", [("n", MOST_STEPS.into())]),
        }
    }

    fn destination(&self, rank: usize, ranked: &Ranked<'_>) -> Destination {
        let role = &self.graph.roles[ranked.role.at()];
        let voice = self.voice();
        Destination {
            rank,
            role: role.names.id.clone(),
            title: voice.title(&role.names).to_owned(),
            about: voice.said(&role.about).to_owned(),
            fit: ranked.place.fit,
            interests: role.interests.clone(),
            demand: ranked.place.demand,
            prefers: role.prefers.iter().map(|rule| voice.requirement(&rule.value)).collect(),
            pathways: self
                .alternatives(&ranked.pathways, self.settings.alternatives)
                .into_iter()
                .map(|chosen| PathwayReport {
                    apart: chosen.apart,
                    variants: chosen
                        .variants
                        .iter()
                        .map(|other| voice::id(self.graph, other.pathway))
                        .collect(),
                    ..self.pathway(chosen.scored.pathway, &chosen.scored.score)
                })
                .collect(),
            pathways_in_all: ranked.pathways.len(),
            against: None,
        }
    }

    pub(super) fn profile_echo(&self) -> ProfileEcho {
        let (graph, profile) = (self.graph, self.profile);
        let id = |role: RoleIx| graph.roles[role.at()].names.id.clone();
        let region = graph.regions.get(profile.region);
        ProfileEcho {
            region: region.id.clone(),
            region_title: self.voice().said(&region.title).to_owned(),
            education: self.voice().education(profile.education),
            holdings: profile.holdings.iter().map(|h| graph.holding(*h).names().id.clone()).collect(),
            current: profile.current.map(id),
            experience: profile.experience.iter().map(|worked| (id(worked.role), worked.months)).collect(),
            study_hours_per_week: profile.study_hours,
            may_stop_working: profile.may_stop_working,
            budget: profile.budget,
            max_months: self.limits.max_months,
            targets: profile.targets.iter().copied().map(id).collect(),
        }
    }

    pub(super) fn settings_echo(&self) -> SettingsEcho {
        let settings = self.settings;
        SettingsEcho {
            today: settings.today.to_string(),
            horizon_months: settings.horizon,
            max_roles: settings.max_roles,
            max_courses: settings.max_courses,
            preset: if self.profile.weights.is_empty() { self.profile.preset.id() } else { "own" },
            weights: CRITERIA.iter().map(|entry| entry.criterion.id()).zip(*self.weights.all()).collect(),
            discount_rate: settings.discount_rate,
            language: settings.language,
            all_workers: self
                .pay
                .all_workers()
                .map(|(median, region)| (median, self.graph.regions.get(region).id.clone())),
        }
    }
}
