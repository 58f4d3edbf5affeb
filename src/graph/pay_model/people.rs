//! Where people stand in their occupation's pay by experience, and how far they keep their place when they change jobs.

use serde::{Deserialize, Serialize};

use super::{Tell, within};
use crate::finding::Fault;

/// Where people stand in their occupation's pay by experience, and how far they keep their place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// The panel, by the graph's source id.
    pub source: String,
    /// Whom it followed, and when.
    pub of: String,
    /// Person-years behind the figures.
    pub person_years: usize,
    /// By kind of occupation; the last is for every other.
    pub kinds: Vec<OccupationKind>,
    /// How much of how far one stands from the usual is still there later.
    pub kept: Kept,
    /// How far people come out from what their own pay told, by what they changed and years since.
    pub known: Vec<Moved>,
    /// The share of people held out that the bands held.
    pub held: Coverages,
}

/// People of one kind of occupation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccupationKind {
    /// What it is called.
    pub name: String,
    /// The starts of its occupations' codes; none for every other occupation.
    pub codes: Vec<String>,
    /// The median percentile by experience.
    pub typical: Typical,
    /// How far people stand from it, by years of experience, where their own pay is not known.
    pub unknown: Ends,
    /// How many times as wide as for all kinds a band is where one's own pay is known: without a change of occupation,
    /// after one to an occupation that pays more, about as much, less.
    pub scale: [f64; 4],
}

/// A regression of the log odds of the median percentile on experience.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typical {
    /// What a year of other work counts for, in years of this work.
    pub elsewhere: f64,
    /// What one, √x, x, x² of the years of experience, then √x, x of those in the job count for.
    pub terms: [f64; 6],
    /// The lowest median percentile seen.
    pub least: f64,
    /// The highest.
    pub most: f64,
    /// Years beyond which it no longer rises.
    pub years: usize,
    /// Mean bias in percent of pay, held out.
    pub off: f64,
    /// Person-years behind it.
    pub person_years: usize,
}

/// The share of a distance from the usual, in log odds, that is left after 1, 2, … years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// In the same job.
    pub job: Vec<f64>,
    /// In another job of the occupation or of its major group.
    pub related: Vec<f64>,
    /// In any other occupation.
    pub other: Vec<f64>,
}

/// How near a later job is to that of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// It is the same.
    Job,
    /// It is of the same occupation or major group, or of a role to which the job of today is related.
    Related,
    /// It is neither.
    Other,
}

/// What another occupation pays beside that of today, by its median.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It is the same occupation.
    Same,
    /// Over a tenth more.
    Up,
    /// About as much.
    Level,
    /// Over a tenth less.
    Down,
}

impl Direction {
    /// How far apart, in log pay, two medians are that count as about the same.
    pub const LEVEL: f64 = 0.1;

    /// Of two occupations by the logs of their medians.
    #[must_use]
    pub fn of(today: f64, later: f64) -> Self {
        match later - today {
            rise if rise > Self::LEVEL => Self::Up,
            rise if rise < -Self::LEVEL => Self::Down,
            _ => Self::Level,
        }
    }
}

/// What changes with a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// How near it is to the job of today.
    pub near: Nearness,
    /// What its occupation pays beside that of today.
    pub pays: Direction,
}

impl Change {
    /// No change at all.
    pub const NONE: Self = Self { near: Nearness::Job, pays: Direction::Same };
}

/// The ends of the bands after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// What changed.
    pub after: Change,
    /// How far people come out; no nearer in a later year.
    pub ends: Ends,
}

/// What the bands held of people held out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverages {
    /// Where their own pay was not known.
    pub unknown: Coverage,
    /// Where it was, and they stayed in their occupation.
    pub stayed: Coverage,
    /// Where it was, and they changed their occupation.
    pub changed: Coverage,
}

/// How many of 100 a band held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// In all years, as wide as it ships.
    pub held: f64,
    /// In later years than those.
    pub held_later: f64,
    /// How many person-years of later years that is measured on.
    pub cases: usize,
}

