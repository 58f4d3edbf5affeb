//! What may be put on the clock: a role or a course of the problem.

/// Something that may be put on the clock: a role or a course of the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Item {
    Post(u16),
    Course(u16),
}

/// The graph's index of a place in `posts`.
pub(super) fn role_ix(post: usize) -> crate::graph::RoleIx {
    crate::graph::RoleIx(u32::try_from(post).expect("the check counted"))
}

/// A place in `posts` as a step.
pub(super) fn item(post: usize) -> Item {
    Item::Post(narrow(post))
}

pub(super) fn narrow(at: usize) -> u16 {
    u16::try_from(at).expect("the check counted")
}
