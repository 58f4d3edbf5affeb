//! One role explained: what each step of a pathway is for and what was left out, or why there is no pathway.

use super::map::brings;
use super::{Desk, Scored, Settings, at_desk, stamp, voice};
use crate::graph::{Graph, RoleIx};
use crate::profile::Profile;
use crate::rank::place;
use crate::report::{Explanation, LeftOut, Needed, Reached, Use};
use crate::search::{Fresh, Pathway, Survey, survey};

/// Explains a role: the best pathway to it, or the one with an id; why there is none, where there is none.
///
/// # Errors
/// The ids of all pathways found and left out, where none of them has the id.
pub fn explain(
    graph: &Graph,
    profile: &Profile,
    settings: &Settings,
    role: RoleIx,
    id: Option<&str>,
) -> Result<Explanation, Vec<String>> {
    at_desk(graph, profile, settings, |desk, problem| {
        let found = survey(problem, role);
        let reached = if found.kept.is_empty() { None } else { Some(desk.reached(role, &found, id)?) };
        Ok(Explanation {
            format: "careerpath.explanation/1",
            graph: stamp(graph),
            profile: desk.profile_echo(),
            settings: desk.settings_echo(),
            role: graph.roles[role.at()].names.id.clone(),
            title: desk.voice().role_title(role).to_owned(),
            unsettled: found.stopped.map(|why| desk.why_unsettled(why)),
            blocked: (reached.is_none() && found.stopped.is_none()).then(|| {
                desk.blocked(role, desk.free(&Fresh, &[role]).is_some_and(|free| free.reaches(role)))
            }),
            reached,
        })
    })
}

impl Desk<'_> {
    fn reached(&self, role: RoleIx, found: &Survey, id: Option<&str>) -> Result<Reached, Vec<String>> {
        let ranked = self.ranked(role, &found.kept, None);
        let ids = |paths: &mut dyn Iterator<Item = &Pathway>| -> Vec<String> {
            paths.map(|path| voice::id(self.graph, path)).collect()
        };
        let kept = ids(&mut ranked.pathways.iter().map(|scored| scored.pathway));
        let left = ids(&mut found.left.iter().map(|(path, _)| path));
        let asked = |known: &[String]| known.iter().position(|known| Some(known.as_str()) == id);
        let place = if id.is_none() { Some(0) } else { asked(&kept) };
        let out = if place.is_none() { asked(&left) } else { None };
        let chosen = match (place, out) {
            (Some(at), _) => ranked.pathways[at].pathway,
            (None, Some(at)) => &found.left[at].0,
            (None, None) => return Err(kept.into_iter().chain(left).collect()),
        };
        let mut left_out: Vec<LeftOut> = found
            .left
            .iter()
            .map(|(path, by)| self.left_out(role, path, by.map(|by| &found.kept[by])))
            .collect();
        left_out.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
        left_out.dedup_by(|a, b| a.id == b.id);
        let beaten = out.map(|at| self.left_out(role, chosen, found.left[at].1.map(|by| &found.kept[by])));
        let left_out_in_all = left_out.len();
        left_out.truncate(self.settings.alternatives);
        Ok(Reached {
            place: place.map(|at| at + 1),
            pathways_in_all: kept.len(),
            pathway: self.pathway(chosen, &self.scored(role, chosen).score),
            needed: self.needed(chosen),
            beaten,
            left_out,
            left_out_in_all,
        })
    }

    pub(super) fn scored<'p>(&self, role: RoleIx, pathway: &'p Pathway) -> Scored<'p> {
        let place = place(self.graph, &self.graph.roles[role.at()], &self.today);
        self.scored_at(&place, pathway)
    }

    fn left_out(&self, role: RoleIx, path: &Pathway, by: Option<&Pathway>) -> LeftOut {
        LeftOut {
            id: voice::id(self.graph, path),
            line: self.voice().line(path),
            score: self.scored(role, path).score.score,
            beaten_by: by.map(|by| voice::id(self.graph, by)),
            beaten_by_line: by.map(|by| self.voice().line(by)),
            on: by.map_or_else(Vec::new, |by| self.voice().better_on(&by.value, &path.value)),
        }
    }

    /// What each step is for: the later steps that would not be open without it, with the conditions it meets.
    fn needed(&self, pathway: &Pathway) -> Vec<Needed> {
        let (graph, voice) = (self.graph, self.voice());
        let uses = |at: usize| {
            let from = pathway.steps[at].node;
            pathway.needed_by[at].iter().map(move |later| {
                let later = pathway.steps[*later].node;
                let mut conditions = Vec::new();
                graph.requirement(later).leaves(&mut |leaf| {
                    let told = voice.requirement(leaf);
                    if brings(graph, from, leaf) && !conditions.contains(&told) {
                        conditions.push(told);
                    }
                });
                let names = graph.names(later);
                Use { node: names.id.clone(), name: voice.short(names).to_owned(), conditions }
            })
        };
        let steps = pathway.steps.iter().enumerate();
        let needed = steps.map(|(at, step)| {
            let names = graph.names(step.node);
            Needed { node: names.id.clone(), name: voice.short(names).to_owned(), uses: uses(at).collect() }
        });
        needed.collect()
    }
}
