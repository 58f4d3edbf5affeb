//! A person in a graph, compiled for searching: what is open today is settled, the rest is numbered.

use std::collections::BTreeMap;

use super::Rules;
use super::facts::FactSet;
use super::item::Item;
use super::need::Need;
use crate::eligibility::{Standing, holds, proficient_months};
use crate::graph::{
    CredentialIx, Delivery, Graph, HoldingIx, Node, Program, ProgramIx, Requirement, RoleIx, SkillIx, Tuition,
};
use crate::profile::Profile;
use crate::units::{Education, Money};
use crate::wages::PayBook;

/// Limits that a search may be asked to lift, to see what would open a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most that all steps may cost.
    pub budget: Option<Money>,
    /// The longest time to the target in months.
    pub max_months: u32,
    /// Hours a week for study beside a job.
    pub study_hours: u32,
    /// Whether a job may be given up for study.
    pub may_stop_working: bool,
    /// Whether programs taught on a campus elsewhere count as online.
    pub anywhere: bool,
}

/// A program or credential that can be taken at all.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub node: Node,
    pub need: Need,
    pub gives: Vec<HoldingIx>,
    /// Facts it brings.
    pub facts: FactSet,
    /// Those of them that are not always true before it starts.
    pub news: FactSet,
    pub full_time: u32,
    /// Months beside a job; none where that cannot be.
    pub alongside: Option<u32>,
    /// Whether the mode follows from holding a job (credentials) or is chosen (programs).
    pub follows_job: bool,
    pub cost: Option<i64>,
    pub cost_at_least: i64,
    pub rate: Option<f64>,
    pub has_rate: bool,
    /// Amount in cents and period in months.
    pub upkeep: Vec<(Option<i64>, u32)>,
    /// Place in the order of all ids.
    pub rank: u32,
}

impl Course {
    /// Whether its cost and upkeep are known.
    pub fn priced(&self) -> bool {
        self.cost.is_some() && self.upkeep.iter().all(|(amount, _)| amount.is_some())
    }

    /// The fewest months it takes in any mode.
    pub fn shortest(&self) -> u32 {
        self.full_time.min(self.alongside.unwrap_or(u32::MAX))
    }
}

/// A role as the search sees it.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub need: Need,
    pub hire: u32,
    pub before: u32,
    /// Facts that proficiency in it brings.
    pub facts: FactSet,
    /// Those of them that are not always true before it is entered.
    pub news: FactSet,
    pub rank: u32,
}

/// A person in a graph with pay, rules and limits.
#[derive(Debug, Clone)]
pub struct Problem<'a> {
    /// The graph.
    pub graph: &'a Graph,
    /// The person.
    pub profile: &'a Profile,
    /// Pay in the person's region.
    pub pay: &'a PayBook,
    /// Sizes and horizon.
    pub rules: Rules,
    /// The limits in force.
    pub limits: Limits,
    pub(super) posts: Vec<Post>,
    pub(super) courses: Vec<Course>,
    /// How many facts are numbered.
    pub(super) facts: usize,
    /// For every two steps, posts then courses: whether the first could help the second.
    feeds: Vec<bool>,
    pub(super) proficient: u32,
    pub(super) field_before: u32,
    /// Upkeep of credentials held today: amount and period.
    pub(super) upkeep_today: Vec<(Option<i64>, u32)>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum FactKey {
    Education(Education),
    Holds(HoldingIx),
    Skill(SkillIx, u8),
}

impl Limits {
    /// The limits that a profile sets; without a longest time, the horizon is it.
    #[must_use]
    pub fn of(profile: &Profile, rules: &Rules) -> Self {
        Self {
            budget: profile.budget,
            max_months: profile.max_months.unwrap_or(rules.horizon),
            study_hours: profile.study_hours,
            may_stop_working: profile.may_stop_working,
            anywhere: false,
        }
    }
}

