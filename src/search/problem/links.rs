//! Which steps look at which: what could come sooner where a course or a job does.

use super::{Need, Start, StepIx};
use crate::graph::{Condition, Requirement};

/// Per job, then per course: the steps whose requirement looks at it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(in crate::search) struct Links {
    jobs: Vec<Vec<StepIx>>,
    courses: Vec<Vec<StepIx>>,
}

impl Links {
    /// Those of a start, over the conditions of its graph.
    pub(super) fn new(start: &Start, conditions: &[Condition]) -> Self {
        let mut links = Self {
            // the job of today may be one outside the graph
            jobs: vec![Vec::new(); start.posts.len() + 1],
            courses: vec![Vec::new(); start.courses.len()],
        };
        let courses = (0..).zip(&start.courses).map(|(at, course)| (StepIx::Course(at), &course.need));
        let jobs = (0..).zip(&start.posts).map(|(at, post)| (StepIx::Job(at), &post.need));
        for (step, need) in courses.chain(jobs) {
            links.add(start, conditions, step, need);
        }
        links
    }

    /// The steps whose requirement looks at a step.
    pub fn of(&self, step: StepIx) -> &[StepIx] {
        match step {
            StepIx::Job(job) => &self.jobs[usize::from(job)],
            StepIx::Course(course) => &self.courses[usize::from(course)],
        }
    }

    fn add(&mut self, start: &Start, conditions: &[Condition], step: StepIx, need: &Need) {
        match need {
            Need::Met | Need::Never => {}
            Need::All(parts) | Need::Any(parts) | Need::AtLeast(_, parts) => {
                for part in parts {
                    self.add(start, conditions, step, part);
                }
            }
            Need::Fact(condition) | Need::Ready { condition, .. } => {
                for course in &start.bringing[*condition] {
                    push_once(&mut self.courses[usize::from(*course)], step);
                }
                for job in &start.jobs_bringing[*condition] {
                    push_once(&mut self.jobs[usize::from(*job)], step);
                }
            }
            Need::Months { condition, .. } => {
                if let Requirement::Months { roles, .. } = &conditions[*condition].asked {
                    for role in roles {
                        push_once(&mut self.jobs[role.at()], step);
                    }
                }
            }
        }
    }
}

/// Adds a step after the last, unless it is the last.
fn push_once(steps: &mut Vec<StepIx>, step: StepIx) {
    if steps.last() != Some(&step) {
        steps.push(step);
    }
}
