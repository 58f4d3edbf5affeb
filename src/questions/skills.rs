//! Levels of the skills that count, each by what somebody at the level would say.

use std::collections::BTreeMap;

use super::flow::Flow;
use super::prompt::{Form, Offer, Prompt};
use super::read;
use super::walk::Walk;
use crate::document::Text;
use crate::eligibility::Standing;
use crate::graph::{Graph, Role, SkillIx};
use crate::profile::Profile;

/// The most skills that are asked for.
const MOST: usize = 12;

impl Flow<'_> {
    /// Asks for the skills of wanted roles, or of all, that courses and jobs do not show already.
    pub(super) fn skills(&self, walk: &mut Walk<'_>, graph: &Graph, question: usize) -> Option<()> {
        let asked = counting(walk, graph);
        for skill in &asked {
            let id = &graph.skills[skill.at()].names.id;
            let level = walk.ask(self.skill(graph, *skill, question))?;
            if let Some(level) = read::whole(&level).and_then(|level| u8::try_from(level).ok()) {
                walk.told.skills.insert(id.clone(), level);
            }
        }
        self.doubt_skills(walk, question)
    }

    fn skill(&self, graph: &Graph, skill: SkillIx, question: usize) -> Prompt {
        let skill = &graph.skills[skill.at()];
        let anchor = |at: usize, level: u8| {
            let told = skill.anchors.as_ref().map(|anchors| graph.said(&anchors[at], self.language));
            told.map_or_else(|| self.word(&format!("skill-{level}")), str::to_owned)
        };
        let offers = (0..=5u8).map(|level| {
            let words = match level {
                1 => anchor(0, level),
                3 => anchor(1, level),
                5 => anchor(2, level),
                _ => self.word(&format!("skill-{level}")),
            };
            Offer::new(level.to_string(), words)
        });
        let title = graph.said(&skill.names.title, self.language);
        Prompt {
            key: format!("skill-{}", skill.names.id),
            text: self.say("skill", [("skill", title.into())]),
            ..self.prompt(question, "skill", Form::One(offers.collect()))
        }
    }
}

/// The skills that tell most: those needed most over the roles that are looked at, and not in hand yet.
fn counting(walk: &Walk<'_>, graph: &Graph) -> Vec<SkillIx> {
    let standing = walk.told.written(graph.currency).and_then(|written| {
        let file = Text { name: "answers".to_owned(), bytes: written.into_bytes() };
        let profile = Profile::check(&file, graph).ok()?;
        Some(Standing::today(graph, &profile))
    });
    let wanted = |role: &&Role| {
        if walk.told.targets.is_empty() { role.listed } else { walk.told.targets.contains(&role.names.id) }
    };
    let mut needs: BTreeMap<SkillIx, (u32, u8)> = BTreeMap::new();
    for (skill, level) in graph.roles.iter().filter(wanted).flat_map(|role| &role.skills) {
        let (sum, most) = needs.entry(*skill).or_default();
        *sum += u32::from(*level);
        *most = (*most).max(*level);
    }
    let in_hand = |skill: &SkillIx| standing.as_ref().map_or(0, |today| today.skills[skill.at()]);
    let mut counting: Vec<(u32, SkillIx)> = needs
        .into_iter()
        .filter(|(skill, (_, most))| in_hand(skill) < *most)
        .map(|(skill, (sum, _))| (sum, skill))
        .collect();
    counting.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counting.into_iter().take(MOST).map(|(_, skill)| skill).collect()
}
