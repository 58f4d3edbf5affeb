//! Where people live, as they write it: towns, counties, ZIP codes and nicknames, each in one of the graph's regions.

use std::sync::OnceLock;

use serde::Deserialize;

use super::packed::{Blocks, Table};
use super::{Graph, Region, RegionIx};
use crate::finding::{Fault, Finding};
use crate::read::plain;

/// The files of tables: names of places, and ZIP codes.
pub const TABLES: [&str; 2] = ["places.csv", "zips.csv"];

const PLACES: [&str; 4] = ["name", "state", "region", "people"];
const ZIPS: [&str; 2] = ["zip", "region"];

/// Of places of one name in one state the largest is meant where it has so many times the people of the next.
const LARGER_IN_STATE: f64 = 5.0;
/// The same without a state.
const LARGER: f64 = 20.0;
/// The people told of a nickname, which is meant before any town of that name.
const NICKNAME: f64 = 40_000_000.0;
/// The most places among which somebody is asked to choose.
const MOST_ASKED: usize = 6;

/// Words of a country after a place, with what ids of regions there begin with.
const COUNTRIES: [(&str, &str); 5] = [
    ("US", "united states of america"),
    ("US", "united states"),
    ("US", "usa"),
    ("US", "us"),
    ("CA", "canada"),
];
/// Words after a metropolis and its state.
const METROPOLIS: [&str; 2] = ["metropolitan area", "metro area"];
/// Words before the name of a place that are none of it.
const BEFORE: [&str; 6] = ["city of", "town of", "village of", "greater", "metro", "downtown"];
/// Words after it.
const AFTER: [&str; 8] =
    ["metropolitan area", "metro area", "metro", "area", "region", "township", "twp", "city"];

/// A row of `places.csv`: the name in lower case without marks, the state's letters.
#[derive(Debug, Clone, Deserialize)]
struct PlaceRow {
    name: String,
    state: String,
    region: String,
    people: f64,
}

/// A place of some name.
#[derive(Debug, Clone, Copy)]
struct Place<'t> {
    state: &'t str,
    region: &'t str,
    people: f64,
}

impl<'t> Place<'t> {
    /// Reads a row as it stands: no cell of it may be quoted.
    fn read(line: &'t str) -> Option<Self> {
        let mut cells = line.split(',').skip(1);
        let (state, region, people) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Self { state, region, people: people.parse().ok()? })
    }
}

/// A row of `zips.csv`: from this code up to the next row; several regions are parted by `|`.
#[derive(Debug, Clone, Deserialize)]
struct ZipRow {
    zip: String,
    region: String,
}

/// The places of a graph, by name and by ZIP code.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    tables: [Option<Table>; 2],
    names: OnceLock<Blocks>,
    zips: OnceLock<Vec<ZipRow>>,
    states: OnceLock<Vec<State>>,
}

/// A state as it is written after a place.
#[derive(Debug, Clone)]
struct State {
    /// The last letters of its region's id, in lower case.
    letters: String,
    title: String,
    region: RegionIx,
}

/// The regions that the name of a place may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceMatch {
    /// This region.
    One(RegionIx),
    /// One of these, the likeliest first: which must be told.
    Several(Vec<RegionIx>),
    /// No list has it.
    Unknown,
}

impl PlaceMatch {
    /// All regions that it may stand for, the likeliest first.
    #[must_use]
    pub fn regions(self) -> Vec<RegionIx> {
        match self {
            Self::One(region) => vec![region],
            Self::Several(regions) => regions,
            Self::Unknown => Vec::new(),
        }
    }
}

impl Gazetteer {
    /// Of its tables, which are read when first asked for.
    pub(super) const fn new(tables: [Option<Table>; 2]) -> Self {
        Self { tables, names: OnceLock::new(), zips: OnceLock::new(), states: OnceLock::new() }
    }

    /// Reads all tables, to tell what is amiss with them.
    pub fn check(&self, graph: &Graph) -> Vec<Finding> {
        let mut findings = Vec::new();
        let unknown = |region: &str| {
            let known = |id: &str| graph.regions.find(id).is_some();
            let amiss = region.split('|').find(|id| !id.is_empty() && !known(id))?;
            Some(Fault::UnknownId { kind: "region", id: amiss.to_owned(), near: None })
        };
        let [names, zips] = &self.tables;
        for table in [names, zips].into_iter().flatten() {
            table.check_order(&mut findings);
        }
        if let Some(table) = names {
            table.rows(&PLACES, &mut findings, |row: &PlaceRow| {
                let is_quoted = [&row.name, &row.state].iter().any(|cell| cell.contains([',', '"']));
                let quoted =
                    || Fault::Syntax { detail: "a name or state with a comma or a quote".to_owned() };
                let people = || Fault::OutOfRange { value: row.people, low: 0.0, high: 1e9 };
                unknown(&row.region)
                    .or_else(|| is_quoted.then(quoted))
                    .or_else(|| (!(0.0..=1e9).contains(&row.people)).then(people))
            });
        }
        if let Some(table) = zips {
            table.rows(&ZIPS, &mut findings, |row: &ZipRow| unknown(&row.region));
        }
        findings
    }

