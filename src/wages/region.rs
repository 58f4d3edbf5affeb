//! Pay of an occupation in a region: what is published there, or what tells it where nothing is.

use libm::{exp, hypot, log};

use super::gaps::{Known, Level, predict};
use super::{Origin, PaySource};
use crate::graph::{Graph, OccupationIx, PERCENTILES, PayRow, RegionIx};
use crate::provenance::Basis;

/// Pay at a percentile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The percentile of the occupation.
    pub percentile: f64,
    /// Yearly pay.
    pub yearly: f64,
    /// How it came to be known.
    pub basis: Basis,
}

/// An occupation's pay in a region.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Percentiles and yearly pay, both rising.
    pub points: Vec<Point>,
    /// How far, in logs, eight in ten such figures come out from what would be published; zero where it is.
    pub spread: f64,
    /// Where they come from.
    pub source: PaySource,
}

/// A region with all that is published of it and around it.
#[derive(Debug)]
pub struct Place<'g> {
    graph: &'g Graph,
    region: RegionIx,
    /// The region whose figures cover it.
    covered: RegionIx,
    /// What is known of it and its state for the pay model; nothing where that tells no such region.
    cells: Option<(Level, Vec<Known<'g>>)>,
}

/// The nation's row of an occupation.
fn national(graph: &Graph, occupation: OccupationIx) -> Option<(&PayRow, f64)> {
    let (root, _) = graph.regions.all().next()?;
    let row = graph.pay.get(occupation, root)?;
    Some((row, row.median()?))
}

impl<'g> Place<'g> {
    /// Gathers what is published of a region and around it.
    #[must_use]
    pub fn new(graph: &'g Graph, region: RegionIx) -> Self {
        let covered = graph.regions.covering(region);
        let upward: Vec<RegionIx> = graph.regions.upward(covered).collect();
        let levels: &[(Level, RegionIx)] = match upward[..] {
            [state, _] => &[(Level::State, state)],
            [area, state, _] => &[(Level::Area, area), (Level::State, state)],
            _ => &[],
        };
        let cells = levels.first().filter(|_| graph.pay_model.places.is_some()).map(|(level, _)| {
            let codes = || (0..).map(OccupationIx).zip(&graph.occupations);
            let known = levels.iter().flat_map(|(level, at)| {
                codes().filter_map(move |(occupation, told)| {
                    let median = graph.pay.get(occupation, *at)?.median()?;
                    let ratio = log(median / national(graph, occupation)?.1);
                    Some(Known { code: &told.code, level: *level, ratio })
                })
            });
            (*level, known.collect())
        });
        Self { graph, region, covered, cells }
    }

    /// Pay of an occupation: as published in the region itself; else as other occupations of the region and its state tell
    /// it; else as published in the nearest region around it, in the graph's own pay or in that of all occupations; else
    /// that of the wider group of occupations in the same order. Anything but the first is imputed. Nothing where none of
    /// them is known.
    #[must_use]
    pub fn figures(&self, occupation: OccupationIx) -> Option<Figures> {
        let own = self.own(occupation);
        let regions = &self.graph.regions;
        let steps = |figures: &Figures| {
            let from = figures.source.region;
            let steps = regions.upward(self.region).position(|at| regions.covering(at) == from);
            (figures.source.wider, steps)
        };
        if own.as_ref().is_some_and(|own| steps(own) == (false, Some(0))) {
            return own;
        }
        let listed = self.outside(&self.graph.occupations[occupation.at()].code);
        own.into_iter().chain(listed).min_by_key(steps)
    }

    /// The same from the graph's own pay alone.
    fn own(&self, occupation: OccupationIx) -> Option<Figures> {
        let mut group = Some(occupation);
        while let Some(code) = group {
            let found = self.published(code).or_else(|| self.told(code)).or_else(|| self.around(code));
            if let Some(mut figures) = found {
                if code != occupation {
                    figures.source.wider = true;
                    figures.source.basis = Basis::Imputed;
                    figures.spread = hypot(figures.spread, self.imputed_spread());
                    figures.points.iter_mut().for_each(|point| point.basis = Basis::Imputed);
                }
                return Some(figures);
            }
            group = self.graph.occupations[code.at()].wider;
        }
        None
    }

