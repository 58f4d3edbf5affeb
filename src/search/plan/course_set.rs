//! A few courses, in order.

use super::super::Size;

const MOST: usize = Size::MOST.courses;
const NONE: u16 = u16::MAX;

/// Up to eight courses by their number, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::search) struct CourseSet {
    list: [u16; MOST],
}

impl CourseSet {
    /// No courses.
    pub const EMPTY: Self = Self { list: [NONE; MOST] };

    /// Its courses, in order.
    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        self.list.iter().copied().take_while(|course| *course != NONE)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.iter().position(|course| *course == NONE).unwrap_or(MOST)
    }

    /// Whether a course is among them.
    pub fn contains(&self, course: u16) -> bool {
        course != NONE && self.list.contains(&course)
    }

    /// The same with a course more; nothing where there is no room for it.
    pub fn with(&self, course: u16) -> Option<Self> {
        let at = self.list.iter().position(|known| *known >= course)?;
        if self.list[at] == course {
            return Some(*self);
        }
        if self.list[MOST - 1] != NONE {
            return None;
        }
        let mut list = self.list;
        list.copy_within(at..MOST - 1, at + 1);
        list[at] = course;
        Some(Self { list })
    }

    /// The same without a course.
    pub fn without(&self, course: u16) -> Self {
        let mut list = [NONE; MOST];
        for (to, from) in list.iter_mut().zip(self.iter().filter(|known| *known != course)) {
            *to = from;
        }
        Self { list }
    }

    /// The same with those of another set; nothing where there is no room for them.
    pub fn union(&self, other: &Self) -> Option<Self> {
        other.iter().try_fold(*self, |set, course| set.with(course))
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
        assert_eq!(set(&[7, 3, 5]).without(5), set(&[3, 7]));
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
