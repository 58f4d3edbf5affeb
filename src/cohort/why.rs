//! Why what somebody wants is out of reach, in few words.

use std::collections::BTreeSet;

use crate::graph::Graph;
use crate::profile::Profile;
use crate::recommend::{Reach, Settings};
use crate::search::{Bar, Limits, Reason, reasons};

/// Why somebody does not reach a wanted role, or any; nothing where one is reached.
pub(super) fn why(graph: &Graph, person: &Profile, settings: &Settings, reach: Reach) -> String {
    match reach {
        Reach::Reached => return String::new(),
        Reach::NotSettled => return "there was too much to look at".to_owned(),
        Reach::OnlyOthers | Reach::Nothing => {}
    }
    if person.targets.is_empty() {
        return "no role can be reached within the limits of money and time".to_owned();
    }
    let limits = Limits::of(person, &settings.rules());
    let told = person.targets.iter().map(|role| {
        let mut found = BTreeSet::new();
        bars(&reasons(graph, person, &limits, *role), &mut found);
        let found: Vec<&str> = found.into_iter().collect();
        format!("{}: {}", graph.roles[role.at()].names.id, found.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// What stands in the way, wherever in a tree of reasons.
pub(super) fn bars(reason: &Reason, found: &mut BTreeSet<&'static str>) {
    match reason {
        Reason::All(parts) | Reason::Any(parts) | Reason::More(_, parts) => {
            for part in parts {
                bars(part, found);
            }
        }
        Reason::Lacks(_, ways) => {
            for way in ways {
                found.extend(way.bars.iter().map(|bar| match bar {
                    Bar::NotOffered => "a program is not taught where they live",
                    Bar::Budget(_) => "a step costs more than the budget",
                    Bar::Months(_) => "a step takes longer than there is time",
                    Bar::KeepsJob => "a step leaves no time for the job, which may not be given up",
                }));
                way.asks.iter().for_each(|asks| bars(asks, found));
            }
        }
        Reason::Late(_) => {
            found.insert("being hired for it comes too late");
        }
        Reason::Together => {
            found.insert("each step can be had, but not all of them within the limits");
        }
    }
}
