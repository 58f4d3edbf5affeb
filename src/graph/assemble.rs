//! Puts a graph together from its files: reads, resolves, builds, and looks for what nobody can reach.

use super::checker::{
    Checker, GROWTH, HOURS, MONEY, MONTHS, SHARE, WEEKLY, YEARS, unknown_figure,
};
use super::file::{
    ExperienceRow, PayRow as WrittenPay, RegionRow, TuitionRow as WrittenTuitionRow, WrittenAward,
    WrittenCredential, WrittenFact, WrittenFee, WrittenHeader, WrittenMode, WrittenOccupation, WrittenProgram,
    WrittenRole, WrittenRule, WrittenSkill, WrittenSource, WrittenUpkeep,
};
use super::reach::{Leads, unreachable};
use super::table::{Row, row_finding, rows};
use super::{
    Award, Credential, ExperienceCell, Fact, Fee, Graph, Method, Names, Node, Occupation, PayRow, PayTable,
    Program, Region, RegionIx, Regions, Requirement, Role, Skill, Slice, Tuition, TuitionRow, TuitionTable,
    Upkeep, base, digest,
};
use crate::document::{Document, Text};
use crate::finding::{Fault, Finding};
use crate::provenance::{Basis, Cited, Figure, Source};

/// The code under which all workers' pay is published.
const ALL_WORKERS: &str = "00-0000";

const JSON_FILES: [&str; 9] = [
    "graph.json",
    "sources.json",
    "skills.json",
    "awards.json",
    "occupations.json",
    "roles.json",
    "credentials.json",
    "programs.json",
    "facts.json",
];
const CSV_FILES: [&str; 4] = ["regions.csv", "pay.csv", "tuition.csv", "experience.csv"];

/// A record with the pointer to it.
type Placed<T> = (String, T);

/// The parsed files of a graph folder.
struct Folder<'a> {
    texts: &'a [Text],
    documents: Vec<(&'static str, Document)>,
}

impl Folder<'_> {
    fn document(&self, name: &str) -> &Document {
        let found = self.documents.iter().find(|(known, _)| *known == name);
        &found.expect("every file was found before assembling").1
    }

    fn text(&self, name: &str) -> &Text {
        let found = self.texts.iter().find(|text| base(&text.name) == name);
        found.expect("every file was found before assembling")
    }

    /// Reads the records of a file that holds a list, in order of their sort key.
    fn list<T: serde::de::DeserializeOwned>(
        &self,
        name: &str,
        key: impl Fn(&T) -> &str,
        findings: &mut Vec<Finding>,
    ) -> Vec<Placed<T>> {
        let document = self.document(name);
        let Some(records) = document.value("").and_then(|root| root.as_array()) else {
            let detail = "expected a list of records".to_owned();
            findings.push(document.finding("", Fault::WrongType { detail }));
            return Vec::new();
        };
        let mut read: Vec<Placed<T>> = (0..records.len())
            .filter_map(|at| {
                let pointer = format!("/{at}");
                document.record(&pointer, findings).map(|record| (pointer, record))
            })
            .collect();
        read.sort_by(|a, b| key(&a.1).cmp(key(&b.1)));
        read
    }
}

