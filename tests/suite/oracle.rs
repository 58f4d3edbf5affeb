//! The meaning of a pathway, as slow and as obvious as can be: every list of steps, month by month on the clock.

use std::collections::BTreeMap;

use careerpath::eligibility::{Standing, holds};
use careerpath::graph::{Delivery, Graph, Node, RoleIx};
use careerpath::profile::Profile;
use careerpath::search::{Limits, Mode, Rules};
use careerpath::units::Money;
use careerpath::wages::PayBook;

/// A step with its start and end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    pub start: u32,
    pub later: bool,
    pub node: Node,
    pub mode: Mode,
    pub end: u32,
}

/// A pathway by its steps, and what it is judged by.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    pub steps: Vec<Step>,
    pub months: u32,
    pub cost: i64,
    pub net: Option<i64>,
    pub chance: f64,
}

pub struct Oracle<'a> {
    pub graph: &'a Graph,
    pub profile: &'a Profile,
    pub pay: &'a PayBook,
    pub rules: Rules,
    pub limits: Limits,
}

/// What happened in every month: the job held, if any, and the step that brought it.
type Diary = Vec<Option<(RoleIx, Option<usize>)>>;

impl Oracle<'_> {
    /// Everything of some kind that nothing of that kind beats.
    pub fn frontier_among(&self, target: RoleIx, kind: impl Fn(&Path) -> bool) -> Vec<Path> {
        if self.profile.current == Some(target) {
            return Vec::new();
        }
        let mut all = BTreeMap::new();
        self.extend(&mut Vec::new(), target, &mut all);
        let all: Vec<Path> = all.into_values().filter(kind).collect();
        let beaten = |path: &Path| all.iter().any(|other| beats(other, path));
        let mut kept: Vec<Path> = all.iter().filter(|path| !beaten(path)).cloned().collect();
        kept.dedup_by(|b, a| {
            (a.months, a.cost, a.net) == (b.months, b.cost, b.net) && a.chance.to_bits() == b.chance.to_bits()
        });
        kept
    }

    fn extend(&self, list: &mut Vec<(Node, Mode)>, target: RoleIx, all: &mut BTreeMap<Vec<Step>, Path>) {
        if !list.is_empty() && self.clock(list).is_none() {
            return;
        }
        if list.last().is_some_and(|(node, _)| *node == Node::Role(target)) {
            if let Some((steps, diary)) = self.clock(list).filter(|(steps, _)| self.is_pathway(steps, target))
            {
                let mut written = steps.clone();
                written.sort_by_key(|s| (s.start, s.later, self.graph.names(s.node).id.clone()));
                all.insert(written.clone(), self.judge(written, &steps, &diary));
            }
            return;
        }
        let roles = list.iter().filter(|(node, _)| matches!(node, Node::Role(_))).count();
        for node in self.graph.nodes().filter(|node| self.takeable(*node)) {
            let modes: &[Mode] = match node {
                Node::Role(_) if roles < self.rules.max_roles => &[Mode::Enter],
                Node::Program(_) if list.len() - roles < self.rules.max_courses => {
                    &[Mode::FullTime, Mode::Alongside]
                }
                Node::Credential(_) if list.len() - roles < self.rules.max_courses => &[Mode::FullTime],
                _ => &[],
            };
            for mode in modes {
                if !list.iter().any(|(taken, _)| *taken == node) {
                    list.push((node, *mode));
                    self.extend(list, target, all);
                    list.pop();
                }
            }
        }
    }

    /// Offered where the person lives, and not already held.
    fn takeable(&self, node: Node) -> bool {
        let given = self.graph.gives(node);
        let held = !given.is_empty() && given.iter().all(|holding| self.profile.holdings.contains(holding));
        let near = match node {
            Node::Program(ix) => {
                let program = &self.graph.programs[ix.at()];
                program.regions.iter().any(|region| self.graph.regions.holds(*region, self.profile.region))
                    || (self.limits.anywhere && program.delivery == Delivery::Campus)
            }
            _ => true,
        };
        near && !held
    }

    /// Puts a list on the clock: every step as soon as it may; nothing where one never may within the limits.
    fn clock(&self, list: &[(Node, Mode)]) -> Option<(Vec<Step>, Diary)> {
        let mut steps: Vec<Step> = Vec::new();
        let mut diary: Diary = Vec::new();
        let mut job = self.profile.current.map(|role| (role, None));
        let mut entering: Option<(RoleIx, usize, u32)> = None;
        let (mut study_until, mut full_until) = (0, 0);
        for month in 0..=self.limits.max_months {
            loop {
                if let Some((role, step, _)) = entering.filter(|(_, _, begin)| *begin == month) {
                    job = Some((role, Some(step)));
                    entering = None;
                }
                let Some((node, mode)) = list.get(steps.len()).copied() else { break };
                let standing = self.standing(&steps, &diary, month, None);
                if !holds(self.graph.requirement(node), &standing) {
                    break;
                }
                let (study_free, job_free) =
                    (month >= study_until, entering.is_none() && month >= full_until);
                let mode = match (node, mode) {
                    (Node::Credential(_), _) if job.is_some() => Mode::Alongside,
                    (Node::Credential(_), _) => Mode::FullTime,
                    _ => mode,
                };
                let may = match mode {
                    Mode::Enter => job_free && job.is_none_or(|(role, _)| Node::Role(role) != node),
                    Mode::Alongside => study_free && job.is_some() && self.length(node, mode).is_some(),
                    Mode::FullTime => {
                        study_free && job_free && (job.is_none() || self.limits.may_stop_working)
                    }
                };
                let held = |h: &careerpath::graph::HoldingIx| standing.holdings[h.at()];
                let given = self.graph.gives(node);
                if !may || (!given.is_empty() && given.iter().all(held)) {
                    break;
                }
                let end = month + self.length(node, mode)?;
                match (node, mode) {
                    (Node::Role(role), _) => entering = Some((role, steps.len(), end)),
                    (_, Mode::FullTime) => {
                        job = None;
                        (study_until, full_until) = (end, end);
                    }
                    _ => study_until = end,
                }
                steps.push(Step { start: month, later: !matches!(node, Node::Role(_)), node, mode, end });
            }
            diary.push(job);
        }
        let done = steps.len() == list.len();
        let last = steps.last()?;
        if !done || (matches!(last.node, Node::Role(_)) && last.end > self.limits.max_months) {
            return None;
        }
        while diary.len() < self.rules.horizon as usize {
            diary.push(job);
        }
        Some((steps, diary))
    }

    fn length(&self, node: Node, mode: Mode) -> Option<u32> {
        let weekly = match mode {
            Mode::Alongside => self.limits.study_hours.min(40),
            _ => 40,
        };
        let months = |hours: f64| {
            let hours = hours as u32;
            if hours == 0 { Some(0) } else { (weekly > 0).then(|| (hours * 12).div_ceil(weekly * 52)) }
        };
        match node {
            Node::Role(ix) => Some(self.graph.roles[ix.at()].hire_months.known().unwrap() as u32),
            Node::Credential(ix) => months(self.graph.credentials[ix.at()].study_hours.known().unwrap()),
            Node::Program(ix) => {
                let program = &self.graph.programs[ix.at()];
                if mode == Mode::Alongside && !program.alongside {
                    return None;
                }
                let least = program.min_months.known().unwrap() as u32;
                months(program.study_hours.known().unwrap()).map(|months| months.max(least))
            }
        }
    }

    /// What the person has in a month, with one step left out.
    fn standing(&self, steps: &[Step], diary: &Diary, month: u32, without: Option<usize>) -> Standing {
        let mut standing = Standing::today(self.graph, self.profile);
        for (at, step) in steps.iter().enumerate() {
            if step.end <= month && Some(at) != without {
                for holding in self.graph.gives(step.node) {
                    standing.gain(self.graph, holding);
                }
            }
        }
        for worked in diary.iter().take(month as usize).flatten() {
            if worked.1.is_none() || worked.1 != without {
                standing.work(self.graph, worked.0, 1);
            }
        }
        standing
    }

    /// Whether every step is used and the budget holds.
    fn is_pathway(&self, steps: &[Step], target: RoleIx) -> bool {
        let (_, diary) = self
            .clock(&steps.iter().map(|step| (step.node, step.mode)).collect::<Vec<_>>())
            .expect("it was on the clock");
        let mut beside = Vec::new();
        for (at, step) in steps[..steps.len() - 1].iter().enumerate() {
            let needed = steps.iter().enumerate().skip(at + 1).any(|(later, user)| {
                let without = self.standing(&steps[..later], &diary, user.start, Some(at));
                !holds(self.graph.requirement(user.node), &without)
            });
            if needed {
                continue;
            }
            let overlaps = steps.iter().filter(|course| course.mode == Mode::Alongside).any(|course| {
                (course.start..course.end).any(|month| {
                    diary.get(month as usize).is_some_and(|job| job.is_some_and(|(_, by)| by == Some(at)))
                })
            });
            match step.node {
                Node::Role(role) if overlaps => beside.push(role),
                _ => return false,
            }
        }
        let begin = steps[steps.len() - 1].end;
        let pay = |role| {
            let (field, tenure) = self.experience(&diary, begin, role);
            self.pay.yearly(role, field, tenure)
        };
        let above =
            beside.iter().any(|stone| matches!((pay(*stone), pay(target)), (Some(s), Some(t)) if s > t));
        let cost: i64 = steps.iter().map(|step| self.cost(step.node).0).sum();
        beside.len() <= 1 && !above && self.limits.budget.is_none_or(|budget| cost <= budget.cents())
    }

    /// Months in the field and in a role before a month.
    fn experience(&self, diary: &Diary, month: u32, role: RoleIx) -> (u32, u32) {
        let worked = || diary.iter().take(month as usize).flatten();
        let field = self.profile.months_in_field() + worked().count() as u32;
        let tenure = self.profile.months_in(role) + worked().filter(|(held, _)| *held == role).count() as u32;
        (field, tenure)
    }

    /// The known part of a cost in cents, and whether it is all.
    fn cost(&self, node: Node) -> (i64, bool) {
        let cents = |units: Option<f64>| units.map(|units| Money::from_units(units).cents());
        let parts: Vec<Option<i64>> = match node {
            Node::Role(_) => Vec::new(),
            Node::Credential(ix) => {
                self.graph.credentials[ix.at()].fees.iter().map(|fee| cents(fee.amount.known())).collect()
            }
            Node::Program(ix) => match &self.graph.programs[ix.at()].tuition {
                careerpath::graph::Tuition::Total(total) => vec![cents(total.known())],
                careerpath::graph::Tuition::Sector { .. } => panic!("tiny graphs have no sectors"),
            },
        };
        (parts.iter().flatten().sum(), parts.iter().all(Option::is_some))
    }

    fn judge(&self, written: Vec<Step>, steps: &[Step], diary: &Diary) -> Path {
        let mut rates: Vec<(String, f64)> = Vec::new();
        for step in steps {
            let rate = match step.node {
                Node::Role(_) => None,
                Node::Credential(ix) => self.graph.credentials[ix.at()]
                    .pass_rate
                    .as_ref()
                    .and_then(careerpath::provenance::Cited::known),
                Node::Program(ix) => self.graph.programs[ix.at()].completion.known(),
            };
            rates.extend(rate.map(|rate| (self.graph.names(step.node).id.clone(), rate)));
        }
        rates.sort_by(|a, b| a.0.cmp(&b.0));
        Path {
            months: written.iter().map(|s| if s.later { 0 } else { s.end }).max().unwrap_or(0),
            cost: steps.iter().map(|step| self.cost(step.node).0).sum(),
            net: self.net(steps, diary),
            chance: rates.iter().map(|(_, rate)| rate).product(),
            steps: written,
        }
    }

    /// Pay minus costs and upkeep before the horizon, month by month.
    fn net(&self, steps: &[Step], diary: &Diary) -> Option<i64> {
        let roles = steps.iter().filter_map(|s| if let Node::Role(r) = s.node { Some(r) } else { None });
        if roles.chain(self.profile.current).any(|role| self.pay.source(role).is_none()) {
            return None;
        }
        let mut net = 0;
        for month in 0..self.rules.horizon {
            if let Some((role, _)) = diary[month as usize] {
                let (field, tenure) = self.experience(diary, month, role);
                net += self.pay.yearly(role, field, tenure)?.monthly().cents();
            }
            for step in steps {
                let (cost, whole) = self.cost(step.node);
                if !whole {
                    return None;
                }
                net -= if step.start == month { cost } else { 0 };
            }
        }
        for (ix, credential) in self.graph.credentials.iter().enumerate() {
            let today = self.profile.holdings.iter().any(|h| h.at() == self.graph.awards.len() + ix);
            let earned =
                steps.iter().find(|s| matches!(s.node, Node::Credential(c) if c.at() == ix)).map(|s| s.end);
            if let Some(since) = earned.or(today.then_some(0)) {
                for dues in &credential.upkeep {
                    let amount = Money::from_units(dues.amount.known()?).cents();
                    let mut due = since + dues.every_months;
                    while due < self.rules.horizon {
                        net -= amount;
                        due += dues.every_months;
                    }
                }
            }
        }
        Some(net)
    }
}

fn beats(one: &Path, other: &Path) -> bool {
    let no_worse = |a: &Path, b: &Path| {
        a.net.is_some() == b.net.is_some()
            && a.months <= b.months
            && a.cost <= b.cost
            && a.net >= b.net
            && a.chance >= b.chance
    };
    no_worse(one, other) && !no_worse(other, one)
}
