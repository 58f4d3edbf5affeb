//! The gate from written to checked: ids resolved, units and ranges proved, every fault told with its place.

use std::collections::BTreeMap;

use super::file::{WrittenFigure, WrittenRequirement, WrittenRule};
use super::index::{HoldingIx, OccupationIx, RoleIx, SkillIx};
use super::node::SkillLevels;
use super::region::{RegionIx, Regions};
use super::requirement::Requirement;
use crate::document::Document;
use crate::finding::{Fault, Finding, nearest};
use crate::provenance::{Amount, Basis, Cited, Figure, Missing, SourceIx};
use crate::units::Currency;

/// What a number may be: its units and the range that makes sense.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The unit; empty stands for the graph's currency, none for any.
    pub unit: Option<&'static str>,
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
}

/// Money, once.
pub const MONEY: Kind = Kind { unit: Some(""), low: 0.0, high: 1_000_000.0 };
/// Hours of work.
pub const HOURS: Kind = Kind { unit: Some("hours"), low: 0.0, high: 20_000.0 };
/// Hours in a week.
pub const WEEKLY: Kind = Kind { unit: Some("hours_per_week"), low: 1.0, high: 80.0 };
/// Months.
pub const MONTHS: Kind = Kind { unit: Some("months"), low: 0.0, high: 240.0 };
/// A share of a whole.
pub const SHARE: Kind = Kind { unit: Some("share"), low: 0.0, high: 1.0 };
/// One pay over another.
pub const RATIO: Kind = Kind { unit: Some("ratio"), low: 0.2, high: 5.0 };
/// A stated fact, in whatever unit.
pub const ANY: Kind = Kind { unit: None, low: -1e9, high: 1e9 };
/// Jobs.
pub const JOBS: Kind = Kind { unit: Some("jobs"), low: 0.0, high: 1_000_000.0 };
/// Growth as a share, which may be a loss.
pub const GROWTH: Kind = Kind { unit: Some("share"), low: -1.0, high: 10.0 };