/// Reads and checks a graph's files.
pub fn assemble(texts: &[Text]) -> Result<Graph, Vec<Finding>> {
    let folder = open(texts)?;
    let mut findings = Vec::new();
    let header: Option<WrittenHeader> = folder.document("graph.json").record("", &mut findings);
    let Some(header) = header else { return Err(findings) };
    if header.format != "careerpath.graph/1" {
        let detail = "format must be careerpath.graph/1".to_owned();
        findings.push(folder.document("graph.json").finding("/format", Fault::WrongType { detail }));
    }

    let sources = folder.list::<WrittenSource>("sources.json", |s| &s.id, &mut findings);
    let skills = folder.list::<WrittenSkill>("skills.json", |s| &s.id, &mut findings);
    let awards = folder.list::<WrittenAward>("awards.json", |a| &a.id, &mut findings);
    let occupations = folder.list::<WrittenOccupation>("occupations.json", |o| &o.code, &mut findings);
    let roles = folder.list::<WrittenRole>("roles.json", |r| &r.id, &mut findings);
    let credentials = folder.list::<WrittenCredential>("credentials.json", |c| &c.id, &mut findings);
    let programs = folder.list::<WrittenProgram>("programs.json", |p| &p.id, &mut findings);
    let facts = folder.list::<WrittenFact>("facts.json", |f| &f.subject, &mut findings);

    let mut checker = Checker::new(header.currency);
    checker.findings = findings;
    checker.regions = regions(folder.text("regions.csv"), &mut checker.findings);
    register(&folder, &mut checker, |c| &mut c.sources, "sources.json", &sources, |s| &s.id, 0);
    register(&folder, &mut checker, |c| &mut c.skills, "skills.json", &skills, |s| &s.id, 0);
    register(&folder, &mut checker, |c| &mut c.holdings, "awards.json", &awards, |a| &a.id, 0);
    let first = awards.len();
    register(&folder, &mut checker, |c| &mut c.holdings, "credentials.json", &credentials, |c| &c.id, first);
    register(&folder, &mut checker, |c| &mut c.occupations, "occupations.json", &occupations, |o| &o.code, 0);
    register(&folder, &mut checker, |c| &mut c.roles, "roles.json", &roles, |r| &r.id, 0);
    let mut program_ids = super::checker::Ids::new("program");
    for (at, (pointer, program)) in (0..).zip(&programs) {
        let document = folder.document("programs.json");
        if let Some(fault) = program_ids.add(&program.id, at, document.line(pointer)) {
            checker.tell(document, &format!("{pointer}/id"), fault);
        }
    }

    let method = method(&header, folder.document("graph.json"), &mut checker);
    let mut graph = Graph {
        id: header.id.clone(),
        version: header.version.clone(),
        title: header.title.clone(),
        digest: digest(texts),
        currency: header.currency,
        base_year: header.base_year,
        notes: header.notes.clone(),
        sources: sources.iter().map(|(_, written)| source(written)).collect(),
        regions: Regions::default(),
        skills: skills
            .iter()
            .map(|(_, s)| Skill { names: names(&s.id, &s.title, None, &s.aliases) })
            .collect(),
        awards: build(&folder, "awards.json", &awards, &mut checker, award),
        occupations: build(&folder, "occupations.json", &occupations, &mut checker, occupation),
        all_workers: checker.occupations.get(ALL_WORKERS).ok().map(super::OccupationIx),
        roles: build(&folder, "roles.json", &roles, &mut checker, role),
        credentials: build(&folder, "credentials.json", &credentials, &mut checker, credential),
        programs: build(&folder, "programs.json", &programs, &mut checker, program),
        pay: pay(folder.text("pay.csv"), &method, &mut checker),
        tuition: tuition(folder.text("tuition.csv"), &mut checker),
        experience: Vec::new(),
        experience_source: None,
        facts: build(&folder, "facts.json", &facts, &mut checker, fact),
        leads: Leads::default(),
        method,
    };
    experience(folder.text("experience.csv"), &mut graph, &mut checker);
    graph.regions = std::mem::take(&mut checker.regions);
    if !checker.findings.is_empty() {
        return Err(checker.findings);
    }
    graph.leads = Leads::of(&graph);
    let stuck = stuck(&graph, &folder, &roles, &credentials, &programs);
    if stuck.is_empty() { Ok(graph) } else { Err(stuck) }
}

/// Finds and parses every file; without them nothing else can be said.
fn open(texts: &[Text]) -> Result<Folder<'_>, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut documents = Vec::new();
    let folder_name = texts.first().map_or("graph", |text| {
        text.name.strip_suffix(base(&text.name)).unwrap_or("").trim_end_matches(['/', '\\'])
    });
    for text in texts {
        let name = base(&text.name);
        if !JSON_FILES.contains(&name) && !CSV_FILES.contains(&name) {
            findings.push(Finding::whole(&text.name, Fault::ForeignFile { name: name.to_owned() }));
        }
    }
    for name in JSON_FILES {
        match texts.iter().find(|text| base(&text.name) == name) {
            None => findings.push(Finding::whole(folder_name, Fault::MissingFile { name })),
            Some(text) => match Document::parse(text, &mut findings) {
                Ok(document) => documents.push((name, document)),
                Err(finding) => findings.push(finding),
            },
        }
    }
    for name in CSV_FILES {
        if !texts.iter().any(|text| base(&text.name) == name) {
            findings.push(Finding::whole(folder_name, Fault::MissingFile { name }));
        }
    }
    if findings.is_empty() { Ok(Folder { texts, documents }) } else { Err(findings) }
}

