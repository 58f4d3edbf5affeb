//! When: every order and mode of one set of steps on the clock.

use std::cell::OnceCell;

use super::bound::{Outlook, Stand, Study, stand};
use super::clock::{Clock, Mark, Mode};
use super::frontier::Frontier;
use super::goal::{Goal, Sought};
use super::item::Item;
use super::members::{Members, mask, places};
use super::money::Ledger;
use super::usage::Usage;
use super::worth::{Bars, Worth};
use super::written::written;
use super::{Effort, Pathway};

/// A set of steps to be put in order.
pub(super) struct Order<'o, 'p, 'a> {
    members: &'o Members<'p, 'a>,
    usage: &'o Usage,
    worth: Worth,
    outlook: &'o Outlook<'o>,
    /// No earlier month for the target to begin in.
    soonest: u32,
    /// The courses that must be taken beside a job.
    beside: u32,
    /// Per choice of the set's courses: the months they take; then the same with all of them beside a job. Nothing where
    /// that cannot be.
    studies: Vec<OnceCell<Option<Study>>>,
    /// What the pathways found ask of one made of it.
    bars: Bars<'o>,
    sought: Sought<'o>,
    /// The members on the clock, in order.
    placed: Vec<usize>,
}

impl<'o, 'p, 'a> Order<'o, 'p, 'a> {
    pub fn new(
        members: &'o Members<'p, 'a>,
        usage: &'o Usage,
        worth: Worth,
        outlook: &'o Outlook<'o>,
        soonest: u32,
        sought: Sought<'o>,
        found: &[Pathway],
    ) -> Self {
        Self {
            bars: bars(&worth, sought.goal(), found),
            sought,
            members,
            usage,
            worth,
            outlook,
            soonest,
            beside: usage.beside_job(members),
            studies: (0..2_usize << members.course_count()).map(|_| OnceCell::new()).collect(),
            placed: Vec::with_capacity(members.steps.len()),
        }
    }

    /// Adds to what was found all that nothing found beats.
    pub fn run(mut self, ledger: &Ledger<'p, 'a>, found: &mut Frontier, effort: &mut Effort) {
        let left = self.members.all() & !1;
        let Some(study) = self.study(left) else { return };
        let soonest = self.soonest.max(study.shortest() + self.members.length(0, 0));
        if !self.outlook.open(self.worth.cost, &self.bars, study, &Stand::today(soonest)) {
            return;
        }
        effort.sets += 1;
        let mut clock = Clock::new(self.members.problem);
        self.next(&mut clock, left, ledger, found, effort);
    }

    /// The months that the courses among some members that are left take; nothing where they cannot be.
    fn study(&self, left: u32) -> Option<&Study> {
        let members = self.members;
        // who has a job and may not stop working takes whatever follows beside it
        let working =
            !members.problem.limits.may_stop_working && self.placed.iter().any(|step| *step < members.roles);
        let beside = if working { left } else { self.beside };
        let at = ((left >> members.roles) as usize) << 1 | usize::from(working);
        let courses = || places(left & members.courses());
        let with = |study: Study, at: usize| match members.steps[at] {
            Item::Course(course) => {
                let course = &members.problem.courses[usize::from(course)];
                if beside & (1 << at) == 0 { Some(study.with(course)) } else { study.with_beside(course) }
            }
            Item::Post(_) => Some(study),
        };
        self.studies[at].get_or_init(|| courses().try_fold(Study::none(), with)).as_ref()
    }

    /// Tries every next step among those left, and the target when none is.
    fn next(
        &mut self,
        clock: &mut Clock<'p, 'a>,
        left: u32,
        ledger: &Ledger<'p, 'a>,
        found: &mut Frontier,
        effort: &mut Effort,
    ) {
        let limit = self.members.problem.limits.max_months;
        if left == 0 {
            if let Some(mark) = clock.place(self.members.steps[0], Mode::Enter, limit, self.could_need(0)) {
                effort.expansions += 1;
                if clock.placed.last().is_some_and(|last| last.end <= limit) && clock.all_used() {
                    self.keep(clock, ledger, found);
                }
                clock.unplace(mark);
            }
            return;
        }
        for at in places(left) {
            if left & self.usage.ahead[at] != 0 {
                continue;
            }
            let step = self.members.steps[at];
            let rest = left & !(1 << at);
            let could = self.could_need(at);
            for mode in self.modes(step) {
                if (self.sought.one() && !found.kept().is_empty())
                    || effort.spent(&self.members.problem.rules)
                {
                    return;
                }
                let Some(mark) = clock.place(step, *mode, limit, could) else { continue };
                effort.expansions += 1;
                self.placed.push(at);
                if !self.comes_first(clock, mark, at)
                    && !self.early(clock, at)
                    && !self.wasted(clock, rest)
                    && self.hopeful(clock, rest, ledger)
                {
                    self.next(clock, rest, ledger, found, effort);
                }
                self.placed.pop();
                clock.unplace(mark);
            }
        }
    }

