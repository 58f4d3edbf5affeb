//! Graphs of any size, made from a seed: levels of roles that ask for credentials and for months in the roles below,
//! credentials that ask for awards and for each other, and many schools in many places for each award.

use careerpath::document::Text;
use careerpath::graph::Graph;
use serde_json::{Value, json};

use crate::frame::{Dice, figure, frame_files};

/// A person as written who has finished school and nothing else.
pub fn school_leaver() -> Value {
    json!({"region": "US-0", "education": "high_school", "study_hours_per_week": 15})
}

/// A graph made to be hard, and the most courses of a pathway in it.
#[derive(Debug, Clone, Copy)]
pub struct Hard {
    pub name: &'static str,
    pub shape: Shape,
    pub max_courses: usize,
}

/// Graphs made to be hard: what is far down a deep pile of conditions that share what they ask for, where each of many
/// layers offers many ways, where very many schools teach one award, and where there are very many roles.
pub const HARD: [Hard; 6] = [
    hard("deep ANDs", [100, 1, 6, 20], 1, 4, 5),
    hard("deep, 12 courses", [100, 1, 6, 20], 1, 4, 12),
    hard("10^12 lists", [12, 1, 10, 20], 10, 2, 12),
    hard("1,500 schools", [3, 2, 4, 1_500], 3, 2, 5),
    hard("6,000 schools", [3, 2, 4, 6_000], 3, 2, 5),
    hard("900 roles", [5, 180, 20, 200], 3, 2, 5),
];

const fn hard(
    name: &'static str,
    [levels, roles, credentials, programs]: [u32; 4],
    any: u32,
    all: u32,
    max_courses: usize,
) -> Hard {
    Hard { name, shape: Shape { levels, roles, credentials, programs, places: 1, any, all }, max_courses }
}

/// Checks made files.
pub fn load(files: &[Text]) -> Graph {
    Graph::load(files).unwrap_or_else(|findings| panic!("{:?}", findings.first()))
}

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

    /// The files of a graph made from a seed.
    pub fn files(&self, seed: u64) -> Vec<Text> {
        let dice = &mut Dice::new(seed);
        let levels = ["certificate", "associate", "bachelor", "master", "doctorate"];
        let awards: Vec<Value> = (0..self.awards())
            .map(|level| {
                let education = levels[level as usize];
                json!({"id": award(level), "title": award(level), "education": education, "skills": {}})
            })
            .collect();
        let each = |count: u32| (0..self.levels).flat_map(move |level| (0..count).map(move |at| (level, at)));
        let roles: Vec<Value> = each(self.roles)
            .map(|(level, at)| {
                let id = role(level, at);
                let from = (8 * level + some(dice, 20)).min(90);
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
                    "pass_rate": figure(0.5 + 0.04 * f64::from(some(dice, 10)), "share")})
            })
            .collect();
        let programs: Vec<String> = (0..self.programs)
            .map(|at| {
                let level = at % self.awards();
                let id = format!("p-{at:06}");
                let asked = if level == 0 { json!({"all": []}) } else { json!({"holds": award(level - 1)}) };
                json!({"id": id, "title": id, "provider": "", "awards": [award(level)],
                    "admission": {"requirement": asked, "source": "s", "basis": "assumed", "period": "now"},
                    "study_hours": figure(300 + 100 * dice.below(4), "hours"), "min_months": figure(4, "months"),
                    "modes": ["full_time", "alongside"], "delivery": "campus",
                    "regions": [format!("US-{}", at / self.awards() % self.places)],
                    "tuition": {"total": figure(1_000 + 10 * dice.below(900), "usd")},
                    "completion": figure(0.3 + 0.01 * f64::from(some(dice, 60)), "share")})
                .to_string()
            })
            .collect();
        let places: Vec<String> = (0..self.places).map(|at| format!("US-{at},US,Place {at},,")).collect();
        let regions = format!("id,parent,title,aliases,figures_from\nUS,,All,,\n{}\n", places.join("\n"));
        let made = [
            ("awards.json", json!(awards).to_string()),
            ("roles.json", json!(roles).to_string()),
            ("credentials.json", json!(credentials).to_string()),
            ("programs.json", format!("[{}]", programs.join(","))),
            ("regions.csv", regions),
        ];
        let files = frame_files().into_iter().chain(made);
        files.map(|(name, text)| Text { name: format!("made/{name}"), bytes: text.into_bytes() }).collect()
    }

    /// How many awards there are, each of a level of schooling.
    fn awards(&self) -> u32 {
        self.levels.min(5)
    }

    /// A requirement at a level: of some conditions together, each met in several ways. Roles ask for credentials of their
    /// level and for months in roles below, credentials for awards and for credentials below.
    fn rule(&self, dice: &mut Dice, level: u32, role_asks: bool) -> Value {
        let mut parts = Vec::new();
        for part in 0..self.all {
            let way = |dice: &mut Dice| match (role_asks, part % 2, level) {
                (true, 0, _) => Some(json!({"holds": credential(level, some(dice, self.credentials))})),
                (true, _, 1..) => {
                    let below = role(some(dice, level), some(dice, self.roles));
                    Some(json!({"months": 6 + dice.below(18), "in": [below]}))
                }
                (false, 0, _) => Some(json!({"holds": award(some(dice, self.awards().min(level + 1)))})),
                (false, _, 1..) => {
                    Some(json!({"holds": credential(level - 1, some(dice, self.credentials))}))
                }
                (_, _, 0) => None,
            };
            let ways: Vec<Value> = (0..self.any).filter_map(|_| way(dice)).collect();
            if !ways.is_empty() {
                parts.push(json!({"any": ways}));
            }
        }
        json!({"requirement": {"all": parts}, "source": "s", "basis": "assumed", "period": "now"})
    }
}

fn some(dice: &mut Dice, count: u32) -> u32 {
    u32::try_from(dice.below(u64::from(count))).expect("it was a small number")
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
