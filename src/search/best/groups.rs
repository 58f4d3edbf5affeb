//! Lists the groups of a target: its sets by the jobs on the way to it.

use super::Run;
use super::standing::Group;
use crate::search::Size;
use crate::search::classes::Way;
use crate::search::problem::JobIx;

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
        ways.filter_map(|way| self.group(at, way.job.as_slice().to_vec(), 0, Some(way))).collect()
    }

    fn list_larger(&mut self, at: usize, size: Size, before: Option<Size>) -> Vec<Group<'b>> {
        let (kit, target) = (self.standing.kit, self.standing.targets[at].role);
        let ways = |(jobs, least)| kit.lists.ways(target, jobs).into_iter().map(move |way| (way, least));
        let ways = size.besides(before).flat_map(ways);
        ways.filter_map(|(way, least)| self.group(at, way, least, None)).collect()
    }

    /// A group with some jobs on the way; nothing where they lead to the target only beyond the longest time.
    fn group(
        &mut self,
        at: usize,
        way: Vec<JobIx>,
        least: usize,
        class: Option<&'b Way>,
    ) -> Option<Group<'b>> {
        let (kit, target) = (self.standing.kit, self.standing.targets[at].role);
        let best = kit.lists.least(target, &way);
        if best.months > kit.problem.limits.max_months {
            return None;
        }
        let problem = kit.problem;
        let (is_paid, offered) = (problem.is_all_paid(&way, target), problem.offered(&way, target));
        let jobs = kit.lists.begun(problem.jobs_before(&way));
        let most = is_paid.then(|| kit.ceiling.from(jobs, target, best.months));
        let chance = best.chance * offered;
        let value = kit.bound(most.as_ref(), (best.months, 0), best.cost, chance);
        let gains = value.net.zip(self.standing.stay).is_none_or(|(net, stay)| net >= stay);
        self.standing.states[at].may_gain |= gains;
        let score = (self.standing.targets[at].score)(&value);
        Some(Group { at, way, class, most, offered, best, chance, least, score })
    }
}
