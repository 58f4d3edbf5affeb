//! What a program could add: each single skill and each credential or award, tried in the hands of a cohort.

use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::summary::{LEAST, group, people, spread};
use crate::graph::{Graph, HoldingIx, RoleIx, SkillIx};
use crate::profile::Profile;
use crate::recommend::{Settings, shortlist};
use crate::report::{Addition, Additions};
use crate::wages::PayBooks;

/// People who are tried on, evenly spaced, at most about so many.
const TRIED: usize = 100;
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
            Self::Skill(skill) => format!("{} at level {LEVEL}", graph.skills[skill.at()].names.short),
            Self::Holding(holding) => format!("{} in hand", graph.holding(holding).names().short),
        }
    }
}

/// Tries everything on the people that a run kept, and ranks it by their median gain, then by the mean. A gain is net
/// earnings over ten years of the best destination over those of staying; people who reach nothing are taken to stay, and
/// staying is as it is without the addition.
///
/// # Errors
/// What keeps the file from being read.
pub fn additions(
    graph: &Graph,
    pay: &PayBooks<'_>,
    settings: &Settings,
    targets: &[RoleIx],
    kept: &Path,
) -> io::Result<Additions> {
    let whole = people(kept)?.count();
    let every = whole.div_ceil(TRIED).max(1);
    let some: Vec<Profile> = people(kept)?
        .step_by(every)
        .filter_map(Result::ok)
        .filter_map(|person| person.profile(graph))
        .map(|person| {
            let any = person.targets.is_empty();
            if any { Profile { targets: targets.to_vec(), ..person } } else { person }
        })
        .collect();
    let settings = Settings { top: 1, ..settings.clone() };
    let net = |person: &Profile| {
        let list = shortlist(graph, pay, person, &settings);
        let best = list.best.first().map_or(list.stay_net, |best| best.net_earnings);
        best.map(crate::units::Money::units)
    };
    let before: Vec<Option<f64>> = some.par_iter().map(net).collect();
    let things: Vec<Thing> = (0..graph.skills.len())
        .filter_map(|at| u32::try_from(at).ok().map(|at| Thing::Skill(SkillIx(at))))
        .chain(
            (0..graph.holdings())
                .filter_map(|at| u32::try_from(at).ok().map(|at| Thing::Holding(HoldingIx(at)))),
        )
        .collect();
    let tried = |thing: &Thing| {
        let changes = some.iter().zip(&before).filter_map(|(person, before)| {
            let Some(with) = thing.in_hands(graph, person) else { return Some(0.0) };
            Some(net(&with)? - (*before)?)
        });
        let changes: Vec<f64> = changes.collect();
        let gain = changes.iter().filter(|change| **change >= 1.0).count() as u64;
        #[expect(clippy::cast_precision_loss, reason = "people are few")]
        let mean = changes.iter().sum::<f64>() / changes.len().max(1) as f64;
        let what = thing.title(graph);
        Some((
            gain,
            Addition { what, people: group(gain, some.len() as u64), mean, change: spread(changes)? },
        ))
    };
    let found: Vec<Option<(u64, Addition)>> = things.par_iter().map(tried).collect();
    let mut all: Vec<Addition> = found
        .into_iter()
        .flatten()
        .filter(|(gain, _)| *gain >= LEAST)
        .map(|(_, addition)| addition)
        .collect();
    all.sort_by(|a, b| {
        let median = b.change.median.total_cmp(&a.change.median);
        median.then_with(|| b.mean.total_cmp(&a.mean)).then_with(|| a.what.cmp(&b.what))
    });
    Ok(Additions {
        format: "careerpath.additions/1",
        tried_on: some.len() as u64,
        tried: things.len(),
        additions: all,
    })
}
