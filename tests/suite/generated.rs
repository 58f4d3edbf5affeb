//! Graphs of any size, made from a seed: levels of roles that ask for credentials and for months in the roles below,
//! credentials that ask for awards and for each other, and many schools in many places for each award.

use careerpath::document::Text;
use careerpath::graph::Graph;
use serde_json::{Value, json};

use crate::world::{Dice, figure, frame_files};

/// What a made graph looks like.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Levels of roles, credentials and awards, each above the one before.
    pub levels: u32,
    /// Roles at each level.
    pub roles: u32,
    /// Credentials at each level.
    pub credentials: u32,
    /// Programs, shared out among awards and places.
    pub programs: u32,
    /// Places to live and study in.
    pub places: u32,
    /// How many ways a requirement offers.
    pub any: u32,
    /// How many conditions it asks for together.
    pub all: u32,
}

impl Shape {
    /// About so many roles, credentials and programs: most of a large graph are schools in many places.
    pub fn of(nodes: u32) -> Self {
        let each = (nodes / 20).clamp(2, 8);
        Self {
            levels: 5,
            roles: each,
            credentials: each,
            programs: nodes.saturating_sub(10 * each),
            places: (nodes / 100).clamp(1, 500),
            any: 3,
            all: 2,
        }
    }

    pub fn graph(&self, seed: u64) -> Graph {
        Graph::load(&self.files(seed)).unwrap_or_else(|findings| panic!("{:?}", findings.first()))
    }

    pub fn files(&self, seed: u64) -> Vec<Text> {
        let dice = &mut Dice::new(seed);
        let levels = ["certificate", "associate", "bachelor", "master", "doctorate"];
        let awards: Vec<Value> = (0..self.levels)
            .map(|level| {
                let education = levels[level.min(4) as usize];
                json!({"id": award(level), "title": award(level), "education": education, "skills": {}})
            })
            .collect();
        let each = |count: u32| (0..self.levels).flat_map(move |level| (0..count).map(move |at| (level, at)));
        let roles: Vec<Value> = each(self.roles)
            .map(|(level, at)| {
                let id = role(level, at);
                let from = (8 * level + dice.below(20) as u32).min(90);
                json!({"id": id, "title": id, "about": "", "occupation": if dice.one_in(2) { "o-1" } else { "o-2" },
                    "place": {"from": from, "to": from + 10, "source": "s", "basis": "assumed", "period": "now"},
                    "entry": self.rule(dice, level, true), "skills": {"k-code": 1}, "skills_basis": "assumed",
                    "hire_months": figure(dice.below(3), "months")})
            })
            .collect();
        let credentials: Vec<Value> = each(self.credentials)
            .map(|(level, at)| {
                let id = credential(level, at);
                json!({"id": id, "title": id, "issuer": "i", "eligibility": self.rule(dice, level, false),
                    "study_hours": figure(40 + dice.below(200), "hours"), "skills": {},
                    "fees": [{"what": "exam", "amount": figure(100 + dice.below(400), "usd")}],
                    "pass_rate": figure(0.5 + 0.04 * dice.below(10) as f64, "share")})
            })
            .collect();
        let programs: Vec<Value> = (0..self.programs)
            .map(|at| {
                let level = at % self.levels;
                let id = format!("p-{at:06}");
                let asked = if level == 0 { json!({"all": []}) } else { json!({"holds": award(level - 1)}) };
                json!({"id": id, "title": id, "provider": "", "awards": [award(level)],
                    "admission": {"requirement": asked, "source": "s", "basis": "assumed", "period": "now"},
                    "study_hours": figure(300 + 100 * dice.below(4), "hours"), "min_months": figure(4, "months"),
                    "modes": ["full_time", "alongside"], "delivery": "campus",
                    "regions": [format!("US-{}", at / self.levels % self.places)],
                    "tuition": {"total": figure(1_000 + 10 * dice.below(900), "usd")},
                    "completion": figure(0.3 + 0.01 * dice.below(60) as f64, "share")})
            })
            .collect();
        let places: Vec<String> = (0..self.places).map(|at| format!("US-{at},US,Place {at},,")).collect();
        let regions = format!("id,parent,title,aliases,figures_from\nUS,,All,,\n{}\n", places.join("\n"));
        let made = [
            ("awards.json", json!(awards).to_string()),
            ("roles.json", json!(roles).to_string()),
            ("credentials.json", json!(credentials).to_string()),
            ("programs.json", json!(programs).to_string()),
            ("regions.csv", regions),
        ];
        let files = frame_files().into_iter().chain(made);
        files.map(|(name, text)| Text { name: format!("made/{name}"), bytes: text.into_bytes() }).collect()
    }

    /// A requirement at a level: of some conditions each in several ways. Roles ask for credentials of their level and
    /// months below, credentials for the award of their level and credentials below.
    fn rule(&self, dice: &mut Dice, level: u32, role_asks: bool) -> Value {
        let some = |dice: &mut Dice, count: u32| dice.below(u64::from(count)) as u32;
        let mut parts = Vec::new();
        for part in 0..self.all {
            let ways: Vec<Value> = (0..self.any)
                .filter_map(|_| match (role_asks, level, part % 2) {
                    (true, 0, _) | (false, 0, 1) => None,
                    (true, _, 0) => Some(json!({"holds": credential(level, some(dice, self.credentials))})),
                    (true, _, _) => {
                        let below = role(level - 1, some(dice, self.roles));
                        Some(json!({"months": 6 + dice.below(18), "in": [below]}))
                    }
                    (false, _, 0) => Some(json!({"holds": award(level)})),
                    (false, _, _) => Some(json!({"holds": credential(level - 1, some(dice, self.credentials))})),
                })
                .collect();
            if !ways.is_empty() {
                parts.push(json!({"any": ways}));
            }
        }
        json!({"requirement": {"all": parts}, "source": "s", "basis": "assumed", "period": "now"})
    }
}

fn award(level: u32) -> String {
    format!("a-{level:03}")
}

fn role(level: u32, at: u32) -> String {
    format!("r-{level:03}-{at:03}")
}

fn credential(level: u32, at: u32) -> String {
    format!("c-{level:03}-{at:03}")
}
