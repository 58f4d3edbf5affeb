//! Roles as one person could enter them: how long a search takes, what counts for it, what it pays.

use super::bits::Bits;
use super::course::whole;
use super::need::{Compiler, Need};
use super::{JobIx, Problem, job_ix};
use crate::graph::{Graph, Node, Requirement, RoleIx, Training};
use crate::profile::{Profile, Related};

/// A role as a person could enter it.
#[derive(Debug, Clone)]
pub(in crate::search) struct Post {
    pub need: Need,
    /// The conditions that proficiency in it brings or helps to bring.
    pub brings: Bits,
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
    /// The chance to get such a post.
    pub offered: f64,
    /// Whether its pay is known.
    pub is_paid: bool,
    /// Whether it may stand on the way.
    pub may_be_on_the_way: bool,
    /// Its place in the order of all ids.
    pub rank: u32,
}

impl Post {
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
        if usize::from(worked) == self.posts.len() {
            return self.posts.get(usize::from(applied)).is_some_and(|post| post.related.goes_on);
        }
        usize::from(applied) < self.posts.len() && counts(self.graph, job_ix(worked), job_ix(applied))
    }

    /// The best-paid listed role without `offered` that is open today to somebody without a job; what counts for a role only
    /// because of a former job outside the graph is no job to fall back to.
    pub(super) fn best_open_today(&self, met: &[bool]) -> Option<JobIx> {
        if self.profile.is_employed() {
            return None;
        }
        // a role that is left out is open none the less: staying is what it is
        let compiler = Compiler { problem: self, met };
        let open = (0..).map(RoleIx).zip(&self.graph.roles).zip(&self.posts).filter(|((at, role), post)| {
            let is_open = || compiler.need(Node::Role(*at), Related::NONE) == Need::Met;
            role.listed && role.offered.is_none() && post.is_paid && is_open()
        });
        let pay = |at: RoleIx, post: &Post| self.pay.yearly(at, post.experience, post.before);
        let best = open.max_by(|((one, _), first), ((other, _), second)| {
            pay(*one, first).cmp(&pay(*other, second)).then(second.rank.cmp(&first.rank))
        });
        best.map(|((at, _), _)| u16::try_from(at.at()).expect("the check counted"))
    }

    /// Months to be hired again in the job outside the graph.
    pub(in crate::search) fn outside_search(&self) -> u32 {
        whole(&self.graph.method.outside_hire_months).max(1)
    }
}