/// A file and the pointer to a record in it.
pub type Place = (&'static str, String);

/// Ids of one kind and what they stand for.
#[derive(Debug)]
pub struct Ids {
    kind: &'static str,
    list: BTreeMap<String, (u32, Place)>,
}

impl Ids {
    /// No ids yet of this kind.
    #[must_use]
    pub fn new(kind: &'static str) -> Self {
        Self { kind, list: BTreeMap::new() }
    }

    /// Registers an id; where it is known already, the place of the first.
    pub fn add(&mut self, id: &str, index: u32, place: Place) -> Option<Place> {
        if let Some((_, first)) = self.list.get(id) {
            return Some(first.clone());
        }
        self.list.insert(id.to_owned(), (index, place));
        None
    }

    /// What an id stands for.
    ///
    /// # Errors
    /// A fault with the nearest id where there is none.
    pub fn get(&self, id: &str) -> Result<u32, Fault> {
        self.list.get(id).map(|(index, _)| *index).ok_or_else(|| Fault::UnknownId {
            kind: self.kind,
            id: id.to_owned(),
            near: nearest(id, self.list.keys().map(String::as_str)),
        })
    }
}

/// The ids of a graph and the findings so far.
#[derive(Debug)]
pub struct Checker {
    /// Everything found wrong.
    pub findings: Vec<Finding>,
    /// The graph's currency.
    pub currency: Currency,
    /// Sources.
    pub sources: Ids,
    /// Skills.
    pub skills: Ids,
    /// Awards and credentials.
    pub holdings: Ids,
    /// Roles.
    pub roles: Ids,
    /// Programs.
    pub programs: Ids,
    /// Occupations.
    pub occupations: Ids,
    /// Figures that stand in for missing ones, by id.
    pub imputations: BTreeMap<String, Figure>,
    /// Regions.
    pub regions: Regions,
    /// The skills of the role whose entry is read; none elsewhere.
    pub role_skills: Option<SkillLevels>,
}

impl Checker {
    /// A checker that knows no ids yet.
    #[must_use]
    pub fn new(currency: Currency) -> Self {
        Self {
            findings: Vec::new(),
            currency,
            sources: Ids::new("source"),
            skills: Ids::new("skill"),
            holdings: Ids::new("award or credential"),
            roles: Ids::new("role"),
            programs: Ids::new("program"),
            occupations: Ids::new("occupation"),
            imputations: BTreeMap::new(),
            regions: Regions::default(),
            role_skills: None,
        }
    }

    /// Tells a fault at a place of a document.
    pub fn tell(&mut self, document: &Document, pointer: &str, fault: Fault) {
        self.findings.push(document.finding(pointer, fault));
    }

    fn resolve(&mut self, found: Result<u32, Fault>, document: &Document, pointer: &str) -> Option<u32> {
        found.map_err(|fault| self.tell(document, pointer, fault)).ok()
    }

    /// Resolves a source id.
    pub fn source(&mut self, id: &str, document: &Document, pointer: &str) -> Option<SourceIx> {
        if id.is_empty() {
            self.tell(document, pointer, Fault::NoSource);
            return None;
        }
        let found = self.sources.get(id);
        self.resolve(found, document, &format!("{pointer}/source")).map(SourceIx)
    }

    /// Resolves a holding id.
    pub fn holding(&mut self, id: &str, document: &Document, pointer: &str) -> Option<HoldingIx> {
        let found = self.holdings.get(id);
        self.resolve(found, document, pointer).map(HoldingIx)
    }

    /// Resolves a role id.
    pub fn role(&mut self, id: &str, document: &Document, pointer: &str) -> Option<RoleIx> {
        let found = self.roles.get(id);
        self.resolve(found, document, pointer).map(RoleIx)
    }

    /// Resolves an occupation code.
    pub fn occupation(&mut self, code: &str, document: &Document, pointer: &str) -> Option<OccupationIx> {
        let found = self.occupations.get(code);
        self.resolve(found, document, pointer).map(OccupationIx)
    }

    /// Resolves a region id; titles and aliases are for people, not for graph files.
    pub fn region(&mut self, id: &str, document: &Document, pointer: &str) -> Option<RegionIx> {
        let found = self.regions.find(id).filter(|region| self.regions.get(*region).id == id);
        if found.is_none() {
            let near = nearest(id, self.regions.all().map(|(_, region)| region.id.as_str()));
            self.tell(document, pointer, Fault::UnknownId { kind: "region", id: id.to_owned(), near });
        }
        found
    }

    /// Checks a figure against the unit and range it must have.
    pub fn figure(
        &mut self,
        written: &WrittenFigure,
        kind: Kind,
        doc: &Document,
        pointer: &str,
    ) -> Option<Figure> {
        let told = self.findings.len();
        let source = self.source(&written.source, doc, pointer);
        let unit = kind.unit.map(|unit| if unit.is_empty() { self.currency.key() } else { unit });
        if let Some(unit) = unit.filter(|unit| written.unit != *unit) {
            let fault = Fault::WrongUnit { found: written.unit.clone(), expected: unit.to_owned() };
            self.tell(doc, &format!("{pointer}/unit"), fault);
        }
        let region = self.figure_region(written.region.as_deref(), doc, pointer);
        let amount = self.amount(written, kind, doc, pointer);
        if self.findings.len() > told {
            return None;
        }
        Some(Cited {
            value: amount?,
            source: source?,
            basis: written.basis,
            period: written.period.clone(),
            region: region?,
            note: written.note.clone(),
        })
    }

    /// Checks a figure that must be known: where none is published, that of its kind stands in for it.
    pub fn known(
        &mut self,
        written: &WrittenFigure,
        kind: Kind,
        doc: &Document,
        pointer: &str,
    ) -> Option<Figure> {
        let own = self.figure(written, kind, doc, pointer)?;
        if own.known().is_some() {
            return Some(own);
        }
        let Some(id) = &written.kind else {
            self.tell(doc, pointer, Fault::NotImputed);
            return None;
        };
        let Some(imputed) = self.imputations.get(id).cloned() else {
            let near = nearest(id, self.imputations.keys().map(String::as_str));
            let fault = Fault::UnknownId { kind: "imputation", id: id.clone(), near };
            self.tell(doc, &format!("{pointer}/kind"), fault);
            return None;
        };
        if let Amount::Known { value, .. } = imputed.value
            && !(kind.low..=kind.high).contains(&value)
        {
            let fault = Fault::OutOfRange { value, low: kind.low, high: kind.high };
            self.tell(doc, &format!("{pointer}/kind"), fault);
            return None;
        }
        Some(Cited { basis: Basis::Imputed, ..imputed })
    }

    fn figure_region(&mut self, id: Option<&str>, doc: &Document, pointer: &str) -> Option<String> {
        match id {
            Some(id) => {
                let region = self.region(id, doc, &format!("{pointer}/region"))?;
                Some(self.regions.get(region).id.clone())
            }
            None => self.regions.all().next().map(|(_, root)| root.id.clone()),
        }
    }

    fn amount(
        &mut self,
        written: &WrittenFigure,
        kind: Kind,
        doc: &Document,
        pointer: &str,
    ) -> Option<Amount> {
        for (key, number) in [("value", written.value), ("low", written.low), ("high", written.high)] {
            if let Some(value) = number.filter(|n| !(kind.low..=kind.high).contains(n)) {
                let fault = Fault::OutOfRange { value, low: kind.low, high: kind.high };
                self.tell(doc, &format!("{pointer}/{key}"), fault);
            }
        }
        match (written.value, written.missing) {
            (Some(value), None) => {
                let (low, high) = (written.low.unwrap_or(value), written.high.unwrap_or(value));
                if !(low <= value && value <= high) {
                    self.tell(doc, pointer, Fault::Disordered { what: "low, value and high" });
                }
                Some(Amount::Known { value, low, high })
            }
            (None, Some(missing)) => Some(Amount::Missing(missing)),
            (Some(_), Some(_)) | (None, None) => {
                self.tell(doc, pointer, Fault::Undecided);
                None
            }
        }
    }

    /// Checks a requirement with its source.
    pub fn rule(
        &mut self,
        written: &WrittenRule,
        doc: &Document,
        pointer: &str,
    ) -> Option<Cited<Requirement>> {
        let source = self.source(&written.source, doc, pointer);
        let region = self.figure_region(written.region.as_deref(), doc, pointer);
        let requirement = self.requirement(&written.requirement, doc, &format!("{pointer}/requirement"));
        let conditions = requirement.as_ref().map_or(0, Requirement::size);
        if conditions > Requirement::MOST {
            let most = Requirement::MOST;
            self.tell(doc, &format!("{pointer}/requirement"), Fault::TooInvolved { conditions, most });
        }
        Some(Cited {
            value: requirement?,
            source: source?,
            basis: written.basis,
            period: written.period.clone(),
            region: region?,
            note: written.note.clone(),
        })
    }

    /// Checks a requirement tree.
    pub fn requirement(
        &mut self,
        written: &WrittenRequirement,
        doc: &Document,
        pointer: &str,
    ) -> Option<Requirement> {
        let w = written;
        let forms = [
            w.all.is_some(),
            w.any.is_some(),
            w.at_least.is_some(),
            w.education.is_some(),
            w.holds.is_some(),
            w.months.is_some(),
            w.skill.is_some(),
            w.ready.is_some(),
        ];
        let paired = w.months.is_some() == w.r#in.is_some() && w.skill.is_some() == w.level.is_some();
        if forms.iter().filter(|given| **given).count() != 1 || !paired {
            self.tell(doc, pointer, Fault::NotARequirement);
            return None;
        }
        if let Some(parts) = &w.all {
            return self.group(parts, doc, &format!("{pointer}/all")).map(Requirement::All);
        }
        if let Some(parts) = &w.any {
            let pointer = format!("{pointer}/any");
            if parts.is_empty() {
                self.tell(doc, &pointer, Fault::TooMany { n: 1, of: 0 });
            }
            return self.group(parts, doc, &pointer).map(Requirement::Any);
        }
        if let Some(counted) = &w.at_least {
            let pointer = format!("{pointer}/at_least");
            if counted.n > counted.of.len() {
                self.tell(doc, &pointer, Fault::TooMany { n: counted.n, of: counted.of.len() });
            }
            let of = self.group(&counted.of, doc, &format!("{pointer}/of"))?;
            return Some(Requirement::AtLeast { n: counted.n, of });
        }
        if let Some(education) = w.education {
            return Some(Requirement::Education(education));
        }
        if let Some(id) = &w.holds {
            return self.holding(id, doc, &format!("{pointer}/holds")).map(Requirement::Holds);
        }
        if let Some(share) = w.ready {
            if !(0.0..=1.0).contains(&share) {
                let fault = Fault::OutOfRange { value: share, low: 0.0, high: 1.0 };
                self.tell(doc, &format!("{pointer}/ready"), fault);
                return None;
            }
            let Some(skills) = self.role_skills.clone() else {
                let (what, mend) =
                    ("`ready` stands outside of a role's entry", "ask for skills by `skill` and `level`");
                self.tell(doc, &format!("{pointer}/ready"), Fault::Conflict { what, mend });
                return None;
            };
            return Some(Requirement::ready(share, &skills));
        }
        if let (Some(months), Some(roles)) = (w.months, &w.r#in) {
            return Some(self.months(months, roles, doc, pointer));
        }
        let (skill, level) = (w.skill.as_ref()?, w.level?);
        let found = self.skills.get(skill);
        let skill = self.resolve(found, doc, &format!("{pointer}/skill")).map(SkillIx)?;
        self.level(level, doc, &format!("{pointer}/level"))?;
        Some(Requirement::Skill { skill, level })
    }

    fn group(
        &mut self,
        parts: &[WrittenRequirement],
        doc: &Document,
        pointer: &str,
    ) -> Option<Vec<Requirement>> {
        let checked: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| self.requirement(part, doc, &format!("{pointer}/{at}")))
            .collect();
        checked.into_iter().collect()
    }

    fn months(&mut self, months: u32, roles: &[String], doc: &Document, pointer: &str) -> Requirement {
        if !(1..=600).contains(&months) {
            let fault = Fault::OutOfRange { value: f64::from(months), low: 1.0, high: 600.0 };
            self.tell(doc, &format!("{pointer}/months"), fault);
        }
        if roles.is_empty() {
            self.tell(doc, &format!("{pointer}/in"), Fault::TooMany { n: 1, of: 0 });
        }
        let mut checked = Vec::new();
        for (at, id) in roles.iter().enumerate() {
            let found = self.roles.get(id);
            checked.extend(self.resolve(found, doc, &format!("{pointer}/in/{at}")).map(RoleIx));
        }
        checked.sort_unstable();
        checked.dedup();
        Requirement::Months { months, roles: checked }
    }

    fn level(&mut self, level: u8, doc: &Document, pointer: &str) -> Option<u8> {
        if (0..=5).contains(&level) {
            return Some(level);
        }
        self.tell(doc, pointer, Fault::OutOfRange { value: f64::from(level), low: 0.0, high: 5.0 });
        None
    }

    /// Checks skill levels.
    pub fn skill_levels(
        &mut self,
        written: &BTreeMap<String, u8>,
        doc: &Document,
        pointer: &str,
    ) -> SkillLevels {
        let mut levels = SkillLevels::new();
        for (id, level) in written {
            let place = format!("{pointer}/{id}");
            let found = self.skills.get(id);
            let skill = self.resolve(found, doc, &place).map(SkillIx);
            if let (Some(skill), Some(level)) = (skill, self.level(*level, doc, &place)) {
                levels.push((skill, level));
            }
        }
        levels.sort_unstable();
        levels
    }
}

/// A figure that stands where checking failed, so that the rest can still be checked.
#[must_use]
pub fn unknown_figure() -> Figure {
    Cited {
        value: Amount::Missing(Missing::NotAvailable),
        source: SourceIx(0),
        basis: Basis::Assumed,
        period: String::new(),
        region: String::new(),
        note: String::new(),
    }
}
