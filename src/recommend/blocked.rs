//! A role that cannot be reached, for a report.

use super::Desk;
use crate::graph::{HoldingIx, RegionIx, RoleIx};
use crate::report::{BarReport, BlockedRole, OpeningReport, ReasonReport, WayReport};
use crate::search::{Bar, Limit, Opening, Openings, Reason, Way, openings, reasons};
use crate::units::Money;

/// How many regions are named in words.
const NAMED: usize = 3;

impl Desk<'_> {
    /// Tells why a role is shut; `by_choices` where it would be open without them.
    pub(super) fn blocked(&self, role: RoleIx, by_choices: bool) -> BlockedRole {
        let (graph, voice, rules) = (self.graph, self.voice(), self.settings.rules());
        let reason = reasons(graph, self.profile, &self.limits, role);
        let found = if by_choices {
            Openings::default()
        } else {
            openings(graph, self.profile, self.pay, rules, &self.settings.choices, role)
        };
        let unmet = crate::eligibility::unmet(&graph.roles[role.at()].entry.value, &self.today);
        BlockedRole {
            role: graph.roles[role.at()].names.id.clone(),
            title: voice.role_title(role).to_owned(),
            by_choices,
            lacks: unmet
                .iter()
                .map(|unmet| voice.say("lacks-today", [("what", voice.unmet(&unmet.besides(role)).into())]))
                .collect(),
            reasons: self.reason(&reason, role),
            openings: found.single.iter().map(|opening| self.opening(opening)).collect(),
            pairs: found
                .pairs
                .iter()
                .map(|pair| pair.each_ref().map(|opening| self.opening(opening)))
                .collect(),
            unsettled: found.unsettled.iter().map(|limit| limit_id(*limit)).collect(),
            only_by_size: found.only_by_size,
        }
    }

    /// Why a step is shut, on the way to a role.
    fn reason(&self, reason: &Reason, role: RoleIx) -> ReasonReport {
        let each = |parts: &[Reason]| parts.iter().map(|part| self.reason(part, role)).collect();
        match reason {
            Reason::All(parts) => ReasonReport::All { of: each(parts) },
            Reason::Any(parts) => ReasonReport::Any { of: each(parts) },
            Reason::More(n, parts) => ReasonReport::More { n: *n, of: each(parts) },
            Reason::Lacks(unmet, ways) => ReasonReport::Lacks {
                what: self.voice().unmet(&unmet.besides(role)),
                ways: ways.iter().map(|way| self.way(way, role)).collect(),
            },
            Reason::Late(month) => ReasonReport::Late { month: *month },
            Reason::Together => ReasonReport::Together,
        }
    }

    fn way(&self, way: &Way, role: RoleIx) -> WayReport {
        let names = self.graph.names(way.node);
        WayReport {
            node: names.id.clone(),
            name: self.voice().short(names).to_owned(),
            bars: way.bars.iter().map(|bar| self.bar(*bar)).collect(),
            asks: way.asks.as_ref().map(|asks| self.reason(asks, role)),
            only_prepared: way.only_prepared,
        }
    }

    fn bar(&self, bar: Bar) -> BarReport {
        let (voice, limits) = (self.voice(), &self.limits);
        let told = |kind, needs, has, words: String| BarReport { kind, needs, has, words };
        match bar {
            Bar::NotOffered => told("not_offered", None, None, voice.word("bar-not-offered")),
            Bar::Budget(cost) => {
                let budget = limits.budget.unwrap_or(Money::ZERO);
                let amounts = [("cost", voice.money(cost).into()), ("budget", voice.money(budget).into())];
                let words = voice.say("bar-budget", amounts);
                told("budget", Some(cost.units()), Some(budget.units()), words)
            }
            Bar::Months(months) => {
                let words =
                    voice.say("bar-months", [("month", months.into()), ("months", limits.max_months.into())]);
                told("months", Some(f64::from(months)), Some(f64::from(limits.max_months)), words)
            }
            Bar::KeepsJob => {
                told("keeps_job", None, Some(f64::from(limits.study_hours)), voice.word("bar-keeps-job"))
            }
        }
    }

    fn opening(&self, opening: &Opening) -> OpeningReport {
        let (graph, voice) = (self.graph, self.voice());
        let told = |kind, change: String, value| OpeningReport { kind, change, value, ids: Vec::new() };
        match opening {
            Opening::StudyHours(hours) => {
                let change = voice.say("opens-hours", [("n", (*hours).into())]);
                told("study_hours", change, Some(f64::from(*hours)))
            }
            Opening::MayStopWorking => told("may_stop_working", voice.word("opens-stop"), None),
            Opening::Months(months) => {
                let change = voice.language.months(i64::from(*months));
                let change = voice.say("opens-months", [("months", change.into())]);
                told("months", change, Some(f64::from(*months)))
            }
            Opening::Budget(budget) => {
                let more = *budget - self.profile.budget.unwrap_or(Money::ZERO);
                let amounts = [("budget", voice.money(*budget).into()), ("more", voice.money(more).into())];
                let change = voice.say("opens-budget", amounts);
                told("budget", change, Some(budget.units()))
            }
            Opening::Elsewhere => told("delivery", voice.word("opens-elsewhere"), None),
            Opening::Region(regions) => {
                let id = |at: &RegionIx| graph.regions.get(*at).id.clone();
                OpeningReport {
                    ids: regions.iter().map(id).collect(),
                    ..told("region", self.living_in(regions), None)
                }
            }
            Opening::Skill(skill, level) => OpeningReport {
                ids: vec![graph.skills[skill.at()].names.id.clone()],
                ..told("skill", voice.skill(*skill, *level), Some(f64::from(*level)))
            },
            Opening::Holding(holding) => OpeningReport {
                ids: vec![self.holding_id(*holding)],
                ..told(
                    "holding",
                    voice.say("opens-having", [("holding", voice.holding(*holding).into())]),
                    None,
                )
            },
        }
    }

    fn living_in(&self, regions: &[RegionIx]) -> String {
        let voice = self.voice();
        let titles: Vec<&str> = regions.iter().take(NAMED).map(|at| voice.region(*at)).collect();
        let named = ("places", voice.language.list(&titles).into());
        match regions.len().saturating_sub(NAMED) {
            0 => voice.say("opens-living", [named]),
            more => voice.say("opens-living-more", [named, ("n", more.into())]),
        }
    }

    fn holding_id(&self, holding: HoldingIx) -> String {
        self.graph.holding(holding).names().id.clone()
    }
}

/// The kind of opening that lifting a limit is.
const fn limit_id(limit: Limit) -> &'static str {
    match limit {
        Limit::StudyHours => "study_hours",
        Limit::MayStopWorking => "may_stop_working",
        Limit::Months => "months",
        Limit::Budget => "budget",
        Limit::Elsewhere => "delivery",
    }
}
