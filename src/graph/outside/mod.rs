//! Jobs outside the graph: what they are called, what they pay, what skills they bring.
//!
//! The tables are large and asked for by few, so each is read when something first asks for it. They may be packed with gzip.

mod file;
mod titles;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

pub use titles::{Held, TitleMatch};

use file::{BackgroundRow, PayRow as WrittenPay, TitleRow, WrittenOutside};
use titles::{Spelling, Titles};

use super::checker::Checker;
use super::packed::{Blocks, Table};
use super::{Graph, HoldingIx, PayRow, RegionIx, RoleIx, SkillLevels};
use crate::document::{Document, Text};
use crate::finding::{Fault, Finding, nearest};
use crate::provenance::SourceIx;

/// The files of tables: titles, pay, skills.
pub const TABLES: [&str; 3] = ["titles.csv", "outside_pay.csv", "backgrounds.csv"];
const TITLES: usize = 0;
const PAY: usize = 1;
const BACKGROUNDS: usize = 2;

/// An occupation that is meant at least this much as the likeliest may be meant.
const NEAR: f64 = 0.75;
/// Occupations whose pay differs by no more are one to somebody who asks what a job pays.
const ALIKE: f64 = 0.1;
/// The most occupations among which somebody is asked to choose.
const MOST_ASKED: usize = 4;

/// Jobs outside the graph.
#[derive(Debug, Clone)]
pub struct Outside {
    written: WrittenOutside,
    spelling: Spelling,
    pay_source: SourceIx,
    /// Where the skills that jobs bring come from.
    pub background_source: Option<SourceIx>,
    /// By the codes of occupations: the licence without which nobody may work in them.
    licences: BTreeMap<String, HoldingIx>,
    tables: [Option<Table>; 3],
    /// The same cut by occupation.
    blocks: [OnceLock<Blocks>; 3],
    titles: OnceLock<Titles>,
    /// The graph's roles by their names in any spelling.
    roles: OnceLock<BTreeMap<u64, BTreeSet<RoleIx>>>,
}

impl Outside {
    /// Reads the small file; the tables are kept as they come.
    pub fn new(text: &Text, tables: [Option<Table>; 3], checker: &mut Checker) -> Option<Self> {
        let document = match Document::parse(text, &mut checker.findings) {
            Ok(document) => document,
            Err(finding) => {
                checker.findings.push(finding);
                return None;
            }
        };
        let written: WrittenOutside = document.record("", &mut checker.findings)?;
        for (list, weight) in &written.weights {
            if !(0.0..=1.0).contains(weight) {
                let fault = Fault::OutOfRange { value: *weight, low: 0.0, high: 1.0 };
                checker.tell(&document, &format!("/weights/{list}"), fault);
            }
        }
        for (code, own) in &written.of_roles {
            let _ = checker.occupation(own, &document, &format!("/of_roles/{code}"));
        }
        let licences = written.licences.iter().filter_map(|(code, award)| {
            let award = checker.holding(award, &document, &format!("/licences/{code}"))?;
            Some((code.clone(), award))
        });
        let licences = licences.collect();
        for (at, source) in written.sources.titles.iter().enumerate() {
            let _ = checker.source(source, &document, &format!("/sources/titles/{at}"));
        }
        let background = written.sources.backgrounds.clone();
        let background_source =
            background.and_then(|source| checker.source(&source, &document, "/sources/backgrounds"));
        let pay_source = checker.source(&written.sources.pay, &document, "/sources/pay")?;
        Some(Self {
            spelling: Spelling::new(&written),
            written,
            pay_source,
            background_source,
            licences,
            tables,
            blocks: Default::default(),
            titles: OnceLock::new(),
            roles: OnceLock::new(),
        })
    }

