//! Random small graphs and people, written as files and read through the one gate. A world is made from a stream of choices of
//! which 0 is always the simplest, so that a world that breaks a law shrinks to a simple one.

use std::fmt::Write as _;

use careerpath::document::Text;
use careerpath::graph::{Graph, RoleIx};
use careerpath::profile::Profile;
use careerpath::search::{Rules, Size};
use careerpath::units::CalendarMonth;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::frame::{Dice, figure, frame_files, profile};

/// A graph, a person and the sizes of pathways.
#[derive(Debug)]
pub struct World {
    pub files: Vec<Text>,
    pub graph: Graph,
    pub written: Value,
    pub profile: Profile,
    pub rules: Rules,
}

/// Roles and credentials; only the first four and three are in every graph.
const ROLES: [&str; 5] = ["r-aide", "r-coder", "r-lead", "r-teller", "e-extra"];
const CREDENTIALS: [&str; 4] = ["c-basic", "c-more", "c-zero", "s-late"];
/// Awards; no program gives the last.
const AWARDS: [&str; 3] = ["a-cert", "a-degree", "a-home"];
const SKILLS: [&str; 3] = ["k-code", "k-lead", "k-data"];
/// How many choices are made for a world.
const CHOICES: usize = 420;

fn pick<'a>(dice: &mut Dice, from: &[&'a str]) -> &'a str {
    from[usize::try_from(dice.below(from.len() as u64)).unwrap()]
}

/// What a requirement may ask for: what comes before it.
#[derive(Default)]
struct Before {
    holdings: Vec<&'static str>,
    roles: Vec<&'static str>,
    skills: Vec<(String, u64)>,
}

impl Before {
    fn learn(&mut self, skills: &Value) {
        let levels = skills.as_object().unwrap().iter();
        self.skills.extend(levels.map(|(id, level)| (id.clone(), level.as_u64().unwrap())));
    }
}

/// One condition; `work` is how many of nine are about months in roles.
fn condition(dice: &mut Dice, before: &Before, work: u64) -> Value {
    let kind = dice.below(16);
    if kind == 0 {
        return json!({"all": []});
    }
    if kind <= work && !before.roles.is_empty() {
        let mut roles = vec![pick(dice, &before.roles)];
        if dice.seldom(3) {
            // it may name any other role besides
            roles.push(pick(dice, &ROLES[..4]));
        }
        return json!({"months": 1 + dice.below(8), "in": roles});
    }
    match kind {
        ..=11 if !before.holdings.is_empty() => json!({"holds": pick(dice, &before.holdings)}),
        12 | 13 if !before.skills.is_empty() => {
            let at = usize::try_from(dice.below(before.skills.len() as u64)).unwrap();
            let (skill, level) = &before.skills[at];
            json!({"skill": skill, "level": level})
        }
        14 => json!({"holds": "a-home"}),
        15 => {
            // whatever comes after, beside a way that is open to some
            let any = pick(dice, &["c-basic", "c-more", "a-cert", "a-degree"]);
            json!({"any": [{"education": "associate"}, {"holds": any}]})
        }
        _ => json!({"education": pick(dice, &["high_school", "certificate", "associate"])}),
    }
}

/// Open to all as often as `open` in eight times, less often the more comes before it.
fn requirement(dice: &mut Dice, before: &Before, work: u64, open: u64) -> Value {
    let depth = (before.roles.len() + before.holdings.len()) / 3;
    if dice.below(8) < open.saturating_sub(depth as u64) {
        return json!({"all": []});
    }
    if dice.below(5) < 2 {
        return condition(dice, before, work);
    }
    let count = 2 + dice.below(2);
    let parts: Vec<Value> = (0..count).map(|_| condition(dice, before, work)).collect();
    match dice.below(7) {
        0..4 => json!({"all": parts}),
        4 => json!({"any": parts}),
        5 => json!({"at_least": {"n": 2, "of": parts}}),
        _ => {
            let more = condition(dice, before, work);
            json!({"all": [more, {"any": parts}]})
        }
    }
}

fn rule(requirement: &Value) -> Value {
    json!({"requirement": requirement, "source": "s", "basis": "assumed", "period": "now"})
}

fn skills(dice: &mut Dice) -> Value {
    let mut levels = json!({});
    let (first, more) = (dice.below(4), dice.below(6));
    if first > 0 {
        levels[pick(dice, &SKILLS)] = json!(first.min(2));
    }
    if more > 3 {
        levels[pick(dice, &SKILLS)] = json!(more - 3);
    }
    levels
}

