//! Roles as one person could enter them: how long a search takes, what counts for it, what it pays.

use std::sync::Arc;

use super::bits::Bits;
use super::course::{known, whole};
use super::need::{Compiler, Need};
use super::start::Starting;
use super::{JobIx, Problem, job_ix};
use crate::graph::{Graph, Node, Requirement, Role, RoleIx, Training};
use crate::profile::{Profile, Related};
use crate::wages::Moment;

/// A role that is before somebody, whoever they are.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::search) struct Post {
    pub need: Arc<Need>,
    /// The conditions that proficiency in it brings or helps to bring.
    pub brings: Bits,
    /// The chance to get such a post.
    pub offered: f64,
    /// Whether it may stand on the way.
    pub may_be_on_the_way: bool,
    /// Its place in the order of all ids.
    pub rank: u32,
}

impl Post {
    pub(super) fn new(starting: &Starting<'_>, compiler: &Compiler<'_>, at: RoleIx, role: &Role) -> Self {
        let (graph, profile, node) = (starting.graph, starting.profile, Node::Role(at));
        let excluded = starting.choices.exclude.contains(&node);
        let related = profile.related(graph, at);
        let is_new = starting.today.months[at.at()] == 0 && profile.current != Some(at);
        Self {
            need: Arc::new(if excluded { Need::Never } else { compiler.need(node, related) }),
            brings: Bits::default(),
            offered: role.offered.as_ref().map_or(1.0, known),
            may_be_on_the_way: role.listed && is_new && !excluded,
            rank: graph.rank(node),
        }
    }
}

/// What being hired in a role takes of one person, and what counts for it.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Hire {
    /// Months to be hired for people with some time in the field, and for newcomers.
    pub search: [u32; 2],
    /// More months that must count for it until somebody is no newcomer.
    pub newcomer_for: u32,
    /// Months in it before today.
    pub before: u32,
    /// Months before today that count as experience in its pay.
    pub experience: u32,
    /// How jobs outside the graph count for it.
    pub related: Related,
    /// Whether its pay is known.
    pub is_paid: bool,
}

impl Hire {
    pub(super) fn new(problem: &Problem<'_>, at: RoleIx) -> Self {
        let (graph, profile) = (problem.graph, problem.profile);
        let related = profile.related(graph, at);
        Self {
            search: search_months(graph, profile, at),
            newcomer_for: newcomer_for(graph, profile, at, related),
            before: problem.today.months[at.at()],
            experience: profile.months_in_field() + related.months,
            related,
            is_paid: problem.pay.source(at).is_some(),
        }
    }

    /// The fewest months that being hired takes.
    pub fn shortest(&self) -> u32 {
        self.search[0].min(self.search[1])
    }
}

/// Months to be hired in a role: never fewer than one, nor than the openings of the whole occupation allow.
pub(in crate::search) fn search_months(graph: &Graph, profile: &Profile, at: RoleIx) -> [u32; 2] {
    let role = &graph.roles[at.at()];
    let openings = graph.competition_in(role.occupation, profile.region);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "openings are above zero")]
    let floor = openings
        .and_then(|(_, told)| told.openings)
        .map_or(1, |a_year| (12.0 / a_year).ceil().min(600.0) as u32);
    let figures = [&role.hire_months, role.newcomer_hire_months.as_ref().unwrap_or(&role.hire_months)];
    figures.map(|figure| whole(figure).max(floor).max(1))
}

/// Whether months in one role count for being no newcomer when applying for another: those in an occupation that is
/// learned within a month count only for itself and for roles whose entry names the role.
pub(super) fn counts(graph: &Graph, worked: RoleIx, applied: RoleIx) -> bool {
    let occupation = graph.roles[worked.at()].occupation;
    if graph.occupations[occupation.at()].training != Some(Training::ShortTerm) {
        return true;
    }
    let mut named = graph.roles[applied.at()].occupation == occupation;
    graph.roles[applied.at()].entry.value.leaves(&mut |leaf| {
        named |= matches!(leaf, Requirement::Months { roles, .. } if roles.contains(&worked));
    });
    named
}

/// More months that must count for a role until a person is no newcomer to it.
pub(super) fn newcomer_for(graph: &Graph, profile: &Profile, at: RoleIx, related: Related) -> u32 {
    let needed = whole(&graph.method.newcomer_months);
    let worked: u32 = profile
        .experience
        .iter()
        .filter(|worked| counts(graph, worked.role, at))
        .map(|worked| worked.months)
        .sum();
    needed.saturating_sub(worked + related.months)
}

impl Problem<'_> {
    /// Whether months in one job count for being no newcomer when applying for another.
    pub(in crate::search) fn counts(&self, worked: JobIx, applied: JobIx) -> bool {
        if usize::from(worked) == self.hires.len() {
            return self.hires.get(usize::from(applied)).is_some_and(|hire| hire.related.goes_on);
        }
        usize::from(applied) < self.hires.len() && counts(self.graph, job_ix(worked), job_ix(applied))
    }

    /// The best-paid role that somebody without a job could enter today.
    pub(super) fn best_open_today(&self) -> Option<JobIx> {
        let pay = |job: JobIx| {
            let hire = &self.hires[usize::from(job)];
            self.pay.yearly(job_ix(job), Moment::today(hire.experience, hire.before))
        };
        let open = self.start.open_today.iter().copied();
        let paid = open.filter(|job| self.hires[usize::from(*job)].is_paid).map(|job| (pay(job), job));
        let rank = |job: JobIx| self.start.posts[usize::from(job)].rank;
        paid.max_by(|(first, one), (second, other)| first.cmp(second).then(rank(*other).cmp(&rank(*one))))
            .map(|(_, job)| job)
    }

    /// Months to be hired again in the job outside the graph.
    pub(in crate::search) fn outside_search(&self) -> u32 {
        whole(&self.graph.method.outside_hire_months).max(1)
    }
}
