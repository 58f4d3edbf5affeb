//! Puts a graph together from its files: reads, resolves, builds, and looks for what nobody can reach.

use super::checker::{ANY, Checker, GROWTH, HOURS, JOBS, Kind, MONTHS, SHARE, WEEKLY, unknown_figure};
use super::file::{
    WrittenAward, WrittenCredential, WrittenFact, WrittenHeader, WrittenImputation, WrittenOccupation,
    WrittenProgram, WrittenRole, WrittenSkill, WrittenSource,
};
use super::gazetteer::{self, Gazetteer};
use super::lookup::Lookup;
use super::moves::{MOVES, Moves};
use super::outside::{self, Outside};
use super::packed::{PACKED, Table};
use super::pay_model::pay_model;
use super::reach::unreachable;
use super::records::{award, credential, fact, names, occupation, program, role};
use super::said::{Sayings, sayings};
use super::schools::{self, Schools};
use super::tables::{competition, pay, regions, tuition};
use super::{CompetitionTable, Graph, Method, Node, Regions, Skill, base, digest};
use crate::document::{Document, Text};
use crate::finding::{Fault, Finding};
use crate::provenance::{Figure, Source};

/// The code under which all workers' pay is published.
const ALL_WORKERS: &str = "00-0000";

const JSON_FILES: [&str; 10] = [
    "graph.json",
    "sources.json",
    "skills.json",
    "awards.json",
    "occupations.json",
    "roles.json",
    "credentials.json",
    "programs.json",
    "facts.json",
    "wages.json",
];
const CSV_FILES: [&str; 3] = ["regions.csv", "pay.csv", "tuition.csv"];
/// The file of other languages than English, which may be absent.
const WORDS: &str = "words.csv";
/// The file of figures that stand in for missing ones, which may be absent.
const IMPUTATION: &str = "imputation.json";
/// The file of openings and graduates by region, which may be absent.
const COMPETITION: &str = "competition.csv";
/// The file of jobs outside the graph, which may be absent.
const OUTSIDE: &str = "outside.json";
const OPTIONAL: [&str; 5] = [WORDS, IMPUTATION, COMPETITION, OUTSIDE, MOVES];

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
        self.optional(name).expect("every file was found before assembling")
    }

    fn optional(&self, name: &str) -> Option<&Text> {
        self.texts.iter().find(|text| base(&text.name) == name)
    }

    /// A large table, plain or packed.
    fn table(&self, name: &str) -> Option<Table> {
        let packed = || self.optional(&format!("{name}{PACKED}"));
        self.optional(name).or_else(packed).cloned().map(Table::new)
    }

    /// Reads the records of a file that holds a list, in order of their sort key.
    fn list<T: serde::de::DeserializeOwned>(
        &self,
        name: &str,
        key: impl Fn(&T) -> &str,
        findings: &mut Vec<Finding>,
    ) -> Vec<Placed<T>> {
        let document = self.document(name);
        let Some(mut read) = document.records::<T>(findings) else {
            let detail = "expected a list of records".to_owned();
            findings.push(document.finding("", Fault::WrongType { detail }));
            return Vec::new();
        };
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
    if header.format != "careerpath.graph/2" {
        let detail = "format must be careerpath.graph/2".to_owned();
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
    register(&folder, &mut checker, |c| &mut c.programs, "programs.json", &programs, |p| &p.id, 0);

    imputations(&folder, &mut checker);
    let method = method(&header, folder.document("graph.json"), &mut checker);
    let Some(pay_model) = pay_model(folder.document("wages.json"), &mut checker) else {
        return Err(checker.findings);
    };
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
            .map(|(_, s)| Skill {
                names: names(&s.id, &s.title, None, &s.aliases),
                anchors: s.anchors.clone(),
            })
            .collect(),
        awards: build(&folder, "awards.json", &awards, &mut checker, |written, checker, doc, at| {
            Some(award(written, checker, doc, at))
        }),
        occupations: build(&folder, "occupations.json", &occupations, &mut checker, occupation),
        all_workers: checker.occupations.get(ALL_WORKERS).ok().map(super::OccupationIx),
        roles: build(&folder, "roles.json", &roles, &mut checker, role),
        credentials: build(&folder, "credentials.json", &credentials, &mut checker, credential),
        programs: build(&folder, "programs.json", &programs, &mut checker, program),
        pay: pay(folder.text("pay.csv"), &method, &mut checker),
        tuition: tuition(folder.text("tuition.csv"), &mut checker),
        competition: folder
            .optional(COMPETITION)
            .map_or_else(CompetitionTable::new, |text| competition(text, &mut checker)),
        moves: folder.optional(MOVES).map_or_else(Moves::default, |text| Moves::read(text, &mut checker)),
        pay_model,
        facts: build(&folder, "facts.json", &facts, &mut checker, fact),
        outside: folder.optional(OUTSIDE).and_then(|text| {
            let tables = outside::TABLES.map(|name| folder.table(name));
            Outside::new(text, tables, &mut checker)
        }),
        gazetteer: Some(gazetteer::TABLES.map(|name| folder.table(name)))
            .filter(|tables| tables[0].is_some())
            .map(Gazetteer::new),
        schools: Some(schools::TABLES.map(|name| folder.table(name)))
            .filter(|tables| tables[0].is_some() && tables[1].is_some())
            .map(|tables| Schools::new(tables, checker.regions.all().count())),
        lookup: Lookup::default(),
        sayings: folder
            .optional(WORDS)
            .map_or_else(Sayings::default, |text| sayings(text, &mut checker.findings)),
        method,
    };
    graph.regions = std::mem::take(&mut checker.regions);
    if !checker.findings.is_empty() {
        return Err(checker.findings);
    }
    let findings = unpriced(&graph, &folder, &programs);
    if !findings.is_empty() {
        return Err(findings);
    }
    graph.ask_readiness();
    graph.lookup = Lookup::of(&graph);
    let stuck = stuck(&graph, &folder, &roles, &credentials, &programs);
    if stuck.is_empty() { Ok(graph) } else { Err(stuck) }
}

