//! Lists the groups of a target: its sets by the jobs on the way to it.

use super::Run;
use super::standing::Group;
use crate::search::Size;
use crate::search::classes::Way;
use crate::search::problem::JobIx;
use crate::search::reach::AtBest;

impl<'b> Run<'b, '_, '_> {
    /// Lists the groups of a target within a size that were not looked at before.
    pub(super) fn list_groups(&mut self, at: usize, size: Size, before: Option<Size>) -> Vec<Group<'b>> {
        if before.is_none() { self.list_first(at) } else { self.list_larger(at, size, before) }
    }

    /// Lists the groups of the first size, whose sets are those of the start class.
    fn list_first(&mut self, at: usize) -> Vec<Group<'b>> {
        let (kit, class, target) = (self.standing.kit, self.sets, self.standing.targets[at].role);
        let begins = |job: Option<JobIx>| job.is_none_or(|job| kit.lists.may_begin(job));
        let ways = class.ways(target).iter().filter(|way| begins(way.job));
        let mut groups = Vec::new();
        for way in ways {
            let best = kit.lists.least(target, way.job.as_slice());
            if best.months > kit.problem.limits.max_months {
                continue;
            }
            groups.push(self.group(at, way.job.as_slice().to_vec(), best, 0, Some(way)));
        }
        groups
    }

    fn list_larger(&mut self, at: usize, size: Size, before: Option<Size>) -> Vec<Group<'b>> {
        let (kit, target) = (self.standing.kit, self.standing.targets[at].role);
        let mut groups = Vec::new();
        for (jobs, least) in size.besides(before) {
            for way in kit.lists.ways(target, jobs) {
                let best = kit.lists.least(target, &way);
                if best.months <= kit.problem.limits.max_months {
                    groups.push(self.group(at, way, best, least, None));
                }
            }
        }
        groups
    }

    /// A group whose lists do no better than `best`.
    fn group(
        &mut self,
        at: usize,
        way: Vec<JobIx>,
        best: AtBest,
        least: usize,
        class: Option<&'b Way>,
    ) -> Group<'b> {
        let (kit, target) = (self.standing.kit, self.standing.targets[at].role);
        let problem = kit.problem;
        let (is_paid, offered) = (problem.is_all_paid(&way, target), problem.offered(&way, target));
        let jobs = kit.lists.begun(&problem.jobs_before(&way));
        let most = is_paid.then(|| kit.ceiling.from(jobs, target, best.months));
        let chance = best.chance * offered;
        let value = kit.bound(most.as_ref(), (best.months, 0), best.cost, chance);
        let gains = value.net.zip(self.standing.stay).is_none_or(|(net, stay)| net >= stay);
        self.standing.states[at].may_gain |= gains;
        let score = (self.standing.targets[at].score)(&value);
        Group { at, way, class, most, offered, best, chance, least, score }
    }
}
