//! A whole report, from what was found of each target.

use std::collections::{BTreeMap, BTreeSet};

use super::order::Told;
use super::{Desk, Ranked, stamp, voice};
use crate::graph::RoleIx;
use crate::profile::OutsideJob;
use crate::rank::{CRITERIA, Score};
use crate::report::{
    CriterionReport, Destination, Folded, FoldedRole, OutsideEcho, Part, PathwayReport, ProfileEcho, Report,
    SettingsEcho, SizeReport, Stay, Unsettled,
};
use crate::search::{Find, Found, Job, MOST_STEPS, Stop};
use crate::units::Money;

/// Where fewer destinations than this are listed besides staying, those that lose least are named up to so many.
const FEW: usize = 3;

impl Desk<'_> {
    /// The report, from what was found of each target.
    pub(super) fn report(&self, finder: &dyn Find, targets: &[RoleIx], searched: &[Found]) -> Report {
        let (graph, settings) = (self.graph, self.settings);
        let found = || targets.iter().copied().zip(searched);
        let unsettled: BTreeMap<RoleIx, Stop> =
            found().filter_map(|(role, found)| Some((role, found.effort.stopped?))).collect();
        let mut ranked: Vec<Ranked<'_>> = found()
            .filter(|(_, found)| !found.pathways.is_empty())
            .map(|(role, found)| self.ranked(role, &found.pathways, found.size))
            .collect();
        ranked.sort_by(|a, b| a.best().cmp_to(b.best(), graph));
        let reachable = ranked.len();
        let free = self.free(finder, targets);
        let reached: Vec<RoleIx> = ranked.iter().map(|ranked| ranked.role).collect();
        let order = self.in_order(&ranked);
        let room = settings.top.saturating_sub(order.wanted.len());
        let above = order.both_parts(room);
        let others = above.iter().chain(&order.below).chain(&order.unknown);
        let listed: Vec<Told<'_, '_>> = order.wanted.iter().chain(others.take(room)).copied().collect();
        let destinations: Vec<Destination> = (1..)
            .zip(&listed)
            .map(|(rank, told)| {
                let against = free.as_ref().and_then(|free| self.against_free(told.ranked, free));
                Destination { against, ..self.destination(rank, *told) }
            })
            .collect();
        let above = order.wanted.len() + above.len();
        let blocked = found()
            .filter(|(role, found)| {
                let is_staying = self.stay.job.is_some_and(|job| job.role == Some(*role));
                found.pathways.is_empty() && self.wants(*role) && !unsettled.contains_key(role) && !is_staying
            })
            .map(|(role, _)| self.blocked(role, free.as_ref().is_some_and(|free| free.reaches(role))))
            .collect();
        let mut cited: BTreeSet<String> = destinations
            .iter()
            .flat_map(|d| {
                let paths = d.pathways.iter().flat_map(|path| path.sources.iter().cloned());
                paths.chain(d.competition.iter().map(|told| told.source.clone())).collect::<Vec<_>>()
            })
            .collect();
        cited.extend(self.cited_of_today());
        let studies = self.studies(&destinations);
        for school in studies.iter().flat_map(|study| &study.schools) {
            cited.extend(std::iter::once(&school.source).chain(&school.earned_source).cloned());
        }
        Report {
            format: "careerpath.report/2",
            graph: stamp(graph),
            profile: self.profile_echo(),
            bands: self.bands(),
            choices: free.as_ref().map(|free| self.choices_echo(free, &reached)),
            pinned: Vec::new(),
            names: self.short_names(),
            settings: self.settings_echo(),
            stay: self.stay_report(above),
            folded: self.folded(&order.folded, listed.len()),
            destinations,
            studies,
            firmness: self.firmness(&self.peers(&ranked, &listed), &self.staying()),
            reachable,
            blocked,
            unsettled: unsettled.into_iter().map(|(role, why)| self.unsettled(role, why)).collect(),
            sources: graph.sources.iter().filter(|source| cited.contains(&source.id)).cloned().collect(),
            notes: self.notes(),
        }
    }

    /// The destinations that the first one is set against: as wanted as it, and told in the same part; by score.
    fn peers<'r, 'p>(&self, ranked: &'r [Ranked<'p>], listed: &[Told<'r, 'p>]) -> Vec<&'r Ranked<'p>> {
        let Some(first) = listed.first() else { return Vec::new() };
        let alike = |role: RoleIx| {
            listed.iter().any(|told| {
                told.ranked.role == role
                    && told.part == first.part
                    && self.wants(role) == self.wants(first.ranked.role)
            })
        };
        ranked.iter().filter(|ranked| alike(ranked.role) && ranked.value().net.is_some()).collect()
    }

    /// The row of staying, with so many destinations above it.
    fn stay_report(&self, below: usize) -> Stay {
        let role = self.stay.job.and_then(|job| job.role);
        let title = role.map(|role| self.voice().role_title(role).to_owned());
        let score = self.stay_score();
        Stay {
            role: role.map(|role| self.graph.roles[role.at()].names.id.clone()),
            title: title.or_else(|| self.profile.outside.as_ref().map(|job| job.title.clone())),
            is_start: !self.profile.is_employed(),
            months: self.stay.job.map_or(0, |job| job.begin),
            below,
            score: score.score,
            criteria: self.criteria(&score),
            net_earnings: self.stay.net,
            wages: self.wages(&self.staying(), None),
        }
    }

    /// The parts of a score.
    pub(super) fn criteria(&self, score: &Score) -> Vec<CriterionReport> {
        let money = self.graph.currency.key();
        let part = |part: &crate::rank::Part| CriterionReport {
            id: part.entry.criterion.id(),
            value: part.value,
            unit: if part.entry.unit.is_empty() { money } else { part.entry.unit }.to_owned(),
            utility: part.utility,
            weight: part.weight,
            contribution: part.contribution,
            known: part.utility.is_some(),
        };
        score.parts.iter().map(part).collect()
    }

    /// What pays so much less than staying that it is told in one line, the one that loses least first.
    fn folded(&self, folded: &[&Ranked<'_>], listed: usize) -> Option<Folded> {
        let named = FEW.saturating_sub(listed);
        let one = |ranked: &&Ranked<'_>| FoldedRole {
            role: self.graph.roles[ranked.role.at()].names.id.clone(),
            title: self.voice().role_title(ranked.role).to_owned(),
            months: ranked.value().months,
            first_step: ranked
                .best()
                .pathway
                .steps
                .first()
                .map_or_else(String::new, |step| self.graph.names(step.node).id.clone()),
            loss: self.gain(ranked).map_or(Money::ZERO, |gain| -gain),
        };
        (!folded.is_empty()).then(|| Folded {
            count: folded.len(),
            share: self.graph.method.fold.known().expect("the check proved it known"),
            least: folded.iter().take(named).map(one).collect(),
        })
    }

    /// The job of taking no step.
    fn staying(&self) -> Vec<Job> {
        self.stay.job.into_iter().collect()
    }

    /// The short names of all roles, programs, awards and credentials, by id.
    fn short_names(&self) -> BTreeMap<String, String> {
        let voice = self.voice();
        let steps = self.graph.nodes().map(|node| self.graph.names(node));
        let awards = self.graph.awards.iter().map(|award| &award.names);
        let background = self.profile.background.iter();
        let skills = background.map(|(skill, _)| &self.graph.skills[skill.at()].names);
        let all = steps.chain(awards).chain(skills);
        all.map(|names| (names.id.clone(), voice.short(names).to_owned())).collect()
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
            Stop::Steps => voice.say("stop-steps", [("n", MOST_STEPS.into())]),
        }
    }

    fn destination(&self, rank: usize, told: Told<'_, '_>) -> Destination {
        let ranked = told.ranked;
        let role = &self.graph.roles[ranked.role.at()];
        let voice = self.voice();
        Destination {
            rank,
            role: role.names.id.clone(),
            title: voice.title(&role.names).to_owned(),
            wanted: self.wants(ranked.role),
            part: told.part,
            net_known: told.part != Part::Unknown,
            size: ranked.size.map(|size| SizeReport { jobs: size.jobs, courses: size.courses }),
            competition: self.competition(ranked.role),
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
            licence: profile.licence.map(|licence| graph.holding(licence).names().id.clone()),
            current: profile.current.map(id),
            outside: profile.outside.as_ref().map(|job| self.outside_echo(job)),
            former: profile.former.iter().map(|job| self.outside_echo(job)).collect(),
            background: profile
                .background
                .iter()
                .map(|(skill, level)| (graph.skills[skill.at()].names.id.clone(), *level))
                .collect(),
            experience: profile.experience.iter().map(|worked| (id(worked.role), worked.months)).collect(),
            study_hours_per_week: profile.study_hours,
            may_stop_working: profile.may_stop_working,
            budget: profile.budget,
            aid_per_year: profile.aid,
            may_move: profile.may_move,
            distance_only: profile.distance_only,
            max_months: self.limits.max_months,
            targets: profile.targets.iter().copied().map(id).collect(),
        }
    }

    /// The sources of what is told of a job outside the graph.
    fn cited_of_today(&self) -> Vec<String> {
        let outside = self.graph.outside.as_ref().filter(|_| !self.profile.background.is_empty());
        let background = outside.and_then(|outside| outside.background_source);
        let pay = self.pay.outside_source().map(|pay| pay.source);
        background.into_iter().chain(pay).map(|source| self.graph.source(source).id.clone()).collect()
    }

    fn outside_echo(&self, job: &OutsideJob) -> OutsideEcho {
        let title = job.code.as_deref().and_then(|code| self.graph.occupation_title(code));
        OutsideEcho {
            title: job.title.clone(),
            occupation: job.code.clone(),
            occupation_title: title.map(|title| self.graph.said(&title, self.settings.language).to_owned()),
            is_read: job.is_code_read,
            months: job.months,
        }
    }

    pub(super) fn settings_echo(&self) -> SettingsEcho {
        let settings = self.settings;
        SettingsEcho {
            today: settings.today.to_string(),
            horizon_months: settings.horizon,
            max_jobs: settings.most.jobs,
            max_courses: settings.most.courses,
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
