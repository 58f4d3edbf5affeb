//! Random small graphs and people, written as files and read through the one gate.

use careerpath::document::Text;
use careerpath::graph::{Graph, RoleIx};
use careerpath::profile::Profile;
use careerpath::search::Rules;
use serde_json::{Value, json};

/// A graph, a person and the sizes of pathways.
pub struct World {
    pub files: Vec<Text>,
    pub graph: Graph,
    pub written: Value,
    pub profile: Profile,
    pub rules: Rules,
}

/// A small stream of numbers that follows from its seed alone.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()]
    }
}

const ROLES: [&str; 4] = ["r-aide", "r-coder", "r-lead", "r-teller"];
const AWARDS: [&str; 2] = ["a-cert", "a-degree"];
const CREDENTIALS: [&str; 3] = ["c-basic", "c-more", "c-zero"];

/// A figure that is assumed.
pub fn figure(value: impl Into<Value>, unit: &str) -> Value {
    json!({"value": value.into(), "unit": unit, "source": "s", "basis": "assumed", "period": "now"})
}

fn unknown(unit: &str) -> Value {
    json!({"value": null, "missing": "not_available", "unit": unit, "source": "s", "basis": "assumed", "period": "now"})
}

fn requirement(dice: &mut Dice, depth: u32) -> Value {
    if depth > 0 && dice.one_in(2) {
        let parts: Vec<Value> = (0..2 + dice.below(2)).map(|_| requirement(dice, depth - 1)).collect();
        return match dice.below(4) {
            0 => json!({"all": parts}),
            3 => json!({"at_least": {"n": 2, "of": parts}}),
            _ => json!({"any": parts}),
        };
    }
    match dice.below(6) {
        0 => json!({"education": dice.pick(&["high_school", "certificate", "associate"])}),
        1 => json!({"holds": dice.pick(&AWARDS)}),
        2 | 3 => json!({"holds": dice.pick(&CREDENTIALS)}),
        4 => {
            let mut roles = vec![dice.pick(&ROLES)];
            if dice.one_in(2) {
                roles.push(dice.pick(&ROLES));
            }
            json!({"months": 1 + dice.below(9), "in": roles})
        }
        _ => json!({"skill": dice.pick(&["k-code", "k-lead"]), "level": 1 + dice.below(2)}),
    }
}

fn rule(dice: &mut Dice, open: u64) -> Value {
    let wanted = if dice.one_in(open) { json!({"all": []}) } else { requirement(dice, 1) };
    json!({"requirement": wanted, "source": "s", "basis": "assumed", "period": "now"})
}

fn skills(dice: &mut Dice) -> Value {
    match dice.below(3) {
        0 => json!({"k-code": 1 + dice.below(2)}),
        1 => json!({"k-lead": 1 + dice.below(2)}),
        _ => json!({}),
    }
}

