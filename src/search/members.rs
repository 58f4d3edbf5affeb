//! A set of steps as it is built up from the target: who could help whom, and which needs are met by what.

use super::bits::ones;
use super::clock::NEVER;
use super::gates::{Gates, Leaves};
use super::item::{Item, item};
use super::need::Need;
use super::problem::Problem;

/// The most steps of a pathway, its target among them.
pub(super) const MOST: usize = 16;

/// How many of the roles on the way have their months told.
pub(super) const TOLD: usize = 4;

/// The fewest months surely worked in each role on the way, by its place less one.
pub(super) type Worked = [u32; TOLD];

/// What is surely so when a member starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sure {
    /// Courses finished.
    pub courses: u32,
    pub worked: Worked,
}

impl Sure {
    /// The same without one member.
    pub fn without(&self, member: usize, roles: usize) -> Self {
        let mut sure = *self;
        sure.courses &= !(1 << member);
        if member < roles && member <= TOLD {
            sure.worked[member - 1] = 0;
        }
        sure
    }
}

/// The target, the roles on the way and the courses taken so far, each with a bit of its own.
#[derive(Debug)]
pub(super) struct Members<'p, 'a> {
    pub problem: &'p Problem<'a>,
    /// The target first, then the roles, then the courses.
    pub steps: Vec<Item>,
    /// How many of the steps are roles, the target among them.
    pub roles: usize,
    /// Per step: the members that it could help.
    pub feeds: [u32; MOST],
    /// Per step, per other: the leaves of its need that the other brings or works for.
    given: [[Leaves; MOST]; MOST],
}

impl<'p, 'a> Members<'p, 'a> {
    /// A target with some roles on the way and no course.
    pub fn new(problem: &'p Problem<'a>, target: Item, posts: &[usize]) -> Self {
        let mut members = Self {
            problem,
            steps: Vec::with_capacity(MOST),
            roles: 1 + posts.len(),
            feeds: [0; MOST],
            given: [[0; MOST]; MOST],
        };
        members.push(target);
        for post in posts {
            members.push(item(*post));
        }
        members
    }

    /// The same with a role more on the way, after the others.
    pub fn beside(&self, post: usize) -> Self {
        let (roles, courses) = self.steps.split_at(self.roles);
        let mut with = Self::new(self.problem, self.steps[0], &[]);
        roles[1..].iter().chain([&item(post)]).chain(courses).for_each(|step| with.push(*step));
        with.roles = self.roles + 1;
        with
    }

    /// Takes a course in.
    pub fn add(&mut self, course: u16) {
        self.push(Item::Course(course));
    }

    fn push(&mut self, step: Item) {
        let new = self.steps.len();
        self.feeds[new] = 0;
        for (at, other) in self.steps.iter().enumerate() {
            self.given[at][new] = self.problem.gives(step, *other);
            // the target comes last: it helps nobody
            self.given[new][at] = if at == 0 { 0 } else { self.problem.gives(*other, step) };
            self.feeds[new] |= u32::from(self.problem.feeds(step, *other)) << at;
            self.feeds[at] |= u32::from(self.problem.feeds(*other, step)) << new;
        }
        self.steps.push(step);
    }

    /// Takes the last course out.
    pub fn drop_last(&mut self) {
        self.steps.pop();
        let rest = self.all();
        self.feeds.iter_mut().for_each(|mask| *mask &= rest);
    }

    /// All members, one bit each.
    pub fn all(&self) -> u32 {
        mask(self.steps.len())
    }

    /// The courses among them.
    pub fn courses(&self) -> u32 {
        self.all() & !mask(self.roles)
    }

    pub fn course_count(&self) -> usize {
        self.steps.len() - self.roles
    }