    /// Pay of an occupation outside the graph: as published in the region itself, else in the nearest one around it.
    #[must_use]
    pub fn outside(&self, code: &str) -> Option<Figures> {
        let (at, row) = self.graph.outside_pay(code, self.region)?;
        let nation = self.graph.regions.all().next().and_then(|(root, _)| self.graph.outside_pay(code, root));
        let mut points = filled(&row, nation.as_ref().map(|(_, row)| row));
        if at == self.covered && row.basis != Basis::Imputed {
            let source = PaySource::new(&row, at, row.basis, Origin::Published);
            return Some(Figures { points, spread: 0.0, source });
        }
        for point in &mut points {
            point.basis = Basis::Imputed;
        }
        let source = PaySource::new(&row, at, Basis::Imputed, Origin::Around);
        Some(Figures { points, spread: self.imputed_spread(), source })
    }

    fn row(&self, occupation: OccupationIx, at: RegionIx) -> Option<&'g PayRow> {
        self.graph.pay.get(occupation, at).filter(|row| row.median().is_some())
    }

    fn published(&self, occupation: OccupationIx) -> Option<Figures> {
        let row = self.row(occupation, self.covered)?;
        let nation = national(self.graph, occupation).map(|(row, _)| row);
        Some(Figures {
            points: filled(row, nation),
            spread: 0.0,
            source: PaySource::new(row, self.covered, row.basis, Origin::Published),
        })
    }

    /// By the pay model, from the other occupations of the region and of its state.
    fn told(&self, occupation: OccupationIx) -> Option<Figures> {
        let (level, known) = self.cells.as_ref()?;
        let places = self.graph.pay_model.places.as_ref()?;
        let code = self.graph.occupations[occupation.at()].code.as_str();
        let (row, _) = national(self.graph, occupation)?;
        let (ratio, variance) = predict(&places.gaps, known, code, *level)?;
        // rounded to what is the same on every processor
        let ratio = exp((ratio * 1e6).round() / 1e6);
        let spread = (places.width(code)?.errors * variance.sqrt() * 1e6).round() / 1e6;
        let mut points = filled(row, None);
        for point in &mut points {
            point.yearly *= ratio;
            point.basis = Basis::Imputed;
        }
        let source = PaySource::new(row, self.covered, Basis::Imputed, Origin::Others(known.len()));
        Some(Figures { points, spread, source })
    }

    fn around(&self, occupation: OccupationIx) -> Option<Figures> {
        let found = self.graph.regions.upward(self.region).skip(1).find_map(|at| {
            let at = self.graph.regions.covering(at);
            Some((at, self.row(occupation, at)?))
        });
        let (at, row) = found?;
        let mut points = filled(row, None);
        for point in &mut points {
            point.basis = Basis::Imputed;
        }
        let source = PaySource::new(row, at, Basis::Imputed, Origin::Around);
        Some(Figures { points, spread: self.imputed_spread(), source })
    }

    fn imputed_spread(&self) -> f64 {
        let share = self.graph.method.imputed_spread.known().expect("the check proved it known");
        log(1.0 + share)
    }
}

/// The published percentiles of a row; those it lacks by the nation's ratio to the median, where that keeps them in order.
fn filled(row: &PayRow, nation: Option<&PayRow>) -> Vec<Point> {
    let ratio = |which: usize| Some(row.median()? / nation?.median()? * nation?.yearly[which]?);
    let known = |which: usize| row.yearly[which];
    let mut points: Vec<Point> = Vec::new();
    for (which, percentile) in PERCENTILES.into_iter().enumerate() {
        let point = match (known(which), ratio(which)) {
            (Some(yearly), _) => Point { percentile, yearly, basis: row.basis },
            (None, Some(yearly)) => {
                let above = (which..5).find_map(known).is_none_or(|above| yearly <= above);
                let below = points.last().is_none_or(|below| below.yearly <= yearly);
                if !above || !below {
                    continue;
                }
                Point { percentile, yearly, basis: Basis::Imputed }
            }
            (None, None) => continue,
        };
        points.push(point);
    }
    points
}