/// How far eight in ten people come out from what was expected, in log odds of the percentile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// By years, rising; straight between, flat beyond.
    pub by_years: Vec<End>,
    /// How much wider a band must be to hold as many of the years to come.
    pub wider: f64,
}

/// The ends of a band after so many years.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The years.
    pub years: f64,
    /// A tenth come out below this.
    pub low: f64,
    /// A tenth come out above this.
    pub high: f64,
}

/// A value by years, straight between those given and flat beyond; nothing where none is given.
fn straight<const N: usize>(
    count: usize,
    given: impl Fn(usize) -> (f64, [f64; N]),
    years: f64,
) -> Option<[f64; N]> {
    let next = (0..count).find(|at| given(*at).0 > years);
    let before = next.unwrap_or(count).checked_sub(1).map(&given);
    match (before, next.map(&given)) {
        (Some((from, low)), Some((to, high))) => {
            let share = (years - from) / (to - from);
            Some(std::array::from_fn(|which| (high[which] - low[which]).mul_add(share, low[which])))
        }
        (found, other) => found.or(other).map(|(_, value)| value),
    }
}

impl People {
    /// The kind of an occupation: that with the longest start of its code, else the last.
    #[must_use]
    pub fn kind(&self, code: &str) -> usize {
        let longest = |kind: &OccupationKind| {
            let fits = kind.codes.iter().filter(|start| code.starts_with(start.as_str()));
            fits.map(String::len).max()
        };
        let kinds = self.kinds.iter().enumerate().filter_map(|(at, kind)| Some((longest(kind)?, at)));
        kinds.max_by_key(|(length, at)| (*length, usize::MAX - at)).map_or(self.kinds.len() - 1, |(_, at)| at)
    }

    /// The ends of the band after a change; of the nearest thing to it that is told.
    #[must_use]
    pub fn after(&self, change: Change) -> &Ends {
        let told = |near, pays| self.known.iter().find(|moved| moved.after == Change { near, pays });
        let found = told(change.near, change.pays).or_else(|| told(Nearness::Other, change.pays));
        &found.unwrap_or(&self.known[0]).ends
    }
}

impl OccupationKind {
    /// How many times as wide as for all kinds a band is after a change.
    #[must_use]
    pub const fn scale(&self, pays: Direction) -> f64 {
        self.scale[pays as usize]
    }
}

impl Kept {
    /// The share left after some years, as near as a job is; straight between whole years, that of the last beyond. In the
    /// first year it falls from all in the same job; in another it is that of the first year.
    #[must_use]
    pub fn share(&self, years: f64, near: Nearness) -> f64 {
        let shares = match near {
            Nearness::Job => &self.job,
            Nearness::Related => &self.related,
            Nearness::Other => &self.other,
        };
        #[expect(clippy::cast_precision_loss, reason = "years are few")]
        let given = |at: usize| ((at + 1) as f64, [shares[at]]);
        let share = straight(shares.len(), given, years).map_or(0.0, |[share]| share);
        if near == Nearness::Job && years < 1.0 { (share - 1.0).mul_add(years, 1.0) } else { share }
    }
}

impl Ends {
    /// The low and the high end after some years, in log odds, not widened.
    #[must_use]
    pub fn at(&self, years: f64) -> [f64; 2] {
        let given = |at: usize| {
            let end = &self.by_years[at];
            (end.years, [end.low, end.high])
        };
        straight(self.by_years.len(), given, years).unwrap_or_default()
    }

    /// The low and the high end after some years, in log odds, as wide as the years to come need.
    #[must_use]
    pub fn widened(&self, years: f64) -> [f64; 2] {
        self.at(years).map(|end| end * self.wider)
    }
}

