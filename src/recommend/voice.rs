//! Requirements, steps and amounts in the words of a language and the names of a graph.

use crate::eligibility::Unmet;
use crate::graph::{Graph, HoldingIx, Names, Node, RegionIx, Requirement, RoleIx, SkillIx, SkillLevels};
use crate::search::{Mode, Pathway, Step, Value};
use crate::units::{Education, Money};
use crate::words::{ARROW, Filled, Language};

/// A graph told in a language.
#[derive(Clone, Copy)]
pub struct Voice<'g> {
    pub graph: &'g Graph,
    pub language: Language,
}

impl<'g> Voice<'g> {
    pub fn say<'a>(self, key: &str, filled: impl IntoIterator<Item = Filled<'a>>) -> String {
        self.language.say(key, filled)
    }

    pub fn word(self, key: &str) -> String {
        self.language.word(key)
    }

    /// A text of the graph.
    pub fn said(self, text: &'g str) -> &'g str {
        self.graph.said(text, self.language)
    }

    pub fn title(self, names: &'g Names) -> &'g str {
        self.said(&names.title)
    }

    pub fn short(self, names: &'g Names) -> &'g str {
        self.said(&names.short)
    }

    /// The short name of a step.
    pub fn step(self, node: Node) -> &'g str {
        self.short(self.graph.names(node))
    }

    /// The short name of a role.
    pub fn role(self, role: RoleIx) -> &'g str {
        self.step(Node::Role(role))
    }

    /// The title of a role.
    pub fn role_title(self, role: RoleIx) -> &'g str {
        self.title(&self.graph.roles[role.at()].names)
    }

    pub fn holding(self, holding: HoldingIx) -> &'g str {
        self.short(self.graph.holding(holding).names())
    }

    pub fn region(self, region: RegionIx) -> &'g str {
        self.said(&self.graph.regions.get(region).title)
    }

    pub fn money(self, amount: Money) -> String {
        self.language.money(Some(amount), self.graph.currency)
    }

    pub fn education(self, level: Education) -> String {
        self.word(&format!("education-{}", level.key()))
    }

    pub fn skill(self, skill: SkillIx, level: u8) -> String {
        let skill = self.title(&self.graph.skills[skill.at()].names);
        self.say("skill-level", [("skill", skill.into()), ("level", level.into())])
    }

    fn any_of(self, roles: &[RoleIx]) -> String {
        let names: Vec<&str> = roles.iter().map(|role| self.role(*role)).collect();
        self.language.linked(&names, "or")
    }

    /// A requirement in full.
    pub fn requirement(self, requirement: &Requirement) -> String {
        let each = |parts: &[Requirement]| -> Vec<String> {
            let told = parts.iter().map(|part| {
                let words = self.requirement(part);
                if part.parts().len() > 1 { format!("({words})") } else { words }
            });
            told.collect()
        };
        match requirement {
            Requirement::All(parts) if parts.is_empty() => self.word("nothing"),
            Requirement::All(parts) => self.language.linked(&each(parts), "and"),
            Requirement::Any(parts) => self.language.linked(&each(parts), "or"),
            Requirement::AtLeast { n, of } => {
                let parts = self.language.list(&each(of));
                self.say("some-of", [("n", (*n).into()), ("parts", parts.into())])
            }
            Requirement::Education(level) => self.education(*level),
            Requirement::Holds(holding) => self.holding(*holding).to_owned(),
            Requirement::Months { months, roles } => {
                let months = self.language.months(i64::from(*months));
                self.say("months-as", [("months", months.into()), ("roles", self.any_of(roles).into())])
            }
            Requirement::Skill { skill, level } => self.skill(*skill, *level),
            Requirement::Ready { points, of } => self.readiness(*points, of),
        }
    }

    /// So much of the levels of some skills.
    fn readiness(self, points: u32, of: &SkillLevels) -> String {
        let all: u32 = of.iter().map(|(_, level)| u32::from(*level)).sum();
        let names: Vec<&str> =
            of.iter().map(|(skill, _)| self.title(&self.graph.skills[skill.at()].names)).collect();
        let filled =
            [("n", points.into()), ("all", all.into()), ("skills", self.language.list(&names).into())];
        self.say("ready-for", filled)
    }

    /// What is unmet.
    pub fn unmet(self, unmet: &Unmet) -> String {
        let each = |parts: &[Unmet]| -> Vec<String> {
            let told = parts.iter().map(|part| {
                let words = self.unmet(part);
                if matches!(part, Unmet::All(_) | Unmet::Any(_)) { format!("({words})") } else { words }
            });
            told.collect()
        };
        match unmet {
            Unmet::All(parts) => self.language.linked(&each(parts), "and"),
            Unmet::Any(parts) => self.language.linked(&each(parts), "or"),
            Unmet::More { n, of } => {
                let parts = self.language.list(&each(of));
                self.say("more-of", [("n", (*n).into()), ("parts", parts.into())])
            }
            Unmet::Education { needs, .. } => self.education(*needs),
            Unmet::Holds(holding) => self.holding(*holding).to_owned(),
            Unmet::Months { needs, has, roles } => {
                let roles = self.any_of(roles);
                if *has > 0 {
                    self.say("months-more-as", [("n", (needs - has).into()), ("roles", roles.into())])
                } else {
                    let months = self.language.months(i64::from(*needs));
                    self.say("months-as", [("months", months.into()), ("roles", roles.into())])
                }
            }
            Unmet::Skill { skill, needs, .. } => self.skill(*skill, *needs),
            Unmet::Ready { needs, has, of } => {
                let told = [("has", (*has).into()), ("what", self.readiness(*needs, of).into())];
                self.say("ready-lacks", told)
            }
        }
    }

    /// The one-line pathway: `now → CCA, 4 months, $299 → Medical coder (month 4) → …`. A course tells how long it takes and
    /// what it costs, a job the month in which it begins.
    pub fn line(self, pathway: &Pathway) -> String {
        let mut parts = vec![self.word("line-now")];
        for step in &pathway.steps {
            let name = self.step(step.node);
            parts.push(match step.node {
                Node::Role(_) => self.say("line-role", [("name", name.into()), ("n", step.end.into())]),
                Node::Credential(_) | Node::Program(_) => self.course(name, step),
            });
        }
        parts.join(ARROW)
    }

    fn course(self, name: &str, step: &Step) -> String {
        let mut words = vec![name.to_owned()];
        if step.mode == Mode::Alongside {
            words[0] = format!("{name} {}", self.word("line-alongside"));
        }
        if step.end > step.start {
            words.push(self.language.months((step.end - step.start).into()));
        }
        if step.cost != Money::ZERO {
            words.push(self.money(step.cost));
        }
        words.join(", ")
    }

    /// What one value is better on than another.
    pub fn better_on(self, one: &Value, other: &Value) -> Vec<String> {
        let mut on = Vec::new();
        if one.months < other.months {
            let months = self.language.months(i64::from(other.months - one.months));
            on.push(self.say("sooner", [("months", months.into())]));
        }
        if one.cost < other.cost {
            on.push(self.say("cheaper", [("money", self.money(other.cost - one.cost).into())]));
        }
        if let (Some(net), Some(less)) = (one.net, other.net)
            && net > less
        {
            on.push(self.say("earns-more", [("money", self.money(net - less).into())]));
        }
        if one.chance > other.chance {
            let chance = |value: f64| self.language.decimal(100.0 * value, 0).into();
            on.push(
                self.say("chance-against", [("one", chance(one.chance)), ("other", chance(other.chance))]),
            );
        }
        on
    }
}

/// The word that names the same steps in the same months, whatever the run.
pub fn id(graph: &Graph, pathway: &Pathway) -> String {
    let steps = pathway.steps.iter().map(|step| {
        let mode = match step.mode {
            Mode::Enter => "",
            Mode::FullTime => "f",
            Mode::Alongside => "a",
        };
        format!("{}@{}{mode}", graph.names(step.node).id, step.start)
    });
    steps.collect::<Vec<_>>().join("~")
}
