//! The search for one target: sets from few steps to many, each ordered on the clock, cut wherever something found
//! already beats all that could come of it.

use rustc_hash::FxHashSet;

use super::bound::{Stand, Study, never_beside, some_month_open, stand};
use super::clock::{Clock, Mode, NEVER};
use super::floor::{Floor, floors};
use super::frontier::Frontier;
use super::item::{Item, item, role_ix};
use super::money::Ledger;
use super::need::Need;
use super::plan::{Planner, Set};
use super::problem::Problem;
use super::stones::{BestPay, Stones};
use super::used::{can_be_used, needed_somewhere};
use super::worth::Worth;
use super::written::{rank, written};
use super::{Effort, Pathway};

/// Searches one target.
pub(super) struct Hunt<'p, 'a> {
    problem: &'p Problem<'a>,
    target: usize,
    ledger: &'p Ledger<'p, 'a>,
    stones: &'p [Stones],
    planner: Planner<'p, 'a>,
    frontier: Frontier,
    effort: Effort,
    /// Unfinished sets looked at already for the roles at hand, with which of their steps are settled.
    seen: FxHashSet<Vec<(Item, bool)>>,
    /// Per role: whether it could only ever pay above the target beside a course.
    never_beside: Vec<bool>,
    /// Whether one pathway is enough.
    first: bool,
}