impl People {
    pub(super) fn proof(&self, tell: &mut Tell<'_>) {
        for (at, kind) in self.kinds.iter().enumerate() {
            kind.proof(&mut |pointer, fault| tell(&format!("/kinds/{at}{pointer}"), fault));
        }
        if self.kinds.last().is_none_or(|last| !last.codes.is_empty()) {
            let detail = "the last kind is for every other occupation: its codes are []";
            tell("/kinds", Fault::WrongType { detail: detail.into() });
        }
        let others = self.kinds.iter().take(self.kinds.len().saturating_sub(1));
        for (at, _) in others.enumerate().filter(|(_, kind)| kind.codes.is_empty()) {
            let detail = "only the last kind is for every other occupation";
            tell(&format!("/kinds/{at}/codes"), Fault::WrongType { detail: detail.into() });
        }
        let kept = [
            ("/kept/job", &self.kept.job),
            ("/kept/related", &self.kept.related),
            ("/kept/other", &self.kept.other),
        ];
        for (pointer, shares) in kept {
            if shares.is_empty() {
                tell(pointer, Fault::WrongType { detail: "at least one year is needed".into() });
            }
            within(tell, pointer, shares.iter().copied(), 0.0, 1.0);
            if !shares.is_sorted_by(|earlier, later| earlier >= later) {
                tell(pointer, Fault::Disordered { what: "shares from the last year to the first" });
            }
        }
        for (at, moved) in self.known.iter().enumerate() {
            if self.known[..at].iter().any(|before| before.after == moved.after) {
                let detail = "this change stands there twice";
                tell(&format!("/known/{at}/after"), Fault::WrongType { detail: detail.into() });
            }
            let pointer = format!("/known/{at}/ends");
            moved.ends.proof(&pointer, tell);
            let widens = |earlier: &End, later: &End| later.low <= earlier.low && later.high >= earlier.high;
            if !moved.ends.by_years.is_sorted_by(widens) {
                tell(&format!("{pointer}/by_years"), Fault::Disordered { what: "widths" });
            }
        }
        if self.known.first().is_none_or(|first| first.after != Change::NONE) {
            let detail = "the first is of people who change nothing";
            tell("/known", Fault::WrongType { detail: detail.into() });
        }
        let held = [&self.held.unknown, &self.held.stayed, &self.held.changed];
        within(tell, "/held", held.into_iter().flat_map(|held| [held.held, held.held_later]), 0.0, 100.0);
    }
}

impl OccupationKind {
    fn proof(&self, tell: &mut Tell<'_>) {
        let typical = &self.typical;
        within(tell, "/typical/elsewhere", [typical.elsewhere], 0.0, 1.0);
        within(tell, "/typical/terms", typical.terms, -1e3, 1e3);
        within(tell, "/typical/least", [typical.least], 0.01, 99.99);
        within(tell, "/typical/most", [typical.most], typical.least, 99.99);
        if !(1..=60).contains(&typical.years) {
            let value = f64::from(u32::try_from(typical.years).unwrap_or(u32::MAX));
            tell("/typical/years", Fault::OutOfRange { value, low: 1.0, high: 60.0 });
        }
        self.unknown.proof("/unknown", tell);
        within(tell, "/scale", self.scale, 0.2, 5.0);
    }
}

impl Ends {
    fn proof(&self, pointer: &str, tell: &mut Tell<'_>) {
        let by_years = format!("{pointer}/by_years");
        if self.by_years.is_empty() {
            tell(&by_years, Fault::WrongType { detail: "at least one year is needed".into() });
        }
        if !self.by_years.is_sorted_by(|earlier, later| earlier.years < later.years) {
            tell(&by_years, Fault::Disordered { what: "years" });
        }
        within(tell, &by_years, self.by_years.iter().map(|end| end.years), 0.0, 60.0);
        within(tell, &by_years, self.by_years.iter().map(|end| end.low), -10.0, 0.0);
        within(tell, &by_years, self.by_years.iter().map(|end| end.high), 0.0, 10.0);
        within(tell, &format!("{pointer}/wider"), [self.wider], 1.0, 5.0);
    }
}
