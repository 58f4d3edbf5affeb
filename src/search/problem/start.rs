//! What is before everybody who starts alike: the steps not done yet and what each asks for, with what holds today settled.
//!
//! Nothing here depends on pay, budget, hours or exact months, so that it is worked out once for many people. What it does
//! depend on is its [`Origin`].

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use super::bits::Bits;
use super::course::{Course, programs_near};
use super::links::Links;
use super::need::{Compiler, Need, unary};
use super::post::Post;
use super::{JobIx, job_of};
use crate::eligibility::{Standing, holds};
use crate::graph::{CredentialIx, Graph, HoldingIx, Node, Requirement, RoleIx, SkillLevels};
use crate::profile::{Profile, Related};
use crate::search::{Choices, Limits};

/// Points of a condition on readiness, in unary.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(in crate::search) struct Points {
    /// Had today.
    pub today: u128,
    /// What courses add to them, in order.
    pub courses: Vec<(u16, u128)>,
    /// What proficiency in jobs adds to them, in order.
    pub jobs: Vec<(JobIx, u128)>,
}

impl Points {
    /// What a course adds.
    pub fn of_course(&self, course: u16) -> u128 {
        self.courses.binary_search_by_key(&course, |(at, _)| *at).map_or(0, |at| self.courses[at].1)
    }

    /// What proficiency in a job adds.
    pub fn of_job(&self, job: JobIx) -> u128 {
        self.jobs.binary_search_by_key(&job, |(at, _)| *at).map_or(0, |at| self.jobs[at].1)
    }
}

/// What is before everybody who starts alike.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::search) struct Start {
    pub posts: Vec<Post>,
    pub courses: Vec<Course>,
    /// Per condition: the courses that bring it, in order.
    pub bringing: Arc<Vec<Vec<u16>>>,
    /// Per condition: the jobs that bring it by proficiency in them, in order.
    pub jobs_bringing: Arc<Vec<Vec<JobIx>>>,
    /// Per condition on readiness: what courses and proficiency in jobs give of it; nothing for other conditions.
    pub points: Vec<Arc<Points>>,
    /// The listed roles without `offered` that are open today to somebody without a job, steps left out among them; what
    /// counts for a role only because of a former job outside the graph is no job to fall back to. None for somebody with a job.
    pub open_today: Vec<JobIx>,
    links: Arc<Links>,
}

impl Start {
    /// Which steps look at which.
    pub fn links(&self) -> &Links {
        &self.links
    }

    /// Shares what is the same with the starts before it.
    pub fn share(&mut self, parts: &mut Parts) {
        let posts = self.posts.iter_mut().map(|post| &mut post.need);
        for need in posts.chain(self.courses.iter_mut().map(|course| &mut course.need)) {
            share(need, &mut parts.needs);
        }
        self.points.iter_mut().for_each(|points| share(points, &mut parts.points));
        share(&mut self.bringing, &mut parts.numbers);
        share(&mut self.jobs_bringing, &mut parts.numbers);
        share(&mut self.links, &mut parts.links);
    }
}

/// The most parts of a kind that are kept.
const MOST_PARTS: usize = 20_000;

/// Parts of starts, each kept once.
#[derive(Debug, Default)]
pub(in crate::search) struct Parts {
    needs: HashSet<Arc<Need>>,
    points: HashSet<Arc<Points>>,
    numbers: HashSet<Arc<Vec<Vec<u16>>>>,
    links: HashSet<Arc<Links>>,
}

/// Puts what is known in the place of a part that is the same, or gets to know it.
fn share<T: Eq + Hash>(part: &mut Arc<T>, known: &mut HashSet<Arc<T>>) {
    if let Some(same) = known.get(&*part) {
        *part = Arc::clone(same);
    } else {
        if known.len() == MOST_PARTS {
            known.clear();
        }
        known.insert(Arc::clone(part));
    }
}

