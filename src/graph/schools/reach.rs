//! Which offerings somebody reaches from where they live, which of them prices the step, and which are told.

use std::sync::OnceLock;

use super::{Offering, Read, School, Schools, Taught};
use crate::graph::{Delivery, Graph, ProgramIx, RegionIx, Requirement, Tuition};
use crate::provenance::SourceIx;
use crate::units::Education;

/// How many offerings are told of a program.
const TOLD: usize = 5;
/// The radius of the earth in miles.
const EARTH: f64 = 3958.8;

/// Where somebody lives, and whether a campus is nothing to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudyFrom {
    /// Where they live.
    pub region: RegionIx,
    /// Whether they study at a distance alone.
    pub distance_only: bool,
}

impl From<RegionIx> for StudyFrom {
    fn from(region: RegionIx) -> Self {
        Self { region, distance_only: false }
    }
}

/// How somebody comes by an offering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It is in their own area.
    Area,
    /// The school teaches mostly at a distance, to people anywhere.
    Distance,
    /// It is elsewhere: told, not reached.
    Elsewhere,
}

/// What a year of a program costs, or the whole of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Price {
    /// How much, in the graph's currency.
    pub amount: f64,
    /// Whether it is of the whole program.
    pub is_whole: bool,
    /// Whether it is what residents of the school's district pay.
    pub in_district: bool,
    /// Whether it is worked out from another figure of the school, as those of graduates and of a district are.
    pub is_imputed: bool,
}

/// An offering as somebody in a region comes by it.
#[derive(Debug, Clone, Copy)]
pub struct Reached<'g> {
    /// The offering.
    pub offering: &'g Offering,
    /// How they come by it.
    pub how: How,
    /// Whether its price is the step's.
    pub prices: bool,
    /// How the school teaches people of that level.
    pub taught: Taught,
    /// Miles from the middle of the region; none where that tells nothing.
    pub miles: Option<f64>,
    /// The same for putting schools in order, however wide the region; endless where a place is not known.
    pub away: f64,
    /// Whether it is in their own state.
    pub in_state: bool,
    /// What it costs them; none where that is not published.
    pub price: Option<Price>,
}

/// Where somebody in a region could study a program.
#[derive(Debug, Clone)]
pub struct Study<'g> {
    /// How many schools of their own area teach it or what leads to the same award.
    pub in_area: usize,
    /// How many there are in all.
    pub in_all: usize,
    /// The price of the offering that prices the step; none where the usual price of the state does.
    pub price: Option<Price>,
    /// Up to five: the one that prices the step, those of the area, the nearest elsewhere, those at a distance.
    pub told: Vec<Reached<'g>>,
}

/// What the people of a region reach of a program.
#[derive(Debug, Clone, Default)]
pub(super) struct Near {
    in_area: usize,
    /// The school told first, by its place; worked out when first asked for.
    first: OnceLock<Option<usize>>,
    /// The offering that prices the step, by its place, and its price.
    priced: Option<(usize, Price)>,
}

/// Miles between two points on the earth, by the haversine formula.
fn miles([one_latitude, one_longitude]: [f64; 2], [latitude, longitude]: [f64; 2]) -> f64 {
    let (one, other) = (one_latitude.to_radians(), latitude.to_radians());
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let part =
        (one.cos() * other.cos()).mul_add(half(longitude - one_longitude), half(latitude - one_latitude));
    2.0 * EARTH * part.sqrt().min(1.0).asin()
}

impl Schools {
    /// Finds what the people of a region reach of each program, at a distance alone or on a campus too.
    fn near(&self, graph: &Graph, from: StudyFrom) -> &[Near] {
        self.near[from.region.0 as usize][usize::from(from.distance_only)].get_or_init(|| {
            let programs = (0..).map(ProgramIx).take(graph.programs.len());
            programs.map(|program| self.near_of(graph, program, from)).collect()
        })
    }

