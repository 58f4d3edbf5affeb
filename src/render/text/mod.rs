//! Plain text, 80 columns wide: what a person reads on one screen.

mod foot;

use std::fmt::Write;

use super::amount;
use super::pay::{YEARS, band, mid};
use crate::report::{Against, Destination, PathwayReport, Pinned, PremiumReport, Report, StepReport};
use crate::units::CalendarMonth;

const WIDTH: usize = 80;
const INDENT: &str = "   ";

/// Writes a report as text; titles are bold where `bold` is set.
#[must_use]
pub fn text(report: &Report, bold: bool) -> String {
    let mut page = Page { report, bold, out: String::new() };
    page.head();
    for pinned in &report.pinned {
        page.pinned(pinned);
    }
    for destination in &report.destinations {
        page.destination(destination);
    }
    page.foot();
    page.out
}

struct Page<'r> {
    report: &'r Report,
    bold: bool,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// A paragraph whose lines after the first hang.
    fn paragraph(&mut self, text: &str) {
        for line in textwrap::wrap(text, textwrap::Options::new(WIDTH).subsequent_indent("  ")) {
            self.line(&line);
        }
    }

    /// A paragraph after a label in the margin.
    fn labelled(&mut self, label: &str, text: &str) {
        let first = format!("{INDENT}{label:<10}");
        let rest = " ".repeat(first.len());
        let options = textwrap::Options::new(WIDTH).initial_indent(&first).subsequent_indent(&rest);
        for line in textwrap::wrap(text, options.break_words(false)) {
            self.line(&line);
        }
    }

    fn strong(&self, text: &str) -> String {
        if self.bold { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// The short name of a role, an award or a credential; of anything else the id.
    fn name<'n>(&'n self, id: &'n str) -> &'n str {
        self.report.names.get(id).map_or(id, String::as_str)
    }

    fn names(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    fn money(&self, money: Option<crate::units::Money>) -> String {
        amount(money, self.report.graph.symbol)
    }

    fn date(&self, month: u32) -> String {
        CalendarMonth::parse(&self.report.settings.today)
            .map_or_else(String::new, |today| today.plus(month).words())
    }

    fn head(&mut self) {
        let report = self.report;
        let profile = &report.profile;
        for line in textwrap::wrap(&format!("Career pathways for {}", profile.region_title), WIDTH) {
            let title = self.strong(&line);
            self.line(&title);
        }
        let mut person = vec![profile.education.clone()];
        if !profile.holdings.is_empty() {
            person.push(format!("holds {}", self.names(&profile.holdings)));
        }
        person.push(match &profile.current {
            Some(role) => format!("works as {}", self.name(role)),
            None => "no job today".to_owned(),
        });
        person.push(format!("{} study hours a week beside a job", profile.study_hours_per_week));
        if profile.current.is_some() {
            let may = if profile.may_stop_working { "may" } else { "may not" };
            person.push(format!("{may} stop working"));
        }
        if profile.budget.is_some() {
            person.push(format!("at most {}", self.money(profile.budget)));
        }
        person.push(format!("at most {} months", profile.max_months));
        for line in textwrap::wrap(&person.join(" · "), WIDTH) {
            self.line(&line);
        }
        let years = report.settings.horizon_months / 12;
        let stay = match (&report.stay.title, report.stay.net_earnings) {
            (Some(title), net) => format!("{title}: {} over {years} years", self.money(net)),
            (None, _) => "no role is open to you today".to_owned(),
        };
        for line in textwrap::wrap(&format!("If you take no step: {stay}."), WIDTH) {
            self.line(&line);
        }
        if report.destinations.is_empty() {
            self.line("");
            self.line("No pathway was found.");
        }
    }

    fn pinned(&mut self, pinned: &Pinned) {
        self.line("");
        let title = self.strong(&format!("Pinned: {}", pinned.title));
        self.line(&title);
        self.indented(&pinned.pathway.line);
        self.labelled("Sums", &self.sums(&pinned.pathway));
        for step in &pinned.pathway.timeline {
            self.step(step);
        }
        self.pay(&pinned.pathway);
        self.labelled("Beside", &self.against(&pinned.pathway, &pinned.against));
    }

    /// What a choice costs beside the best without it.
    fn against(&self, path: &PathwayReport, against: &Against) -> String {
        if path.id == against.id {
            return "this is the best with or without your choices".to_owned();
        }
        let line = against.line.trim_start_matches("now ~ ");
        let mut told = Vec::new();
        match against.months {
            0 => {}
            months if months > 0 => told.push(format!("{} sooner", crate::units::months(months))),
            months => told.push(format!("{} later", crate::units::months(-months))),
        }
        match against.cost.cents() {
            0 => {}
            cents if cents > 0 => told.push(format!("{} cheaper", self.money(Some(against.cost)))),
            _ => told.push(format!("{} dearer", self.money(Some(-against.cost)))),
        }
        match against.net_earnings {
            None => told.push("its earnings cannot be compared".to_owned()),
            Some(net) if net.cents() > 0 => told.push(format!("earns {} more", self.money(Some(net)))),
            Some(net) if net.cents() < 0 => told.push(format!("earns {} less", self.money(Some(-net)))),
            Some(_) => {}
        }
        format!("the best without your choices is {line}: {} (score {:+.2})", told.join(", "), against.score)
    }

    fn indented(&mut self, line: &str) {
        let options = textwrap::Options::new(WIDTH).initial_indent(INDENT).subsequent_indent("      ");
        for line in textwrap::wrap(line, options) {
            self.line(&line);
        }
    }

    fn destination(&mut self, destination: &Destination) {
        let Some(best) = destination.pathways.first() else { return };
        self.line("");
        let title = self.strong(&destination.title);
        let score = format!("score {:.2}", best.score);
        let gap = WIDTH.saturating_sub(4 + destination.title.chars().count() + score.len()).max(1);
        self.line(&format!("{:>2}  {title}{}{score}", destination.rank, " ".repeat(gap)));
        self.indented(&best.line);
        self.labelled("Sums", &self.sums(best));
        for step in &best.timeline {
            self.step(step);
        }
        self.pay(best);
        let premia: Vec<String> = best.premia.iter().map(premium).collect();
        if !premia.is_empty() {
            self.labelled(
                "Premia",
                &format!("{}; the band allows for it, the middle does not", premia.join("; ")),
            );
        }
        if let Some(against) = &destination.against {
            self.labelled("Choices", &self.against(best, against));
        }
        self.labelled("Why", &why(destination, best));
        if !destination.prefers.is_empty() {
            self.labelled("Employers", &format!("prefer {}", destination.prefers.join("; ")));
        }
        if let Some(kept) = best.kept_if_stopped.iter().find(|kept| !kept.opens.is_empty()) {
            let opens = self.names(&kept.opens);
            let after = self.name(&kept.after).to_owned();
            self.labelled("Kept", &format!("if you stop after {after}, it still opens {opens}"));
        }
        if !best.unknown.is_empty() {
            self.labelled("Unknown", &best.unknown.join("; "));
        }
        self.labelled("Figures", &best.sources.join(", "));
        for other in &destination.pathways[1..] {
            let apart = other.apart.as_deref().unwrap_or_default();
            let line = other.line.trim_start_matches("now ~ ");
            self.labelled("Or", &format!("{apart}: {line} ({})", self.sums(other)));
        }
        let told: usize = destination.pathways.iter().map(|path| 1 + path.variants.len()).sum();
        let same = told - destination.pathways.len();
        let more = destination.pathways_in_all - told;
        let same = (same > 0).then(|| format!("{same} more with the same milestones"));
        let more = (more > 0).then(|| format!("{more} more that nothing beats: --alternatives N lists them"));
        let rest: Vec<String> = same.into_iter().chain(more).collect();
        if !rest.is_empty() {
            self.labelled("", &format!("and {}", rest.join(", ")));
        }
    }

    fn sums(&self, path: &PathwayReport) -> String {
        let cost = match (path.cost_known, self.money(Some(path.cost))) {
            (true, cost) => format!("costs {cost}"),
            (false, cost) => format!("costs {cost} and what is not known"),
        };
        let gain = match path.gain {
            Some(gain) if gain.cents() < 0 => format!("pays {} less than staying", self.money(Some(-gain))),
            Some(gain) => format!("pays {} more than staying", self.money(Some(gain))),
            None => "gain not known".to_owned(),
        };
        let rated = path.criteria.iter().any(|part| part.id == "chance" && part.known);
        let chance = match (rated, path.chance_complete) {
            (false, _) => "chance not known".to_owned(),
            (true, false) => format!("chance at most {:.2}", path.chance),
            (true, true) => format!("chance {:.2}", path.chance),
        };
        format!("{} months; {cost}; {gain}; {chance}", path.months)
    }

    fn step(&mut self, step: &StepReport) {
        let what = match (step.kind, step.mode) {
            ("enter", _) => format!("apply; start {} as {}", self.date(step.end_month), step.title),
            (_, "alongside") => format!("{}, beside your job, to {}", step.title, self.date(step.end_month)),
            _ => format!("{}, full time, to {}", step.title, self.date(step.end_month)),
        };
        let cost = match step.cost {
            Some(cost) if cost.cents() == 0 => String::new(),
            cost => format!(" · {}", self.money(cost)),
        };
        let because = match step.kind {
            "enter" if step.because == ["the target"] => String::new(),
            _ => format!(" · {}", step.because.join(", ")),
        };
        self.labelled(&self.date(step.start_month), &format!("{what}{cost}{because}"));
    }

    /// Pay in some years, with its band, beside staying.
    fn pay(&mut self, path: &PathwayReport) {
        let years: Vec<usize> = YEARS.into_iter().filter(|year| *year <= path.wages.len()).collect();
        let mut rows = [
            format!("{INDENT}{:<10}", "Year"),
            format!("{INDENT}{:<10}", "Pay"),
            format!("{INDENT}{:<10}", format!("{:.0} of 100", self.report.bands.held)),
            format!("{INDENT}{:<10}", "Staying"),
            format!("{INDENT}{:<10}", "Nominal"),
        ];
        for year in years {
            let (path, stay) = (path.wages.get(year - 1), self.report.stay.wages.get(year - 1));
            let nominal = path.and_then(|wage| wage.nominal.as_ref()).map(|nominal| self.money(nominal.mid));
            let cells = [
                year.to_string(),
                mid(path, self.report.graph.symbol),
                band(path),
                mid(stay, self.report.graph.symbol),
                nominal.unwrap_or_default(),
            ];
            for (row, cell) in rows.iter_mut().zip(cells) {
                write!(row, "{cell:<13}").expect("writing to memory");
            }
        }
        let part = rows.iter().any(|row| row.contains('*'));
        for row in rows.into_iter().filter(|row| row.trim_end() != format!("{INDENT}Nominal")) {
            self.line(&row);
        }
        if part {
            self.labelled("", "* part of the year");
        }
    }
}

fn premium(met: &PremiumReport) -> String {
    let range = if met.low < met.high {
        format!("{:.2} to {:.2}", met.low, met.high)
    } else {
        format!("{:.2}", met.value)
    };
    format!("pay with {} times {range} ({}, {})", met.what, met.basis.word(), met.period)
}

/// What the score is made of, greatest part first.
fn why(destination: &Destination, path: &PathwayReport) -> String {
    let mut parts: Vec<_> = path.criteria.iter().filter(|part| part.known && part.weight > 0.0).collect();
    parts.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
    let mut told: Vec<String> =
        parts.iter().map(|part| format!("{} {:+.2}", part.id, part.contribution)).collect();
    let unknown: Vec<&str> = path.criteria.iter().filter(|part| !part.known).map(|part| part.id).collect();
    if !unknown.is_empty() {
        told.push(format!("{} not known, weight shared out", unknown.join(" and ")));
    }
    if let Some(fit) = destination.fit {
        told.push(format!("you have {:.0} % of its skills today", fit * 100.0));
    }
    told.join(", ")
}
