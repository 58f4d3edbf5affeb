//! What: for one target, every set of steps that could be used, from few courses to many, cut wherever something found
//! already beats all that could come of it.
//!
//! The roles on the way are chosen first. Courses are then taken in an order in which whatever may need one comes
//! before it, so that a course is taken only where something in the set could need it, and each set comes up once.

use super::bits::Bits;
use super::bound::{Outlook, Stand, Study, never_beside};
use super::clock::NEVER;
use super::floor::Floor;
use super::frontier::Frontier;
use super::item::{Item, item, narrow, role_ix};
use super::members::{Members, places};
use super::money::Ledger;
use super::need::Need;
use super::order::Order;
use super::problem::Problem;
use super::stones::Stones;
use super::twins::replaceable;
use super::usage::Usage;
use super::worth::{Bars, Sum, Worth};
use super::written::rank;
use super::{Effort, Pathway};

/// Searches one target.
pub(super) struct Hunt<'p, 'a> {
    problem: &'p Problem<'a>,
    target: usize,
    ledger: &'p Ledger<'p, 'a>,
    stones: &'p [Stones],
    frontier: Frontier,
    effort: Effort,
    /// Per role: whether it could only ever pay above the target beside a course.
    never_beside: Vec<bool>,
    /// Whether one pathway is enough.
    first: bool,
}

/// What a search keeps at hand for one choice of roles on the way.
#[derive(Debug)]
struct Frame<'p> {
    stones: &'p Stones,
    /// The floor of the target's beginning.
    floor: Floor,
    /// Whether the pay of all roles, and what is held today costs, are known.
    roles_known: bool,
    /// The courses that may help.
    helpers: Bits,
    /// The end of those of them without a known cost or upkeep.
    unpriced_until: usize,
    outlook: Outlook<'p>,
}

/// A set that may grow, and what is known of it whatever is added.
#[derive(Debug, Clone)]
struct Draft {
    /// The place of its frame.
    frame: usize,
    /// Its courses, in order.
    courses: Vec<u16>,
    sum: Sum,
    floor: Floor,
    usage: Usage,
}

impl Draft {
    /// The first course that may be added.
    fn from(&self) -> usize {
        self.courses.last().map_or(0, |last| usize::from(*last) + 1)
    }
}

/// What a set lacks.
struct Gap {
    /// The members that can be done as it is.
    done: u32,
    /// Those that cannot.
    lacking: u32,
    /// Those of them that could not even if all other members were done.
    short: u32,
}

impl Gap {
    fn of(members: &Members<'_, '_>, done: u32) -> Self {
        let lacking = members.all() & !done;
        let short = places(lacking).filter(|step| !members.in_the_end(*step, members.all(), usize::MAX));
        Self { done, lacking, short: short.map(|step| 1 << step).sum() }
    }

    /// Whether one course more could leave nothing lacking.
    fn closed_by(&self, members: &Members<'_, '_>, course: usize) -> bool {
        let course = Item::Course(narrow(course));
        let helps = |step: usize| members.problem.feeds(course, members.steps[step]);
        places(self.short).all(helps)
            && (self.lacking == 0 || places(self.lacking).any(helps))
            && members.open_after(course, self.done)
    }
}

impl<'p, 'a> Hunt<'p, 'a> {
    pub fn new(
        problem: &'p Problem<'a>,
        ledger: &'p Ledger<'p, 'a>,
        stones: &'p [Stones],
        target: usize,
    ) -> Self {
        Self {
            problem,
            target,
            ledger,
            stones,
            frontier: Frontier::default(),
            effort: Effort::default(),
            never_beside: (0..problem.posts.len())
                .map(|stone| never_beside(problem, stone, target))
                .collect(),
            first: false,
        }
    }

    /// Whether to stop at the first pathway found, best or not.
    pub const fn stop_at_first(mut self, first: bool) -> Self {
        self.first = first;
        self
    }

    fn done(&self) -> bool {
        self.first && !self.frontier.kept().is_empty()
    }