fn register<T>(
    folder: &Folder<'_>,
    checker: &mut Checker,
    ids: impl Fn(&mut Checker) -> &mut super::checker::Ids,
    file: &str,
    records: &[Placed<T>],
    id: impl Fn(&T) -> &str,
    first: usize,
) {
    let document = folder.document(file);
    for (at, (pointer, record)) in records.iter().enumerate() {
        let index = u32::try_from(first + at).unwrap_or(u32::MAX);
        if let Some(fault) = ids(checker).add(id(record), index, document.line(pointer)) {
            checker.tell(document, &format!("{pointer}/id"), fault);
        }
    }
}

fn build<W, T>(
    folder: &Folder<'_>,
    file: &str,
    records: &[Placed<W>],
    checker: &mut Checker,
    one: impl Fn(&W, &mut Checker, &Document, &str) -> Option<T>,
) -> Vec<T> {
    let document = folder.document(file);
    records.iter().filter_map(|(pointer, written)| one(written, checker, document, pointer)).collect()
}

fn names(id: &str, title: &str, short: Option<&String>, aliases: &[String]) -> Names {
    Names {
        id: id.to_owned(),
        title: title.to_owned(),
        short: short.map_or(title, String::as_str).to_owned(),
        aliases: aliases.to_vec(),
    }
}

fn source(written: &WrittenSource) -> Source {
    Source {
        id: written.id.clone(),
        title: written.title.clone(),
        publisher: written.publisher.clone(),
        address: written.address.clone(),
        period: written.period.clone(),
        licence: written.licence.clone(),
    }
}

fn method(header: &WrittenHeader, doc: &Document, checker: &mut Checker) -> Method {
    let written = &header.method;
    let mut figure = |figure, kind, key: &str| {
        let pointer = format!("/method/{key}");
        let checked = checker.figure(figure, kind, doc, &pointer);
        if checked.as_ref().is_some_and(|figure| figure.known().is_none()) {
            checker.tell(doc, &pointer, Fault::Undecided);
        }
        checked.unwrap_or_else(unknown_figure)
    };
    Method {
        full_time_hours: figure(&written.full_time_hours, WEEKLY, "full_time_hours"),
        proficient_months: figure(&written.proficient_months, MONTHS, "proficient_months"),
        paid_hours_per_year: figure(&written.paid_hours_per_year, HOURS, "paid_hours_per_year"),
        demand_floor: figure(&written.demand_floor, GROWTH, "demand_floor"),
        demand_ceiling: figure(&written.demand_ceiling, GROWTH, "demand_ceiling"),
        imputed_spread: figure(&written.imputed_spread, SHARE, "imputed_spread"),
        experience_cap_years: figure(&written.experience_cap_years, YEARS, "experience_cap_years"),
    }
}

fn award(written: &WrittenAward, checker: &mut Checker, doc: &Document, at: &str) -> Option<Award> {
    Some(Award {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        education: written.education,
        skills: checker.skill_levels(&written.skills, doc, &format!("{at}/skills")),
    })
}

fn occupation(
    written: &WrittenOccupation,
    checker: &mut Checker,
    doc: &Document,
    at: &str,
) -> Option<Occupation> {
    let wider = match &written.wider {
        Some(code) => Some(checker.occupation(code, doc, &format!("{at}/wider"))?),
        None => None,
    };
    Some(Occupation {
        code: written.code.clone(),
        title: written.title.clone(),
        wider,
        growth: checker.figure(&written.growth, GROWTH, doc, &format!("{at}/growth"))?,
        entry_education: written.entry_education.clone(),
    })
}

fn prefers(
    written: &[WrittenRule],
    checker: &mut Checker,
    doc: &Document,
    at: &str,
) -> Vec<Cited<Requirement>> {
    written
        .iter()
        .enumerate()
        .filter_map(|(n, rule)| checker.rule(rule, doc, &format!("{at}/prefers/{n}")))
        .collect()
}

