//! What is wrong with an input: where, what, and what would mend it.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use thiserror::Error;

/// A place in a file's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct At {
    /// Bytes before the place.
    pub offset: usize,
    /// Bytes it spans.
    pub length: usize,
    /// Line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 where the file as a whole is meant.
    pub column: usize,
}

/// One thing wrong with an input file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The file, as the reader was given it.
    pub file: String,
    /// Where in the file.
    pub at: At,
    /// The record or field concerned, such as `/credentials/3/fees`.
    pub place: String,
    /// What is wrong.
    pub fault: Fault,
}

impl Finding {
    /// A finding about a file as a whole.
    #[must_use]
    pub fn whole(file: &str, fault: Fault) -> Self {
        Self { file: file.to_owned(), at: At::default(), place: String::new(), fault }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.at.line > 0 {
            write!(f, ":{}:{}", self.at.line, self.at.column)?;
        }
        if !self.place.is_empty() {
            write!(f, ": {}", self.place)?;
        }
        write!(f, ": {}; {}", self.fault, self.fault.mend())
    }
}

/// Text as it may be shown in a terminal: control characters of what was read are written as `\u001b`.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_control = |sign: char| sign.is_control() && sign != '\n' && sign != '\t';
    if !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_control(sign) {
            let _ = write!(shown, "\\u{:04x}", u32::from(sign));
        } else {
            shown.push(sign);
        }
    }
    Cow::Owned(shown)
}

/// Gives the beginning of a text that is longer than so many bytes, else all of it.
#[must_use]
pub fn begin(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return Cow::Borrowed(text);
    }
    format!("{}…", &text[..text.floor_char_boundary(most)]).into()
}

/// Puts findings in their one order (file, place in the file, words) and drops repeats.
#[must_use]
pub fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| {
        (&a.file, a.at, &a.place, a.fault.to_string()).cmp(&(&b.file, b.at, &b.place, b.fault.to_string()))
    });
    findings.dedup();
    findings
}