fn role(dice: &mut Dice, id: &str, before: &Before) -> Value {
    let occupation = ["o-1", "o-2", "o-1", "o-2", "o-3", "o-none"][dice.below(6) as usize];
    let (from, to) = (10 * dice.below(5), 60 + 10 * dice.below(4));
    let mut entry = requirement(dice, before, 8, 2);
    if dice.seldom(4) {
        let share = [0.3, 0.5, 0.6, 1.0][dice.below(4) as usize];
        let ready = json!({"ready": share});
        entry = if dice.seldom(3) { ready } else { json!({"all": [entry, ready]}) };
    }
    let months = dice.below(3);
    let mut role = json!({"id": id, "title": id, "about": "", "occupation": occupation,
        "place": {"from": from, "to": to, "source": "s", "basis": "assumed", "period": "now"},
        "entry": rule(&entry), "skills": skills(dice), "skills_basis": "assumed",
        "hire_months": figure(months, "months")});
    if dice.seldom(2) {
        role["newcomer_hire_months"] = figure(months + 1 + dice.below(4), "months");
    }
    if dice.seldom(4) {
        role["offered"] = figure(0.5 + 0.1 * dice.below(6) as f64, "share");
    }
    if dice.seldom(3) {
        let codes = [json!(["x-9"]), json!(["o-3"]), json!(["x-9", "o-3"])][dice.below(3) as usize].clone();
        role["related"] = json!([{"codes": codes, "source": "s", "basis": "assumed", "period": "now"}]);
    }
    if dice.seldom(8) {
        role["listed"] = json!(false);
    }
    role
}

fn credential(dice: &mut Dice, id: &str, before: &Before) -> Value {
    let hours = if id == "c-zero" { 0 } else { 10 + 10 * dice.below(18) };
    let fee =
        json!({"what": "exam", "amount": figure(100 * dice.below(5), "usd"), "each_sitting": dice.seldom(2)});
    let eligibility = requirement(dice, before, 3, 3);
    let mut record = json!({"id": id, "title": id, "issuer": "i", "eligibility": rule(&eligibility),
        "study_hours": figure(hours, "hours"), "fees": [fee], "skills": skills(dice)});
    if dice.seldom(4) {
        record["prepared"] = rule(&requirement(dice, before, 3, 0));
    }
    if dice.seldom(4) {
        record["fees"]
            .as_array_mut()
            .unwrap()
            .push(json!({"what": "membership", "amount": figure(33.33, "usd")}));
    }
    if dice.seldom(3) {
        let months: Vec<u64> = (0..=dice.below(3)).map(|_| 1 + dice.below(12)).collect();
        record["windows"] = json!({"months": months, "source": "s", "basis": "assumed", "period": "now"});
    }
    if dice.seldom(3) {
        let dues = json!({"what": "dues", "every_months": 1 + dice.below(12), "amount": figure(50, "usd")});
        record["upkeep"] = json!([dues]);
    }
    if dice.below(3) > 0 {
        record["pass_rate"] = figure(0.5 + 0.1 * dice.below(6) as f64, "share");
    }
    record
}

fn program(dice: &mut Dice, id: &str, before: &Before) -> Value {
    let awards = match (id, dice.below(5)) {
        (_, 4) => vec!["a-cert", "a-degree"],
        ("p-long", _) | (_, 3) => vec!["a-degree"],
        _ => vec!["a-cert"],
    };
    let tuition = if dice.seldom(3) {
        json!({"sector": "public", "years": ([1.0, 0.5, 2.0][dice.below(3) as usize])})
    } else {
        json!({"total": figure(100 * dice.below(30), "usd")})
    };
    let region = pick(dice, &["US", "US", "US", "US", "US-AA", "US-BB"]);
    let mut record = json!({"id": id, "title": id, "provider": "", "awards": awards,
        "admission": rule(&requirement(dice, before, 2, 4)),
        "study_hours": figure(40 + 40 * dice.below(14), "hours"), "min_months": figure(1 + dice.below(4), "months"),
        "modes": if dice.seldom(4) { json!(["full_time"]) } else { json!(["full_time", "alongside"]) },
        "delivery": if dice.seldom(3) { "online" } else { "campus" }, "regions": [region], "tuition": tuition,
        "completion": figure([1.0, 0.6, 0.8, 0.9][dice.below(4) as usize], "share")});
    if dice.seldom(4) {
        record["fees"] = json!([{"what": "books", "amount": figure(120, "usd")}]);
    }
    record
}

