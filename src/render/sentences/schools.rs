//! Where the programs of a pathway can be studied.

use super::{Labelled, Sentences};
use crate::graph::{How, Taught};
use crate::report::{PathwayReport, SchoolReport, Study};

/// How many schools a screen tells of a program; a page tells all that the report has.
const ON_SCREEN: usize = 3;

impl<'r> Sentences<'r> {
    /// Of each program of a pathway: how many schools of the area teach it, and some schools with what they charge.
    pub fn studies(self, path: &PathwayReport) -> Vec<(String, Vec<String>)> {
        let steps = path.timeline.iter().filter(|step| step.kind == "study");
        let studies = steps.filter_map(|step| self.study(&step.node));
        studies
            .map(|study| {
                let most = if self.on_page { study.schools.len() } else { ON_SCREEN };
                let schools = study.schools.iter().take(most).map(|school| self.school(study, school));
                (self.in_area(study), schools.collect())
            })
            .collect()
    }

    /// The same, line by line, with a word for the margin.
    pub fn schools(self, path: &PathwayReport) -> Vec<Labelled> {
        let told =
            self.studies(path).into_iter().flat_map(|(study, schools)| std::iter::once(study).chain(schools));
        let labels = std::iter::once(self.word("label-where")).chain(std::iter::repeat(String::new()));
        labels.zip(told).collect()
    }

    fn study(self, program: &str) -> Option<&'r Study> {
        self.report.studies.iter().find(|study| study.program == program)
    }

    /// The school that a pathway's first program is priced at, else the first that is told, with its town.
    pub fn study_at(self, path: &PathwayReport) -> Option<String> {
        let step = path.timeline.iter().find(|step| step.kind == "study")?;
        let study = self.study(&step.node)?;
        let is_priced = |school: &&SchoolReport| study.priced_at.as_ref() == Some(&school.school);
        let school = study.schools.iter().find(is_priced).or_else(|| study.schools.first())?;
        Some(format!("{}, {}", school.name, school.town))
    }

    /// How many schools of the area teach a program.
    fn in_area(self, study: &'r Study) -> String {
        let key = if study.in_area == 0 { "study-none" } else { "study-in-area" };
        let filled = [("program", self.name(&study.program).into()), ("n", study.in_area.into())];
        let told = self.say(key, filled);
        if study.is_usual { format!("{told}; {}", self.word("study-usual")) } else { told }
    }

    fn school(self, study: &Study, school: &SchoolReport) -> String {
        let place = match (school.in_state, school.state.rsplit_once('-')) {
            (false, Some((_, letters))) => format!("{}, {letters}", school.town),
            _ => school.town.clone(),
        };
        let mut told = Vec::new();
        let is_far = school.how == How::Distance && !school.in_state;
        match school.miles.filter(|_| !is_far) {
            Some(miles) => told.push(self.say("school-miles", [("n", miles.into())])),
            None if school.how == How::Area => told.push(self.word("school-area")),
            None => {}
        }
        match (school.taught, school.how) {
            (Taught::Distance, _) => told.push(self.word("school-distance")),
            (Taught::Some, How::Elsewhere) => told.push(self.word("school-ask-distance")),
            _ => {}
        }
        told.push(self.price(school));
        if study.priced_at.as_ref() == Some(&school.school) {
            told.push(self.word("school-priced"));
        }
        told.extend(school.awards_a_year.map(|n| self.say("school-awards", [("n", n.into())])));
        let by = || ("by", study.accreditor.as_str().into());
        match &school.accredited_as_of {
            Some(date) => told.push(self.say("school-accredited", [by(), ("date", date.as_str().into())])),
            None if study.accreditor.is_empty() => {}
            None => told.push(self.say("school-ask-accredited", [by()])),
        }
        told.extend(self.earned(school));
        told.push(school.web.clone());
        told.retain(|part| !part.is_empty());
        let filled = [
            ("name", school.name.as_str().into()),
            ("place", place.into()),
            ("told", self.language.list(&told).into()),
        ];
        self.say("school", filled)
    }

    /// What graduates of a school earned, where that is published.
    fn earned(self, school: &SchoolReport) -> Option<String> {
        let (first, later) = (school.earned_after_1_year, school.earned_after_4_years);
        let key = match (first, later) {
            (Some(_), Some(_)) => "school-earned-both",
            (Some(_), None) => "school-earned-first",
            (None, _) => "school-earned",
        };
        let filled = [
            ("first", self.money(first).into()),
            ("money", self.money(later.or(first)).into()),
            ("n", school.earned_of?.into()),
        ];
        later.or(first).map(|_| self.say(key, filled))
    }

    /// What a school charges the person.
    fn price(self, school: &SchoolReport) -> String {
        let money = |amount| ("money", self.money(Some(amount)).into());
        let price = match (school.per_year, school.total) {
            (Some(per_year), _) => self.say("school-year", [money(per_year)]),
            (None, Some(total)) => self.say("school-whole", [money(total)]),
            (None, None) => return self.word("school-no-price"),
        };
        match school.per_year_in_state {
            Some(others) => {
                let filled = [("price", price.into()), ("money", self.money(Some(others)).into())];
                self.say("school-district", filled)
            }
            None if school.price_basis == Some(crate::provenance::Basis::Imputed) => {
                self.say("school-worked-out", [("price", price.into())])
            }
            None => price,
        }
    }
}
