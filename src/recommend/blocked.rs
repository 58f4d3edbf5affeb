//! A role that cannot be reached, for a report.

use super::Desk;
use crate::graph::{HoldingIx, RegionIx, RoleIx};
use crate::report::{BarReport, BlockedRole, OpeningReport, ReasonReport, WayReport};
use crate::search::{Bar, Limits, Opening, Openings, Reason, Way, openings, reasons};
use crate::units::Money;

/// How many regions are named in words.
const NAMED: usize = 3;

impl Desk<'_> {
    /// Tells why a role is shut; `by_choices` where it would be open without them.
    pub(super) fn blocked(&self, role: RoleIx, by_choices: bool) -> BlockedRole {
        let (graph, rules) = (self.graph, self.settings.rules());
        let limits = Limits::of(self.profile, &rules);
        let reason = reasons(graph, self.profile, &limits, role);
        let found = if by_choices {
            Openings::default()
        } else {
            openings(graph, self.profile, self.pay, rules, &self.settings.choices, role)
        };
        let unmet = crate::eligibility::unmet(&graph.roles[role.at()].entry.value, &self.today);
        BlockedRole {
            role: graph.roles[role.at()].names.id.clone(),
            title: graph.roles[role.at()].names.title.clone(),
            by_choices,
            lacks: unmet.iter().map(|unmet| format!("today you lack {}", unmet.told(graph))).collect(),
            reasons: self.reason(&reason, &limits),
            openings: found.single.iter().map(|opening| self.opening(opening)).collect(),
            pairs: found
                .pairs
                .iter()
                .map(|pair| pair.each_ref().map(|opening| self.opening(opening)))
                .collect(),
        }
    }

    fn reason(&self, reason: &Reason, limits: &Limits) -> ReasonReport {
        let each = |parts: &[Reason]| parts.iter().map(|part| self.reason(part, limits)).collect();
        match reason {
            Reason::All(parts) => ReasonReport::All { of: each(parts) },
            Reason::Any(parts) => ReasonReport::Any { of: each(parts) },
            Reason::More(n, parts) => ReasonReport::More { n: *n, of: each(parts) },
            Reason::Lacks(unmet, ways) => ReasonReport::Lacks {
                what: unmet.told(self.graph).to_string(),
                ways: ways.iter().map(|way| self.way(way, limits)).collect(),
            },
            Reason::Late(month) => ReasonReport::Late { month: *month },
            Reason::Together => ReasonReport::Together,
        }
    }

    fn way(&self, way: &Way, limits: &Limits) -> WayReport {
        let names = self.graph.names(way.node);
        WayReport {
            node: names.id.clone(),
            name: names.short.clone(),
            bars: way.bars.iter().map(|bar| self.bar(*bar, limits)).collect(),
            asks: way.asks.as_ref().map(|asks| self.reason(asks, limits)),
        }
    }

    fn bar(&self, bar: Bar, limits: &Limits) -> BarReport {
        let symbol = self.graph.currency.symbol();
        let told = |kind, needs, has, words: String| BarReport { kind, needs, has, words };
        match bar {
            Bar::NotOffered => told("not_offered", None, None, "not taught where you live".to_owned()),
            Bar::Budget(cost) => {
                let budget = limits.budget.unwrap_or(Money::ZERO);
                let words =
                    format!("costs {}, your budget is {}", cost.rounded(symbol), budget.rounded(symbol));
                told("budget", Some(cost.units()), Some(budget.units()), words)
            }
            Bar::Months(months) => {
                let words = format!("not before month {months}, you have {}", limits.max_months);
                told("months", Some(f64::from(months)), Some(f64::from(limits.max_months)), words)
            }
            Bar::KeepsJob => {
                let words = "cannot be done beside a job with your hours, and you may not stop working";
                told("keeps_job", None, Some(f64::from(limits.study_hours)), words.to_owned())
            }
        }
    }

    fn opening(&self, opening: &Opening) -> OpeningReport {
        let (graph, symbol) = (self.graph, self.graph.currency.symbol());
        let told = |kind, change: String, value| OpeningReport { kind, change, value, ids: Vec::new() };
        match opening {
            Opening::StudyHours(hours) => {
                let change = format!("{hours} study hours a week beside a job");
                told("study_hours", change, Some(f64::from(*hours)))
            }
            Opening::MayStopWorking => {
                told("may_stop_working", "being free to stop working to study".to_owned(), None)
            }
            Opening::Months(months) => {
                told("months", format!("{months} months to get there"), Some(f64::from(*months)))
            }
            Opening::Budget(budget) => {
                let more = *budget - self.profile.budget.unwrap_or(Money::ZERO);
                let change =
                    format!("a budget of {} ({} more)", budget.rounded(symbol), more.rounded(symbol));
                told("budget", change, Some(budget.units()))
            }
            Opening::Elsewhere => {
                let change = "studying where the campus is, or the same program online".to_owned();
                told("delivery", change, None)
            }
            Opening::Region(regions) => {
                let id = |at: &RegionIx| graph.regions.get(*at).id.clone();
                OpeningReport {
                    ids: regions.iter().map(id).collect(),
                    ..told("region", self.living_in(regions), None)
                }
            }
            Opening::Skill(skill, level) => {
                let names = &graph.skills[skill.at()].names;
                let change = format!("{} at level {level}", names.title);
                OpeningReport {
                    ids: vec![names.id.clone()],
                    ..told("skill", change, Some(f64::from(*level)))
                }
            }
            Opening::Holding(holding) => OpeningReport {
                ids: vec![self.holding_id(*holding)],
                ..told("holding", format!("having {}", graph.holding(*holding).names().short), None)
            },
        }
    }

    fn living_in(&self, regions: &[RegionIx]) -> String {
        let titles = regions.iter().take(NAMED).map(|at| self.graph.regions.get(*at).title.as_str());
        let named = titles.collect::<Vec<_>>().join(", ");
        let more = regions.len().saturating_sub(NAMED);
        if more > 0 {
            format!("living in {named} or one of {more} more")
        } else {
            format!("living in {named}")
        }
    }

    fn holding_id(&self, holding: HoldingIx) -> String {
        self.graph.holding(holding).names().id.clone()
    }
}
