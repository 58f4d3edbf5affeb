//! A set of steps to a target, with each requirement reduced to what the set can meet.

use super::CourseSet;
use crate::graph::RoleIx;
use crate::search::problem::{JobIx, Need, Problem, job_of};

/// A requirement over the courses and jobs of one set, each by its place in the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) enum Condition {
    /// It holds today.
    Met,
    /// The set cannot meet it.
    Never,
    All(Vec<Condition>),
    Any(Vec<Condition>),
    AtLeast(usize, Vec<Condition>),
    /// One of these courses finished, or proficiency in one of these jobs: one bit each.
    Fact {
        courses: u8,
        jobs: u8,
    },
    /// The months of a condition, in these jobs from today on: one bit each.
    Months {
        condition: usize,
        jobs: u8,
    },
    /// So many points, with those had today and those that courses and proficiency give, in unary.
    Ready {
        points: u32,
        today: u128,
        courses: Vec<(u8, u128)>,
        jobs: Vec<(u8, u128)>,
    },
}

/// Courses and jobs on the way to a target, for everybody who starts alike.
#[derive(Debug, Clone)]
pub(in crate::search) struct StepSet {
    pub target: RoleIx,
    pub set: CourseSet,
    /// The courses, by place.
    pub courses: Vec<u16>,
    /// The jobs on the way, by place; then the job of today or the interim job, where it is not among them; last the target.
    pub jobs: Vec<JobIx>,
    /// How many jobs are on the way.
    pub on_the_way: usize,
    /// The place of the job of today or of the interim job.
    pub base: Option<usize>,
    /// What each course asks for.
    pub course_needs: Vec<Condition>,
    /// What each job asks for.
    pub job_needs: Vec<Condition>,
    /// Per job: the jobs whose months count for being no newcomer to it, one bit each.
    pub counts: Vec<u8>,
    /// The chance that everything comes about.
    pub chance: f64,
}

impl StepSet {
    /// Reduces the requirements of a set's steps.
    pub fn new(problem: &Problem<'_>, target: RoleIx, on_the_way: &[JobIx], set: CourseSet) -> Self {
        let mut jobs: Vec<JobIx> = problem.jobs_before(on_the_way).collect();
        let base = problem.base().and_then(|base| jobs.iter().position(|job| *job == base));
        jobs.push(job_of(target));
        let courses: Vec<u16> = set.iter().collect();
        let start = &problem.start;
        let all = || courses.iter().map(|course| start.courses[usize::from(*course)].chance);
        let offered = Problem::entered(on_the_way, target).map(|job| start.posts[job].offered);
        let mut reduced = Self {
            target,
            set,
            on_the_way: on_the_way.len(),
            base,
            course_needs: Vec::new(),
            job_needs: Vec::new(),
            counts: Vec::new(),
            chance: all().chain(offered).product(),
            courses,
            jobs,
        };
        let course_need =
            |course: &u16| reduced.reduce(problem, &start.courses[usize::from(*course)].need, None);
        reduced.course_needs = reduced.courses.iter().map(course_need).collect();
        let job_need = |job: &JobIx| match start.posts.get(usize::from(*job)) {
            Some(post) => reduced.reduce(problem, &post.need, Some(*job)),
            None => Condition::Met,
        };
        reduced.job_needs = reduced.jobs.iter().map(job_need).collect();
        let counted = |applied: &JobIx| {
            let worked =
                reduced.jobs.iter().enumerate().filter(|(_, worked)| problem.counts(**worked, *applied));
            worked.fold(0, |mask, (at, _)| mask | 1 << at)
        };
        reduced.counts = reduced.jobs.iter().map(counted).collect();
        reduced
    }

    /// What all courses cost a person, in cents.
    pub fn cost(&self, problem: &Problem<'_>) -> i64 {
        self.courses.iter().map(|course| problem.terms[usize::from(*course)].cost).sum()
    }

    /// Whether the pay of every job is known.
    pub fn is_paid(&self, problem: &Problem<'_>) -> bool {
        problem.is_all_paid(&self.jobs[..self.on_the_way], self.target)
    }

    /// The place of the target among the jobs.
    pub const fn goal(&self) -> usize {
        self.jobs.len() - 1
    }

