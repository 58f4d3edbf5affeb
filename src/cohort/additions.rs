//! What a program could add: each single skill and each credential or award, tried in the hands of a cohort.

use std::io;

use rayon::prelude::*;

use super::reading::unreadable;
use super::run::Order;
use super::summary::{LEAST, Person, every, group, in_hand, mean, people, skilled, spread};
use crate::finding::Finding;
use crate::graph::{Graph, HoldingIx, SkillIx};
use crate::profile::Profile;
use crate::recommend::{Settings, shortlist};
use crate::report::{Addition, Additions};
use crate::search::StartClasses;

/// People who are tried on, evenly spaced, at most about so many.
const TRIED: u64 = 100;
/// The level at which a skill is added: independent.
const LEVEL: u8 = 3;

/// Something that a program could add.
#[derive(Clone, Copy)]
enum Thing {
    Skill(SkillIx),
    Holding(HoldingIx),
}

impl Thing {
    /// A person with it; nothing where they have it.
    fn in_hands(self, graph: &Graph, person: &Profile) -> Option<Profile> {
        match self {
            Self::Skill(skill) => (person.level(skill) < LEVEL).then(|| person.with_skill(skill, LEVEL)),
            Self::Holding(holding) => {
                (!person.holdings.contains(&holding)).then(|| person.with(graph, holding))
            }
        }
    }

    fn title(self, graph: &Graph) -> String {
        match self {
            Self::Skill(skill) => skilled(graph, skill, LEVEL),
            Self::Holding(holding) => in_hand(graph, holding),
        }
    }

    fn all(graph: &Graph) -> Vec<Self> {
        let skills = (0..).map(SkillIx).take(graph.skills.len()).map(Self::Skill);
        skills.chain((0..).map(HoldingIx).take(graph.holdings()).map(Self::Holding)).collect()
    }
}

impl Order<'_> {
    /// Tries everything on the people that a run kept, and ranks it by their median gain, then by the mean. A gain is net
    /// earnings over ten years of the best destination over those of staying; people who reach nothing are taken to stay,
    /// and staying is as it is without the addition.
    ///
    /// # Errors
    /// What keeps the people from being read.
    pub fn additions(&self) -> Result<Additions, Vec<Finding>> {
        let graph = self.graph;
        let (people, some) = self.tried_on()?;
        let settings = Settings { top: 1, ..self.settings.clone() };
        let classes = StartClasses::default();
        let net = |person: &Profile| {
            let list = shortlist(graph, self.pay, &classes, person, &settings);
            let best = list.best.first().map_or(list.stay_net, |best| best.net_earnings);
            best.map(crate::units::Money::units)
        };
        let things = Thing::all(graph);
        let pool = self.pool()?;
        let before: Vec<Option<f64>> = pool.install(|| some.par_iter().map(net).collect());
        let tried = |thing: &Thing| {
            let changes = some.iter().zip(&before).filter_map(|(person, before)| {
                let Some(with) = thing.in_hands(graph, person) else { return Some(0.0) };
                Some(net(&with)? - (*before)?)
            });
            let changes: Vec<f64> = changes.collect();
            let gain = changes.iter().filter(|change| **change >= 1.0).count() as u64;
            let (what, mean) = (thing.title(graph), mean(&changes));
            let people = group(gain, some.len() as u64);
            Some((gain, Addition { what, people, mean, change: spread(changes)? }))
        };
        let found: Vec<_> = pool.install(|| things.par_iter().map(tried).collect());
        let large = found.into_iter().flatten().filter(|(gain, _)| *gain >= LEAST);
        let mut all: Vec<Addition> = large.map(|(_, addition)| addition).collect();
        all.sort_by(|a, b| {
            let median = b.change.median.total_cmp(&a.change.median);
            median.then_with(|| b.mean.total_cmp(&a.mean)).then_with(|| a.what.cmp(&b.what))
        });
        Ok(Additions {
            format: "careerpath.additions/1",
            people,
            tried_on: some.len() as u64,
            tried: things.len(),
            additions: all,
        })
    }

    /// How many people a run kept, and some of them, evenly spaced.
    fn tried_on(&self) -> Result<(u64, Vec<Profile>), Vec<Finding>> {
        let kept = self.people_kept();
        let some = || -> io::Result<(u64, Vec<Profile>)> {
            let all = people(&kept)?.count() as u64;
            let some: Vec<Person> = people(&kept)?.step_by(every(all, TRIED)).collect::<Result<_, _>>()?;
            Ok((all, some.iter().filter_map(|person| person.profile(&self.reader())).collect()))
        };
        some().map_err(|error| unreadable(&kept.display().to_string(), &error))
    }
}
