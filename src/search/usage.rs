//! Whether the members of a set could all be used, and what must then come before what, with no clock yet.
//!
//! A course that is used is finished when its user starts; the target is last, so every course is finished by then.
//! What the courses before a step bring for certain, nobody else is needed for. A member with one possible user left
//! comes before it; that makes more certain; and so on until nothing changes.

use super::clock::NEVER;
use super::item::Item;
use super::members::{MOST, Members, Sure, TOLD, Worked, mask, places};

/// What must come before each member, and who could still need it: one bit a member.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usage {
    /// Courses finished and roles entered when the member starts.
    pub before: [u32; MOST],
    /// Members that start no later and are listed earlier.
    pub ahead: [u32; MOST],
    /// Members that could need it.
    pub users: [u32; MOST],
    /// The fewest months worked in the roles on the way when the member starts.
    worked: [Worked; MOST],
    /// The roles on the way that must be needed by something: what they pay is no reason.
    pub must_serve: u32,
    /// Whether all that follows from these by their order is told.
    closed: bool,
}

impl Usage {
    /// Nothing is known.
    pub const fn open() -> Self {
        Self {
            before: [0; MOST],
            ahead: [0; MOST],
            users: [0; MOST],
            worked: [[0; TOLD]; MOST],
            must_serve: 0,
            closed: false,
        }
    }

    /// What is surely so when a member starts.
    fn sure(&self, members: &Members<'_, '_>, of: usize) -> Sure {
        Sure { courses: self.before[of] & members.courses(), worked: self.worked[of] }
    }

    /// Whether a member could need a course that is not a member, if courses from a place on may come.
    pub fn could_need(&self, members: &Members<'_, '_>, of: usize, course: Item, from: usize) -> bool {
        members.could_need_more(of, course, &self.sure(members, of), from)
    }

    /// Takes in the member added last, or all of them at first, and settles what follows while courses from a place on
    /// may still come; false where some member could not be used whatever comes. What it finds stays true as the set
    /// grows.
    pub fn grow(&mut self, members: &Members<'_, '_>, from: usize, never_beside: &[bool]) -> bool {
        let (all, last) = (members.all(), members.steps.len() - 1);
        self.before[0] |= all & !1;
        let new = if members.course_count() == 0 { all } else { 1 << last };
        for step in 1..=last {
            self.users[step] |= members.feeds[step] & new;
        }
        self.users[last] |= members.feeds[last];
        self.find_indispensable(members, from);
        self.put_study_first(members);
        self.find_months(members, new, from);
        self.settle(members, new | 1, from, never_beside)
    }

    /// Settles what follows when nothing more comes; false where some member could not be used.
    pub fn finish(&mut self, members: &Members<'_, '_>, never_beside: &[bool]) -> bool {
        let all = members.all();
        let never = |role: &usize| !may_be_beside(members, 1 << role, never_beside);
        self.must_serve = (1..members.roles).filter(never).map(|role| 1 << role).sum();
        self.find_indispensable(members, usize::MAX);
        self.before[0] |= all & !1;
        self.find_months(members, all, usize::MAX);
        self.settle(members, all, usize::MAX, never_beside)
            && self.drop_impossible_users(members, never_beside)
    }

    /// Follows what is known until nothing changes, with `changed` not looked at yet, while courses from a place on may
    /// still come; false where some member could not be used.
    fn settle(
        &mut self,
        members: &Members<'_, '_>,
        mut changed: u32,
        from: usize,
        never_beside: &[bool],
    ) -> bool {
        let others = members.all() & !1;
        let whole = from == usize::MAX;
        let never = |step: usize| !may_be_beside(members, 1 << step, never_beside);
        let outside = places(others).filter(|step| outside(members, *step, from)).map(|step| 1 << step);
        let told = others & !outside.sum::<u32>();
        loop {
            self.keep_users(members, changed, from);
            let idle = self.idle(members) & told;
            if !may_be_beside(members, idle, never_beside) {
                return false;
            }
            let needs_none = others != 0 && self.nobody_for_target(members);
            if needs_none && (whole || members.certain(0, &self.sure(members, 0))) {
                return false;
            }
            // it is there for its pay, beside a course that nobody needs for entering it
            if whole && places(idle).any(|beside| members.courses() & !self.before[beside] == 0) {
                return false;
            }
            let surely = places(told & !idle).filter(|step| idle != 0 || never(*step));
            match self.follow(members, surely.map(|step| 1 << step).sum()) {
                None => return false,
                Some(0) => return true,
                Some(more) => changed = more,
            }
        }
    }