fn fees(written: &[WrittenFee], checker: &mut Checker, doc: &Document, at: &str) -> Vec<Fee> {
    written
        .iter()
        .enumerate()
        .filter_map(|(n, fee)| {
            let amount = checker.figure(&fee.amount, MONEY, doc, &format!("{at}/fees/{n}/amount"))?;
            Some(Fee { what: fee.what.clone(), amount })
        })
        .collect()
}

fn upkeep(written: &[WrittenUpkeep], checker: &mut Checker, doc: &Document, at: &str) -> Vec<Upkeep> {
    written
        .iter()
        .enumerate()
        .filter_map(|(n, dues)| {
            let place = format!("{at}/upkeep/{n}");
            if !(1..=240).contains(&dues.every_months) {
                let value = f64::from(dues.every_months);
                checker.tell(doc, &place, Fault::OutOfRange { value, low: 1.0, high: 240.0 });
            }
            let amount = checker.figure(&dues.amount, MONEY, doc, &format!("{place}/amount"))?;
            Some(Upkeep { what: dues.what.clone(), every_months: dues.every_months, amount })
        })
        .collect()
}

fn known(
    figure: Option<Figure>,
    checker: &mut Checker,
    doc: &Document,
    pointer: &str,
) -> Option<Figure> {
    let figure = figure?;
    if figure.known().is_none() {
        checker.tell(doc, pointer, Fault::Undecided);
    }
    Some(figure)
}

fn role(written: &WrittenRole, checker: &mut Checker, doc: &Document, at: &str) -> Option<Role> {
    let place = &written.place;
    let source = checker.source(&place.source, doc, &format!("{at}/place"));
    if !(0.0 <= place.from && place.from < place.to && place.to <= 100.0) {
        checker.tell(doc, &format!("{at}/place"), Fault::Disordered { what: "0, from, to and 100" });
    }
    let entry = checker.rule(&written.entry, doc, &format!("{at}/entry"));
    let hire_at = format!("{at}/hire_months");
    let hire = checker.figure(&written.hire_months, MONTHS, doc, &hire_at);
    let hire_months = known(hire, checker, doc, &hire_at);
    let occupation = checker.occupation(&written.occupation, doc, &format!("{at}/occupation"));
    let skills = checker.skill_levels(&written.skills, doc, &format!("{at}/skills"));
    let mut interests = String::new();
    if let Some(told) = &written.interests {
        let place = format!("{at}/interests");
        checker.source(&told.source, doc, &place);
        interests.clone_from(&told.letters);
        if !told.letters.chars().all(|letter| "RIASEC".contains(letter)) {
            let detail = "interests are letters of RIASEC".to_owned();
            checker.tell(doc, &place, Fault::WrongType { detail });
        }
    }
    Some(Role {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        about: written.about.clone(),
        prefers: prefers(&written.prefers, checker, doc, at),
        occupation: occupation?,
        place: Cited {
            value: Slice { from: place.from, to: place.to },
            source: source?,
            basis: place.basis,
            period: place.period.clone(),
            region: String::new(),
            note: place.note.clone(),
        },
        entry: entry?,
        skills,
        skills_basis: written.skills_basis,
        hire_months: hire_months?,
        interests,
        listed: written.listed,
    })
}

fn credential(
    written: &WrittenCredential,
    checker: &mut Checker,
    doc: &Document,
    at: &str,
) -> Option<Credential> {
    let hours_at = format!("{at}/study_hours");
    let hours = checker.figure(&written.study_hours, HOURS, doc, &hours_at);
    let study_hours = known(hours, checker, doc, &hours_at);
    let pass_rate = match &written.pass_rate {
        Some(rate) => Some(checker.figure(rate, SHARE, doc, &format!("{at}/pass_rate"))?),
        None => None,
    };
    let eligibility = checker.rule(&written.eligibility, doc, &format!("{at}/eligibility"));
    Some(Credential {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        issuer: written.issuer.clone(),
        prefers: prefers(&written.prefers, checker, doc, at),
        fees: fees(&written.fees, checker, doc, at),
        upkeep: upkeep(&written.upkeep, checker, doc, at),
        skills: checker.skill_levels(&written.skills, doc, &format!("{at}/skills")),
        eligibility: eligibility?,
        study_hours: study_hours?,
        pass_rate,
    })
}