    fn names(&self) -> &Blocks {
        self.names.get_or_init(|| self.tables[0].as_ref().map_or_else(Blocks::default, Table::blocks))
    }

    fn zips(&self) -> &[ZipRow] {
        self.zips.get_or_init(|| {
            let table = self.tables[1].as_ref();
            table.map_or_else(Vec::new, |table| table.rows(&ZIPS, &mut Vec::new(), |_: &ZipRow| None))
        })
    }

    /// The regions of a ZIP code, by their ids.
    fn of_zip(&self, zip: &str) -> Vec<&str> {
        let zips = self.zips();
        let at = zips.partition_point(|row| row.zip.as_str() <= zip);
        let found = at.checked_sub(1).map_or("", |at| &zips[at].region);
        found.split('|').filter(|id| !id.is_empty()).collect()
    }

    /// The ZIP code in a name; none where the graph has none.
    fn zip_in<'n>(&self, said: &'n str) -> Option<&'n str> {
        let is_zip = |word: &&str| word.len() == 5 && word.bytes().all(|sign| sign.is_ascii_digit());
        said.split(' ').rev().find(is_zip).filter(|_| self.tables[1].is_some())
    }

    fn named(&self, name: &str) -> impl Iterator<Item = Place<'_>> {
        self.names().lines(name).filter_map(Place::read)
    }
}

/// Tells whether some signs are the first half of a Canadian postal code.
fn is_half_of_postal_code(signs: &str) -> bool {
    let bytes = signs.as_bytes();
    matches!(bytes, [one, two, three] if one.is_ascii_alphabetic() && two.is_ascii_digit() && three.is_ascii_alphabetic())
}

/// A name as the table has it.
fn folded(name: &str) -> String {
    let words = plain(&name.replace(['\'', '’'], ""));
    let short = words.split(' ').map(|word| match word {
        "saint" => "st",
        "sainte" => "ste",
        "fort" => "ft",
        "mount" => "mt",
        word => word,
    });
    short.collect::<Vec<_>>().join(" ")
}

/// A name without some words after it.
fn without<'n>(name: &'n str, after: &str) -> Option<&'n str> {
    let left = name.strip_suffix(after)?;
    left.ends_with(' ').then(|| left.trim_end()).filter(|left| !left.is_empty())
}

impl Graph {
    /// Finds the one region of a name: of the regions themselves, of a place in one, or of a ZIP code.
    #[must_use]
    pub fn find_place(&self, name: &str) -> Option<RegionIx> {
        match self.read_place(name) {
            PlaceMatch::One(region) => Some(region),
            PlaceMatch::Several(_) | PlaceMatch::Unknown => None,
        }
    }

    /// Reads the name of a place: a region's own first.
    #[must_use]
    pub fn read_place(&self, name: &str) -> PlaceMatch {
        if let Some(own) = self.regions.find(name) {
            let other = self.nickname_beside(own, name);
            return other.map_or(PlaceMatch::One(own), |other| PlaceMatch::Several(vec![own, other]));
        }
        let Some(places) = &self.gazetteer else { return PlaceMatch::Unknown };
        let mut said = folded(name);
        let own = self.regions.get(RegionIx(0)).id.get(..2).unwrap_or_default();
        for (letters, country) in COUNTRIES {
            if let Some(left) = without(&said, country) {
                if letters != own && name.contains(',') {
                    return PlaceMatch::Unknown;
                }
                said = left.to_owned();
            }
        }
        if said.is_empty() || said.len() > 80 {
            return PlaceMatch::Unknown;
        }
        if let Some(zip) = places.zip_in(&said) {
            return self.one_or_several(places.of_zip(zip));
        }
        if let Some(half) = said.get(..3).filter(|half| is_half_of_postal_code(half)) {
            return self.largest(places, half, None);
        }
        let mut is_metropolis = false;
        for metropolis in METROPOLIS {
            if let Some(left) = without(&said, metropolis) {
                (said, is_metropolis) = (left.to_owned(), true);
            }
        }
        // `…, South Carolina Area` tells of the state too
        if let Some(left) = without(&said, "area")
            && self.without_state(places, left).1.is_some()
        {
            said = left.to_owned();
        }
        let (town, state) = self.without_state(places, &said);
        if is_metropolis
            && state.is_none()
            && let Some(named) = self.named_first(town)
        {
            return PlaceMatch::One(named);
        }
        let read = self.town(places, town, state);
        if read != PlaceMatch::Unknown {
            return read;
        }
        // a town of a state that this graph does not have
        let last = name.rsplit_once(',').map(|(_, last)| folded(last));
        if state.is_none() && last.is_some_and(|last| self.town(places, &last, None) == PlaceMatch::Unknown) {
            return PlaceMatch::Unknown;
        }
        // several towns in one name
        let parts = name.split([',', '/', '-', '–', '&']).map(folded).filter(|part| part != &said);
        let read = parts.filter(|part| !part.is_empty()).map(|part| {
            let (town, own) = self.without_state(places, &part);
            self.town(places, town, own.or(state))
        });
        let read: Vec<PlaceMatch> = read.filter(|read| *read != PlaceMatch::Unknown).collect();
        // a town of several areas, then what all know one of them by
        if let [PlaceMatch::Several(areas), PlaceMatch::One(known)] = &read[..]
            && areas.contains(known)
        {
            return PlaceMatch::One(*known);
        }
        // two names of one area
        if let [PlaceMatch::One(one), PlaceMatch::One(other)] = read[..]
            && one == other
        {
            return PlaceMatch::One(one);
        }
        match (read.into_iter().next(), state) {
            (Some(PlaceMatch::One(one)), _) => PlaceMatch::Several(vec![one]),
            (Some(read), _) => read,
            // the state alone is known
            (None, Some(state)) if !town.is_empty() => PlaceMatch::Several(vec![state.region]),
            (None, Some(state)) => PlaceMatch::One(state.region),
            (None, None) => PlaceMatch::Unknown,
        }
    }

