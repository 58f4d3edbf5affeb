//! A few courses, in order.

use std::hash::{Hash, Hasher};

use super::super::Size;

const MOST: usize = Size::MOST.courses;
const NONE: u16 = u16::MAX;

/// Up to eight courses by their number, in order; places that are free hold the highest number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct CourseSet {
    places: [u16; MOST],
    /// Marks of its courses: those of a set have all that those of a subset have, so that most of what is no subset is
    /// told apart at once.
    marks: u128,
}

/// The mark of a course; some courses of a large graph share one.
const fn mark(course: u16) -> u128 {
    1 << (course % 128)
}

impl CourseSet {
    /// No courses.
    pub const EMPTY: Self = Self { places: [NONE; MOST], marks: 0 };

    /// Its courses, in order.
    pub fn iter(&self) -> impl Iterator<Item = u16> + Clone + use<> {
        self.places.into_iter().take_while(|course| *course != NONE)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.iter().map(|course| usize::from(*course != NONE)).sum()
    }

    /// Whether a course is among them.
    pub fn contains(&self, course: u16) -> bool {
        // all places at once, with no end before the last
        self.marks & mark(course) != 0
            && course != NONE
            && self.places.iter().map(|known| u16::from(*known == course)).sum::<u16>() > 0
    }

    /// The same with a course more; nothing where there is no room for it.
    pub fn with(&self, course: u16) -> Option<Self> {
        if self.contains(course) {
            return Some(*self);
        }
        if self.places[MOST - 1] != NONE {
            return None;
        }
        let place = |at: usize| {
            let before = if at == 0 { 0 } else { self.places[at - 1] };
            // the places after the new course move on by one
            if self.places[at] < course {
                self.places[at]
            } else if at > 0 && before > course {
                before
            } else {
                course
            }
        };
        Some(Self { places: std::array::from_fn(place), marks: self.marks | mark(course) })
    }

    /// The same without its first course, and that course.
    pub fn split_first(&self) -> Option<(u16, Self)> {
        let first = self.places[0];
        let rest = |at: usize| self.places.get(at + 1).copied().unwrap_or(NONE);
        let places: [u16; MOST] = std::array::from_fn(rest);
        let marks =
            places.iter().filter(|course| **course != NONE).fold(0, |marks, course| marks | mark(*course));
        (first != NONE).then_some((first, Self { places, marks }))
    }

    /// The same with those of another set; nothing where there is no room for them.
    pub fn union(&self, other: &Self) -> Option<Self> {
        other.iter().try_fold(*self, |set, course| set.with(course))
    }

    /// How many of another set are not among them, at the least.
    #[inline]
    pub const fn new_in(&self, other: &Self) -> usize {
        (other.marks & !self.marks).count_ones() as usize
    }

    /// Whether all of them are in another set.
    #[inline]
    pub fn is_subset(&self, other: &Self) -> bool {
        self.marks & !other.marks == 0 && self.iter().all(|course| other.contains(course))
    }
}

impl Hash for CourseSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for half in self.places.chunks(4) {
            state.write_u64(half.iter().rev().fold(0, |word, course| word << u16::BITS | u64::from(*course)));
        }
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
