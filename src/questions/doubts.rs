//! Second looks at answers that contradict each other or tell nothing apart.

use super::flow::Flow;
use super::prompt::{Form, Offer};
use super::walk::Walk;
use crate::graph::Graph;

/// The share of one answer from which lines tell no likes apart.
const FLAT: f64 = 0.9;
/// The level from which the same in every skill is doubted, and in how many.
const HIGH: u8 = 4;
const SKILLS: usize = 6;

impl Flow<'_> {
    /// Where a course finished stands higher than the schooling named: which is right?
    pub(super) fn doubt_schooling(&self, walk: &mut Walk<'_>, graph: &Graph, question: usize) -> Option<()> {
        let said = walk.told.education?;
        let finished = graph.awards.iter().filter(|award| walk.told.awards.contains(&award.names.id));
        let Some(award) = finished.max_by_key(|award| award.education).filter(|award| award.education > said)
        else {
            return Some(());
        };
        let level = |level: crate::units::Education| self.word(&format!("education-{}", level.key()));
        let of_award = ("level", level(award.education).into());
        let right = self.say("doubt-schooling-award", [of_award.clone()]);
        let offers = vec![
            Offer::new("award", right),
            Offer::new("said", self.word("doubt-schooling-said")).taking_back(&["awards", "doubt-schooling"]),
        ];
        let title = graph.said(&award.names.title, self.language);
        let filled = [("award", title.into()), of_award, ("said", level(said).into())];
        let mut prompt = self.needed(question, "doubt-schooling", Form::One(offers));
        prompt.text = self.say("doubt-schooling", filled);
        walk.ask(prompt)?;
        walk.told.education = Some(award.education);
        Some(())
    }

    /// Where nearly all lines got the same answer: again? Whether they are left so.
    pub(super) fn doubt_likes(
        &self,
        walk: &mut Walk<'_>,
        given: &[(char, u32)],
        question: usize,
    ) -> Option<bool> {
        let most = (1..=5).map(|liked| given.iter().filter(|(_, own)| *own == liked).count()).max();
        #[expect(clippy::cast_precision_loss, reason = "thirty lines")]
        let flat = most.is_some_and(|most| most > 1 && most as f64 >= FLAT * given.len() as f64);
        if !flat {
            return Some(false);
        }
        let offers = self.again(&["like", "doubt-likes"]);
        Some(walk.ask(self.needed(question, "doubt-likes", Form::One(offers)))? == "keep")
    }

    /// Where every skill is at the same high level: again?
    pub(super) fn doubt_skills(&self, walk: &mut Walk<'_>, question: usize) -> Option<()> {
        let mut levels = walk.told.skills.values();
        let first = levels.next().copied().unwrap_or(0);
        let flat = walk.told.skills.len() >= SKILLS && first >= HIGH && levels.all(|level| *level == first);
        if flat {
            let offers = self.again(&["skill", "doubt-skills"]);
            walk.ask(self.needed(question, "doubt-skills", Form::One(offers)))?;
        }
        Some(())
    }

    fn again(&self, keys: &[&str]) -> Vec<Offer> {
        vec![
            Offer::new("again", self.word("doubt-again")).taking_back(keys),
            Offer::new("keep", self.word("doubt-keep")),
        ]
    }
}
