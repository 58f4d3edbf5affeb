//! What every made graph has: a header, one source, skills, occupations with pay, a pay model; and a way to read people.

use careerpath::document::Text;
use careerpath::graph::Graph;
use careerpath::profile::Profile;
use serde_json::{Value, json};

/// A stream of numbers: those that follow from a seed, or some choices and then 0 for ever, which is the simplest choice
/// wherever [`Dice::seldom`] and [`Dice::below`] are asked.
pub struct Dice(Stream);

enum Stream {
    Seed(u64),
    Choices(std::vec::IntoIter<u32>),
}

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(Stream::Seed(seed))
    }

    pub fn of(choices: &[u32]) -> Self {
        Self(Stream::Choices(Vec::from(choices).into_iter()))
    }

    fn next(&mut self) -> u64 {
        match &mut self.0 {
            Stream::Choices(left) => left.next().map_or(0, u64::from),
            Stream::Seed(seed) => {
                *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mut z = *seed;
                z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                z ^ (z >> 31)
            }
        }
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// As often as one in so many; never once the choices are used up.
    pub fn seldom(&mut self, n: u64) -> bool {
        self.below(n) == n - 1
    }
}

/// A figure that is assumed.
pub fn figure(value: impl Into<Value>, unit: &str) -> Value {
    json!({"value": value.into(), "unit": unit, "source": "s", "basis": "assumed", "period": "now"})
}

/// The files that say nothing of regions, awards, roles, credentials and programs.
pub fn frame_files() -> [(&'static str, String); 8] {
    let method = json!({
        "full_time_hours": figure(40, "hours_per_week"), "proficient_months": figure(3, "months"),
        "paid_hours_per_year": figure(2000, "hours"), "demand_floor": figure(-0.1, "share"),
        "demand_ceiling": figure(0.3, "share"), "imputed_spread": figure(0.1, "share"),
        "readiness": figure(0.5, "share"), "related_readiness": figure(0.3, "share"),
        "newcomer_months": figure(4, "months"), "outside_hire_months": figure(2, "months"),
        "fold": figure(0.1, "share"), "few_openings": figure(5, "jobs"), "next_months": figure(24, "months"),
        "low_readiness": figure(0.7, "share"), "heavy_hours": figure(20, "hours_per_week")
    });
    let header = json!({"format": "careerpath.graph/2", "id": "tiny", "version": "1", "title": "Tiny",
        "currency": "USD", "base_year": 2025, "method": method, "notes": []});
    let source =
        json!([{"id": "s", "title": "t", "publisher": "p", "address": "", "period": "now", "licence": ""}]);
    let skill: Vec<Value> =
        ["k-code", "k-data", "k-lead"].iter().map(|id| json!({"id": id, "title": id})).collect();
    let occupations: Vec<Value> = ["00-0000", "o-1", "o-2", "o-none"]
        .iter()
        .map(|code| json!({"code": code, "title": code, "growth": figure(0.1, "share")}))
        .collect();
    let pay = "region,occupation,period,unit,source,basis,p10,p25,p50,p75,p90,missing\n\
        US,00-0000,now,usd_per_year,s,observed,,,40000,,,\n\
        US,o-1,now,usd_per_year,s,observed,20000,25000,30000,36000,44000,\n\
        US,o-2,now,usd_per_year,s,observed,24000,29000,38000,52000,70000,\n";
    let ends = |scale: f64| {
        json!({"by_years": [{"years": 0, "low": -scale, "high": scale}, {"years": 2, "low": -2.0 * scale, "high": scale}],
            "wider": 1.1})
    };
    let kind = |codes: &[&str], elsewhere: f64, least: u32| {
        json!({"name": "some", "codes": codes, "unknown": ends(1.0), "scale": [1, 1.1, 0.9, 1], "typical": {
            "elsewhere": elsewhere, "terms": [-1.4, 0.6, 0.05, 0, 0.3, 0], "least": least, "most": 90, "years": 3,
            "off": 1, "person_years": 100}})
    };
    let after =
        |near: &str, pays: &str, scale| json!({"after": {"near": near, "pays": pays}, "ends": ends(scale)});
    let known = [
        after("job", "same", 0.3),
        after("related", "same", 0.6),
        after("other", "up", 0.9),
        after("other", "level", 0.8),
        after("other", "down", 1.0),
    ];
    let held = json!({"held": 80, "held_later": 78, "cases": 100});
    let wages = json!({"format": "careerpath.pay-model/2", "places": null, "growth": null, "people": {
        "source": "s", "of": "nobody", "person_years": 100,
        "kinds": [kind(&["o-1"], 0.4, 20), kind(&[], 1.0, 30)],
        "kept": {"job": [0.8, 0.5], "related": [0.7, 0.2], "other": [0.4, 0.1]}, "known": known,
        "held": {"unknown": held, "stayed": held, "changed": held}}});
    [
        ("graph.json", header.to_string()),
        ("sources.json", source.to_string()),
        ("skills.json", json!(skill).to_string()),
        ("occupations.json", json!(occupations).to_string()),
        ("facts.json", "[]".to_owned()),
        ("pay.csv", pay.to_owned()),
        ("tuition.csv", "region,sector,period,source,basis,per_year,institutions\n".to_owned()),
        ("wages.json", wages.to_string()),
    ]
}

/// Reads a person for a graph.
pub fn profile(graph: &Graph, written: &Value) -> Profile {
    let file = Text { name: "p.json".into(), bytes: written.to_string().into_bytes() };
    Profile::check(&file, graph).unwrap_or_else(|findings| panic!("{findings:?}"))
}