/// The kinds of things that can be wrong, with what is needed to word them.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Fault {
    /// There is no such file or it cannot be opened.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// A file that is not what it begins as.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// It cannot be written in full.
    #[error("cannot be written: {0}")]
    Unwritable(String),
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// A folder where a file is wanted.
    #[error("this is a directory, not a file")]
    Directory,
    /// Not text.
    #[error("the file is not UTF-8 text")]
    Binary,
    /// Over the size limit.
    #[error("the file is larger than the {limit_mb} MB allowed here")]
    TooLarge {
        /// The limit in megabytes.
        limit_mb: u64,
    },
    /// Over the nesting limit.
    #[error("values are nested too deep (the limit is {limit})")]
    TooDeep {
        /// The limit in levels.
        limit: usize,
    },
    /// Not JSON or not CSV.
    #[error("the text cannot be understood: {detail}")]
    Syntax {
        /// The parser's words.
        detail: String,
    },
    /// A key the format does not have.
    #[error("unknown key `{key}`")]
    UnknownKey {
        /// The key as written.
        key: String,
        /// The keys there are.
        expected: Vec<String>,
    },
    /// A key given twice in one object.
    #[error("the key `{key}` is given twice")]
    RepeatedKey {
        /// The key.
        key: String,
    },
    /// A key that must be there.
    #[error("the key `{key}` is missing")]
    MissingKey {
        /// The key.
        key: String,
    },
    /// A column that must be there, among those of a table.
    #[error("the key `{key}` is missing; the columns are {}", found.join(", "))]
    MissingColumn {
        /// The column.
        key: String,
        /// The first of those that there are.
        found: Vec<String>,
    },
    /// A value of another type or form than the format's.
    #[error("this value does not fit: {detail}")]
    WrongType {
        /// What was found and what was wanted.
        detail: String,
    },
    /// A key that concerns a protected attribute.
    #[error("`{key}` is not accepted: nothing of that kind may move a ranking")]
    Protected {
        /// The key.
        key: String,
    },
    /// An id that nothing has.
    #[error("no {kind} has the id `{id}`")]
    UnknownId {
        /// What kind of thing was looked for.
        kind: &'static str,
        /// The id as written.
        id: String,
        /// The nearest id there is.
        near: Option<String>,
    },
    /// An id that two things have.
    #[error("the id `{id}` is used twice")]
    RepeatedId {
        /// The id.
        id: String,
        /// The line of its first use.
        first_line: usize,
    },
    /// A role worked in is listed more than once.
    #[error("the role `{id}` is listed twice")]
    RepeatedRole {
        /// The role.
        id: String,
    },
    /// A unit that does not belong here.
    #[error("the unit `{found}` does not fit here")]
    WrongUnit {
        /// The unit as written.
        found: String,
        /// The units that fit.
        expected: String,
    },
    /// A number outside what makes sense.
    #[error("{value} is outside {low} to {high}")]
    OutOfRange {
        /// The number as written.
        value: f64,
        /// The least that is accepted.
        low: f64,
        /// The most that is accepted.
        high: f64,
    },
    /// A range or percentiles out of order.
    #[error("{what} are not in rising order")]
    Disordered {
        /// What should rise.
        what: &'static str,
    },
    /// A figure that is neither a number nor says why it is missing.
    #[error("the figure is neither known nor marked missing")]
    Undecided,
    /// A figure that must be known, is not, and names no kind whose figure stands in for it.
    #[error("the figure is missing and nothing stands in for it")]
    NotImputed,
    /// A figure or rule without a source.
    #[error("the figure has no source")]
    NoSource,
    /// A requirement that is none of the known forms.
    #[error("this is not one requirement")]
    NotARequirement,
    /// A requirement with more conditions than can be searched.
    #[error("asks for {conditions} conditions and groups of them; {most} is the most")]
    TooInvolved {
        /// How many.
        conditions: usize,
        /// The most allowed.
        most: usize,
    },
    /// `at_least` asks for more than it lists.
    #[error("at least {n} of {of} can never hold")]
    TooMany {
        /// How many are asked for.
        n: usize,
        /// How many are listed.
        of: usize,
    },
    /// Requirements that wait for each other.
    #[error("these require each other, so none can be reached: {path}")]
    Cycle {
        /// The ids in order, the first repeated at the end.
        path: String,
    },
    /// A thing that nobody can reach.
    #[error("nobody can ever meet the requirement of `{id}`")]
    Unreachable {
        /// The thing.
        id: String,
    },
    /// A region that another graph has.
    #[error("the region `{region}` belongs to another graph than `{graph}`")]
    ForeignRegion {
        /// The region as written.
        region: String,
        /// The graph in use.
        graph: String,
    },
    /// More than one role marked current.
    #[error("a second role is marked current: `{second}`, after `{first}`")]
    TwoCurrent {
        /// The first role.
        first: String,
        /// The second role.
        second: String,
    },
    /// The weights leave nothing to rank by.
    #[error("the weights add up to nothing")]
    NoWeight,
    /// Pay that is hardly meant as written.
    #[error("{pay} a year is unlikely: nine in ten there earn {least} or more, nine in ten {most} or less")]
    Unlikely {
        /// The value as written.
        pay: String,
        /// The 10th percentile.
        least: String,
        /// The 90th.
        most: String,
        /// Words on what was likely meant.
        mend: String,
    },
    /// A job from outside the graph of which nothing tells the pay.
    #[error("nothing tells what `{title}` pays")]
    NoPay {
        /// The job's title.
        title: String,
    },
    /// A title of nobody who has a job.
    #[error("`{title}` is no job")]
    NoJob {
        /// The title.
        title: String,
    },
    /// A title that several jobs have.
    #[error("`{title}` may be any of these: {may_be}")]
    SeveralJobs {
        /// The title.
        title: String,
        /// Each by its code or id, with its title.
        may_be: String,
    },
    /// Two settings that exclude each other.
    #[error("{what}")]
    Conflict {
        /// The two things.
        what: &'static str,
        /// Which to drop.
        mend: &'static str,
    },
    /// A file that a graph folder must have.
    #[error("the graph has no file `{name}`")]
    MissingFile {
        /// The file's name.
        name: &'static str,
    },
    /// A file that a graph folder does not have.
    #[error("the file `{name}` is not part of a graph")]
    ForeignFile {
        /// The file's name.
        name: String,
    },
}