fn program(written: &WrittenProgram, checker: &mut Checker, doc: &Document, at: &str) -> Option<Program> {
    let hours_at = format!("{at}/study_hours");
    let hours = checker.figure(&written.study_hours, HOURS, doc, &hours_at);
    let study_hours = known(hours, checker, doc, &hours_at);
    let least_at = format!("{at}/min_months");
    let least = checker.figure(&written.min_months, MONTHS, doc, &least_at);
    let min_months = known(least, checker, doc, &least_at);
    let completion = checker.figure(&written.completion, SHARE, doc, &format!("{at}/completion"));
    let admission = checker.rule(&written.admission, doc, &format!("{at}/admission"));
    let mut awards = Vec::new();
    for (n, id) in written.awards.iter().enumerate() {
        awards.extend(checker.holding(id, doc, &format!("{at}/awards/{n}")));
    }
    let mut regions = Vec::new();
    for (n, id) in written.regions.iter().enumerate() {
        regions.extend(checker.region(id, doc, &format!("{at}/regions/{n}")));
    }
    if awards.is_empty() || regions.is_empty() || written.modes.is_empty() {
        let detail = "awards, regions and modes need at least one entry each".to_owned();
        checker.tell(doc, at, Fault::WrongType { detail });
    }
    let tuition = match (&written.tuition.sector, written.tuition.years, &written.tuition.total) {
        (Some(sector), Some(years), None) if (0.0..=20.0).contains(&years) => {
            Some(Tuition::Sector { sector: sector.clone(), years })
        }
        (None, None, Some(total)) => {
            checker.figure(total, MONEY, doc, &format!("{at}/tuition/total")).map(Tuition::Total)
        }
        _ => {
            let detail = "tuition is either sector with years (0 to 20), or total".to_owned();
            checker.tell(doc, &format!("{at}/tuition"), Fault::WrongType { detail });
            None
        }
    };
    Some(Program {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        provider: written.provider.clone(),
        accreditation: written.accreditation.clone(),
        awards,
        admission: admission?,
        study_hours: study_hours?,
        min_months: min_months?,
        alongside: written.modes.iter().any(|mode| matches!(mode, WrittenMode::Alongside)),
        delivery: written.delivery,
        regions,
        fees: fees(&written.fees, checker, doc, at),
        tuition: tuition?,
        completion: completion?,
    })
}

fn fact(written: &WrittenFact, checker: &mut Checker, doc: &Document, at: &str) -> Option<Fact> {
    let (figure, source, period, region, says) = match (&written.figure, &written.text) {
        (Some(figure), None) => {
            let unit = figure.unit.clone();
            let free = super::checker::Kind { unit: "", low: -1e9, high: 1e9 };
            let mut plain = figure.clone();
            plain.unit = checker.currency.key().to_owned();
            let checked = checker.figure(&plain, free, doc, &format!("{at}/figure"))?;
            let (source, period, region) = (checked.source, checked.period.clone(), checked.region.clone());
            (Some((checked, unit)), source, period, region, None)
        }
        (None, Some(text)) => {
            let source = checker.source(&text.source, doc, &format!("{at}/text"))?;
            let region = checker.region(&text.region, doc, &format!("{at}/text/region"))?;
            let region = checker.regions.get(region).id.clone();
            (None, source, text.period.clone(), region, Some(text.says.clone()))
        }
        _ => {
            let detail = "a fact is either a figure or a text".to_owned();
            checker.tell(doc, at, Fault::WrongType { detail });
            return None;
        }
    };
    Some(Fact {
        subject: written.subject.clone(),
        measure: written.measure.clone(),
        figure,
        says,
        source,
        period,
        region,
        carried_by: written.carried_by.clone(),
    })
}