    fn near_of(&self, graph: &Graph, program: ProgramIx, from: StudyFrom) -> Near {
        let home = Home::of(graph, from.region);
        let read = self.read(graph);
        let is_graduate = is_of_graduates(graph, program);
        let reached: Vec<Reached<'_>> = read.offerings[program.at()]
            .iter()
            .map(|offering| reached(graph, read, is_graduate, offering, home))
            .collect();
        let suiting = || reached.iter().enumerate().filter(|(_, reached)| reached.suits(from));
        let in_area = suiting().filter(|(_, reached)| reached.how == How::Area).count();
        let mut priced: Option<(usize, Price)> = None;
        for (at, reached) in suiting() {
            let is_sure = !from.distance_only || reached.taught == Taught::Distance;
            let counts = reached.how != How::Elsewhere && reached.offering.is_kind && is_sure;
            let Some(price) = reached.price.filter(|_| counts) else { continue };
            let is_better = priced.is_none_or(|(known, best)| {
                let known = read.offerings[program.at()][known].awards;
                let order = price.whole_of(graph, program).total_cmp(&best.whole_of(graph, program));
                order.then(known.cmp(&reached.offering.awards)).is_lt()
            });
            if is_better {
                priced = Some((at, price));
            }
        }
        // without one in the area, what is usual in the state holds for a school of the area without a price, and for schools
        // of the state that teach some programs at a distance
        let usual = suiting().filter(|(_, reached)| reached.offering.is_kind).any(|(_, reached)| {
            let some = reached.taught == Taught::Some && reached.in_state;
            match reached.how {
                How::Area => reached.price.is_none() || (from.distance_only && some),
                How::Elsewhere => some,
                How::Distance => false,
            }
        });
        let is_own = priced.is_some_and(|(at, _)| reached[at].how == How::Area);
        let is_dearer = |price: Price| {
            let row = graph.tuition_for(&graph.programs[program.at()], home.region);
            price.is_whole || row.and_then(|(_, row)| row.per_year).is_some_and(|usual| usual <= price.amount)
        };
        let priced = priced.filter(|(_, price)| is_own || !usual || !is_dearer(*price));
        Near { in_area, priced, first: OnceLock::new() }
    }
}

impl Reached<'_> {
    /// Tells whether it is something for somebody who may study at a distance alone.
    #[must_use]
    pub fn suits(&self, from: StudyFrom) -> bool {
        !from.distance_only || self.taught != Taught::Campus
    }
}

impl Price {
    /// What the whole program costs at this price.
    fn whole_of(self, graph: &Graph, program: ProgramIx) -> f64 {
        match &graph.programs[program.at()].tuition {
            Tuition::Sector { years, .. } if !self.is_whole => self.amount * years,
            Tuition::Sector { .. } | Tuition::Total(_) => self.amount,
        }
    }
}

/// Where somebody lives, with what is asked of it for each school.
#[derive(Clone, Copy)]
struct Home {
    region: RegionIx,
    covering: RegionIx,
    state: Option<RegionIx>,
}

impl Home {
    fn of(graph: &Graph, region: RegionIx) -> Self {
        Self { region, covering: graph.regions.covering(region), state: graph.state_of(region) }
    }
}

/// Whether a program is studied after a bachelor's.
fn is_of_graduates(graph: &Graph, program: ProgramIx) -> bool {
    let program = &graph.programs[program.at()];
    let is_beyond = |level: Education| level > Education::Bachelor;
    let gives_more =
        program.awards.iter().any(|award| graph.holding(*award).education().is_some_and(is_beyond));
    let asks_bachelor =
        |asked: &Requirement| matches!(asked, Requirement::Education(level) if *level >= Education::Bachelor);
    gives_more || asks_bachelor(&program.admission.value)
}

/// An offering as somebody in a region comes by it, without the miles.
fn reached<'g>(
    graph: &Graph,
    read: &'g Read,
    is_graduate: bool,
    offering: &'g Offering,
    home: Home,
) -> Reached<'g> {
    let school = &read.schools[offering.school];
    let regions = &graph.regions;
    let Home { region, covering, state } = home;
    let taught = school.taught[usize::from(is_graduate)];
    // a school of a whole province has places all over it
    let is_around = taught != Taught::Distance && regions.holds(school.region, region);
    let is_within =
        regions.holds(region, school.region) && (taught != Taught::Distance || school.point.is_some());
    let is_own = is_around || is_within || covering == regions.covering(school.region);
    let how = match taught {
        _ if is_own => How::Area,
        Taught::Distance => How::Distance,
        Taught::Some | Taught::Campus => How::Elsewhere,
    };
    let in_state = state.is_none_or(|state| regions.holds(state, school.region));
    let per_year = school.per_year[usize::from(!in_state)];
    // whoever lives in the area of a college of two years is taken to live in its district
    let in_district = school.district.filter(|_| is_own && in_state && !is_graduate);
    let share = if is_graduate { school.graduate_ratio } else { in_district };
    let yearly = per_year.map(|amount| Price {
        amount: amount * share.unwrap_or(1.0),
        is_whole: false,
        in_district: in_district.is_some(),
        is_imputed: is_graduate || in_district.is_some(),
    });
    let whole =
        offering.total.map(|amount| Price { amount, is_whole: true, in_district: false, is_imputed: false });
    Reached {
        offering,
        how,
        prices: false,
        taught,
        miles: None,
        away: f64::INFINITY,
        in_state,
        price: whole.or(yearly).filter(|_| offering.is_priced),
    }
}

impl Graph {
    /// The state or province of a region: the one below the nation, or the province that is the whole graph; none for the
    /// nation itself.
    #[must_use]
    pub fn state_of(&self, region: RegionIx) -> Option<RegionIx> {
        let nation = self.regions.nation();
        self.regions.upward(region).find(|at| self.regions.get(*at).parent == nation)
    }

