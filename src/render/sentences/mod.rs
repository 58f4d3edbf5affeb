//! What a report says, sentence by sentence, whatever it is laid out as.

mod end;

pub(super) use end::blocked;

use super::amount;
use super::pay::{YEARS, band, mid};
use crate::report::{Against, Destination, PathwayReport, PremiumReport, Report, StepReport};
use crate::units::{CalendarMonth, Money};

/// A word for the margin, and what it is about.
pub(super) type Labelled = (String, String);

/// The sentences of a report.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentences<'r> {
    pub report: &'r Report,
}

impl<'r> Sentences<'r> {
    /// The short name of a role, an award or a credential; of anything else the id.
    fn name(self, id: &'r str) -> &'r str {
        self.report.names.get(id).map_or(id, String::as_str)
    }

    fn names(self, ids: &'r [String]) -> String {
        ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    fn money(self, money: Option<Money>) -> String {
        amount(money, self.report.graph.symbol)
    }

    fn date(self, month: u32) -> String {
        CalendarMonth::parse(&self.report.settings.today)
            .map_or_else(String::new, |today| today.plus(month).words())
    }

    /// What the report is about.
    pub fn title(self) -> String {
        format!("Career pathways for {}", self.report.profile.region_title)
    }

    /// The person as the profile tells, and their limits.
    pub fn person(self) -> String {
        let profile = &self.report.profile;
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
        person.join(" · ")
    }

    /// What comes of taking no step.
    pub fn staying(self) -> String {
        let years = self.report.settings.horizon_months / 12;
        let stay = match (&self.report.stay.title, self.report.stay.net_earnings) {
            (Some(title), net) => format!("{title}: {} over {years} years", self.money(net)),
            (None, _) => "no role is open to you today".to_owned(),
        };
        format!("If you take no step: {stay}.")
    }

    /// What a choice costs beside the best without it.
    pub fn against(self, path: &PathwayReport, against: &Against) -> String {
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

    fn sums(self, path: &PathwayReport) -> String {
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

    /// A pathway's sums, then each step under the month in which it starts.
    pub fn steps(self, path: &PathwayReport) -> Vec<Labelled> {
        let sums = ("Sums".to_owned(), self.sums(path));
        let steps = path.timeline.iter().map(|step| (self.date(step.start_month), self.step(step)));
        [sums].into_iter().chain(steps).collect()
    }

    fn step(self, step: &StepReport) -> String {
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
        format!("{what}{cost}{because}")
    }

    /// Pay in some years with its band, beside staying: a row of years, then rows of what is paid in them.
    pub fn pay(self, path: &PathwayReport) -> Vec<(String, Vec<String>)> {
        let symbol = self.report.graph.symbol;
        let years: Vec<usize> = YEARS.into_iter().filter(|year| *year <= path.wages.len()).collect();
        let row = |label: &str, cell: &dyn Fn(usize) -> String| {
            (label.to_owned(), years.iter().map(|year| cell(*year - 1)).collect::<Vec<String>>())
        };
        let nominal = |year: usize| {
            let told = path.wages.get(year).and_then(|wage| wage.nominal.as_ref());
            told.map(|nominal| self.money(nominal.mid)).unwrap_or_default()
        };
        let held = format!("{:.0} of 100", self.report.bands.held);
        let rows = [
            row("Year", &|year| (year + 1).to_string()),
            row("Pay", &|year| mid(path.wages.get(year), symbol)),
            row(&held, &|year| band(path.wages.get(year))),
            row("Staying", &|year| mid(self.report.stay.wages.get(year), symbol)),
            row("Nominal", &nominal),
        ];
        rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect()
    }

    /// What a destination's best pathway is worth knowing for, and its alternatives.
    pub fn reasons(self, destination: &'r Destination, best: &'r PathwayReport) -> Vec<Labelled> {
        let mut told: Vec<(&str, String)> = Vec::new();
        let premia: Vec<String> = best.premia.iter().map(premium).collect();
        if !premia.is_empty() {
            let premia = format!("{}; the band allows for it, the middle does not", premia.join("; "));
            told.push(("Premia", premia));
        }
        if let Some(against) = &destination.against {
            told.push(("Choices", self.against(best, against)));
        }
        told.push(("Why", why(destination, best)));
        if !destination.prefers.is_empty() {
            told.push(("Employers", format!("prefer {}", destination.prefers.join("; "))));
        }
        if let Some(kept) = best.kept_if_stopped.iter().find(|kept| !kept.opens.is_empty()) {
            let (after, opens) = (self.name(&kept.after), self.names(&kept.opens));
            told.push(("Kept", format!("if you stop after {after}, it still opens {opens}")));
        }
        if !best.unknown.is_empty() {
            told.push(("Unknown", best.unknown.join("; ")));
        }
        told.push(("Figures", best.sources.join(", ")));
        for other in &destination.pathways[1..] {
            let apart = other.apart.as_deref().unwrap_or_default();
            let line = other.line.trim_start_matches("now ~ ");
            told.push(("Or", format!("{apart}: {line} ({})", self.sums(other))));
        }
        let listed: usize = destination.pathways.iter().map(|path| 1 + path.variants.len()).sum();
        let same = listed - destination.pathways.len();
        let more = destination.pathways_in_all - listed;
        let same = (same > 0).then(|| format!("{same} more with the same milestones"));
        let more = (more > 0).then(|| format!("{more} more that nothing beats: --alternatives N lists them"));
        let rest: Vec<String> = same.into_iter().chain(more).collect();
        if !rest.is_empty() {
            told.push(("", format!("and {}", rest.join(", "))));
        }
        told.into_iter().map(|(label, text)| (label.to_owned(), text)).collect()
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
