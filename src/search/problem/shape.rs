//! What decides the supports of a step.

use super::{JobIx, Need, Start};

/// A requirement as far as it decides which courses and months in jobs meet it: two people alike in that, with the same courses
/// before them, have the same supports.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(in crate::search) struct Shape(Vec<u32>);

/// A step of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::search) enum StepIx {
    Job(JobIx),
    Course(u16),
}

impl StepIx {
    /// Its place where so many jobs stand before all courses.
    pub fn place(self, jobs: usize) -> usize {
        match self {
            Self::Job(job) => usize::from(job),
            Self::Course(course) => jobs + usize::from(course),
        }
    }
}

impl Shape {
    fn add(&mut self, number: usize) {
        self.0.push(u32::try_from(number).unwrap_or(u32::MAX));
    }

    /// Adds a requirement; how many months are left of one is no part of the shape.
    fn add_need(&mut self, start: &Start, need: &Need) {
        let mut group = |kind: u32, n: usize, parts: &[Need]| {
            self.0.push(kind);
            self.add(n);
            self.add(parts.len());
            for part in parts {
                self.add_need(start, part);
            }
        };
        match need {
            Need::All(parts) => group(0, 0, parts),
            Need::Any(parts) => group(1, 0, parts),
            Need::AtLeast(n, parts) => group(2, *n, parts),
            Need::Met => self.0.push(3),
            Need::Never => self.0.push(4),
            Need::Fact(condition) => {
                self.0.push(5);
                self.add(*condition);
            }
            Need::Months { condition, outside } => {
                self.0.push(if *outside { 7 } else { 6 });
                self.add(*condition);
            }
            Need::Ready { condition, points } => {
                self.0.extend([8, *points]);
                self.add(*condition);
                let today = start.points[*condition].today;
                #[expect(clippy::cast_possible_truncation, reason = "one part after the other")]
                self.0.extend([0, 32, 64, 96].map(|bits| (today >> bits) as u32));
            }
        }
    }
}

impl Start {
    /// What a step asks for.
    pub(in crate::search) fn need(&self, step: StepIx) -> &Need {
        match step {
            StepIx::Job(job) => &self.posts[usize::from(job)].need,
            StepIx::Course(course) => &self.courses[usize::from(course)].need,
        }
    }

    /// The shape of what a step asks for.
    pub(in crate::search) fn shape(&self, step: StepIx) -> Shape {
        let mut shape = Shape::default();
        shape.add_need(self, self.need(step));
        shape
    }
}
