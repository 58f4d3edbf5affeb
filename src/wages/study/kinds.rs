//! Kinds of occupations whose people are fitted together.

/// A kind of occupation.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// What it is called.
    pub name: &'static str,
    /// The starts of its codes in graphs; none for every other occupation.
    pub codes: &'static [&'static str],
    /// Its major groups in the panel.
    pub majors: &'static [u32],
    /// The lowest degree held that the panel's people of this kind have: 0 none, 3 a bachelor's.
    pub degree: u32,
}

/// The kinds, the last for every other occupation.
///
/// People who call themselves managers begin far below what employers report of managers, and those without a bachelor's
/// stay there: most lead a shop or a shift, which employers do not call management. So management is of those with a
/// bachelor's, which the management roles of health information ask.
pub const KINDS: [Kind; 5] = [
    Kind { name: "office", codes: &["43-", "NOC-1"], majors: &[43], degree: 0 },
    Kind { name: "health", codes: &["29-", "31-", "NOC-1252", "NOC-3"], majors: &[29, 31], degree: 0 },
    Kind {
        name: "business and computing",
        codes: &["13-", "15-", "informatics"],
        majors: &[13, 15],
        degree: 0,
    },
    Kind { name: "management", codes: &["11-", "NOC-0"], majors: &[11], degree: 3 },
    Kind { name: "any other", codes: &[], majors: &[], degree: 0 },
];

/// Which of them is for every other occupation.
pub const ANY_OTHER: usize = KINDS.len() - 1;

/// Whether work in a major group is of the graph's field.
#[must_use]
pub fn is_of_the_field(major: u32) -> bool {
    KINDS.iter().any(|kind| kind.majors.contains(&major))
}

/// The kind of somebody in a major group with a degree; nothing for who is left out of it.
#[must_use]
pub fn kind_of(major: u32, degree: u32) -> Option<usize> {
    let found = KINDS.iter().position(|kind| kind.majors.contains(&major)).unwrap_or(ANY_OTHER);
    (degree >= KINDS[found].degree).then_some(found)
}
