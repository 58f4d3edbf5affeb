//! What a counsellor would say beside a step: what employers prefer, how ready one is, how few posts there are, how many
//! hours it takes.

use super::Desk;
use crate::eligibility::{Standing, holds, points_of};
use crate::graph::{Graph, Node, RoleIx, Training};
use crate::report::{CompetitionReport, Warning};
use crate::search::{Mode, Pathway, Step};

/// Weeks in a month.
const WEEKS: f64 = 52.0 / 12.0;

impl Desk<'_> {
    /// How many of a role's skill levels somebody has; none where it needs none.
    pub(super) fn readiness(&self, role: RoleIx, standing: &Standing) -> Option<f64> {
        let skills = &self.graph.roles[role.at()].skills;
        let needed: u32 = skills.iter().map(|(_, level)| u32::from(*level)).sum();
        (needed > 0).then(|| f64::from(points_of(skills, standing)) / f64::from(needed))
    }

    /// Jobs that open in a role's occupation in a year where the person lives, and graduates of the fields that lead there.
    pub(super) fn competition(&self, role: RoleIx) -> Option<CompetitionReport> {
        let graph = self.graph;
        let occupation = graph.roles[role.at()].occupation;
        let (region, told) = graph.competition_in(occupation, self.profile.region)?;
        let share = graph.occupations[occupation.at()]
            .field_share
            .as_ref()
            .and_then(crate::provenance::Figure::known);
        let here = self.voice().region(region).to_owned();
        Some(CompetitionReport {
            occupation: graph.occupations[occupation.at()].code.clone(),
            openings_a_year: told.openings.map(|openings| openings * share.unwrap_or(1.0)),
            openings_of_occupation: told.openings,
            field_share: share,
            graduates_a_year: told.graduates,
            region: graph.regions.get(region).id.clone(),
            region_title: here,
            period: told.period.clone(),
            basis: told.basis,
            source: graph.source(told.source).id.clone(),
        })
    }

    /// Whether so few posts open that it is told first.
    pub(super) fn is_scarce(&self, competition: &CompetitionReport) -> bool {
        let few = known(self.graph, |method| &method.few_openings);
        competition.openings_a_year.is_some_and(|openings| openings < few)
    }

    /// Hours of study a week that a course takes.
    pub(super) fn weekly_hours(&self, step: &Step) -> Option<f64> {
        let hours = match step.node {
            Node::Role(_) => return None,
            Node::Credential(at) => &self.graph.credentials[at.at()].study_hours,
            Node::Program(at) => &self.graph.programs[at.at()].study_hours,
        };
        let weeks = f64::from(step.end - step.start) * WEEKS;
        hours.known().filter(|_| weeks > 0.0).map(|hours| (hours / weeks * 10.0).round() / 10.0)
    }

    /// What is warned of at a step.
    pub(super) fn warnings(&self, pathway: &Pathway, at: usize) -> Vec<Warning> {
        let step = &pathway.steps[at];
        let standing = self.standing_at(pathway, step.start);
        let mut warnings = Vec::new();
        let prefers = match step.node {
            Node::Role(role) => &self.graph.roles[role.at()].prefers,
            Node::Credential(credential) => &self.graph.credentials[credential.at()].prefers,
            Node::Program(_) => const { &Vec::new() },
        };
        for rule in prefers.iter().filter(|rule| !holds(&rule.value, &standing)) {
            warnings.push(Warning::Prefers { what: self.voice().requirement(&rule.value) });
        }
        if let Node::Role(role) = step.node {
            let low = known(self.graph, |method| &method.low_readiness);
            if let Some(readiness) = self.readiness(role, &standing).filter(|ready| *ready < low) {
                let occupation = &self.graph.occupations[self.graph.roles[role.at()].occupation.at()];
                let on_the_job = occupation.training.is_some_and(|training| training != Training::None);
                warnings.push(Warning::LowReadiness { readiness, on_the_job });
            }
            if let Some(told) = self.competition(role).filter(|told| self.is_scarce(told)) {
                let openings_a_year = told.openings_a_year.unwrap_or(0.0);
                warnings.push(Warning::FewOpenings { openings_a_year, region: told.region_title });
            }
        }
        if let Some(hours_a_week) = self.weekly_hours(step).filter(|_| step.mode == Mode::Alongside) {
            let heavy = known(self.graph, |method| &method.heavy_hours);
            warnings.push(if hours_a_week > heavy {
                Warning::HeavyHours { hours_a_week }
            } else {
                Warning::BesideJob { hours_a_week }
            });
        }
        warnings
    }
}

fn known(graph: &Graph, figure: impl Fn(&crate::graph::Method) -> &crate::provenance::Figure) -> f64 {
    figure(&graph.method).known().expect("the check proved it known")
}
