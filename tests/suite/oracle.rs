//! The meaning of a pathway, as slow and as obvious as can be: every list of steps on the clock, month by month, and money
//! counted one month after the other. Written from the page of the model alone; it shares nothing with the search.

use std::collections::{BTreeMap, BTreeSet};

use careerpath::graph::{
    CredentialIx, Delivery, Graph, HoldingIx, Node, Requirement, RoleIx, SkillIx, SkillLevels, Training,
    Tuition,
};
use careerpath::profile::{OutsideJob, Profile};
use careerpath::provenance::Figure;
use careerpath::search::{Choices, Limits, Mode, Rules, Size};
use careerpath::units::{Education, Money};
use careerpath::wages::{Moment, PayBook};

/// A step with its months and its cost in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    pub start: u32,
    pub end: u32,
    pub node: Node,
    pub mode: Mode,
    pub cost: i64,
}

impl Step {
    fn role(&self) -> Option<RoleIx> {
        if let Node::Role(role) = self.node { Some(role) } else { None }
    }

    fn is_course(&self) -> bool {
        self.role().is_none()
    }

    /// Whether a job held when it starts ends then: only a program is studied full time by somebody with a job.
    fn stops_work(&self) -> bool {
        self.mode == Mode::FullTime && matches!(self.node, Node::Program(_))
    }
}

/// A job: a role, or the one from outside the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    Role(RoleIx),
    Outside,
}

/// A time in a job; without an end it is held on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    pub work: Work,
    pub begin: u32,
    pub end: Option<u32>,
}

impl Spell {
    fn is_open(&self, month: u32) -> bool {
        self.begin <= month && self.end.is_none_or(|end| month < end)
    }

    fn months(&self, month: u32) -> u32 {
        self.end.map_or(month, |end| end.min(month)).saturating_sub(self.begin)
    }
}

/// Steps in the order in which they are listed, jobs in the order in which they are held, and which step ended which job
/// later than it might have.
#[derive(Debug, Clone, Default)]
pub struct Life {
    pub steps: Vec<Step>,
    pub jobs: Vec<Spell>,
    pub waits: Vec<(usize, usize)>,
}

impl Life {
    /// The place of the job held in a month.
    fn held(&self, month: u32) -> Option<usize> {
        self.jobs.iter().position(|job| job.is_open(month))
    }

    fn worked(&self, work: Work, month: u32) -> u32 {
        self.jobs.iter().filter(|job| job.work == work).map(|job| job.months(month)).sum()
    }
}

/// One course of events: the step that fails, the month, how likely that is, and what it comes to in cents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    pub stopped_at: Option<usize>,
    pub month: u32,
    pub probability: f64,
    pub net: i64,
}

/// A pathway by its steps as written, and what it is judged by.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    pub steps: Vec<Step>,
    pub interim: bool,
    pub months: u32,
    pub cost: i64,
    pub net: Option<i64>,
    pub chance: f64,
    pub finished: Option<i64>,
    pub waiting: i64,
    pub outcomes: Vec<Outcome>,
    /// How many of its steps ended a job later than they might have.
    pub waits: usize,
}

/// What somebody has in a month.
struct Have {
    education: Education,
    holdings: Vec<bool>,
    skills: Vec<u8>,
    months: Vec<u32>,
}

impl Have {
    fn learn(&mut self, levels: &SkillLevels) {
        for (skill, level) in levels {
            self.skills[skill.at()] = self.skills[skill.at()].max(*level);
        }
    }
}

pub struct Oracle<'a> {
    pub graph: &'a Graph,
    pub profile: &'a Profile,
    pub pay: &'a PayBook,
    pub rules: Rules,
    pub limits: Limits,
    pub choices: &'a Choices,
    /// What jobs outside the graph bring.
    pub background: SkillLevels,
}

/// The skills that jobs outside the graph bring a person, who says nothing of them.
pub fn background(graph: &Graph, profile: &Profile) -> SkillLevels {
    let mut levels = SkillLevels::new();
    for job in profile.outside.iter().chain(&profile.former) {
        if f64::from(job.months) >= known(&graph.method.proficient_months)
            && let Some(code) = &job.code
        {
            let said = |skill: &SkillIx| profile.skills.iter().any(|(known, _)| known == skill);
            levels.extend(graph.background(code).into_iter().filter(|(skill, _)| !said(skill)));
        }
    }
    levels
}

/// A figure that is never missing.
fn known(figure: &Figure) -> f64 {
    figure.known().expect("only pay can be unknown")
}

fn whole(figure: &Figure) -> u32 {
    known(figure).ceil() as u32
}

fn cents(units: f64) -> i64 {
    (units * 100.0).round() as i64
}

