//! The columns of a row.

/// A column: its name, whether a row must fill it in, what it holds, and an example.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    /// Whether it must be there.
    pub needed: bool,
    /// What it holds.
    pub about: &'static str,
    /// A cell.
    pub example: &'static str,
    /// What a cell is in JSON.
    pub kind: Kind,
}

/// What a cell is in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// Some texts.
    List,
    /// Names with a number each.
    Pairs,
}

const fn column(
    name: &'static str,
    kind: Kind,
    needed: bool,
    about: &'static str,
    example: &'static str,
) -> Column {
    Column { name, needed, about, example, kind }
}

/// Every column there is, in the order of the template. Lists are parted by `|`.
pub const COLUMNS: [Column; 24] = [
    column("id", Kind::Text, true, "whatever tells the row; carried through untouched", "A-001"),
    column("region", Kind::Text, true, "id or any name of a place", "US-CA-40140"),
    column(
        "education",
        Kind::Text,
        true,
        "none, high_school, certificate, associate, bachelor, master or doctorate",
        "high_school",
    ),
    column("awards", Kind::List, false, "awards held, parted by |", ""),
    column("credentials", Kind::List, false, "credentials held, parted by |", "cca"),
    column("current_role", Kind::Text, false, "the job of today, by id or title", "patient-registration"),
    column("current_title", Kind::Text, false, "a job of today outside the field, as it is called", ""),
    column("current_occupation", Kind::Text, false, "its code: SOC in the United States, NOC in Canada", ""),
    column("months_in_role", Kind::Number, false, "months in it", "24"),
    column("pay_usd_per_year", Kind::Number, false, "what it pays a year", "38000"),
    column("pay_cad_per_year", Kind::Number, false, "the same in Canadian dollars", ""),
    column("experience", Kind::Pairs, false, "other jobs as role:months, parted by |", "records-clerk:12"),
    column("skills", Kind::Pairs, false, "skills as skill:level, parted by |", "medical-terminology:2"),
    column("interests", Kind::Text, false, "RIASEC letters, strongest first", "CSE"),
    column("study_hours_per_week", Kind::Number, false, "hours a week beside a job", "10"),
    column("may_stop_working", Kind::Flag, false, "yes or no", "no"),
    column("budget_usd", Kind::Number, false, "the most that may be spent; empty for no limit", "5000"),
    column("budget_cad", Kind::Number, false, "the same in Canadian dollars", ""),
    column("aid_usd_per_year", Kind::Number, false, "aid for school that is sure, a year", ""),
    column("aid_cad_per_year", Kind::Number, false, "the same in Canadian dollars", ""),
    column("may_move", Kind::Flag, false, "whether the person may move for a campus elsewhere", ""),
    column("distance_only", Kind::Flag, false, "whether the person studies at a distance alone", ""),
    column("max_months", Kind::Number, false, "the longest time; empty for the horizon", "48"),
    column(
        "target",
        Kind::List,
        false,
        "wanted roles by id or title, parted by |; empty for any",
        "cancer-registrar",
    ),
];

/// The place of a column in [`COLUMNS`].
pub(super) fn place(name: &str) -> Option<usize> {
    COLUMNS.iter().position(|column| column.name == name)
}

/// The place of the id in [`COLUMNS`].
pub(super) const ID: usize = 0;
