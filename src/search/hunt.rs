//! What: for one target, every set of steps that could be used, from few courses to many, cut wherever something found
//! already beats all that could come of it.
//!
//! The roles on the way are chosen first. Courses are then taken in an order in which whatever may need one comes
//! before it, so that a course is taken only where something in the set could need it, and each set comes up once.

use super::bound::{Outlook, Stand, Study};
use super::clock::NEVER;
use super::floor::Floor;
use super::frame::{Aim, Frame, turns};
use super::frontier::{Frontier, Survey};
use super::goal::{Goal, Sought};
use super::item::{Item, item, narrow};
use super::members::{Members, places};
use super::money::Ledger;
use super::order::Order;
use super::problem::Problem;
use super::stones::{BestPay, Crossings, Stones};
use super::twins::replaceable;
use super::usage::Usage;
use super::worth::{Bars, Sum, Worth};
use super::{Effort, MOST_DRAFTS, Pathway, Stop};

/// The most roles on the way and courses of a set of few steps.
const BRIEF_ROLES: usize = 1;
const BRIEF_COURSES: usize = 2;

/// Searches one target.
pub(super) struct Hunt<'h, 'l, 'p, 'a> {
    problem: &'p Problem<'a>,
    ledger: &'l Ledger<'p, 'a>,
    crossings: &'h Crossings<'p, 'a, 'l>,
    aim: &'h Aim,
    frontier: Frontier,
    effort: Effort,
    sought: Sought<'h>,
    /// Whether more sets wait to grow than are held.
    crowded: bool,
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

impl<'h, 'l, 'p, 'a> Hunt<'h, 'l, 'p, 'a> {
    pub fn new(
        problem: &'p Problem<'a>,
        ledger: &'l Ledger<'p, 'a>,
        crossings: &'h Crossings<'p, 'a, 'l>,
        aim: &'h Aim,
    ) -> Self {
        let (frontier, effort) = (Frontier::default(), Effort::of(problem));
        Self { problem, ledger, crossings, aim, frontier, effort, sought: Sought::All, crowded: false }
    }

    /// Whether to stop at the first pathway found, best or not.
    pub const fn stop_at_first(mut self) -> Self {
        self.sought = Sought::One;
        self
    }

    /// Looks for the best alone: of what is found, what scores best is what would be without it.
    pub const fn aiming_at(mut self, goal: &'h Goal<'h>) -> Self {
        self.sought = Sought::Best(goal);
        self
    }

    /// What nothing beats, and what was looked at besides.
    pub fn survey(mut self) -> Survey {
        self.frontier = Frontier::remembering();
        let problem = self.problem;
        self.search();
        let stopped = self.effort.stopped;
        Survey { stopped, ..self.frontier.into_survey(&|node| problem.graph.rank(node)) }
    }

    fn done(&mut self) -> bool {
        let enough = self.sought.one() && !self.frontier.kept().is_empty();
        enough || self.crowded || self.effort.spent(&self.problem.rules)
    }

    /// Everything that nothing beats, in order of months, cost and steps.
    pub fn run(mut self) -> (Vec<Pathway>, Effort) {
        let problem = self.problem;
        self.search();
        (self.frontier.into_sorted(&|node| problem.graph.rank(node)), self.effort)
    }

    fn search(&mut self) {
        let problem = self.problem;
        if problem.current() == Some(self.aim.target) {
            return;
        }
        match self.sought.goal() {
            None => self.cross(|_| true),
            // what is found with few roles on the way tells which more are worth looking at
            Some(goal) => {
                let most = if goal.brief { BRIEF_ROLES + 1 } else { problem.rules.max_roles.max(1) };
                for roles in 0..most {
                    self.cross(|posts| posts.len() == roles && goal.could_cross(posts));
                }
            }
        }
    }

    /// Looks at the sets with some choices of roles on the way.
    fn cross(&mut self, wanted: impl Fn(&[usize]) -> bool) {
        let problem = self.problem;
        let crossings = self.crossings;
        let fitting = crossings.places().filter(|(_, posts)| wanted(posts) && self.aim.fits(problem, posts));
        let stones: Vec<&Stones<'l>> = fitting.map(|(at, _)| crossings.get(at)).collect();
        let room = |stones: &&Stones<'l>| self.aim.room(problem, self.ledger, stones);
        let rooms: Vec<Option<BestPay<'l>>> = stones.iter().map(room).collect();
        let frames: Vec<Frame<'_>> = stones
            .iter()
            .zip(&rooms)
            .filter_map(|(stones, room)| Frame::new(problem, self.ledger, self.aim, stones, room.as_ref()))
            .collect();
        let mut level = Vec::new();
        for (at, frame) in frames.iter().enumerate() {
            let mut draft = Draft {
                frame: at,
                courses: Vec::new(),
                sum: Sum::default(),
                floor: frame.floor,
                usage: Usage::open(),
            };
            let members = Members::new(problem, item(self.aim.target), &frame.stones.posts);
            if self.promising(&draft.sum, draft.floor, &Study::none(), frame, 0)
                && self.look(&members, &mut draft.usage, draft.floor, frame, 0, 0)
            {
                level.push(draft);
            }
        }
        let most = problem.rules.max_courses;
        let most =
            if self.sought.goal().is_some_and(|goal| goal.brief) { most.min(BRIEF_COURSES) } else { most };
        for _ in 0..most {
            let mut next = Vec::new();
            for draft in level {
                self.grow(&draft, &frames[draft.frame], &mut next);
            }
            level = next;
        }
    }

