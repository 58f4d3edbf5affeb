//! Who could help whom: for every two steps, what of the need of one the other brings.

use super::bits::Bits;
use super::courses::Course;
use super::gates::{Gates, Leaves};
use super::item::{Item, narrow};
use super::need::Need;
use super::problem::Post;

/// Posts and courses as one list: first all posts, then all courses.
#[derive(Debug, Clone, Copy)]
pub(super) struct Steps<'s> {
    pub posts: &'s [Post],
    pub courses: &'s [Course],
}

impl<'s> Steps<'s> {
    pub const fn count(&self) -> usize {
        self.posts.len() + self.courses.len()
    }

    /// The step at a place of the list.
    pub fn at(&self, place: usize) -> Item {
        match place.checked_sub(self.posts.len()) {
            None => Item::Post(narrow(place)),
            Some(course) => Item::Course(narrow(course)),
        }
    }

    pub fn need(&self, place: usize) -> &'s Need {
        match place.checked_sub(self.posts.len()) {
            None => &self.posts[place].need,
            Some(course) => &self.courses[course].need,
        }
    }

    /// The facts that a step brings.
    pub fn facts(&self, place: usize) -> &'s Bits {
        match place.checked_sub(self.posts.len()) {
            None => &self.posts[place].facts,
            Some(course) => &self.courses[course].facts,
        }
    }

    /// Those of them that are not always true before it.
    fn news(&self, place: usize) -> &'s Bits {
        match place.checked_sub(self.posts.len()) {
            None => &self.posts[place].news,
            Some(course) => &self.courses[course].news,
        }
    }

    /// Per fact: the places of the steps that bring it.
    pub fn by_fact(&self, facts: usize) -> Vec<Vec<usize>> {
        let mut by_fact = vec![Vec::new(); facts];
        for place in 0..self.count() {
            self.facts(place).iter().for_each(|fact| by_fact[fact].push(place));
        }
        by_fact
    }

    /// For every course, the courses whose need it could help to meet by what is not always so before it.
    pub fn course_leads(&self, facts: usize) -> Vec<Vec<usize>> {
        let (first, by_fact) = (self.posts.len(), self.by_fact(facts));
        let mut leads = vec![Vec::new(); self.courses.len()];
        for (to, course) in self.courses.iter().enumerate() {
            course.need.leaves(&mut |leaf| {
                let Need::Fact(fact) = leaf else { return };
                for from in by_fact[*fact].iter().filter(|from| **from >= first) {
                    if self.news(*from).contains(*fact) {
                        leads[from - first].push(to);
                    }
                }
            });
        }
        for led in &mut leads {
            led.sort_unstable();
            led.dedup();
        }
        leads
    }
}

/// What the steps of a problem bring each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Feeding {
    steps: usize,
    /// For every two steps: whether the first could help the second by what is not always so before it.
    feeds: Vec<bool>,
    /// For every two steps: the leaves of the second's need that the first brings or works for.
    gives: Vec<Leaves>,
    /// Per step: its need.
    gates: Vec<Gates>,
    /// Per step, per place of a course: the leaves of its need that this course, those after it and the job of today
    /// bring in time.
    to_come: Vec<Vec<Leaves>>,
    /// Per step: the courses that may help it, directly or through others.
    helpers: Vec<Bits>,
    /// Per step: the end of the courses that it could help.
    fed_until: Vec<usize>,
    /// Per step, per leaf of its need: the steps that bring it or work for it.
    bringers: Vec<Vec<Vec<Item>>>,
    /// Per step: those whose needs it brings some leaf of, or works for.
    helped: Vec<Vec<Item>>,
}

impl Feeding {
    /// Of some steps that bring so many facts, with a job held today.
    pub fn of(steps: Steps<'_>, facts: usize, current: Option<usize>) -> Self {
        let (count, by_fact) = (steps.count(), steps.by_fact(facts));
        let mut feeding = Self {
            steps: count,
            feeds: vec![false; count * count],
            gives: vec![0; count * count],
            gates: (0..count).map(|place| Gates::of(steps.need(place))).collect(),
            helped: vec![Vec::new(); count],
            ..Self::default()
        };
        for to in 0..count {
            let mut bringers = Vec::new();
            for (at, leaf) in feeding.gates[to].leaves.iter().enumerate() {
                let from: Vec<usize> = match leaf {
                    Need::Fact(fact) => by_fact[*fact].clone(),
                    Need::Months { roles, .. } => roles.iter().collect(),
                    Need::Met | Need::All(_) | Need::Any(_) | Need::AtLeast(..) => Vec::new(),
                };
                for from in &from {
                    let news = match leaf {
                        Need::Fact(fact) => steps.news(*from).contains(*fact),
                        _ => true,
                    };
                    feeding.gives[from * count + to] |= 1 << at;
                    feeding.feeds[from * count + to] |= news;
                    if feeding.helped[*from].last() != Some(&steps.at(to)) {
                        feeding.helped[*from].push(steps.at(to));
                    }
                }
                bringers.push(from.into_iter().map(|from| steps.at(from)).collect());
            }
            feeding.bringers.push(bringers);
        }
        let (first, courses) = (steps.posts.len(), steps.courses.len());
        let end = |from: usize| {
            let fed = (0..courses).rev().find(|course| feeding.feeds[from * count + first + course]);
            fed.map_or(0, |last| last + 1)
        };
        feeding.fed_until = (0..count).map(end).collect();
        feeding.helpers = feeding.all_helpers(first);
        feeding.to_come = (0..count).map(|to| feeding.coming(to, first, current)).collect();
        feeding
    }

    /// The leaves of a step's need that courses from each place on and the job of today bring.
    fn coming(&self, to: usize, first: usize, current: Option<usize>) -> Vec<Leaves> {
        let today = current.map_or(0, |post| self.gives(post, to));
        let mut sums = vec![today; self.steps - first + 1];
        for course in (0..self.steps - first).rev() {
            sums[course] = sums[course + 1] | self.gives(first + course, to);
        }
        sums
    }

    /// Per step: the courses that may help it, directly or by helping another that does.
    fn all_helpers(&self, first: usize) -> Vec<Bits> {
        let direct: Vec<Vec<usize>> = (0..self.steps)
            .map(|to| (first..self.steps).filter(|from| self.feeds(*from, to)).collect())
            .collect();
        let all = |start: &Vec<usize>| {
            let mut found: Bits = start.iter().map(|from| from - first).collect();
            let mut next = start.clone();
            while let Some(course) = next.pop() {
                for from in &direct[course] {
                    if !found.contains(from - first) {
                        found.insert(from - first);
                        next.push(*from);
                    }
                }
            }
            found
        };
        direct.iter().map(all).collect()
    }

    pub fn feeds(&self, from: usize, to: usize) -> bool {
        self.feeds[from * self.steps + to]
    }

    pub fn gives(&self, from: usize, to: usize) -> Leaves {
        self.gives[from * self.steps + to]
    }

    pub fn gates(&self, of: usize) -> &Gates {
        &self.gates[of]
    }

    pub fn to_come(&self, of: usize, from: usize) -> Leaves {
        let sums = &self.to_come[of];
        sums[from.min(sums.len() - 1)]
    }

    pub fn helpers(&self, of: usize) -> &Bits {
        &self.helpers[of]
    }

    pub fn fed_until(&self, step: usize) -> usize {
        self.fed_until[step]
    }

    pub fn bringers(&self, of: usize, leaf: usize) -> &[Item] {
        &self.bringers[of][leaf]
    }

    pub fn helped(&self, by: usize) -> &[Item] {
        &self.helped[by]
    }
}