/// Roles, credentials and programs in an order of their own, each asking for what comes before it.
fn nodes(dice: &mut Dice, awards: &[Value]) -> [Vec<Value>; 3] {
    let mut order =
        vec!["r-aide", "c-zero", "p-short", "c-basic", "r-coder", "p-long", "r-teller", "c-more", "r-lead"];
    for extra in ["e-extra", "s-late", "t-extra"] {
        if dice.seldom(2) {
            order.push(extra);
        }
    }
    for at in 0..order.len() - 1 {
        let other = at + usize::try_from(dice.below(3)).unwrap().min(order.len() - 1 - at);
        order.swap(at, other);
    }
    let mut before = Before::default();
    let [mut roles, mut credentials, mut programs] = [Vec::new(), Vec::new(), Vec::new()];
    for id in order {
        if ROLES.contains(&id) {
            let made = role(dice, id, &before);
            before.roles.push(id);
            before.learn(&made["skills"]);
            roles.push(made);
        } else if CREDENTIALS.contains(&id) {
            let made = credential(dice, id, &before);
            before.holdings.push(id);
            before.learn(&made["skills"]);
            credentials.push(made);
        } else {
            let made = program(dice, id, &before);
            for award in made["awards"].as_array().unwrap() {
                let at = AWARDS.iter().position(|known| *known == award.as_str().unwrap()).unwrap();
                before.holdings.push(AWARDS[at]);
                before.learn(&awards[at]["skills"]);
            }
            programs.push(made);
        }
    }
    [roles, credentials, programs]
}

fn graph_files(dice: &mut Dice) -> Vec<(&'static str, String)> {
    let awards: Vec<Value> = AWARDS
        .iter()
        .zip(["certificate", "associate", "certificate"])
        .map(|(id, level)| json!({"id": id, "title": id, "education": level, "skills": skills(dice)}))
        .collect();
    let occupations: Vec<Value> = ["00-0000", "o-1", "o-2", "o-3", "o-none"]
        .iter()
        .map(|code| {
            let mut record = json!({"code": code, "title": code, "growth": figure(0.1, "share")});
            match dice.below(6) {
                0..3 => {}
                3 => record["training"] = json!("short_term"),
                4 => record["training"] = json!("moderate_term"),
                _ => record["training"] = json!("none"),
            }
            record
        })
        .collect();
    let mut competition =
        "region,occupation,openings_a_year,graduates_a_year,period,source,basis\n".to_owned();
    for occupation in ["o-1", "o-2", "o-3"] {
        if dice.seldom(3) {
            let region = pick(dice, &["US", "US-AA"]);
            let openings = ["40", "8", "5", "3.5"][dice.below(4) as usize];
            writeln!(competition, "{region},{occupation},{openings},9,now,s,observed").unwrap();
        }
    }
    let pay = "region,occupation,period,unit,source,basis,p10,p25,p50,p75,p90,missing\n\
        US,00-0000,now,usd_per_year,s,observed,,,40000,,,\n\
        US,o-1,now,usd_per_year,s,observed,20000,25000,30000,36000,44000,\n\
        US,o-2,now,usd_per_year,s,observed,24000,29000,38000,52000,70000,\n\
        US-AA,o-2,now,usd_per_year,s,observed,26000,31000,41000,55000,74000,\n\
        US,o-3,now,usd_per_year,s,observed,30000,34000,45000,60000,80000,\n";
    let tuition = "region,sector,period,source,basis,per_year,institutions\n\
        US,public,now,s,observed,3000,9\nUS-AA,public,now,s,observed,2400,3\n";
    let mut backgrounds = "occupation,skill,level\n".to_owned();
    for code in ["o-3", "x-8", "x-9"] {
        if dice.seldom(2) {
            writeln!(backgrounds, "{code},{},{}", pick(dice, &SKILLS), 1 + dice.below(2)).unwrap();
        }
    }
    let outside = json!({"sources": {"titles": ["s"], "pay": "s", "backgrounds": "s"}, "pay_period": "now",
        "weights": {"title": 1}});
    let outside_pay = "occupation,region,employment,basis,p10,p25,p50,p75,p90\n\
        x-8,US,1000,observed,20000,26000,33000,41000,52000\n\
        x-8,US-AA,100,observed,22000,28000,36000,44000,55000\n";
    let titles = "occupation,title,lists\nx-8,Eight,title\nx-9,Nine,title\n";
    let [roles, credentials, programs] = nodes(dice, &awards);
    let made = [
        ("awards.json", json!(awards).to_string()),
        ("roles.json", json!(roles).to_string()),
        ("credentials.json", json!(credentials).to_string()),
        ("programs.json", json!(programs).to_string()),
        ("occupations.json", json!(occupations).to_string()),
        ("competition.csv", competition),
        ("outside.json", outside.to_string()),
        ("outside_pay.csv", outside_pay.to_owned()),
        ("titles.csv", titles.to_owned()),
        ("backgrounds.csv", backgrounds),
        ("pay.csv", pay.to_owned()),
        ("tuition.csv", tuition.to_owned()),
        (
            "regions.csv",
            "id,parent,title,aliases,figures_from\nUS,,All,,\nUS-AA,US,A,,\nUS-BB,US,B,,\n".to_owned(),
        ),
    ];
    let frame = frame_files().into_iter().filter(|(name, _)| made.iter().all(|(other, _)| name != other));
    let frame: Vec<_> = frame.collect();
    frame.into_iter().chain(made).collect()
}

