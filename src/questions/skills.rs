//! Levels of the skills that count, each by what somebody at the level would say.

use std::collections::BTreeMap;

use super::flow::Flow;
use super::prompt::{Form, Offer, Prompt};
use super::walk::Walk;
use crate::document::Text;
use crate::eligibility::Standing;
use crate::graph::{Graph, Role, SkillIx};
use crate::profile::Profile;
use crate::read;

/// The most skills that are asked for.
const MOST: usize = 12;

impl Flow<'_> {
    /// Asks for the skills of wanted roles, or of all, that courses and jobs do not show already.
    pub(super) fn skills(&self, walk: &mut Walk<'_>, graph: &Graph, question: usize) -> Option<()> {
        let person = person(walk, graph);
        let asked = counting(walk, graph, person.as_ref());
        for skill in &asked {
            let id = &graph.skills[skill.at()].names.id;
            let background = person.iter().flat_map(|person| &person.background);
            let taken = background.filter(|(known, _)| known == skill).map(|(_, level)| *level).max();
            let level = walk.ask(self.skill(graph, *skill, question, taken))?;
            if let Some(level) = read::whole(&level).and_then(|level| u8::try_from(level).ok()) {
                walk.told.skills.insert(id.clone(), level);
            }
        }
        self.doubt_skills(walk, question)
    }

    /// Makes the prompt for a skill; `taken` is the level that a job outside the field is taken to have brought.
    fn skill(&self, graph: &Graph, skill: SkillIx, question: usize, taken: Option<u8>) -> Prompt {
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
        let prompt = self.prompt(question, "skill", Form::One(offers.collect()));
        Prompt {
            key: format!("skill-{}", skill.names.id),
            text: self.say("skill", [("skill", title.into())]),
            skip: taken
                .map(|level| {
                    self.say("skill-taken", [("level", self.word(&format!("skill-{level}")).into())])
                })
                .or(prompt.skip),
            ..prompt
        }
    }
}

/// The person as told before any skill is asked.
fn person(walk: &Walk<'_>, graph: &Graph) -> Option<Profile> {
    let written = walk.told.written(graph.currency)?;
    let file = Text { name: "answers".to_owned(), bytes: written.into_bytes() };
    Profile::check(&file, graph).ok()
}

/// The skills that tell most: those needed most over the roles that are looked at, and not in hand yet.
fn counting(walk: &Walk<'_>, graph: &Graph, person: Option<&Profile>) -> Vec<SkillIx> {
    let standing = person.map(|person| Standing::today(graph, person));
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
