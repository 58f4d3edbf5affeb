//! The rival: Yen's k shortest paths over the implicit state graph of the model, month by month.
//!
//! A state is the job, what is entered or studied and for how much longer, what is done, and the months worked in each
//! role as far as any requirement counts them. An edge starts a step that may start now, or waits a month; the cost of a
//! path is its months.

use careerpath::eligibility::{Standing, holds, proficient_months};
use careerpath::graph::{Graph, Node, Requirement, RoleIx};
use careerpath::profile::Profile;
use careerpath::search::{Limits, Rules};
use pathfinding::directed::yen::yen;

/// A state of the implicit graph.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct State {
    job: Option<RoleIx>,
    entering: Option<(RoleIx, u32)>,
    /// The course under way, whether full time, and its months left.
    course: Option<(Node, bool, u32)>,
    /// Roles entered and courses begun, in order of node.
    taken: Vec<Node>,
    /// Per role: months worked since today, as far as they count.
    worked: Vec<u32>,
}

/// A person in a graph, as the rival sees it.
pub struct Rival<'a> {
    pub graph: &'a Graph,
    pub profile: &'a Profile,
    pub rules: Rules,
    pub limits: Limits,
}

impl Rival<'_> {
    /// The months of the `k` soonest paths to a role.
    pub fn soonest(&self, target: RoleIx, k: usize) -> Vec<u32> {
        let caps = self.caps();
        let start = State {
            job: self.profile.current,
            entering: None,
            course: None,
            taken: Vec::new(),
            worked: vec![0; self.graph.roles.len()],
        };
        let found = yen(&start, |state| self.next(state, &caps), |state| state.job == Some(target), k);
        found.into_iter().map(|(_, months)| months).collect()
    }

    /// Per role: the most months that any requirement or proficiency counts.
    fn caps(&self) -> Vec<u32> {
        let mut caps = vec![proficient_months(self.graph); self.graph.roles.len()];
        for node in self.graph.nodes() {
            self.graph.requirement(node).leaves(&mut |leaf| {
                if let Requirement::Months { months, roles } = leaf {
                    for role in roles {
                        caps[role.at()] = caps[role.at()].max(*months);
                    }
                }
            });
        }
        caps
    }

    fn next(&self, state: &State, caps: &[u32]) -> Vec<(State, u32)> {
        let mut standing = Standing::today(self.graph, self.profile);
        for node in state.taken.iter().filter(|node| state.course.is_none_or(|(under, ..)| under != **node)) {
            for holding in self.graph.gives(*node) {
                standing.gain(self.graph, holding);
            }
        }
        for (role, months) in (0..).map(RoleIx).zip(&state.worked) {
            standing.work(self.graph, role, *months);
        }
        let mut next = vec![(Self::wait(state, caps), 1)];
        let open = |node: &Node| {
            !state.taken.contains(node)
                && self.offered(*node)
                && holds(self.graph.requirement(*node), &standing)
        };
        for node in self.graph.nodes().filter(open) {
            next.extend(self.start(state, &standing, node).into_iter().map(|state| (state, 0)));
        }
        next
    }

    fn wait(state: &State, caps: &[u32]) -> State {
        let mut later = state.clone();
        if let Some(job) = state.job {
            later.worked[job.at()] = (later.worked[job.at()] + 1).min(caps[job.at()]);
        }
        if let Some((role, left)) = state.entering {
            later.entering = (left > 1).then_some((role, left - 1));
            later.job = if left > 1 { state.job } else { Some(role) };
        }
        if let Some((node, full, left)) = state.course {
            later.course = (left > 1).then_some((node, full, left - 1));
        }
        later
    }

    fn offered(&self, node: Node) -> bool {
        match node {
            Node::Program(ix) => {
                let regions = &self.graph.programs[ix.at()].regions;
                regions.iter().any(|region| self.graph.regions.holds(*region, self.profile.region))
            }
            Node::Role(_) | Node::Credential(_) => true,
        }
    }

    /// The states in which a step has just begun.
    fn start(&self, state: &State, standing: &Standing, node: Node) -> Vec<State> {
        let studies_full_time = matches!(state.course, Some((_, true, _)));
        let job_free = state.entering.is_none() && !studies_full_time;
        let roles = state.taken.iter().filter(|node| matches!(node, Node::Role(_))).count();
        let mut begun = state.clone();
        begun.taken.push(node);
        begun.taken.sort_unstable();
        if let Node::Role(role) = node {
            let may = job_free && roles < self.rules.max_roles && state.job != Some(role);
            let hire = self.months(node, 40).unwrap_or(0);
            (begun.entering, begun.job) =
                if hire == 0 { (None, Some(role)) } else { (Some((role, hire)), state.job) };
            return if may { vec![begun] } else { Vec::new() };
        }
        let held = self.graph.gives(node).iter().all(|holding| standing.holdings[holding.at()]);
        if held || state.course.is_some() || state.taken.len() - roles >= self.rules.max_courses {
            return Vec::new();
        }
        let program = matches!(node, Node::Program(_));
        let mut states = Vec::new();
        let beside = match node {
            Node::Program(ix) => self.graph.programs[ix.at()].alongside,
            _ => true,
        };
        if let Some(months) = self.months(node, self.limits.study_hours.min(40))
            && state.job.is_some()
            && beside
        {
            let course = (months > 0).then_some((node, false, months));
            states.push(State { course, ..begun.clone() });
        }
        let may_stop = state.job.is_none() || (program && self.limits.may_stop_working);
        if let Some(months) = self.months(node, 40)
            && job_free
            && may_stop
        {
            let course = (months > 0).then_some((node, true, months));
            states.push(State { course, job: None, ..begun });
        }
        states
    }

    /// The months a step takes at so many hours a week; none where no hour is free.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked figures")]
    fn months(&self, node: Node, weekly: u32) -> Option<u32> {
        let whole = |figure: Option<f64>| figure.map_or(0, |months| months.ceil() as u32);
        let study = |hours: Option<f64>| match hours.unwrap_or(0.0) {
            hours if hours <= 0.0 => Some(0),
            hours => (weekly > 0).then(|| (hours * 12.0 / (f64::from(weekly) * 52.0)).ceil() as u32),
        };
        match node {
            Node::Role(ix) => Some(whole(self.graph.roles[ix.at()].hire_months.known())),
            Node::Credential(ix) => study(self.graph.credentials[ix.at()].study_hours.known()),
            Node::Program(ix) => {
                let program = &self.graph.programs[ix.at()];
                study(program.study_hours.known()).map(|months| months.max(whole(program.min_months.known())))
            }
        }
    }
}