    /// Reads all tables, to tell what is amiss with them.
    pub fn check(&self, graph: &Graph) -> Vec<Finding> {
        let mut findings = Vec::new();
        let [titles, pay, backgrounds] = &self.tables;
        for table in [titles, pay, backgrounds].into_iter().flatten() {
            table.check_order(&mut findings);
        }
        if let Some(table) = titles {
            table.rows(&TITLE_COLUMNS, &mut findings, |row: &TitleRow| {
                let unknown = row.lists().find(|list| !self.written.weights.contains_key(*list))?;
                let near = nearest(unknown, self.written.weights.keys().map(String::as_str));
                Some(Fault::UnknownId { kind: "list of titles", id: unknown.to_owned(), near })
            });
        }
        if let Some(table) = pay {
            table.rows(&PAY_COLUMNS, &mut findings, |row: &WrittenPay| {
                let known: Vec<f64> = row.yearly().into_iter().flatten().collect();
                if graph.regions.find(&row.region).is_none() {
                    return Some(Fault::UnknownId { kind: "region", id: row.region.clone(), near: None });
                }
                (!known.is_sorted()).then_some(Fault::Disordered { what: "percentiles" })
            });
        }
        if let Some(table) = backgrounds {
            table.rows(&BACKGROUND_COLUMNS, &mut findings, |row: &BackgroundRow| {
                if graph.skill(&row.skill).is_none() {
                    return Some(Fault::UnknownId { kind: "skill", id: row.skill.clone(), near: None });
                }
                let (value, high) = (f64::from(row.level), 5.0);
                (row.level > 5).then_some(Fault::OutOfRange { value, low: 0.0, high })
            });
        }
        findings
    }

    fn blocks(&self, table: usize) -> &Blocks {
        let cut = || self.tables[table].as_ref().map_or_else(Blocks::default, Table::blocks);
        self.blocks[table].get_or_init(cut)
    }

    fn titles(&self) -> &Titles {
        self.titles.get_or_init(|| {
            let rows: Vec<TitleRow> = self.blocks(TITLES).all(&TITLE_COLUMNS);
            Titles::new(rows, &self.written.weights)
        })
    }

    /// The title of an occupation by its code.
    #[must_use]
    pub fn title(&self, code: &str) -> Option<String> {
        let rows: Vec<TitleRow> = self.blocks(TITLES).rows(code, &TITLE_COLUMNS);
        rows.into_iter().find(TitleRow::is_own).map(|row| row.title)
    }

    /// Reads what somebody calls a job. Of occupations that pay alike only the likeliest is told.
    #[must_use]
    pub fn read(&self, title: &str, when: Held) -> TitleMatch {
        let jobs = |code: &str| self.national(code).and_then(|row| row.employment).unwrap_or(0.0);
        match self.titles().read(title, when, &self.spelling, &jobs) {
            TitleMatch::Occupations { mut codes, is_sure } => {
                codes.truncate(MOST_ASKED);
                if !codes.iter().skip(1).any(|other| self.pays_otherwise(&codes[0], other)) {
                    codes.truncate(1);
                }
                TitleMatch::Occupations { codes, is_sure }
            }
            read => read,
        }
    }

    fn pays_otherwise(&self, one: &str, other: &str) -> bool {
        let median = |code| self.national(code).and_then(|row| row.p50);
        match (median(one), median(other)) {
            (Some(one), Some(other)) => (one / other - 1.0).abs() > ALIKE,
            _ => true,
        }
    }

    /// The row of the widest region.
    fn national(&self, code: &str) -> Option<WrittenPay> {
        self.blocks(PAY).first(code, &PAY_COLUMNS)
    }

    /// Pay of an occupation by the id of the region.
    pub fn pay(&self, code: &str) -> BTreeMap<String, PayRow> {
        let rows: Vec<WrittenPay> = self.blocks(PAY).rows(code, &PAY_COLUMNS);
        let pay = |row: WrittenPay| {
            let yearly = row.yearly();
            let period = self.written.pay_period.clone();
            (row.region, PayRow { yearly, period, source: self.pay_source, basis: row.basis, missing: None })
        };
        rows.into_iter().map(pay).collect()
    }

    /// The skills that an occupation brings to somebody who has worked in it for long enough, in order.
    #[must_use]
    pub fn skills(&self, graph: &Graph, code: &str) -> SkillLevels {
        let rows = self.blocks(BACKGROUNDS).rows::<BackgroundRow>(code, &BACKGROUND_COLUMNS);
        let skills = rows.into_iter().filter_map(|row| Some((graph.skill(&row.skill)?, row.level)));
        let mut skills: SkillLevels = skills.collect();
        skills.sort_unstable();
        skills
    }