/// All of a person that decides what is before them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::search) struct Origin {
    programs: Vec<crate::graph::ProgramIx>,
    choices: Choices,
    education: crate::units::Education,
    holdings: Vec<HoldingIx>,
    skills: Vec<u8>,
    current: Option<RoleIx>,
    is_outside: bool,
    /// The roles worked in.
    worked: Vec<RoleIx>,
    /// The roles that a job outside the graph is related to, and whether its months go on.
    related: Vec<(RoleIx, bool)>,
    /// Conditions on months that are full, by their number; and for each role to which a job outside the graph is related,
    /// those that its months fill too.
    full: Vec<(Option<RoleIx>, u32)>,
}

/// A person in a graph, not compiled yet.
pub(in crate::search) struct Starting<'a> {
    pub graph: &'a Graph,
    pub profile: &'a Profile,
    pub limits: Limits,
    pub choices: Choices,
    pub today: Standing,
}

impl<'a> Starting<'a> {
    pub fn new(graph: &'a Graph, profile: &'a Profile, limits: Limits, choices: &Choices) -> Self {
        let today = Standing::today(graph, profile);
        Self { graph, profile, limits, choices: choices.clone(), today }
    }

    /// All of the person that decides their start.
    pub fn origin(&self) -> Origin {
        let (graph, profile, today) = (self.graph, self.profile, &self.today);
        let roles = || (0..).map(RoleIx).take(graph.roles.len());
        let is_related = profile.outside.is_some() || !profile.former.is_empty();
        let related = roles().filter(|_| is_related).map(|role| (role, profile.related(graph, role)));
        let related: Vec<(RoleIx, Related)> = related.filter(|(_, related)| related.is_any).collect();
        let conditions = graph.conditions();
        let full = |number: &u32, months: u32| match &conditions[*number as usize].asked {
            Requirement::Months { months: asked, roles } => today.worked(roles) + months >= *asked,
            _ => false,
        };
        let numbers = 0..u32::try_from(conditions.len()).expect("the check counted");
        let mut all: Vec<(Option<RoleIx>, u32)> =
            numbers.clone().filter(|number| full(number, 0)).map(|number| (None, number)).collect();
        for (role, related) in &related {
            let filled = numbers.clone().filter(|number| full(number, related.months));
            all.extend(filled.map(|number| (Some(*role), number)));
        }
        Origin {
            programs: programs_near(graph, profile, &self.limits),
            choices: self.choices.clone(),
            education: today.education,
            holdings: profile.holdings.clone(),
            skills: today.skills.clone(),
            current: profile.current,
            is_outside: profile.outside.is_some(),
            worked: roles().filter(|role| today.months[role.at()] > 0).collect(),
            related: related.into_iter().map(|(role, related)| (role, related.goes_on)).collect(),
            full: all,
        }
    }

    /// What is before the person.
    pub fn start(&self) -> Start {
        let conditions = self.graph.conditions();
        let met: Vec<bool> = conditions.iter().map(|told| self.holds_today(&told.asked)).collect();
        let compiler = Compiler { starting: self, met: &met };
        let (posts, courses) = (self.posts(&compiler), self.courses(&compiler));
        let mut start = Start {
            bringing: Arc::new(by_condition(met.len(), courses.iter().map(|course| &course.brings))),
            jobs_bringing: Arc::new(by_condition(met.len(), posts.iter().map(|post| &post.brings))),
            points: Vec::new(),
            open_today: if self.profile.is_employed() { Vec::new() } else { self.open_today(&compiler) },
            links: Arc::default(),
            posts,
            courses,
        };
        let points = conditions.iter().enumerate().map(|(number, condition)| match &condition.asked {
            Requirement::Ready { of, .. } => self.points(&start, number, of),
            _ => Points::default(),
        });
        start.points = points.map(Arc::new).collect();
        start.links = Arc::new(Links::new(&start, conditions));
        start
    }

    /// Whether a condition holds today and stays so; months and readiness are settled where they are asked.
    fn holds_today(&self, asked: &Requirement) -> bool {
        !matches!(asked, Requirement::Months { .. } | Requirement::Ready { .. }) && holds(asked, &self.today)
    }

