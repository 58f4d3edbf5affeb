//! Cost by size of graph.
#[path = "../tests/suite/generated.rs"]
mod generated;
#[path = "../tests/suite/world.rs"]
mod world;
use std::time::Instant;
use careerpath::graph::{Graph, RoleIx};
use careerpath::recommend::Settings;
use careerpath::search::{Limits, Problem, search};
use careerpath::wages::PayBook;
use serde_json::json;
fn main() {
    for nodes in [100, 1_000, 10_000, 100_000] {
        let shape = generated::Shape::of(nodes);
        let files = shape.files(1);
        if let Ok(d) = std::env::var("DUMP") { let d = format!("{d}/{nodes}"); std::fs::create_dir_all(&d).unwrap(); for f in &files { std::fs::write(format!("{d}/{}", f.name.rsplit('/').next().unwrap()), &f.bytes).unwrap(); } continue; }
        let t = Instant::now();
        let graph = Graph::load(&files).unwrap_or_else(|f| panic!("{} {:?}", f.len(), f.first()));
        let load = t.elapsed();
        let t = Instant::now();
        let profile = world::profile(&graph, &json!({"region": "US-0", "education": "high_school", "study_hours_per_week": 15}));
        let rules = Settings::default().rules();
        let pay = PayBook::of(&graph, &profile);
        let problem = Problem::new(&graph, &profile, &pay, rules, Limits::of(&profile, &rules));
        let compile = t.elapsed();
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let hwm = status.lines().find(|l| l.starts_with("VmHWM")).unwrap().to_owned();
        println!("{nodes} load {load:?} compile {compile:?} {hwm} too large {}", problem.too_large());
        for level in 0..shape.levels {
            let t = Instant::now();
            let target = graph.role(&format!("r-{level:03}-000")).unwrap();
            let (paths, effort) = search(&problem, &[target]).remove(0);
            println!("   level {level}: {} paths {effort:?} {:?}", paths.len(), t.elapsed());
        }
    }
}