/// Whether a count reaches in a month what is asked, and not a month sooner.
fn reaches(count: impl Fn(u32) -> u32, until: u32, asked: u32) -> bool {
    count(until) >= asked && count(until - 1) < asked
}

/// The sizes under which pathways are looked for, one after the other.
pub fn sizes(most: Size) -> Vec<Size> {
    (1..=most.jobs).flat_map(|jobs| (3..=most.courses).map(move |courses| Size { jobs, courses })).collect()
}

impl Oracle<'_> {
    /// The first size under which there is any pathway, and of that size everything that nothing beats.
    pub fn answer(&self, target: RoleIx) -> (Option<Size>, Vec<Path>) {
        for size in sizes(self.rules.most) {
            let all = self.pathways(target, size);
            if !all.is_empty() {
                return (Some(size), unbeaten(self.graph, &all));
            }
        }
        (None, Vec::new())
    }

    /// Every pathway within a size and all limits.
    pub fn pathways(&self, target: RoleIx, size: Size) -> Vec<Path> {
        let interim = self.interim();
        if self.profile.current == Some(target) || interim == Some(target) {
            return Vec::new();
        }
        let named = self.named(target);
        let mut all: BTreeMap<Vec<Step>, Path> = BTreeMap::new();
        let mut lives = vec![self.today()];
        while let Some(life) = lives.pop() {
            if life.steps.last().is_some_and(|last| last.node == Node::Role(target)) {
                let insisted = |node: &Node| life.steps.iter().any(|step| step.node == *node);
                if self.choices.require.iter().all(insisted) && self.is_pathway(&life, interim) {
                    let path = self.judge(&life, target, interim);
                    all.insert(path.steps.clone(), path);
                }
                continue;
            }
            let first = life.steps.is_empty();
            let counted = life.steps.iter().skip(usize::from(is_interim(&life.steps, interim)));
            let courses = counted.clone().filter(|step| step.is_course()).count();
            let jobs = counted.count() - courses;
            for node in self.graph.nodes() {
                if life.steps.iter().any(|step| step.node == node) || self.choices.exclude.contains(&node) {
                    continue;
                }
                let modes: &[Mode] = match node {
                    Node::Role(role) => {
                        let on_the_way = jobs < size.jobs
                            && named.contains(&role)
                            && self.graph.roles[role.at()].listed
                            && self.profile.months_in(role) == 0
                            && self.profile.current != Some(role);
                        let open = role == target || (first && interim == Some(role)) || on_the_way;
                        if open { &[Mode::Enter] } else { &[] }
                    }
                    _ if courses == size.courses || !self.takeable(node) => &[],
                    Node::Credential(_) => &[Mode::FullTime],
                    Node::Program(_) => &[Mode::FullTime, Mode::Alongside],
                };
                for mode in modes {
                    lives.extend(self.with(&life, node, *mode));
                }
            }
        }
        all.into_values().collect()
    }

    /// No step taken.
    pub fn today(&self) -> Life {
        let work = self.profile.current.map(Work::Role);
        let work = work.or(self.profile.outside.as_ref().map(|_| Work::Outside));
        let jobs = work.map(|work| Spell { work, begin: 0, end: None });
        Life { jobs: jobs.into_iter().collect(), ..Life::default() }
    }

    /// Offered where the person lives, and not already held.
    fn takeable(&self, node: Node) -> bool {
        let given = self.graph.gives(node);
        let held = given.iter().all(|holding| self.profile.holdings.contains(holding));
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

    // What holds in a month.

    /// Whether the job of today is outside the graph and related to a role.
    fn related(&self, role: RoleIx) -> bool {
        self.profile.outside.as_ref().is_some_and(|job| self.lists(role, job))
    }

    /// Whether a role lists the occupation of a job outside the graph.
    fn lists(&self, role: RoleIx, job: &OutsideJob) -> bool {
        let lists = &self.graph.roles[role.at()].related;
        job.code.as_ref().is_some_and(|code| lists.iter().any(|list| list.value.contains(code)))
    }

    /// Months by a month in jobs outside the graph that are related to a role; nothing where none is.
    fn months_related(&self, life: &Life, role: RoleIx, month: u32) -> Option<u32> {
        // what somebody did before counts while they are out of work
        let works = self.profile.current.is_some() || self.profile.outside.is_some();
        let before = self.profile.former.iter().filter(|_| !works);
        let former = before.filter(|job| self.lists(role, job)).map(|job| job.months);
        let today = self.related(role).then(|| self.months_outside(life, month));
        let all: Vec<u32> = former.chain(today).collect();
        (!all.is_empty()).then(|| all.iter().sum())
    }

    fn months_in(&self, life: &Life, role: RoleIx, month: u32) -> u32 {
        self.profile.months_in(role) + life.worked(Work::Role(role), month)
    }

    fn months_outside(&self, life: &Life, month: u32) -> u32 {
        self.profile.outside.as_ref().map_or(0, |job| job.months) + life.worked(Work::Outside, month)
    }

    fn roles(&self) -> impl Iterator<Item = RoleIx> + use<> {
        (0..).map(RoleIx).take(self.graph.roles.len())
    }

    fn have(&self, life: &Life, month: u32) -> Have {
        let mut have = Have {
            education: self.profile.education,
            holdings: vec![false; self.graph.holdings()],
            skills: vec![0; self.graph.skills.len()],
            months: self.roles().map(|role| self.months_in(life, role, month)).collect(),
        };
        have.learn(&self.profile.skills);
        have.learn(&self.background);
        let finished = life.steps.iter().filter(|step| step.is_course() && step.end <= month);
        let earned = finished.flat_map(|step| self.graph.gives(step.node));
        for holding in self.profile.holdings.iter().copied().chain(earned) {
            have.holdings[holding.at()] = true;
            let given = self.graph.holding(holding);
            have.learn(given.skills());
            have.education = have.education.max(given.education().unwrap_or(Education::None));
        }
        for role in self.roles() {
            if f64::from(have.months[role.at()]) >= known(&self.graph.method.proficient_months) {
                have.learn(&self.graph.roles[role.at()].skills);
            }
        }
        have
    }

    /// Whether the requirement of a node holds in a month.
    pub fn holds(&self, node: Node, life: &Life, month: u32) -> bool {
        let related = match node {
            Node::Role(role) => self.months_related(life, role, month),
            _ => None,
        };
        self.is_met(self.graph.requirement(node), &self.have(life, month), related)
    }

    /// Whether a requirement is met with so many months in related jobs outside the graph.
    fn is_met(&self, asked: &Requirement, have: &Have, related: Option<u32>) -> bool {
        let met = |part: &&Requirement| self.is_met(part, have, related);
        match asked {
            Requirement::All(parts) => parts.iter().filter(met).count() == parts.len(),
            Requirement::Any(parts) => parts.iter().filter(met).count() > 0,
            Requirement::AtLeast { n, of } => of.iter().filter(met).count() >= *n,
            Requirement::Education(level) => have.education >= *level,
            Requirement::Holds(holding) => have.holdings[holding.at()],
            Requirement::Months { months, roles } => {
                let named: u32 = roles.iter().map(|role| have.months[role.at()]).sum();
                named + related.unwrap_or(0) >= *months
            }
            Requirement::Skill { skill, level } => have.skills[skill.at()] >= *level,
            Requirement::Ready { points, of } => {
                let total: u32 = of.iter().map(|(_, level)| u32::from(*level)).sum();
                let share = known(&self.graph.method.related_readiness);
                let most = (share * f64::from(total) - 1e-9).ceil().max(0.0) as u32;
                let has = of.iter().map(|(skill, level)| u32::from(have.skills[skill.at()].min(*level)));
                has.sum::<u32>() >= if related.is_some() { most.min(*points) } else { *points }
            }
        }
    }

    // How long things take.

    /// Months that count for the search of a role.
    fn counting(&self, life: &Life, role: RoleIx, month: u32) -> u32 {
        let sought = &self.graph.roles[role.at()];
        let mut named = BTreeSet::new();
        sought.entry.value.leaves(&mut |leaf| {
            if let Requirement::Months { roles, .. } = leaf {
                named.extend(roles.iter().copied());
            }
        });
        let counts = |worked: &RoleIx| {
            let occupation = self.graph.roles[worked.at()].occupation;
            self.graph.occupations[occupation.at()].training != Some(Training::ShortTerm)
                || *worked == role
                || occupation == sought.occupation
                || named.contains(worked)
        };
        let months: u32 = self.roles().filter(counts).map(|worked| self.months_in(life, worked, month)).sum();
        months + self.months_related(life, role, month).unwrap_or(0)
    }

    fn newcomer_months(&self) -> u32 {
        whole(&self.graph.method.newcomer_months)
    }

    /// Months from applying for a role in a month until it begins.
    fn search(&self, life: &Life, role: RoleIx, month: u32) -> u32 {
        let sought = &self.graph.roles[role.at()];
        let newcomer = self.counting(life, role, month) < self.newcomer_months();
        let figure = sought.newcomer_hire_months.as_ref().filter(|_| newcomer).unwrap_or(&sought.hire_months);
        let competition = self.graph.competition_in(sought.occupation, self.profile.region);
        let openings = competition.and_then(|(_, told)| told.openings);
        let rare = openings.map_or(0, |openings| (12.0 / openings).ceil() as u32);
        whole(figure).max(rare).max(1)
    }

    /// Months that a course takes; nothing where it cannot be done so.
    fn length(&self, node: Node, mode: Mode) -> Option<u32> {
        let full = known(&self.graph.method.full_time_hours);
        let weekly =
            if mode == Mode::Alongside { full.min(f64::from(self.limits.study_hours)) } else { full };
        let (hours, least) = match node {
            Node::Role(_) => panic!("a role is no course"),
            Node::Credential(ix) => (known(&self.graph.credentials[ix.at()].study_hours), 0),
            Node::Program(ix) => {
                let program = &self.graph.programs[ix.at()];
                if mode == Mode::Alongside && !program.alongside {
                    return None;
                }
                (known(&program.study_hours), whole(&program.min_months))
            }
        };
        let months = match (hours > 0.0, weekly > 0.0) {
            (false, _) => 0,
            (true, false) => return None,
            (true, true) => (hours * 12.0 / (weekly * 52.0)).ceil() as u32,
        };
        Some(months.max(least))
    }

    /// The month in which a course that starts in a month ends.
    fn course_end(&self, node: Node, mode: Mode, start: u32) -> Option<u32> {
        let mut end = start + self.length(node, mode)?;
        if let Node::Credential(ix) = node
            && let Some(windows) = &self.graph.credentials[ix.at()].windows
        {
            while !windows.value.contains(&(self.rules.today.plus(end).of_year() + 1)) {
                end += 1;
            }
        }
        Some(end)
    }

    // The clock.

    /// A list with one more step: as soon as it may start, and where it ends a job, later as well.
    fn with(&self, life: &Life, node: Node, mode: Mode) -> Vec<Life> {
        let from = life.steps.last().map_or(0, |last| last.start);
        // what holds goes on to hold
        if !self.holds(node, life, self.limits.max_months) {
            return Vec::new();
        }
        let first = (from..=self.limits.max_months).find_map(|month| {
            let mode = self.startable(life, node, mode, month)?;
            Some((month, mode))
        });
        let Some((first, mode)) = first else { return Vec::new() };
        let held = life.held(first);
        let mut lives = Vec::new();
        if let Node::Role(role) = node {
            let begin = |start: u32| start + self.search(life, role, start);
            let soonest = (first..=begin(first)).min_by_key(|start| (begin(*start), *start)).expect("one");
            lives.push(entered(life, role, soonest, begin(soonest)));
            for until in begin(soonest) + 1..=self.limits.max_months {
                let Some(job) = held else { break };
                let start = (first..until).find(|start| begin(*start) == until);
                if let Some(start) = start.filter(|_| self.fills(life, job, until)) {
                    let mut later = entered(life, role, start, until);
                    later.waits.push((life.steps.len(), job));
                    lives.push(later);
                }
            }
        } else {
            lives.extend(self.taken(life, node, mode, first));
            let ends = mode == Mode::FullTime;
            for until in first + 1..=self.limits.max_months {
                let Some(job) = held.filter(|_| ends) else { break };
                if self.fills(life, job, until) {
                    lives.extend(self.taken(life, node, mode, until).map(|mut later| {
                        later.waits.push((life.steps.len(), job));
                        later
                    }));
                }
            }
        }
        let within = |life: &Life| {
            let cost: i64 = life.steps.iter().map(|step| step.cost).sum();
            life.steps.iter().all(|step| step.end <= self.limits.max_months)
                && self.limits.budget.is_none_or(|budget| cost <= budget.cents())
        };
        lives.into_iter().filter(within).collect()
    }

    /// The mode in which a step may start in a month; nothing where it may not.
    fn startable(&self, life: &Life, node: Node, mode: Mode, month: u32) -> Option<Mode> {
        let runs = |step: &&Step| step.start <= month && month < step.end;
        let studying = life.steps.iter().filter(runs).any(Step::is_course);
        let entering = life.steps.iter().filter(runs).any(|step| !step.is_course());
        let full_time = life.steps.iter().filter(runs).any(|step| step.mode == Mode::FullTime);
        let works = life.held(month).is_some();
        let mode = match (node, mode) {
            (Node::Role(_), _) => (!entering && !full_time).then_some(Mode::Enter),
            _ if studying => None,
            (Node::Program(_), Mode::Alongside) => works.then_some(Mode::Alongside),
            (Node::Program(_), _) => {
                (!entering && (!works || self.limits.may_stop_working)).then_some(Mode::FullTime)
            }
            (Node::Credential(_), _) if works => Some(Mode::Alongside),
            (Node::Credential(_), _) => (!entering).then_some(Mode::FullTime),
        };
        mode.filter(|_| self.holds(node, life, month) && self.is_new(life, node, month))
    }

    /// Whether a course gives something that is not held yet.
    fn is_new(&self, life: &Life, node: Node, month: u32) -> bool {
        let has = self.have(life, month).holdings;
        let given = self.graph.gives(node);
        matches!(node, Node::Role(_)) || given.iter().any(|holding| !has[holding.at()])
    }

    fn taken(&self, life: &Life, node: Node, mode: Mode, start: u32) -> Option<Life> {
        let mut life = life.clone();
        let step =
            Step { start, end: self.course_end(node, mode, start)?, node, mode, cost: self.cost(node) };
        if let Some(job) = life.held(start).filter(|_| step.stops_work()) {
            life.jobs[job].end = Some(start);
        }
        life.steps.push(step);
        Some(life)
    }

    /// Whether a job that ends in a month, and not one that ends a month sooner, fills something.
    fn fills(&self, life: &Life, job: usize, until: u32) -> bool {
        let work = life.jobs[job].work;
        let in_it = |month: u32| match work {
            Work::Role(role) => self.months_in(life, role, month),
            Work::Outside => self.months_outside(life, month),
        };
        let counts_for = |role: RoleIx| move |month: u32| self.counting(life, role, month);
        if reaches(in_it, until, whole(&self.graph.method.proficient_months))
            || self.roles().any(|role| reaches(counts_for(role), until, self.newcomer_months()))
        {
            return true;
        }
        self.graph.nodes().any(|node| {
            let related = matches!(node, Node::Role(role) if self.related(role));
            let mut filled = false;
            self.graph.requirement(node).leaves(&mut |leaf| {
                let Requirement::Months { months, roles } = leaf else { return };
                let named = match work {
                    Work::Role(role) => roles.contains(&role),
                    Work::Outside => related,
                };
                let count = |month: u32| {
                    let in_roles: u32 = roles.iter().map(|role| self.months_in(life, *role, month)).sum();
                    let outside = match node {
                        Node::Role(role) => self.months_related(life, role, month),
                        _ => None,
                    };
                    in_roles + outside.unwrap_or(0)
                };
                filled |= named && reaches(count, until, *months);
            });
            filled
        })
    }

    // Which lists are pathways.

    fn is_pathway(&self, life: &Life, interim: Option<RoleIx>) -> bool {
        let unneeded = usize::from(is_interim(&life.steps, interim));
        let used = (unneeded..life.steps.len() - 1).all(|at| !self.users(life, at).is_empty());
        used && life.waits.iter().all(|(at, job)| self.is_worth_waiting(life, *at, *job))
    }

    /// The steps whose requirement no longer holds, in the month in which they start, without a step.
    pub fn users(&self, life: &Life, at: usize) -> Vec<usize> {
        let mut without = life.clone();
        let left = without.steps.remove(at);
        if let Some(role) = left.role() {
            let spell = without
                .jobs
                .iter()
                .position(|job| job.work == Work::Role(role) && job.begin == left.end)
                .expect("it began");
            let removed = without.jobs.remove(spell);
            if let Some(before) = without.jobs.iter_mut().find(|job| job.end == Some(removed.begin)) {
                before.end = removed.end;
            }
        }
        let others = (0..life.steps.len()).filter(|other| *other != at);
        others.filter(|other| !self.is_supported(&life.steps[*other], &without)).collect()
    }

    /// Whether the requirement of a step holds in the month in which it starts. A course of no length counts in that month
    /// too, but none of them counts for itself, nor do several for each other in a circle.
    pub fn is_supported(&self, step: &Step, life: &Life) -> bool {
        let month = step.start;
        let at_once = |other: &Step| other.is_course() && other.start == month && other.end == month;
        let (mut left, steps): (Vec<Step>, Vec<Step>) = life.steps.iter().copied().partition(at_once);
        let mut reached = Life { steps, ..life.clone() };
        while let Some(next) = left.iter().position(|other| self.holds(other.node, &reached, month)) {
            reached.steps.push(left.remove(next));
        }
        if at_once(step) { !left.contains(step) } else { self.holds(step.node, &reached, month) }
    }

    /// Whether, had the job ended a month sooner, some later step could not start when it does, or its search would be longer.
    fn is_worth_waiting(&self, life: &Life, at: usize, job: usize) -> bool {
        let mut sooner = life.clone();
        sooner.jobs[job].end = sooner.jobs[job].end.map(|end| end - 1);
        life.steps[at + 1..].iter().any(|step| {
            let longer = |role| self.search(&sooner, role, step.start) > step.end - step.start;
            !self.is_supported(step, &sooner) || step.role().is_some_and(longer)
        })
    }

    /// Roles that a condition on months names: of the target, of a role so found, of a course that gives something that is
    /// asked for, and so on.
    pub fn named(&self, target: RoleIx) -> BTreeSet<RoleIx> {
        let mut named = BTreeSet::new();
        let mut items = BTreeSet::from([Node::Role(target)]);
        loop {
            let mut more = items.clone();
            for item in &items {
                self.graph.requirement(*item).leaves(&mut |leaf| {
                    if let Requirement::Months { roles, .. } = leaf {
                        named.extend(roles.iter().copied());
                        more.extend(roles.iter().map(|role| Node::Role(*role)));
                    }
                    let courses = self.graph.nodes().filter(|node| !matches!(node, Node::Role(_)));
                    more.extend(courses.filter(|course| {
                        self.graph.gives(*course).iter().any(|given| self.answers(*given, leaf))
                    }));
                });
            }
            if more == items {
                return named;
            }
            items = more;
        }
    }

    /// Whether a holding gives what a condition asks for, or some of it.
    fn answers(&self, holding: HoldingIx, leaf: &Requirement) -> bool {
        let given = self.graph.holding(holding);
        let gives = |wanted: careerpath::graph::SkillIx, least: u8| {
            given.skills().iter().any(|(skill, level)| *skill == wanted && *level >= least)
        };
        match leaf {
            Requirement::Holds(wanted) => holding == *wanted,
            Requirement::Education(level) => given.education().is_some_and(|has| has >= *level),
            Requirement::Skill { skill, level } => gives(*skill, *level),
            Requirement::Ready { of, .. } => of.iter().any(|(skill, _)| gives(*skill, 1)),
            _ => false,
        }
    }

    /// The best-paid listed role without `offered` that is open today to somebody without a job.
    pub fn interim(&self) -> Option<RoleIx> {
        if self.profile.current.is_some() || self.profile.outside.is_some() {
            return None;
        }
        let mut best: Option<(Money, RoleIx)> = None;
        for role in self.roles() {
            let written = &self.graph.roles[role.at()];
            let open = written.listed
                && written.offered.is_none()
                && self.is_met(&written.entry.value, &self.have(&Life::default(), 0), None);
            let related = self.months_related(&Life::default(), role, 0).unwrap_or(0);
            let field = self.profile.months_in_field() + related;
            let pay = self.pay.yearly(role, Moment::today(field, self.profile.months_in(role)));
            if let Some(pay) = pay.filter(|pay| open && best.is_none_or(|(most, _)| *pay > most)) {
                best = Some((pay, role));
            }
        }
        best.map(|(_, role)| role)
    }

    // Money.

    fn rate(&self, node: Node) -> f64 {
        match node {
            Node::Role(ix) => self.graph.roles[ix.at()].offered.as_ref().map_or(1.0, known),
            Node::Program(ix) => known(&self.graph.programs[ix.at()].completion),
            Node::Credential(ix) => self.graph.credentials[ix.at()].pass_rate.as_ref().map_or(1.0, known),
        }
    }

    /// The chance that a step comes about: of an exam, within two sittings.
    fn chance(&self, step: &Step) -> f64 {
        let rate = self.rate(step.node);
        if matches!(step.node, Node::Credential(_)) { 1.0 - (1.0 - rate) * (1.0 - rate) } else { rate }
    }

    fn cost(&self, node: Node) -> i64 {
        let (tuition, fees) = match node {
            Node::Role(_) => return 0,
            Node::Credential(ix) => (0, &self.graph.credentials[ix.at()].fees),
            Node::Program(ix) => {
                let program = &self.graph.programs[ix.at()];
                let aid = self.profile.aid.units();
                let tuition = match &program.tuition {
                    Tuition::Total(total) => known(total) - aid * known(&program.min_months) / 12.0,
                    Tuition::Sector { years, .. } => {
                        let (_, row) =
                            self.graph.tuition_for(program, self.profile.region).expect("it is priced");
                        (row.per_year.expect("it is priced") - aid).max(0.0) * years
                    }
                };
                (cents(tuition.max(0.0)), &program.fees)
            }
        };
        let fee = |fee: &careerpath::graph::Fee| {
            let sittings = if fee.each_sitting { 2.0 - self.rate(node) } else { 1.0 };
            cents(known(&fee.amount) * sittings)
        };
        tuition + fees.iter().map(fee).sum::<i64>()
    }

    /// Pay in the months from one to another.
    fn pay(&self, life: &Life, from: u32, to: u32) -> i64 {
        (from..to).map(|month| life.held(month).map_or(0, |job| self.month_pay(life, job, month))).sum()
    }

    fn month_pay(&self, life: &Life, job: usize, month: u32) -> i64 {
        match life.jobs[job].work {
            Work::Outside => self.pay.outside_month(self.months_outside(life, month), month),
            Work::Role(role) => {
                let mut field: u32 = self.roles().map(|other| self.months_in(life, other, month)).sum();
                field += self.months_related(life, role, month).unwrap_or(0);
                let tenure = self.months_in(life, role, month);
                self.pay.month(role, Moment { field, tenure, since: month })
            }
        }
        .expect("pay is known")
    }

    /// What keeping a credential costs before the horizon.
    fn upkeep(&self, credential: CredentialIx, earned: u32) -> i64 {
        let mut total = 0;
        for dues in &self.graph.credentials[credential.at()].upkeep {
            let mut due = earned + dues.every_months;
            while due < self.rules.horizon {
                total += cents(known(&dues.amount));
                due += dues.every_months;
            }
        }
        total
    }

    /// The same of everything held today.
    fn upkeep_today(&self) -> i64 {
        let all = (0..).map(CredentialIx).take(self.graph.credentials.len());
        let held = all.filter(|ix| self.profile.holdings.contains(&self.graph.holding_of(*ix)));
        held.map(|ix| self.upkeep(ix, 0)).sum()
    }

    fn upkeep_of(&self, steps: &[Step]) -> i64 {
        let earned = steps.iter().filter_map(|step| match step.node {
            Node::Credential(ix) => Some(self.upkeep(ix, step.end)),
            _ => None,
        });
        self.upkeep_today() + earned.sum::<i64>()
    }

    fn costs(&self, steps: &[Step]) -> i64 {
        steps.iter().filter(|step| step.start < self.rules.horizon).map(|step| step.cost).sum()
    }

    /// The months with no step: today's job, or the interim job entered at once.
    pub fn staying(&self) -> Life {
        let mut life = self.today();
        if let Some(role) = self.interim() {
            let begin = self.search(&life, role, 0);
            life.jobs.push(Spell { work: Work::Role(role), begin, end: None });
        }
        life
    }

    /// Pay minus costs and upkeep before the horizon.
    pub fn earned(&self, life: &Life) -> i64 {
        self.pay(life, 0, self.rules.horizon) - self.costs(&life.steps) - self.upkeep_of(&life.steps)
    }

    /// Net earnings of staying; nothing where pay is not known.
    pub fn stay(&self) -> Option<i64> {
        let life = self.staying();
        let known = life.jobs.iter().all(|job| self.is_pay_known(job.work));
        known.then(|| self.pay(&life, 0, self.rules.horizon) - self.upkeep_today())
    }

    fn is_pay_known(&self, work: Work) -> bool {
        match work {
            Work::Role(role) => self.pay.source(role).is_some(),
            Work::Outside => self.pay.outside_month(0, 0).is_some(),
        }
    }

    /// Steps in written order.
    fn written(&self, steps: &[Step]) -> Vec<Step> {
        let mut written = steps.to_vec();
        written.sort_by_key(|step| key(self.graph, step));
        written
    }

    fn judge(&self, life: &Life, target: RoleIx, interim: Option<RoleIx>) -> Path {
        let written = self.written(&life.steps);
        let target_entry =
            life.steps.iter().find(|step| step.node == Node::Role(target)).expect("it is last");
        let chance: f64 = written.iter().map(|step| self.chance(step)).product();
        let mut path = Path {
            interim: is_interim(&life.steps, interim),
            months: target_entry.end,
            cost: written.iter().map(|step| step.cost).sum(),
            net: None,
            chance: (chance * 1e9).round() / 1e9,
            finished: None,
            waiting: 0,
            outcomes: Vec::new(),
            waits: life.waits.len(),
            steps: written,
        };
        if life.jobs.iter().all(|job| self.is_pay_known(job.work)) {
            self.value(life, &mut path);
        }
        path
    }

    /// Fills in what is earned when all goes well, when each step fails, and on average.
    fn value(&self, life: &Life, path: &mut Path) {
        let horizon = self.rules.horizon;
        let outlay = self.costs(&life.steps) + self.upkeep_of(&life.steps);
        let plain = self.pay(life, 0, horizon) - outlay;
        let mut finished = plain;
        if path.months < horizon {
            let stay = self.staying();
            let loss = self.pay(&stay, path.months, horizon) - self.pay(life, path.months, horizon);
            if loss > 0 {
                let left = i64::from(horizon - path.months);
                let for_all = (2 * loss * i64::from(horizon) + left).div_euclid(2 * left);
                finished = finished.min(self.pay(&stay, 0, horizon) - outlay - for_all);
            }
        }
        let mut uncertain: Vec<usize> =
            (0..path.steps.len()).filter(|at| self.chance(&path.steps[*at]) < 1.0).collect();
        uncertain.sort_by_key(|at| (path.steps[*at].end, path.steps[*at].is_course(), *at));
        let (mut expected, mut all_before) = (0.0, 1.0);
        for at in uncertain {
            let step = &path.steps[at];
            let chance = self.chance(step);
            let net = self.stopped(life, step).min(finished);
            let probability = all_before * (1.0 - chance);
            expected += probability * net as f64;
            path.outcomes.push(Outcome { stopped_at: Some(at), month: step.end, probability, net });
            all_before *= chance;
        }
        expected += all_before * finished as f64;
        let whole = Outcome { stopped_at: None, month: path.months, probability: all_before, net: finished };
        path.outcomes.push(whole);
        path.net = Some(expected.round() as i64);
        path.finished = Some(finished);
        path.waiting = plain - finished;
    }

    /// Net earnings where a step fails in the month in which it ends.
    fn stopped(&self, life: &Life, failed: &Step) -> i64 {
        let month = failed.end;
        let others = life.steps.iter().filter(|step| step.node != failed.node && step.start < month);
        let others: Vec<Step> = others.copied().collect();
        let mut after = self.today();
        let close = |after: &mut Life, end: u32| {
            if let Some(last) = after.jobs.last_mut().filter(|last| last.end.is_none()) {
                last.end = Some(end);
            }
        };
        for step in life.steps.iter().filter(|step| step.start < month) {
            match step.role() {
                Some(role) if step.end <= month && step.node != failed.node => {
                    close(&mut after, step.end);
                    after.jobs.push(Spell { work: Work::Role(role), begin: step.end, end: None });
                }
                None if step.stops_work() => close(&mut after, step.start),
                _ => {}
            }
        }
        if after.held(month).is_none() {
            let back = self.today().jobs.first().map(|job| job.work);
            if let Some(work) = back.or(self.interim().map(Work::Role)) {
                let search = match work {
                    Work::Role(role) => self.search(&after, role, month),
                    Work::Outside => whole(&self.graph.method.outside_hire_months).max(1),
                };
                after.jobs.push(Spell { work, begin: month + search, end: None });
            }
        }
        let paid: Vec<Step> = others.iter().chain([failed]).copied().collect();
        let done: Vec<Step> =
            others.into_iter().filter(|step| step.is_course() && step.end <= month).collect();
        self.pay(&after, 0, self.rules.horizon) - self.costs(&paid) - self.upkeep_of(&done)
    }
}