impl<'a> Problem<'a> {
    /// Compiles a person in a graph.
    #[must_use]
    pub fn new(
        graph: &'a Graph,
        profile: &'a Profile,
        pay: &'a PayBook,
        rules: Rules,
        limits: Limits,
    ) -> Self {
        let today = Standing::today(graph, profile);
        let ranks = ranks(graph);
        let mut facts = Facts { today: &today, numbers: BTreeMap::new() };
        let mut posts: Vec<Post> = (0..)
            .map(RoleIx)
            .zip(&graph.roles)
            .map(|(ix, role)| Post {
                need: facts.need(&role.entry.value),
                hire: whole(role.hire_months.known()),
                before: today.months[ix.at()],
                facts: FactSet::default(),
                news: FactSet::default(),
                rank: ranks[&Node::Role(ix)],
            })
            .collect();
        let mut courses = Vec::new();
        for (at, program) in (0..).map(ProgramIx).zip(&graph.programs) {
            if offered(graph, program, profile, &limits) {
                let rank = ranks[&Node::Program(at)];
                courses.push(program_course(graph, at, profile, &limits, &mut facts, rank));
            }
        }
        for (at, _) in (0..).map(CredentialIx).zip(&graph.credentials) {
            courses.push(credential_course(graph, at, &limits, &mut facts, ranks[&Node::Credential(at)]));
        }
        courses.retain(|course| {
            let held = course.gives.iter().all(|holding| today.holdings[holding.at()]);
            !held && limits.budget.is_none_or(|budget| course.cost_at_least <= budget.cents())
        });
        for (key, number) in &facts.numbers {
            for course in &mut courses {
                if course.gives.iter().any(|holding| brings(graph, *holding, *key)) {
                    course.facts.insert(*number);
                }
            }
            for (post, role) in posts.iter_mut().zip(&graph.roles) {
                if matches!(key, FactKey::Skill(skill, level)
                    if role.skills.iter().any(|(s, have)| s == skill && have >= level))
                {
                    post.facts.insert(*number);
                }
            }
        }
        let upkeep_today = graph
            .credentials
            .iter()
            .enumerate()
            .filter(|(at, _)| today.holdings[graph.awards.len() + at])
            .flat_map(|(_, credential)| upkeep(credential))
            .collect();
        let mut problem = Self {
            graph,
            profile,
            pay,
            rules,
            limits,
            posts,
            courses,
            facts: facts.numbers.len(),
            feeds: Vec::new(),
            proficient: proficient_months(graph),
            field_before: profile.months_in_field(),
            upkeep_today,
        };
        super::implied::keep_news(&mut problem);
        problem.settle_feeds();
        problem
    }

    /// Whether one step could help to meet the need of another.
    pub(super) fn feeds(&self, from: Item, to: Item) -> bool {
        let steps = self.posts.len() + self.courses.len();
        self.feeds[self.place(from) * steps + self.place(to)]
    }

    /// The place of a step among posts, then courses.
    fn place(&self, step: Item) -> usize {
        match step {
            Item::Post(post) => usize::from(post),
            Item::Course(course) => self.posts.len() + usize::from(course),
        }
    }

    /// Settles for every two steps whether one could help the other.
    fn settle_feeds(&mut self) {
        let count = |n: usize| 0..u16::try_from(n).expect("the check counted");
        let posts = count(self.posts.len()).map(Item::Post);
        let steps: Vec<Item> = posts.chain(count(self.courses.len()).map(Item::Course)).collect();
        let every = steps.iter().flat_map(|from| steps.iter().map(|to| self.could_feed(*from, *to)));
        self.feeds = every.collect();
    }