/// A random person as written: without a job, in a role, or in a job from outside the graph.
pub fn person(dice: &mut Dice) -> Value {
    let mut written = json!({
        "region": pick(dice, &["US-AA", "US-BB"]),
        "education": pick(dice, &["high_school", "none", "high_school", "certificate"]),
        "study_hours_per_week": ([40, 20, 10, 5, 0][dice.below(5) as usize]),
        "may_stop_working": dice.below(3) > 0,
    });
    let mut work = Vec::new();
    match dice.below(6) {
        0..2 => {}
        2 | 3 => {
            work.push(json!({"role": pick(dice, &ROLES[..4]), "months": dice.below(8), "current": true}));
        }
        _ => {
            let code = pick(dice, &["o-3", "x-9", "x-8"]);
            work.push(json!({"title": "job", "occupation": code, "months": dice.below(8), "current": true}));
            if code == "x-9" || dice.seldom(3) {
                work[0]["pay_usd_per_year"] = json!(15_000 + 1_000 * dice.below(70));
            }
        }
    }
    if let Some(job) = work.iter_mut().find(|job| job["title"].is_null())
        && dice.seldom(2)
    {
        job["pay_usd_per_year"] = json!(15_000 + 1_000 * dice.below(70));
    }
    if dice.seldom(4) {
        let role = pick(dice, &ROLES[..4]);
        if work.iter().all(|job| job["role"] != role) {
            work.push(json!({"role": role, "months": dice.below(8), "current": false}));
        }
    }
    if dice.seldom(4) {
        let code = pick(dice, &["o-3", "x-9", "x-8"]);
        work.push(json!({"title": "job before", "occupation": code, "months": dice.below(8)}));
    }
    written["experience"] = json!(work);
    if dice.seldom(3) {
        written["budget_usd"] = json!(100 + 100 * dice.below(40));
    }
    if dice.seldom(3) {
        written["max_months"] = json!(6 + dice.below(30));
    }
    if dice.seldom(4) {
        written["credentials"] = json!([pick(dice, &CREDENTIALS[..3])]);
    }
    if dice.seldom(5) {
        written["awards"] = json!([pick(dice, &AWARDS)]);
    }
    if dice.seldom(3) {
        written["skills"] = json!({});
        written["skills"][pick(dice, &SKILLS)] = json!(dice.below(3));
    }
    if dice.seldom(4) {
        written["aid_usd_per_year"] = json!(500 * (1 + dice.below(4)));
    }
    written
}

/// The world of some choices; none where its graph has something that nobody can reach.
pub fn world(choices: &[u32]) -> Option<World> {
    made(&mut Dice::of(choices))
}

/// The world of choices that follow from a seed.
pub fn world_of_seed(seed: u64) -> Option<World> {
    made(&mut Dice::new(seed))
}

/// Choices for a world, each of which shrinks to the simplest.
pub fn any_choices() -> impl Strategy<Value = Vec<u32>> {
    // a number that 2 to 8 divide
    prop::collection::vec(0..840_u32, CHOICES)
}

fn made(dice: &mut Dice) -> Option<World> {
    let files: Vec<Text> = graph_files(dice)
        .into_iter()
        .map(|(name, content)| Text { name: format!("tiny/{name}"), bytes: content.into_bytes() })
        .collect();
    let graph = match Graph::load(&files) {
        Ok(graph) => graph,
        Err(findings) => {
            let stuck = findings.iter().all(|finding| {
                let told = finding.to_string();
                told.contains("nobody can ever") || told.contains("require each other")
            });
            assert!(stuck, "{findings:?}");
            return None;
        }
    };
    let written = person(dice);
    let profile = profile(&graph, &written);
    let most = Size { jobs: [1, 2, 2][dice.below(3) as usize], courses: [3, 4, 4][dice.below(3) as usize] };
    let month = u32::try_from(1 + dice.below(12)).unwrap();
    let today = CalendarMonth::new(2026, month).unwrap();
    let rules = Rules { horizon: 30, most, today, max_work: u64::MAX };
    Some(World { files, graph, written, profile, rules })
}

/// Every role of a graph.
pub fn roles(graph: &Graph) -> Vec<RoleIx> {
    (0..).map(RoleIx).take(graph.roles.len()).collect()
}