    /// The region elsewhere for which the name of a state is a nickname too, such as LA and Washington.
    fn nickname_beside(&self, state: RegionIx, name: &str) -> Option<RegionIx> {
        if self.regions.get(state).parent != self.regions.nation() || self.regions.nation().is_none() {
            return None;
        }
        let said = folded(name);
        let mut known = self.gazetteer.as_ref()?.named(&said).filter(|row| row.people >= NICKNAME);
        let region = self.regions.find(known.next()?.region)?;
        (!self.regions.holds(state, region)).then_some(region)
    }

    /// The one area whose title begins with a city.
    fn named_first(&self, city: &str) -> Option<RegionIx> {
        let begins = |region: &Region| {
            let cities = region.title.split_once(", ").map_or("", |(cities, _)| cities);
            cities.split('-').next().is_some_and(|first| folded(first) == city)
        };
        let mut named = self.regions.all().filter(|(_, region)| region.figures.is_none() && begins(region));
        match (named.next(), named.next()) {
            (Some((only, _)), None) => Some(only),
            _ => None,
        }
    }

    fn one_or_several(&self, ids: Vec<&str>) -> PlaceMatch {
        let found: Vec<RegionIx> = ids.into_iter().filter_map(|id| self.regions.find(id)).collect();
        match found[..] {
            [] => PlaceMatch::Unknown,
            [only] => PlaceMatch::One(only),
            _ => PlaceMatch::Several(found),
        }
    }

    /// A name parted into a town and its state.
    fn without_state<'n, 'p>(&self, places: &'p Gazetteer, said: &'n str) -> (&'n str, Option<&'p State>) {
        for state in places.states.get_or_init(|| self.states()) {
            for name in [&state.letters, &state.title] {
                if said == name {
                    return ("", Some(state));
                }
                if let Some(town) = without(said, name) {
                    return (town, Some(state));
                }
            }
        }
        (said, None)
    }

    /// The states: the regions below the nation, or the province that is the whole graph.
    fn states(&self) -> Vec<State> {
        let above = self.regions.nation();
        let state = |(at, region): (RegionIx, &Region)| State {
            letters: region.id.rsplit('-').next().unwrap_or_default().to_lowercase(),
            title: folded(&region.title),
            region: at,
        };
        self.regions.all().filter(|(_, region)| region.parent == above).map(state).collect()
    }

    fn town(&self, places: &Gazetteer, town: &str, state: Option<&State>) -> PlaceMatch {
        let mut names = vec![town];
        for before in BEFORE {
            names.extend(town.strip_prefix(before).map(str::trim_start).filter(|left| !left.is_empty()));
        }
        for after in AFTER {
            names.extend(names.clone().into_iter().filter_map(|name| without(name, after)));
        }
        let read = names.into_iter().map(|name| self.largest(places, name, state));
        read.into_iter().find(|read| *read != PlaceMatch::Unknown).unwrap_or(PlaceMatch::Unknown)
    }

    /// Of the places of a name the one that is much the largest.
    fn largest(&self, places: &Gazetteer, name: &str, state: Option<&State>) -> PlaceMatch {
        let in_state = |row: &Place<'_>| state.is_none_or(|state| row.state == state.letters);
        let rows = places.named(name).filter(in_state);
        let mut by_region: Vec<(RegionIx, f64)> = Vec::new();
        for (region, people) in rows.filter_map(|row| Some((self.regions.find(row.region)?, row.people))) {
            match by_region.iter_mut().find(|(known, _)| *known == region) {
                Some((_, most)) => *most = most.max(people),
                None => by_region.push((region, people)),
            }
        }
        by_region.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let times = if state.is_some() { LARGER_IN_STATE } else { LARGER };
        match by_region[..] {
            [] => PlaceMatch::Unknown,
            [(only, _)] => PlaceMatch::One(only),
            [(first, most), (_, next), ..] if most >= times * next.max(1.0) => PlaceMatch::One(first),
            _ => PlaceMatch::Several(by_region.iter().take(MOST_ASKED).map(|(region, _)| *region).collect()),
        }
    }
}