    /// Everything that nothing beats, in order of months, cost and steps.
    pub fn run(mut self) -> (Vec<Pathway>, Effort) {
        let problem = self.problem;
        if problem.current() == Some(self.target) {
            return (Vec::new(), self.effort);
        }
        let frames: Vec<Frame<'p>> = self.stones.iter().filter_map(|s| self.frame(s)).collect();
        let mut level = Vec::new();
        for (at, frame) in frames.iter().enumerate() {
            let draft = Draft {
                frame: at,
                courses: Vec::new(),
                sum: Sum::default(),
                floor: frame.floor,
                usage: Usage::open(),
            };
            let members = self.members(&draft, frame);
            if self.promising(&draft.sum, draft.floor, &Study::none(), frame, 0) {
                level.extend(self.look(&members, draft, frame, 0, 0));
            }
        }
        for _ in 0..problem.rules.max_courses {
            let mut next = Vec::new();
            for draft in level {
                self.grow(&draft, &frames[draft.frame], &mut next);
            }
            level = next;
        }
        (self.frontier.into_sorted(&|node| rank(problem, node)), self.effort)
    }

    /// The steps of a set.
    fn members(&self, draft: &Draft, frame: &Frame<'_>) -> Members<'p, 'a> {
        let mut members = Members::new(self.problem, item(self.target), &frame.stones.posts);
        draft.courses.iter().for_each(|course| members.add(*course));
        members
    }