/// The order in which steps are written.
fn key(graph: &Graph, step: &Step) -> (u32, u32, bool, u32, Mode) {
    (step.start, step.end, !step.is_course(), graph.rank(step.node), step.mode)
}

/// Whether the first step is the interim job.
fn is_interim(steps: &[Step], interim: Option<RoleIx>) -> bool {
    interim.is_some() && steps.first().and_then(Step::role) == interim
}

/// What is left once pathways with steps that another does without have gone, and those that another beats.
fn unbeaten(graph: &Graph, all: &[Path]) -> Vec<Path> {
    let nodes = |path: &Path| -> BTreeSet<Node> {
        path.steps.iter().skip(usize::from(path.interim)).map(|step| step.node).collect()
    };
    let alike = |a: &Path, b: &Path| a.net.is_some() == b.net.is_some();
    let sets: Vec<BTreeSet<Node>> = all.iter().map(nodes).collect();
    let rest: Vec<&Path> = (0..all.len())
        .filter(|at| {
            !(0..all.len()).any(|other| {
                alike(&all[*at], &all[other])
                    && all[other].months <= all[*at].months
                    && sets[other].len() < sets[*at].len()
                    && sets[other].is_subset(&sets[*at])
            })
        })
        .map(|at| &all[at])
        .collect();
    let written = |path: &Path| -> Vec<_> { path.steps.iter().map(|step| key(graph, step)).collect() };
    let beats = |one: &Path, other: &Path| {
        let no_worse = one.months <= other.months
            && one.cost <= other.cost
            && one.net >= other.net
            && one.chance >= other.chance;
        let equal = one.months == other.months
            && one.cost == other.cost
            && one.net == other.net
            && one.chance.to_bits() == other.chance.to_bits();
        alike(one, other) && no_worse && (!equal || written(one) < written(other))
    };
    let beaten = |path: &Path| rest.iter().copied().any(|other| beats(other, path));
    rest.iter().copied().filter(|path| !beaten(path)).cloned().collect()
}

/// A life after an entry.
fn entered(life: &Life, role: RoleIx, start: u32, begin: u32) -> Life {
    let mut life = life.clone();
    if let Some(job) = life.held(start) {
        life.jobs[job].end = Some(begin);
    }
    life.jobs.push(Spell { work: Work::Role(role), begin, end: None });
    let step = Step { start, end: begin, node: Node::Role(role), mode: Mode::Enter, cost: 0 };
    life.steps.push(step);
    life
}
