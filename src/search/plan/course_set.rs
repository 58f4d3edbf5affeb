//! A few courses, in order.

use super::super::Size;

const MOST: usize = Size::MOST.courses;
const NONE: u16 = u16::MAX;
const BITS: u32 = u16::BITS;

/// Up to eight courses by their number, in order: sixteen bits each in one number, the first uppermost, the rest set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::search) struct CourseSet(u128);

const _: () = assert!(MOST * BITS as usize == u128::BITS as usize, "they fill the number");

impl CourseSet {
    /// No courses.
    pub const EMPTY: Self = Self(u128::MAX);

    /// All places, those that are free at the end.
    fn places(self) -> [u16; MOST] {
        #[expect(clippy::cast_possible_truncation, reason = "one place at a time")]
        std::array::from_fn(|at| (self.0 >> (u128::BITS - BITS * (at as u32 + 1))) as u16)
    }

    /// Its courses, in order.
    pub fn iter(&self) -> impl Iterator<Item = u16> + use<> {
        self.places().into_iter().take_while(|course| *course != NONE)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        MOST - self.0.trailing_ones() as usize / BITS as usize
    }

    /// Whether a course is among them.
    pub fn contains(&self, course: u16) -> bool {
        course != NONE && self.places().contains(&course)
    }

    /// The same with a course more; nothing where there is no room for it.
    pub fn with(&self, course: u16) -> Option<Self> {
        let places = self.places();
        let at = places.iter().map(|known| u32::from(*known < course)).sum::<u32>();
        if places.get(at as usize) == Some(&course) {
            return Some(*self);
        }
        if places[MOST - 1] != NONE {
            return None;
        }
        let after = u128::MAX >> (BITS * at);
        let own = u128::from(course) << (u128::BITS - BITS * (at + 1));
        Some(Self(self.0 & !after | own | (self.0 & after) >> BITS))
    }

    /// The same without its first course, and that course.
    pub fn split_first(&self) -> Option<(u16, Self)> {
        let first = self.places()[0];
        (first != NONE).then_some((first, Self(self.0 << BITS | u128::from(NONE))))
    }

    /// The same with those of another set; nothing where there is no room for them.
    pub fn union(&self, other: &Self) -> Option<Self> {
        other.iter().try_fold(*self, |set, course| set.with(course))
    }

    /// Marks of its courses: those of a set have all that those of a subset have.
    pub fn marks(&self) -> u64 {
        self.iter().fold(0, |marks, course| marks | 1 << (course % 64))
    }

    /// Whether all of them are in another set.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.iter().all(|course| other.contains(course))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(courses: &[u16]) -> CourseSet {
        courses.iter().fold(CourseSet::EMPTY, |set, course| set.with(*course).expect("there is room"))
    }

    #[test]
    fn courses_stand_in_order_and_once() {
        assert_eq!(set(&[7, 3, 5, 3]).iter().collect::<Vec<_>>(), [3, 5, 7]);
        assert_eq!(set(&[7, 3, 5]).split_first(), Some((3, set(&[5, 7]))));
        assert_eq!(CourseSet::EMPTY.split_first(), None);
        assert_eq!(set(&[7, 3, 5]).len(), 3);
        assert!(set(&[3, 7]).is_subset(&set(&[3, 5, 7])));
    }

    #[test]
    fn eight_are_the_most() {
        let full = set(&[1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(full.len(), 8);
        assert_eq!(full.with(9), None);
        assert_eq!(full.with(8), Some(full));
        assert_eq!(full.with(0), None);
    }
}
