//! A cohort beside itself: in changed graphs, and with what a program could add.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use super::Arguments;
use crate::cli::{LARGEST, files};
use crate::cohort::{Ended, Far, Order, beside};
use crate::finding::Finding;
use crate::graph::{Graph, SHIPPED, patched};
use crate::render;
use crate::wages::PayBooks;

/// Tells what a whole run comes to otherwise, from what it kept of its people.
pub(super) fn told(
    arguments: &Arguments,
    order: &Order<'_>,
    patches: &[(String, Graph)],
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Far),
) -> Result<(), Vec<Finding>> {
    for (number, (title, changed)) in (1..).zip(patches) {
        let out = beside(&order.out, &format!("what-if-{number}.csv"));
        if let Some(after) = changed_run(order, changed, out, stop, tell)? {
            let compared = order.compared(title, &after);
            let _ = std::fs::remove_file(after);
            say(&render::what_if_text(&compared?, order.graph.currency, 80))?;
        }
    }
    if arguments.search_additions {
        say(&render::additions_text(&order.additions()?, order.graph.currency, 80))?;
    }
    Ok(())
}

fn say(told: &str) -> Result<(), Vec<Finding>> {
    files::write(told, None).map_err(|finding| vec![finding])
}

/// The titles of patches and the graphs that they make.
pub(super) fn patches(arguments: &Arguments) -> Result<Vec<(String, Graph)>, Vec<Finding>> {
    let texts = match &arguments.graph {
        Some(folder) => files::read_graph(folder)?,
        None => SHIPPED.iter().find(|shipped| shipped.id == LARGEST).expect("it ships").texts(),
    };
    let one = |path: &PathBuf| {
        let patch = files::read(path, files::GRAPH_MB).map_err(|finding| vec![finding])?;
        let (title, texts) = patched(&texts, &patch)?;
        Ok((title, Graph::load(&texts)?))
    };
    arguments.what_if.iter().map(one).collect()
}

/// Runs a cohort in another graph; where what is kept of its people is, unless it was stopped.
fn changed_run(
    order: &Order<'_>,
    changed: &Graph,
    out: PathBuf,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Far),
) -> Result<Option<PathBuf>, Vec<Finding>> {
    let pay = PayBooks::new(changed, PayBooks::ROOM);
    let there = Order {
        graph: changed,
        pay: &pay,
        settings: order.settings.clone(),
        targets: order.targets.clone(),
        inputs: order.inputs.clone(),
        called: order.called.clone(),
        sheet: order.sheet.clone(),
        settled: order.settled.clone(),
        rejects: beside(&out, "rejects.csv"),
        out,
        ..*order
    };
    let came = there.run(stop, tell)?;
    Ok((came.ended == Ended::Whole).then(|| there.people_kept()))
}