    fn could_feed(&self, from: Item, to: Item) -> bool {
        let need = match to {
            Item::Post(post) => &self.posts[post as usize].need,
            Item::Course(course) => &self.courses[course as usize].need,
        };
        match from {
            Item::Post(post) => {
                let facts = &self.posts[post as usize].news;
                need.mentions(&|leaf| match leaf {
                    Need::Fact(fact) => facts.contains(*fact),
                    Need::Months { roles, .. } => roles.contains(&usize::from(post)),
                    _ => false,
                })
            }
            Item::Course(course) => {
                let facts = &self.courses[course as usize].news;
                need.mentions(&|leaf| matches!(leaf, Need::Fact(fact) if facts.contains(*fact)))
            }
        }
    }

    /// Whether finished courses alone meet the need of a step.
    pub(super) fn met_by_courses(&self, of: Item, done: &[Item]) -> bool {
        let need = match of {
            Item::Post(post) => &self.posts[post as usize].need,
            Item::Course(course) => &self.courses[course as usize].need,
        };
        need.met_if(&|fact| {
            done.iter().any(|step| match step {
                Item::Course(course) => self.courses[*course as usize].facts.contains(fact),
                Item::Post(_) => false,
            })
        })
    }

    /// The role held today, as a place in `posts`.
    pub(super) fn current(&self) -> Option<usize> {
        self.profile.current.map(RoleIx::at)
    }
}

struct Facts<'a> {
    today: &'a Standing,
    numbers: BTreeMap<FactKey, usize>,
}

impl Facts<'_> {
    fn need(&mut self, requirement: &Requirement) -> Need {
        if holds(requirement, self.today) {
            return Need::Met;
        }
        match requirement {
            Requirement::All(parts) => {
                let mut parts: Vec<Need> =
                    parts.iter().map(|part| self.need(part)).filter(|need| *need != Need::Met).collect();
                if parts.len() == 1 { parts.remove(0) } else { Need::All(parts) }
            }
            Requirement::Any(parts) => {
                let mut parts: Vec<Need> = parts.iter().map(|part| self.need(part)).collect();
                if parts.len() == 1 { parts.remove(0) } else { Need::Any(parts) }
            }
            Requirement::AtLeast { n, of } => {
                Need::AtLeast(*n, of.iter().map(|part| self.need(part)).collect())
            }
            Requirement::Education(level) => self.fact(FactKey::Education(*level)),
            Requirement::Holds(holding) => self.fact(FactKey::Holds(*holding)),
            Requirement::Skill { skill, level } => self.fact(FactKey::Skill(*skill, *level)),
            Requirement::Months { months, roles } => Need::Months {
                needs: *months,
                before: roles.iter().map(|role| self.today.months[role.at()]).sum(),
                roles: roles.iter().map(|role| role.at()).collect(),
            },
        }
    }

    fn fact(&mut self, key: FactKey) -> Need {
        let next = self.numbers.len();
        Need::Fact(*self.numbers.entry(key).or_insert(next))
    }
}

fn brings(graph: &Graph, holding: HoldingIx, key: FactKey) -> bool {
    let given = graph.holding(holding);
    match key {
        FactKey::Education(level) => given.education().is_some_and(|has| has >= level),
        FactKey::Holds(wanted) => holding == wanted,
        FactKey::Skill(skill, level) => given.skills().iter().any(|(s, have)| *s == skill && *have >= level),
    }
}

/// Whether a program is taught where the person lives, or from afar in a region around it.
fn offered(graph: &Graph, program: &Program, profile: &Profile, limits: &Limits) -> bool {
    let near = program.regions.iter().any(|region| graph.regions.holds(*region, profile.region));
    near || (limits.anywhere && program.delivery == Delivery::Campus)
}

fn whole(months: Option<f64>) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 0 to 20,000")]
    let months = months.expect("the check proved it known").ceil() as u32;
    months
}

/// Months that so many hours take at so many hours a week; none where no hour is free and one is needed.
fn months_for(hours: f64, weekly: f64) -> Option<u32> {
    if hours <= 0.0 {
        return Some(0);
    }
    (weekly > 0.0).then(|| whole(Some((hours * 12.0 / (weekly * 52.0)).min(100_000.0))))
}