    /// The places on the clock of the members that one could need.
    fn could_need(&self, at: usize) -> u32 {
        let users = self.placed.iter().map(|step| self.usage.users[*step]);
        users.zip(0..).map(|(users, place)| ((users >> at) & 1) << place).sum()
    }

    /// Whether the role entered last would have started in the same month before the course placed before it, taken up
    /// beside a job: that is the same pathway.
    fn comes_first(&self, clock: &Clock<'_, '_>, before_role: Mark, at: usize) -> bool {
        let [.., course, role] = clock.placed.as_slice() else { return false };
        let before = self.placed[self.placed.len() - 2];
        let earlier = clock.placed.len().checked_sub(3).map_or(0, |at| clock.placed[at].start);
        let waited = before_role.job_free() == role.start || earlier == role.start;
        role.mode == Mode::Enter
            && course.mode == Mode::Alongside
            && course.start == role.start
            && course.end > role.start
            && waited
            && self.usage.ahead[at] & (1 << before) == 0
    }

    /// Whether the step placed last starts before a course is finished that must be.
    fn early(&self, clock: &Clock<'_, '_>, at: usize) -> bool {
        let start = clock.placed.last().map_or(0, |last| last.start);
        let courses = !mask(self.members.roles);
        self.placed
            .iter()
            .zip(&clock.placed)
            .any(|(step, placed)| self.usage.before[at] & courses & (1 << step) != 0 && placed.end > start)
    }

    /// Whether a course on the clock is of no use so far and cannot be to any step left, or two roles are.
    fn wasted(&self, clock: &Clock<'p, 'a>, left: u32) -> bool {
        let mut roles = 0;
        for (at, step) in self.placed.iter().enumerate() {
            let useful = clock.used & (1 << at) != 0
                || places((left | 1) & self.usage.users[*step])
                    .any(|to| clock.may_need(self.members.steps[to], at));
            if !useful {
                match self.members.steps[*step] {
                    Item::Course(_) => return true,
                    Item::Post(_) if self.usage.must_serve & (1 << step) != 0 => return true,
                    Item::Post(_) => roles += 1,
                }
            }
        }
        roles > 1
    }

    /// Whether the steps on the clock can still become something that nothing found beats.
    fn hopeful(&self, clock: &Clock<'p, 'a>, left: u32, ledger: &Ledger<'p, 'a>) -> bool {
        let (since, study_free, job_free) = clock.now();
        let Some(study) = self.study(left) else { return false };
        let hires: u32 =
            places(left & mask(self.members.roles)).map(|role| self.members.length(role, 0)).sum();
        let hire = self.members.length(0, 0);
        let free = (study_free.max(since) + study.shortest()).max(job_free.max(since) + hires);
        let earliest = self.soonest.max(hire + free);
        let stand = stand(clock, ledger, earliest).unwrap_or(Stand::today(earliest));
        self.outlook.open(self.worth.cost, &self.bars, study, &stand)
    }

    fn modes(&self, step: Item) -> &'static [Mode] {
        match step {
            Item::Post(_) => &[Mode::Enter],
            Item::Course(at) if self.members.problem.courses[at as usize].follows_job => &[Mode::FullTime],
            Item::Course(_) => &[Mode::FullTime, Mode::Alongside],
        }
    }

    fn keep(&mut self, clock: &Clock<'p, 'a>, ledger: &Ledger<'p, 'a>, found: &mut Frontier) {
        let problem = self.members.problem;
        let months = clock.placed.last().map_or(0, |last| last.end);
        let value = self.worth.value(months, ledger.net(clock));
        let beaten = || found.kept().iter().any(|kept| super::beats(&kept.value, &value));
        if found.remembers() || !beaten() {
            let pathway = written(clock, value, &self.worth);
            if problem.choices.met_by(&pathway) {
                if let Some(goal) = self.sought.goal() {
                    goal.raise(&pathway);
                }
                found.add(pathway, &|node| problem.graph.rank(node));
            }
            self.bars = bars(&self.worth, self.sought.goal(), found.kept());
        }
    }
}

/// What the pathways found ask of one made of a set.
fn bars<'g>(worth: &Worth, goal: Option<&'g Goal<'g>>, found: &[Pathway]) -> Bars<'g> {
    Bars::of(found, goal, worth.net_known, worth.cost, worth.chance, true)
}