    /// The listed role that a title is a spelling of, where it is one alone.
    fn role(&self, graph: &Graph, title: &str) -> Option<RoleIx> {
        let by_key = self.roles.get_or_init(|| {
            let mut by_key: BTreeMap<u64, BTreeSet<RoleIx>> = BTreeMap::new();
            for (at, role) in (0..).map(RoleIx).zip(&graph.roles).filter(|(_, role)| role.listed) {
                let names = &role.names;
                for name in [&names.title, &names.short].into_iter().chain(&names.aliases) {
                    for key in self.spelling.keys(name) {
                        by_key.entry(key).or_default().insert(at);
                    }
                }
            }
            by_key
        });
        let found: BTreeSet<RoleIx> =
            self.spelling.keys(title).iter().filter_map(|key| by_key.get(key)).flatten().copied().collect();
        if found.len() == 1 { found.first().copied() } else { None }
    }

    /// Tells whether there is such a code.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.blocks(PAY).has(code) || self.blocks(TITLES).has(code)
    }
}

const TITLE_COLUMNS: [&str; 3] = ["occupation", "title", "lists"];
const PAY_COLUMNS: [&str; 9] =
    ["occupation", "region", "employment", "basis", "p10", "p25", "p50", "p75", "p90"];
const BACKGROUND_COLUMNS: [&str; 3] = ["occupation", "skill", "level"];

/// How like a role a title must be to be taken for it, and by how much more than for the next.
const LIKE: f64 = 1.1;
const CLEARLY: f64 = 0.3;

