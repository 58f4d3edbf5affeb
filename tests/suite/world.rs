//! Random small graphs and people, written as files and read through the one gate.

use careerpath::document::Text;
use careerpath::graph::{Graph, RoleIx};
use careerpath::profile::Profile;
use careerpath::search::Rules;
use serde_json::{Value, json};

use crate::frame::{Dice, figure, frame_files, profile};

/// A graph, a person and the sizes of pathways.
pub struct World {
    pub files: Vec<Text>,
    pub graph: Graph,
    pub written: Value,
    pub profile: Profile,
    pub rules: Rules,
}

const ROLES: [&str; 4] = ["r-aide", "r-coder", "r-lead", "r-teller"];
const AWARDS: [&str; 2] = ["a-cert", "a-degree"];
const CREDENTIALS: [&str; 3] = ["c-basic", "c-more", "c-zero"];

fn pick<'a>(dice: &mut Dice, from: &[&'a str]) -> &'a str {
    from[usize::try_from(dice.below(from.len() as u64)).unwrap()]
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
        0 => json!({"education": pick(dice, &["high_school", "certificate", "associate"])}),
        1 => json!({"holds": pick(dice, &AWARDS)}),
        2 | 3 => json!({"holds": pick(dice, &CREDENTIALS)}),
        4 => {
            let mut roles = vec![pick(dice, &ROLES)];
            if dice.one_in(2) {
                roles.push(pick(dice, &ROLES));
            }
            json!({"months": 1 + dice.below(9), "in": roles})
        }
        _ => json!({"skill": pick(dice, &["k-code", "k-lead"]), "level": 1 + dice.below(2)}),
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

fn graph_files(dice: &mut Dice) -> Vec<(&'static str, String)> {
    let awards: Vec<Value> = AWARDS
        .iter()
        .zip(["certificate", "associate"])
        .map(|(id, level)| json!({"id": id, "title": id, "education": level, "skills": skills(dice)}))
        .collect();
    let roles: Vec<Value> = ROLES
        .iter()
        .map(|id| {
            let occupation = if dice.one_in(9) { "o-none" } else { pick(dice, &["o-1", "o-2"]) };
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
            let given = if dice.one_in(4) { AWARDS.to_vec() } else { vec![pick(dice, &AWARDS)] };
            let modes = if dice.one_in(4) { json!(["full_time"]) } else { json!(["full_time", "alongside"]) };
            let total = if dice.one_in(8) { unknown("usd") } else { figure(dice.below(30) * 100, "usd") };
            json!({"id": id, "title": id, "provider": "", "awards": given, "admission": rule(dice, 2),
                "study_hours": figure(1 + dice.below(900), "hours"), "min_months": figure(dice.below(5), "months"),
                "modes": modes, "delivery": "campus", "regions": [pick(dice, &["US", "US", "US-AA", "US-BB"])],
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
        "region": pick(dice, &["US-AA", "US-BB"]),
        "education": pick(dice, &["none", "high_school", "high_school", "certificate"]),
        "study_hours_per_week": dice.below(5) * 10,
        "may_stop_working": dice.one_in(2),
    });
    let mut work = Vec::new();
    if dice.one_in(2) {
        let mut job = json!({"role": pick(dice, &ROLES), "months": dice.below(8), "current": dice.one_in(2)});
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
        written["credentials"] = json!([pick(dice, &CREDENTIALS)]);
    }
    if dice.one_in(4) {
        written["skills"] = json!({"k-code": 1 + dice.below(2)});
    }
    written
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