/// What a search keeps at hand for one choice of roles on the way.
#[derive(Debug, Clone, Copy)]
struct Frame<'p> {
    stones: &'p Stones,
    /// The best that the roles on the way and the job of today can pay.
    pay: &'p BestPay,
    /// Whether net earnings are to be known.
    net_known: bool,
    /// The floor of the target's beginning.
    floor: Floor,
    /// A course that must be among them, for net earnings not to be known.
    must: Option<Item>,
    /// How many courses a set is to have.
    size: usize,
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
            planner: Planner::new(problem, target),
            frontier: Frontier::default(),
            effort: Effort::default(),
            seen: FxHashSet::default(),
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
        let ready: Vec<(&Stones, Floor)> =
            self.stones.iter().filter_map(|s| Some((s, self.begin(s)?))).collect();
        for net_known in [true, false] {
            let mut frames: Vec<Frame<'p>> = Vec::new();
            for (stones, floor) in &ready {
                for must in self.must_have(stones, net_known) {
                    frames.push(Frame { stones, pay: &stones.pay, net_known, floor: *floor, must, size: 0 });
                }
            }
            for size in 0..=problem.rules.max_courses {
                for frame in &frames {
                    let posts = frame.stones.posts.iter().chain([&self.target]);
                    let mut set: Vec<(Item, bool)> = posts.map(|post| (item(*post), false)).collect();
                    set.extend(frame.must.map(|course| (course, false)));
                    set.sort_unstable();
                    self.seen.clear();
                    self.expand(&set, &Frame { size, ..*frame });
                }
            }
        }
        (self.frontier.into_sorted(&|node| rank(problem, node)), self.effort)
    }

    /// The courses of which a choice of roles must have one for net earnings to be known, or not to be: a list of none
    /// where it needs none, an empty list where it cannot be so.
    fn must_have(&mut self, stones: &Stones, net_known: bool) -> Vec<Option<Item>> {
        let problem = self.problem;
        let posts = stones.posts.iter().copied().chain(problem.current()).chain([self.target]);
        let roles_known = posts.into_iter().all(|post| problem.pay.source(role_ix(post)).is_some())
            && problem.upkeep_today.iter().all(|(amount, _)| amount.is_some());
        match (net_known, roles_known) {
            (true, true) | (false, false) => vec![None],
            (true, false) => Vec::new(),
            (false, true) => self.unpriced(stones).into_iter().map(Some).collect(),
        }
    }

    /// The earliest month in which the target can begin with these roles on the way and any courses; nothing where it
    /// cannot in time, or where one of the roles could not be used.
    fn begin(&self, stones: &Stones) -> Option<Floor> {
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
        (end <= problem.limits.max_months).then_some(Floor { end, ..ready })
    }

    /// The courses without a known cost or upkeep that could be of use.
    fn unpriced(&mut self, stones: &Stones) -> Vec<Item> {
        let problem = self.problem;
        let mut reached: Vec<Item> =
            stones.posts.iter().chain([&self.target]).map(|post| item(*post)).collect();
        let roles = reached.len();
        let mut next = 0;
        while let Some(step) = reached.get(next).copied() {
            next += 1;
            for way in self.planner.ways(step) {
                let apart = |step: &&Item| matches!(step, Item::Post(_)) && !reached[..roles].contains(step);
                if way.iter().any(|step| apart(&step)) {
                    continue;
                }
                let new: Vec<Item> = way.iter().filter(|step| !reached.contains(step)).copied().collect();
                reached.extend(new);
            }
        }
        reached.retain(|step| match step {
            Item::Course(course) => !problem.courses[*course as usize].priced(),
            Item::Post(_) => false,
        });
        reached
    }

    /// Settles one unsettled step of a set after the other: adds, in every way there is, the courses it needs. The
    /// set's steps are in order, each with whether it is settled.
    fn expand(&mut self, set: &[(Item, bool)], frame: &Frame<'p>) {
        let courses = set.len() - 1 - frame.stones.posts.len();
        if courses > frame.size || self.done() || !self.promising(set, frame) {
            return;
        }
        let Some(at) = set.iter().position(|(_, settled)| !settled) else {
            if courses == frame.size {
                let target = item(self.target);
                let steps = set.iter().map(|(step, _)| *step);
                self.complete(&steps.filter(|step| *step != target).collect::<Set>(), frame);
            }
            return;
        };
        for way in 0..self.planner.ways(set[at].0).len() {
            let mut grown = set.to_vec();
            grown[at].1 = true;
            let added = &self.planner.ways(set[at].0)[way];
            let holds = |step: &Item| set.iter().any(|(known, _)| known == step);
            if added.iter().any(|step| matches!(step, Item::Post(_)) && !holds(step)) {
                continue;
            }
            grown.extend(added.iter().filter(|step| !holds(step)).map(|step| (*step, false)));
            grown.sort_unstable();
            if !self.seen.contains(&grown) {
                self.expand(&grown, frame);
                self.seen.insert(grown);
            }
        }
    }

    /// Whether a set that may still grow keeps to the limits and could become something that nothing found beats.
    fn promising(&mut self, steps: &[(Item, bool)], frame: &Frame<'p>) -> bool {
        self.effort.bounds += 1;
        let problem = self.problem;
        let set: Vec<Item> = steps.iter().map(|(step, _)| *step).collect();
        let set = set.as_slice();
        let mut worth = Worth::of(problem, self.target, set);
        let short = frame.net_known && !worth.net_known;
        if short || !worth.within(problem.limits.budget) {
            return false;
        }
        let mut floor = Floor { end: 0, ..frame.floor };
        for (step, settled) in steps {
            if !settled && *step != item(self.target) {
                floor = floor.and(frame.stones.floor(*step));
            }
        }
        worth.raise(floor);
        if floor.end == NEVER || !worth.within(problem.limits.budget) {
            return false;
        }
        let hire = problem.posts[self.target].hire;
        let study = Study::of(problem, set);
        let earliest = frame.floor.end.max(hire + study.shortest().max(floor.end));
        self.open(&worth, frame, &study, &Stand::today(earliest))
    }

    /// Whether some month for the target to begin in is left where nothing found beats the best that could be.
    fn open(&self, worth: &Worth, frame: &Frame<'_>, study: &Study, stand: &Stand) -> bool {
        let problem = self.problem;
        let latest = problem.limits.max_months;
        if stand.earliest > latest {
            return false;
        }
        let rivals = worth.rivals(frame.net_known, self.frontier.kept());
        if !frame.net_known {
            return !rivals.iter().any(|rival| rival.beats_months(stand.earliest));
        }
        if rivals.is_empty() {
            return true;
        }
        let hire = problem.posts[self.target].hire;
        let paid = latest.saturating_sub(hire) < problem.rules.horizon;
        let spent = if paid { worth.cost } else { 0 };
        let pay = frame.pay;
        some_month_open(self.ledger, pay, study, (self.target, hire), stand, latest, |month, net| {
            !rivals.iter().any(|rival| rival.beats(month, net - spent))
        })
    }

    /// Orders a whole set, if it can be a pathway at all.
    fn complete(&mut self, set: &[Item], frame: &Frame<'p>) {
        let problem = self.problem;
        let worth = Worth::of(problem, self.target, set);
        if worth.net_known != frame.net_known || !can_be_used(problem, &self.never_beside, self.target, set) {
            return;
        }
        let mut whole = set.to_vec();
        whole.push(item(self.target));
        let ends = floors(problem, &whole);
        if ends.iter().any(|floor| floor.end == NEVER) {
            return;
        }
        let begin = |post: usize| {
            let entry =
                set.iter().position(|step| *step == item(post)).filter(|_| problem.current() != Some(post));
            entry.map_or(0, |at| ends[at].end)
        };
        let pay = frame.pay.delayed(begin);
        let frame = Frame { pay: &pay, floor: frame.floor.and(ends[set.len()]), ..*frame };
        let study = Study::of(problem, set);
        let soonest = frame.floor.end.max(study.shortest() + problem.posts[self.target].hire);
        if self.open(&worth, &frame, &study, &Stand::today(soonest)) && needed_somewhere(problem, &whole) {
            self.effort.sets += 1;
            self.order(&mut Clock::new(problem), &mut set.to_vec(), &worth, &frame);
        }
    }

    /// Tries every next step among those left, and the target when none is.
    fn order(&mut self, clock: &mut Clock<'p, 'a>, left: &mut Set, worth: &Worth, frame: &Frame<'_>) {
        let limit = self.problem.limits.max_months;
        if left.is_empty() {
            if let Some(mark) = clock.place(item(self.target), Mode::Enter, limit) {
                self.effort.expansions += 1;
                if clock.placed.last().is_some_and(|last| last.end <= limit) && clock.all_used() {
                    self.keep(clock, worth);
                }
                clock.unplace(mark);
            }
            return;
        }
        for at in 0..left.len() {
            if self.done() {
                return;
            }
            let step = left.remove(at);
            for mode in self.modes(step) {
                let Some(mark) = clock.place(step, *mode, limit) else { continue };
                self.effort.expansions += 1;
                if !self.wasted(clock, left) && self.hopeful(clock, left, worth, frame) {
                    self.order(clock, left, worth, frame);
                }
                clock.unplace(mark);
            }
            left.insert(at, step);
        }
    }

    /// Whether a course on the clock is of no use so far and cannot be to any step left, or two roles are.
    fn wasted(&self, clock: &Clock<'p, 'a>, left: &Set) -> bool {
        let target = item(self.target);
        let mut roles = 0;
        for (at, placed) in clock.placed.iter().enumerate() {
            let useful =
                clock.used & (1 << at) != 0 || left.iter().chain([&target]).any(|to| clock.may_need(*to, at));
            if !useful {
                match placed.item {
                    Item::Course(_) => return true,
                    Item::Post(_) => roles += 1,
                }
            }
        }
        roles > 1
    }

    /// Whether the steps on the clock can still become something that nothing found beats.
    fn hopeful(&self, clock: &Clock<'p, 'a>, left: &Set, worth: &Worth, frame: &Frame<'_>) -> bool {
        let problem = self.problem;
        let (since, study_free, job_free) = clock.now();
        let study = Study::of(problem, left);
        let hires: u32 = left
            .iter()
            .map(|step| match step {
                Item::Post(post) => problem.posts[*post as usize].hire,
                Item::Course(_) => 0,
            })
            .sum();
        let hire = problem.posts[self.target].hire;
        let free = (study_free.max(since) + study.shortest()).max(job_free.max(since) + hires);
        let earliest = frame.floor.end.max(hire + free);
        let stand = stand(clock, self.ledger, earliest).unwrap_or(Stand::today(earliest));
        self.open(worth, frame, &study, &stand)
    }

    fn modes(&self, step: Item) -> &'static [Mode] {
        match step {
            Item::Post(_) => &[Mode::Enter],
            Item::Course(at) if self.problem.courses[at as usize].follows_job => &[Mode::FullTime],
            Item::Course(_) => &[Mode::FullTime, Mode::Alongside],
        }
    }

    fn keep(&mut self, clock: &Clock<'p, 'a>, worth: &Worth) {
        let problem = self.problem;
        let months = clock.placed.last().map_or(0, |last| last.end);
        let value = worth.value(months, self.ledger.net(clock));
        if !self.frontier.kept().iter().any(|kept| super::beats(&kept.value, &value)) {
            self.frontier.add(written(clock, value, worth), &|node| rank(problem, node));
        }
    }
}