    /// Drops every user of which it follows that some member could not be used; false where it follows anyway.
    fn drop_impossible_users(&mut self, members: &Members<'_, '_>, never_beside: &[bool]) -> bool {
        loop {
            let mut dropped = 0;
            for step in 1..members.steps.len() {
                if self.users[step].count_ones() < 2 {
                    continue;
                }
                for user in places(self.users[step]) {
                    let mut supposed = *self;
                    supposed.users[step] = 1 << user;
                    supposed.before[user] |= 1 << step;
                    supposed.closed = false;
                    if !supposed.settle(members, 1 << user, usize::MAX, never_beside) {
                        self.users[step] &= !(1 << user);
                        dropped |= 1 << step;
                    }
                }
            }
            if dropped == 0 {
                return true;
            }
            if !self.settle(members, 0, usize::MAX, never_beside) {
                return false;
            }
        }
    }

    /// The same with a role more, taking this place, that nobody needs and that is open today.
    pub fn beside(&self, at: usize) -> Self {
        let low = mask(at);
        let apart = |bits: u32| (bits & low) | ((bits & !low) << 1);
        let mut with = Self::open();
        for old in 0..MOST - 1 {
            let new = if old < at { old } else { old + 1 };
            with.before[new] = apart(self.before[old]);
            with.ahead[new] = apart(self.ahead[old]);
            with.users[new] = apart(self.users[old]);
            with.worked[new] = self.worked[old];
        }
        with.must_serve = self.must_serve;
        with.before[0] |= 1 << at;
        with.ahead[0] |= 1 << at;
        with
    }

    /// The fewest months that a role on the way is held before the target begins: one at least, as every role is used.
    pub fn held(&self, role: usize) -> u32 {
        self.worked[0].get(role - 1).map_or(1, |months| *months.max(&1))
    }

    /// The courses that come after a role on the way, where nobody who works may stop: they are taken beside a job.
    pub fn beside_job(&self, members: &Members<'_, '_>) -> u32 {
        if members.problem.limits.may_stop_working {
            return 0;
        }
        let roles = mask(members.roles) & !1;
        let follows = |step: &usize| (self.before[*step] | self.ahead[*step]) & roles != 0;
        places(members.courses()).filter(follows).map(|step| 1 << step).sum()
    }

    /// No earlier months in which members are finished or begun, were they in each other's way only where one course
    /// comes after the other and one role after the other; `NEVER` where one cannot be.
    pub fn ends(&self, members: &Members<'_, '_>) -> [u32; MOST] {
        let mut ends = [NEVER; MOST];
        let beside = self.beside_job(members);
        loop {
            let mut changed = false;
            for of in 0..members.steps.len() {
                let ready = members.open_at(of, &ends);
                let start =
                    if ready == NEVER { NEVER } else { ready.max(self.free_at(members, of, beside, &ends)) };
                let end = start.saturating_add(members.length(of, beside));
                changed |= end < ends[of];
                ends[of] = end;
            }
            if !changed {
                return ends;
            }
        }
    }

    /// No earlier month in which the courses before a member are studied and the months before it worked.
    fn free_at(&self, members: &Members<'_, '_>, of: usize, beside: u32, ends: &[u32; MOST]) -> u32 {
        let before = places(self.before[of] & members.courses());
        let studied = before.map(|course| members.length(course, beside)).fold(0, u32::saturating_add);
        let worked = || (1..members.roles).zip(self.worked[of]).filter(|(_, months)| *months > 0);
        let begun = worked().map(|(role, _)| ends[role]).min().unwrap_or(0);
        let months = worked().map(|(_, months)| months).sum::<u32>();
        studied.max(begun.saturating_add(months))
    }

    /// The members that nobody could need.
    fn idle(&self, members: &Members<'_, '_>) -> u32 {
        places(members.all() & !1).filter(|step| self.users[*step] == 0).map(|step| 1 << step).sum()
    }

    /// Whether the target could need none of them.
    fn nobody_for_target(&self, members: &Members<'_, '_>) -> bool {
        places(members.all() & !1).all(|step| self.users[step] & 1 == 0)
    }

    /// Puts each member before those that can never be done without it, whatever courses from a place on may come.
    fn find_indispensable(&mut self, members: &Members<'_, '_>, from: usize) {
        for (member, shut) in members.shut_without(from).into_iter().enumerate().skip(1) {
            for step in places(shut) {
                self.before[step] |= 1 << member;
            }
        }
    }

    /// Puts the courses that can only be taken full time before every role on the way, where nobody who works may stop.
    fn put_study_first(&mut self, members: &Members<'_, '_>) {
        if members.problem.limits.may_stop_working {
            return;
        }
        let full_time = |step: &usize| match members.steps[*step] {
            Item::Course(course) => members.problem.courses[usize::from(course)].alongside.is_none(),
            Item::Post(_) => false,
        };
        let first: u32 = places(members.courses()).filter(full_time).map(|step| 1 << step).sum();
        self.before[1..members.roles].iter_mut().for_each(|before| *before |= first);
    }

