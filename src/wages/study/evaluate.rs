//! Measures the pay model on what was held out, beside simpler ones.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::cells::Cell;
use super::graduates::{self, Earner, Graduates};
use super::kinds::ANY_OTHER;
use super::measure::{Goal, Measure};
use super::missing;
use super::own::{AHEAD, own};
use super::people::{Market, PersonYear};
use super::shapes::shapes;
use super::standing::Standings;
use super::typical::{newcomers, older, place};
use super::widths;
use super::years::{Foretold, History, Vintage};
use crate::seeded::fold;
use crate::wages::curve::Curve;

/// What the raw files hold.
#[derive(Debug, Default)]
pub struct Raw {
    /// Published cells of states and areas.
    pub cells: Vec<Cell>,
    /// National medians by year.
    pub vintages: Vec<Vintage>,
    /// The panel of today's people.
    pub people: Vec<PersonYear>,
    /// The published distribution of each of its occupations.
    pub curves: BTreeMap<u32, Curve>,
    /// Today's people who work in the field at all, be it part of the year.
    pub earners: Vec<Earner>,
    /// What graduates of the field earned.
    pub graduates: Vec<Graduates>,
    /// The panel of women of another time.
    pub women: Vec<PersonYear>,
}

/// Parts of the people, each held out against all others.
const PARTS: u64 = 10;

/// People in parts, each held out against the others.
#[derive(Debug)]
pub struct Panel<'p> {
    /// What a second panel is called.
    pub name: Option<&'static str>,
    /// All of its years.
    pub people: &'p [PersonYear],
    /// Decides who is held out.
    pub seed: u64,
    /// The published distributions; among peers where there are none.
    curves: Option<&'p BTreeMap<u32, Curve>>,
    parts: Vec<HeldOut<'p>>,
}

/// A part of the people with what the others tell.
#[derive(Debug)]
pub struct HeldOut<'p> {
    /// Their years.
    pub years: Vec<&'p PersonYear>,
    /// The market that the others tell.
    pub market: Rc<Market>,
    /// Where the others stand.
    pub standings: Standings,
}

/// A third of some people.
#[must_use]
pub fn third(people: &[PersonYear], seed: u64, which: u64) -> Vec<&PersonYear> {
    people.iter().filter(|year| fold(seed, u64::from(year.person), 3) == which % 3).collect()
}

/// The market as published, or as some people of a panel tell it.
#[must_use]
pub fn market_of(panel: &Panel<'_>, years: &[&PersonYear]) -> Market {
    panel.curves.map_or_else(|| Market::among(years), |curves| Market::published(curves.clone()))
}

impl<'p> Panel<'p> {
    /// The panel of today's people.
    #[must_use]
    pub fn today(raw: &'p Raw, seed: u64) -> Self {
        Self { name: None, people: &raw.people, seed, curves: Some(&raw.curves), parts: Vec::new() }.held()
    }

    /// The panel of women of another time: a second check.
    #[must_use]
    pub fn women(raw: &'p Raw, seed: u64) -> Self {
        Self { name: Some("women of 1968-88"), people: &raw.women, seed, curves: None, parts: Vec::new() }
            .held()
    }

    fn held(mut self) -> Self {
        self.parts = (0..PARTS)
            .map(|out| {
                let (years, others): (Vec<_>, Vec<_>) = self
                    .people
                    .iter()
                    .partition(|year| fold(self.seed, u64::from(year.person), PARTS) == out);
                let market = Rc::new(market_of(&self, &others));
                let standings = Standings::of(&others, &market);
                HeldOut { years, market, standings }
            })
            .collect();
        self
    }

    /// Each part held out.
    #[must_use]
    pub fn parts(&self) -> &[HeldOut<'p>] {
        &self.parts
    }

    /// The years of all others than a part.
    #[must_use]
    pub fn others(&self, held: &HeldOut<'p>) -> Vec<&'p PersonYear> {
        let people: BTreeSet<u32> = held.years.iter().map(|year| year.person).collect();
        self.people.iter().filter(|year| !people.contains(&year.person)).collect()
    }

    /// Whether a kind of occupation is measured: those such as the graph's, or whatever a second panel has.
    #[must_use]
    pub fn is_of_the_field(&self, kind: usize) -> bool {
        kind != ANY_OTHER || self.curves.is_none()
    }

    /// Where all of its people stand, and in which market.
    #[must_use]
    pub fn whole(&self) -> Standings {
        let everybody: Vec<&PersonYear> = self.people.iter().collect();
        Standings::of(&everybody, &market_of(self, &everybody))
    }
}

/// Every measure, in the order of the table. The same seed holds out the same.
#[must_use]
pub fn evaluate(raw: &Raw, seed: u64) -> Vec<Measure> {
    let (today, women) = (Panel::today(raw, seed), Panel::women(raw, seed));
    let old = older(&women.whole());
    let told = |(_, measure)| measure;
    let mut measures: Vec<Measure> = place(&today, old.as_ref()).into_iter().map(told).collect();
    measures.extend(place(&women, None).into_iter().take(1).map(told));
    measures.extend(newcomers(&today));
    measures.extend(graduates::measures(&raw.earners, &raw.graduates));
    measures.extend(missing::measures(&missing::held_out(&raw.cells, seed)));
    measures.extend(shapes(&raw.cells));
    measures.extend(own(&today));
    measures.extend(own(&women));
    measures.extend(widths::measures(&widths::held_out(&today)));
    measures.extend(growth(raw));
    measures
}

/// How well group drift foretells every occupation's pay.
#[must_use]
pub fn growth(raw: &Raw) -> Vec<Measure> {
    let history = History::of(&raw.vintages);
    let detailed: BTreeSet<&str> =
        raw.vintages.iter().filter(|v| v.group == "detailed").map(|v| v.code.as_str()).collect();
    let codes: Vec<&str> = detailed.into_iter().collect();
    let measure = |ahead: u32| {
        let (ours, cases) = history.error(&codes, ahead, Foretold::GroupDrift)?;
        let rival = |by| history.error(&codes, ahead, by).map_or(f64::NAN, |(error, _)| error);
        Some(Measure {
            what: format!("an occupation's pay in {ahead} years' time: median error"),
            unit: "%",
            cases,
            ours,
            goal: Goal::Best,
            rivals: vec![("no change", rival(Foretold::NoChange)), ("own trend", rival(Foretold::OwnTrend))],
        })
    };
    AHEAD.into_iter().filter_map(measure).collect()
}
