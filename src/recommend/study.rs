//! Where the programs of a report can be studied from where the person lives.

use std::collections::BTreeSet;

use super::Desk;
use crate::graph::{Price, ProgramIx, Reached};
use crate::provenance::{Basis, SourceIx};
use crate::report::{Destination, SchoolReport, Study};
use crate::units::Money;

impl Desk<'_> {
    /// Where the programs of some destinations can be studied, in order of id.
    pub(super) fn studies(&self, destinations: &[Destination]) -> Vec<Study> {
        let paths = destinations.iter().flat_map(|found| &found.pathways);
        let steps = paths.flat_map(|path| &path.timeline).filter(|step| step.kind == "study");
        let ids: BTreeSet<&str> = steps.map(|step| step.node.as_str()).collect();
        let programs = (0..).map(ProgramIx).zip(&self.graph.programs);
        let wanted = programs.filter(|(_, program)| ids.contains(program.names.id.as_str()));
        wanted.filter_map(|(at, _)| self.study(at)).collect()
    }

    fn study(&self, at: ProgramIx) -> Option<Study> {
        let graph = self.graph;
        let (program, study) = (&graph.programs[at.at()], graph.study(at, self.profile.studies_from())?);
        let priced = study.told.iter().find(|reached| reached.prices);
        Some(Study {
            program: program.names.id.clone(),
            accreditor: program.accreditor().to_owned(),
            in_area: study.in_area,
            in_all: study.in_all,
            priced_at: priced.map(|reached| graph.school_of(reached.offering).id.clone()),
            is_usual: study.price.is_none() && graph.tuition_for(program, self.profile.region).is_some(),
            schools: study.told.iter().map(|reached| self.school(reached)).collect(),
        })
    }

    fn school(&self, reached: &Reached<'_>) -> SchoolReport {
        let graph = self.graph;
        let (offering, school) = (reached.offering, graph.school_of(reached.offering));
        let money = |price: Price| Money::from_units(price.amount);
        let whole = reached.price.filter(|price| price.is_whole);
        let yearly = reached.price.filter(|price| !price.is_whole);
        let state = graph.state_of(school.region).unwrap_or(school.region);
        let id = |source: SourceIx| graph.source(source).id.clone();
        let earned = offering.earned;
        SchoolReport {
            school: school.id.clone(),
            name: school.name.clone(),
            town: school.town.clone(),
            state: graph.regions.get(state).id.clone(),
            in_state: reached.in_state,
            how: reached.how,
            taught: reached.taught,
            miles: reached.miles.map(whole_miles),
            per_year: yearly.map(money),
            total: whole.map(money),
            price_basis: reached
                .price
                .map(|price| if price.is_imputed { Basis::Imputed } else { Basis::Published }),
            per_year_in_state: yearly
                .filter(|price| price.in_district)
                .and(school.per_year[0])
                .map(Money::from_units),
            awards_a_year: offering.awards,
            accreditation: if offering.accredited.is_some() { "accredited" } else { "not_known" },
            accredited_as_of: offering.accredited.clone(),
            completion_of_school: school.completion,
            earned_after_1_year: earned.and_then(|earned| earned.after_1).map(Money::from_units),
            earned_after_4_years: earned.and_then(|earned| earned.after_4).map(Money::from_units),
            earned_of: earned.and_then(|earned| earned.of),
            web: school.web.clone(),
            source: id(school.source),
            earned_source: earned.map(|earned| id(earned.source)),
        }
    }
}

/// Whole miles, for reading.
fn whole_miles(miles: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most half around the earth"
    )]
    let whole = miles.round() as u32;
    whole
}