fn program_course(
    graph: &Graph,
    at: ProgramIx,
    profile: &Profile,
    limits: &Limits,
    facts: &mut Facts<'_>,
    rank: u32,
) -> Course {
    let program = &graph.programs[at.at()];
    let hours = program.study_hours.known().expect("the check proved it known");
    let least = whole(program.min_months.known());
    let weekly = graph.method.full_time_hours.known().expect("the check proved it known");
    let beside = f64::from(limits.study_hours).min(weekly);
    let tuition = tuition_cents(graph, program, profile);
    let fees =
        program.fees.iter().map(|fee| fee.amount.known().map(|units| Money::from_units(units).cents()));
    let parts: Vec<Option<i64>> = std::iter::once(tuition).chain(fees).collect();
    Course {
        node: Node::Program(at),
        need: facts.need(&program.admission.value),
        gives: program.awards.clone(),
        facts: FactSet::default(),
        news: FactSet::default(),
        full_time: months_for(hours, weekly).map_or(least, |months| months.max(least)),
        alongside: program
            .alongside
            .then(|| months_for(hours, beside).map(|months| months.max(least)))
            .flatten(),
        follows_job: false,
        cost: parts.iter().copied().sum(),
        cost_at_least: parts.iter().flatten().sum(),
        rate: program.completion.known(),
        has_rate: true,
        upkeep: Vec::new(),
        rank,
    }
}

/// Tuition of a program for a person, in cents: the sector's figure for the nearest region that has one.
fn tuition_cents(graph: &Graph, program: &Program, profile: &Profile) -> Option<i64> {
    match &program.tuition {
        Tuition::Total(total) => total.known().map(|units| Money::from_units(units).cents()),
        Tuition::Sector { years, .. } => {
            let row = graph.tuition_for(program, profile.region)?;
            Some(Money::from_units(row.1.per_year? * years).cents())
        }
    }
}

fn upkeep(credential: &crate::graph::Credential) -> Vec<(Option<i64>, u32)> {
    credential
        .upkeep
        .iter()
        .map(|dues| (dues.amount.known().map(|units| Money::from_units(units).cents()), dues.every_months))
        .collect()
}

fn credential_course(
    graph: &Graph,
    at: CredentialIx,
    limits: &Limits,
    facts: &mut Facts<'_>,
    rank: u32,
) -> Course {
    let credential = &graph.credentials[at.at()];
    let hours = credential.study_hours.known().expect("the check proved it known");
    let weekly = graph.method.full_time_hours.known().expect("the check proved it known");
    let parts: Vec<Option<i64>> = credential
        .fees
        .iter()
        .map(|fee| fee.amount.known().map(|units| Money::from_units(units).cents()))
        .collect();
    Course {
        node: Node::Credential(at),
        need: facts.need(&credential.eligibility.value),
        gives: vec![graph.holding_of(at)],
        facts: FactSet::default(),
        news: FactSet::default(),
        full_time: months_for(hours, weekly).unwrap_or(0),
        alongside: months_for(hours, f64::from(limits.study_hours).min(weekly)),
        follows_job: true,
        cost: parts.iter().copied().sum(),
        cost_at_least: parts.iter().flatten().sum(),
        rate: credential.pass_rate.as_ref().and_then(crate::provenance::Figure::known),
        has_rate: credential.pass_rate.is_some(),
        upkeep: upkeep(credential),
        rank,
    }
}

/// The place of every node in the order of all ids, kinds apart where ids are the same.
fn ranks(graph: &Graph) -> BTreeMap<Node, u32> {
    let mut nodes: Vec<Node> = graph.nodes().collect();
    nodes.sort_by(|a, b| graph.names(*a).id.cmp(&graph.names(*b).id).then(a.cmp(b)));
    nodes.into_iter().zip(0..).collect()
}