/// The files that say nothing of regions, awards, roles, credentials and programs.
pub fn frame_files() -> [(&'static str, String); 8] {
    let method = json!({
        "full_time_hours": figure(40, "hours_per_week"), "proficient_months": figure(3, "months"),
        "paid_hours_per_year": figure(2000, "hours"), "demand_floor": figure(-0.1, "share"),
        "demand_ceiling": figure(0.3, "share"), "imputed_spread": figure(0.1, "share")
    });
    let header = json!({"format": "careerpath.graph/1", "id": "tiny", "version": "1", "title": "Tiny",
        "currency": "USD", "base_year": 2025, "method": method, "notes": []});
    let source =
        json!([{"id": "s", "title": "t", "publisher": "p", "address": "", "period": "now", "licence": ""}]);
    let skill = json!([{"id": "k-code", "title": "Code"}, {"id": "k-lead", "title": "Lead"}]);
    let occupations: Vec<Value> = ["00-0000", "o-1", "o-2", "o-none"]
        .iter()
        .map(|code| json!({"code": code, "title": code, "growth": figure(0.1, "share")}))
        .collect();
    let pay = "region,occupation,period,unit,source,basis,p10,p25,p50,p75,p90,missing\n\
        US,00-0000,now,usd_per_year,s,observed,,,40000,,,\n\
        US,o-1,now,usd_per_year,s,observed,20000,25000,30000,36000,44000,\n\
        US,o-2,now,usd_per_year,s,observed,24000,29000,38000,52000,70000,\n";
    let ends = json!({"by_years": [{"years": 0, "low": -1, "high": 1}, {"years": 2, "low": -2, "high": 1}],
        "wider": 1.1, "held": 80, "held_later": 78, "cases": 100});
    let wages = json!({"format": "careerpath.pay-model/1", "places": null, "growth": null, "people": {
        "source": "s", "of": "nobody", "person_years": 100,
        "typical": {"terms": [20, 8, 0, 0, 9, 0, 0], "least": 20, "most": 90, "years": 3, "off": 1},
        "kept": {"same": [0.7, 0.2], "other": [0.4, 0.1]}, "unknown": ends, "known": ends}});
    [
        ("graph.json", header.to_string()),
        ("sources.json", source.to_string()),
        ("skills.json", skill.to_string()),
        ("occupations.json", json!(occupations).to_string()),
        ("facts.json", "[]".to_owned()),
        ("pay.csv", pay.to_owned()),
        ("tuition.csv", "region,sector,period,source,basis,per_year,institutions\n".to_owned()),
        ("wages.json", wages.to_string()),
    ]
}

fn graph_files(dice: &mut Dice) -> Vec<(&'static str, String)> {
    let awards: Vec<Value> = AWARDS
        .iter()
        .zip(["certificate", "associate"])
        .map(|(id, level)| json!({"id": id, "title": id, "education": level, "skills": skills(dice)}))
        .collect();
    let roles: Vec<Value> = ROLES
        .iter()
        .map(|id| {
            let occupation = if dice.one_in(9) { "o-none" } else { dice.pick(&["o-1", "o-2"]) };
            let (from, to) = (dice.below(50), 50 + dice.below(50));
            json!({"id": id, "title": id, "about": "", "occupation": occupation,
                "place": {"from": from, "to": to + 1, "source": "s", "basis": "assumed", "period": "now"},
                "entry": rule(dice, 4), "skills": skills(dice), "skills_basis": "assumed",
                "hire_months": figure(dice.below(3), "months")})
        })
        .collect();
    let credentials: Vec<Value> = CREDENTIALS
        .iter()
        .map(|id| {
            let hours = if *id == "c-zero" { 0 } else { 1 + dice.below(500) };
            let fee = if dice.one_in(8) { unknown("usd") } else { figure(dice.below(4) * 100, "usd") };
            let mut record = json!({"id": id, "title": id, "issuer": "i", "eligibility": rule(dice, 3),
                "study_hours": figure(hours, "hours"), "fees": [{"what": "exam", "amount": fee}], "skills": skills(dice)});
            if !dice.one_in(3) {
                record["upkeep"] = json!([{"what": "dues", "every_months": 1 + dice.below(12), "amount": figure(50, "usd")}]);
            }
            if !dice.one_in(3) {
                record["pass_rate"] =
                    if dice.one_in(4) { unknown("share") } else { figure(0.5 + 0.1 * dice.below(5) as f64, "share") };
            }
            record
        })
        .collect();
    let programs: Vec<Value> = ["p-long", "p-short"]
        .iter()
        .map(|id| {
            let given = if dice.one_in(4) { AWARDS.to_vec() } else { vec![dice.pick(&AWARDS)] };
            let modes = if dice.one_in(4) { json!(["full_time"]) } else { json!(["full_time", "alongside"]) };
            let total = if dice.one_in(8) { unknown("usd") } else { figure(dice.below(30) * 100, "usd") };
            json!({"id": id, "title": id, "provider": "", "awards": given, "admission": rule(dice, 2),
                "study_hours": figure(1 + dice.below(900), "hours"), "min_months": figure(dice.below(5), "months"),
                "modes": modes, "delivery": "campus", "regions": [dice.pick(&["US", "US", "US-AA", "US-BB"])],
                "tuition": {"total": total}, "completion": figure(0.6, "share")})
        })
        .collect();
    let made = [
        ("awards.json", json!(awards).to_string()),
        ("roles.json", json!(roles).to_string()),
        ("credentials.json", json!(credentials).to_string()),
        ("programs.json", json!(programs).to_string()),
        (
            "regions.csv",
            "id,parent,title,aliases,figures_from\nUS,,All,,\nUS-AA,US,A,,\nUS-BB,US,B,,\n".to_owned(),
        ),
    ];
    frame_files().into_iter().chain(made).collect()
}

/// A random person as written.
pub fn person(dice: &mut Dice) -> Value {
    let mut written = json!({
        "region": dice.pick(&["US-AA", "US-BB"]),
        "education": dice.pick(&["none", "high_school", "high_school", "certificate"]),
        "study_hours_per_week": dice.below(5) * 10,
        "may_stop_working": dice.one_in(2),
    });
    let mut work = Vec::new();
    if dice.one_in(2) {
        let mut job = json!({"role": dice.pick(&ROLES), "months": dice.below(8), "current": dice.one_in(2)});
        if job["current"] == true && dice.one_in(2) {
            job["pay_usd_per_year"] = json!(15_000 + 1_000 * dice.below(70));
        }
        work.push(job);
    }
    written["experience"] = json!(work);
    if dice.one_in(3) {
        written["budget_usd"] = json!(dice.below(30) * 100);
    }
    if dice.one_in(3) {
        written["max_months"] = json!(4 + dice.below(20));
    }
    if dice.one_in(4) {
        written["credentials"] = json!([dice.pick(&CREDENTIALS)]);
    }
    if dice.one_in(4) {
        written["skills"] = json!({"k-code": 1 + dice.below(2)});
    }
    written
}

/// Reads a person for a graph.
pub fn profile(graph: &Graph, written: &Value) -> Profile {
    let file = Text { name: "p.json".into(), bytes: written.to_string().into_bytes() };
    Profile::check(&file, graph).unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// The world of a seed; none where its graph has something that nobody can reach.
pub fn world(seed: u64) -> Option<World> {
    let mut dice = Dice::new(seed);
    let files: Vec<Text> = graph_files(&mut dice)
        .into_iter()
        .map(|(name, content)| Text { name: format!("tiny/{name}"), bytes: content.into_bytes() })
        .collect();
    let graph = match Graph::load(&files) {
        Ok(graph) => graph,
        Err(findings) => {
            let stuck = findings.iter().all(|finding| {
                let told = finding.to_string();
                told.contains("nobody can ever")
                    || told.contains("require each other")
                    || told.contains("can never hold")
            });
            assert!(stuck, "{findings:?}");
            return None;
        }
    };
    let written = person(&mut dice);
    let profile = profile(&graph, &written);
    let rules = Rules { horizon: 30, max_roles: 1 + (seed % 3) as usize, max_courses: 3, max_work: u64::MAX };
    Some(World { files, graph, written, profile, rules })
}

/// Every role of a graph.
pub fn roles(graph: &Graph) -> Vec<RoleIx> {
    (0..).map(RoleIx).take(graph.roles.len()).collect()
}