    /// The price of the offering that prices a program for somebody; none where the usual one does.
    #[must_use]
    pub fn school_price(&self, program: ProgramIx, from: impl Into<StudyFrom>) -> Option<Price> {
        let near = &self.schools.as_ref()?.near(self, from.into())[program.at()];
        near.priced.map(|(_, price)| price)
    }

    /// Who tells that price.
    #[must_use]
    pub fn price_source(&self, program: ProgramIx, from: impl Into<StudyFrom>) -> Option<SourceIx> {
        let schools = self.schools.as_ref()?;
        let (at, _) = schools.near(self, from.into())[program.at()].priced?;
        Some(self.school_of(&self.offerings(program)[at]).source)
    }

    /// Whether a program is taught on a campus alone and no school of a region's area teaches it. Nothing is said of
    /// programs that the tables of schools do not tell of.
    pub(in crate::graph) fn is_campus_far(&self, program: ProgramIx, region: RegionIx) -> bool {
        self.programs[program.at()].delivery == Delivery::Campus
            && !self.offerings(program).is_empty()
            && self
                .schools
                .as_ref()
                .is_some_and(|schools| schools.near(self, region.into())[program.at()].in_area == 0)
    }

    /// Where somebody could study a program; none where the tables of schools do not tell of it.
    #[must_use]
    pub fn study(&self, program: ProgramIx, from: impl Into<StudyFrom>) -> Option<Study<'_>> {
        let (schools, from) = (self.schools.as_ref()?, from.into());
        let near = &schools.near(self, from)[program.at()];
        let mut told = self.all_reached(program, from.region)?;
        let in_all = told.len();
        if let Some((at, _)) = near.priced {
            told[at].prices = true;
        }
        told.retain(|reached| reached.suits(from));
        let amount =
            |reached: &Reached<'_>| reached.price.map_or(f64::MAX, |price| price.whole_of(self, program));
        // the one that prices the step, the area's, the state's nearest, those at a distance, the nearest of all
        let order = |reached: &Reached<'_>| match (reached.how, reached.offering.is_kind) {
            _ if reached.prices => (0, amount(reached)),
            (How::Area, true) => (1, amount(reached)),
            (How::Area, false) => (2, amount(reached)),
            (How::Elsewhere | How::Distance, true) if reached.in_state => (3, reached.away),
            (How::Distance, true) => (4, amount(reached)),
            (How::Elsewhere | How::Distance, false) if reached.in_state => (5, reached.away),
            (How::Distance, false) => (6, amount(reached)),
            (How::Elsewhere, _) => (7, reached.away),
        };
        told.sort_by(|one, other| {
            let ((rank, within), (other_rank, other_within)) = (order(one), order(other));
            let first = rank.cmp(&other_rank).then(within.total_cmp(&other_within));
            let awards = other.offering.awards.cmp(&one.offering.awards);
            first.then(awards).then(one.offering.school.cmp(&other.offering.school))
        });
        told.truncate(TOLD);
        Some(Study { in_area: near.in_area, in_all, price: near.priced.map(|(_, price)| price), told })
    }

    /// The school that prices a program for somebody, else the first that is told; none where the tables tell of none.
    #[must_use]
    pub fn study_at(&self, program: ProgramIx, from: impl Into<StudyFrom>) -> Option<&School> {
        let (schools, from) = (self.schools.as_ref()?, from.into());
        let first = || {
            let study = self.study(program, from)?;
            let told = study.told.iter().find(|reached| reached.prices).or_else(|| study.told.first())?;
            Some(told.offering.school)
        };
        let school = *schools.near(self, from)[program.at()].first.get_or_init(first);
        Some(&schools.read(self).schools[school?])
    }

    /// Every offering of a program as somebody in a region comes by it, in order of school; none where there is none.
    #[must_use]
    pub fn all_reached(&self, program: ProgramIx, region: RegionIx) -> Option<Vec<Reached<'_>>> {
        let read = self.schools.as_ref()?.read(self);
        let is_graduate = is_of_graduates(self, program);
        let (home, centre) = (Home::of(self, region), read.centres.get(&region).copied());
        let with_miles = |offering| {
            let found = reached(self, read, is_graduate, offering, home);
            let to = read.schools[found.offering.school].point;
            let away = centre.zip(to).map_or(f64::INFINITY, |((from, _), to)| miles(from, to));
            let told = centre.filter(|(_, measured)| *measured && away.is_finite());
            Reached { miles: told.map(|_| away), away, ..found }
        };
        let all: Vec<Reached<'_>> = read.offerings[program.at()].iter().map(with_miles).collect();
        (!all.is_empty()).then_some(all)
    }
}
