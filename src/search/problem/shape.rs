//! What the requirements can see of a person.

use super::{Need, Problem};

/// All that decides which sets of steps lead to a target: two people of the same shape in one graph have the same sets.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(in crate::search) struct Shape(Vec<u32>);

impl Shape {
    fn add(&mut self, number: usize) {
        self.0.push(u32::try_from(number).unwrap_or(u32::MAX));
    }

    /// Adds a requirement; how many months are left of one is no part of the shape.
    fn add_need(&mut self, need: &Need) {
        let mut group = |kind: u32, n: usize, parts: &[Need]| {
            self.0.push(kind);
            self.add(n);
            self.add(parts.len());
            for part in parts {
                self.add_need(part);
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
            Need::Months { condition, outside, .. } => {
                self.0.push(if *outside { 7 } else { 6 });
                self.add(*condition);
            }
            Need::Ready { condition, points } => {
                self.0.extend([8, *points]);
                self.add(*condition);
            }
        }
    }
}

impl Problem<'_> {
    /// The shape of a person.
    pub(in crate::search) fn shape(&self) -> Shape {
        let mut shape = Shape::default();
        shape.add(self.base().map_or(0, |job| 1 + usize::from(job)));
        for post in &self.posts {
            shape.add_need(&post.need);
        }
        for course in &self.courses {
            shape.add(self.graph.place(course.node));
            shape.add_need(&course.need);
        }
        for (condition, points) in self.points.iter().enumerate().filter(|(_, points)| points.today != 0) {
            shape.add(condition);
            #[expect(clippy::cast_possible_truncation, reason = "one part after the other")]
            shape.0.extend([0, 32, 64, 96].map(|bits| (points.today >> bits) as u32));
        }
        shape
    }
}