fn regions(text: &Text, findings: &mut Vec<Finding>) -> Regions {
    let columns = ["id", "parent", "title", "aliases", "figures_from"];
    let read: Vec<Row<RegionRow>> = rows(text, &columns, findings);
    let index = |id: &str| read.iter().position(|row| row.value.id == id);
    let mut list = Vec::new();
    for (at, row) in read.iter().enumerate() {
        let mut tell =
            |fault| findings.push(row_finding(&text.name, row.at, &format!("region {}", row.value.id), fault));
        let mut before = |id: &str| -> Option<RegionIx> {
            let found = index(id).filter(|found| *found < at);
            if found.is_none() {
                let near = crate::finding::nearest(id, read[..at].iter().map(|r| r.value.id.as_str()));
                tell(Fault::UnknownId { kind: "region above this row", id: id.to_owned(), near });
            }
            found.and_then(|found| u32::try_from(found).ok()).map(RegionIx)
        };
        let parent = if at == 0 { None } else { before(&row.value.parent) };
        let figures = if row.value.figures_from.is_empty() { None } else { before(&row.value.figures_from) };
        if let Some(first) = index(&row.value.id).filter(|first| *first < at) {
            tell(Fault::RepeatedId { id: row.value.id.clone(), first_line: read[first].at.line });
        }
        list.push(Region {
            id: row.value.id.clone(),
            title: row.value.title.clone(),
            aliases: row.value.aliases.split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect(),
            parent,
            figures,
        });
    }
    Regions::new(list)
}

/// A table row's region, and a finding where there is none.
fn row_region(id: &str, file: &str, at: crate::finding::At, checker: &mut Checker) -> Option<RegionIx> {
    let found = checker.regions.find(id);
    if found.is_none() {
        let near = crate::finding::nearest(id, checker.regions.all().map(|(_, r)| r.id.as_str()));
        let fault = Fault::UnknownId { kind: "region", id: id.to_owned(), near };
        checker.findings.push(row_finding(file, at, "region", fault));
    }
    found
}

fn pay(text: &Text, method: &Method, checker: &mut Checker) -> PayTable {
    let columns = [
        "region", "occupation", "period", "unit", "source", "basis", "p10", "p25", "p50", "p75", "p90", "missing",
    ];
    let read: Vec<Row<WrittenPay>> = rows(text, &columns, &mut checker.findings);
    let hours = method.paid_hours_per_year.known().unwrap_or(0.0);
    let mut table = PayTable::default();
    for row in read {
        let written = &row.value;
        let tell = |checker: &mut Checker, fault| {
            let place = format!("{} in {}", written.occupation, written.region);
            checker.findings.push(row_finding(&text.name, row.at, &place, fault));
        };
        let region = row_region(&written.region, &text.name, row.at, checker);
        let occupation = match checker.occupations.get(&written.occupation) {
            Ok(at) => super::OccupationIx(at),
            Err(fault) => {
                tell(checker, fault);
                continue;
            }
        };
        let source = match checker.sources.get(&written.source) {
            Ok(at) => crate::provenance::SourceIx(at),
            Err(_) if written.source.is_empty() => {
                tell(checker, Fault::NoSource);
                continue;
            }
            Err(fault) => {
                tell(checker, fault);
                continue;
            }
        };
        let factor = match written.unit.strip_prefix(checker.currency.key()) {
            Some("_per_year") => 1.0,
            Some("_per_hour") => hours,
            _ => {
                let key = checker.currency.key();
                let expected = format!("{key}_per_year or {key}_per_hour");
                tell(checker, Fault::WrongUnit { found: written.unit.clone(), expected });
                continue;
            }
        };
        let given = [written.p10, written.p25, written.p50, written.p75, written.p90];
        let yearly = given.map(|percentile| percentile.map(|amount| amount * factor));
        for value in yearly.into_iter().flatten().filter(|y| !(1.0..=2_000_000.0).contains(y)) {
            tell(checker, Fault::OutOfRange { value, low: 1.0, high: 2_000_000.0 });
        }
        let known: Vec<f64> = yearly.into_iter().flatten().collect();
        if !known.is_sorted() {
            tell(checker, Fault::Disordered { what: "percentiles" });
        }
        if known.is_empty() == written.missing.is_none() {
            tell(checker, Fault::Undecided);
        }
        let basis = if factor > 1.0 { Basis::Imputed } else { written.basis };
        let row_read =
            PayRow { yearly, period: written.period.clone(), source, basis, missing: written.missing };
        if let Some(region) = region {
            if !table.add(occupation, region, row_read) {
                let id = format!("{} in {}", written.occupation, written.region);
                tell(checker, Fault::RepeatedId { id, first_line: 0 });
            }
        }
    }
    table
}

