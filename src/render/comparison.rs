//! Roles side by side as text: a column for staying and one for each role, as many at a time as fit.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::pay::{Paid, years};
use super::{Look, cells};
use crate::report::{ComparedRole, Comparison, PathwayReport, Wage};
use crate::units::Money;
use crate::words::Language;

/// Columns for what a row tells, and for each role.
const LABEL: usize = 14;
const COLUMN: usize = 16;
/// The years shown of ten, as a count of columns.
const YEARS: usize = 5;

/// Writes a comparison as text.
#[must_use]
pub fn comparison_text(comparison: &Comparison, look: Look) -> String {
    let language = comparison.settings.language;
    let mut page = Page { comparison, language, look, out: String::new() };
    let region = comparison.profile.region_title.as_str();
    look.title(&mut page.out, &language.say("compared", [("region", region.into())]));
    let beside = ((look.width - LABEL) / COLUMN).saturating_sub(1).max(1);
    for some in comparison.roles.chunks(beside) {
        page.sums(some);
        page.skills(some);
    }
    for role in &comparison.roles {
        page.way(role);
    }
    page.foot();
    page.out
}

struct Page<'c> {
    comparison: &'c Comparison,
    language: Language,
    look: Look,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.look.wrap(&mut self.out, text, "", "  ");
    }

    /// A paragraph under a role's title.
    fn indented(&mut self, text: &str) {
        self.look.wrap(&mut self.out, text, "  ", "  ");
    }

    /// A row of cells, each wrapped in its column, after a label so wide; nothing where all are empty.
    fn row_after(&mut self, label: &str, width: usize, cells: &[String]) {
        if cells.iter().all(String::is_empty) {
            return;
        }
        let wrapped = |text: &str, width: usize| -> Vec<String> {
            textwrap::wrap(text, width - 1).into_iter().map(std::borrow::Cow::into_owned).collect()
        };
        let label = wrapped(label, width);
        let cells: Vec<Vec<String>> = cells.iter().map(|cell| wrapped(cell, COLUMN)).collect();
        let lines = cells.iter().map(Vec::len).chain([label.len()]).max().unwrap_or(0);
        let at = |lines: &[String], line: usize| lines.get(line).cloned().unwrap_or_default();
        for line in 0..lines {
            let mut columns = format!("{:<width$}", at(&label, line));
            for cell in &cells {
                let _ = write!(columns, "{:<COLUMN$}", at(cell, line));
            }
            self.line(&columns);
        }
    }

    fn row(&mut self, label: &str, cells: &[String]) {
        self.row_after(label, LABEL, cells);
    }

    /// What staying and each role come to.
    fn sums(&mut self, roles: &[ComparedRole]) {
        let (comparison, language) = (self.comparison, self.language);
        let stay = &comparison.stay;
        let word = |key: &str| language.word(key);
        let money = |money: Option<Money>| language.money(money, comparison.graph.currency);
        self.line("");
        let titles = roles.iter().map(|role| role.title.clone());
        let staying = stay
            .title
            .as_deref()
            .map_or_else(|| word("stay"), |title| language.say("compared-stay", [("title", title.into())]));
        self.row("", &[staying].into_iter().chain(titles).collect::<Vec<_>>());
        self.line(&"-".repeat(LABEL + COLUMN * (1 + roles.len())));
        let each = |staying: String, told: &dyn Fn(&ComparedRole) -> String| -> Vec<String> {
            [staying].into_iter().chain(roles.iter().map(told)).collect()
        };
        let share = |share: Option<f64>| {
            let percent = |share: f64| language.decimal(100.0 * share, 0);
            share.map_or("?".to_owned(), |share| language.say("percent", [("n", percent(share).into())]))
        };
        let of_way = |role: &ComparedRole, told: &dyn Fn(&PathwayReport) -> String| {
            let shut = if role.unsettled.is_some() { "is-unsettled" } else { "is-closed" };
            role.pathway.as_ref().map_or_else(|| word(shut), told)
        };
        let none = String::new;
        self.row(&word("row-match"), &each(none(), &|role| share(role.fit)));
        let months = |path: &PathwayReport| path.months.to_string();
        self.row(&word("row-months"), &each("0".to_owned(), &|role| of_way(role, &months)));
        let or_none = |role: &ComparedRole, told: &dyn Fn(&PathwayReport) -> String| {
            role.pathway.as_ref().map(told).unwrap_or_default()
        };
        let cost = |path: &PathwayReport| cells::cost(path, language, comparison.graph.currency);
        self.row(&word("row-cost"), &each(money(Some(Money::ZERO)), &|role| or_none(role, &cost)));
        let chance = |path: &PathwayReport| cells::chance(path, language);
        self.row(&word("row-chance"), &each(none(), &|role| or_none(role, &chance)));
        let paid = Paid { language, currency: comparison.graph.currency };
        let mut part = false;
        for year in years(stay.wages.len(), YEARS) {
            let wage = |wages: &[Wage], told: &dyn Fn(Option<&Wage>) -> String| told(wages.get(year - 1));
            let row = |told: &dyn Fn(Option<&Wage>) -> String| {
                each(wage(&stay.wages, told), &|role| or_none(role, &|path| wage(&path.wages, told)))
            };
            let middle = row(&|wage| paid.mid(wage));
            part |= middle.iter().any(|cell| cell.contains('*'));
            self.row(&language.say("row-pay", [("year", year.into())]), &middle);
            self.row("", &row(&|wage| paid.band(wage)));
        }
        let net = |path: &PathwayReport| money(path.net_earnings);
        let years = comparison.settings.horizon_months / 12;
        let years = language.say("row-years", [("n", years.into())]);
        self.row(&years, &each(money(stay.net_earnings), &|role| or_none(role, &net)));
        let gain = |path: &PathwayReport| money(path.gain);
        self.row(&word("row-gain"), &each(none(), &|role| or_none(role, &gain)));
        let score = |path: &PathwayReport| language.decimal(path.score, 2);
        self.row(&word("row-score"), &each(none(), &|role| or_none(role, &score)));
        self.row(&word("row-outlook"), &each(none(), &|role| share(role.demand)));
        if part {
            self.line(&format!("* {}", word("part-of-year")));
        }
    }

    /// The skills that any of some roles works with: the level each needs, and the level had.
    fn skills(&mut self, roles: &[ComparedRole]) {
        let gaps = roles.iter().flat_map(|role| &role.skills);
        let titles: BTreeSet<&str> = gaps.map(|gap| gap.title.as_str()).collect();
        self.line("");
        self.line(&self.language.word("skill-levels"));
        for title in titles {
            let need = |role: &ComparedRole| {
                let gap = role.skills.iter().find(|gap| gap.title == title);
                gap.map_or(String::new(), |gap| format!("{} ({})", gap.need, gap.have))
            };
            // under the columns of the roles: the label takes that of staying
            self.row_after(title, LABEL + COLUMN, &roles.iter().map(need).collect::<Vec<_>>());
        }
    }

    /// The best pathway to a role, or why there is none.
    fn way(&mut self, role: &ComparedRole) {
        let language = self.language;
        self.line("");
        self.look.title(&mut self.out, &role.title);
        self.indented(&role.about);
        if let Some(path) = &role.pathway {
            self.indented(&path.line);
            if !path.unknown.is_empty() {
                let what = language.clauses(&path.unknown);
                self.indented(&language.say("unknown-are", [("what", what.into())]));
            }
            let sources = language.list(&path.sources);
            self.indented(&language.say("figures-are", [("sources", sources.into())]));
        }
        if let Some(against) = role.against.as_ref().filter(|against| against.score != 0.0) {
            let score = language.signed(against.score, 2);
            let filled = [("line", against.line.as_str().into()), ("score", score.into())];
            self.indented(&language.say("without-choices", filled));
        }
        if let Some(why) = &role.unsettled {
            self.indented(&language.say("compared-unsettled", [("why", why.as_str().into())]));
        }
        if let Some(blocked) = &role.blocked {
            let why = if blocked.by_choices {
                language.word("only-choices")
            } else {
                let lacks = language.clauses(&blocked.lacks);
                language.say("explain-tells", [("lacks", lacks.into())])
            };
            self.indented(&language.say("compared-closed", [("why", why.into())]));
        }
    }

    fn foot(&mut self) {
        let (comparison, language) = (self.comparison, self.language);
        self.line("");
        if let Some(choices) = &comparison.choices {
            let told = |key: &str, ids: &[String]| {
                let ids = (!ids.is_empty()).then(|| language.list(ids))?;
                Some(language.say(key, [("ids", ids.into())]))
            };
            let told = [told("left-out", &choices.exclude), told("insisted-on", &choices.require)];
            let told = language.clauses(&told.into_iter().flatten().collect::<Vec<_>>());
            self.paragraph(&language.say("your-choices", [("choices", told.into())]));
        }
        self.paragraph(&language.word("compared-key"));
        for note in &comparison.notes {
            self.paragraph(note);
        }
        self.paragraph(&cells::stamp(&comparison.graph, language));
    }
}
