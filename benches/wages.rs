//! Time of reading the pay tables, of the pay of one region, and of a trajectory of ten years beside the flat median, as a
//! ratio in one run.
//!
//! `cargo bench --bench wages` prints a row each; `-- --test` runs each once without repeating.

mod median;

use std::hint::black_box;
use std::time::Duration;

use careerpath::graph::{Graph, RoleIx, SHIPPED};
use careerpath::wages::{Moment, PayBook};
use median::median;

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn main() {
    let times = if std::env::args().any(|flag| flag == "--test") { 1 } else { 31 };
    let texts = SHIPPED.iter().find(|shipped| shipped.id == "us-him").expect("it ships").texts();
    let graph = Graph::load(&texts).expect("it is sound");
    let region = graph.regions.find("Inland Empire").expect("it is there");
    let book = PayBook::new(&graph, region);
    let roles: Vec<RoleIx> = (0..).take(graph.roles.len()).map(RoleIx).collect();
    // the same graph with the nation's pay alone: the difference is what its pay tables take
    let mut national = texts.clone();
    for text in national.iter_mut().filter(|text| text.name.ends_with("pay.csv")) {
        let rows = text.bytes.split_inclusive(|byte| *byte == b'\n');
        text.bytes = rows
            .filter(|row| row.starts_with(b"region,") || row.starts_with(b"US,"))
            .flatten()
            .copied()
            .collect();
    }
    let load = median(times, || Graph::load(black_box(&texts)).is_ok());
    let rest = median(times, || Graph::load(black_box(&national)).is_ok());
    let tables = load.saturating_sub(rest);
    let open = median(times, || PayBook::new(black_box(&graph), region).all_workers().is_some());
    let trajectories = median(times, || {
        let years = |role: &RoleIx| {
            (0..=10).filter_map(|year| book.band(*role, Moment::today(0, 0).later(12 * year))).count()
        };
        roles.iter().map(|role| years(black_box(role))).sum::<usize>()
    });
    let flat = median(times, || {
        let years = |role: &RoleIx| {
            let code = graph.roles[role.at()].occupation;
            (0..=10).filter_map(|_| graph.pay.get(black_box(code), region)?.median()).count()
        };
        roles.iter().map(years).sum::<usize>()
    });
    let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(u32::try_from(roles.len()).unwrap_or(1));
    println!("us-him read and checked                         {:>9.2} ms", load.as_secs_f64() * 1e3);
    println!("of that, its pay tables                         {:>9.2} ms", tables.as_secs_f64() * 1e3);
    println!("the pay of one region                           {:>9.2} ms", open.as_secs_f64() * 1e3);
    println!("ten years of one role with their bands          {:>9.2} µs", each(trajectories));
    println!("ten years of the flat median                    {:>9.2} µs", each(flat));
    println!("ratio                                           {:>9.1}", each(trajectories) / each(flat));
}