    /// Adds to a set each course that something in it could need, and keeps what may grow further.
    fn grow(&mut self, draft: &Draft, frame: &Frame<'_>, next: &mut Vec<Draft>) {
        let problem = self.problem;
        let mut members = Members::new(problem, item(self.aim.target), &frame.stones.posts);
        draft.courses.iter().for_each(|course| members.add(*course));
        let all = members.all();
        let study = Study::of(problem, &members.steps);
        let hire = problem.posts[self.aim.target].hire;
        let gap = Gap::of(&members, members.doable(all, usize::MAX));
        let full = draft.courses.len() + 1 == problem.rules.max_courses;
        for at in draft.from()..problem.courses.len() {
            if !frame.helpers.contains(at) {
                continue;
            }
            if next.len() > MOST_DRAFTS {
                self.crowded = true;
                self.effort.stopped = Some(Stop::Work);
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
            let may_come = problem.fed_until(course) > from;
            let needed = |step: usize| helps(step) && draft.usage.could_need(&members, step, course, from);
            if !may_come && !places(all).any(needed) {
                continue;
            }
            self.effort.bounds += 1;
            let sum = draft.sum.with(&problem.courses[at]);
            let ready = frame.stones.floors.of(problem, course);
            let floor = draft.floor.and(ready.later(hire));
            let study = study.with(&problem.courses[at]);
            if !self.promising(&sum, floor, &study, frame, from) {
                continue;
            }
            members.add(narrow(at));
            let mut usage = draft.usage;
            if self.look(&members, &mut usage, floor, frame, gap.done, from) && !full {
                let courses = draft.courses.iter().copied().chain([narrow(at)]).collect();
                next.push(Draft { frame: draft.frame, courses, sum, floor, usage });
            }
            members.drop_last();
        }
    }

    /// Puts a set on the clock if it can be a pathway; false where it cannot, not even if courses from a place on are added.
    /// Some of it is known to be `done`.
    fn look(
        &mut self,
        members: &Members<'p, 'a>,
        usage: &mut Usage,
        floor: Floor,
        frame: &Frame<'_>,
        done: u32,
        from: usize,
    ) -> bool {
        let all = members.all();
        let done = members.doable_after(done, all, usize::MAX);
        let in_the_end = if from == usize::MAX { done } else { members.doable_after(done, all, from) };
        let possible = in_the_end == all && usage.grow(members, from, &self.aim.never_beside);
        if possible && done == all {
            self.complete(members, *usage, floor, frame);
        }
        possible
    }

    /// Whether a set that courses from a place on may be added to keeps to the limits and could become something that
    /// nothing found beats.
    fn promising(&self, sum: &Sum, floor: Floor, study: &Study, frame: &Frame<'_>, from: usize) -> bool {
        let known = (frame.roles_known && sum.priced).then_some((floor, true));
        let unknown = frame.unknown(floor, sum.priced, from).map(|floor| (floor, false));
        known.into_iter().chain(unknown).any(|(floor, net_known)| {
            let sum = sum.raised(floor);
            if self.problem.limits.budget.is_some_and(|budget| sum.cost > budget.cents()) {
                return false;
            }
            let hire = self.problem.posts[self.aim.target].hire;
            let stand = Stand { floor, ..Stand::today(floor.end.max(hire + study.shortest())) };
            let (found, chance) = (self.frontier.kept(), sum.chance);
            let bars =
                Bars::of(found, self.sought.goal(), net_known, sum.cost, chance.value, chance.in_any_order());
            frame.outlook.open(sum.cost, &bars, study, &stand)
        })
    }

    /// Puts a whole set on the clock, if it can be a pathway at all; then with each side job.
    fn complete(&mut self, members: &Members<'p, 'a>, mut usage: Usage, floor: Floor, frame: &Frame<'_>) {
        let problem = self.problem;
        if replaceable(members) || !usage.finish(members, &self.aim.never_beside) {
            return;
        }
        let ends = usage.ends(members);
        if ends[..members.steps.len()].contains(&NEVER) {
            return;
        }
        let soonest = floor.end.max(ends[0]);
        let begin = |post: usize| {
            let entry = members.steps.iter().position(|step| *step == item(post));
            entry.filter(|_| problem.current() != Some(post)).map_or(0, |at| ends[at])
        };
        let posts = &frame.stones.posts;
        let pay = frame.stones.pay.delayed(begin);
        let held = |role: usize| (posts[role - 1], ends[role], usage.held(role));
        let (ledger, target) = (self.ledger, self.aim.target);
        let in_turn = |job: Option<usize>| {
            let job = job.map(|job| (job, problem.posts[job].hire, 1));
            turns(problem, ledger, target, (1..members.roles).map(held).chain(job), None)
        };
        let outlook = Outlook::new(problem, ledger, &pay, in_turn(None), self.aim);
        self.order(members, &usage, &outlook, soonest);
        let beside = (1..members.roles).any(|role| usage.users[role] == 0);
        if members.course_count() == 0 || members.roles >= problem.rules.max_roles || beside {
            return;
        }
        for job in self.aim.side_jobs.iter().filter(|job| !posts.contains(job)) {
            let pay = pay.with(ledger, &[(*job, problem.posts[*job].hire)]);
            let outlook = Outlook::new(problem, ledger, &pay, in_turn(Some(*job)), self.aim);
            self.order(&members.beside(*job), &usage.beside(members.roles), &outlook, soonest);
        }
    }

    /// Puts a set on the clock in every order.
    fn order(&mut self, members: &Members<'p, 'a>, usage: &Usage, outlook: &Outlook<'_>, soonest: u32) {
        let worth = Worth::of(self.problem, self.aim.target, &members.steps);
        let kept = self.frontier.kept();
        let order = Order::new(members, usage, worth, outlook, soonest, self.sought, kept);
        order.run(self.ledger, &mut self.frontier, &mut self.effort);
    }
}