/// A title whose short forms have no points: `H.I.M.` is `HIM`.
pub(super) fn undotted(title: &str) -> String {
    let is_short = |word: &&str| {
        let letters: Vec<&str> = word.split('.').filter(|letter| !letter.is_empty()).collect();
        letters.len() > 1 && letters.iter().all(|letter| letter.chars().count() == 1)
    };
    let words =
        title.split(' ').map(|word| if is_short(&word) { word.replace('.', "") } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

/// The roles or the occupations that the name of a job may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobMatch {
    /// It is one of the graph's roles, or of several the one that the person must tell.
    Roles(Vec<RoleIx>),
    /// It is outside the graph, or as good as unknown.
    Outside(TitleMatch),
}

impl Graph {
    /// Reads what somebody calls a job: one of the graph's roles by any of its names, else an occupation. A title told by hand
    /// is what is told, unless it is a role's own.
    #[must_use]
    pub fn read_job(&self, title: &str, when: Held) -> JobMatch {
        let title = &undotted(title);
        let by_hand = self.outside.as_ref().is_some_and(|outside| outside.spelling.is_by_hand(title));
        let is_own = |role: &RoleIx| {
            let names = &self.roles[role.at()].names;
            [&names.id, &names.title, &names.short].into_iter().any(|name| name.eq_ignore_ascii_case(title))
        };
        if let Some(role) = self.role_named(title).filter(|role| !by_hand || is_own(role)) {
            return JobMatch::Roles(vec![role]);
        }
        let Some(outside) = &self.outside else { return JobMatch::Outside(TitleMatch::Unknown) };
        // the whole title, then what stands before a mark that parts it
        let head = title.split(['(', ',', ';', '|', '–', '/', '+']).next().unwrap_or(title);
        let head = head.split(" - ").next().unwrap_or(head);
        let role = outside.role(self, title).or_else(|| outside.role(self, head));
        if let Some(role) = role.filter(|_| !by_hand) {
            return JobMatch::Roles(vec![role]);
        }
        let read = outside.read(title, when);
        if let TitleMatch::Occupations { codes, .. } = &read
            && let Some(own) = codes.first().and_then(|code| outside.written.of_roles.get(code))
        {
            let of = |at: &RoleIx| self.occupations[self.roles[at.at()].occupation.at()].code == *own;
            let listed = (0..).map(RoleIx).zip(&self.roles).filter(|(_, role)| role.listed);
            return JobMatch::Roles(listed.map(|(at, _)| at).filter(of).collect());
        }
        if by_hand || !self.may_be_role(&read, |_| true) {
            return JobMatch::Outside(read);
        }
        match self.role_like(title, head).filter(|role| self.may_be_role(&read, |at| at == *role)) {
            Some(role) => JobMatch::Roles(vec![role]),
            None => JobMatch::Outside(read),
        }
    }

    /// The role that a title is much liker to than to any other; of the whole title and of its head the clearer.
    fn role_like(&self, title: &str, head: &str) -> Option<RoleIx> {
        let likest = |title: &str| {
            let like = self.roles_like(title);
            let next = like.get(1).map_or(0.0, |(score, _)| *score);
            like.first().map(|(score, role)| (*score, score - next, *role))
        };
        let head = Some(head).filter(|head| *head != title);
        let both = std::iter::once(title).chain(head).filter_map(likest);
        let clear = both.filter(|(score, ahead, _)| *score >= LIKE && *ahead >= CLEARLY);
        clear.max_by(|(one, ..), (other, ..)| one.total_cmp(other)).map(|(.., role)| role)
    }

    /// Tells whether a title read so may be one of some roles: it stands in no list or for several things there, or for the
    /// own occupation of a listed one among them.
    fn may_be_role(&self, read: &TitleMatch, is_among: impl Fn(RoleIx) -> bool) -> bool {
        match read {
            TitleMatch::Unknown | TitleMatch::Occupations { is_sure: false, .. } => true,
            TitleMatch::Occupations { codes, .. } => (0..).map(RoleIx).zip(&self.roles).any(|(at, role)| {
                let own = &self.occupations[role.occupation.at()].code;
                role.listed && codes.first() == Some(own) && is_among(at)
            }),
            TitleMatch::NoJob | TitleMatch::TooGeneral => false,
        }
    }

    /// Of some roles that a title may stand for the likest, of equals the plainer; none where it is like none of them.
    #[must_use]
    pub fn likest_of(&self, title: &str, roles: &[RoleIx]) -> Option<RoleIx> {
        let like = self.roles_like(&undotted(title)).into_iter();
        like.filter(|(score, role)| *score >= LIKE && roles.contains(role)).map(|(_, role)| role).next()
    }

    /// The licence without which nobody may work in an occupation.
    #[must_use]
    pub fn licence(&self, code: &str) -> Option<HoldingIx> {
        self.outside.as_ref()?.licences.get(code).copied()
    }

    /// Some roles, each by its id.
    #[must_use]
    pub fn roles_named(&self, roles: &[RoleIx]) -> String {
        let ids: Vec<String> =
            roles.iter().map(|role| format!("`{}`", self.roles[role.at()].names.id)).collect();
        ids.join(", ")
    }

    /// Some occupations, each by its code and title.
    #[must_use]
    pub fn occupations_named(&self, codes: &[String]) -> String {
        let titles = codes.iter().map(|code| (code, self.occupation_title(code).unwrap_or_default()));
        let named: Vec<String> = titles.map(|(code, title)| format!("`{code}` {title}")).collect();
        named.join("; ")
    }

    /// The title of an occupation by its code, in the graph or outside it.
    #[must_use]
    pub fn occupation_title(&self, code: &str) -> Option<String> {
        let known = self.occupation(code).map(|at| self.occupations[at.at()].title.clone());
        known.or_else(|| self.outside.as_ref()?.title(code))
    }

    /// Pay of an occupation outside the graph in the nearest region around one that has some, itself first.
    #[must_use]
    pub fn outside_pay(&self, code: &str, region: RegionIx) -> Option<(RegionIx, PayRow)> {
        let mut rows = self.outside.as_ref()?.pay(code);
        rows.retain(|_, row| row.median().is_some());
        self.regions.upward(region).find_map(|at| {
            let at = self.regions.covering(at);
            Some((at, rows.remove(&self.regions.get(at).id)?))
        })
    }

    /// The skills that an occupation outside the graph brings, in order.
    #[must_use]
    pub fn background(&self, code: &str) -> SkillLevels {
        self.outside.as_ref().map_or_else(SkillLevels::new, |outside| outside.skills(self, code))
    }

    /// Tells whether a code is one of the graph's classification; any is where no list of them is given.
    #[must_use]
    pub fn has_code(&self, code: &str) -> bool {
        self.occupation(code).is_some() || self.outside.as_ref().is_none_or(|outside| outside.has(code))
    }
}
