//! What a report says, sentence by sentence, whatever it is laid out as.

mod end;
mod moves;
mod person;
mod schools;

pub(super) use end::blocked;

use super::cells;
use super::pay::{Paid, years};
use crate::report::{
    Against, CompetitionReport, Destination, Part, PathwayReport, PremiumReport, Report, StepReport, Warning,
};
use crate::units::{CalendarMonth, Money};
use crate::words::{Filled, Language};

/// A word for the margin, and what it is about.
pub(super) type Labelled = (String, String);

/// The sentences of a report.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentences<'r> {
    pub report: &'r Report,
    pub language: Language,
    /// Whether it is a page, on which nobody can ask for more.
    pub on_page: bool,
}

impl<'r> Sentences<'r> {
    pub const fn of(report: &'r Report) -> Self {
        Self { report, language: report.settings.language, on_page: false }
    }

    /// The sentences of a report on a page.
    pub const fn on_page(report: &'r Report) -> Self {
        Self { on_page: true, ..Self::of(report) }
    }

    pub fn say<'a>(self, key: &str, filled: impl IntoIterator<Item = Filled<'a>>) -> String {
        self.language.say(key, filled)
    }

    pub fn word(self, key: &str) -> String {
        self.language.word(key)
    }

    /// The short name of a role, an award or a credential; of anything else the id.
    pub fn name(self, id: &'r str) -> &'r str {
        self.report.names.get(id).map_or(id, String::as_str)
    }

    fn names(self, ids: &'r [String]) -> String {
        self.language.list(&ids.iter().map(|id| self.name(id)).collect::<Vec<_>>())
    }

    pub fn money(self, money: Option<Money>) -> String {
        self.language.money(money, self.report.graph.currency)
    }

    /// A message about an amount.
    fn amount(self, key: &str, money: Money) -> String {
        self.say(key, [("money", self.money(Some(money)).into())])
    }

    pub fn date(self, month: u32) -> String {
        CalendarMonth::parse(&self.report.settings.today)
            .map_or_else(String::new, |today| self.language.month(today.plus(month)))
    }

    /// What the report is about.
    pub fn title(self) -> String {
        self.say("title", [("region", self.report.profile.region_title.as_str().into())])
    }

    /// What comes of taking no step.
    pub fn staying(self) -> String {
        let years = self.report.settings.horizon_months / 12;
        let held = !self.report.stay.is_start;
        let stay = match &self.report.stay.title {
            Some(title) => self.say(
                if held { "staying-role" } else { "staying-open" },
                [
                    ("title", title.as_str().into()),
                    ("money", self.money(self.report.stay.net_earnings).into()),
                    ("years", years.into()),
                ],
            ),
            None => self.word("staying-none"),
        };
        self.say("staying", [("stay", stay.into())])
    }

    /// What a choice costs beside the best without it.
    pub fn against(self, path: &PathwayReport, against: &Against) -> String {
        if path.id == against.id {
            return self.word("best-anyway");
        }
        let mut told = Vec::new();
        let months = |key, months: i64| self.say(key, [("months", self.language.months(months).into())]);
        match against.months {
            0 => {}
            less if less > 0 => told.push(months("sooner", less)),
            more => told.push(months("later", -more)),
        }
        match against.cost.cents() {
            0 => {}
            cents if cents > 0 => told.push(self.amount("cheaper", against.cost)),
            _ => told.push(self.amount("dearer", -against.cost)),
        }
        match against.net_earnings {
            None => told.push(self.word("not-comparable")),
            Some(net) if net.cents() > 0 => told.push(self.amount("earns-more", net)),
            Some(net) if net.cents() < 0 => told.push(self.amount("earns-less", -net)),
            Some(_) => {}
        }
        let filled = [
            ("line", cells::line(&against.line, self.language).into()),
            ("how", self.language.list(&told).into()),
            ("score", self.language.signed(against.score, 2).into()),
        ];
        self.say("best-without", filled)
    }

    /// What a pathway costs.
    pub fn cost(self, path: &PathwayReport) -> String {
        self.amount("costs", path.cost)
    }

    /// What a pathway pays over staying, on average and if it is finished.
    pub fn gain(self, path: &PathwayReport) -> String {
        let Some(gain) = path.expected_gain else { return self.word("gain-not-known") };
        let over = |gain: Money, more: &str, less: &str| {
            if gain < Money::ZERO { self.amount(less, -gain) } else { self.amount(more, gain) }
        };
        let average = over(
            gain,
            self.beside("pays-more", "pays-more-start"),
            self.beside("pays-less", "pays-less-start"),
        );
        match path.gain_if_finished.filter(|finished| *finished != gain) {
            None => average,
            Some(finished) => {
                let finished = over(finished, "gain-more", "gain-less");
                self.say("if-finished", [("average", average.into()), ("finished", finished.into())])
            }
        }
    }

    /// The message that sets something beside staying, for those without a job beside starting now.
    const fn beside(self, staying: &'static str, starting: &'static str) -> &'static str {
        if self.report.stay.is_start { starting } else { staying }
    }

    /// The chance that every step comes about.
    pub fn chance(self, path: &PathwayReport) -> String {
        if path.chance >= 1.0 {
            return self.word("chance-sure");
        }
        // where nothing is studied, it is being chosen that may fail
        let posts_alone = path.timeline.iter().all(|step| step.kind == "enter");
        let key = if posts_alone { "chance-chosen" } else { "chance-is" };
        self.say(key, [("percent", self.percent(path.chance).into())])
    }

    /// A share in percent.
    pub fn percent(self, share: f64) -> String {
        self.language.decimal(100.0 * share, 0)
    }

    pub fn sums(self, path: &PathwayReport) -> String {
        let filled = [
            ("months", self.language.months(path.months.into()).into()),
            ("cost", self.cost(path).into()),
            ("gain", self.gain(path).into()),
            ("chance", self.chance(path).into()),
        ];
        self.say("sums", filled)
    }

    /// Whether no pathway was found at all.
    pub fn is_nothing(self) -> bool {
        self.report.destinations.is_empty() && self.report.folded.is_none()
    }

    /// The row of staying with its score.
    pub fn stay_scored(self) -> String {
        let score = self.language.decimal(self.report.stay.score, 2);
        format!("{} ({})", self.stay_row(), self.say("score", [("score", score.into())]))
    }

    /// The row of staying.
    pub fn stay_row(self) -> String {
        let stay = &self.report.stay;
        match &stay.title {
            None => self.word("stay-row-none"),
            Some(title) if stay.is_start => {
                let months = self.language.months(stay.months.into());
                self.say("start-row", [("title", title.as_str().into()), ("months", months.into())])
            }
            Some(title) => self.say("stay-row", [("title", title.as_str().into())]),
        }
    }

    /// The part in which a destination is told.
    pub fn part_of(self, at: usize) -> String {
        let found = &self.report.destinations[at];
        self.word(match (found.wanted, found.part) {
            (true, Part::Next) => "part-wanted-next",
            (true, Part::Unknown) => "part-wanted-unknown",
            (true, Part::Goal | Part::BelowStaying) => "part-wanted-goal",
            (false, Part::Next) => "part-next",
            (false, Part::Goal) => "part-goal",
            (false, Part::BelowStaying) => self.beside("part-below_staying", "part-below_staying-start"),
            (false, Part::Unknown) => "part-unknown",
        })
    }

    /// The heading over a destination, where it is the first of its part.
    pub fn part(self, at: usize) -> Option<String> {
        let part = self.part_of(at);
        (at == 0 || self.part_of(at - 1) != part).then_some(part)
    }

    /// What pays far less than staying, in a line.
    pub fn folded(self) -> Option<String> {
        let folded = self.report.folded.as_ref()?;
        let least: Vec<String> = folded
            .least
            .iter()
            .map(|one| {
                let filled = [
                    ("title", one.title.as_str().into()),
                    ("months", self.language.months(one.months.into()).into()),
                    ("step", self.name(&one.first_step).into()),
                    ("money", self.money(Some(one.loss)).into()),
                ];
                let key = if one.first_step == one.role { "folded-one-step" } else { "folded-one" };
                self.say(key, filled)
            })
            .collect();
        let filled = [("n", folded.count.into()), ("percent", self.percent(folded.share).into())];
        Some(if least.is_empty() {
            self.say(self.beside("folded", "folded-start"), filled)
        } else {
            let least = self.language.clauses(&least).into();
            self.say(
                self.beside("folded-least", "folded-least-start"),
                filled.into_iter().chain([("least", least)]),
            )
        })
    }

    /// A number of posts or people, whole from ten on.
    fn count(self, number: f64) -> String {
        self.language.decimal(number, usize::from(number < 10.0))
    }

    /// Openings and graduates a year.
    pub fn competition(self, told: &CompetitionReport) -> Option<String> {
        let a_year = told.openings_a_year?;
        let filled = [
            ("n", self.count(a_year).into()),
            ("region", told.region_title.as_str().into()),
            ("occupation", told.occupation.as_str().into()),
        ];
        let openings = match told.field_share {
            None => self.say("openings", filled),
            Some(share) => {
                let percent = [("percent", self.percent(share).into())];
                self.say("openings-share", filled.into_iter().chain(percent))
            }
        };
        Some(match told.graduates_a_year.filter(|_| a_year > 0.0) {
            None => openings,
            Some(graduates) => {
                let (n, each) = (self.count(graduates), self.language.decimal(graduates / a_year, 1));
                let filled = [("openings", openings.into()), ("n", n.into()), ("each", each.into())];
                let key = if graduates == 0.0 { "openings-no-graduates" } else { "openings-graduates" };
                self.say(key, filled)
            }
        })
    }

    /// That few posts open, where a step warns of it at the target.
    pub fn few_openings(self, found: &Destination) -> Option<String> {
        let last = found.pathways.first()?.timeline.iter().find(|step| step.node == found.role)?;
        last.warnings.iter().find_map(|warning| match warning {
            Warning::FewOpenings { openings_a_year, region } => {
                let n = self.count(*openings_a_year);
                Some(self.say("few-openings", [("n", n.into()), ("region", region.as_str().into())]))
            }
            _ => None,
        })
    }

    /// What is warned of at a step.
    pub fn warning(self, warning: &Warning) -> String {
        match warning {
            Warning::Prefers { what } => self.say("warn-prefers", [("what", what.as_str().into())]),
            Warning::LowReadiness { readiness, on_the_job } => {
                let key = if *on_the_job { "warn-learned" } else { "warn-low_readiness" };
                self.say(key, [("percent", self.percent(*readiness).into())])
            }
            Warning::FewOpenings { openings_a_year, region } => {
                let n = self.count(*openings_a_year);
                self.say("warn-few_openings", [("n", n.into()), ("region", region.as_str().into())])
            }
            Warning::HeavyHours { hours_a_week } => {
                self.say("warn-heavy_hours", [("n", self.language.decimal(*hours_a_week, 0).into())])
            }
            Warning::BesideJob { hours_a_week } => {
                self.say("warn-beside_job", [("n", self.language.decimal(*hours_a_week, 0).into())])
            }
        }
    }

    /// A pathway's sums, then each step under the month in which it starts.
    pub fn steps(self, path: &PathwayReport) -> Vec<Labelled> {
        let sums = (self.word("label-sums"), self.sums(path));
        let steps = path.timeline.iter().map(|step| (self.date(step.start_month), self.step(step)));
        [sums].into_iter().chain(steps).chain(self.schools(path)).collect()
    }

    /// A step: what is done until when, what it costs, what it is for.
    pub fn step(self, step: &StepReport) -> String {
        let mut told = vec![self.done(step)];
        if step.cost != Money::ZERO {
            told.push(self.money(Some(step.cost)));
        }
        let target = [self.word("the-target")];
        if step.kind != "enter" || step.because != target {
            told.push(self.language.list(&step.because));
        }
        if let Some(chance) = step.chance.filter(|_| step.kind == "enter") {
            told.push(self.say("step-offered", [("percent", self.percent(chance).into())]));
        }
        told.extend(step.warnings.iter().map(|warning| self.warning(warning)));
        told.join(" · ")
    }

    /// What is done in a step, and until when.
    pub fn done(self, step: &StepReport) -> String {
        let key = match (step.kind, step.mode) {
            ("enter", _) => "step-enter",
            (_, "alongside") => "step-alongside",
            _ => "step-full-time",
        };
        self.say(key, [("title", step.title.as_str().into()), ("date", self.date(step.end_month).into())])
    }

    /// How pay is written here.
    pub const fn paid(self) -> Paid {
        Paid { language: self.language, currency: self.report.graph.currency }
    }

    /// What of 100 people the bands held.
    pub fn held(self) -> String {
        self.say("label-held", [("held", self.language.decimal(self.report.bands.held, 0).into())])
    }

    /// Pay in as many years as there are columns, with its band, beside staying: a row of years, then rows of what is paid
    /// in them.
    pub fn pay(self, path: &PathwayReport, columns: usize) -> Vec<(String, Vec<String>)> {
        let paid = self.paid();
        let years = years(path.wages.len(), columns);
        let row = |label: String, cell: &dyn Fn(usize) -> String| {
            (label, years.iter().map(|year| cell(*year - 1)).collect::<Vec<String>>())
        };
        let nominal = |year: usize| {
            let told = path.wages.get(year).and_then(|wage| wage.nominal.as_ref());
            told.map(|nominal| self.money(nominal.mid)).unwrap_or_default()
        };
        let rows = [
            row(self.word("label-year"), &|year| (year + 1).to_string()),
            row(self.word("label-pay"), &|year| paid.mid(path.wages.get(year))),
            row(self.held(), &|year| paid.band(path.wages.get(year))),
            row(self.word("label-staying"), &|year| paid.mid(self.report.stay.wages.get(year))),
            row(self.word("label-nominal"), &nominal),
        ];
        rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect()
    }

    /// What a destination's best pathway is worth knowing for, and its alternatives.
    pub fn reasons(self, destination: &'r Destination, best: &'r PathwayReport) -> Vec<Labelled> {
        let mut told: Vec<(&str, String)> = Vec::new();
        let premia: Vec<String> = best.premia.iter().map(|met| self.premium(met)).collect();
        if !premia.is_empty() {
            let premia = self.language.clauses(&premia);
            told.push(("label-premia", self.say("premia", [("premia", premia.into())])));
        }
        if let Some(openings) = destination.competition.as_ref().and_then(|told| self.competition(told)) {
            told.push(("label-openings", openings));
        }
        if let Some(others) = &best.move_of_others {
            told.push(("label-moves", self.move_of_others(others)));
        }
        if let Some(against) = &destination.against {
            told.push(("label-choices", self.against(best, against)));
        }
        told.push(("label-why", self.why(destination, best)));
        if !destination.prefers.is_empty() {
            let what = self.language.clauses(&destination.prefers);
            told.push(("label-employers", self.say("prefer", [("what", what.into())])));
        }
        if let Some(kept) = best.kept_if_stopped.iter().find(|kept| !kept.opens.is_empty()) {
            let filled =
                [("after", self.name(&kept.after).into()), ("opens", self.names(&kept.opens).into())];
            told.push(("label-kept", self.say("kept", filled)));
        }
        if !best.unknown.is_empty() {
            told.push(("label-unknown", self.language.clauses(&best.unknown)));
        }
        told.push(("label-figures", self.language.list(&best.sources)));
        for other in &destination.pathways[1..] {
            let apart = other.apart.as_deref().unwrap_or_default();
            let filled = [
                ("apart", apart.into()),
                ("line", cells::line(&other.line, self.language).into()),
                ("sums", self.sums(other).into()),
            ];
            told.push(("label-or", self.say("or-else", filled)));
        }
        let mut told: Vec<Labelled> =
            told.into_iter().map(|(label, text)| (self.word(label), text)).collect();
        told.extend(self.rest(destination).map(|rest| (String::new(), rest)));
        told
    }

    /// How many pathways of a destination are not listed.
    fn rest(self, destination: &Destination) -> Option<String> {
        let more_key = if self.on_page { "page-more-unbeaten" } else { "more-unbeaten" };
        let listed: usize = destination.pathways.iter().map(|path| 1 + path.variants.len()).sum();
        let same = listed - destination.pathways.len();
        let more = destination.pathways_in_all - listed;
        let told = |key: &str, n: usize| (n > 0).then(|| self.say(key, [("n", n.into())]));
        let rest = [told("same-milestones", same), told(more_key, more)];
        let rest: Vec<String> = rest.into_iter().flatten().collect();
        (!rest.is_empty()).then(|| self.say("and-also", [("what", self.language.list(&rest).into())]))
    }

    fn premium(self, met: &PremiumReport) -> String {
        let number = |value: f64| self.language.decimal(value, 2);
        let range = if met.low < met.high {
            self.say("range", [("low", number(met.low).into()), ("high", number(met.high).into())])
        } else {
            number(met.value)
        };
        let filled = [
            ("what", met.what.as_str().into()),
            ("range", range.into()),
            ("basis", self.word(&format!("basis-{}", met.basis.word())).into()),
            ("period", met.period.as_str().into()),
        ];
        self.say("premium", filled)
    }

    /// What the score is made of, greatest part first.
    pub fn why(self, destination: &Destination, path: &PathwayReport) -> String {
        let criterion = |id: &str| self.word(&format!("criterion-{id}"));
        let mut parts: Vec<_> = path.criteria.iter().filter(|part| part.known && part.weight > 0.0).collect();
        parts.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
        let signed = |value| self.language.signed(value, 2);
        let mut told: Vec<String> = parts
            .iter()
            .map(|part| format!("{} {}", criterion(part.id), signed(part.contribution)))
            .collect();
        let unknown: Vec<String> =
            path.criteria.iter().filter(|part| !part.known).map(|part| criterion(part.id)).collect();
        if !unknown.is_empty() {
            let criteria = self.language.all(&unknown);
            told.push(self.say("weight-shared", [("criteria", criteria.into())]));
        }
        if let Some(fit) = destination.fit {
            let percent = self.language.decimal(fit * 100.0, 0);
            told.push(self.say("fit-today", [("percent", percent.into())]));
        }
        self.language.list(&told)
    }
}