/// Reads the figures that stand in for missing ones.
fn imputations(folder: &Folder<'_>, checker: &mut Checker) {
    let Some(text) = folder.optional(IMPUTATION) else { return };
    let mut findings = Vec::new();
    let document = match Document::parse(text, &mut findings) {
        Ok(document) => document,
        Err(finding) => return checker.findings.push(finding),
    };
    let Some(read) = document.records::<WrittenImputation>(&mut findings) else {
        let detail = "expected a list of records".to_owned();
        return checker.findings.push(document.finding("", Fault::WrongType { detail }));
    };
    checker.findings.append(&mut findings);
    for (pointer, written) in read {
        let at = format!("{pointer}/figure");
        let any = Kind { unit: None, ..ANY };
        let Some(figure) = checker.figure(&written.figure, any, &document, &at) else { continue };
        if figure.known().is_none() {
            checker.tell(&document, &at, Fault::NotImputed);
        }
        let note = if figure.note.is_empty() { written.what.clone() } else { figure.note.clone() };
        let figure = Figure { note, ..figure };
        if checker.imputations.insert(written.id.clone(), figure).is_some() {
            let fault = Fault::RepeatedId { id: written.id.clone(), first_line: 0 };
            checker.tell(&document, &format!("{pointer}/id"), fault);
        }
    }
}

/// Programs whose tuition no region tells for somebody anywhere.
fn unpriced(graph: &Graph, folder: &Folder<'_>, programs: &[Placed<WrittenProgram>]) -> Vec<Finding> {
    let Some((root, _)) = graph.regions.all().next() else { return Vec::new() };
    let untold = graph.programs.iter().zip(programs).filter(|(program, _)| {
        matches!(program.tuition, super::Tuition::Sector { .. })
            && graph.tuition_for(program, root).is_none()
            && program.regions.iter().any(|region| graph.tuition_for(program, *region).is_none())
    });
    let document = folder.document("programs.json");
    untold
        .map(|(_, (pointer, _))| document.finding(&format!("{pointer}/tuition"), Fault::NotImputed))
        .collect()
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
        let known = JSON_FILES.contains(&name) || CSV_FILES.contains(&name) || OPTIONAL.contains(&name);
        let table = name.strip_suffix(PACKED).unwrap_or(name);
        let tables = [&outside::TABLES[..], &gazetteer::TABLES, &schools::TABLES, &schools::RULES];
        if !known && !tables.iter().any(|tables| tables.contains(&table)) {
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
    file: &'static str,
    records: &[Placed<T>],
    id: impl Fn(&T) -> &str,
    first: usize,
) {
    let document = folder.document(file);
    for (at, (pointer, record)) in records.iter().enumerate() {
        let index = u32::try_from(first + at).unwrap_or(u32::MAX);
        let id = id(record);
        if let Some((earlier, place)) = ids(checker).add(id, index, (file, pointer.clone())) {
            let first_line = folder.document(earlier).line(&place);
            let fault = Fault::RepeatedId { id: id.to_owned(), first_line };
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
        readiness: figure(&written.readiness, SHARE, "readiness"),
        related_readiness: figure(&written.related_readiness, SHARE, "related_readiness"),
        newcomer_months: figure(&written.newcomer_months, MONTHS, "newcomer_months"),
        outside_hire_months: figure(&written.outside_hire_months, MONTHS, "outside_hire_months"),
        fold: figure(&written.fold, SHARE, "fold"),
        few_openings: figure(&written.few_openings, JOBS, "few_openings"),
        next_months: figure(&written.next_months, MONTHS, "next_months"),
        low_readiness: figure(&written.low_readiness, SHARE, "low_readiness"),
        heavy_hours: figure(&written.heavy_hours, WEEKLY, "heavy_hours"),
    }
}

/// Findings about nodes that nobody can reach: circles first, then the rest of them one by one.
fn stuck(
    graph: &Graph,
    folder: &Folder<'_>,
    roles: &[Placed<WrittenRole>],
    credentials: &[Placed<WrittenCredential>],
    programs: &[Placed<WrittenProgram>],
) -> Vec<Finding> {
    let (nodes, circles) = unreachable(graph);
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
    for circle in &circles {
        let ids: Vec<&str> =
            circle.iter().chain(circle.first()).map(|n| graph.names(*n).id.as_str()).collect();
        findings.push(finding(circle[0], Fault::Cycle { path: ids.join(" > ") }));
    }
    for node in &nodes {
        if !circles.iter().any(|circle| circle.contains(node)) {
            findings.push(finding(*node, Fault::Unreachable { id: graph.names(*node).id.clone() }));
        }
    }
    findings
}
