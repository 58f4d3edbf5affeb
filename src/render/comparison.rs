//! Roles side by side as text, 80 columns wide: a column for staying and one for each role, three roles at a time.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::amount;
use super::pay::{YEARS, band, mid};
use crate::report::{ComparedRole, Comparison, PathwayReport, Wage};

const WIDTH: usize = 80;
/// Columns for what a row tells, and for each role.
const LABEL: usize = 14;
const COLUMN: usize = 16;
/// How many roles stand beside each other.
const BESIDE: usize = 3;

/// Writes a comparison as text; titles are bold where `bold` is set.
#[must_use]
pub fn comparison_text(comparison: &Comparison, bold: bool) -> String {
    let mut page = Page { comparison, symbol: comparison.graph.symbol, bold, out: String::new() };
    page.strong(&format!("Roles side by side for {}", comparison.profile.region_title));
    for some in comparison.roles.chunks(BESIDE) {
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
    symbol: &'static str,
    bold: bool,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn strong(&mut self, text: &str) {
        for line in textwrap::wrap(text, WIDTH) {
            let line = if self.bold { format!("\u{1b}[1m{line}\u{1b}[0m") } else { line.into_owned() };
            self.line(&line);
        }
    }

    fn paragraph(&mut self, text: &str) {
        for line in textwrap::wrap(text, textwrap::Options::new(WIDTH).subsequent_indent("  ")) {
            self.line(&line);
        }
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
        let (comparison, symbol) = (self.comparison, self.symbol);
        let stay = &comparison.stay;
        self.line("");
        let titles = roles.iter().map(|role| role.title.clone());
        let staying = stay.title.as_ref().map_or("stay".to_owned(), |title| format!("stay: {title}"));
        self.row("", &[staying].into_iter().chain(titles).collect::<Vec<_>>());
        self.line(&"-".repeat(LABEL + COLUMN * (1 + roles.len())));
        let each = |staying: String, told: &dyn Fn(&ComparedRole) -> String| -> Vec<String> {
            [staying].into_iter().chain(roles.iter().map(told)).collect()
        };
        let share =
            |share: Option<f64>| share.map_or("?".to_owned(), |share| format!("{:.0} %", 100.0 * share));
        let of_way = |role: &ComparedRole, told: &dyn Fn(&PathwayReport) -> String| {
            let shut = if role.unsettled.is_some() { "not settled" } else { "closed" };
            role.pathway.as_ref().map_or(shut.to_owned(), told)
        };
        let none = String::new;
        self.row("Match today", &each(none(), &|role| share(role.fit)));
        let months = |path: &PathwayReport| path.months.to_string();
        self.row("Months to it", &each("0".to_owned(), &|role| of_way(role, &months)));
        let or_none = |role: &ComparedRole, told: &dyn Fn(&PathwayReport) -> String| {
            role.pathway.as_ref().map(told).unwrap_or_default()
        };
        let cost = |path: &PathwayReport| {
            let more = if path.cost_known { "" } else { " or more" };
            format!("{}{more}", amount(Some(path.cost), symbol))
        };
        self.row(
            "Cost",
            &each(amount(Some(crate::units::Money::ZERO), symbol), &|role| or_none(role, &cost)),
        );
        let chance = |path: &PathwayReport| {
            let rated = path.criteria.iter().any(|part| part.id == "chance" && part.known);
            match (rated, path.chance_complete) {
                (false, _) => "not known".to_owned(),
                (true, false) => format!("at most {:.2}", path.chance),
                (true, true) => format!("{:.2}", path.chance),
            }
        };
        self.row("Chance", &each(none(), &|role| or_none(role, &chance)));
        let mut part = false;
        for year in YEARS.into_iter().filter(|year| *year <= stay.wages.len()) {
            let wage = |wages: &[Wage], told: &dyn Fn(Option<&Wage>) -> String| told(wages.get(year - 1));
            let row = |told: &dyn Fn(Option<&Wage>) -> String| {
                each(wage(&stay.wages, told), &|role| or_none(role, &|path| wage(&path.wages, told)))
            };
            let middle = row(&|wage| mid(wage, symbol));
            part |= middle.iter().any(|cell| cell.contains('*'));
            self.row(&format!("Pay, year {year}"), &middle);
            self.row("", &row(&band));
        }
        let net = |path: &PathwayReport| amount(path.net_earnings, symbol);
        let years = comparison.settings.horizon_months / 12;
        self.row(
            &format!("{years} years"),
            &each(amount(stay.net_earnings, symbol), &|role| or_none(role, &net)),
        );
        let gain = |path: &PathwayReport| amount(path.gain, symbol);
        self.row("Over staying", &each(none(), &|role| or_none(role, &gain)));
        let score = |path: &PathwayReport| format!("{:.2}", path.score);
        self.row("Score", &each(none(), &|role| or_none(role, &score)));
        self.row("Outlook", &each(none(), &|role| share(role.demand)));
        if part {
            self.line("* part of the year");
        }
    }

    /// The skills that any of some roles works with: the level each needs, and the level had.
    fn skills(&mut self, roles: &[ComparedRole]) {
        let gaps = roles.iter().flat_map(|role| &role.skills);
        let titles: BTreeSet<&str> = gaps.map(|gap| gap.title.as_str()).collect();
        self.line("");
        self.line("Skill: level it needs (yours)");
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
        self.line("");
        self.strong(&role.title);
        self.paragraph(&format!("  {}", role.about));
        if let Some(path) = &role.pathway {
            self.paragraph(&format!("  {}", path.line));
            if !path.unknown.is_empty() {
                self.paragraph(&format!("  Unknown: {}", path.unknown.join("; ")));
            }
            self.paragraph(&format!("  Figures: {}", path.sources.join(", ")));
        }
        if let Some(against) = role.against.as_ref().filter(|against| against.score != 0.0) {
            self.paragraph(&format!(
                "  Without your choices: {} (score {:+.2})",
                against.line, against.score
            ));
        }
        if let Some(why) = &role.unsettled {
            self.paragraph(&format!("  Not settled, {why}: what is told may be beaten."));
        }
        if let Some(blocked) = &role.blocked {
            let lacks = blocked.lacks.join("; ");
            let told = if blocked.by_choices {
                "only what you leave out or insist on shuts it".to_owned()
            } else {
                format!("{lacks}; `careerpath explain` tells what would open it")
            };
            self.paragraph(&format!("  No pathway within your limits: {told}."));
        }
    }

    fn foot(&mut self) {
        let comparison = self.comparison;
        self.line("");
        if let Some(choices) = &comparison.choices {
            let told =
                |word: &str, ids: &[String]| (!ids.is_empty()).then(|| format!("{word} {}", ids.join(", ")));
            let told = [told("left out", &choices.exclude), told("insisted on", &choices.require)];
            self.paragraph(&format!(
                "Your choices: {}.",
                told.into_iter().flatten().collect::<Vec<_>>().join("; ")
            ));
        }
        self.paragraph(
            "Pay is the middle and the band of people with that experience, after the best pathway; levels of skill: 0 \
             none, 1 aware, 2 guided, 3 independent, 4 skilled, 5 expert.",
        );
        for note in &comparison.notes {
            self.paragraph(note);
        }
        let graph = &comparison.graph;
        self.line(&format!("Graph {} {} ({}).", graph.id, graph.version, graph.digest));
    }
}
