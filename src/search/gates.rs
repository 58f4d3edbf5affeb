//! A need as a list of gates over its leaves, one bit each, so that asking whether it is met takes no walk.

use super::bits::ones;
use super::clock::NEVER;
use super::floor::{Floor, nth};
use super::need::Need;
use crate::graph::Requirement;

/// Leaves and gates of a need, one bit each.
pub(super) type Leaves = u64;

/// The most leaves and gates of one need; the graph's check sees to it.
const MOST_CONDITIONS: usize = Requirement::MOST;
const _: () = assert!(MOST_CONDITIONS <= Leaves::BITS as usize, "a bit each");

#[derive(Debug, Clone, Copy)]
enum Kind {
    All,
    Any,
    AtLeast(u32),
}

/// It is open if all, any or so many of its bits are set; later gates see it as a bit of its own.
#[derive(Debug, Clone, Copy)]
struct Gate {
    kind: Kind,
    of: Leaves,
    bit: Leaves,
}

impl Gate {
    const fn open(&self, bits: Leaves) -> bool {
        let set = bits & self.of;
        match self.kind {
            Kind::All => set == self.of,
            Kind::Any => set != 0,
            Kind::AtLeast(n) => set.count_ones() >= n,
        }
    }
}

/// A need over its leaves.
#[derive(Debug, Clone, Default)]
pub(super) struct Gates {
    /// The leaves, in order of their bits.
    pub leaves: Vec<Need>,
    /// Inner ones first; the last one is the need.
    inner: Vec<Gate>,
    /// The leaves that ask for months.
    pub months: Leaves,
    /// How many leaves and gates there are.
    size: usize,
}

impl Gates {
    pub fn of(need: &Need) -> Self {
        let mut gates = Self::default();
        let mut next = count(need);
        let whole = gates.compile(need, &mut next);
        gates.size = next;
        if gates.inner.is_empty() {
            gates.inner.push(Gate { kind: Kind::All, of: whole, bit: 0 });
        }
        let months = |leaf: &Need| matches!(leaf, Need::Months { .. });
        let leaves = gates.leaves.iter().enumerate().filter(|(_, leaf)| months(leaf));
        gates.months = leaves.map(|(at, _)| 1 << at).sum();
        gates
    }

    /// The bits of a part, adding its leaves and gates.
    fn compile(&mut self, need: &Need, next: &mut usize) -> Leaves {
        let (kind, parts) = match need {
            Need::Met => (Kind::All, &Vec::new()),
            Need::All(parts) => (Kind::All, parts),
            Need::Any(parts) => (Kind::Any, parts),
            Need::AtLeast(n, parts) => (Kind::AtLeast(u32::try_from(*n).expect("the check counted")), parts),
            leaf => {
                self.leaves.push(leaf.clone());
                return 1 << (self.leaves.len() - 1);
            }
        };
        let of = parts.iter().fold(0, |of, part| of | self.compile(part, next));
        let bit = 1 << *next;
        *next += 1;
        self.inner.push(Gate { kind, of, bit });
        bit
    }

    /// Whether it is met if some leaves are.
    pub fn met(&self, mut bits: Leaves) -> bool {
        let mut open = false;
        for gate in &self.inner {
            open = gate.open(bits);
            if open {
                bits |= gate.bit;
            }
        }
        open
    }

    /// The first month in which it is met, once the months in which its leaves are, `NEVER` at first, are told by the places
    /// of their bits.
    pub fn soonest(&self, tell: impl FnOnce(&mut [u32])) -> u32 {
        // most needs are small, and a clean slate takes time
        if self.size <= 24 {
            let mut months = [NEVER; 24];
            tell(&mut months);
            self.whole(&mut months)
        } else {
            let mut months = [NEVER; MOST_CONDITIONS];
            tell(&mut months);
            self.whole(&mut months)
        }
    }

    /// The first month in which it is met, from those in which its leaves are.
    fn whole(&self, months: &mut [u32]) -> u32 {
        let mut whole = 0;
        for gate in &self.inner {
            let mut parts = ones(gate.of).map(|part| months[part]);
            whole = match gate.kind {
                Kind::All => parts.max().unwrap_or(0),
                Kind::Any => parts.min().unwrap_or(NEVER),
                Kind::AtLeast(n) => {
                    let mut parts: Vec<u32> = parts.by_ref().collect();
                    parts.sort_unstable();
                    n.checked_sub(1).map_or(0, |last| parts[last as usize])
                }
            };
            if gate.bit != 0 {
                months[gate.bit.trailing_zeros() as usize] = whole;
            }
        }
        whole
    }

    /// The floor of meeting it, from those of its leaves.
    pub fn floor(&self, leaf: impl Fn(usize, &Need) -> Floor) -> Floor {
        let mut floors: Vec<Floor> =
            self.leaves.iter().enumerate().map(|(at, need)| leaf(at, need)).collect();
        let mut whole = Floor::FREE;
        for gate in &self.inner {
            let mut parts = ones(gate.of).map(|part| floors[part]);
            whole = match gate.kind {
                Kind::All => parts.fold(Floor::FREE, Floor::and),
                Kind::Any => parts.fold(Floor::SHUT, Floor::or),
                Kind::AtLeast(n) => nth(n as usize, &parts.by_ref().collect::<Vec<_>>()),
            };
            if gate.bit != 0 {
                floors.resize(gate.bit.trailing_zeros() as usize + 1, Floor::SHUT);
                floors[gate.bit.trailing_zeros() as usize] = whole;
            }
        }
        whole
    }

    /// Whether some leaves could decide it: whether it could be met with them and not without. `sure` leaves are met
    /// anyway, those that are not `possible` never are.
    pub fn could_hinge(&self, mut sure: Leaves, mut possible: Leaves, asked: Leaves) -> bool {
        let mut hinges = asked & !sure;
        let mut hinge = false;
        for gate in &self.inner {
            let (met, could) = (gate.open(sure), gate.open(possible));
            hinge = hinges & gate.of != 0 && !met && could;
            sure |= if met { gate.bit } else { 0 };
            possible |= if could { gate.bit } else { 0 };
            hinges |= if hinge { gate.bit } else { 0 };
        }
        hinge
    }
}

/// How many leaves a need has.
fn count(need: &Need) -> usize {
    match need {
        Need::Met => 0,
        Need::All(parts) | Need::Any(parts) | Need::AtLeast(_, parts) => parts.iter().map(count).sum(),
        Need::Fact(_) | Need::Months { .. } => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::Gates;
    use crate::search::need::Need;

    #[test]
    fn gates_say_what_the_need_says() {
        let facts = |range: std::ops::Range<usize>| range.map(Need::Fact).collect::<Vec<_>>();
        let need = Need::All(vec![Need::Any(facts(0..2)), Need::AtLeast(2, facts(2..5)), Need::Fact(5)]);
        let gates = Gates::of(&need);
        for bits in 0..64_u64 {
            let said = need.met_by(&|leaf| matches!(leaf, Need::Fact(fact) if bits & (1 << fact) != 0));
            assert_eq!(gates.met(bits), said, "{bits:b}");
        }
        assert!(gates.could_hinge(0b10_1100, 0b11_1111, 0b1));
        assert!(!gates.could_hinge(0b10_1110, 0b11_1111, 0b1));
        assert!(!gates.could_hinge(0b00_0000, 0b01_1111, 0b1));
    }
}