    /// The months that must be worked in the roles on the way before some members.
    fn find_months(&mut self, members: &Members<'_, '_>, some: u32, from: usize) {
        self.closed = false;
        for of in places(some) {
            for role in (1..members.roles.min(TOLD + 1)).filter(|role| *role != of) {
                let told = &mut self.worked[of][role - 1];
                *told = members.months_needed(of, role, from).max(*told);
            }
        }
    }

    /// Drops users that come first, and, of those that changed, users that could not need it after all.
    fn keep_users(&mut self, members: &Members<'_, '_>, changed: u32, from: usize) {
        let count = members.steps.len();
        for step in 1..count {
            self.users[step] &= !self.ahead[step];
        }
        for to in places(changed) {
            let bit = 1 << to;
            let helped: u32 =
                (1..count).filter(|step| self.users[*step] & bit != 0).map(|step| 1 << step).sum();
            for step in places(helped & !members.needed(to, helped, &self.sure(members, to), from)) {
                self.users[step] &= !bit;
            }
        }
    }

    /// Tells, from who could need the members that are `surely` used, what comes before what: which members that told
    /// anything new, or nothing where something would come before itself.
    fn follow(&mut self, members: &Members<'_, '_>, surely: u32) -> Option<u32> {
        let count = members.steps.len();
        let old = *self;
        for step in places(surely) {
            self.put_before_users(members, step);
            if self.users[step].is_power_of_two() {
                self.keep_needed(members, step, self.users[step].trailing_zeros() as usize);
            }
        }
        if self.closed
            && self.before[..count] == old.before[..count]
            && self.ahead[..count] == old.ahead[..count]
        {
            return Some(0);
        }
        self.close(members);
        self.closed = true;
        if (0..count).any(|step| self.ahead[step] & (1 << step) != 0) {
            return None;
        }
        let new = |step: &usize| {
            self.ahead[*step] != old.ahead[*step]
                || self.before[*step] != old.before[*step]
                || self.worked[*step] != old.worked[*step]
        };
        Some((0..count).filter(new).map(|step| 1 << step).sum())
    }

    /// Puts a member before whatever all its users are or stand behind.
    fn put_before_users(&mut self, members: &Members<'_, '_>, step: usize) {
        let users = self.users[step];
        for later in 0..members.steps.len() {
            if later != step && users & !(self.ahead[later] | (1 << later)) == 0 {
                self.before[later] |= 1 << step;
            }
        }
    }

    /// Where one member needs another, no course that would do instead may be finished when it starts.
    fn keep_needed(&mut self, members: &Members<'_, '_>, step: usize, user: usize) {
        let sure = self.sure(members, user).without(step, members.roles);
        for instead in places(members.courses() & !self.before[user] & !(1 << step) & !(1 << user)) {
            let with = Sure { courses: sure.courses | (1 << instead), ..sure };
            if !members.certain(user, &with) {
                continue;
            }
            if user >= members.roles {
                // one course at a time: not after it is before it
                self.ahead[instead] |= 1 << user;
            } else {
                for later in 0..members.steps.len() {
                    if self.before[later] & (1 << instead) != 0 && later != user {
                        self.ahead[later] |= 1 << user;
                    }
                }
            }
        }
    }

    /// What is before something that starts no later is before all that is behind it; courses come one at a time.
    fn close(&mut self, members: &Members<'_, '_>) {
        let (count, courses) = (members.steps.len(), members.courses());
        for step in 0..count {
            self.ahead[step] |= self.before[step];
        }
        for middle in 0..count {
            for step in 0..count {
                if self.ahead[step] & (1 << middle) != 0 {
                    self.ahead[step] |= self.ahead[middle];
                }
            }
        }
        for step in 0..count {
            if step >= members.roles {
                self.before[step] |= self.ahead[step] & courses;
            }
            for middle in places(self.ahead[step] & !(1 << step)) {
                self.before[step] |= self.before[middle];
                for role in 0..TOLD {
                    self.worked[step][role] = self.worked[step][role].max(self.worked[middle][role]);
                }
            }
        }
    }
}

/// Whether members that nobody needs may still be there for their pay: at most one role, of a kind that may be.
fn may_be_beside(members: &Members<'_, '_>, idle: u32, never_beside: &[bool]) -> bool {
    let never = |step: usize| match members.steps[step] {
        Item::Post(post) => never_beside[post as usize],
        Item::Course(_) => true,
    };
    idle.count_ones() <= 1 && !places(idle).any(never)
}

/// Whether a course from a place on could need a member.
fn outside(members: &Members<'_, '_>, step: usize, from: usize) -> bool {
    members.problem.fed_until(members.steps[step]) > from
}