    /// The jobs that may serve the requirement of another: all but itself and the target, by place.
    fn serving(&self, own: Option<JobIx>) -> impl Iterator<Item = (usize, JobIx)> + '_ {
        let jobs = self.jobs[..self.goal()].iter().copied().enumerate();
        jobs.filter(move |(_, job)| Some(*job) != own)
    }

    fn reduce(&self, problem: &Problem<'_>, need: &Need, own: Option<JobIx>) -> Condition {
        let each = |parts: &[Need]| parts.iter().map(|part| self.reduce(problem, part, own)).collect();
        match need {
            Need::Met => Condition::Met,
            Need::Never => Condition::Never,
            Need::All(parts) => Condition::all(each(parts)),
            Need::Any(parts) => Condition::any(each(parts)),
            Need::AtLeast(n, parts) => Condition::at_least(*n, each(parts)),
            Need::Fact(condition) => {
                let brings =
                    |course: &u16| problem.start.courses[usize::from(*course)].brings.contains(*condition);
                let courses = mask(self.courses.iter().map(brings));
                let jobs = self.serving(own).filter(|(_, job)| {
                    let post = problem.start.posts.get(usize::from(*job));
                    post.is_some_and(|post| post.brings.contains(*condition))
                });
                let jobs = jobs.fold(0, |mask, (at, _)| mask | 1 << at);
                if courses == 0 && jobs == 0 { Condition::Never } else { Condition::Fact { courses, jobs } }
            }
            Need::Months { condition, outside } => {
                let counts = |job| problem.counts_for(*condition, job, *outside);
                let jobs = self.serving(own).filter(|(_, job)| counts(*job));
                let jobs = jobs.fold(0, |mask, (at, _)| mask | 1 << at);
                if jobs == 0 { Condition::Never } else { Condition::Months { condition: *condition, jobs } }
            }
            Need::Ready { condition, points } => self.ready(problem, *condition, *points, own),
        }
    }

    fn ready(&self, problem: &Problem<'_>, condition: usize, points: u32, own: Option<JobIx>) -> Condition {
        let told = &problem.start.points[condition];
        let place = |at: usize| u8::try_from(at).expect("a set is small");
        let courses = self.courses.iter().enumerate();
        let courses = courses.map(|(at, course)| (place(at), told.of_course(*course)));
        let jobs = self.serving(own).map(|(at, job)| (place(at), told.of_job(job)));
        let adds = |(_, gives): &(u8, u128)| *gives != 0;
        let (courses, jobs): (Vec<_>, Vec<_>) = (courses.filter(adds).collect(), jobs.filter(adds).collect());
        let most = courses.iter().chain(&jobs).fold(told.today, |all, (_, gives)| all | gives);
        if most.count_ones() < points {
            return Condition::Never;
        }
        Condition::Ready { points, today: told.today, courses, jobs }
    }
}

/// One bit for each that is true.
fn mask(all: impl Iterator<Item = bool>) -> u8 {
    all.enumerate().filter(|(_, is)| *is).fold(0, |mask, (at, _)| mask | 1 << at)
}

impl Condition {
    fn all(parts: Vec<Self>) -> Self {
        if parts.contains(&Self::Never) {
            return Self::Never;
        }
        let mut left: Vec<Self> = parts.into_iter().filter(|part| *part != Self::Met).collect();
        match left.len() {
            0 => Self::Met,
            1 => left.remove(0),
            _ => Self::All(left),
        }
    }

    fn any(parts: Vec<Self>) -> Self {
        if parts.contains(&Self::Met) {
            return Self::Met;
        }
        let mut left: Vec<Self> = parts.into_iter().filter(|part| *part != Self::Never).collect();
        match left.len() {
            0 => Self::Never,
            1 => left.remove(0),
            _ => Self::Any(left),
        }
    }

    fn at_least(n: usize, parts: Vec<Self>) -> Self {
        let left: Vec<Self> = parts.into_iter().filter(|part| *part != Self::Never).collect();
        match n {
            0 => Self::Met,
            n if n > left.len() => Self::Never,
            n => Self::AtLeast(n, left),
        }
    }
}