impl Fault {
    /// Its kind as one word, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Damaged(_) => "damaged",
            Self::Unwritable(_) => "unwritable",
            Self::Empty => "empty",
            Self::Directory => "directory",
            Self::Binary => "binary",
            Self::TooLarge { .. } => "too_large",
            Self::TooDeep { .. } => "too_deep",
            Self::Syntax { .. } => "syntax",
            Self::UnknownKey { .. } => "unknown_key",
            Self::RepeatedKey { .. } => "repeated_key",
            Self::MissingKey { .. } | Self::MissingColumn { .. } => "missing_key",
            Self::WrongType { .. } => "wrong_type",
            Self::Protected { .. } => "protected",
            Self::UnknownId { .. } => "unknown_id",
            Self::RepeatedId { .. } => "repeated_id",
            Self::RepeatedRole { .. } => "repeated_role",
            Self::WrongUnit { .. } => "wrong_unit",
            Self::OutOfRange { .. } => "out_of_range",
            Self::Disordered { .. } => "disordered",
            Self::Undecided => "undecided",
            Self::NotImputed => "not_imputed",
            Self::Unlikely { .. } => "unlikely",
            Self::NoPay { .. } => "no_pay",
            Self::NoJob { .. } => "no_job",
            Self::SeveralJobs { .. } => "several_jobs",
            Self::NoSource => "no_source",
            Self::NotARequirement => "not_a_requirement",
            Self::TooInvolved { .. } => "too_involved",
            Self::TooMany { .. } => "too_many",
            Self::Cycle { .. } => "cycle",
            Self::Unreachable { .. } => "unreachable",
            Self::ForeignRegion { .. } => "foreign_region",
            Self::TwoCurrent { .. } => "two_current",
            Self::NoWeight => "no_weight",
            Self::Conflict { .. } => "conflict",
            Self::MissingFile { .. } => "missing_file",
            Self::ForeignFile { .. } => "foreign_file",
        }
    }

    /// Says what would mend it.
    #[must_use]
    pub fn mend(&self) -> String {
        match self {
            Self::Unreadable(_) => "check the path and the permission to read it".into(),
            Self::Damaged(_) => "fetch or write it anew".into(),
            Self::Unwritable(_) => {
                "check the folder, the room on the disk and the permission to write".into()
            }
            Self::Empty => "is this the right file? profiles/ and graphs/ show how one looks".into(),
            Self::Directory => "name a file in it; `check` and `--graph` also take a graph's folder".into(),
            Self::Binary => "save it as UTF-8 text".into(),
            Self::TooLarge { .. } => "is this the right file? a profile has a few lines".into(),
            Self::TooDeep { .. } => "flatten it: no part of the format nests that deep".into(),
            Self::Syntax { .. } => "mend the text at this place".into(),
            Self::UnknownKey { key, expected } => match nearest(key, expected.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("remove it; the keys here are {}", expected.join(", ")),
            },
            Self::RepeatedKey { .. } => "keep one of the two".into(),
            Self::MissingKey { key } => format!("add `{key}`"),
            Self::MissingColumn { key, .. } => {
                format!("add `{key}`, or tell by --columns which of them it is; of a workbook, by --sheet which sheet")
            }
            Self::WrongType { .. } => "write the value in the form that the format page gives".into(),
            Self::Protected { .. } => {
                "remove it: a profile holds skills, schooling, work and limits only".into()
            }
            Self::UnknownId { near: Some(near), kind: "region", .. } => {
                format!("did you mean `{near}`? `careerpath regions WORDS` finds others")
            }
            Self::UnknownId { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::UnknownId { kind, .. } => match *kind {
                "role" | "credential" | "program" | "region" | "award" | "skill" => {
                    format!("list them with `careerpath {kind}s`")
                }
                _ => format!("use the id of a {kind} that the graph has"),
            },
            Self::RepeatedId { first_line, .. } => {
                format!("give one of them another id; the first is on line {first_line}")
            }
            Self::RepeatedRole { .. } => "add the months up in one entry".into(),
            Self::WrongUnit { expected, .. } => format!("give it in {expected}"),
            Self::OutOfRange { .. } => "check the digits and the unit".into(),
            Self::Disordered { .. } => "check the figures against their source".into(),
            Self::Undecided => {
                "give `value`, or `null` with `missing`: not_available, suppressed or stale".into()
            }
            Self::NotImputed => "give `value`, or name in `kind` an id of imputation.json".into(),
            Self::Unlikely { mend, .. } => mend.clone(),
            Self::NoPay { .. } => {
                "add what it pays a year, or the code of its occupation: `careerpath jobs WORDS` finds it".into()
            }
            Self::NoJob { .. } => "leave the job out".into(),
            Self::SeveralJobs { .. } => {
                "write the role or the code of the occupation that is meant, or what it pays a year".into()
            }
            Self::NoSource => "name in `source` an id from sources.json".into(),
            Self::NotARequirement => {
                "write exactly one of all, any, at_least, education, holds, months with in, skill with level, ready"
                    .into()
            }
            Self::TooMany { .. } => "lower `n` or list more in `of`".into(),
            Self::TooInvolved { .. } => "say what is held in common by an award, and ask for that".into(),
            Self::Cycle { .. } => "let one of them be reached in another way".into(),
            Self::Unreachable { .. } => "add a program or credential that gives what it asks for".into(),
            Self::ForeignRegion { .. } => "use a region of this graph, or drop --graph".into(),
            Self::TwoCurrent { .. } => {
                "leave `current` on the main job only; the other keeps its months".into()
            }
            Self::NoWeight => "give at least one weight above zero".into(),
            Self::Conflict { mend, .. } => (*mend).into(),
            Self::MissingFile { name } => format!("add {name} as graphs/README.md describes it"),
            Self::ForeignFile { .. } => "remove it, or check its name against graphs/README.md".into(),
        }
    }
}

/// A word longer than this is no slip of anything.
const LONGEST_SLIP: usize = 64;

/// Gives the candidate nearest to a word, if one is near enough to be a slip of it.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    if word.len() > LONGEST_SLIP {
        return None;
    }
    let word = word.to_lowercase();
    let letters = word.chars().count();
    candidates
        .filter_map(|candidate| {
            let allowed = 1.max(candidate.len().min(word.len()) / 3);
            let longer = candidate.chars().count().abs_diff(letters);
            // as many letters have to go as one has more than the other
            let distance =
                (longer <= allowed).then(|| strsim::osa_distance(&word, &candidate.to_lowercase()))?;
            (distance <= allowed).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_an_id_finds_it() {
        let ids = ["medical-coder", "cancer-registrar"];
        assert_eq!(nearest("cancer-registar", ids.into_iter()).as_deref(), Some("cancer-registrar"));
        assert_eq!(nearest("pilot", ids.into_iter()), None);
        assert_eq!(nearest(&"medical-coder".repeat(5), ids.into_iter()), None);
    }
}
