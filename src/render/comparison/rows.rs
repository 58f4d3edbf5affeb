//! What a comparison tells in rows, whatever it is written as: staying first, then each role.

use std::collections::BTreeSet;

use crate::render::cells;
use crate::render::pay::{Paid, years};
use crate::report::{ComparedRole, Comparison, PathwayReport, Wage};
use crate::units::Money;

/// The years shown of ten, as a count of rows.
const YEARS: usize = 5;

/// A row: what it tells, then a cell each; where the label is empty it goes on with the row before.
pub struct Row {
    pub label: String,
    pub cells: Vec<String>,
}

/// The titles of the columns: staying, then each role.
pub fn titles(comparison: &Comparison, roles: &[ComparedRole]) -> Vec<String> {
    let language = comparison.settings.language;
    let staying = comparison.stay.title.as_deref().map_or_else(
        || language.word("stay"),
        |title| language.say("compared-stay", [("title", title.into())]),
    );
    [staying].into_iter().chain(roles.iter().map(|role| role.title.clone())).collect()
}

/// What staying and each role come to, and whether a year is told of which only a part is worked.
pub fn sums(comparison: &Comparison, roles: &[ComparedRole]) -> (Vec<Row>, bool) {
    let (language, stay) = (comparison.settings.language, &comparison.stay);
    let word = |key: &str| language.word(key);
    let money = |money: Option<Money>| language.money(money, comparison.graph.currency);
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
    let or_none = |role: &ComparedRole, told: &dyn Fn(&PathwayReport) -> String| {
        role.pathway.as_ref().map(told).unwrap_or_default()
    };
    let none = String::new;
    let mut rows = Vec::new();
    let mut row = |label: String, cells: Vec<String>| rows.push(Row { label, cells });
    row(word("row-match"), each(none(), &|role| share(role.fit)));
    let months = |path: &PathwayReport| path.months.to_string();
    row(word("row-months"), each("0".to_owned(), &|role| of_way(role, &months)));
    let cost = |path: &PathwayReport| cells::cost(path, language, comparison.graph.currency);
    row(word("row-cost"), each(money(Some(Money::ZERO)), &|role| or_none(role, &cost)));
    let chance = |path: &PathwayReport| cells::chance(path, language);
    row(word("row-chance"), each(none(), &|role| or_none(role, &chance)));
    let paid = Paid { language, currency: comparison.graph.currency };
    let mut part = false;
    for year in years(stay.wages.len(), YEARS) {
        let wage = |wages: &[Wage], told: &dyn Fn(Option<&Wage>) -> String| told(wages.get(year - 1));
        let paid_each = |told: &dyn Fn(Option<&Wage>) -> String| {
            each(wage(&stay.wages, told), &|role| or_none(role, &|path| wage(&path.wages, told)))
        };
        let middle = paid_each(&|wage| paid.mid(wage));
        part |= middle.iter().any(|cell| cell.contains('*'));
        row(language.say("row-pay", [("year", year.into())]), middle);
        row(none(), paid_each(&|wage| paid.band(wage)));
    }
    let net = |path: &PathwayReport| money(path.net_earnings);
    let years = language.say("row-years", [("n", (comparison.settings.horizon_months / 12).into())]);
    row(years, each(money(stay.net_earnings), &|role| or_none(role, &net)));
    let gain = |path: &PathwayReport| money(path.expected_gain);
    row(word("row-gain"), each(none(), &|role| or_none(role, &gain)));
    let finished = |path: &PathwayReport| money(path.gain_if_finished);
    row(word("row-finished"), each(none(), &|role| or_none(role, &finished)));
    let score = |path: &PathwayReport| language.decimal(path.score, 2);
    row(word("row-score"), each(none(), &|role| or_none(role, &score)));
    row(word("row-outlook"), each(none(), &|role| share(role.demand)));
    (rows, part)
}

/// The skills that any of some roles works with: the level each needs, and the level had.
pub fn skills(roles: &[ComparedRole]) -> Vec<Row> {
    let gaps = roles.iter().flat_map(|role| &role.skills);
    let titles: BTreeSet<&str> = gaps.map(|gap| gap.title.as_str()).collect();
    let need = |role: &ComparedRole, title: &str| {
        let gap = role.skills.iter().find(|gap| gap.title == title);
        gap.map_or(String::new(), |gap| format!("{} ({})", gap.need, gap.have))
    };
    let row = |title: &str| Row {
        label: title.to_owned(),
        cells: roles.iter().map(|role| need(role, title)).collect(),
    };
    titles.into_iter().map(row).collect()
}

/// What else there is to tell of a role: the pathway, or why there is none.
pub fn way(comparison: &Comparison, role: &ComparedRole) -> Vec<String> {
    let language = comparison.settings.language;
    let mut told = vec![role.about.clone()];
    if let Some(path) = &role.pathway {
        told.push(path.line.clone());
        if !path.unknown.is_empty() {
            let what = language.clauses(&path.unknown);
            told.push(language.say("unknown-are", [("what", what.into())]));
        }
        let sources = language.list(&path.sources);
        told.push(language.say("figures-are", [("sources", sources.into())]));
    }
    if let Some(against) = role.against.as_ref().filter(|against| against.score != 0.0) {
        let score = language.signed(against.score, 2);
        let filled = [("line", against.line.as_str().into()), ("score", score.into())];
        told.push(language.say("without-choices", filled));
    }
    if let Some(why) = &role.unsettled {
        told.push(language.say("compared-unsettled", [("why", why.as_str().into())]));
    }
    if let Some(blocked) = &role.blocked {
        let why = if blocked.by_choices {
            language.word("only-choices")
        } else {
            let lacks = language.clauses(&blocked.lacks);
            language.say("explain-tells", [("lacks", lacks.into())])
        };
        told.push(language.say("compared-closed", [("why", why.into())]));
    }
    told
}

/// What stands under it all: the choices in force, the key, and the notes.
pub fn foot(comparison: &Comparison) -> Vec<String> {
    let language = comparison.settings.language;
    let mut told = Vec::new();
    if let Some(choices) = &comparison.choices {
        let chosen = |key: &str, ids: &[String]| {
            let ids = (!ids.is_empty()).then(|| language.list(ids))?;
            Some(language.say(key, [("ids", ids.into())]))
        };
        let chosen = [chosen("left-out", &choices.exclude), chosen("insisted-on", &choices.require)];
        let chosen = language.clauses(&chosen.into_iter().flatten().collect::<Vec<_>>());
        told.push(language.say("your-choices", [("choices", chosen.into())]));
    }
    told.push(language.word("compared-key"));
    told.extend(comparison.notes.iter().cloned());
    told
}