fn tuition(text: &Text, checker: &mut Checker) -> TuitionTable {
    let columns = ["region", "sector", "period", "source", "basis", "per_year", "institutions"];
    let read: Vec<Row<WrittenTuitionRow>> = rows(text, &columns, &mut checker.findings);
    let mut table = TuitionTable::new();
    for row in read {
        let region = row_region(&row.value.region, &text.name, row.at, checker);
        let place = format!("{} in {}", row.value.sector, row.value.region);
        let mut tell = |fault| checker.findings.push(row_finding(&text.name, row.at, &place, fault));
        if let Some(value) = row.value.per_year.filter(|y| !(0.0..=200_000.0).contains(y)) {
            tell(Fault::OutOfRange { value, low: 0.0, high: 200_000.0 });
        }
        let source = match checker.sources.get(&row.value.source) {
            Ok(at) => crate::provenance::SourceIx(at),
            Err(fault) => {
                tell(if row.value.source.is_empty() { Fault::NoSource } else { fault });
                continue;
            }
        };
        let Some(region) = region else { continue };
        let (per_year, basis) = (row.value.per_year, row.value.basis);
        let entry = TuitionRow { per_year, period: row.value.period.clone(), source, basis };
        if table.insert((row.value.sector.clone(), region), entry).is_some() {
            tell(Fault::RepeatedId { id: place.clone(), first_line: 0 });
        }
    }
    table
}

fn experience(text: &Text, graph: &mut Graph, checker: &mut Checker) {
    let columns = [
        "field_from", "field_to", "role_from", "role_to", "people", "field_years", "role_years", "p10", "p50",
        "p90", "source",
    ];
    let read: Vec<Row<ExperienceRow>> = rows(text, &columns, &mut checker.findings);
    for row in read {
        let cell = row.value;
        let tell = |checker: &mut Checker, fault| {
            checker.findings.push(row_finding(&text.name, row.at, "cell", fault));
        };
        if !(0.0 <= cell.p10 && cell.p10 <= cell.p50 && cell.p50 <= cell.p90 && cell.p90 <= 100.0) {
            tell(checker, Fault::Disordered { what: "0, p10, p50, p90 and 100" });
        }
        if !(cell.field_from..=cell.field_to).contains(&cell.field_years)
            || !(cell.role_from..=cell.role_to).contains(&cell.role_years)
        {
            tell(checker, Fault::Disordered { what: "the cell's bounds and means" });
        }
        match checker.sources.get(&cell.source) {
            Ok(at) => graph.experience_source = Some(crate::provenance::SourceIx(at)),
            Err(fault) => tell(checker, if cell.source.is_empty() { Fault::NoSource } else { fault }),
        }
        graph.experience.push(ExperienceCell {
            field_years: cell.field_years,
            role_years: cell.role_years,
            people: cell.people,
            percentiles: [cell.p10, cell.p50, cell.p90],
        });
    }
    graph.experience.sort_by(|a, b| {
        a.field_years.total_cmp(&b.field_years).then(a.role_years.total_cmp(&b.role_years))
    });
}

/// Findings about nodes that nobody can reach: circles first, then the rest of them one by one.
fn stuck(
    graph: &Graph,
    folder: &Folder<'_>,
    roles: &[Placed<WrittenRole>],
    credentials: &[Placed<WrittenCredential>],
    programs: &[Placed<WrittenProgram>],
) -> Vec<Finding> {
    let nodes = unreachable(graph);
    let place = |node: Node| match node {
        Node::Role(ix) => ("roles.json", format!("{}/entry", roles[ix.at()].0)),
        Node::Credential(ix) => ("credentials.json", format!("{}/eligibility", credentials[ix.at()].0)),
        Node::Program(ix) => ("programs.json", format!("{}/admission", programs[ix.at()].0)),
    };
    let finding = |node: Node, fault| {
        let (file, pointer) = place(node);
        folder.document(file).finding(&pointer, fault)
    };
    let mut findings = Vec::new();
    let circles = graph.leads.circles(&nodes);
    for circle in &circles {
        let ids: Vec<&str> = circle.iter().chain(circle.first()).map(|n| graph.names(*n).id.as_str()).collect();
        findings.push(finding(circle[0], Fault::Cycle { path: ids.join(" > ") }));
    }
    for node in &nodes {
        if !circles.iter().any(|circle| circle.contains(node)) {
            findings.push(finding(*node, Fault::Unreachable { id: graph.names(*node).id.clone() }));
        }
    }
    findings
}

