//! Some roles side by side: match, gaps skill by skill, and the best pathway to each.

use super::voice::Voice;
use super::{Settings, recommend_by};
use crate::eligibility::Standing;
use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::rank::place;
use crate::report::{ComparedRole, Comparison, ProfileEcho, Report, SkillGap};
use crate::search::Find;

/// Compares some roles for a person, in the order asked for. The role held today is no destination: it is what staying
/// gives.
#[must_use]
pub fn compare(
    finder: &dyn Find,
    graph: &Graph,
    profile: &Profile,
    settings: &Settings,
    roles: &[RoleIx],
) -> Comparison {
    let wanted = profile.targets.iter().map(|role| graph.roles[role.at()].names.id.clone()).collect();
    let profile = Profile { targets: roles.to_vec(), ..profile.clone() };
    let settings = Settings { top: roles.len(), alternatives: 1, ..settings.clone() };
    let report = recommend_by(finder, graph, &profile, &settings);
    let today = Standing::today(graph, &profile);
    let voice = Voice { graph, language: settings.language };
    Comparison {
        format: "careerpath.comparison/1",
        roles: roles.iter().map(|role| compared(voice, &today, &report, *role)).collect(),
        graph: report.graph,
        profile: ProfileEcho { targets: wanted, ..report.profile },
        choices: report.choices,
        settings: report.settings,
        bands: report.bands,
        stay: report.stay,
        sources: report.sources,
        notes: report.notes,
    }
}

fn compared(voice: Voice<'_>, today: &Standing, report: &Report, at: RoleIx) -> ComparedRole {
    let graph = voice.graph;
    let role = &graph.roles[at.at()];
    let id = &role.names.id;
    let place = place(graph, role, today);
    let gap = |(skill, need): &(crate::graph::SkillIx, u8)| {
        let names = &graph.skills[skill.at()].names;
        let have = today.skills[skill.at()];
        SkillGap { skill: names.id.clone(), title: voice.title(names).to_owned(), have, need: *need }
    };
    let destination = report.destinations.iter().find(|found| found.role == *id);
    ComparedRole {
        role: id.clone(),
        title: voice.title(&role.names).to_owned(),
        about: voice.said(&role.about).to_owned(),
        fit: place.fit,
        skills: role.skills.iter().map(gap).collect(),
        interests: role.interests.clone(),
        demand: place.demand,
        against: destination.and_then(|found| found.against.clone()),
        pathway: destination.and_then(|found| found.pathways.first().cloned()),
        blocked: report.blocked.iter().find(|blocked| blocked.role == *id).cloned(),
        unsettled: report.unsettled.iter().find(|role| role.role == *id).map(|role| role.why.clone()),
    }
}