    fn points(&self, start: &Start, condition: usize, of: &SkillLevels) -> Points {
        let graph = self.graph;
        let today = unary(of, |skill| self.today.skills[skill]);
        let given = |course: &Course| {
            course.gives.iter().fold(0, |points, holding| {
                let levels = graph.holding(*holding).skills();
                points | unary(of, |skill| level_in(levels, skill))
            })
        };
        let courses = start.bringing[condition].iter();
        let courses = courses.map(|at| (*at, given(&start.courses[usize::from(*at)])));
        let levels = |job: JobIx| &graph.roles[usize::from(job)].skills;
        let jobs = start.jobs_bringing[condition].iter();
        let jobs = jobs.map(|job| (*job, unary(of, |skill| level_in(levels(*job), skill))));
        let adds = |(_, gives): &(u16, u128)| gives & !today != 0;
        Points { today, courses: courses.filter(adds).collect(), jobs: jobs.filter(adds).collect() }
    }

    fn posts(&self, compiler: &Compiler<'_>) -> Vec<Post> {
        let graph = self.graph;
        let roles = (0..).map(RoleIx).zip(&graph.roles);
        let mut posts: Vec<Post> = roles.map(|(at, role)| Post::new(self, compiler, at, role)).collect();
        for (number, condition) in compiler.unmet() {
            if matches!(condition.asked, Requirement::Months { .. }) {
                continue;
            }
            for role in condition.by.iter().filter_map(|node| match node {
                Node::Role(role) => Some(role.at()),
                Node::Credential(_) | Node::Program(_) => None,
            }) {
                posts[role].brings.insert(number);
            }
        }
        posts
    }

    fn courses(&self, compiler: &Compiler<'_>) -> Vec<Course> {
        let graph = self.graph;
        let programs = programs_near(graph, self.profile, &self.limits).into_iter().map(Node::Program);
        let credentials = (0..).map(CredentialIx).take(graph.credentials.len()).map(Node::Credential);
        let every = programs.chain(credentials).filter(|node| !self.choices.exclude.contains(node));
        let mut courses: Vec<Course> = every
            .filter_map(|node| {
                let gives = graph.gives(node);
                if gives.iter().all(|holding| self.today.holdings[holding.at()]) {
                    return None;
                }
                let need = compiler.need(node, Related::NONE);
                (need != Need::Never).then(|| Course::new(graph, node, Arc::new(need), gives))
            })
            .collect();
        let places: std::collections::BTreeMap<Node, usize> =
            courses.iter().enumerate().map(|(at, course)| (course.node, at)).collect();
        for (number, condition) in compiler.unmet() {
            for place in condition.by.iter().filter_map(|node| places.get(node)) {
                courses[*place].brings.insert(number);
            }
        }
        courses
    }

    fn open_today(&self, compiler: &Compiler<'_>) -> Vec<JobIx> {
        // a role that is left out is open none the less: staying is what it is
        let open = (0..).map(RoleIx).zip(&self.graph.roles).filter(|(at, role)| {
            let is_open = || compiler.need(Node::Role(*at), Related::NONE) == Need::Met;
            role.listed && role.offered.is_none() && is_open()
        });
        open.map(|(at, _)| job_of(at)).collect()
    }
}

/// Per condition: the numbers of those that bring it, in order.
fn by_condition<'b>(conditions: usize, brings: impl Iterator<Item = &'b Bits>) -> Vec<Vec<u16>> {
    let mut by = vec![Vec::new(); conditions];
    for (at, brings) in (0..).zip(brings) {
        for condition in brings.iter() {
            by[condition].push(at);
        }
    }
    by
}

/// The level of a skill among some.
fn level_in(levels: &SkillLevels, skill: usize) -> u8 {
    levels.iter().find(|(known, _)| known.at() == skill).map_or(0, |(_, level)| *level)
}
