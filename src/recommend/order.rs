//! In which order destinations are told: the wanted first, then others, the row of staying among them (section 5).

use super::{Desk, Ranked};
use crate::report::Part;
use crate::units::Money;

/// Destinations in the order in which they are told.
pub(super) struct Order<'r, 'p> {
    /// Wanted ones: known net earnings, then unknown.
    pub wanted: Vec<Told<'r, 'p>>,
    /// Others above the row of staying: next moves, then goals.
    pub above: Vec<Told<'r, 'p>>,
    /// Others below it.
    pub below: Vec<Told<'r, 'p>>,
    /// Those that pay so much less than staying that they are told in one line; the one that loses least first.
    pub folded: Vec<&'r Ranked<'p>>,
    /// Others whose net earnings are not known.
    pub unknown: Vec<Told<'r, 'p>>,
}

impl<'r, 'p> Order<'r, 'p> {
    /// As many of those above the row of staying as there is room for: of the later goals at least half as many as that, if
    /// there are, so that near desks leave room for where a longer road leads.
    pub(super) fn both_parts(&self, room: usize) -> Vec<Told<'r, 'p>> {
        let next = self.above.iter().filter(|told| told.part == Part::Next).count();
        let goals = (self.above.len() - next).min((room / 2).max(room.saturating_sub(next)));
        let next = next.min(room - goals);
        let of = |part, count| self.above.iter().filter(move |told| told.part == part).take(count);
        of(Part::Next, next).chain(of(Part::Goal, goals)).copied().collect()
    }
}

/// A destination and the part in which it is told.
#[derive(Clone, Copy)]
pub(super) struct Told<'r, 'p> {
    pub ranked: &'r Ranked<'p>,
    pub part: Part,
}

impl Desk<'_> {
    /// What a destination nets over staying; none where that is not known.
    pub(super) fn gain(&self, ranked: &Ranked<'_>) -> Option<Money> {
        ranked.value().net.zip(self.scale.stay).map(|(net, stay)| net - stay)
    }

    /// Puts destinations in order, which are sorted by score.
    pub(super) fn in_order<'r, 'p>(&self, ranked: &'r [Ranked<'p>]) -> Order<'r, 'p> {
        let next = self.graph.method.next_months.known().expect("the check proved it known");
        let part = |ranked: &Ranked<'_>| {
            if f64::from(ranked.value().months) <= next { Part::Next } else { Part::Goal }
        };
        let in_parts = |some: Vec<&'r Ranked<'p>>| -> Vec<Told<'r, 'p>> {
            let told = some.into_iter().map(|ranked| Told { part: part(ranked), ranked });
            let mut told: Vec<Told<'_, '_>> = told.collect();
            // the order by score stays within each part
            told.sort_by_key(|told| told.part);
            told
        };
        let (wanted, others): (Vec<_>, Vec<_>) = ranked.iter().partition(|ranked| self.wants(ranked.role));
        let known = |ranked: &&Ranked<'_>| ranked.value().net.is_some();
        let (wanted, mut wanted_unknown): (Vec<_>, Vec<_>) = wanted.into_iter().partition(known);
        let (others, mut unknown): (Vec<_>, Vec<_>) = others.into_iter().partition(known);
        let by_months =
            |some: &mut Vec<&'r Ranked<'p>>| some.sort_by(|a, b| a.best().order(b.best(), self.graph));
        by_months(&mut wanted_unknown);
        by_months(&mut unknown);
        let stay = self.stay_score().score;
        let loses = |ranked: &Ranked<'_>| self.gain(ranked).is_some_and(|gain| gain < Money::ZERO);
        let (above, below): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|ranked| !loses(ranked) && ranked.best().score.score > stay);
        let (mut folded, below): (Vec<_>, Vec<_>) =
            below.into_iter().partition(|ranked| self.gain(ranked).is_some_and(|gain| self.is_folded(gain)));
        folded.sort_by(|a, b| {
            self.gain(b).cmp(&self.gain(a)).then_with(|| a.best().order(b.best(), self.graph))
        });
        let plain = |some: Vec<&'r Ranked<'p>>, part| -> Vec<Told<'r, 'p>> {
            some.into_iter().map(|ranked| Told { ranked, part }).collect()
        };
        Order {
            wanted: in_parts(wanted).into_iter().chain(plain(wanted_unknown, Part::Unknown)).collect(),
            above: in_parts(above),
            below: plain(below, Part::BelowStaying),
            folded,
            unknown: plain(unknown, Part::Unknown),
        }
    }

    /// Whether so much less than staying pays is told in one line only.
    fn is_folded(&self, gain: Money) -> bool {
        let share = self.graph.method.fold.known().expect("the check proved it known");
        let stay = self.scale.stay.map_or(0.0, |stay| stay.units().abs());
        gain.units() < -share * stay
    }
}