    fn gates(&self, of: usize) -> &'p Gates {
        self.problem.gates(self.steps[of])
    }

    /// The leaves of a member's need that some members bring or work for.
    fn given(&self, of: usize, some: u32) -> Leaves {
        places(some).fold(0, |leaves, other| leaves | self.given[of][other])
    }

    /// The leaves of a member's need that are met at some time, once some members are done and courses from a place on
    /// may come.
    fn possible(&self, of: usize, done: u32, from: usize) -> Leaves {
        self.given(of, done) | self.problem.to_come(self.steps[of], from)
    }

    /// The leaves of a member's need that are surely met.
    fn surely(&self, of: usize, sure: &Sure) -> Leaves {
        let mut leaves = self.given(of, sure.courses);
        if sure.worked == [0; TOLD] {
            return leaves;
        }
        let gates = self.gates(of);
        let worked = || (1..self.roles).zip(sure.worked).filter(|(_, months)| *months > 0);
        for (role, months) in worked() {
            if self.missing(role) <= months {
                leaves |= self.given[of][role] & !gates.months;
            }
        }
        for at in ones(gates.months) {
            let Need::Months { needs, before, .. } = &gates.leaves[at] else { continue };
            let counted = worked().filter(|(role, _)| self.given[of][*role] & (1 << at) != 0);
            if before + counted.map(|(_, months)| months).sum::<u32>() >= *needs {
                leaves |= 1 << at;
            }
        }
        leaves
    }

    /// The months left to be proficient in a role on the way.
    fn missing(&self, role: usize) -> u32 {
        let Item::Post(post) = self.steps[role] else { return 0 };
        self.problem.proficient.saturating_sub(self.problem.posts[post as usize].before)
    }

    /// Whether a member's need is surely met.
    pub fn certain(&self, of: usize, sure: &Sure) -> bool {
        self.gates(of).met(self.surely(of, sure))
    }

    /// Whether a member's need is met at some time, once some members are done and courses from a place on may come.
    pub fn in_the_end(&self, of: usize, done: u32, from: usize) -> bool {
        self.gates(of).met(self.possible(of, done, from))
    }

    /// Whether the need of a course that is not a member is met at some time, once some members are done.
    pub fn open_after(&self, course: Item, done: u32) -> bool {
        let given = places(done).fold(0, |leaves, at| leaves | self.problem.gives(self.steps[at], course));
        self.problem.gates(course).met(given | self.problem.to_come(course, usize::MAX))
    }

    /// Whether a member's need could be met with a course that is not a member and not without, by what is surely so and
    /// if courses from a place on may come.
    pub fn could_need_more(&self, of: usize, course: Item, sure: &Sure, from: usize) -> bool {
        let asked = self.problem.gives(course, self.steps[of]);
        let possible = self.possible(of, self.all(), from) | asked;
        self.gates(of).could_hinge(self.surely(of, sure), possible, asked)
    }

    /// Of some members, those that a member's need could be met with and not without, by what is surely so and if courses
    /// from a place on may come.
    pub fn needed(&self, of: usize, some: u32, sure: &Sure, from: usize) -> u32 {
        if some == 0 {
            return 0;
        }
        let gates = self.gates(of);
        let possible = self.possible(of, self.all(), from);
        let surely = self.surely(of, sure);
        let hinges = |other: &usize| {
            let asked = self.given[of][*other];
            // what it brings is not sure without it
            let sure =
                if asked & surely == 0 { surely } else { self.surely(of, &sure.without(*other, self.roles)) };
            gates.could_hinge(sure, possible, asked)
        };
        places(some).filter(hinges).map(|other| 1 << other).sum()
    }

    /// The fewest months that must be worked in a role on the way, and nowhere else, for a member's need to be met, if
    /// courses from a place on may come.
    pub fn months_needed(&self, of: usize, role: usize, from: usize) -> u32 {
        let gates = self.gates(of);
        let others = self.possible(of, self.all() & !(1 << role), from);
        let works = self.given[of][role] & !others;
        if works == 0 || gates.met(others) {
            return 0;
        }
        let months = |at: usize| match &gates.leaves[at] {
            Need::Months { needs, before, .. } => needs - before,
            _ => self.missing(role),
        };
        let leaves = || (0..gates.leaves.len()).filter(|at| works & (1 << at) != 0);
        let within =
            |most: u32| leaves().filter(|at| months(*at) <= most).fold(others, |all, at| all | (1 << at));
        leaves().map(months).filter(|most| gates.met(within(*most))).min().unwrap_or(0)
    }

    /// How long a member takes at least, if some courses are taken beside a job.
    pub fn length(&self, of: usize, beside: u32) -> u32 {
        match self.steps[of] {
            Item::Post(post) => self.problem.posts[post as usize].hire,
            Item::Course(course) => {
                let course = &self.problem.courses[course as usize];
                let shortest = course.shortest();
                if beside & (1 << of) == 0 { shortest } else { course.alongside.unwrap_or(NEVER) }
            }
        }
    }

    /// No earlier month in which a member's need is met, with members finished or begun no earlier than `ends`.
    pub fn open_at(&self, of: usize, ends: &[u32; MOST]) -> u32 {
        let gates = self.gates(of);
        gates.soonest(|months| {
            let mut bring = |leaves: Leaves, end: u32, proficient: Option<u32>| {
                for leaf in ones(leaves) {
                    let more = match (&gates.leaves[leaf], proficient) {
                        (Need::Months { needs, before, .. }, _) => needs - before,
                        (_, missing) => missing.unwrap_or(0),
                    };
                    months[leaf] = months[leaf].min(end.saturating_add(more));
                }
            };
            for (other, end) in ends.iter().enumerate().take(self.steps.len()).skip(1) {
                if *end != NEVER && other != of {
                    bring(self.given[of][other], *end, (other < self.roles).then(|| self.missing(other)));
                }
            }
            bring(self.problem.to_come(self.steps[of], usize::MAX), 0, Some(self.missing_today()));
        })
    }

    /// The months left to be proficient in the job of today.
    fn missing_today(&self) -> u32 {
        let before = self.problem.current().map_or(0, |post| self.problem.posts[post].before);
        self.problem.proficient.saturating_sub(before)
    }

    /// Per member: those that can never be done without it, if courses from a place on may come.
    pub fn shut_without(&self, from: usize) -> [u32; MOST] {
        let all = self.all();
        let mut shut = [0; MOST];
        let mut possible = self.to_come(all, from);
        let mut done = 0;
        while let Some(next) = places(all & !done).find(|step| self.gates(*step).met(possible[*step])) {
            // whatever comes before it in some order can be done without it
            let rest = all & !(1 << next);
            shut[next] = rest & !self.follow(done, rest, possible);
            done |= 1 << next;
            self.bring(next, all & !done, &mut possible);
        }
        shut
    }

    /// Per member of some: the leaves of its need that courses from a place on and the job of today bring.
    fn to_come(&self, some: u32, from: usize) -> [Leaves; MOST] {
        let mut leaves = [0; MOST];
        for step in places(some) {
            leaves[step] = self.problem.to_come(self.steps[step], from);
        }
        leaves
    }

    /// Adds what a member brings to the leaves of some others.
    fn bring(&self, member: usize, some: u32, possible: &mut [Leaves; MOST]) {
        for other in places(some) {
            possible[other] |= self.given[other][member];
        }
    }

    /// Some that are done and those of others that can be in turn, with the leaves that are possible so far.
    fn follow(&self, mut done: u32, some: u32, mut possible: [Leaves; MOST]) -> u32 {
        loop {
            let before = done;
            for step in places(some & !done) {
                if self.gates(step).met(possible[step]) {
                    done |= 1 << step;
                    self.bring(step, some & !done, &mut possible);
                }
            }
            if done == before {
                return done;
            }
        }
    }

    /// Those of some members that can be done with no others, if courses from a place on may come.
    pub fn doable(&self, some: u32, from: usize) -> u32 {
        self.doable_after(0, some, from)
    }

    /// The same where some of them are known to be so.
    pub fn doable_after(&self, done: u32, some: u32, from: usize) -> u32 {
        let mut possible = self.to_come(some & !done, from);
        places(done).for_each(|member| self.bring(member, some & !done, &mut possible));
        self.follow(done, some, possible)
    }
}

/// The lowest bits, so many.
pub(super) const fn mask(count: usize) -> u32 {
    (1 << count) - 1
}

/// The places of the bits that are set.
pub(super) fn places(mask: u32) -> impl Iterator<Item = usize> {
    ones(u64::from(mask))
}