    /// A choice of roles on the way; nothing where the target cannot begin in time, or where a role could not be used.
    fn frame(&self, stones: &'p Stones) -> Option<Frame<'p>> {
        let problem = self.problem;
        let target = item(self.target);
        if stones.posts.contains(&self.target) {
            return None;
        }
        let idle = stones.posts.iter().filter(|post| {
            let stone = item(**post);
            let others = stones.posts.iter().filter(|other| other != post).map(|other| item(*other));
            let courses = (0..).zip(&problem.courses).map(|(at, _)| Item::Course(at));
            !others.chain([target]).chain(courses).any(|to| problem.feeds(stone, to))
        });
        let idle: Vec<usize> = idle.copied().collect();
        let open = problem.posts[self.target].need == Need::Met;
        if idle.len() > 1
            || idle.iter().any(|post| self.never_beside[*post])
            || (open && !stones.posts.is_empty())
        {
            return None;
        }
        let hire = problem.posts[self.target].hire;
        let ready = stones.ready(problem, self.target);
        let entered: u32 = stones.posts.iter().map(|post| problem.posts[*post].hire).sum();
        let end = ready.end.max(entered).max(stones.last_begin()).saturating_add(hire);
        if end > problem.limits.max_months {
            return None;
        }
        let posts = stones.posts.iter().copied().chain(problem.current()).chain([self.target]);
        let pay_known = posts.into_iter().all(|post| problem.pay.source(role_ix(post)).is_some());
        let dues_known = problem.upkeep_today.iter().all(|(amount, _)| amount.is_some());
        let mut helpers = problem.helpers(target).clone();
        stones.posts.iter().for_each(|post| helpers.extend(problem.helpers(item(*post))));
        let unpriced = helpers.iter().filter(|course| !problem.courses[*course].priced()).last();
        Some(Frame {
            stones,
            floor: Floor { end, ..ready },
            roles_known: pay_known && dues_known,
            unpriced_until: unpriced.map_or(0, |last| last + 1),
            outlook: Outlook::new(problem, self.ledger, &stones.pay, self.target),
            helpers,
        })
    }

    /// Adds to a set each course that something in it could need, and keeps what may grow further.
    fn grow(&mut self, draft: &Draft, frame: &Frame<'p>, next: &mut Vec<Draft>) {
        let problem = self.problem;
        let mut members = self.members(draft, frame);
        let all = members.all();
        let study = Study::of(problem, &members.steps);
        let gap = Gap::of(&members, members.doable(all, usize::MAX));
        let full = draft.courses.len() + 1 == problem.rules.max_courses;
        for at in draft.from()..problem.courses.len() {
            if !frame.helpers.contains(at) {
                continue;
            }
            if self.done() || places(gap.short).any(|step| !members.in_the_end(step, all, at)) {
                return;
            }
            if full && !gap.closed_by(&members, at) {
                continue;
            }
            let course = Item::Course(narrow(at));
            let helps = |step: usize| problem.feeds(course, members.steps[step]);
            let from = if full { usize::MAX } else { at + 1 };
            let within_knot = usize::from(problem.courses[at].knot_end) > at;
            let needed = |step: usize| helps(step) && draft.usage.could_need(&members, step, course, from);
            if !within_knot && !places(all).any(needed) {
                continue;
            }
            self.effort.bounds += 1;
            let sum = draft.sum.with(&problem.courses[at]);
            let floor = draft.floor.and(Floor { end: 0, ..frame.stones.floor(course) });
            let study = study.with(&problem.courses[at]);
            if !self.promising(&sum, floor, &study, frame, from) {
                continue;
            }
            let courses = draft.courses.iter().copied().chain([narrow(at)]).collect();
            members.add(narrow(at));
            let more = Draft { frame: draft.frame, courses, sum, floor, usage: draft.usage };
            next.extend(self.look(&members, more, frame, gap.done, from));
            members.drop_last();
        }
    }

    /// Puts a set on the clock if it can be a pathway, and gives it back if courses from a place on may be added. Some of
    /// it is known to be `done`.
    fn look(
        &mut self,
        members: &Members<'p, 'a>,
        mut draft: Draft,
        frame: &Frame<'p>,
        done: u32,
        from: usize,
    ) -> Option<Draft> {
        let all = members.all();
        let done = members.doable_after(done, all, usize::MAX);
        if members.doable_after(done, all, from) != all
            || !draft.usage.grow(members, from, &self.never_beside)
        {
            return None;
        }
        if done == all {
            self.complete(members, &draft, frame);
        }
        (from != usize::MAX).then_some(draft)
    }

    /// Whether a set that courses from a place on may be added to keeps to the limits and could become something that
    /// nothing found beats.
    fn promising(&self, sum: &Sum, floor: Floor, study: &Study, frame: &Frame<'_>, from: usize) -> bool {
        let problem = self.problem;
        let sum = sum.raised(floor);
        if problem.limits.budget.is_some_and(|budget| sum.cost > budget.cents()) {
            return false;
        }
        let known = frame.roles_known && sum.priced;
        let unknown = !known || frame.unpriced_until > from;
        let hire = problem.posts[self.target].hire;
        let stand = Stand::today(floor.end.max(hire + study.shortest()));
        [(known, true), (unknown, false)].into_iter().any(|(possible, net_known)| {
            possible && {
                let found = self.frontier.kept();
                let bars = Bars::of(found, net_known, sum.cost, sum.chance, problem.limits.max_months);
                frame.outlook.open(sum.cost, &bars, study, &stand)
            }
        })
    }

    /// Puts a whole set on the clock, if it can be a pathway at all.
    fn complete(&mut self, members: &Members<'p, 'a>, draft: &Draft, frame: &Frame<'p>) {
        let problem = self.problem;
        let mut usage = draft.usage;
        if replaceable(members) || !usage.finish(members, &self.never_beside) {
            return;
        }
        let ends = usage.ends(members);
        if ends[..members.steps.len()].contains(&NEVER) {
            return;
        }
        let begin = |post: usize| {
            let entry = members.steps.iter().position(|step| *step == item(post));
            entry.filter(|_| problem.current() != Some(post)).map_or(0, |at| ends[at])
        };
        let pay = frame.stones.pay.delayed(begin);
        let outlook = Outlook::new(problem, self.ledger, &pay, self.target);
        let worth = Worth::of(problem, self.target, &members.steps);
        let order = Order::new(
            members,
            &usage,
            worth,
            &outlook,
            draft.floor.end.max(ends[0]),
            self.frontier.kept(),
            self.first,
        );
        order.run(self.ledger, &mut self.frontier, &mut self.effort);
    }
}
